/** Who may import whom: the rooms of src/ as a table, and the check of sources against it. */
import { posix } from 'node:path';
import { referencesOf, type Reference } from './references.ts';

interface Room {
  /** Rooms whose values and types it may import, besides its own. */
  readonly imports: readonly string[];
  /** Rooms of which it may import types only. */
  readonly types?: readonly string[];
  /** Packages; one that ends in "*" stands for all that begin so. */
  readonly packages?: readonly string[];
  /** Packages of which it may import types only. */
  readonly packageTypes?: readonly string[];
}

const BOUNDARY_TYPES = ['geojson', 'topojson-specification'];
const FACE: Room = {
  imports: ['state', 'layout', 'model', 'export'],
  types: ['filter', 'share'],
  packages: ['svelte', 'd3-*'],
  packageTypes: BOUNDARY_TYPES,
};

/** The rooms of src/. A room that is not listed here does not exist. */
export const ROOMS: Readonly<Record<string, Room>> = {
  model: { imports: [], packageTypes: BOUNDARY_TYPES },
  filter: { imports: ['model'] },
  load: { imports: ['model'], packageTypes: BOUNDARY_TYPES },
  ingest: { imports: ['model'], packages: ['i18n-iso-countries'] },
  layout: {
    imports: ['model'],
    packages: ['d3-*', 'topojson-client', 'graphology*'],
    packageTypes: BOUNDARY_TYPES,
  },
  search: { imports: ['model'] },
  share: { imports: ['model', 'filter'] },
  workers: { imports: ['ingest', 'layout', 'load', 'search', 'model'] },
  state: {
    imports: ['model', 'filter', 'layout', 'share', 'load', 'search', 'workers'],
    packages: ['svelte'],
    packageTypes: BOUNDARY_TYPES,
  },
  export: {
    imports: ['state', 'layout', 'filter', 'share', 'load', 'workers', 'model'],
    packages: ['uqr'],
    packageTypes: BOUNDARY_TYPES,
  },
  embed: {
    imports: ['model', 'filter', 'layout', 'share', 'load', 'state', 'workers', 'views', 'controls'],
    packages: ['svelte'],
  },
  views: FACE,
  controls: FACE,
  styles: { imports: [] },
};

/** Files straight in src/ (main.ts, App.svelte, …) put the house together: from all rooms, and no room from them. */
const RIM: Room = { imports: Object.keys(ROOMS), packages: ['svelte'] };

/** scripts/ run in Node with any package; of the page they use what reads, counts, arranges and writes files. */
const SCRIPTS: Room = { imports: ['ingest', 'filter', 'layout', 'share', 'model'], packages: ['*'] };

/** Benchmarks (scripts/bench-*.ts, scripts/bench/) also measure the layouts and the search, on inputs that the tests make up. */
const BENCHMARKS: Room = { imports: ['ingest', 'filter', 'layout', 'search', 'model'], packages: ['*'] };

/** Components draw through Svelte: these packages change the page behind its back. */
const NOT_IN_COMPONENTS = ['d3-selection', 'd3-zoom'];

export const LINE_LIMIT = 400;

/**
 * Checks sources against the rules.
 * @param files text by path from the root, with forward slashes
 * @returns a line for each breach: file, import, rule
 */
export function checkArchitecture(files: ReadonlyMap<string, string>): string[] {
  const breaches: string[] = [];
  const graph = new Map<string, string[]>();
  for (const [path, text] of files) {
    const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
    if (lines > LINE_LIMIT) breaches.push(`${path} has ${lines} lines: a file has at most ${LINE_LIMIT}`);
    if (isInSrc(path) && roomOf(path) === undefined && !isRim(path)) {
      breaches.push(`${path} stands in no room: ${listed(Object.keys(ROOMS))}`);
    }
    const targets: string[] = [];
    for (const reference of referencesOf(path, text)) {
      const target = targetOf(path, reference.specifier, files);
      if (target?.path !== undefined && files.has(target.path)) targets.push(target.path);
      const rule = brokenRule(path, reference, target);
      if (rule === undefined) continue;
      const what = reference.isTypeOnly ? 'imports the types of' : 'imports';
      breaches.push(`${path}:${reference.line} ${what} "${reference.specifier ?? '…'}": ${rule}`);
    }
    graph.set(path, targets);
  }
  return [...breaches, ...cyclesIn(graph), ...cyclesIn(foldersOf(graph))];
}

/** Which folder of a room imports from which other one of it; files straight in the room, and tests, stand aside. */
function foldersOf(graph: ReadonlyMap<string, readonly string[]>): Map<string, string[]> {
  const folders = new Map<string, Set<string>>();
  for (const [path, targets] of graph) {
    const from = folderOf(path);
    if (from === undefined || isTest(path)) continue;
    const seen = folders.get(from) ?? new Set();
    folders.set(from, seen);
    for (const target of targets) {
      const to = folderOf(target);
      if (to !== undefined && to !== from && roomOf(target) === roomOf(path)) seen.add(to);
    }
  }
  return new Map([...folders].map(([folder, targets]) => [folder, [...targets]]));
}

/** A file of this project, or a package. */
interface Target {
  readonly path?: string;
  readonly package?: string;
}

