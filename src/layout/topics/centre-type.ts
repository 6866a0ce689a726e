/** The number in the hole of a sunburst and what it counts, below it: in the middle, and clear of the rings. */

/** A line of type around (0, 0). */
export interface CentreLine {
  readonly text: string;
  readonly sizePx: number;
  /** Of its baseline, px below the middle. */
  readonly y: number;
}

export interface CentreType {
  readonly number: CentreLine;
  /** One line, or two where one would be too small. */
  readonly unit: readonly CentreLine[];
}

/** Width of a text of such a size and weight, px. */
export type MeasureType = (text: string, sizePx: number, weight: number) => number;

export const NUMBER_WEIGHT = 650;
export const UNIT_WEIGHT = 400;

/** The number has at least so much of the unit's size. */
const LEAST_RATIO = 1.5;
const LARGEST_UNIT_PX = 12;
/** Smaller, a line of it is rather broken in two. */
const CALM_UNIT_PX = 10;
const LEAST_UNIT_PX = 8;
const LEAST_NUMBER_PX = 22;
const MOST_NUMBER_PX = 34;
/** Between type and rim. */
const GAP_PX = 4;
/** Shares of a size: how high figures are, how far letters hang down, from line to line, from number to unit. */
const [CAP, HANG, PITCH, BELOW] = [0.72, 0.2, 1.15, 1.2];

/**
 * As large as fits.
 * @param unit what is counted, in the parts that may stand on lines of their own: ["to 148", "records"]
 * @param radiusPx of the hole
 */
export function centreType(
  number: string,
  unit: readonly string[],
  radiusPx: number,
  measure: MeasureType,
): CentreType {
  const one = [unit.join(' ')];
  const ways: (readonly [lines: readonly string[], largest: number, least: number])[] = [
    [one, LARGEST_UNIT_PX, CALM_UNIT_PX],
    [unit, LARGEST_UNIT_PX, LEAST_UNIT_PX],
    [one, CALM_UNIT_PX, LEAST_UNIT_PX],
  ];
  const largest = Math.min(MOST_NUMBER_PX, Math.max(LEAST_NUMBER_PX, Math.floor(radiusPx * 0.5)));
  for (const [lines, from, to] of ways) {
    for (let unitPx = from; unitPx >= to; unitPx--) {
      for (let numberPx = largest; numberPx >= unitPx * LEAST_RATIO; numberPx--) {
        const type = stack(number, numberPx, lines, unitPx);
        if (isWithin(type, radiusPx, measure)) return type;
      }
    }
  }
  return stack(number, LEAST_UNIT_PX * LEAST_RATIO, one, LEAST_UNIT_PX);
}

function stack(number: string, numberPx: number, lines: readonly string[], unitPx: number): CentreType {
  const height = CAP * numberPx + BELOW * unitPx + (lines.length - 1) * PITCH * unitPx;
  const first = CAP * numberPx - height / 2;
  return {
    number: { text: number, sizePx: numberPx, y: round(first) },
    unit: lines.map((text, i) => ({
      text,
      sizePx: unitPx,
      y: round(first + BELOW * unitPx + i * PITCH * unitPx),
    })),
  };
}

function isWithin({ number, unit }: CentreType, radiusPx: number, measure: MeasureType): boolean {
  return (
    isLineWithin(number, NUMBER_WEIGHT, radiusPx, measure) &&
    unit.every((line) => isLineWithin(line, UNIT_WEIGHT, radiusPx, measure))
  );
}

function isLineWithin(
  { text, sizePx, y }: CentreLine,
  weight: number,
  radiusPx: number,
  measure: MeasureType,
): boolean {
  const far = Math.max(Math.abs(y - CAP * sizePx), Math.abs(y + HANG * sizePx));
  return far < radiusPx && measure(text, sizePx, weight) / 2 + GAP_PX <= Math.sqrt(radiusPx ** 2 - far ** 2);
}

const round = (value: number) => Math.round(value * 100) / 100;
