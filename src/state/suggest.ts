/** Search over titles, authors, topics and places: a few best matches of each kind. */
import { AUTHOR_FACET, authorName, conceptPath, type Dataset, type FacetId } from '../model/dataset.ts';

/** A match: something to filter by, or a record to open. */
export type Suggestion =
  | {
      readonly kind: 'node';
      readonly facet: FacetId;
      readonly node: number;
      readonly label: string;
      readonly context: string;
    }
  | { readonly kind: 'record'; readonly record: number; readonly label: string; readonly context: string };

export interface SuggestionGroup {
  readonly label: string;
  readonly suggestions: readonly Suggestion[];
  /** How many matches there are in all. */
  readonly found: number;
}

/** Texts folded for comparison: no case, no diacritics. */
export function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

interface SearchColumn {
  readonly label: string;
  readonly texts: readonly string[];
  readonly suggestion: (row: number) => Suggestion;
}

/** Matches at most so many of a kind are shown. */
const GROUP_LIMIT = 6;

export class SuggestionIndex {
  readonly #columns: readonly SearchColumn[];

  constructor(dataset: Dataset) {
    const { records, authors } = dataset;
    const facets = dataset.facets.map((facet): SearchColumn => {
      const { label } = facet.concepts;
      return {
        label: facet.kind === 'place' ? 'Places' : facet.label,
        texts: label.map(folded),
        suggestion: (node) => ({
          kind: 'node',
          facet: facet.id,
          node,
          label: label[node]!,
          context: conceptPath(facet.concepts, node).slice(0, -1).join(' › '),
        }),
      };
    });
    const names = authors.family.map((_, author) => authorName(authors, author));
    this.#columns = [
      ...facets,
      {
        label: 'Authors',
        texts: names.map(folded),
        suggestion: (node) => ({ kind: 'node', facet: AUTHOR_FACET, node, label: names[node]!, context: '' }),
      },
      {
        label: 'Records',
        texts: records.title.map(folded),
        suggestion: (record) => ({ kind: 'record', record, label: records.title[record]!, context: '' }),
      },
    ];
  }

  /** Groups of matches that hold every word of the query; a match at a word's start comes first. */
  find(query: string): SuggestionGroup[] {
    const words = folded(query)
      .split(/\s+/)
      .filter((word) => word !== '');
    if (words.length === 0) return [];
    return this.#columns.map((column) => matches(column, words)).filter((group) => group.found > 0);
  }
}

function matches({ label, texts, suggestion }: SearchColumn, words: readonly string[]): SuggestionGroup {
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
