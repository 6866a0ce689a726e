/** The map's legend as a drawing: classes, a comparison's, or the uncertainty wedge; sizes of cities, the kinds of nothing. */
import { AGAINST_LABELS } from '../../layout/classes/against-classes.ts';
import { againstName } from '../../layout/color/against-palette.ts';
import { certaintyLimits, type CertaintyScale } from '../../layout/color/certainty-levels.ts';
import type { CityMark } from '../../layout/map/city-marks.ts';
import { rampStep, type ValueClass } from '../../layout/classes/class-breaks.ts';
import { METHOD_LABEL } from '../../layout/classes/class-methods.ts';
import type { MapMarks } from '../../layout/map/map-marks.ts';
import { formatCount, formatValue } from '../../layout/text/number-format.ts';
import {
  rimLabels,
  roomBesideTip,
  wedgeLegend,
  type RimLabel,
  type Wedge,
} from '../../layout/color/uncertainty-wedge.ts';
import { COUNTED, type CountingRule } from '../../model/counting-rule.ts';
import { over } from '../../layout/color/type-on.ts';
import { COLORS, fillColor } from './colors.ts';
import { PALER } from './figure-map-marks.ts';
import { el, text, textWithHalo, wrapped, type Markup, type Measure } from './svg.ts';

export interface LegendOptions {
  readonly rule: CountingRule;
  readonly unit: string;
  /** Records with hidden tags. */
  readonly withHidden: number;
  /** Whether the filter includes an area, so that the others are paler; whether it excludes one. */
  readonly isAnyIn: boolean;
  readonly isAnyOut: boolean;
  readonly measure: Measure;
}

export interface Legend {
  readonly body: Markup;
  /** The same in words, a mark each. */
  readonly words: readonly string[];
  readonly width: number;
  readonly height: number;
}

const ROW_PX = 20;
const RADIUS_PX = 84;
/** Most that the lines of a comparison's note take. */
const NOTE_PX = 190;

/** The legend; its upper left corner at [0, 0], px. */
export function mapLegend(map: MapMarks, cities: readonly CityMark[], options: LegendOptions): Legend {
  const { rule, measure } = options;
  const rows: Markup[] = [];
  let y = 12;
  let width = 0;
  const line = (words: string, x: number, fill: string, size = 12) => {
    rows.push(textWithHalo(words, x, y, { size, fill }, COLORS.sea));
    width = Math.max(width, x + measure(words, size, 400));
  };
  line(
    titleOf(map, options).replace(/^./, (letter) => letter.toUpperCase()),
    0,
    COLORS.ink,
  );
  const swatch = (fill: string, words: string) => {
    rows.push(el('rect', { x: 0, y, width: 18, height: ROW_PX, fill }));
    y += ROW_PX;
    rows.push(textWithHalo(words, 26, y - 6, { size: 12, fill: COLORS.ink }, COLORS.sea));
    width = Math.max(width, 26 + measure(words, 12, 400));
  };
  const { classes } = map.scheme;
  const { painted } = map;
  if (painted?.kind === 'against') {
    for (const words of wrapped(painted.note, NOTE_PX, (part) => measure(part, 12, 400))) {
      y += 16;
      line(words, 0, COLORS['ink-soft']);
    }
    if (painted.places) {
      y += 8;
      AGAINST_LABELS.forEach((label, i) => swatch(fillColor(againstName(i)), label));
    }
    if (painted.rest) {
      const fill = fillColor(painted.rest.name);
      y += ROW_PX;
      rows.push(el('rect', { x: 0.5, y: y - 10.5, width: 17, height: 11, stroke: COLORS.line, fill }));
      line(painted.rest.words, 26, COLORS['ink-soft']);
    }
    y += 8;
  } else if (painted && classes.length > 0) {
    y += 16;
    line('colour held back', 0, COLORS['ink-soft']);
    y += 16;
    line('where scores are low', 0, COLORS['ink-soft']);
    const wedge = wedgeLegend(RADIUS_PX);
    const rim = rimLabels(wedge, classes, (valueClass) => limits(valueClass, rule));
    const { left, right } = roomBesideTip(rim, (words) => measure(words, 11, 400));
    const place = { transform: `translate(${left} ${y + RADIUS_PX + 26})` };
    rows.push(el('g', place, ...wedgeMarks(wedge, rim, painted.scale)));
    y += RADIUS_PX + 32;
    width = Math.max(width, left + right);
  } else if (classes.length > 0) {
    if (!map.scheme.isEachValue) {
      y += 16;
      line(`classes: ${METHOD_LABEL[map.scheme.method].toLowerCase()}`, 0, COLORS['ink-soft']);
    }
    y += 8;
    classes.forEach((valueClass, i) => {
      const fill = fillColor(`step-${rampStep(i + 1, classes.length)}`);
      const top = y;
      swatch(fill, limits(valueClass, rule));
      if (options.isAnyIn) {
        rows.push(
          el('rect', { x: 9, y: top, width: 9, height: ROW_PX, fill: over(fill, COLORS.sea, PALER) }),
        );
      }
    });
    y += 8;
  }
  const sizes = sizesOf(cities);
  if (sizes[0]) {
    // one within the other, at the edge where the swatches stand
    const { radiusPx: most } = sizes[0];
    const room = Math.max(2 * most, 16 * sizes.length);
    const look =
      painted?.kind === 'against'
        ? { fill: 'none', stroke: COLORS['line-strong'], 'stroke-width': 1.5 } // ochre says something else there
        : { fill: COLORS['city-soft'], stroke: COLORS.city, 'stroke-width': 1.5 };
    const bottom = y + room / 2 + most;
    for (const { radiusPx: r } of sizes) {
      rows.push(el('circle', { cx: most, cy: bottom - r, r: Math.max(1, r - 0.75), ...look }));
    }
    y += (room - 16 * sizes.length) / 2 - 4;
    for (const { value } of sizes) {
      y += 16;
      line(`${formatValue(value, rule)} in a city`, Math.max(18, 2 * most) + 8, COLORS.ink);
    }
    y += (room - 16 * sizes.length) / 2 + 4;
  }
  for (const { words, swatch } of [...chosen(map, options), ...nothings(map, options)]) {
    y += ROW_PX;
    rows.push(el('rect', { x: 0.5, y: y - 10.5, width: 17, height: 11, stroke: COLORS.line, ...swatch }));
    line(words, 26, COLORS['ink-soft']);
  }
  return { body: rows.join(''), words: inWords(map, cities, options), width, height: y + 4 };
}

