import type { ParsedMail } from 'mailparser';
import { simpleParser } from 'mailparser';
import { mailbox } from '../../local/worldClient.js';

/** The mail to this address as it really came over SMTP, read by another library than the one that wrote it. */
export async function receivedMail(to: string, body: string): Promise<ParsedMail> {
  const mail = await mailbox().find(
    (each) => each.to.some(({ address }) => address === to) && each.text.includes(body),
    40_000,
  );
  return simpleParser(await mailbox().source(mail.id));
}
