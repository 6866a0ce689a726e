/** Seeded datasets of any size, for the benchmark, screenshots and tests at scale. */
import {
  conceptPath,
  type AuthorColumns,
  type ConceptColumns,
  type Dataset,
  type Facet,
  type RecordColumns,
} from '../../src/model/dataset.ts';
import type { IngestReport } from '../../src/model/report.ts';
import { packTexts } from '../../src/model/codec/pack-texts.ts';
import { idsBelow, narrowest, sumOf } from '../../src/model/codec/whole-columns.ts';
import { offsets } from './make-dataset.ts';
import { oneOf, pareto, uniform, zipf, type Draw } from './seeded-random.ts';
import { syntheticPlaces, syntheticTopics } from './synthetic-concepts.ts';

const REGION_COUNT = 2000;
const CITY_COUNT = 5000;
const AUTHOR_MAX = 300;
/** As many tags as a list shows; the source hides the rest. */
const SHOWN_TAGS = 8;
const FILE = 'synthetic.txt';

const FAMILIES =
  'Adler Banerjee Costa Diaz Eriksson Fischer Garcia Hoang Ivanova Jensen Kumar Li Moreau Nakamura Okafor Park Quispe Rossi Silva Tanaka Ueda Vargas Wang Xu Yilmaz Zhang'.split(
    ' ',
  );
const GIVENS =
  'Aisha Bruno Chen Dana Elif Farid Grace Hiro Ines Jonas Kavya Luca Mei Noor Olga Pedro Qing Rosa Sven Tariq Uma Vera Wei Ximena Yuki Zoe'.split(
    ' ',
  );
const SETTINGS = [
  'in the Wild',
  'under Uncertainty',
  'at Scale',
  'with Few Labels',
  'for Practice',
  'Revisited',
];

/** A facet's tags of one record: pairs of concept and score in hundredths, and how many are hidden. */
interface TagList {
  readonly tags: readonly (readonly [number, number])[];
  readonly hidden: number;
}

/**
 * A plausible dataset that decodes. Places by Zipf's law over some 200 countries, 2,000 regions and 5,000 cities;
 * technology 400 nodes, industry 80, genre 12; 1 to 300 authors a record, half of them with at most 3.
 * @param seed a whole number; the same count and seed give the same dataset
 */
export function syntheticDataset(recordCount: number, seed: number): Dataset {
  const random = uniform(seed);
  const facets = [
    placeFacet(random, recordCount),
    topicFacet(random, recordCount, ['technology', 'Technology', 'Information Technology'], 400, 6),
    topicFacet(random, recordCount, ['industry', 'Industry', 'Industry'], 80, 3),
    topicFacet(random, recordCount, ['genre', 'Genre', 'Genre'], 12, 2),
  ];
  const authors = authorColumns(Math.max(AUTHOR_MAX * 2, Math.ceil(recordCount * 0.8)));
  const records = recordColumns(random, recordCount, authors.family.length, facets[1]!);
  return {
    title: `Synthetic records, seed ${seed}`,
    source: { name: 'Synthetic', queries: [`seed ${seed}`], files: [FILE] },
    recordCount,
    records,
    authors,
    facets,
    problems: [],
    report: reportOf(records, facets, authors.family.length),
  };
}

function placeFacet(random: Draw, recordCount: number): Facet {
  const { concepts, countries, regions, cities } = syntheticPlaces(random, REGION_COUNT, CITY_COUNT);
  const levels = [countries, regions, cities].map((nodes) => {
    const draw = zipf(random, nodes.length, 1);
    return () => nodes[draw()]!;
  });
  const length = pareto(random, 1, 40, 1.2);
  const lists = Array.from({ length: recordCount }, () =>
    // one in ten is tagged with no place
    tagList(random, random() < 0.1 ? 0 : length(), () => oneOf(random, levels)(), [4, 27]),
  );
  return facetColumns('geography', 'place', 'Geography', concepts, lists);
}

function topicFacet(
  random: Draw,
  recordCount: number,
  [id, label, root]: readonly [string, string, string],
  nodeCount: number,
  tagMax: number,
): Facet {
  const concepts = syntheticTopics(random, root, nodeCount);
  const draw = zipf(random, nodeCount - 1, 0.8);
  const lists = Array.from({ length: recordCount }, () =>
    tagList(random, 1 + Math.floor(random() * tagMax), () => 1 + draw(), [45, 100]),
  );
  return facetColumns(id, 'taxonomy', label, concepts, lists);
}

/** Distinct tags; the highest scores are shown and the others hidden, as sources cut their lists. */
function tagList(random: Draw, count: number, draw: Draw, [min, max]: readonly [number, number]): TagList {
  const scoreByConcept = new Map<number, number>();
  for (let i = 0; i < count; i++) {
    scoreByConcept.set(draw(), min + Math.floor((max - min + 1) * random() ** 2));
  }
  const byScore = [...scoreByConcept].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return {
    tags: byScore.slice(0, SHOWN_TAGS).sort((a, b) => a[0] - b[0]),
    hidden: Math.max(0, byScore.length - SHOWN_TAGS),
  };
}

