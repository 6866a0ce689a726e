/** Files of JSON, and tables, as the dataset command reads them. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CrossFilter } from '../../src/filter/cross-filter.ts';
import { decodeDataset } from '../../src/model/codec/decode-dataset.ts';
import { facetById, type Dataset } from '../../src/model/dataset.ts';
import { readDataset } from './read-dataset.ts';

const ORIGINAL = '../shared/samples/openalex-50-works.json';
const BUSY_MACHINE_MS = 60_000;

let folder = '';
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'whereabouts-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const work = (title: string, ...countries: string[]) => ({
  id: `https://openalex.org/W${title.length}`,
  display_name: title,
  authorships: [{ author: { display_name: `${title} Writer` }, countries }],
  topics: [{ display_name: 'Models', score: 0.9, domain: { display_name: 'Sciences' } }],
});

function written(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function run(...args: readonly string[]) {
  const out = join(folder, 'dataset.json');
  rmSync(out, { force: true });
  const { status, stderr } = spawnSync(process.execPath, ['scripts/data.mjs', ...args, '--out', out], {
    encoding: 'utf8',
  });
  const dataset = existsSync(out) ? decodeDataset(JSON.parse(readFileSync(out, 'utf8'))) : undefined;
  return { status, stderr, dataset };
}

function recordsByCountry(dataset: Dataset): Record<string, number> {
  const { id, concepts } = facetById(dataset, 'geography')!;
  const { records } = new CrossFilter(dataset).countsFor(id);
  return Object.fromEntries(concepts.code.map((code, concept) => [code, records[concept]!]));
}

describe('the dataset command', { timeout: BUSY_MACHINE_MS }, () => {
  it('reads answers, JSON lines and packed ones into one dataset', () => {
    const page = written(
      'page.json',
      JSON.stringify({ meta: {}, results: [work('First', 'AT', 'US')] }, null, 2),
    );
    const lines = [work('Second one', 'AT'), work('Third', 'BR')].map((each) => `${JSON.stringify(each)}\n`);
    const packed = written('lines.jsonl.gz', gzipSync(lines.join('')));
    const { status, stderr, dataset } = run(page, packed);
    expect([status, stderr]).toEqual([0, '']);
    expect(dataset!.source).toMatchObject({ name: 'OpenAlex', files: ['page.json', 'lines.jsonl.gz'] });
    expect(recordsByCountry(dataset!)).toEqual({ AUT: 2, BRA: 1, USA: 1 });
    expect([...dataset!.records.passageFirst]).toEqual([4, 1, 2]);
    expect([...dataset!.records.url!]).toEqual(['5', '10', '5'].map((id) => `https://openalex.org/W${id}`));
  });

  it('reads tables, packed ones and such in UTF-16 too, with the facets of all of them', () => {
    const header = 'record_id;title;authors;facet;path;score\n';
    const packed = written('a.csv.gz', gzipSync(`${header}1;A title;"Ma, Li";Place;AT;0,5\n`));
    const rows = `${header}2;Another;;Place;BR > Bahia;1\n2;;;Field;Physics;0.25\n`;
    const wide = written('b.txt', Buffer.from(`\uFEFF${rows.replaceAll(';', '\t')}`, 'utf16le'));
    const { status, stderr, dataset } = run(packed, wide);
    expect([status, stderr]).toEqual([0, '']);
    expect(dataset!.facets.map(({ id, kind }) => [id, kind])).toEqual([
      ['place', 'place'],
      ['field', 'taxonomy'],
    ]);
    expect(dataset!.problems).toEqual([]);
    expect([...dataset!.records.title]).toEqual(['A title', 'Another']);
    expect(dataset!.facets[0]!.concepts.code).toContain('BR-BA');
    expect(dataset!.facets[0]!.tagScore).toEqual(Uint8Array.of(50, 100));
  });

  it('takes the source of the first file that can be told, and tells what it refuses', () => {
    const text = written(
      'results.txt',
      'models\nA title\nMa, Li\nAn abstract of some words.\n- Asia > China (0.10)\n',
    );
    const page = written('one.json', JSON.stringify([work('First', 'AT')]));
    const { dataset } = run(text, page);
    expect(dataset!.source.name).toBe('AITopics');
    expect(dataset!.recordCount).toBe(1);
    expect(dataset!.problems).toMatchObject([{ code: 'unsupported-format', file: 'one.json', line: 0 }]);
    expect(run(written('other.json', '[{"a": 1}]'))).toMatchObject({
      status: 1,
      stderr: expect.stringContaining(
        'neither like works of OpenAlex, nor like records of AITopics, nor like the rows of a table',
      ) as unknown,
      dataset: undefined,
    });
  });
});

describe.skipIf(!existsSync(ORIGINAL))('the original sample of OpenAlex', () => {
  it('has in each country the works that a plain count of its affiliations has there', () => {
    const dataset = readDataset(ORIGINAL);
    expect(dataset.report).toMatchObject({ linesReported: 0, recordsRead: 50, duplicatesMerged: 0 });
    interface Work {
      readonly doi: string;
      readonly authorships: readonly { readonly countries: readonly string[] }[];
    }
    const { results } = JSON.parse(readFileSync(ORIGINAL, 'utf8')) as { readonly results: readonly Work[] };
    const counts = new Map<string, number>();
    for (const { authorships } of results) {
      const codes = new Set(authorships.flatMap(({ countries }) => countries));
      for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
    }
    expect(Object.values(recordsByCountry(dataset)).sort()).toEqual([...counts.values()].sort());
    expect(recordsByCountry(dataset)['USA']).toBe(counts.get('US'));
    // every work has a DOI: two of one title and the same authors are a working paper and its article
    expect([...dataset.records.url!].map(decodeURIComponent)).toEqual(results.map(({ doi }) => doi));
    expect(dataset.report.problems['similar-record']).toBe(1);
    expect(recordsByCountry(dataset)['GBR']).toBe(counts.get('GB'));
  });
});
