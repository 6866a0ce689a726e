/**
 * Force-directed layout of one connected graph, after ForceAtlas2 (Jacomy et al. 2014,
 * doi:10.1371/journal.pone.0098679): links pull in proportion to their length and strength, nodes push each other
 * in proportion to their charges over the distance. With fractional strengths each record pulls each of its people
 * towards the others with strength 1, however many they are, so that a team of any size becomes a disc in which
 * everybody has the same room: {@link ROOM} per charge.
 *
 * Only +, -, *, / and square roots, which every engine rounds alike: the same graph gets the same positions, byte
 * for byte, in every browser.
 */
import { addRepulsion, BarnesHutTree } from './barnes-hut.ts';
import { DiscSeparator } from './force-collide.ts';

/** Push of two charges of 1 at distance 1. */
const REPULSION = 2;

/** Area that a node of charge 1 gets inside a team, in squared layout units: a triangular grid of step 2.7. */
export const ROOM = Math.PI * REPULSION;

/**
 * Pull of a charge of 1 towards the middle, by distance. Without it, loosely linked groups drift far apart; with it
 * a component covers about its nodes' room over this share.
 */
const GRAVITY = 0.25;

/** A cell of the quadtree acts as one point where its side is below this share of its distance. */
export const THETA = 0.9;

/** Share of a node's speed that is left after a tick. */
const KEPT_SPEED = 0.6;

/** Movement by a tick's force at alpha 1, as a share of the way to where the links would have the node. */
const GAIN = 0.4;

const LAST_ALPHA = 0.005;

/** Discs start to push each other away when alpha has fallen to this; before, they may pass through each other. */
const COLLISION_ALPHA = 0.3;

/** Share of each overlap that a tick undoes. */
const COLLISION_STRENGTH = 0.6;

/** Most passes of the final separation; a handful is usual. */
const SETTLING_PASSES = 200;

/** Overlap at which the separation stops, as a share of two radii; what is left is removed by scaling. */
const SETTLED_OVERLAP = 0.004;

/** One connected graph. Node positions are 0 to `radius.length - 1`. */
export interface ForceGraph {
  readonly source: Uint32Array;
  readonly target: Uint32Array;
  /** Pull by edge, above 0: the fractional strength. */
  readonly weight: Float64Array;
  /** Radius by node in layout units, above 0. */
  readonly radius: Float64Array;
  /** Push by node, above 0; a node of charge c should fit a disc of area c * {@link ROOM}. */
  readonly charge: Float64Array;
}

/** How long and how exactly to compute. */
export interface ForceOptions {
  readonly tickCount: number;
  /** Space kept between two discs, layout units. */
  readonly gap: number;
  /** See {@link THETA}; 0 is exact. */
  readonly theta?: number;
}

/** A layout under way. It starts from `x`, `y` as given, which it moves. */
export class ForceLayout {
  /** Positions by node, layout units. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly #graph: ForceGraph;
  readonly #options: ForceOptions;
  readonly #tree: BarnesHutTree;
  readonly #separator: DiscSeparator;
  readonly #speedX: Float64Array;
  readonly #speedY: Float64Array;
  readonly #forceX: Float64Array;
  readonly #forceY: Float64Array;
  /** One over the summed weight of a node's links: how far a force moves it. */
  readonly #mobility: Float64Array;
  readonly #longestStep: number;
  #gravityX = GRAVITY;
  #gravityY = GRAVITY;
  /** Charges with the strength of the push in them. */
  readonly #charge: Float64Array;
  #tickAt = 0;
  #settlingAt = 0;

  /** @param x start positions, finite; taken over, not copied */
  constructor(graph: ForceGraph, x: Float64Array, y: Float64Array, options: ForceOptions) {
    const nodeCount = graph.radius.length;
    this.x = x;
    this.y = y;
    this.#graph = graph;
    this.#options = options;
    this.#tree = new BarnesHutTree(nodeCount);
    this.#separator = new DiscSeparator(graph.radius.map((radius) => radius + options.gap / 2));
    this.#speedX = new Float64Array(nodeCount);
    this.#speedY = new Float64Array(nodeCount);
    this.#forceX = new Float64Array(nodeCount);
    this.#forceY = new Float64Array(nodeCount);
    this.#mobility = mobilityOf(graph);
    this.#charge = graph.charge.map((charge) => charge * Math.sqrt(REPULSION));
    const chargeSum = graph.charge.reduce((sum, charge) => sum + charge, 0);
    this.#longestStep = 0.25 * Math.sqrt(chargeSum * REPULSION) + 1;
  }

