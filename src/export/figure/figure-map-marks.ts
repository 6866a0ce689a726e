/** The marks of the map as a figure: areas, what the filter names among them, circles of small countries and cities. */
import type { Membership } from '../../filter/passing/filter-state.ts';
import type { CityMark } from '../../layout/map/city-marks.ts';
import type { ProjectedCountry } from '../../layout/map/country-map.ts';
import type { Magnification } from '../../layout/map/magnification.ts';
import { PATTERNED_LOOKS, type CountryMark, type MapMarks } from '../../layout/map/map-marks.ts';
import { outlineOf } from '../../layout/map/map-outline.ts';
import { over } from '../../layout/color/type-on.ts';
import { needsCircle, type ProjectedWorld } from '../../layout/map/world-map.ts';
import type { FacetId } from '../../model/dataset.ts';
import type { Explorer } from '../../state/explorer.svelte.ts';
import { COLORS, fillColor } from './colors.ts';
import { el, type Markup } from './svg.ts';

/** What the map draws, before it is drawn: the same values as on the page. */
export interface DrawnMap {
  readonly projected: ProjectedWorld | ProjectedCountry;
  readonly marks: MapMarks;
  readonly cities: readonly CityMark[];
  readonly view: Magnification;
  /** What is coloured. */
  readonly unit: 'country' | 'region';
}

/** --paler of the page: how much is left of the colour of what is not chosen, where something is. */
export const PALER = 0.65;

/** Whether the filter includes an area of the map, and whether it excludes one. */
export function chosenAmong(explorer: Explorer, facet: FacetId, { countries }: MapMarks) {
  const isAny = (wanted: Membership) =>
    countries.some(({ node }) => node >= 0 && explorer.membership(facet, node) === wanted);
  return { isAnyIn: isAny('included'), isAnyOut: isAny('excluded') };
}

const wholeOf = ({ shape }: CountryMark) => shape.d + shape.rest;

/** All marks but the labels, the lowest first. */
export function mapMarks(
  explorer: Explorer,
  facet: FacetId,
  { projected, marks, cities, view }: DrawnMap,
): Markup[] {
  const { k } = view;
  const line = (stroke: string, px: number, dash = '') => ({
    fill: 'none',
    stroke,
    'stroke-width': px / k,
    'stroke-dasharray':
      dash === ''
        ? undefined
        : dash
            .split(' ')
            .map((part) => Number(part) / k)
            .join(' '),
  });
  const transform = `translate(${view.x.toFixed(2)} ${view.y.toFixed(2)}) scale(${k.toFixed(4)})`;
  const path = (d: string, attributes: Record<string, string | number | undefined>) =>
    d === '' ? '' : el('path', { d, ...attributes });
  const membership = (node: number): Membership => (node < 0 ? 'neither' : explorer.membership(facet, node));
  const { isAnyIn } = chosenAmong(explorer, facet, marks);
  const colors = (mark: CountryMark) => lookOf(mark, k, membership(mark.node), isAnyIn);
  const areas = marks.countries.filter(({ node, shape }) => node < 0 || !needsCircle(shape, k));
  const circles = marks.countries
    .filter(({ node, shape, look }) => {
      if (node < 0 || shape.isBehind || !needsCircle(shape, k)) return false;
      return look === 'value' || look === 'below' || membership(node) !== 'neither';
    })
    .sort((a, b) => a.value - b.value);
  const outlined = (wanted: Membership) =>
    areas.filter(({ node }) => membership(node) === wanted).map(({ shape }) => outlineOf(shape, k));
  const included = outlined('included').join('');
  const join = { 'stroke-linejoin': 'round' };
  const isAnyCityIn = cities.some(({ node }) => membership(node) === 'included');
  const context = 'context' in projected ? projected.context : '';
  return [
    el(
      'g',
      { transform },
      path(projected.sphere, line(COLORS.line, 0.75)),
      path(context, { fill: COLORS.land, opacity: 0.5, stroke: COLORS.border, 'stroke-width': 1 / k }),
      ...PATTERNED_LOOKS.map((look) => {
        const alike = areas.filter((mark) => mark.look === look && membership(mark.node) !== 'excluded');
        return path(alike.map(wholeOf).join(''), alike[0] ? colors(alike[0]) : {});
      }),
      ...areas
        .filter(({ look, node }) => !PATTERNED_LOOKS.includes(look) || membership(node) === 'excluded')
        .map((mark) => path(wholeOf(mark), colors(mark))),
      path(projected.borders, line(COLORS.border, 0.6)),
      path(projected.coast, line(COLORS.coast, 0.5)),
      path(projected.disputed, { ...line(COLORS['line-strong'], 0.7, '3 2'), opacity: 0.55 }),
      path(included, { ...line(COLORS.sea, 4.5), ...join }),
      path(included, { ...line(COLORS.ink, 1.75), ...join }),
      ...outlined('excluded').map((d) => path(d, line(COLORS.warn, 1, '3 1.5'))),
    ),
    ...circles.map((mark) => circleOf(mark, membership(mark.node), isAnyIn, view)),
    ...cities.map((city) => cityOf(city, membership(city.node), isAnyCityIn, view)),
  ];
}

