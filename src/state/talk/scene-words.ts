/** Scenes in words, and what changes from one to the next. */
import { AUTHOR_FACET, type FacetId } from '../../model/dataset.ts';
import type { Scene, SceneView } from '../../model/scene.ts';
import { filterChips } from '../words/filter-chips.ts';
import { filterWords as captionWords } from '../words/filter-words.ts';
import type { Explorer } from '../explorer.svelte.ts';
import { distinctName } from '../words/namesakes.ts';

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

/** The filter's parts in words, in the order of its chips, and what it is compared with. */
export function filterWords(explorer: Explorer): FilterWord[] {
  const filter = filterChips(explorer).map((chip) =>
    chip.kind === 'mode'
      ? { key: chip.key, words: `${chip.mode} of ${chip.words}`, isExcluded: false }
      : {
          key: chip.kind === 'threshold' ? `${chip.key}=${chip.label}` : chip.key,
          words: `${chip.word} ${chip.label}`,
          isExcluded: chip.excluded,
        },
  );
  if (!explorer.reference) return filter;
  const words = `compared with ${captionWords(explorer, undefined, explorer.reference)}`;
  return [...filter, { key: words, words, isExcluded: false }];
}

/**
 * What a scene is called that nobody has named yet: the place that is looked into, around whom, and the whole filter;
 * else the dataset. Places and authors of the filter stand by themselves, as an audience reads them, unless another
 * stands before them.
 * @param limit characters; a longer title ends in "…"
 */
export function sceneTitle(explorer: Explorer, limit: number): string {
  const { placeFacet, coauthors, dataset } = explorer;
  const focus = placeFacet === undefined ? undefined : explorer.focusOf(placeFacet);
  const { around } = coauthors;
  const isPlain = (facet: FacetId) =>
    facet === AUTHOR_FACET ? around === null : facet === placeFacet && focus === undefined;
  const parts = [
    focus === undefined ? '' : distinctName(explorer, placeFacet!, focus),
    around === null ? '' : `around ${distinctName(explorer, AUTHOR_FACET, around)}`,
    captionWords(explorer, isPlain),
    explorer.reference ? `against ${captionWords(explorer, isPlain, explorer.reference)}` : '',
  ].filter((part) => part !== '');
  const title = parts.length === 0 ? dataset.title : parts.join(', ');
  return title.length <= limit ? title : `${title.slice(0, limit - 1)}…`;
}

/** Keys that change what is drawn where, rather than how many there are. */
const MOVES_MARKS = /^(?:focus\.|projection$|colour$|classes$|table$|record$|topics$)/;

/**
 * Whether the marks of the map stay where they are from one scene to the next, so that they can change colour under
 * the eyes of the audience, or move together as a flat map is zoomed; else one picture gives way to another.
 */
export function changesInPlace(before: Scene, after: Scene): boolean {
  if (before.view !== 'map' || after.view !== 'map') return false;
  const shape = ({ query }: Scene) => {
    const params = new URLSearchParams(query);
    const isGlobe = params.get('projection') === 'globe';
    return [...params]
      .filter(([key]) => MOVES_MARKS.test(key) || (isGlobe && key === 'at'))
      .map(String)
      .sort()
      .join('&');
  };
  return shape(before) === shape(after);
}
