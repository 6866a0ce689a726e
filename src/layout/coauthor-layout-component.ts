/**
 * The layout of one connected component. A team of which everybody wrote with everybody, and a hub whose people
 * have no other link, are drawn as rings; everything else by forces, in which a hub and those of its people who have
 * no other link move as one disc, so that the others come to lie on its outer side.
 */
import type { GraphPart } from './coauthor-layout-parts.ts';
import { ringsAround, teamRings, type Rosette } from './coauthor-layout-rosette.ts';
import { startPositions } from './force-start.ts';
import { ForceLayout, ROOM, type ForceGraph } from './force.ts';

/** Space between two discs of a component, layout units. */
export const DISC_GAP = 0.5;

/** The most that a hub with its people pushes, however many: what hangs on it by a thread stays near. */
const RINGS_CHARGE_LIMIT = 1500;

/** Ticks by number of nodes: what is large gets fewer, its start being good already. */
const TICKS: readonly (readonly [nodes: number, ticks: number])[] = [
  [500, 300],
  [3000, 240],
  [10_000, 180],
  [Infinity, 120],
];

/** One component under way. */
export interface ComponentLayout {
  /** Positions by node of the part, layout units, around anywhere. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** How much is done, 0 to 1. */
  readonly share: number;
  readonly done: boolean;
  /** A small piece of work; afterwards x and y are up to date. */
  step(): void;
}

/**
 * Begins the layout that fits the component's form.
 * @param aspect width by height that a loosely linked component spreads to; 1 is round
 * @param centre node of the part in the middle of a team; -1 for nobody
 */
export function layoutComponent(part: GraphPart, aspect: number, centre = -1): ComponentLayout {
  const rings = ringsOf(part, centre);
  return rings
    ? { x: rings.x, y: rings.y, share: 1, done: true, step: () => undefined }
    : new ForcedComponent(part, aspect);
}

/** The rings of a component that is one team or one hub, or undefined. */
function ringsOf({ node, source, radius, hubCount }: GraphPart, centre: number): Rosette | undefined {
  const nodeCount = node.length;
  if (hubCount === 0 && source.length === (nodeCount * (nodeCount - 1)) / 2) {
    return centre < 0 ? teamRings(radius, DISC_GAP) : ringsAroundOne(radius, centre);
  }
  if (hubCount !== 1 || source.length !== nodeCount - 1) return undefined;
  const people = ringsAround(radius.subarray(0, nodeCount - 1), radius[nodeCount - 1]!, DISC_GAP);
  return { x: withLast(people.x, 0), y: withLast(people.y, 0), radius: people.radius };
}

/** Everybody around one of them. */
function ringsAroundOne(radius: Float64Array, centre: number): Rosette {
  const others = [...radius.keys()].filter((node) => node !== centre);
  const rings = ringsAround(
    others.map((node) => radius[node]!),
    radius[centre]!,
    DISC_GAP,
  );
  const x = new Float64Array(radius.length);
  const y = new Float64Array(radius.length);
  others.forEach((node, i) => {
    x[node] = rings.x[i]!;
    y[node] = rings.y[i]!;
  });
  return { x, y, radius: rings.radius };
}

const withLast = (values: Float64Array, last: number) => Float64Array.from([...values, last]);

/** A hub with its own people, or any other node by itself. */
interface Body {
  /** Nodes of the part: the one in the middle, then those around it. */
  readonly nodes: readonly number[];
  readonly rings: Rosette | undefined;
}

class ForcedComponent implements ComponentLayout {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly #bodies: readonly Body[];
  readonly #force: ForceLayout;
  #isSettled = false;

  constructor(part: GraphPart, aspect: number) {
    this.x = new Float64Array(part.node.length);
    this.y = new Float64Array(part.node.length);
    this.#bodies = bodiesOf(part);
    const graph = graphOfBodies(part, this.#bodies);
    const area = ROOM * graph.charge.reduce((sum, charge) => sum + charge, 0);
    const nodeCount = this.#bodies.length;
    const start = startPositions({ nodeCount, source: graph.source, target: graph.target, area });
    const tickCount = TICKS.find(([nodes]) => nodeCount <= nodes)![1];
    this.#force = new ForceLayout(graph, start.x, start.y, { tickCount, gap: DISC_GAP, aspect });
    this.#place();
  }

  get share(): number {
    return this.#isSettled ? 1 : this.#force.share * 0.99;
  }

  get done(): boolean {
    return this.#isSettled;
  }

  step(): void {
    if (this.#isSettled) return;
    if (this.#force.done) this.#isSettled = this.#force.settle();
    else this.#force.tick();
    this.#place();
  }

  #place(): void {
    this.#bodies.forEach(({ nodes, rings }, body) => {
      const x = this.#force.x[body]!;
      const y = this.#force.y[body]!;
      this.x[nodes[0]!] = x;
      this.y[nodes[0]!] = y;
      for (let i = 1; i < nodes.length; i++) {
        this.x[nodes[i]!] = x + rings!.x[i - 1]!;
        this.y[nodes[i]!] = y + rings!.y[i - 1]!;
      }
    });
  }
}

/** Gathers each hub's people without another link around it. */
function bodiesOf(part: GraphPart): Body[] {
  const nodeCount = part.node.length;
  const firstHub = nodeCount - part.hubCount;
  const linkCount = new Uint32Array(nodeCount);
  for (const node of part.source) linkCount[node]! += 1;
  for (const node of part.target) linkCount[node]! += 1;
  const ownPeople = new Map<number, number[]>();
  for (let hub = firstHub; hub < nodeCount; hub++) ownPeople.set(hub, []);
  part.target.forEach((hub, e) => {
    const person = part.source[e]!;
    if (linkCount[person] === 1) ownPeople.get(hub)?.push(person);
  });
  const gathered = new Set([...ownPeople.values()].flat());
  const bodies: Body[] = [];
  for (let node = 0; node < nodeCount; node++) {
    if (gathered.has(node)) continue;
    const people = ownPeople.get(node) ?? [];
    const radii = people.map((person) => part.radius[person]!);
    const rings = people.length > 0 ? ringsAround(radii, part.radius[node]!, DISC_GAP) : undefined;
    bodies.push({ nodes: [node, ...people], rings });
  }
  return bodies;
}

/** The links between bodies; a body of several nodes has their charges together. */
function graphOfBodies(part: GraphPart, bodies: readonly Body[]): ForceGraph {
  const bodyOfNode = new Uint32Array(part.node.length);
  bodies.forEach(({ nodes }, body) => nodes.forEach((node) => (bodyOfNode[node] = body)));
  const kept: number[] = [];
  part.source.forEach((source, e) => {
    if (bodyOfNode[source] !== bodyOfNode[part.target[e]!]) kept.push(e);
  });
  return {
    source: Uint32Array.from(kept, (e) => bodyOfNode[part.source[e]!]!),
    target: Uint32Array.from(kept, (e) => bodyOfNode[part.target[e]!]!),
    weight: Float64Array.from(kept, (e) => part.weight[e]!),
    radius: Float64Array.from(bodies, ({ nodes, rings }) => rings?.radius ?? part.radius[nodes[0]!]!),
    charge: Float64Array.from(bodies, ({ nodes }) => {
      // a disc's area is in proportion to its records, and so is its push
      const area = nodes.reduce((sum, node) => sum + part.radius[node]! * part.radius[node]!, 0);
      return nodes.length === 1 ? area : area / (1 + area / RINGS_CHARGE_LIMIT);
    }),
  };
}
