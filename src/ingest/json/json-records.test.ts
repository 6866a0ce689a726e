import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FaultyLines } from '../lines/faulty-lines.ts';
import type { LineSpan } from '../lines/line-span.ts';
import { JsonRecords } from './json-records.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

interface Found {
  readonly records: { readonly value: unknown; readonly lines: LineSpan }[];
  readonly strays: { readonly text: string; readonly lines: LineSpan; readonly reason: string }[];
  readonly lineCount: number;
}

/** What is found in bytes that come in pieces of these lengths, over and over. */
function found(bytes: Uint8Array, pieces: readonly number[] = [bytes.length], limit?: number): Found {
  const records: Found['records'] = [];
  const strays: Found['strays'] = [];
  const reader = new JsonRecords(
    {
      record: (json, lines) => records.push({ value: parsed(decoder.decode(json)), lines }),
      stray: (text, lines, reason) => strays.push({ text, lines, reason }),
    },
    limit,
  );
  for (let at = 0, i = 0; at < bytes.length; i++) {
    const end = at + Math.max(1, pieces[i % pieces.length]!);
    // a piece is only good until the next comes, and is a Buffer in the dataset script
    const piece = Buffer.from(bytes.slice(at, end));
    reader.push(piece);
    piece.fill(0x7d);
    at = end;
  }
  return { records, strays, lineCount: reader.finish() };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return 'no JSON';
  }
}

const foundIn = (text: string) => found(encoder.encode(text));

const value = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<unknown>('results', '{"[', '\\"', { results: [{ a: 1 }] }, [[], [{}]], 'a\nb'),
);
const object = fc.dictionary(fc.constantFrom('id', 'results2', 'meta', 'a"b', '東'), value, { maxKeys: 3 });
const indent = fc.constantFrom(undefined, 1, '\t');
const lineEnd = fc.constantFrom('\n', '\r\n', '\r');
const pieces = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 4 });

/** Texts of objects, and how they stand in a file: what stands before all, between two, and behind all. */
const document = fc
  .tuple(
    fc.array(fc.tuple(object, indent), { maxLength: 5 }),
    fc.constantFrom<readonly [string, string, string]>(
      ['[', ',', ']'],
      ['[\n', ',\n\n', '\n]\n'],
      ['{"meta": {"count": [1]}, "results": [', ' ,', '], "group_by": [{"a": 1}]}'],
      ['{\n"results" :\n[', ',\n', ']}\n'],
      ['', '\n', ''],
      ['\n ', ' \n\n', '\n\n'],
      ['', ' ', '\n'],
    ),
    lineEnd,
  )
  .map(([objects, [before, between, behind], end]) => {
    const texts = objects.map(([each, space]) => JSON.stringify(each, null, space).replaceAll('\n', end));
    const signs = [before, between, behind].map((sign) => sign.replaceAll('\n', end));
    // JSON has no negative zero
    const plain = objects.map(([each]) => JSON.parse(JSON.stringify(each)) as unknown);
    return { objects: plain, texts, signs };
  });

const linesIn = (text: string) => text.split(/\r\n|\r|\n/).length;

