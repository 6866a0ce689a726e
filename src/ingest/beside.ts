/** Work that another thread may do while records are merged: which places and which names are meant. */
import type { TaggedPath } from './parsed-record.ts';
import type { ResolvedPlaces } from './places/resolve-all-places.ts';
import type { NameQuestion, Suggestions } from './authors/suggestions.ts';

/** Answers as `resolveAllPlaces` and `suggestionsOf` do; the gazetteer and the lists are at hand there. */
export interface Beside {
  places(paths: readonly TaggedPath[]): Promise<ResolvedPlaces>;
  suggestions(question: NameQuestion): Promise<Suggestions>;
}
