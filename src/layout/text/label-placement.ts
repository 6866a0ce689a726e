/** Which labels to draw, and where: the important first, none over another, none cut off. */
import { BoxIndex, boxesOverlap, type LabelBox } from './box-index.ts';

/** A label that wants to stand at a mark. All lengths in screen px; y grows downwards. */
export interface LabelCandidate {
  /** Middle of the mark. */
  readonly x: number;
  readonly y: number;
  /** Radius of the mark, 0 or more: the label stands beside it. */
  readonly radius: number;
  /** Size of the text, above 0. */
  readonly width: number;
  readonly height: number;
  /** Higher comes first; among equals, the earlier candidate. */
  readonly priority: number;
  /** Places of its own, tried before all others: within an area, along its coast. */
  readonly spots?: Iterable<LabelSpot>;
  /** Other sizes that the text may have, tried where its own has no room: broken into lines. */
  readonly forms?: readonly LabelForm[];
  /** Places around the mark to try, the preferred first; {@link BESIDE} where it is left out. */
  readonly places?: readonly LabelSide[];
  /** Whether the label may stand in this box; everywhere where it is left out. */
  readonly mayCover?: (box: LabelBox, side: PlacedLabel['side']) => boolean;
  /** Where all these places are taken it may stand so far from its mark, px, with a line from there; 0 where left out. */
  readonly reach?: number;
  /** Whether it may at last stand so over what {@link mayCover} keeps it from when it is `led`: it is asked again for `over`. */
  readonly overOthers?: boolean;
}

/** Size of a text, px. */
export interface LabelForm {
  readonly width: number;
  readonly height: number;
}

/** A place for a label, and the size that the text has there. */
export interface LabelSpot {
  readonly form: LabelForm;
  /** Where to put the text, as {@link PlacedLabel} has it. */
  readonly anchorX: number;
  readonly anchorY: number;
  /** 1 where the text begins at the anchor, -1 where it ends there, 0 where its middle is there. */
  readonly toward: number;
  readonly side: PlacedLabel['side'];
  /** A line to it from the mark's edge, where it is led away. */
  readonly leader: Leader | null;
}

/** At the end of a line: where it may stand, or over others. */
type Led = 'led' | 'over';

/** Where a label stands, seen from its mark; `centre` is on the mark itself. */
export type LabelSide = keyof typeof SIDES;

const ASLANT = Math.SQRT1_2;

/** Unit vectors from the mark's middle, y downwards. */
const SIDES = {
  right: [1, 0],
  left: [-1, 0],
  above: [0, -1],
  below: [0, 1],
  belowRight: [ASLANT, ASLANT],
  aboveRight: [ASLANT, -ASLANT],
  belowLeft: [-ASLANT, ASLANT],
  aboveLeft: [-ASLANT, -ASLANT],
  centre: [0, 0],
} as const;

/** Beside the mark: for people and other points. */
export const BESIDE: readonly LabelSide[] = ['right', 'left', 'above', 'below'];

/** Beside the mark and, where that is taken, aslant: for points among areas, which leave little room. */
export const AROUND: readonly LabelSide[] = [...BESIDE, 'belowRight', 'aboveRight', 'belowLeft', 'aboveLeft'];

/** On the mark where there is room, else beside it: for areas and hubs. */
export const ON_MARK: readonly LabelSide[] = ['centre', 'above', 'below', 'right', 'left'];

/** A label to draw. */
export interface PlacedLabel {
  /** Position in the list of candidates. */
  readonly index: number;
  readonly side: LabelSide | 'beside' | Led;
  /** The size that it has: one of the candidate's forms or spots, or the candidate itself. */
  readonly form: LabelForm;
  /** Where to put the text with `textAnchor` and a middle baseline. */
  readonly anchorX: number;
  readonly anchorY: number;
  readonly textAnchor: 'start' | 'middle' | 'end';
  readonly box: LabelBox;
  /** A line from the mark's edge to a label that is led away, else null. */
  readonly leader: Leader | null;
}

