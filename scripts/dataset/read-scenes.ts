/** Reads the scenes that go into the dataset: those that the command line names, else those of data/. */
import { existsSync, readFileSync } from 'node:fs';
import type { Dataset } from '../../src/model/dataset.ts';
import { readScenes, ScenesError, type ScenesFile } from '../../src/model/codec/scenes-file.ts';
import type { Arguments } from './arguments.ts';
import { fileFault, UserError } from './user-error.ts';

/** They tell of the files beside them, so they are read with those only. */
export const DEFAULT_SCENES = 'data/scenes.json';

export interface SceneInput {
  readonly path: string;
  readonly file: ScenesFile;
}

/**
 * The scenes, or undefined where there are none.
 * @throws {UserError} where the file cannot be read or used, with the line of the first fault
 */
export function readSceneFile({ files, scenes }: Arguments): SceneInput | undefined {
  const path = scenes ?? (files.length === 0 && existsSync(DEFAULT_SCENES) ? DEFAULT_SCENES : undefined);
  if (path === undefined) return undefined;
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (fault) {
    throw new UserError(`cannot read ${path}: ${fileFault(fault) ?? String(fault)}`);
  }
  try {
    return { path, file: readScenes(text) };
  } catch (fault) {
    if (!(fault instanceof ScenesError)) throw fault;
    const where = fault.line === null ? path : `${path}, line ${fault.line}`;
    throw new UserError(`${where}: ${fault.message}; nothing was written. docs/scenes.md describes the file`);
  }
}

/** A warning where the scenes were made for other data: what their texts tell may not hold. */
export function strangeOrigin(
  { path, file }: SceneInput,
  { title, recordCount }: Pick<Dataset, 'title' | 'recordCount'>,
): string | undefined {
  const { origin } = file;
  if (!origin || (origin.title === title && origin.records === recordCount)) return undefined;
  return (
    `Scenes      ${path} was made for "${origin.title}" with ${origin.records} records, and this is ` +
    `"${title}" with ${recordCount}: check what its texts say`
  );
}
