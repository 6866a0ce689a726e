/** Reads files in pieces into one dataset; holds what the dataset needs and the record that is open, not the text. */
import { TABLE_SOURCE } from '../model/dataset.ts';
import type { Problem } from '../model/problem.ts';
import type { FileAccount } from '../model/report.ts';
import { AitopicsReader, type ReadText, type ReadWhole } from './records/aitopics-reader.ts';
import { ByteText, type ByteTaker, type Encoding } from './lines/byte-text.ts';
import { AITOPICS, OPENALEX, type SourceSpec } from './facets.ts';
import { JsonReader } from './json/json-reader.ts';
import { formatOf, isTable, unsupportedReason, type FileFormat } from './lines/file-format.ts';
import { problemLog } from './lines/problem-log.ts';
import { encodingToldOnce } from './other-encoding.ts';
import { RecordRows } from './records/record-rows.ts';
import { Utf8Lines, type DecodeUtf8 } from './lines/utf8-lines.ts';
import { TableReader } from './table/table-reader.ts';

/** What one file came to, besides its records. */
export interface ReadFile {
  readonly query: string | undefined;
  readonly problems: readonly Problem[];
  readonly account: FileAccount;
}

/** What all files came to, in reading order. */
export interface ReadFiles {
  /** Distinct names, one for each file. */
  readonly names: readonly string[];
  readonly files: readonly ReadFile[];
  readonly rows: RecordRows;
}

/** What a part of a file came to, besides its records: all of it, or a stretch between two records. */
export interface ReadPart extends ReadText {
  readonly linesIn: number;
  /** Whether the source says of each part of a record what it is; in a text the lines tell. */
  readonly isMarked: boolean;
  /** Why the file is not read, where it is not. */
  readonly refused: string | undefined;
}

/** The files of one run, one after the other. */
export class Ingestion implements ReadFiles {
  readonly names: readonly string[];
  readonly files: ReadFile[] = [];
  readonly rows: RecordRows;

  /**
   * @param names of all the files, without their folders, in the order in which they will be read
   * @param source of all records: files of another one are refused
   */
  constructor(names: readonly string[], source = AITOPICS) {
    this.names = distinctNames(names);
    this.rows = new RecordRows(source);
  }

  /** Begins the next file; the one before must be finished. @param encoding where it need not be told by the bytes */
  nextFile(decode?: DecodeUtf8, encoding?: Encoding): FileIngestion {
    const index = this.files.length;
    const end = (part: ReadPart) => this.endFile([part]);
    return new FileIngestion(this.names[index]!, index, this.rows, end, decode, 0, encoding);
  }

  /**
   * Begins a later part of a file, which is UTF-8: from the first line of a record on.
   * @param line how many lines of the file stand before; as a function, which only problems ask, where that is not
   * known yet: rows then have the numbers of the part's own lines, and get those of the file when they are added to others
   */
  nextPart(file: number, line: number | (() => number), decode?: DecodeUtf8): FileIngestion {
    return new FileIngestion(this.names[file]!, file, this.rows, () => undefined, decode, line);
  }

  /** Ends the next file, whose parts came to this. */
  endFile(parts: readonly ReadPart[]): void {
    this.files.push(readFile(this.names[this.files.length]!, parts));
  }

  /** Reads the next file, whose text is there as a whole. */
  readText(text: string): void {
    const file = this.nextFile(undefined, 'utf-8');
    file.push(new TextEncoder().encode(text));
    file.finish();
  }
}

/** One file, or a part of one, read in pieces. */
export class FileIngestion {
  readonly #onEnd: (part: ReadPart) => void;
  readonly #reader: AitopicsReader;
  readonly #bytes: Pick<ByteText, 'push' | 'finish'>;
  /** Where the file is no result text. */
  #other: { readonly push: (bytes: Uint8Array) => void; readonly finish: () => ReadWhole } | undefined;
  #refused: string | undefined;
  readonly #firstLine: number;
  #lineCount: number;

