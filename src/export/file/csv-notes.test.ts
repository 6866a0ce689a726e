import { expect, it } from 'vitest';
import { figureInput } from '../../../tests/export/figure-input.ts';
import { readDataset } from '../../../tests/ingest/read-dataset.ts';
import { VIEW_IDS } from '../../share/view-state.ts';
import { COLUMNS, csvNotes } from './csv-notes.ts';
import { tableMetadata } from '../files.ts';
import { csvOf, recordTagColumns, tableOf } from './tables.ts';

const sample = { ...readDataset('data/training-language-models.txt'), date: '2026-11-03' };

/** As W3C names the kinds of values. */
const KINDS: Readonly<Record<string, RegExp>> = {
  string: /^[^]*$/,
  integer: /^\d+$/,
  decimal: /^(?:\d+(?:\.\d+)?)?$/,
};

it.each(VIEW_IDS)(
  'the notes on the table of %s name its columns as they stand, and what they hold',
  (view) => {
    const input = figureInput(sample, '?geography=USA');
    const { explorer } = input;
    const table = tableOf(explorer, view);
    const notes = JSON.parse(csvNotes(explorer, tableMetadata(input, view), table, 'a.csv')) as {
      url: string;
      tableSchema: { columns: { name: string; datatype: string; 'dc:description': string }[] };
      'dc:description': string;
      notes: { query: string }[];
    };
    const { columns } = notes.tableSchema;
    expect(columns.map(({ name }) => name).join(',')).toBe(csvOf(table).split('\r\n')[0]);
    expect(table.rows.length).toBeGreaterThan(0);
    for (const row of table.rows) {
      row.forEach((cell, i) => expect(String(cell)).toMatch(KINDS[columns[i]!.datatype]!));
    }
    expect(columns.every((column) => column['dc:description'].length > 10)).toBe(true);
    expect(notes['dc:description']).toContain('Filter: place United States. 5 of 9 records shown.');
    expect(notes['dc:description']).toContain('dataset of 3 November 2026');
    const isMap = view === 'map';
    expect(notes['dc:description'].startsWith('records per country · ')).toBe(isMap);
    expect([notes.url, notes.notes[0]!.query]).toEqual(['a.csv', 'geography=USA&v=1']);
  },
);

it('no column is described that no table has', () => {
  const { explorer } = figureInput(sample);
  const columns = () => VIEW_IDS.flatMap((view) => [...tableOf(explorer, view).columns]);
  const plain = columns();
  // a filter that can be compared with all records adds some
  explorer.toggleIncluded('technology', 1);
  const again = columns();
  // and with another filter others
  explorer.compareWith(explorer.filter);
  explorer.clearAll();
  const used = new Set([...plain, ...again, ...columns()]);
  for (const { name } of recordTagColumns(explorer)) used.delete(name);
  expect(new Set(Object.keys(COLUMNS))).toEqual(used);
});
