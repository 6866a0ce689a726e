/** One line of a tag list: "- Europe > Austria > Vienna (0.14)" or "- (30 more...)". */
import type { Hundredths } from '../../model/dataset.ts';
import { foldText } from '../columns/text-keys.ts';

/** Deeper paths are not read; the deepest known has six levels. */
export const LEVEL_LIMIT = 32;

/** What a line that begins like a tag says. */
export type TagLine =
  | { readonly kind: 'tag'; readonly path: readonly string[]; readonly score: Hundredths }
  | { readonly kind: 'out-of-range'; readonly path: readonly string[]; readonly score: string }
  | { readonly kind: 'more'; readonly count: number }
  | { readonly kind: 'unreadable'; readonly reason: string };

const HYPHEN = 0x2d;
const BLANK = 0x20;

/** Whether a line begins as the lines of a tag list do. */
export function isTagLike(line: string): boolean {
  const first = line.charCodeAt(0);
  if (first === HYPHEN) return line.charCodeAt(1) === BLANK;
  if (first > BLANK && first < 0x80) return false;
  return /^\s*- /.test(line);
}

/** Reads a line for which {@link isTagLike} holds. */
export function readTagLine(line: string): TagLine {
  const text = line.trim().slice(1).trim();
  const open = text.lastIndexOf('(');
  if (open < 0 || !text.endsWith(')')) return unreadable('does not end with a score in parentheses');
  const inside = text.slice(open + 1, -1).trim();
  const before = text.slice(0, open).trim();
  return before === '' ? readMore(inside) : readTag(before, inside);
}

function readMore(inside: string): TagLine {
  const number = /^(.*\S) more(?:\s*(?:\.{2,3}|…))?$/.exec(inside)?.[1];
  if (number === undefined) return unreadable('names no concept');
  const digits = number.replaceAll(',', '');
  if (/^\d{1,9}$/.test(digits)) return { kind: 'more', count: Number(digits) };
  const fault = /^\d+$/.test(digits)
    ? 'tells of more hidden tags than there can be'
    : 'has no number of hidden tags';
  return unreadable(`${fault}, so that the list before it may be cut by any number`);
}

function readTag(before: string, inside: string): TagLine {
  if (inside.length > 40 || !/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(inside)) {
    return unreadable('has no number where the score stands');
  }
  const path = ` ${before} `.split(/\s>(?=\s)/).map(foldText);
  if (path.includes('')) return unreadable('has an empty level in its path');
  if (path.length > LEVEL_LIMIT) return unreadable(`has more than ${LEVEL_LIMIT} levels`);
  const score = Number(inside);
  if (!(score >= 0 && score <= 1)) return { kind: 'out-of-range', path, score: inside };
  return { kind: 'tag', path, score: Math.round(score * 100) };
}

const unreadable = (reason: string): TagLine => ({ kind: 'unreadable', reason });
