/** Who is named on the co-author graph: hubs by their record's title, people by their number of records. */
import { authorName, type Dataset } from '../../model/dataset.ts';
import type { CoauthorGraph } from './coauthor-graph.ts';
import type { LayoutPicture } from './coauthor-layout.ts';
import { isolated } from './isolated.ts';
import { largest } from '../largest.ts';
import type { LabelBox } from '../text/box-index.ts';
import { AROUND, placeLabels, type LabelCandidate, type PlacedLabel } from '../text/label-placement.ts';

export interface CoauthorLabelInput {
  readonly graph: CoauthorGraph;
  readonly picture: LayoutPicture;
  /** By node, layout units. */
  readonly radius: ArrayLike<number>;
  /** Layout units to px. */
  readonly view: { readonly k: number; readonly x: number; readonly y: number };
  readonly width: number;
  readonly height: number;
  /** Active records by author. */
  readonly records: ArrayLike<number>;
  readonly dataset: Dataset;
  readonly passes: (record: number) => boolean;
  readonly measure: (text: string) => number;
  /** The author that is always named, or -1. */
  readonly hovered: number;
  /** Whether a node is an author who is included, and so named before all but the hovered one; none when left out. */
  readonly isIncluded?: (node: number) => boolean;
  /** Whether a node is left out of the picture; none when left out. */
  readonly isHidden?: (node: number) => boolean;
  /**
   * Whether no name covers a disc of somebody who is shown, however many there are, as in a picture that nobody can zoom;
   * but that the busiest are named, over discs smaller than their own, comes before it.
   */
  readonly keepClear?: boolean;
  /** Boxes that no name may cover, such as buttons over the picture; px. None when left out. */
  readonly covered?: readonly LabelBox[];
}

/** People are named once their disc is drawn at least so large, px: zooming in names more. */
const NAMED_FROM_PX = 7.5;
/** Discs of many people are small. The busiest of those in view are named all the same: one for so much room, px². */
const ROOM_PER_NAME = 16_000;
const BUSIEST_LIMIT = 24;
const TITLE_LIMIT = 24;
const CANDIDATE_LIMIT = 400;

/** Above every number of records, and above every team. */
const HUB_PRIORITY = 1e9;
const INCLUDED_PRIORITY = 1e10;
const HOVERED_PRIORITY = 2e10;

/** Of the teams in view the largest are named; zooming in leaves fewer in view and so names the others. */
const HUB_LIMIT = 6;

/** So many are named over the discs of others rather than not at all: of a whole community that is included, the busiest. */
const WANTED_LIMIT = 32;

/** Labels that don't collide, the most connected first. */
export function coauthorLabels(input: CoauthorLabelInput): (PlacedLabel & { text: string })[] {
  const texts: string[] = [];
  const candidates: LabelCandidate[] = [];
  const teams: LabelBox[] = [];
  const wanted = wantedNodes(input);
  const firstHub = input.graph.nodeCount - input.graph.hubCount;
  const rosettes = wanted.some((node) => node >= firstHub) ? rosetteRadii(input) : undefined;
  const bounds = { x0: 4, y0: 4, x1: input.width - 4, y1: input.height - 4 };
  for (const node of wanted) {
    const { view, picture } = input;
    const isHub = input.graph.recordOfNode[node]! >= 0;
    const text = isHub
      ? hubText(input, node)
      : authorName(input.dataset.authors, input.graph.authorOfNode[node]!);
    texts.push(text);
    const rosette = isHub ? rosettes![node - firstHub]! : 0;
    const x = picture.x[node]! * view.k + view.x;
    const radius = (rosette > 0 ? rosette : input.radius[node]!) * view.k;
    const y = picture.y[node]! * view.k + view.y;
    const width = input.measure(text);
    const priority = priorityOf(input, node);
    if (rosette > 0) teams.push(boxOf(x, y, radius));
    candidates.push({
      x: rosette > 0 ? movedInside(x, radius, width, bounds) : x,
      y,
      radius,
      width,
      height: 15,
      priority,
      places:
        rosette > 0
          ? ['above', 'below']
          : priority < INCLUDED_PRIORITY
            ? ['right', 'left', 'below', 'above']
            : AROUND,
    });
  }
  const others = [...(input.covered ?? []), ...teams];
  const placed = placeWithWanted(candidates, bounds, [...others, ...discs(input)], {
    limit: input.keepClear ? namesWithout(input) : 0,
    rest: (radius) => [...others, ...discs(input, radius)],
  });
  return placed.map((label) => ({ ...label, text: texts[label.index]! }));
}

