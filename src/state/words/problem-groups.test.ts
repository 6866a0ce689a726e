import { describe, expect, it } from 'vitest';
import { PROBLEM_CATALOGUE, type Problem, type ProblemCode } from '../../model/problem.ts';
import { problemGroups } from './problem-groups.ts';

const problem = (code: ProblemCode, line: number): Problem => ({
  code,
  file: 'a.txt',
  line,
  text: '',
  reason: '',
});

const problems = [
  problem('merged-duplicate', 4),
  problem('blank-line', 7),
  problem('merged-duplicate', 9),
  problem('blank-line', 12),
  problem('orphan-line', 20),
];
const linesOf = (groups: ReturnType<typeof problemGroups>) =>
  groups.map(({ code, problems }) => [code, ...problems.map(({ line }) => line)]);

describe('problems by kind', () => {
  it('stand in the order of the catalogue, each kind in reading order, with its words', () => {
    const groups = problemGroups(problems);
    expect(linesOf(groups)).toEqual([
      ['blank-line', 7, 12],
      ['orphan-line', 20],
      ['merged-duplicate', 4, 9],
    ]);
    expect(groups[0]!.meaning).toBe(PROBLEM_CATALOGUE['blank-line']);
  });

  it('are no groups where there are no problems', () => {
    expect(problemGroups([])).toEqual([]);
  });
});
