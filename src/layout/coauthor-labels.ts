/** Who is named on the co-author graph: hubs by their record's title, people by their number of records. */
import { authorName, type Dataset } from '../model/dataset.ts';
import type { CoauthorGraph } from './coauthor-graph.ts';
import type { LayoutPicture } from './coauthor-layout.ts';
import { placeLabels, type LabelCandidate, type PlacedLabel } from './label-placement.ts';

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
}

/** People are named once their disc is drawn at least so large, px: zooming in names more. */
const NAMED_FROM_PX = 7.5;
const TITLE_LIMIT = 30;
const CANDIDATE_LIMIT = 400;

/** Labels that don't collide, the most connected first. */
export function coauthorLabels(input: CoauthorLabelInput): (PlacedLabel & { text: string })[] {
  const texts: string[] = [];
  const candidates: LabelCandidate[] = [];
  for (const node of wantedNodes(input)) {
    const { view, picture } = input;
    const isHub = input.graph.recordOfNode[node]! >= 0;
    const text = isHub
      ? hubText(input, node)
      : authorName(input.dataset.authors, input.graph.authorOfNode[node]!);
    texts.push(text);
    candidates.push({
      x: picture.x[node]! * view.k + view.x,
      y: picture.y[node]! * view.k + view.y,
      radius: (isHub ? teamRadius(input, node) : input.radius[node]!) * view.k,
      width: input.measure(text),
      height: 15,
      priority: priorityOf(input, node),
      places: isHub ? ['above', 'below', 'right', 'left', 'centre'] : ['right', 'left', 'below', 'above'],
    });
  }
  const bounds = { x0: 4, y0: 4, x1: input.width - 4, y1: input.height - 4 };
  return placeLabels(candidates, bounds).map((placed) => ({ ...placed, text: texts[placed.index]! }));
}

function wantedNodes(input: CoauthorLabelInput): number[] {
  const { graph, records, radius, view, hovered } = input;
  const wanted: number[] = [];
  for (let node = 0; node < graph.nodeCount; node++) {
    const author = graph.authorOfNode[node]!;
    const isWanted =
      author < 0
        ? input.passes(graph.recordOfNode[node]!)
        : author === hovered || (records[author]! > 0 && radius[node]! * view.k >= NAMED_FROM_PX);
    if (isWanted) wanted.push(node);
  }
  if (wanted.length <= CANDIDATE_LIMIT) return wanted;
  return wanted
    .sort((a, b) => priorityOf(input, b) - priorityOf(input, a) || a - b)
    .slice(0, CANDIDATE_LIMIT);
}

/** How far a hub's people stand around it, layout units: its label keeps clear of them. */
function teamRadius({ graph, picture, radius }: CoauthorLabelInput, hub: number): number {
  let farthest = radius[hub]!;
  for (let edge = 0; edge < graph.edgeTarget.length; edge++) {
    if (graph.edgeTarget[edge] !== hub) continue;
    const person = graph.edgeSource[edge]!;
    const distance = Math.hypot(picture.x[person]! - picture.x[hub]!, picture.y[person]! - picture.y[hub]!);
    farthest = Math.max(farthest, distance + radius[person]!);
  }
  return farthest;
}

function priorityOf({ graph, records, hovered }: CoauthorLabelInput, node: number): number {
  const author = graph.authorOfNode[node]!;
  if (author < 0) return 1e9;
  return author === hovered ? 2e9 : records[author]!;
}

function hubText({ graph, dataset }: CoauthorLabelInput, node: number): string {
  const record = graph.recordOfNode[node]!;
  const title = dataset.records.title[record]!;
  const { authorOffset } = dataset.records;
  const count = authorOffset[record + 1]! - authorOffset[record]!;
  const short = title.length > TITLE_LIMIT ? `${title.slice(0, TITLE_LIMIT - 1).trimEnd()}…` : title;
  return `${short} · ${count}`;
}
