/** Finds places and likely duplicates of names: in the second thread, or in the only one. */
import type { Beside } from '../../src/ingest/beside.ts';
import type { TaggedPath } from '../../src/ingest/parsed-record.ts';
import { parsePlaceOverrides } from '../../src/ingest/places/place-overrides.ts';
import { PlaceFinder, type ResolvedPlaces } from '../../src/ingest/places/resolve-all-places.ts';
import { readAuthorList } from '../../src/ingest/authors/settle-authors.ts';
import { answerNames, type NameQuestion, type Suggestions } from '../../src/ingest/authors/suggestions.ts';
import { openGazetteer } from '../gazetteer/gazetteer.ts';
import type { Lists } from './beside-messages.ts';
import { turn } from './turn.ts';

/** So many places are looked up at a time: some hundredths of a second. */
const AT_ONCE = 400;

/** Answers each question once. */
export class Answers implements Beside {
  readonly #lists: Lists;
  #finder: PlaceFinder | undefined;
  /** The places that were asked for: the dataset cannot be laid out without them, and can without suggestions. */
  #places: Promise<ResolvedPlaces> | undefined;

  constructor(lists: Lists) {
    this.#lists = lists;
    const { overrides } = parsePlaceOverrides(lists.overrides?.name ?? '', lists.overrides?.text ?? '');
    this.#finder = new PlaceFinder({ gazetteer: openGazetteer(), overrides });
  }

  /** Looks some of the places up that will be asked for. */
  prepare(places: readonly TaggedPath[]): void {
    this.#finder?.prepare(places);
  }

  places(paths: readonly TaggedPath[]): Promise<ResolvedPlaces> {
    this.#places = this.#find(paths);
    return this.#places;
  }

  async suggestions(names: NameQuestion): Promise<Suggestions> {
    // a fault of theirs is told by themselves
    await this.#places?.catch(() => undefined);
    await turn();
    const { identities } = readAuthorList(this.#lists.authors);
    return answerNames(names, identities);
  }

  async #find(paths: readonly TaggedPath[]): Promise<ResolvedPlaces> {
    const finder = this.#finder!;
    // its memory is not needed any more
    this.#finder = undefined;
    for (let from = 0; from < paths.length; from += AT_ONCE) {
      await turn();
      finder.prepare(paths.slice(from, from + AT_ONCE));
    }
    return finder.resolve(paths);
  }
}
