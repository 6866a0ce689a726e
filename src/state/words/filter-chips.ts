/** Every part of the filter as a chip that can be read and removed. */
import { countOf, formatScore } from '../../layout/text/number-format.ts';
import { AUTHOR_FACET, facetById, type FacetId } from '../../model/dataset.ts';
import {
  clauseOf,
  minScoreOf,
  type ClauseMode,
  type FilterState,
} from '../../filter/passing/filter-state.ts';
import type { Explorer } from '../explorer.svelte.ts';
import { presenceInWords } from './presence-words.ts';
import type { TextAnswer } from '../search/text-answers.svelte.ts';
import { runInWords, runsOf } from './year-runs.ts';

interface ChipWords {
  readonly key: string;
  /** The word before the name: "place", "not technology", "score". */
  readonly word: string;
  readonly label: string;
  /** Everything, for the hover title: the whole path. */
  readonly title: string;
  readonly excluded: boolean;
  /** What else is known of it: how many records it keeps. */
  readonly note?: string;
}

export type FilterChip =
  // one node, or years that follow each other
  | ({ readonly kind: 'node'; readonly facet: FacetId; readonly nodes: readonly number[] } & ChipWords)
  | ({ readonly kind: 'threshold'; readonly facet: FacetId } & ChipWords)
  | ({ readonly kind: 'presence'; readonly facet: FacetId } & ChipWords)
  | ({ readonly kind: 'complete' } & ChipWords)
  | ({ readonly kind: 'text'; readonly text: string; readonly answer: TextAnswer['kind'] } & ChipWords)
  | ({ readonly kind: 'more'; readonly facet: FacetId; readonly nodes: readonly number[] } & ChipWords)
  | {
      readonly kind: 'mode';
      readonly key: string;
      readonly facet: FacetId;
      readonly mode: ClauseMode;
      /** "2 places", "1990s, 2004–2006": what the mode speaks of. */
      readonly words: string;
    };

/**
 * The chips in the order of the facets; a facet with several included values tells how they combine.
 * @param alone so many values of a facet may have a chip of their own in the bar: more would push the views down
 * under the pointer that chose them, and share one chip. Captions name them.
 * @param filter another than the present one
 */
export function filterChips(
  explorer: Explorer,
  alone = Infinity,
  filter: FilterState = explorer.filter,
): FilterChip[] {
  const facets = [...explorer.dataset.facets.map((facet) => facet.id), AUTHOR_FACET];
  const chips = facets.flatMap((facet) => facetChips(explorer, filter, facet, alone));
  if (filter.completeOnly) {
    const title = 'Only records of which the source hid no tags';
    chips.push({
      kind: 'complete',
      key: 'complete',
      word: 'only',
      label: 'complete tag lists',
      title,
      excluded: false,
    });
  }
  chips.push(...filter.texts.map((text) => textChip(text, explorer.texts.answerTo(text))));
  return chips;
}

function textChip(text: string, answer: TextAnswer): FilterChip {
  const label = `“${text}”`;
  const shared = {
    kind: 'text',
    text,
    answer: answer.kind,
    key: `text/${text}`,
    word: 'text',
    label,
  } as const;
  switch (answer.kind) {
    case 'searching':
      return { ...shared, excluded: false, note: 'searching…', title: `Searching the records for ${label}` };
    case 'fault': {
      const title = `The records could not be searched for ${label}: ${answer.message}`;
      return { ...shared, excluded: true, note: 'not applied', title };
    }
    case 'found': {
      const count = answer.records.length;
      const note = count === 0 ? 'no record' : countOf(count, 'record');
      const title = `${note} of all with every word of ${label}, or its beginning, in title, authors or abstract`;
      return { ...shared, excluded: false, note, title };
    }
  }
}

/** So many included values of a facet are named; the rest are counted. */
const CHIP_LIMIT = 12;
/** So many of the values that share a chip are named on it. */
const NAMED_TOGETHER = 2;

function facetChips(explorer: Explorer, filter: FilterState, facet: FacetId, alone: number): FilterChip[] {
  const { names } = explorer;
  const { included, excluded, mode, tagged } = clauseOf(filter, facet);
  const kind = names.kind(facet);
  const chips: FilterChip[] = [];
  const list = (runs: readonly number[][]) => runs.map((run) => runInWords(explorer, facet, run)).join(', ');
  /** "1990s, 2004–2006 and 3 more". */
  const first = (runs: readonly number[][]) => {
    const more = runs.slice(NAMED_TOGETHER).flat().length;
    return list(runs.slice(0, NAMED_TOGETHER)) + (more > 0 ? ` and ${more} more` : '');
  };
  // a decade among years is more than one of them: they are named, not counted
  const isTime = facet === explorer.timeFacet;
  const put = (runs: readonly number[][], isExcluded: boolean, limit: number): void => {
    const not = isExcluded ? 'not ' : '';
    const chip = (
      as: 'node' | 'more',
      runs: readonly number[][],
      name: string,
      word: string,
      label: string,
      title = list(runs),
    ) =>
      chips.push({
        kind: as,
        facet,
        nodes: runs.flat(),
        key: `${facet}/${name}`,
        word,
        label,
        title,
        excluded: isExcluded,
      });
    if (runs.length > alone) {
      const word = `${not}${isTime ? '' : `${runs.length} `}${plural(kind)}:`;
      chip('more', runs, isExcluded ? 'none' : 'some', word, first(runs));
      return;
    }
    for (const run of runs.slice(0, limit)) {
      const label = runInWords(explorer, facet, run);
      const title = run.length > 1 ? label : names.path(facet, run[0]!).join(' › ');
      chip('node', [run], run.join(), not + kind, label, title);
    }
    const rest = runs.slice(limit);
    if (rest.length > 0) chip('more', rest, 'more', 'and', `${rest.flat().length} more ${plural(kind)}`);
  };
  const chosen = runsOf(explorer, facet, included, mode);
  put(chosen, false, CHIP_LIMIT);
  // "2010–2014" says by itself that any of them will do
  if (chosen.length > 1) {
    chips.push({
      kind: 'mode',
      key: `${facet}/mode`,
      facet,
      mode,
      words: isTime ? first(chosen) : `${included.size} ${plural(kind)}`,
    });
  }
  put(runsOf(explorer, facet, excluded), true, Infinity);
  const minScore = minScoreOf(filter, facet);
  if (tagged) {
    chips.push({
      kind: 'presence',
      facet,
      key: `${facet}/tagged=${tagged}`,
      word: 'with',
      // there may be some below the threshold
      label: `${tagged === 'any' ? 'any' : 'no'} ${kind}${minScore > 0 ? ' that counts' : ''}`,
      title: presenceInWords(explorer, facet, tagged),
      excluded: tagged === 'none',
    });
  }
  if (minScore > 0) {
    const label = `at least ${formatScore(minScore)}`;
    const word = `${facetById(explorer.dataset, facet)?.label.toLowerCase() ?? facet} score`;
    chips.push({
      kind: 'threshold',
      facet,
      key: `${facet}/score`,
      word,
      label,
      title: `${word} ${label}`,
      excluded: false,
    });
  }
  return chips;
}

/** "places", "industries"; a kind that is a plural already ("topics") stays as it is. */
function plural(kind: string): string {
  if (kind.endsWith('s')) return kind;
  return /[^aeiou]y$/.test(kind) ? `${kind.slice(0, -1)}ies` : `${kind}s`;
}
