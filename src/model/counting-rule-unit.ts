/** What is counted, in words: apart from the rules, since only views with a number in their middle say it. */
import type { CountingRule } from './counting-rule.ts';

const UNIT: Readonly<Record<CountingRule, string>> = {
  records: 'records',
  fractional: 'records, shared',
  score: 'score sum',
};

/** What is counted, as it stands after a number that is shown so. */
export function countingUnit(rule: CountingRule, shown: string): string {
  return rule === 'records' && shown === '1' ? 'record' : UNIT[rule];
}
