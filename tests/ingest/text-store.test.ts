/** Texts kept as bytes are the texts that were put in, and are written as JSON writes them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TEXT_SEPARATOR, TextColumn, TextStore } from '../../src/ingest/columns/text-store.ts';
import { oddText as text, RUNS } from './odd-texts.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

const hasControl = (each: string) => Array.from(each).some((character) => character < ' ');

describe('texts kept as bytes', () => {
  it.each(['list', 'lines'] as const)(
    'hold texts as they were put in, and write them as JSON does, as %s',
    (layout) => {
      const texts = fc.array(fc.option(text, { freq: 9 }), { maxLength: 12 });
      fc.assert(
        fc.property(texts, fc.infiniteStream(fc.boolean()), (given, coins) => {
          const store = new TextStore({ layout, largestChunk: 64 });
          const whole = given.flatMap((each): (string | null)[] => {
            if (each === null) return layout === 'list' ? [null] : [];
            return [decoder.decode(encoder.encode(each))];
          });
          whole.forEach((each) => addTo(store, each));
          const more = new TextStore({ layout, largestChunk: 32 });
          whole.forEach((each) => addTo(more, each));
          store.append(more.data());
          const all = [...whole, ...whole];
          const kept = all.map((_, i) => i).filter(() => coins.next().value);
          const column = new TextColumn(store, Uint32Array.from(kept));
          const values = kept.map((i) => all[i] ?? null);
          expect(column.values()).toEqual(values);
          expect(values.map((_, i) => column.isNull(i))).toEqual(values.map((each) => each === null));
          for (const i of kept) expect(store.isEmpty(i)).toBe(all[i] === '');
          values.forEach((each, i) => {
            const place = column.bytesOf(i);
            const isPlain = each !== null && !JSON.stringify(each).includes('\\');
            expect(place && decoder.decode(place.bytes.subarray(place.from, place.end))).toBe(
              isPlain ? each : undefined,
            );
          });
          const json = Buffer.concat([...column.json()]).toString('utf8');
          if (layout === 'list')
            expect(json).toBe(values.map((each) => JSON.stringify(each)).join(TEXT_SEPARATOR));
          else expect(`"${json}"`).toBe(JSON.stringify(values.map((each) => `${each}\n`).join('')));
        }),
        RUNS,
      );
    },
  );

  it('have no null among lines', () => {
    expect(() => new TextStore({ layout: 'lines' }).addText(null)).toThrow(TypeError);
  });
});

function addTo(store: TextStore, text: string | null): void {
  const bytes = encoder.encode(text ?? '');
  if (text === null || hasControl(text)) store.addText(text);
  else if (/["\\]/.test(text)) store.addEscaped(bytes, 0, bytes.length);
  else store.addPlain(bytes, 0, bytes.length);
}
