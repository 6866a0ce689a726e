/** data/scenes.json: every number that its texts say is counted here again, and the script takes it or tells why not. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conceptPath } from '../../src/model/dataset.ts';
import { decodeDataset } from '../../src/model/codec/decode-dataset.ts';
import { readScenes } from '../../src/model/codec/scenes-file.ts';
import { Explorer } from '../../src/state/explorer.svelte.ts';
import { readDataset } from './read-dataset.ts';

const TIMEOUT_MS = 120_000;
const SAMPLE = 'data/training-language-models.txt';
const dataset = readDataset(SAMPLE);
const { scenes, origin } = readScenes(readFileSync('data/scenes.json', 'utf8'));

/** The sample as a scene shows it. */
const shownBy = (scene: number) => new Explorer(dataset, scenes[scene]!.query);

/** Records by country, by ISO code, of those that show any. */
function countries(explorer: Explorer): Record<string, number> {
  const { records } = explorer.countsFor('geography');
  const { code, level } = dataset.facets[0]!.concepts;
  const codes = new Set(code.filter((_, concept) => level[concept] === 'country'));
  const counted = [...codes].map((iso) => [iso, records[explorer.nodeByCode('geography', iso)!]!] as const);
  return Object.fromEntries(counted.filter(([, count]) => count > 0));
}

describe('the sample’s scenes', () => {
  it('are four, made for the sample, and name nothing that it does not have', () => {
    expect(scenes.map(({ view }) => view)).toEqual(['map', 'map', 'topics', 'coauthors']);
    expect(origin).toEqual({ title: dataset.title, records: dataset.recordCount });
    for (let scene = 0; scene < scenes.length; scene++) expect(shownBy(scene).unknown).toEqual([]);
  });

  it('count countries rightly', () => {
    const all = shownBy(0);
    expect(scenes[0]!.title).toBe('Nine countries, five records');
    expect(all.countsFor('geography').tagged).toBe(5);
    const { USA, ...others } = countries(all);
    expect([USA, Object.values(others)]).toEqual([5, Array(8).fill(1)]);
    expect(scenes[0]!.text).toMatch(
      /^Five of the nine .* All five name the United States; each other .* one record only/,
    );
    expect(scenes[0]!.notes).toContain('Four records carry no place');
  });

  it('count what a threshold leaves rightly', () => {
    expect(countries(shownBy(1))).toEqual({ USA: 3, AUT: 1, CAN: 1 });
    expect(scenes[1]!.text).toMatch(
      /0\.10, three countries .* three records, Austria and Canada with one each/,
    );
    const { tagScore, tagConcept, concepts } = dataset.facets[0]!;
    const gone = ['Thailand', 'United Kingdom', 'Singapore', 'Indonesia', 'Spain', 'Monaco'];
    expect(scenes[1]!.notes).toMatch(/^Six countries turn to dots: their tags are there, at 0\.04/);
    for (const name of gone) {
      const scores = [...tagConcept].flatMap((concept, i) =>
        conceptPath(concepts, concept).includes(name) ? [tagScore[i]] : [],
      );
      expect(new Set(scores)).toEqual(new Set([4]));
    }
  });

  it('count topics rightly', () => {
    const { concepts } = dataset.facets.find(({ id }) => id === 'technology')!;
    const counts = shownBy(2).countsFor('technology');
    expect(counts.tagged).toBe(2);
    for (const name of ['Natural Language', 'Large Language Model', 'Chatbot']) {
      expect(counts.records[concepts.label.indexOf(name)]).toBe(2);
    }
    expect(scenes[2]!.text).toMatch(/^Technology tags stand on two of the nine records\. Both /);
    expect(scenes[2]!.notes).toContain('The other seven records have no technology tag');
  });

  it('count authors rightly', () => {
    const { records, authors } = dataset;
    const byRecord = [...records.title].map(
      (_, r) => records.authorOffset[r + 1]! - records.authorOffset[r]!,
    );
    const largest = byRecord
      .map((count, r) => [count, records.title.at(r)] as const)
      .sort(([a], [b]) => b - a);
    expect(largest.slice(0, 3).map(([count, title]) => [count, title.split(':')[0]])).toEqual([
      [281, 'GPT-4 Technical Report'],
      [59, 'DataComp-LM'],
      [18, 'Training Language Models to Self-Correct via Reinforcement Learning'],
    ]);
    expect(281 + 59).toBe(340);
    expect(authors.family).toHaveLength(374);
    expect(new Set(records.author).size).toBe(records.author.length); // nobody stands on two records
    expect((281 * 280) / 2).toBe(39_340);
    expect(scenes[3]!.title).toContain('340 of 374');
    expect(scenes[3]!.text).toMatch(/281 authors, DataComp-LM 59/);
    expect(scenes[3]!.notes).toContain('39,340 lines');
  });
});

it('the example of the docs is a file of scenes for the sample', () => {
  const [, example = ''] = /```json\n(.*?)```/s.exec(readFileSync('docs/scenes.md', 'utf8')) ?? [];
  const { scenes: shown, origin: madeFor } = readScenes(example);
  expect(madeFor).toEqual(origin);
  const explorer = new Explorer(dataset, shown[0]!.query);
  expect([explorer.unknown, explorer.activeCount, shown[0]!.text]).toEqual([[], 1, 'One record of nine.']);
});

describe('the dataset script', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'scenes-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const run = (...args: string[]) => {
    const out = join(folder, 'out.json');
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--import', 'tsx', 'scripts/build-dataset.ts', ...args, '--out', out],
      { encoding: 'utf8' },
    );
    return { status, told: stderr.trim(), out };
  };
  const scenesOf = (path: string) => decodeDataset(JSON.parse(readFileSync(path, 'utf8'))).scenes;
  const write = (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };

  it(
    'puts the scenes of data/ into the dataset of data/, and into no other',
    () => {
      const sample = run();
      expect([sample.status, sample.told]).toEqual([0, '']);
      expect(scenesOf(sample.out)).toEqual(scenes);
      expect(scenesOf(run(SAMPLE).out)).toBeUndefined();
    },
    TIMEOUT_MS,
  );

  it(
    'tells file and line of a fault, and where scenes were made for other data',
    () => {
      const source = readFileSync('data/scenes.json', 'utf8');
      const bad = write('bad.json', source.replace('"view": "topics"', '"view": "topic"'));
      const line = source.split('\n').findIndex((text) => text.includes('"view": "topics"')) + 1;
      const refused = run(SAMPLE, '--scenes', bad);
      expect(refused.status).toBe(1);
      expect(refused.told).toContain(`${bad}, line ${line}: scenes[2].view is "topic"; a scene shows map`);
      const other = write('other.json', source.replace('"records": 9', '"records": 10'));
      const warned = run(SAMPLE, '--scenes', other);
      expect(warned.status).toBe(0);
      expect(warned.told).toContain('with 10 records, and this is "training language model" with 9: check');
      expect(run(SAMPLE, '--scenes', join(folder, 'none.json')).told).toContain('there is no such file');
    },
    TIMEOUT_MS,
  );
});
