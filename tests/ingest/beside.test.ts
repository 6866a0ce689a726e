/** With the help of a second thread, a dataset comes out as without. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { Answers } from '../../scripts/dataset/answers.ts';
import { BesideThread } from '../../scripts/dataset/beside-thread.ts';
import type { Lists } from '../../scripts/dataset/beside-messages.ts';
import { jsonParts } from '../../scripts/dataset/format-json.ts';
import { planParts } from '../../scripts/dataset/plan-parts.ts';
import { readAll, readWith } from '../../scripts/dataset/read-all.ts';
import { openGazetteer } from '../../scripts/gazetteer/gazetteer.ts';
import type { Beside } from '../../src/ingest/beside.ts';
import { encodePacked } from '../../src/ingest/columns/encode-packed.ts';
import { MERGE_STEPS, packedDatasetBeside, packedDatasetOf } from '../../src/ingest/ingest.ts';
import { AITOPICS } from '../../src/ingest/facets.ts';
import { Ingestion } from '../../src/ingest/ingestion.ts';
import type { PackedDataset } from '../../src/ingest/columns/packed-dataset.ts';
import { parsePlaceOverrides } from '../../src/ingest/places/place-overrides.ts';
import { PlaceFinder } from '../../src/ingest/places/resolve-all-places.ts';
import { readAuthorList } from '../../src/ingest/authors/settle-authors.ts';
import { answerNames } from '../../src/ingest/authors/suggestions.ts';
import { syntheticText } from './synthetic-text.ts';

const folder = mkdtempSync(join(tmpdir(), 'whereabouts-beside-'));
afterAll(() => rmSync(folder, { recursive: true }));

const decoder = new TextDecoder();

/** All that a run writes of a dataset. */
function written(packed: PackedDataset): string {
  const whole = { ...encodePacked(packed), account: packed.report, problemList: packed.problems };
  return [...jsonParts(whole)]
    .map((part) => (typeof part === 'string' ? part : decoder.decode(part)))
    .join('');
}

/** Answers as the thread does: what goes there and comes back is copied. */
function besideHere(
  { overrides: file, authors }: Lists,
  early: (ingestion: Ingestion) => number,
): BesideHere {
  const { overrides } = parsePlaceOverrides(file?.name ?? '', file?.text ?? '');
  const finder = new PlaceFinder({ overrides });
  return {
    prepare: (read) => finder.prepare(read.rows.places.slice(early(read))),
    places: (paths) => Promise.resolve(structuredClone(finder.resolve(structuredClone(paths)))),
    suggestions: (names) =>
      Promise.resolve(
        structuredClone(answerNames(structuredClone(names), readAuthorList(authors).identities)),
      ),
  };
}

type BesideHere = Beside & { readonly prepare: (read: Ingestion) => void };

const names = [
  'Hu, Xin',
  'Hu, X.',
  'Müller, Jörg',
  'Mueller, Joerg',
  'Li, "Q" Na',
  'Michael, null',
  'OpenAI, null',
];
const places = [
  'Europe > Austria > Vienna',
  'Europe > Austria',
  'Atlantis > Poseidonis',
  'Asia > Japan > Tokyo',
];
const record = fc.tuple(
  fc.constantFrom('One title', 'Another title', 'A third "title"'),
  fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 4 }),
  fc.uniqueArray(fc.constantFrom(...places), { minLength: 1, maxLength: 3 }),
);

function textOf(records: readonly (readonly [string, readonly string[], readonly string[]])[]): string {
  const texts = records.map(([title, authors, paths]) => {
    const tags = paths.map((path, i) => `- ${path} (0.${50 - i})`).join('\n');
    return `${title}\n${authors.join(', ')}\nWe do what the title says, and we do it rather well.\n${tags}\n`;
  });
  return `the query\n${texts.join('')}`;
}

