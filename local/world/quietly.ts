import type { Ports } from '../ports.js';
import { HOST } from '../ports.js';

/** Runs with the triggers off, so that seeding many documents does not start as many functions. */
export async function withoutTriggers(ports: Ports, act: () => Promise<void>): Promise<void> {
  const hasFunctions = await switchTriggers(ports, 'disable');
  try {
    await act();
  } finally {
    if (hasFunctions) await switchTriggers(ports, 'enable');
  }
}

/** False in a world without functions: there is nothing to switch. */
async function switchTriggers(ports: Ports, to: 'disable' | 'enable'): Promise<boolean> {
  const url = `http://${HOST}:${ports.hub}/functions/${to}BackgroundTriggers`;
  const response = await fetch(url, { method: 'PUT' });
  if (!response.ok && response.status !== 400) throw new Error(`${url} answered ${response.status}`);
  return response.ok;
}
