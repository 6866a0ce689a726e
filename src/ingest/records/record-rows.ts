/** The records of all files as rows of typed columns, before duplicates are merged. */
import { AuthorTable, type AuthorNumber } from '../authors/author-table.ts';
import { BytesColumn, Float64Column, Uint32Column } from '../columns/columns.ts';
import { AITOPICS, type SourceSpec } from '../facets.ts';
import type { FacetId } from '../../model/dataset.ts';
import type { ParsedRecord, ScoredTagList, TaggedPath } from '../parsed-record.ts';
import { TagReader, type PathNumber } from '../tags/tag-reader.ts';
import { TextStore, type TextStoreData } from '../columns/text-store.ts';

/** Index of a record in reading order. */
export type Row = number;

/** A record without what is written for the tests to compare: lines of its tags. */
export type ReadRecord = Omit<ParsedRecord, 'facets'> & {
  readonly facets: Readonly<Partial<Record<FacetId, ScoredTagList>>>;
};

/** Columns that mean the same in all rows. */
const SAME_COLUMNS = ['titleHash', 'id', 'tagScore', 'hidden', 'hasList', 'file', 'first', 'last'] as const;

/** All that {@link RecordRows} hold, without methods: it can be sent from one thread to another. */
export interface RowsData {
  readonly titles: TextStoreData;
  readonly abstracts: TextStoreData;
  readonly urls: TextStoreData;
  /** Author i stands from `starts[i]` to `starts[i + 1]`. */
  readonly names: { readonly bytes: Uint8Array; readonly starts: Uint32Array };
  /** By number. */
  readonly paths: readonly (readonly string[])[];
  readonly places: readonly { readonly path: PathNumber; readonly file: number; readonly line: number }[];
  readonly titleHash: Float64Array;
  readonly id: Float64Array;
  readonly authorOffset: Uint32Array;
  readonly author: Uint32Array;
  readonly tagOffset: Uint32Array;
  readonly tagPath: Uint32Array;
  readonly tagScore: Uint8Array;
  readonly hidden: Uint32Array;
  readonly hasList: Uint8Array;
  readonly file: Uint32Array;
  readonly first: Uint32Array;
  readonly last: Uint32Array;
  readonly url: Uint32Array;
}

/** How many lines of a file stand before a part of it. */
export interface LinesBefore {
  readonly file: number;
  readonly lines: number;
}

function shiftLines({ file, first, last }: RowsData, before: LinesBefore): void {
  for (let row = 0; row < file.length; row++) {
    if (file[row] !== before.file) continue;
    first[row]! += before.lines;
    last[row]! += before.lines;
  }
}

/**
 * Rows grow in this order: title and abstract to the stores, authors, then facet by facet in the source's order,
 * then {@link end}.
 */
export class RecordRows {
  /** Where all records come from. */
  readonly source: SourceSpec;
  readonly titles = new TextStore({ layout: 'lines' });
  readonly abstracts = new TextStore({ layout: 'lines' });
  /** Addresses of works, only of those rows that have one. */
  readonly urls = new TextStore({ layout: 'lines' });
  readonly authorTable = new AuthorTable();
  readonly tags = new TagReader();
  /** Hash of the title as duplicates compare it. */
  readonly titleHash = new Float64Column();
  /** The number that the record's id is made of. */
  readonly id = new Float64Column();
  readonly authorOffset = new Uint32Column();
  readonly author = new Uint32Column();
  /** Of n facets, row r has in facet f the tags from index `tagOffset[n r + f]` to the next one. */
  readonly tagOffset = new Uint32Column();
  readonly tagPath = new Uint32Column();
  readonly tagScore = new BytesColumn();
  /** At n r + f. */
  readonly hidden = new Uint32Column();
  /** At n r + f: 1 where the record has a list of that facet, be it empty. */
  readonly hasList = new BytesColumn();
  readonly file = new Uint32Column();
  readonly first = new Uint32Column();
  readonly last = new Uint32Column();
  /** Where among `urls` the row's address stands, from 1; 0 where it has none. */
  readonly url = new Uint32Column();
  /** The tagged paths of the geography, each where it stands first, in reading order. */
  readonly places: TaggedPath[] = [];
  readonly #isPlace = new BytesColumn();

