/** Texts kept as the bytes that JSON writes for them, so that a hundred thousand abstracts are copied, not encoded. */
import { Uint32Column } from './columns.ts';

/** What stands between two texts of a list three levels deep in the dataset's file. */
export const TEXT_SEPARATOR = ',\n   ';

/** Memory is taken in chunks, each twice the one before, up to so many bytes. */
const CHUNK = 1 << 22;
const FIRST_CHUNK = 1 << 10;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const SEPARATOR = encoder.encode(TEXT_SEPARATOR);
const NULL = encoder.encode('null');
/** A line end as JSON writes it inside a text. */
const LINE_END = encoder.encode('\\n');
/** Two threads share texts; a page has no second one that reads, and mostly may not share. */
const Memory = typeof SharedArrayBuffer === 'undefined' ? ArrayBuffer : SharedArrayBuffer;
/** Half of a character beyond 16 bits, alone. */
const HALF = /\p{Surrogate}/gu;
/** Two quotation marks and a separator. */
const AROUND = 2 + SEPARATOR.length;

/**
 * How texts stand in memory, so that they are written as they stand there: each in quotation marks, with
 * {@link TEXT_SEPARATOR} between, or as the lines of one text, which have no null.
 */
export type TextLayout = 'list' | 'lines';

/** What is known of a store's texts before they come. */
export interface TextStoreOptions {
  readonly layout?: TextLayout;
  /** How much memory is taken at a time, unless a text needs more. */
  readonly largestChunk?: number;
  /** How many texts will come, where that is known. */
  readonly capacity?: number;
}

/** What a {@link TextStore} holds. */
export interface TextStoreData {
  readonly layout: TextLayout;
  readonly chunks: readonly Uint8Array[];
  readonly chunk: Uint32Array;
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  readonly mayHaveLineEnds: boolean;
}

/** Well-formed UTF-8 from `from` (included) to `end` (excluded). */
export interface TextBytes {
  readonly bytes: Uint8Array;
  readonly from: number;
  readonly end: number;
}

/** Texts by index, in the order in which they were added. */
export class TextStore {
  readonly layout: TextLayout;
  /** How many quotation marks stand before and after a text, and what then stands behind it. */
  readonly #quotes: number;
  readonly #separator: Uint8Array;
  readonly #chunks: Uint8Array[] = [];
  #room: Uint8Array = new Uint8Array(0);
  #used = 0;
  readonly #chunk: Uint32Column;
  readonly #start: Uint32Column;
  readonly #end: Uint32Column;
  #mayHaveLineEnds = false;
  #nextChunk: number;
  readonly #largestChunk: number;

  constructor({ layout = 'list', largestChunk = CHUNK, capacity }: TextStoreOptions = {}) {
    this.layout = layout;
    this.#quotes = layout === 'list' ? 1 : 0;
    this.#separator = layout === 'list' ? SEPARATOR : LINE_END;
    this.#chunk = new Uint32Column(capacity);
    this.#start = new Uint32Column(capacity);
    this.#end = new Uint32Column(capacity);
    this.#largestChunk = largestChunk;
    this.#nextChunk = Math.min(FIRST_CHUNK, largestChunk);
  }

  get length(): number {
    return this.#start.length;
  }

  /** Whether a text with a line end inside may be there. */
  get mayHaveLineEnds(): boolean {
    return this.#mayHaveLineEnds;
  }

