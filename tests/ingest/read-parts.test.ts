/** Files that are read in parts, by two threads, come to what reading them as a whole gives. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { planParts, recordStart, type Plan } from '../../scripts/dataset/plan-parts.ts';
import { readAll } from '../../scripts/dataset/read-all.ts';
import { unsupportedFormat } from '../../src/ingest/lines/file-format.ts';
import { datasetOf } from '../../src/ingest/ingest.ts';
import { AITOPICS } from '../../src/ingest/facets.ts';
import { Ingestion, type ReadFiles } from '../../src/ingest/ingestion.ts';
import { sourceLines } from '../../src/ingest/lines/source-lines.ts';
import { encodeDataset } from '../../src/model/codec/encode-dataset.ts';
import { oddBytes } from './odd-bytes.ts';
import { syntheticText } from './synthetic-text.ts';

const folder = mkdtempSync(join(tmpdir(), 'whereabouts-parts-'));
afterAll(() => rmSync(folder, { recursive: true }));

const jsonOf = (read: ReadFiles) => JSON.stringify(encodeDataset(datasetOf(read)));
const encoder = new TextEncoder();

/** The file, read as a whole. */
function whole(bytes: Uint8Array): ReadFiles {
  const ingestion = new Ingestion(['a.txt']);
  const file = ingestion.nextFile();
  file.push(bytes);
  file.finish();
  return ingestion;
}

/**
 * The file, its second part read for itself and then added as it comes from another thread.
 * @param isCounted whether the second part knows at first how many lines stand before it
 */
function inParts(bytes: Uint8Array, cut: number, isCounted: boolean): ReadFiles {
  const [here, beside] = [new Ingestion(['a.txt']), new Ingestion(['a.txt'])];
  const first = here.nextPart(0, 0);
  first.push(bytes.subarray(0, cut));
  const lines = sourceLines(new TextDecoder().decode(bytes.subarray(0, cut))).length;
  const second = beside.nextPart(0, isCounted ? lines : () => lines);
  second.push(bytes.subarray(cut));
  const parts = [first.endPart(), second.endPart()];
  const uncounted = isCounted ? undefined : { file: 0, lines: parts[0]!.linesIn };
  here.rows.append(structuredClone(beside.rows.data()), uncounted);
  here.endFile(parts);
  return here;
}

/** Every place at which the bytes may be cut. */
function cutsOf(bytes: Uint8Array): number[] {
  const cuts: number[] = [];
  for (let from = 0; ;) {
    const at = recordStart(bytes.subarray(from));
    if (at === undefined) return cuts;
    cuts.push(from + at);
    // the line before the cut, so that the next one is found
    from += at;
  }
}

const isUnsupported = (bytes: Uint8Array) =>
  unsupportedFormat(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)) !== undefined;

/** Where a cut may be, or may seem to be. */
const border = fc
  .tuple(
    fc.constantFrom(
      '- Law (0.50)',
      '- Europe > Austria > Vienna (0.14)',
      '- (3 more...)',
      '- Law',
      '- None (0.10)',
    ),
    fc.constantFrom('\n', '\n', '\r\n', '\r'),
    fc.constantFrom(
      'A title',
      'Hu, Xin',
      'another title',
      '- Law (0.40)',
      ' ',
      'We do what we say. It is done well.',
    ),
    fc.constantFrom('\n', '\r\n', ''),
  )
  .map((parts) => encoder.encode(parts.join('')));

describe('a file in two parts', () => {
  it('is what it is as a whole, wherever it is cut', () => {
    let cuts = 0;
    fc.assert(
      fc.property(
        fc.array(fc.oneof(oddBytes, { weight: 3, arbitrary: border }), { maxLength: 9 }),
        (pieces) => {
          const bytes = Uint8Array.from(pieces.flatMap((each) => [...each]));
          // other encodings are not cut
          if (bytes[0] === 0xff || bytes[0] === 0xfe || bytes.includes(0)) return;
          const expected = jsonOf(whole(bytes));
          for (const cut of cutsOf(bytes)) {
            // files are cut behind what tells their format
            if (isUnsupported(bytes) || isUnsupported(bytes.subarray(0, cut))) continue;
            cuts++;
            for (const isCounted of [true, false]) {
              expect(jsonOf(inParts(bytes, cut, isCounted))).toBe(expected);
            }
          }
        },
      ),
      { numRuns: 1000 },
    );
    expect(cuts).toBeGreaterThan(200);
  });

  it('is cut only before a line that surely begins a record', () => {
    const startOf = (text: string) => recordStart(encoder.encode(text));
    expect(startOf('x\n- Law (0.50)\nA title\n')).toBe(15);
    expect(startOf('x\r\n- Law (0.50)\r\nA title\n')).toBe(17);
    expect(startOf('x\n- Law (0.50)\r- Law (0.50)\nA title\n')).toBe(28);
    expect(startOf('- Law (0.50)\nA title\n')).toBeUndefined();
    expect(startOf('x\n- Law (0.50)\n- Law (0.40)\n')).toBeUndefined();
    expect(startOf('x\n- Law (0.50)\n A title\n')).toBeUndefined();
    expect(startOf('x\n- Law (0.50)\nA title')).toBe(15);
    expect(startOf('x\n- none\nA title\n')).toBeUndefined();
    expect(startOf('x\n- Law (1.50)\nA title\n')).toBeUndefined();
    expect(startOf('x\n- (3 more...)\nA title\n')).toBeUndefined();
    expect(startOf('')).toBeUndefined();
  });
});

