/** Tag lines whose path was read before are known at once: an archive says the same few thousand things over and over. */
import { ByteTable, hashOf } from '../columns/byte-table.ts';
import { rootEvidence, type RootEvidence } from './facet-roots.ts';
import { pathKey } from '../parsed-record.ts';
import { readTagLine, type TagLine } from './tag-line.ts';
import { HOME } from './tell-facets.ts';

/** A tag line with what the root of its path tells; `evidence` is undefined where it has no path. */
export interface KnownTag {
  readonly tag: TagLine;
  readonly evidence: RootEvidence | undefined;
}

/** Number of a path, from 0: paths of the same levels have one. */
export type PathNumber = number;

interface KnownPath {
  readonly path: readonly string[];
  readonly evidence: RootEvidence;
  readonly number: PathNumber;
}

/** What {@link TagReader.code} gives for lines that say nothing in the usual way. */
export const UNUSUAL = -1;
/** Codes from here down tell of hidden tags: this less their number. */
export const MORE = -2;
/** Codes from 0 up are a path's number times this, and its score in hundredths. */
export const SCORES = 128;

/** " (0.00)" */
const SCORE_LENGTH = 7;
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Reads tag lines; paths of the same levels come out as the same list. */
export class TagReader {
  readonly #pathByKey = new Map<string, KnownPath>();
  readonly #paths: KnownPath[] = [];
  /** The ways in which lines write paths. */
  readonly #ways = new ByteTable();

  /** More than any path's number. */
  get pathCount(): number {
    return this.#paths.length;
  }

  /** The levels of a path. */
  pathOf(number: PathNumber): readonly string[] {
    return this.#paths[number]!.path;
  }

  /** The number of a path that was read. */
  numberOf(path: readonly string[]): PathNumber {
    return this.#pathByKey.get(pathKey(path))!.number;
  }

  /** The number of any path. */
  learn(path: readonly string[]): PathNumber {
    return this.#known(path).number;
  }

  /** The facet that the root of a path is at home in, by its place in the text; -1 where it has none or two. */
  homeOf(number: PathNumber): number {
    return HOME[this.#paths[number]!.evidence];
  }

  /** Reads a line for which `isTagLike` holds. */
  read(line: string): KnownTag {
    const tag = readTagLine(line);
    if (tag.kind !== 'tag' && tag.kind !== 'out-of-range') return { tag, evidence: undefined };
    const { path, evidence } = this.#known(tag.path);
    return { tag: { ...tag, path }, evidence };
  }

  /** What a line of bytes says, if it says it in the usual way: see {@link SCORES}, {@link MORE}, {@link UNUSUAL}. */
  code(bytes: Uint8Array, from: number, end: number): number {
    const start = from + 2;
    const last = end - SCORE_LENGTH;
    const score = last > start ? scoreAt(bytes, last) : -1;
    if (score < 0 || bytes[from] !== 0x2d || bytes[from + 1] !== 0x20) return moreCode(bytes, from, end);
    const path = this.#pathAt(bytes, start, last);
    return path < 0 ? UNUSUAL : path * SCORES + score;
  }

  #known(path: readonly string[]): KnownPath {
    const key = pathKey(path);
    let known = this.#pathByKey.get(key);
    if (known === undefined) {
      known = { path, evidence: rootEvidence(path), number: this.#paths.length };
      this.#pathByKey.set(key, known);
      this.#paths.push(known);
    }
    return known;
  }

  #pathAt(bytes: Uint8Array, from: number, end: number): number {
    const hash = hashOf(bytes, from, end);
    const way = this.#ways.find(bytes, from, end, hash);
    return way < 0 ? this.#learn(bytes, from, end, hash) : this.#ways.get(way, PATH);
  }

  /** Which path it is does not hang on the score behind it. */
  #learn(bytes: Uint8Array, from: number, end: number, hash: number): number {
    const text = decoder.decode(bytes.subarray(from, end));
    // damage is told line by line
    if (text.includes('\uFFFD')) return -1;
    const tag = readTagLine(`- ${text} (0.00)`);
    const path = tag.kind === 'tag' ? this.#known(tag.path).number : -1;
    if (end - from > LONGEST_LEARNT || this.#ways.length >= WAY_CAPACITY) return path;
    this.#ways.set(this.#ways.add(bytes, from, end, hash), PATH, path);
    return path;
  }
}

/** Number of a way: its path, -1 where it can't be read. */
const PATH = 1;

/** Longer paths, and those beyond so many, are read each time. */
const LONGEST_LEARNT = 2000;
const WAY_CAPACITY = 1_000_000;

const isDigit = (byte: number) => byte >= 0x30 && byte <= 0x39;

/** Hundredths where " (0.14)" stands, from 0.00 to 1.00; else -1. */
function scoreAt(bytes: Uint8Array, at: number): number {
  if (bytes[at + 6] !== 0x29 || bytes[at + 1] !== 0x28 || bytes[at] !== 0x20 || bytes[at + 3] !== 0x2e)
    return -1;
  const [one, tenth, hundredth] = [bytes[at + 2]!, bytes[at + 4]!, bytes[at + 5]!];
  if (!isDigit(one) || !isDigit(tenth) || !isDigit(hundredth)) return -1;
  const score = 100 * (one - 0x30) + 10 * (tenth - 0x30) + (hundredth - 0x30);
  return score <= 100 ? score : -1;
}

/** " more...)" */
const MORE_BYTES = new TextEncoder().encode(' more...)');

/** The code of "- (30 more...)", of one to nine digits. */
function moreCode(bytes: Uint8Array, from: number, end: number): number {
  const last = end - MORE_BYTES.length;
  const first = from + 3;
  if (last <= first || last - first > 9) return UNUSUAL;
  if (bytes[from] !== 0x2d || bytes[from + 1] !== 0x20 || bytes[from + 2] !== 0x28) return UNUSUAL;
  for (let i = 0; i < MORE_BYTES.length; i++) if (bytes[last + i] !== MORE_BYTES[i]) return UNUSUAL;
  let count = 0;
  for (let i = first; i < last; i++) {
    if (!isDigit(bytes[i]!)) return UNUSUAL;
    count = 10 * count + bytes[i]! - 0x30;
  }
  return MORE - count;
}
