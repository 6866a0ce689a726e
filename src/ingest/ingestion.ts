/** Reads files in pieces into one dataset; holds what the dataset needs and the record that is open, not the text. */
import type { Problem } from '../model/problem.ts';
import type { FileAccount } from '../model/report.ts';
import { AitopicsReader } from './aitopics-reader.ts';
import { ByteText } from './byte-text.ts';
import { unsupportedFormat } from './file-format.ts';
import { problemLog } from './problem-log.ts';
import { RecordRows } from './record-rows.ts';
import type { DecodeUtf8 } from './utf8-lines.ts';

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

/** The files of one run, one after the other. */
export class Ingestion implements ReadFiles {
  readonly names: readonly string[];
  readonly files: ReadFile[] = [];
  readonly rows = new RecordRows();

  /** @param names of all the files, without their folders, in the order in which they will be read */
  constructor(names: readonly string[]) {
    this.names = distinctNames(names);
  }

  /** Begins the next file; the one before must be finished. */
  nextFile(decode?: DecodeUtf8): FileIngestion {
    const index = this.files.length;
    const end = (file: ReadFile) => this.files.push(file);
    return new FileIngestion(this.names[index]!, index, this.rows, end, decode);
  }

  /** Reads the next file, whose text is there as a whole. */
  readText(text: string): void {
    const file = this.nextFile();
    file.push(new TextEncoder().encode(text));
    file.finish();
  }
}

/** One file, read in pieces. */
export class FileIngestion {
  readonly #name: string;
  readonly #onEnd: (file: ReadFile) => void;
  readonly #reader: AitopicsReader;
  readonly #bytes: ByteText;
  /** What the file looks like, where it is not read. */
  #format: string | undefined;
  #lineCount = 0;

  /** Begun by {@link Ingestion.nextFile}. */
  constructor(
    name: string,
    index: number,
    rows: RecordRows,
    onEnd: (file: ReadFile) => void,
    decode?: DecodeUtf8,
  ) {
    this.#name = name;
    this.#onEnd = onEnd;
    this.#reader = new AitopicsReader(name, index, rows);
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
    this.#bytes = new ByteText((beginning) => (this.#format = unsupportedFormat(beginning)), take, decode);
  }

  /** Reads the next bytes, of any number. They are not kept. */
  push(bytes: Uint8Array): void {
    this.#bytes.push(bytes);
    this.#reader.settle();
  }

  /** Reads the end of the file. */
  finish(): void {
    this.#bytes.finish();
    this.#end();
  }

  #end(): void {
    const { query, problems, recordCount, linesUsed } = this.#reader.finish();
    const linesIn = this.#lineCount;
    const log = problemLog(this.#name);
    if (this.#format !== undefined) {
      log.file(
        'unsupported-format',
        `looks like ${this.#format}; not read yet: this reads the text of AITopics search results`,
      );
    } else if (recordCount === 0) {
      const isEmpty = linesIn === 0;
      log.file('empty-file', isEmpty ? 'the file is empty' : 'no title with authors or abstract found');
    }
    this.#onEnd({
      query,
      problems: [...problems, ...log.problems],
      account: { file: this.#name, linesIn, linesUsed, linesReported: linesIn - linesUsed },
    });
  }
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
