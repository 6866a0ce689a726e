/**
 * Scripts that are each one file, without a hash in its name and without imports: those for other people's pages,
 * `embed.js` and `whereabouts-view.js`, so that a line of HTML goes on working, and the dashboard's first, `start.js`,
 * which is there before anything else.
 */
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';

/** By file name: where it starts, and how it is loaded. */
const HOST_SCRIPTS = {
  'embed.js': { entry: 'src/embed/host/embed-script.ts', format: 'iife' },
  'whereabouts-view.js': { entry: 'src/embed/host/view-element.ts', format: 'es' },
  'start.js': { entry: 'src/start.ts', format: 'iife' },
} as const;

type HostScript = keyof typeof HOST_SCRIPTS;
const NAMES = Object.keys(HOST_SCRIPTS) as HostScript[];

/** One host script as text. @throws {Error} when it would need a second file */
async function bundle(name: HostScript): Promise<string> {
  const { entry, format } = HOST_SCRIPTS[name];
  const path = fileURLToPath(new URL(`../${entry}`, import.meta.url));
  const built = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: path, formats: [format], name: 'whereabouts', fileName: () => name },
      rolldownOptions: { output: { minify: true } },
    },
  });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((result) =>
    'output' in result ? result.output : [],
  );
  const [chunk, ...more] = outputs;
  if (chunk?.type !== 'chunk' || more.length > 0) throw new Error(`${name} is not one file`);
  return chunk.code;
}

/** Adds the host scripts to the build; in development makes them anew at each request. */
export const hostScripts: Plugin = {
  name: 'host-scripts',
  async generateBundle() {
    for (const name of NAMES) this.emitFile({ type: 'asset', fileName: name, source: await bundle(name) });
  },
  configureServer(server) {
    server.middlewares.use((request, response, next) => {
      const name = NAMES.find((known) => request.url?.split('?')[0]?.endsWith(`/${known}`));
      if (name === undefined) next();
      else {
        bundle(name).then((code) => {
          response.setHeader('Content-Type', 'text/javascript');
          response.end(code);
        }, next);
      }
    });
  },
};
