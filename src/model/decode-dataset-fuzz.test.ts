import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { handCounted, TOPIC } from '../../tests/filter/hand-counted.ts';
import { CrossFilter } from '../filter/cross-filter.ts';
import { EMPTY_FILTER, withMembership, withMinScore } from '../filter/filter-state.ts';
import type { Dataset } from './dataset.ts';
import { decodeDataset } from './decode-dataset.ts';
import { DatasetError } from './decode-values.ts';
import { encodeDataset } from './encode-dataset.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Path = readonly (string | number)[];

const text = JSON.stringify(
  encodeDataset({
    ...handCounted,
    problems: [{ code: 'orphan-line', file: 'test.txt', line: 3, text: 'odd', reason: 'It fits nowhere.' }],
    report: { ...handCounted.report, placesUnresolved: ['Zaire'], problems: { 'orphan-line': 1 } },
  }),
);

const fresh = () => JSON.parse(text) as Json;

/** The paths of all values but the root. */
function pathsOf(value: Json, above: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [];
  const entries: [string | number, Json][] = Array.isArray(value)
    ? value.map((item, i) => [i, item])
    : Object.entries(value);
  return entries.flatMap(([key, item]) => [[...above, key], ...pathsOf(item, [...above, key])]);
}

const valueAt = (root: Json, path: Path): Json =>
  path.reduce<Json>((at, key) => (at as Record<string | number, Json>)[key] ?? null, root);

type Mutation =
  | { readonly kind: 'replace'; readonly value: Json }
  | { readonly kind: 'delete' }
  | { readonly kind: 'duplicate' }
  | { readonly kind: 'swap'; readonly from: number }
  | { readonly kind: 'nudge'; readonly by: number };

function mutate(root: Json, path: Path, mutation: Mutation): void {
  const owner = valueAt(root, path.slice(0, -1));
  const key = path.at(-1)!;
  if (typeof owner !== 'object' || owner === null) return;
  const holder = owner as Record<string | number, Json>;
  const present = holder[key] ?? null;
  if (mutation.kind === 'replace') holder[key] = structuredClone(mutation.value);
  else if (mutation.kind === 'nudge') {
    if (typeof present === 'number') holder[key] = present + mutation.by;
  } else if (mutation.kind === 'swap') {
    const paths = pathsOf(root);
    holder[key] = structuredClone(valueAt(root, paths[mutation.from % paths.length]!));
  } else if (Array.isArray(owner)) {
    if (mutation.kind === 'delete') owner.splice(Number(key), 1);
    else owner.splice(Number(key), 0, structuredClone(present));
  } else if (mutation.kind === 'delete') Reflect.deleteProperty(owner, key);
  else holder[`${key} again`] = structuredClone(present);
}

/** What JSON can hold in an odd place; NaN and Infinity reach it as null. */
const ODD_VALUES: readonly Json[] = [
  null,
  true,
  -1,
  -0,
  0,
  1,
  1.5,
  100,
  101,
  255,
  4294967295,
  4294967296,
  Number.MAX_SAFE_INTEGER,
  1e99,
  -1e99,
  '',
  'x',
  'author',
  '__proto__',
  'y'.repeat(100_000),
  [],
  [[]],
  [null],
  Array.from({ length: 5000 }, (_, i) => i),
  {},
  { length: 3 },
];

/** Decodes; a dataset must then be countable. */
function decodeOrRefuse(json: Json): 'decoded' | 'refused' {
  let dataset: Dataset;
  try {
    dataset = decodeDataset(JSON.parse(JSON.stringify(json)));
  } catch (error) {
    expect(error).toBeInstanceOf(DatasetError);
    return 'refused';
  }
  const engine = new CrossFilter(dataset);
  count(engine);
  const first = dataset.facets[0]?.id ?? 'author';
  engine.setFilter(withMinScore(withMembership(EMPTY_FILTER, first, TOPIC.learning, 'included'), first, 10));
  count(engine);
  engine.setFilter({ ...EMPTY_FILTER, completeOnly: true });
  count(engine);
  return 'decoded';
}

function count(engine: CrossFilter): void {
  for (const [facet, index] of engine.indexes) {
    const counts = engine.countsFor(facet);
    expect(counts.records).toHaveLength(index.nodeCount);
    expect(counts.fractional.every((value) => Number.isFinite(value) && value >= 0)).toBe(true);
    expect(engine.scoreHistogram(facet)).toHaveLength(101);
  }
  expect(engine.activeCount).toBe(engine.activeRecords().length);
}

const BUSY_MACHINE_MS = 120_000;

describe('a file with any value spoilt', { timeout: BUSY_MACHINE_MS }, () => {
  it('is decoded and can be counted, or is refused as a DatasetError: each value, each odd replacement', () => {
    const outcomes = { decoded: 0, refused: 0 };
    const paths = pathsOf(fresh());
    const mutations: Mutation[] = [
      { kind: 'delete' },
      { kind: 'duplicate' },
      ...ODD_VALUES.map((value): Mutation => ({ kind: 'replace', value })),
    ];
    for (const path of paths) {
      for (const mutation of mutations) {
        const root = fresh();
        mutate(root, path, mutation);
        outcomes[decodeOrRefuse(root)]++;
      }
    }
    // neither outcome may be the only one, else the test tests nothing
    expect(outcomes.decoded).toBeGreaterThan(300);
    expect(outcomes.refused).toBeGreaterThan(3000);
  });

  it('is decoded and can be counted, or is refused as a DatasetError: several faults at once', () => {
    const mutation: fc.Arbitrary<Mutation> = fc.oneof(
      fc.record({ kind: fc.constant('replace' as const), value: fc.constantFrom(...ODD_VALUES) }),
      fc.record({
        kind: fc.constant('replace' as const),
        value: fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>,
      }),
      fc.constant({ kind: 'delete' as const }),
      fc.constant({ kind: 'duplicate' as const }),
      fc.record({ kind: fc.constant('swap' as const), from: fc.nat() }),
      fc.record({ kind: fc.constant('nudge' as const), by: fc.constantFrom(-1, 1, 2) }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(), mutation), { minLength: 1, maxLength: 4 }), (mutations) => {
        const root = fresh();
        for (const [pick, each] of mutations) {
          const paths = pathsOf(root);
          if (paths.length > 0) mutate(root, paths[pick % paths.length]!, each);
        }
        decodeOrRefuse(root);
      }),
      { numRuns: 2000 },
    );
  });

  it('is refused as a DatasetError when it is any other JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        expect(() => decodeDataset(json)).toThrow(DatasetError);
      }),
      { numRuns: 500 },
    );
  });
});
