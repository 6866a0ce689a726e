/** The tooltip of a hub: a record with so many authors that it is drawn as one team. */
import { countOf, formatCount } from '../../layout/text/number-format.ts';
import type { RecordIndex } from '../../model/dataset.ts';
import type { Explorer } from '../explorer.svelte.ts';
import type { TooltipContent } from '../surface.svelte.ts';

export function describeHub(explorer: Explorer, record: RecordIndex): TooltipContent {
  const { authorOffset, title } = explorer.dataset.records;
  const authors = authorOffset[record + 1]! - authorOffset[record]!;
  return {
    title: title.at(record),
    context: `team of ${countOf(authors, 'author')}`,
    rows: [{ label: 'Pairs', value: formatCount((authors * (authors - 1)) / 2) }],
    note: 'Drawn as one hub with a spoke to each author instead of a line for every pair. Click to open the record.',
  };
}
