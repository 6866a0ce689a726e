/** The house keeps its order: who may import whom, no circles, no file too long. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { referencesOf } from './architecture/references.ts';
import { checkArchitecture, LINE_LIMIT, ROOMS } from './architecture/rules.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

function readSources(): Map<string, string> {
  const files = new Map<string, string>();
  for (const folder of ['src', 'scripts', 'tests']) {
    for (const entry of readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })) {
      const path = `${folder}/${entry.replaceAll('\\', '/')}`;
      if (!/\.(?:ts|js|mjs|svelte)$/.test(path) || path.includes('node_modules/')) continue;
      files.set(path, readFileSync(join(ROOT, path), 'utf8'));
    }
  }
  return files;
}

test('the sources keep to the rules', { timeout: 60_000 }, () => {
  const files = readSources();
  expect(files.size).toBeGreaterThan(50);
  expect(checkArchitecture(files).join('\n')).toBe('');
});

test('every room of the table is there', () => {
  const folders = readdirSync(join(ROOT, 'src'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  expect(folders.sort()).toEqual(Object.keys(ROOMS).sort());
});

/** Checks one made-up file, beside others that only have to be there. */
const check = (path: string, text: string, ...others: string[]) =>
  checkArchitecture(new Map([[path, text], ...others.map((other): [string, string] => [other, ''])]));

describe('an import that the table forbids is found', () => {
  test.each([
    ['src/model/a.ts', `import { x } from '../filter/b.ts';`, 'model may import from none'],
    ['src/model/a.ts', `import type { X } from '../filter/b.ts';`, 'model may import from none'],
    ['src/model/a.ts', `import { readFileSync } from 'node:fs';`, 'the packages of model are none'],
    ['src/filter/a.ts', `export * from '../layout/b.ts';`, 'filter may import from model'],
    ['src/filter/a.ts', `export { x } from '../share/b.ts';`, 'filter may import from model'],
    ['src/load/a.ts', `import '../ingest/b.ts';`, 'load may import from model'],
    ['src/load/a.ts', `import x from 'geojson';`, 'of this package load may import types only'],
    ['src/ingest/a.ts', `import { sum } from 'd3-array';`, 'the packages of ingest are i18n-iso-countries'],
    ['src/layout/a.ts', `const x = await import('../state/b.ts');`, 'layout may import from model'],
    ['src/layout/a.ts', `let x: import('../filter/b.ts').X;`, 'layout may import from model'],
    ['src/layout/a.ts', `import { geoPath } from 'd3';`, 'the packages of layout are d3-*, topojson-client'],
    ['src/share/a.ts', `import { x } from '../state/b.ts';`, 'share may import from model, filter'],
    [
      'src/workers/a.ts',
      `import { x } from '../filter/b.ts';`,
      'workers may import from ingest, layout, load, search, model',
    ],
    ['src/state/a.svelte.ts', `import { x } from '../ingest/b.ts';`, 'state may import from model, filter,'],
    ['src/state/a.ts', `import A from '../views/A.svelte';`, 'state may import from model, filter,'],
    ['src/views/a.ts', `import { x } from '../filter/b.ts';`, 'may import types only ("import type")'],
    ['src/views/a.ts', `import { type X } from '../filter/b.ts';`, 'may import types only ("import type")'],
    ['src/views/a.ts', `import { x } from '../share/b.ts';`, 'may import types only ("import type")'],
    [
      'src/views/a.ts',
      `import type { X } from '../workers/b.ts';`,
      'views may import from state, layout, model',
    ],
    ['src/views/a.ts', `import A from '../controls/A.svelte';`, 'views and controls never import each other'],
    [
      'src/controls/a.ts',
      `import type { X } from '../views/b.ts';`,
      'views and controls never import each other',
    ],
    ['src/views/a.ts', `new Worker(new URL('../workers/w.ts', import.meta.url));`, 'views may import from'],
    ['src/views/a.ts', `import(address);`, 'cannot be checked'],
    ['src/views/a.ts', `import.meta.glob('../controls/*.ts');`, 'never import each other'],
    ['src/views/a.ts', `import '../App.svelte';`, 'only files straight in src/ import each other'],
    ['src/views/a.ts', `import '../elsewhere/b.ts';`, 'it stands in no room'],
    ['src/views/a.ts', `import { x } from '../../scripts/b.ts';`, 'src/ imports nothing from outside of it'],
    ['src/main.ts', `import { x } from '../tests/b.ts';`, 'src/ imports nothing from outside of it'],
    ['src/main.ts', `import { x } from './filter/b.test.ts';`, 'nobody imports a test'],
    ['src/main.ts', `import { z } from 'zod';`, 'the packages of src/main.ts are svelte'],
    [
      'scripts/a.ts',
      `import { x } from '../src/search/b.ts';`,
      'scripts may import from ingest, filter, layout, share, model',
    ],
    [
      'scripts/a.ts',
      `import { x } from '../src/state/b.ts';`,
      'scripts may import from ingest, filter, layout, share, model',
    ],
    [
      'scripts/a.ts',
      `import { x } from '../tests/b.ts';`,
      'scripts import scripts, ingest, filter, layout, share, model',
    ],
    [
      'scripts/bench-a.ts',
      `import { x } from '../src/views/b.ts';`,
      'scripts may import from ingest, filter',
    ],
    ['src/styles/a.ts', `import '../model/b.ts';`, 'styles may import from none'],
  ])('%s: %s', (path, text, rule) => {
    const [breach, ...more] = check(path, `// first line\n${text}\n`);
    expect(more).toEqual([]);
    expect(breach?.startsWith(`${path}:2 imports `), breach).toBe(true);
    expect(breach).toContain(rule);
  });
});

