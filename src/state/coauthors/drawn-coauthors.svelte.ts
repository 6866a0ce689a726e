/** What is drawn of the co-author graph: who, which links, how strong, in which colours. */
import { edgeStrengths, type EdgeStrengths } from '../../layout/coauthors/coauthor-graph.ts';
import { drawnGraph, type DrawnGraph } from '../../layout/coauthors/drawn-graph.ts';
import {
  atLeast,
  linkStrengths,
  strengthSteps,
  widthClass,
  type StrengthStep,
} from '../../layout/coauthors/link-strength.ts';
import { strengthOccurrences } from '../../layout/coauthors/strength-occurrences.ts';
import { strongestEdges } from '../../layout/coauthors/strongest-edges.ts';
import { AUTHOR_FACET } from '../../model/dataset.ts';
import { communityGroups, conceptGroups, type AuthorGroups } from './author-groups.ts';
import type { ArrangedGraph, CoauthorPicture } from './coauthor-picture.svelte.ts';
import type { Explorer } from '../explorer.svelte.ts';

/** More links are a grey ball: then the strongest are drawn, and the panel says so. */
export const LINK_LIMIT = 15_000;
/** So many links that no active record is behind are hinted at; more would be a grey haze. */
const FAINT_LIMIT = 20_000;

/** Shown by an active record. */
export const ACTIVE = 1;
export const INCLUDED = 2;
export const EXCLUDED = 4;
/** Not drawn: has no drawn link, and such are left out. */
export const HIDDEN = 8;

/** A graph, with what it was made for where it may be another than the one that is asked for. */
type DrawnPicture = Pick<CoauthorPicture, 'arranged' | 'graph'> & Partial<Pick<CoauthorPicture, 'madeFor'>>;

export class DrawnCoauthors {
  readonly #explorer: Explorer;
  readonly #picture: DrawnPicture;

  constructor(explorer: Explorer, picture: DrawnPicture) {
    this.#explorer = explorer;
    this.#picture = picture;
  }

