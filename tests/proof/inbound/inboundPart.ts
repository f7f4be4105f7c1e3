import { openMailHouse } from '../../mailHouse/mailHouse.js';
import type { InboundReport } from './inbound.js';
import { receiveAll } from './inbound.js';

const SIZE = { people: 10, each: 6, texts: 120, orphans: 4 };

/** What comes in, and what providers tell of what went out: the `inbound` of `messaging` in reports/proof.json. */
export async function proveInbound(
  { faultsDir }: { faultsDir: string },
  log: (line: string) => void,
): Promise<{ part: { inbound: Omit<InboundReport, 'faults'> }; kept: boolean }> {
  const seed = Math.floor(Date.now() / 1000);
  log(`seed ${seed}`);
  const house = await openMailHouse();
  try {
    const { faults, ...inbound } = await receiveAll({ house, faultsDir, seed, size: SIZE, log });
    for (const fault of faults.slice(0, 20)) log(fault);
    return { part: { inbound }, kept: faults.length === 0 && isKept(inbound) };
  } finally {
    await house.stop();
  }
}

function isKept(report: Omit<InboundReport, 'faults'>): boolean {
  const { lost, doubled, misplaced, disordered, wrongAnswers, stuck, falseStatus, backwards, deaths } =
    report;
  const wrong = lost + doubled + misplaced + disordered + wrongAnswers + stuck + falseStatus + backwards;
  return wrong === 0 && deaths > 0;
}
