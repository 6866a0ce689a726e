import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build } from 'vite';
import { defineConfig, type Plugin } from 'vitest/config';
import { embedPage } from './scripts/embed-build.ts';
import { hostScripts } from './scripts/host-scripts.ts';
import { MOUNT_ONLY_OPTIONS, mountOnly } from './scripts/mount-only.ts';
import { pageHead } from './scripts/page-head.ts';

/**
 * The policy that the built page carries; the tests serve a stricter one as a header too. Frames are for the preview of
 * an embed. Development needs Vite's inline client.
 */
const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; worker-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'";
/** An embed may be asked for a dataset of another place ("data="); a header of the server can be stricter. */
const EMBED_POLICY = CONTENT_SECURITY_POLICY.replace("connect-src 'self'", "connect-src 'self' https: http:");

const contentSecurityPolicy: Plugin = {
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: (_, { path }) => [
    {
      tag: 'meta',
      attrs: {
        'http-equiv': 'Content-Security-Policy',
        content: path.endsWith('/embed.html') ? EMBED_POLICY : CONTENT_SECURITY_POLICY,
      },
      injectTo: 'head-prepend',
    },
    // a classic script of public/, which a build leaves as it is: before the module that it watches
    ...(path.endsWith('/embed.html')
      ? [{ tag: 'script', attrs: { src: './embed-guard.js' }, injectTo: 'head-prepend' as const }]
      : []),
  ],
};

/** Beside the page stands what it makes decks of: itself in one file, without data. */
let outDir = '';
const deckTemplate: Plugin = {
  name: 'deck-template',
  apply: 'build',
  configResolved: (config) => void (outDir = config.build.outDir),
  closeBundle: async () => {
    const options = { outDir, emptyOutDir: false };
    await build({ configFile: 'vite.single.config.ts', mode: 'template', logLevel: 'warn', build: options });
  },
};

/** In tests, Node runs the page's own Svelte rather than the one for servers, in which nothing reacts. */
const svelteOfThePage = {
  plugin: { dynamicCompileOptions: () => ({ generate: 'client' as const }) },
  environments: { ssr: { resolve: { conditions: ['browser', 'module', 'development|production'] } } },
};
/** What the dashboard's first script shares with scripts that follow it, in one file: a browser asks for few at a time. */
const SHARED = {
  name: 'shared',
  test: new RegExp(
    [
      '/svelte/src/',
      '/d3-geo/src/(math|stream|transform|projection/(equalEarth|naturalEarth1))\\.js$',
      '/src/model/(counting-rule|dataset|fault-of)\\.ts$',
      '/src/filter/passing/(record-bits|missing-records|text-clause|filter-state)\\.ts$',
      '/src/layout/(map/(flat-projection|map-path|world-map)|text/number-format)\\.ts$',
    ].join('|'),
  ),
};

const TARGET = 'es2022';
const isTesting = process.env['VITEST'] !== undefined;

export default defineConfig({
  appType: 'mpa', // an unknown address is a 404, not the page again
  base: './', // relative addresses: dist/ works under any path
  plugins: [
    svelte(isTesting ? svelteOfThePage.plugin : {}),
    mountOnly,
    contentSecurityPolicy,
    pageHead,
    embedPage(() => [svelte(), mountOnly, contentSecurityPolicy, pageHead], { target: TARGET }),
    hostScripts,
    deckTemplate,
  ],
  ...(isTesting ? { environments: svelteOfThePage.environments } : {}),
  build: {
    target: TARGET,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      ...MOUNT_ONLY_OPTIONS,
      output: { codeSplitting: { includeDependenciesRecursively: false, groups: [SHARED] } },
    },
    assetsInlineLimit: 0, // every asset stays a file, so that script-src 'self' is enough
  },
  worker: { format: 'es' },
  server: { host: '127.0.0.1' },
  test: {
    environment: 'node',
    include: ['src/**/*.test.ts', 'scripts/**/*.test.ts', 'tests/**/*.test.ts'],
    isolate: false, // files share a worker's modules, and what is warm stays so; what a test puts in place of a global it takes out
    maxWorkers: '100%', // the usual limit leaves one of two cores idle
    testTimeout: 30_000, // a test that hangs ends; a busy machine alone fails none
  },
});
