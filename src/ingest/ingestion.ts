/** Reads files in pieces into one dataset; holds what the dataset needs and the record that is open, not the text. */
import type { Problem } from '../model/problem.ts';
import type { FileAccount } from '../model/report.ts';
import { AitopicsReader, type ReadText } from './records/aitopics-reader.ts';
import { ByteText, type Encoding } from './lines/byte-text.ts';
import { unsupportedFormat, unsupportedReason } from './lines/file-format.ts';
import { problemLog } from './lines/problem-log.ts';
import { RecordRows } from './records/record-rows.ts';
import { Utf8Lines, type DecodeUtf8 } from './lines/utf8-lines.ts';

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
  /** What the file looks like, where it is not read. */
  readonly format: string | undefined;
}

/** The files of one run, one after the other. */
export class Ingestion implements ReadFiles {
  readonly names: readonly string[];
  readonly files: ReadFile[] = [];
  readonly rows = new RecordRows();

  /** @param names of all the files, without their folders, in the order in which they will be read */
  constructor(names: readonly string[]) {
    this.names = distinctNames(names);
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
  #format: string | undefined;
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
        if (this.#format === undefined) this.#reader.push(bytes, from, end, this.#lineCount);
      },
      longLine: (text: string, length: number) => {
        this.#lineCount++;
        if (this.#format === undefined) this.#reader.pushLong(text, length, this.#lineCount);
      },
    };
    this.#bytes = isLater
      ? new Utf8Lines(take, decode)
      : new ByteText((beginning) => (this.#format = unsupportedFormat(beginning)), take, {
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
    const linesIn = this.#lineCount - this.#firstLine;
    return { ...this.#reader.finish(), linesIn, format: this.#format };
  }
}

/** Such a file may be in order, or text of quite another kind, of which anything makes records. */
const NO_TAGS =
  'its records have no tags, and so no place and no topic; if it should have some, it may be no AITopics result text';

/** What a file came to whose parts came to this. */
function readFile(name: string, parts: readonly ReadPart[]): ReadFile {
  const sum = (of: (part: ReadPart) => number) => parts.reduce((total, part) => total + of(part), 0);
  const linesIn = sum((part) => part.linesIn);
  const linesUsed = sum((part) => part.linesUsed);
  const format = parts[0]?.format;
  const log = problemLog(name);
  if (format !== undefined) {
    log.file('unsupported-format', unsupportedReason(format));
  } else if (sum((part) => part.recordCount) === 0) {
    const isEmpty = linesIn === 0;
    log.file('empty-file', isEmpty ? 'the file is empty' : 'no title with authors or abstract found');
  } else if (!parts.some((part) => part.hasTags)) {
    log.file('no-tags', NO_TAGS);
  }
  return {
    query: parts[0]?.query,
    problems: [...parts.flatMap((part) => part.problems), ...log.problems],
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
