/**
 * Names beside a disc, level, in a column to the left and one to the right, each with a line to the arc that it names.
 * Names are offered one after the other, what matters most first: a name is taken where it and all that were taken
 * before it have room, none of their lines crosses another, and none stands far from its arc.
 */
import type { ArcShape } from './arc-labels.ts';
import { knownName, type Lines, type Measure } from '../text/broken-name.ts';
import { areNear, runsThrough, type Box, type Path, type Point } from '../text/lines-apart.ts';
import { pointAt, type Side, type Silhouette } from './silhouette.ts';
import { spread } from '../text/spread.ts';

/** What is to be named. */
export interface Offer {
  readonly node: number;
  readonly text: string;
  /** Its arc: clockwise from twelve o'clock, radians, and px from the centre. */
  readonly shape: ArcShape;
  /** Where its dot may stand in the arc: clockwise from twelve o'clock, what looks best first. */
  readonly anglesRad: readonly number[];
  /** Worth that others are told shorter and that it stands far from its arc, as long as it is named. */
  readonly isNeeded: boolean;
}

/** A name that stands beside the disc; places are px from the centre, y downwards. */
export interface OutsideName {
  readonly node: number;
  /** One line or two, the last of them perhaps cut. */
  readonly lines: readonly string[];
  readonly side: Side;
  /** Whether it had to be named: of the innermost ring, or in the filter. */
  readonly isNeeded: boolean;
  /** Where the lines begin on the right, and end on the left. */
  readonly x: number;
  /** The middle of each line. */
  readonly ys: readonly number[];
  /** The dot in the arc. */
  readonly dot: Point;
  /** From the dot out of the disc and to the name, as SVG path data. */
  readonly leader: string;
}

/** Where names may stand: px from the centre of the disc. */
export interface Room {
  /** Edges of the drawing, y downwards. */
  readonly halfWidthPx: number;
  readonly topPx: number;
  readonly bottomPx: number;
  /** Where the columns begin, px from the centre; a name that is too long for one begins nearer to the disc. */
  readonly columnPx: number;
  /**
   * So far out a name's height is that of its arc's direction, where the arc itself reaches less far; 0 for names level
   * with where their lines leave the disc. Spreads names of which many belong to short arcs near the top or the bottom.
   */
  readonly fanPx: number;
}

/** From line to line, px: so high is a name of one line. */
export const NAME_PX = 15;
/** What a second line adds. */
const SECOND_LINE_PX = 13;
/** A beginning of fewer letters says too little. */
const LEAST_CUT = 6;
/** Between the disc and a name, px. */
const GAP_PX = 7;
/** Between a name and the edge of a drawing: of a wide one as far as its heading stands from it. */
const EDGE_PX = 3;
const WIDE_EDGE_PX = 16;
/** From here on a drawing is wide, half of it, px. */
const WIDE_PX = 205;
const edgePx = (halfWidthPx: number) => (halfWidthPx < WIDE_PX ? EDGE_PX : WIDE_EDGE_PX);
/** Between an arc and where its line turns to the name. */
const EXIT_PX = 4;
/** A way out of the disc that is so much shorter is worth leaving the middle of the arc. */
const SHORTER_PX = 20;
/** So much farther out a line turns to get past another. */
const FARTHER_PX = 6;
/** So many ways out are tried: for a name that is needed, and for any other. */
const TRIES = 3;
const FEW_TRIES = 2;
/** After so many that had no place a column is as good as full: what need not be named is not tried. */
const MISSES = 10;
/** Nearer than this lines are taken for one, px. */
const APART_PX = 3;
/** How far from the height of its arc a name may stand, px: one that is needed, and any other. */
const FAR_PX = 72;
const NEAR_PX = 26;
/** How far a line runs level before its name, and how far from it it ends. */
const STUB_PX = 9;
const END_PX = 3;
/** How far a line may come into the height of a name that it passes. */
const INSET_PX = 2.5;

/** A name in one of the ways in which it may be written. */
interface Written extends Lines {
  readonly heightPx: number;
}

