/**
 * Numbers behind the names of a sunburst, for files, which nobody can point at: where there is room once all names have
 * their places, so that no number costs a name.
 */
import { anglesOf, type ArcNames, type InsideName } from './arc-names.ts';
import { fitLabel } from './arc-labels.ts';
import { isCut, type Measure } from '../text/broken-name.ts';
import type { OutsideName } from './outside-names.ts';
import type { SunburstArc } from './sunburst.ts';

export interface NumberingOptions {
  readonly numberOf: (node: number) => string;
  readonly measure: Measure;
  /** How far from the middle, to the sides, a name with its number may end, px. */
  readonly reachPx: number;
}

/** The same names, with their numbers where those have room; what is cut has none. */
export function numberNames(
  { inside, outside }: ArcNames,
  arcs: readonly SunburstArc[],
  options: NumberingOptions,
): ArcNames {
  const arcOf = new Map(arcs.map((arc) => [arc.node, arc]));
  return {
    inside: inside.map((name) => {
      const arc = arcOf.get(name.node);
      return arc ? onArc(name, arc, outside, options) : name;
    }),
    outside: outside.map((name) => besideDisc(name, options)),
  };
}

/** Lines from arcs farther in run outward through this one: its type stays clear of them. */
function onArc(
  name: InsideName,
  arc: SunburstArc,
  outside: readonly OutsideName[],
  { numberOf, measure }: NumberingOptions,
): InsideName {
  const { label } = name;
  if (label.kind === 'curved' && label.lines.some(({ text }) => isCut(text))) return name;
  const numbered = fitLabel(`${label.text} ${numberOf(name.node)}`, arc, measure);
  if (numbered === null) return name;
  const [from, to] = anglesOf(numbered, arc, measure);
  const isMet = outside.some(({ dot }) => {
    const angle = (Math.atan2(dot.x, -dot.y) + 2 * Math.PI) % (2 * Math.PI);
    return Math.hypot(dot.x, dot.y) < arc.outerPx && angle > from && angle < to;
  });
  return isMet ? name : { ...name, label: numbered };
}

/** Behind names beside the disc nothing stands but the edge of the drawing. */
function besideDisc(name: OutsideName, { numberOf, measure, reachPx }: NumberingOptions): OutsideName {
  const last = name.lines.at(-1)!;
  const numbered = `${last} ${numberOf(name.node)}`;
  const hasRoom = Math.abs(name.x) + measure(numbered) <= reachPx;
  return isCut(last) || !hasRoom ? name : { ...name, lines: [...name.lines.slice(0, -1), numbered] };
}
