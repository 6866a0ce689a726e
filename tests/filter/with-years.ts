/** Eight records of six years, few enough to count by hand; one has two years, one has none, and 2013 is a gap. */
import type { Dataset } from '../../src/model/dataset.ts';
import { makeDataset } from './make-dataset.ts';

/** Nodes of the facet "year". */
export const YEAR = {
  nineties: 0,
  y1999: 1,
  tens: 2,
  y2010: 3,
  y2011: 4,
  y2012: 5,
  y2014: 6,
  twenties: 7,
  y2021: 8,
} as const;

export const COUNTRY = { austria: 0, japan: 1 } as const;

const record = (years: readonly number[], country: number) => ({
  title: `Of ${years.join(' and ')}`,
  authors: [country],
  tags: {
    geography: [[country, 100] as const],
    technology: [[country, 50] as const],
    year: years.map((year) => [year, 100] as const),
  },
  hidden: {},
});

export const withYears: Dataset = makeDataset({
  authors: ['Ada', 'Bo'],
  facets: [
    {
      id: 'geography',
      kind: 'place',
      concepts: [
        { label: 'Austria', parent: -1, code: 'AUT' },
        { label: 'Japan', parent: -1, code: 'JPN' },
      ],
    },
    {
      id: 'technology',
      kind: 'taxonomy',
      concepts: [
        { label: 'Learning', parent: -1 },
        { label: 'Vision', parent: -1 },
      ],
    },
    {
      id: 'year',
      kind: 'time',
      concepts: [
        { label: '1990s', parent: -1 },
        { label: '1999', parent: YEAR.nineties },
        { label: '2010s', parent: -1 },
        { label: '2010', parent: YEAR.tens },
        { label: '2011', parent: YEAR.tens },
        { label: '2012', parent: YEAR.tens },
        { label: '2014', parent: YEAR.tens },
        { label: '2020s', parent: -1 },
        { label: '2021', parent: YEAR.twenties },
      ],
    },
  ],
  records: [
    record([YEAR.y1999], COUNTRY.austria),
    record([YEAR.y2010], COUNTRY.austria),
    record([YEAR.y2011], COUNTRY.japan),
    record([YEAR.y2012], COUNTRY.austria),
    record([YEAR.y2014], COUNTRY.japan),
    record([YEAR.y2014, YEAR.y2021], COUNTRY.austria),
    record([YEAR.y2014], COUNTRY.austria),
    record([], COUNTRY.japan),
  ],
});
