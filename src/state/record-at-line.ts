/** The way from a line of a file back to the record that was read there. */
import type { Dataset, RecordColumns, RecordIndex } from '../model/dataset.ts';
import { sortByNumber } from '../model/sort-by-number.ts';

/**
 * The record in whose passages a line of a file stands. Undefined where none has it, and where several claim it (of two
 * folders' files with one name nobody can say which is meant): no way is better than one to the wrong record.
 */
export type RecordAtLine = (file: string, line: number) => RecordIndex | undefined;

/** Stretches of a file that do not overlap, in order: first and last line, both included, and whose they alone are. */
interface Stretches {
  readonly first: ArrayLike<number>;
  readonly last: ArrayLike<number>;
  readonly record: ArrayLike<RecordIndex>;
}

/** A look-up by binary search. */
export function recordsAtLines({ records, source }: Dataset): RecordAtLine {
  const stretchesOf = stretchesByFile(records, source.files);
  return (file, line) => {
    const stretches = stretchesOf.get(file);
    const at = stretches ? lastUpTo(stretches.first, line) : -1;
    return at >= 0 && line <= stretches!.last[at]! ? stretches!.record[at] : undefined;
  };
}

function stretchesByFile(records: RecordColumns, files: readonly string[]): Map<string, Stretches> {
  const { passageFile, passageFirst, passageLast } = records;
  const recordOf = recordOfPassage(records);
  const rankOf = new Map([...new Set(files)].map((name, rank) => [name, rank]));
  const ranks = Uint32Array.from(files, (name) => rankOf.get(name)!);
  const inReadingOrder = sortByNumber(
    sortByLine(
      recordOf.map((_, passage) => passage),
      passageFirst,
    ),
    (passage) => ranks[passageFile[passage]!]!,
    'ascending',
  );
  const first = inReadingOrder.map((passage) => passageFirst[passage]!);
  const last = inReadingOrder.map((passage) => passageLast[passage]!);
  const record = inReadingOrder.map((passage) => recordOf[passage]!);
  const counts = new Uint32Array(rankOf.size);
  for (const file of passageFile) counts[ranks[file]!]!++;
  let end = 0;
  return new Map(
    [...rankOf].map(([name, rank]) => {
      const [from, to] = [end, (end += counts[rank]!)];
      const passages = {
        first: first.subarray(from, to),
        last: last.subarray(from, to),
        record: record.subarray(from, to),
      };
      return [name, overlaps(passages) ? withoutOverlap(passages) : passages];
    }),
  );
}

function recordOfPassage({ passageOffset, passageFile }: RecordColumns): Uint32Array {
  const recordOf = new Uint32Array(passageFile.length);
  for (let record = 0; record + 1 < passageOffset.length; record++) {
    recordOf.fill(record, passageOffset[record], passageOffset[record + 1]);
  }
  return recordOf;
}

/** Sorts passages by a line of each, in two rounds of 16 bits: in one click's time however many lines there are. */
function sortByLine(passages: Uint32Array, lines: Uint32Array): Uint32Array {
  let from = passages;
  for (const shift of [0, 16]) {
    const next = new Uint32Array(0x1_0001);
    for (const passage of from) next[((lines[passage]! >>> shift) & 0xffff) + 1]!++;
    for (let i = 1; i < next.length; i++) next[i]! += next[i - 1]!;
    const into = new Uint32Array(from.length);
    for (const passage of from) into[next[(lines[passage]! >>> shift) & 0xffff]!++] = passage;
    from = into;
  }
  return from;
}

function overlaps({ first, last }: Pick<Stretches, 'first' | 'last'>): boolean {
  for (let i = 1; i < first.length; i++) if (first[i]! <= last[i - 1]!) return true;
  return false;
}

/**
 * Of passages in the order of their first lines, the stretches that one record alone has. A sweep: which records are open
 * changes only where a passage begins or has ended.
 */
function withoutOverlap({ first, last, record }: Readonly<Record<keyof Stretches, Uint32Array>>): Stretches {
  const ends = sortByLine(
    first.map((_, i) => i),
    last,
  );
  const found = { first: [] as number[], last: [] as number[], record: [] as RecordIndex[] };
  /** How many passages of each record are open. */
  const open = new Map<RecordIndex, number>();
  const turn = (of: RecordIndex, by: 1 | -1) => {
    const count = (open.get(of) ?? 0) + by;
    if (count === 0) open.delete(of);
    else open.set(of, count);
  };
  let [begun, from] = [0, 0];
  for (let ended = 0; ended < ends.length;) {
    const past = last[ends[ended]!]! + 1;
    const line = begun < first.length ? Math.min(first[begun]!, past) : past;
    if (open.size === 1) {
      found.first.push(from);
      found.last.push(line - 1);
      found.record.push(...open.keys());
    }
    for (; first[begun] === line; begun++) turn(record[begun]!, 1);
    for (; ended < ends.length && last[ends[ended]!]! < line; ended++) turn(record[ends[ended]!]!, -1);
    from = line;
  }
  return found;
}

/** The position of the last of rising numbers that is not above a value, -1 where all are. */
function lastUpTo(rising: ArrayLike<number>, value: number): number {
  let [from, to] = [0, rising.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (rising[middle]! <= value) from = middle + 1;
    else to = middle;
  }
  return from - 1;
}
