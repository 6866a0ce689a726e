/** The script as a person runs it: exit codes, messages, files. */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { IngestReport } from '../../src/model/report.ts';
import type { Problem } from '../../src/model/problem.ts';
import { decodeDataset } from '../../src/model/codec/decode-dataset.ts';

const SAMPLE = 'data/training-language-models.txt';
const RECORD =
  'A title of things\nHu, Xin, Li, Na\nWe do what the title says, and we say how well it is done.\n';
const TAGS = '- Asia > Japan (0.20)\n';

// each run of the script takes a second or more, and the machine may be busy
vi.setConfig({ testTimeout: 60_000 });

let folder = '';
const inFolder = (name: string) => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'whereabouts-'));
  const files: Record<string, string | Uint8Array> = {
    'empty.txt': '',
    'binary.txt': Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256),
    'results.json': '[{"doi": "10.1000/1", "name": "A"}]',
    'tags-only.txt': `${TAGS}- (3 more...)\n`,
    'query-only.txt': 'the query\n',
    'long-line.txt': 'x'.repeat(10_000_000),
    'long-abstract.txt': `q\nA title of things\n${'many words '.repeat(910_000)}\n${TAGS}`,
    'long-tag.txt': `q\n${RECORD}- ${'A > '.repeat(2_500_000)}B (0.10)\n`,
    'crlf.txt': `q\n${RECORD}${TAGS}`.replaceAll('\n', '\r\n'),
    'bom.txt': `\uFEFFq\n${RECORD}${TAGS}`,
    'utf16.txt': Buffer.from(`\uFEFFq\n${RECORD}${TAGS}`, 'utf16le'),
    'utf16-unmarked.txt': Buffer.from(`q\n${RECORD}${TAGS}`, 'utf16le'),
    'utf16be-unmarked.txt': Buffer.from(`q\n${RECORD}${TAGS}`, 'utf16le').swap16(),
    'utf32.txt': Buffer.from(`q\n${RECORD}${TAGS}`.replaceAll(/./gs, '$&\0\0\0')),
    'zero.txt': `q\n${RECORD}${TAGS}\0`,
    'latin1.txt': Buffer.from(`q\n${RECORD}- Europe > Réunion (0.20)\n`, 'latin1'),
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(inFolder(name), content);
  mkdirSync(inFolder('a-directory'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/data.mjs', ...args], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const datasetAt = (path: string) => decodeDataset(JSON.parse(readFileSync(path, 'utf8')));

const TIMEOUT_MS = 60_000;

describe('bad input', () => {
  it.each([
    ['an empty file', 'empty.txt', 'empty.txt: the file is empty'],
    ['a binary file', 'binary.txt', 'binary.txt: looks like a binary file; not read: '],
    ['text in UTF-32', 'utf32.txt', 'if it is text, save it as UTF-8, without zero bytes'],
    ['a text with a zero byte', 'zero.txt', 'if it is text, save it as UTF-8, without zero bytes'],
    [
      'a JSON file',
      'results.json',
      'results.json: looks like JSON, but neither like works of OpenAlex, nor ',
    ],
    ['a file with only tag lines', 'tags-only.txt', 'tags-only.txt, line 1: no record stands before it'],
    ['a file with only a query', 'query-only.txt', 'query-only.txt: no title'],
    ['a line of 10 MB', 'long-line.txt', 'long-line.txt, line 1: 10000000 characters'],
    ['a directory', 'a-directory', 'it is a directory'],
    ['a missing file', 'missing.txt', 'there is no such file'],
  ])(
    'ends %s with a message, exit code 1 and nothing written',
    (_, name, message) => {
      const out = inFolder(`${name}.out.json`);
      const { status, stdout, stderr } = run(inFolder(name), '--out', out);
      expect(status).toBe(1);
      expect(stdout).toBe('');
      expect(stderr).toContain(message);
      expect(stderr).not.toMatch(/^\s+at /m);
      expect(existsSync(out)).toBe(false);
    },
    TIMEOUT_MS,
  );

  it.each([
    ['CRLF', 'crlf.txt', []],
    ['a byte-order mark', 'bom.txt', []],
    ['UTF-16', 'utf16.txt', []],
    ['UTF-16 without a byte-order mark', 'utf16-unmarked.txt', []],
    ['UTF-16 of the other order without one', 'utf16be-unmarked.txt', []],
    ['bytes that are not UTF-8', 'latin1.txt', ['invalid-utf8', 'unresolved-place']],
    ['an abstract of 10 MB', 'long-abstract.txt', ['line-too-long']],
    ['a tag of 10 MB', 'long-tag.txt', ['no-tags', 'line-too-long', 'unreadable-tag']],
  ])(
    'makes a dataset of a file with %s',
    (_, name, codes) => {
      const out = inFolder(`${name}.out.json`);
      const { status, stderr } = run(inFolder(name), '--out', out);
      expect([status, stderr]).toEqual([0, '']);
      const dataset = datasetAt(out);
      expect(dataset.recordCount).toBe(1);
      expect([...dataset.records.title]).toEqual(['A title of things']);
      expect(dataset.problems.map((problem) => problem.code)).toEqual(codes);
    },
    TIMEOUT_MS,
  );

  it(
    'tells a bad file among good ones as a problem, but stops at a missing one',
    () => {
      const out = inFolder('mixed.json');
      expect(run(SAMPLE, inFolder('missing.txt'), '--out', out).status).toBe(1);
      expect(existsSync(out)).toBe(false);
      expect(run(inFolder('results.json'), SAMPLE, inFolder('empty.txt'), '--out', out).status).toBe(0);
      const { problems, report, title } = datasetAt(out);
      expect(report).toMatchObject({ records: 9, linesIn: 66, linesUsed: 65, linesReported: 1 });
      expect(title).toBe('training language model');
      expect(problems[0]).toMatchObject({ code: 'unsupported-format', file: 'results.json', line: 0 });
      expect(problems.at(-1)).toMatchObject({ code: 'empty-file', file: 'empty.txt', line: 0 });
    },
    TIMEOUT_MS,
  );
});

describe('the command line', () => {
  it.each([
    ['an unknown option', ['--nonsense'], "Unknown option '--nonsense'"],
    ['an option without its value', ['--title'], '--title'],
    ['an empty value', ['--title', ''], '--title needs a value'],
    ['a blank value', ['--title', '   '], '--title needs a value'],
    ['tables over the list of authors', ['--tables', 'data'], 'name another folder'],
    ['a date that is none', [SAMPLE, '--date', '2026-02-30'], '--date "2026-02-30" is not a day'],
    ['an output that is an input', [SAMPLE, '--out', `./${SAMPLE}`], 'is an input file'],
    ['an output that is a directory', [SAMPLE, '--out', 'data'], 'it is a directory'],
    ['an output below a file', [SAMPLE, '--out', `${SAMPLE}/x.json`], 'a part of its path is a file'],
  ])(
    'refuses %s with a message',
    (_, args, message) => {
      const { status, stderr } = run(...args);
      expect(status).toBe(1);
      expect(stderr).toContain(message);
      expect(stderr).not.toMatch(/^\s+at /m);
    },
    TIMEOUT_MS,
  );

  it.skipIf(process.platform === 'win32')(
    'writes nothing but the dataset into a pipe',
    () => {
      const command = `"${process.execPath}" scripts/data.mjs ${SAMPLE} --out /dev/stdout | cat`;
      const { stdout, stderr } = spawnSync('sh', ['-c', command], { encoding: 'utf8' });
      expect(decodeDataset(JSON.parse(stdout)).recordCount).toBe(9);
      expect(stderr).toContain('Written     /dev/stdout');
    },
    TIMEOUT_MS,
  );

  it('explains itself', () => {
    const { status, stdout } = run('--help');
    expect(status).toBe(0);
    for (const option of ['--out', '--tables', '--report', '--title']) expect(stdout).toContain(option);
  }, 60_000);

  it(
    'writes dataset, tables and report into new folders, the same bytes each time',
    () => {
      const build = (name: string) => {
        const at = inFolder(name);
        const { status, stdout } = run(
          SAMPLE,
          ...[
            '--out',
            join(at, 'deep/dataset.json'),
            '--tables',
            join(at, 'tables'),
            '--report',
            join(at, 'r/report.json'),
          ],
          ...['--title', 'My title', '--date', '2026-11-03'],
        );
        expect(status).toBe(0);
        return { at, stdout };
      };
      const [first, second] = [build('one'), build('two')];
      expect(readdirSync(join(first.at, 'tables')).sort()).toEqual([
        'authors.csv',
        'coauthors.csv',
        'coauthors.gexf',
        'coauthors.graphml',
        'genre.csv',
        'industry.csv',
        'places.csv',
        'records.csv',
        'tags.csv',
        'technology.csv',
        'vosviewer.json',
      ]);
      const files = readdirSync(first.at, { recursive: true, encoding: 'utf8' }).filter((name) =>
        /\.\w+$/.test(name),
      );
      expect(files).toHaveLength(13);
      for (const name of files) {
        expect(readFileSync(join(first.at, name)).equals(readFileSync(join(second.at, name)))).toBe(true);
      }
      expect(datasetAt(join(first.at, 'deep/dataset.json'))).toMatchObject({
        title: 'My title',
        date: '2026-11-03',
      });
      const report = JSON.parse(readFileSync(join(first.at, 'r/report.json'), 'utf8')) as IngestReport & {
        problemList: Problem[];
      };
      expect(report).toMatchObject({ linesIn: 65, records: 9, countries: 9 });
      expect(report.problemList).toHaveLength(3);
      expect(first.stdout).toContain('65 in = 65 used + 0 reported');
      expect(first.stdout).toContain('10 read - 1 duplicate merged = 9');
      expect(first.stdout).toMatch(/Geography +40 +16 +46\n/);
      expect(first.stdout).toContain('15 resolved to 9 countries, 0 not resolved');
    },
    TIMEOUT_MS,
  );
});
