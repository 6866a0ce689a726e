/**
 * Cuts a run of text lines into records. Between them stands no border: (title, [authors], abstract) repeats. Every
 * way to cut the run has a cost; the cheapest is taken, and where another is nearly as cheap the place is named.
 */
import { cheapestPath, type CheapestPath } from './cheapest-path.ts';
import { lineCosts, type LineCosts } from './line-kinds.ts';

/** Positions in the run. */
export interface RunRecord {
  readonly title: number;
  readonly authors: number | undefined;
  readonly abstract: number | undefined;
}

/** Lines `from` to `to`, both included, that could be read in another way: line `from` as `other`. */
export interface DoubtfulLines {
  readonly from: number;
  readonly to: number;
  readonly taken: LineKind;
  readonly other: LineKind;
}

/** How a run was cut. */
export interface SplitRun {
  readonly records: readonly RunRecord[];
  /** Lines that fit no record. */
  readonly orphans: readonly number[];
  readonly doubts: readonly DoubtfulLines[];
  /** The lower, the better the run fits the grammar; 0 is a perfect fit. */
  readonly cost: number;
}

const LINE_KINDS = ['title', 'authors', 'abstract', 'orphan'] as const;

/** What a line of a run is read as. */
export type LineKind = (typeof LINE_KINDS)[number];

const [TITLE, AUTHORS, ABSTRACT, ORPHAN] = [0, 1, 2, 3];
const MISSING_ABSTRACT = 8;
/** Rarer still: authors are listed, and yet there is no abstract. */
const AUTHORS_ALONE = 12;
const ORPHAN_LINE = 12;
/** Another reading that is dearer by less than this is close enough to be told. */
const DOUBT_MARGIN = 8;

const KINDS = LINE_KINDS.length;

/** Costs of going from one kind of line to the next, a row for each kind that stands first. */
const NEXT = Float64Array.of(
  ...[MISSING_ABSTRACT, 0, 0, MISSING_ABSTRACT],
  ...[AUTHORS_ALONE, Infinity, 0, AUTHORS_ALONE],
  ...[0, Infinity, Infinity, 0],
  ...[0, Infinity, Infinity, 0],
);
/** Costs of beginning and of ending with each kind. */
const START = Float64Array.of(0, Infinity, Infinity, 0);
const END = Float64Array.of(MISSING_ABSTRACT, AUTHORS_ALONE, 0, 0);

/** Cuts a run; linear in its lines. */
export function splitRun(lines: readonly string[]): SplitRun {
  const ways = new Ways(lines.length, (line, own, at) => {
    writeCosts(lineCosts(lines[line]!), own, at);
    return ALL_EXACT;
  });
  const { cost, path } = ways;
  return { ...recordsOf(path), doubts: doubtsOf(ways), cost };
}

/**
 * Writes what a line costs as a title, as an author list and as an abstract to `own` from `at` on, or less.
 * @returns the bits {@link EXACT_TITLE} and so on of the costs that are exact
 */
export type FillCosts = (line: number, own: Float64Array, at: number) => number;

export const EXACT_TITLE = 1;
export const EXACT_AUTHORS = 2;
export const EXACT_ABSTRACT = 4;
export const ALL_EXACT = 7;
const EXACT_ORPHAN = 8;

/** Writes costs in the order of {@link FillCosts}. */
export function writeCosts({ title, authors, abstract }: LineCosts, own: Float64Array, at: number): void {
  own[at + TITLE] = title;
  own[at + AUTHORS] = authors;
  own[at + ABSTRACT] = abstract;
}

/**
 * The records of a run whose lines' costs are known from below: what {@link splitRun} gives, where that is sure to
 * have no doubt; else undefined. The exact costs of all other ways are at least these, so that a way which is exact
 * and the cheapest by a margin stays it.
 */
export function splitSurely(
  lineCount: number,
  fill: FillCosts,
): Omit<SplitRun, 'doubts' | 'cost'> | undefined {
  const ways = new Ways(lineCount, fill);
  for (let i = 0; i < lineCount; i++) {
    const taken = ways.path[i]!;
    if ((((ways.exact[i]! | EXACT_ORPHAN) >> taken) & 1) === 0) return undefined;
    for (let kind = 0; kind < KINDS; kind++) {
      if (kind !== taken && ways.through(i, kind) < ways.cost + DOUBT_MARGIN) return undefined;
    }
  }
  return recordsOf(ways.path);
}

/** The same by the general method, which the tests compare. */
export function splitRunPlainly(lines: readonly string[]): SplitRun {
  const costs = lines.map(lineCosts);
  const cheapest = cheapestPath({
    steps: lines.length,
    states: KINDS,
    at: (step, kind) => kindCost(costs[step]!, kind),
    between: (_, from, to) => NEXT[from * KINDS + to]!,
    start: (kind) => START[kind]!,
    end: (kind) => END[kind]!,
  });
  const { cost, path } = cheapest;
  return { ...recordsOf(path), doubts: doubtsOf(cheapest), cost };
}

