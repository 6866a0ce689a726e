import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { take, walk } from '../../../tests/filter/explorer-walk.ts';
import { handCounted } from '../../../tests/filter/hand-counted.ts';
import { makeDataset } from '../../../tests/filter/make-dataset.ts';
import { namesakes } from '../../../tests/filter/namesakes.ts';
import { oddDataset } from '../../../tests/filter/odd-dataset.ts';
import { withYears } from '../../../tests/filter/with-years.ts';
import type { Dataset } from '../../model/dataset.ts';
import { VIEW_IDS } from '../../share/view-state.ts';
import { Explorer } from '../../state/explorer.svelte.ts';
import { filtersInWords, metadataOf, type FileSubject } from '../figure/caption.ts';
import { fileName } from './file-name.ts';
import { csvOf, tableOf } from './tables.ts';

/** Random runs take a second or two; the usual limit of five is too near on a busy machine. */
const BUSY_MACHINE_MS = 60_000;

function nameOf(explorer: Explorer, subject: FileSubject): string {
  const query = explorer.query('');
  const facts = { link: `https://example.org/?${query}`, query, exported: '2026-11-22' };
  return fileName(explorer, metadataOf(explorer, subject, facts), 'csv');
}
const named = (query: string, subject: FileSubject = 'map', dataset: Dataset = handCounted) =>
  nameOf(new Explorer(dataset, query), subject);

