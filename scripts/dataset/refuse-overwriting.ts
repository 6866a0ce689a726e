/** What is made by hand is not written over, nor one file of a run over another: found before anything is read. */
import { join, resolve, sep } from 'node:path';
import { AITOPICS, OPENALEX, type SourceSpec } from '../../src/ingest/facets.ts';
import type { Arguments } from './arguments.ts';
import { GRAPH_FILES } from './graph-files.ts';
import { AUTHORS } from './read-authors.ts';
import { OVERRIDES } from './read-overrides.ts';
import { DEFAULT_SCENES } from './read-scenes.ts';
import { isSpecial, realPath } from './real-path.ts';
import { tableNames } from './tables.ts';
import { fileFault, UserError } from './user-error.ts';

/** A file that will be written, and the option that asks for it. */
interface Target {
  readonly path: string;
  readonly option: string;
  readonly advice: string;
}

/** A file that stays as it is, and what it is. */
interface Kept {
  readonly path: string;
  readonly what: string;
}

/** Of the sources whose facets are known: those that both have are one. */
const KNOWN_FACETS = [
  ...new Map([...AITOPICS.facets, ...OPENALEX.facets].map((facet) => [facet.id, facet])).values(),
];

type Asked = Pick<Arguments, 'out' | 'tables' | 'report' | 'scenes' | 'authors'>;

/**
 * Compares files, not names: links are followed, also to what is not there yet. Devices and pipes lose nothing.
 * @param files the inputs
 * @param facets of the dataset, as far as they are known: those of tables are not before their rows were gone through
 * @throws {UserError} where a file would replace one that is read or kept, or that is written too
 */
export function refuseOverwriting(
  files: readonly string[],
  asked: Asked,
  facets: SourceSpec['facets'] = KNOWN_FACETS,
): void {
  const keptByPlace = new Map<string, Kept>();
  for (const kept of keptFiles(files, asked)) keptByPlace.set(placeOfKept(kept), kept);
  const targetByPlace = new Map<string, Target>();
  for (const target of targetsOf(asked, facets)) {
    const place = placeOf(target);
    if (place === undefined) continue;
    const kept = keptByPlace.get(place);
    if (kept !== undefined) throw refusal(target, `is ${kept.what}${otherName(kept, target)}`);
    const other = targetByPlace.get(place);
    if (other !== undefined) throw refusal(target, `${other.option} writes too`);
    targetByPlace.set(place, target);
  }
  refuseFoldersThatAreFiles(targetByPlace);
}

function targetsOf({ out, tables, report }: Asked, facets: SourceSpec['facets']): Target[] {
  const file = (option: string, path: string) => ({
    path,
    option: `${option} ${path}`,
    advice: 'name another file',
  });
  const inFolder = (folder: string) =>
    [...tableNames(facets), ...GRAPH_FILES].map((name) => ({
      path: join(folder, name),
      option: `--tables ${folder}`,
      advice: 'name another folder',
    }));
  return [
    file('--out', out),
    ...(tables === undefined ? [] : inFolder(tables)),
    ...(report === undefined ? [] : [file('--report', report)]),
  ];
}

function keptFiles(files: readonly string[], { scenes, authors }: Asked): Kept[] {
  return [
    { path: DEFAULT_SCENES, what: 'the hand-made file of scenes' },
    { path: AUTHORS, what: 'the hand-made list of authors' },
    { path: OVERRIDES, what: 'the hand-made list of places' },
    ...files.map((path) => ({ path, what: 'an input file' })),
    ...(scenes === undefined ? [] : [{ path: scenes, what: 'the file of scenes that is read' }]),
    ...(authors === undefined ? [] : [{ path: authors, what: 'the list of authors that is read' }]),
  ];
}

function placeOfKept({ path }: Kept): string {
  try {
    return realPath(path);
  } catch {
    // told when it is read
    return resolve(path);
  }
}

/** Undefined for what takes what is written and keeps nothing. */
function placeOf({ path }: Target): string | undefined {
  try {
    return isSpecial(path) ? undefined : realPath(path);
  } catch (fault) {
    throw new UserError(`cannot write ${path}: ${fileFault(fault) ?? String(fault)}`);
  }
}

const otherName = (kept: Kept, target: Target) =>
  resolve(kept.path) === resolve(target.path) ? '' : ` (${kept.path})`;

function refusal({ path, option, advice }: Target, why: string): UserError {
  return new UserError(`${option} would replace ${path}, which ${why}; nothing was written: ${advice}`);
}

/** A file cannot be the folder of another. */
function refuseFoldersThatAreFiles(targetByPlace: ReadonlyMap<string, Target>): void {
  for (const [place, { path, option, advice }] of targetByPlace) {
    for (let end = place.lastIndexOf(sep); end > 0; end = place.lastIndexOf(sep, end - 1)) {
      const other = targetByPlace.get(place.slice(0, end));
      if (other === undefined) continue;
      throw new UserError(
        `${option} would write ${path} below ${other.path}, which ${other.option} writes as a file; nothing was written: ${advice}`,
      );
    }
  }
}
