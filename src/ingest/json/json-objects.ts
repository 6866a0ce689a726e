/** The objects of JSON that comes in pieces of UTF-8, read one by one. */
import { jsonFault } from '../../model/codec/json-fault.ts';
import { jsonOf } from '../../model/codec/json-of.ts';
import type { LineSpan } from '../lines/line-span.ts';
import { JsonRecords } from './json-records.ts';
import { objectOf, type JsonObject } from './json-values.ts';

/** Takes what is found, in the order of the file. */
export interface ObjectTaker {
  /** An object, and its text. */
  readonly object: (object: JsonObject, text: string, lines: LineSpan) => void;
  /** What cannot be read, its text or the beginning of that, and why. */
  readonly fault: (text: string, lines: LineSpan, reason: string) => void;
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Holds no more than the object that is open. */
export class JsonObjects {
  readonly #take: ObjectTaker;
  readonly #records = new JsonRecords({
    record: (json, lines) => this.#read(json, lines),
    stray: (text, lines, reason) => this.#take.fault(text, lines, reason),
  });

  constructor(take: ObjectTaker) {
    this.#take = take;
  }

  /** Reads the next bytes. They are not kept. */
  push(bytes: Uint8Array): void {
    this.#records.push(bytes);
  }

  /** Reads the end of the file. @returns its number of lines */
  finish(): number {
    return this.#records.finish();
  }

  #read(json: Uint8Array, lines: LineSpan): void {
    const text = decoder.decode(json);
    const object = objectOf(jsonOf(text) ?? jsonOf(withoutNaN(text)));
    if (object === undefined) {
      this.#take.fault(text, lines, `is damaged: ${faultOf(json, lines.first)}; left out`);
    } else this.#take.object(object, text, lines);
  }
}

/** As Python writes numbers that are none, which is no JSON: they say nothing. */
function withoutNaN(text: string): string {
  return text.replaceAll(/"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g, (token) =>
    token.startsWith('"') ? token : 'null',
  );
}

/** @param line the first one of these bytes in the file */
function faultOf(json: Uint8Array, line: number): string {
  const fault = jsonFault(json);
  if (fault === undefined) return 'is no object';
  const found = fault.found === '' ? 'something is missing' : `"${fault.found}" does not belong`;
  const where =
    fault.line === 1 ? `${fault.column} characters behind its beginning` : `in column ${fault.column}`;
  return `${found} in line ${line + fault.line - 1}, ${where}`;
}
