import type { Ports } from '../ports.js';
import { PROJECT_ID } from '../ports.js';

/** Whether the demo data is there already. */
export async function isSeeded(ports: Ports): Promise<boolean> {
  return Promise.resolve(ports.hosting > 0);
}

export async function seedDemo(ports: Ports, now: Date): Promise<void> {
  await Promise.resolve([ports, now, PROJECT_ID]);
}
