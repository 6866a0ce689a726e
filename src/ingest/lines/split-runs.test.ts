import { describe, expect, it } from 'vitest';
import { splitRun } from './split-runs.ts';

const ABSTRACT =
  'We describe a method that does what its name says, and we show on three corpora how well it works.';
const AUTHORS = 'Hu, Xin, Li, Na, Kaiser, Łukasz';
const LONG = `${ABSTRACT} It needs less time than others. ${ABSTRACT}`;

/** One letter a line: T, A, B (abstract), O; "!" after lines where a doubt begins. */
function shape(lines: readonly string[]): string {
  const split = splitRun(lines);
  const letters = lines.map(() => 'O');
  for (const { title, authors, abstract } of split.records) {
    letters[title] = 'T';
    if (authors !== undefined) letters[authors] = 'A';
    if (abstract !== undefined) letters[abstract] = 'B';
  }
  for (const { from } of split.doubts) letters[from] = `${letters[from]!}!`;
  return letters.join('');
}

describe('splitRun', () => {
  it.each([
    ['nothing', [], ''],
    ['a record', ['A title of things', AUTHORS, ABSTRACT], 'TAB'],
    ['a record without authors', ['A title of things', ABSTRACT], 'TB'],
    [
      'records with and without authors',
      ['One thing', ABSTRACT, 'Two things', AUTHORS, LONG, 'Three', LONG],
      'TBTABTB',
    ],
    ['a single pair', ['A title of things', 'Hu, Xin', ABSTRACT], 'TAB'],
    ['a group as author', ['GPT-4 Technical Report', 'OpenAI, null', ABSTRACT], 'TAB'],
    ['an author list with a single name', ['A title', 'Li, Na, Plato, null, Hu, Xin', ABSTRACT], 'TAB'],
    ['an odd author list', ['A title', 'Hu, Xin, Li, Na, Kaiser', ABSTRACT], 'TAB'],
    ['an author list that ends with an initial', ['A title', 'Hu, Xin, Smith, John D.', ABSTRACT], 'TAB'],
    ['initials and short names', ['A title', 'Smith, A, Hu, An, Kim, In Soo, Hu, B1', ABSTRACT], 'TAB'],
    ['names with particles', ['A title', 'van der Berg, Jan, de la Cruz, Ana', ABSTRACT], 'TAB'],
    [
      'a title with several commas',
      ['Plan, Act, Learn, and Repeat, Again', ABSTRACT, 'Next', AUTHORS, LONG],
      'TBTAB',
    ],
    ['a title that could be names', ['One', ABSTRACT, 'Planning, Learning', AUTHORS, ABSTRACT], 'TBTAB'],
    ['a title that is a question', ['Is attention all you need?', AUTHORS, LONG], 'TAB'],
    ['a title with a break', ['Skill-it! A framework for understanding models', LONG], 'TB'],
    ['a one-sentence abstract', ['A title of things', 'Authors are counted.', 'Next one', LONG], 'TBTB'],
    [
      'an abstract with many commas',
      ['A title', 'We plan, act, learn, and repeat, as others, too, have done.'],
      'TB',
    ],
    ['an abstract without a full stop', ['A title', `${LONG} See https://example.org/a/b`], 'TB'],
    ['a title alone', ['A title of things'], 'T'],
    ['a record without abstract', ['A title', AUTHORS], 'TA'],
    [
      'a record without abstract before another',
      ['A title', AUTHORS, 'Another title', AUTHORS, LONG],
      'TATAB',
    ],
    ['an abstract before any title', [LONG, 'A title', AUTHORS, LONG], 'OTAB'],
    ['a second paragraph', ['A title', AUTHORS, LONG, LONG, 'Another title', LONG], 'TABOTB'],
  ])('cuts %s', (_, lines, expected) => expect(shape(lines).replaceAll('!', '')).toBe(expected));

  it.each([
    [
      'two titles or a title and a short abstract',
      ['Learning to plan', 'Planning to learn from what was planned before'],
    ],
    [
      'names or a short title after a title',
      ['Learning to plan', 'Planning, Learning', 'Acting in a changing world'],
    ],
  ])('doubts %s', (_, lines) => expect(shape(lines)).toContain('!'));

  it('has no doubt about a clear run', () => {
    expect(shape(['One thing', ABSTRACT, 'Two things', AUTHORS, LONG, 'Three', LONG])).not.toContain('!');
  });

  it('costs nothing where every line is what it should be', () => {
    expect(splitRun(['One thing', AUTHORS, LONG, 'Two things', LONG]).cost).toBe(0);
  });
});
