/** Rows are found by the hash of a key as a map of the keys finds them. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { NameIndex } from '../../scripts/gazetteer/name-index.ts';
import { textsOfOneHash } from './one-hash.ts';

it('finds the rows that a map of keys has, in their order', () => {
  const key = fc.oneof(fc.constantFrom('wien', 'vienna', 'wieden', 'a', 'b'), fc.string({ maxLength: 3 }));
  fc.assert(
    fc.property(fc.array(fc.uniqueArray(key, { maxLength: 5 }), { size: '+1' }), key, (rows, other) => {
      const index = new NameIndex((row) => rows[row]!);
      const byKey = new Map<string, number[]>();
      rows.forEach((keys, row) => {
        for (const each of keys) {
          index.add(each, row);
          byKey.set(each, [...(byKey.get(each) ?? []), row]);
        }
      });
      for (const each of [...byKey.keys(), other]) expect(index.rowsOf(each)).toEqual(byKey.get(each) ?? []);
    }),
  );
});

it('tells keys of one hash apart', () => {
  // found by trial: both have the hash of the index
  const [first, second] = textsOfOneHash();
  const keys = [[first], [second], [first, second]];
  const index = new NameIndex((row) => keys[row]!);
  keys.forEach((each, row) => {
    for (const key of each) index.add(key, row);
  });
  expect(index.rowsOf(first)).toEqual([0, 2]);
  expect(index.rowsOf(second)).toEqual([1, 2]);
});