describe('the name of a file', { timeout: BUSY_MACHINE_MS }, () => {
  it('tells years that follow each other by the first and the last', () => {
    expect(named('year=2012&year=2011&year=2014&year=1999', 'records', withYears)).toBe(
      'test_records_year-1999_or-2011-2014_6-of-8-records.csv',
    );
  });

  it.each([
    ['map', '', 'test_map_all-of-5-records.csv'],
    [
      'map',
      'tagged.geography=none&tagged.technology=any',
      'test_map_without-geography_with-any-technology_1-of-5-records.csv',
    ],
    ['map', 'min.geography=0.30', 'test_map_geography-score-from-0.30_all-of-5-records.csv'],
    ['map', 'focus.geography=DEU', 'test_map_in-germany_all-of-5-records.csv'],
    [
      'map',
      'focus.geography=DEU&min.geography=0.30&rule=score',
      'test_map_in-germany_by-score_geography-score-from-0.30_all-of-5-records.csv',
    ],
    ['topics', '', 'test_topics_technology_all-of-5-records.csv'],
    [
      'topics',
      'focus.technology=Artificial+Intelligence&focus.geography=DEU',
      'test_topics_technology_under-artificial-intelligence_all-of-5-records.csv',
    ],
    ['coauthors', 'coauthors.around=Ada&rule=score', 'test_coauthors_around-ada_all-of-5-records.csv'],
    ['records', 'focus.geography=DEU&rule=score', 'test_records_all-of-5-records.csv'],
    ['all', 'geography=DEU', 'test_dashboard_place-germany_3-of-5-records.csv'],
    [
      'all',
      'geography=DEU&geography=CYP&not.author=OpenAI&complete=1',
      'test_dashboard_place-germany_or-cyprus_not-author-openai_complete-lists_2-of-5-records.csv',
    ],
    [
      'map',
      'geography=DEU&geography=CYP&mode.geography=all',
      'test_map_place-germany_and-cyprus_1-of-5-records.csv',
    ],
    ['map', 'text=open+weights', 'test_map_text-open-weights_all-of-5-records.csv'],
  ] as const)('of %s under "%s" tells what it shows', (subject, query, name) => {
    expect(named(query, subject)).toBe(name);
  });

  it('tells pictures of one view in several sizes apart', () => {
    const explorer = new Explorer(handCounted, 'geography=DEU');
    const metadata = metadataOf(explorer, 'map', { link: '', query: explorer.query(''), exported: '' });
    expect(['2x', '4x'].map((scale) => fileName(explorer, metadata, 'png', scale))).toEqual([
      'test_map_place-germany_3-of-5-records_2x.png',
      'test_map_place-germany_3-of-5-records_4x.png',
    ]);
  });

  it('tells the topics’ facet: technology, industry', () => {
    const concepts = [{ label: 'Law', parent: -1 }];
    const facets = ['technology', 'industry'].map((id) => ({ id, kind: 'taxonomy' as const, concepts }));
    const two = makeDataset({ authors: [], facets, records: [] });
    expect(named('', 'topics', two)).toContain('_topics_technology_');
    expect(named('topics=industry', 'topics', two)).toContain('_topics_industry_');
    expect(named('topics=industry', 'all', two)).toContain('_dashboard_industry_');
    expect(named('technology=Law', 'all', two)).not.toBe(named('industry=Law', 'all', two));
  });

  it('has a mark of the state where words alone might mean another', () => {
    expect(named('geography=GEO', 'map', namesakes)).toMatch(
      /_place-georgia-country_.*-records_[\da-z]+\.csv$/,
    );
    expect(named('geography=US-GA', 'map', namesakes)).toContain('_place-georgia-united-states_');
    const concepts = ['C', 'C#', 'C++'].map((label) => ({ label, parent: -1 }));
    const facet = { id: 'technology', kind: 'taxonomy' as const, concepts };
    const signs = makeDataset({ authors: [], facets: [facet], records: [] });
    const names = ['C', 'C%23', 'C%2B%2B'].map((key) => named(`technology=${key}`, 'topics', signs));
    expect(new Set(names).size).toBe(3);
    expect(named('text=c%2B%2B')).not.toBe(named('text=c%23'));
  });

  it('counts what it has no room for, and still differs', () => {
    const labels = Array.from({ length: 30 }, (_, i) => `A rather long name of topic ${i}`);
    const concepts = labels.map((label) => ({ label, parent: -1 }));
    const facet = { id: 'technology', kind: 'taxonomy' as const, concepts };
    const many = makeDataset({ authors: [], facets: [facet], records: [] });
    const query = (last: number) =>
      new URLSearchParams(
        [...labels.slice(0, 20), labels[last]!].map((each) => ['technology', each]),
      ).toString();
    const name = named(query(21), 'topics', many);
    expect(name).toMatch(
      /_technology-a-rather-long-name-of-topic-0_or-a-rather-[^_]*_and-\d+-more_all-of-0-records_[\da-z]+\.csv$/,
    );
    expect(name).not.toBe(named(query(22), 'topics', many));
  });

  it('is of one state always the same, of bounded length, in characters that every system takes', () => {
    fc.assert(
      fc.property(
        oddDataset,
        walk(12),
        fc.string({ unit: 'binary', maxLength: 200 }),
        (odd, steps, title) => {
          const explorer = new Explorer({ ...odd, title });
          for (const step of steps) take(explorer, step);
          for (const subject of ['all', ...VIEW_IDS] as const) {
            const name = nameOf(explorer, subject);
            expect(name).toMatch(/^[\p{L}\p{M}\p{N}_.-]+\.csv$/u);
            expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(204);
            expect(named(explorer.query(''), subject, { ...odd, title })).toBe(name);
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  it('is shared by no two files with another table, filter, rule or focus', () => {
    let shared = 0;
    fc.assert(
      fc.property(oddDataset, walk(25), (dataset, steps) => {
        const explorer = new Explorer(dataset);
        const shownBy = new Map<string, unknown>();
        for (const step of steps) {
          take(explorer, step);
          for (const view of VIEW_IDS) {
            const name = nameOf(explorer, view);
            const facet =
              view === 'map' ? explorer.placeFacet : view === 'topics' ? explorer.topicFacet : undefined;
            const shown = {
              table: csvOf(tableOf(explorer, view)),
              filters: filtersInWords(explorer),
              rule: facet === undefined ? '' : explorer.rule,
              focus: facet === undefined ? undefined : explorer.focusOf(facet),
            };
            if (shownBy.has(name)) shared += 1;
            expect(shownBy.get(name) ?? shown).toEqual(shown);
            shownBy.set(name, shown);
          }
        }
      }),
      { numRuns: 100 },
    );
    expect(shared).toBeGreaterThan(100);
  });
});
