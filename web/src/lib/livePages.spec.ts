import { expect } from 'chai';
import { LivePages, type Bounds, type LiveRows, type PageRow, type Watch } from './livePages.js';

/** A source of numbers, biggest first, that answers every open listener when it changes. */
function numbers(initial: number[]) {
  let all = initial;
  let reads = 0;
  const open = new Set<() => void>();
  const slice = ({ after, until, limit }: Bounds): PageRow<number>[] =>
    all
      .toSorted((a, b) => b - a)
      .filter((n) => (after === null || n < (after as number)) && (until === null || n >= (until as number)))
      .slice(0, limit)
      .map((n) => ({ id: String(n), data: n, cursor: n, isPending: false }));
  const watch: Watch<number> = (bounds, on) => {
    reads += slice(bounds).length;
    const send = () => on.next(slice(bounds));
    open.add(send);
    send();
    return () => open.delete(send);
  };
  const set = (next: number[]) => {
    all = next;
    for (const send of [...open]) send();
  };
  return { watch, set, reads: () => reads, open: () => open.size };
}

function livePages(watch: Watch<number>): LivePages<number> {
  return new LivePages(watch, 4, 8, { ms: 60_000, closed: () => undefined });
}

function shown(live: LiveRows<number>): number[] {
  return live.status === 'ready' ? live.rows.map((row) => row.data) : [];
}

const ten = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1];

describe('live pages', () => {
  it('shows the first page and says that there is more', () => {
    const pages = livePages(numbers(ten).watch);
    pages.subscribe(() => undefined);
    expect(shown(pages.current())).to.deep.equal([10, 9, 8, 7]);
    expect(pages.current()).to.include({ hasMore: true, isLoadingMore: false });
  });

  it('reads a further page without reading the first again', () => {
    const source = numbers(ten);
    const pages = livePages(source.watch);
    pages.subscribe(() => undefined);
    pages.more();
    pages.more();
    expect(shown(pages.current())).to.deep.equal(ten);
    expect(source.reads()).to.equal(10);
    expect(pages.current()).to.include({ hasMore: false });
  });

  it('keeps a row that a newcomer pushed over the edge of its page', () => {
    const source = numbers(ten);
    const pages = livePages(source.watch);
    pages.subscribe(() => undefined);
    pages.more();
    source.set([11, ...ten]);
    expect(shown(pages.current())).to.deep.equal([11, 10, 9, 8, 7, 6, 5, 4, 3]);
  });

  it('keeps every row when many newcomers outgrow a page', () => {
    const source = numbers(ten);
    const pages = livePages(source.watch);
    pages.subscribe(() => undefined);
    pages.more();
    const newcomers = Array.from({ length: 20 }, (_, index) => 30 - index);
    for (let count = 1; count <= newcomers.length; count++) {
      source.set([...newcomers.slice(-count), ...ten]);
    }
    expect(shown(pages.current())).to.deep.equal([...newcomers, 10, 9, 8, 7, 6, 5, 4, 3]);
  });

  it('shows a row once when a removal pulls it into the page before', () => {
    const source = numbers(ten);
    const pages = livePages(source.watch);
    pages.subscribe(() => undefined);
    pages.more();
    source.set(ten.filter((n) => n !== 9));
    expect(shown(pages.current())).to.deep.equal([10, 8, 7, 6, 5, 4, 3]);
  });

  it('stops listening a moment after its last subscriber left', async () => {
    const source = numbers(ten);
    const closed = new Promise<void>((done) => {
      const pages = new LivePages(source.watch, 4, 8, { ms: 0, closed: done });
      const leave = pages.subscribe(() => undefined);
      pages.more();
      source.set([11, ...ten]);
      leave();
      expect(source.open()).to.equal(2);
    });
    await closed;
    expect(source.open()).to.equal(0);
  });

  it('who comes back at once finds the list as it was', () => {
    const source = numbers(ten);
    const pages = livePages(source.watch);
    pages.subscribe(() => undefined)();
    pages.subscribe(() => undefined);
    expect(source.reads()).to.equal(4);
    expect(shown(pages.current())).to.deep.equal([10, 9, 8, 7]);
  });

  it('says why a list failed and starts again when asked', () => {
    let isDenied = true;
    const source = numbers(ten);
    const watch: Watch<number> = (bounds, on) => {
      if (!isDenied) return source.watch(bounds, on);
      on.failed('permission-denied');
      return () => undefined;
    };
    const pages = livePages(watch);
    pages.subscribe(() => undefined);
    expect(pages.current()).to.deep.equal({ status: 'failed', code: 'permission-denied' });
    isDenied = false;
    pages.retry();
    expect(shown(pages.current())).to.deep.equal([10, 9, 8, 7]);
  });
});
