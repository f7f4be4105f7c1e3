import type { AccountNotice } from '@leadpulse/model';
import { MAIL_CLASS_HEADER } from '@leadpulse/model';
import { z } from 'zod';
import type { Ports } from '../ports.js';
import { HOST, PROJECT_ID } from '../ports.js';

const POLL_MS = 500;

const codesSchema = z.object({
  oobCodes: z
    .array(z.object({ email: z.string(), oobCode: z.string(), oobLink: z.string(), requestType: z.string() }))
    .default([]),
});
export type AuthCode = z.infer<typeof codesSchema>['oobCodes'][number];

export interface AuthMail {
  to: string;
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
}

interface Words {
  notice?: AccountNotice; // none: a kind that we do not use
  subject: string;
  why: string;
  button: string;
}

const WORDS: Record<string, Words> = {
  VERIFY_EMAIL: {
    notice: 'confirm-address',
    subject: 'Confirm your email address',
    why: 'Welcome to LeadPulse. Please confirm that this is your email address.',
    button: 'Confirm email address',
  },
  PASSWORD_RESET: {
    notice: 'reset-password',
    subject: 'Choose a new password',
    why: 'Somebody, probably you, asked for a new password for your LeadPulse sign-in.',
    button: 'Choose a new password',
  },
  VERIFY_AND_CHANGE_EMAIL: {
    subject: 'Confirm your new email address',
    why: 'Please confirm that LeadPulse may use this email address for your sign-in from now on.',
    button: 'Confirm new email address',
  },
};

const OTHER: Words = {
  subject: 'Your sign-in link',
  why: 'Here is your link to sign in to LeadPulse.',
  button: 'Sign in',
};

/** The mail for a code of Firebase Authentication; its link leads to our own page, as the deployed template does. */
export function authMailFor(code: AuthCode, siteUrl: string): AuthMail {
  const words = WORDS[code.requestType] ?? OTHER;
  const link = actionLink(code, siteUrl);
  const ignore = 'If you did not ask for this, you can ignore this mail; nothing changes.';
  return {
    to: code.email,
    subject: words.subject,
    text: `${words.why}\n\n${words.button}:\n${link}\n\n${ignore}\n`,
    html: `<!doctype html><html lang="en"><body style="font:16px/1.5 system-ui,sans-serif;color:#16211f;margin:32px">
<p>${words.why}</p>
<p><a href="${link.replaceAll('&', '&amp;')}" style="background:#0f766e;color:#fff;padding:12px 20px;border-radius:8px;text-decoration:none">${words.button}</a></p>
<p style="color:#5b6b68;font-size:14px">${ignore}</p></body></html>`,
    headers: { ...(words.notice && { [MAIL_CLASS_HEADER]: words.notice }) },
  };
}

/** The emulator's own link, moved to `/auth/action` of our site with mode, code and way back. */
function actionLink(code: AuthCode, siteUrl: string): string {
  const given = new URL(code.oobLink).searchParams;
  const link = new URL('/auth/action', siteUrl);
  link.searchParams.set('mode', given.get('mode') ?? 'signIn');
  link.searchParams.set('oobCode', code.oobCode);
  for (const name of ['continueUrl', 'lang']) {
    const value = given.get(name);
    if (value) link.searchParams.set(name, value);
  }
  return link.href;
}

/** Passes each new code of the Auth emulator, which sends no mail, on as a mail; answers how to stop. */
export function relayAuthMail(
  ports: Ports,
  siteUrl: string,
  send: (mail: AuthMail) => Promise<void>,
): () => void {
  const passedOn = new Set<string>();
  const url = `http://${HOST}:${ports.auth}/emulator/v1/projects/${PROJECT_ID}/oobCodes`;
  const poll = async (): Promise<void> => {
    const { oobCodes } = codesSchema.parse(await (await fetch(url)).json());
    for (const code of oobCodes.filter(({ oobCode }) => !passedOn.has(oobCode))) {
      passedOn.add(code.oobCode);
      await send(authMailFor(code, siteUrl));
    }
  };
  return repeatedly(POLL_MS, poll);
}

/** Runs again and again with a pause between; a failed round (the emulators are going down) is followed by the next. */
export function repeatedly(pauseMs: number, act: () => Promise<void>): () => void {
  let stopped = false;
  let timer: NodeJS.Timeout;
  const round = (): void => {
    const next = (): void => {
      if (!stopped) timer = setTimeout(round, pauseMs);
    };
    act().then(next, next);
  };
  timer = setTimeout(round, pauseMs);
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
