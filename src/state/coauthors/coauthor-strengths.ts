/** Link strengths of all authors; the code for them is loaded with what shows them, not with the explorer. */
import type { Coauthorship } from '../../filter/coauthors/coauthor-tally.ts';
import { coauthorshipOf } from '../../filter/coauthors/coauthorship-of.ts';
import type { Explorer } from '../explorer.svelte.ts';

/** Over the records that pass every clause but the authors' own. */
export const coauthorStrengths = (explorer: Explorer): Coauthorship =>
  coauthorshipOf(explorer.engine(), explorer.dataset);
