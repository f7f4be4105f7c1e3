import type { MailChoicesAnswer, MailList } from '@leadpulse/model';
import { mailChoicesAnswerSchema } from '@leadpulse/model';

/** Why the server did not answer with the choices; `failed`: it could not be reached, or broke. */
export type Trouble = 'link-invalid' | 'too-many' | 'failed';

export class ChoicesRefused extends Error {
  constructor(readonly trouble: Trouble) {
    super(trouble);
  }
}

/** Reads, or changes and reads, what the link's token allows: no sign-in, no SDK. */
export async function askChoices(
  token: string,
  change: { list: MailList; given: boolean } | null,
): Promise<MailChoicesAnswer> {
  const response = await fetch('/hooks/mail-choices', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token, change }),
    credentials: 'omit',
  }).catch(() => null);
  if (response === null) throw new ChoicesRefused('failed');
  if (!response.ok) throw new ChoicesRefused(troubleOf(response.status));
  return mailChoicesAnswerSchema.parse(await response.json());
}

function troubleOf(status: number): Trouble {
  if (status === 400 || status === 403) return 'link-invalid';
  return status === 429 ? 'too-many' : 'failed';
}
