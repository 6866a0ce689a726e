import { afterEach, describe, expect, it, vi } from 'vitest';
import { handCounted } from '../../tests/filter/hand-counted.ts';
import { encodeDataset } from '../model/codec/encode-dataset.ts';
import { FILE_LIMIT_BYTES, LoadError } from './answer-for.ts';
import { fetchJson } from './fetch-json.ts';
import { loadDataset } from './load-dataset.ts';
import { loadWorld } from './load-world.ts';

const text = JSON.stringify(encodeDataset(handCounted));

function answer(body: BodyInit | null, init: ResponseInit = {}): void {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(body, init)));
}

/** A body that breaks off: its bytes come, then the connection is lost. */
function brokenOff(bytes: string): ReadableStream<Uint8Array> {
  let isSent = false;
  return new ReadableStream({
    pull(controller) {
      if (isSent) controller.error(new TypeError('terminated'));
      else controller.enqueue(new TextEncoder().encode(bytes));
      isSent = true;
    },
  });
}

async function faultOf(loading: Promise<unknown>): Promise<LoadError> {
  const error: unknown = await loading.then(
    () => new Error('it was loaded'),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(LoadError);
  return error as LoadError;
}

afterEach(() => vi.unstubAllGlobals());

const FAULTS: readonly (readonly [name: string, stub: () => void, message: RegExp])[] = [
  ['not there', () => answer('gone', { status: 404 }), /was not found \(the server answered 404\)/],
  ['not there any more', () => answer('gone', { status: 410 }), /was not found \(the server answered 410\)/],
  [
    'kept from the reader',
    () => answer('', { status: 403 }),
    /the server refuses access to it \(it answered 403/,
  ],
  [
    'behind a broken server',
    () => answer('', { status: 500 }),
    /could not be had \(the server answered 500\)/,
  ],
  ['a web page', () => answer(' \n<!doctype html><title>App</title>'), /not valid JSON: it is a web page/],
  ['cut off', () => answer(text.slice(0, -20)), /not valid JSON: it (?:may be|is) cut off/],
  ['empty', () => answer(''), /not valid JSON: it (?:may be cut off|is empty)\./],
  ['lost half-way', () => answer(brokenOff(text.slice(0, 99))), /broke off while it was read \(terminated\)/],
  ['out of reach', () => vi.stubGlobal('fetch', () => Promise.reject(new TypeError('failed'))), /be reached/],
  [
    'too large',
    () => answer('{}', { headers: { 'content-length': String(FILE_LIMIT_BYTES + 1) } }),
    /is larger than 512 MB/,
  ],
];

describe('a file that is', () => {
  it.each(FAULTS)(
    '%s gives an error that says so, names the file and gives advice',
    async (_, stub, message) => {
      for (const load of [fetchJson, loadDataset, loadWorld]) {
        stub();
        const fault = await faultOf(load('data/some.json'));
        expect(fault.message).toMatch(/^data\/some\.json .+\.$/s);
        expect(fault.message).toMatch(message);
        expect(fault.advice).toMatch(/reload this page\.$/);
      }
    },
  );
});

describe('the advice to build the dataset again', () => {
  it.each([404, 410])('is given where the server answers %d', async (status) => {
    answer('', { status });
    expect((await faultOf(loadDataset('dataset.json'))).advice).toMatch(/npm run data/);
  });

  it.each([
    [401, /access, or sign in/],
    [403, /access, or sign in/],
    [451, /access, or sign in/],
    [429, /try again later/],
    [500, /try again later/],
    [503, /try again later/],
  ])('is not given where it answers %d', async (status, advice) => {
    answer('', { status });
    const fault = await faultOf(loadDataset('dataset.json'));
    expect(fault.message).not.toContain('not found');
    expect(fault.message).toContain(`answered ${status}`);
    expect(fault.advice).toMatch(advice);
    expect(fault.advice).not.toMatch(/npm run/);
  });
});

describe('a JSON file', () => {
  it('is parsed, with or without a byte order mark', async () => {
    for (const body of ['{"a":[1]}', '\ufeff{"a":[1]}']) {
      answer(body);
      expect(await fetchJson('a.json')).toEqual({ a: [1] });
    }
  });
});

describe('the dataset', () => {
  it('is loaded as it was written', async () => {
    answer(text);
    expect(await loadDataset('dataset.json')).toEqual(handCounted);
  });

  it.each([
    ['{}', 'dataset.json is empty: it is JSON that holds nothing.'],
    [
      '{"a":1}',
      'dataset.json is JSON, but no dataset (format is not "whereabouts-dataset": this is not a Whereabouts dataset).',
    ],
    ['null', 'dataset.json is JSON, but no dataset (dataset is not an object).'],
    [
      text.replace('"version":4', '"version":9'),
      'dataset.json cannot be used: version is 9; this page reads versions 3 and 4.',
    ],
    [
      text.replace('"version":4', '"version":2'),
      'dataset.json cannot be used: version is 2; this page reads versions 3 and 4.',
    ],
    [
      text.replace('"hidden":{"bytes":1', '"hidden":{"bytes":3'),
      /facets\[0\]\.hidden\.bytes is not 1, 2 or 4/,
    ],
    [text.replace(/"hidden":\{.*?\}/, '"hidden":[-1]'), /facets\[0\]\.hidden\[0\] is not a whole number/],
  ])('in another format is refused with the path of the fault', async (body, message) => {
    answer(body);
    const fault = await faultOf(loadDataset('dataset.json'));
    expect(fault.message).toMatch(message);
    expect(fault.advice).toMatch('npm run data');
  });
});

describe('the world', () => {
  it('is loaded where it holds boundaries', async () => {
    const world = { type: 'Topology', objects: { countries: {}, disputed: {} }, arcs: [] };
    answer(JSON.stringify(world));
    expect(await loadWorld('world.json')).toEqual(world);
  });

  it.each([
    'null',
    '[]',
    '7',
    '{}',
    '{"type":"Topology"}',
    '{"type":"Topology","objects":null,"arcs":[]}',
    '{"type":"Topology","objects":{},"arcs":[]}',
    '{"type":"Topology","objects":{"countries":{},"disputed":{}}}',
    '{"type":"FeatureCollection","objects":{"countries":{},"disputed":{}},"arcs":[]}',
  ])('without boundaries is refused: %s', async (body) => {
    answer(body);
    expect((await faultOf(loadWorld('world.json'))).message).toBe('world.json holds no countries.');
  });
});