/** All ways to read the lines of a run, good until the next is made: {@link cheapestPath} without a call for each cost. */
class Ways implements CheapestPath {
  readonly cost: number;
  readonly path: number[] = [];
  /** Bits of the costs of each line that are exact. */
  readonly exact: number[] = [];
  readonly #toHere: Float64Array;
  readonly #fromHere: Float64Array;

  /** @param fill writes the four costs of a line, from an index on, and tells which of them are exact */
  constructor(lineCount: number, fill: FillCosts) {
    const size = lineCount * KINDS;
    const [own, toHere, fromHere] = spaceFor(size);
    for (let i = 0; i < lineCount; i++) {
      this.exact.push(fill(i, own, i * KINDS));
      own[i * KINDS + ORPHAN] = ORPHAN_LINE;
    }
    forwards(own, size, toHere);
    backwards(own, size, fromHere);
    this.#toHere = toHere;
    this.#fromHere = fromHere;
    for (let i = 0; i < size; i += KINDS) this.path.push(this.#cheapestAt(i, own));
    this.cost = size === 0 ? 0 : this.through(0, this.path[0]!);
  }

  through(step: number, kind: number): number {
    return this.#toHere[step * KINDS + kind]! + this.#fromHere[step * KINDS + kind]!;
  }

  /** The kind of the line at `i`, after the path so far. */
  #cheapestAt(i: number, own: Float64Array): number {
    const from = this.path[this.path.length - 1];
    let best = 0;
    let least = Infinity;
    for (let kind = 0; kind < KINDS; kind++) {
      const toHere =
        from === undefined
          ? this.#toHere[i + kind]!
          : this.#toHere[i - KINDS + from]! + NEXT[from * KINDS + kind]! + own[i + kind]!;
      const cost = toHere + this.#fromHere[i + kind]!;
      if (cost < least) [best, least] = [kind, cost];
    }
    return best;
  }
}

/** Cost of the cheapest beginning up to each kind of each line, that line's own cost included. */
function forwards(own: Float64Array, size: number, cost: Float64Array): void {
  for (let i = 0; i < size; i += KINDS) {
    for (let to = 0; to < KINDS; to++) {
      let least = i === 0 ? START[to]! : Infinity;
      for (let from = 0; from < KINDS && i > 0; from++) {
        const through = cost[i - KINDS + from]! + NEXT[from * KINDS + to]!;
        if (through < least) least = through;
      }
      cost[i + to] = least + own[i + to]!;
    }
  }
}

/** Cost of the cheapest rest after each kind of each line, that line's own cost left out. */
function backwards(own: Float64Array, size: number, cost: Float64Array): void {
  for (let i = size - KINDS; i >= 0; i -= KINDS) {
    const isLast = i + KINDS === size;
    for (let from = 0; from < KINDS; from++) {
      let least = isLast ? END[from]! : Infinity;
      for (let to = 0; to < KINDS && !isLast; to++) {
        const through = NEXT[from * KINDS + to]! + own[i + KINDS + to]! + cost[i + KINDS + to]!;
        if (through < least) least = through;
      }
      cost[i + from] = least;
    }
  }
}

/** Room for three columns, used again by every run: most runs are three lines. */
let space = [new Float64Array(256), new Float64Array(256), new Float64Array(256)] as const;

function spaceFor(size: number): typeof space {
  if (space[0].length < size) {
    space = [new Float64Array(2 * size), new Float64Array(2 * size), new Float64Array(2 * size)];
  }
  return space;
}

function kindCost(costs: LineCosts, kind: number): number {
  if (kind === TITLE) return costs.title;
  if (kind === AUTHORS) return costs.authors;
  return kind === ABSTRACT ? costs.abstract : ORPHAN_LINE;
}

function recordsOf(path: readonly number[]): { records: RunRecord[]; orphans: number[] } {
  const records: RunRecord[] = [];
  const orphans: number[] = [];
  for (let i = 0; i < path.length; i++) {
    if (path[i] === ORPHAN) orphans.push(i);
    if (path[i] !== TITLE) continue;
    const authors = path[i + 1] === AUTHORS ? i + 1 : undefined;
    const next = (authors ?? i) + 1;
    records.push({ title: i, authors, abstract: path[next] === ABSTRACT ? next : undefined });
  }
  return { records, orphans };
}

function doubtsOf(ways: CheapestPath): DoubtfulLines[] {
  const { cost, path } = ways;
  const doubts: DoubtfulLines[] = [];
  for (let i = 0; i < path.length; i++) {
    let other = -1;
    for (let kind = KINDS - 1; kind >= 0; kind--) {
      if (kind !== path[i] && ways.through(i, kind) < cost + DOUBT_MARGIN) other = kind;
    }
    if (other < 0) continue;
    const last = doubts[doubts.length - 1];
    if (last?.to === i - 1) doubts[doubts.length - 1] = { ...last, to: i };
    else doubts.push({ from: i, to: i, taken: LINE_KINDS[path[i]!]!, other: LINE_KINDS[other]! });
  }
  return doubts;
}
