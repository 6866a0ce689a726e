import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryDataset } from '../../tests/filter/arbitrary-dataset.ts';
import {
  FILTER_VERBS,
  markOf,
  numbersOf,
  stateOf,
  take,
  walk,
  type WalkStep,
  CHANGED_PARTS,
} from '../../tests/filter/explorer-walk.ts';
import { handCounted, PERSON, PLACE, TOPIC } from '../../tests/filter/hand-counted.ts';
import { makeDataset } from '../../tests/filter/make-dataset.ts';
import { oddDataset } from '../../tests/filter/odd-dataset.ts';
import { Oracle } from '../../tests/filter/oracle.ts';
import { withYears } from '../../tests/filter/with-years.ts';
import { Explorer } from './explorer.svelte.ts';

const BUSY_MACHINE_MS = 120_000;

type State = ReturnType<typeof stateOf>;

/** The parts of the state that differ. */
function changedParts(before: State, after: State): string[] {
  const keys = Object.keys(before) as (keyof State)[];
  return keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
}

describe('a fresh explorer', () => {
  const explorer = new Explorer(handCounted);

  it('asks for nothing and shows everything', () => {
    expect(explorer.isFiltered).toBe(false);
    expect(explorer.activeCount).toBe(5);
    expect([...explorer.activeRecords]).toEqual([0, 1, 2, 3, 4]);
    expect(explorer.query('')).toBe('');
    expect(explorer.topicFacet).toBe('technology');
    expect(explorer.placeFacet).toBe('geography');
    expect(explorer.revision).toBe(0);
    expect(explorer.unknown).toEqual([]);
    expect(explorer.linked).toBeNull();
  });

  it('finds countries by code, a country in two branches as one', () => {
    expect(explorer.nodeByCode('geography', 'DEU')).toBe(PLACE.germany);
    expect(explorer.nodeByCode('geography', 'CYP')).toBe(PLACE.cyprus);
    expect(explorer.nodeByCode('geography', 'FRA')).toBeUndefined();
    expect(explorer.nodeByCode('nowhere', 'DEU')).toBeUndefined();
  });

  it('opens what a link asks for, and tells what it does not have', () => {
    const opened = new Explorer(handCounted, '?geography=DEU&author=Nobody&rule=score&record=r1');
    expect([...opened.activeRecords]).toEqual([0, 1, 4]);
    expect(opened.rule).toBe('score');
    expect(opened.openRecord).toBe(1);
    expect(opened.unknown).toEqual([{ key: 'author', value: 'Nobody' }]);
    opened.dismissUnknown();
    expect(opened.unknown).toEqual([]);
  });

  it('shows first the taxonomy that has tags', () => {
    const facet = (id: string) => ({ id, kind: 'taxonomy' as const, concepts: [{ label: id, parent: -1 }] });
    const record = { title: 'One', authors: [], tags: { industry: [[0, 50]] as const }, hidden: {} };
    const dataset = makeDataset({
      authors: [],
      facets: [facet('technology'), facet('industry')],
      records: [record],
    });
    expect(new Explorer(dataset).topicFacet).toBe('industry');
    expect(new Explorer({ ...dataset, facets: [] }).topicFacet).toBe('');
    expect(new Explorer({ ...dataset, facets: [] }).placeFacet).toBeUndefined();
  });
});

