/** Search as one types: a few best matches among places, topics and authors at once, and the records found. */
import { withText, type FilterState } from '../../filter/passing/filter-state.ts';
import { asTextClause } from '../../filter/passing/text-clause.ts';
import {
  AUTHOR_FACET,
  authorForms,
  authorName,
  conceptPath,
  type Dataset,
  type Facet,
  type FacetId,
} from '../../model/dataset.ts';
import { largest } from '../../layout/largest.ts';
import type { Piece } from '../../search/excerpt.ts';
import { folded } from '../../search/fold-text.ts';
import type { RecordSearchState } from './record-search.svelte.ts';

export type { Piece };

/** A place or topic to filter by, or an author to look at. */
export interface NodeSuggestion {
  readonly kind: 'node';
  readonly facet: FacetId;
  readonly node: number;
  readonly label: string;
  readonly context: string;
}

/** A record to open. */
export interface RecordSuggestion {
  readonly kind: 'record';
  readonly record: number;
  /** The title, cut where it matches. */
  readonly title: readonly Piece[];
  /** Where the words stand that are not in the title; may be empty. */
  readonly excerpt: readonly Piece[];
}

/** Words to filter by. */
export interface TextSuggestion {
  readonly kind: 'text';
  readonly text: string;
}

/** The rest of a group to look through. */
export interface MoreSuggestion {
  readonly kind: 'more';
  /** The label of the group. */
  readonly group: string;
  readonly count: number;
}

export type Suggestion = NodeSuggestion | RecordSuggestion | TextSuggestion | MoreSuggestion;

export interface SuggestionGroup<S extends Suggestion = Suggestion> {
  readonly label: string;
  readonly suggestions: readonly S[];
  /** How many matches there are in all. */
  readonly found: number;
}

interface SearchColumn {
  readonly label: string;
  /** By row all names, folded, each between two line ends. */
  readonly texts: readonly string[];
  readonly facet: FacetId;
  readonly nodeOf: (row: number) => number;
  readonly suggestion: (row: number) => NodeSuggestion;
}

/** Matches at most so many of a kind are shown, and where more are asked for. */
export const GROUP_LIMIT = 6;
export const MORE_LIMIT = 100;

/** How many records a node has: of equally good matches the one with more comes first. */
export type Weight = (facet: FacetId, node: number) => number;

/** What is found at once: places, topics and authors. */
export class SuggestionIndex {
  readonly #columns: readonly SearchColumn[];
  readonly #weight: Weight;
  readonly #recordCount: number;

  /**
   * @param nodeByCode the node that stands for an ISO code, wherever its concepts are placed
   * @param mapNames what the map calls countries, by ISO code: they are found by that too
   */
  constructor(
    dataset: Dataset,
    nodeByCode: (facet: FacetId, code: string) => number | undefined,
    mapNames: ReadonlyMap<string, string> = new Map(),
    weight: Weight = () => 0,
  ) {
    this.#weight = weight;
    this.#recordCount = dataset.recordCount;
    const { authors } = dataset;
    const facets = dataset.facets.map((facet) => conceptColumn(facet, nodeByCode, mapNames));
    const names = authors.family.map((_, author) => authorName(authors, author));
    this.#columns = [
      ...facets,
      {
        label: 'Authors',
        facet: AUTHOR_FACET,
        nodeOf: (row) => row,
        texts: names.map((name, author) => linesOf([name, ...authorForms(authors, author)])),
        suggestion: (node) => ({ kind: 'node', facet: AUTHOR_FACET, node, label: names[node]!, context: '' }),
      },
    ];
  }

  /**
   * Groups of matches that hold every word of the query. First comes what is called so, then what has a word where all of
   * it begins, then words that begin with each of its words, or with the first; of equal ones what has more records.
   * @param more groups of which more is shown
   */
  find(query: string, more: ReadonlySet<string> = new Set()): SuggestionGroup<NodeSuggestion>[] {
    const asked = askedOf(query);
    if (asked.words.length === 0) return [];
    return this.#columns
      .map((column) => this.#matches(column, asked, more.has(column.label) ? MORE_LIMIT : GROUP_LIMIT))
      .filter((group) => group.found > 0);
  }

  #matches(
    { label, texts, facet, nodeOf, suggestion }: SearchColumn,
    asked: Asked,
    limit: number,
  ): SuggestionGroup<NodeSuggestion> {
    let found = 0;
    const best = largest(texts.length, limit, (row) => {
      const text = texts[row]!;
      if (!asked.words.every((word) => text.includes(word))) return -1;
      found += 1;
      // no node has more records than there are
      return gradeOf(text, asked) * (this.#recordCount + 1) + this.#weight(facet, nodeOf(row));
    });
    return { label, found, suggestions: best.map(suggestion) };
  }
}

