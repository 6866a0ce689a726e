/** The texts of records that a search looks at. */
import { authorName, type AuthorColumns, type Dataset } from '../model/dataset.ts';
import { PackedTexts } from '../model/codec/packed-texts.ts';

/** Columns of a dataset: those that are texts, and who wrote what. */
export interface RecordTexts {
  readonly title: PackedTexts;
  /** "" where there is none. */
  readonly abstract: PackedTexts;
  readonly authors: AuthorColumns;
  readonly authorOffset: Uint32Array;
  readonly author: Uint32Array;
}

/** The dataset's texts; all but names are copies, so that the dataset's own may be handed over. */
export function recordTexts({ records, authors }: Dataset): RecordTexts {
  const { title, abstract, authorOffset, author } = records;
  return {
    title: copyOf(title),
    abstract: copyOf(abstract),
    authors,
    authorOffset: authorOffset.slice(),
    author: author.slice(),
  };
}

function copyOf({ bytes, start }: PackedTexts): PackedTexts {
  return new PackedTexts({ bytes: bytes.slice(), start: start.slice() });
}

/** The names of a record's authors in byline order. */
export function namesOf({ authors, authorOffset, author }: RecordTexts, record: number): string[] {
  const names: string[] = [];
  for (let i = authorOffset[record]!; i < authorOffset[record + 1]!; i++) {
    names.push(authorName(authors, author[i]!));
  }
  return names;
}
