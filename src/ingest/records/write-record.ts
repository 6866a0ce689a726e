/** Writes a record to its row whose parts the source tells. */
import type { Passage } from '../parsed-record.ts';
import type { RecordRows } from './record-rows.ts';
import type { RowWriter } from './row-writer.ts';
import type { SourceRecord } from './source-record.ts';

/** Adds the row. @param writer of these rows */
export function writeRecord(
  rows: RecordRows,
  writer: RowWriter,
  { title, abstract, url, authors, facets }: SourceRecord,
  { file, first, last }: Passage,
): void {
  const { listOrder, facets: specs } = rows.source;
  const place = specs.find(({ kind }) => kind === 'place')?.id;
  for (const facet of listOrder) {
    const { tags, hidden } = facets[facet] ?? { tags: [], hidden: 0 };
    for (const { path, score } of tags) {
      const number = rows.tags.learn(path);
      rows.addTag(number, score);
      if (facet === place) rows.seePlace(number, file, first);
    }
    rows.endFacet(hidden, tags.length > 0 || hidden > 0);
  }
  writer.titleText(title);
  writer.abstractText(abstract);
  writer.authors(authors);
  writer.end(file, first, last, url);
}