/** A group with a last line for what it does not show, if there is any. */
export function withMore(group: SuggestionGroup<NodeSuggestion>): SuggestionGroup {
  const { label, suggestions, found } = group;
  const count = Math.min(found, MORE_LIMIT) - suggestions.length;
  return count > 0
    ? { ...group, suggestions: [...suggestions, { kind: 'more', group: label, count }] }
    : group;
}

/** The records found, best first; none while they are not known. */
export function recordGroups(state: RecordSearchState): SuggestionGroup<RecordSuggestion>[] {
  if (state.kind !== 'found' || state.found === 0) return [];
  const suggestions = state.hits.map((hit): RecordSuggestion => ({ kind: 'record', ...hit }));
  return [{ label: 'Records', suggestions, found: state.found }];
}

/** The words as a filter: offered while their records are searched, and where there are any. */
export function textGroups(
  query: string,
  state: RecordSearchState | null,
  filter: FilterState,
): SuggestionGroup<TextSuggestion>[] {
  const text = asTextClause(query);
  if (text === null || withText(filter, text) === filter) return [];
  if (state?.kind === 'fault' || (state?.kind === 'found' && state.found === 0)) return [];
  return [{ label: 'Filter', suggestions: [{ kind: 'text', text }], found: 1 }];
}

/** The facet's concepts; a country that the source places in two branches stands once, for all of them. */
function conceptColumn(
  facet: Facet,
  nodeByCode: (facet: FacetId, code: string) => number | undefined,
  mapNames: ReadonlyMap<string, string>,
): SearchColumn {
  const { label, code } = facet.concepts;
  const conceptsOf = new Map<string | number, number[]>();
  code.forEach((own, concept) => {
    const key = own === '' ? concept : own;
    const others = conceptsOf.get(key);
    if (others) others.push(concept);
    else conceptsOf.set(key, [concept]);
  });
  const rows = [...conceptsOf.values()];
  const nodeOf = (row: number) => {
    const [first = 0] = rows[row]!;
    return (code[first] === '' ? undefined : nodeByCode(facet.id, code[first]!)) ?? first;
  };
  return {
    label: facet.kind === 'place' ? 'Places' : facet.label,
    facet: facet.id,
    nodeOf,
    texts: rows.map((concepts) => {
      const codes = concepts.map((concept) => code[concept]!);
      const names = [
        ...concepts.map((concept) => label[concept]!),
        ...codes.map((own) => mapNames.get(own) ?? ''),
      ];
      return linesOf([...new Set([...names, ...codes])].filter((name) => name !== ''));
    }),
    suggestion: (row) => {
      const [first = 0, ...others] = rows[row]!;
      const contexts = [first, ...others].map((concept) => contextOf(facet, concept));
      return {
        kind: 'node',
        facet: facet.id,
        node: nodeOf(row),
        label: label[first]!,
        context: contexts.filter((context) => context !== '').join(', '),
      };
    },
  };
}

/** The levels above a concept. */
function contextOf(facet: Facet, concept: number): string {
  return conceptPath(facet.concepts, concept).slice(0, -1).join(' › ');
}

/** What is asked for, folded: the words, and what stands in the names where they match well. */
interface Asked {
  readonly words: readonly string[];
  /** A name as a whole; "wang, wei" may be Wei Wang. */
  readonly lines: readonly string[];
  /** The beginnings of lines and words: of those names, of all words, of the first. */
  readonly beginnings: readonly (readonly Beginning[])[];
}

/** At the beginning of a line or behind a blank. */
type Beginning = readonly [line: string, word: string];

function askedOf(query: string): Asked {
  const text = folded(query).trim();
  const words = text.split(/[\s,;]+/).filter((word) => word !== '');
  const [family, given] = text.split(/\s*,\s*/);
  const names = [...new Set([words.join(' '), text, ...(given ? [`${given} ${family}`] : [])])];
  const begun = (word: string): Beginning => [`\n${word}`, ` ${word}`];
  return {
    words,
    lines: names.map((name) => `\n${name}\n`),
    beginnings: [names, words, words.slice(0, 1)].map((each) => each.map(begun)),
  };
}

/** What is called as it was asked for. */
const SAME_NAME = 4;

/** How well names match that hold every word, 0 to {@link SAME_NAME}. */
function gradeOf(text: string, { lines, beginnings: [names, words, first] }: Asked): number {
  const begins = ([line, word]: Beginning) => text.includes(line) || text.includes(word);
  if (names!.some(begins)) return lines.some((line) => text.includes(line)) ? SAME_NAME : 3;
  // of one word that was all
  if (words!.length === 1 || !first!.every(begins)) return 0;
  return words!.every(begins) ? 2 : 1;
}

/** Names as they are looked through. */
const linesOf = (names: readonly string[]) => `\n${folded(names.join('\n'))}\n`;
