/** The topics as a figure: the sunburst that the page shows, under the same root and rule. */
import type { InsideName } from '../../layout/topics/arc-names.ts';
import {
  NUMBER_WEIGHT,
  UNIT_WEIGHT,
  type CentreType,
  type MeasureType,
} from '../../layout/topics/centre-type.ts';
import { countOf, formatValue } from '../../layout/text/number-format.ts';
import { numberNames } from '../../layout/topics/numbered-names.ts';
import type { OutsideName } from '../../layout/topics/outside-names.ts';
import type { SunburstArc } from '../../layout/topics/sunburst.ts';
import { COUNTED } from '../../model/counting-rule.ts';
import { facetById } from '../../model/dataset.ts';
import { noTopicsInWords } from '../../state/words/no-topics-words.ts';
import { topicLevel, topicPicture } from '../../state/topic-picture.ts';
import { AGAINST_LABELS, UNTOLD_LABEL } from '../../layout/classes/against-classes.ts';
import { againstName } from '../../layout/color/against-palette.ts';
import { typeOn } from '../../layout/color/type-on.ts';
import { colorsInWords } from '../../state/comparison.ts';
import { topicPainting, type TopicPainting } from '../../state/topic-painting.ts';
import { COLORS, fillColor, ringColor } from './colors.ts';
import { emptyFigure } from './empty-figure.ts';
import type { Figure, FigureInput } from './figure.ts';
import { chars, el, text, type Attributes, type Markup } from './svg.ts';

/** So much of the margin around it a figure may use for numbers, px. */
const BEYOND_PX = 8;

/** The sunburst; a note where the dataset has no topics or none is left. */
export function sunburstFigure({ explorer, measure }: FigureInput, width: number, height: number): Figure {
  const facetId = explorer.topicFacet;
  const facet = facetById(explorer.dataset, facetId);
  const title = 'Topics';
  if (!facet) return emptyFigure(title, 'This dataset has no topics.', width);
  const counts = explorer.countsFor(facetId);
  const level = topicLevel(explorer, facet);
  const name = (line: string) => measure(line, 12, 500);
  const picture = topicPicture(explorer, facet, level, width, height, { name, type: measure });
  const { root, tree } = level;
  const { arcs } = picture;
  if (level.isEmpty) return emptyFigure(title, noTopicsInWords(explorer, facet, counts), width);
  const names = numberNames(picture, arcs, {
    numberOf: (node) => formatValue(tree.value[node]!, explorer.rule),
    measure: name,
    reachPx: width / 2 + BEYOND_PX,
  });
  const curves: Markup[] = [];
  const painting = topicPainting(explorer, facetId);
  const compared = painting && ((node: number) => fillColor(painting.fillOf(node)));
  const colorOf = ({ node, branch, ring }: SunburstArc) =>
    compared?.(node) ?? ringColor(picture.hueOf(branch), ring);
  const typeOf = (node: number) => (compared ? { fill: typeOn(compared(node)) } : {});
  const inside = names.inside.map((each) => el('g', typeOf(each.node), insideName(each, curves)));
  const against = painting && againstLegend(painting, height + 8, width, measure);
  const path = root < 0 ? [] : explorer.names.path(facetId, root);
  const outlines = (['excluded', 'included'] as const).flatMap((membership) =>
    arcs
      .filter(({ node }) => explorer.membership(facetId, node) === membership)
      .map(({ d }) => el('path', { d, fill: 'none', 'stroke-linejoin': 'round', ...OUTLINE[membership] })),
  );
  const body =
    el('defs', {}, ...curves) +
    el(
      'g',
      { transform: `translate(${width / 2} ${picture.centrePx})` },
      ...arcs.map((arc) => arcPath(arc, colorOf(arc))),
      ...outlines,
      el(
        'g',
        { 'font-size': 12, 'font-weight': 500, fill: COLORS.ink },
        ...names.outside.map(outsideName),
        el('g', { 'text-anchor': 'middle' }, ...inside),
      ),
      el('circle', {
        r: picture.middlePx,
        fill: COLORS.panel,
        ...(root < 0
          ? { stroke: 'none' }
          : (OUTLINE[explorer.membership(facetId, root)] ?? { stroke: COLORS.line })),
      }),
      ...middleOf(picture.centre),
    ) +
    (against?.body ?? '');
  return {
    title,
    subtitle: `${COUNTED[explorer.rule]} per topic · ${[facet.label, ...path].join(' › ')}`,
    legend: [
      `Arc: topic, its angle by ${COUNTED[explorer.rule]}; rings outward: narrower topics; ${painting ? `colour: ${painting.title}, ochre to teal: ${AGAINST_LABELS.join(', ')}` : 'hue: the five largest branches of the dataset here, grey: all others'}`,
    ],
    body,
    width,
    height: height + (against ? against.height + 8 : 0),
    notes: [
      ...(painting ? [colorsInWords(explorer, facetId)] : []),
      ...(counts.withHidden > 0
        ? [
            `${countOf(counts.withHidden, 'record')} of ${counts.considered} hide further ${facet.label.toLowerCase()} tags.`,
          ]
        : []),
    ],
  };
}

