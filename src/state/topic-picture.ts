/** The topics as a drawing: what the page shows and what a file holds, the same for a size. */
import { recordsInAll } from '../filter/index/records-in-all.ts';
import { nameArcs, type ArcNames } from '../layout/topics/arc-names.ts';
import { branchHues } from '../layout/color/branch-hues.ts';
import type { Measure } from '../layout/text/broken-name.ts';
import { centreType, type CentreType, type MeasureType } from '../layout/topics/centre-type.ts';
import { formatCount, formatValue } from '../layout/text/number-format.ts';
import {
  firstBranching,
  layoutSunburst,
  ringLimitOf,
  type SunburstArc,
  type SunburstTree,
} from '../layout/topics/sunburst.ts';
import { countingUnit } from '../model/counting-rule-unit.ts';
import type { Facet } from '../model/dataset.ts';
import { valueOf } from './words/describe-node.ts';
import type { Explorer } from './explorer.svelte.ts';

/** Which topics are drawn, and how large. */
export interface TopicLevel {
  readonly tree: SunburstTree;
  /** The zoomed topic, -1 for all; a lone branch from there is passed over, so that no ring is spent on it. */
  readonly focus: number;
  /** The topic in the middle, -1 for all. */
  readonly root: number;
  /** Whether there is nothing to draw, whatever the room. */
  readonly isEmpty: boolean;
}

export interface TopicPicture extends ArcNames {
  /** None where there is nothing to draw, or no room. */
  readonly arcs: readonly SunburstArc[];
  /** Where the middle of the disc stands, px from the top of the drawing: not always half-way. */
  readonly centrePx: number;
  /** Radius of the circle in the middle, px. */
  readonly middlePx: number;
  /** A hue for a branch: 0 to 4 for the five largest of the whole dataset, 5, the grey, for all others. */
  readonly hueOf: (branch: number) => number;
  readonly centre: CentreType;
}

/** How wide type is: names of 12 px at weight 500, and any. */
export interface TypeMeasures {
  readonly name: Measure;
  readonly type: MeasureType;
}

/** Between the disc and the nearest edges of the drawing, px. */
const MARGIN_PX = 6;
/** Smaller discs are not drawn. */
const LEAST_RADIUS_PX = 60;
/** What names beside it would like to have of each side. */
const BESIDE_PX = 84;
/** Between the circle in the middle and the innermost ring. */
const RIM_PX = 3;

/** A facet's topics as the explorer has them; reads the explorer only. */
export function topicLevel(explorer: Explorer, { id, concepts: { parent } }: Facet): TopicLevel {
  const counts = explorer.countsFor(id);
  const value = Float64Array.from(parent, (_, node) => valueOf(counts, node, explorer.rule));
  const tree: SunburstTree = { parent, value };
  const focus = explorer.focusOf(id) ?? -1;
  const root = firstBranching(tree, focus);
  return { tree, focus, root, isEmpty: root < 0 && !value.some((each) => each > 0) };
}

/** Draws a facet's topics as the explorer has them; reads the explorer only. */
export function topicPicture(
  explorer: Explorer,
  { id, concepts: { parent, label } }: Facet,
  { tree, root }: TopicLevel,
  widthPx: number,
  heightPx: number,
  measures: TypeMeasures,
): TopicPicture {
  const sunburst = layoutSunburst(tree, root, {
    halfWidthPx: widthPx / 2 - MARGIN_PX,
    heightPx: heightPx - 2 * MARGIN_PX,
    besidePx: BESIDE_PX,
    ringLimit: ringLimitOf(parent.length),
  });
  const isDrawn = sunburst.radiusPx > LEAST_RADIUS_PX;
  const middlePx = Math.max(0, sunburst.holePx - RIM_PX);
  const centrePx = (heightPx - sunburst.topPx - sunburst.bottomPx) / 2;
  return {
    arcs: isDrawn ? sunburst.arcs : [],
    centrePx,
    middlePx,
    hueOf: branchHues(parent, recordsInAll(explorer.engine().indexes.get(id)!), root),
    centre: centreOf(explorer, id, root, middlePx, measures.type),
    ...nameArcs(isDrawn ? sunburst : { ...sunburst, arcs: [] }, tree, {
      label: (node) => label[node]!,
      isChosen: (node) => explorer.membership(id, node) !== 'neither',
      measure: measures.name,
      halfWidthPx: widthPx / 2,
      topPx: -centrePx,
      bottomPx: heightPx - centrePx,
    }),
  };
}

/** The number of what is in the middle; of a range its lower end large, the upper one below it. */
function centreOf(
  explorer: Explorer,
  facet: string,
  root: number,
  radiusPx: number,
  measure: MeasureType,
): CentreType {
  const { rule } = explorer;
  const { tagged, possible } = explorer.countsFor(facet);
  const above = root < 0 ? tagged : valueOf(explorer.countsFor(facet), root, rule);
  const number = formatValue(above, root < 0 ? 'records' : rule);
  const more = root >= 0 && rule === 'records' ? possible[root]! : 0;
  const unit =
    root < 0
      ? ['tagged', `record${above === 1 ? '' : 's'}`]
      : more > 0
        ? [`to ${formatCount(above + more)}`, 'records']
        : countingUnit(rule, number).split(' ');
  return centreType(number, unit, radiusPx, measure);
}
