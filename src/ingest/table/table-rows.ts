/** The rows of a long table that comes in pieces of UTF-8: separated values, or objects of JSON. */
import type { ProblemCode } from '../../model/problem.ts';
import { JsonObjects } from '../json/json-objects.ts';
import type { TableFormat } from '../lines/file-format.ts';
import type { LineCells } from '../../model/table/csv-cells.ts';
import type { LineSpan } from '../lines/line-span.ts';
import { LINE_LIMIT } from '../lines/source-lines.ts';
import { decodeUtf8, Utf8Lines, type DecodeUtf8 } from '../lines/utf8-lines.ts';
import { SeparatedRows, type SpacedReading } from './separated-rows.ts';
import { isRemark, isTableHeader, type TableStart } from '../../model/table/table-header.ts';
import {
  facetKey,
  rowOfCells,
  rowOfObject,
  scoreIn,
  tableHeader,
  type TableHeader,
  type TableRow,
  type Unread,
} from './table-row.ts';

/** Takes what is found, in the order of the file. */
export interface TableTaker {
  /** The header of separated values, before any row. */
  readonly header?: (header: TableHeader, line: number) => void;
  /** @param unread what of it cannot be read */
  readonly row: (row: TableRow, lines: LineSpan, unread?: readonly Unread[]) => void;
  /** A text with U+FFFD, which is read all the same. */
  readonly brokenText: (text: string, lines: LineSpan) => void;
  /** A row that was taken although blanks stand before a quote of it. */
  readonly spacedQuote?: (text: string, lines: LineSpan, reading: SpacedReading) => void;
  /** What cannot be read, its text, and why. */
  readonly fault: (code: ProblemCode, text: string, lines: LineSpan, reason: string) => void;
}

const BEFORE_HEADER = 'stands before the header of the table; left out';

/** Takes the bytes, and tells at the end how many lines there were. */
interface RowSource {
  readonly push: (bytes: Uint8Array) => void;
  readonly finish: () => number;
}

/** Holds no more than the row that is open. */
export class TableRows {
  readonly #take: TableTaker;
  readonly #source: RowSource;

  constructor(format: TableFormat, take: TableTaker, decode: DecodeUtf8 = decodeUtf8) {
    this.#take = take;
    this.#source = format.kind === 'table-json' ? this.#objects() : this.#lines(format, decode);
  }

  /** Reads the next bytes. They are not kept. */
  push(bytes: Uint8Array): void {
    this.#source.push(bytes);
  }

  /** Reads the end of the file. @returns its number of lines */
  finish(): number {
    return this.#source.finish();
  }

  #objects(): JsonObjects {
    return new JsonObjects({
      object: (object, text, lines) => {
        if (text.includes('\uFFFD')) this.#take.brokenText(text, lines);
        const { row, unread } = rowOfObject(object);
        this.#take.row(row, lines, unread);
      },
      fault: (text, lines, reason) => this.#take.fault('unreadable-record', text, lines, reason),
    });
  }

  #lines({ separator, line: headerLine }: TableStart, decode: DecodeUtf8): RowSource {
    let count = 0;
    let header: TableHeader | undefined;
    const facets = new Set<string>();
    const rows = new SeparatedRows(separator, {
      row: (cells, lines) => {
        if (header === undefined) {
          header = tableHeader(cells);
          this.#take.header?.(header, lines.first);
        } else if (isTableHeader(cells)) {
          this.#take.fault(
            'unreadable-record',
            cells.join(separator),
            lines,
            'is the header again; left out',
          );
        } else {
          const row = rowOfCells(cells, header);
          if (row.facet !== '') facets.add(facetKey(row.facet));
          this.#take.row(row, lines);
        }
      },
      spacedQuote: (...told) => this.#take.spacedQuote?.(...told),
      isRow: (line, together) => header !== undefined && isTagRow(line, together, header, facets),
      fault: (text, lines, reason) =>
        this.#take.fault('unreadable-record', text, lines, `${reason}; left out`),
      blank: (lines) => this.#take.fault('blank-line', '', lines, 'nothing to read'),
    });
    const line = (received: string) => {
      const lines = { first: count, last: count };
      // what is not seen would make another name of one
      const text = received.replaceAll('\0', '\uFFFD');
      if (count < headerLine) {
        if (!isRemark(text)) this.#take.fault('unreadable-record', text, lines, BEFORE_HEADER);
        return;
      }
      if (text.includes('\uFFFD')) this.#take.brokenText(text, lines);
      rows.push(text, count);
    };
    const bytes = new Utf8Lines(
      {
        line: (bytes, from, end) => {
          count++;
          line(decode(bytes, from, end));
        },
        longLine: (text, length) => {
          count++;
          if (length <= LINE_LIMIT) {
            line(text);
            return;
          }
          const reason = `line of ${length} characters; at most ${LINE_LIMIT} are read; left out`;
          this.#take.fault('line-too-long', text, { first: count, last: count }, reason);
        },
      },
      decode,
    );
    return {
      push: (piece) => bytes.push(piece),
      finish: () => {
        bytes.finish();
        rows.finish();
        return count;
      },
    };
  }
}

/**
 * Whether a line is a row by itself: it names a record, a path, and a facet that the table has. Of that a line tells
 * nothing which names them before the quote that makes it one with others.
 * @param together the row that they come to
 * @param facets that the rows before name
 */
function isTagRow(
  { cells, open }: LineCells,
  together: readonly string[],
  header: TableHeader,
  facets: ReadonlySet<string>,
): boolean {
  if (header.at.get('facet')! <= open) return false;
  const { id, facet, path, score } = rowOfCells(cells, header);
  if (id === '' || facet === '' || path.length === 0) return false;
  if (score !== '' && scoreIn(score) === undefined) return false;
  const key = facetKey(facet);
  return facets.has(key) || key === facetKey(rowOfCells(together, header).facet);
}