  readonly #arranged = $derived.by(() => this.#picture.arranged);
  // positions change many times while they are arranged; what follows hangs on the graph alone
  readonly #graph = $derived.by(() => this.#picture.graph);
  readonly #communities = $derived(this.#arranged?.communities ?? null);
  // a large graph takes long: the other views are painted first
  readonly #passes = $derived.by(() =>
    this.#explorer.later(() => this.#explorer.engine().passesElsewhere(AUTHOR_FACET)),
  );
  readonly #counts = $derived.by(() => this.#explorer.later(() => this.#explorer.countsFor(AUTHOR_FACET)));
  readonly #counting = $derived.by(() => this.#explorer.coauthors.strength);
  readonly #minStrength = $derived.by(() => this.#explorer.coauthors.minStrength);
  readonly #hideAlone = $derived.by(() => this.#explorer.coauthors.hideAlone);
  readonly #color = $derived.by(() => this.#explorer.coauthors.color);

  readonly #edges = $derived.by<EdgeStrengths>(() =>
    this.#graph
      ? edgeStrengths(this.#graph, this.#passes)
      : { records: new Uint32Array(), fractional: new Float64Array() },
  );
  readonly #strength = $derived.by(() =>
    this.#graph ? linkStrengths(this.#graph, this.#edges, this.#counting) : new Uint32Array(),
  );
  readonly #kept = $derived.by(() => atLeast(this.#strength, this.#minStrength));
  readonly #occurrences = $derived.by(() => strengthOccurrences(this.#strength));
  readonly #keptOccurrences = $derived.by(() =>
    this.#kept === this.#strength ? this.#occurrences : strengthOccurrences(this.#kept),
  );
  readonly #steps = $derived.by(() => strengthSteps(this.#occurrences));
  readonly #drawnEdges = $derived.by(() => strongestEdges(this.#kept, LINK_LIMIT, this.#keptOccurrences));
  readonly #widths = $derived.by(() => {
    const kept = this.#kept;
    const widths = new Uint8Array(kept.length);
    // only what is drawn has a width
    for (const edge of this.#drawnEdges) widths[edge] = widthClass(kept[edge]!, this.#counting);
    return widths;
  });
  readonly #faint = $derived.by(() => {
    const { records } = this.#edges;
    const count = records.length - this.#occurrences.total;
    const faint = new Uint32Array(this.#hideAlone || count > FAINT_LIMIT ? 0 : count);
    for (let edge = 0, length = 0; length < faint.length; edge++) {
      if (records[edge] === 0) faint[length++] = edge;
    }
    return faint;
  });
  readonly #states = $derived.by(() => this.#statesOfNodes());
  readonly #groups = $derived.by(() => this.#groupsOfNodes());

  get arranged(): ArrangedGraph | null {
    return this.#arranged;
  }
  /** Whether there is a graph, arranged or not: links can be counted before anybody has a place. */
  get isMade(): boolean {
    return this.#graph !== null;
  }
  /** The kept edges that are painted. */
  get drawnEdges(): Uint32Array {
    return this.#drawnEdges;
  }
  /** By edge, the class of its width. */
  get widths(): Uint8Array {
    return this.#widths;
  }
  /** Links that no active record is behind; none where they are more than {@link FAINT_LIMIT}. */
  get faintEdges(): Uint32Array {
    return this.#faint;
  }
  /** Links with an active record, and those of them that are strong enough. */
  get linkCount(): number {
    return this.#occurrences.total;
  }
  get keptCount(): number {
    return this.#keptOccurrences.total;
  }
  /** What the slider can stand on. */
  get steps(): readonly StrengthStep[] {
    return this.#steps;
  }
  /** By node: {@link ACTIVE}, {@link INCLUDED}, {@link EXCLUDED} and {@link HIDDEN}, added up. */
  get states(): Uint8Array {
    return this.#states;
  }
  /** What the colours mean. */
  get groups(): AuthorGroups {
    return this.#groups;
  }
  /** Active records by author. */
  get records(): ArrayLike<number> {
    return this.#counts.records;
  }
  /** Whether a hub's record is among those that count. */
  get passes(): (record: number) => boolean {
    return this.#passes;
  }
  /** Records with more authors are hubs in this graph, while another is arranged too. */
  get hubLimit(): number {
    return this.#picture.madeFor?.maxPairAuthors ?? this.#explorer.coauthors.maxPairAuthors;
  }
  /** Whether the numbers are those of former settings, since the graph that is asked for is not there yet. */
  get isFormer(): boolean {
    const { madeFor } = this.#picture;
    if (!madeFor) return false;
    const { around, steps, hideAlone, maxPairAuthors } = this.#explorer.coauthors;
    return (
      madeFor.around !== around ||
      (around !== null && madeFor.steps !== steps) ||
      madeFor.hideAlone !== hideAlone ||
      madeFor.maxPairAuthors !== maxPairAuthors
    );
  }
  /** Records that are drawn as hubs now. */
  get hubCount(): number {
    const { hubCount = 0, nodeCount = 0 } = this.#graph ?? {};
    const hubs = this.#states.subarray(nodeCount - hubCount);
    return hubs.reduce((count, state) => count + ((state & (ACTIVE | HIDDEN)) === ACTIVE ? 1 : 0), 0);
  }

  /** The authors of a coloured group who are drawn and have an active record. */
  peopleOf(group: number): number[] {
    return this.#authorsWhere((node) => this.#groups.ofNode[node] === group && this.#isDrawn(node));
  }
  /** How many authors are drawn and have an active record. */
  get peopleCount(): number {
    return this.#authorsWhere((node) => this.#isDrawn(node)).length;
  }
  /** How many of them have no colour of their own. */
  get otherPeople(): number {
    return this.#groups.groups.reduce((rest, { people }) => rest - people, this.peopleCount);
  }
  /** How many drawn links end at an author. */
  drawnLinksOf(author: number): number {
    const graph = this.#graph;
    const node = graph?.nodeOfAuthor[author] ?? -1;
    if (!graph || node < 0) return 0;
    return this.#drawnEdges.reduce(
      (count, e) => count + (graph.edgeSource[e] === node || graph.edgeTarget[e] === node ? 1 : 0),
      0,
    );
  }
  /** The community of an author of this graph, or -1 while it is not known. */
  communityOf(author: number): number {
    const node = this.#graph?.nodeOfAuthor[author] ?? -1;
    return node < 0 ? -1 : (this.#communities?.community[node] ?? -1);
  }
  /** The authors of a community who are in this graph and have an active record. */
  membersOf(community: number): number[] {
    return this.#authorsWhere((node) => this.#communities?.community[node] === community);
  }

  #isDrawn(node: number): boolean {
    return (this.#states[node]! & (ACTIVE | HIDDEN)) === ACTIVE;
  }

  #authorsWhere(isWanted: (node: number) => boolean): number[] {
    const graph = this.#graph;
    if (!graph) return [];
    const authors: number[] = [];
    graph.authorOfNode.forEach((author, node) => {
      if (author >= 0 && this.#counts.records[author]! > 0 && isWanted(node)) authors.push(author);
    });
    return authors;
  }

  /** All that is drawn as plain values, for files; null until it is arranged. */
  asGraph(): DrawnGraph | null {
    if (!this.#arranged) return null;
    const { graph, positions, radius, communities } = this.#arranged;
    return drawnGraph({
      graph,
      positions,
      radius,
      communities,
      activeRecords: this.#counts.records,
      isDrawn: (node) => this.#isDrawn(node),
      edges: this.#drawnEdges,
      records: this.#edges.records,
      fractional: this.#edges.fractional,
      groupOfNode: this.#groups.ofNode,
      groups: this.#groups.groups.map(({ name, people }, i) => ({ name, people, color: `--team-${i + 1}` })),
      otherColor: '--team-other',
    });
  }

  #statesOfNodes(): Uint8Array {
    const graph = this.#graph;
    if (!graph) return new Uint8Array();
    const clause = this.#explorer.later(() => this.#explorer.filter.clauses.get(AUTHOR_FACET));
    const { records } = this.#counts;
    const passes = this.#passes;
    const states = new Uint8Array(graph.nodeCount);
    for (let node = 0; node < states.length; node++) {
      const author = graph.authorOfNode[node]!;
      if (author < 0) states[node] = passes(graph.recordOfNode[node]!) ? ACTIVE : 0;
      else states[node] = records[author]! > 0 ? ACTIVE : 0;
    }
    const mark = (authors: Iterable<number>, state: number) => {
      for (const author of authors) {
        const node = graph.nodeOfAuthor[author] ?? -1;
        if (node >= 0) states[node] = (states[node]! & ACTIVE) + state;
      }
    };
    mark(clause?.included ?? [], INCLUDED);
    mark(clause?.excluded ?? [], EXCLUDED); // which wins
    if (!this.#hideAlone) return states;
    const linked = new Uint8Array(graph.nodeCount);
    this.#kept.forEach((strength, e) => {
      if (strength > 0) linked[graph.edgeSource[e]!] = linked[graph.edgeTarget[e]!] = 1;
    });
    return states.map((state, node) =>
      linked[node] === 1 || (state & (INCLUDED | EXCLUDED)) !== 0 ? state : state | HIDDEN,
    );
  }

  #groupsOfNodes(): AuthorGroups {
    const graph = this.#graph;
    if (!graph) return { ofNode: new Int8Array(), groups: [] };
    const explorer = this.#explorer;
    const isShown = (node: number) => this.#isDrawn(node);
    const facet = this.#color === 'place' ? explorer.placeFacet : explorer.topicFacet;
    return this.#color === 'community' || !facet
      ? communityGroups(explorer, graph, this.#communities, isShown)
      : conceptGroups(explorer, facet, graph, this.#passes, isShown);
  }
}
