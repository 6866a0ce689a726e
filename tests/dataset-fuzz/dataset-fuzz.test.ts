import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arranged } from '../../scripts/dataset/coauthor-layout.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import { encodeDataset } from '../../src/model/codec/encode-dataset.ts';
import { packTexts } from '../../src/model/codec/pack-texts.ts';
import { parseJson } from '../../src/model/codec/parse-json.ts';
import { utf8Of } from '../../src/model/codec/utf8.ts';
import { handCounted } from '../filter/hand-counted.ts';
import { makeDataset } from '../filter/make-dataset.ts';
import { judge, type Ask } from './judge.ts';
import {
  arbitraryMutation,
  isPacked,
  mutate,
  ODD_VALUES,
  pathsOf,
  textOf,
  valueAt,
  type Json,
  type Mutation,
} from './mutations.ts';
import { isKnownPath } from './vocabulary.ts';
import { withLists } from './with-lists.ts';
import { Watchdog } from './watchdog.ts';

const BUSY_MACHINE_MS = 300_000;

/** No file of this size may keep the page longer. */
const CASE_LIMIT_MS = 5_000;

/** Beyond this a case is a loop without end. */
const HANG_LIMIT_MS = 60_000;

const CASES = 10_000;

/** These datasets are small: texts of this length are read as a page reads long ones. */
const LEAST_RAW = 6;

/** Regions and cities in several branches, a place below itself, somebody twice in a byline, scores of 0. */
const places = makeDataset({
  authors: ['Ada', 'Bo', 'Cy'],
  facets: [
    {
      id: 'geography',
      kind: 'place',
      regionNames: { 'CY-02': 'Limassol' },
      concepts: [
        { label: 'Europe', parent: -1 },
        { label: 'Cyprus', parent: 0, code: 'CYP', lon: 33.2, lat: 35 },
        {
          label: 'Nicosia',
          parent: 1,
          code: 'CY-01',
          region: 'CY-01',
          lon: 33.4,
          lat: 35.2,
          geonames: 146268,
        },
        { label: 'Nicosia', parent: 2, region: 'CY-01', lon: 33.4, lat: 35.2, geonames: 146268 },
        { label: 'Asia', parent: -1 },
        { label: 'Cyprus', parent: 4, code: 'CYP', lon: 33.2, lat: 35 },
        { label: 'Limassol', parent: 5, region: 'CY-02', lon: 33, lat: 34.7, geonames: 146384 },
      ],
    },
  ],
  records: [
    {
      title: 'One',
      authors: [0, 1, 0],
      tags: {
        geography: [
          [3, 10],
          [6, 0],
        ],
      },
      hidden: { geography: 2 },
    },
    {
      title: 'Two',
      authors: [2],
      tags: {
        geography: [
          [1, 20],
          [2, 20],
          [5, 30],
        ],
      },
      hidden: {},
    },
    { title: 'Three', authors: [], tags: { geography: [[0, 0]] }, hidden: {} },
  ],
});

const withReport = (dataset: Dataset): Dataset => ({
  ...arranged(dataset).dataset,
  records: {
    ...dataset.records,
    url: packTexts([...dataset.records.id].map((id, i) => (i === 1 ? '' : `https://example.org/${id}`))),
  },
  authors: {
    ...dataset.authors,
    forms: { author: Uint32Array.of(0, 2), family: ['A', 'B'], given: ['a', null] },
  },
  source: { name: 'Test', queries: ['a query'], files: ['test.txt', 'other.txt'] },
  problems: [{ code: 'orphan-line', file: 'test.txt', line: 3, text: 'odd', reason: 'It fits nowhere.' }],
  report: {
    ...dataset.report,
    placesUnresolved: ['Zaire'],
    problems: { 'orphan-line': 1 },
    identities: {
      file: 'authors.csv',
      mergedForms: 4,
      mergedAuthors: 2,
      splitForms: 0,
      splitAuthors: 0,
      renamedAuthors: 0,
    },
    likelyDuplicates: {
      count: 3,
      shown: [{ strength: 'weak', names: ['A', 'B'], sameAs: 'B, A', record: 'r1', reason: 'A reason.' }],
    },
  },
});

const nothing = makeDataset({
  authors: [],
  facets: [{ id: 'a', kind: 'taxonomy', concepts: [] }],
  records: [],
});

const FILES = [withReport(handCounted), withReport(places), nothing].map(encodeDataset);

/** With columns as lists, whose every number can be spoilt, and as they are, packed. */
const TEXTS = [...FILES.map(withLists), ...FILES].map((file) => JSON.stringify(file));
/** The packed one of the first. */
const PACKED = FILES.length;

const fresh = (file: number) => JSON.parse(TEXTS[file]!) as Json;

let watchdog: Watchdog | undefined;

/** Judges the file as a page would read it, and times it. */
function outcomeOf(root: Json, asks: readonly Ask[]): 'decoded' | 'refused' {
  const text = textOf(root);
  watchdog?.begin(text);
  const start = performance.now();
  const outcome = judge(parseJson(utf8Of(text), LEAST_RAW), asks);
  const ms = performance.now() - start;
  if (ms > CASE_LIMIT_MS) throw new Error(`took ${ms.toFixed(0)} ms`);
  return outcome;
}