/** From the mark (0) to its label (1), screen px. */
export interface Leader {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** How closely labels may stand. */
export interface LabelSpacing {
  /** Between a mark's edge and its label, px; 3 where it is left out. */
  readonly offset?: number;
  /** Around each label, px; 2 where it is left out. */
  readonly margin?: number;
  /** Boxes that no label may cover: legends, buttons, marks. */
  readonly obstacles?: readonly LabelBox[];
}

/**
 * Places labels greedily by priority; a label without a free place is left out.
 * @param bounds labels stay inside, edges included
 * @returns placed labels in order of priority; the same input gives the same labels
 */
export function placeLabels(
  candidates: readonly LabelCandidate[],
  bounds: LabelBox,
  spacing: LabelSpacing = {},
): PlacedLabel[] {
  const { offset = 3, margin = 2, obstacles = [] } = spacing;
  const taken = new BoxIndex<LabelBox>();
  const take = (box: LabelBox) => taken.add(box, box);
  const isTaken = (box: LabelBox) => taken.someNear(box, (other) => boxesOverlap(box, other));
  obstacles.forEach(take);
  const order = Array.from(candidates.keys());
  order.sort((a, b) => candidates[b]!.priority - candidates[a]!.priority || a - b);
  const placed: PlacedLabel[] = [];
  for (const index of order) {
    const candidate = candidates[index]!;
    const { mayCover } = candidate;
    for (const spot of spotsOf(candidate, offset)) {
      const box = boxAt(spot);
      if (!isInside(box, bounds) || isTaken(grown(box, margin)) || mayCover?.(box, spot.side) === false)
        continue;
      const along = spot.leader ? alongLeader(spot.leader) : [];
      if (along.some(isTaken)) continue;
      take(box);
      along.forEach(take);
      placed.push(labelAt(spot, index, box));
      break;
    }
  }
  return placed;
}

/** The places of a label, the preferred first, made as they are asked for. */
function* spotsOf(candidate: LabelCandidate, offset: number): Generator<LabelSpot> {
  const { spots = [], places = BESIDE, reach = 0, overOthers = false, radius } = candidate;
  const forms = [candidate, ...(candidate.forms ?? [])];
  yield* spots;
  for (const form of forms) for (const side of places) yield spotAt(candidate, form, side, offset);
  for (const side of overOthers ? (['led', 'over'] as const) : (['led'] as const)) {
    for (let away = radius + LED_STEP_PX; away <= reach; away += LED_STEP_PX) {
      for (const form of forms)
        for (const direction of LED_DIRECTIONS) yield spotLedTo(candidate, form, direction, away, side);
    }
  }
}

function spotAt(
  { x, y, radius }: LabelCandidate,
  form: LabelForm,
  side: LabelSide,
  offset: number,
): LabelSpot {
  const away = radius + offset;
  const [across, down] = SIDES[side];
  const anchorX = x + across * away;
  const anchorY = y + down * away + (Math.sign(down) * form.height) / 2;
  return { form, anchorX, anchorY, toward: Math.sign(across), side, leader: null };
}

/** How much farther away a label is tried each time, px. */
const LED_STEP_PX = 8;
const unit = (degrees: number) =>
  [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)] as const;
/** Unit vectors: to the sides first, where type needs no room above another. */
const LED_DIRECTIONS = [
  0, 180, 22.5, 157.5, -22.5, -157.5, 45, 135, -45, -135, 67.5, 112.5, -67.5, -112.5, 79, 101, -79, -101,
].map(unit);
/** Between the line and its label, px. */
const LED_GAP_PX = 3;

function spotLedTo(
  { x, y, radius }: LabelCandidate,
  form: LabelForm,
  [across, down]: readonly [number, number],
  away: number,
  side: Led,
): LabelSpot {
  const [endX, endY] = [x + across * away, y + down * away];
  const toward = Math.sign(Math.round(across * 9));
  return {
    form,
    anchorX: endX + toward * LED_GAP_PX,
    anchorY: toward === 0 ? endY + (down * form.height) / 2 : endY,
    toward,
    side,
    leader: { x0: x + across * radius, y0: y + down * radius, x1: endX, y1: endY },
  };
}

function boxAt({ form, anchorX, anchorY, toward }: LabelSpot): LabelBox {
  const { width, height } = form;
  const x0 = toward > 0 ? anchorX : toward < 0 ? anchorX - width : anchorX - width / 2;
  const y0 = anchorY - height / 2;
  return { x0, y0, x1: x0 + width, y1: y0 + height };
}

function labelAt(spot: LabelSpot, index: number, box: LabelBox): PlacedLabel {
  const { form, side, anchorX, anchorY, toward, leader } = spot;
  const textAnchor = toward > 0 ? 'start' : toward < 0 ? 'end' : 'middle';
  return { index, side, form, anchorX, anchorY, textAnchor, box, leader };
}

/** Small boxes along a line, 4 px apart. */
function alongLeader({ x0, y0, x1, y1 }: Leader): LabelBox[] {
  const count = Math.ceil(Math.hypot(x1 - x0, y1 - y0) / 4);
  return Array.from({ length: count }, (_, i) => {
    const [x, y] = [x0 + ((x1 - x0) * (i + 0.5)) / count, y0 + ((y1 - y0) * (i + 0.5)) / count];
    return { x0: x - 1, y0: y - 1, x1: x + 1, y1: y + 1 };
  });
}

function isInside(box: LabelBox, bounds: LabelBox): boolean {
  return box.x0 >= bounds.x0 && box.y0 >= bounds.y0 && box.x1 <= bounds.x1 && box.y1 <= bounds.y1;
}

function grown(box: LabelBox, by: number): LabelBox {
  return { x0: box.x0 - by, y0: box.y0 - by, x1: box.x1 + by, y1: box.y1 + by };
}
