import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { formatTable, gzipTotal, measure } from './size.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'size-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

const PAGE = `<!doctype html><head>
  <!-- <script src="./gone.js"></script> -->
  <script type="module" crossorigin src="./assets/index.js"></script>
  <link rel="modulepreload" crossorigin href="./assets/preloaded.js">
  <link rel="modulepreload" crossorigin href="./assets/layout.worker.js">
  <link rel="stylesheet" href="./assets/index.css"><link rel="icon" href="./icon.svg">
</head>`;

test('what the page loads first is told from what follows, workers, later chunks and styles', () => {
  write({
    'index.html': PAGE,
    'assets/index.js':
      'import{a}from"./shared.js";export*from"./again.js";import("./later.js");import("./CoauthorGraph-1a2b.js");' +
      'new Worker(new URL(""+new URL("layout.worker.js",import.meta.url).href,import.meta.url),{type:"module"});',
    'assets/preloaded.js': '',
    'assets/shared.js': 'import"./deep/deep.js";export const a="import x from \'./not-an-import.js\'"',
    'assets/again.js': 'import"./shared.js"',
    'assets/deep/deep.js': 'import"../shared.js"',
    'assets/layout.worker.js': 'import"./worker-part.js"',
    'assets/worker-part.js': '',
    'assets/CoauthorGraph-1a2b.js':
      'import"./shared.js";import"./beside-graph.js";new Worker(new URL("graph.worker.js",import.meta.url));',
    'assets/beside-graph.js': '',
    'assets/graph.worker.js': '',
    'assets/later.js': 'import"./shared.js"',
    'assets/index.css': 'p{}',
  });
  const paths = (part: string) =>
    measure(folder)
      .filter((file) => file.part === part)
      .map((file) => file.path.replace('assets/', ''))
      .sort();
  expect(paths('first')).toEqual(['again.js', 'deep/deep.js', 'index.js', 'preloaded.js', 'shared.js']);
  expect(paths('next')).toEqual(['CoauthorGraph-1a2b.js', 'beside-graph.js']);
  expect(paths('worker')).toEqual(['graph.worker.js', 'layout.worker.js', 'worker-part.js']);
  expect(paths('later')).toEqual(['later.js']);
  expect(paths('style')).toEqual(['index.css']);
});

test('of an embed, the view that it loads by itself counts, and other views do not', () => {
  write({
    'embed.html': '<script type="module" src="./assets/embed-1.js"></script>',
    'assets/embed-1.js': 'import("./EmbedMap-2.js");import("./EmbedTopics-3.js")',
    'assets/EmbedMap-2.js': 'import"./geometry-4.js"',
    'assets/EmbedTopics-3.js': 'import("./deep-5.js")',
    'assets/geometry-4.js': '',
    'assets/deep-5.js': '',
    'assets/of-another-page.js': '',
  });
  const files = measure(folder, 'embed.html', /EmbedMap-/);
  const paths = (part: string) =>
    files
      .filter((file) => file.part === part)
      .map((file) => file.path)
      .sort();
  expect(paths('first')).toEqual(['assets/EmbedMap-2.js', 'assets/embed-1.js', 'assets/geometry-4.js']);
  expect(paths('later')).toEqual(['assets/EmbedTopics-3.js', 'assets/deep-5.js']);
  expect(() => measure(folder, 'embed.html', /EmbedGlobe-/)).toThrow('0 files');
});

test('sizes are those of gzip and line up in a table', () => {
  write({ 'index.html': '<script type="module" src="./a.js"></script>', 'a.js': `"${'x'.repeat(10_000)}"` });
  const files = measure(folder);
  expect(files[0]).toMatchObject({ part: 'first', path: 'a.js', bytes: 10_002 });
  expect(gzipTotal(files, 'first')).toBeLessThan(100);
  const lines = formatTable(files).split('\n');
  expect(lines[1]).toMatch(/^JavaScript, first view\s+10,002\s+\d\d$/);
  expect(new Set(lines.map((line) => line.length)).size).toBe(1);
});

test('no page, a page without a script and a file that is missing are errors', () => {
  expect(() => measure(folder)).toThrow('run "npm run build" first');
  write({ 'index.html': '<p>' });
  expect(() => measure(folder)).toThrow('loads no script');
  write({ 'index.html': '<script type="module" src="./a.js"></script>', 'a.js': 'import"./b.js"' });
  expect(() => measure(folder)).toThrow('refers to "b.js"');
});
