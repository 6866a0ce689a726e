/** What a dataset comes to, in words. */
import { authorKey, authorsOf, conceptPath, type Dataset } from '../../src/model/dataset.ts';

/** "3 unreadable-tag: text: reason". */
export const told = ({ problems }: Dataset) =>
  problems.map(({ line, code, text, reason }) => `${line} ${code}: ${text}: ${reason}`);

/** Each record as its title, authors and tags, in words. */
export function recordsOf(dataset: Dataset): { title: string; authors: string[]; tags: string[] }[] {
  return Array.from({ length: dataset.recordCount }, (_, record) => ({
    title: dataset.records.title.at(record),
    authors: [...authorsOf(dataset.records, record)].map((author) => authorKey(dataset.authors, author)),
    tags: dataset.facets
      .flatMap(({ id, concepts, tagConcept, tagOffset, tagScore }) =>
        Array.from({ length: tagOffset[record + 1]! - tagOffset[record]! }, (_, i) => {
          const at = tagOffset[record]! + i;
          return `${id}: ${conceptPath(concepts, tagConcept[at]!).join(' > ')} ${tagScore[at]}`;
        }),
      )
      .sort(),
  }));
}
