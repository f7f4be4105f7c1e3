import { LIMITS, newestPart } from '@leadpulse/model';
import { expect } from 'chai';
import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { MailReading } from './readMail.js';
import { readMail } from './readMail.js';

const FOLDER = new URL('../../../../tests/fixtures/mails/', import.meta.url);

/** What a person would expect of a fixture mail; what is not said there is not looked at. */
const expectedSchema = z.strictObject({
  why: z.string(),
  kind: z.string(),
  from: z.string().optional(),
  name: z.string().optional(),
  subject: z.string().optional(),
  newest: z.string().optional(),
  contains: z.array(z.string()).optional(),
  hasHtml: z.boolean().optional(),
  messageId: z.string().optional(),
  messageIdLike: z.string().optional(),
  references: z.array(z.string()).optional(),
  attachments: z.array(z.record(z.string(), z.unknown())).optional(),
  report: z.unknown().optional(),
  quotes: z.string().optional(),
  voice: z.unknown().optional(),
  proven: z.boolean().optional(),
});

const names = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.eml'))
  .map((name) => name.slice(0, -4));

async function readFixture(name: string) {
  const raw = readFileSync(new URL(`${name}.eml`, FOLDER));
  const mail = await readMail(raw, { isReceivedByGoogle: true });
  const json: unknown = JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8'));
  return { mail: mail!, expected: expectedSchema.parse(json) };
}

function seenIn(mail: MailReading): Record<string, unknown> {
  const { from, voice, text } = mail;
  const newest = newestPart(text);
  return {
    ...mail,
    from: from.address,
    name: from.name,
    newest,
    voice: voice?.relay,
    proven: voice?.isProven,
  };
}

/** What is not simply the same. */
const CHECKS: Record<string, (mail: MailReading, expected: unknown) => void> = {
  contains: ({ text }, words) => (words as string[]).forEach((word) => expect(text).to.include(word)),
  messageIdLike: ({ messageId }, like) => expect(messageId).to.match(new RegExp(String(like))),
  quotes: ({ reportText }, id) => expect(reportText).to.include(id),
  attachments: ({ attachments }, listed) => {
    const rows = listed as Record<string, unknown>[];
    expect(attachments.length).to.equal(rows.length);
    rows.forEach((row, at) => expect(attachments[at]).to.include(row));
  },
};

describe('a mail as it came over the wire', () => {
  it('is tried in sixty forms or more', () => expect(names.length).to.be.at.least(60));

  for (const name of names) {
    it(`is read as a person would read it: ${name}`, async () => {
      const { mail, expected } = await readFixture(name);
      const seen = seenIn(mail);
      for (const [field, value] of Object.entries(expected)) {
        if (field in CHECKS) CHECKS[field]?.(mail, value);
        else if (field !== 'why') expect(seen[field], `${field}: ${expected.why}`).to.deep.equal(value);
      }
    });
  }

  const received = { isReceivedByGoogle: false };
  const headed = (type: string, body: string) =>
    Buffer.from(
      `From: jane@example.com\r\nTo: sales@harbor.example\r\nMessage-ID: <big@example.com>\r\nMIME-Version: 1.0\r\nContent-Type: ${type}\r\n\r\n${body}\r\n`,
    );

  it('of ten megabytes is read within seconds, and its text is bounded', async () => {
    const part = (type: string, body: string) => `--b\r\nContent-Type: ${type}\r\n\r\n${body}\r\n`;
    const file = Buffer.alloc(7_400_000, 'x').toString('base64').replace(/.{76}/g, '$&\r\n');
    const attached = `--b\r\nContent-Type: video/mp4\r\nContent-Disposition: attachment; filename=tour.mp4\r\nContent-Transfer-Encoding: base64\r\n\r\n${file}\r\n--b--`;
    const raw = headed(
      'multipart/mixed; boundary=b',
      part('text/plain', 'The tour.\r\n'.repeat(20_000)) + attached,
    );
    expect(raw.length).to.be.above(10_000_000);
    const mail = await readMail(raw, received);
    expect(mail?.text).to.have.length(LIMITS.emailBody);
    expect(mail?.attachments).to.deep.equal([
      { partId: '2', name: 'tour.mp4', type: 'video/mp4', size: 7_400_000, isInline: false },
    ]);
  });

  it('of ten megabytes of HTML is read by its beginning', async () => {
    const mail = await readMail(
      headed('text/html', `<p>Hello</p>${'<div><b>more</b> '.repeat(600_000)}`),
      received,
    );
    expect(mail?.text)
      .to.match(/^Hello\nmore /)
      .and.have.length(LIMITS.emailBody);
  });

  it('of parts within parts within parts is read to an end', async () => {
    const depth = 400;
    const open = Array.from(
      { length: depth },
      (_, at) => `--b${at}\r\nContent-Type: multipart/mixed; boundary=b${at + 1}\r\n\r\n`,
    );
    const raw = headed(
      'multipart/mixed; boundary=b0',
      `${open.join('')}--b${depth}\r\nContent-Type: text/plain\r\n\r\ndeep`,
    );
    expect((await readMail(raw, received))?.from.address).to.equal('jane@example.com');
  });

  it('that says it is from Google Voice is a person’s where Google did not receive it', async () => {
    const raw = readFileSync(new URL(`${names.find((name) => name.endsWith('voice-new'))!}.eml`, FOLDER));
    const mail = await readMail(raw, received);
    expect(mail).to.deep.include({ kind: 'person' });
    expect(mail?.voice?.isProven).to.be.false;
  });

  for (const noMail of ['', 'no header at all', '\0\0\0', 'From: \r\n\r\nx']) {
    it(`is none without a sender: ${JSON.stringify(noMail)}`, async () => {
      expect(await readMail(Buffer.from(noMail), received)).to.be.null;
    });
  }
});
