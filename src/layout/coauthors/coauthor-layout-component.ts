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
  /**
   * Before the first step: the form that a loosely linked component spreads to; round where it is not said.
   * @param aspect width by height, above 0
   */
  spread(aspect: number): void;
  /** A small piece of work; afterwards x and y are up to date. */
  step(): void;
}

/**
 * Begins the layout that fits the component's form.
 * @param centre node of the part in the middle of a team; -1 for nobody
 */
export function layoutComponent(part: GraphPart, centre = -1): ComponentLayout {
  const rings = ringsOf(part, centre);
  return rings
    ? { x: rings.x, y: rings.y, share: 1, done: true, spread: () => undefined, step: () => undefined }
    : new ForcedComponent(part);
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
  /** Of the part: the one in the middle. */
  readonly node: number;
  /** Those around it. */
  readonly people: readonly number[];
  readonly rings: Rosette | undefined;
}

const NOBODY: readonly number[] = [];

class ForcedComponent implements ComponentLayout {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly #bodies: readonly Body[];
  readonly #force: ForceLayout;
  #isSettled = false;

  constructor(part: GraphPart) {
    this.x = new Float64Array(part.node.length);
    this.y = new Float64Array(part.node.length);
    this.#bodies = bodiesOf(part);
    const graph = graphOfBodies(part, this.#bodies);
    const area = ROOM * graph.charge.reduce((sum, charge) => sum + charge, 0);
    const nodeCount = this.#bodies.length;
    const start = startPositions({ nodeCount, source: graph.source, target: graph.target, area });
    const tickCount = TICKS.find(([nodes]) => nodeCount <= nodes)![1];
    this.#force = new ForceLayout(graph, start.x, start.y, { tickCount, gap: DISC_GAP });
    this.#place();
  }

  get share(): number {
    return this.#isSettled ? 1 : this.#force.share * 0.99;
  }

  get done(): boolean {
    return this.#isSettled;
  }

  spread(aspect: number): void {
    this.#force.spread(aspect);
  }

  step(): void {
    if (this.#isSettled) return;
    if (this.#force.done) this.#isSettled = this.#force.settle();
    else this.#force.tick();
    this.#place();
  }

  #place(): void {
    for (let body = 0; body < this.#bodies.length; body++) {
      const { node, people, rings } = this.#bodies[body]!;
      const x = this.#force.x[body]!;
      const y = this.#force.y[body]!;
      this.x[node] = x;
      this.y[node] = y;
      for (let i = 0; i < people.length; i++) {
        this.x[people[i]!] = x + rings!.x[i]!;
        this.y[people[i]!] = y + rings!.y[i]!;
      }
    }
  }
}

/** Gathers each hub's people without another link around it. */
function bodiesOf(part: GraphPart): Body[] {
  const { source, target } = part;
  const nodeCount = part.node.length;
  const firstHub = nodeCount - part.hubCount;
  const linkCount = new Uint32Array(nodeCount);
  for (let e = 0; e < source.length; e++) {
    linkCount[source[e]!]! += 1;
    linkCount[target[e]!]! += 1;
  }
  const ownPeople: number[][] = Array.from({ length: part.hubCount }, () => []);
  const isGathered = new Uint8Array(nodeCount);
  for (let e = 0; e < source.length; e++) {
    const person = source[e]!;
    if (target[e]! < firstHub || linkCount[person] !== 1) continue;
    ownPeople[target[e]! - firstHub]!.push(person);
    isGathered[person] = 1;
  }
  const bodies: Body[] = [];
  for (let node = 0; node < nodeCount; node++) {
    if (isGathered[node] === 1) continue;
    const people = node < firstHub ? NOBODY : ownPeople[node - firstHub]!;
    const radii = people.map((person) => part.radius[person]!);
    const rings = people.length > 0 ? ringsAround(radii, part.radius[node]!, DISC_GAP) : undefined;
    bodies.push({ node, people, rings });
  }
  return bodies;
}

/** The links between bodies; a body of several nodes has their charges together. */
function graphOfBodies(part: GraphPart, bodies: readonly Body[]): ForceGraph {
  const bodyOfNode = new Uint32Array(part.node.length);
  const radius = new Float64Array(bodies.length);
  const charge = new Float64Array(bodies.length);
  for (let body = 0; body < bodies.length; body++) {
    const { node, people, rings } = bodies[body]!;
    bodyOfNode[node] = body;
    // a disc's area is in proportion to its records, and so is its push
    let area = part.radius[node]! * part.radius[node]!;
    for (const person of people) {
      bodyOfNode[person] = body;
      area += part.radius[person]! * part.radius[person]!;
    }
    radius[body] = rings?.radius ?? part.radius[node]!;
    charge[body] = people.length === 0 ? area : area / (1 + area / RINGS_CHARGE_LIMIT);
  }
  const source = new Uint32Array(part.source.length);
  const target = new Uint32Array(part.source.length);
  const weight = new Float64Array(part.source.length);
  let kept = 0;
  for (let e = 0; e < source.length; e++) {
    const [a, b] = [bodyOfNode[part.source[e]!]!, bodyOfNode[part.target[e]!]!];
    if (a === b) continue;
    source[kept] = a;
    target[kept] = b;
    weight[kept++] = part.weight[e]!;
  }
  return {
    source: source.subarray(0, kept),
    target: target.subarray(0, kept),
    weight: weight.subarray(0, kept),
    radius,
    charge,
  };
}
