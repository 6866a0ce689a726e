import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figureInput } from '../../../tests/export/figure-input.ts';
import { arbitraryDataset } from '../../../tests/filter/arbitrary-dataset.ts';
import { handCounted } from '../../../tests/filter/hand-counted.ts';
import { makeDataset } from '../../../tests/filter/make-dataset.ts';
import { oddDataset } from '../../../tests/filter/odd-dataset.ts';
import { syntheticDataset } from '../../../tests/filter/synthetic-dataset.ts';
import { readDataset } from '../../../tests/ingest/read-dataset.ts';
import { csvCells } from '../../model/table/csv-cells.ts';
import { conceptPath, facetById, type Dataset } from '../../model/dataset.ts';
import { Explorer } from '../../state/explorer.svelte.ts';
import { metadataOf } from '../figure/caption.ts';
import { jsonText } from './json-file.ts';
import { csvOf, recordTagColumns, tableOf } from './tables.ts';

type Row = Readonly<Record<string, string>>;

/** A CSV file as any other program reads it. */
function rowsOf(csv: string): Row[] {
  const [head, ...rows] = csv
    .trimEnd()
    .split('\r\n')
    .map((line) => csvCells(line) as string[]);
  return rows.map((cells) => Object.fromEntries(head!.map((name, i) => [name, cells[i]!])));
}

const tagsIn = (cell: string) =>
  (cell === '' ? [] : cell.split('; ')).map((tag) => {
    const end = tag.lastIndexOf(' ');
    return { path: tag.slice(0, end), score: Math.round(100 * Number(tag.slice(end + 1))) };
  });

describe('the tags of the records', () => {
  it('stand in the CSV file with their paths and scores, the highest first, then by name', () => {
    const rows = rowsOf(csvOf(tableOf(figureInput(handCounted).explorer, 'records')));
    expect(rows.slice(0, 2)).toMatchObject([
      {
        geography: 'Europe > Germany 0.20; Europe > Germany > Bavaria 0.10',
        geography_hidden: '0',
        technology: 'Artificial Intelligence > Machine Learning 0.90',
      },
      {
        geography: 'Europe > Germany 0.30; Asia > Middle East > Cyprus 0.10',
        geography_hidden: '5',
        technology: 'Artificial Intelligence > Machine Learning 1.00; Artificial Intelligence > Vision 0.50',
      },
    ]);
    // nothing of it is hidden
    expect(Object.keys(rows[0]!)).not.toContain('technology_hidden');
  });

  it('stand in the JSON file as values', () => {
    const { explorer, facts } = figureInput(handCounted);
    const text = jsonText(explorer, 'records', metadataOf(explorer, 'records', facts));
    const { columns, rows } = (
      JSON.parse(text) as { tables: { records: { columns: string[]; rows: unknown[][] } } }
    ).tables.records;
    const at = (name: string) => rows[1]![columns.indexOf(name)];
    expect(at('geography')).toEqual([
      { path: ['Europe', 'Germany'], score: 0.3 },
      { path: ['Asia', 'Middle East', 'Cyprus'], score: 0.1 },
    ]);
    expect(at('geography_hidden')).toBe(5);
  });

  it('of one score stand by name, and below the threshold too', () => {
    const concepts = ['Zeta', 'alpha', 'Beta'].map((label) => ({ label, parent: -1 }));
    const tags = [0, 1, 2].map((concept) => [concept, 4] as const);
    const dataset = makeDataset({
      authors: [],
      facets: [{ id: 'genre', kind: 'taxonomy', concepts }],
      records: [{ title: 'T', authors: [], tags: { genre: tags }, hidden: {} }],
    });
    const { explorer } = figureInput(dataset, 'min.genre=0.50');
    expect(rowsOf(csvOf(tableOf(explorer, 'records')))[0]!['genre']).toBe('alpha 0.04; Beta 0.04; Zeta 0.04');
  });

  it('have columns of their own, whatever the facets are called', () => {
    const concepts = [{ label: 'a', parent: -1 }];
    const ids = ['title', 'file', 'file_hidden', 'title_tags'];
    const dataset = makeDataset({
      authors: [],
      facets: ids.map((id) => ({ id, kind: 'taxonomy', concepts })),
      records: [{ title: 'T', authors: [], tags: {}, hidden: { file: 2 } }],
    });
    const { columns } = tableOf(figureInput(dataset).explorer, 'records');
    expect(new Set(columns).size).toBe(columns.length);
    expect(columns.slice(7)).toEqual([
      'title_tags',
      'file_tags',
      'file_hidden',
      'file_hidden_tags',
      'title_tags_tags',
    ]);
  });

  it('are in a JSON file all that the dataset has, whatever their names', () => {
    fc.assert(
      fc.property(oddDataset, (dataset) => {
        const explorer = new Explorer(dataset);
        const table = tableOf(explorer, 'records');
        const columns = recordTagColumns(explorer);
        const rows = new Map(table.rows.map((row) => [row[0], row]));
        [...explorer.activeRecords].forEach((record) => {
          for (const { id, concepts, tagOffset, tagConcept, tagScore } of dataset.facets) {
            const [from, to] = [tagOffset[record]!, tagOffset[record + 1]!];
            const expected = Array.from({ length: to - from }, (_, i) => ({
              path: conceptPath(concepts, tagConcept[from + i]!),
              score: tagScore[from + i]! / 100,
            }));
            const row = rows.get(dataset.records.id.at(record));
            const cell = row![table.columns.indexOf(columns.find(({ name }) => name === id)!.name)];
            const written = JSON.parse(JSON.stringify(cell)) as { path: string[]; score: number }[];
            expect(written).toHaveLength(expected.length);
            expect(written).toEqual(expect.arrayContaining(JSON.parse(JSON.stringify(expected)) as object[]));
            const scores = written.map(({ score }) => score);
            expect(scores).toEqual([...scores].sort((a, b) => b - a));
          }
        });
      }),
      { numRuns: 100 },
    );
  });
});

