/**
 * Which places are named on the map, and where: the highest values first, none over another, over an area with a value
 * of its own, or cut off.
 */
import type { CountingRule } from '../model/counting-rule.ts';
import type { CityMark } from './city-marks.ts';
import { AROUND, ON_MARK, placeLabels, type LabelBox, type LabelCandidate } from './label-placement.ts';
import type { CountryMark } from './map-marks.ts';
import { formatValue } from './number-format.ts';
import { shapeCovers } from './shape-covers.ts';
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
}

interface View {
  /** Zoom factor and shift in px. */
  readonly k: number;
  readonly x: number;
  readonly y: number;
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

const within = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));

function nameableArea({ shape, node, value, step }: CountryMark, view: View): Nameable {
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
    radiusPx: isCircle ? 6 : Math.min(24, width / 4),
    roomPx: isCircle ? [0, 0] : [width, height / 1.4],
    step,
    isCity: false,
  };
}

function nameableCity({ node, name, value, x, y, radiusPx }: CityMark, view: View): Nameable {
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
 * Labels for the areas and cities with a value. A label stands on its area where it fits into it, else beside it.
 * @param measure width of a text in px, in the type of the labels
 * @param obstacles boxes that no label may cover: legend, buttons, threshold
 */
export function mapLabels(
  marks: { readonly areas: readonly CountryMark[]; readonly cities: readonly CityMark[] },
  view: View,
  size: { readonly width: number; readonly height: number },
  rule: CountingRule,
  measure: (text: string) => number,
  obstacles: readonly LabelBox[] = [],
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
    .sort((a, b) => b.value - a.value)
    .slice(0, LABEL_LIMIT)
    .map((mark) => ('shape' in mark ? nameableArea(mark, view) : nameableCity(mark, view)));
  const bounds = { x0: MARGIN_PX, y0: MARGIN_PX, x1: size.width - MARGIN_PX, y1: size.height - MARGIN_PX };
  const candidates = wanted.map((place): LabelCandidate => {
    const width = measure(`${place.name} ${formatValue(place.value, rule)}`) + 4;
    const fits = place.roomPx[0] > width && place.roomPx[1] > LINE_PX;
    return {
      x: place.x,
      // where a map ends, as at Antarctica, the middle may be too near
      y: fits ? within(place.y, bounds.y0 + LINE_PX / 2, bounds.y1 - LINE_PX / 2) : place.y,
      radius: fits ? LINE_PX : place.radiusPx, // a line away from a city’s name in the middle
      width,
      height: LINE_PX,
      priority: place.value,
      places: fits ? ON_MARK : AROUND,
      // but for its ends it may lie on no other area with a value: no line leads from it to its own; a city is in one,
      // and its circle tells whose label it is
      mayCover: ({ x0, x1, y0, y1 }) => {
        const x = (x0 + width / 6 - view.x) / view.k;
        const y = ((y0 + y1) / 2 - view.y) / view.k;
        const toX = (x1 - width / 6 - view.x) / view.k;
        const isOther = ({ node, shape }: CountryMark) =>
          node !== place.node && shapeCovers(shape, x, y, toX);
        return place.isCity || !valued.some(isOther);
      },
    };
  });
  return placeLabels(candidates, bounds, { obstacles }).map(
    ({ index, side, anchorX, anchorY, textAnchor }) => {
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
      };
    },
  );
}
