/** The page about the file format: its example is sound, and its readers count what the engine counts. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CrossFilter } from '../../src/filter/cross-filter.ts';
import { EMPTY_FILTER, withMinScore } from '../../src/filter/passing/filter-state.ts';
import { decodeDataset } from '../../src/model/codec/decode-dataset.ts';
import { encodeDataset } from '../../src/model/codec/encode-dataset.ts';
import { readDataset } from '../ingest/read-dataset.ts';

const BUSY_MACHINE_MS = 60_000;

const page = readFileSync('docs/dataset-format.md', 'utf8');

/** The page's only block of code in a language. */
function block(language: string): string {
  const blocks = [...page.matchAll(new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 'gs'))];
  expect(blocks).toHaveLength(1);
  return blocks[0]![1]!;
}

const TEXTS = {
  example: block('json'),
  sample: JSON.stringify(encodeDataset(readDataset('data/training-language-models.txt'))),
};

/** "AUT 1" for each country that at least one record shows, by code. */
function countedByEngine(text: string, minScore: number): string[] {
  const dataset = decodeDataset(JSON.parse(text));
  const { id } = dataset.facets.find(({ kind }) => kind === 'place')!;
  const engine = new CrossFilter(dataset);
  engine.setFilter(withMinScore(EMPTY_FILTER, id, minScore));
  const { records } = engine.countsFor(id);
  return [...engine.indexes.get(id)!.nodeByCode]
    .filter(([code, node]) => /^[A-Z]{3}$/.test(code) && records[node]! > 0)
    .map(([code, node]) => `${code} ${records[node]!}`)
    .sort();
}

const READERS = [
  { language: 'python', command: 'python3', check: ['-c', 'pass'] },
  { language: 'r', command: 'Rscript', check: ['-e', 'library(jsonlite)'] },
].map((reader) => ({ ...reader, isThere: spawnSync(reader.command, reader.check).status === 0 }));

const note = (reader: (typeof READERS)[number]) =>
  reader.isThere ? '' : ` (skipped: ${reader.command} with what it needs is not at hand)`;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dataset-format-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the example', () => {
  it('is a dataset', () => {
    const { records, facets, recordCount } = decodeDataset(JSON.parse(TEXTS.example));
    expect([recordCount, records.author.length, facets[0]!.tagConcept.length]).toEqual([3, 3, 5]);
  });

  it('has the counts that the page tells', () => {
    expect(page).toContain(
      'Records per country at threshold 0.10: AUT 1, CYP 1. At threshold 0: AUT 2, CYP 2.',
    );
    expect(countedByEngine(TEXTS.example, 10)).toEqual(['AUT 1', 'CYP 1']);
    expect(countedByEngine(TEXTS.example, 0)).toEqual(['AUT 2', 'CYP 2']);
  });
});

for (const reader of READERS) {
  describe.skipIf(!reader.isThere)(`the reader in ${reader.language}${note(reader)}`, () => {
    it.each([
      ['example', 0],
      ['example', 10],
      ['sample', 0],
      ['sample', 14],
      ['sample', 20],
      ['sample', 100],
    ] as const)(
      'counts the %s as the engine does at threshold %d',
      (name, minScore) => {
        const [script, data] = [join(folder, 'reader'), join(folder, `${name}.json`)];
        writeFileSync(script, block(reader.language));
        writeFileSync(data, TEXTS[name]);
        const { stdout, stderr } = spawnSync(reader.command, [script, data, String(minScore)], {
          encoding: 'utf8',
        });
        expect(stderr).toBe('');
        const lines = stdout.split(/\r?\n/).filter((line) => line.trim() !== '');
        expect(lines).toEqual(countedByEngine(TEXTS[name], minScore));
      },
      BUSY_MACHINE_MS,
    );
  });
}

it('the sample has countries, some of which a threshold takes away', () => {
  const at = (minScore: number) => countedByEngine(TEXTS.sample, minScore).length;
  expect(at(0)).toBeGreaterThan(at(14));
  expect(at(14)).toBeGreaterThan(at(20));
  expect(at(20)).toBeGreaterThan(0);
});
