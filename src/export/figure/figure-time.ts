/** The records by year as a figure: the bars that the page shows, in the room of a file. */
import { COUNTED } from '../../model/counting-rule.ts';
import { facetById } from '../../model/dataset.ts';
import {
  GRID_GAP_PX,
  TIME_TYPE_PX,
  timePicture,
  type TimeBar,
  type TimePicture,
} from '../../state/time-picture.ts';
import { datedInWords, timeRule } from '../../state/words/time-words.ts';
import { noTopicsInWords } from '../../state/words/no-topics-words.ts';
import { over } from '../../layout/color/type-on.ts';
import { COLORS } from './colors.ts';
import { PALER } from './figure-map-marks.ts';
import { emptyFigure } from './empty-figure.ts';
import type { Figure, FigureInput } from './figure.ts';
import { el, text, type Attributes, type Markup } from './svg.ts';

/** The bars; a note in their place where the dataset has no years or none is left. */
export function timeFigure({ explorer, measure }: FigureInput, width: number, height: number): Figure {
  const facet = facetById(explorer.dataset, explorer.timeFacet ?? '');
  const title = 'When';
  if (!facet) return emptyFigure(title, 'This dataset has no years.', width);
  const counts = explorer.countsFor(facet.id);
  if (counts.tagged === 0) return emptyFigure(title, noTopicsInWords(explorer, facet, counts), width);
  const picture = timePicture(explorer, facet, width, height, {
    label: (line) => measure(line, TIME_TYPE_PX, 400),
    number: (line) => measure(line, TIME_TYPE_PX, 600),
  });
  const { bars, baseline, left, grid, labels, labelY, highest } = picture;
  const type = { size: TIME_TYPE_PX, anchor: 'middle' } as const;
  const body = [
    ...grid.map(({ y }) =>
      el('path', { d: `M${left} ${y}H${width}`, stroke: COLORS.line, 'stroke-width': 0.8 }),
    ),
    el('path', { d: `M${left} ${baseline + 0.5}H${width}`, stroke: COLORS.line }),
    ...bars.flatMap((bar) => barMarks(bar, picture)),
    ...grid.map((line) =>
      text(line.text, left - GRID_GAP_PX, line.y + 4, { ...type, anchor: 'end', fill: COLORS['ink-soft'] }),
    ),
    ...labels.map((label) => text(label.text, label.x, labelY, { ...type, fill: COLORS['ink-soft'] })),
    ...(highest
      ? [text(highest.text, highest.x, highest.y, { ...type, weight: 600, fill: COLORS.ink })]
      : []),
  ].join('');
  return {
    title,
    subtitle: [
      timeRule(explorer, picture.unit),
      datedInWords(explorer, facet),
      ...(picture.isAnyIn ? ['underlined: included, others paler'] : []),
    ].join(' · '),
    legend: [
      `Bar: ${picture.unit}, its height by ${COUNTED[explorer.rule]}`,
      ...(picture.isAnyIn ? ['Underlined: included, others paler'] : []),
      ...(bars.some(({ membership }) => membership === 'excluded') ? ['Dashed: excluded'] : []),
    ],
    body,
    width,
    height,
    notes: [],
  };
}

const PALE = over(COLORS['ramp-4'], COLORS.panel, PALER);

function barMarks(
  { x, width, height, slot, membership, part }: TimeBar,
  { baseline, isAnyIn }: TimePicture,
): Markup[] {
  const look: Attributes =
    membership === 'excluded'
      ? { fill: COLORS.panel, stroke: COLORS.warn, 'stroke-dasharray': '3 1.5' }
      : { fill: membership === 'included' || !isAnyIn ? COLORS['ramp-4'] : PALE };
  const bar = height > 0 ? [el('rect', { x, y: baseline - height, width, height, ...look })] : [];
  const isPart = membership === 'neither';
  const shown = isPart ? part : membership;
  if (shown === 'neither') return bar;
  const isIn = shown === 'included';
  const line = {
    // of a decade whose years are meant in part, half
    d: `M${slot.x + (isPart ? slot.width / 4 : 0)} ${baseline + 2}h${isPart ? slot.width / 2 : slot.width}`,
    stroke: isIn ? COLORS.ink : COLORS.warn,
    'stroke-width': isIn ? 3 : 2,
    'stroke-dasharray': isIn ? undefined : '3 1.5',
  };
  return [...bar, el('path', line)];
}
