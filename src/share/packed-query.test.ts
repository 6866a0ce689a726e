import fc from 'fast-check';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { isPacked, PACK_FROM, packQuery, unpackQuery } from './packed-query.ts';
import { QUERY_LIMIT } from './url-state.ts';

/** Queries as encodeState writes them: ours, then the version, then what is not ours. */
const pairs = (prefix: string) =>
  fc.array(
    fc.tuple(
      fc.string({ unit: 'grapheme' }).map((key) => prefix + key),
      fc.string({ unit: 'grapheme' }),
    ),
  );
const written = fc
  .tuple(pairs('geography.'), pairs('other.'), fc.nat(200))
  .map(([own, foreign, times]) =>
    new URLSearchParams([
      ...own,
      ...Array.from({ length: times }, (_, i) => ['author', `Family ${i}, Given`]),
      ['v', '1'],
      ...foreign,
    ]).toString(),
  );

const packed = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');

describe('a packed query', () => {
  it('is unpacked to what it was', async () => {
    await fc.assert(
      fc.asyncProperty(written, async (query) => {
        const short = await packQuery(query);
        expect(short.length).toBeLessThanOrEqual(query.length);
        expect(await unpackQuery(short)).toBe(query);
        expect(await unpackQuery(`?${short}`)).toBe(isPacked(short) ? query : `?${short}`);
      }),
      { numRuns: 150 },
    );
  });

  it('is packed from 2 kB on, and leaves what is not ours readable', async () => {
    const own = new URLSearchParams(Array.from({ length: 200 }, (_, i) => ['author', `Family ${i}, Given`]));
    const query = `${own.toString()}&v=1&utm=letter`;
    const short = await packQuery(query);
    expect(short).toMatch(/^packed=[\w-]+&utm=letter$/);
    expect(short.length).toBeLessThan(PACK_FROM);
    expect(await packQuery('geography=AUT&v=1')).toBe('geography=AUT&v=1');
  });

  it.each([
    ['no base 64', '!!!'],
    ['nothing', ''],
    ['bytes that are not deflated', packed(Buffer.from('geography=AUT'))],
    ['a stream cut off', packed(deflateRawSync(Buffer.from('geography=AUT&v=1')).subarray(0, 8))],
    ['text that is not UTF-8', packed(deflateRawSync(Buffer.from([0xff, 0xfe, 0x80])))],
    ['a bomb', packed(deflateRawSync(Buffer.alloc(50_000_000, 'a')))],
    ['more than a link may hold', packed(deflateRawSync(Buffer.alloc(QUERY_LIMIT + 1, 'a')))],
  ])('of %s is left as it is', async (_, value) => {
    const query = `packed=${value}&utm=1`;
    expect(await unpackQuery(query)).toBe(query);
  });

  it('that came out of anybody’s hands never throws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (value) => {
        expect(typeof (await unpackQuery(`packed=${value}`))).toBe('string');
      }),
    );
  });
});
