import { Journal } from '../journal.js';

/** How pushes reach the product: as they come, each twice with an older one last, or not at all. */
export type PushMode = 'plain' | 'disorderly' | 'lost';

/** Somebody's Google account with its mailbox. */
export interface Mailbox {
  id: string; // the address
  name: string;
  historyId: number; // of the newest change
  forgottenTo: number; // changes up to here are forgotten: 404
  pushes: PushMode;
  putsOwnIds: boolean; // Gmail may replace the Message-ID of what is sent
  watch: { topicName: string; endsAtMs: number } | null;
}

export interface KeptMail {
  id: string;
  mailbox: string;
  threadId: string;
  labels: string[];
  raw: string; // base64url
  messageId: string;
  atMs: number;
  historyId: number;
  sentIn?: number; // the change in which a draft went out
}

/** What a person agreed to; its id is the refresh token. */
export interface Grant {
  id: string;
  mailbox: string;
  scopes: string[];
}

/** An authorization code, to be traded in once. */
export interface Code {
  id: string;
  mailbox: string;
  scopes: string[];
  nonce: string;
  challenge: string;
  redirectUri: string;
  isUsed: boolean;
}

interface Token {
  id: string;
  grant: string;
  endsAtMs: number;
}

interface Kept {
  mailbox: Mailbox;
  mail: KeptMail;
  grant: Grant;
  code: Code;
  token: Token;
}

/** Everything the stand-in knows. */
export class GoogleStore extends Journal<Kept> {}
