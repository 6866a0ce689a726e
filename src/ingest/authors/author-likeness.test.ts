import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alikePairs } from './alike-authors.ts';
import { comparableName, isShortFor, likenessOf, shortenings } from './author-likeness.ts';
import { differenceInWords } from './name-difference.ts';

const named = (text: string) => {
  const [family, given] = text.split(', ');
  return comparableName(family!, given ?? null);
};
const likeness = (a: string, b: string) => likenessOf(named(a), named(b));

describe('likenessOf', () => {
  it.each([
    ['Müller, Jürgen', 'Muller, Jurgen', 'spelling'],
    ['Dupont, Jean-Pierre', 'Dupont, Jean Pierre', 'spelling'],
    ['Dupont, Jean-Pierre', 'DUPONT, Jeanpierre', 'spelling'],
    ["O'Brien, Ann", 'O’Brien, Ann', 'spelling'],
    ['Straße, Kim', 'Strasse, Kim', 'spelling'],
    ['Łukasz, Ewa', 'Lukasz, Ewa', 'spelling'],
    ['OpenAI', 'Open AI', 'spelling'],
    ['Wang, X Y', 'Wang, XY', 'spelling'],
    ['Müller, Jürgen', 'Mueller, Juergen', 'umlaut'],
    ['Pokorny, Michael', 'Michael, Pokorny', 'order'],
    ['Michael Pokorny', 'Pokorny, Michael', 'order'],
    ['van den Berg, Jan', 'Berg, Jan van den', 'order'],
    ['Pokorny, Michael', 'Pokorny, Michael J.', 'middle'],
    ['Pokorny, Michael James', 'Pokorny, Michael J.', 'middle'],
    ['Pokorny, M.', 'Pokorny, Michael', 'initials'],
    ['Pokorny, M', 'Pokorny, M. J.', 'initials'],
    ['Pokorny, MJ', 'Pokorny, Michael James', 'initials'],
    ['Dupont, J.-P.', 'Dupont, Jean-Pierre', 'initials'],
    ['Smith, J., Jr.', 'Smith, John', 'initials'],
  ])('sees in "%s" and "%s" the likeness "%s"', (a, b, found) => {
    expect(likeness(a, b)).toBe(found);
    expect(likeness(b, a)).toBe(found);
  });

  it.each([
    ['another first initial', 'Smith, J. R.', 'Smith, J. S.'],
    ['father and son', 'Smith, John', 'Smith, John Jr.'],
    ['father and son by initials', 'Smith, J.', 'Smith, John III'],
    ['two first names of one initial', 'Wang, Wei', 'Wang, Wen'],
    ['initials that do not fit', 'Wang, W. X.', 'Wang, Wei'],
    ['a family name alone', 'Pokorny', 'Pokorny, Michael'],
    ['another family name', 'Wang, W.', 'Wong, Wei'],
    ['a name with a number', 'Wang, Wei', 'Wang (2), Wei'],
    ['letters taken for initials in a name all in capitals', 'LI, BO', 'LI, B O N'],
    ['two initials of which only the order differs', 'Li, B. N.', 'Li, N. B.'],
  ])('sees none in %s: "%s" and "%s"', (_, a, b) => {
    expect(likeness(a, b)).toBeUndefined();
    expect(likeness(b, a)).toBeUndefined();
  });
});

it.each([
  ['Müller, Jo', 'Muller, Jo', 'accents'],
  ['Strauß, Jo', 'Strauss, Jo', 'accents'],
  ['Van Dam, Jo', 'van Dam, Jo', 'capitals'],
  ['Van-Dam, J', 'VanDam, J', 'hyphens, stops or blanks'],
  ['Müller, Jo Ann', 'Muller, Jo-ann', 'accents and hyphens, stops or blanks'],
  ['Müller, Jo Ann', 'Muller, Joann', 'accents and hyphens, stops or blanks'],
  ['Wang, W.', 'Wang, W', 'hyphens, stops or blanks'],
])('"%s" and "%s" differ in %s', (a, b, words) => expect(differenceInWords(a, b)).toBe(words));

describe('shortenings', () => {
  it('are all that is short for a name, and nothing else', () => {
    const word = fc.constantFrom('ann', 'a', 'bo', 'b', 'an');
    const given = fc.array(word, { maxLength: 5 });
    fc.assert(
      fc.property(given, given, (a, b) => {
        const isListed = shortenings(b).some((each) => each.join(' ') === a.join(' '));
        expect(isListed).toBe(a.join(' ') !== b.join(' ') && isShortFor(a, b));
      }),
    );
  });
});

describe('alikePairs', () => {
  const family = fc.constantFrom(
    'Müller',
    'Mueller',
    'Muller',
    'Wang',
    'Wei',
    'van Berg',
    'Berg',
    'OpenAI',
    'Open AI',
    '李',
  );
  const given = fc.oneof(
    fc.constant(null),
    fc
      .array(fc.constantFrom('Wei', 'Wang', 'W.', 'J', 'Jo', 'Jör', 'JW', 'van', 'Jr', 'Bo-Li'), {
        minLength: 1,
        maxLength: 4,
      })
      .map((words) => words.join(' ')),
  );

  it('are the pairs that comparing all with all finds', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(family, given), { maxLength: 30 }), (list) => {
        const names = list.map(([f, g]) => comparableName(f, g));
        const plain = names.flatMap((one, a) =>
          names.flatMap((other, b) => {
            const found = a < b ? likenessOf(one, other) : undefined;
            return found === undefined ? [] : [{ a, b, likeness: found }];
          }),
        );
        expect(alikePairs(names)).toEqual(plain);
      }),
      { numRuns: 300 },
    );
  });

  it('leave out an initial that more than fifty names fit', () => {
    const names = [
      'Wang, W',
      ...Array.from({ length: 51 }, (_, i) => `Wang, W${String.fromCharCode(97 + (i % 26))}${i}`),
    ];
    expect(alikePairs(names.slice(0, 51).map(named))).toHaveLength(50);
    expect(alikePairs(names.map(named))).toHaveLength(0);
  });
});
