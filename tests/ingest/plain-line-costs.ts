/** The slow oracle of line-kinds.ts: every part of a line cut out, trimmed and asked by itself. */
import { authorParts } from '../../src/ingest/authors/author-list.ts';
import { hasWord } from '../../src/ingest/columns/text-keys.ts';

import type { LineCosts } from '../../src/ingest/lines/line-kinds.ts';

/** Weighs one line. */
export function plainLineCosts(line: string): LineCosts {
  const text = line.trim();
  const names = nameEvidence(text);
  return {
    title: titleLengthCost(text.length) + titleSentenceCost(text) + NAMES_AS_TITLE[names.likeness],
    authors: names.cost,
    abstract: abstractLengthCost(text.length) + abstractEndCost(text) + NAMES_AS_ABSTRACT[names.likeness],
  };
}

/** `sure`: a part is "null" · `many`: three or more pairs · `two`, `one`: as many pairs · `none`: no list of names */
type NameLikeness = 'sure' | 'many' | 'two' | 'one' | 'none';

const NAMES_AS_TITLE = { sure: 12, many: 12, two: 6, one: 1, none: 0 } as const;
const NAMES_AS_ABSTRACT = { sure: 24, many: 24, two: 20, one: 8, none: 0 } as const;
const SINGLE_PART = 30;
const ODD_PART = 4;

function nameEvidence(text: string): { cost: number; likeness: NameLikeness } {
  const parts = authorParts(text);
  if (parts.length < 2) return { cost: SINGLE_PART, likeness: 'none' };
  const strange = parts.filter((part) => !isNameLike(part)).length;
  const isSure = parts.some((part, i) => i % 2 === 1 && part === 'null');
  const strangeness = strange === 0 ? 0 : Math.min(30, 4 + Math.round((30 * strange) / parts.length));
  const cost = strangeness + (parts.length % 2 === 1 ? ODD_PART : 0);
  if (isSure) return { cost: Math.max(0, cost - 8), likeness: strange * 4 <= parts.length ? 'sure' : 'one' };
  if (strange > 0) return { cost, likeness: 'none' };
  return { cost, likeness: parts.length >= 6 ? 'many' : parts.length >= 4 ? 'two' : 'one' };
}

/** Words in the middle of a title or a sentence; capitalised, most of them are somebody's name ("An", "In", "On"). */
const NOT_IN_NAMES =
  /(?:^|\s)(?:a|an|and|are|as|at|by|for|from|how|in|into|is|its|of|on|or|our|that|the|this|to|towards?|using|via|we|what|when|why|with|without)(?=\s|$)|^(?:For|From|How|Our|The|These|This|Towards?|Using|Via|We|What|When|Why|With|Without)\s/;

const PARTICLE =
  /^(?:'t|aan|abu|af|al|av|bin|da|de|del|della|den|der|di|do|dos|du|el|het|ibn|la|le|ten|ter|van|von|zu)(?=[\s'’-])/i;

function isNameLike(part: string): boolean {
  if (part === 'null') return true;
  if (part.length > 60 || part.split(/\s+/).length > 6) return false;
  if (!hasWord(part)) return part.length <= 3;
  if (/[?!;:()[\]{}=$\\]/.test(part) || !/\p{L}/u.test(part) || NOT_IN_NAMES.test(part)) return false;
  if (/\p{L}{4,}\.$/u.test(part)) return false;
  return !/^\p{Ll}/u.test(part) || PARTICLE.test(part);
}

function titleLengthCost(length: number): number {
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
  const pattern = /[.?!]["'”’)\]]?\s+["'“‘([]?\p{Lu}/gu;
  let count = 0;
  while (count < most && pattern.test(text)) count++;
  return count;
}

function abstractLengthCost(length: number): number {
  if (length < 30) return 10;
  if (length < 60) return 6;
  if (length < 100) return 3;
  return length < 160 ? 1 : 0;
}

function abstractEndCost(text: string): number {
  if (/[.?!…]["'”’)\]]*$/.test(text.slice(-12))) return 0;
  return text.length < 300 ? 3 : 1;
}
