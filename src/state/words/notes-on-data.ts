/** What the button is called that tells how the data were read. */
import { formatCount } from '../../layout/text/number-format.ts';
import type { Dataset } from '../../model/dataset.ts';

/** "59" and " notes on the data", "1" and " note on the data"; "" and "The data" where there is nothing to note. */
export function notesOnData({ problems }: Pick<Dataset, 'problems'>): { count: string; words: string } {
  return problems.length > 0
    ? {
        count: formatCount(problems.length),
        words: problems.length === 1 ? ' note on the data' : ' notes on the data',
      }
    : { count: '', words: 'The data' };
}
