import type { MailingDocument, MailList, Skip } from '@leadpulse/model';
import { MAIL_LIST_FACTS, planNews, planPolicyNotice } from '@leadpulse/model';
import { SUPPORT_ADDRESS } from '@leadpulse/policy/contact';
import type { PolicyVersion } from '@leadpulse/policy/clause';
import type { Query } from 'firebase-admin/firestore';
import { createHash } from 'node:crypto';
import { config } from '../platform/config.js';
import { db } from '../platform/firestore.js';
import type { OwnMail } from '../platform/ownMail.js';
import type { Letter } from './letter.js';
import { LetterProblem } from './letter.js';
import { letterId } from './lateBounce.js';
import { renderLetter } from './letterMail.js';
import { mailChoicesPage, mailToken, oneClickUrl } from './mailLink.js';

type Reading = Parameters<typeof planNews>[1];

/** One mail to many: who comes into question, who is written to at the moment, and what. */
export interface Mailing {
  id: string; // of what is said: the same said again is the same mailing
  mailClass: MailingDocument['mailClass'];
  subject: string;
  audience: () => Query;
  plan: (reading: Reading) => Skip | 'send';
  mailTo: (uid: string, address: string) => OwnMail;
}

/** News of a list, to those who asked for it; every copy carries the way out (RFC 8058, CAN-SPAM). */
export function newsMailing(list: MailList, letter: Letter, companyAddress = ownAddress()): Mailing {
  const { preference, name } = MAIL_LIST_FACTS[list];
  const id = idOf(list, JSON.stringify(letter));
  return {
    id,
    mailClass: list,
    subject: letter.subject,
    audience: () => db().collection('users').where(`preferences.${preference}`, '==', true),
    plan: (reading) => planNews(list, reading),
    mailTo: (uid, to) => {
      const own = mailToken({ uid, scope: list });
      const foot = {
        why: `You get this because you asked LeadPulse for ${name.toLowerCase()}.`,
        button: 'Stop it, or choose what you get',
        link: mailChoicesPage(mailToken({ uid, scope: 'all' })),
        address: companyAddress,
      };
      const headers = {
        'List-Unsubscribe': `<${oneClickUrl(own)}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        'List-Id': `LeadPulse ${name.toLowerCase()} <${list}.news.${config().mailDomain}>`,
      };
      const { subject } = letter;
      return {
        mailClass: list,
        to,
        replyTo: SUPPORT_ADDRESS,
        subject,
        messageId: letterId(id, uid),
        headers,
        ...renderLetter(letter, foot),
      };
    },
  };
}

/** A notice of a version of the policy to every account holder who has not accepted it yet. */
export function policyMailing({ version, summary }: PolicyVersion, companyAddress = ownAddress()): Mailing {
  const day = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' }).format(
    Date.parse(version),
  );
  const subject = 'Our privacy policy changes';
  const paragraph = (text: string) => ({ kind: 'paragraph' as const, spans: [{ text }] });
  const letter: Letter = {
    subject,
    blocks: [
      paragraph(`From ${day} on a new version of LeadPulse’s privacy policy holds. What is new: ${summary}`),
      paragraph(
        'When you next open LeadPulse you see word for word what changed. Going on to use it accepts it.',
      ),
    ],
  };
  const why = 'This is an account notice: it belongs to your LeadPulse account and cannot be switched off.';
  const foot = {
    why,
    button: 'Read the policy',
    link: `${config().siteUrl}/privacy`,
    address: companyAddress,
  };
  const id = `policy-${version}`;
  return {
    id,
    mailClass: 'policy-change',
    subject,
    audience: () => db().collection('users'),
    plan: (reading) => planPolicyNotice(version, reading),
    mailTo: (uid, to) => ({
      ...{ mailClass: 'policy-change', to, replyTo: SUPPORT_ADDRESS, subject, messageId: letterId(id, uid) },
      ...renderLetter(letter, foot),
    }),
  };
}

/** A letter to many says where we can be reached by post, or does not go. */
function ownAddress(): string {
  const { companyAddress } = config();
  if (companyAddress !== '') return companyAddress;
  throw new LetterProblem(
    'COMPANY_ADDRESS is not set: the law wants a postal address in every such mail (CAN-SPAM).',
  );
}

function idOf(list: MailList, said: string): string {
  return `${list}-${createHash('sha256').update(said).digest('hex').slice(0, 20)}`;
}
