import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryDataset } from '../../../tests/filter/arbitrary-dataset.ts';
import { take, walk } from '../../../tests/filter/explorer-walk.ts';
import { handCounted, PERSON, PLACE, TOPIC } from '../../../tests/filter/hand-counted.ts';
import { withYears, YEAR } from '../../../tests/filter/with-years.ts';
import { AUTHOR_FACET } from '../../model/dataset.ts';
import { describeHub } from '../coauthors/describe-hub.ts';
import { describeNode, markName, valueInWords } from './describe-node.ts';
import { presenceInWords } from './presence-words.ts';
import { datedInWords } from './time-words.ts';
import { Explorer } from '../explorer.svelte.ts';
import { nodeStatus } from '../tables/node-status.ts';

/** Random runs take a second or two; the usual limit of five is too near on a busy machine. */
const BUSY_MACHINE_MS = 60_000;

const rowsOf = (explorer: Explorer, facet: string, node: number) =>
  describeNode(explorer, facet, node).rows.map(({ label, value }) => `${label}: ${value}`);
/** Without what comes once it is loaded. */
const plainRowsOf = (explorer: Explorer, facet: string, node: number) =>
  rowsOf(explorer, facet, node).filter((row) => !row.startsWith('Against all'));

describe('a value in words', () => {
  it.each([
    [1, 'records', '1 record'],
    [0, 'records', '0 records'],
    [1234, 'records', '1,234 records'],
    [2.305, 'fractional', '2.31 records, fractional'],
    [0.63, 'score', 'score sum 0.63'],
    [0, 'score', 'score sum 0.00'],
  ] as const)('%d under the rule %s is "%s"', (value, rule, words) => {
    expect(valueInWords(value, rule)).toBe(words);
  });
});

describe('the tooltip of a node', () => {
  it('tells all rules, the range that hidden tags leave open, and the highest score', () => {
    const explorer = new Explorer(handCounted);
    const germany = describeNode(explorer, 'geography', PLACE.germany);
    expect(germany.title).toBe('Germany');
    expect(germany.context).toBe('Europe');
    expect(germany.rows).toEqual([
      { label: 'Records', value: '3 – 4', active: true },
      // all of record 0, by Bavaria; 30 of 40 of record 1; all of record 4, whose deepest tag has score 0
      { label: 'Fractional', value: '2.75', active: false },
      { label: 'Score', value: '0.50', active: false },
      { label: 'Highest score', value: '0.30' },
    ]);
    expect(germany.note).toBe('1 record with hidden tags might show it too.');
  });

  it('speaks of a country in two branches as one', () => {
    const explorer = new Explorer(handCounted);
    expect(rowsOf(explorer, 'geography', PLACE.cyprus)[0]).toBe('Records: 2 – 3');
    expect(rowsOf(explorer, 'geography', PLACE.cyprusInEurope)[0]).toBe('Records: 1 – 3');
  });

  it('says what lies below the threshold, and that shares can rise', () => {
    const explorer = new Explorer(handCounted, 'min.geography=0.15&rule=fractional');
    const { note, rows } = describeNode(explorer, 'geography', PLACE.germany);
    expect(note).toBe(
      '1 record with hidden tags might show it too. 1 record below the threshold of 0.15. ' +
        'A share can rise with the threshold: weak tags beside it drop out.',
    );
    expect(rows.filter((row) => row.active).map((row) => row.label)).toEqual(['Fractional']);
  });

  it('stands against all records once what compares is loaded, where a filter lets something be compared', async () => {
    const explorer = new Explorer(handCounted);
    const told = () => rowsOf(explorer, 'geography', PLACE.germany).at(-1);
    expect(told()).toMatch(/^Highest score/);
    explorer.toggleIncluded('technology', TOPIC.learning);
    markName(explorer, 'geography', PLACE.germany);
    // 2 of 2 records where 3 of 5 are expected, of which nothing can be told
    await expect.poll(told).toBe('Against all: too few records to tell');
    explorer.clearAll();
    expect(told()).toMatch(/^Highest score/);
  });

  it('has one number for an author, and no note', () => {
    const explorer = new Explorer(handCounted, 'rule=score&min.author=0.50');
    expect(describeNode(explorer, AUTHOR_FACET, PERSON.ada)).toEqual({
      title: 'Ada',
      context: 'author',
      rows: [{ label: 'Records', value: '2', active: true }],
    });
  });

  it('of a node that no record shows leaves the highest score out', () => {
    const explorer = new Explorer(handCounted, 'author=OpenAI');
    expect(plainRowsOf(explorer, 'technology', TOPIC.vision)).toEqual([
      'Records: 0',
      'Fractional: 0.00',
      'Score: 0.00',
    ]);
    expect(describeNode(explorer, 'technology', TOPIC.vision).context).toBe('Artificial Intelligence');
    expect(describeNode(explorer, 'technology', TOPIC.ai).context).toBe('technology');
  });
});

