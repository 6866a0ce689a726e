/** Search over titles, authors, topics and places: a few best matches of each kind. */
import {
  AUTHOR_FACET,
  authorName,
  conceptPath,
  type Dataset,
  type Facet,
  type FacetId,
} from '../model/dataset.ts';

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

/** Letters that Unicode does not take apart, as one types them without their strokes. */
const PLAIN_LETTERS: Readonly<Partial<Record<string, string>>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
};

/** Texts folded for comparison: no case, no diacritics. */
export function folded(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[øłđðħŧıßæœþ]/g, (letter) => PLAIN_LETTERS[letter]!);
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

  /** @param nodeByCode the node that stands for an ISO code, wherever its concepts are placed */
  constructor(dataset: Dataset, nodeByCode: (facet: FacetId, code: string) => number | undefined) {
    const { records, authors } = dataset;
    const facets = dataset.facets.map((facet) => conceptColumn(facet, nodeByCode));
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

/** The facet's concepts; a country that the source places in two branches stands once, for all of them. */
function conceptColumn(
  facet: Facet,
  nodeByCode: (facet: FacetId, code: string) => number | undefined,
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
    texts: rows.map((concepts) => folded([...new Set(concepts.map((c) => label[c]!))].join(' '))),
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