describe('an import that the table allows is not found', () => {
  test.each([
    ['src/filter/a.ts', `import { x } from '../model/b.ts'; import './b.ts';`],
    ['src/load/a.ts', `import type { Feature } from 'geojson';`],
    ['src/ingest/a.ts', `import codes from 'i18n-iso-countries/codes.json' with { type: 'json' };`],
    ['src/layout/a.ts', `import { geoPath } from 'd3-geo'; import { mesh } from 'topojson-client';`],
    ['src/state/a.svelte.ts', `import { x } from '../load/b.ts'; import { y } from '../workers/b.ts';`],
    ['src/views/parts/a.ts', `import type { X } from '../../filter/b.ts'; import { zoom } from 'd3-zoom';`],
    ['src/controls/a.ts', `import type { X } from '../share/b.ts'; import { x } from '../state/b.ts';`],
    [
      'src/main.ts',
      `import App from './App.svelte'; import './styles/base.css'; import { mount } from 'svelte';`,
    ],
    ['src/App.svelte', `<script>import A from './Other.svelte'; import B from './views/B.svelte';</script>`],
    ['src/filter/a.test.ts', `import { x } from '../state/b.ts'; import { test } from 'vitest';`],
    ['scripts/a.ts', `import { x } from '../src/ingest/b.ts'; import 'node:fs'; import './b.ts';`],
    ['scripts/a.ts', `import { x } from '../src/layout/b.ts'; import { y } from '../src/share/c.ts';`],
    ['scripts/a.ts', `const root = new URL('..', import.meta.url);`],
    [
      'scripts/bench-a.ts',
      `import { x } from '../tests/filter/b.ts'; import { y } from '../src/layout/c.ts';`,
    ],
    ['src/main.ts', `const address = new URL('../public/dataset.json', import.meta.url);`],
    ['tests/a.ts', `import { x } from '../src/state/b.ts'; import { y } from '../scripts/b.ts'; import(x);`],
    ['src/layout/a.ts', `// import '../state/b.ts'\nconst text = "import '../state/b.ts'";`],
  ])('%s: %s', (path, text) => {
    expect(check(path, text)).toEqual([]);
  });
});

