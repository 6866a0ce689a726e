import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { LoadError } from './answer-for.ts';
import { expectedBytes } from './load-progress.ts';
import { readFile } from './read-file.ts';

const TEXT = JSON.stringify({ format: 'whereabouts-dataset', words: 'é'.repeat(5000) });
const PACKED = Uint8Array.from(gzipSync(TEXT));

async function faultOf(file: File, limitBytes?: number): Promise<LoadError> {
  const error: unknown = await readFile(file, () => undefined, limitBytes).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(LoadError);
  return error as LoadError;
}

describe('a file of this computer', () => {
  it.each([
    ['as it is', 'data.json', TEXT, new Blob([TEXT]).size],
    ['gzipped, whatever its name', 'data.json', PACKED, null],
  ])('is read %s, with progress', async (_, name, content, total) => {
    const told: (readonly [number, number | null])[] = [];
    const bytes = await readFile(new File([content], name), (count, headers) =>
      told.push([count, expectedBytes(headers)]),
    );
    expect(new TextDecoder().decode(bytes)).toBe(TEXT);
    expect(told[0]).toEqual([0, total]);
    expect(told.at(-1)).toEqual([bytes.length, total]);
  });

  it('that unpacks to more than is allowed is given up on the way', async () => {
    const bomb = new File([Uint8Array.from(gzipSync(Buffer.alloc(50_000_000)))], 'bomb.json.gz');
    let most = 0;
    const limit = 1_000_000;
    const error: unknown = await readFile(bomb, (bytes) => (most = bytes), limit).catch((e: unknown) => e);
    expect((error as Error).message).toMatch(/^bomb\.json\.gz, unpacked, is larger than/);
    expect(most).toBeLessThanOrEqual(limit);
  });

  it('that is too large is not begun', async () => {
    expect((await faultOf(new File([TEXT], 'large.json'), 100)).message).toMatch(/^large\.json is larger/);
  });

  it.each([
    ['cut off', PACKED.slice(0, -20)],
    ['damaged', PACKED.slice().fill(7, 20, 40)],
  ])('whose gzip is %s says so, and whom to ask', async (_, bytes) => {
    const { message, advice } = await faultOf(new File([bytes], 'data.json.gz'));
    expect(message).toBe('data.json.gz is damaged or cut off: it cannot be unpacked.');
    expect(advice).toMatch(/^Ask whoever sent it/);
  });

  it('that was moved meanwhile is told, not called damaged', async () => {
    const file = new File([PACKED], 'gone.json.gz');
    const gone = new DOMException('the file was moved', 'NotFoundError');
    file.stream = () => new ReadableStream({ start: (controller) => controller.error(gone) });
    const { message, advice } = await faultOf(file);
    expect(message).toBe('gone.json.gz could not be read (the file was moved).');
    expect(advice).toContain('choose it again');
  });
});
