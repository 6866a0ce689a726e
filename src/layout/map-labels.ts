/**
 * Which places are named on the map, and where: the highest values first, none over another, over an area with a value
 * of its own, or cut off.
 */
import type { CountingRule } from '../model/counting-rule.ts';
import type { CityMark } from './city-marks.ts';
import {
  AROUND,
  boxesOverlap,
  ON_MARK,
  placeLabels,
  type LabelBox,
  type LabelCandidate,
  type Leader,
} from './label-placement.ts';
import type { CountryMark } from './map-marks.ts';
import { formatValue } from './number-format.ts';
import { shapeCovers } from './shape-covers.ts';
import type { Magnification } from './magnification.ts';
import { needsCircle } from './world-map.ts';

export interface MapLabel {
  readonly key: string;
  readonly node: number;
  readonly name: string;
  /** The value under the counting rule, as it is written. */
  readonly number: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  /** Ramp step of the area that the label stands on, 0 where it stands beside its mark. */
  readonly onStep: number;
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
  /** Largest size of a label that fits on the mark itself, px. */
  readonly roomPx: readonly [number, number];
  readonly step: number;
  readonly isCity: boolean;
}

/** So many labels are tried; a map with more of them is a list. */
const LABEL_LIMIT = 32;
const LINE_PX = 15;
const MARGIN_PX = 4;
/** The highest values are named though there is no room beside them, and what the filter includes. */
const LED_LIMIT = 6;
/** So far from their place, of the map's width: on a phone a line of the usual length would cross a continent. */
const LED_REACH = 0.12;
/** A circle that stands for a country, with its edge, px. */
const CIRCLE_PX = 6;

const within = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));

function nameableArea({ shape, node, value, step }: CountryMark, view: Magnification): Nameable {
  const [[left, top], [right, bottom]] = shape.bounds;
  const [width, height] = [(right - left) * view.k, (bottom - top) * view.k];
  const isCircle = needsCircle(shape, view.k);
  return {
    key: shape.code,
    node,
    name: shape.name,
    value,
    x: shape.x * view.k + view.x,
    y: shape.y * view.k + view.y,
    radiusPx: isCircle ? CIRCLE_PX : Math.min(24, width / 4),
    roomPx: isCircle ? [0, 0] : [width, height / 1.4],
    step,
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
    roomPx: [0, 0],
    step: 0,
    isCity: true,
  };
}

/**
 * Labels for the areas and cities with a value. A label stands on its area where it fits into it, else beside it; the
 * foremost are led away by a line where there is no room either.
 * @param measure width of a text in px, in the type of the labels
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
  const valued = marks.areas.filter(({ look }) => look === 'value');
  const isInView = (at: { readonly x: number; readonly y: number }) => {
    const [x, y] = [at.x * view.k + view.x, at.y * view.k + view.y];
    return x > 0 && y > 0 && x < size.width && y < size.height;
  };
  const wanted = [
    ...marks.cities.filter((city) => city.value > 0 && isInView(city)),
    ...valued.filter(({ shape }) => !shape.isBehind && isInView(shape)),
  ]
    .sort((a, b) => Number(included.has(b.node)) - Number(included.has(a.node)) || b.value - a.value)
    .slice(0, LABEL_LIMIT)
    .map((mark) => ('shape' in mark ? nameableArea(mark, view) : nameableCity(mark, view)));
  const bounds = { x0: MARGIN_PX, y0: MARGIN_PX, x1: size.width - MARGIN_PX, y1: size.height - MARGIN_PX };
  const circles = [
    ...marks.cities.filter((city) => city.value > 0).map((city) => nameableCity(city, view)),
    ...valued
      .filter(({ shape }) => !shape.isBehind && needsCircle(shape, view.k))
      .map((area) => nameableArea(area, view)),
  ].map(({ node, x, y, radiusPx: r }) => ({ node, x0: x - r, y0: y - r, x1: x + r, y1: y + r }));
  const candidates = wanted.map((place, rank): LabelCandidate => {
    const width = measure(`${place.name} ${formatValue(place.value, rule)}`) + 4;
    const fits = place.roomPx[0] > width && place.roomPx[1] > LINE_PX;
    return {
      x: place.x,
      // where a map ends, as at Antarctica, the middle may be too near
      y: fits ? within(place.y, bounds.y0 + LINE_PX / 2, bounds.y1 - LINE_PX / 2) : place.y,
      radius: fits ? LINE_PX : place.radiusPx, // a line away from a city’s name in the middle
      width,
      height: LINE_PX,
      priority: -rank,
      places: fits ? ON_MARK : AROUND,
      reach: rank < LED_LIMIT || included.has(place.node) ? LED_REACH * size.width : 0,
      // but for its far end it may lie on no other area with a value, nor may one lie between; a line tells whose it is
      // where it is led away, but not on another; a city is in one, and its circle tells
      mayCover: (box, isLed) => {
        if (circles.some((circle) => circle.node !== place.node && boxesOverlap(circle, box))) return false;
        const { x0, x1, y0, y1 } = box;
        const from = !isLed && place.x < x0 ? place.x : x0 + width / 6;
        const to = !isLed && place.x > x1 ? place.x : x1 - width / 6;
        const [x, toX, y] = [
          (from - view.x) / view.k,
          (to - view.x) / view.k,
          ((y0 + y1) / 2 - view.y) / view.k,
        ];
        const isOther = ({ node, shape }: CountryMark) =>
          node !== place.node && shapeCovers(shape, x, y, toX);
        return place.isCity || !valued.some(isOther);
      },
    };
  });
  return placeLabels(candidates, bounds, { obstacles }).map(
    ({ index, side, anchorX, anchorY, textAnchor, leader }) => {
      const { key, node, name, value, step, isCity } = wanted[index]!;
      return {
        key,
        node,
        name,
        number: formatValue(value, rule),
        x: anchorX,
        y: anchorY + 4, // from the middle of the line to its baseline
        anchor: textAnchor,
        onStep: side === 'centre' ? step : 0,
        isCity,
        leader,
      };
    },
  );
}
