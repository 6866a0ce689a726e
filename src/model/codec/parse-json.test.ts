import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from './parse-json.ts';
import { RawText } from './raw-text.ts';

const encoder = new TextEncoder();

/** The value with its raw texts as JSON.parse reads them. */
function plain(value: unknown): unknown {
  if (value instanceof RawText) return JSON.parse(`"${new TextDecoder().decode(value.bytes)}"`);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, plain(part)]));
}

const rawCount = (value: unknown): number =>
  value instanceof RawText
    ? 1
    : typeof value === 'object' && value !== null
      ? Object.values(value).reduce((sum: number, part) => sum + rawCount(part), 0)
      : 0;

/** What a parser makes of a text: the value, or how it refuses it. */
function outcomeOf(parse: () => unknown): unknown {
  try {
    return { value: parse() };
  } catch (error) {
    return { fault: (error as Error).message };
  }
}

/** What both make of a text; a raw text's own escapes are left to whoever reads it. */
function expectBoth(text: string, least: number): void {
  const got = outcomeOf(() => parseJson(encoder.encode(text), least));
  const expected = outcomeOf(() => JSON.parse(text) as unknown);
  const isRefusedInside = rawCount(got) > 0 && 'fault' in (outcomeOf(() => plain(got)) as object);
  if (isRefusedInside) expect(expected).toHaveProperty('fault');
  else expect(plain(got)).toEqual(expected);
}

const TEXTS = [
  '',
  'a',
  '"lines":"',
  '\\"lines\\":\\"',
  ',"base64":"x"',
  '\0',
  '\0' + '0',
  'é\n',
  '\\',
  '{',
  '"',
];
const name = fc.oneof(
  fc.constantFrom('lines', 'base64', 'x"lines', '\\"base64', '__proto__', 'a'),
  fc.string(),
);
const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.oneof(fc.constantFrom(...TEXTS), fc.string(), fc.integer(), fc.constant(null)),
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(name, tie('tree'), { maxKeys: 4 }),
  ),
}));

describe('a file of JSON as bytes', () => {
  it('has the value that JSON.parse gives, whatever is named like a long text, and however it is written', () => {
    let raw = 0;
    fc.assert(
      fc.property(tree, fc.nat(3), fc.constantFrom(undefined, 1, '\t'), (value, least, space) => {
        expectBoth(JSON.stringify(value, undefined, space), least);
        raw += rawCount(parseJson(encoder.encode(JSON.stringify(value)), least));
      }),
      { numRuns: 3000 },
    );
    // else the test would test nothing
    expect(raw).toBeGreaterThan(100);
  });

  it('is refused as JSON.parse refuses it where letters are missing or others', () => {
    const text = '{"a":{"lines":"one\\ntwo\\n"},"b":[{"base64":"AAAA"}],"c":"\\"lines\\":\\""}';
    const change = fc.tuple(
      fc.nat(text.length),
      fc.nat(3),
      fc.constantFrom('', '"', '\\', ':', '{', ',', 'é'),
    );
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
        let spoilt = text;
        for (const [at, gone, put] of changes) spoilt = spoilt.slice(0, at) + put + spoilt.slice(at + gone);
        expectBoth(spoilt, 0);
      }),
      { numRuns: 5000 },
    );
  });

  it.each([
    ['{"lines":"a\\nb\\n"}', 1],
    ['{"a":[{"b":{"base64":"AAAA"}},{"base64":"AAAA"}]}', 2],
    ['{"lines": "a"}', 0],
    ['{"titles":"a"}', 0],
    // the first is lost, so that nobody could tell which is which
    ['{"lines":"a","lines":"b"}', 0],
    ['{"lines":"a","b":"\\u0000"}', 0],
    ['{"a":"\\\\","lines":"b\\\\"}', 1],
  ])('%s keeps %d texts as bytes', (text, count) => {
    const value = parseJson(encoder.encode(`\ufeff${text}`), 1);
    expect(rawCount(value)).toBe(count);
    expect(plain(value)).toEqual(JSON.parse(text));
  });

  it('keeps only long ones by itself, in the memory that it was given', () => {
    const bytes = encoder.encode(
      JSON.stringify({ a: { base64: 'A'.repeat(1024) }, b: { base64: 'A'.repeat(1020) } }),
    );
    const { a, b } = parseJson(bytes) as { a: { base64: RawText }; b: { base64: unknown } };
    expect(a.base64.bytes.buffer).toBe(bytes.buffer);
    expect(b.base64).toBe('A'.repeat(1020));
  });
});
