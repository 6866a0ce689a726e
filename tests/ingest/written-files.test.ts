/** Where the dataset script writes: never over what is made by hand, through links, into devices. */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GRAPH_FILES, graphFilesOf } from '../../scripts/dataset/graph-files.ts';
import { refuseOverwriting } from '../../scripts/dataset/refuse-overwriting.ts';
import { tableNames, tablesOf } from '../../scripts/dataset/tables.ts';
import { writeFileWhole } from '../../scripts/dataset/write-file.ts';
import { readDataset } from './read-dataset.ts';

const SAMPLE = 'data/training-language-models.txt';

let folder = '';
const at = (name: string) => join(folder, name);

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'whereabouts-')));
  mkdirSync(at('lists'));
  for (const name of ['lists/authors.csv', 'lists/scenes.json', 'lists/in.txt'])
    writeFileSync(at(name), name);
  symlinkSync(at('lists'), at('way'));
  symlinkSync(at('new/later.json'), at('dangling.json'));
  symlinkSync(at('round.json'), at('round.json'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('what would be replaced', () => {
  /** What the refusal says of these options. */
  function refusalOf(options: Readonly<Record<string, string>>, files: readonly string[] = [SAMPLE]): string {
    const asked = {
      out: at('o.json'),
      tables: undefined,
      report: undefined,
      scenes: undefined,
      authors: undefined,
    };
    try {
      refuseOverwriting(files, { ...asked, ...options });
    } catch (fault) {
      return (fault as Error).message;
    }
    return 'nothing';
  }
  const lists = (name: string) => at(`lists/${name}`);

  it.each([
    [
      '--tables data',
      () => refusalOf({ tables: 'data' }),
      'data/authors.csv, which is the hand-made list of authors',
    ],
    ['--out data/authors.csv', () => refusalOf({ out: 'data/authors.csv' }), 'the hand-made list of authors'],
    [
      '--report data/place-overrides.csv',
      () => refusalOf({ report: 'data/place-overrides.csv' }),
      'the hand-made list of places',
    ],
    [
      '--out data/scenes.json',
      () => refusalOf({ out: 'data/../data/scenes.json' }),
      'hand-made file of scenes',
    ],
    [
      'a table over --authors',
      () => refusalOf({ tables: at('lists'), authors: lists('authors.csv') }),
      'authors.csv, which is the list of authors that is read',
    ],
    [
      'a table over --authors by a link',
      () => refusalOf({ tables: at('way'), authors: lists('authors.csv') }),
      'the list of authors that is read (',
    ],
    [
      '--report over --scenes',
      () => refusalOf({ report: lists('scenes.json'), scenes: lists('scenes.json') }),
      'the file of scenes that is read',
    ],
    [
      '--out over an input',
      () => refusalOf({ out: at('way/in.txt') }, [lists('in.txt')]),
      'is an input file',
    ],
    [
      '--out and --report in one',
      () => refusalOf({ out: at('x'), report: `${folder}/lists/../x` }),
      'which --out',
    ],
    [
      'a table over --out',
      () => refusalOf({ out: at('d/places.csv'), tables: at('d') }),
      'places.csv, which --out',
    ],
    [
      '--report over a table',
      () => refusalOf({ tables: at('d'), report: at('d/genre.csv') }),
      'which --tables',
    ],
    [
      '--report over a file of the graph, by a link to a folder',
      () => refusalOf({ tables: at('lists/t'), report: at('way/t/vosviewer.json') }),
      'which --tables',
    ],
    [
      'a link to a file that is not there yet',
      () => refusalOf({ out: at('dangling.json'), report: at('new/later.json') }),
      'which --out',
    ],
    ['tables below a file', () => refusalOf({ tables: at('o.json') }), 'below'],
    ['a file above tables', () => refusalOf({ tables: at('d/e'), report: at('d') }), 'below'],
    ['a table of another source', () => refusalOf({ out: 'x/keyword.csv', tables: 'x' }), '--tables x'],
    ['a link to itself', () => refusalOf({ out: at('round.json') }), 'its links lead in a circle'],
  ])('is told before anything is read: %s', (_, refused, message) => {
    expect(refused()).toContain(message);
    expect(refused()).toMatch(/nothing was written: name another (?:file|folder)$|^cannot write/);
  });

  it.each([
    ['other files', { tables: 'elsewhere', report: 'elsewhere/report.json' }],
    ['files beside the lists', { out: 'data/dataset.json', report: 'data/report.json' }],
    ['a device, however often', { out: '/dev/null', report: '/dev/null' }],
  ])('is nothing: %s', (_, options) => expect(refusalOf(options)).toBe('nothing'));

  it('is compared with all that is written', () => {
    const dataset = readDataset('tests/fixtures/ingest/small.txt');
    expect(tableNames(dataset.facets)).toEqual(tablesOf(dataset).map(({ name }) => name));
    expect(graphFilesOf(dataset).map(({ name }) => name)).toEqual(GRAPH_FILES);
  });
});

describe('writing', () => {
  it('goes through links, which stay', async () => {
    writeFileSync(at('target.json'), 'old');
    symlinkSync('target.json', at('link.json'));
    await writeFileWhole(at('link.json'), ['new']);
    expect(lstatSync(at('link.json')).isSymbolicLink()).toBe(true);
    expect(readFileSync(at('target.json'), 'utf8')).toBe('new');
    await writeFileWhole(at('dangling.json'), ['later']);
    expect(readFileSync(at('new/later.json'), 'utf8')).toBe('later');
    await expect(writeFileWhole(at('round.json'), ['x'])).rejects.toThrow('its links lead in a circle');
    expect(readdirSync(folder, { recursive: true }).filter((name) => /\.tmp$/.test(String(name)))).toEqual(
      [],
    );
  });

  it.skipIf(process.platform === 'win32')('goes into devices and pipes, which stay', async () => {
    expect(await writeFileWhole('/dev/null', ['gone'])).toBe(4);
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
    symlinkSync('/dev/null', at('null'));
    await writeFileWhole(at('null'), ['gone']);
    expect(lstatSync(at('null')).isSymbolicLink()).toBe(true);
    expect(spawnSync('mkfifo', [at('pipe')]).status).toBe(0);
    const read = readFile(at('pipe'), 'utf8');
    expect(await writeFileWhole(at('pipe'), ['through ', 'it'])).toBe(10);
    expect(await read).toBe('through it');
    expect(statSync(at('pipe')).isFIFO()).toBe(true);
  });

  it('makes folders one below the other', async () => {
    await writeFileWhole(at('a/b/c/d.json'), ['x']);
    expect(readFileSync(at('a/b/c/d.json'), 'utf8')).toBe('x');
    await expect(writeFileWhole(at('a/b/c/d.json/e/f.json'), ['x'])).rejects.toThrow(
      'a part of its path is a file',
    );
  });

  it.skipIf(!existsSync('/proc/self'))('ends where no folder can be made', async () => {
    await expect(writeFileWhole('/proc/whereabouts/a/b.json', ['x'])).rejects.toThrow(
      'cannot write /proc/whereabouts/a/b.json: the folder /proc/whereabouts cannot be made: nothing can be made there',
    );
    await expect(writeFileWhole('/proc/whereabouts.json', ['x'])).rejects.toThrow(
      'nothing can be made there',
    );
  });
});
