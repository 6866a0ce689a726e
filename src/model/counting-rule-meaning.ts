import type { CountingRule } from './counting-rule.ts';

/** One sentence on each rule for tooltips and the about panel. */
export const COUNTING_RULE_MEANING: Readonly<Record<CountingRule, string>> = {
  records:
    'Full counting: a record counts once in each of its places or topics, so the values do not add up.',
  fractional: 'Each record shares 1 among its own tags in proportion to their scores, so the values add up.',
  score: 'The sum of the tags’ scores: sure tags weigh more than unsure ones. The values do not add up.',
};