  /** Begun by {@link Ingestion.nextFile} or {@link Ingestion.nextPart}. */
  constructor(
    name: string,
    index: number,
    rows: RecordRows,
    onEnd: (part: ReadPart) => void,
    decode?: DecodeUtf8,
    linesBefore: number | (() => number) = 0,
    encoding?: Encoding,
  ) {
    this.#onEnd = onEnd;
    const isLater = linesBefore !== 0;
    const isCounted = typeof linesBefore === 'number';
    this.#firstLine = this.#lineCount = isCounted ? linesBefore : 0;
    this.#reader = new AitopicsReader(name, index, rows, !isLater, isCounted ? undefined : linesBefore);
    const take = {
      line: (bytes: Uint8Array, from: number, end: number) => {
        this.#lineCount++;
        if (this.#refused === undefined) this.#reader.push(bytes, from, end, this.#lineCount);
      },
      longLine: (text: string, length: number) => {
        this.#lineCount++;
        if (this.#refused === undefined) this.#reader.pushLong(text, length, this.#lineCount);
      },
    };
    this.#bytes = isLater
      ? new Utf8Lines(take, decode)
      : new ByteText((beginning) => this.#begin(formatOf(beginning), name, index, rows, decode), take, {
          decode,
          encoding,
        });
  }

  /** Reads the next bytes, of any number. They are not kept. */
  push(bytes: Uint8Array): void {
    this.#bytes.push(bytes);
    this.#reader.settle();
  }

  /** Reads the end of the file. */
  finish(): void {
    this.#onEnd(this.endPart());
  }

  /** Reads the end of a part of a file; {@link Ingestion.endFile} ends the file. */
  endPart(): ReadPart {
    this.#bytes.finish();
    if (this.#other !== undefined) return { ...this.#other.finish(), isMarked: true, refused: undefined };
    const linesIn = this.#lineCount - this.#firstLine;
    return { ...this.#reader.finish(), linesIn, isMarked: false, refused: this.#refused };
  }

  /** @returns who takes the file's bytes where they are not lines of result text */
  #begin(
    format: FileFormat,
    name: string,
    index: number,
    rows: RecordRows,
    decode?: DecodeUtf8,
  ): ByteTaker | undefined {
    this.#refused = refusal(format, rows.source);
    if (this.#refused !== undefined || format.kind === 'aitopics-text' || format.kind === 'unsupported') {
      return undefined;
    }
    const other = isTable(format)
      ? new TableReader(format, name, index, rows, decode)
      : new JsonReader(format.kind, name, index, rows);
    this.#other = other;
    return { push: (bytes) => other.push(bytes), finish: () => undefined };
  }
}

/** The source of a file in that format, undefined where it is not read; that of a table is found by its rows. */
export function sourceOf(format: FileFormat): SourceSpec | 'table' | undefined {
  if (format.kind === 'unsupported') return undefined;
  if (isTable(format)) return 'table';
  return format.kind === 'openalex-json' ? OPENALEX : AITOPICS;
}

/** Why a file is not read, undefined where it is. @param run the source of the run */
function refusal(format: FileFormat, run: SourceSpec): string | undefined {
  if (format.kind === 'unsupported') return unsupportedReason(format.looks);
  const source = sourceOf(format)!;
  const own = source === 'table' ? TABLE_SOURCE : source.name;
  if (own === run.name) return undefined;
  return `holds records of ${own}, and this dataset those of ${run.name}, the source of the first file that tells one; not read: a dataset has one source, so give each its own`;
}

const NO_TAGS = 'its records have no tags, and so no place and no topic';
/** Such a text may be in order, or of quite another kind, of which anything makes records. */
const NO_TAGS_IN_TEXT = `${NO_TAGS}; if it should have some, it may be no AITopics result text`;

/** What a file came to whose parts came to this. */
function readFile(name: string, parts: readonly ReadPart[]): ReadFile {
  const sum = (of: (part: ReadPart) => number) => parts.reduce((total, part) => total + of(part), 0);
  const linesIn = sum((part) => part.linesIn);
  const linesUsed = sum((part) => part.linesUsed);
  const refused = parts[0]?.refused;
  const isMarked = parts[0]?.isMarked === true;
  const log = problemLog(name);
  if (refused !== undefined) {
    log.file('unsupported-format', refused);
  } else if (sum((part) => part.recordCount) === 0) {
    const isEmpty = linesIn === 0;
    const missing = isMarked ? 'no record found in it' : 'no title with authors or abstract found';
    log.file('empty-file', isEmpty ? 'the file is empty' : missing);
  } else if (!parts.some((part) => part.hasTags)) {
    log.file('no-tags', isMarked ? NO_TAGS : NO_TAGS_IN_TEXT);
  }
  return {
    query: parts[0]?.query,
    problems: [...encodingToldOnce(parts.flatMap((part) => part.problems)), ...log.problems],
    account: { file: name, linesIn, linesUsed, linesReported: linesIn - linesUsed },
  };
}

/** Files of the same name in different folders are told apart by a number. */
function distinctNames(names: readonly string[]): string[] {
  const taken = new Set(names);
  const given = new Set<string>();
  return names.map((name) => {
    let distinct = name;
    for (let n = 2; given.has(distinct) || (distinct !== name && taken.has(distinct)); n++) {
      distinct = `${name} (${n})`;
    }
    given.add(distinct);
    return distinct;
  });
}
