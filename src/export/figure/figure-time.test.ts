import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figureInput } from '../../../tests/export/figure-input.ts';
import { elementsOf, readXml, textOf } from '../../../tests/export/read-xml.ts';
import { arbitraryDataset } from '../../../tests/filter/arbitrary-dataset.ts';
import { take, walk } from '../../../tests/filter/explorer-walk.ts';
import { handCounted } from '../../../tests/filter/hand-counted.ts';
import { withYears } from '../../../tests/filter/with-years.ts';
import { viewsIn, csvOf, tableOf } from '../file/tables.ts';
import { svgDocument } from './document.ts';

const BUSY_MACHINE_MS = 60_000;

const drawn = (query: string, subject: 'time' | 'all' = 'time', dataset = withYears) => {
  const { svg, metadata } = svgDocument(figureInput(dataset, query), subject);
  const elements = [...elementsOf(readXml(svg))];
  const words = elements.filter(({ name }) => name === 'text').map((element) => textOf(element));
  return { words, rects: elements.filter(({ name }) => name === 'rect').length - 1, metadata };
};

describe('the figure of years', { timeout: BUSY_MACHINE_MS }, () => {
  it('has a bar a year, names of years, the highest number, and says what is counted', () => {
    const { words, rects, metadata } = drawn('');
    expect(rects).toBe(6);
    expect(words).toEqual(expect.arrayContaining(['When', '1999', '2010', '2020', '3']));
    expect(metadata.notes).toEqual(['records per year · 7 records dated, 1 not']);
    expect(metadata.legend).toEqual(['Bar: year, its height by records']);
  });

  it('tells what is chosen, and that its numbers skip that', () => {
    const { words, metadata } = drawn('year=2010&year=2011&not.year=2021');
    expect(metadata.filters).toEqual(['year 2010–2011', 'not year 2021']);
    expect(metadata.legend).toEqual([
      'Bar: year, its height by records',
      'Underlined: included, others paler',
      'Dashed: excluded',
    ]);
    expect(metadata.notes[0]).toContain('whatever year is chosen');
    expect(words.join(' ')).toContain('skip the filter by year itself');
  });

  it('says so where nothing is left, and where there are no years', () => {
    expect(drawn('geography=JPN&technology=Learning').words).toContain('No record passes the other filters.');
    expect(drawn('', 'time', handCounted).words).toContain('This dataset has no years.');
  });

  it('stands above the other views of the dashboard where there are years, and its table beside theirs', () => {
    expect(drawn('', 'all').words.filter((line) => line === 'When')).toHaveLength(1);
    expect(drawn('', 'all', handCounted).words).not.toContain('When');
    const { explorer } = figureInput(withYears);
    expect(viewsIn(explorer, 'all')).toEqual(['map', 'topics', 'coauthors', 'records', 'time']);
    expect(viewsIn(figureInput(handCounted).explorer, 'all')).not.toContain('time');
    expect(csvOf(tableOf(explorer, 'time')).split('\r\n').slice(0, 3)).toEqual([
      'path,code,records,possible,fractional,score,max_score,status',
      '1990s,,1,0,1,1,1,',
      '1990s > 1999,,1,0,1,1,1,',
    ]);
  });

  it('can be drawn of any dataset under any filter', () => {
    fc.assert(
      fc.property(arbitraryDataset, walk(10), (dataset, steps) => {
        const input = figureInput(dataset);
        for (const step of steps) take(input.explorer, step);
        for (const width of [720, undefined])
          expect(svgDocument(input, 'time', width).svg).not.toMatch(/NaN/);
      }),
      { numRuns: 60 },
    );
  });
});
