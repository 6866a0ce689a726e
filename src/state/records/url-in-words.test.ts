import { expect, it } from 'vitest';
import { urlInWords } from './url-in-words.ts';

it.each([
  ['https://doi.org/10.1016/j.cell.2023.01.001', 'doi.org/10.1016/j.cell.2023.01.001'],
  ['http://www.example.org/', 'example.org'],
  ['https://example.org/a?b=c#d', 'example.org/a?b=c#d'],
  [
    `https://doi.org/10.1002/(sici)1097-4571(199806)49:8%3C693::aid-asi4%3E3.0.co;2-o`,
    'doi.org/10.1002/(sici)1097-4571(199806)…3::aid-asi4%3E3.0.co;2-o',
  ],
  [`https://example.org/${'a'.repeat(52)}`, `example.org/${'a'.repeat(52)}`],
  [`https://example.org/${'a'.repeat(53)}`, `example.org/${'a'.repeat(27)}…${'a'.repeat(24)}`],
])('%s is called %s', (url, words) => expect(urlInWords(url)).toBe(words));
