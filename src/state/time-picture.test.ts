import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryDataset } from '../../tests/filter/arbitrary-dataset.ts';
import { take, walk } from '../../tests/filter/explorer-walk.ts';
import { withYears, YEAR } from '../../tests/filter/with-years.ts';
import { Explorer } from './explorer.svelte.ts';
import { timePicture } from './time-picture.ts';
import { valueOf } from './words/describe-node.ts';

const measure = (text: string) => text.length * 6;
const measures = { label: measure, number: measure };
const drawn = (query: string, width = 471) =>
  timePicture(new Explorer(withYears, query), withYears.facets[2]!, width, 73, measures);
const stateOf = (query: string, width?: number) =>
  drawn(query, width)
    .bars.filter(({ membership }) => membership !== 'neither')
    .map(({ node, membership }) => `${node} ${membership}`);

describe('the records by year', () => {
  it('have a bar for each year of the dataset in its place, the highest with its number', () => {
    const { unit, bars, baseline, left, grid, highest, labels, isAnyIn } = drawn('');
    expect([unit, baseline, isAnyIn]).toEqual(['year', 55, false]);
    // beside a number of 6 px 1999 to 2021 are 23 years of 20 px
    expect([left, grid.map(({ text, y }) => [text, Math.round(y)])]).toEqual([
      11,
      [
        ['1', 42],
        ['2', 28],
        ['3', 15],
      ],
    ]);
    expect(bars.map(({ node, slot, height }) => [node, slot.x, Math.round(height)])).toEqual([
      [YEAR.y1999, 11, 13],
      [YEAR.y2010, 231, 13],
      [YEAR.y2011, 251, 13],
      [YEAR.y2012, 271, 13],
      [YEAR.y2014, 311, 40],
      [YEAR.y2021, 451, 13],
    ]);
    expect(highest).toEqual({ text: '3', x: 321, y: 12 });
    expect(labels.map(({ text }) => text)).toEqual(['2000', '2005', '2010', '2015', '2020']);
  });

  it('are counted under every clause but their own, by the rule', () => {
    const heights = (query: string) => drawn(query).bars.map(({ height }) => Math.round(height));
    expect(heights('year=2014')).toEqual(heights(''));
    expect(heights('geography=AUT')).toEqual([20, 20, 0, 20, 40, 20]);
    // one record shares 1 between 2014 and 2021
    expect(heights('rule=fractional')).toEqual([16, 16, 16, 16, 40, 8]);
    expect(drawn('rule=fractional').highest!.text).toBe('2.50');
  });

  it('of which none passes have no height and no number', () => {
    const { bars, highest } = drawn('geography=JPN&technology=Learning');
    expect([bars.length, Math.max(...bars.map(({ height }) => height)), highest]).toEqual([6, 0, null]);
  });

  it('tell what is chosen, also by a decade', () => {
    expect(stateOf('year=2014&not.year=2010')).toEqual([`${YEAR.y2010} excluded`, `${YEAR.y2014} included`]);
    expect(stateOf('year=2010s&not.year=2011')).toEqual([
      `${YEAR.y2010} included`,
      `${YEAR.y2011} excluded`,
      `${YEAR.y2012} included`,
      `${YEAR.y2014} included`,
    ]);
    expect(stateOf('not.year=2010s&year=2014')).toHaveLength(4);
  });

  it('stand for decades where there is little room, of which a year is only a part', () => {
    const { unit, bars } = drawn('', 60);
    expect(unit).toBe('decade');
    expect(bars.map(({ node, slot }) => [node, slot.x])).toEqual([
      [YEAR.nineties, 0],
      [YEAR.tens, 30],
      [YEAR.twenties, 45],
    ]);
    const parts = (query: string) => drawn(query, 60).bars.map(({ part }) => part);
    expect(stateOf('year=2014&not.year=1999', 60)).toEqual([]);
    expect(parts('year=2014&not.year=1999')).toEqual(['excluded', 'included', 'neither']);
    expect(parts('year=2014&not.year=2012')).toEqual(['neither', 'excluded', 'neither']);
    expect(parts('year=2010s&not.year=2012')).toEqual(['neither', 'neither', 'neither']);
    expect(stateOf('not.year=2010s&year=2014', 60)).toEqual([`${YEAR.tens} excluded`]);
  });

  it('of any dataset under any filter are the numbers of its counts, within the room', () => {
    fc.assert(
      fc.property(arbitraryDataset, walk(15), fc.integer({ min: 0, max: 900 }), (dataset, steps, width) => {
        const facet = dataset.facets.find(({ kind }) => kind === 'time');
        if (!facet) return;
        const explorer = new Explorer(dataset);
        for (const step of steps) take(explorer, step);
        const counts = explorer.countsFor(facet.id);
        const { bars, left, grid, baseline, highest } = timePicture(explorer, facet, width, 73, measures);
        const most = Math.max(0, ...bars.map(({ node }) => valueOf(counts, node, explorer.rule)));
        for (const { node, x, width: bar, height } of bars) {
          const value = valueOf(counts, node, explorer.rule);
          expect(height > 0).toBe(value > 0);
          if (height > 1.5) expect(height).toBeCloseTo((40 * value) / most);
          expect(x).toBeGreaterThanOrEqual(left);
          expect(x + bar).toBeLessThanOrEqual(width + 1e-6);
        }
        for (const { text, y } of grid) {
          expect(baseline - y).toBeCloseTo((40 * Number(text.replace(',', ''))) / most, 0);
          expect(measure(text)).toBeLessThan(left);
        }
        expect(highest !== null).toBe(most > 0);
      }),
      { numRuns: 200 },
    );
  });
});
