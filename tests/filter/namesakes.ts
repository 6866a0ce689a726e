/** Places and topics of which several have the same name. */
import { makeDataset, type PlainConcept } from './make-dataset.ts';

/** Nodes of the facet "geography"; after the concepts the unions. */
export const SAME_NAME = {
  georgiaCountry: 1,
  unitedStates: 3,
  georgiaState: 4,
  newYorkState: 5,
  newYorkCity: 6,
  parisInTexas: 8,
  springfieldInTexas: 9,
  springfield: 10,
  paris: 12,
  luxembourg: 13,
  luxembourgCity: 14,
} as const;

const place = (label: string, parent: number, more: Partial<PlainConcept> = {}) => ({
  label,
  parent,
  ...more,
});
const city = (label: string, parent: number, geonames: number, region = '') =>
  place(label, parent, { geonames, region, lon: 0, lat: 0 });

const concepts: readonly PlainConcept[] = [
  place('Asia', -1),
  place('Georgia', 0, { code: 'GEO' }),
  place('North America', -1),
  place('United States', 2, { code: 'USA' }),
  place('Georgia', 3, { code: 'US-GA', region: 'US-GA' }),
  place('New York', 3, { code: 'US-NY', region: 'US-NY' }),
  city('New York', 5, 1, 'US-NY'),
  place('Texas', 3, { code: 'US-TX', region: 'US-TX' }),
  city('Paris', 7, 2, 'US-TX'),
  city('Springfield', 7, 3, 'US-TX'),
  city('Springfield', 3, 4),
  place('France', -1, { code: 'FRA' }),
  city('Paris', 11, 5),
  place('Luxembourg', -1, { code: 'LUX' }),
  city('Luxembourg', 13, 6),
];

/** A record for each place, tagged "Planning" below robots or below cities in turn. */
export const namesakes = makeDataset({
  authors: [],
  facets: [
    { id: 'geography', kind: 'place', concepts },
    {
      id: 'technology',
      kind: 'taxonomy',
      concepts: [place('Robots', -1), place('Planning', 0), place('Cities', -1), place('Planning', 2)],
    },
  ],
  records: concepts.map(({ label }, i) => ({
    title: label,
    authors: [],
    tags: { geography: [[i, 50]], technology: [[i % 2 === 0 ? 1 : 3, 80]] },
    hidden: {},
  })),
});
