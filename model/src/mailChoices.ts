import { z } from 'zod';
import { MAIL_LISTS } from './mailClasses.js';

/** What a link in a mail may change: the one list it came from, or all of them. */
export const mailScopeSchema = z.enum([...MAIL_LISTS, 'all']);
export type MailScope = z.infer<typeof mailScopeSchema>;

export const MAIL_TOKEN_LENGTH = 300;
const tokenSchema = z.string().max(MAIL_TOKEN_LENGTH, `at most ${MAIL_TOKEN_LENGTH} characters`);
const mailListSchema = z.enum(MAIL_LISTS);

/** What the page of a mail's link asks, by the token in the link and nothing else. `change` null: only look. */
export const mailChoicesAskSchema = z.strictObject({
  token: tokenSchema,
  change: z.strictObject({ list: mailListSchema, given: z.boolean() }).nullable(),
});

/** A list that the link may change; `sinceMs`: when that was chosen, epoch ms, null where it never was. */
export const mailChoiceSchema = z.strictObject({
  list: mailListSchema,
  given: z.boolean(),
  sinceMs: z.number().nullable(),
});
export type MailChoice = z.infer<typeof mailChoiceSchema>;

/** `gone`: the link is ours, and its account is no more; nothing is sent to it. */
export const mailChoicesAnswerSchema = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('known'), choices: z.array(mailChoiceSchema) }),
  z.strictObject({ outcome: z.literal('gone') }),
]);
export type MailChoicesAnswer = z.infer<typeof mailChoicesAnswerSchema>;
