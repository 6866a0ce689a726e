/**
 * Which places are named on the map, and where: the highest values first, none over another, over an area with a value
 * that is not its own, or cut off.
 */
import type { CountingRule } from '../../model/counting-rule.ts';
import { LEADING_PX, sightOf, spotsBeside, spotsWithin, type Sight } from './area-room.ts';
import type { CityMark } from './city-marks.ts';
import { BoxIndex, boxesOverlap, type LabelBox } from '../text/box-index.ts';
import {
  AROUND,
  placeLabels,
  type LabelCandidate,
  type LabelForm,
  type LabelSpot,
  type Leader,
} from '../text/label-placement.ts';
import type { Magnification } from './magnification.ts';
import type { CountryMark } from './map-marks.ts';
import { formatValue } from '../text/number-format.ts';
import { extentOf, heldBy, shapeMeets } from './shape-covers.ts';
import { CIRCLE_BELOW_PX2, needsCircle, type CountryShape } from './world-map.ts';

/** A line of a label; either part may be "". */
export interface LabelRow {
  readonly name: string;
  /** The value under the counting rule, as it is written. */
  readonly number: string;
  /** Its baseline, px. */
  readonly y: number;
}

export interface MapLabel {
  readonly key: string;
  readonly node: number;
  /** One line, or two where the name fits onto its area so. */
  readonly rows: readonly LabelRow[];
  readonly x: number;
  readonly anchor: 'start' | 'middle' | 'end';
  /** The class that colours the area that the label stands on, "" where it stands beside its mark. */
  readonly on: string;
  readonly isCity: boolean;
  /** From the place to a label that stands away from it, else null. */
  readonly leader: Leader | null;
}

/** A place that may be named. */
interface Nameable {
  readonly key: string;
  readonly node: number;
  readonly name: string;
  readonly value: number;
  /** px on the screen. */
  readonly x: number;
  readonly y: number;
  readonly radiusPx: number;
  /** The area to name, and what of it is in sight; null for what is drawn as a circle. */
  readonly area: CountryMark | null;
  readonly sight: Sight | null;
  readonly isCity: boolean;
}

/** So many labels are tried; a map with more of them is a list. */
const LABEL_LIMIT = 32;
/** On a map that is narrower than this, px, so many are tried and so many drawn, in smaller type. */
const NARROW_PX = 480;
const NARROW_LIMIT = 12;
const NARROW_COUNT = 8;
const MARGIN_PX = 4;
/** So many of the highest values, and what the filter includes, have a line to their name where none is free beside them. */
const LED_LIMIT = 6;
/** So many of them, and what the filter includes, may have it over others, where there is nothing else. */
const OVER_LIMIT = 3;
/** A longer line is hard to follow to its place: a tenth of the map's width, and within these, px. */
const LED_REACH = 0.1;
const LED_REACH_PX = [32, 90] as const;
/** Of an area whose middle is not in sight, so much must be for a name, px²; of one that is included, what can be seen. */
const IN_SIGHT_PX2 = 120;
/** A circle that stands for a country, with its edge, px. */
const CIRCLE_PX = 6;

/** Size of the type of a map's labels, px. */
export const labelSizePx = (mapWidth: number) => (mapWidth < NARROW_PX ? 11 : 12);

const lineOf = (mapWidth: number) => labelSizePx(mapWidth) + 3;

function nameableArea(mark: CountryMark, view: Magnification, sight: Sight | null): Nameable {
  const { shape, node, value } = mark;
  const { x, y } = sight ?? shape;
  return {
    key: shape.code,
    node,
    name: shape.name,
    value,
    x: x * view.k + view.x,
    y: y * view.k + view.y,
    radiusPx: sight ? 1 : CIRCLE_PX,
    area: sight && mark,
    sight,
    isCity: false,
  };
}

function nameableCity({ node, name, value, x, y, radiusPx }: CityMark, view: Magnification): Nameable {
  return {
    key: `city ${node}`,
    node,
    name,
    value,
    x: x * view.k + view.x,
    y: y * view.k + view.y,
    radiusPx,
    area: null,
    sight: null,
    isCity: true,
  };
}

/** A label as it is written: its lines. */
type Written = readonly (readonly [name: string, number: string])[];