const arbitraryAsk: fc.Arbitrary<Ask> = fc.record({
  facet: fc.nat(3),
  node: fc.nat(9),
  minScore: fc.oneof(fc.constant(0), fc.nat(100)),
  membership: fc.constantFrom('included' as const, 'included' as const, 'excluded' as const),
  completeOnly: fc.boolean(),
});

describe('a file with any value spoilt', { timeout: BUSY_MACHINE_MS }, () => {
  beforeAll(() => {
    watchdog = new Watchdog(HANG_LIMIT_MS);
  });
  afterAll(() => watchdog?.end());

  it('is refused by a path that the format has, or counted as the oracle counts it: each value, each odd replacement', () => {
    const outcomes = { decoded: 0, refused: 0 };
    const mutations: Mutation[] = [
      { kind: 'delete' },
      { kind: 'duplicate' },
      { kind: 'truncate', keep: 50 },
      { kind: 'repeat', times: 2 },
      ...ODD_VALUES.map((value): Mutation => ({ kind: 'replace', value })),
    ];
    const ask: Ask = { facet: 0, node: 1, minScore: 10, membership: 'included', completeOnly: false };
    for (const file of [0, PACKED]) {
      for (const path of pathsOf(fresh(file))) {
        // what both files have is spoilt once
        if (file === PACKED && !/base64|bytes/.test(path.join())) continue;
        for (const mutation of mutations) {
          const root = fresh(file);
          mutate(root, path, mutation);
          outcomes[outcomeOf(root, [ask])]++;
        }
      }
    }
    // neither outcome may be the only one, else the test tests nothing
    expect(outcomes.decoded).toBeGreaterThan(300);
    expect(outcomes.refused).toBeGreaterThan(3000);
  });

  it('is so with each byte of a packed column replaced', () => {
    const outcomes = { decoded: 0, refused: 0 };
    const ask: Ask = { facet: 0, node: 1, minScore: 10, membership: 'included', completeOnly: false };
    for (const file of [PACKED, PACKED + 1]) {
      for (const path of pathsOf(fresh(file))) {
        const present = valueAt(fresh(file), path);
        if (!isPacked(present)) continue;
        for (let at = 0; at < Buffer.from(present.base64, 'base64').length; at++) {
          for (const value of [0, 1, 2, 3, 99, 101, 255]) {
            const root = fresh(file);
            mutate(root, path, { kind: 'byte', at, value });
            outcomes[outcomeOf(root, [ask])]++;
          }
        }
      }
    }
    expect(outcomes.decoded).toBeGreaterThan(100);
    expect(outcomes.refused).toBeGreaterThan(100);
  });

  it(`is so with several faults at once: ${CASES} files`, () => {
    const outcomes = { decoded: 0, refused: 0 };
    fc.assert(
      fc.property(
        fc.nat(TEXTS.length - 1),
        fc.array(fc.tuple(fc.nat(), arbitraryMutation), { minLength: 1, maxLength: 4 }),
        fc.array(arbitraryAsk, { minLength: 1, maxLength: 2 }),
        (file, mutations, asks) => {
          const root = fresh(file);
          for (const [pick, each] of mutations) {
            const paths = pathsOf(root);
            if (paths.length > 0) mutate(root, paths[pick % paths.length]!, each);
          }
          outcomes[outcomeOf(root, asks)]++;
        },
      ),
      { numRuns: CASES },
    );
    expect(outcomes.decoded).toBeGreaterThan(CASES / 20);
    expect(outcomes.refused).toBeGreaterThan(CASES / 5);
  });

  it('is refused when it is any other JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        expect(judge(json, [])).toBe('refused');
      }),
      { numRuns: 500 },
    );
  });
});

describe('the judge', () => {
  it.each([
    ['facets[3].tags.concept[7]', true],
    ['facets[0].regionNames.CY-01', true],
    ['report.problems.orphan-line', true],
    ['dataset', true],
    ['facets[0].tags.concepts', false],
    ['records.authors[0]', false],
    ['rows', false],
  ])('knows whether the format has %s: %j', (path, known) => {
    expect(isKnownPath(path)).toBe(known);
  });
});

describe('the watchdog', { timeout: BUSY_MACHINE_MS }, () => {
  const run = (work: string) =>
    spawnSync(
      process.execPath,
      [
        ...['--import', 'tsx', '--input-type=module', '--eval'],
        `import { Watchdog } from ${JSON.stringify(pathToFileURL('tests/dataset-fuzz/watchdog.ts').href)};
        const watchdog = new Watchdog(2000);
        watchdog.begin('the case');
        ${work}`,
      ],
      { encoding: 'utf8', timeout: HANG_LIMIT_MS },
    );

  it('ends a loop without end and tells the case', () => {
    const { status, signal, stderr } = run('for (;;);');
    expect([status, signal]).toEqual([null, 'SIGKILL']);
    expect(stderr).toContain('no end after 2000 ms: the case');
  });

  it('lets others be', () => {
    const { status, stderr } = run('await watchdog.end();');
    expect([status, stderr]).toEqual([0, '']);
  });
});