describe('the records of a JSON file', () => {
  it('are the objects of a list, of an answer’s results, or one after the other, wherever pieces end', () => {
    fc.assert(
      fc.property(document, pieces, ({ objects, texts, signs: [before, between, behind] }, cuts) => {
        const whole = before! + texts.join(between) + behind!;
        const { records, strays, lineCount } = found(encoder.encode(whole), cuts);
        expect(strays).toEqual([]);
        expect(records.map((record) => record.value)).toEqual(objects);
        let at = before!;
        texts.forEach((text, i) => {
          const first = linesIn(at);
          expect(records[i]!.lines).toEqual({ first, last: first + linesIn(text) - 1 });
          at += text + between!;
        });
        expect(lineCount).toBe(whole === '' ? 0 : linesIn(whole) - Number(/[\r\n]$/.test(whole)));
      }),
      { numRuns: 500 },
    );
  });

  it('never throw, stand in order within the file, and are the same in one piece and in many', () => {
    const bits = fc.constantFrom(
      '{', '}', '[', ']', '"', '\\', ',', ':', '\n', '\r', 'a', '1', '{"a":1}', '"results"', ' ', 'é',
    ); // prettier-ignore
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 30 }), pieces, (parts, cuts) => {
        const bytes = encoder.encode(parts.join(''));
        const one = found(bytes);
        expect(found(bytes, cuts)).toEqual(one);
        const spans = [...one.records, ...one.strays].map(({ lines }) => lines);
        for (const { first, last } of spans) {
          expect(first).toBeGreaterThanOrEqual(1);
          expect(last).toBeGreaterThanOrEqual(first);
          expect(last).toBeLessThanOrEqual(one.lineCount);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('that are no objects are told', () => {
    expect(foundIn('[1, "a, {b}", [2, {"c": 3}], {"d": 4}, null]')).toMatchObject({
      records: [{ value: { d: 4 } }],
      strays: [{ text: '1' }, { text: '"a, {b}"' }, { text: '[2, {"c": 3}]' }, { text: 'null' }],
    });
    expect(foundIn('{"a": 1}\nand so on\n{"b": 2}\n')).toMatchObject({
      records: [{ value: { a: 1 } }, { value: { b: 2 } }],
      strays: [{ text: 'and so on', lines: { first: 2, last: 2 } }],
    });
  });

  it('go on behind a line whose quote is missing', () => {
    const { records } = foundIn('{"a": "b}\n}\n{"c": 1}\n');
    expect(records.map((record) => record.value)).toEqual(['no JSON', { c: 1 }]);
  });

  it('are all found but one that lacks a bracket or a quote, has one too many, or is cut, where each begins a line', () => {
    const shape = fc.constantFrom<readonly [string, string, string, number | undefined]>(
      ['', '\n', '\n', undefined],
      ['', '\n', '\n', 2],
      ['[\n', ',\n', '\n]', undefined],
      ['{"meta": {}, "results": [\n', ',\n', '\n]}', undefined],
      ['[\n', ',\n', '\n]', 1],
    );
    const faults = fc.constantFrom<(text: string, at: number) => string>(
      (text, at) => text.slice(0, at) + text.slice(at + 1),
      (text, at) => text.slice(0, at) + text[at]! + text.slice(at),
      (text, at) => text.slice(0, at).trimEnd(),
    );
    const signs = /[{}[\]"]/g;
    fc.assert(
      fc.property(
        shape,
        fc.nat(1000),
        faults,
        fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1 }),
        ([before, between, behind, space], which, damage, cuts) => {
          const texts = Array.from({ length: 5 }, (_, i) => {
            const text = JSON.stringify({ id: i, a: [{ b: 'c, d' }, { e: ['f'] }], g: {} }, null, space);
            return before === '' ? text : text.replaceAll('\n', `\n${' '.repeat(space ?? 0)}`);
          });
          const places = [...texts[2]!.matchAll(signs)].map(({ index }) => index);
          texts[2] = damage(texts[2]!, places[which % places.length]!);
          const indent = before === '' ? '' : ' '.repeat(space ?? 0);
          const whole = before + texts.map((text) => indent + text).join(between) + behind;
          const { records } = found(encoder.encode(whole), cuts);
          const ids = records.map(({ value: each }) => (each as Partial<Record<string, unknown>>)['id']);
          expect(ids.filter((id) => id !== 2 && id !== undefined)).toEqual([0, 1, 3, 4]);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('are all found behind a first one that is cut, however it ends', () => {
    expect(foundIn('{"a": [1\n{"b": 2}\n{"b": 3}\n').records).toMatchObject([
      { value: 'no JSON', lines: { first: 1, last: 1 } },
      { value: { b: 2 }, lines: { first: 2, last: 2 } },
      { value: { b: 3 } },
    ]);
  });

  it('are whole where their lines are not indented', () => {
    const { records } = foundIn(
      '[\n{\n"a": [\n{\n"b": 1\n},\n{\n"b": 2\n}\n]\n},\n{\n"a": [\n{\n"b": 3\n}\n]\n}\n]',
    );
    expect(records.map(({ value: each }) => each)).toEqual([{ a: [{ b: 1 }, { b: 2 }] }, { a: [{ b: 3 }] }]);
  });

  it('are those of all answers of a list', () => {
    const answer = (id: number) => ({ meta: { count: 1 }, results: [{ id }], group_by: [{ key: 'x' }] });
    const { records, strays } = foundIn(
      JSON.stringify([answer(1), { id: 2, a: { results: [3] } }, answer(4)], null, 1),
    );
    expect(records.map(({ value: each }) => each)).toEqual([
      { id: 1 },
      { id: 2, a: { results: [3] } },
      { id: 4 },
    ]);
    expect(strays).toEqual([]);
  });

  it('that the file’s end cuts off are told with their lines', () => {
    expect(foundIn('[\n{"a": 1},\n{"b": [\n2')).toMatchObject({
      records: [{ value: { a: 1 }, lines: { first: 2, last: 2 } }],
      strays: [
        {
          text: '{"b": [\n2',
          lines: { first: 3, last: 4 },
          reason: expect.stringContaining('cut off') as unknown,
        },
      ],
      lineCount: 4,
    });
  });

  it('that are too long are passed over and told, whole in one piece or not', () => {
    const bytes = encoder.encode(`[{"a": "${'x'.repeat(5000)}"}, {"b": 1}]`);
    for (const cuts of [[10_000], [100]]) {
      const { records, strays } = found(bytes, cuts, 1000);
      expect(records).toMatchObject([{ value: { b: 1 } }]);
      expect(strays[0]!.reason).toContain('5009 bytes');
      expect(strays[0]!.text.length).toBeLessThanOrEqual(1024);
    }
  });
});

it('a line counts as faulty where nothing that can be read stands on it', () => {
  const span = fc.record({ isSound: fc.boolean(), gap: fc.nat(2), length: fc.nat(3) });
  fc.assert(
    fc.property(fc.array(span), (spans) => {
      const counted = new FaultyLines();
      const [sound, faulty] = [new Set<number>(), new Set<number>()];
      let last = 1;
      for (const { isSound, gap, length } of spans) {
        const first = last + gap;
        last = first + length;
        if (isSound) counted.addSound({ first, last });
        else counted.addFaulty({ first, last });
        for (let line = first; line <= last; line++) (isSound ? sound : faulty).add(line);
      }
      expect(counted.count).toBe([...faulty].filter((line) => !sound.has(line)).length);
    }),
  );
});
