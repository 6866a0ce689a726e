/** The tooltip of an author in the graph: records, links drawn, and their community. */
import { formatCount } from '../../layout/text/number-format.ts';
import { AUTHOR_FACET } from '../../model/dataset.ts';
import { communityName } from './author-groups.ts';
import { describeNode } from '../words/describe-node.ts';
import type { DrawnCoauthors } from './drawn-coauthors.svelte.ts';
import type { Explorer } from '../explorer.svelte.ts';
import type { TooltipContent } from '../surface.svelte.ts';

export function describeAuthor(explorer: Explorer, drawn: DrawnCoauthors, author: number): TooltipContent {
  const content = describeNode(explorer, AUTHOR_FACET, author);
  const community = drawn.communityOf(author);
  const communities = drawn.arranged?.communities;
  const rows = [...content.rows, { label: 'Drawn links', value: formatCount(drawn.drawnLinksOf(author)) }];
  if (community < 0 || !communities || communities.people[community]! < 2) return { ...content, rows };
  return { ...content, rows, context: `community of ${communityName(explorer, communities, community)}` };
}
