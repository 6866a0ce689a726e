/** What a line costs as each kind of line, told from its bytes: exactly or from below. See line-kinds.ts. */
import type { Bylines } from './byline.ts';
import { COMMA, ESCAPED, FOLDED, NULL, STOP, WIDE } from '../lines/byte-scan.ts';
import type { HeldLines } from '../lines/held-lines.ts';
import {
  abstractLengthCost,
  evidenceOf,
  isSmall,
  lineCosts,
  NAMES_AS_ABSTRACT,
  NAMES_AS_TITLE,
  OPENS_A_PARTICLE,
  SINGLE_PART,
  titleLengthCost,
} from '../lines/line-kinds.ts';
import { ALL_EXACT, EXACT_ABSTRACT, EXACT_AUTHORS, writeCosts } from '../lines/split-runs.ts';

/** Longer titles cost the most. */
const LONG_TITLE = 400;
const LONGEST_NAME = 60;
const BYTES_OF_UNIT = 3;
/** Of names of which one looks like none. */
const LEAST_STRANGE = 4;

/**
 * Writes the costs of a line of a run as `FillCosts` does.
 * @param bylines takes the line where it is a list of names in which nothing is odd
 */
export function fillByteCosts(
  lines: HeldLines,
  line: number,
  bylines: Bylines,
  own: Float64Array,
  at: number,
): number {
  const flags = lines.flags(line);
  if ((flags & FOLDED) !== 0) {
    const bytes = lines.bytes(line);
    const from = lines.from(line);
    const end = lines.end(line);
    if (isPlainTitle(bytes, from, flags)) return fillTitle(end - from, own, at);
    if (isPlainAbstract(bytes, from, end, flags)) return fillAbstract((flags & COMMA) !== 0, own, at);
    const mark = bylines.mark;
    if ((flags & (COMMA | ESCAPED)) === COMMA && bylines.scan(bytes, from, end)) {
      return fillNames(end - from, (flags & WIDE) !== 0, bylines, mark, own, at);
    }
  }
  writeCosts(lineCosts(lines.text(line)), own, at);
  return ALL_EXACT;
}

/** ASCII without a comma or the end of a sentence, that opens with no words of an abstract. */
function isPlainTitle(bytes: Uint8Array, from: number, flags: number): boolean {
  if ((flags & (COMMA | STOP | WIDE)) !== 0) return false;
  return !OPENINGS.some((opening) => opensWith(bytes, from, opening));
}

/** What every line begins with that `OPENS_AN_ABSTRACT` finds, and some others do. */
const OPENINGS = ['We', 'Our', 'Here', 'This', 'In t'].map((opening) => new TextEncoder().encode(opening));

function opensWith(bytes: Uint8Array, from: number, opening: Uint8Array): boolean {
  for (let i = 0; i < opening.length; i++) if (bytes[from + i] !== opening[i]) return false;
  return true;
}

function fillTitle(units: number, own: Float64Array, at: number): number {
  own[at] = titleLengthCost(units);
  own[at + 1] = SINGLE_PART;
  own[at + 2] = abstractLengthCost(units) + (units < 300 ? 3 : 1);
  return ALL_EXACT;
}

/** Too long for a title, ends with a full stop, and has a part that looks like no name, and none that is "null". */
function isPlainAbstract(bytes: Uint8Array, from: number, end: number, flags: number): boolean {
  const least = (flags & WIDE) === 0 ? end - from : (end - from) / BYTES_OF_UNIT;
  if (least <= LONG_TITLE || bytes[end - 1] !== 0x2e || (flags & NULL) !== 0) return false;
  return (flags & COMMA) === 0 || endsWithWord(bytes, end - 1) || hasStrangePart(bytes, from, end, flags);
}

/** Whether four small letters stand before `end`. */
function endsWithWord(bytes: Uint8Array, end: number): boolean {
  for (let i = end - 4; i < end; i++) if (!isSmall(bytes[i]!)) return false;
  return true;
}

/** Whether a part surely looks like no name: it is too long, or begins with a small letter that opens no particle. */
function hasStrangePart(bytes: Uint8Array, from: number, end: number, flags: number): boolean {
  // a blank may stand at both ends
  const longest = (LONGEST_NAME + 2) * ((flags & WIDE) === 0 ? 1 : BYTES_OF_UNIT);
  let start = from;
  for (let i = from; i < end; i++) {
    if (i - start > longest) return true;
    if (bytes[i] !== 0x2c) continue;
    start = i + 1;
    const first = bytes[bytes[start] === 0x20 ? start + 1 : start]!;
    if (isSmall(first) && !OPENS_A_PARTICLE[first - 0x61]!) return true;
  }
  return false;
}

function fillAbstract(hasComma: boolean, own: Float64Array, at: number): number {
  own[at] = titleLengthCost(LONG_TITLE + 1);
  own[at + 1] = hasComma ? LEAST_STRANGE : SINGLE_PART;
  own[at + 2] = 0;
  return hasComma ? EXACT_ABSTRACT : EXACT_ABSTRACT | EXACT_AUTHORS;
}

function fillNames(
  length: number,
  isWide: boolean,
  bylines: Bylines,
  mark: number,
  own: Float64Array,
  at: number,
): number {
  const { cost, likeness } = evidenceOf(2 * (bylines.mark - mark), 0, bylines.hasSingle(mark));
  own[at] = titleLengthCost(isWide ? length / BYTES_OF_UNIT : length) + NAMES_AS_TITLE[likeness];
  own[at + 1] = cost;
  own[at + 2] = abstractLengthCost(length) + NAMES_AS_ABSTRACT[likeness];
  return EXACT_AUTHORS;
}
