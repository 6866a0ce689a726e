/**
 * What the first view of the built page costs, gzip -9: the script of index.html, what it preloads and everything
 * that these import statically; and the same of embed.html with the script of a map. Exits with 1 when that is more
 * than the pages allow themselves.
 *
 *     npx tsx scripts/size.ts [folder]
 */
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import ts from 'typescript';

/**
 * Most JavaScript that the first view may load, bytes after gzip -9. Kept 0.2 kB over what it is: the short names that
 * the bundler hands out change with every module, and move it by up to 0.1 kB either way.
 */
export const FIRST_VIEW_LIMIT = 98_700;

/** Most JavaScript that may follow the first picture unasked, bytes after gzip -9. */
export const NEXT_LIMIT = 25_700;

/** Most JavaScript that an embedded map may load before it is drawn, the worker not counted, bytes after gzip -9. */
export const EMBED_LIMIT = 62_800;

/** The script that an embedded map loads besides the page's own. */
const EMBED_MAP = /(?:^|\/)EmbedMap-[^/]*\.js$/;

/** The modules that the page loads unasked once the first picture is drawn. */
const FOLLOWING = /(?:^|\/)(?:CoauthorGraph|StepButtons|DownloadButton|FileDrop|MarkMenu)-[^/]+\.js$/;

/**
 * `first`: loaded before anything is shown. `next`: right after it, the graph, the steps, menus, dropped files.
 * `worker`: beside them, on threads of their own. `later`: when asked for.
 */
export type Part = 'first' | 'next' | 'worker' | 'later' | 'style';

export interface SizedFile {
  readonly part: Part;
  /** Relative to the folder, with forward slashes. */
  readonly path: string;
  readonly bytes: number;
  readonly gzipBytes: number;
}

/** What one built module refers to, as paths relative to the folder. */
interface References {
  readonly imports: string[];
  readonly workers: string[];
  /** By `import("…")`. */
  readonly later: string[];
}

/**
 * Sizes of a page's scripts and styles.
 * @param name of the page's file
 * @param view a script that the page loads by itself before it shows anything
 * @throws {Error} when there is no built page, no such script, or the page refers to a file that is missing
 */
export function measure(folder: string, name = 'index.html', view?: RegExp): SizedFile[] {
  const page = join(folder, name);
  if (!existsSync(page)) throw new Error(`no ${name} in "${folder}": run "npm run build" first`);
  const { scripts, styles } = readPage(readFileSync(page, 'utf8'));
  if (scripts.length === 0) throw new Error(`${page} loads no script`);
  if (view) scripts.push(scriptNamed(folder, view));

  const first = new Set<string>();
  const workers = new Set<string>();
  // one that the head asks for is a worker's all the same
  const workerRoots = follow(folder, scripts, new Set());
  follow(
    folder,
    scripts.filter((path) => !workerRoots.includes(path)),
    first,
  );
  const asked = askedFor(folder, first);
  const seen = new Set(first);
  workerRoots.push(
    ...follow(
      folder,
      asked.filter((path) => view === undefined && FOLLOWING.test(path)),
      seen,
    ),
  );
  const next = [...seen].filter((path) => !first.has(path));
  workerRoots.push(...follow(folder, asked, seen));
  const later = [...seen].filter((path) => !first.has(path) && !next.includes(path)).sort();
  follow(folder, workerRoots, workers);

  const sized = (part: Part) => (path: string) => sizeOf(folder, path, part);
  return [
    ...[...first].map(sized('first')),
    ...next.map(sized('next')),
    ...[...workers].map(sized('worker')),
    ...later.filter((path) => !workers.has(path)).map(sized('later')),
    ...styles.map(sized('style')),
  ];
}

function scriptNamed(folder: string, name: RegExp): string {
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => name.test(path));
  if (found.length !== 1)
    throw new Error(`${found.length} files of "${folder}" are named like ${String(name)}`);
  return found[0]!;
}

/** All that these files, and what they load in turn, load when it is asked for. */
function askedFor(folder: string, from: Iterable<string>): string[] {
  const asked = new Set<string>();
  const seen = new Set<string>();
  const waiting = [...from];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const { imports, later } = referencesOf(path, read(folder, path).toString('utf8'));
    for (const target of later) asked.add(target);
    waiting.push(...imports, ...later);
  }
  return [...asked].sort();
}

/** Sum over one part, bytes after gzip. */
export function gzipTotal(files: readonly SizedFile[], part: Part): number {
  return files.reduce((sum, file) => sum + (file.part === part ? file.gzipBytes : 0), 0);
}

