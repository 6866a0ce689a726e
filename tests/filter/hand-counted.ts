/** Five records, few enough to count by hand. Cyprus stands in two branches, so that node 7 is a union. */
import { makeDataset } from './make-dataset.ts';

/** Nodes of the facet "geography". */
export const PLACE = {
  asia: 0,
  middleEast: 1,
  cyprusInAsia: 2,
  europe: 3,
  cyprusInEurope: 4,
  germany: 5,
  bavaria: 6,
  /** The union: Cyprus wherever it stands. */
  cyprus: 7,
} as const;

/** Nodes of the facet "technology". */
export const TOPIC = { ai: 0, learning: 1, vision: 2 } as const;

export const PERSON = { ada: 0, bo: 1, cy: 2, group: 3 } as const;

export const handCounted = makeDataset({
  authors: ['Ada', 'Bo', 'Cy', 'OpenAI'],
  facets: [
    {
      id: 'geography',
      kind: 'place',
      concepts: [
        { label: 'Asia', parent: -1 },
        { label: 'Middle East', parent: PLACE.asia },
        { label: 'Cyprus', parent: PLACE.middleEast, code: 'CYP' },
        { label: 'Europe', parent: -1 },
        { label: 'Cyprus', parent: PLACE.europe, code: 'CYP' },
        { label: 'Germany', parent: PLACE.europe, code: 'DEU' },
        { label: 'Bavaria', parent: PLACE.germany },
      ],
    },
    {
      id: 'technology',
      kind: 'taxonomy',
      concepts: [
        { label: 'Artificial Intelligence', parent: -1 },
        { label: 'Machine Learning', parent: TOPIC.ai },
        { label: 'Vision', parent: TOPIC.ai },
      ],
    },
  ],
  records: [
    {
      title: 'Germany, and more deeply Bavaria',
      authors: [PERSON.bo, PERSON.ada],
      tags: {
        geography: [
          [PLACE.germany, 20],
          [PLACE.bavaria, 10],
        ],
        technology: [[TOPIC.learning, 90]],
      },
      hidden: {},
    },
    {
      title: 'Two countries and five hidden tags',
      authors: [PERSON.ada, PERSON.cy, PERSON.bo],
      tags: {
        geography: [
          [PLACE.cyprusInAsia, 10],
          [PLACE.germany, 30],
        ],
        technology: [
          [TOPIC.learning, 100],
          [TOPIC.vision, 50],
        ],
      },
      hidden: { geography: 5 },
    },
    {
      title: 'Cyprus twice',
      authors: [PERSON.group],
      tags: {
        geography: [
          [PLACE.cyprusInEurope, 20],
          [PLACE.cyprusInAsia, 5],
        ],
        technology: [[TOPIC.ai, 60]],
      },
      hidden: {},
    },
    {
      title: 'No place but three hidden ones',
      authors: [],
      tags: { technology: [[TOPIC.vision, 0]] },
      hidden: { geography: 3 },
    },
    {
      title: 'A tag of score 0',
      authors: [PERSON.cy],
      tags: {
        geography: [
          [PLACE.europe, 40],
          [PLACE.germany, 0],
        ],
      },
      hidden: {},
    },
  ],
});
