import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountInWords, shareRead } from './progress-words.ts';
import { expectedBytes, type LoadProgress } from './load-progress.ts';
import { readBytes } from './read-bytes.ts';

/** An answer that comes in these pieces. */
function answerOf(pieces: readonly Uint8Array[], headers: Record<string, string> = {}): Response {
  const waiting = [...pieces];
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const piece = waiting.shift();
      if (piece) controller.enqueue(piece);
      else controller.close();
    },
  });
  return new Response(body, { headers });
}

describe('reading an answer', () => {
  it('gives its bytes, however they are cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array(), fc.array(fc.nat(20)), async (bytes, lengths) => {
        const pieces: Uint8Array[] = [];
        let at = 0;
        for (const length of [...lengths, bytes.length]) {
          pieces.push(bytes.slice(at, at + length));
          at += length;
        }
        expect(await readBytes(answerOf(pieces), 1e6)).toEqual(Uint8Array.from(bytes));
      }),
      { numRuns: 300 },
    );
  });

  it('tells the bytes so far, and what was announced', async () => {
    const told: (readonly [number, string | null])[] = [];
    const pieces = [new Uint8Array(3).fill(97), new Uint8Array(4).fill(98)];
    await readBytes(answerOf(pieces, { 'content-length': '7' }), 10, (bytes, headers) =>
      told.push([bytes, headers.get('content-length')]),
    );
    expect(told).toEqual([0, 3, 7].map((bytes) => [bytes, '7']));
  });

  it('stops beyond the limit, whatever was announced', async () => {
    const pieces = Array.from({ length: 5 }, () => new Uint8Array(4));
    await expect(readBytes(answerOf(pieces), 19)).resolves.toBeNull();
    await expect(readBytes(answerOf(pieces), 20)).resolves.toHaveLength(20);
  });

  it('of an answer without a body is empty', async () => {
    expect(await readBytes(new Response(null), 1)).toHaveLength(0);
  });
});

it.each<[Record<string, string>, number | null]>([
  [{}, null],
  [{ 'content-length': '12' }, 12],
  [{ 'content-length': 'many' }, null],
  [{ 'content-length': '12', 'content-encoding': 'gzip' }, null],
  [{ 'content-length': '12', 'content-encoding': 'identity' }, 12],
])('headers %j announce %j bytes', (headers, bytes) =>
  expect(expectedBytes(new Headers(headers))).toBe(bytes),
);

it.each<[LoadProgress, string, number | null]>([
  [{ phase: 'reading', bytes: 3_140_000, totalBytes: 12_000_000 }, '3.1 of 12.0 MB', 3.14 / 12],
  [{ phase: 'reading', bytes: 3_140_000, totalBytes: null }, '3.1 MB', null],
  [{ phase: 'reading', bytes: 20, totalBytes: 10 }, '0.0 of 0.0 MB', 1],
  [{ phase: 'reading', bytes: 0, totalBytes: 0 }, '0.0 of 0.0 MB', null],
  [{ phase: 'checking' }, '', null],
])('progress %j is told as %j', (progress, words, share) => {
  expect(amountInWords(progress)).toBe(words);
  expect(shareRead(progress)).toEqual(share);
});
