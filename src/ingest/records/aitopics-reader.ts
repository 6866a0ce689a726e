/**
 * Parses AITopics result text line by line: a query line, then records of a title, authors (may be missing), an
 * abstract and tag lines (may be missing), without blank lines, labels or separators. Every line becomes part of a
 * record, the query line, or a problem. What is held is the stretch that is open: text lines and the tags after them.
 */
import { readAuthors } from '../authors/author-list.ts';
import { fillByteCosts } from './byte-costs.ts';
import { FOLDED, scanLine, WIDE } from '../lines/byte-scan.ts';
import { Bylines } from './byline.ts';
import { Int32Column, Uint32Column } from '../columns/columns.ts';
import { HeldLines } from '../lines/held-lines.ts';
import { BROKEN_TEXT, problemLog, type ProblemLog } from '../lines/problem-log.ts';
import type { Problem } from '../../model/problem.ts';
import type { RecordRows } from './record-rows.ts';
import { RowWriter } from './row-writer.ts';
import { LINE_LIMIT, type SourceLine } from '../lines/source-lines.ts';
import { splitRun, splitSurely, type DoubtfulLines, type RunRecord } from '../lines/split-runs.ts';
import { isTagLike } from '../tags/tag-line.ts';
import { UNUSUAL } from '../tags/tag-reader.ts';
import { readBlock } from './tag-rows.ts';
import { foldText } from '../columns/text-keys.ts';

/** What one file came to, besides its records. */
export interface ReadText {
  /** What was searched for, or undefined where the file begins with something else. */
  readonly query: string | undefined;
  readonly problems: readonly Problem[];
  readonly recordCount: number;
  /** Whether a line was read as a tag, or tells of hidden ones. */
  readonly hasTags: boolean;
  /** Lines that became part of a record, or the query line. */
  readonly linesUsed: number;
}

/** The same of a file that is read as a whole. */
export interface ReadWhole extends ReadText {
  readonly linesIn: number;
}

const HYPHEN = 0x2d;
const BLANK = 0x20;
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

/** Reads the lines of one file and adds each record to the rows as soon as it is whole. */
export class AitopicsReader {
  readonly #file: number;
  readonly #log: ProblemLog;
  readonly #rows: RecordRows;
  readonly #writer: RowWriter;
  readonly #bylines: Bylines;
  /** The open stretch: a run of text lines, then the block of tag lines after it. */
  readonly #lines = new HeldLines();
  /** By line what `TagReader.code` says; nothing of text lines. */
  readonly #codes = new Int32Column();
  /** Where in the run's bylines each text line's entries begin and end; equal for lines that were not scanned. */
  readonly #marks = new Uint32Column();
  #runLength = 0;
  #isFirst: boolean;
  #query: string | undefined;
  #recordCount = 0;
  #hasTags = false;
  #linesUsed = 0;
  readonly #fill = (line: number, own: Float64Array, at: number) => this.#fillCosts(line, own, at);

  /**
   * @param file index of the file, for the records' passages
   * @param isBeginning whether the lines are a file's first, and so may begin with a query line
   * @param linesBefore how many lines of the file stand before those that are numbered here
   */
  constructor(name: string, file: number, rows: RecordRows, isBeginning = true, linesBefore?: () => number) {
    this.#isFirst = isBeginning;
    this.#log = problemLog(name, linesBefore);
    this.#file = file;
    this.#rows = rows;
    this.#bylines = new Bylines(rows.authorTable);
    this.#writer = new RowWriter(rows, this.#bylines);
  }

  /** Reads the next line, whose bytes stay as they are until {@link settle}. */
  push(bytes: Uint8Array, from: number, end: number, number: number): void {
    if (bytes[from] === HYPHEN && bytes[from + 1] === BLANK && end > from + 1) {
      const code = this.#rows.tags.code(bytes, from, end);
      if (code === UNUSUAL) this.#pushText(decoder.decode(bytes.subarray(from, end)), number);
      else this.#pushTag(bytes, from, end, number, code);
      return;
    }
    const flags = scanLine(bytes, from, end);
    const first = bytes[from]!;
    // what begins with a blank or an unusual character may be blank, or a tag; what is not plain UTF-8 may be damaged
    if (from === end || first <= BLANK || first >= 0x80 || (flags & (WIDE | FOLDED)) === WIDE) {
      this.#pushText(decoder.decode(bytes.subarray(from, end)), number);
    } else this.#pushRun(bytes, from, end, number, flags);
  }

  /** Reads the next line as text. @param length of the line before it was cut */
  pushLong(text: string, length: number, number: number): void {
    if (length > text.length) {
      const reason = `${length} characters; read to the ${LINE_LIMIT}th`;
      this.#log.at('line-too-long', { number, text }, reason);
    }
    this.#pushText(text, number);
  }

  /** Keeps what of the bytes pushed so far is still needed. */
  settle(): void {
    this.#lines.settle();
  }

  /** Reads the end of the file. The problems come in no order of lines. */
  finish(): ReadText {
    this.#endStretch();
    return {
      query: this.#query,
      problems: this.#log.problems,
      recordCount: this.#recordCount,
      hasTags: this.#hasTags,
      linesUsed: this.#linesUsed,
    };
  }