/** How a line begins: from a dot out of the disc. */
interface Start {
  readonly angleRad: number;
  readonly dot: Point;
  readonly exit: Point;
  /** The height at which a name would best stand. */
  readonly y: number;
}

/** A name as it is to stand, at best with its middle at a height. */
interface Claim {
  readonly offer: Offer;
  readonly start: Start;
  readonly written: Written;
  /** Other ways to write it, each shorter than what stands before it. */
  readonly shorter: readonly Written[];
  readonly target: number;
}

/** A name with its place; x is counted from the middle to its side. */
interface Standing {
  readonly claim: Claim;
  readonly y: number;
  readonly x: number;
  /** Its line, from the dot on. */
  readonly path: Path;
  /** What the name takes, a little within its edges. */
  readonly box: Box;
  /** What line and name take in height. */
  readonly top: number;
  readonly bottom: number;
}

/** Both columns, filled by and by. */
export class OutsideNames {
  readonly #columns: Readonly<Record<Side, Column>>;

  constructor(silhouette: Silhouette, room: Room, measure: Measure) {
    this.#columns = {
      left: new Column('left', silhouette, room, measure),
      right: new Column('right', silhouette, room, measure),
    };
  }

  /** Names an arc if there is room for it, whole where possible; says whether it did. */
  take(offer: Offer): boolean {
    const { startRad, endRad } = offer.shape;
    return this.#columns[startRad + endRad < 2 * Math.PI ? 'right' : 'left'].take(offer);
  }

  /** What was taken, each column from the top. */
  get names(): OutsideName[] {
    return [...this.#columns.left.names(), ...this.#columns.right.names()];
  }
}

class Column {
  readonly #side: Side;
  readonly #silhouette: Silhouette;
  readonly #room: Room;
  readonly #measure: Measure;
  /** From the top. */
  #standing: readonly Standing[] = [];
  #misses = 0;

  constructor(side: Side, silhouette: Silhouette, room: Room, measure: Measure) {
    this.#side = side;
    this.#silhouette = silhouette;
    this.#room = room;
    this.#measure = measure;
  }

  take(offer: Offer): boolean {
    const filled = this.#standing.reduce((sum, { claim }) => sum + claim.written.heightPx, 0);
    if (filled + NAME_PX > this.#room.bottomPx - this.#room.topPx) return false;
    if (!offer.isNeeded && this.#misses >= MISSES) return false;
    for (const start of this.#startsOf(offer)) {
      const ways = this.#waysToWrite(offer, start);
      for (let claim = this.#claimFor(offer, start, ways); claim !== null; claim = this.#shorter(claim)) {
        const next = this.#with(claim);
        if (next === null) continue;
        this.#standing = next;
        return true;
      }
    }
    this.#misses += 1;
    return false;
  }

  /** The first of the ways for which there is room beside the disc. */
  #claimFor(offer: Offer, start: Start, ways: readonly Written[]): Claim | null {
    for (const [i, written] of ways.entries()) {
      const target = this.#targetOf(start, written, strayPx(offer));
      if (target !== null) return { offer, start, written, target, shorter: ways.slice(i + 1) };
    }
    return null;
  }

  #shorter({ offer, start, shorter }: Claim): Claim | null {
    return this.#claimFor(offer, start, shorter);
  }

