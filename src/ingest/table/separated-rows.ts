/** Puts the lines of separated values together to rows: a quoted cell may hold line ends. */
import {
  cellsOfLine,
  csvCells,
  staysOpen,
  type LineCells,
  type Separator,
} from '../../model/table/csv-cells.ts';
import type { LineSpan } from '../lines/line-span.ts';

/** Takes what is found, in the order of the file. */
export interface CellsTaker {
  readonly row: (cells: readonly string[], lines: LineSpan) => void;
  /** A row that cannot be read, its text and why. */
  readonly fault: (text: string, lines: LineSpan, reason: string) => void;
  /** A row without anything in it. */
  readonly blank: (lines: LineSpan) => void;
  /** A row that was taken although blanks stand before a quote of it, and how it is read. */
  readonly spacedQuote?: (text: string, lines: LineSpan, reading: SpacedReading) => void;
  /** Whether a line is surely a row by itself, though a quote makes it one with others, which come to cells too. */
  readonly isRow?: (line: LineCells, together: readonly string[]) => boolean;
}

/** Whether what stands behind blanks and a quote is a quoted cell, or is kept with the quote. */
export type SpacedReading = 'quoted' | 'kept';

interface HeldLine {
  readonly text: string;
  /** From 1. */
  readonly number: number;
}

/** A row of more lines is one whose quote nobody closed. */
const ROW_LINES = 500;
/** In UTF-16 units. */
const ROW_LENGTH = 1_000_000;

/**
 * The first row is the header. A row whose quote is not closed, or closes so much further on that the row has not the
 * header's number of cells, or holds rows in its cells, costs its first line alone: the lines behind it are read anew.
 * Where blanks stand behind the separators of the header, those before a quote are no part of a cell.
 */
export class SeparatedRows {
  readonly #separator: Separator;
  readonly #take: CellsTaker;
  /** Of the row whose quote is open. */
  #held: HeldLine[] = [];
  #heldLength = 0;
  /** How many cells the header has, and how many with those at its end that are blank. */
  #width: number | undefined;
  #fullWidth = 0;
  /** Whether blanks before a quote are no part of a cell: in the header, and where that has some. */
  #isSpaced = true;

  constructor(separator: Separator, take: CellsTaker) {
    this.#separator = separator;
    this.#take = take;
  }

  /** Reads the next line. */
  push(text: string, number: number): void {
    const isOpen = this.#held.length > 0;
    this.#held.push({ text, number });
    this.#heldLength += text.length;
    if (!staysOpen(text, this.#separator, isOpen, this.#isSpaced)) this.#endRow();
    else if (this.#held.length >= ROW_LINES || this.#heldLength > ROW_LENGTH) this.#giveUpFirst(NOT_CLOSED);
  }

  /** Reads the end of the file. */
  finish(): void {
    while (this.#held.length > 0) this.#giveUpFirst(NOT_CLOSED);
  }

  #endRow(): void {
    const held = this.#held;
    const text = held.length === 1 ? held[0]!.text : held.map((line) => line.text).join('\n');
    if (isBlank(text, this.#separator)) {
      this.#drop();
      this.#take.blank(spanOf(held));
      return;
    }
    const { cells, reading } = this.#read(text);
    const fault = typeof cells === 'string' ? cells : this.#widthFault(cells);
    if (fault !== undefined || typeof cells === 'string' || this.#holdsRows(cells)) {
      this.#giveUpFirst(held.length > 1 ? NOT_CLOSED : (fault ?? NOT_CLOSED));
      return;
    }
    if (this.#width === undefined) {
      this.#width = cells.findLastIndex((cell) => cell.trim() !== '') + 1;
      this.#fullWidth = cells.length;
      this.#isSpaced = isSpaced(csvCells(text, this.#separator));
    }
    this.#drop();
    if (reading !== undefined) this.#take.spacedQuote?.(text, spanOf(held), reading);
    this.#take.row(cells, spanOf(held));
  }

  /** The cells of a row, and how a quote behind blanks was read where the header does not tell. */
  #read(text: string): { cells: readonly string[] | string; reading?: SpacedReading } {
    const cells = csvCells(text, this.#separator, this.#isSpaced);
    if (this.#isSpaced || typeof cells === 'string' || !cells.some((cell) => SPACED_QUOTE.test(cell))) {
      return { cells };
    }
    const unspaced = csvCells(text, this.#separator, true);
    if (typeof unspaced === 'string' || this.#widthFault(unspaced) !== undefined)
      return { cells, reading: 'kept' };
    return { cells: unspaced, reading: 'quoted' };
  }

  /** Whether a line of the open row is a row by itself; the last one may only look so. */
  #holdsRows(cells: readonly string[]): boolean {
    const { isRow } = this.#take;
    if (this.#held.length === 1 || isRow === undefined) return false;
    return this.#held.slice(0, -1).some(({ text }) => {
      const alone = cellsOfLine(text, this.#separator);
      return alone !== undefined && this.#widthFault(alone.cells) === undefined && isRow(alone, cells);
    });
  }

  /** Blank cells at the end are none: some programs leave them out, and some add them. */
  #widthFault(cells: readonly string[]): string | undefined {
    if (this.#width === undefined) return undefined;
    const isBlank = cells.slice(this.#fullWidth).every((cell) => cell.trim() === '');
    if (cells.length >= this.#width && isBlank) return undefined;
    return `has ${cells.length} ${cells.length === 1 ? 'cell' : 'cells'}, and the header has ${this.#width}`;
  }

  #giveUpFirst(reason: string): void {
    const [first, ...rest] = this.#held;
    this.#drop();
    this.#take.fault(first!.text, { first: first!.number, last: first!.number }, reason);
    for (const { text, number } of rest) this.push(text, number);
  }

  #drop(): void {
    this.#held = [];
    this.#heldLength = 0;
  }
}

const spanOf = (held: readonly HeldLine[]): LineSpan => ({
  first: held[0]!.number,
  last: held.at(-1)!.number,
});

/** Spreadsheets write rows of which nothing was filled in. */
const isBlank = (row: string, separator: Separator) => row.replaceAll(separator, '').trim() === '';

/** Whether each cell but the first begins with a blank. */
const isSpaced = (cells: readonly string[] | string) =>
  typeof cells !== 'string' && cells.length > 1 && cells.slice(1).every((cell) => cell.startsWith(' '));

const SPACED_QUOTE = /^ +"/;

const NOT_CLOSED = `has a quote that is not closed within ${ROW_LINES} lines, or closed in a row further on`;
