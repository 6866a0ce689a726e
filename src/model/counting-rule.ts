/** The counting rules, one switch for every view: README.md, "What the numbers mean". */

export type CountingRule = 'records' | 'fractional' | 'score';

/** In the order of the switch. */
export const COUNTING_RULES: readonly CountingRule[] = ['records', 'fractional', 'score'];

/** What the switch, legends, tooltips and column heads call each rule. */
export const COUNTING_RULE_LABEL: Readonly<Record<CountingRule, string>> = {
  records: 'Records',
  fractional: 'Fractional',
  score: 'Score',
};

const UNIT: Readonly<Record<CountingRule, string>> = {
  records: 'records',
  fractional: 'records, shared',
  score: 'score sum',
};

/** What is counted, as it stands after a number that is shown so. */
export function countingUnit(rule: CountingRule, shown: string): string {
  return rule === 'records' && shown === '1' ? 'record' : UNIT[rule];
}
