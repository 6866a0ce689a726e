import type { ParsedRecord } from '../../src/ingest/parsed-record.ts';

/** The tags of a record as rows keep them: without the lines that they stand on. */
export function withoutLines(facets: ParsedRecord['facets']) {
  const lists = Object.entries(facets).map(([facet, list]) => [
    facet,
    list && { tags: list.tags.map(({ path, score }) => ({ path, score })), hidden: list.hidden },
  ]);
  return Object.fromEntries(lists) as unknown;
}
