/**
 * Cuts JSON, which comes in pieces of UTF-8, into the records that it holds, and holds no more than the one that is open.
 * Records are the objects of a list, of the list `results` of an answer, or all objects that stand one after the other
 * (JSON lines, or a record alone). What a record holds is not looked at.
 */

/** A stretch of a file, in lines from 1, both included. */
export interface LineSpan {
  readonly first: number;
  readonly last: number;
}

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

/** What is read at the moment: one record alone or an answer, which the first keys tell; a list; what follows it. */
type Container = 'none' | 'object' | 'list' | 'answer' | 'rest of answer';

export class JsonRecords {
  readonly #take: RecordTaker;
  readonly #limit: number;
  #container: Container = 'none';
  /** Brackets that are open. */
  #depth = 0;
  /** The element that is open: how deep it lies, whether it is an object, its first line, its bytes before this piece. */
  #element: { readonly depth: number; readonly isObject: boolean; readonly first: number } | undefined;
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

  /** @param limit of a record, in bytes */
  constructor(take: RecordTaker, limit = RECORD_BYTES) {
    this.#take = take;
    this.#limit = limit;
  }

  /** Reads the next bytes. They are not kept. */
  push(bytes: Uint8Array): void {
    let from = 0;
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at]!;
      if (byte === LF || byte === CR) {
        if (this.#endsStray()) this.#endElement(bytes.subarray(from, at));
        this.#endLine(byte);
        // no text of JSON goes on there: what was begun is damaged, and what follows may be whole
        this.#isInText = false;
        continue;
      }
      [this.#isBegun, this.#endedWithCr] = [true, false];
      if (this.#isInText) {
        this.#readInText(byte);
        continue;
      }
      if (byte === BLANK || byte === TAB) continue;
      if (this.#endsBefore(byte)) this.#endElement(bytes.subarray(from, at));
      if (this.#element === undefined && this.#beginsElement(byte)) {
        from = at;
        this.#element = { depth: this.#depth, isObject: byte === OPEN_OBJECT, first: this.#line };
        if (this.#container === 'none') this.#container = 'object';
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
  }

  #readInText(byte: number): void {
    if (this.#isEscaped) this.#isEscaped = false;
    else if (byte === BACKSLASH) this.#isEscaped = true;
    else if (byte === QUOTE) this.#isInText = false;
    else if (this.#mayBeAnswer() && this.#text.length <= RESULTS.length) this.#text.push(byte);
  }

  /** Whether keys of the outermost object are read. */
  #mayBeAnswer(): boolean {
    return this.#container === 'object' && this.#depth === 1;
  }

  /** Whether an element begins with this byte. */
  #beginsElement(byte: number): boolean {
    if (this.#container === 'none') return byte !== OPEN_LIST;
    const inside = this.#container === 'list' ? 1 : this.#container === 'answer' ? 2 : -1;
    return this.#depth === inside && byte !== COMMA && byte !== CLOSE_LIST;
  }

  /** Whether what stands outside of all brackets and is no object ends with its line. */
  #endsStray(): boolean {
    return this.#element?.isObject === false && this.#element.depth === 0;
  }

  /** Whether what is no object ends before this byte. */
  #endsBefore(byte: number): boolean {
    const element = this.#element;
    if (element === undefined || element.isObject || this.#depth !== element.depth) return false;
    return element.depth === 0 ? byte === OPEN_OBJECT : byte === COMMA || byte === CLOSE_LIST;
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
    } else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) this.#close();
    else this.#key = '';
  }

  #openList(): void {
    if (this.#container === 'none') this.#container = 'list';
    else if (this.#mayBeAnswer() && this.#key === RESULTS) {
      this.#container = 'answer';
      this.#drop();
    }
  }

  #close(): void {
    this.#depth = Math.max(0, this.#depth - 1);
    if (this.#element !== undefined) return;
    if (this.#container === 'answer' && this.#depth === 1) this.#container = 'rest of answer';
    if (this.#depth === 0) this.#container = 'none';
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
  #endElement(bytes: Uint8Array): void {
    const { isObject, first } = this.#element!;
    this.#hold(bytes);
    const lines = { first, last: this.#line };
    if (!isObject) this.#take.stray(this.#beginning(), lines, 'is no object, and so no record; left out');
    else if (this.#heldLength > this.#limit) {
      const reason = `has ${this.#heldLength} bytes; at most ${this.#limit} are read; left out`;
      this.#take.stray(this.#beginning(), lines, reason);
    } else this.#take.record(joined(this.#held, this.#heldLength), lines);
    this.#drop();
    if (this.#depth === 0) this.#container = 'none';
  }

  #beginning(): string {
    return decoder.decode(joined(this.#held, TOLD_BYTES));
  }
}

/** Pieces end to end, as far as `length`. */
function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  if (pieces.length === 1 && pieces[0]!.length <= length) return pieces[0]!;
  const whole = new Uint8Array(
    Math.min(
      length,
      pieces.reduce((sum, piece) => sum + piece.length, 0),
    ),
  );
  let at = 0;
  for (const piece of pieces) {
    if (at === whole.length) break;
    const part = piece.subarray(0, whole.length - at);
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
