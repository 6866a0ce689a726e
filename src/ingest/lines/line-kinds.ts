/**
 * How well a line of text would do as a title, as an author list and as an abstract. Costs are whole numbers from 0
 * (nothing speaks against it); they were set by hand, and only their differences matter.
 */
import { hasWord } from '../columns/text-keys.ts';

/** Cost of each reading of one line. */
export interface LineCosts {
  readonly title: number;
  readonly authors: number;
  readonly abstract: number;
}

/** Weighs one line. */
export function lineCosts(line: string): LineCosts {
  const text = line.trim();
  const names = nameEvidence(text);
  return {
    title: titleLengthCost(text.length) + titleSentenceCost(text) + NAMES_AS_TITLE[names.likeness],
    authors: names.cost,
    abstract: abstractLengthCost(text.length) + abstractEndCost(text) + NAMES_AS_ABSTRACT[names.likeness],
  };
}

/** `sure`: a part is "null" · `many`: three or more pairs · `two`, `one`: as many pairs · `none`: no list of names */
export type NameLikeness = 'sure' | 'many' | 'two' | 'one' | 'none';

export const NAMES_AS_TITLE = { sure: 12, many: 12, two: 6, one: 1, none: 0 } as const;
export const NAMES_AS_ABSTRACT = { sure: 24, many: 24, two: 20, one: 8, none: 0 } as const;
export const SINGLE_PART = 30;
const ODD_PART = 4;

function nameEvidence(text: string): { cost: number; likeness: NameLikeness } {
  let parts = 0;
  let strange = 0;
  let isSure = false;
  for (let from = 0; from <= text.length; parts++) {
    const comma = text.indexOf(',', from);
    if (comma < 0 && parts === 0) return { cost: SINGLE_PART, likeness: 'none' };
    const end = comma < 0 ? text.length : comma;
    if (!isNameWithin(text, from, end)) strange++;
    else if (parts % 2 === 1 && isNull(text, from, end)) isSure = true;
    from = end + 1;
  }
  return evidenceOf(parts, strange, isSure);
}

/**
 * What the parts of a line tell.
 * @param strange how many of them look like no name
 * @param isSure whether "null" stands where a given name does
 */
export function evidenceOf(
  parts: number,
  strange: number,
  isSure: boolean,
): { cost: number; likeness: NameLikeness } {
  const strangeness = strange === 0 ? 0 : Math.min(30, 4 + Math.round((30 * strange) / parts));
  const cost = strangeness + (parts % 2 === 1 ? ODD_PART : 0);
  if (isSure) return { cost: Math.max(0, cost - 8), likeness: strange * 4 <= parts ? 'sure' : 'one' };
  if (strange > 0) return { cost, likeness: 'none' };
  return { cost, likeness: parts >= 6 ? 'many' : parts >= 4 ? 'two' : 'one' };
}

/**
 * {@link isNameLike} of a part, trimmed, for most parts without a copy: a single capitalised word is a name, what
 * begins with a small letter that no particle begins with is none.
 */
function isNameWithin(text: string, from: number, end: number): boolean {
  let start = from;
  while (start < end && text.charCodeAt(start) === 0x20) start++;
  const first = text.charCodeAt(start);
  if (isSmall(first) && !OPENS_A_PARTICLE[first - 0x61]!) return false;
  if (first >= 0x41 && first <= 0x5a && end - start <= 60) {
    let at = start + 1;
    while (at < end && isInWord(text.charCodeAt(at))) at++;
    if (at === end) return true;
  }
  return isNameLike(text.slice(from, end).trim());
}

function isNull(text: string, from: number, end: number): boolean {
  const first = text.charCodeAt(text.charCodeAt(from) === 0x20 ? from + 1 : from);
  return !(first >= 0x41 && first <= 0x5a) && text.slice(from, end).trim() === 'null';
}

export const isSmall = (unit: number) => unit >= 0x61 && unit <= 0x7a;
const isInWord = (unit: number) =>
  isSmall(unit) || (unit >= 0x41 && unit <= 0x5a) || unit === 0x27 || unit === 0x2d;

/** By letter from "a": whether a particle of a name begins with it, or "null" does. */
export const OPENS_A_PARTICLE = Array.from('abcdefghijklmnopqrstuvwxyz', (letter) =>
  'abdehilntvz'.includes(letter),
);

/** Words in the middle of a title or a sentence; capitalised, most of them are somebody's name ("An", "In", "On"). */
const NOT_IN_NAMES =
  /(?:^|\s)(?:a|an|and|are|as|at|by|for|from|how|in|into|is|its|of|on|or|our|that|the|this|to|towards?|using|via|we|what|when|why|with|without)(?=\s|$)|^(?:For|From|How|Our|The|These|This|Towards?|Using|Via|We|What|When|Why|With|Without)\s/;

const PARTICLE =
  /^(?:'t|aan|abu|af|al|av|bin|da|de|del|della|den|der|di|do|dos|du|el|het|ibn|la|le|ten|ter|van|von|zu)(?=[\s'’-])/i;

/** Whether a trimmed part of a line looks like a name. */
export function isNameLike(part: string): boolean {
  if (part === 'null') return true;
  if (part.length > 60 || part.split(/\s+/).length > 6) return false;
  if (!hasWord(part)) return part.length <= 3;
  if (/[?!;:()[\]{}=$\\]/.test(part) || !/\p{L}/u.test(part) || NOT_IN_NAMES.test(part)) return false;
  if (/\p{L}{4,}\.$/u.test(part)) return false;
  return !/^\p{Ll}/u.test(part) || PARTICLE.test(part);
}

/** Of a title of so many units; never falls with them. */
export function titleLengthCost(length: number): number {
  if (length <= 160) return 0;
  if (length <= 250) return 3;
  return length <= 400 ? 8 : 16;
}

const OPENS_AN_ABSTRACT =
  /^(?:We|Our|Here,? we|This (?:paper|work|article|study)|In this (?:paper|work|article|study))\s/;

function titleSentenceCost(text: string): number {
  const endsInStop = text.endsWith('.') && !text.endsWith('..') ? 6 : 0;
  const opensAnAbstract = OPENS_AN_ABSTRACT.test(text) ? 3 : 0;
  return endsInStop + opensAnAbstract + 3 * sentenceBreaks(text, 3);
}

/** How often a sentence ends inside the text, counted up to `most`. */
function sentenceBreaks(text: string, most: number): number {
  let count = 0;
  for (let at = 0; at < text.length && count < most;) {
    const unit = text.charCodeAt(at);
    SENTENCE_BREAK.lastIndex = at;
    if ((unit === 0x2e || unit === 0x3f || unit === 0x21) && SENTENCE_BREAK.test(text)) {
      count++;
      at = SENTENCE_BREAK.lastIndex;
    } else at++;
  }
  return count;
}

const SENTENCE_BREAK = /[.?!]["'”’)\]]?\s+["'“‘([]?\p{Lu}/uy;

/** Of an abstract of so many units; never rises with them. */
export function abstractLengthCost(length: number): number {
  if (length < 30) return 10;
  if (length < 60) return 6;
  if (length < 100) return 3;
  return length < 160 ? 1 : 0;
}

function abstractEndCost(text: string): number {
  if (/[.?!…]["'”’)\]]*$/.test(text.slice(-12))) return 0;
  return text.length < 300 ? 3 : 1;
}
