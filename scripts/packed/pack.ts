/** Packs a script and its thread: see packed-script.ts. */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, version, type Plugin } from 'esbuild';
import { writeBeside } from '../write-beside.ts';
import type { Account, Sources } from './account.ts';
import { accountPath, hashOf, PACKED_ENTRY } from './kept.mjs';

const PACKED_THREAD = 'thread.mjs';
/** Stands for the file that tells where the thread is: in the packed one's folder, not beside the sources. */
const PLACE = `export const READ_WORKER = new URL('./${PACKED_THREAD}', import.meta.url);`;

/** What was packed may be used by another process for so long. */
const IN_USE_MS = 3_600_000;

/** Packs the files as they are now, into a folder of their own: another process may still use the one before. */
export async function pack(kept: string, sources: Sources): Promise<Account> {
  const makers = ['pack.ts', 'kept.mjs'].map((name) => fileURLToPath(new URL(name, import.meta.url)));
  const inputs = new Map(makers.map((path) => [path, hashOf(readFileSync(path))]));
  const outputs = await packed(join(kept, 'any'), sources, inputs);
  const folder = hashOf(JSON.stringify([version, ...outputs.map(({ name, hash }) => [name, hash])])).slice(
    0,
    16,
  );
  writeFolder(join(kept, folder), outputs);
  const account: Account = {
    folder,
    inputs: Object.fromEntries([...inputs].map(([path, hash]) => [relative(sources.root, path), hash])),
    outputs: Object.fromEntries(outputs.map(({ name, hash }) => [join(folder, name), hash])),
  };
  writeBeside(accountPath(kept), JSON.stringify(account));
  removeOld(kept, [folder, basename(accountPath(kept))]);
  return account;
}

/** Removes what nobody uses any more. */
function removeOld(kept: string, stay: readonly string[]): void {
  for (const name of readdirSync(kept)) {
    const path = join(kept, name);
    const isOld = Date.now() - statSync(path).mtimeMs > IN_USE_MS;
    if (isOld && !stay.includes(name)) rmSync(path, { recursive: true, force: true });
  }
}

interface Output {
  readonly name: string;
  readonly contents: Uint8Array;
  readonly hash: string;
}

/** Writes the folder beside and renames it; one that is whole stays, since another process may just be reading it. */
function writeFolder(path: string, outputs: readonly Output[]): void {
  const beside = `${path}.${process.pid}.tmp`;
  try {
    mkdirSync(beside, { recursive: true });
    for (const { name, contents } of outputs) writeFileSync(join(beside, name), contents);
    if (isWhole(path, outputs)) return;
    try {
      renameSync(beside, path);
    } catch (fault) {
      if (isWhole(path, outputs)) return;
      if (!existsSync(path)) throw fault;
      rmSync(path, { recursive: true });
      renameSync(beside, path);
    }
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}

const isWhole = (path: string, outputs: readonly Output[]) =>
  outputs.every(
    ({ name, hash }) => existsSync(join(path, name)) && hashOf(readFileSync(join(path, name))) === hash,
  );

/**
 * The packed files. Packages stay where they are, but for data.
 * @param folder where they will be, or another one as deep
 * @param inputs takes the hash of each file by its path
 */
async function packed(
  folder: string,
  { root, entry, thread, place }: Sources,
  inputs: Map<string, string>,
): Promise<Output[]> {
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