  /** Adds well-formed UTF-8 in which JSON escapes nothing. */
  addPlain(bytes: Uint8Array, from: number, end: number): void {
    const room = this.#begin(end - from);
    let at = this.#used;
    if (this.#quotes === 1) room[at++] = QUOTE;
    if (end - from < SHORT) for (let i = from; i < end; i++) room[at++] = bytes[i]!;
    else {
      room.set(bytes.subarray(from, end), at);
      at += end - from;
    }
    this.#finish(at);
  }

  /** Adds well-formed UTF-8 without control characters; quotation marks and backslashes are escaped. */
  addEscaped(bytes: Uint8Array, from: number, end: number): void {
    const room = this.#begin(2 * (end - from));
    let at = this.#used;
    if (this.#quotes === 1) room[at++] = QUOTE;
    for (let i = from; i < end; i++) {
      const byte = bytes[i]!;
      if (byte === QUOTE || byte === BACKSLASH) room[at++] = BACKSLASH;
      room[at++] = byte;
    }
    this.#finish(at);
  }

  /**
   * Adds any text, or null; halves of characters stand as U+FFFD.
   * @throws {TypeError} for null among lines
   */
  addText(text: string | null): void {
    if (text === null) {
      this.#addNull();
      return;
    }
    if (text.includes('\n')) this.#mayHaveLineEnds = true;
    const json = encoder.encode(JSON.stringify(text.replace(HALF, '\ufffd')));
    const room = this.#begin(json.length);
    // the quotation mark behind is written at the end
    room.set(json.subarray(1 - this.#quotes, -1), this.#used);
    this.#finish(this.#used + json.length - 2 + this.#quotes);
  }

  #addNull(): void {
    if (this.layout === 'lines') throw new TypeError('no line stands for null');
    this.#begin(NULL.length).set(NULL, this.#used);
    this.#end.push(this.#used + NULL.length);
    this.#separate();
  }

  /** All that it holds. Nothing may be added afterwards. */
  data(): TextStoreData {
    return {
      layout: this.layout,
      chunks: this.#chunks,
      chunk: this.#chunk.filled(),
      start: this.#start.filled(),
      end: this.#end.filled(),
      mayHaveLineEnds: this.#mayHaveLineEnds,
    };
  }

  /** Adds all texts of another store of the same layout, whose memory it takes over. */
  append({ chunks, chunk, start, end, mayHaveLineEnds }: TextStoreData): void {
    this.#mayHaveLineEnds ||= mayHaveLineEnds;
    const before = this.#chunks.length;
    this.#chunks.push(...chunks);
    this.#chunk.append(chunk.map((each) => each + before));
    this.#start.append(start);
    this.#end.append(end);
    // what comes next begins a chunk
    this.#room = new Uint8Array(0);
    this.#used = 0;
  }

  /** A text, or null where null was added. */
  valueOf(index: number): string | null {
    const json = decoder.decode(this.#json(index));
    return JSON.parse(this.#quotes === 1 ? json : `"${json}"`) as string | null;
  }

  /** A text; null was never added. */
  textOf(index: number): string {
    return this.valueOf(index)!;
  }

  /** Whether null was added. */
  isNull(index: number): boolean {
    return (
      this.layout === 'list' &&
      this.#chunks[this.#chunk.values[index]!]![this.#start.values[index]!] !== QUOTE
    );
  }

  /** Where the bytes of a text begin and end in which JSON escapes nothing; undefined for all others. */
  bytesOf(index: number): TextBytes | undefined {
    if (this.isNull(index)) return undefined;
    const bytes = this.#chunks[this.#chunk.values[index]!]!;
    const from = this.#start.values[index]! + this.#quotes;
    const end = this.#end.values[index]! - this.#quotes;
    for (let i = from; i < end; i++) if (bytes[i] === BACKSLASH) return undefined;
    return { bytes, from, end };
  }

  /** Whether it is the text without characters. */
  isEmpty(index: number): boolean {
    return this.#end.values[index]! - this.#start.values[index]! === 2 * this.#quotes;
  }

  /** The texts of these indexes as the layout has them: between those of a list, and behind each line, stands what is written there. */
  *jsonOf(order: Uint32Array): Generator<Uint8Array> {
    for (let i = 0; i < order.length;) {
      const first = order[i]!;
      let last = first;
      // what stands together comes together
      for (i++; i < order.length && this.#follows(order[i]!, last); i++) last = order[i]!;
      const tail = i < order.length || this.layout === 'lines' ? this.#separator.length : 0;
      const chunk = this.#chunks[this.#chunk.values[first]!]!;
      yield chunk.subarray(this.#start.values[first], this.#end.values[last]! + tail);
    }
  }

  #follows(next: number, last: number): boolean {
    return next === last + 1 && this.#chunk.values[next] === this.#chunk.values[last];
  }

  #json(index: number): Uint8Array {
    const chunk = this.#chunks[this.#chunk.values[index]!]!;
    return chunk.subarray(this.#start.values[index], this.#end.values[index]);
  }

  /** Room for a text of so many bytes and what stands around it. */
  #begin(bytes: number): Uint8Array {
    if (this.#used + bytes + AROUND > this.#room.length) {
      // Memory of its own kind: for each 64 MB of the other kind, the engine looks through all objects for those that
      // nobody needs. What is read in one thread can be used in another as it stands.
      this.#room = new Uint8Array(new Memory(Math.max(this.#nextChunk, bytes + AROUND)));
      this.#nextChunk = Math.min(2 * this.#nextChunk, this.#largestChunk);
      this.#chunks.push(this.#room);
      this.#used = 0;
    }
    this.#chunk.push(this.#chunks.length - 1);
    this.#start.push(this.#used);
    return this.#room;
  }

  #finish(end: number): void {
    if (this.#quotes === 1) this.#room[end] = QUOTE;
    this.#used = end + this.#quotes;
    this.#end.push(this.#used);
    this.#separate();
  }

  #separate(): void {
    const end = this.#end.values[this.#end.length - 1]!;
    for (let i = 0; i < this.#separator.length; i++) this.#room[end + i] = this.#separator[i]!;
    this.#used = end + this.#separator.length;
  }
}

/** Shorter texts are copied faster byte by byte than by a call. */
const SHORT = 100;

/** What a {@link TextColumn} holds. */
export interface TextColumnData {
  readonly store: TextStoreData;
  readonly order: Uint32Array;
}

/** Texts of a store in an order: a column of the dataset. */
export class TextColumn {
  readonly store: TextStore;
  readonly order: Uint32Array;

  constructor(store: TextStore, order: Uint32Array = rising(store.length)) {
    this.store = store;
    this.order = order;
  }

  /** The column that holds this. */
  static of({ store, order }: TextColumnData): TextColumn {
    const texts = new TextStore({ layout: store.layout, capacity: store.start.length });
    texts.append(store);
    return new TextColumn(texts, order);
  }

  get length(): number {
    return this.order.length;
  }

  /** All that it holds. Nothing may be added to its store afterwards. */
  data(): TextColumnData {
    return { store: this.store.data(), order: this.order };
  }

  /** A text, or null where null was added. */
  valueOf(index: number): string | null {
    return this.store.valueOf(this.order[index]!);
  }

  /** Whether null was added. */
  isNull(index: number): boolean {
    return this.store.isNull(this.order[index]!);
  }

  /** Where the bytes of a text stand; undefined where JSON escapes something in it, and for null. */
  bytesOf(index: number): TextBytes | undefined {
    return this.store.bytesOf(this.order[index]!);
  }

  /** As a list of texts; null was never added. */
  texts(): string[] {
    return Array.from(this.order, (index) => this.store.textOf(index));
  }

  /** As a list of texts and nulls. */
  values(): (string | null)[] {
    return Array.from(this.order, (index) => this.store.valueOf(index));
  }

  /** Whether a text has a line end inside. */
  hasLineEnd(): boolean {
    return this.store.mayHaveLineEnds && this.values().some((text) => text?.includes('\n') === true);
  }

  /** The JSON of a list's entries, or of lines, as `store.layout` says. */
  json(): Iterable<Uint8Array> {
    return this.store.jsonOf(this.order);
  }
}

/** A column of lines to be written as one text. */
export class JsonLines {
  readonly column: TextColumn;

  constructor(column: TextColumn) {
    this.column = column;
  }

  /** What stands between the quotation marks. */
  json(): Iterable<Uint8Array> {
    return this.column.json();
  }
}

/** 0, 1, 2, … */
export function rising(length: number): Uint32Array {
  const numbers = new Uint32Array(length);
  for (let i = 0; i < length; i++) numbers[i] = i;
  return numbers;
}