/** What the colours stand for. */
const titleOf = ({ painted }: MapMarks, { rule, unit }: LegendOptions): string =>
  painted?.kind === 'against' ? painted.title : `${COUNTED[rule]} per ${unit}`;

function inWords(map: MapMarks, cities: readonly CityMark[], options: LegendOptions): string[] {
  const circle = map.painted?.kind === 'against' ? ', its colour as an area’s' : '';
  return [
    ...colorsInWords(map, options),
    ...(options.isAnyIn ? [`Outlined: included${map.painted ? '' : ', others paler'}`] : []),
    ...(options.isAnyOut ? ['Hatched in red: excluded'] : []),
    ...(cities.some(({ value }) => value > 0) ? [`Circle: city, its area by value${circle}`] : []),
    ...nothings(map, options).map(({ look, words }) => `${LOOKS[look]}: ${words}`),
  ];
}

function colorsInWords(map: MapMarks, options: LegendOptions): string[] {
  const { painted } = map;
  if (painted?.kind === 'against') {
    const { title, note, places, rest } = painted;
    const colour = `Colour: ${title}; ${note}`;
    if (!places) return [`${colour}. Grey: ${rest?.words ?? ''}`];
    const classes = `${colour}; ochre to teal: ${AGAINST_LABELS.join(', ')}`;
    return rest ? [classes, `Pale: ${rest.words}`] : [classes];
  }
  const { classes, method, isEachValue } = map.scheme;
  if (classes.length === 0) return [];
  const values = classes.map((valueClass) => limits(valueClass, options.rule)).join(', ');
  const cut = isEachValue ? '' : `; classes: ${METHOD_LABEL[method].toLowerCase()}`;
  const colour = `Colour: ${titleOf(map, options)}, light to dark: ${values}${cut}`;
  if (!painted) return [colour];
  return [
    colour,
    `Colour is held back where mean scores are low: ${certaintyLimits(painted.scale).join(', ')}`,
  ];
}

const LOOKS = { none: 'Plain', below: 'Dotted', absent: 'Dashed', possible: 'Hatched' } as const;

/** What the filter names on the map. */
function chosen({ painted }: MapMarks, { isAnyIn, isAnyOut }: LegendOptions) {
  const included = {
    words: painted ? 'included' : 'included, others paler',
    swatch: { fill: COLORS.sea, stroke: COLORS.ink, 'stroke-width': 1.75 },
  };
  const excluded = {
    words: 'excluded',
    swatch: { fill: 'url(#legend-map-excluded)', stroke: COLORS.warn, 'stroke-dasharray': '3 1.5' },
  };
  return [...(isAnyIn ? [included] : []), ...(isAnyOut ? [excluded] : [])];
}

function nothings({ looks }: MapMarks, { withHidden }: LegendOptions) {
  const all = [
    { look: 'none', words: 'no record', swatch: { fill: COLORS.land } },
    { look: 'below', words: 'below the threshold', swatch: { fill: 'url(#legend-map-below)' } },
    {
      look: 'absent',
      words: 'regions that no tag names',
      swatch: { fill: 'none', 'stroke-dasharray': '2 2' },
    },
    {
      look: 'possible',
      words: `none seen, up to ${formatCount(withHidden)} possible`,
      swatch: { fill: 'url(#legend-map-possible)' },
    },
  ] as const;
  return all.filter(({ look }) => looks.has(look));
}

function limits({ from, to }: ValueClass, rule: CountingRule): string {
  return from === to ? formatValue(from, rule) : `${formatValue(from, rule)} – ${formatValue(to, rule)}`;
}

/** The largest and the smallest value among the circles. */
function sizesOf(cities: readonly CityMark[]): CityMark[] {
  const shown = cities.filter((city) => city.value > 0);
  const [largest, smallest] = [shown[0], shown.at(-1)];
  if (!largest || !smallest) return [];
  return largest.value === smallest.value ? [largest] : [largest, smallest];
}

function wedgeMarks(
  { cells, levelLabels }: Wedge,
  rim: readonly RimLabel[],
  scale: CertaintyScale,
): Markup[] {
  const small = { size: 11, fill: COLORS['ink-soft'] };
  return [
    ...cells.map(({ name, d }) => el('path', { d, fill: fillColor(name), stroke: COLORS.panel })),
    ...rim.map(({ x, y, anchor, words }) => text(words, x, y, { ...small, anchor })),
    ...levelLabels.map(({ index, x, y, anchor }) =>
      text(certaintyLimits(scale)[index] ?? '', x, y + 6, { ...small, anchor }),
    ),
  ];
}