/** Where the middle of a label stands that keeps inside, if its hub's people are still above or below it. */
function movedInside(x: number, radius: number, width: number, bounds: LabelBox): number {
  const inside = Math.min(Math.max(x, bounds.x0 + width / 2), bounds.x1 - width / 2);
  return Math.abs(inside - x) <= radius ? inside : x;
}

/** Who besides is named over discs of others: so many, and what their names leave free for a disc of that radius, px. */
interface Busiest {
  readonly limit: number;
  readonly rest: (radiusPx: number) => readonly LabelBox[];
}

/**
 * The hovered author, those included, then hubs are named over the discs of others rather than not at all; the busiest
 * over smaller discs than theirs.
 */
function placeWithWanted(
  candidates: readonly LabelCandidate[],
  bounds: LabelBox,
  obstacles: readonly LabelBox[],
  busiest: Busiest,
): PlacedLabel[] {
  const sorted = [...candidates.keys()].sort((a, b) => candidates[b]!.priority - candidates[a]!.priority);
  const isWanted = (index: number) => candidates[index]!.priority >= HUB_PRIORITY;
  const wanted = sorted.filter(isWanted).slice(0, WANTED_LIMIT);
  const busy = sorted.filter((index) => !isWanted(index)).slice(0, busiest.limit);
  const placed: PlacedLabel[] = [];
  for (const index of [...wanted, ...busy]) {
    const taken = placed.map(({ box }) => box);
    const candidate = candidates[index]!;
    const place = (others: readonly LabelBox[]) =>
      placeLabels([candidate], bounds, { obstacles: [...others, ...taken] })[0];
    const label = place(obstacles) ?? place(isWanted(index) ? [] : busiest.rest(candidate.radius));
    if (label) placed.push({ ...label, index });
  }
  const people = [...candidates.keys()].filter((index) => !wanted.includes(index) && !busy.includes(index));
  const taken = placed.map(({ box }) => box);
  const named = placeLabels(
    people.map((index) => candidates[index]!),
    bounds,
    { obstacles: [...obstacles, ...taken] },
  );
  return [...placed, ...named.map((label) => ({ ...label, index: people[label.index]! }))];
}

/** What a disc covers of its square, near enough. */
function boxOf(x: number, y: number, radius: number): LabelBox {
  const r = radius * 0.8;
  return { x0: x - r, y0: y - r, x1: x + r, y1: y + r };
}

/** Of so many discs no name covers one: what has no room beside them has none, until somebody zooms in. */
const DISC_LIMIT = 600;
/** So few people are drawn large enough to be named for that. */
const FEW_PEOPLE = 120;
/** Of more people than that a name may cover those drawn smaller than this, px: else the busiest would have none. */
const COVERED_BELOW_PX = 4;

/** @param fromPx smaller ones are left out */
function discs(input: CoauthorLabelInput, fromPx = 0): LabelBox[] {
  const { graph, picture, radius, view, isHidden, keepClear } = input;
  if (graph.nodeCount > DISC_LIMIT && !keepClear) return [];
  const nodes = Array.from({ length: graph.nodeCount }, (_, node) => node);
  const leastPx = Math.max(fromPx, graph.nodeCount > FEW_PEOPLE && !keepClear ? COVERED_BELOW_PX : 0);
  const drawn = nodes.filter(
    (node) => radius[node]! * view.k >= leastPx && !isHidden?.(node) && (!keepClear || isShown(input, node)),
  );
  return drawn.map((node) =>
    boxOf(picture.x[node]! * view.k + view.x, picture.y[node]! * view.k + view.y, radius[node]! * view.k),
  );
}

/** Whether a record of it passes the filter: all others are faint. */
function isShown({ graph, records, passes }: CoauthorLabelInput, node: number): boolean {
  const author = graph.authorOfNode[node]!;
  return author < 0 ? passes(graph.recordOfNode[node]!) : records[author]! > 0;
}

