import type { Channel } from '@leadpulse/model';
import type { Random } from './random.js';

/** One line of a conversation script, its words not yet filled in. */
export interface Turn {
  by: 'lead' | 'team' | 'note';
  channel: Channel;
  afterMinutes: number;
  subject?: string;
  text: string;
}

const START = /^(?:\+(\d+)([mhd]) )?(>>|<<|>|<|#) (.*)$/;
const SPEAKERS: Record<string, Turn['by']> = { '>': 'lead', '<': 'team' };
const MINUTES = { m: 1, h: 60, d: 24 * 60 } as const;

/** Reads a script; a line that starts no turn goes on with the one before. */
export function readScript(script: string): Turn[] {
  const turns: Turn[] = [];
  for (const line of script.trim().split('\n')) {
    const start = START.exec(line);
    const current = turns.at(-1);
    if (start) turns.push(turnOf(start));
    else if (current) current.text += `\n${line}`;
    else throw new Error(`a script must begin with a turn, not with: ${line}`);
  }
  return turns;
}

function turnOf([, amount, unit, sign = '#', words = '']: RegExpExecArray): Turn {
  const isMail = sign.length === 2;
  const [subject, text = ''] = isMail && words.includes(' :: ') ? words.split(' :: ') : [undefined, words];
  return {
    by: SPEAKERS[sign.charAt(0)] ?? 'note',
    channel: isMail ? 'email' : 'sms',
    afterMinutes: unit ? Number(amount) * MINUTES[unit as keyof typeof MINUTES] : 0,
    ...(subject !== undefined && { subject }),
    text,
  };
}

/** Fills in `$words` and takes one of each `{a|b}`. */
export function fillIn(text: string, words: Readonly<Record<string, string>>, random: Random): string {
  return text
    .replace(/\{([^{}]*)\}/g, (_, choices: string) => random.pick(choices.split('|')))
    .replace(/\$([a-z]+\d?)/g, (whole, name: string) => words[name] ?? whole);
}
