/** What each country of the map shows: its look, and which kind of nothing where it shows no record. */
import { classBreaks, classOf, rampStep, type ValueClass } from './class-breaks.ts';
import type { CountryShape } from './world-map.ts';

/**
 * The looks: a class of the ramp, or one of three kinds of nothing that a filter can lead to. The fourth, a
 * boundary that the data cannot have, does not occur on a map of ISO 3166-1 entities.
 */
export type CountryLook = 'value' | 'none' | 'below' | 'possible';

/** The counts that decide a country's look: by node, as the cross-filter gives them. */
export interface PlaceCounts {
  readonly records: ArrayLike<number>;
  readonly belowThreshold: ArrayLike<number>;
  readonly possible: ArrayLike<number>;
  /** Records with hidden tags: possible wherever the dataset has no node. */
  readonly withHidden: number;
}

export interface CountryMark {
  readonly shape: CountryShape;
  /** The node of the country, or -1 where no record of the dataset is tagged there. */
  readonly node: number;
  readonly value: number;
  readonly look: CountryLook;
  /** 1 to 5 on the ramp; 0 where there is no value. */
  readonly step: number;
}

export interface MapMarks {
  readonly countries: readonly CountryMark[];
  readonly classes: readonly ValueClass[];
  /** The looks that occur, for the legend. */
  readonly looks: ReadonlySet<CountryLook>;
}

/**
 * Classes the countries' values and tells the kinds of nothing apart.
 * @param nodeOf the node of an ISO code, or undefined
 * @param value the node's value under the counting rule
 * @param whole whether values are counts
 */
export function markCountries(
  shapes: readonly CountryShape[],
  counts: PlaceCounts,
  nodeOf: (code: string) => number | undefined,
  value: (node: number) => number,
  whole: boolean,
): MapMarks {
  const nodes = shapes.map((shape) => nodeOf(shape.code) ?? -1);
  const values = nodes.map((node) => (node < 0 ? 0 : value(node)));
  const classes = classBreaks(values, whole);
  const countries = shapes.map((shape, i): CountryMark => {
    const node = nodes[i]!;
    const look = lookOf(counts, node);
    // a score sum of 0.00 is still a record: it takes the first step of the ramp
    const step =
      look === 'value' ? rampStep(Math.max(1, classOf(values[i]!, classes)), Math.max(1, classes.length)) : 0;
    return { shape, node, value: values[i]!, look, step };
  });
  return { countries, classes, looks: new Set(countries.map((country) => country.look)) };
}

function lookOf(counts: PlaceCounts, node: number): CountryLook {
  if (node >= 0 && counts.records[node]! > 0) return 'value';
  if (node >= 0 && counts.belowThreshold[node]! > 0) return 'below';
  const possible = node >= 0 ? counts.possible[node]! : counts.withHidden;
  return possible > 0 ? 'possible' : 'none';
}
