import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readXml, textOf } from '../../../tests/export/read-xml.ts';
import { chars, clipped, el, rounded, text, textWithHalo, wrapped } from './svg.ts';

const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));
const measure = (line: string) => line.length;

describe('an element', () => {
  it('is well-formed XML whatever its text and attributes hold', () => {
    fc.assert(
      fc.property(anyText, anyText, (content, value) => {
        const xml = readXml(
          el('g', { title: value }, text(content, 1, 2), textWithHalo(content, 0, 0, {}, '#fff')),
        );
        expect(textOf(xml)).toBe(plain(content).repeat(3));
        expect(xml.attributes.get('title')).toBe(plain(value));
      }),
    );
  });

  it('leaves out what is undefined and writes at most two decimals', () => {
    expect(el('path', { d: 'M0 0', fill: undefined, x: 1.005, y: -0 })).toBe('<path d="M0 0" x="1" y="0"/>');
    expect(el('g', {}, '')).toBe('<g></g>');
  });

  it('with a number that is none is a fault of the program', () => {
    expect(() => rounded(NaN)).toThrow(RangeError);
    expect(() => el('circle', { r: Infinity })).toThrow(RangeError);
  });
});

/** What a document can hold of a text: the characters of XML 1.0, production 2, told apart one by one. */
const plain = (value: string) =>
  Array.from(value, (char) => {
    const code = char.codePointAt(0)!;
    if (code >= 0xd800 && code <= 0xdfff) return '\uFFFD';
    const isForbidden =
      (code < 0x20 && ![0x9, 0xa, 0xd].includes(code)) || code === 0xfffe || code === 0xffff;
    return isForbidden ? '' : char;
  }).join('');

describe('wrapped lines', () => {
  it('fit, and hold all of the text but blanks', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 40 }), (line, width) => {
        const lines = wrapped(line, width, measure);
        for (const each of lines) expect(each.length).toBeLessThanOrEqual(Math.max(width, 2));
        expect(lines.join('').replaceAll(/\s/g, '')).toBe(line.replaceAll(/\s/g, ''));
        for (const each of lines) expect(each).not.toMatch(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/);
      }),
    );
  });
});

describe('a clipped line', () => {
  it('is the line where it fits, else its beginning with an ellipsis', () => {
    expect(clipped('Austria', 7, measure)).toBe('Austria');
    expect(clipped('Austria', 6, measure)).toBe('Austr…');
    expect(clipped('New York', 5, measure)).toBe('New…');
  });
});

it('chars escapes the marks of XML', () => {
  expect(chars('<a b="c">&\u0007</a>')).toBe('&lt;a b=&quot;c&quot;&gt;&amp;&lt;/a&gt;');
});
