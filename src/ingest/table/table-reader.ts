/** Reads a file that is a long table: its records are known when all rows are. */
import type { TableFormat } from '../lines/file-format.ts';
import { FaultyLines } from '../lines/faulty-lines.ts';
import { BROKEN_TEXT, problemLog, type ProblemLog } from '../lines/problem-log.ts';
import { ToldOnce } from '../lines/told-once.ts';
import type { DecodeUtf8 } from '../lines/utf8-lines.ts';
import type { ReadWhole } from '../records/aitopics-reader.ts';
import { Bylines } from '../records/byline.ts';
import type { RecordRows } from '../records/record-rows.ts';
import { RowWriter } from '../records/row-writer.ts';
import { writeRecord } from '../records/write-record.ts';
import type { SpacedReading } from './separated-rows.ts';
import { TableRecords } from './table-records.ts';
import type { Unread } from './table-row.ts';
import { TableRows } from './table-rows.ts';

const NO_COLUMN = 'a table has no such column here, or has it already; not read';
const NO_TEXT = 'is neither text nor a number that is exact (write long numbers as text); not read';
const NO_ID = 'has no record_id, and so belongs to no record; left out';

const SPACED: Readonly<Record<SpacedReading, string>> = {
  quoted: 'read as a quoted cell',
  kept: 'no quoted cell ends there, so that the quote is kept as a part of the text: take the blanks out, or the quote',
};

const NO_PLACES =
  'nothing is drawn on the map: it draws the facet that is called geography, place, country or location';

/** Adds all records to the rows at the end. */
export class TableReader {
  readonly #file: number;
  readonly #rows: RecordRows;
  readonly #log: ProblemLog;
  readonly #faulty = new FaultyLines();
  readonly #records: TableRecords;
  readonly #table: TableRows;
  readonly #unknownKeys = new Set<string>();
  /** Rows with blanks before a quote. */
  readonly #spaced = new ToldOnce();

  /** @param file index of the file, for the records' passages */
  constructor(format: TableFormat, name: string, file: number, rows: RecordRows, decode?: DecodeUtf8) {
    this.#file = file;
    this.#rows = rows;
    this.#log = problemLog(name);
    this.#records = new TableRecords(rows.source, this.#log);
    this.#table = new TableRows(
      format,
      {
        header: ({ unread }, line) => {
          for (const column of unread) this.#log.on('unread-column', line, column, NO_COLUMN);
        },
        row: (row, lines, unread = []) => {
          this.#tellUnread(unread, lines.first);
          if (row.id === '') {
            this.#faulty.addFaulty(lines);
            this.#log.on('unreadable-record', lines.first, row.title || row.path.join(' > '), NO_ID);
            return;
          }
          this.#faulty.addSound(lines);
          this.#records.add(row, lines);
        },
        brokenText: (text, { first }) => this.#log.on('invalid-utf8', first, text, BROKEN_TEXT),
        spacedQuote: (text, { first }, reading) => {
          this.#spaced.add(first, text, `blanks stand before a quote: ${SPACED[reading]}`);
        },
        fault: (code, text, lines, reason) => {
          this.#faulty.addFaulty(lines);
          this.#log.on(code, lines.first, text, reason);
        },
      },
      decode,
    );
  }

  /** A key that is not known is told once, a value each time. */
  #tellUnread(unread: readonly Unread[], line: number): void {
    for (const { key, value } of unread) {
      if (value !== undefined) {
        this.#log.on('unread-column', line, `${key}: ${JSON.stringify(value)}`, NO_TEXT);
      } else if (!this.#unknownKeys.has(key)) {
        this.#unknownKeys.add(key);
        this.#log.on('unread-column', line, key, NO_COLUMN);
      }
    }
  }

  /** Reads the next bytes of UTF-8. They are not kept. */
  push(bytes: Uint8Array): void {
    this.#table.push(bytes);
  }

  /** Reads the end of the file. */
  finish(): ReadWhole {
    const linesIn = this.#table.finish();
    const writer = new RowWriter(this.#rows, new Bylines(this.#rows.authorTable));
    let recordCount = 0;
    for (const record of this.#records.finish()) {
      writeRecord(this.#rows, writer, record, { file: this.#file, ...record.lines });
      recordCount++;
    }
    this.#spaced.tell('odd-quotes', this.#log);
    const { hasTags, unscored, perhapsPercent } = this.#records;
    if (hasTags && !this.#rows.source.facets.some(({ kind }) => kind === 'place')) {
      this.#log.file('no-places', NO_PLACES);
    }
    if (unscored > 0) {
      const tags =
        unscored === 1
          ? '1 tag without a score, which counts'
          : `${unscored} tags without a score, which count`;
      this.#log.file('missing-score', `${tags} as 1`);
    }
    if (perhapsPercent > 0) this.#log.file('score-out-of-range', percentReason(perhapsPercent));
    return {
      query: undefined,
      problems: this.#log.problems,
      recordCount,
      hasTags,
      linesUsed: linesIn - this.#faulty.count,
      linesIn,
    };
  }
}

const percentReason = (count: number) =>
  `${count} ${count === 1 ? 'score is' : 'scores are'} above 1, none above 100: if the table has them from 0 to 100, write them with “%” or divide all by 100, since those up to 1 were taken as they are`;
