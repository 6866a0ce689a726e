/** What a figure is made from, without a browser: boundaries from their files, type measured by its length. */
import { readFileSync } from 'node:fs';
import type { FigureInput } from '../../src/export/figure/figure.ts';
import { layoutCoauthors } from '../../src/layout/coauthors/coauthor-layout.ts';
import { communitiesOf } from '../../src/layout/coauthors/communities.ts';
import { nodeRadii } from '../../src/layout/coauthors/coauthor-layout-parts.ts';
import { buildCoauthorGraph } from '../../src/layout/coauthors/coauthor-graph.ts';
import { readRegions } from '../../src/layout/map/country-map.ts';
import { World } from '../../src/layout/map/world.ts';
import type { RegionTopology, WorldTopology } from '../../src/model/boundary-files.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import { DrawnCoauthors } from '../../src/state/coauthors/drawn-coauthors.svelte.ts';
import { Explorer } from '../../src/state/explorer.svelte.ts';

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

export const world = new World(readJson('public/geo/world.topo.json') as WorldTopology);

/**
 * @param query the state, as a link has it
 * @param file that the dataset was opened from; null for the page's own
 */
export function figureInput(dataset: Dataset, query = '', file: Explorer['file'] = null): FigureInput {
  const explorer = new Explorer(dataset, query, undefined, undefined, file);
  const facet = explorer.placeFacet;
  const focus = facet === undefined ? undefined : explorer.focusOf(facet);
  const country = facet === undefined || focus === undefined ? '' : explorer.places(facet).countryOf(focus);
  const { maxPairAuthors } = explorer.coauthors;
  const graph = buildCoauthorGraph(dataset.records, dataset.authors.family.length, maxPairAuthors);
  return {
    explorer,
    world,
    regions:
      country === ''
        ? null
        : readRegions(country, readJson(`public/geo/admin1/${country}.topo.json`) as RegionTopology),
    graph:
      graph.nodeCount === 0
        ? null
        : new DrawnCoauthors(explorer, {
            graph,
            arranged: {
              graph,
              radius: nodeRadii(graph),
              positions: layoutCoauthors(graph, 1.5),
              communities: communitiesOf(graph),
            },
          }),
    measure: (line, sizePx) => line.length * sizePx * 0.55,
    facts: {
      link: file ? '' : `https://example.org/map/${query === '' ? '' : `?${query}`}`,
      query: explorer.query(''),
      exported: '2026-11-22',
    },
  };
}
