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
/** A line end as JSON writes it inside a text. */
const LINE_END = encoder.encode('\\n');
/** Bytes of one part of many lines. */
const PART_BYTES = 1 << 16;
/** Half of a character beyond 16 bits, alone. */
const HALF = /\p{Surrogate}/gu;
/** Two quotation marks and a separator. */
const AROUND = 2 + SEPARATOR.length;

/** What a {@link TextStore} holds. */
export interface TextStoreData {
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
  readonly #chunks: Uint8Array[] = [];
  #room: Uint8Array = new Uint8Array(0);
  #used = 0;
  readonly #chunk: Uint32Column;
  readonly #start: Uint32Column;
  readonly #end: Uint32Column;
  #mayHaveLineEnds = false;
  #nextChunk: number;
  readonly #largestChunk: number;

  /**
   * @param largestChunk how much memory is taken at a time, unless a text needs more
   * @param capacity how many texts will come, where that is known
   */
  constructor(largestChunk = CHUNK, capacity?: number) {
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
    room[at++] = QUOTE;
    if (end - from < SHORT) for (let i = from; i < end; i++) room[at++] = bytes[i]!;
    else {
      room.set(bytes.subarray(from, end), at);
      at += end - from;
    }
    room[at++] = QUOTE;
    this.#finish(at);
  }

  /** Adds well-formed UTF-8 without control characters; quotation marks and backslashes are escaped. */
  addEscaped(bytes: Uint8Array, from: number, end: number): void {
    const room = this.#begin(2 * (end - from));
    let at = this.#used;
    room[at++] = QUOTE;
    for (let i = from; i < end; i++) {
      const byte = bytes[i]!;
      if (byte === QUOTE || byte === BACKSLASH) room[at++] = BACKSLASH;
      room[at++] = byte;
    }
    room[at++] = QUOTE;
    this.#finish(at);
  }

  /** Adds any text, or null; halves of characters stand as U+FFFD. */
  addText(text: string | null): void {
    if (text?.includes('\n')) this.#mayHaveLineEnds = true;
    const json = encoder.encode(JSON.stringify(text?.replace(HALF, '\ufffd') ?? null));
    const room = this.#begin(json.length);
    room.set(json, this.#used);
    this.#finish(this.#used + json.length);
  }

  /** All that it holds. Nothing may be added afterwards. */
  data(): TextStoreData {
    return {
      chunks: this.#chunks,
      chunk: this.#chunk.filled(),
      start: this.#start.filled(),
      end: this.#end.filled(),
      mayHaveLineEnds: this.#mayHaveLineEnds,
    };
  }

  /** Adds all texts of another store, whose memory it takes over. */
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
    return JSON.parse(decoder.decode(this.#json(index))) as string | null;
  }

  /** A text; null was never added. */
  textOf(index: number): string {
    return this.valueOf(index)!;
  }

  /** Whether null was added. */
  isNull(index: number): boolean {
    return this.#chunks[this.#chunk.values[index]!]![this.#start.values[index]!] !== QUOTE;
  }

  /** Where the bytes of a text begin and end in which JSON escapes nothing; undefined for all others. */
  bytesOf(index: number): TextBytes | undefined {
    const bytes = this.#chunks[this.#chunk.values[index]!]!;
    const [from, end] = [this.#start.values[index]! + 1, this.#end.values[index]! - 1];
    for (let i = from; i < end; i++) if (bytes[i] === BACKSLASH) return undefined;
    return bytes[from - 1] === QUOTE ? { bytes, from, end } : undefined;
  }

  /** Whether it is the text without characters. */
  isEmpty(index: number): boolean {
    return this.#end.values[index]! - this.#start.values[index]! === 2;
  }

  /** The JSON of the texts of these indexes, with {@link TEXT_SEPARATOR} between; what stands together comes together. */
  *jsonOf(order: Uint32Array): Generator<Uint8Array> {
    for (let i = 0; i < order.length;) {
      const first = order[i]!;
      let last = first;
      for (i++; i < order.length && this.#follows(order[i]!, last); i++) last = order[i]!;
      const tail = i < order.length ? SEPARATOR.length : 0;
      const chunk = this.#chunks[this.#chunk.values[first]!]!;
      yield chunk.subarray(this.#start.values[first], this.#end.values[last]! + tail);
    }
  }

  /** The JSON of the texts of these indexes as one text of lines, without quotation marks around. */
  *jsonLinesOf(order: Uint32Array): Generator<Uint8Array> {
    let part = new Uint8Array(PART_BYTES);
    let used = 0;
    for (const index of order) {
      const json = this.#json(index);
      const length = json.length - 2;
      if (used + length + LINE_END.length > part.length) {
        yield part.subarray(0, used);
        part = new Uint8Array(Math.max(PART_BYTES, length + LINE_END.length));
        used = 0;
      }
      if (length < SHORT) for (let i = 0; i < length; i++) part[used + i] = json[i + 1]!;
      else part.set(json.subarray(1, length + 1), used);
      used += length;
      part.set(LINE_END, used);
      used += LINE_END.length;
    }
    yield part.subarray(0, used);
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
      this.#room = new Uint8Array(Math.max(this.#nextChunk, bytes + AROUND));
      this.#nextChunk = Math.min(2 * this.#nextChunk, this.#largestChunk);
      this.#chunks.push(this.#room);
      this.#used = 0;
    }
    this.#chunk.push(this.#chunks.length - 1);
    this.#start.push(this.#used);
    return this.#room;
  }

  #finish(end: number): void {
    this.#end.push(end);
    for (let i = 0; i < SEPARATOR.length; i++) this.#room[end + i] = SEPARATOR[i]!;
    this.#used = end + SEPARATOR.length;
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
    const texts = new TextStore(undefined, store.start.length);
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

  /** The JSON of the list's entries. */
  json(): Iterable<Uint8Array> {
    return this.store.jsonOf(this.order);
  }
}

/** A column to be written as one text, a line for each of its texts. */
export class JsonLines {
  readonly column: TextColumn;

  constructor(column: TextColumn) {
    this.column = column;
  }

  /** What stands between the quotation marks. */
  json(): Iterable<Uint8Array> {
    return this.column.store.jsonLinesOf(this.column.order);
  }
}

/** 0, 1, 2, … */
export function rising(length: number): Uint32Array {
  const numbers = new Uint32Array(length);
  for (let i = 0; i < length; i++) numbers[i] = i;
  return numbers;
}
