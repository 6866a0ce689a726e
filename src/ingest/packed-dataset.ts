/** A dataset whose texts are bytes: what is written to a file, and from which the one in memory is made. */
import type { AuthorColumns, Dataset, Facet, RecordColumns } from '../model/dataset.ts';
import { TextColumn, TextStore } from './text-store.ts';

/** As {@link RecordColumns}, texts packed. */
export interface PackedRecords extends Omit<RecordColumns, 'id' | 'title' | 'abstract'> {
  readonly id: TextColumn;
  readonly title: TextColumn;
  readonly abstract: TextColumn;
}

/** As {@link AuthorColumns}, texts packed. */
export interface PackedNames {
  readonly family: TextColumn;
  readonly given: TextColumn;
}

/** As {@link Dataset}, the texts of records and authors packed. */
export interface PackedDataset extends Omit<Dataset, 'records' | 'authors'> {
  readonly records: PackedRecords;
  readonly authors: PackedNames;
  readonly facets: readonly Facet[];
}

/** The dataset with its texts as texts. */
export function unpackDataset(packed: PackedDataset): Dataset {
  const { records, authors } = packed;
  const names: AuthorColumns = { family: authors.family.texts(), given: authors.given.values() };
  return {
    ...packed,
    records: {
      ...records,
      id: records.id.texts(),
      title: records.title.texts(),
      abstract: records.abstract.texts(),
    },
    authors: names,
  };
}

/** The dataset with its texts as bytes. */
export function packDataset(dataset: Dataset): PackedDataset {
  const { records, authors } = dataset;
  return {
    ...dataset,
    records: {
      ...records,
      id: packTexts(records.id),
      title: packTexts(records.title),
      abstract: packTexts(records.abstract),
    },
    authors: { family: packTexts(authors.family), given: packTexts(authors.given) },
  };
}

function packTexts(texts: readonly (string | null)[]): TextColumn {
  const store = new TextStore();
  for (const text of texts) store.addText(text);
  return new TextColumn(store);
}
