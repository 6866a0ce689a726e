/** The tag lines under one record as tags of its row. */
import { TEXT_ORDER } from '../facets.ts';
import type { HeldLines } from '../lines/held-lines.ts';
import type { ProblemLog } from '../lines/problem-log.ts';
import type { RecordRows } from './record-rows.ts';
import { readAnyBlock } from '../tags/tag-block.ts';
import { MORE, SCORES, type TagReader } from '../tags/tag-reader.ts';

const GEOGRAPHY = TEXT_ORDER.indexOf('geography');
/** Longer lists go the general way. */
const SHORT_LIST = 24;

/** What a block came to. */
export interface ReadBlock {
  /** How many of its lines became part of the record; the others were reported. */
  readonly used: number;
  /** Number of the last of them, 0 for none. */
  readonly last: number;
}

/** A block in the file of that index: its lines from index `start` on, and by line what `TagReader.code` says. */
export interface CodedBlock {
  readonly file: number;
  readonly lines: HeldLines;
  readonly start: number;
  readonly codes: Int32Array;
}

/** Reads a block and ends the facets of the row that is open. */
export function readBlock(block: CodedBlock, rows: RecordRows, log: ProblemLog): ReadBlock {
  const { lines, start, codes } = block;
  if (start === lines.length || !isPlainBlock(codes, start, lines.length, rows.tags)) {
    return readAny(block, rows, log);
  }
  let facet = -1;
  let hidden = 0;
  for (let i = start; i < lines.length; i++) {
    const code = codes[i]!;
    if (code <= MORE) {
      hidden = MORE - code;
      continue;
    }
    const path = Math.floor(code / SCORES);
    const home = rows.tags.homeOf(path);
    for (; facet < home; facet++) {
      if (facet >= 0)
        rows.endFacet(hidden, rows.tagPath.length > rows.tagOffset.values[rows.tagOffset.length - 1]!);
      hidden = 0;
    }
    rows.addTag(path, code % SCORES);
    if (home === GEOGRAPHY) rows.seePlace(path, block.file, lines.number(i));
  }
  rows.endFacet(hidden, true);
  for (facet++; facet < TEXT_ORDER.length; facet++) rows.endFacet(0, false);
  return { used: lines.length - start, last: lines.number(lines.length - 1) };
}

/** Most blocks: every root has one home, the homes stand in order, and nothing is odd or said twice. */
export function isPlainBlock(codes: Int32Array, start: number, end: number, tags: TagReader): boolean {
  let home = -1;
  let least = 0;
  let listStart = start;
  let isEnded = true;
  for (let i = start; i < end; i++) {
    const code = codes[i]!;
    if (code <= MORE) {
      if (isEnded) return false;
      isEnded = true;
      continue;
    }
    if (code < 0) return false;
    const next = tags.homeOf(Math.floor(code / SCORES));
    const score = code % SCORES;
    if (next < 0 || next < home) return false;
    if (next > home) listStart = i;
    else if (isEnded || score > least || i - listStart >= SHORT_LIST || hasPath(codes, listStart, i))
      return false;
    home = next;
    least = score;
    isEnded = false;
  }
  return true;
}

/** Whether the path of the tag at `at` stands from `start` on before it. */
function hasPath(codes: Int32Array, start: number, at: number): boolean {
  const path = Math.floor(codes[at]! / SCORES);
  for (let i = start; i < at; i++) if (Math.floor(codes[i]! / SCORES) === path) return true;
  return false;
}

function readAny({ file, lines, start }: CodedBlock, rows: RecordRows, log: ProblemLog): ReadBlock {
  const { facets, used } = readAnyBlock(lines.lines(start, lines.length), log, rows.tags);
  for (const facet of TEXT_ORDER) {
    const list = facets[facet];
    for (const { path, score, line } of list?.tags ?? []) {
      const number = rows.tags.numberOf(path);
      rows.addTag(number, score);
      if (facet === 'geography') rows.seePlace(number, file, line);
    }
    rows.endFacet(list?.hidden ?? 0, list !== undefined);
  }
  return { used: used.length, last: used.at(-1) ?? 0 };
}
