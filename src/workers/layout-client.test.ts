import { afterEach, describe, expect, test, vi } from 'vitest';
import { buildCoauthorGraph } from '../layout/coauthors/coauthor-graph.ts';
import { range, recordsOf } from '../layout/coauthors/coauthor-graph-fixture.ts';
import { layoutCoauthors, type LayoutPicture } from '../layout/coauthors/coauthor-layout.ts';
import { communitiesOf } from '../layout/coauthors/communities.ts';
import { startLayout } from './layout-client.ts';
import { beginLayout, openLayoutWorker } from './layout-head-start.ts';
import type { LayoutAnswer, LayoutQuestion, PanelQuestion } from './layout-messages.ts';

const { authorOffset, author } = recordsOf([range(0, 40), [3, 40, 41], [50], [51, 52]]);
const bylines = { authorOffset, author };
const graph = buildCoauthorGraph(bylines, 60);
const communities = communitiesOf(graph);
const question: PanelQuestion = {
  bylines,
  authorCount: 60,
  maxPairAuthors: 30,
  part: { ego: -1, depth: 1, hideSingles: false },
  coloursFirst: false,
  aspect: 1.4,
};
const picture = layoutCoauthors(graph, 1.4);

/** Stands in for the browser's Worker: says only what the test lets it say. */
class FakeWorker extends EventTarget {
  static made: FakeWorker[] = [];
  readonly asked: LayoutQuestion[] = [];
  readonly handedOver: ArrayBuffer[] = [];
  isTerminated = false;

  constructor() {
    super();
    FakeWorker.made.push(this);
  }

  postMessage(question: LayoutQuestion, transfer: ArrayBuffer[] = []): void {
    this.asked.push(question);
    this.handedOver.push(...transfer);
  }

  terminate(): void {
    this.isTerminated = true;
  }

  say(answer: LayoutAnswer): void {
    this.dispatchEvent(new MessageEvent('message', { data: answer }));
  }

  get id(): number {
    return this.asked[0]!.id;
  }
}

function start(asked = question) {
  const handlers = {
    onGraph: vi.fn(),
    onCommunities: vi.fn(),
    onProgress: vi.fn(),
    onResult: vi.fn<(p: LayoutPicture) => void>(),
    onError: vi.fn(),
  };
  const run = startLayout(asked, handlers);
  return { run, worker: FakeWorker.made.at(-1)!, ...handlers };
}

afterEach(() => {
  vi.unstubAllGlobals();
  FakeWorker.made = [];
});

test('hands on the graph, communities, progress and the result, and ends the worker', () => {
  vi.stubGlobal('Worker', FakeWorker);
  const { worker, onGraph, onCommunities, onProgress, onResult } = start();
  worker.say({ kind: 'graph', id: worker.id, graph });
  expect(onGraph).toHaveBeenCalledWith(graph);
  worker.say({ kind: 'communities', id: worker.id, communities });
  expect(onCommunities).toHaveBeenCalledWith(communities);
  worker.say({ kind: 'progress', id: worker.id, share: 0.5, picture });
  expect(onProgress).toHaveBeenCalledWith(picture, 0.5);
  expect(worker.isTerminated).toBe(false);
  worker.say({ kind: 'result', id: worker.id, picture });
  expect(onResult).toHaveBeenCalledWith(picture);
  expect(worker.isTerminated).toBe(true);
});

test('drops what carries another id, and everything after a cancel', () => {
  vi.stubGlobal('Worker', FakeWorker);
  const { run, worker, onGraph, onCommunities, onResult, onProgress, onError } = start();
  worker.say({ kind: 'result', id: worker.id + 1, picture });
  expect(worker.isTerminated).toBe(false);
  run.cancel();
  expect(worker.isTerminated).toBe(true);
  worker.say({ kind: 'graph', id: worker.id, graph });
  worker.say({ kind: 'communities', id: worker.id, communities });
  worker.say({ kind: 'progress', id: worker.id, share: 0.5, picture });
  worker.say({ kind: 'result', id: worker.id, picture });
  worker.say({ kind: 'fault', id: worker.id, message: 'late' });
  for (const handler of [onGraph, onCommunities, onResult, onProgress, onError])
    expect(handler).not.toHaveBeenCalled();
});

test('hands on a fault', () => {
  vi.stubGlobal('Worker', FakeWorker);
  const { worker, onError } = start();
  worker.say({ kind: 'fault', id: worker.id, message: 'layout graph: no' });
  expect(onError).toHaveBeenCalledWith('layout graph: no');
  expect(worker.isTerminated).toBe(true);
});

test('without workers the layout runs here', async () => {
  vi.stubGlobal('Worker', undefined);
  const { onResult } = start();
  await vi.waitFor(() => expect(onResult).toHaveBeenCalledTimes(1), 10_000);
  expect(onResult.mock.calls[0]![0]).toEqual(picture);
});

