import type { Allowances } from '@leadpulse/model/plans';

/** What a plan includes, for its card; users are unlimited on every plan and said once. */
export function allowanceWords({ messages, contacts, accounts, aiCredits }: Allowances): string[] {
  return [
    `${count(messages)} messages a month`,
    `${count(contacts)} contacts`,
    `${count(accounts)} connected numbers and mailboxes`,
    `${count(aiCredits)} AI credits a month`,
  ];
}

/** `10,000` */
export function count(number: number): string {
  return number.toLocaleString('en');
}
