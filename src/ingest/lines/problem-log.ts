/** Collects the problems of one file. */
import { excerpt, type Problem, type ProblemCode } from '../../model/problem.ts';
import type { SourceLine } from './source-lines.ts';

/** Why a text with U+FFFD is told. */
export const BROKEN_TEXT =
  'holds U+FFFD, the mark for bytes that are no text (files are read as UTF-8: save it so); kept as it is';

/** Where a stage puts what it finds wrong. */
export interface ProblemLog {
  readonly problems: readonly Problem[];
  /** A problem with one line. */
  readonly at: (code: ProblemCode, line: Pick<SourceLine, 'number' | 'text'>, reason: string) => void;
  /** A problem with a part of a line: only that part is quoted. */
  readonly on: (code: ProblemCode, line: number, text: string, reason: string) => void;
  /** A problem with the whole file. */
  readonly file: (code: ProblemCode, reason: string) => void;
  /** The number that a line has in the file, for reasons that name another line. */
  readonly lineOf: (number: number) => number;
}

/**
 * An empty log for the file of that name.
 * @param linesBefore how many lines of the file stand before those that are told; asked when there is a problem
 */
export function problemLog(file: string, linesBefore = () => 0): ProblemLog {
  const problems: Problem[] = [];
  const lineOf = (number: number) => linesBefore() + number;
  const on: ProblemLog['on'] = (code, line, text, reason) => {
    problems.push({ code, file, line: lineOf(line), text: excerpt(text), reason });
  };
  return {
    problems,
    on,
    at: (code, line, reason) => on(code, line.number, line.text, reason),
    file: (code, reason) => problems.push({ code, file, line: 0, text: '', reason }),
    lineOf,
  };
}
