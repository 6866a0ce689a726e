/** Scenes in words, and what changes from one to the next. */
import type { Scene, SceneView } from '../model/scene.ts';
import { filterChips } from './filter-chips.ts';
import type { Explorer } from './explorer.svelte.ts';

export const SCENE_VIEW_WORDS: Readonly<Record<SceneView, string>> = {
  map: 'Map',
  topics: 'Topics',
  coauthors: 'Co-authors',
  records: 'Records',
  all: 'Whole dashboard',
};

/** A part of the filter as the audience reads it. */
export interface FilterWord {
  readonly key: string;
  readonly words: string;
  readonly isExcluded: boolean;
}

/** The filter's parts in words, in the order of its chips. */
export function filterWords(explorer: Explorer): FilterWord[] {
  return filterChips(explorer).map((chip) =>
    chip.kind === 'mode'
      ? { key: chip.key, words: `${chip.mode} of ${chip.words}`, isExcluded: false }
      : {
          key: chip.kind === 'threshold' ? `${chip.key}=${chip.label}` : chip.key,
          words: `${chip.word} ${chip.label}`,
          isExcluded: chip.excluded,
        },
  );
}

/** Keys that change what is drawn where, rather than how many there are. */
const MOVES_MARKS = /^(?:focus\.|projection$|colour$|classes$|table$|record$|topics$)/;

/**
 * Whether the marks of the map stay where they are from one scene to the next, so that they can change colour under
 * the eyes of the audience; else one picture gives way to another.
 */
export function changesInPlace(before: Scene, after: Scene): boolean {
  if (before.view !== 'map' || after.view !== 'map') return false;
  const shape = ({ query }: Scene) =>
    [...new URLSearchParams(query)]
      .filter(([key]) => MOVES_MARKS.test(key))
      .map(String)
      .sort()
      .join('&');
  return shape(before) === shape(after);
}
