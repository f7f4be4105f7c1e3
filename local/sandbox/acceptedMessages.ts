import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

export const submissionSchema = z.strictObject({
  channel: z.enum(['sms', 'email']),
  from: z.string().min(1),
  to: z.string().min(1),
  subject: z.string().optional(),
  body: z.string().min(1),
  clientRef: z.string().regex(/^[^/]+\/[^/]+\/[^/]+$/, 'orgId/contactId/messageId'),
});
export type Submission = z.infer<typeof submissionSchema>;

const acceptedSchema = submissionSchema.extend({
  id: z.string(),
  idempotencyKey: z.string(),
  acceptedAt: z.string(),
});
export type Accepted = z.infer<typeof acceptedSchema>;

/** Everything the provider accepted, one line of JSON each, so that a restart forgets nothing. */
export class AcceptedMessages {
  private readonly byKey = new Map<string, Accepted>();
  private readonly postsByKey = new Map<string, number>();

  constructor(private readonly file: string) {
    if (!existsSync(file)) return;
    const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
    for (const line of lines) {
      const message = acceptedSchema.parse(JSON.parse(line));
      this.byKey.set(message.idempotencyKey, message);
    }
  }

  /** The same key is the same message: it is accepted once, however often it is posted. */
  accept(submission: Submission, idempotencyKey: string, now: Date): { message: Accepted; isNew: boolean } {
    this.postsByKey.set(idempotencyKey, (this.postsByKey.get(idempotencyKey) ?? 0) + 1);
    const known = this.byKey.get(idempotencyKey);
    if (known) return { message: known, isNew: false };
    const id = `sb_${now.getTime().toString(36)}_${this.byKey.size + 1}`;
    const message = { ...submission, id, idempotencyKey, acceptedAt: now.toISOString() };
    this.byKey.set(idempotencyKey, message);
    appendFileSync(this.file, `${JSON.stringify(message)}\n`);
    return { message, isNew: true };
  }

  /** All of them, or those of one reference; `posts` counts how often each was handed over in this run. */
  list(clientRef?: string): (Accepted & { posts: number })[] {
    return [...this.byKey.values()]
      .filter((message) => clientRef === undefined || message.clientRef === clientRef)
      .map((message) => ({ ...message, posts: this.postsByKey.get(message.idempotencyKey) ?? 0 }));
  }

  /** How many messages an address has had before this one. */
  turnOf({ to, id }: Accepted): number {
    const toThem = [...this.byKey.values()].filter((message) => message.to === to);
    return toThem.findIndex((message) => message.id === id);
  }
}
