/** The tag lines under one record: read, told apart by facet, and every line accounted for. */
import { TEXT_ORDER, type TextFacet } from './facets.ts';
import { pathKey, type ParsedTag, type ParsedTagList } from './parsed-record.ts';
import type { ProblemLog } from './problem-log.ts';
import type { SourceLine } from './source-lines.ts';
import { readTagLine, type TagLine } from './tag-line.ts';
import { tellFacets, type ListedTag, type ToldFacet } from './tell-facets.ts';

/** What a block came to. */
export interface TagBlock {
  readonly facets: Readonly<Partial<Record<TextFacet, ParsedTagList>>>;
  /** Numbers of the lines that became part of the record; the others were reported. */
  readonly used: readonly number[];
}

interface ReadLine {
  readonly line: SourceLine;
  readonly tag: TagLine;
  /** Undefined for lines that name no concept. */
  readonly told: ToldFacet | undefined;
}

/** Reads the tag lines that stand together under one record. */
export function readTagBlock(lines: readonly SourceLine[], log: ProblemLog): TagBlock {
  const lists = new Map<TextFacet, FacetList>();
  const used: number[] = [];
  let before: TextFacet | undefined;
  for (const read of tellLines(lines)) {
    if (read.tag.kind === 'more') {
      if (useMore(read.line, read.tag.count, before, lists, log)) used.push(read.line.number);
      continue;
    }
    if (useTag(read, lists, log)) used.push(read.line.number);
    if (read.told !== undefined) before = read.told.facet;
  }
  return { facets: facetLists(lists), used };
}

interface FacetList {
  readonly tagByPath: Map<string, ParsedTag>;
  hidden: number | undefined;
}

function tellLines(lines: readonly SourceLine[]): ReadLine[] {
  const read = lines.map((line) => ({ line, tag: readTagLine(line.text) }));
  const listed: ListedTag[] = [];
  let afterMore = false;
  for (const { tag } of read) {
    if (tag.kind === 'more') afterMore = true;
    if (tag.kind !== 'tag' && tag.kind !== 'out-of-range') continue;
    listed.push({ path: tag.path, score: tag.kind === 'tag' ? tag.score : undefined, afterMore });
    afterMore = false;
  }
  const told = tellFacets(listed);
  let next = 0;
  return read.map(({ line, tag }) => ({
    line,
    tag,
    told: tag.kind === 'tag' || tag.kind === 'out-of-range' ? told[next++] : undefined,
  }));
}

function listOf(facet: TextFacet, lists: Map<TextFacet, FacetList>): FacetList {
  const list = lists.get(facet) ?? { tagByPath: new Map<string, ParsedTag>(), hidden: undefined };
  lists.set(facet, list);
  return list;
}

/** Whether the line became part of the record. */
function useTag({ line, tag, told }: ReadLine, lists: Map<TextFacet, FacetList>, log: ProblemLog): boolean {
  if (tag.kind === 'unreadable') {
    log.at('unreadable-tag', line, `${tag.reason}; left out`);
    return false;
  }
  if (tag.kind === 'out-of-range') {
    log.at('score-out-of-range', line, `score ${tag.score} is not between 0 and 1; left out`);
    return false;
  }
  if (tag.kind === 'more' || told === undefined) return false;
  if (told.facet === undefined) {
    log.at('unknown-facet', line, `${told.doubt}; left out`);
    return false;
  }
  if (told.doubt !== undefined) log.at('ambiguous-facet', line, told.doubt);
  addTag(listOf(told.facet, lists), { path: tag.path, score: tag.score, line: line.number }, line, log);
  return true;
}

function addTag({ tagByPath }: FacetList, tag: ParsedTag, line: SourceLine, log: ProblemLog): void {
  const key = pathKey(tag.path);
  const other = tagByPath.get(key);
  if (other !== undefined) {
    const score = Math.max(other.score, tag.score);
    log.at(
      'repeated-tag',
      line,
      `also on line ${other.line} of this record; score ${(score / 100).toFixed(2)} is kept`,
    );
    if (other.score >= tag.score) return;
  }
  tagByPath.set(key, tag);
}

/** Whether the line became part of the record. */
function useMore(
  line: SourceLine,
  count: number,
  facet: TextFacet | undefined,
  lists: Map<TextFacet, FacetList>,
  log: ProblemLog,
): boolean {
  if (facet === undefined) {
    log.at('unknown-facet', line, 'no tag before it tells whose list it ends; left out');
    return false;
  }
  const list = listOf(facet, lists);
  if (list.hidden !== undefined) {
    const kept = Math.max(list.hidden, count);
    log.at('repeated-hidden', line, `second of its kind under ${facet}; ${kept} is kept`);
  }
  list.hidden = Math.max(list.hidden ?? 0, count);
  return true;
}

function facetLists(lists: ReadonlyMap<TextFacet, FacetList>): Partial<Record<TextFacet, ParsedTagList>> {
  const facets: Partial<Record<TextFacet, ParsedTagList>> = {};
  for (const facet of TEXT_ORDER) {
    const list = lists.get(facet);
    if (list !== undefined) facets[facet] = { tags: [...list.tagByPath.values()], hidden: list.hidden ?? 0 };
  }
  return facets;
}