/** As on the page; what is in no filter has none. */
const OUTLINE: Readonly<Record<string, Attributes | undefined>> = {
  included: { stroke: COLORS.accent, 'stroke-width': 2.5 },
  excluded: { stroke: COLORS.warn, 'stroke-width': 2, 'stroke-dasharray': '4 3' },
};

function arcPath({ d, gapPx }: SunburstArc, fill: string): Markup {
  return el('path', { d, fill, stroke: COLORS.panel, 'stroke-width': gapPx });
}

/** What the colours of a comparison stand for, in rows of swatches that begin at the left edge. */
function againstLegend({ title }: TopicPainting, top: number, width: number, measure: MeasureType) {
  const ROW_PX = 20;
  const rows: Markup[] = [text(title, 0, top + 12, { size: 12, fill: COLORS.ink })];
  let [x, y] = [0, top + ROW_PX];
  [...AGAINST_LABELS, UNTOLD_LABEL].forEach((label, i) => {
    const needs = 18 + measure(label, 12, 400);
    if (x > 0 && x + needs > width) [x, y] = [0, y + ROW_PX];
    rows.push(
      el('rect', { x, y: y + 2, width: 12, height: 12, fill: fillColor(againstName(i)) }),
      text(label, x + 18, y + 12, { size: 12, fill: COLORS['ink-soft'] }),
    );
    x += needs + 16;
  });
  return { body: rows.join(''), height: y + ROW_PX - top };
}

/** From the middle of a line of 12 px to its baseline. */
const BASELINE_PX = 4.2;

function outsideName({ lines, side, isNeeded, x, ys, dot, leader }: OutsideName): Markup {
  const anchor = side === 'left' ? 'end' : 'start';
  return el(
    'g',
    isNeeded ? {} : { fill: COLORS['ink-soft'] },
    el('path', { d: leader, fill: 'none', stroke: COLORS['ink-soft'], 'stroke-width': 0.8 }),
    el('circle', { cx: dot.x, cy: dot.y, r: 1.8 }),
    ...lines.map((line, i) => text(line, x, ys[i]! + BASELINE_PX, { anchor })),
  );
}

/** @param curves takes the curves that lines of type are written on */
function insideName({ node, label }: InsideName, curves: Markup[]): Markup {
  if (label.kind === 'straight') {
    const transform = `translate(${label.x} ${label.y}) rotate(${label.turnDeg})`;
    return el('g', { transform }, text(label.text, 0, BASELINE_PX));
  }
  return label.lines
    .map((line, i) => {
      const id = `arc-${node}-${i}`;
      curves.push(el('path', { id, d: line.d }));
      const words = el('textPath', { href: `#${id}`, startOffset: '50%' }, chars(line.text));
      return el('text', {}, words);
    })
    .join('');
}

function middleOf({ number, unit }: CentreType): Markup[] {
  const anchor = 'middle';
  return [
    text(number.text, 0, number.y, { size: number.sizePx, weight: NUMBER_WEIGHT, anchor, fill: COLORS.ink }),
    ...unit.map((line) =>
      text(line.text, 0, line.y, {
        size: line.sizePx,
        weight: UNIT_WEIGHT,
        anchor,
        fill: COLORS['ink-soft'],
      }),
    ),
  ];
}
