/** Years as concepts: "2014" below "2010s". */

/** A year from 1000 to 2999 in four digits: what a record of print can have. */
export const isYear = (label: string): boolean => /^[12]\d{3}$/.test(label);

/** "2010s", the concept above a year. @param year in four digits */
export const decadeOf = (year: string): string => `${year.slice(0, 3)}0s`;

/** Whether a label is that of a decade. */
export const isDecade = (label: string): boolean => /^[12]\d{2}0s$/.test(label);
