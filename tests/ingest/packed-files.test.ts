/** Inputs as they lie on the disk: gzip and its damage, patterns of names, pieces. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFiles } from '../../scripts/dataset/find-inputs.ts';
import { readPieces } from '../../scripts/dataset/read-inputs.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'whereabouts-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// hardly to be packed, so that the packed file has more than one piece
let seed = 1;
const noise = (length: number) =>
  Buffer.from(
    Array.from({ length }, () => 97 + (((seed = (Math.imul(seed, 1103515245) + 12345) >>> 0) >>> 16) % 26)),
  );
const TEXT = noise(3_000_000);
const GZIP = gzipSync(TEXT);

async function read(name: string, content: Uint8Array) {
  const path = join(folder, name);
  writeFileSync(path, content);
  const pieces: Buffer[] = [];
  let bytesRead = 0;
  for await (const piece of readPieces(path, (bytes) => (bytesRead += bytes)))
    pieces.push(Buffer.from(piece));
  return { text: Buffer.concat(pieces), bytesRead, pieceCount: pieces.length };
}

describe('readPieces', () => {
  it.each([
    ['a plain file', 'a.txt', TEXT, TEXT],
    ['an empty file', 'empty.txt', Buffer.alloc(0), Buffer.alloc(0)],
    ['gzip', 'a.txt.gz', GZIP, TEXT],
    ['gzip of another name', 'packed.txt', GZIP, TEXT],
    ['gzip in two members', 'two.gz', Buffer.concat([GZIP, gzipSync('more')]), Buffer.concat([TEXT, Buffer.from('more')])], // prettier-ignore
    ['gzip with zeros after it', 'tape.gz', Buffer.concat([GZIP, Buffer.alloc(3_000_000)]), TEXT],
  ])('reads %s to its end, and tells how much', async (_, name, content, expected) => {
    const { text, bytesRead, pieceCount } = await read(name, content);
    expect(text.equals(expected)).toBe(true);
    expect(bytesRead).toBe(content.length);
    expect(pieceCount).toBeGreaterThanOrEqual(Math.ceil(expected.length / (1 << 20)));
  });

  const damaged = Buffer.from(GZIP);
  damaged[1_000_000]! ^= 0x55;
  const wrongSum = Buffer.from(GZIP);
  wrongSum[GZIP.length - 6]! ^= 1;
  it.each([
    ['cut in its middle', 'cut.gz', GZIP.subarray(0, 1_500_000), 'the file was cut off'],
    ['without its last byte', 'last.gz', GZIP.subarray(0, -1), 'the file was cut off'],
    ['cut in its head', 'head.gz', GZIP.subarray(0, 5), 'the file was cut off'],
    ['with a damaged byte', 'damaged.gz', damaged, 'its gzip data are damaged'],
    ['with a wrong sum', 'sum.gz', wrongSum, 'its gzip data are damaged'],
    ['with other text after it', 'text.gz', Buffer.concat([GZIP, Buffer.from('more')]), 'damaged'],
    ['with bytes far behind it', 'far.gz', Buffer.concat([GZIP, Buffer.alloc(5_000_000), Buffer.from('x')]), 'after its end'], // prettier-ignore
    ['that is none', 'plain.gz', TEXT, 'named .gz, but is not gzip'],
    ['that is empty', 'nothing.gz', Buffer.alloc(0), 'named .gz, but is not gzip'],
  ])('refuses gzip %s with a message', async (_, name, content, message) => {
    await expect(read(name, content)).rejects.toThrow(`cannot read ${join(folder, name)}: `);
    await expect(read(name, content)).rejects.toThrow(message);
  });
});

describe('findFiles', () => {
  beforeAll(() => {
    mkdirSync(join(folder, 'in/deep'), { recursive: true });
    for (const name of ['b.txt', 'a.txt', 'c.txt.gz', '[a].txt', 'deep/d.txt']) {
      writeFileSync(join(folder, 'in', name), '');
    }
  });

  it.each([
    ['names as they are', ['in/b.txt', 'missing.txt'], ['in/b.txt', 'missing.txt']],
    ['a pattern by name', ['in/*.txt'], ['in/[a].txt', 'in/a.txt', 'in/b.txt']],
    ['folders below', ['in/**/*.txt'], ['in/[a].txt', 'in/a.txt', 'in/b.txt', 'in/deep/d.txt']],
    ['choices', ['in/{c,a}.*'], ['in/a.txt', 'in/c.txt.gz']],
    ['a file whose name looks like a pattern', ['in/[a].txt'], ['in/[a].txt']],
    ['each file once', ['in/b.txt', 'in/?.txt'], ['in/b.txt', 'in/a.txt']],
  ])('takes %s', async (_, names, expected) => {
    const inFolder = (name: string) => join(folder, name);
    expect(await findFiles(names.map(inFolder))).toEqual(expected.map(inFolder));
  });

  it('says where a pattern fits no file', async () => {
    await expect(findFiles([join(folder, 'in/*.csv')])).rejects.toThrow('no file fits');
  });
});
