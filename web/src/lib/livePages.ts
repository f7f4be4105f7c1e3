import type { Row } from './live.js';

/** One document of a page; `cursor` is what the query's bounds understand (a document snapshot). */
export interface PageRow<T> extends Row<T> {
  cursor: unknown;
}

export interface Bounds {
  after: unknown;
  until: unknown;
  limit: number;
}

/** Listens to one slice of a query and returns how to stop. */
export type Watch<T> = (
  bounds: Bounds,
  on: { next: (rows: PageRow<T>[]) => void; failed: (code: string) => void },
) => () => void;

export type LiveRows<T> =
  | { status: 'loading' }
  | { status: 'failed'; code: string }
  | { status: 'ready'; rows: PageRow<T>[]; hasMore: boolean; isLoadingMore: boolean };

interface Page<T> {
  after: unknown;
  until: PageRow<T> | null; // set once a neighbour shifted: the page then covers exactly (after, until]
  limit: number;
  rows: PageRow<T>[] | null;
  next: PageRow<T> | null; // the row the following page starts after
  stop: () => void;
}

/**
 * A long list, page by page, every page live and without gaps: when a row is pushed over a page's edge, that page
 * alone is read again with a fixed end. It listens while somebody subscribes, and for a moment after.
 */
export class LivePages<T> {
  private pages: Page<T>[] = [];
  private state: LiveRows<T> = { status: 'loading' };
  private readonly listeners = new Set<() => void>();

  private leaving: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly watch: Watch<T>,
    private readonly size: number,
    private readonly max: number,
    private readonly linger: { ms: number; closed: () => void },
  ) {}

  readonly current = (): LiveRows<T> => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    clearTimeout(this.leaving);
    if (this.pages.length === 0) this.addPage(null);
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) this.leaving = setTimeout(this.close, this.linger.ms);
    };
  };

  /** Starts again after a failure. */
  readonly retry = (): void => {
    if (this.state.status !== 'failed') return;
    this.state = { status: 'loading' };
    this.emit();
    this.addPage(null);
  };

  /** Asks for the next page; does nothing while one is on its way or when there is none. */
  readonly more = (): void => {
    if (this.state.status !== 'ready' || !this.state.hasMore || this.state.isLoadingMore) return;
    const last = this.pages.at(-1);
    const edge = last?.rows?.at(-1);
    if (!last || !edge) return;
    last.next = edge;
    this.addPage(edge.cursor);
  };

  private addPage(after: unknown): void {
    const page: Page<T> = { after, until: null, limit: this.size, rows: null, next: null, stop: noop };
    this.pages.push(page);
    this.listen(page);
    this.publish();
  }

  private listen(page: Page<T>): void {
    const previous = page.stop;
    let isCurrent = true;
    let isFirst = true;
    const stop = this.watch(
      { after: page.after, until: page.until?.cursor ?? null, limit: page.limit },
      {
        next: (rows) => {
          if (!isCurrent) return;
          page.rows = rows;
          if (isFirst) previous();
          isFirst = false;
          this.closeGap(page);
          this.split(page);
          this.publish();
        },
        failed: (code) => {
          if (isCurrent) this.fail(code);
        },
      },
    );
    page.stop = () => {
      isCurrent = false;
      if (isFirst) previous();
      stop();
    };
  }

  /** A page whose edge row left it may miss rows before the next page: pin its end there. */
  private closeGap(page: Page<T>): void {
    const edge = page.next;
    if (!edge || page.until || page.rows?.some((row) => row.id === edge.id)) return;
    page.until = edge;
    page.limit = this.max;
    this.listen(page);
  }

  /** A pinned page that outgrew what one query may read goes on in a page of its own. */
  private split(page: Page<T>): void {
    const edge = page.rows?.at(-1);
    if (!page.until || !edge || edge.id === page.until.id || (page.rows?.length ?? 0) < page.limit) return;
    const { until, next } = page;
    const rest: Page<T> = { after: edge.cursor, until, limit: this.max, rows: null, next, stop: noop };
    page.until = null;
    page.next = edge;
    this.pages.splice(this.pages.indexOf(page) + 1, 0, rest);
    this.listen(rest);
  }

  private publish(): void {
    const [first] = this.pages;
    if (!first?.rows) return;
    const last = this.pages.at(-1);
    this.state = {
      status: 'ready',
      rows: distinct(this.pages.flatMap((page) => page.rows ?? [])),
      hasMore: last?.rows ? last.rows.length >= last.limit : true,
      isLoadingMore: last?.rows === null,
    };
    this.emit();
  }

  private fail(code: string): void {
    this.stop();
    this.state = { status: 'failed', code };
    this.emit();
  }

  readonly close = (): void => {
    clearTimeout(this.leaving);
    this.stop();
    this.state = { status: 'loading' };
    this.linger.closed();
  };

  private stop(): void {
    for (const page of this.pages) page.stop();
    this.pages = [];
  }

  private emit(): void {
    for (const listener of this.listeners) listener();
  }
}

function noop(): void {
  // nothing listened yet
}

function distinct<T>(rows: PageRow<T>[]): PageRow<T>[] {
  const seen = new Map<string, PageRow<T>>();
  for (const row of rows) if (!seen.has(row.id)) seen.set(row.id, row);
  return [...seen.values()];
}
