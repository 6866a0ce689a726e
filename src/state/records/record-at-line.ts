/** The way from a line of a file back to the record that was read there. */
import type { Dataset, RecordColumns, RecordIndex } from '../../model/dataset.ts';
import { sortByNumber } from '../../model/sort-by-number.ts';

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
  const byLine = sortByLine(passageFirst);
  const rankAt = (passage: number) => ranks[passageFile[passage]!]!;
  const sorted = rankOf.size === 1 ? byLine : sortByNumber(byLine, rankAt, 'ascending');
  const count = sorted.length;
  const [first, last, record] = [new Uint32Array(count), new Uint32Array(count), new Uint32Array(count)];
  for (let i = 0; i < count; i++) {
    const passage = sorted[i]!;
    first[i] = passageFirst[passage]!;
    last[i] = passageLast[passage]!;
    record[i] = recordOf[passage]!;
  }
  const counts = new Uint32Array(rankOf.size);
  for (let i = 0; i < passageFile.length; i++) counts[ranks[passageFile[i]!]!]!++;
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
    for (let i = passageOffset[record]!; i < passageOffset[record + 1]!; i++) recordOf[i] = record;
  }
  return recordOf;
}

/** The positions of lines in the order of these, in two rounds of 16 bits: soon done however many lines there are. */
function sortByLine(lines: Uint32Array): Uint32Array {
  let from = new Uint32Array(lines.length);
  for (let i = 0; i < from.length; i++) from[i] = i;
  for (const shift of [0, 16]) {
    const next = new Uint32Array(0x1_0001);
    for (let i = 0; i < from.length; i++) next[((lines[from[i]!]! >>> shift) & 0xffff) + 1]!++;
    for (let i = 1; i < next.length; i++) next[i]! += next[i - 1]!;
    const into = new Uint32Array(from.length);
    for (let i = 0; i < from.length; i++) into[next[(lines[from[i]!]! >>> shift) & 0xffff]!++] = from[i]!;
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
  const ends = sortByLine(last);
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
