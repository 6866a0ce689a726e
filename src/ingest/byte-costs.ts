/** What a line costs as each kind of line, told from its bytes: exactly or from below. See line-kinds.ts. */
import type { Bylines } from './byline.ts';
import { COMMA, ESCAPED, FOLDED, NULL, STOP, WIDE } from './byte-scan.ts';
import {
  abstractLengthCost,
  evidenceOf,
  lineCosts,
  NAMES_AS_ABSTRACT,
  NAMES_AS_TITLE,
  SINGLE_PART,
  titleLengthCost,
} from './line-kinds.ts';
import { ALL_EXACT, EXACT_ABSTRACT, EXACT_AUTHORS, writeCosts } from './split-runs.ts';

/** One line: its bytes from `from` (included) to `end` (excluded), and what {@link scanLine} tells of them. */
export interface ByteLine {
  readonly bytes: Uint8Array;
  readonly from: number;
  readonly end: number;
  readonly flags: number;
  readonly text: () => string;
}

/** Longer titles cost the most. */
const LONG_TITLE = 400;
const LONGEST_NAME = 60;
const BYTES_OF_UNIT = 3;
/** Of names of which one looks like none. */
const LEAST_STRANGE = 4;

/**
 * Writes the costs of a line as `FillCosts` does.
 * @param bylines takes the line where it is a list of names in which nothing is odd
 */
export function fillByteCosts(line: ByteLine, bylines: Bylines, own: Float64Array, at: number): number {
  const { bytes, from, end, flags } = line;
  if ((flags & FOLDED) !== 0) {
    if (isPlainTitle(line)) return fillTitle(end - from, own, at);
    if (isPlainAbstract(line)) return fillAbstract((flags & COMMA) !== 0, own, at);
    const mark = bylines.mark;
    if ((flags & (COMMA | ESCAPED)) === COMMA && bylines.scan(bytes, from, end)) {
      return fillNames(end - from, (flags & WIDE) !== 0, bylines, mark, own, at);
    }
  }
  writeCosts(lineCosts(line.text()), own, at);
  return ALL_EXACT;
}

/** ASCII without a comma or the end of a sentence, that opens with none of the words of an abstract. */
function isPlainTitle({ bytes, from, flags }: ByteLine): boolean {
  return (flags & (COMMA | STOP | WIDE)) === 0 && OPENS[bytes[from]!] === 0;
}

/** By byte, whether words that open an abstract begin with it: We, Our, Here, This, In. */
const OPENS = Uint8Array.from({ length: 256 }, (_, byte) => Number('WOHTI'.includes(String.fromCharCode(byte))));

function fillTitle(units: number, own: Float64Array, at: number): number {
  own[at] = titleLengthCost(units);
  own[at + 1] = SINGLE_PART;
  own[at + 2] = abstractLengthCost(units) + (units < 300 ? 3 : 1);
  return ALL_EXACT;
}

/** Too long for a title, ends with a full stop, and has a part that looks like no name, and none that is "null". */
function isPlainAbstract(line: ByteLine): boolean {
  const { bytes, from, end, flags } = line;
  const least = (flags & WIDE) === 0 ? end - from : (end - from) / BYTES_OF_UNIT;
  if (least <= LONG_TITLE || bytes[end - 1] !== 0x2e || (flags & NULL) !== 0) return false;
  return (flags & COMMA) === 0 || endsWithWord(bytes, end - 1) || opensLong(line);
}

/** Whether four small letters stand before `end`. */
function endsWithWord(bytes: Uint8Array, end: number): boolean {
  for (let i = end - 4; i < end; i++) if (!(bytes[i]! >= 0x61 && bytes[i]! <= 0x7a)) return false;
  return true;
}

/** Whether the first part is longer than any name. */
function opensLong({ bytes, from }: ByteLine): boolean {
  for (let i = from; i < from + BYTES_OF_UNIT * (LONGEST_NAME + 2); i++) if (bytes[i] === 0x2c) return false;
  return true;
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
