import fc from 'fast-check';
import { expect, it } from 'vitest';
import { take, walk } from '../../../tests/filter/explorer-walk.ts';
import { handCounted, TOPIC } from '../../../tests/filter/hand-counted.ts';
import { oddDataset } from '../../../tests/filter/odd-dataset.ts';
import { alphabeticalRanks } from '../../model/sort-by-name.ts';
import { AUTHOR_FACET, authorKey } from '../../model/dataset.ts';
import { finished } from '../../model/work.ts';
import { VIEW_IDS } from '../../share/view-state.ts';
import { coauthorStrengths } from '../../state/coauthors/coauthor-strengths.ts';
import { Explorer } from '../../state/explorer.svelte.ts';
import { csvOf, makingTable, tableLines, tableOf } from './tables.ts';
import { textBlob } from './text-blob.ts';

const BUSY_MACHINE_MS = 60_000;

it(
  'tables in steps are those of the page: its order, its strengths, the same bytes',
  { timeout: BUSY_MACHINE_MS },
  async () => {
    await fc.assert(
      fc.asyncProperty(oddDataset, walk(8), async (dataset, steps) => {
        const explorer = new Explorer(dataset);
        for (const step of steps) take(explorer, step);
        const { records } = explorer.countsFor(AUTHOR_FACET);
        const authors = [...dataset.authors.family.keys()];
        const ranks = alphabeticalRanks(authors.map((author) => explorer.names.short(AUTHOR_FACET, author)));
        const order = [...authors].sort((a, b) => records[b]! - records[a]! || ranks[a]! - ranks[b]!);
        const { rows } = finished(makingTable(explorer, 'coauthors'));
        expect(rows.map(([name]) => name)).toEqual(order.map((author) => authorKey(dataset.authors, author)));
        const { coAuthors } = coauthorStrengths(explorer);
        expect(rows.map((row) => row[2])).toEqual(order.map((author) => coAuthors[author]));
        for (const view of VIEW_IDS) {
          const table = tableOf(explorer, view);
          const blob = finished(textBlob(tableLines(table), table.rows.length, 'text/csv'));
          expect(await blob.text()).toBe(await new Blob([csvOf(table)]).text());
        }
      }),
      { numRuns: 60 },
    );
  },
);

it('a filter adds what all records have, and the quotients, which can be worked out again from the table', () => {
  const explorer = new Explorer(handCounted);
  expect(tableOf(explorer, 'map').columns.at(-1)).toBe('status');
  explorer.toggleIncluded('technology', TOPIC.learning);
  expect(tableOf(explorer, 'topics').columns.at(-1)).toBe('status');
  const { columns, rows } = tableOf(explorer, 'map');
  expect(columns.slice(-7, -3)).toEqual(['compared', 'all', 'all_records', 'against_all']);
  const at = (name: string) => columns.indexOf(name);
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) {
    const [records, all] = [row[at('records')], row[at('all_records')]] as [number, number];
    expect([row[at('compared')], row[at('all')]]).toEqual([2, 5]);
    expect(row[at('against_all')]).toBeCloseTo(records / 2 / (all / 5), 6);
    expect(row[at('against_all_verdict')]).toBe('untold');
    expect(row[at('against_all_low')]).toBeLessThanOrEqual(row[at('against_all')] as number);
    expect(row[at('against_all_high')]).toBeGreaterThanOrEqual(row[at('against_all')] as number);
  }
});