  names(): OutsideName[] {
    const sign = this.#side === 'right' ? 1 : -1;
    return this.#standing.map(({ claim: { offer, start, written }, x, y, path }) => ({
      node: offer.node,
      lines: written.lines,
      side: this.#side,
      isNeeded: offer.isNeeded,
      x: round(sign * x),
      ys: written.lines.map((_, i) => round(y + (i - (written.lines.length - 1) / 2) * SECOND_LINE_PX)),
      dot: { x: round(sign * start.dot.x), y: round(start.dot.y) },
      leader: `M${path.map((at) => `${round(sign * at.x)},${round(at.y)}`).join('L')}`,
    }));
  }

  /** The ways out of the disc, those first that are not much longer than the shortest. */
  #startsOf({ shape: { startRad, endRad, innerPx, outerPx }, anglesRad, isNeeded }: Offer): Start[] {
    const starts: (Start & { readonly longPx: number })[] = [];
    for (const angleRad of anglesRad) {
      if (angleRad < Math.PI !== startRad + endRad < 2 * Math.PI) continue;
      const dot = this.#mirrored(pointAt(angleRad, (innerPx + outerPx) / 2));
      const longPx = this.#exitOf(angleRad);
      const exit = this.#mirrored(pointAt(angleRad, longPx));
      const y = longPx < this.#room.fanPx ? pointAt(angleRad, this.#room.fanPx).y : exit.y;
      starts.push({ angleRad, dot, exit, y, longPx });
    }
    const least = starts.reduce((px, { longPx }) => Math.min(px, longPx), Infinity);
    const isShort = ({ longPx }: { longPx: number }) => longPx <= least + SHORTER_PX;
    const ways = [...starts.filter(isShort), ...starts.filter((start) => !isShort(start))].slice(
      0,
      isNeeded ? TRIES : FEW_TRIES,
    );
    // at last one that turns farther out, past the turn of a neighbour
    const [best] = ways;
    if (best && isNeeded)
      ways.push({ ...best, exit: this.#mirrored(pointAt(best.angleRad, best.longPx + FARTHER_PX)) });
    return ways;
  }

  /** A place as it is counted here: towards the side of the column. */
  #mirrored({ x, y }: Point): Point {
    return { x: Math.abs(x), y };
  }

  /** How far along the radius a line is out of the disc, px, so far that it can go on to the side. */
  #exitOf(angleRad: number): number {
    const { x, y } = pointAt(angleRad, 1);
    for (let radius = this.#silhouette.reachAt(angleRad) + EXIT_PX; ; radius += 3) {
      if (this.#silhouette.widthAround(this.#side, y * radius, 2) <= Math.abs(x * radius)) return radius;
    }
  }

  /** Whole on one line, whole on two, the beginning on one. */
  #waysToWrite({ text }: Offer, { exit, y }: Start): Written[] {
    const name = knownName(text, this.#measure);
    const ways: Written[] = [{ lines: [text], widthPx: this.#measure(text), heightPx: NAME_PX }];
    if (name.halves) ways.push({ ...name.halves, heightPx: NAME_PX + SECOND_LINE_PX });
    const startPx = this.#startAt(exit, this.#within(y, NAME_PX), NAME_PX);
    const roomPx = this.#room.halfWidthPx - edgePx(this.#room.halfWidthPx) - startPx;
    const line = ways[0]!.widthPx <= roomPx ? null : name.cut(roomPx);
    if (line !== null && line.length > LEAST_CUT)
      ways.push({ lines: [line], widthPx: this.#measure(line), heightPx: NAME_PX });
    return ways;
  }

  /** The height next to where the line leaves the disc at which there is room; null where that is too far. */
  #targetOf(start: Start, { widthPx, heightPx }: Written, farPx: number): number | null {
    const at = this.#within(start.y, heightPx);
    const isFree = (y: number) =>
      y === this.#within(y, heightPx) && this.#xOf(start.exit, y, widthPx, heightPx) !== null;
    for (let by = 0; by <= farPx; by += 3) {
      if (isFree(at - by)) return at - by;
      if (by > 0 && isFree(at + by)) return at + by;
    }
    return null;
  }

  #within(y: number, heightPx: number): number {
    return Math.min(this.#room.bottomPx - heightPx / 2, Math.max(this.#room.topPx + heightPx / 2, y));
  }

  /** Nearest place to the disc at which a name of that height may begin. */
  #startAt(exit: Point, y: number, heightPx: number): number {
    const width = this.#silhouette.widthAround(this.#side, y, heightPx);
    return Math.max(width + GAP_PX, exit.x + END_PX + 1);
  }

  /** In the column, or as near to the disc as a long name needs; null where that is too near. */
  #xOf(exit: Point, y: number, widthPx: number, heightPx: number): number | null {
    const least = this.#startAt(exit, y, heightPx);
    const most = this.#room.halfWidthPx - edgePx(this.#room.halfWidthPx) - widthPx;
    return least > most ? null : Math.min(most, Math.max(least, this.#room.columnPx));
  }

  /** All that stand, and one more; null where that one has no place among them. */
  #with(claim: Claim): readonly Standing[] | null {
    const before = this.#standing;
    const order = ({ start: { angleRad } }: Claim) =>
      this.#side === 'right' ? angleRad : 2 * Math.PI - angleRad;
    let at = before.length;
    while (at > 0 && order(before[at - 1]!.claim) > order(claim)) at -= 1;
    const claims = before.map((standing) => standing.claim);
    claims.splice(at, 0, claim);
    for (;;) {
      const next = this.#arrange(claims, at);
      if (typeof next !== 'number') return next;
      // the one that is in the way is told shorter, if that helps what has to be named
      const shorter = next !== at && claim.offer.isNeeded ? this.#shorter(claims[next]!) : null;
      if (shorter === null) return null;
      claims[next] = shorter;
    }
  }

  /**
   * Gives all claims their places.
   * @param added the one of them that does not stand yet
   * @returns a claim that has no place, where there is one; null where the column is too short for all
   */
  #arrange(claims: readonly Claim[], added: number): Standing[] | number | null {
    const { topPx, bottomPx } = this.#room;
    const sizes = claims.map(({ written }) => written.heightPx);
    const targets = claims.map(({ target }) => target);
    const ys = spread(targets, sizes, topPx, bottomPx);
    if (ys === null) return null;
    const kept = claims.map((claim, i) => {
      const stood = i === added ? undefined : this.#standing[i < added ? i : i - 1];
      return stood?.claim === claim && stood.y === ys[i] ? stood : undefined;
    });
    // most of what has no place has no room
    const cramped = claims.findIndex((claim, i) => !kept[i] && !this.#hasRoom(claim, ys[i]!));
    if (cramped >= 0) return cramped;
    const next = claims.map((claim, i) => kept[i] ?? this.#stand(claim, ys[i]!));
    for (let i = 0; i < next.length; i++) {
      if (kept[i]) continue;
      const other = next.findIndex((standing) => isInTheWay(next[i]!, standing));
      if (other >= 0) return other === added ? i : other;
    }
    return next;
  }

  /** Whether a name may stand at a height: not far from its arc, and beside the disc. */
  #hasRoom({ offer, start, written: { widthPx, heightPx } }: Claim, y: number): boolean {
    if (Math.abs(y - this.#within(start.y, heightPx)) > strayPx(offer)) return false;
    return this.#xOf(start.exit, y, widthPx, heightPx) !== null;
  }

  #stand(claim: Claim, y: number): Standing {
    const { widthPx, heightPx } = claim.written;
    const { dot, exit } = claim.start;
    const x = this.#xOf(exit, y, widthPx, heightPx)!;
    const end = { x: x - END_PX, y };
    const path = x - STUB_PX > exit.x + 1 ? [dot, exit, { x: x - STUB_PX, y }, end] : [dot, exit, end];
    const half = heightPx / 2;
    const box = { x0: x, y0: y - half + INSET_PX, x1: x + widthPx, y1: y + half - INSET_PX };
    return {
      claim,
      y,
      x,
      path,
      box,
      top: Math.min(dot.y, exit.y, y - half),
      bottom: Math.max(dot.y, exit.y, y + half),
    };
  }
}

/** How far above or below the height at which its line leaves the disc a name may stand, px. */
const strayPx = ({ isNeeded }: Offer) => (isNeeded ? FAR_PX : NEAR_PX);

/** Whether the line of one comes near the line of another, or runs through its name; and the other way round. */
function isInTheWay(a: Standing, b: Standing): boolean {
  if (a === b || a.bottom + APART_PX < b.top || b.bottom + APART_PX < a.top) return false;
  return areNear(a.path, b.path, APART_PX) || runsThrough(a.path, b.box) || runsThrough(b.path, a.box);
}

const round = (value: number) => Math.round(value * 100) / 100;
