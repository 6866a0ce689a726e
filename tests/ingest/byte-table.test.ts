/** Bytes are found again as a map of texts finds them, wherever in whatever memory they stand. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ByteTable, hashOf } from '../../src/ingest/columns/byte-table.ts';

/** Short ones of few letters, so that many are alike but for a byte. */
const text = fc.oneof(
  fc.stringMatching(/^[ab]{0,9}$/),
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

/** The bytes behind so many others, in memory that begins before them. */
function placed(each: string, before: number) {
  const own = new TextEncoder().encode(each);
  const memory = new Uint8Array(before + 3 + own.length + 5).fill(0x61);
  memory.set(own, before + 3);
  return { bytes: memory.subarray(3), from: before, end: before + own.length };
}

it('gives each text one number, and finds it and its bytes', () => {
  const step = fc.tuple(text, fc.nat(7));
  fc.assert(
    fc.property(fc.array(step, { size: '+1' }), fc.array(step), (steps, others) => {
      const table = new ByteTable();
      const numbers = new Map<string, number>();
      for (const [each, before] of steps) {
        const { bytes, from, end } = placed(each, before);
        const hash = hashOf(bytes, from, end);
        expect(table.find(bytes, from, end, hash)).toBe(numbers.get(each) ?? -1);
        if (numbers.has(each)) continue;
        numbers.set(each, table.add(bytes, from, end, hash));
        table.set(numbers.get(each)!, 2, -1 - numbers.get(each)!);
      }
      expect(table.length).toBe(numbers.size);
      for (const [each, before] of [...others, ...steps]) {
        const { bytes, from, end } = placed(each, before);
        expect(table.find(bytes, from, end, hashOf(bytes, from, end))).toBe(numbers.get(each) ?? -1);
      }
      const starts = table.starts();
      for (const [each, number] of numbers) {
        const bytes = table.bytes.subarray(table.startOf(number), table.endOf(number));
        expect([...bytes]).toEqual([...new TextEncoder().encode(each)]);
        expect([starts[number], starts[number + 1]]).toEqual([table.startOf(number), table.endOf(number)]);
        expect([table.get(number, 1), table.get(number, 2), table.get(number, 3)]).toEqual([
          0,
          -1 - number,
          0,
        ]);
      }
    }),
  );
});

it('tells bytes of one hash apart', () => {
  const table = new ByteTable();
  for (const each of ['Wu, Li', 'Wu, Lu', 'Wu', 'W', '']) {
    const { bytes, from, end } = placed(each, 0);
    expect(table.find(bytes, from, end, 7)).toBe(-1);
    table.add(bytes, from, end, 7);
  }
  const { bytes, from, end } = placed('Wu, Lu', 5);
  expect(table.find(bytes, from, end, 7)).toBe(1);
});