/** In one line, with the number below, broken within the name, a word a line: the preferred first. */
function writings(name: string, number: string): Written[] {
  const words = name.split(' ');
  const broken = (lines: readonly string[]): Written => lines.map((line) => [line, '']);
  return [
    [[name, number]],
    [...broken([name]), ['', number]],
    ...words.slice(1).map((_, i): Written => {
      const at = words.length - 1 - i;
      return [...broken([words.slice(0, at).join(' ')]), [words.slice(at).join(' '), number]];
    }),
    ...(words.length > 1 ? [[...broken(words), ['', number]] as const] : []),
  ];
}

/**
 * Labels for the areas and cities with a value. A label stands on its area where it fits into it, in one line or two,
 * else along its coast; the foremost have a short line to it where there is no room either. What needs a longer one has
 * none, and a lower value beside its place may have its name all the same.
 * @param measure width of a text in px, in type of 12 px
 * @param obstacles boxes that no label may cover: legend, buttons, threshold
 * @param included nodes that come before all others
 */
export function mapLabels(
  marks: { readonly areas: readonly CountryMark[]; readonly cities: readonly CityMark[] },
  view: Magnification,
  size: { readonly width: number; readonly height: number },
  rule: CountingRule,
  measure: (text: string) => number,
  obstacles: readonly LabelBox[] = [],
  included: ReadonlySet<number> = new Set(),
): MapLabel[] {
  const linePx = lineOf(size.width);
  const isNarrow = size.width < NARROW_PX;
  // of what lies behind a globe, a part may lie before it
  const valued = marks.areas.filter(
    ({ look, shape }) => look === 'value' && !(shape.isBehind && needsCircle(shape, view.k)),
  );
  /** The valued areas, which are compared with thousands of boxes. */
  const where = new BoxIndex<CountryMark>();
  for (const area of valued) {
    const [[x0, y0], [x1, y1]] = extentOf(area.shape);
    where.add({ x0, y0, x1, y1 }, area);
  }
  const cities = marks.cities.filter((city) => city.value > 0);
  const isInView = (at: { readonly x: number; readonly y: number }) => {
    const [x, y] = [at.x * view.k + view.x, at.y * view.k + view.y];
    return x > 0 && y > 0 && x < size.width && y < size.height;
  };
  // where a coast is drawn plainly a port may lie beside it
  const isAt = (shape: CountryShape, { x, y, radiusPx }: CityMark) =>
    shapeMeets(shape, [[x - radiusPx / view.k, y, x + radiusPx / view.k]]);
  // a region’s only city, with all of its value, would say the same again
  const saysMore = (city: CityMark) =>
    !valued.some(
      ({ shape, value }) =>
        value === city.value &&
        isAt(shape, city) &&
        !cities.some((other) => other !== city && isAt(shape, other)),
    );
  const bounds = { x0: MARGIN_PX, y0: MARGIN_PX, x1: size.width - MARGIN_PX, y1: size.height - MARGIN_PX };
  const nameables = (mark: CountryMark): Nameable | [] => {
    const { shape, node } = mark;
    const isCircle = needsCircle(shape, view.k);
    if (isInView(shape) && !shape.isBehind)
      return nameableArea(mark, view, isCircle ? null : { part: shape.parts[0]!, x: shape.x, y: shape.y });
    const enough = included.has(node) ? CIRCLE_BELOW_PX2 : IN_SIGHT_PX2;
    const sight = isCircle ? null : sightOf(shape, view, bounds, enough);
    return sight ? nameableArea(mark, view, sight) : [];
  };
  const most = isNarrow ? NARROW_COUNT : LABEL_LIMIT;
  const chosen = (place: Nameable) => Number(included.has(place.node));
  const all = [
    ...cities.filter((city) => isInView(city) && saysMore(city)).map((city) => nameableCity(city, view)),
    ...valued.flatMap(nameables),
  ].sort((a, b) => chosen(b) - chosen(a) || b.value - a.value);
  const includedCount = all.filter(chosen).length;
  const wanted = all.slice(0, Math.max(isNarrow ? NARROW_LIMIT : LABEL_LIMIT, includedCount));
  const circles = [
    ...cities.map((city) => nameableCity(city, view)),
    ...valued.filter(({ shape }) => needsCircle(shape, view.k)).map((area) => nameableArea(area, view, null)),
  ].map(({ node, x, y, radiusPx: r }) => ({ node, x0: x - r, y0: y - r, x1: x + r, y1: y + r }));

  /** Level lines through the letters of a box: [from, y, to], px before zooming. */
  const through = ({ x0, y0, x1, y1 }: LabelBox) => {
    const line = (y: number) =>
      [(x0 - view.x) / view.k, (y - view.y) / view.k, (x1 - view.x) / view.k] as const;
    return [line(y0 + LEADING_PX), line((y0 + y1) / 2), line(y1 - LEADING_PX)] as const;
  };
  /** The area with a value that a box stands on, by its middle. */
  const areaUnder = ([, [x, y, toX]]: ReturnType<typeof through>) =>
    valued.find(({ shape }) => shapeMeets(shape, [[(x + toX) / 2, y, (x + toX) / 2]]));
  /** How a label is written that has this size. */
  const written = new Map<LabelForm, Written>();
  const formOf = (rows: Written): LabelForm => {
    const form = {
      width:
        (Math.max(...rows.map((row) => measure(row.join(' ').trim()))) * labelSizePx(size.width)) / 12 + 3,
      height: rows.length * linePx,
    };
    written.set(form, rows);
    return form;
  };
  function* spotsOf(sight: Sight, forms: readonly LabelForm[], outside: number): Generator<LabelSpot> {
    for (const form of forms) yield* spotsWithin(sight, view, form, bounds);
    for (const form of forms.slice(0, outside)) yield* spotsBeside(sight, view, form);
  }

  const [least, longest] = LED_REACH_PX;
  const reach = Math.min(longest, Math.max(least, LED_REACH * size.width));
  const candidateOf = (place: Nameable, rank: number): LabelCandidate => {
    const forms = writings(place.name, formatValue(place.value, rule)).map(formOf);
    // where there is little room to the sides, what stands beside a mark is broken into lines too
    const outside = isNarrow ? forms.length : 1;
    return {
      x: place.x,
      y: place.y,
      radius: place.radiusPx,
      ...forms[0]!,
      forms: forms.slice(isNarrow ? -1 : 1).slice(0, 1),
      priority: -rank,
      spots: place.sight ? spotsOf(place.sight, forms, outside) : [],
      places: place.sight ? [] : AROUND,
      reach: rank - includedCount < LED_LIMIT ? place.radiusPx + reach : 0,
      overOthers: rank - includedCount < OVER_LIMIT,
      // on an area with a value only where it is wholly on its own, or on the one that its city is in
      mayCover: (box, side) => {
        if (circles.some((circle) => circle.node !== place.node && boxesOverlap(circle, box))) return false;
        // its line says whose it is
        if (side === 'over') return true;
        const lines = through(box);
        if (side === 'centre' || place.isCity) {
          const on = side === 'centre' ? place.sight?.part : areaUnder(lines)?.shape.parts[0];
          if (on) return lines.every((line) => heldBy(on, ...line) === 'all');
        }
        const [[x0, top, x1], , [, bottom]] = lines;
        return !where.someNear(
          { x0, y0: top, x1, y1: bottom },
          ({ node, shape }) => (place.area !== null || node !== place.node) && shapeMeets(shape, lines),
        );
      },
    };
  };
  // by rank: none that comes later takes room from one before, and each has what is left right beside it
  const placed = placeLabels(wanted.map(candidateOf), bounds, { obstacles });
  const drawn = placed.filter(({ index }, i) => index < includedCount || i < most);
  return drawn.map(({ index, side, box, form, anchorX, anchorY, textAnchor, leader }) => {
    const { key, node, name, value, area, isCity } = wanted[index]!;
    const rows = written.get(form) ?? [[name, formatValue(value, rule)] as const];
    const on = side === 'centre' ? area : isCity && !leader && areaUnder(through(box));
    return {
      key,
      node,
      rows: rows.map(([words, number], i) => ({
        name: words,
        number,
        // from the middle of the line to its baseline
        y: anchorY + 4 + (i - (rows.length - 1) / 2) * linePx,
      })),
      x: anchorX,
      anchor: textAnchor,
      on: on ? on.fill : '',
      isCity,
      leader,
    };
  });
}
