import { expect, it } from 'vitest';
import { figureInput } from '../../../tests/export/figure-input.ts';
import { handCounted } from '../../../tests/filter/hand-counted.ts';
import { recordsFigure } from './figure-records.ts';

/** The texts of the figure, in order. */
const texts = (query: string) =>
  [...recordsFigure(figureInput(handCounted, query), 900, 600).body.matchAll(/<text[^>]*>([^<]*)</g)].map(
    ([, text]) => text!.replaceAll('\u00a0', ' '),
  );

it('a list in a file shows the tags that the list on the page shows, what is included first', () => {
  expect(texts('').slice(0, 2)).toEqual(['Title and authors', 'Tagged places']);
  const vision = texts('technology=Artificial+Intelligence%3EVision');
  expect(vision[1]).toBe('technology, ◆ included');
  expect(vision).toContain('◆ Vision 0.50, Machine Learning 1.00');
  expect(texts('tags=technology')).toContain('Machine Learning 1.00, Vision 0.50');
});

it('an included author stands first in a byline', () => {
  expect(texts('')).toContain('Ada, Cy, Bo');
  expect(texts('author=Bo')).toContain('◆ Bo, Ada, Cy');
});
