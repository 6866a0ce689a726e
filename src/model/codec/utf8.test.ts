import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isUtf8, utf8Of } from './utf8.ts';

const atOnce = (text: string) => new TextEncoder().encode(text);

describe('a text as UTF-8', () => {
  it.each(['', 'a', 'naïve\n', '日本語', '🧭🧭🧭', 'a\ud83e', '\udded b', '\ud83e\ud83e\udded'])(
    'of %j is what the encoder gives for all of it',
    (text) => {
      expect(utf8Of(text)).toEqual(atOnce(text));
    },
  );

  it('is the same whatever the parts are', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.integer({ min: 2, max: 9 }),
        (text, part) => {
          expect(utf8Of(text, part)).toEqual(atOnce(text));
        },
      ),
    );
  });

  it('of halves of characters in any order is the same', () => {
    const unit = fc.constantFrom('a', 'é', '日', '\ud83e', '\udded', '🧭');
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 40 }), fc.integer({ min: 2, max: 5 }), (units, part) => {
        const text = units.join('');
        expect(utf8Of(text, part)).toEqual(atOnce(text));
      }),
    );
  });

  it('of a large text takes no more memory than its bytes', () => {
    for (const large of [
      'ascii '.repeat(100_000),
      `${'ascii '.repeat(100_000)}🧭`,
      'Ωμέγα '.repeat(100_000),
    ]) {
      const bytes = utf8Of(large);
      expect(bytes.buffer.byteLength).toBe(bytes.length);
      expect(bytes.length).toBe(Buffer.byteLength(large));
    }
  });
});

describe('bytes', () => {
  it('of a text are UTF-8, whatever the parts are', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.integer({ min: 1, max: 9 }),
        (text, part) => {
          expect(isUtf8(atOnce(text), part)).toBe(true);
        },
      ),
    );
  });

  it('of any kind are told as one decoder of all tells them', () => {
    const strictly = (bytes: Uint8Array) => {
      try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes).length >= 0;
      } catch {
        return false;
      }
    };
    const byte = fc.constantFrom(0x41, 0x80, 0xbf, 0xc3, 0xe4, 0xf0, 0x9f, 0xff);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 8 }), fc.array(byte, { maxLength: 8 }), (any, odd) => {
        for (const bytes of [any, Uint8Array.from(odd)]) expect(isUtf8(bytes, 2)).toBe(strictly(bytes));
      }),
    );
  });
});
