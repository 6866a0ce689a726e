/** Records for tests: only their bylines matter to co-authorship. */
import type { AuthorId, RecordColumns } from '../../model/dataset.ts';
import { packTexts } from '../../model/codec/pack-texts.ts';

/** Columns of records with these authors and nothing else. */
export function recordsOf(bylines: readonly (readonly AuthorId[])[]): RecordColumns {
  const authorOffset = new Uint32Array(bylines.length + 1);
  bylines.forEach((byline, r) => (authorOffset[r + 1] = authorOffset[r]! + byline.length));
  return {
    id: packTexts(bylines.map((_, r) => `r${r}`)),
    title: packTexts(bylines.map((_, r) => `Record ${r}`)),
    abstract: packTexts(bylines.map(() => '')),
    authorOffset,
    author: Uint32Array.from(bylines.flat()),
    passageOffset: new Uint32Array(bylines.length + 1),
    passageFile: new Uint32Array(0),
    passageFirst: new Uint32Array(0),
    passageLast: new Uint32Array(0),
  };
}

/** The whole numbers from `first` up to, not with, `end`. */
export function range(first: number, end: number): number[] {
  return Array.from({ length: end - first }, (_, i) => first + i);
}