function wantedNodes(input: CoauthorLabelInput): number[] {
  const { graph, records, radius, view } = input;
  const hubs: number[] = [];
  const people: number[] = [];
  /** Of a person in view whose disc is small, their records; of all others -1, and who is wanted anyway is sorted in. */
  const recordsIfSmall = (node: number) => {
    if (!isInView(input, node) || input.isHidden?.(node)) return -1;
    const author = graph.authorOfNode[node]!;
    if (author < 0) {
      if (input.passes(graph.recordOfNode[node]!)) hubs.push(node);
    } else if (
      priorityOf(input, node) >= INCLUDED_PRIORITY ||
      (records[author]! > 0 && radius[node]! * view.k >= NAMED_FROM_PX)
    ) {
      people.push(node);
    } else if (records[author]! > 1) return records[author]!;
    return -1;
  };
  const busiest = largest(graph.nodeCount, namesWithout(input), recordsIfSmall);
  const byPriority = (a: number, b: number) => priorityOf(input, b) - priorityOf(input, a) || a - b;
  return [
    ...hubs.sort(byPriority).slice(0, HUB_LIMIT),
    ...people.sort(byPriority).slice(0, CANDIDATE_LIMIT),
    ...busiest,
  ];
}

/** How many people are named whose discs are small. */
function namesWithout({ graph, width, height }: CoauthorLabelInput): number {
  if (graph.nodeCount <= FEW_PEOPLE) return 0;
  return Math.min(BUSIEST_LIMIT, Math.floor((width * height) / ROOM_PER_NAME));
}

function isInView({ picture, view, width, height }: CoauthorLabelInput, node: number): boolean {
  const x = picture.x[node]! * view.k + view.x;
  const y = picture.y[node]! * view.k + view.y;
  return x > 0 && y > 0 && x < width && y < height;
}

/** By picture: places stay while the filter changes. */
const knownRosettes = new WeakMap<LayoutPicture, Float64Array>();

/**
 * By hub, how far its people stand, layout units, where they stand around it, as those do who share no other record:
 * such a hub's label keeps clear of its people. Those of other hubs stand anywhere, which is 0.
 */
function rosetteRadii({ graph, picture, radius }: CoauthorLabelInput): Float64Array {
  const known = knownRosettes.get(picture);
  if (known) return known;
  const firstHub = graph.nodeCount - graph.hubCount;
  const farthest = Float64Array.from({ length: graph.hubCount }, (_, i) => radius[firstHub + i]!);
  const people = new Uint32Array(graph.hubCount);
  const alone = new Uint32Array(graph.hubCount);
  for (let edge = 0; edge < graph.edgeTarget.length; edge++) {
    const hub = graph.edgeTarget[edge]!;
    if (hub < firstHub) continue;
    const at = hub - firstHub;
    const person = graph.edgeSource[edge]!;
    const distance = Math.hypot(picture.x[person]! - picture.x[hub]!, picture.y[person]! - picture.y[hub]!);
    farthest[at] = Math.max(farthest[at]!, distance + radius[person]!);
    people[at]! += 1;
    if (graph.recordCountOfNode[person] === 1) alone[at]! += 1;
  }
  const radii = farthest.map((distance, at) => (alone[at]! * 2 >= people[at]! ? distance : 0));
  knownRosettes.set(picture, radii);
  return radii;
}

function priorityOf(
  { graph, records, dataset, hovered, isIncluded }: CoauthorLabelInput,
  node: number,
): number {
  const author = graph.authorOfNode[node]!;
  if (author >= 0) {
    if (author === hovered) return HOVERED_PRIORITY;
    return records[author]! + (isIncluded?.(node) ? INCLUDED_PRIORITY : 0);
  }
  return HUB_PRIORITY + teamSize(dataset, graph.recordOfNode[node]!);
}

function teamSize({ records }: Dataset, record: number): number {
  return records.authorOffset[record + 1]! - records.authorOffset[record]!;
}

function hubText({ graph, dataset }: CoauthorLabelInput, node: number): string {
  const record = graph.recordOfNode[node]!;
  const title = dataset.records.title.at(record);
  const start = title.slice(0, TITLE_LIMIT - 1).replace(/[\uD800-\uDBFF]$/, ''); // never half a character
  const short = title.length > TITLE_LIMIT ? `${start.trimEnd()}…` : title;
  return `${isolated(short)} · ${teamSize(dataset, record)}`;
}