describe('files in two threads', () => {
  const write = (name: string, content: string | Uint8Array) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const text = (records: number, seed: number) => [...syntheticText(records, seed)].join('');
  const long = write('long.txt', text(600, 1));
  const short = write('short.txt', text(20, 2));
  const packed = write('packed.txt.gz', gzipSync(text(300, 3)));
  const windows = write('windows.txt', text(300, 4).replace(/\n/g, '\r\n'));
  const old = write('old.txt', text(300, 5).replace(/\.\n/g, '.\r'));
  const other = write('other.txt', Buffer.from(`\uFEFF${text(300, 6)}`, 'utf16le'));
  const json = write('json.txt', `{"a": 1}\n${text(300, 7)}`);
  const missing = join(folder, 'missing.txt');

  const read = async (files: string[], processors: number) => {
    const plan = await planParts(files, 0, 0, processors);
    return { plan, read: await readAll(files, plan, () => undefined) };
  };

  it.each([
    ['one file', [long]],
    ['the first of two', [long, short]],
    ['the last of two', [short, long]],
    ['packed ones', [packed, packed]],
    ['one packed file, which is not cut', [packed]],
    ['line ends of Windows', [windows]],
    ['lonely CRs', [old]],
    ['UTF-16, which is not cut', [other, short]],
    ['what is no result text', [json]],
    ['all of them', [short, windows, packed, old, long, other, json]],
  ])('are what they are in one: %s', async (_, files) => {
    const alone = await read(files, 1);
    const both = await read(files, 2);
    expect(alone.plan.beside).toEqual([]);
    expect(jsonOf(both.read)).toBe(jsonOf(alone.read));
    expect(both.read.files).toEqual(alone.read.files);
  });

  it('are what they are in one: works of which some have addresses', async () => {
    const work = (id: number, doi: string | null) => ({ id: doi && `https://openalex.org/W${id}`, doi });
    const works = (ids: readonly number[]) =>
      ids.map((id) => ({ ...work(id, id % 3 ? `10.1000/${id}` : null), display_name: `Title ${id}` }));
    const files = [
      [1, 2, 3],
      [3, 4, 5, 6],
      [1, 7, 8],
    ].map((ids, i) => write(`works-${i}.json`, JSON.stringify(works(ids))));
    const [alone, both] = [await read(files, 1), await read(files, 2)];
    expect(both.plan.beside.length).toBeGreaterThan(0);
    const urls = [1, 2, 0, 0, 4, 5, 0, 1, 7, 8].map((id) =>
      id === 0 ? '' : `https://doi.org/10.1000/${id}`,
    );
    expect([...datasetOf(alone.read).records.url!]).toEqual(urls);
    expect(jsonOf(both.read)).toBe(jsonOf(alone.read));
  });

  it('share the work', async () => {
    const besideOf = async (files: string[]) => (await planParts(files, 0, 0, 2)).beside;
    expect(await besideOf([long])).toMatchObject([{ file: 0, end: Infinity }]);
    expect((await besideOf([long]))[0]!.from).toBeGreaterThan(0);
    expect((await besideOf([packed, packed])).map(({ file }) => file)).toEqual([1]);
    expect((await besideOf([windows]))[0]!.from).toBeGreaterThan(0);
    expect(await besideOf([other])).toEqual([]);
    expect(await besideOf([json])).toEqual([]);
    expect((await planParts([long])).beside).toEqual([]);
  });

  it('tell how many bytes were read, all of them', async () => {
    for (const processors of [1, 2]) {
      let bytes = 0;
      const plan = await planParts([short, long], 0, 0, processors);
      await readAll([short, long], plan, (more) => (bytes += more));
      expect(bytes).toBe(plan.bytes);
    }
  });

  it('end with the first file that cannot be read, here or beside', async () => {
    const here = (file: number, path: string) => ({ file, path, from: 0, end: Infinity });
    const gone = join(folder, 'gone.txt');
    const of = (plan: Pick<Plan, 'here' | 'beside'>) =>
      readAll([missing, gone], { ...plan, source: AITOPICS }, () => undefined);
    await expect(of({ here: [here(0, short)], beside: [here(1, gone)] })).rejects.toThrow(
      `cannot read ${gone}: there is no such file`,
    );
    await expect(of({ here: [here(0, missing)], beside: [here(1, gone)] })).rejects.toThrow(
      `cannot read ${missing}: there is no such file`,
    );
  });
});
