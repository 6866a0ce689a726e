import { describe, expect, it } from 'vitest';
import { AGAINST_LABELS, againstClass, type Standing } from '../classes/against-classes.ts';
import { NOTHING_PASSES, NOTHING_THERE, NOTHING_TO_COMPARE, theSame } from '../classes/against-words.ts';
import { againstPainting } from './against-fill.ts';
import type { CountryMark, MapMarks } from './map-marks.ts';
import type { CountryShape } from './world-map.ts';

const mark = (node: number, look: CountryMark['look']): CountryMark => ({
  shape: { code: `N${node}` } as CountryShape,
  node,
  value: look === 'value' ? 3 : 0,
  look,
  classIndex: look === 'value' ? 0 : -1,
  step: look === 'value' ? 5 : 0,
  fill: look === 'value' ? 'step-5' : 'step-0',
});

const marksOf = (countries: readonly CountryMark[]): MapMarks => ({
  countries,
  scheme: { method: 'log', classes: [], isEachValue: true, reason: '' },
  painted: null,
  looks: new Set(),
});

it.each([
  ['less', 0, 'under ½×'],
  ['less', 0.49, 'under ½×'],
  ['less', 0.5, '½× to 1×'],
  ['less', 0.99, '½× to 1×'],
  ['expected', 0.2, 'no clear difference'],
  ['expected', 9, 'no clear difference'],
  ['more', 1.01, '1× to 2×'],
  ['more', 2, '1× to 2×'],
  ['more', 2.01, 'over 2×'],
] as const)('"%s" with a quotient of %f is in the class "%s"', (verdict, value, label) => {
  expect(AGAINST_LABELS[againstClass({ verdict, value })]).toBe(label);
});

describe('a map against all records', () => {
  const standings: (Standing | null)[] = [
    { verdict: 'more', value: 3 },
    { verdict: 'untold', value: 8 },
    { verdict: 'less', value: 0 },
    { verdict: 'expected', value: 0 },
    { verdict: 'untold', value: 0 },
    null,
    { verdict: 'less', value: 0 },
  ];
  const records = [9, 2, 0, 0, 0, 0, 0];
  const countries = [
    mark(0, 'value'),
    mark(1, 'value'),
    mark(2, 'none'),
    mark(3, 'below'),
    mark(4, 'possible'),
    mark(5, 'none'),
    mark(6, 'absent'),
    mark(-1, 'possible'),
  ];
  const painting = againstPainting({ records, considered: 50 }, (node) => standings[node]!);

  it('colours what is seen, and what is clearly less though nothing is; every other nothing keeps its kind', () => {
    const painted = painting.paint(marksOf(countries));
    expect(painted.countries.map(({ look, fill }) => `${look} ${fill}`)).toEqual([
      'value against-4',
      'value against-5',
      'value against-0',
      'below step-0',
      'possible step-0',
      'none step-0',
      'absent step-0',
      'possible step-0',
    ]);
    expect(painted.painted).toMatchObject({
      kind: 'against',
      places: [1, 0, 0, 0, 1],
      rest: { name: 'against-5', words: 'too few records to tell' },
    });
    expect([...painted.looks].sort()).toEqual(['absent', 'below', 'none', 'possible', 'value']);
  });

  it('gives a city the colour of its class, and none where nothing is told of it', () => {
    expect([0, 1, 2, 3].map((node) => painting.cityFill!(node))).toEqual([
      'against-4',
      'against-5',
      'against-0',
      '',
    ]);
  });

  it('has no class and one neutral colour where there is nothing to compare', () => {
    const { paint, cityFill } = againstPainting({ records, considered: 50 }, null);
    const { countries: marks, painted } = paint(marksOf(countries));
    const name = 'against-2';
    expect(marks.filter(({ look }) => look === 'value').map(({ fill }) => fill)).toEqual([name, name]);
    expect([cityFill!(0), cityFill!(2)]).toEqual([name, '']);
    expect(painted).toMatchObject({
      places: null,
      note: NOTHING_TO_COMPARE,
      rest: { name, words: 'tagged' },
    });
    const { painted: none } = againstPainting({ records: [], considered: 0 }, null).paint(marksOf([]));
    expect(none).toMatchObject({ places: null, note: NOTHING_PASSES });
    const paintedAgainst = (isEmpty: boolean) => {
      const reference = { words: 'Thailand', isEmpty };
      return againstPainting({ records, considered: 50 }, null, reference).paint(marksOf([])).painted;
    };
    expect(paintedAgainst(false)).toMatchObject({ note: theSame('place') });
    expect(paintedAgainst(true)).toMatchObject({ note: NOTHING_THERE });
  });
});
