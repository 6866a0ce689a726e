/** Reads a file of JSON record by record: AITopics' own objects, or works of OpenAlex. */
import type { JsonKind } from '../lines/file-format.ts';
import { FaultyLines } from '../lines/faulty-lines.ts';
import type { LineSpan } from '../lines/line-span.ts';
import { BROKEN_TEXT, problemLog, type ProblemLog } from '../lines/problem-log.ts';
import type { ReadWhole } from '../records/aitopics-reader.ts';
import { Bylines } from '../records/byline.ts';
import type { RecordRows } from '../records/record-rows.ts';
import { RowWriter } from '../records/row-writer.ts';
import { aitopicsRecord, isAitopicsObject } from './aitopics-object.ts';
import { JsonObjects } from './json-objects.ts';
import type { SourceRecord } from '../records/source-record.ts';
import type { JsonObject } from './json-values.ts';
import { isOpenAlexWork, openAlexRecord } from './openalex-work.ts';
import type { RecordLog } from '../lines/record-log.ts';
import { writeRecord } from '../records/write-record.ts';

/** Adds each record to the rows as soon as it is whole. */
export class JsonReader {
  readonly #kind: JsonKind;
  readonly #file: number;
  readonly #rows: RecordRows;
  readonly #writer: RowWriter;
  readonly #log: ProblemLog;
  readonly #faulty = new FaultyLines();
  readonly #objects = new JsonObjects({
    object: (object, text, lines) => this.#read(object, text, lines),
    fault: (text, lines, reason) => this.#leaveOut(text, lines, reason),
  });
  #recordCount = 0;
  #hasTags = false;

  /** @param file index of the file, for the records' passages */
  constructor(kind: JsonKind, name: string, file: number, rows: RecordRows) {
    this.#kind = kind;
    this.#file = file;
    this.#rows = rows;
    this.#writer = new RowWriter(rows, new Bylines(rows.authorTable));
    this.#log = problemLog(name);
  }

  /** Reads the next bytes of UTF-8. They are not kept. */
  push(bytes: Uint8Array): void {
    this.#objects.push(bytes);
  }

  /** Reads the end of the file. */
  finish(): ReadWhole {
    const linesIn = this.#objects.finish();
    return {
      query: undefined,
      problems: this.#log.problems,
      recordCount: this.#recordCount,
      hasTags: this.#hasTags,
      linesUsed: linesIn - this.#faulty.count,
      linesIn,
    };
  }

  #read(object: JsonObject, text: string, lines: LineSpan): void {
    if (text.includes('\uFFFD')) {
      this.#log.on('invalid-utf8', lines.first, text, BROKEN_TEXT);
    }
    const record = this.#recordOf(object, lines.first);
    if (record === undefined) {
      this.#leaveOut(text, lines, `is no ${NAMES[this.#kind]} with a title or an id; left out`);
      return;
    }
    this.#faulty.addSound(lines);
    writeRecord(this.#rows, this.#writer, record, { file: this.#file, ...lines });
    this.#recordCount++;
    this.#hasTags ||= Object.values(record.facets).some((list) => list !== undefined && list.tags.length > 0);
  }

  #recordOf(object: JsonObject, line: number): SourceRecord | undefined {
    const log: RecordLog = (code, text, reason) => this.#log.on(code, line, text, reason);
    if (this.#kind === 'openalex-json') {
      return isOpenAlexWork(object) ? openAlexRecord(object, log) : undefined;
    }
    return isAitopicsObject(object) ? aitopicsRecord(object, line, this.#log, log) : undefined;
  }

  #leaveOut(text: string, lines: LineSpan, reason: string): void {
    this.#faulty.addFaulty(lines);
    this.#log.on('unreadable-record', lines.first, text, reason);
  }
}

const NAMES: Readonly<Record<JsonKind, string>> = {
  'openalex-json': 'work of OpenAlex',
  'aitopics-json': 'record of AITopics',
};