describe('in a Svelte file', () => {
  const COMPONENT = `<script module lang="ts">
  import type { A } from '../filter/a.ts';
</script>
<script lang="ts">
  import { b } from '../controls/b.ts';
  import { type C } from '../share/c.ts';
  export { d } from '../layout/d.ts';
  const { e }: { e: import('../load/e.ts').E } = $props();
  const text = "import x from '../load/no.ts'";
</script>
<!-- import('../load/no.ts') -->
{#each e as item (item)}
  {#await import('../load/f.ts') then { default: F }}<F {text} />{/await}
{/each}
<button onclick={() => new Worker(new URL('../workers/g.ts', import.meta.url))}>{b}</button>
`;

  test('references are read from both scripts and from the markup', () => {
    const list = referencesOf('src/views/A.svelte', COMPONENT).map(
      ({ specifier, line, isTypeOnly }) => `${line} ${specifier}${isTypeOnly ? ' (type)' : ''}`,
    );
    expect(list).toEqual([
      '2 ../filter/a.ts (type)',
      '5 ../controls/b.ts',
      '6 ../share/c.ts',
      '7 ../layout/d.ts',
      '8 ../load/e.ts (type)',
      '13 ../load/f.ts',
      '15 ../workers/g.ts',
    ]);
  });

  test('they are held to the table', () => {
    expect(check('src/views/A.svelte', COMPONENT).map((breach) => breach.split(' ')[0])).toEqual([
      'src/views/A.svelte:5',
      'src/views/A.svelte:6',
      'src/views/A.svelte:8',
      'src/views/A.svelte:13',
      'src/views/A.svelte:15',
    ]);
  });

  test.each(['d3-selection', 'd3-zoom'])('%s is not used', (name) => {
    const text = `<script lang="ts">import { x } from '${name}';</script>`;
    expect(check('src/views/A.svelte', text)).toEqual([
      `src/views/A.svelte:1 imports "${name}": d3-selection, d3-zoom stay out of components`,
    ]);
  });
});

describe('circles', () => {
  const circles = (files: Readonly<Record<string, string>>) =>
    checkArchitecture(new Map(Object.entries(files)));

  test('of two files, of one, and through a type are found once each', () => {
    expect(
      circles({
        'src/model/a.ts': `import './b.ts';`,
        'src/model/b.ts': `import './c'; import './a.ts';`,
        'src/model/c.ts': `import type { A } from './a.ts';`,
        'src/model/self.ts': `import './self.ts';`,
      }).sort(),
    ).toEqual([
      'src/model/a.ts -> src/model/b.ts -> src/model/a.ts: imports never run in a circle',
      'src/model/a.ts -> src/model/b.ts -> src/model/c.ts -> src/model/a.ts: imports never run in a circle',
      'src/model/self.ts -> src/model/self.ts: imports never run in a circle',
    ]);
  });

  test('of the folders of a room are found, of which the rooms and what stands in none of its folders are no part', () => {
    expect(
      circles({
        'src/model/x/a.ts': `import '../y/b.ts'; import '../c.ts';`,
        'src/model/x/d.ts': '',
        'src/model/y/b.ts': '',
        'src/model/y/e.ts': `import '../x/d.ts';`,
        'src/model/z/f.ts': `import '../x/d.ts';`,
        'src/model/z/g.test.ts': '',
        'src/model/x/d.test.ts': `import '../z/f.ts';`,
        'src/model/c.ts': `import './y/b.ts';`,
        'src/filter/x/h.ts': `import '../../model/x/d.ts';`,
      }),
    ).toEqual(['src/model/x -> src/model/y -> src/model/x: imports never run in a circle']);
  });

  test('two ways to the same file are none', () => {
    expect(
      circles({
        'src/model/a.ts': `import './b.ts'; import './c.ts';`,
        'src/model/b.ts': `import './d.ts';`,
        'src/model/c.ts': `import './d.ts';`,
        'src/model/d.ts': '',
      }),
    ).toEqual([]);
  });
});

test('a file that is too long and a file in no room are found', () => {
  expect(check('src/model/a.ts', '\n'.repeat(LINE_LIMIT))).toEqual([]);
  expect(check('src/model/a.ts', '\n'.repeat(LINE_LIMIT + 1))).toEqual([
    'src/model/a.ts has 401 lines: a file has at most 400',
  ]);
  expect(check('src/helpers/a.ts', '')[0]).toMatch(/^src\/helpers\/a\.ts stands in no room/);
});
