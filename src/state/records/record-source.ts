/** Where a record was read, and what was odd there. */
import type { Dataset, RecordIndex } from '../../model/dataset.ts';
import type { Problem } from '../../model/problem.ts';

/** Lines of one file, first and last included. */
export interface Passage {
  readonly file: string;
  readonly first: number;
  readonly last: number;
}

/** The passages that a record was read from: the one that stands for it, then those merged into it. */
export function passagesOf(dataset: Dataset, record: RecordIndex): Passage[] {
  const { passageOffset, passageFile, passageFirst, passageLast } = dataset.records;
  const passages: Passage[] = [];
  for (let i = passageOffset[record]!; i < passageOffset[record + 1]!; i++) {
    passages.push({
      file: dataset.source.files[passageFile[i]!]!,
      first: passageFirst[i]!,
      last: passageLast[i]!,
    });
  }
  return passages;
}

/** "line 4", "lines 16–32". */
export function linesInWords({ first, last }: Passage): string {
  return first === last ? `line ${first}` : `lines ${first}–${last}`;
}

/** The files of some passages, each once, in their order. */
export function filesOf(passages: readonly Passage[]): string[] {
  return [...new Set(passages.map(({ file }) => file))];
}

/** The problems that were met in a record's lines, in reading order. */
export function problemsIn(dataset: Dataset, record: RecordIndex): Problem[] {
  const passages = passagesOf(dataset, record);
  return dataset.problems.filter((problem) =>
    passages.some(
      ({ file, first, last }) => problem.file === file && problem.line >= first && problem.line <= last,
    ),
  );
}