function targetOf(from: string, specifier: string | undefined, files: ReadonlyMap<string, string>) {
  if (specifier === undefined) return undefined;
  const address = specifier.replace(/[?#].*$/, '');
  if (!/^[./]/.test(address)) {
    return { package: address.startsWith('node:') ? address : /^(?:@[^/]+\/)?[^/]+/.exec(address)![0] };
  }
  const path = address.startsWith('/') ? address.slice(1) : posix.join(posix.dirname(from), address);
  const spellings = [path, `${path}.ts`, path.replace(/\.js$/, '.ts'), `${path}/index.ts`];
  return { path: spellings.find((spelling) => files.has(spelling)) ?? path };
}

function brokenRule(from: string, reference: Reference, target: Target | undefined): string | undefined {
  const isPartOfPage = isInSrc(from) || from.startsWith('scripts/');
  if (target === undefined) {
    return isInSrc(from) && !isTest(from) ? 'an address that is computed cannot be checked' : undefined;
  }
  if (target.path !== undefined && isTest(target.path)) return 'nobody imports a test';
  if (!isPartOfPage || isTest(from)) return undefined; // tests may import from everywhere
  if (target.package !== undefined) return brokenPackageRule(from, target.package, reference.isTypeOnly);
  return brokenRoomRule(from, target.path ?? '', reference.isTypeOnly);
}

function brokenPackageRule(from: string, name: string, isTypeOnly: boolean): string | undefined {
  if (from.endsWith('.svelte') && NOT_IN_COMPONENTS.includes(name)) {
    return `${listed(NOT_IN_COMPONENTS)} stay out of components`;
  }
  const { packages = [], packageTypes = [] } = roomRules(from);
  const allowed = isTypeOnly ? [...packages, ...packageTypes] : packages;
  const isAllowed = allowed.some((pattern) =>
    pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern,
  );
  if (isAllowed) return undefined;
  if (packageTypes.includes(name)) return `of this package ${nameOf(from)} may import types only`;
  return `the packages of ${nameOf(from)} are ${listed(packages)}`;
}

function brokenRoomRule(from: string, to: string, isTypeOnly: boolean): string | undefined {
  const here = roomOf(from);
  const there = roomOf(to);
  if (!isInSrc(to)) {
    if (isInSrc(from)) return 'src/ imports nothing from outside of it';
    if (to.startsWith('scripts/') || (isBenchmark(from) && to.startsWith('tests/'))) return undefined;
    return `of this project, scripts import scripts, ${listed(SCRIPTS.imports)}`;
  }
  if (isRim(to)) return isRim(from) ? undefined : 'only files straight in src/ import each other';
  if (there === undefined) return `it stands in no room: ${listed(Object.keys(ROOMS))}`;
  const { imports, types = [] } = roomRules(from);
  if (here === there || imports.includes(there)) return undefined;
  if (types.includes(there)) {
    return isTypeOnly ? undefined : `of ${there}, ${nameOf(from)} may import types only ("import type")`;
  }
  if ([here, there].sort().join() === 'controls,views') return 'views and controls never import each other';
  return `${nameOf(from)} may import from ${listed(imports)}`;
}

const isInSrc = (path: string) => path.startsWith('src/');
const isRim = (path: string) => /^src\/[^/]+$/.test(path);
const isBenchmark = (path: string) => /^scripts\/bench[-/]/.test(path);
const isTest = (path: string) => /\.test\.ts$/.test(path) || /\.spec\.ts$/.test(path);

/** The room of a file of src/: the name of its first folder, if that is a room. */
function roomOf(path: string): string | undefined {
  const folder = /^src\/([^/]+)\//.exec(path)?.[1];
  return folder !== undefined && Object.hasOwn(ROOMS, folder) ? folder : undefined;
}

/** The folder of a room in which a file stands: "src/layout/map". */
function folderOf(path: string): string | undefined {
  return /^src\/[^/]+\/[^/]+(?=\/)/.exec(path)?.[0];
}

function roomRules(from: string): Room {
  if (!isInSrc(from)) return isBenchmark(from) ? BENCHMARKS : SCRIPTS;
  const room = roomOf(from);
  return room === undefined ? RIM : ROOMS[room]!;
}

const nameOf = (from: string) => roomOf(from) ?? (isInSrc(from) ? from : 'scripts');
const listed = (names: readonly string[]) => (names.length === 0 ? 'none' : names.join(', '));

/** Files that import each other in a circle: at least one line for each knot, from its first file by name. */
function cyclesIn(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const found = new Map<string, string>();
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path);
    if (at !== -1) {
      const circle = trail.slice(at);
      const first = circle.indexOf([...circle].sort()[0]!);
      const turned = [...circle.slice(first), ...circle.slice(0, first)];
      found.set(turned.join(), `${[...turned, turned[0]].join(' -> ')}: imports never run in a circle`);
      return;
    }
    if (done.has(path)) return;
    for (const target of graph.get(path) ?? []) visit(target, [...trail, path]);
    done.add(path);
  };
  for (const path of [...graph.keys()].sort()) visit(path, []);
  return [...found.values()];
}
