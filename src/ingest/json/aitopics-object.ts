/** A record of AITopics' own JSON: the same tags as in its result text, with those of all ancestors, and none hidden. */
import { readNames } from '../authors/author-list.ts';
import { foldText } from '../columns/text-keys.ts';
import { TEXT_ORDER, type TextFacet } from '../facets.ts';
import type { ProblemLog } from '../lines/problem-log.ts';
import { plainText } from '../columns/without-markup.ts';
import type { SourceRecord } from '../records/source-record.ts';
import { textOf, textsOf, type JsonObject } from './json-values.ts';
import { namingRecord, type RecordLog } from '../lines/record-log.ts';
import { tagList, type RawTag } from '../tags/tag-list.ts';

/** Whether an object is one. */
export function isAitopicsObject(record: JsonObject): boolean {
  return ['taxnodesConf', 'authorsRaw', 'cdid', 'concept-tagsConf', 'pagetext'].some((key) => key in record);
}

/** The facet of each root of `taxnodesConf`. */
const FACET_OF_ROOT: ReadonlyMap<string, TextFacet> = new Map([
  ['Country', 'geography'],
  ['Genre', 'genre'],
  ['Industry', 'industry'],
  ['Technology', 'technology'],
]);

/**
 * Never throws, whatever the object holds; undefined where it has neither a title nor an id.
 * @param line the record's first
 * @param lines where its authors are told of
 */
export function aitopicsRecord(
  record: JsonObject,
  line: number,
  lines: ProblemLog,
  fileLog: RecordLog,
): SourceRecord | undefined {
  const title = titleOf(record, fileLog);
  if (title === undefined) return undefined;
  const log = namingRecord(title, fileLog);
  const authors = readNames(textsOf(record['authorsRaw']), line, lines);
  const tags = tagsOf(textsOf(record['taxnodesConf']), log);
  return {
    title,
    abstract: plainText(textOf(record['summary']) ?? ''),
    authors,
    facets: Object.fromEntries(
      TEXT_ORDER.map((facet) => [facet, { tags: tagList(tags.get(facet) ?? [], log), hidden: 0 }]),
    ),
  };
}

function titleOf(record: JsonObject, log: RecordLog): string | undefined {
  const title = plainText(textOf(record['title']) ?? '');
  if (title !== '') return title;
  const id = foldText(textOf(record['cdid']) ?? '');
  if (id === '') return undefined;
  log('missing-title', id, 'the source gives no title; the record is called by its id');
  return id;
}

/** "Country|Europe|Austria::0.14": ancestors stand as nodes of their own. A root by itself is no concept. */
function tagsOf(nodes: readonly string[], log: RecordLog): Map<TextFacet, RawTag[]> {
  const tags = new Map<TextFacet, RawTag[]>();
  const strangeRoots = new Set<string>();
  for (const node of nodes) {
    const cut = node.lastIndexOf('::');
    const [root = '', ...path] = (cut < 0 ? node : node.slice(0, cut)).split('|').map(foldText);
    const facet = FACET_OF_ROOT.get(root);
    if (facet === undefined) strangeRoots.add(root);
    else if (path.length > 0) {
      const score = cut < 0 ? undefined : numberIn(node.slice(cut + 2));
      const others = tags.get(facet);
      if (others === undefined) tags.set(facet, [{ path, score }]);
      else others.push({ path, score });
    }
  }
  if (strangeRoots.size > 0) {
    log(
      'unknown-facet',
      [...strangeRoots].join(', '),
      'tags below this root belong to no facet here; left out',
    );
  }
  return tags;
}

/** Undefined where no number stands there. */
function numberIn(text: string): number | undefined {
  return text.trim() === '' ? undefined : Number(text);
}
