/** The counting rules, one switch for every view: docs/numbers.md. */

export type CountingRule = 'records' | 'fractional' | 'score';

/** In the order of the switch. */
export const COUNTING_RULES: readonly CountingRule[] = ['records', 'fractional', 'score'];

/** What the switch, legends, tooltips and column heads call each rule. */
export const COUNTING_RULE_LABEL: Readonly<Record<CountingRule, string>> = {
  records: 'Records',
  fractional: 'Fractional',
  score: 'Score',
};

/** What is counted for each place or topic, as titles and legends say it. */
export const COUNTED: Readonly<Record<CountingRule, string>> = {
  records: 'records',
  fractional: 'fractional count',
  score: 'score sum',
};