describe('the name of a mark', () => {
  it.each([
    ['', 'Germany: 3 records, 1 more possible'],
    ['rule=score', 'Germany: score sum 0.50'],
    ['rule=fractional', 'Germany: 2.75 records, fractional'],
    ['not.geography=DEU', 'Germany: 3 records, 1 more possible, excluded'],
    ['complete=1', 'Germany: 2 records'],
    ['author=Ada&author=Bo&complete=1', 'Germany: 1 record'],
    ['author=OpenAI', 'Germany: 0 records'],
  ])('holds its number and what it does not say: %s', (query, name) => {
    expect(markName(new Explorer(handCounted, query), 'geography', PLACE.germany)).toBe(name);
  });
});

describe('a node of any dataset under any filter', { timeout: BUSY_MACHINE_MS }, () => {
  it('is told with the numbers of its counts, and exactly one active rule', () => {
    fc.assert(
      fc.property(arbitraryDataset, walk(20), (dataset, steps) => {
        const explorer = new Explorer(dataset);
        for (const step of steps) take(explorer, step);
        for (const facet of [...dataset.facets.map(({ id }) => id), AUTHOR_FACET]) {
          const counts = explorer.countsFor(facet);
          counts.records.forEach((records, node) => {
            const { rows, note = '' } = describeNode(explorer, facet, node);
            expect(rows.filter((row) => row.active)).toHaveLength(1);
            const possible = counts.possible[node]!;
            expect(rows[0]!.value).toBe(possible > 0 ? `${records} – ${records + possible}` : `${records}`);
            expect(note.includes('hidden tags')).toBe(possible > 0);
            expect(note.includes('below the threshold')).toBe(counts.belowThreshold[node]! > 0);
            expect(JSON.stringify(rows)).not.toMatch(/NaN|undefined|null/);
            expect(markName(explorer, facet, node)).not.toMatch(/NaN|undefined/);
          });
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('how a node stands', () => {
  it.each([
    ['', PLACE.germany, ''],
    ['geography=DEU', PLACE.germany, 'included'],
    ['not.geography=DEU', PLACE.germany, 'excluded'],
    ['min.geography=0.15&complete=1', PLACE.bavaria, 'below the threshold'],
    ['author=Ada&technology=Artificial+Intelligence%3EVision', PLACE.bavaria, 'possible'],
    ['author=OpenAI', PLACE.germany, 'no record'],
  ])('is one word: %s', (query, node, word) => {
    const explorer = new Explorer(handCounted, query);
    const status = nodeStatus(explorer.countsFor('geography'), node, explorer.membership('geography', node));
    expect(status).toBe(word);
  });
});

describe('the tooltip of a team', () => {
  it('says how many pairs one hub stands for', () => {
    const hub = describeHub(new Explorer(handCounted), 1);
    expect(hub.context).toBe('team of 3 authors');
    expect(hub.rows).toEqual([{ label: 'Pairs', value: '3' }]);
  });
});

it('years are dated, and no score is named where all are 1', () => {
  const explorer = new Explorer(withYears);
  const labels = (facet: string, node: number) =>
    describeNode(explorer, facet, node).rows.map(({ label }) => label);
  expect(labels('year', YEAR.y2014)).not.toContain('Highest score');
  expect(labels('technology', 0)).toContain('Highest score');
  expect(datedInWords(explorer, { id: 'year' })).toBe('7 records dated, 1 not');
  expect(presenceInWords(explorer, 'year', 'none')).toBe('Only records without a year');
  expect(presenceInWords(explorer, 'geography', 'any')).toBe('Only records with a geography tag that counts');
});
