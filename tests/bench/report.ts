import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export const ROOT = new URL('../..', import.meta.url).pathname;

/** A figure and what it is held against; `other` is a further comparison, a popular extension or a stricter floor. */
export interface Metric {
  name: string;
  unit: string;
  ours: number;
  against: number;
  other: number | null;
  ratio: number;
  /** What `ours` (without a floor measured in the same run) or `ratio` may be at most. */
  target: number;
  holds: boolean;
}

interface Figure {
  name: string;
  unit: string;
  ours: number;
  against: number;
  other?: number;
  target: number;
}

/** A metric whose figure itself has a target. */
export function absolute(figure: Figure): Metric {
  return metric(figure, round(figure.ours) <= figure.target);
}

/** A metric that is held against a floor measured in the same run. */
export function relative(figure: Figure): Metric {
  return metric(figure, round(figure.ours / figure.against) <= figure.target);
}

function metric({ other, ...figure }: Figure, holds: boolean): Metric {
  return {
    ...figure,
    ours: round(figure.ours),
    against: round(figure.against),
    other: other === undefined ? null : round(other),
    ratio: round(figure.ours / figure.against),
    holds,
  };
}

export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** The table that a person reads. */
export function tableOf(metrics: readonly Metric[]): string {
  const head = ['', 'unit', 'ours', 'against', 'other', 'ratio', 'target', ''];
  const rows = metrics.map((row) => [
    row.name,
    row.unit,
    String(row.ours),
    String(row.against),
    row.other === null ? '' : String(row.other),
    `${row.ratio}x`,
    `<= ${row.target}`,
    row.holds ? 'holds' : 'MISSED',
  ]);
  const widths = head.map((_, at) => Math.max(...[head, ...rows].map((row) => (row[at] ?? '').length)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, at) => (at < 2 || at === 7 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ');
  return [head, ...rows].map((row) => line(row).trimEnd()).join('\n');
}

/** Writes `reports/<name>.json`; parts that an earlier run of another part wrote stay when `keep` is set. */
export function writeReport(
  name: string,
  parts: Record<string, unknown>,
  { keep }: { keep: boolean },
): { file: string; stamp: { commit: string; at: string } } {
  const file = join(ROOT, 'reports', `${name}.json`);
  mkdirSync(dirname(file), { recursive: true });
  const earlier = keep ? readEarlier(file) : {};
  const stamp = { commit: commit(), at: new Date().toISOString() };
  writeFileSync(file, `${JSON.stringify({ ...earlier, ...stamp, ...parts }, null, 2)}\n`);
  return { file, stamp };
}

function readEarlier(file: string): Record<string, unknown> {
  try {
    const earlier = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    return earlier.commit === commit() ? earlier : {};
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return {};
    throw error;
  }
}

function commit(): string {
  return execFileSync('git', ['rev-parse', 'HEAD'], { cwd: ROOT, encoding: 'utf8' }).trim();
}