function facetColumns(
  id: string,
  kind: Facet['kind'],
  label: string,
  concepts: ConceptColumns,
  lists: readonly TagList[],
): Facet {
  return {
    id,
    kind,
    label,
    scoreMeaning: 'Drawn at random.',
    concepts,
    regionNames: new Map(),
    tagOffset: offsets(lists.map((list) => list.tags.length)),
    tagConcept: idsBelow(
      concepts.label.length,
      lists.flatMap((list) => list.tags.map((tag) => tag[0])),
    ),
    tagScore: Uint8Array.from(lists.flatMap((list) => list.tags.map((tag) => tag[1]))),
    hidden: narrowest(lists.map((list) => list.hidden)),
  };
}

/** Distinct names: the initials count on where families and given names are used up. */
function authorColumns(count: number): AuthorColumns {
  const perInitial = FAMILIES.length * GIVENS.length;
  const ids = Array.from({ length: count }, (_, author) => author);
  return {
    family: ids.map((author) => FAMILIES[author % FAMILIES.length]!),
    given: ids.map((author) => {
      const given = GIVENS[Math.floor(author / FAMILIES.length) % GIVENS.length]!;
      return `${given}${initials(Math.floor(author / perInitial))}`;
    }),
  };
}

/** "" for 0, " A." for 1, " B." for 2, " A. A." for 27. */
function initials(rank: number): string {
  if (rank === 0) return '';
  return `${initials(Math.floor((rank - 1) / 26))} ${String.fromCharCode(65 + ((rank - 1) % 26))}.`;
}

function recordColumns(
  random: Draw,
  recordCount: number,
  authorCount: number,
  technology: Facet,
): RecordColumns {
  const size = pareto(random, 2, AUTHOR_MAX, 1.6);
  const bylines = Array.from({ length: recordCount }, () =>
    byline(random, random() < 0.15 ? 1 : size(), authorCount),
  );
  const topics = Array.from({ length: recordCount }, (_, record) => {
    const tags = technology.tagConcept.subarray(
      technology.tagOffset[record],
      technology.tagOffset[record + 1],
    );
    return technology.concepts.label[oneOf(random, [...tags])]!;
  });
  // after the query line, three lines a record: title, authors, abstract
  const first = Uint32Array.from({ length: recordCount }, (_, record) => 2 + 3 * record);
  return {
    id: packTexts(topics.map((_, record) => `s${record.toString(36).padStart(6, '0')}`)),
    title: packTexts(topics.map((topic, record) => `${topic} ${oneOf(random, SETTINGS)} (${record + 1})`)),
    abstract: packTexts(
      topics.map((topic) => `We study ${topic.toLowerCase()} and report what ${topic} gains from it.`),
    ),
    authorOffset: offsets(bylines.map((authors) => authors.length)),
    author: Uint32Array.from(bylines.flat()),
    passageOffset: Uint32Array.from({ length: recordCount + 1 }, (_, record) => record),
    passageFile: new Uint8Array(recordCount),
    passageFirst: first,
    passageLast: first.map((line) => line + 2),
  };
}

/** Distinct people who mostly stand close together, so that groups write several records. */
function byline(random: Draw, size: number, authorCount: number): number[] {
  const authors = new Set<number>();
  // the square makes some groups much busier than others
  const center = Math.floor(authorCount * random() ** 2);
  while (authors.size < size) {
    const distance =
      random() < 0.95 ? Math.floor((size + 4) * 1.5 * random()) : Math.floor(authorCount * random());
    authors.add((center + distance) % authorCount);
  }
  return [...authors];
}

function reportOf(records: RecordColumns, facets: readonly Facet[], authorCount: number): IngestReport {
  const recordCount = records.title.length;
  const lineCount = 1 + 3 * recordCount;
  const lines = { linesIn: lineCount, linesUsed: lineCount, linesReported: 0 };
  const places = facets[0]!;
  const tagged = [...new Set(places.tagConcept)];
  return {
    ...lines,
    files: [{ file: FILE, ...lines }],
    recordsRead: recordCount,
    duplicatesMerged: 0,
    records: recordCount,
    facets: facets.map(({ id, concepts, tagConcept, hidden }) => ({
      facet: id,
      concepts: concepts.label.length,
      tags: tagConcept.length,
      hiddenTags: sumOf(hidden),
    })),
    authors: authorCount,
    countries: new Set(places.concepts.code.filter((_, i) => places.concepts.level[i] === 'country')).size,
    placesResolved: new Set(tagged.map((concept) => conceptPath(places.concepts, concept).join(' > '))).size,
    placesUnresolved: [],
    regionsResolved: 0,
    regionsUnresolved: [],
    citiesResolved: 0,
    citiesUnresolved: [],
    problems: {},
  };
}
