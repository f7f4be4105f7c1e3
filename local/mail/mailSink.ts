import type { Servers } from 'maildev';
import { MailDev } from 'maildev';
import { join } from 'node:path';
import type { Ports } from '../ports.js';
import { HOST } from '../ports.js';

/** A mail as MailDev keeps it. */
export type Mail = NonNullable<Awaited<ReturnType<Servers['storage']['getById']>>>;

export interface MailSink {
  /** Calls back for every mail from now on. */
  onMail(listener: (mail: Mail) => void): void;
  /** Whether a mail with this Message-ID was accepted, now or in an earlier run. */
  hasAccepted(messageId: string): boolean;
  stop: () => Promise<void>;
}

/** Starts MailDev: a real SMTP server that keeps every mail in the world's folder and shows it on a web page. */
export async function startMailSink(ports: Ports, dir: string): Promise<MailSink> {
  const maildev = new MailDev({
    smtp: ports.smtp,
    ip: HOST,
    web: ports.mailWeb,
    webIp: HOST,
    mailDirectory: join(dir, 'mail'),
    silent: true,
  });
  const { smtp, storage } = await quietly(() => maildev.start());
  const accepted = new Set<string>();
  const remember = (mail: Mail): void => void accepted.add(messageIdOf(mail));
  (await storage.getAll()).forEach(remember);
  smtp.on('new', remember);
  return {
    onMail: (listener) => void smtp.on('new', listener),
    hasAccepted: (messageId) => accepted.has(messageId),
    stop: () => maildev.stop(),
  };
}

/** The Message-ID with its angle brackets, or '' for a mail without one. */
export function messageIdOf(mail: Pick<Mail, 'headers'>): string {
  const value = mail.headers['message-id'];
  return (Array.isArray(value) ? value[0] : value)?.trim() ?? '';
}

/** MailDev greets on the console even when it is asked to be silent. */
async function quietly<T>(act: () => Promise<T>): Promise<T> {
  const { info } = console;
  console.info = () => undefined;
  try {
    return await act();
  } finally {
    console.info = info;
  }
}
