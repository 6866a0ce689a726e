import type { ClassMethod } from './class-methods.ts';

/** One sentence on each method for tooltips and the about panel. */
export const METHOD_MEANING: Readonly<Record<ClassMethod, string>> = {
  log: 'Limits at 1, 2, 5, 10, 20, 50, … in steps of about the same ratio: for values of very different size.',
  quantile: 'About as many places in each class: it shows ranks and hides how far apart the values are.',
  equal: 'Classes of the same width: equal steps of colour are equal steps of value.',
  jenks: 'Limits in the gaps between values, so that those of a class differ least (Fisher–Jenks).',
};