function readPage(html: string): { scripts: string[]; styles: string[] } {
  const scripts: string[] = [];
  const styles: string[] = [];
  for (const [tag] of html.replaceAll(/<!--[^]*?-->/g, '').matchAll(/<(?:script|link)\b[^>]*>/gi)) {
    const valueOf = (name: string) => new RegExp(`\\s${name}=["']([^"']*)["']`, 'i').exec(tag)?.[1];
    const address = valueOf('src') ?? valueOf('href');
    if (address === undefined) continue;
    const rel = valueOf('rel');
    if (/^<script/i.test(tag) || rel === 'modulepreload') scripts.push(posix.normalize(address));
    else if (rel === 'stylesheet') styles.push(posix.normalize(address));
  }
  return { scripts, styles };
}

/** Adds the files and all that they import statically to `seen`; returns the workers that they start. */
function follow(folder: string, paths: readonly string[], seen: Set<string>): string[] {
  const workers: string[] = [];
  const waiting = [...paths];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const references = referencesOf(path, read(folder, path).toString('utf8'));
    waiting.push(...references.imports);
    workers.push(...references.workers);
  }
  return workers;
}

function referencesOf(path: string, code: string): References {
  const beside = (address: string) => posix.join(posix.dirname(path), address);
  const source = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, false, ts.ScriptKind.JS);
  const imports: string[] = [];
  const workers: string[] = [];
  const later: string[] = [];
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) continue;
    const address = statement.moduleSpecifier;
    if (address !== undefined && ts.isStringLiteral(address)) imports.push(beside(address.text));
  }
  const visit = (node: ts.Node): void => {
    const address =
      ts.isNewExpression(node) && isName(node.expression, 'URL') && isBesideModule(node.arguments?.[1])
        ? node.arguments?.[0]
        : undefined;
    if (address !== undefined && ts.isStringLiteralLike(address) && address.text.endsWith('.js')) {
      workers.push(beside(address.text));
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const target = node.arguments[0];
      if (target !== undefined && ts.isStringLiteralLike(target)) later.push(beside(target.text));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { imports, workers, later };
}

/** `import.meta.url`: other addresses are links to be shown, not scripts to be started. */
const isBesideModule = (node: ts.Node | undefined) =>
  node !== undefined &&
  ts.isPropertyAccessExpression(node) &&
  node.name.text === 'url' &&
  ts.isMetaProperty(node.expression);

const isName = (node: ts.Node, name: string) => ts.isIdentifier(node) && node.text === name;

function read(folder: string, path: string): Buffer {
  const full = join(folder, path);
  if (!existsSync(full)) throw new Error(`the page refers to "${path}", which is not in "${folder}"`);
  return readFileSync(full);
}

function sizeOf(folder: string, path: string, part: Part): SizedFile {
  const content = read(folder, path);
  return { part, path, bytes: content.length, gzipBytes: gzipSync(content, { level: 9 }).length };
}

const PART_NAME: Readonly<Record<Part, string>> = {
  first: 'JavaScript, first view',
  next: 'JavaScript, right after it',
  worker: 'JavaScript, workers',
  later: 'JavaScript, on demand',
  style: 'styles',
};

/** The sizes as an aligned table, a sum under each part. */
export function formatTable(files: readonly SizedFile[]): string {
  const rows: string[][] = [['', 'bytes', 'gzip -9']];
  for (const part of Object.keys(PART_NAME) as Part[]) {
    const own = files.filter((file) => file.part === part);
    if (own.length === 0) continue;
    const sum = own.reduce((total, file) => total + file.bytes, 0);
    rows.push([PART_NAME[part], grouped(sum), grouped(gzipTotal(own, part))]);
    for (const file of own) rows.push([`  ${file.path}`, grouped(file.bytes), grouped(file.gzipBytes)]);
  }
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows
    .map(([name, ...numbers]) =>
      [name!.padEnd(widths[0]!), ...numbers.map((text, i) => text.padStart(widths[i + 1]!))].join('  '),
    )
    .join('\n');
}

const grouped = (bytes: number) => bytes.toLocaleString('en-US');

function main(): void {
  const folder = process.argv[2] ?? 'dist';
  const files = measure(folder);
  const embed = measure(folder, 'embed.html', EMBED_MAP);
  console.log(`index.html\n${formatTable(files)}\n\nembed.html?view=map\n${formatTable(embed)}`);
  const within = [
    tell('First view', gzipTotal(files, 'first'), FIRST_VIEW_LIMIT),
    tell('Right after it', gzipTotal(files, 'next'), NEXT_LIMIT),
    tell('Embedded map', gzipTotal(embed, 'first'), EMBED_LIMIT),
  ];
  if (within.includes(false)) process.exitCode = 1;
}

/** Prints a sum beside its limit; answers whether it keeps to it. */
function tell(name: string, bytes: number, limit: number): boolean {
  const isWithin = bytes <= limit;
  const verdict = isWithin ? 'within' : `${grouped(bytes - limit)} bytes above`;
  console.log(`\n${name}: ${grouped(bytes)} bytes, ${verdict} the limit of ${grouped(limit)}`);
  return isWithin;
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === import.meta.filename) {
  try {
    main();
  } catch (error) {
    console.error(`size: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
