/** The four concept facets of AITopics. */
import type { FacetId, FacetKind } from '../model/dataset.ts';

/** What is known of a facet before any record is read. */
export interface FacetSpec {
  readonly id: FacetId;
  readonly kind: FacetKind;
  readonly label: string;
  readonly scoreMeaning: string;
}

const TOPIC_SCORE = (what: string) =>
  `How sure AITopics is that ${what}; not a calibrated probability, so compare scores only within this facet.`;

/** In the order of the dataset. */
export const FACET_SPECS: readonly FacetSpec[] = [
  {
    id: 'geography',
    kind: 'place',
    label: 'Geography',
    scoreMeaning:
      'How sure AITopics is that the text has to do with this place: a venue, a publisher, an address, even a surname. Not a calibrated probability, and not an affiliation.',
  },
  {
    id: 'technology',
    kind: 'taxonomy',
    label: 'Technology',
    scoreMeaning: TOPIC_SCORE('the text deals with this technology'),
  },
  {
    id: 'industry',
    kind: 'taxonomy',
    label: 'Industry',
    scoreMeaning: TOPIC_SCORE('the text concerns this industry'),
  },
  {
    id: 'genre',
    kind: 'taxonomy',
    label: 'Genre',
    scoreMeaning: TOPIC_SCORE('this is the kind of text it is'),
  },
];

/** In the order in which the result text lists them under a record. */
export const TEXT_ORDER = ['geography', 'genre', 'industry', 'technology'] as const;

/** A facet of the result text. */
export type TextFacet = (typeof TEXT_ORDER)[number];
