/**
 * What an embedded map transfers, beside what npm has of comparable embeds, gzip -9. The peers have an install of their
 * own, because they are large:
 *
 *     npm run build && npm --prefix scripts/bench-embed ci --ignore-scripts && npm run bench:embed
 *
 * Libraries are bundled and minified as this page is (Vite, no source maps), whole where they cannot be shaken; what is
 * published as a finished file is taken as it is.
 */
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { gzipTotal, measure } from './size.ts';

const FOLDER = fileURLToPath(new URL('bench-embed/', import.meta.url));
const installed = (path: string) => join(FOLDER, 'node_modules', path);

/** One row of the table. */
interface Row {
  readonly name: string;
  readonly bytes: number;
  readonly gzipBytes: number;
}

const VOSVIEWER = `import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { VOSviewerOnline } from 'vosviewer-online';
createRoot(document.body).render(createElement(VOSviewerOnline, { data, parameters: {} }));`;

/** Peers that are libraries: the few lines that a page has to bundle. */
const LIBRARIES: Readonly<Record<string, string>> = {
  'VOSviewer Online, a network (vosviewer-online, react, mobx)': VOSVIEWER,
  'Vega-Embed, any chart (vega-embed, vega-lite, vega)':
    "import embed from 'vega-embed'; embed(document.body, spec);",
};

/** Peers that are published as finished scripts. */
const FINISHED: Readonly<Record<string, readonly string[]>> = {
  'Datawrapper, its core without any chart (chart-core: main.js, dw-2.0.min.js)': [
    '@datawrapper/chart-core/dist/main.js',
    '@datawrapper/chart-core/dist/dw-2.0.min.js',
  ],
  'Plotly, maps only (plotly.js-geo-dist-min)': ['plotly.js-geo-dist-min/plotly-geo.min.js'],
};

/** Boundaries that peers draw a world with; ours are listed with our data. */
const BOUNDARIES = ['world-atlas/countries-110m.json', 'world-atlas/countries-50m.json'] as const;

const rowOf = (name: string, contents: readonly (string | Buffer)[]): Row => ({
  name,
  bytes: contents.reduce((sum, content) => sum + Buffer.byteLength(content), 0),
  gzipBytes: contents.reduce((sum, content) => sum + gzipSync(content, { level: 9 }).length, 0),
});

/** The script that a page would load for these lines. */
async function bundled(name: string, code: string): Promise<Row> {
  const entry = join(FOLDER, 'entry.js');
  const built = await build({
    configFile: false,
    root: FOLDER,
    publicDir: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? id : null),
        load: (id) => (id === entry ? code : null),
      },
    ],
    build: { write: false, target: 'es2022', rolldownOptions: { input: entry } },
  });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((result) =>
    'output' in result ? result.output : [],
  );
  return rowOf(
    name,
    outputs.flatMap((file) => (file.type === 'chunk' ? [file.code] : [])),
  );
}

/** What an embedded map of the built page transfers before it is drawn. */
function ourRows(site: string): Row[] {
  const files = measure(site, 'embed.html', /(?:^|\/)EmbedMap-[^/]*\.js$/);
  const worker = files.filter(({ path }) => /dataset\.worker/.test(path));
  const sum = (own: readonly { readonly bytes: number }[]) =>
    own.reduce((total, { bytes }) => total + bytes, 0);
  const inSite = (path: string) => readFileSync(join(site, path));
  return [
    {
      name: 'Whereabouts, script of a map embed',
      bytes: sum(files.filter(({ part }) => part === 'first')),
      gzipBytes: gzipTotal(files, 'first'),
    },
    {
      name: 'Whereabouts, the worker that reads the dataset beside it',
      bytes: sum(worker),
      gzipBytes: worker.reduce((total, { gzipBytes }) => total + gzipBytes, 0),
    },
    rowOf('Whereabouts, data: this dataset', [inSite('dataset.json')]),
    rowOf('Whereabouts, data: boundaries of the world', [inSite('geo/world.topo.json')]),
  ];
}

/** Versions as they are installed, for the line under the table. */
function versions(): string {
  const require = createRequire(join(FOLDER, 'package.json'));
  const { devDependencies } = require('./package.json') as { devDependencies: Record<string, string> };
  return Object.keys(devDependencies)
    .map((name) => {
      const file = installed(join(name, 'package.json'));
      return `${name} ${(JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version}`;
    })
    .join(', ');
}

const kB = (bytes: number) => (bytes / 1000).toLocaleString('en-US', { maximumFractionDigits: 1 });

async function main(): Promise<void> {
  const site = process.argv[2] ?? 'dist';
  if (!existsSync(installed('vega'))) {
    throw new Error(
      'the peers are not installed: run "npm --prefix scripts/bench-embed ci --ignore-scripts"',
    );
  }
  const rows = ourRows(site);
  for (const [name, code] of Object.entries(LIBRARIES)) rows.push(await bundled(name, code));
  for (const [name, paths] of Object.entries(FINISHED)) {
    rows.push(
      rowOf(
        name,
        paths.map((path) => readFileSync(installed(path))),
      ),
    );
  }
  for (const path of BOUNDARIES) rows.push(rowOf(`Boundaries: ${path}`, [readFileSync(installed(path))]));
  console.log('| what | kB | kB, gzip -9 |\n| --- | ---: | ---: |');
  for (const { name, bytes, gzipBytes } of rows) console.log(`| ${name} | ${kB(bytes)} | ${kB(gzipBytes)} |`);
  console.log(`\n${versions()}`);
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === import.meta.filename) {
  main().catch((error: unknown) => {
    console.error(`bench-embed-size: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  });
}
