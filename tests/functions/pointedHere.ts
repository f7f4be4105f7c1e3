import { pointAt } from '../../local/pointAt.js';

/** In a suite: what of the functions runs in this process works on the world under test; afterwards the process is as before. */
export function pointedHere(): void {
  const kept = { ...process.env };
  before(() => {
    process.env.PORT_BASE = process.env.WORLD_BASE ?? '5400';
    pointAt(undefined);
  });
  after(() => {
    process.env = kept;
  });
}