function lookOf({ look, fill }: CountryMark, k: number, membership: Membership, isAnyIn: boolean) {
  if (membership === 'excluded') return { fill: 'url(#map-excluded)' };
  if (look === 'value') {
    const color = fillColor(fill);
    // other colours than the ramp's are pale themselves
    const isPaler = isAnyIn && membership === 'neither' && fill.startsWith('step');
    return { fill: isPaler ? over(color, COLORS.sea, PALER) : color };
  }
  if (look === 'below') return { fill: 'url(#map-below)' };
  if (look === 'possible') return { fill: 'url(#map-possible)' };
  if (look === 'none') return { fill: COLORS.land };
  return {
    fill: COLORS.panel,
    stroke: COLORS.line,
    'stroke-width': 1 / k,
    'stroke-dasharray': `${2 / k} ${2 / k}`,
  };
}

function circleOf(mark: CountryMark, membership: Membership, isAnyIn: boolean, view: Magnification): Markup {
  const [cx, cy] = [mark.shape.x * view.k + view.x, mark.shape.y * view.k + view.y];
  const { fill } = membership === 'excluded' ? { fill: COLORS.land } : lookOf(mark, 1, membership, isAnyIn);
  const disc = el('circle', { cx, cy, r: 4.5, fill, stroke: COLORS.sea, 'stroke-width': 1.5 });
  return membership === 'neither' ? disc : disc + ringOf(cx, cy, 6.25, membership);
}

/** A ring of the colour that is opaque, and a light disc: a see-through one would be mud on dark areas. */
function cityOf(
  { x, y, radiusPx: r, value, fill }: CityMark,
  membership: Membership,
  isAnyIn: boolean,
  view: Magnification,
): Markup {
  const [cx, cy] = [x * view.k + view.x, y * view.k + view.y];
  const look = fill
    ? { fill: fillColor(fill), stroke: COLORS.ink, 'stroke-width': 1 }
    : value === 0
      ? { fill: 'none', stroke: COLORS['line-strong'] }
      : { fill: COLORS['city-soft'], stroke: COLORS.city, 'stroke-width': 1.5 };
  const isPaler = isAnyIn && membership === 'neither';
  const disc = el('circle', {
    cx,
    cy,
    r: Math.max(1, r - 0.75),
    ...look,
    opacity: isPaler ? PALER : undefined,
  });
  return membership === 'neither' ? disc : disc + ringOf(cx, cy, r + 1.75, membership);
}

/** Around a circle that the filter names, as {@link mapMarks} draws areas. */
function ringOf(cx: number, cy: number, r: number, membership: Membership): Markup {
  const ring = { cx, cy, r, fill: 'none' };
  return membership === 'included'
    ? el('circle', { ...ring, r: r + 0.75, stroke: COLORS.sea, 'stroke-width': 3 }) +
        el('circle', { ...ring, stroke: COLORS.ink, 'stroke-width': 1.75 })
    : el('circle', { ...ring, stroke: COLORS.warn, 'stroke-width': 1, 'stroke-dasharray': '3 1.5' });
}

/**
 * Hatching and dots of the kinds of nothing; of one size however far what they fill is magnified.
 * @param prefix of their ids
 */
export function patterns(k: number, prefix = ''): Markup[] {
  const tile = { width: 5, height: 5, patternUnits: 'userSpaceOnUse' };
  const land = el('rect', { width: 5, height: 5, fill: COLORS.land });
  const scale = `scale(${(1 / k).toFixed(4)})`;
  const wide = { ...tile, width: 6, height: 6 };
  return [
    el(
      'pattern',
      { id: `${prefix}map-excluded`, ...wide, patternTransform: `rotate(-45) ${scale}` },
      el('rect', { width: 6, height: 6, fill: COLORS.land }),
      el('rect', { width: 1, height: 6, fill: over(COLORS.warn, COLORS.land, 0.3) }),
    ),
    el(
      'pattern',
      { id: `${prefix}map-possible`, ...tile, patternTransform: `rotate(45) ${scale}` },
      land,
      el('rect', { width: 1, height: 5, fill: COLORS['land-hatch'] }),
    ),
    el(
      'pattern',
      { id: `${prefix}map-below`, ...tile, patternTransform: scale },
      land,
      el('circle', { cx: 2.5, cy: 2.5, r: 1.1, fill: COLORS['ramp-3'] }),
    ),
  ];
}
