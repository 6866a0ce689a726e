/** Problems by kind, for a person to go through. */
import { PROBLEM_CATALOGUE, type Problem, type ProblemCode } from '../../model/problem.ts';

/** All problems of one kind, in reading order. */
export interface ProblemGroup {
  readonly code: ProblemCode;
  /** What the kind means, in the words of the catalogue. */
  readonly meaning: string;
  readonly problems: readonly Problem[];
}

/** The kinds that occur, in the order of the catalogue. */
export function problemGroups(problems: readonly Problem[]): ProblemGroup[] {
  const byCode = new Map<ProblemCode, Problem[]>();
  for (const problem of problems) {
    const others = byCode.get(problem.code);
    if (others) others.push(problem);
    else byCode.set(problem.code, [problem]);
  }
  return Object.entries(PROBLEM_CATALOGUE).flatMap(([key, meaning]) => {
    const code = key as ProblemCode;
    const found = byCode.get(code);
    return found ? [{ code, meaning, problems: found }] : [];
  });
}
