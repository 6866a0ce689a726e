/**
 * Scenes as a small JSON file, described for others in docs/scenes.md:
 *
 *   { "format": "whereabouts-scenes", "version": 1,
 *     "dataset": { "title": "…", "records": 9 },
 *     "scenes": [{ "title": "…", "text": "…", "notes": "…", "view": "map", "query": "geography=AUT" }] }
 */
import { DatasetError, objectAt, shown, stringAt, wholeAt } from './decode-values.ts';
import { faultOf } from '../fault-of.ts';
import { decodeScenes, type Scene } from '../scene.ts';
import { lineAt, lineOfPath } from './json-line.ts';

export const SCENES_FORMAT = 'whereabouts-scenes';
export const SCENES_VERSION = 1;

/** Larger files are not read, characters. */
export const SCENES_FILE_LIMIT = 4_000_000;

/** What the scenes were made for: texts tell numbers, and those hold for one dataset. */
export interface ScenesOrigin {
  readonly title: string;
  readonly records: number;
}

export interface ScenesFile {
  readonly scenes: readonly Scene[];
  /** Null where the file does not say. */
  readonly origin: ScenesOrigin | null;
}

/** A file that cannot be used: what is wrong, and where. */
export class ScenesError extends Error {
  /** From 1; null where no line is known. */
  readonly line: number | null;

  constructor(message: string, line: number | null) {
    super(message);
    this.name = 'ScenesError';
    this.line = line;
  }
}

const KEYS: readonly string[] = ['format', 'version', 'dataset', 'scenes'];

/** The file's text; the same scenes always give the same bytes. */
export function writeScenes({ scenes, origin }: ScenesFile): string {
  const file = {
    format: SCENES_FORMAT,
    version: SCENES_VERSION,
    ...(origin ? { dataset: { title: origin.title, records: origin.records } } : {}),
    scenes: scenes.map(({ title, text, notes, view, query }) => ({ title, text, notes, view, query })),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/**
 * Reads what {@link writeScenes} or a person wrote. Nothing is taken in part.
 * @throws {ScenesError} with the first fault and its line
 */
export function readScenes(text: string): ScenesFile {
  if (text.length > SCENES_FILE_LIMIT) {
    throw new ScenesError(`has ${text.length} characters; at most ${SCENES_FILE_LIMIT} are read`, null);
  }
  const plain = text.replace(/^\uFEFF/, '');
  const json = parse(plain);
  try {
    return decode(json);
  } catch (error) {
    if (!(error instanceof DatasetError)) throw error;
    throw new ScenesError(error.message, lineOfPath(plain, error.path));
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const fault = faultOf(error);
    const position = /position (\d+)/.exec(fault)?.[1];
    const line = position === undefined ? /line (\d+)/.exec(fault)?.[1] : lineAt(text, Number(position));
    throw new ScenesError(`is not valid JSON (${fault})`, line === undefined ? null : Number(line));
  }
}

function decode(json: unknown): ScenesFile {
  const file = objectAt(json, 'file');
  if (file['format'] !== SCENES_FORMAT) {
    throw new DatasetError('format', `is not "${SCENES_FORMAT}": this is not a file of scenes`);
  }
  if (file['version'] !== SCENES_VERSION) {
    throw new DatasetError('version', `is ${shown(file['version'])}; version ${SCENES_VERSION} is read`);
  }
  for (const key of Object.keys(file)) {
    if (!KEYS.includes(key)) throw new DatasetError('file', `has ${shown(key)}, which no file of scenes has`);
  }
  return { scenes: decodeScenes(file['scenes'], 'scenes'), origin: decodeOrigin(file['dataset']) };
}

function decodeOrigin(json: unknown): ScenesOrigin | null {
  if (json === undefined) return null;
  const origin = objectAt(json, 'dataset');
  return {
    title: stringAt(origin['title'], 'dataset.title'),
    records: wholeAt(origin['records'], 'dataset.records'),
  };
}
