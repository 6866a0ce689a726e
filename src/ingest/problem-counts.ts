import { PROBLEM_CATALOGUE, type Problem, type ProblemCode } from '../model/problem.ts';

/** How often each kind of problem occurs; in the order of the catalogue, whatever the order of the problems. */
export function problemCounts(problems: readonly Problem[]): Partial<Record<ProblemCode, number>> {
  const countByCode = new Map<ProblemCode, number>();
  for (const { code } of problems) countByCode.set(code, (countByCode.get(code) ?? 0) + 1);
  const counts: Partial<Record<ProblemCode, number>> = {};
  for (const code of Object.keys(PROBLEM_CATALOGUE) as ProblemCode[]) {
    const count = countByCode.get(code);
    if (count !== undefined) counts[code] = count;
  }
  return counts;
}