test('where the worker’s script does not run, the layout runs here', async () => {
  vi.stubGlobal('Worker', FakeWorker);
  const { worker, onResult } = start();
  worker.dispatchEvent(new Event('error'));
  expect(worker.isTerminated).toBe(true);
  await vi.waitFor(() => expect(onResult).toHaveBeenCalledTimes(1), 10_000);
});

test('cancelled before it begins here, it says nothing', async () => {
  vi.stubGlobal('Worker', undefined);
  const { run, onResult, onError } = start();
  run.cancel();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(onResult).not.toHaveBeenCalled();
  expect(onError).not.toHaveBeenCalled();
});

describe('asked ahead', () => {
  const begin = (part = question.part) => {
    vi.stubGlobal('Worker', FakeWorker);
    beginLayout(openLayoutWorker()!, { ...question, part });
    return FakeWorker.made[0]!;
  };
  const hear = () => new Promise<void>((resolve) => queueMicrotask(resolve));

  test('the worker is told the panel, and what it answered meanwhile is heard', async () => {
    const ahead = begin();
    expect(ahead.asked).toMatchObject([{ kind: 'layout', aspect: null }]);
    ahead.say({ kind: 'graph', id: ahead.id, graph });
    const { worker, onGraph, onResult } = start();
    expect([worker, FakeWorker.made.length]).toEqual([ahead, 1]);
    expect(ahead.asked.slice(1)).toEqual([{ kind: 'aspect', id: ahead.id, aspect: 1.4 }]);
    expect(onGraph).not.toHaveBeenCalled(); // its owner has no run yet
    await hear();
    expect(onGraph).toHaveBeenCalledExactlyOnceWith(graph);
    ahead.say({ kind: 'result', id: ahead.id, picture });
    expect(onResult).toHaveBeenCalledWith(picture);
    expect(ahead.isTerminated).toBe(true);
  });

  test('asked for something else, the same worker makes that', async () => {
    const ahead = begin({ ego: 3, depth: 1, hideSingles: false });
    ahead.say({ kind: 'graph', id: ahead.id, graph });
    const { onGraph, onResult } = start();
    const [, request] = ahead.asked;
    expect(request).toEqual({ kind: 'layout', ...question, id: request!.id });
    await hear();
    expect(onGraph).not.toHaveBeenCalled();
    ahead.say({ kind: 'result', id: ahead.id, picture }); // the answer that nobody waits for
    expect(onResult).not.toHaveBeenCalled();
    ahead.say({ kind: 'result', id: request!.id, picture });
    expect(onResult).toHaveBeenCalledTimes(1);
  });

  test('a second layout has a worker of its own', () => {
    const ahead = begin();
    start();
    const { worker } = start();
    expect(worker).not.toBe(ahead);
    expect(worker.asked).toMatchObject([{ kind: 'layout', aspect: 1.4 }]);
  });

  test.each([true, false])(
    'a script that does not run costs nothing but time (found out early: %s)',
    async (early) => {
      const ahead = begin();
      if (early) ahead.dispatchEvent(new Event('error'));
      const { worker, onResult } = start();
      worker.dispatchEvent(new Event('error'));
      expect(ahead.isTerminated).toBe(true);
      await vi.waitFor(() => expect(onResult).toHaveBeenCalledTimes(1), 10_000);
    },
  );

  test('given up before anything is heard, it says nothing', async () => {
    const ahead = begin();
    ahead.say({ kind: 'graph', id: ahead.id, graph });
    const { run, onGraph } = start();
    run.cancel();
    await hear();
    expect(ahead.isTerminated).toBe(true);
    expect(onGraph).not.toHaveBeenCalled();
  });
});

test('sends of columns that lie in a larger memory these alone', () => {
  vi.stubGlobal('Worker', FakeWorker);
  const memory = new Uint32Array(1000);
  memory.set(authorOffset, 5);
  memory.set(author, 500);
  const within = {
    authorOffset: memory.subarray(5, 5 + authorOffset.length),
    author: memory.subarray(500, 500 + author.length),
  };
  for (const ahead of [false, true]) {
    if (ahead) beginLayout(openLayoutWorker()!, { ...question, bylines: within });
    else start({ ...question, bylines: within });
    const worker = FakeWorker.made.at(-1)!;
    const sent = worker.asked[0] as PanelQuestion;
    expect([...sent.bylines.authorOffset]).toEqual([...authorOffset]);
    expect([...sent.bylines.author]).toEqual([...author]);
    for (const column of [sent.bylines.authorOffset, sent.bylines.author]) {
      expect(column.buffer.byteLength).toBe(column.byteLength);
      expect(worker.handedOver).toContain(column.buffer);
    }
  }
  expect(memory.length).toBe(1000);
});
