/** Packs a script and its thread: see packed-script.ts. */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, version, type Plugin } from 'esbuild';
import { accountPath, hashOf, PACKED_ENTRY, type Account, type Sources } from './account.ts';

const PACKED_THREAD = 'thread.mjs';
/** Stands for the file that tells where the thread is: in the packed one's folder, not beside the sources. */
const PLACE = `export const READ_WORKER = new URL('./${PACKED_THREAD}', import.meta.url);`;

/** What was packed may be used by another process for so long. */
const IN_USE_MS = 3_600_000;

/** Packs the files as they are now, into a folder of their own: another process may still use the one before. */
export async function pack(kept: string, sources: Sources): Promise<Account> {
  const makers = ['pack.ts', 'account.ts'].map((name) => fileURLToPath(new URL(name, import.meta.url)));
  const inputs = new Map(makers.map((path) => [path, hashOf(readFileSync(path))]));
  const outputs = await packed(join(kept, 'any'), sources, inputs);
  const folder = hashOf(JSON.stringify([version, ...outputs.map(({ name, hash }) => [name, hash])])).slice(
    0,
    16,
  );
  writeWhole(join(kept, folder), (beside) => {
    mkdirSync(beside, { recursive: true });
    for (const { name, contents } of outputs) writeFileSync(join(beside, name), contents);
  });
  const account: Account = {
    folder,
    inputs: Object.fromEntries([...inputs].map(([path, hash]) => [relative(sources.root, path), hash])),
    outputs: Object.fromEntries(outputs.map(({ name, hash }) => [join(folder, name), hash])),
  };
  writeWhole(accountPath(kept), (beside) => writeFileSync(beside, JSON.stringify(account)));
  for (const name of readdirSync(kept)) {
    const path = join(kept, name);
    if (Date.now() - statSync(path).mtimeMs > IN_USE_MS) rmSync(path, { recursive: true, force: true });
  }
  return account;
}

/** Makes a file or a folder beside and renames it, so that nobody reads half of it. */
function writeWhole(path: string, write: (beside: string) => void): void {
  const beside = `${path}.${process.pid}.tmp`;
  try {
    write(beside);
    rmSync(path, { recursive: true, force: true });
    renameSync(beside, path);
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}

/**
 * The packed files. Packages stay where they are, but for data.
 * @param folder where they will be, or another one as deep
 * @param inputs takes the hash of each file by its path
 */
async function packed(folder: string, { root, entry, thread, place }: Sources, inputs: Map<string, string>) {
  const { outputFiles } = await build({
    entryPoints: {
      [basename(PACKED_ENTRY, '.mjs')]: join(root, entry),
      [basename(PACKED_THREAD, '.mjs')]: join(root, thread),
    },
    absWorkingDir: resolve(root),
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'es2022',
    tsconfigRaw: {},
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    logLevel: 'silent',
    plugins: [leavePackages, readSources(folder, join(root, place), inputs)],
  });
  return outputFiles.map(({ path, contents }) => ({
    name: basename(path),
    contents,
    hash: hashOf(contents),
  }));
}

const leavePackages: Plugin = {
  name: 'leave-packages',
  setup: (build) => {
    build.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === 'entry-point' || path.endsWith('.json') ? undefined : { path, external: true },
    );
  },
};

/** Files find others from where they stand themselves, not from where they are packed. */
const readSources = (folder: string, place: string, inputs: Map<string, string>): Plugin => ({
  name: 'read-sources',
  setup: (build) => {
    build.onLoad({ filter: /\.(?:ts|json)$/ }, ({ path }) => {
      const contents = readFileSync(path, 'utf8');
      inputs.set(path, hashOf(contents));
      if (path.endsWith('.json')) return { contents, loader: 'json' };
      if (resolve(path) === resolve(place)) return { contents: PLACE, loader: 'ts' };
      const url = `new URL(${JSON.stringify(relative(folder, path).split(sep).join('/'))}, import.meta.url).href`;
      return { contents: contents.replaceAll('import.meta.url', url), loader: 'ts' };
    });
  },
});