  #pushText(text: string, number: number): void {
    const line = { number, text };
    if (text.includes('\uFFFD')) {
      this.#log.at('invalid-utf8', line, BROKEN_TEXT);
    }
    if (text.trim() === '') {
      this.#log.at('blank-line', line, 'nothing to read');
      return;
    }
    const bytes = encoder.encode(text);
    if (!isTagLike(text)) {
      this.#pushRun(bytes, 0, bytes.length, number, scanLine(bytes, 0, bytes.length));
      return;
    }
    const { tag } = this.#rows.tags.read(text);
    if (tag.kind !== 'unreadable' || this.#hasBlock()) {
      this.#pushTag(bytes, 0, bytes.length, number, UNUSUAL);
    } else this.#log.at('unreadable-tag', line, `${tag.reason}; left out`);
  }

  #hasBlock(): boolean {
    return this.#lines.length > this.#runLength;
  }

  #pushRun(bytes: Uint8Array, from: number, end: number, number: number, flags: number): void {
    if (this.#hasBlock()) this.#endStretch();
    this.#lines.add(bytes, from, end, number, flags);
    this.#codes.push(UNUSUAL);
    this.#runLength++;
  }

  #pushTag(bytes: Uint8Array, from: number, end: number, number: number, code: number): void {
    this.#hasTags = true;
    this.#lines.add(bytes, from, end, number, 0);
    this.#codes.push(code);
  }

  #endStretch(): void {
    if (this.#lines.length === 0) return;
    if (this.#isFirst) this.#takeQuery();
    this.#isFirst = false;
    this.#readStretch();
    this.#lines.clear();
    this.#codes.length = 0;
    this.#runLength = 0;
  }

  #runTexts(): string[] {
    return Array.from({ length: this.#runLength }, (_, i) => this.#lines.text(i));
  }

  /** Takes the query line off the first run, unless the run reads far better with it as the first title. */
  #takeQuery(): void {
    if (this.#runLength === 0) return;
    const line = this.#lines.line(0);
    const texts = this.#runTexts();
    const withQuery = splitRun(texts.slice(1)).cost;
    const withoutQuery = splitRun(texts).cost;
    if (withoutQuery + NO_QUERY <= withQuery) {
      const reason = 'read as the title of the first record: the file has no query line';
      this.#log.at('ambiguous-lines', line, reason);
      return;
    }
    if (withoutQuery < withQuery + QUERY_DOUBT && this.#runLength > 2) {
      const reason = 'read as the query line; it could be the title of the first record';
      this.#log.at('ambiguous-lines', line, reason);
    }
    this.#linesUsed++;
    this.#query = foldText(line.text);
    this.#lines.dropFirst();
    this.#codes.values.copyWithin(0, 1, this.#codes.length--);
    this.#runLength--;
  }

  #readStretch(): void {
    const records = this.#splitRun();
    for (let i = 0; i < records.length; i++) this.#readRecord(records[i]!, i === records.length - 1);
    if (records.length > 0) return;
    for (let i = this.#runLength; i < this.#lines.length; i++) {
      this.#log.at('stray-tags', this.#lines.line(i), 'no record stands before it; left out');
    }
  }

  #splitRun(): readonly RunRecord[] {
    this.#bylines.forget();
    this.#marks.length = 0;
    const sure = splitSurely(this.#runLength, this.#fill);
    if (sure?.orphans.length === 0) return sure.records;
    const { records, orphans, doubts } = splitRun(this.#runTexts());
    const run = this.#lines.lines(0, this.#runLength);
    for (const orphan of orphans) this.#log.at('orphan-line', run[orphan]!, 'fits no record; left out');
    for (const doubt of doubts) reportDoubt(doubt, run, this.#log);
    return records;
  }

  #fillCosts(i: number, own: Float64Array, at: number): number {
    this.#marks.push(this.#bylines.mark);
    const exact = fillByteCosts(this.#lines, i, this.#bylines, own, at);
    this.#marks.push(this.#bylines.mark);
    return exact;
  }

  #readRecord({ title, authors, abstract }: RunRecord, isLast: boolean): void {
    const lines = this.#lines;
    if (abstract === undefined) {
      this.#log.at('missing-abstract', lines.line(title), 'no abstract after this title; left empty');
    }
    const start = isLast ? this.#runLength : lines.length;
    const block = { file: this.#file, lines, start, codes: this.#codes.values };
    const tags = readBlock(block, this.#rows, this.#log);
    this.#writer.title(lines, title);
    this.#writer.abstract(lines, abstract);
    if (authors !== undefined) this.#readByline(authors);
    this.#recordCount++;
    this.#linesUsed += 1 + Number(authors !== undefined) + Number(abstract !== undefined) + tags.used;
    const last = tags.used > 0 ? tags.last : lines.number(abstract ?? authors ?? title);
    this.#writer.end(this.#file, lines.number(title), last);
  }

  #readByline(i: number): void {
    const [mark, end] = [this.#marks.values[2 * i]!, this.#marks.values[2 * i + 1]!];
    if (end > mark && this.#writer.scannedAuthors(mark, end)) return;
    this.#writer.authors(readAuthors(this.#lines.line(i), this.#log));
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
  const reach = to === from ? '' : `; the doubt reaches to line ${log.lineOf(run[to]!.number)}`;
  log.at('ambiguous-lines', line, `read as ${READ_AS[taken]}; it could be ${READ_AS[other]}${reach}`);
}

const READ_AS = {
  title: 'a title',
  authors: 'an author list',
  abstract: 'an abstract',
  orphan: 'a line that fits no record',
} as const;