/** Counts every row of a view's table again, from the CSV file of the records alone: a place counts with what lies below. */
function recount(dataset: Dataset, view: 'map' | 'topics', query: string): number {
  const explorer = new Explorer(dataset, query);
  const facet = view === 'map' ? explorer.placeFacet! : explorer.topicFacet;
  const least = explorer.minScore(facet);
  const records = new Map(rowsOf(csvOf(tableOf(explorer, 'records'))).map((row) => [row['id']!, row]));
  const read = [...records.values()].map((row) => ({
    tags: tagsIn(row[facet]!),
    hidden: Number(row[`${facet}_hidden`] ?? 0),
  }));
  let seen = 0;
  for (const row of rowsOf(csvOf(tableOf(explorer, view)))) {
    const paths = row['path']!.split('; ');
    const best = read.map(({ tags, hidden }) => ({
      hidden,
      score: Math.max(
        -1,
        ...tags
          .filter(({ path }) => paths.some((each) => path === each || path.startsWith(`${each} > `)))
          .map(({ score }) => score),
      ),
    }));
    const shown = best.filter(({ score }) => score >= 0 && score >= least);
    expect({
      path: row['path'],
      records: Number(row['records']),
      possible: Number(row['possible']),
      score: Math.round(100 * Number(row['score'])),
    }).toEqual({
      path: row['path'],
      records: shown.length,
      possible: best.filter(({ hidden, score }) => hidden > 0 && score < 0).length,
      score: shown.reduce((sum, { score }) => sum + score, 0),
    });
    seen += shown.length;
  }
  return seen;
}

describe('the numbers of the views', { timeout: 60_000 }, () => {
  const sample = readDataset('data/training-language-models.txt');

  it.each(['', 'min.geography=0.05', 'author=OpenAI'])(
    'of the sample can be counted again from the file of the records: %s',
    (query) => {
      expect(recount(sample, 'map', query)).toBeGreaterThan(0);
    },
  );

  it('of many records too, at a threshold and under a filter of another kind', () => {
    const dataset = syntheticDataset(400, 5);
    const { concepts, tagConcept } = facetById(dataset, 'technology')!;
    const path = conceptPath(concepts, tagConcept[0]!);
    const filter = `technology=${path.map(encodeURIComponent).join('>')}`;
    const { activeCount } = new Explorer(dataset, filter);
    expect([activeCount > 0, activeCount < 400]).toEqual([true, true]);
    for (const query of ['', 'min.geography=0.10', filter]) {
      expect(recount(dataset, 'map', query)).toBeGreaterThan(0);
    }
    expect(recount(dataset, 'topics', 'min.technology=0.20')).toBeGreaterThan(50);
  });

  it('of any dataset too, places in several branches among them', () => {
    fc.assert(
      fc.property(arbitraryDataset, (dataset) => {
        if (new Explorer(dataset).placeFacet !== undefined) recount(dataset, 'map', '');
        if (facetById(dataset, 'technology')) recount(dataset, 'topics', 'min.technology=0.50');
      }),
      { numRuns: 100 },
    );
  });
});
