/** The tag lines under one record: read, told apart by facet, and every line accounted for. */
import { TEXT_ORDER, type TextFacet } from '../facets.ts';
import type { ParsedTag, ParsedTagList } from '../parsed-record.ts';
import type { ProblemLog } from '../lines/problem-log.ts';
import type { SourceLine } from '../lines/source-lines.ts';
import type { TagLine } from './tag-line.ts';
import type { TagReader } from './tag-reader.ts';
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

/** Reads the tag lines that stand together under one record: any block, by the general way. */
export function readAnyBlock(lines: readonly SourceLine[], log: ProblemLog, reader: TagReader): TagBlock {
  if (lines.length === 0) return { facets: {}, used: [] };
  const lists = new Map<TextFacet, FacetList>();
  const used: number[] = [];
  let before: TextFacet | undefined;
  for (const read of tellLines(lines, reader)) {
    if (read.tag.kind === 'more') {
      if (useMore(read.line, read.tag.count, before, lists, log)) used.push(read.line.number);
      continue;
    }
    if (useTag(read, lists, log)) used.push(read.line.number);
    if (read.told !== undefined) before = read.told.facet;
  }
  return { facets: facetLists(lists), used };
}

/** The tags of one facet; the paths are lists that the reader gives, one for each path. */
class FacetList {
  readonly tags: ParsedTag[] = [];
  hidden: number | undefined = undefined;
  #indexByPath: Map<readonly string[], number> | undefined;

  /** Where the tag of a path stands, -1 for none. */
  indexOf(path: readonly string[]): number {
    if (this.#indexByPath !== undefined) return this.#indexByPath.get(path) ?? -1;
    for (let i = 0; i < this.tags.length; i++) if (this.tags[i]!.path === path) return i;
    return -1;
  }

  add(tag: ParsedTag): void {
    this.tags.push(tag);
    if (this.#indexByPath !== undefined) this.#indexByPath.set(tag.path, this.tags.length - 1);
    else if (this.tags.length === SHORT_LIST) {
      this.#indexByPath = new Map(this.tags.map(({ path }, i) => [path, i]));
    }
  }
}

/** Longer lists are looked through by a map. */
const SHORT_LIST = 24;

function tellLines(lines: readonly SourceLine[], reader: TagReader): ReadLine[] {
  const read = lines.map((line) => ({ line, known: reader.read(line.text) }));
  const listed: ListedTag[] = [];
  let afterMore = false;
  for (const { known } of read) {
    const { tag, evidence } = known;
    if (tag.kind === 'more') afterMore = true;
    if (tag.kind !== 'tag' && tag.kind !== 'out-of-range') continue;
    listed.push({ path: tag.path, score: tag.kind === 'tag' ? tag.score : undefined, afterMore, evidence });
    afterMore = false;
  }
  const told = tellFacets(listed);
  let next = 0;
  return read.map(({ line, known: { tag } }) => ({
    line,
    tag,
    told: tag.kind === 'tag' || tag.kind === 'out-of-range' ? told[next++] : undefined,
  }));
}

function listOf(facet: TextFacet, lists: Map<TextFacet, FacetList>): FacetList {
  let list = lists.get(facet);
  if (list === undefined) lists.set(facet, (list = new FacetList()));
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

function addTag(list: FacetList, tag: ParsedTag, line: SourceLine, log: ProblemLog): void {
  const index = list.indexOf(tag.path);
  const other = list.tags[index];
  if (other === undefined) list.add(tag);
  else {
    const score = Math.max(other.score, tag.score);
    log.at(
      'repeated-tag',
      line,
      `also on line ${log.lineOf(other.line)} of this record; score ${(score / 100).toFixed(2)} is kept`,
    );
    if (other.score < tag.score) list.tags[index] = tag;
  }
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
    if (list !== undefined) facets[facet] = { tags: list.tags, hidden: list.hidden ?? 0 };
  }
  return facets;
}
