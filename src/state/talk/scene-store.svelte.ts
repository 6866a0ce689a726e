/** The scenes of this browser for this dataset: what was saved here, else those that came with the dataset. */
import type { Dataset } from '../../model/dataset.ts';
import { SCENE_LIMIT, SCENE_TEXT_LIMITS, type Scene } from '../../model/scene.ts';
import { readScenes, ScenesError, writeScenes, type ScenesFile } from '../../model/codec/scenes-file.ts';

/** A scene in the list; the id is for this visit only. */
export interface ListedScene extends Scene {
  readonly id: number;
}

/** The part of `Storage` that is used. */
export type TextStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** A change that can be taken back, in words: "“Where” was deleted." */
export interface Undo {
  readonly words: string;
  readonly before: readonly ListedScene[];
  readonly isStored: boolean;
}

/** Of the key's text; two datasets of one name share their scenes, and what one has not is told. */
const TITLE_LIMIT = 200;

export const storageKey = (dataset: Dataset): string =>
  `whereabouts-scenes:${dataset.title.slice(0, TITLE_LIMIT)}`;

/** The browser's storage, or null where it is closed to us. */
export function browserStorage(): TextStorage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

export class SceneStore {
  readonly #dataset: Dataset;
  readonly #storage: TextStorage | null;
  readonly #key: string;
  #scenes: readonly ListedScene[] = $state.raw([]);
  /** Whether the list differs from the dataset's own, so that it is kept. */
  #isStored = $state(false);
  #undo: Undo | null = $state.raw(null);
  #notice = $state('');
  #nextId = 1;

  /**
   * @param storage null where nothing can be kept
   * @param given scenes that take the place of the dataset's and of what is kept: those of a deck
   */
  constructor(dataset: Dataset, storage: TextStorage | null, given: readonly Scene[] | null = null) {
    this.#dataset = given ? { ...dataset, scenes: given } : dataset;
    this.#storage = given ? null : storage;
    this.#key = storageKey(dataset);
    this.#scenes = this.#listed(this.#dataset.scenes ?? []);
    if (given)
      this.#notice = 'The scenes of this file. Changes last until the page is closed; export keeps them.';
    else this.reload();
  }

  get scenes(): readonly ListedScene[] {
    return this.#scenes;
  }
  /** What was done last, while it can be taken back. */
  get undo(): Undo | null {
    return this.#undo;
  }
  /** How the scenes are kept, where that needs saying; else "". */
  get notice(): string {
    return this.#notice;
  }
  /** Whether the dataset brought scenes from which these differ. */
  get canRestore(): boolean {
    return this.#isStored && (this.#dataset.scenes ?? []).length > 0;
  }
  get isFull(): boolean {
    return this.#scenes.length >= SCENE_LIMIT;
  }

  /** Adds a scene at the end; returns its id, or null where the list is full. Texts beyond the limits are cut. */
  add(scene: Scene): number | null {
    if (this.isFull) return null;
    const [added] = this.#listed([within(scene)]);
    this.#set([...this.#scenes, added!], null);
    return added!.id;
  }

  /** Changes a scene; a title of nothing but blanks is left as it was. */
  change(id: number, patch: Partial<Scene>): void {
    const { title, ...rest } = patch;
    const named = title === undefined || title.trim() === '' ? rest : patch;
    this.#set(
      this.#scenes.map((scene) => (scene.id === id ? { ...within({ ...scene, ...named }), id } : scene)),
      null,
    );
  }

  /** Moves a scene by so many places, as far as the list goes. */
  move(id: number, by: number): void {
    const from = this.#scenes.findIndex((scene) => scene.id === id);
    if (from < 0) return;
    const to = Math.min(this.#scenes.length - 1, Math.max(0, from + by));
    if (to === from) return;
    const scenes = this.#scenes.filter((scene) => scene.id !== id);
    scenes.splice(to, 0, this.#scenes[from]!);
    this.#set(scenes, null);
  }

  remove(id: number): void {
    const gone = this.#scenes.find((scene) => scene.id === id);
    if (!gone) return;
    this.#set(
      this.#scenes.filter((scene) => scene !== gone),
      `“${gone.title}” was deleted.`,
    );
  }

  /** Takes the list of a file instead of the present one. */
  replaceBy(scenes: readonly Scene[]): void {
    this.#set(
      this.#listed(scenes),
      `${scenes.length === 1 ? 'One scene' : `${scenes.length} scenes`} imported.`,
    );
  }

  /** Goes back to the dataset's own scenes. */
  restore(): void {
    this.#set(this.#listed(this.#dataset.scenes ?? []), 'The dataset’s own scenes are back.', false);
  }

  /** Takes the last change back. */
  takeBack(): void {
    if (!this.#undo) return;
    const { before, isStored } = this.#undo;
    this.#set(before, null, isStored);
  }

  /** The list as a file. */
  get file(): ScenesFile {
    const { title, recordCount } = this.#dataset;
    return { scenes: this.#scenes, origin: { title, records: recordCount } };
  }

  /** Reads what is kept; another window of this page may have changed it. */
  reload(): void {
    let text: string | null;
    try {
      if (!this.#storage) throw new Error('no storage');
      text = this.#storage.getItem(this.#key);
    } catch {
      this.#notice = CLOSED;
      return;
    }
    this.#undo = null;
    this.#isStored = text !== null;
    if (text === null) {
      this.#scenes = this.#listed(this.#dataset.scenes ?? []);
      return;
    }
    try {
      this.#scenes = this.#listed(readScenes(text).scenes);
    } catch (error) {
      if (!(error instanceof ScenesError)) throw error;
      this.#setAside(text, error);
    }
  }

  /** What cannot be read is not lost: it stays beside, until a person looks at it. */
  #setAside(text: string, error: ScenesError): void {
    this.#scenes = this.#listed(this.#dataset.scenes ?? []);
    const aside = `${this.#key}:unreadable`;
    this.#notice = `The scenes kept in this browser cannot be read: ${error.message}. They stay in its storage as “${aside}”.`;
    try {
      this.#storage?.setItem(aside, text);
    } catch {
      this.#notice = `The scenes kept in this browser cannot be read: ${error.message}. The next change overwrites them.`;
    }
  }

  #listed(scenes: readonly Scene[]): ListedScene[] {
    return scenes.map((scene) => ({ ...scene, id: this.#nextId++ }));
  }

  /** @param words what was done, where it can be taken back; null forgets what was done before */
  #set(scenes: readonly ListedScene[], words: string | null, isStored = true): void {
    this.#undo = words === null ? null : { words, before: this.#scenes, isStored: this.#isStored };
    this.#scenes = scenes;
    this.#isStored = isStored;
    if (!this.#storage) return;
    try {
      if (isStored) this.#storage.setItem(this.#key, writeScenes(this.file));
      else this.#storage.removeItem(this.#key);
      this.#notice = '';
    } catch {
      this.#notice = CLOSED;
    }
  }
}

const CLOSED =
  'This browser keeps nothing for this page: the scenes last until it is closed. Export keeps them as a file.';

const cut = (text: string, limit: number): string => text.slice(0, limit);

/** A scene inside the limits; the fields of the page allow no more, but a program might. */
function within({ title, text, notes, view, query }: Scene): Scene {
  const limits = SCENE_TEXT_LIMITS;
  return {
    title: cut(title, limits.title),
    text: cut(text, limits.text),
    notes: cut(notes, limits.notes),
    view,
    query: cut(query, limits.query),
  };
}
