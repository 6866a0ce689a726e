/**
 * Cuts a run of text lines into records. Between them stands no border: (title, [authors], abstract) repeats. Every
 * way to cut the run has a cost; the cheapest is taken, and where another is nearly as cheap the place is named.
 */
import { cheapestPath, type Chain, type CheapestPath } from './cheapest-path.ts';
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

/** Costs of going from one kind of line to the next. */
const NEXT: readonly (readonly number[])[] = [
  [MISSING_ABSTRACT, 0, 0, MISSING_ABSTRACT],
  [AUTHORS_ALONE, Infinity, 0, AUTHORS_ALONE],
  [0, Infinity, Infinity, 0],
  [0, Infinity, Infinity, 0],
];

/** Cuts a run; linear in its lines. */
export function splitRun(lines: readonly string[]): SplitRun {
  const costs = lines.map(lineCosts);
  const chain: Chain = {
    steps: lines.length,
    states: LINE_KINDS.length,
    at: (step, kind) => kindCost(costs[step]!, kind),
    between: (_, from, to) => NEXT[from]![to]!,
    start: (kind) => (kind === TITLE || kind === ORPHAN ? 0 : Infinity),
    end: (kind) => (kind === TITLE ? MISSING_ABSTRACT : kind === AUTHORS ? AUTHORS_ALONE : 0),
  };
  const cheapest = cheapestPath(chain);
  return { ...recordsOf(cheapest.path), doubts: doubtsOf(cheapest), cost: cheapest.cost };
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

function doubtsOf({ cost, path, through }: CheapestPath): DoubtfulLines[] {
  const doubts: DoubtfulLines[] = [];
  for (let i = 0; i < path.length; i++) {
    const other = LINE_KINDS.findIndex(
      (_, kind) => kind !== path[i] && through(i, kind) < cost + DOUBT_MARGIN,
    );
    if (other < 0) continue;
    const last = doubts[doubts.length - 1];
    if (last?.to === i - 1) doubts[doubts.length - 1] = { ...last, to: i };
    else doubts.push({ from: i, to: i, taken: LINE_KINDS[path[i]!]!, other: LINE_KINDS[other]! });
  }
  return doubts;
}
