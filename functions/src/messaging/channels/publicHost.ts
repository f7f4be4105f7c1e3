import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';

/** Addresses that are not on the public internet (RFC 6890): a mailbox there would let a customer reach into our network. */
const PRIVATE_V4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16], // link local, the cloud's metadata server among them
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const;
const PUBLIC_V6 = ['2000::', 3] as const;
const EMBEDDED_V4 = [
  ['2001::', 32], // Teredo
  ['2002::', 16], // 6to4
] as const;

const blocked = new BlockList();
PRIVATE_V4.forEach(([net, prefix]) => blocked.addSubnet(net, prefix, 'ipv4'));
EMBEDDED_V4.forEach(([net, prefix]) => blocked.addSubnet(net, prefix, 'ipv6'));
const publicV6 = new BlockList();
publicV6.addSubnet(...PUBLIC_V6, 'ipv6');

/** @internal */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 4) return !blocked.check(address, 'ipv4');
  return isIP(address) === 6 && publicV6.check(address, 'ipv6') && !blocked.check(address, 'ipv6');
}

/** The address to connect to, looked up once so that it cannot change in between; null if it is not a public one. @processor organization-mail */
export async function publicAddressOf(host: string): Promise<string | null> {
  const found = await lookup(host, { all: true, verbatim: true });
  return found.every(({ address }) => isPublicAddress(address)) ? (found[0]?.address ?? null) : null;
}
