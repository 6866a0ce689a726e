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

/** What one unit is, as it stands after a number. */
export const COUNTING_RULE_UNIT: Readonly<Record<CountingRule, string>> = {
  records: 'records',
  fractional: 'records, shared',
  score: 'score sum',
};

/** One sentence on each rule for tooltips and the about panel. */
export const COUNTING_RULE_MEANING: Readonly<Record<CountingRule, string>> = {
  records:
    'Full counting: a record counts once in each of its places or topics, so the values do not add up.',
  fractional: 'Each record shares 1 among its own tags in proportion to their scores, so the values add up.',
  score: 'The sum of the tags’ scores: sure tags weigh more than unsure ones. The values do not add up.',
};