  constructor(source = AITOPICS) {
    this.source = source;
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

  /** Ends the row. @param url where the work is found, "" where the source does not say */
  end(file: number, first: number, last: number, url = ''): void {
    if (url !== '') this.urls.addText(url);
    this.url.push(url === '' ? 0 : this.urls.length);
    this.authorOffset.push(this.author.length);
    this.file.push(file);
    this.first.push(first);
    this.last.push(last);
  }

  /** All that it holds, to be taken over by other rows. Nothing may be added afterwards. */
  data(): RowsData {
    const { tags, authorTable } = this;
    const names = { bytes: authorTable.bytes, starts: authorTable.starts };
    return {
      titles: this.titles.data(),
      abstracts: this.abstracts.data(),
      urls: this.urls.data(),
      names,
      paths: Array.from({ length: tags.pathCount }, (_, path) => tags.pathOf(path)),
      places: this.places.map(({ path, file, line }) => ({ path: tags.numberOf(path), file, line })),
      titleHash: this.titleHash.filled(),
      id: this.id.filled(),
      authorOffset: this.authorOffset.filled(),
      author: this.author.filled(),
      tagOffset: this.tagOffset.filled(),
      tagPath: this.tagPath.filled(),
      tagScore: this.tagScore.filled(),
      hidden: this.hidden.filled(),
      hasList: this.hasList.filled(),
      file: this.file.filled(),
      first: this.first.filled(),
      last: this.last.filled(),
      url: this.url.filled(),
    };
  }

  /**
   * Adds all rows of others, whose memory it takes over.
   * @param uncounted a file of which they have a part, and how many lines stand before it, where they don't know that
   */
  append(data: RowsData, uncounted?: LinesBefore): void {
    if (uncounted !== undefined) shiftLines(data, uncounted);
    const urls = this.urls.length;
    this.url.append(data.url.map((at) => (at === 0 ? 0 : at + urls)));
    this.urls.append(data.urls);
    this.titles.append(data.titles);
    this.abstracts.append(data.abstracts);
    const path = Uint32Array.from(data.paths, (levels) => this.tags.learn(levels));
    for (const { path: number, file, line } of data.places) {
      this.seePlace(path[number]!, file, file === uncounted?.file ? line + uncounted.lines : line);
    }
    const [authors, tags] = [this.author.length, this.tagPath.length];
    this.authorOffset.append(data.authorOffset.subarray(1).map((offset) => offset + authors));
    this.author.append(this.#numbersOf(data));
    this.tagOffset.append(data.tagOffset.subarray(1).map((offset) => offset + tags));
    this.tagPath.append(data.tagPath.map((number) => path[number]!));
    for (const key of SAME_COLUMNS) this[key].append(data[key]);
  }

  /** The authors of other rows by the numbers that they have here. */
  #numbersOf({ author, names: { bytes, starts } }: RowsData): Uint32Array {
    const isNamed = new Uint8Array(starts.length);
    for (const number of author) isNamed[number] = 1;
    const known = this.authorTable.numbersOf(bytes, starts, isNamed);
    return author.map((number) => known[number]!);
  }

  /** Where in the columns of tags a row's list of a facet begins; its end is where the next one's begins. */
  listStart(row: Row, facet: number): number {
    return this.tagOffset.values[this.source.listOrder.length * row + facet]!;
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
      ...(this.url.values[row] === 0 ? {} : { url: this.urls.textOf(this.url.values[row]! - 1) }),
      authors: authors.map((author) => this.authorTable.nameOf(author)),
      facets: this.#facets(row),
      passage: { file: this.file.values[row]!, first: this.first.values[row]!, last: this.last.values[row]! },
    };
  }

  #facets(row: Row): Partial<Record<FacetId, ScoredTagList>> {
    const facets: Partial<Record<FacetId, ScoredTagList>> = {};
    const { listOrder } = this.source;
    const first = listOrder.length * row;
    listOrder.forEach((facet, f) => {
      if (this.hasList.values[first + f] === 0) return;
      const start = this.listStart(row, f);
      const tags = Array.from({ length: this.listStart(row, f + 1) - start }, (_, i) => ({
        path: this.tags.pathOf(this.tagPath.values[start + i]!),
        score: this.tagScore.values[start + i]!,
      }));
      facets[facet] = { tags, hidden: this.hidden.values[first + f]! };
    });
    return facets;
  }
}
