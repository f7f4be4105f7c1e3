import type { MailServer } from './mailboxSettings.js';

/** What is known of a mail provider; the settings are its own help pages', as of 2026. */
export interface MailProvider {
  name: string;
  domains: readonly string[];
  imap: MailServer;
  smtp: MailServer;
  /** The everyday password does not open it: where a password for apps is made. null: it does. */
  appPassword: string | null;
  /** It files what is sent by SMTP under Sent by itself; a mail that is not there was not accepted. */
  filesSent?: true;
  /** Why no password of any kind opens it. */
  never?: string;
}

const tls = (host: string, port: number): MailServer => ({ host, port, secure: true });
const startTls = (host: string): MailServer => ({ host, port: 587, secure: false });

export const MAIL_PROVIDERS: readonly MailProvider[] = [
  {
    name: 'Gmail',
    domains: ['gmail.com', 'googlemail.com'],
    imap: tls('imap.gmail.com', 993),
    smtp: tls('smtp.gmail.com', 465),
    appPassword: 'myaccount.google.com/apppasswords, after 2-Step Verification is on',
    filesSent: true,
  },
  {
    name: 'Outlook.com',
    domains: ['outlook.com', 'hotmail.com', 'live.com', 'msn.com'],
    imap: tls('outlook.office365.com', 993),
    smtp: startTls('smtp.office365.com'),
    appPassword: null,
    filesSent: true,
    never:
      'Microsoft ended sign-in by password for other programs, app passwords included, so this mailbox cannot be connected. Have it forward its mails to one that can, such as Gmail, and connect that.',
  },
  {
    name: 'iCloud',
    domains: ['icloud.com', 'me.com', 'mac.com'],
    imap: tls('imap.mail.me.com', 993),
    smtp: startTls('smtp.mail.me.com'),
    appPassword: 'account.apple.com, Sign-In and Security, App-Specific Passwords',
  },
  {
    name: 'Yahoo',
    domains: ['yahoo.com', 'ymail.com', 'rocketmail.com', 'yahoo.co.uk', 'yahoo.de', 'yahoo.fr'],
    imap: tls('imap.mail.yahoo.com', 993),
    smtp: tls('smtp.mail.yahoo.com', 465),
    appPassword: 'login.yahoo.com/account/security, Generate app password',
  },
  {
    name: 'AOL',
    domains: ['aol.com', 'aim.com'],
    imap: tls('imap.aol.com', 993),
    smtp: tls('smtp.aol.com', 465),
    appPassword: 'login.aol.com/account/security, Generate app password',
  },
  {
    name: 'Fastmail',
    domains: ['fastmail.com', 'fastmail.fm'],
    imap: tls('imap.fastmail.com', 993),
    smtp: tls('smtp.fastmail.com', 465),
    appPassword: 'Fastmail, Settings, Privacy & Security, Manage app passwords',
  },
  {
    name: 'Zoho Mail',
    domains: ['zoho.com', 'zohomail.com'],
    imap: tls('imap.zoho.com', 993),
    smtp: tls('smtp.zoho.com', 465),
    appPassword: 'accounts.zoho.com, Security, App Passwords, if two-factor sign-in is on',
  },
  {
    name: 'GMX',
    domains: ['gmx.com', 'gmx.us'],
    imap: tls('imap.gmx.com', 993),
    smtp: startTls('mail.gmx.com'),
    appPassword: null,
  },
  {
    name: 'GMX',
    domains: ['gmx.de', 'gmx.net', 'gmx.at', 'gmx.ch'],
    imap: tls('imap.gmx.net', 993),
    smtp: tls('mail.gmx.net', 465),
    appPassword: null,
  },
  {
    name: 'WEB.DE',
    domains: ['web.de'],
    imap: tls('imap.web.de', 993),
    smtp: startTls('smtp.web.de'),
    appPassword: null,
  },
  {
    name: 'mail.com',
    domains: ['mail.com'],
    imap: tls('imap.mail.com', 993),
    smtp: tls('smtp.mail.com', 465),
    appPassword: null,
  },
  {
    name: 'Proton Mail',
    domains: ['proton.me', 'protonmail.com', 'pm.me'],
    imap: tls('imap.proton.me', 993),
    smtp: tls('smtp.proton.me', 465),
    appPassword: null,
    never:
      'Proton Mail can be read only through its Bridge, on a computer of your own, so this mailbox cannot be connected. Have it forward its mails to one that can, and connect that.',
  },
];

export interface FoundSettings {
  provider: MailProvider | null;
  imap: MailServer;
  smtp: MailServer;
}

/** The servers of an address: a known provider's, else the names that most domains use, to be looked over. */
export function findSettings(address: string): FoundSettings {
  const domain = address.trim().toLowerCase().split('@').at(-1) ?? '';
  const provider = MAIL_PROVIDERS.find(({ domains }) => domains.includes(domain)) ?? null;
  if (provider) return { provider, imap: provider.imap, smtp: provider.smtp };
  return { provider, imap: tls(`imap.${domain}`, 993), smtp: tls(`smtp.${domain}`, 465) };
}

/** What is known of whoever runs an IMAP server. */
export function providerAt(host: string): MailProvider | null {
  return MAIL_PROVIDERS.find(({ imap }) => imap.host === host.trim().toLowerCase()) ?? null;
}