const authorLists = [
  '',
  'Mueller, Joerg|"Müller, Jörg"||',
  '"Hu, X."|||"Hu, Xin"',
  'a line too many|||x|y|z',
].map((line) => ({
  name: 'authors.csv',
  text: `name,same_as,record,distinct_from\n${line.replaceAll('|', ',')}\n`,
}));
const overrideLists = ['', 'Atlantis > Poseidonis,GRC,,,\n', 'Europe > Austria,XXX,1,,\n'].map((line) => ({
  name: 'place-overrides.csv',
  text: `path,code,lon,lat,note\n${line}`,
}));

describe('a dataset made with another thread', () => {
  it('is the very one made without, whatever lists say and whatever was looked up before', async () => {
    const lists = fc.record({
      authors: fc.option(fc.constantFrom(...authorLists), { nil: undefined }),
      overrides: fc.option(fc.constantFrom(...overrideLists), { nil: undefined }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(record, { size: '+1' }), lists, fc.nat(9), async (records, given, known) => {
        const read = () => {
          const ingestion = new Ingestion(['a.txt']);
          ingestion.readText(textOf(records));
          return ingestion;
        };
        const beside = besideHere(given, ({ rows }) => Math.min(known, rows.places.length));
        const there = read();
        beside.prepare(there);
        const { early, whole } = await packedDatasetBeside(there, given, beside);
        const { problems, report } = await whole;
        expect(written(await whole)).toBe(written(packedDatasetOf(read(), given)));
        expect(written({ ...early, problems, report })).toBe(written(await whole));
      }),
    );
  });

  it('is the same with a real one, which reads a part of a file and knows real places', async () => {
    const path = join(folder, 'a.txt');
    writeFileSync(path, [...syntheticText(1500, 3)].join(''));
    const plan = await planParts([path], 0, 1, 2);
    expect(plan.beside[0]?.from).toBeGreaterThan(0);
    const thread = new BesideThread([path], plan, () => undefined);
    try {
      const read = await readWith(thread, [path], plan, () => undefined);
      const packed = written(await (await packedDatasetBeside(read, {}, thread)).whole);
      const alone = await readAll(
        [path],
        { here: [{ file: 0, path, from: 0, end: Infinity }], beside: [], source: plan.source },
        () => undefined,
      );
      const plain = written(packedDatasetOf(alone, { gazetteer: openGazetteer() }));
      expect(packed === plain).toBe(true);
      const steps: string[] = [];
      const onStep = (step: string) => Promise.resolve(void steps.push(step));
      const { whole } = await packedDatasetBeside(alone, {}, new Answers({}), onStep);
      expect(written(await whole) === plain).toBe(true);
      expect(steps).toEqual(MERGE_STEPS);
    } finally {
      await thread.stop();
    }
  }, 120_000);

  it('tells the places before it looks for likely duplicates, though these are asked for meanwhile', async () => {
    const ingestion = new Ingestion(['a.txt']);
    ingestion.readText([...syntheticText(1500, 3)].join(''));
    const told: string[] = [];
    const answers = new Answers({});
    const beside: Beside = {
      places: (paths) => answers.places(paths).finally(() => told.push('places')),
      suggestions: (question) => answers.suggestions(question).finally(() => told.push('suggestions')),
    };
    const { rows } = ingestion;
    // enough to be looked up with a rest in between
    expect(rows.places.length).toBeGreaterThan(1000);
    const { whole } = await packedDatasetBeside(ingestion, {}, beside);
    await whole;
    expect(told).toEqual(['places', 'suggestions']);
  });

  it('ends with the fault of the thread, also where it is asked afterwards', async () => {
    const path = join(folder, 'missing.txt');
    const beside = [{ file: 0, path, from: 0, end: Infinity }];
    const thread = new BesideThread([path], { beside, source: AITOPICS }, () => undefined);
    const fault = /cannot read .*missing\.txt/;
    await expect(thread.read).rejects.toThrow(fault);
    await expect(thread.places([])).rejects.toThrow(fault);
    await thread.stop();
  }, 60_000);
});
