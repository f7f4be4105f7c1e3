import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { REGION } from '../ports.js';
import { inRoot } from '../world/places.js';

export interface Header {
  key: string;
  value: string;
}

/** Where the browser of a deployed site reads and writes: Firebase, and nobody else. */
const FIREBASE = [
  'https://identitytoolkit.googleapis.com', // signing in and up
  'https://securetoken.googleapis.com', // the token of who is signed in
  'https://firestore.googleapis.com',
];

/** Features of a browser that LeadPulse has no use for: neither it nor anything that got into it may ask. */
const NOT_USED = [
  ...['accelerometer', 'browsing-topics', 'camera', 'display-capture', 'geolocation', 'gyroscope', 'hid'],
  ...['idle-detection', 'magnetometer', 'microphone', 'midi', 'payment', 'screen-wake-lock', 'serial', 'usb'],
];

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** The functions of a Firebase project, as its callables are addressed. */
function functionsOrigin(projectId: string): string {
  return `https://${REGION}-${projectId}.cloudfunctions.net`;
}

/** Nothing is allowed but what stands here. Decision 015 says why each line is as it is. */
function contentSecurityPolicy(asked: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    `connect-src ${["'self'", ...asked].join(' ')}`,
    "frame-src 'self'", // of which only MAIL_FRAME lets itself be framed
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** What goes with every answer of the site. `asked`: the origins that its pages may ask besides its own. */
export function securityHeaders(asked: readonly string[]): Header[] {
  return Object.entries({
    'Content-Security-Policy': contentSecurityPolicy(asked),
    'Strict-Transport-Security': `max-age=${2 * YEAR_SECONDS}; includeSubDomains`,
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'strict-origin',
    'Permissions-Policy': NOT_USED.map((feature) => `${feature}=()`).join(', '),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
  }).map(([key, value]) => ({ key, value }));
}

/** The headers of a site that is deployed to this project. */
export function deployedHeaders(projectId: string): Header[] {
  return securityHeaders([...FIREBASE, functionsOrigin(projectId)]);
}

/** The page in which a mail is shown as it was sent; it is empty and runs nothing. */
export const MAIL_FRAME = '/mail-frame.html';

/** What a mail may bring along, in that page alone: its styles, and its pictures once they were asked for. Decision 022 says why. */
export const MAIL_FRAME_HEADERS: Header[] = Object.entries({
  'Content-Security-Policy':
    "default-src 'none'; style-src 'unsafe-inline'; img-src data: https:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
  'X-Frame-Options': 'SAMEORIGIN',
  'Referrer-Policy': 'no-referrer',
}).map(([key, value]) => ({ key, value }));

const firebaseJsonSchema = z.looseObject({
  hosting: z.looseObject({
    headers: z.array(
      z.object({ source: z.string(), headers: z.array(z.object({ key: z.string(), value: z.string() })) }),
    ),
  }),
});
type FirebaseJson = z.infer<typeof firebaseJsonSchema>;

export function readFirebaseJson(): FirebaseJson {
  const config: unknown = JSON.parse(readFileSync(inRoot('firebase.json'), 'utf8'));
  firebaseJsonSchema.parse(config);
  return config as FirebaseJson; // not what the schema made of it: that has another order
}

/** The same configuration with other headers on every path. Of two rules for one path the later one counts. */
export function withHeaders(config: FirebaseJson, headers: Header[]): FirebaseJson {
  const others = config.hosting.headers.filter(({ source }) => source !== '**' && source !== MAIL_FRAME);
  const written = [
    { source: '**', headers },
    { source: MAIL_FRAME, headers: MAIL_FRAME_HEADERS },
  ];
  return { ...config, hosting: { ...config.hosting, headers: [...others, ...written] } };
}

/** The project that `firebase deploy` takes unless it is told another one. */
export function defaultProject(): string {
  const firebaserc: unknown = JSON.parse(readFileSync(inRoot('.firebaserc'), 'utf8'));
  return z.object({ projects: z.object({ default: z.string() }) }).parse(firebaserc).projects.default;
}
