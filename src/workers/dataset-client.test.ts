import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { handCounted } from '../../tests/filter/hand-counted.ts';
import { LoadError } from '../load/answer-for.ts';
import type { LoadProgress } from '../load/load-progress.ts';
import { encodeDataset } from '../model/codec/encode-dataset.ts';
import { openDataset } from './dataset-client.ts';
import type { DatasetAnswer, DatasetRequest } from './dataset-messages.ts';
import { DatasetSession } from './dataset-session.ts';

const text = JSON.stringify(encodeDataset(handCounted));

/** Stands in for the browser's Worker: answers as the real one would, unless the test says otherwise. */
class FakeWorker extends EventTarget {
  static made: FakeWorker[] = [];
  static isDead = false;
  asked: DatasetRequest | undefined;
  readonly #session = new DatasetSession((answer, transfer) => this.say(answer, transfer));
  isTerminated = false;

  constructor() {
    super();
    FakeWorker.made.push(this);
  }

  postMessage(request: DatasetRequest): void {
    this.asked = structuredClone(request);
    if (FakeWorker.isDead) queueMicrotask(() => this.dispatchEvent(new Event('error')));
    else this.#session.receive(this.asked);
  }

  say(answer: DatasetAnswer, transfer: ArrayBuffer[] = []): void {
    const data = structuredClone(answer, { transfer });
    if (!this.isTerminated) this.dispatchEvent(new MessageEvent('message', { data }));
  }

  terminate(): void {
    this.isTerminated = true;
  }
}

let fetched: unknown[] = [];

function answer(body: string, init: ResponseInit = {}): void {
  vi.stubGlobal('fetch', (url: unknown) => {
    fetched.push(url);
    return Promise.resolve(new Response(body, init));
  });
}

const faultOf = (loading: Promise<unknown>) =>
  loading.then(
    () => Promise.reject(new Error('it was loaded')),
    (error: unknown) => {
      expect(error).toBeInstanceOf(Error);
      return error as Error & { advice?: string };
    },
  );

beforeEach(() => {
  fetched = [];
  FakeWorker.made = [];
  FakeWorker.isDead = false;
  vi.stubGlobal('document', { baseURI: 'http://127.0.0.1/page/' });
  vi.stubGlobal('Worker', FakeWorker);
  answer(text, { headers: { 'content-length': String(text.length) } });
});
afterEach(() => vi.unstubAllGlobals());

describe('the dataset', () => {
  it('comes from the worker, which is told the whole address, with progress', async () => {
    const told: LoadProgress[] = [];
    const run = openDataset('dataset.json', (progress) => told.push(progress));
    expect((await run.loaded).dataset).toEqual(handCounted);
    expect(fetched).toEqual(['http://127.0.0.1/page/dataset.json']);
    expect(told[0]).toEqual({ phase: 'reading', bytes: 0, totalBytes: text.length });
    expect(told.at(-1)).toEqual({ phase: 'checking' });
    expect(
      FakeWorker.made.map((worker) => worker.isTerminated),
      'it stays for searches',
    ).toEqual([false]);
  });

  it.each(['no Worker', 'a Worker whose script does not run'])(
    'is loaded here where there is %s',
    async (host) => {
      if (host === 'no Worker') vi.stubGlobal('Worker', undefined);
      FakeWorker.isDead = true;
      const told: LoadProgress[] = [];
      const run = openDataset('dataset.json', (progress) => told.push(progress));
      expect((await run.loaded).dataset).toEqual(handCounted);
      expect(fetched).toEqual(['dataset.json']);
      expect(told.at(-1)).toEqual({ phase: 'checking' });
    },
  );

  it.each(['in the worker', 'here'])(
    'that is faulty is refused with message and advice, read %s',
    async (where) => {
      if (where === 'here') vi.stubGlobal('Worker', undefined);
      answer(text.replace('"version":4', '"version":9'));
      const fault = await faultOf(openDataset('dataset.json', () => undefined).loaded);
      expect(fault).toBeInstanceOf(LoadError);
      expect(fault.message).toBe(
        'dataset.json cannot be used: version is 9; this page reads versions 3 and 4.',
      );
      expect(fault.advice).toMatch(/npm run data.+reload this page\.$/);
    },
  );

  it.each(['in the worker', 'here'])(
    'of a file comes without any request, whatever its name, read %s',
    async (where) => {
      if (where === 'here') vi.stubGlobal('Worker', undefined);
      const told: LoadProgress[] = [];
      const file = new File([text], 'dataset.json');
      const run = openDataset(file, (progress) => told.push(progress));
      expect((await run.loaded).dataset).toEqual(handCounted);
      expect(told[0]).toEqual({ phase: 'reading', bytes: 0, totalBytes: file.size });
      expect(told.at(-1)).toEqual({ phase: 'checking' });
      const faulty = new File([text.replace('"version":4', '"version":9')], 'sent.json');
      const fault = await faultOf(openDataset(faulty, () => undefined).loaded);
      expect(fault.message).toBe('sent.json cannot be used: version is 9; this page reads versions 3 and 4.');
      expect(fault.advice).toMatch(/^A newer version.+open that\.$/);
      expect(fetched).toEqual([]);
      const asked = FakeWorker.made[0]?.asked;
      if (where !== 'here')
        expect(asked).toMatchObject({ address: 'dataset.json', file: { size: file.size } });
    },
  );

  it('that the worker stops at is a fault of the page, not of the file', async () => {
    vi.stubGlobal('fetch', () => new Promise(() => undefined));
    const run = openDataset('dataset.json', () => undefined);
    const worker = FakeWorker.made[0]!;
    worker.say({ kind: 'progress', id: worker.asked!.id, progress: { phase: 'checking' } });
    worker.dispatchEvent(Object.assign(new Event('error'), { message: 'out of memory' }));
    const fault = await faultOf(run.loaded);
    expect(fault).not.toBeInstanceOf(LoadError);
    expect(fault.message).toBe('out of memory');
  });

  it('that is given up ends the worker, says so, and is not heard of again', async () => {
    vi.stubGlobal('fetch', () => new Promise(() => undefined));
    const onProgress = vi.fn();
    const run = openDataset('dataset.json', onProgress);
    run.cancel();
    const fault = await faultOf(run.loaded);
    expect(fault.message).toBe('Loading dataset.json was stopped.');
    expect(FakeWorker.made[0]!.isTerminated).toBe(true);
    FakeWorker.made[0]!.isTerminated = false;
    FakeWorker.made[0]!.say({
      kind: 'progress',
      id: FakeWorker.made[0]!.asked!.id,
      progress: { phase: 'checking' },
    });
    expect(onProgress).not.toHaveBeenCalled();
  });

  it('drops what carries another id', () => {
    const onProgress = vi.fn();
    vi.stubGlobal('fetch', () => new Promise(() => undefined));
    openDataset('dataset.json', onProgress);
    const worker = FakeWorker.made[0]!;
    worker.say({ kind: 'progress', id: worker.asked!.id + 1, progress: { phase: 'checking' } });
    expect(onProgress).not.toHaveBeenCalled();
    worker.say({ kind: 'progress', id: worker.asked!.id, progress: { phase: 'checking' } });
    expect(onProgress).toHaveBeenCalledTimes(1);
  });
});
