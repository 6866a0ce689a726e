import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINE_LIMIT, sourceLines } from './source-lines.ts';

const texts = (text: string) => sourceLines(text).map((line) => line.text);

describe('sourceLines', () => {
  it.each([
    ['an empty text has no line', '', []],
    ['a byte-order mark alone has no line', '\uFEFF', []],
    ['a byte-order mark is no text', '\uFEFFa\nb', ['a', 'b']],
    ['a final line end makes no line', 'a\nb\n', ['a', 'b']],
    ['a missing final line end loses no line', 'a\nb', ['a', 'b']],
    ['CRLF ends one line', 'a\r\nb\r\n', ['a', 'b']],
    ['a lone CR ends a line', 'a\rb\r', ['a', 'b']],
    ['mixed line ends', 'a\nb\r\nc\rd', ['a', 'b', 'c', 'd']],
    ['blank lines are lines', '\n\na\n\n', ['', '', 'a', '']],
    ['LF CR are two line ends', 'a\n\rb', ['a', '', 'b']],
  ])('%s', (_, text, expected) => expect(texts(text)).toEqual(expected));

  it('numbers lines from 1', () => {
    expect(sourceLines('a\n\nb').map((line) => line.number)).toEqual([1, 2, 3]);
  });

  it('cuts an over-long line, tells its length and splits no surrogate pair', () => {
    const [line] = sourceLines(`${'x'.repeat(LINE_LIMIT - 1)}😀tail`);
    expect(line!.text).toBe('x'.repeat(LINE_LIMIT - 1));
    expect(line!.length).toBe(LINE_LIMIT + 5);
  });

  it('gives back any text whose line ends are LF', () => {
    fc.assert(
      fc.property(fc.array(fc.string().filter((line) => !/[\r\n\uFEFF]/.test(line))), (lines) => {
        const text = lines.map((line) => `${line}\n`).join('');
        expect(texts(text)).toEqual(lines);
        expect(texts(text.replaceAll('\n', '\r\n'))).toEqual(lines);
      }),
    );
  });
});
