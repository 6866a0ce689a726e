import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packRawLines } from './pack-raw-lines.ts';
import { packTexts } from './pack-texts.ts';
import { RawText, readRawText } from './raw-text.ts';

const encoder = new TextEncoder();
const rawOf = (between: string) => new RawText(encoder.encode(between));

/** The same so many bytes into some memory, and with so many behind it. */
function within(between: string, before: number, behind: number): RawText {
  const bytes = encoder.encode(between);
  const memory = new Uint8Array(before + bytes.length + behind).fill(7);
  memory.set(bytes, before);
  return new RawText(memory.subarray(before, before + bytes.length));
}

/** What JSON.parse makes of the text, undefined where it refuses it. */
function plainly(between: string): string | undefined {
  try {
    return JSON.parse(`"${between}"`) as string;
  } catch {
    return undefined;
  }
}

const starts = (bytes: Uint8Array) => [
  0,
  ...[...bytes.keys()].filter((i) => bytes[i] === 10).map((i) => i + 1),
];

const PIECES = [
  'a',
  'é',
  '東',
  '𠮷',
  '\\n',
  '\\r',
  '\\t',
  '\\b',
  '\\f',
  '\\"',
  '\\\\',
  '\\/',
  '\\u000a',
  '\\u00E9',
];
const SURROGATES = ['\\ud842\\udfb7', '\\ud842', '\\uDFB7', '\\u0000'];
const WRONG = ['\\', '\\x', '\\u12', '\\u12g4', '\\U0041', '\n', '\t', '\0', '\u007f'];

const sound = fc.string({ unit: fc.constantFrom(...PIECES, ...SURROGATES), maxLength: 30 });
const any = fc.string({ unit: fc.constantFrom(...PIECES, ...SURROGATES, ...WRONG), maxLength: 12 });

describe('a text of a JSON file', () => {
  it('says what JSON.parse reads, or is refused where that refuses it', () => {
    fc.assert(
      fc.property(fc.oneof(sound, any), fc.nat(5), fc.nat(5), (between, before, behind) => {
        // a quote without a backslash would have ended it
        fc.pre(!/(?<!\\)(?:\\\\)*"/.test(between));
        const expected = plainly(between);
        const read = readRawText(within(between, before, behind));
        if (expected === undefined) {
          expect(read).toBeUndefined();
          return;
        }
        const bytes = encoder.encode(expected);
        expect(read?.bytes).toEqual(bytes);
        expect([...read!.start]).toEqual(starts(bytes));
        if (read?.isAscii === true) expect(bytes.every((byte) => byte < 0x80)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('is read in its own memory, and nothing beside it is touched', () => {
    const memory = encoder.encode(String.raw`"a\n\u00e9\\b"`);
    const { bytes } = readRawText(new RawText(memory.subarray(1, -1)))!;
    expect(new TextDecoder().decode(bytes)).toBe('a\né\\b');
    expect(bytes.buffer).toBe(memory.buffer);
    expect([memory[0], memory.at(-1)]).toEqual([0x22, 0x22]);
  });

  it('may have more lines than there is room for at first', () => {
    const lines = Array.from({ length: 40_000 }, (_, i) => `line ${i}`);
    const text = JSON.stringify(lines.map((line) => `${line}\n`).join('')).slice(1, -1);
    expect([...packRawLines(rawOf(text), lines.length)!]).toEqual(lines);
  });

  it('is the texts that its lines are', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (texts) => {
        const lines = texts.map((text) => `${text.replaceAll('\n', ' ')}\n`);
        const text = JSON.stringify(lines.join('')).slice(1, -1);
        expect(packRawLines(rawOf(text), 1e6)).toEqual(packTexts(lines.map((line) => line.slice(0, -1))));
      }),
    );
  });

  it('is read as far as one line more than there may be', () => {
    expect([...packRawLines(rawOf('a\\nb\\nc\\nd\\n'), 2)!]).toEqual(['a', 'b', 'c']);
  });

  it('that is no UTF-8 is read as a decoder reads it', () => {
    const broken = Uint8Array.of(0x61, 0xff, 0x5c, 0x6e, 0xe6, 0x9d, 0x5c, 0x6e);
    const texts = packRawLines(new RawText(broken), 9)!;
    expect([...texts]).toEqual(['a\ufffd', '\ufffd']);
    expect(texts).toEqual(packTexts(['a\ufffd', '\ufffd']));
  });
});
