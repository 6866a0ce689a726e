/** The sources that are read, and the facets that the tags of each fall into. */
import type { FacetId, FacetKind } from '../model/dataset.ts';

/** What is known of a facet before any record is read. */
export interface FacetSpec {
  readonly id: FacetId;
  readonly kind: FacetKind;
  readonly label: string;
  readonly scoreMeaning: string;
}

const TOPIC_SCORE_OF = (source: string, what: string) =>
  `How sure ${source} is that ${what}; not a calibrated probability, so compare scores only within this facet.`;
const TOPIC_SCORE = (what: string) => TOPIC_SCORE_OF('AITopics', what);

/** What is known of a source before any record is read. */
export interface SourceSpec {
  /** As the page names it. */
  readonly name: string;
  /** In the order of the dataset. */
  readonly facets: readonly FacetSpec[];
  /** The ids of the same facets in the order in which a record's lists of tags are read. */
  readonly listOrder: readonly FacetId[];
}

const AITOPICS_FACETS: readonly FacetSpec[] = [
  {
    id: 'geography',
    kind: 'place',
    label: 'Geography',
    scoreMeaning:
      'How sure AITopics is that the text has to do with this place: a venue, a publisher, an address, even a surname. Not an affiliation: it does not say where the authors work.',
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

/** AITopics, as result text and as JSON. */
export const AITOPICS: SourceSpec = { name: 'AITopics', facets: AITOPICS_FACETS, listOrder: TEXT_ORDER };

const OPENALEX_FACETS: readonly FacetSpec[] = [
  {
    id: 'geography',
    kind: 'place',
    label: 'Geography',
    scoreMeaning:
      'Share of the work’s listed authors with an affiliation in this country: an author with two affiliations counts for both.',
  },
  {
    id: 'topic',
    kind: 'taxonomy',
    label: 'Topics',
    scoreMeaning: TOPIC_SCORE_OF('OpenAlex', 'the work deals with this topic'),
  },
  {
    id: 'keyword',
    kind: 'taxonomy',
    label: 'Keywords',
    scoreMeaning: TOPIC_SCORE_OF('OpenAlex', 'this keyword fits the work'),
  },
  {
    id: 'type',
    kind: 'taxonomy',
    label: 'Type',
    scoreMeaning: 'What kind of work it is: always 1, since the source names one kind and no score.',
  },
  {
    id: 'year',
    kind: 'time',
    label: 'Year',
    scoreMeaning:
      'The year in which the work was published: always 1, since the source names one year and no score.',
  },
];

/** OpenAlex works, as JSON. */
export const OPENALEX: SourceSpec = {
  name: 'OpenAlex',
  facets: OPENALEX_FACETS,
  listOrder: OPENALEX_FACETS.map(({ id }) => id),
};
