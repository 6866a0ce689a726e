/** Search as one types: a few best matches among places, topics and authors at once, and the records found. */
import { withText, type FilterState } from '../filter/filter-state.ts';
import { asTextClause } from '../filter/text-clause.ts';
import {
  AUTHOR_FACET,
  authorForms,
  authorName,
  conceptPath,
  type Dataset,
  type Facet,
  type FacetId,
} from '../model/dataset.ts';
import type { Piece } from '../search/excerpt.ts';
import { folded } from '../search/fold-text.ts';
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

export type Suggestion = NodeSuggestion | RecordSuggestion | TextSuggestion;

export interface SuggestionGroup<S extends Suggestion = Suggestion> {
  readonly label: string;
  readonly suggestions: readonly S[];
  /** How many matches there are in all. */
  readonly found: number;
}

interface SearchColumn {
  readonly label: string;
  readonly texts: readonly string[];
  readonly suggestion: (row: number) => NodeSuggestion;
}

/** Matches at most so many of a kind are shown. */
export const GROUP_LIMIT = 6;

/** What is found at once: places, topics and authors. */
export class SuggestionIndex {
  readonly #columns: readonly SearchColumn[];

  /**
   * @param nodeByCode the node that stands for an ISO code, wherever its concepts are placed
   * @param mapNames what the map calls countries, by ISO code: they are found by that too
   */
  constructor(
    dataset: Dataset,
    nodeByCode: (facet: FacetId, code: string) => number | undefined,
    mapNames: ReadonlyMap<string, string> = new Map(),
  ) {
    const { authors } = dataset;
    const facets = dataset.facets.map((facet) => conceptColumn(facet, nodeByCode, mapNames));
    const names = authors.family.map((_, author) => authorName(authors, author));
    this.#columns = [
      ...facets,
      {
        label: 'Authors',
        texts: names.map((name, author) => folded([name, ...authorForms(authors, author)].join(' '))),
        suggestion: (node) => ({ kind: 'node', facet: AUTHOR_FACET, node, label: names[node]!, context: '' }),
      },
    ];
  }

  /** Groups of matches that hold every word of the query; a match at a word's start comes first. */
  find(query: string): SuggestionGroup<NodeSuggestion>[] {
    const words = folded(query)
      .split(/\s+/)
      .filter((word) => word !== '');
    if (words.length === 0) return [];
    return this.#columns.map((column) => matches(column, words)).filter((group) => group.found > 0);
  }
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
  return {
    label: facet.kind === 'place' ? 'Places' : facet.label,
    texts: rows.map((concepts) => {
      const codes = concepts.map((concept) => code[concept]!);
      const names = [
        ...concepts.map((concept) => label[concept]!),
        ...codes.map((own) => mapNames.get(own) ?? ''),
      ];
      return folded([...new Set([...names, ...codes])].join(' '));
    }),
    suggestion: (row) => {
      const [first = 0, ...others] = rows[row]!;
      const contexts = [first, ...others].map((concept) => contextOf(facet, concept));
      return {
        kind: 'node',
        facet: facet.id,
        node: (code[first] === '' ? undefined : nodeByCode(facet.id, code[first]!)) ?? first,
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

function matches(
  { label, texts, suggestion }: SearchColumn,
  words: readonly string[],
): SuggestionGroup<NodeSuggestion> {
  const atStart: number[] = [];
  const inside: number[] = [];
  texts.forEach((text, row) => {
    if (!words.every((word) => text.includes(word))) return;
    const starts = text.startsWith(words[0]!) || text.includes(` ${words[0]!}`);
    (starts ? atStart : inside).push(row);
  });
  const rows = [...atStart, ...inside];
  return { label, found: rows.length, suggestions: rows.slice(0, GROUP_LIMIT).map(suggestion) };
}
