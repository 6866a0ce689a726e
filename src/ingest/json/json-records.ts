/**
 * Cuts JSON, which comes in pieces of UTF-8, into the records that it holds, and holds no more than the one that is open.
 * Records are the objects of a list, of the list `results` of an answer, or all objects that stand one after the other
 * (JSON lines, or a record alone); answers may stand so too. What a record holds is not looked at.
 */
import { joinedBytes } from '../lines/joined-bytes.ts';
import type { LineSpan } from '../lines/line-span.ts';

/** Takes what is found, in the order of the file. */
export interface RecordTaker {
  /** An object, as its bytes. */
  readonly record: (json: Uint8Array, lines: LineSpan) => void;
  /** What is no object where one should be, or is none that can be read; its beginning. */
  readonly stray: (text: string, lines: LineSpan, reason: string) => void;
}

const [LF, CR, TAB, BLANK] = [0x0a, 0x0d, 0x09, 0x20];
const [QUOTE, BACKSLASH, COMMA, COLON] = [0x22, 0x5c, 0x2c, 0x3a];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

/** The list of an answer that holds its records. */
const RESULTS = 'results';
/** Longer records are passed over: one of them may not take all memory. */
const RECORD_BYTES = 1 << 26;
/** So much of what is no record is told. */
const TOLD_BYTES = 1 << 10;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** What is open: how deep it lies, whether it is an object, and where it begins. */
interface Element {
  readonly depth: number;
  readonly isObject: boolean;
  /** Its first line. */
  readonly first: number;
  /** How far that line is indented, 0 where something else stands before it. */
  readonly indent: number;
}

export class JsonRecords {
  readonly #take: RecordTaker;
  readonly #limit: number;
  /** Brackets that are open. */
  #depth = 0;
  /** How deep the elements of each open list of records lie; 0 for what stands by itself. */
  readonly #levels = [0];
  #element: Element | undefined;
  /** Bytes of the open element before this piece. */
  #held: Uint8Array[] = [];
  #heldLength = 0;
  #isInText = false;
  #isEscaped = false;
  /** The last text of an object that may be an answer, then the key that stands before a colon. */
  #text: number[] = [];
  #key = '';
  /** The line that is read, from 1, and whether it has a byte yet. */
  #line = 1;
  #isBegun = false;
  #endedWithCr = false;
  /** Blanks with which the line begins, -1 behind the first sign. */
  #indent = 0;
  /** Whether a record was whole, and whether lines within records are not indented further than their first. */
  #hasRecord = false;
  #isFlat = false;

  /** @param limit of a record, in bytes */
  constructor(take: RecordTaker, limit = RECORD_BYTES) {
    this.#take = take;
    this.#limit = limit;
  }

