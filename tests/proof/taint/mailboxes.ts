import { AS_SENT, connectAccountContract } from '@leadpulse/model';
import { randomInt } from 'node:crypto';
import { siteUrl } from '../../../local/worldClient.js';
import { tokenOf } from '../../functions/callAs.js';
import { connectGmail, connectVoice, contactWith, google, messagesOf } from '../../functions/gmail.js';
import { connectMailbox, syncNow } from '../../functions/mailbox.js';
import { htmlMail } from '../../mailHouse/hostileMail.js';
import type { MailHouse } from '../../mailHouse/mailHouse.js';
import type { House } from './house.js';
import type { Lead } from './inside.js';
import { send } from './inside.js';

/** A Gmail mailbox of the house: a mail each way, a text by Google Voice, and one that only looks like it. */
export async function useGmail(house: House, lead: Lead): Promise<void> {
  const { owner, taints } = house;
  const gmail = await connectGmail(house, owner, { withSync: true });
  await send(house, lead, 'email', { accountId: gmail.account.id, from: gmail.mailbox });
  const where = 'a mail by Gmail';
  const from = taints.address(where);
  const words = { subject: taints.words(where), body: taints.words(where) };
  await google().mail({ mailbox: gmail.mailbox, from, ...words });
  await contactWith(house, 'emails', from);
  const number = `+1415${String(randomInt(2_000_000, 10_000_000))}`;
  await connectVoice(house, owner, { gmail: gmail.account, number });
  await text('a text by Google Voice', true);
  await text('a forged text of Google Voice', false);

  async function text(by: string, isKept: boolean): Promise<void> {
    const phone = taints.number(by, isKept);
    const body = taints.words(by, isKept);
    await google().text({ mailbox: gmail.mailbox, from: phone, number, body, isForged: !isKept });
    if (isKept) await contactWith(house, 'phones', phone);
  }
}

/** A mailbox of the house at a real mail server: a mail each way, one with HTML that is shown as sent, and a wrong password. */
export async function useMailbox(house: House, mailHouse: MailHouse, lead: Lead): Promise<void> {
  const { owner, orgId, email, taints } = house;
  const user = taints.word('accounts');
  const box = await connectMailbox(house, owner, mailHouse, user);
  await send(house, lead, 'email', { accountId: box.id, from: box.address });
  const where = 'a mail by IMAP';
  const from = taints.address(where);
  const html = `<p>${taints.words('the HTML of a mail', false)}</p>`;
  await mailHouse.put(user, htmlMail(box, from, { words: taints.words(where), html }));
  await syncNow(house, owner, box);
  const contact = await contactWith(house, 'emails', from);
  const [message] = await messagesOf(contact);
  const shown = await fetch(
    `${siteUrl()}/attachments/${orgId}/${contact.id}/${message?.id ?? ''}/${AS_SENT}`,
    {
      headers: { authorization: `Bearer ${tokenOf({ uid: owner.uid, email })}` },
    },
  );
  if ((await shown.text()) !== html) throw new Error('The mail was not shown as it was sent.');
  await beRefused(house, mailHouse);
}

async function beRefused({ owner, orgId, taints }: House, mailHouse: MailHouse): Promise<void> {
  const where = 'a mailbox that says no';
  const mailbox = { ...mailHouse.settings(taints.word(where, false)), password: taints.secret(where) };
  const account = { kind: 'imap' as const, displayName: taints.name(where, false), mailbox };
  const address = taints.address(where, false);
  const [outcome] = await Promise.allSettled([
    owner.call(connectAccountContract, { orgId, account: { ...account, address } }),
  ]);
  if (outcome.status === 'fulfilled') throw new Error('A mailbox was connected with a wrong password.');
}
