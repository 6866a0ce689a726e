/**
 * A map coloured by how often its places are tagged, against all records: loaded when a person asks for it. A colour
 * away from the middle says that chance alone would hardly make such a difference.
 */
import { AGAINST_NOTE, whyNotCompared } from '../classes/against-words.ts';
import { againstName } from '../color/against-palette.ts';
import {
  AGAINST_LABELS,
  AGAINST_MIDDLE,
  AGAINST_UNTOLD,
  againstClass,
  UNTOLD_LABEL,
  type Standing,
} from '../classes/against-classes.ts';
import { CLASS_LIMIT } from '../classes/class-breaks.ts';
import type { CountryMark, MapMarks, Painting } from './map-marks.ts';

/** Each node's; null where no record at all shows the node. */
export type Standings = (node: number) => Standing | null;

/** The swatches below the classes. */
const TAGGED = { name: againstName(AGAINST_MIDDLE), words: 'tagged' };
const TOO_FEW = { name: againstName(AGAINST_UNTOLD), words: UNTOLD_LABEL };

/** What the colours of a comparison say, under the legend's title. */
const titleOf = (against: string): string => `Tagged here, against ${against}`;

/** What is compared with in the place of all records: in words, and whether no record passes there. */
export interface Reference {
  readonly words: string;
  readonly isEmpty: boolean;
}

/**
 * The colours of a comparison. A place that no record shows under the filter keeps its kind of nothing, unless that
 * is clearly less than expected.
 * @param seen what the filter leaves: the records by node, and how many they are of
 * @param standings null where there is nothing to compare: then whatever is seen is as expected
 * @param reference what is compared with; undefined for all records
 */
export function againstPainting(
  { records, considered }: { readonly records: ArrayLike<number>; readonly considered: number },
  standings: Standings | null,
  reference?: Reference,
): Painting {
  const classOf = (node: number): number => {
    const isSeen = node >= 0 && records[node]! > 0;
    if (!standings) return isSeen ? AGAINST_MIDDLE : -1;
    const standing = node < 0 ? null : standings(node);
    const index = standing ? againstClass(standing) : -1;
    return isSeen || index < AGAINST_MIDDLE ? index : -1;
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
          title: titleOf(reference?.words ?? 'all records'),
          note: standings ? AGAINST_NOTE : whyNotCompared('place', considered, reference),
          places: standings && AGAINST_LABELS.map((_, i) => placesOf(i)),
          rest: !standings ? TAGGED : placesOf(AGAINST_UNTOLD) > 0 ? TOO_FEW : null,
        },
      };
    },
    cityFill: (node) => {
      const index = classOf(node);
      return index < 0 ? '' : againstName(index);
    },
  };
}
