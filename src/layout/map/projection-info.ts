/** The projections of the world in words, for the switch and for captions. */
import type { FlatProjectionId } from './flat-projection.ts';

/** The projections of the switch. */
export type WorldProjectionId = FlatProjectionId | 'globe';

/** What the switch, the about panel and image captions say of a projection. */
export interface WorldProjectionInfo {
  readonly id: WorldProjectionId;
  readonly label: string;
  /** One sentence. */
  readonly description: string;
  /** Who made it, where it is described. */
  readonly source: string;
}

/** In the order of the switch; the first is the default. */
export const WORLD_PROJECTIONS: readonly WorldProjectionInfo[] = [
  {
    id: 'equal-earth',
    label: 'Equal Earth',
    description:
      'Areas are true, so that no country’s colour weighs more than its land; shapes are pleasing.',
    source: 'Šavrič, Patterson, Jenny 2018, doi:10.1080/13658816.2018.1504949',
  },
  {
    id: 'natural-earth',
    label: 'Natural Earth',
    description: 'A compromise that looks familiar: neither areas nor angles are true, none is far off.',
    source: 'Šavrič, Jenny, Patterson, Petrovič, Hurni 2011, doi:10.1559/15230406384363',
  },
  {
    id: 'globe',
    label: 'Globe',
    description: 'The Earth from far away (orthographic): drag to turn it. Half of the world is behind.',
    source: 'Snyder 1987, Map Projections: A Working Manual, doi:10.3133/pp1395',
  },
];
