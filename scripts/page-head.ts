/**
 * What a page's head asks for beside its script, and would else be asked for only once that runs, a whole way to the server
 * later: the script of the dataset worker, which asks for the dataset, and for the dashboard a short one that starts this
 * worker at once, and the world.
 */
import type { HtmlTagDescriptor, Plugin } from 'vite';

const DATASET_WORKER = /(?:^|\/)dataset\.worker-[^/]*\.js$/;

/** First of all but the policy, since the longest chain begins with it: the worker, the dataset, the first picture. */
const START = '<script src="./start.js" async fetchpriority="high"></script>';

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
    handler(html, { path, bundle = {} }) {
      const workers = Object.keys(bundle).filter((name) => DATASET_WORKER.test(name));
      const links = workers.map((name): HtmlTagDescriptor => ({
        tag: 'link',
        // Chromium passes over one that says it is for a worker
        attrs: { rel: 'modulepreload', crossorigin: true, href: `./${name}` },
        injectTo: 'head',
      }));
      // an embed's dataset may be elsewhere, and it may have no map
      if (!path.endsWith('/index.html')) return links;
      return { html: html.replace('<meta charset', `${START}\n    $&`), tags: [...links, WORLD] };
    },
  },
};
