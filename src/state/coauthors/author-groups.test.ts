import { describe, expect, it } from 'vitest';
import { handCounted, PERSON, PLACE } from '../../../tests/filter/hand-counted.ts';
import { syntheticDataset } from '../../../tests/filter/synthetic-dataset.ts';
import { buildCoauthorGraph } from '../../layout/coauthors/coauthor-graph.ts';
import { communitiesOf } from '../../layout/coauthors/communities.ts';
import { AUTHOR_FACET, authorsOf, type Dataset } from '../../model/dataset.ts';
import { communityGroups, conceptGroups, communityName, HUES } from './author-groups.ts';
import { Explorer } from '../explorer.svelte.ts';
import { tableNodes } from '../tables/table-nodes.ts';

const everybody = () => true;
const graphOf = (dataset: Dataset) => buildCoauthorGraph(dataset.records, dataset.authors.family.length);

describe('the colours of communities', () => {
  it('go to the largest, named after their strongest, and none to a person alone', () => {
    const explorer = new Explorer(handCounted);
    const graph = graphOf(handCounted);
    const communities = communitiesOf(graph);
    const { ofNode, groups } = communityGroups(explorer, graph, communities, everybody);
    expect(groups.map(({ people }) => people)).toEqual([3]);
    expect(groups[0]!.name).toMatch(/ and 2 others$/);
    expect(ofNode[graph.nodeOfAuthor[PERSON.group]!]).toBe(-1);
    expect(
      communityName(explorer, communities, communities.community[graph.nodeOfAuthor[PERSON.group]!]!),
    ).toBe(explorer.names.short(AUTHOR_FACET, PERSON.group));
  });

  it('keep a number behind a name that is written from right to left', () => {
    const shortOf = (family: string) => {
      const authors = { ...handCounted.authors, family: handCounted.authors.family.map(() => family) };
      const graph = graphOf(handCounted);
      const explorer = new Explorer({ ...handCounted, authors });
      return communityGroups(explorer, graph, communitiesOf(graph), everybody).groups[0]!.short;
    };
    expect(shortOf('محمد')).toBe('\u2068محمد\u2069');
    expect(shortOf('Zhuang')).toBe('Zhuang');
  });

  it('have the whole name where the family’s is another’s too', () => {
    const dataset = syntheticDataset(300, 5);
    const graph = graphOf(dataset);
    const communities = communitiesOf(graph);
    const shortsAs = (familyOf: (author: number) => string) => {
      const family = dataset.authors.family.map((_, author) => familyOf(author));
      const authors = { family, given: family.map((_, author) => `G${author}`) };
      return communityGroups(new Explorer({ ...dataset, authors }), graph, communities, everybody).groups.map(
        ({ short }) => short,
      );
    };
    const families = shortsAs((author) => `F${author}`);
    expect(families.every((short) => /^F\d+$/.test(short))).toBe(true);
    const strongest = families.map((short) => Number(short.slice(1)));
    const [first, second] = strongest;
    const some = shortsAs((author) => (author === first || author === second ? 'Silva' : `F${author}`));
    expect(some).toEqual([`G${first} Silva`, `G${second} Silva`, ...families.slice(2)]);
  });

  it('are grey until communities are known', () => {
    const graph = graphOf(handCounted);
    const { ofNode, groups } = communityGroups(new Explorer(handCounted), graph, null, everybody);
    expect([...new Set(ofNode), ...groups]).toEqual([-1]);
  });

  it('count those who are shown', () => {
    const dataset = syntheticDataset(300, 5);
    const graph = graphOf(dataset);
    const isShown = (node: number) => node % 3 === 0;
    const { ofNode, groups } = communityGroups(new Explorer(dataset), graph, communitiesOf(graph), isShown);
    expect(groups.length).toBeLessThanOrEqual(HUES);
    groups.forEach(({ people }, group) => {
      const members = [...ofNode.keys()].filter(
        (node) => ofNode[node] === group && isShown(node) && graph.authorOfNode[node]! >= 0,
      );
      expect(people).toBe(members.length);
    });
  });

  it('stay while some of their people are shown, and else go to the largest other', () => {
    const dataset = syntheticDataset(300, 5);
    const graph = graphOf(dataset);
    const communities = communitiesOf(graph);
    const explorer = new Explorer(dataset);
    const all = communityGroups(explorer, graph, communities, everybody);
    expect(all.groups.length).toBe(HUES);
    const isShown = (node: number) => all.ofNode[node] !== 1;
    const some = communityGroups(explorer, graph, communities, isShown);
    const hues = (groups: typeof all) => groups.groups.map(({ name }) => name);
    expect(hues(some).filter((_, hue) => hue !== 1)).toEqual(hues(all).filter((_, hue) => hue !== 1));
    expect(hues(all)).not.toContain(hues(some)[1]);
    const others = all.groups.map(({ people }) => people);
    expect(some.groups[1]!.people).toBeGreaterThan(0);
    expect(some.groups[1]!.people).toBeLessThanOrEqual(Math.min(...others));
  });
});

describe('the colours of places and topics', () => {
  it('are those of most of an author’s records that pass, by a plain count', () => {
    const dataset = syntheticDataset(200, 8);
    const explorer = new Explorer(dataset);
    explorer.setMinScore('geography', 10);
    const facet = explorer.placeFacet!;
    const graph = graphOf(dataset);
    const passes = (record: number) => record % 2 === 0;
    const { ofNode, groups } = conceptGroups(explorer, facet, graph, passes, everybody);
    expect(groups.length).toBe(HUES);
    const { records: all } = explorer.countsFor(facet);
    const ranked = tableNodes(explorer, facet)
      .filter((node) => all[node]! > 0)
      .sort((a, b) => all[b]! - all[a]! || a - b)
      .slice(0, 30);
    const shown = Array.from({ length: dataset.recordCount }, (_, record) =>
      explorer.engine().shownAmong(facet, Uint32Array.of(record)),
    );
    for (const [node, author] of graph.authorOfNode.entries()) {
      if (author < 0) continue;
      const records = shown.filter(
        (_, record) => passes(record) && authorsOf(dataset.records, record).includes(author),
      );
      const counts = ranked.map((place) => records.filter((nodes) => nodes[place] === 1).length);
      const most = Math.max(...counts);
      const best = most === 0 ? -1 : ranked[counts.indexOf(most)]!;
      const group = ofNode[node]!;
      if (group >= 0) expect(groups[group]!.node).toBe(best);
      else expect(groups.map((other) => other.node)).not.toContain(best);
    }
  });

  it('compare what is filtered by, where that is several', () => {
    const explorer = new Explorer(handCounted);
    explorer.includeAny('geography', [PLACE.germany, PLACE.cyprus]);
    const { groups } = conceptGroups(explorer, 'geography', graphOf(handCounted), everybody, everybody);
    expect(groups.length).toBeGreaterThan(0);
    for (const { node } of groups) expect([PLACE.germany, PLACE.cyprus]).toContain(node);
  });
});