describe('a verb', { timeout: BUSY_MACHINE_MS }, () => {
  it('includes, excludes and releases', () => {
    const explorer = new Explorer(handCounted);
    explorer.toggleIncluded('geography', PLACE.germany);
    expect(explorer.membership('geography', PLACE.germany)).toBe('included');
    expect([...explorer.activeRecords]).toEqual([0, 1, 4]);
    explorer.toggleExcluded('author', PERSON.cy);
    expect([...explorer.activeRecords]).toEqual([0]);
    explorer.toggleExcluded('geography', PLACE.germany);
    expect(explorer.membership('geography', PLACE.germany)).toBe('excluded');
    expect([...explorer.activeRecords]).toEqual([2, 3]);
    explorer.toggleExcluded('geography', PLACE.germany);
    expect(explorer.membership('geography', PLACE.germany)).toBe('neither');
    explorer.clearAll();
    expect(explorer.isFiltered).toBe(false);
    expect(explorer.activeCount).toBe(5);
  });

  it('adds values up, by any or by all, and keeps one alone', () => {
    const explorer = new Explorer(handCounted);
    explorer.toggleIncluded('geography', PLACE.germany);
    explorer.toggleIncluded('geography', PLACE.cyprus);
    expect([...explorer.activeRecords]).toEqual([0, 1, 2, 4]);
    explorer.setMode('geography', 'all');
    expect([...explorer.activeRecords]).toEqual([1]);
    explorer.includeAny('geography', [PLACE.bavaria]);
    expect([...explorer.activeRecords]).toEqual([0]);
    expect(explorer.query('')).toBe('geography=Europe%3EGermany%3EBavaria&v=1');
  });

  it('raises a threshold, by 100 at most', () => {
    const explorer = new Explorer(handCounted);
    explorer.toggleIncluded('geography', PLACE.germany);
    explorer.takeStep();
    explorer.setMinScore('geography', 24);
    expect(explorer.takeStep()).toBe('push');
    explorer.setMinScore('geography', 25, 'replace');
    expect(explorer.takeStep()).toBe('replace');
    expect([...explorer.activeRecords]).toEqual([1]);
    explorer.setMinScore('geography', 1000);
    expect(explorer.minScore('geography')).toBe(100);
    expect(explorer.takeStep()).toBe('push');
    explorer.setMinScore('geography', -3);
    expect(explorer.filter.minScore.size).toBe(0);
  });

  it('refines nothing but the last step of the same threshold', () => {
    const explorer = new Explorer(handCounted);
    const others: readonly (() => void)[] = [
      () => explorer.setRule('score'),
      () => explorer.setMinScore('technology', 5),
      () => explorer.restore(''),
    ];
    for (const other of others) {
      explorer.setMinScore('geography', 10);
      other();
      explorer.takeStep();
      explorer.setMinScore('geography', 20, 'replace');
      expect(explorer.takeStep()).toBe('push');
    }
  });

  it('is one step while a range grows, but not the range of another facet or after another step', () => {
    const explorer = new Explorer(handCounted);
    const took = (facet: string, nodes: number[]) => {
      explorer.includeAny(facet, nodes, 'replace');
      return explorer.takeStep();
    };
    expect(took('geography', [0])).toBe('push');
    expect(took('geography', [0, 1])).toBe('replace');
    expect(took('technology', [0])).toBe('push');
    explorer.setMinScore('technology', 5);
    expect(explorer.takeStep()).toBe('push');
    expect(took('technology', [0, 1])).toBe('push');
    explorer.includeAny('technology', [1]);
    expect(explorer.takeStep()).toBe('push');
  });

  it('stays a step of its own when it is refined before the address has followed', () => {
    const explorer = new Explorer(handCounted);
    explorer.setMinScore('geography', 10);
    explorer.setMinScore('geography', 20, 'replace');
    expect([explorer.takeStep(), explorer.takeStep()]).toEqual(['push', 'replace']);
  });

  it('that speaks of no taxonomy does not turn the topic view', () => {
    const explorer = new Explorer(handCounted);
    for (const facet of ['geography', 'author', 'nowhere']) explorer.setTopicFacet(facet);
    expect(explorer.topicFacet).toBe('technology');
    expect(explorer.revision).toBe(0);
  });

  it('changes exactly what it says, and what a link holds has one more revision', () => {
    fc.assert(
      fc.property(arbitraryDataset, walk(30), (dataset, steps) => {
        const explorer = new Explorer(dataset);
        for (const step of steps) {
          const [before, revision] = [stateOf(explorer), explorer.revision];
          take(explorer, step);
          const changed = changedParts(before, stateOf(explorer));
          expect(changed.filter((part) => !CHANGED_PARTS[step.verb].includes(part))).toEqual([]);
          if (changed.length > 0) expect(explorer.revision).toBe(revision + 1);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('counts', { timeout: BUSY_MACHINE_MS }, () => {
  it('follow the filter only: looking at things differently changes none', () => {
    const looking = (steps: readonly WalkStep[]) => steps.filter(({ verb }) => !FILTER_VERBS.has(verb));
    fc.assert(
      fc.property(arbitraryDataset, walk(10), walk(60), (dataset, asking, others) => {
        const explorer = new Explorer(dataset);
        for (const step of asking) take(explorer, step);
        const before = numbersOf(explorer);
        for (const step of looking(others)) take(explorer, step);
        expect(numbersOf(explorer)).toEqual(before);
      }),
      { numRuns: 100 },
    );
  });

  it('are those of a plain loop after any walk', () => {
    fc.assert(
      fc.property(arbitraryDataset, walk(40), (dataset, steps) => {
        const explorer = new Explorer(dataset);
        for (const step of steps) take(explorer, step);
        const oracle = new Oracle(dataset);
        oracle.setFilter(explorer.filter);
        expect([...explorer.activeRecords]).toEqual(oracle.active());
        for (const { id } of oracle.facets) {
          const { records, possible, maxScore } = oracle.counts(id);
          expect([...explorer.countsFor(id).records]).toEqual(records);
          expect([...explorer.countsFor(id).possible]).toEqual(possible);
          expect([...explorer.countsFor(id).maxScore]).toEqual(maxScore);
          expect([...explorer.engine().scoreHistogram(id)]).toEqual(oracle.histogram(id));
          const passes = explorer.engine().passesElsewhere(id);
          for (let record = 0; record < dataset.recordCount; record++) {
            expect(passes(record)).toBe(oracle.passesBut(record, id));
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('are the same again on a walk of 200 verbs, whenever an earlier link is opened again', () => {
    fc.assert(
      fc.property(arbitraryDataset, walk(200, 200), fc.infiniteStream(fc.nat()), (dataset, steps, picks) => {
        const explorer = new Explorer(dataset);
        const seen: { query: string; state: unknown; numbers: unknown }[] = [];
        steps.forEach((step, i) => {
          take(explorer, step);
          if (i % 10 === 0) {
            seen.push({ query: explorer.query(''), state: stateOf(explorer), numbers: numbersOf(explorer) });
          } else if (i % 10 === 5) {
            const earlier = seen[picks.next().value % seen.length]!;
            const present = explorer.query('');
            explorer.restore(earlier.query);
            expect(explorer.unknown).toEqual([]);
            expect(stateOf(explorer)).toEqual(earlier.state);
            expect(numbersOf(explorer)).toEqual(earlier.numbers);
            explorer.restore(present);
          }
        });
        // and a page that is opened with the link shows the same
        for (const { query, numbers } of seen.slice(-3)) {
          expect(numbersOf(new Explorer(dataset, `?${query}`))).toEqual(numbers);
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('opening the present link', { timeout: BUSY_MACHINE_MS }, () => {
  it('changes nothing, whatever things are called', () => {
    fc.assert(
      fc.property(oddDataset, walk(40), (dataset, steps) => {
        const explorer = new Explorer(dataset);
        for (const step of steps) take(explorer, step);
        const [state, query, revision] = [stateOf(explorer), explorer.query('a=b'), explorer.revision];
        explorer.restore(query);
        expect(stateOf(explorer)).toEqual(state);
        expect(explorer.query(query)).toBe(query);
        expect(explorer.unknown).toEqual([]);
        expect(explorer.revision).toBe(revision);
        expect(explorer.takeStep()).toBe('replace');
      }),
      { numRuns: 200 },
    );
  });
});

describe('toggling twice', { timeout: BUSY_MACHINE_MS }, () => {
  it('is as if nothing had been done, for a node that was neither included nor excluded', () => {
    fc.assert(
      fc.property(
        arbitraryDataset,
        walk(30),
        walk(1, 1),
        fc.boolean(),
        (dataset, steps, [pick], excluding) => {
          const explorer = new Explorer(dataset);
          for (const step of steps) take(explorer, step);
          const mark = markOf(explorer, pick!);
          if (!mark || explorer.membership(mark.facet, mark.node) !== 'neither') return;
          // to include one ends that records without any are asked for
          if (!excluding && explorer.filter.clauses.get(mark.facet)?.tagged === 'none') return;
          const [before, numbers] = [stateOf(explorer), numbersOf(explorer)];
          const verb = excluding ? 'toggleExcluded' : 'toggleIncluded';
          explorer[verb](mark.facet, mark.node);
          expect(explorer.membership(mark.facet, mark.node)).toBe(excluding ? 'excluded' : 'included');
          explorer[verb](mark.facet, mark.node);
          expect(stateOf(explorer)).toEqual(before);
          expect(numbersOf(explorer)).toEqual(numbers);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('gives an included node back, last in its row', () => {
    const explorer = new Explorer(handCounted, 'geography=DEU&geography=CYP&mode.geography=all');
    explorer.toggleIncluded('geography', PLACE.germany);
    explorer.toggleIncluded('geography', PLACE.germany);
    expect(explorer.query('')).toBe('geography=CYP&geography=DEU&mode.geography=all&v=1');
  });
});

describe('hovering', () => {
  it('links the active records of a node with all that they show', () => {
    const explorer = new Explorer(handCounted, 'author=Cy');
    explorer.hoverOver({ kind: 'node', facet: 'geography', node: PLACE.germany });
    expect([...explorer.linked!.records]).toEqual([1, 4]);
    expect([...explorer.linked!.nodes.get('technology')!]).toEqual([1, 1, 1]);
    expect([...explorer.linked!.nodes.get('author')!]).toEqual([1, 1, 1, 0]);
    explorer.hoverOver({ kind: 'record', record: 4 });
    expect([...explorer.linked!.records]).toEqual([4]);
    expect([...explorer.linked!.nodes.get('technology')!]).toEqual([0, 0, 0]);
    explorer.hoverOver(null);
    expect(explorer.linked).toBeNull();
  });

  it('is never in the link', () => {
    const explorer = new Explorer(handCounted);
    explorer.hoverOver({ kind: 'node', facet: 'technology', node: TOPIC.ai });
    expect(explorer.query('')).toBe('');
    expect(explorer.revision).toBe(0);
  });
});

it('shows years as a table where the dataset has some, and tells of a link that asks for them in vain', () => {
  const explorer = new Explorer(withYears, 'year=2014&table=time');
  expect([explorer.timeFacet, explorer.isTable('time'), explorer.query('')]).toEqual([
    'year',
    true,
    'year=2014&table=time&v=1',
  ]);
  expect(explorer.activeCount).toBe(3);
  const without = new Explorer(handCounted, 'table=time');
  expect([without.timeFacet, without.unknown]).toEqual([undefined, [{ key: 'table', value: 'time' }]]);
});
