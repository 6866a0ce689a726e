import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOf, packLines, packTexts } from './pack-texts.ts';
import { repeatedText } from './repeated-text.ts';

/** Any text: letters of one to four bytes, line ends, marks that begin a file, halves of characters. */
const anyText = fc.string({
  unit: fc.oneof(fc.constantFrom('a', 'é', '東', '𠮷', '\n', '\ufeff', '\ud800', '"', '\\'), fc.string()),
});
const wellFormed = (text: string) => text.replace(/\p{Surrogate}/gu, '\ufffd');

describe('packed texts', () => {
  it('are the texts that they were made of', () => {
    fc.assert(
      fc.property(fc.array(anyText), (texts) => {
        const packed = packTexts(texts);
        const plain = texts.map(wellFormed);
        expect([...packed]).toEqual(plain);
        expect(packed.length).toBe(texts.length);
        plain.forEach((text, i) => {
          expect(packed.at(i)).toBe(text);
          expect(packed.indexOf(text)).toBe(plain.indexOf(text));
        });
        expect(packed.indexOf('nobody wrote this')).toBe(-1);
      }),
    );
  });

  it('are lines and come back from them, unless one has lines of its own', () => {
    fc.assert(
      fc.property(fc.array(anyText), (texts) => {
        const packed = packTexts(texts);
        const lines = linesOf(packed);
        if (texts.some((text) => text.includes('\n'))) expect(lines).toBeNull();
        else {
          expect(lines).toBe(texts.map((text) => `${wellFormed(text)}\n`).join(''));
          expect(packLines(lines!, texts.length)).toEqual(packed);
        }
      }),
    );
  });

  it('tell none from one that is empty', () => {
    expect(linesOf(packTexts([]))).toBe('');
    expect(linesOf(packTexts(['']))).toBe('\n');
    expect([...packLines('', 9)]).toEqual([]);
    expect([...packLines('\n', 9)]).toEqual(['']);
  });

  it('are read as far as one more than there may be', () => {
    expect([...packLines('a\nb\nc\nd\n', 2)]).toEqual(['a', 'b', 'c']);
    expect([...packLines('é\nb\nc\nd\n', 2)]).toEqual(['é', 'b', 'c']);
  });

  it.each([-1, 2, 0.5, NaN])('have no text at %d where there are two', (index) => {
    expect(() => packTexts(['a', 'b']).at(index)).toThrow(`no text ${index} of 2`);
  });
});

it('the first text that stands twice is found, however many there are and alike', () => {
  const few = fc.constantFrom('', 'a', 'b', 'ab', 'é', 'aé');
  fc.assert(
    fc.property(fc.array(fc.oneof(few, fc.string()), { maxLength: 60 }), (texts) => {
      const plain = texts.map(wellFormed);
      expect(repeatedText(packTexts(texts))).toBe(plain.findIndex((text, i) => plain.indexOf(text) < i));
    }),
  );
  const many = Array.from({ length: 20_000 }, (_, i) => `s${i.toString(36)}`);
  expect(repeatedText(packTexts(many))).toBe(-1);
  expect(repeatedText(packTexts([...many, 's0']))).toBe(20_000);
});
