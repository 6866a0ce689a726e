/** The records of all files as rows of typed columns, before duplicates are merged. */
import { AuthorTable, type AuthorNumber } from './author-table.ts';
import { BytesColumn, Float64Column, Uint32Column } from './columns.ts';
import { TEXT_ORDER, type TextFacet } from './facets.ts';
import type { ParsedRecord, ScoredTagList, TaggedPath } from './parsed-record.ts';
import { TagReader, type PathNumber } from './tag-reader.ts';
import { TextStore } from './text-store.ts';

/** Number of facets of the text. */
const FACETS = TEXT_ORDER.length;

/** Index of a record in reading order. */
export type Row = number;

/** A record without what is written for the tests to compare: lines of its tags. */
export type ReadRecord = Omit<ParsedRecord, 'facets'> & {
  readonly facets: Readonly<Partial<Record<TextFacet, ScoredTagList>>>;
};

/**
 * Rows grow in this order: title and abstract to the stores, authors, then facet by facet in the order of the text,
 * then {@link end}.
 */
export class RecordRows {
  readonly titles = new TextStore();
  readonly abstracts = new TextStore();
  readonly authorTable = new AuthorTable();
  readonly tags = new TagReader();
  /** Hash of the title as duplicates compare it. */
  readonly titleHash = new Float64Column();
  /** The number that the record's id is made of. */
  readonly id = new Float64Column();
  readonly authorOffset = new Uint32Column();
  readonly author = new Uint32Column();
  /** Row r has in facet f the tags from index `tagOffset[4 r + f]` to the next one. */
  readonly tagOffset = new Uint32Column();
  readonly tagPath = new Uint32Column();
  readonly tagScore = new BytesColumn();
  /** At 4 r + f. */
  readonly hidden = new Uint32Column();
  /** At 4 r + f: 1 where the record has a list of that facet, be it empty. */
  readonly hasList = new BytesColumn();
  readonly file = new Uint32Column();
  readonly first = new Uint32Column();
  readonly last = new Uint32Column();
  /** The tagged paths of the geography, each where it stands first, in reading order. */
  readonly places: TaggedPath[] = [];
  readonly #isPlace = new BytesColumn();

  constructor() {
    this.authorOffset.push(0);
    this.tagOffset.push(0);
  }

  get length(): number {
    return this.file.length;
  }

  /** Ends the list of the next facet of the row. */
  endFacet(hidden: number, hasList: boolean): void {
    this.tagOffset.push(this.tagPath.length);
    this.hidden.push(hidden);
    this.hasList.push(Number(hasList));
  }

  /** Adds a tag to the list that is open. */
  addTag(path: PathNumber, score: number): void {
    this.tagPath.push(path);
    this.tagScore.push(score);
  }

  /** Notes where a path of the geography stands; only the first place counts. */
  seePlace(path: PathNumber, file: number, line: number): void {
    while (this.#isPlace.length <= path) this.#isPlace.push(0);
    if (this.#isPlace.values[path] !== 0) return;
    this.#isPlace.values[path] = 1;
    this.places.push({ path: this.tags.pathOf(path), file, line });
  }

  /** Ends the row. */
  end(file: number, first: number, last: number): void {
    this.authorOffset.push(this.author.length);
    this.file.push(file);
    this.first.push(first);
    this.last.push(last);
  }

  /** Where in the columns of tags a row's list of a facet begins; its end is where the next one's begins. */
  listStart(row: Row, facet: number): number {
    return this.tagOffset.values[FACETS * row + facet]!;
  }

  /** How many authors a row has. */
  authorCount(row: Row): number {
    return this.authorOffset.values[row + 1]! - this.authorOffset.values[row]!;
  }

  /** A row as an object. */
  record(row: Row): ReadRecord {
    const authors: AuthorNumber[] = [
      ...this.author.values.subarray(this.authorOffset.values[row], this.authorOffset.values[row + 1]),
    ];
    return {
      title: this.titles.textOf(row),
      abstract: this.abstracts.textOf(row),
      authors: authors.map((author) => this.authorTable.nameOf(author)),
      facets: this.#facets(row),
      passage: { file: this.file.values[row]!, first: this.first.values[row]!, last: this.last.values[row]! },
    };
  }

  #facets(row: Row): Partial<Record<TextFacet, ScoredTagList>> {
    const facets: Partial<Record<TextFacet, ScoredTagList>> = {};
    TEXT_ORDER.forEach((facet, f) => {
      if (this.hasList.values[FACETS * row + f] === 0) return;
      const start = this.listStart(row, f);
      const tags = Array.from({ length: this.listStart(row, f + 1) - start }, (_, i) => ({
        path: this.tags.pathOf(this.tagPath.values[start + i]!),
        score: this.tagScore.values[start + i]!,
      }));
      facets[facet] = { tags, hidden: this.hidden.values[FACETS * row + f]! };
    });
    return facets;
  }
}
