/** Scenes: views of a dataset in the order of a talk, each with what the audience reads and what the speaker says. */
import { DatasetError, listAt, objectAt, shown, stringAt } from './codec/decode-values.ts';

/** One view large, or the whole dashboard. */
export type SceneView = 'map' | 'topics' | 'coauthors' | 'records' | 'all';

export const SCENE_VIEWS: readonly SceneView[] = ['map', 'topics', 'coauthors', 'records', 'all'];

export interface Scene {
  /** At most 200 characters. */
  readonly title: string;
  /** What the audience reads below the title, at most 1,000 characters; may be empty. */
  readonly text: string;
  /** What only the speaker reads, at most 10,000 characters; may be empty. */
  readonly notes: string;
  readonly view: SceneView;
  /** The view's state as a link has it after the "?": the grammar of src/share/url-state.ts. */
  readonly query: string;
}

/** Longest texts, in UTF-16 units; what is longer is refused, not cut. */
export const SCENE_TEXT_LIMITS = { title: 200, text: 1000, notes: 10_000, query: 50_000 } as const;

/** Most scenes of one talk. */
export const SCENE_LIMIT = 200;

const KEYS: readonly string[] = ['title', 'text', 'notes', 'view', 'query'];

/**
 * Checks a list of scenes. "title" must be there; "text", "notes" and "query" are empty and "view" is "all" where
 * they are left out.
 * @param path where the list stands, for the error
 * @throws {DatasetError} naming the first fault and its path, for example `scenes[2].view`
 */
export function decodeScenes(json: unknown, path: string): Scene[] {
  return listAt(json, path, SCENE_LIMIT).map((scene, i) => decodeScene(scene, `${path}[${i}]`));
}

function decodeScene(json: unknown, path: string): Scene {
  const scene = objectAt(json, path);
  for (const key of Object.keys(scene)) {
    if (!KEYS.includes(key)) {
      throw new DatasetError(path, `has ${shown(key)}, which no scene has; a scene has ${KEYS.join(', ')}`);
    }
  }
  const title = textOf(scene['title'], `${path}.title`, SCENE_TEXT_LIMITS.title);
  if (title.trim() === '') throw new DatasetError(`${path}.title`, 'is empty');
  const view = scene['view'] === undefined ? 'all' : SCENE_VIEWS.find((known) => known === scene['view']);
  if (view === undefined) {
    throw new DatasetError(
      `${path}.view`,
      `is ${shown(scene['view'])}; a scene shows ${SCENE_VIEWS.join(', ')}`,
    );
  }
  return {
    title,
    text: textOf(scene['text'] ?? '', `${path}.text`, SCENE_TEXT_LIMITS.text),
    notes: textOf(scene['notes'] ?? '', `${path}.notes`, SCENE_TEXT_LIMITS.notes),
    view,
    query: textOf(scene['query'] ?? '', `${path}.query`, SCENE_TEXT_LIMITS.query),
  };
}

function textOf(value: unknown, path: string, limit: number): string {
  const text = stringAt(value, path);
  if (text.length > limit) {
    throw new DatasetError(path, `has ${text.length} characters; at most ${limit} are read`);
  }
  return text;
}