  /** Reads the next bytes. They are not kept. */
  push(bytes: Uint8Array): void {
    let from = 0;
    for (let at = 0; at < bytes.length; at++) {
      if (this.#isInText) at = this.#readText(bytes, at);
      if (at === bytes.length) break;
      const byte = bytes[at]!;
      if (byte === LF || byte === CR) {
        if (this.#endsStray()) this.#endElement(bytes.subarray(from, at));
        this.#endLine(byte);
        continue;
      }
      this.#isBegun = true;
      this.#endedWithCr = false;
      if (byte === BLANK || byte === TAB) {
        if (this.#indent >= 0) this.#indent++;
        continue;
      }
      const indent = this.#indent;
      this.#indent = -1;
      if (indent >= 0 && this.#isTorn(byte, indent, bytes.subarray(from, at))) {
        this.#depth = this.#element!.depth;
        this.#endElement(bytes.subarray(from, at), this.#line - 1);
      }
      if (this.#endsBefore(byte)) this.#endElement(bytes.subarray(from, at));
      if (this.#element === undefined && this.#beginsElement(byte)) {
        from = at;
        const isObject = byte === OPEN_OBJECT;
        this.#element = { depth: this.#depth, isObject, first: this.#line, indent: Math.max(0, indent) };
      }
      this.#readSign(byte);
      if (this.#endsWith(byte)) this.#endElement(bytes.subarray(from, at + 1));
      if (this.#element === undefined) from = at + 1;
    }
    // a copy: slice of a Buffer, which the dataset script reads with, would be the same memory
    if (this.#element !== undefined) this.#hold(new Uint8Array(bytes.subarray(from)));
  }

  /** Reads the end of the file. @returns its number of lines */
  finish(): number {
    const element = this.#element;
    if (element !== undefined) {
      const reason = 'the file ends within this record: it was cut off; get it again';
      this.#take.stray(this.#beginning(), { first: element.first, last: this.#lastLine }, reason);
    }
    return this.#lastLine;
  }

  get #lastLine(): number {
    return this.#isBegun ? this.#line : this.#line - 1;
  }

  #endLine(byte: number): void {
    // LF after CR ends no further line
    if (byte === CR || !this.#endedWithCr) {
      this.#line++;
      this.#isBegun = false;
    }
    this.#endedWithCr = byte === CR;
    this.#indent = 0;
    // no text of JSON goes on there: what was begun is damaged, and what follows may be whole
    this.#isInText = false;
    this.#isEscaped = false;
  }

  /** @returns where the text goes no further: behind its end, at a line end, or at the end of the bytes */
  #readText(bytes: Uint8Array, from: number): number {
    const mayBeKey = this.#mayBeAnswer();
    for (let at = from; at < bytes.length; at++) {
      const byte = bytes[at]!;
      if (byte === LF || byte === CR) return at;
      if (this.#isEscaped) this.#isEscaped = false;
      else if (byte === BACKSLASH) this.#isEscaped = true;
      else if (byte === QUOTE) {
        this.#isInText = false;
        return at + 1;
      } else if (mayBeKey && this.#text.length <= RESULTS.length) this.#text.push(byte);
    }
    return bytes.length;
  }

  /** Whether keys of an object are read that may be an answer: of any that is no part of a record. */
  #mayBeAnswer(): boolean {
    return this.#element?.isObject === true && this.#depth === this.#element.depth + 1;
  }

  /**
   * Whether a line begins another record although one is open, which then is damaged: a bracket or a quote of it is
   * missing. So it is where no object may stand, or where each record so far began its line as this one does, and none
   * had lines within that are not indented further.
   */
  #isTorn(byte: number, indent: number, before: Uint8Array): boolean {
    const element = this.#element;
    if (element?.isObject !== true || element.first === this.#line || indent > element.indent) return false;
    if (byte === CLOSE_OBJECT || byte === CLOSE_LIST || byte === COMMA) return false;
    if (byte === OPEN_OBJECT) {
      if (!mayStandBeforeObject(this.#lastSign(before))) return true;
      if (this.#hasRecord && !this.#isFlat) return true;
    }
    this.#isFlat = true;
    return false;
  }

  /** The last one of the open element, in its last piece or in those before. */
  #lastSign(piece: Uint8Array): number | undefined {
    const isSign = (byte: number) => byte !== BLANK && byte !== TAB && byte !== LF && byte !== CR;
    return piece.findLast(isSign) ?? this.#held.findLast((held) => held.some(isSign))?.findLast(isSign);
  }

  get #level(): number {
    return this.#levels[this.#levels.length - 1]!;
  }

  /** Whether an element begins with this byte. */
  #beginsElement(byte: number): boolean {
    if (this.#depth !== this.#level || byte === COMMA) return false;
    return this.#level === 0 ? byte !== OPEN_LIST : byte !== CLOSE_LIST && byte !== CLOSE_OBJECT;
  }

  /** Whether what stands outside of all brackets and is no object ends with its line. */
  #endsStray(): boolean {
    return this.#element?.isObject === false && this.#element.depth === 0;
  }

  /** Whether what is no object ends before this byte. */
  #endsBefore(byte: number): boolean {
    const element = this.#element;
    if (element === undefined || element.isObject || this.#depth !== element.depth) return false;
    if (element.depth === 0) return byte === OPEN_OBJECT;
    return byte === COMMA || byte === CLOSE_LIST || byte === CLOSE_OBJECT;
  }

  /** Whether an object ends with this byte. */
  #endsWith(byte: number): boolean {
    const element = this.#element;
    if (element?.isObject !== true || this.#depth !== element.depth) return false;
    return byte === CLOSE_OBJECT || byte === CLOSE_LIST;
  }

  #readSign(byte: number): void {
    if (byte === QUOTE) {
      this.#isInText = true;
      this.#text = [];
    } else if (byte === COLON) {
      if (this.#mayBeAnswer()) this.#key = String.fromCharCode(...this.#text);
    } else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
      if (byte === OPEN_LIST) this.#openList();
      this.#depth++;
      this.#key = '';
    } else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) this.#close(byte);
    else this.#key = '';
  }

  #openList(): void {
    const isAnswer = this.#mayBeAnswer() && this.#key === RESULTS;
    if (isAnswer) this.#drop();
    const isList = this.#element === undefined && this.#depth === 0;
    if (isAnswer || isList) this.#levels.push(this.#depth + 1);
  }

  #close(byte: number): void {
    // a brace too many within a list of records closes nothing
    if (byte === CLOSE_OBJECT && this.#element === undefined && this.#depth === this.#level) return;
    this.#depth = Math.max(0, this.#depth - 1);
    if (this.#element === undefined && this.#depth < this.#level) this.#levels.pop();
  }

  #hold(bytes: Uint8Array): void {
    if (this.#heldLength <= this.#limit) this.#held.push(bytes);
    this.#heldLength += bytes.length;
  }

  #drop(): void {
    this.#element = undefined;
    this.#held = [];
    this.#heldLength = 0;
  }

  /** @param bytes its last ones */
  #endElement(bytes: Uint8Array, last = this.#line): void {
    const { isObject, first } = this.#element!;
    this.#hold(bytes);
    const lines = { first, last };
    if (!isObject) this.#take.stray(this.#beginning(), lines, 'is no object, and so no record; left out');
    else if (this.#heldLength > this.#limit) {
      const reason = `has ${this.#heldLength} bytes; at most ${this.#limit} are read; left out`;
      this.#take.stray(this.#beginning(), lines, reason);
    } else {
      this.#hasRecord = true;
      this.#take.record(joinedBytes(this.#held, this.#heldLength), lines);
    }
    this.#drop();
  }

  #beginning(): string {
    return decoder.decode(joinedBytes(this.#held, TOLD_BYTES));
  }
}

/** Whether JSON may have an object behind this sign. */
const mayStandBeforeObject = (sign: number | undefined) =>
  sign === COMMA || sign === COLON || sign === OPEN_LIST;
