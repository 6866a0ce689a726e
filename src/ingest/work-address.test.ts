import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWorkUrl } from '../model/work-url.ts';
import { workAddress } from './work-address.ts';

describe('the address of a work', () => {
  it.each([
    ['https://doi.org/10.1016/j.cell.2023.01.001', 'https://doi.org/10.1016/j.cell.2023.01.001'],
    ['http://dx.doi.org/10.1000/182', 'https://doi.org/10.1000/182'],
    ['doi.org/10.1000/182', 'https://doi.org/10.1000/182'],
    ['doi: 10.1000/182', 'https://doi.org/10.1000/182'],
    [' 10.1000.10/A1 ', 'https://doi.org/10.1000.10/A1'],
    [
      '10.1002/(sici)1097-4571(199806)49:8<693::aid-asi4>3.0.co;2-o',
      'https://doi.org/10.1002/(sici)1097-4571(199806)49:8%3C693::aid-asi4%3E3.0.co;2-o',
    ],
    ['10.1000/a#b?c%d%3Ce', 'https://doi.org/10.1000/a%23b%3Fc%25d%3Ce'],
    ['10.1000/größe', 'https://doi.org/10.1000/gr%C3%B6%C3%9Fe'],
    ['https://openalex.org/W1', 'https://openalex.org/W1'],
    ['https://bücher.example/ä?b={c}|"d"', 'https://xn--bcher-kva.example/%C3%A4?b=%7Bc%7D%7C%22d%22'],
    ['HTTP://Example.org', 'http://example.org/'],
  ])('of %s is %s', (text, address) => expect(workAddress(text)).toBe(address));

  it.each([
    '',
    '10.1016',
    'https://doi.org/',
    'https://doi.org/abc',
    '10.1000/a b',
    '10.1000/\u202Ea',
    '10.1000/a\ud83e',
    'javascript:alert(1)',
    'data:text/html,a',
    '//example.org/a',
    'example.org/a',
    'http://user@example.org/',
    'https://user:password@example.org/',
    'https://example.org/a\tb',
    `https://example.org/${'é'.repeat(400)}`,
    `10.1000/${'a'.repeat(2000)}`,
  ])('is not told by %j', (text) => expect(workAddress(text)).toBeUndefined());

  it('is one that a dataset may have, and stays as it is, whatever it was made of', () => {
    const signs = fc.string({ unit: fc.constantFrom(...Array.from('a1/.:?#%@\\é🦊\u202E {}[]"')) });
    const text = fc
      .tuple(fc.constantFrom('', '10.1/', 'doi:10.2/', 'https://', 'https://a.b/'), signs)
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (each) => {
        const address = workAddress(each);
        if (address === undefined) return;
        expect(isWorkUrl(address)).toBe(true);
        expect(workAddress(address)).toBe(address);
      }),
      { numRuns: 2000 },
    );
  });
});
