import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { range, recordsOf } from './coauthor-graph-fixture.ts';
import { buildCoauthorGraph } from './coauthor-graph.ts';
import { communitiesOf } from './communities.ts';

const AUTHORS = 16;
const anyBylines = fc.array(fc.array(fc.nat(AUTHORS - 1), { maxLength: 8 }), { maxLength: 16 });
const graphOf = (bylines: readonly number[][], maxPairs = 4) =>
  buildCoauthorGraph(recordsOf(bylines), AUTHORS, maxPairs);

describe('communities', () => {
  it('part two teams that one record ties, and are named after who is linked most', () => {
    const team = (people: number[]) => [people, people, people];
    const graph = graphOf([...team([0, 1, 2, 3]), ...team([4, 5, 6]), [2, 5], [7]], 30);
    const { community, people, strongest } = communitiesOf(graph);
    expect([...community]).toEqual([0, 0, 0, 0, 1, 1, 1, 2]);
    expect([...people]).toEqual([4, 3, 1]);
    expect([...strongest]).toEqual([2, 5, 7]);
  });

  it('put a team drawn as a hub together, its hub with it', () => {
    const graph = graphOf([range(0, 9), [9, 10], [9, 11]]);
    const { community, people } = communitiesOf(graph);
    expect(new Set(community.subarray(0, 9))).toEqual(new Set([0]));
    expect(community[graph.nodeCount - 1]).toBe(0);
    expect([...people]).toEqual([9, 3]);
  });

  it('of nobody are none', () => {
    expect(communitiesOf(graphOf([])).people.length).toBe(0);
  });

  it('of any graph never reach over two components, hold everybody once, and come out the same again', () => {
    fc.assert(
      fc.property(anyBylines, (bylines) => {
        const graph = graphOf(bylines);
        const found = communitiesOf(graph);
        expect(communitiesOf(graph)).toEqual(found);
        const { community, people, strongest } = found;
        const firstHub = graph.nodeCount - graph.hubCount;
        const componentOf = new Map<number, number>();
        const counted = new Uint32Array(people.length);
        community.forEach((own, node) => {
          if (node < firstHub) counted[own]! += 1;
          const component = componentOf.get(own) ?? graph.component[node]!;
          expect(graph.component[node]).toBe(component);
          componentOf.set(own, component);
        });
        expect(counted).toEqual(people);
        expect([...people]).toEqual([...people].sort((a, b) => b - a));
        strongest.forEach((author, own) => expect(community[graph.nodeOfAuthor[author]!]).toBe(own));
      }),
    );
  });
});
