/** A dataset whose texts are bytes: what is written to a file, and from which the one in memory is made. */
import type { AuthorColumns, AuthorForms, Dataset, Facet, RecordColumns } from '../../model/dataset.ts';
import { packTexts } from '../../model/codec/pack-texts.ts';
import { TextColumn, TextStore } from './text-store.ts';

/** As {@link RecordColumns}, texts packed. */
export interface PackedRecords extends Omit<RecordColumns, 'id' | 'title' | 'abstract' | 'url'> {
  readonly id: TextColumn;
  readonly title: TextColumn;
  readonly abstract: TextColumn;
  readonly url?: TextColumn;
}

/** As {@link AuthorColumns}, texts packed but for the other forms of names, which are few. */
export interface PackedNames {
  readonly family: TextColumn;
  readonly given: TextColumn;
  readonly forms?: AuthorForms;
}

/** As {@link Dataset}, the texts of records and authors packed. */
export interface PackedDataset extends Omit<Dataset, 'records' | 'authors'> {
  readonly records: PackedRecords;
  readonly authors: PackedNames;
  readonly facets: readonly Facet[];
}

/** The dataset with its texts as texts. */
export function unpackDataset(packed: PackedDataset): Dataset {
  const { url, ...records } = packed.records;
  return {
    ...packed,
    records: {
      ...records,
      id: packTexts(records.id.texts()),
      title: packTexts(records.title.texts()),
      abstract: packTexts(records.abstract.texts()),
      ...(url === undefined ? {} : { url: packTexts(url.texts()) }),
    },
    authors: unpackNames(packed.authors),
  };
}

/** The names as texts. */
export function unpackNames(names: PackedNames): AuthorColumns {
  return { ...names, family: names.family.texts(), given: names.given.values() };
}

/** The names as bytes. */
export function packNames(names: AuthorColumns): PackedNames {
  return { ...names, family: asLines(names.family), given: asLines(names.given) };
}

function asLines(texts: readonly (string | null)[]): TextColumn {
  const store = new TextStore({ capacity: texts.length });
  for (const text of texts) store.addText(text);
  return new TextColumn(store);
}
