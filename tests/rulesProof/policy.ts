import type { Capability } from '@leadpulse/model';
import { can, effectiveSees, LIMITS, preferencesSchema, roleSchema, seesSchema } from '@leadpulse/model';
import type { DocumentData } from 'firebase/firestore';
import { isContactWork, isOrgWork } from './policyOfContacts.js';
import { isCancel, isNote, isSending } from './policyOfMessages.js';
import { isCounting } from './policyOfTelemetry.js';
import type { Query, Request, Write } from './request.js';
import { changedKeys, isNow, isOlderThan } from './shapes.js';
import { merged } from './values.js';

/** The documents of a world by path. */
export type World = ReadonlyMap<string, DocumentData>;

/** Who asks, and the world before and after what they ask. */
export interface Asked {
  uid: string;
  before: World;
  after: World;
}

/**
 * What the rules have to answer, written from model/src/permissions.ts, the schemas and the design's table of who
 * writes and reads which path; never from firestore.rules.
 */
export function mayAsk(world: World, uid: string | null, request: Request): boolean {
  if (uid === null) return false;
  switch (request.kind) {
    case 'list':
    case 'count':
      return mayList(world, uid, request.query);
    case 'write':
      return mayWrite(world, uid, request.writes);
    default:
      return knockAt(request.path, 'get', { uid, before: world, after: world });
  }
}

interface Seat {
  may: (capability: Capability) => boolean;
  seesAll: boolean;
}

const OUTSIDER: Seat = { may: () => false, seesAll: false };

function seatIn(world: World, org: string, uid: string): Seat {
  const stored = world.get(`orgs/${org}/members/${uid}`);
  const role = roleSchema.safeParse(stored?.role);
  if (!role.success || !isOpen(stored?.isClosed)) return OUTSIDER;
  const sees = seesSchema.catch('assigned').parse(stored?.sees);
  return {
    may: (capability) => can(role.data, capability),
    seesAll: effectiveSees({ role: role.data, sees }) === 'everything',
  };
}

function isOpen(isClosed: unknown): boolean {
  return isClosed === undefined || isClosed === false;
}

/** Somebody at one path, wanting one thing. */
interface Knock extends Asked {
  path: string;
  ids: string[]; // of the path's documents, from the outside in
  seat: Seat; // in the organization of the path
  query?: Query;
}

type Answer = (knock: Knock) => boolean;
type Method = 'get' | 'list' | 'create' | 'update' | 'delete';
type Door = Partial<Record<Method, Answer>>;

const own: Answer = ({ ids, uid }) => ids[0] === uid;
const may =
  (capability: Capability): Answer =>
  ({ seat }) =>
    seat.may(capability);
const both =
  (...answers: Answer[]): Answer =>
  (knock) =>
    answers.every((answer) => answer(knock));
const reading = (answer: Answer): Door => ({ get: answer, list: answer });

const contactOf = ({ ids }: Knock): string => `orgs/${ids[0]!}/contacts/${ids[1]!}`;
/** Who sees everything may ask for a contact that is missing; who sees only their own is not told. */
const inSight: Answer = (knock) => {
  const { seat, before, uid } = knock;
  return seat.may('contact.read') && (seat.seesAll || before.get(contactOf(knock))?.assigneeUid === uid);
};
const asksForOwn: Answer = ({ seat, uid, query }) => {
  const isOwn = query?.where?.some(
    ([field, op, value]) => field === 'assigneeUid' && op === 'EQUAL' && value === uid,
  );
  return seat.may('contact.read') && (seat.seesAll || isOwn === true);
};

const isSubject: Answer = ({ before, path, uid }) => before.get(path)?.subjectUid === uid;
const asksForTheirs: Answer = ({ uid, query }) =>
  query?.where?.some(([field, op, value]) => field === 'subjectUid' && op === 'EQUAL' && value === uid) ===
  true;

