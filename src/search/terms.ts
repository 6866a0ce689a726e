/**
 * The terms of a text, which an index holds and a query asks for. A term is a run of letters and digits; parts that
 * punctuation joins ("gpt-4") are also a term together, from each of them to the last. Scripts that put no space between words give pairs of
 * neighbouring characters.
 */
import { folded } from './fold-text.ts';

/** Longer joined parts, addresses of web pages for example, are no term together. */
const JOINED_LIMIT = 64;

const SPACE = 1;
const JOINER = 2;
const LETTER = 3;
/** A letter of a script that puts no space between words. */
const UNSPACED = 4;

const IS_LETTER = /^[\p{L}\p{N}]$/u;
const IS_UNSPACED =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]$/u;

/** Kinds of the characters met so far; 0 for one not met yet. */
const kinds = new Uint8Array(0x1_0000);

function kindOf(codePoint: number): number {
  if (codePoint >= 0x1_0000) return findKind(codePoint);
  return kinds[codePoint]! || (kinds[codePoint] = findKind(codePoint));
}

function findKind(codePoint: number): number {
  const character = String.fromCodePoint(codePoint);
  if (/^\s$/.test(character)) return SPACE;
  if (!IS_LETTER.test(character)) return JOINER;
  return IS_UNSPACED.test(character) ? UNSPACED : LETTER;
}

/** The terms that a text is found by, each as often as it stands there. */
export function termsOf(text: string, emit: (term: string) => void): void {
  scan(folded(text), ({ parts, whole, hasUnspaced }) => {
    if (hasUnspaced) {
      for (const part of parts) pairs(part.text, emit, true);
      return;
    }
    for (const part of parts) {
      emit(part.text);
      // "gpt-4-turbo" is found by "4-turbo" too
      const rest = whole.length - part.at;
      if (rest > part.text.length && rest <= JOINED_LIMIT) emit(whole.slice(part.at));
    }
  });
}

/** The terms that a query asks for, each once: a text is found that has, for each, a term that begins so. */
export function queryTerms(query: string): string[] {
  const terms = new Set<string>();
  scan(folded(query), ({ parts, whole, hasUnspaced }) => {
    if (!hasUnspaced && whole.length <= JOINED_LIMIT) terms.add(whole);
    else
      for (const { text } of parts) {
        if (hasUnspaced) pairs(text, (term) => terms.add(term), false);
        else terms.add(text);
      }
  });
  return [...terms];
}

/** What stands between two spaces, from its first letter or digit to its last. */
interface Chunk {
  readonly whole: string;
  /** Its runs of letters and digits, and where they begin in the whole. */
  readonly parts: readonly { readonly text: string; readonly at: number }[];
  readonly hasUnspaced: boolean;
}

/** Calls for each stretch between spaces that has a letter or digit. */
function scan(text: string, visit: (chunk: Chunk) => void): void {
  let parts: { text: string; at: number }[] = [];
  let start = -1;
  let partStart = -1;
  let hasUnspaced = false;
  const endPart = (end: number) => {
    if (partStart < 0) return;
    parts.push({ text: text.slice(partStart, end), at: partStart - start });
    partStart = -1;
  };
  const endChunk = () => {
    const last = parts.at(-1);
    if (last === undefined) return;
    const whole = parts.length === 1 ? last.text : text.slice(start, start + last.at + last.text.length);
    visit({ whole, parts, hasUnspaced });
    parts = [];
    start = -1;
    hasUnspaced = false;
  };
  for (let i = 0; i < text.length;) {
    const codePoint = text.codePointAt(i)!;
    const kind = kindOf(codePoint);
    if (kind >= LETTER) {
      if (partStart < 0) partStart = i;
      if (start < 0) start = i;
      if (kind === UNSPACED) hasUnspaced = true;
    } else {
      endPart(i);
      if (kind === SPACE) endChunk();
    }
    i += codePoint > 0xffff ? 2 : 1;
  }
  endPart(text.length);
  endChunk();
}

/**
 * Pairs of neighbours in each run of an unspaced script; other runs are words.
 * @param forIndex also gives the last character alone, so that a query of one character finds it anywhere
 */
function pairs(part: string, emit: (term: string) => void, forIndex: boolean): void {
  const characters = Array.from(part);
  for (let i = 0; i < characters.length;) {
    let end = i + 1;
    const isUnspaced = kindOf(characters[i]!.codePointAt(0)!) === UNSPACED;
    while (end < characters.length && (kindOf(characters[end]!.codePointAt(0)!) === UNSPACED) === isUnspaced)
      end++;
    if (!isUnspaced) emit(characters.slice(i, end).join(''));
    else {
      for (let at = i; at + 1 < end; at++) emit(characters[at]! + characters[at + 1]!);
      if (forIndex || end - i === 1) emit(characters[end - 1]!);
    }
    i = end;
  }
}
