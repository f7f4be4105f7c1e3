import { fold } from '@leadpulse/model';
import type { Origin } from './names.js';
import { COMPANIES, MAIL_HOSTS, ORIGINS } from './names.js';
import type { Random } from './random.js';

export interface Lead {
  contactId: string;
  given: string;
  name: string;
  company: string;
  email: string;
  phone: string;
}

/** Makes people up, all with different names, addresses and numbers; every one answers when written to. */
export function makeLeads(random: Random, count: number): Lead[] {
  const leads = new Map<string, Lead>();
  const phones = new Set<string>();
  while (leads.size < count) {
    const lead = makeLead(random);
    if (leads.has(lead.contactId) || phones.has(lead.phone)) continue;
    phones.add(lead.phone);
    leads.set(lead.contactId, lead);
  }
  return [...leads.values()];
}

function makeLead(random: Random): Lead {
  const origin = pickOrigin(random);
  const given = random.pick(origin.given);
  const family = random.pick(origin.family);
  const plain = (text: string): string =>
    fold(text)
      .replace('ß', 'ss')
      .replace(/[^a-z]/g, '');
  const local = random.chance(0.7)
    ? `${plain(given)}.${plain(family)}`
    : `${plain(given).slice(0, 1)}${plain(family)}${random.int(2, 89)}`;
  return {
    contactId: `${plain(given)}-${plain(family)}`,
    given,
    name: `${given} ${family}`,
    company: random.chance(0.3) ? random.pick(COMPANIES) : '',
    email: `${local}@${random.pick(MAIL_HOSTS)}`,
    phone: origin.phone(random.int(7, 99), random.int(0, 99)),
  };
}

function pickOrigin(random: Random): Origin {
  let left = random.next() * ORIGINS.reduce((sum, { weight }) => sum + weight, 0);
  for (const origin of ORIGINS) {
    left -= origin.weight;
    if (left < 0) return origin;
  }
  throw new Error('no origin left');
}
