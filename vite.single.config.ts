/**
 * The page in one HTML file that opens from a disk without any network: dist/whereabouts.html with the present
 * dataset inside, or, in the mode "template", deck-template.html without one, into which the page itself puts what
 * a deck needs.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin } from 'vite';
import { MOUNT_ONLY_OPTIONS, mountOnly } from './scripts/mount-only.ts';
import { countriesIn, FILES_MARK, withFiles, type CarriedFile } from './src/share/single-page.ts';

const inProject = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** A worker's script can't come beside the page: it goes into the page's own script. */
const inlineWorkers: Plugin = {
  name: 'inline-workers',
  enforce: 'pre',
  transform(code, id) {
    if (
      !id.includes('/src/') ||
      id.endsWith('/early-dataset.ts') ||
      id.includes('?worker') ||
      !code.includes('new Worker(')
    )
      return null;
    const imports: string[] = [];
    const inlined = code.replace(
      /new Worker\(new URL\('(\.\/[\w.-]+)', import\.meta\.url\), \{ type: 'module' \}\)/g,
      (_, path: string) => {
        imports.push(`import InlineWorker${imports.length} from '${path}?worker&inline';`);
        return `new InlineWorker${imports.length - 1}()`;
      },
    );
    if (inlined.includes('new Worker(')) this.error(`a worker of ${id} is not written as this build expects`);
    return { code: `${imports.join('\n')}\n${inlined}`, map: null };
  },
};

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Puts script, styles and icon into the page, with a policy that lets nothing else run and nothing be fetched. */
function inOneFile(fileName: string, files: () => readonly CarriedFile[]): Plugin {
  return {
    name: 'in-one-file',
    enforce: 'post',
    generateBundle: {
      order: 'post', // after Vite's own last touches
      handler(_, bundle) {
        const outputs = Object.values(bundle);
        const page = outputs.find((file) => file.type === 'asset' && file.fileName === 'index.html');
        const scripts = outputs.filter((file) => file.type === 'chunk');
        const styles = outputs.filter((file) => file.type === 'asset' && file.fileName.endsWith('.css'));
        if (
          page?.type !== 'asset' ||
          scripts.length !== 1 ||
          styles.length > 1 ||
          outputs.length !== 2 + styles.length
        ) {
          return this.error(
            `one page, one script and one style sheet go into a file, not ${Object.keys(bundle).join(', ')}`,
          );
        }
        // an ending tag within the script would end the element
        const script = scripts[0]!.code.replaceAll(/<\/(?=script)/gi, '<\\/').replaceAll('<!--', '\\x3c!--');
        const style = styles[0]?.type === 'asset' ? String(styles[0].source) : '';
        const icon = readFileSync(inProject('public/icon.svg')).toString('base64');
        const policy =
          `default-src 'none'; script-src ${hashOf(script)}; style-src ${hashOf(style)}; img-src data: blob:; ` +
          "worker-src blob:; base-uri 'none'; form-action 'none'";
        const head = String(page.source)
          .replace(/<script\b[^>]*\bsrc=[^>]*><\/script>\s*/g, '')
          .replace(/<link\b[^>]*\brel="(?:stylesheet|modulepreload)"[^>]*>\s*/g, '')
          .replace(/href="[^"]*icon\.svg"/, `href="data:image/svg+xml;base64,${icon}"`);
        if (/\b(?:src|href)="(?!data:)/.test(head))
          return this.error('the page still refers to another file');
        const [first, rest] = splitAt(head, '<head>');
        const [body, end] = splitAt(rest, '<div id="app"></div>');
        const html =
          `${first}\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />${body}\n` +
          `<style>${style}</style>\n${FILES_MARK}\n<script type="module">${script}</script>${end}`;
        for (const file of outputs) Reflect.deleteProperty(bundle, file.fileName);
        const carried = files();
        const source = carried.length === 0 ? html : withFiles(html, carried);
        this.emitFile({ type: 'asset', fileName, source });
      },
    },
  };
}

/** The text up to and with a mark, and what follows. */
function splitAt(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  if (at < 0) throw new Error(`index.html has no ${mark}`);
  return [text.slice(0, at + mark.length), text.slice(at + mark.length)];
}

/** The present dataset, the world, and the regions of the countries that are tagged. */
function datasetFiles(): CarriedFile[] {
  const read = (address: string) => ({ address, text: readFileSync(inProject(`public/${address}`), 'utf8') });
  const dataset = read('dataset.json');
  const countries = countriesIn(JSON.parse(dataset.text) as Parameters<typeof countriesIn>[0]).filter(
    (code) => existsSync(inProject(`public/geo/admin1/${code}.topo.json`)),
  );
  return [
    dataset,
    read('geo/world.topo.json'),
    read('geo/admin1/index.json'), // of all countries: a dataset that is opened here may have others
    ...countries.map((code) => read(`geo/admin1/${code}.topo.json`)),
  ];
}

export default defineConfig(({ mode }) => {
  const isTemplate = mode === 'template';
  return {
    configFile: false,
    mode: 'production',
    base: './',
    publicDir: false,
    plugins: [
      svelte(),
      mountOnly,
      inlineWorkers,
      isTemplate ? inOneFile('deck-template.html', () => []) : inOneFile('whereabouts.html', datasetFiles),
    ],
    resolve: {
      alias: [
        { find: /^.*\/bundled-files\.ts$/, replacement: inProject('src/load/bundled-files-in-page.ts') },
      ],
    },
    build: {
      target: 'es2022',
      emptyOutDir: false,
      modulePreload: false,
      cssCodeSplit: false,
      assetsInlineLimit: Number.MAX_SAFE_INTEGER,
      chunkSizeWarningLimit: 2000,
      rolldownOptions: { ...MOUNT_ONLY_OPTIONS, output: { codeSplitting: false } },
    },
    worker: { format: 'iife' },
  };
});
