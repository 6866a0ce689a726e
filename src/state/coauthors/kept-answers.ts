/** Answers to suggestions, kept in the tab: whoever gives some and goes on reading finds them again. */
import type { Dataset } from '../../model/dataset.ts';
import type { LikelyDuplicate } from '../../model/report.ts';
import type { DuplicateAnswer } from './authors-csv.ts';
import { keepInTab, keptInTab } from '../page/tab-storage.ts';

export type Answers = ReadonlyMap<LikelyDuplicate, DuplicateAnswer>;

/** Without a reload, and where the browser keeps nothing. */
const inMemory = new WeakMap<Dataset, Answers>();

const placeOf = ({ title, recordCount }: Dataset) => `whereabouts answers ${recordCount} ${title}`;
const keyOf = ({ names, sameAs, record }: LikelyDuplicate) => JSON.stringify([names, sameAs, record]);

export function keepAnswers(dataset: Dataset, answers: Answers): void {
  inMemory.set(dataset, answers);
  const told = [...answers].map(([suggestion, answer]) => [keyOf(suggestion), answer]);
  keepInTab(placeOf(dataset), JSON.stringify(told));
}

/** Those of the dataset's suggestions that were answered; what was kept of others is left out. */
export function keptAnswers(dataset: Dataset): Answers {
  const known = inMemory.get(dataset);
  if (known) return known;
  const told = new Map(readPairs(keptInTab(placeOf(dataset))));
  const suggestions = dataset.report.likelyDuplicates?.shown ?? [];
  return new Map(
    suggestions.flatMap((suggestion) => {
      const answer = told.get(keyOf(suggestion));
      return answer === 'same' || answer === 'distinct' ? [[suggestion, answer] as const] : [];
    }),
  );
}

/** Storage is open to all pages of an origin: what stands there need not be ours. */
function readPairs(text: string | null): (readonly [unknown, unknown])[] {
  try {
    const json: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(json) ? json.filter(Array.isArray).map((pair) => [pair[0], pair[1]] as const) : [];
  } catch {
    return [];
  }
}
