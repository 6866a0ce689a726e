/**
 * Parses AITopics result text line by line: a query line, then records of a title, authors (may be missing), an
 * abstract and tag lines (may be missing), without blank lines, labels or separators. Every line becomes part of a
 * record, the query line, or a problem. What is held is the stretch that is open: text lines and the tags after them.
 */
import { readAuthors } from './author-list.ts';
import { AuthorNames } from './author-names.ts';
import type { ParsedRecord } from './parsed-record.ts';
import { problemLog, type ProblemLog } from './problem-log.ts';
import type { Problem } from '../model/problem.ts';
import { LINE_LIMIT, type SourceLine } from './source-lines.ts';
import { splitRun, type DoubtfulLines, type RunRecord } from './split-runs.ts';
import { readTagBlock } from './tag-block.ts';
import { isTagLike } from './tag-line.ts';
import { TagReader } from './tag-reader.ts';
import { foldText } from './text-keys.ts';

/** What one file came to, besides its records. */
export interface ReadText {
  /** What was searched for, or undefined where the file begins with something else. */
  readonly query: string | undefined;
  readonly problems: readonly Problem[];
  readonly recordCount: number;
  /** Lines that became part of a record, or the query line. */
  readonly linesUsed: number;
}

/** A run of text lines and the tag lines after it. */
interface Stretch {
  run: SourceLine[];
  readonly block: SourceLine[];
}

/** What reading remembers from file to file, so that what is said again is not read again. */
export interface Memory {
  readonly tags: TagReader;
  readonly names: AuthorNames;
}

/** A memory of nothing. */
export const newMemory = (): Memory => ({ tags: new TagReader(), names: new AuthorNames() });

/** Reads the lines of one file and hands on each record as soon as it is whole. */
export class AitopicsReader {
  readonly #file: number;
  readonly #log: ProblemLog;
  readonly #take: (record: ParsedRecord) => void;
  readonly #memory: Memory;
  #open: Stretch | undefined;
  #isFirst = true;
  #query: string | undefined;
  #recordCount = 0;
  #linesUsed = 0;

  /** @param file index of the file, for the records' passages */
  constructor(name: string, file: number, take: (record: ParsedRecord) => void, memory = newMemory()) {
    this.#memory = memory;
    this.#log = problemLog(name);
    this.#file = file;
    this.#take = take;
  }

  /** Reads the next line. */
  push(line: SourceLine): void {
    reportDamage(line, this.#log);
    if (isBlank(line.text)) {
      this.#log.at('blank-line', line, 'nothing to read');
      return;
    }
    const isTag = isTagLike(line.text);
    if (this.#open !== undefined && !isTag && this.#open.block.length > 0) this.#endStretch();
    const open = (this.#open ??= { run: [], block: [] });
    if (!isTag) open.run.push(line);
    else if (open.block.length > 0 || this.#isWellFormed(line)) open.block.push(line);
    else this.#log.at('unreadable-tag', line, 'begins like a tag but is none; left out');
  }

  /** Reads the end of the file. The problems come in no order of lines. */
  finish(): ReadText {
    this.#endStretch();
    return {
      query: this.#query,
      problems: this.#log.problems,
      recordCount: this.#recordCount,
      linesUsed: this.#linesUsed,
    };
  }

  #isWellFormed(line: SourceLine): boolean {
    return this.#memory.tags.read(line.text).tag.kind !== 'unreadable';
  }

  #endStretch(): void {
    const stretch = this.#open;
    this.#open = undefined;
    if (stretch === undefined) return;
    if (this.#isFirst) this.#takeQuery(stretch);
    this.#isFirst = false;
    this.#readStretch(stretch);
  }

  /** Takes the query line off the first run, unless the run reads far better with it as the first title. */
  #takeQuery(first: Stretch): void {
    const line = first.run[0];
    if (line === undefined) return;
    const texts = first.run.map((each) => each.text);
    const withQuery = splitRun(texts.slice(1)).cost;
    const withoutQuery = splitRun(texts).cost;
    if (withoutQuery + NO_QUERY <= withQuery) {
      const reason = 'read as the title of the first record: the file has no query line';
      this.#log.at('ambiguous-lines', line, reason);
      return;
    }
    if (withoutQuery < withQuery + QUERY_DOUBT && first.run.length > 2) {
      const reason = 'read as the query line; it could be the title of the first record';
      this.#log.at('ambiguous-lines', line, reason);
    }
    this.#linesUsed++;
    first.run = first.run.slice(1);
    this.#query = foldText(line.text);
  }

  #readStretch({ run, block }: Stretch): void {
    const log = this.#log;
    const split = splitRun(run.map((line) => line.text));
    for (const orphan of split.orphans) log.at('orphan-line', run[orphan]!, 'fits no record; left out');
    for (const doubt of split.doubts) reportDoubt(doubt, run, log);
    split.records.forEach((record, i) => {
      const isLast = i === split.records.length - 1;
      this.#readRecord(record, run, isLast ? block : []);
    });
    if (split.records.length === 0) {
      for (const line of block) log.at('stray-tags', line, 'no record stands before it; left out');
    }
  }

  #readRecord(found: RunRecord, run: readonly SourceLine[], block: readonly SourceLine[]): void {
    const log = this.#log;
    const title = run[found.title]!;
    const authors = found.authors === undefined ? undefined : run[found.authors]!;
    const abstract = found.abstract === undefined ? undefined : run[found.abstract]!;
    if (abstract === undefined) log.at('missing-abstract', title, 'no abstract after this title; left empty');
    const tags = readTagBlock(block, log, this.#memory.tags);
    this.#recordCount++;
    this.#linesUsed += 1 + Number(authors !== undefined) + Number(abstract !== undefined) + tags.used.length;
    this.#take({
      title: foldText(title.text),
      abstract: abstract === undefined ? '' : foldText(abstract.text),
      authors: authors === undefined ? [] : readAuthors(authors, log, this.#memory.names),
      facets: tags.facets,
      passage: {
        file: this.#file,
        first: title.number,
        last: tags.used.at(-1) ?? (abstract ?? authors ?? title).number,
      },
    });
  }
}

const isBlank = (text: string) =>
  !(text.charCodeAt(0) > 0x20 && text.charCodeAt(0) < 0x80) && text.trim() === '';

function reportDamage(line: SourceLine, log: ProblemLog): void {
  if (line.length > line.text.length) {
    log.at('line-too-long', line, `${line.length} characters; read to the ${LINE_LIMIT}th`);
  }
  if (line.text.includes('\uFFFD')) {
    log.at('invalid-utf8', line, 'holds U+FFFD, the mark for bytes that are no text; kept as it is');
  }
}

/** The first line is the query line unless that reading costs this much more. */
const NO_QUERY = 10;
/** Another reading that is dearer by less than this is close enough to be told. */
const QUERY_DOUBT = 4;

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
