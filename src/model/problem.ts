/** A fault of the data: a value that is counted and shown, never thrown and never dropped. */

/** Every kind of problem that reading can report, with what it means for a person. */
export const PROBLEM_CATALOGUE = {
  'blank-line': 'Blank line, skipped',
  'stray-tags': 'Tag lines that no record stands before',
  'unreadable-tag': 'Tag that cannot be read, or line that only begins like one',
  'score-out-of-range': 'Score outside 0 to 1',
  'unknown-facet': 'Tags whose facet cannot be told',
  'ambiguous-facet': 'Tag group whose facet could be told two ways',
  'ambiguous-lines': 'Lines without a border that can be read in two ways',
  'missing-abstract': 'Record without an abstract',
  'missing-title': 'Record without a title, called by its id',
  'cut-authors': 'Author list that the source cut',
  'unusable-url': 'Address that no link can lead to',
  'unreadable-record': 'Record or row that cannot be read',
  'conflicting-row': 'Row that says something else of its record than an earlier one',
  'unread-column': 'Column or value of a table that is not read',
  'odd-quotes': 'Row of a table with blanks before a quote',
  'no-places': 'Table without a facet of places',
  'odd-path': 'Path with “>” but no blanks around it',
  'empty-facet': 'Facet without a tag, left out',
  'missing-score': 'Tags without a score, which count as 1',
  'orphan-line': 'Line that fits no record',
  'odd-authors': 'Author list with a part that has no partner',
  'stray-punctuation': 'Punctuation listed as an author, dropped',
  'split-person': 'Two single names in a row: perhaps one person split in two',
  'repeated-author': 'Author listed twice on one record, counted once',
  'repeated-tag': 'Same tag twice on one record, the higher score kept',
  'repeated-hidden': 'Second "more…" line in one facet, the larger number kept',
  'unresolved-place': 'Place whose country is not known',
  'no-gazetteer': 'Results read without the list of regions and cities',
  'faulty-override': 'Line of the place overrides that cannot be used',
  'faulty-identity': 'Line of the author list that cannot be used',
  'unused-identity': 'Line of the author list that changes nothing here',
  'unfit-layout': 'Positions of the co-author graph that do not fit it',
  'merged-duplicate': 'Same record again, merged',
  'conflicting-duplicate': 'Same record again with other tags, the union kept',
  'similar-record': 'Record like another, but of another year or address',
  'unsupported-format': 'File in a format that is not read',
  'empty-file': 'File without a record',
  'no-tags': 'File without a single tag',
  'line-too-long': 'Line longer than the limit, cut',
  'invalid-utf8': 'Bytes that are not UTF-8',
} as const;

export type ProblemCode = keyof typeof PROBLEM_CATALOGUE;

/** One fault, with the place in the file where it stands. */
export interface Problem {
  readonly code: ProblemCode;
  /** File name without its folder. */
  readonly file: string;
  /** Line number from 1; 0 when the whole file is meant. */
  readonly line: number;
  /** The offending text, at most {@link PROBLEM_TEXT_LIMIT} characters of it. */
  readonly text: string;
  /** What was wrong with this text and what was done, in a sentence. */
  readonly reason: string;
}

/** Longer offending text is cut to this many characters and ends in "…". */
export const PROBLEM_TEXT_LIMIT = 160;

/** Cuts offending text to {@link PROBLEM_TEXT_LIMIT} characters, without splitting a surrogate pair. */
export function excerpt(text: string): string {
  if (text.length <= PROBLEM_TEXT_LIMIT) return text;
  return `${Array.from(text.slice(0, PROBLEM_TEXT_LIMIT - 1))
    .join('')
    .replace(/[\uD800-\uDBFF]$/, '')}…`;
}
