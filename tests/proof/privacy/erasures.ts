import { deleteOrgContract, eraseContactContract, eraseMyAccountContract } from '@leadpulse/model';
import { Timestamp } from 'firebase-admin/firestore';
import { fireSchedule } from '../../../local/worldClient.js';
import { seedMember } from '../../functions/team.js';
import { signIn } from '../../functions/tenant.js';
import { accountRequest, contactRequest, goOnAfter, killAt, receiptOf } from './finishing.js';
import { contactScene, personScene } from './scenes.js';
import { tracesOf } from './wholeDatabase.js';

/** Where a run dies: a fault point, and the step at which it strikes. */
type Death = [point: string, step?: string];

const PERSON_STEPS = ['messages', 'notes', 'contacts', 'invites', 'useNotices', 'consents', 'page'];
const DEATHS_OF_PERSON: (Death | null)[] = [
  null,
  ...PERSON_STEPS.flatMap((step): Death[] => [
    ['privacy-before-batch', step],
    ['privacy-after-batch', step],
  ]),
  ['privacy-after-batch', 'auditLog'],
  ['privacy-before-finish'],
];
const DEATHS_OF_CONTACT: (Death | null)[] = [
  null,
  ...['messages', 'notes', 'consents', 'duplicates'].flatMap((step): Death[] => [
    ['privacy-before-batch', step],
    ['privacy-after-batch', step],
  ]),
  ['privacy-before-finish'],
];

interface ErasureReport {
  erasures: number;
  /** Documents in which an erased one is still found. */
  traces: string[];
  /** Runs whose receipt tells another count than the run that nothing disturbed. */
  differing: string[];
}

/** Erases people, leads and an organization, undisturbed and with a run dying at each step, and searches everything. */
export async function proveErasures(
  log: (line: string) => void,
): Promise<{ part: { erasures: number; traces: number }; kept: boolean }> {
  const report: ErasureReport = { erasures: 0, traces: [], differing: [] };
  const note = (name: string, traces: string[]): void => {
    report.erasures += 1;
    report.traces.push(...traces.map((trace) => `${name}: ${trace}`));
  };
  let expected: string | null = null;
  for (const death of DEATHS_OF_PERSON) {
    const name = `a person, ${death?.join(' ') ?? 'undisturbed'}`;
    const { traces, counts } = await erasePerson(death);
    note(name, traces);
    expected ??= counts;
    if (counts !== expected) report.differing.push(`${name}: ${counts} instead of ${expected}`);
  }
  log(`${report.erasures} people erased`);
  for (const death of DEATHS_OF_CONTACT) {
    note(`a lead, ${death?.join(' ') ?? 'undisturbed'}`, await eraseLead(death));
  }
  note('an organization', await eraseOrganization());
  log(`${report.erasures} erasures, ${report.traces.length} traces`);
  for (const line of [...report.traces, ...report.differing]) log(`LEFT ${line}`);
  const { erasures, traces, differing } = report;
  return { part: { erasures, traces: traces.length }, kept: traces.length + differing.length === 0 };
}

async function erasePerson(death: Death | null): Promise<{ traces: string[]; counts: string }> {
  const scene = await personScene();
  const hasDied = death && killAt(death[0], scene.person.uid, death[1]);
  const confirmEmail = scene.person.email;
  const { requestId } = await scene.client.call(eraseMyAccountContract, { confirmEmail });
  await scene.client.close();
  const ref = accountRequest(requestId);
  const { counts } = await (hasDied ? goOnAfter(hasDied, ref) : receiptOf(ref));
  const sorted = Object.entries(counts).sort(([a], [b]) => a.localeCompare(b));
  return { traces: await tracesOf(scene.words), counts: JSON.stringify(sorted) };
}

async function eraseLead(death: Death | null): Promise<string[]> {
  const { team, contact, admin, words } = await contactScene();
  const hasDied = death && killAt(death[0], contact.id, death[1]);
  const client = await signIn(admin);
  const asked = { orgId: team.orgId, contactId: contact.id, suppress: true };
  const { requestId } = await client.call(eraseContactContract, asked);
  await client.close();
  const ref = contactRequest(team.orgId, requestId);
  await (hasDied ? goOnAfter(hasDied, ref) : receiptOf(ref));
  return tracesOf(words);
}

async function eraseOrganization(): Promise<string[]> {
  const { team, words } = await contactScene();
  const owner = await seedMember(team, 'owner');
  const client = await signIn(owner);
  await client.call(deleteOrgContract, { orgId: team.orgId, confirmName: 'Harbor Realty' });
  await client.close();
  await team.org.update({ 'deletion.purgeAt': Timestamp.now() });
  await fireSchedule('purgeOrgs');
  return tracesOf([...words, team.orgId]);
}
