/**
 * What a page's head asks for beside its script, and would else be asked for only once that runs, a whole way to the server
 * later: the script of the dataset worker, which asks for the dataset, and the world that the dashboard draws.
 */
import type { HtmlTagDescriptor, Plugin } from 'vite';

const DATASET_WORKER = /(?:^|\/)dataset\.worker-[^/]*\.js$/;

/** As the page's script asks for it, or it would be loaded twice. */
const WORLD: HtmlTagDescriptor = {
  tag: 'link',
  attrs: { rel: 'preload', as: 'fetch', crossorigin: true, href: './geo/world.topo.json' },
  injectTo: 'head',
};

/** Adds the links to every page of the build that has such a worker. */
export const pageHead: Plugin = {
  name: 'page-head',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(_, { path, bundle = {} }) {
      const workers = Object.keys(bundle).filter((name) => DATASET_WORKER.test(name));
      const links = workers.map((name): HtmlTagDescriptor => ({
        tag: 'link',
        // Chromium passes over one that says it is for a worker
        attrs: { rel: 'modulepreload', crossorigin: true, href: `./${name}` },
        injectTo: 'head',
      }));
      // an embed may have no map
      return path.endsWith('/index.html') ? [...links, WORLD] : links;
    },
  },
};
