/** Which countries are named on the map, and where: the highest values first, none over another or cut off. */
import type { CountingRule } from '../model/counting-rule.ts';
import { placeLabels, type LabelBox, type LabelCandidate } from './label-placement.ts';
import type { CountryMark } from './map-marks.ts';
import { formatValue } from './number-format.ts';
import { needsCircle } from './world-map.ts';

export interface MapLabel {
  readonly code: string;
  readonly node: number;
  readonly name: string;
  /** The value under the counting rule, as it is written. */
  readonly number: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  /** Ramp step of the country that the label stands on, 0 where it stands beside its mark. */
  readonly onStep: number;
}

interface View {
  /** Zoom factor and shift in px. */
  readonly k: number;
  readonly x: number;
  readonly y: number;
}

/** So many labels are tried; a map with more of them is a list. */
const LABEL_LIMIT = 24;
const LINE_PX = 15;
const MARGIN_PX = 4;

/**
 * Labels for the countries with a value. A label stands on its country where it fits into it, else beside it.
 * @param measure width of a text in px, in the type of the labels
 * @param obstacles boxes that no label may cover: legend, buttons, threshold
 */
export function mapLabels(
  countries: readonly CountryMark[],
  view: View,
  size: { readonly width: number; readonly height: number },
  rule: CountingRule,
  measure: (text: string) => number,
  obstacles: readonly LabelBox[] = [],
): MapLabel[] {
  const wanted = countries
    .filter(({ look, shape }) => {
      const x = shape.x * view.k + view.x;
      const y = shape.y * view.k + view.y;
      return look === 'value' && x > 0 && y > 0 && x < size.width && y < size.height;
    })
    .sort((a, b) => b.value - a.value)
    .slice(0, LABEL_LIMIT);
  const candidates = wanted.map((country): LabelCandidate => {
    const { shape, value } = country;
    const width = measure(`${shape.name} ${formatValue(value, rule)}`) + 4;
    const isCircle = needsCircle(shape, view.k);
    const [[left, top], [right, bottom]] = shape.bounds;
    const fits = !isCircle && (right - left) * view.k > width && (bottom - top) * view.k > 1.4 * LINE_PX;
    return {
      x: shape.x * view.k + view.x,
      y: shape.y * view.k + view.y,
      radius: isCircle ? 6 : fits ? 0 : Math.min(24, ((right - left) * view.k) / 4),
      width,
      height: LINE_PX,
      priority: value,
      places: fits ? ['centre'] : ['right', 'left', 'above', 'below'],
    };
  });
  const bounds = { x0: MARGIN_PX, y0: MARGIN_PX, x1: size.width - MARGIN_PX, y1: size.height - MARGIN_PX };
  return placeLabels(candidates, bounds, { obstacles }).map(
    ({ index, side, anchorX, anchorY, textAnchor }) => {
      const { shape, node, value, step } = wanted[index]!;
      return {
        code: shape.code,
        node,
        name: shape.name,
        number: formatValue(value, rule),
        x: anchorX,
        y: anchorY + 4, // from the middle of the line to its baseline
        anchor: textAnchor,
        onStep: side === 'centre' ? step : 0,
      };
    },
  );
}
