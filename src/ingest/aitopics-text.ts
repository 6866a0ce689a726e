/**
 * Parses AITopics result text: a query line, then records of a title, authors (may be missing), an abstract and tag
 * lines (may be missing), without blank lines, labels or separators. Every line becomes part of a record, the query
 * line, or a problem.
 */
import { readAuthors } from './author-list.ts';
import type { ParsedRecord } from './parsed-record.ts';
import { problemLog, type ProblemLog } from './problem-log.ts';
import type { Problem } from '../model/problem.ts';
import type { FileAccount } from '../model/report.ts';
import { LINE_LIMIT, type SourceLine } from './source-lines.ts';
import { splitRun, type DoubtfulLines, type RunRecord } from './split-runs.ts';
import { readTagBlock } from './tag-block.ts';
import { isTagLike, readTagLine } from './tag-line.ts';
import { foldText } from './text-keys.ts';

/** What one file came to. */
export interface ParsedFile {
  /** What was searched for, or undefined where the file begins with something else. */
  readonly query: string | undefined;
  readonly records: readonly ParsedRecord[];
  readonly problems: readonly Problem[];
  readonly account: FileAccount;
}

/**
 * Parses the lines of one file.
 * @param file index of the file, for the records' passages
 */
export function parseAitopicsText(name: string, file: number, lines: readonly SourceLine[]): ParsedFile {
  const log = problemLog(name);
  for (const line of lines) reportDamage(line, log);
  const stretches = stretchesOf(lines, log);
  const context: FileContext = { file, log, isUsed: new Uint8Array(lines.length + 1), records: [] };
  const query = takeQuery(stretches[0], context);
  for (const stretch of stretches) readStretch(stretch, context);
  const linesUsed = context.isUsed.reduce((sum, used) => sum + used, 0);
  return {
    query,
    records: context.records,
    problems: log.problems,
    account: { file: name, linesIn: lines.length, linesUsed, linesReported: lines.length - linesUsed },
  };
}

interface FileContext {
  readonly file: number;
  readonly log: ProblemLog;
  /** 1 at the number of each line that became part of a record or is the query line. */
  readonly isUsed: Uint8Array;
  readonly records: ParsedRecord[];
}

/** A run of text lines and the tag lines after it. */
interface Stretch {
  run: SourceLine[];
  readonly block: SourceLine[];
}

function reportDamage(line: SourceLine, log: ProblemLog): void {
  if (line.length > line.text.length) {
    log.at('line-too-long', line, `${line.length} characters; read to the ${LINE_LIMIT}th`);
  }
  if (line.text.includes('\uFFFD')) {
    log.at('invalid-utf8', line, 'holds U+FFFD, the mark for bytes that are no text; kept as it is');
  }
}

function stretchesOf(lines: readonly SourceLine[], log: ProblemLog): Stretch[] {
  const stretches: Stretch[] = [];
  let open: Stretch | undefined;
  for (const line of lines) {
    if (line.text.trim() === '') {
      log.at('blank-line', line, 'nothing to read');
      continue;
    }
    const isTag = isTagLike(line.text);
    if (open === undefined || (!isTag && open.block.length > 0))
      stretches.push((open = { run: [], block: [] }));
    if (!isTag) open.run.push(line);
    else if (open.block.length > 0 || isWellFormedTag(line)) open.block.push(line);
    else log.at('unreadable-tag', line, 'begins like a tag but is none; left out');
  }
  return stretches;
}

const isWellFormedTag = (line: SourceLine) => readTagLine(line.text).kind !== 'unreadable';

/** Takes the query line off the first run, unless the run reads far better with it as the first title. */
function takeQuery(first: Stretch | undefined, { log, isUsed }: FileContext): string | undefined {
  const line = first?.run[0];
  if (first === undefined || line === undefined) return undefined;
  const texts = first.run.map((each) => each.text);
  const withQuery = splitRun(texts.slice(1)).cost;
  const withoutQuery = splitRun(texts).cost;
  if (withoutQuery + NO_QUERY <= withQuery) {
    log.at('ambiguous-lines', line, 'read as the title of the first record: the file has no query line');
    return undefined;
  }
  if (withoutQuery < withQuery + QUERY_DOUBT && first.run.length > 2) {
    log.at('ambiguous-lines', line, 'read as the query line; it could be the title of the first record');
  }
  isUsed[line.number] = 1;
  first.run = first.run.slice(1);
  return foldText(line.text);
}

/** The first line is the query line unless that reading costs this much more. */
const NO_QUERY = 10;
/** Another reading that is dearer by less than this is close enough to be told. */
const QUERY_DOUBT = 4;

function readStretch({ run, block }: Stretch, context: FileContext): void {
  const { log } = context;
  const split = splitRun(run.map((line) => line.text));
  for (const orphan of split.orphans) log.at('orphan-line', run[orphan]!, 'fits no record; left out');
  for (const doubt of split.doubts) reportDoubt(doubt, run, log);
  split.records.forEach((record, i) => {
    const isLast = i === split.records.length - 1;
    context.records.push(readRecord(record, run, isLast ? block : [], context));
  });
  if (split.records.length === 0) {
    for (const line of block) log.at('stray-tags', line, 'no record stands before it; left out');
  }
}

function reportDoubt(
  { from, to, taken, other }: DoubtfulLines,
  run: readonly SourceLine[],
  log: ProblemLog,
): void {
  const line = run[from]!;
  const reach = to === from ? '' : `; the doubt reaches to line ${run[to]!.number}`;
  log.at('ambiguous-lines', line, `read as ${READ_AS[taken]}; it could be ${READ_AS[other]}${reach}`);
}

const READ_AS = {
  title: 'a title',
  authors: 'an author list',
  abstract: 'an abstract',
  orphan: 'a line that fits no record',
} as const;

function readRecord(
  found: RunRecord,
  run: readonly SourceLine[],
  block: readonly SourceLine[],
  { file, log, isUsed }: FileContext,
): ParsedRecord {
  const title = run[found.title]!;
  const authors = found.authors === undefined ? undefined : run[found.authors]!;
  const abstract = found.abstract === undefined ? undefined : run[found.abstract]!;
  if (abstract === undefined) log.at('missing-abstract', title, 'no abstract after this title; left empty');
  const tags = readTagBlock(block, log);
  const used = [title, authors, abstract]
    .flatMap((line) => (line === undefined ? [] : [line.number]))
    .concat(tags.used);
  for (const number of used) isUsed[number] = 1;
  return {
    title: foldText(title.text),
    abstract: abstract === undefined ? '' : foldText(abstract.text),
    authors: authors === undefined ? [] : readAuthors(authors, log),
    facets: tags.facets,
    passage: { file, first: title.number, last: used[used.length - 1]! },
  };
}
