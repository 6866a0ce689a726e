import { afterEach, describe, expect, it, vi } from 'vitest';
import { handCounted } from '../../../tests/filter/hand-counted.ts';
import { alphabeticalRanks } from '../../model/sort-by-name.ts';
import type { SearchAnswer, SearchRequest } from '../../search/search-messages.ts';
import { SearchPort } from '../../workers/search-port.ts';
import { RecordSearch } from './record-search.svelte.ts';
import { NO_SEARCH } from './text-search.ts';
import { TitleRanks } from './title-ranks.svelte.ts';

/** Stands in for the dataset worker: says only what the test lets it say. */
class FakeWorker extends EventTarget {
  readonly asked: SearchRequest[] = [];
  isTerminated = false;
  postMessage(request: SearchRequest): void {
    this.asked.push(structuredClone(request));
  }
  terminate(): void {
    this.isTerminated = true;
  }
  say(data: SearchAnswer): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

function start() {
  const worker = new FakeWorker();
  const search = new RecordSearch(new SearchPort(handCounted, worker as unknown as Worker), 6);
  return { worker, search };
}

const found = (id: number, count: number): SearchAnswer => ({ kind: 'found', id, found: count, hits: [] });

afterEach(() => vi.useRealTimers());

describe('a search over records', () => {
  it('waits, tells how far the index is, and then what was found', () => {
    const { worker, search } = start();
    expect(search.state).toEqual({ kind: 'idle' });
    search.find('tags');
    expect(search.state).toEqual({ kind: 'searching', query: 'tags', share: 1 });
    worker.say({ kind: 'indexing', share: 0.25 });
    expect(search.state).toEqual({ kind: 'searching', query: 'tags', share: 0.25 });
    worker.say(found(worker.asked.at(-1)!.id, 42));
    expect(search.state).toEqual({ kind: 'found', query: 'tags', found: 42, hits: [] });
  });

  it('drops what answers an earlier query, and everything once it is blank', () => {
    const { worker, search } = start();
    search.find('a');
    search.find('ab');
    worker.say(found(worker.asked[0]!.id, 1));
    expect(search.state).toMatchObject({ kind: 'searching', query: 'ab' });
    search.find('  ');
    worker.say(found(worker.asked[1]!.id, 1));
    expect(search.state).toEqual({ kind: 'idle' });
  });

  it('tells a fault, and fails who waits for all matches', async () => {
    const { worker, search } = start();
    const matching = search.matching('a');
    search.find('a');
    worker.say({ kind: 'search-fault', message: 'no memory' });
    expect(search.state).toEqual({ kind: 'fault', query: 'a', message: 'no memory' });
    await expect(matching).rejects.toThrow('no memory');
  });

  it('goes on here when the worker stops, with all that is not answered yet', async () => {
    const { worker, search } = start();
    const first = search.matching('cyprus');
    search.find('old');
    search.find('germany');
    worker.dispatchEvent(new Event('error'));
    expect(worker.isTerminated).toBe(true);
    expect([...(await first)].map((record) => handCounted.records.title.at(record))).toEqual([
      'Cyprus twice',
    ]);
    await vi.waitFor(() => expect(search.state).toMatchObject({ kind: 'found', query: 'germany', found: 1 }));
  });

  it('orders records by their titles, in the worker or here', async () => {
    const { worker, search } = start();
    const ranks = alphabeticalRanks([...handCounted.records.title]);
    const answered = search.titleRanks();
    expect(worker.asked.at(-1)!.kind).toBe('rank-titles');
    worker.say({ kind: 'ranked', id: worker.asked.at(-1)!.id, ranks });
    expect(await answered).toBe(ranks);
    const here = search.titleRanks();
    worker.dispatchEvent(new Event('error'));
    expect(await here).toEqual(ranks);
    const alone = new TitleRanks(handCounted, NO_SEARCH);
    expect(alone.ranks).toBe(null);
    await vi.waitFor(() => expect(alone.ranks).toEqual(ranks));
  });

  it('works without a worker', async () => {
    const search = new RecordSearch(new SearchPort(handCounted), 6);
    search.prepare();
    search.find('HIDDEN  five ');
    await vi.waitFor(() => expect(search.state.kind).toBe('found'));
    const { state } = search;
    const titles =
      state.kind === 'found' ? state.hits.map(({ title }) => title.map((p) => p.text).join('')) : [];
    expect(titles).toEqual(['Two countries and five hidden tags']);
  });
});