  /**
   * Before the first tick: the form that loosely linked groups spread to; round where it is not said.
   * @param aspect width by height, above 0
   */
  spread(aspect: number): void {
    // a cloud of charges in such a field fills an ellipse whose axes are in the inverse proportion of the pulls
    this.#gravityX = (2 * GRAVITY) / (1 + aspect);
    this.#gravityY = aspect * this.#gravityX;
  }

  /** Temperature: 1 at the start, near 0 at the end. */
  get alpha(): number {
    const left = 1 - this.share;
    return LAST_ALPHA + (1 - LAST_ALPHA) * left * left;
  }

  /** Whether all ticks are done. */
  get done(): boolean {
    return this.#tickAt >= this.#options.tickCount;
  }

  /** Share of the ticks that are done, 0 to 1. */
  get share(): number {
    return this.#options.tickCount === 0 ? 1 : this.#tickAt / this.#options.tickCount;
  }

  /** One step; none when done. */
  tick(): void {
    if (this.done) return;
    const { x, y } = this;
    this.#forceX.fill(0);
    this.#forceY.fill(0);
    this.#tree.build(x, y, this.#charge);
    addRepulsion(this.#tree, this.#options.theta ?? THETA, this.#forceX, this.#forceY);
    this.#addPulls();
    const { alpha } = this;
    this.#move(alpha);
    if (alpha <= COLLISION_ALPHA) this.#separator.separate(x, y, COLLISION_STRENGTH);
    this.#tickAt++;
  }

  /**
   * For after the last tick: one pass of moving discs apart, to be called until it says that none overlaps and
   * every gap is kept.
   */
  settle(): boolean {
    if (this.#settlingAt++ < SETTLING_PASSES) {
      if (this.#separator.separate(this.x, this.y, 1) > SETTLED_OVERLAP) return false;
    }
    // a distance of at least (1 - overlap) times what is needed, at every pair, becomes enough
    const overlap = Math.min(this.#separator.separate(this.x, this.y, 0), 0.5);
    const scale = (1 + 1e-9) / (1 - overlap);
    for (let i = 0; i < this.x.length; i++) {
      this.x[i]! *= scale;
      this.y[i]! *= scale;
    }
    return true;
  }

  #addPulls(): void {
    const { source, target, weight, charge } = this.#graph;
    const { x, y } = this;
    const forceX = this.#forceX;
    const forceY = this.#forceY;
    for (let i = 0; i < x.length; i++) {
      forceX[i]! -= this.#gravityX * charge[i]! * x[i]!;
      forceY[i]! -= this.#gravityY * charge[i]! * y[i]!;
    }
    for (let e = 0; e < source.length; e++) {
      const a = source[e]!;
      const b = target[e]!;
      const fx = weight[e]! * (x[b]! - x[a]!);
      const fy = weight[e]! * (y[b]! - y[a]!);
      forceX[a]! += fx;
      forceY[a]! += fy;
      forceX[b]! -= fx;
      forceY[b]! -= fy;
    }
  }

  #move(alpha: number): void {
    const { x, y } = this;
    const speedX = this.#speedX;
    const speedY = this.#speedY;
    for (let i = 0; i < x.length; i++) {
      const gain = alpha * GAIN * this.#mobility[i]!;
      let vx = KEPT_SPEED * speedX[i]! + gain * this.#forceX[i]!;
      let vy = KEPT_SPEED * speedY[i]! + gain * this.#forceY[i]!;
      const speed = Math.sqrt(vx * vx + vy * vy);
      if (speed > this.#longestStep) {
        vx *= this.#longestStep / speed;
        vy *= this.#longestStep / speed;
      }
      speedX[i] = vx;
      speedY[i] = vy;
      x[i]! += vx;
      y[i]! += vy;
    }
  }
}

function mobilityOf(graph: ForceGraph): Float64Array {
  const pull = graph.charge.map((charge) => GRAVITY * charge);
  for (let e = 0; e < graph.source.length; e++) {
    pull[graph.source[e]!]! += graph.weight[e]!;
    pull[graph.target[e]!]! += graph.weight[e]!;
  }
  return pull.map((sum) => 1 / sum);
}
