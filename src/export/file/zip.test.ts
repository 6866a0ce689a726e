import fc from 'fast-check';
import { crc32 } from 'node:zlib';
import { expect, it } from 'vitest';
import { finished } from '../../model/work.ts';
import { zipping } from './zip.ts';

/** The entries as the directory at the end lists them: how programs read a zip file. */
function entriesOf(bytes: Uint8Array) {
  const file = Buffer.from(bytes);
  const end = file.length - 22;
  expect(file.readUInt32LE(end)).toBe(0x06054b50);
  const count = file.readUInt16LE(end + 10);
  let at = file.readUInt32LE(end + 16);
  const entries = Array.from({ length: count }, () => {
    expect(file.readUInt32LE(at)).toBe(0x02014b50);
    const [nameLength, start] = [file.readUInt16LE(at + 28), file.readUInt32LE(at + 42)];
    const name = file.toString('utf8', at + 46, at + 46 + nameLength);
    expect(file.readUInt32LE(start)).toBe(0x04034b50);
    // what stands before the entry is what stands in the directory
    expect(file.subarray(start + 4, start + 30)).toEqual(file.subarray(at + 6, at + 32));
    const from = start + 30 + file.readUInt16LE(start + 26) + file.readUInt16LE(start + 28);
    const data = file.subarray(from, from + file.readUInt32LE(at + 20));
    if (typeof crc32 === 'function') expect(file.readUInt32LE(at + 16)).toBe(crc32(data));
    at += 46 + nameLength;
    return { name, text: data.toString('utf8') };
  });
  expect(at).toBe(end);
  return entries;
}

const bytesOf = async (entries: readonly { name: string; lines: string[] }[]) => {
  const blob = finished(zipping(entries.map((entry) => ({ ...entry, count: entry.lines.length }))));
  return new Uint8Array(await blob.arrayBuffer());
};

it('a zip file has each text under its name, whatever they hold and however they come', async () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 300 });
  const entry = fc.record({ name: text, lines: fc.array(text) });
  await fc.assert(
    fc.asyncProperty(fc.array(entry), async (entries) => {
      const whole = entries.map(({ name, lines }) => ({ name, text: lines.join('') }));
      expect(entriesOf(await bytesOf(entries))).toEqual(whole);
    }),
  );
});

it('a text of many pieces has one checksum', async () => {
  const lines = Array.from({ length: 4000 }, (_, i) => `${'ä'.repeat(200)} ${i}\n`);
  expect(entriesOf(await bytesOf([{ name: 'long', lines }]))).toEqual([
    { name: 'long', text: lines.join('') },
  ]);
});
