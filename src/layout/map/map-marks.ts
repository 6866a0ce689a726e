/** What each country of the map shows: its look, and which kind of nothing where it shows no record. */
import type { CertaintyScale } from '../color/certainty-levels.ts';
import { CLASS_LIMIT, classOf, rampStep } from '../classes/class-breaks.ts';
import { classify, type ClassMethod, type ClassScheme } from '../classes/class-methods.ts';
import type { CountryShape } from './world-map.ts';

/**
 * The looks: a class of the ramp, or one of four kinds of nothing. 'absent' is a boundary that the data cannot have:
 * the regions of a country of which no tag names a region.
 */
export type CountryLook = 'value' | 'none' | 'below' | 'possible' | 'absent';

/**
 * Looks that are patterns. On paper and in files one area has them all: programs take as long for each by itself, and
 * write the pattern again.
 */
export const PATTERNED_LOOKS: readonly CountryLook[] = ['possible', 'below'];

/** The counts that decide a country's look: by node, as the cross-filter gives them. */
export interface PlaceCounts {
  readonly records: ArrayLike<number>;
  /** Sum of the counted scores, in units of 1. */
  readonly scoreSum: ArrayLike<number>;
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
  /** Position of its class in the scheme, from 0; -1 where there is no value. */
  readonly classIndex: number;
  /** 1 to 5 on the ramp; 0 where there is no value. */
  readonly step: number;
  /** The class that colours it: "step-3" of the plain ramp, or one of a {@link Painting}. */
  readonly fill: string;
}

export interface MapMarks {
  readonly countries: readonly CountryMark[];
  readonly scheme: ClassScheme;
  /** What other colours than the ramp's say; null for the ramp. */
  readonly painted: Painted | null;
  /** The looks that occur, for the legend. */
  readonly looks: ReadonlySet<CountryLook>;
}

/** What colours say that are not the plain ramp's, for the legend. */
export type Painted =
  | { readonly kind: 'certainty'; readonly scale: CertaintyScale }
  | {
      readonly kind: 'against';
      readonly title: string;
      readonly note: string;
      /** Areas of each class; null where there is nothing to compare. */
      readonly places: readonly number[] | null;
      /** What stands below the classes: what cannot be told, or what is seen where nothing is compared; null for nothing. */
      readonly rest: { readonly name: string; readonly words: string } | null;
    };

/** Colours that say something else than the plain ramp's: "vsup-0-2" of the uncertainty palette, "against-3". */
export interface Painting {
  /** So many classes of value it has. */
  readonly classLimit: number;
  /** The same marks in its colours. */
  readonly paint: (marks: MapMarks) => MapMarks;
  /** The class that colours a city's circle; "", or no such function, for the look of its own. */
  readonly cityFill?: (node: number) => string;
}

/** How areas are coloured. */
export interface MarkOptions {
  /** Whether values are counts. */
  readonly whole: boolean;
  /** How values are cut into classes; 'auto' for what suits them. */
  readonly method: ClassMethod | 'auto';
  /** Other colours than the plain ramp's; null for these. */
  readonly painting: Painting | null;
  /** Whether the data can tell these areas apart at all. */
  readonly tellable: boolean;
}

/**
 * Classes the areas' values and tells the kinds of nothing apart.
 * @param nodeOf the node of an ISO code, or undefined
 * @param value the node's value under the counting rule
 */
export function markCountries(
  shapes: readonly CountryShape[],
  counts: PlaceCounts,
  nodeOf: (code: string) => number | undefined,
  value: (node: number) => number,
  options: MarkOptions,
): MapMarks {
  const nodes = shapes.map((shape) => nodeOf(shape.code) ?? -1);
  const values = nodes.map((node) => (node < 0 ? 0 : value(node)));
  const scheme = classify(values, options.method, options.whole, options.painting?.classLimit ?? CLASS_LIMIT);
  const countries = shapes.map((shape, i): CountryMark => {
    const node = nodes[i]!;
    const look = options.tellable ? lookOf(counts, node) : 'absent';
    // a score sum of 0.00 is still a record: it takes the first class
    const classNumber = look === 'value' ? Math.max(1, classOf(values[i]!, scheme.classes)) : 0;
    const classCount = Math.max(1, scheme.classes.length);
    const step = rampStep(classNumber, classCount);
    const fill = `step-${step}`;
    return { shape, node, value: values[i]!, look, classIndex: classNumber - 1, step, fill };
  });
  const marks = { countries, scheme, painted: null, looks: new Set(countries.map(({ look }) => look)) };
  return options.painting?.paint(marks) ?? marks;
}

function lookOf(counts: PlaceCounts, node: number): CountryLook {
  if (node >= 0 && counts.records[node]! > 0) return 'value';
  if (node >= 0 && counts.belowThreshold[node]! > 0) return 'below';
  const possible = node >= 0 ? counts.possible[node]! : counts.withHidden;
  return possible > 0 ? 'possible' : 'none';
}
