/** Writes a record of JSON to its row. */
import { Hash53 } from '../columns/hash53.ts';
import { addTitleKey } from '../columns/title-key.ts';
import type { Passage } from '../parsed-record.ts';
import { recordIdNumber } from '../records/record-id.ts';
import type { RecordRows } from '../records/record-rows.ts';
import type { JsonRecord } from './json-record.ts';

/** Adds the row. */
export function writeRecord(
  rows: RecordRows,
  { title, abstract, authors, facets }: JsonRecord,
  { file, first, last }: Passage,
): void {
  for (const { id, kind } of rows.source.listOrder.map((facet) =>
    rows.source.facets.find((spec) => spec.id === facet)!,
  )) {
    const list = facets[id];
    for (const { path, score } of list?.tags ?? []) {
      const number = rows.tags.learn(path);
      rows.addTag(number, score);
      if (kind === 'place') rows.seePlace(number, file, first);
    }
    rows.endFacet(list?.hidden ?? 0, list !== undefined && (list.tags.length > 0 || list.hidden > 0));
  }
  rows.titles.addText(title);
  const hash = new Hash53();
  addTitleKey(hash, title);
  rows.titleHash.push(hash.value());
  rows.abstracts.addText(abstract);
  for (const author of authors) rows.author.push(rows.authorTable.numberOf(author));
  rows.id.push(recordIdNumber(title, authors));
  rows.end(file, first, last);
}
