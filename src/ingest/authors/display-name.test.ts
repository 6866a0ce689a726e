import fc from 'fast-check';
import { expect, it } from 'vitest';
import { authorOfDisplayName } from './display-name.ts';

it.each([
  ['Daniel Kaufmann', 'Kaufmann', 'Daniel'],
  ['Richard W. Wrangham', 'Wrangham', 'Richard W.'],
  ['Ludwig van Beethoven', 'van Beethoven', 'Ludwig'],
  ['María de la Cruz', 'de la Cruz', 'María'],
  ['Martin Luther King Jr.', 'King Jr.', 'Martin Luther'],
  ['Martin Luther King, Jr.', 'King Jr.', 'Martin Luther'],
  ['Kaufmann, Daniel', 'Kaufmann', 'Daniel'],
  ['King, Martin Luther, Jr.', 'King', 'Martin Luther Jr.'],
  ['  Jean-Luc\u00a0 Picard ', 'Picard', 'Jean-Luc'],
  ['Unesco', 'Unesco', null],
  ['王伟', '王伟', null],
  ['Smith,', 'Smith', null],
])('reads %s', (text, family, given) => expect(authorOfDisplayName(text)).toEqual({ family, given }));

it('a name has a letter or a digit, and no comma within its two parts', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'B', ' ', ',', '.', '東', '\n', 'jr'), maxLength: 12 });
  fc.assert(
    fc.property(text, (name) => {
      const author = authorOfDisplayName(name);
      if (author === undefined) {
        expect(name).not.toMatch(/[\p{L}\p{N}]/u);
        return;
      }
      for (const part of [author.family, author.given ?? 'none']) {
        expect(part).toBe(part.trim());
        expect(part).toMatch(/^[^,]+$/);
      }
    }),
  );
});
