import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listOf } from '../../../tests/dataset-fuzz/with-lists.ts';
import { readBase64, writeBase64 } from './base64.ts';
import { utf8Of } from './utf8.ts';
import {
  columnOf,
  idsBelow,
  isAtMost,
  narrowest,
  packColumn,
  rowLengths,
  sumOf,
  swapped,
} from './whole-columns.ts';

const lettersOf = (bytes: Uint8Array) => {
  const letters = new Uint8Array(4 * Math.ceil(bytes.length / 3));
  return Buffer.from(letters.subarray(0, writeBase64(bytes, letters))).toString('latin1');
};

describe('base64', () => {
  it('is what everybody writes, and comes back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 50 }), (bytes) => {
        const text = lettersOf(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64'));
        expect(readBase64(utf8Of(text))).toEqual(Uint8Array.from(bytes));
      }),
    );
  });

  it('is read where it stands, to a multiple of four, and nothing beside it is touched', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100_000 }), fc.nat(9), fc.nat(9), (bytes, before, behind) => {
        const memory = new Uint8Array(before + 4 * Math.ceil(bytes.length / 3) + behind).fill(7);
        const letters = memory.subarray(before, memory.length - behind);
        letters.set(utf8Of(lettersOf(bytes)));
        const read = readBase64(letters)!;
        expect(Buffer.compare(read, bytes)).toBe(0);
        expect(read.byteOffset % 4).toBe(0);
        expect(memory.subarray(0, before).every((byte) => byte === 7)).toBe(true);
        expect(memory.subarray(memory.length - behind).every((byte) => byte === 7)).toBe(true);
        if (bytes.length > 9) expect(read.buffer).toBe(memory.buffer);
      }),
      { numRuns: 200 },
    );
  });

  it('is nothing else: any other text that another reader would take is refused', () => {
    const alike = fc.string({
      unit: fc.constantFrom('A', 'B', '/', '+', '=', '-', '_', ' ', '\u0141', '\n', '\u{1f98a}', '\ud83e'),
      maxLength: 9,
    });
    fc.assert(
      fc.property(alike, (text) => {
        const lenient = Buffer.from(text, 'base64');
        const isSound = lenient.toString('base64') === text;
        expect(readBase64(utf8Of(text))).toEqual(isSound ? Uint8Array.from(lenient) : undefined);
      }),
      { numRuns: 2000 },
    );
  });
});

const numbers = fc.oneof(
  fc.array(fc.nat(255)),
  fc.array(fc.nat(65535)),
  fc.array(fc.nat(0xffff_ffff)),
  fc.constantFrom([255], [256], [65535], [65536], [0xffff_ffff], []),
);

describe('a column', () => {
  it('is packed in as few bytes as its largest number needs, the lowest byte first', () => {
    fc.assert(
      fc.property(numbers, (list) => {
        const packed = packColumn(list);
        const most = Math.max(0, ...list);
        expect(packed.bytes).toBe(most < 256 ? 1 : most < 65536 ? 2 : 4);
        expect(listOf(packed)).toEqual(list);
        expect([...columnOf(readBase64(utf8Of(packed.base64))!, packed.bytes)]).toEqual(list);
      }),
    );
  });

  it('is packed alike whatever it lies in', () => {
    fc.assert(
      fc.property(numbers, (list) => {
        expect(packColumn(Uint32Array.from([7, ...list]).subarray(1))).toEqual(packColumn(list));
        expect(packColumn(narrowest(list))).toEqual(packColumn(list));
        expect(sumOf(narrowest(list))).toBe(list.reduce((sum, number) => sum + number, 0));
      }),
    );
  });

  it('of ids takes two bytes an id up to 65,536 of them', () => {
    expect(idsBelow(65536, [65535])).toEqual(Uint16Array.of(65535));
    expect(idsBelow(65537, [65536])).toEqual(Uint32Array.of(65536));
  });

  it('has the bytes of its numbers turned round for hosts that have the highest first', () => {
    expect(swapped(Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8), 4)).toEqual(Uint8Array.of(4, 3, 2, 1, 8, 7, 6, 5));
    expect(swapped(Uint8Array.of(1, 2, 3, 4), 2)).toEqual(Uint8Array.of(2, 1, 4, 3));
    expect(swapped(Uint8Array.of(1, 2), 1)).toEqual(Uint8Array.of(1, 2));
  });

  it('of offsets gives the lengths of rows', () => {
    expect(rowLengths(Uint32Array.of(0, 2, 2, 302))).toEqual(Uint16Array.of(2, 0, 300));
    expect(rowLengths(Uint32Array.of(0))).toEqual(Uint8Array.of());
  });
});

it('a column is never said to have no larger number where it has one, and is said so where that can be told', () => {
  const kinds = fc.constantFrom(Uint8Array, Uint16Array, Uint32Array);
  fc.assert(
    fc.property(
      kinds,
      fc.array(fc.nat(), { maxLength: 9 }),
      fc.nat(),
      fc.nat(3),
      (Kind, any, most, before) => {
        const limit = 2 ** (8 * Kind.BYTES_PER_ELEMENT);
        // numbers around the one that is asked for, where a mistake would be
        const near = any.map((each, i) => (i % 2 === 0 ? most + (each % 3) - 1 : each) % limit);
        const memory = new Kind(before + near.length);
        memory.set(near, before);
        const column = memory.subarray(before);
        const isSo = column.every((each) => each <= most);
        const canBeTold = most >= limit - 1 || (most < limit / 2 && column.byteOffset % 4 === 0);
        expect(isAtMost(column, most)).toBe(isSo && canBeTold);
      },
    ),
    { numRuns: 2000 },
  );
});
