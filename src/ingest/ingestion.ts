/** Reads files in pieces into one dataset; holds what the dataset needs and the record that is open, not the text. */
import type { Problem } from '../model/problem.ts';
import type { FileAccount } from '../model/report.ts';
import { AitopicsReader, newMemory, type Memory } from './aitopics-reader.ts';
import { ByteText } from './byte-text.ts';
import { unsupportedFormat } from './file-format.ts';
import type { ParsedRecord, TaggedPath } from './parsed-record.ts';
import { problemLog } from './problem-log.ts';
import { sourceLines } from './source-lines.ts';
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
  readonly records: readonly ParsedRecord[];
}

/** The files of one run, one after the other. */
export class Ingestion implements ReadFiles {
  readonly names: readonly string[];
  readonly files: ReadFile[] = [];
  readonly records: ParsedRecord[] = [];
  readonly #memory = newMemory();

  /** @param names of all the files, without their folders, in the order in which they will be read */
  constructor(names: readonly string[]) {
    this.names = distinctNames(names);
  }

  /** Begins the next file; the one before must be finished. */
  nextFile(decode?: DecodeUtf8): FileIngestion {
    const index = this.files.length;
    const sink: FileSink = {
      take: (record) => this.records.push(record),
      end: (file) => this.files.push(file),
      memory: this.#memory,
    };
    return new FileIngestion(this.names[index]!, index, sink, decode);
  }

  /** Reads the next file, whose text is there as a whole. */
  readText(text: string): void {
    this.nextFile().readText(text);
  }
}

interface FileSink {
  readonly take: (record: ParsedRecord) => void;
  readonly end: (file: ReadFile) => void;
  readonly memory: Memory;
}

/** One file, read in pieces. */
export class FileIngestion {
  readonly #name: string;
  readonly #sink: FileSink;
  readonly #reader: AitopicsReader;
  readonly #bytes: ByteText;
  /** What the file looks like, where it is not read. */
  #format: string | undefined;
  #lineCount = 0;

  /** Begun by {@link Ingestion.nextFile}. */
  constructor(name: string, index: number, sink: FileSink, decode?: DecodeUtf8) {
    this.#name = name;
    this.#sink = sink;
    this.#reader = new AitopicsReader(name, index, sink.take, sink.memory);
    this.#bytes = new ByteText(
      (beginning) => (this.#format = unsupportedFormat(beginning)),
      (text, length) => this.#line(text, length),
      decode,
    );
  }

  /** Reads the next bytes, of any number. They are not kept. */
  push(bytes: Uint8Array): void {
    this.#bytes.push(bytes);
  }

  /** Reads the end of the file. */
  finish(): void {
    this.#bytes.finish();
    this.#end();
  }

  /** Reads the whole file, instead of {@link push} and {@link finish}. */
  readText(text: string): void {
    this.#format = unsupportedFormat(text);
    for (const line of sourceLines(text)) this.#line(line.text, line.length);
    this.#end();
  }

  #line(text: string, length: number): void {
    this.#lineCount++;
    if (this.#format === undefined) this.#reader.push({ number: this.#lineCount, text, length });
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
    this.#sink.end({
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

/** The tagged paths of the geography, in reading order; a path that comes again as the same list is left out. */
export function* geographicPaths(records: readonly ParsedRecord[]): Generator<TaggedPath> {
  const given = new Set<readonly string[]>();
  for (const { facets, passage } of records) {
    for (const { path, line } of facets.geography?.tags ?? []) {
      if (given.has(path)) continue;
      given.add(path);
      yield { path, line, file: passage.file };
    }
  }
}
