import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SCENE_LIMIT, SCENE_TEXT_LIMITS, SCENE_VIEWS, type Scene } from '../scene.ts';
import { lineOfPath } from './json-line.ts';
import { readScenes, SCENES_FILE_LIMIT, ScenesError, writeScenes, type ScenesFile } from './scenes-file.ts';

const text = (limit: number) => fc.string({ unit: 'binary', maxLength: Math.min(limit, 60) });
const scene: fc.Arbitrary<Scene> = fc.record({
  title: text(SCENE_TEXT_LIMITS.title).filter((title) => title.trim() !== ''),
  text: text(SCENE_TEXT_LIMITS.text),
  notes: text(SCENE_TEXT_LIMITS.notes),
  view: fc.constantFrom(...SCENE_VIEWS),
  query: text(SCENE_TEXT_LIMITS.query),
});
const file: fc.Arbitrary<ScenesFile> = fc.record({
  scenes: fc.array(scene, { maxLength: 6 }),
  origin: fc.option(fc.record({ title: fc.string({ unit: 'binary' }), records: fc.nat() })),
});

const SOUND = writeScenes({
  scenes: [
    { title: 'Where', text: 'Nine records.', notes: 'Wait.', view: 'map', query: 'geography=AUT' },
    { title: 'What', text: '', notes: '', view: 'all', query: '' },
  ],
  origin: { title: 'sample', records: 9 },
});

/** The message and line for a text that is refused. */
function refusal(source: string): [string, number | null] {
  try {
    readScenes(source);
  } catch (error) {
    if (error instanceof ScenesError) return [error.message, error.line];
    throw error;
  }
  throw new Error('it was read');
}

describe('a file of scenes', () => {
  it('gives back what was written, whatever scenes say', () => {
    fc.assert(
      fc.property(file, (written) => {
        expect(readScenes(writeScenes(written))).toEqual(written);
      }),
    );
  });

  it('may be short and may begin with a byte-order mark', () => {
    const short = '{"format":"whereabouts-scenes","version":1,"scenes":[{"title":"A"}]}';
    const scenes = [{ title: 'A', text: '', notes: '', view: 'all', query: '' }];
    expect(readScenes(`\uFEFF${short}`)).toEqual({ scenes, origin: null });
  });

  it.each([
    [
      'a word that is no view',
      SOUND.replace('"map"', '"mpa"'),
      /^scenes\[0\]\.view is "mpa"; a scene shows map, topics/,
      13,
    ],
    [
      'an unknown name',
      SOUND.replace('"notes": "Wait."', '"note": "Wait."'),
      /^scenes\[0\] has "note", which no scene has/,
      9,
    ],
    ['a title that is empty', SOUND.replace('"What"', '" "'), /^scenes\[1\]\.title is empty/, 17],
    ['a title that is missing', SOUND.replace('"title": "What",', ''), /^scenes\[1\]\.title is missing/, 16],
    ['a number for a text', SOUND.replace('"Nine records."', '9'), /^scenes\[0\]\.text is not a text/, 11],
    ['a later version', SOUND.replace('"version": 1', '"version": 2'), /^version is 2; version 1 is read/, 3],
    ['another format', SOUND.replace('whereabouts-scenes', 'slides'), /^format is not/, 2],
    [
      'a negative count',
      SOUND.replace('"records": 9', '"records": -9'),
      /^dataset\.records is not a whole number/,
      6,
    ],
    ['a comma too many', SOUND.replace('"query": ""', '"query": "",'), /^is not valid JSON/, 22],
    ['a list', '[]', /^file is not an object/, 1],
    [
      'a text that is too long',
      SOUND.replace('Wait.', 'x'.repeat(10_001)),
      /^scenes\[0\]\.notes has 10001 characters/,
      12,
    ],
  ])('refuses %s and names the line', (_, source, message, line) => {
    const [told, at] = refusal(source);
    expect(told).toMatch(message);
    expect(at).toBe(line);
  });

  it('refuses too many scenes and too large a file', () => {
    const many = Array.from({ length: SCENE_LIMIT + 1 }, () => ({ title: 'A' }));
    const source = JSON.stringify({ format: 'whereabouts-scenes', version: 1, scenes: many });
    expect(refusal(source)[0]).toMatch(/^scenes has 201 entries; at most 200/);
    expect(refusal(' '.repeat(SCENES_FILE_LIMIT + 1))[0]).toMatch(/characters; at most/);
  });

  it('that was damaged is read or refused in words, and never anything else', () => {
    const damage = fc.record({ at: fc.nat(SOUND.length), cut: fc.nat(12), put: fc.string({ maxLength: 6 }) });
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 4 }), (damages) => {
        let source = SOUND;
        for (const { at, cut, put } of damages) source = source.slice(0, at) + put + source.slice(at + cut);
        try {
          const { scenes } = readScenes(source);
          expect(scenes.every(({ title, view }) => title !== '' && SCENE_VIEWS.includes(view))).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(ScenesError);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('made of any JSON is read or refused in words', () => {
    const value = fc.jsonValue();
    const almost = fc.record({
      format: fc.constantFrom('whereabouts-scenes', 'x'),
      version: fc.constantFrom<unknown>(1, '1', 2),
      scenes: fc.oneof(
        value,
        fc.array(fc.oneof(value, fc.record({ title: value, view: value, query: value }))),
      ),
      dataset: value,
    });
    fc.assert(
      fc.property(fc.oneof(value, almost), (json) => {
        try {
          readScenes(JSON.stringify(json));
        } catch (error) {
          expect(error).toBeInstanceOf(ScenesError);
        }
      }),
    );
  });

  it('nested very deeply is refused', () => {
    expect(refusal(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)[0]).toMatch(
      /file is not an object|not valid/,
    );
    const deep = `{"format":"whereabouts-scenes","version":1,"scenes":\n[{"title":${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}}]}`;
    expect(refusal(deep)).toEqual(['scenes[0].title is not a text', 2]);
  });
});

describe('the line of a path', () => {
  it('is that of the value in a text with a line for each value', () => {
    const tree = fc.letrec<{ node: unknown }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 3 },
        fc.oneof(fc.integer(), fc.string({ unit: 'binary' }), fc.boolean(), fc.constant(null)),
        fc.array(tie('node'), { minLength: 1, maxLength: 3 }),
        fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('node'), { minKeys: 1 }),
      ),
    })).node;
    fc.assert(
      fc.property(tree, (json) => {
        const lines = JSON.stringify(json, null, 1).split('\n');
        const source = lines.join('\n');
        let line = 0;
        // the slow way: JSON.stringify gives each value, and each end of one that is not a leaf, a line
        const walk = (value: unknown, path: string): void => {
          line += 1;
          expect(lineOfPath(source, path)).toBe(line);
          if (typeof value !== 'object' || value === null) return;
          for (const [key, child] of Object.entries(value)) {
            const name = Array.isArray(value) ? `[${key}]` : path === '' ? key : `.${key}`;
            walk(child, path + name);
          }
          line += 1;
        };
        walk(json, '');
      }),
    );
  });
});
