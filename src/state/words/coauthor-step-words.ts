/** What a step asked of the co-author graph, in words for the history list. */
import { AUTHOR_FACET } from '../../model/dataset.ts';
import type { ViewState } from '../../share/view-state.ts';
import type { Explorer } from '../explorer.svelte.ts';
import { distinctName } from './namesakes.ts';

/** "Show who is around Grace Hopper", "links of at least 2"; nothing where nothing changed. */
export function coauthorSteps(explorer: Explorer, from: ViewState, to: ViewState): string[] {
  const [was, is] = [from.coauthors, to.coauthors];
  const name = (author: number) => distinctName(explorer, AUTHOR_FACET, author);
  const parts: string[] = [];
  const tell = (changed: boolean, words: string) => {
    if (changed) parts.push(words);
  };
  tell(
    was.around !== is.around,
    is.around === null ? 'show everybody’s links' : `show who is around ${name(is.around)}`,
  );
  tell(was.steps !== is.steps, is.steps === 2 ? 'and their co-authors' : 'direct co-authors alone');
  tell(was.strength !== is.strength, `links by ${is.strength} counting`);
  tell(
    was.minStrength !== is.minStrength,
    is.minStrength === 0 ? 'links of any strength' : `links of at least ${is.minStrength}`,
  );
  tell(was.hideAlone !== is.hideAlone, `people without a link ${is.hideAlone ? 'hidden' : 'shown'}`);
  tell(was.maxPairAuthors !== is.maxPairAuthors, `hubs from more than ${is.maxPairAuthors} authors`);
  tell(was.color !== is.color, `people coloured by ${is.color}`);
  tell(
    from.openAuthor !== to.openAuthor,
    to.openAuthor === null ? 'close the profile' : `profile of ${name(to.openAuthor)}`,
  );
  return parts;
}
