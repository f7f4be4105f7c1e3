/** The timers that are offered; the rules let in any whole number of days from 30 to 3650. */
export const TIMERS = [
  { value: 'forever', label: 'Forever' },
  { value: '90', label: '90 days' },
  { value: '180', label: '180 days' },
  { value: '365', label: '1 year' },
  { value: '730', label: '2 years' },
  { value: '1825', label: '5 years' },
];

export function conversationWords(count: number): string {
  if (count === 0) return 'No conversation';
  return count === 1 ? '1 conversation' : `${count.toLocaleString('en')} conversations`;
}
