import fc from 'fast-check';
import { crc32 as zlibCrc32, deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { crc32, isPng, pngText } from './png-text.ts';
import { withPngDensity, withPngText } from './png-write.ts';

const SIGNATURE = [137, 80, 78, 71, 13, 10, 26, 10];

function chunk(type: string, data: Uint8Array): number[] {
  const content = [...Buffer.from(type, 'latin1'), ...data];
  const field = (value: number) => [24, 16, 8, 0].map((shift) => (value >>> shift) & 255);
  return [...field(data.length), ...content, ...field(crc32(Uint8Array.from(content)))];
}

/** A picture of one white point. */
const point = Uint8Array.from([
  ...SIGNATURE,
  ...chunk('IHDR', Uint8Array.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
  ...chunk('IDAT', deflateSync(Uint8Array.from([0, 255]))),
  ...chunk('IEND', new Uint8Array()),
]);

describe('the checksum', () => {
  it('is that of the standard’s own example, and of zlib’s where Node has it', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
    expect(crc32(new TextEncoder().encode('IEND'))).toBe(0xae426082);
    if (typeof zlibCrc32 !== 'function') return;
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(crc32(bytes)).toBe(zlibCrc32(bytes));
      }),
    );
  });
});

describe('a text in a picture', () => {
  it('comes back, and the picture around it is the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const png = withPngText(point, 'whereabouts-view', text);
        expect(isPng(png)).toBe(true);
        expect(pngText(png, 'whereabouts-view')).toBe(text);
        expect(pngText(png, 'other')).toBeUndefined();
        expect([...png.subarray(0, 33), ...png.subarray(png.length - point.length + 33)]).toEqual([...point]);
      }),
    );
  });

  it('that was damaged, cut off or never there is none', () => {
    const png = withPngText(point, 'key', 'a text that is long enough');
    const damaged = Uint8Array.from(png);
    damaged[60]! ^= 1;
    expect(pngText(damaged, 'key')).toBeUndefined();
    expect(pngText(point, 'key')).toBeUndefined();
    for (let length = 0; length < 70; length++)
      expect(pngText(png.subarray(0, length), 'key')).toBeUndefined();
    expect(() => withPngText(Uint8Array.from([1, 2, 3]), 'key', '')).toThrow(TypeError);
  });

  it('is looked for in any bytes without harm', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(pngText(Uint8Array.from([...SIGNATURE, ...bytes]), 'key')).toBeUndefined();
      }),
    );
  });
});

describe('the size that a picture is meant in', () => {
  it('stands before the picture, in pixels a metre', () => {
    const png = Buffer.from(withPngDensity(point, 192));
    const at = png.indexOf('pHYs');
    expect(at).toBeLessThan(png.indexOf('IDAT'));
    expect([png.readUInt32BE(at + 4), png.readUInt32BE(at + 8), png[at + 12]]).toEqual([7559, 7559, 1]);
    expect(png.readUInt32BE(at - 4)).toBe(9);
    expect(png.readUInt32BE(at + 13)).toBe(crc32(png.subarray(at, at + 13)));
    expect(() => withPngDensity(new Uint8Array(9), 96)).toThrow('not a PNG file');
  });
});
