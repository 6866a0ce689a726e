/**
 * A map coloured by how often its places are tagged, against all records: loaded when a person asks for it. A colour
 * away from the middle says that chance alone would hardly make such a difference.
 */
import { againstName } from '../color/against-palette.ts';
import { CLASS_LIMIT } from '../classes/class-breaks.ts';
import type { CountryMark, MapMarks, Painting } from './map-marks.ts';

/** How a place stands against all records. */
export interface Standing {
  /** How many times as often as expected. */
  readonly value: number;
  /** "more" and "less" where chance alone is unlikely; "untold" of too few records. */
  readonly verdict: 'more' | 'less' | 'expected' | 'untold';
}

/** Each node's; null where no record at all shows the node. */
export type Standings = (node: number) => Standing | null;

/** The classes, which are the colours' positions; breaks are as far from 1 on either side. */
export const AGAINST_LABELS: readonly string[] = [
  'under ½×',
  '½× to 1×',
  'no clear difference',
  '1× to 2×',
  'over 2×',
];
const MIDDLE = 2;

/** Where it cannot be told: the position after the classes. */
const UNTOLD = AGAINST_LABELS.length;

/** The swatches below the classes. */
const TAGGED = { name: againstName(MIDDLE), words: 'tagged' };
const TOO_FEW = { name: againstName(UNTOLD), words: 'too few records to tell' };

/** What the colours of a comparison say, under the legend's title. */
const titleOf = (against: string): string => `Tagged here, against ${against}`;
export const AGAINST_NOTE = 'coloured only where chance alone is unlikely';
/** More on that, for who asks. */
export const AGAINST_MEANING =
  'How often a place is tagged in what is filtered, against how often in all records, or in what is compared with ' +
  '(location quotient). Of places that do not differ up to one in twenty is coloured by chance. Hidden tags count as not tagged.';
export const NOTHING_PASSES = 'No record passes the filters: there is nothing to compare';
export const THE_SAME =
  'Both let the same records pass here: change a filter by another kind than place to compare';
export const NOTHING_TO_COMPARE = 'Filter by a topic, an author or a word to compare with all records';

/** The class of a place, as a position among {@link AGAINST_LABELS}, or {@link UNTOLD}. */
export function againstClass({ value, verdict }: Standing): number {
  if (verdict === 'untold') return UNTOLD;
  if (verdict === 'expected') return MIDDLE;
  if (verdict === 'less') return value < 1 / 2 ? 0 : 1;
  return value > 2 ? 4 : 3;
}

/**
 * The colours of a comparison. A place that no record shows under the filter keeps its kind of nothing, unless that
 * is clearly less than expected.
 * @param seen what the filter leaves: the records by node, and how many they are of
 * @param standings null where there is nothing to compare: then whatever is seen is as expected
 * @param reference what is compared with, in words; undefined for all records
 */
export function againstPainting(
  { records, considered }: { readonly records: ArrayLike<number>; readonly considered: number },
  standings: Standings | null,
  reference?: string,
): Painting {
  const same = reference === undefined ? NOTHING_TO_COMPARE : THE_SAME;
  const withoutClasses = considered > 0 ? same : NOTHING_PASSES;
  const classOf = (node: number): number => {
    const isSeen = node >= 0 && records[node]! > 0;
    if (!standings) return isSeen ? MIDDLE : -1;
    const standing = node < 0 ? null : standings(node);
    const index = standing ? againstClass(standing) : -1;
    return isSeen || index < MIDDLE ? index : -1;
  };
  const painted = (mark: CountryMark): CountryMark => {
    const classIndex = mark.look === 'absent' ? -1 : classOf(mark.node);
    return classIndex < 0 ? mark : { ...mark, look: 'value', classIndex, fill: againstName(classIndex) };
  };
  return {
    classLimit: CLASS_LIMIT,
    paint: (marks: MapMarks) => {
      const countries = marks.countries.map(painted);
      const placesOf = (index: number) => countries.filter(({ classIndex }) => classIndex === index).length;
      return {
        ...marks,
        countries,
        looks: new Set(countries.map(({ look }) => look)),
        painted: {
          kind: 'against',
          title: titleOf(reference ?? 'all records'),
          note: standings ? AGAINST_NOTE : withoutClasses,
          places: standings && AGAINST_LABELS.map((_, i) => placesOf(i)),
          rest: !standings ? TAGGED : placesOf(UNTOLD) > 0 ? TOO_FEW : null,
        },
      };
    },
    cityFill: (node) => {
      const index = classOf(node);
      return index < 0 ? '' : againstName(index);
    },
  };
}
