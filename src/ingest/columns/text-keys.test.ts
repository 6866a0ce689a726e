import { describe, expect, it } from 'vitest';
import { byCodeUnits, foldText, hasWord, textKey } from './text-keys.ts';

describe('textKey', () => {
  it.each([
    ['case', 'GPT-4 Technical Report', 'gpt-4 TECHNICAL report'],
    ['punctuation and white space', 'Skill-it! A  framework', 'Skill it: a framework.'],
    ['compatibility forms', 'ﬁne-tuning ２', 'fine tuning 2'],
    ['composed letters', 'Möbius', 'Mo\u0308bius'],
    ['sharp s', 'Straße', 'STRASSE'],
  ])('does not see a difference in %s', (_, a, b) => expect(textKey(a)).toBe(textKey(b)));

  it.each([
    ['numbers', 'Part 1', 'Part 2'],
    ['diacritics', 'Mobius', 'Möbius'],
    ['scripts', '语言模型', '语言'],
  ])('sees a difference in %s', (_, a, b) => expect(textKey(a)).not.toBe(textKey(b)));
});

it('foldText leaves single blanks and NFC', () => {
  expect(foldText(' \t a\u00A0\u2003b  Ko\u0308 ')).toBe('a b Kö');
});

it('hasWord asks for a letter or a digit of any script', () => {
  expect(['a', '7', '语', ':', '', ' - '].map(hasWord)).toEqual([true, true, true, false, false, false]);
});

it('byCodeUnits knows no locale', () => {
  expect(['b', 'ä', 'a', 'B', 'Z'].sort(byCodeUnits)).toEqual(['B', 'Z', 'a', 'b', 'ä']);
});
