/** What must hold of any file whatever: it is refused in the file's own words, or counted rightly. */
import { CrossFilter } from '../../src/filter/cross-filter.ts';
import {
  EMPTY_FILTER,
  withMembership,
  withMinScore,
  type FilterState,
} from '../../src/filter/passing/filter-state.ts';
import { AUTHOR_FACET, type Dataset } from '../../src/model/dataset.ts';
import { decodeDataset } from '../../src/model/codec/decode-dataset.ts';
import { DatasetError } from '../../src/model/codec/decode-values.ts';
import { Oracle } from '../filter/oracle.ts';
import { isKnownPath } from './vocabulary.ts';

/** Picks among the facets and nodes that the decoded dataset turns out to have. */
export interface Ask {
  readonly facet: number;
  readonly node: number;
  readonly minScore: number;
  readonly membership: 'included' | 'excluded';
  readonly completeOnly: boolean;
}

const TOLERANCE = 1e-9;
const COLUMNS = ['records', 'scoreSum', 'possible', 'belowThreshold', 'maxScore'] as const;
const TOTALS = ['considered', 'tagged', 'withHidden'] as const;
const MESSAGE_LIMIT = 300;

/**
 * @param json what JSON.parse gave, or parseJson
 * @param asks filters to count under, besides none
 * @throws where the file is neither refused with a path that the format has nor counted as the oracle counts it
 */
export function judge(json: unknown, asks: readonly Ask[]): 'decoded' | 'refused' {
  let dataset: Dataset;
  try {
    dataset = decodeDataset(json);
  } catch (error) {
    if (!(error instanceof DatasetError)) throw error;
    expectGoodRefusal(error);
    return 'refused';
  }
  const engine = new CrossFilter(dataset);
  const oracle = new Oracle(dataset);
  expectSameNumbers(engine, oracle, EMPTY_FILTER);
  let filter = EMPTY_FILTER;
  for (const ask of asks) {
    filter = asked(filter, ask, dataset);
    expectSameNumbers(engine, oracle, filter);
  }
  return 'decoded';
}

function expectGoodRefusal({ path, message }: DatasetError): void {
  if (!isKnownPath(path)) throw new Error(`refused for "${path}", which no file has`);
  if (message.length > MESSAGE_LIMIT) throw new Error(`refused in ${message.length} letters`);
}

function asked(filter: FilterState, ask: Ask, dataset: Dataset): FilterState {
  const facets = [...dataset.facets.map(({ id }) => id), AUTHOR_FACET];
  const facet = facets[ask.facet % facets.length]!;
  const changed = withMembership(filter, facet, ask.node, ask.membership);
  return { ...withMinScore(changed, facet, ask.minScore), completeOnly: ask.completeOnly };
}

/** Compares by plain loops: thousands of cases are too many for a matcher each. */
function expectSameNumbers(engine: CrossFilter, oracle: Oracle, filter: FilterState): void {
  engine.setFilter(filter);
  oracle.setFilter(filter);
  same('active', [...engine.activeRecords()], oracle.active());
  for (const { id, nodes } of oracle.facets) {
    const [counts, expected] = [engine.countsFor(id), oracle.counts(id)];
    for (const name of COLUMNS) same(`${id}, ${name}`, counts[name], expected[name]);
    for (const name of TOTALS) same(`${id}, ${name}`, [counts[name]], [expected[name]]);
    same(`${id}, fractional`, counts.fractional, expected.fractional, TOLERANCE);
    same(`${id}, histogram`, engine.scoreHistogram(id), oracle.histogram(id));
    same(`${id}, nodes`, [counts.records.length], [nodes.length]);
  }
}

function same(what: string, got: ArrayLike<number>, expected: ArrayLike<number>, tolerance = 0): void {
  if (got.length !== expected.length)
    throw new Error(`${what}: ${got.length} numbers, not ${expected.length}`);
  for (let i = 0; i < got.length; i++) {
    // put so that a NaN fails
    if (!(Math.abs(got[i]! - expected[i]!) <= tolerance)) {
      throw new Error(`${what}[${i}]: ${got[i]!}, not ${expected[i]!}`);
    }
  }
}
