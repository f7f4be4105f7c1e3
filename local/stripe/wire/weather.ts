import { setTimeout as wait } from 'node:timers/promises';

export interface Failure {
  method: string;
  path: string; // a part of the path
  status: number;
  times: number;
  when: 'before' | 'after'; // whether the call is done although it fails
  how: 'answer' | 'reset' | 'hang' | 'garble'; // garble: all goes well, but the objects lack what makes them
  customer?: string | undefined; // only calls that name this customer in their parameters
}

const REMEMBERED_CALLS = 5_000;

/** How the API behaves besides what it answers: how slow it is, what fails, and how often it was asked. */
export class Weather {
  private latency = { minMs: 0, maxMs: 0 };
  private failures: Failure[] = [];
  private readonly counts = new Map<string, number>();
  private said: string[] = [];

  setLatency(latency: { minMs: number; maxMs: number }): void {
    this.latency = latency;
  }

  /** A pause, half of the latency of a call; a call waits on its way in and on its way out. */
  async pause(): Promise<void> {
    const { minMs, maxMs } = this.latency;
    const ms = (minMs + Math.random() * (maxMs - minMs)) / 2;
    if (ms > 0) await wait(ms);
  }

  failNext(failure: Failure): void {
    this.failures.push({ ...failure });
  }

  /** The failure that is meant for this call, used up once. */
  failureFor(method: string, path: string, customer: unknown): Failure | undefined {
    const failure = this.failures.find(
      (each) =>
        each.method === method &&
        path.includes(each.path) &&
        (each.customer === undefined || each.customer === customer),
    );
    if (failure && (failure.times -= 1) === 0)
      this.failures = this.failures.filter((each) => each !== failure);
    return failure;
  }

  count(route: string): void {
    this.counts.set(route, (this.counts.get(route) ?? 0) + 1);
  }

  /** Remembers what a call said, word for word; the last few thousand of them. */
  hear(said: string): void {
    this.said = [...this.said.slice(1 - REMEMBERED_CALLS), said];
  }

  heard(): string[] {
    return this.said;
  }

  /** Calls of the API by route, such as `GET /v1/customers/:id`, since the last reset. */
  calls(): Record<string, number> {
    return Object.fromEntries(this.counts);
  }

  resetCalls(): void {
    this.counts.clear();
  }

  reset(): void {
    this.latency = { minMs: 0, maxMs: 0 };
    this.failures = [];
    this.counts.clear();
  }
}
