/** Arbitrary texts for property tests: names, titles, sentences, tag lines, and every kind of dirt between. */
import fc from 'fast-check';

const piece = fc.oneof(
  fc.constantFrom(
    ...[
      'Hu',
      'Li, Na',
      ', ',
      ',',
      ' ',
      '  ',
      '\t',
      '\u00a0',
      'null',
      'OpenAI, null',
      'van der Berg',
      'de',
      "'t Hooft",
    ],
    ...[
      'A title',
      'For',
      'using',
      'We show. ',
      'Why? "',
      'end.',
      '. A',
      '.” Ö',
      'Müller',
      'M\u0301',
      'ﬁ',
      'ß',
      'İ',
      'ſ',
    ],
    ...[
      '語',
      '—',
      '😀',
      '\ud83d',
      '’',
      ':',
      'St. ',
      'the ',
      ' the',
      'Sankt ',
      'E.',
      'Jones-Smith',
      'O’Neil',
      'x'.repeat(70),
    ],
  ),
  fc.string({ unit: 'binary', maxLength: 3 }),
  fc.string({ maxLength: 4 }),
);
/** A line of anything. */
export const oddText = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));
export const RUNS = { numRuns: 3000 };

const ROOTS = ['Asia', 'Asia > Japan', 'Overview', 'Law', 'Toys', 'Information Technology'];
const SECOND = ['Artificial Intelligence', 'Graphics', 'Services', 'Elsewhere'];
export const PATHS = [...ROOTS, ...SECOND.map((level) => `Information Technology > ${level}`)];
/** A line that is a tag, or nearly one. */
export const tagLine = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('- ', '\t- ', ' - ', '-', '– '),
      fc.constantFrom(...PATHS),
      fc.constantFrom('0.1', '0.90', '1.2', ''),
    )
    .map(([start, path, score]) => `${start}${path} (${score})`),
  fc.constantFrom('- (3 more...)', '- none', '-'),
  oddText,
);
