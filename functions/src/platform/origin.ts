import type { AuditOrigin } from '@leadpulse/model';
import { isIPv4, isIPv6 } from 'node:net';

interface Asking {
  ip?: string | undefined;
  headers: Record<string, string | string[] | undefined>;
}

/** Where a request came from, coarsely: enough to notice a strange place, too little to follow a person. */
export function originOf({ ip, headers }: Asking): AuditOrigin {
  return { network: networkOf(ip ?? ''), browser: browserOf(String(headers['user-agent'] ?? '')) };
}

/** An IPv4 /24, an IPv6 /48, or ''. */
function networkOf(ip: string): string {
  const plain = ip.replace(/^::ffff:/, '');
  if (isIPv4(plain)) return `${plain.split('.').slice(0, 3).join('.')}.0/24`;
  if (!isIPv6(plain)) return '';
  const [head = ''] = plain.split('::');
  const groups = [...head.split(':').filter(Boolean), '0', '0', '0'].slice(0, 3);
  return `${groups.join(':')}::/48`;
}

const BROWSERS: [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];

function browserOf(userAgent: string): string {
  return BROWSERS.find(([pattern]) => pattern.test(userAgent))?.[1] ?? 'other';
}