/** Who may do what at each path; what is not here nobody may. */
const DOORS: Record<string, Door> = {
  'users/*': { get: own, update: both(own, isPreferenceChange) },
  'users/*/consents/*': reading(own),
  'exports/*': { get: ({ before, path, uid }) => before.get(path)?.uid === uid },
  'privacyRequests/*': { get: isSubject, list: asksForTheirs },
  'orgs/*': { get: may('org.read'), update: both(may('org.write'), (knock) => isOrgWork(knock, knock.path)) },
  'orgs/*/members/*': {
    ...reading(may('org.read')),
    update: both(may('org.read'), ({ ids, uid }) => ids[1] === uid, isPresence),
  },
  'orgs/*/accounts/*': reading(may('org.read')),
  'orgs/*/auditLog/*': reading(may('audit.read')),
  'orgs/*/privacyRequests/*': reading(may('contact.delete')),
  'orgs/*/billing/*': { get: may('billing.write') }, // there is one; nobody lists it
  'orgs/*/invites/*': reading(may('member.write')),
  'orgs/*/telemetry/*': { create: both(may('org.read'), isCounting) },
  'orgs/*/usage/*': reading(may('usage.read')),
  'orgs/*/contacts/*': {
    get: inSight,
    list: asksForOwn,
    update: both(may('contact.write'), inSight, (knock) => isContactWork(knock, knock.path)),
  },
  'orgs/*/contacts/*/messages/*': {
    ...reading(inSight),
    create: both(may('message.send'), inSight, (knock) => isSending(knock, contactOf(knock), knock.ids[2]!)),
    update: both(may('message.send'), inSight, (knock) => isCancel(knock, knock.path)),
  },
  'orgs/*/contacts/*/notes/*': {
    ...reading(inSight),
    create: both(may('note.write'), inSight, (knock) => isNote(knock, contactOf(knock), knock.path)),
  },
  'orgs/*/contacts/*/consents/*': reading(inSight),
};

function knockAt(path: string, method: Method, asked: Asked, query?: Query): boolean {
  const parts = path.split('/');
  const shape = parts.map((part, at) => (at % 2 === 0 ? part : '*')).join('/');
  const answer = DOORS[shape]?.[method];
  if (!answer) return false;
  const ids = parts.filter((_, at) => at % 2 === 1);
  const seat = parts[0] === 'orgs' ? seatIn(asked.before, ids[0]!, asked.uid) : OUTSIDER;
  return answer({ ...asked, path, ids, seat, ...(query && { query }) });
}

function mayList(world: World, uid: string, query: Query): boolean {
  const isPage = query.limit !== null && query.limit <= LIMITS.listPage;
  if (!isPage || query.isGroup) return false;
  const folder = query.parent === '' ? query.collection : `${query.parent}/${query.collection}`;
  return knockAt(`${folder}/any`, 'list', { uid, before: world, after: world }, query);
}

/** A batch is held to the policy one by one; each sees what the whole batch leaves behind. */
function mayWrite(before: World, uid: string, writes: Write[]): boolean {
  const after = new Map(before);
  for (const { op, path, data = {} } of writes) {
    if (op === 'delete') after.delete(path);
    else after.set(path, op === 'create' ? data : merged(before.get(path) ?? {}, data));
  }
  return writes.every(
    ({ op, path }) => (op !== 'update' || before.has(path)) && knockAt(path, op, { uid, before, after }),
  );
}

function isPreferenceChange({ before, after, path }: Knock): boolean {
  const page = after.get(path)!;
  const onlyThese = changedKeys(before.get(path)!, page).every((key) => key === 'preferences');
  return onlyThese && preferencesSchema.safeParse(page.preferences).success;
}

function isPresence({ before, after, path }: Knock): boolean {
  const [old, seat] = [before.get(path)!, after.get(path)!];
  const onlyThat = changedKeys(old, seat).every((key) => key === 'lastActiveAt');
  return onlyThat && isNow(seat.lastActiveAt) && isOlderThan(old.lastActiveAt, LIMITS.lastActiveMinutes);
}
