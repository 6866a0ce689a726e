/** The map as a figure: the world or the country in focus, its marks, its labels and its legend. */
import { certaintyFill, CERTAINTY_CLASSES } from '../layout/certainty-fill.ts';
import { cityMarks, type CityMark } from '../layout/city-marks.ts';
import { projectCountry, type ProjectedCountry } from '../layout/country-map.ts';
import { mapLabels } from '../layout/map-labels.ts';
import { markCountries, PATTERNED_LOOKS, type CountryMark, type MapMarks } from '../layout/map-marks.ts';
import { oklabOfHex } from '../layout/oklab.ts';
import { ANTARCTICA } from '../layout/antarctica.ts';
import { MARGIN_PX } from '../layout/flat-projection.ts';
import { projectGlobe } from '../layout/globe-map.ts';
import { IDENTITY, type Magnification } from '../layout/magnification.ts';
import { viewOfWindow, type WorldView } from '../layout/map-window.ts';
import { needsCircle, projectFlat, type ProjectedWorld } from '../layout/world-map.ts';
import type { World } from '../layout/world.ts';
import type { FacetId } from '../model/dataset.ts';
import { MOST_TIMES } from '../model/map-window.ts';
import { isOneArea, mapSubtitle, unplacedInWords, valueOf } from '../state/describe-node.ts';
import type { Explorer } from '../state/explorer.svelte.ts';
import { distinctName } from '../state/namesakes.ts';
import { COLORS, fillColor } from './colors.ts';
import type { Figure, FigureInput } from './figure.ts';
import { mapLegend } from './legend-map.ts';
import { el, text, textWithHalo, type Markup } from './svg.ts';

/** What the legend takes of the left edge, which a country keeps clear of, px. */
const LEGEND_PX = 190;

/** What the map draws, before it is drawn: the same values as on the page. */
interface DrawnMap {
  readonly projected: ProjectedWorld | ProjectedCountry;
  readonly marks: MapMarks;
  readonly cities: readonly CityMark[];
  readonly view: Magnification;
  /** What is coloured. */
  readonly unit: 'country' | 'region';
}

/** The map; a note where the dataset has no places. */
export function mapFigure(input: FigureInput, width: number, height: number): Figure {
  const { explorer, measure } = input;
  const facet = explorer.placeFacet;
  const title = 'Where it is tagged';
  if (facet === undefined) {
    const body = text('This dataset has no places.', width / 2, 40, {
      anchor: 'middle',
      size: 13,
      fill: COLORS['ink-soft'],
    });
    return { title, subtitle: '', legend: [], body, width, height: 80, notes: [] };
  }
  const map = drawnMap(input, facet, width, height);
  const counts = explorer.countsFor(facet);
  // the circle that stands for the country is no city, and its label tells its value
  const own = explorer.nodeByCode(facet, input.regions?.country ?? '');
  const towns = map.cities.filter(({ node }) => node !== own);
  const legend = mapLegend(map.marks, towns, {
    rule: explorer.rule,
    unit: map.unit,
    withHidden: counts.withHidden,
    measure,
  });
  const legendTop = height - legend.height - 8;
  const labels = mapLabels(
    { areas: map.marks.countries.filter((mark) => mark.node >= 0), cities: map.cities },
    map.view,
    { width, height },
    explorer.rule,
    (line) => measure(line, 12, 600),
    [{ x0: 0, y0: legendTop - 8, x1: legend.width + 24, y1: height }],
    explorer.filter.clauses.get(facet)?.included,
  );
  const fillOf = new Map(map.marks.countries.map(({ node, fill }) => [node, fill]));
  const names = labels.map(({ node, name, number, x, y, anchor, onStep, isCity, leader }) => {
    // a label that stands on a dark area is light
    const area = onStep > 0 ? fillColor(fillOf.get(node) ?? '') : COLORS.panel;
    const onDark = oklabOfHex(area).l < 0.58;
    const [fill, halo] = onDark ? [COLORS['on-ramp'], area] : [COLORS.ink, COLORS.panel];
    const style = { size: isCity ? 11 : 12, weight: isCity ? 500 : 600, anchor, fill };
    const line = leader
      ? el('line', { x1: leader.x0, y1: leader.y0, x2: leader.x1, y2: leader.y1, stroke: COLORS.ink })
      : '';
    return line + textWithHalo(`${name} ${number}`, x, y, style, halo);
  });
  const body =
    el('rect', { width, height, fill: COLORS.sea }) +
    el('g', { 'clip-path': 'url(#map-box)' }, ...drawing(explorer, facet, map), ...names) +
    el('g', { transform: `translate(12 ${Math.round(legendTop)})` }, legend.body);
  const clip = el('clipPath', { id: 'map-box' }, el('rect', { width, height }));
  return {
    title: focusName(explorer, facet, title),
    ...mapInWords(input, facet),
    legend: legend.words,
    body: el('defs', {}, ...patterns(map.view.k), clip) + body,
    width,
    height,
  };
}

function focusName(explorer: Explorer, facet: FacetId, title: string): string {
  const focus = explorer.focusOf(facet);
  return focus === undefined ? title : `${title}: ${distinctName(explorer, facet, focus)}`;
}

/** What stands under the map's title, and what it cannot place. */
export function mapInWords(
  { explorer, regions }: Pick<FigureInput, 'explorer' | 'regions'>,
  facet: FacetId,
): Pick<Figure, 'subtitle' | 'notes'> {
  const country = explorer.nodeByCode(facet, regions?.country ?? '');
  const parts = regions && !isOneArea(regions) ? regions : null;
  const unplaced = unplacedInWords(explorer, facet, parts);
  return {
    subtitle: mapSubtitle(explorer, facet, parts ? 'region' : 'country', country),
    notes: unplaced === '' ? [] : [`${unplaced}.`],
  };
}

/** Projects and marks as MapDrawing does on the page. */
function drawnMap(input: FigureInput, facet: FacetId, width: number, height: number): DrawnMap {
  const { explorer, world, regions } = input;
  const counts = explorer.countsFor(facet);
  const tellable =
    !regions || isOneArea(regions) || explorer.places(facet).regionsIn(regions.country).size > 0;
  const country = regions && projectCountry(regions, world, width, height, LEGEND_PX);
  const projected = country ?? drawnWorld(explorer, world, facet, width, height);
  const lowest = explorer
    .engine()
    .scoreHistogram(facet)
    .findIndex((count) => count > 0);
  const marks = markCountries(
    projected.countries,
    counts,
    (code) => explorer.nodeByCode(facet, code),
    (node) => valueOf(counts, node, explorer.rule),
    {
      whole: explorer.rule === 'records',
      method: explorer.map.classes,
      certainty:
        explorer.map.color === 'certainty' ? { fill: certaintyFill, classLimit: CERTAINTY_CLASSES } : null,
      lowestScore: Math.max(explorer.minScore(facet), lowest),
      tellable,
    },
  );
  const cities = country ? citiesOf(input, facet, country, tellable) : [];
  const view = country ? viewOf(explorer, facet, country) : windowView(explorer, facet, projected);
  return { projected, marks, cities, view, unit: regions && !isOneArea(regions) ? 'region' : 'country' };
}

function drawnWorld(
  explorer: Explorer,
  world: World,
  facet: FacetId,
  width: number,
  height: number,
): ProjectedWorld {
  const { projection } = explorer.map;
  if (projection === 'globe') {
    return projectGlobe(world, width, height, worldView(explorer, facet, width, height).rotation);
  }
  return projectFlat(world, width, height, hasAntarctica(explorer, facet), projection);
}

const hasAntarctica = (explorer: Explorer, facet: FacetId) =>
  explorer.nodeByCode(facet, ANTARCTICA) !== undefined;

/** The part of the world that the page shows. */
function worldView(explorer: Explorer, facet: FacetId, width: number, height: number): WorldView {
  const { projection } = explorer.map;
  const world = { projection, width, height, withAntarctica: hasAntarctica(explorer, facet) };
  return viewOfWindow(world, explorer.mapWindow);
}

/** Of the whole world less is left free above. */
function windowView(explorer: Explorer, facet: FacetId, projected: ProjectedWorld): Magnification {
  if (!explorer.mapWindow) return { ...IDENTITY, y: -spaceAbove(projected) };
  return worldView(explorer, facet, projected.width, projected.height).magnification;
}

function citiesOf(
  { explorer, world, regions }: FigureInput,
  facet: FacetId,
  projected: ProjectedCountry,
  tellable: boolean,
): CityMark[] {
  const country = regions?.country ?? '';
  const counts = explorer.countsFor(facet);
  const listed = explorer.places(facet).citiesIn(country);
  const node = explorer.nodeByCode(facet, country);
  const boundary = world.onEarth.countries.find(({ id }) => id === country);
  const asPoint =
    tellable || node === undefined || !boundary
      ? []
      : [
          {
            node,
            name: explorer.names.short(facet, node),
            lon: boundary.properties.label[0],
            lat: boundary.properties.label[1],
          },
        ];
  return cityMarks(
    [...listed, ...asPoint].flatMap((city) => {
      const at = projected.place(city.lon, city.lat);
      if (!at) return [];
      return [
        {
          node: city.node,
          name: city.name,
          value: valueOf(counts, city.node, explorer.rule),
          x: at[0],
          y: at[1],
        },
      ];
    }),
  );
}

/** What the world leaves free above itself, px: below it is of more use, for the legend. A globe leaves nothing. */
function spaceAbove({ countries, sphere }: ProjectedWorld): number {
  return sphere === '' ? Math.min(...countries.map(({ bounds }) => bounds[0][1])) - MARGIN_PX : 0;
}

/** A region in focus fills most of the figure, as on the page. */
function viewOf(
  explorer: Explorer,
  facet: FacetId,
  { width, height, countries }: ProjectedCountry,
): Magnification {
  const focus = explorer.focusOf(facet);
  const region = countries.find(
    ({ code }) => focus !== undefined && explorer.nodeByCode(facet, code) === focus,
  );
  if (!region || countries.length < 2) return IDENTITY;
  const [[left, top], [right, bottom]] = region.bounds;
  const share = Math.max((right - left) / width, (bottom - top) / height);
  const k = Math.min(MOST_TIMES, Math.max(1, 0.75 / Math.max(share, 1e-6)));
  return { k, x: width / 2 - (k * (left + right)) / 2, y: height / 2 - (k * (top + bottom)) / 2 };
}

const outlineOf = ({ shape }: CountryMark) => shape.d + shape.rest;

function drawing(explorer: Explorer, facet: FacetId, { projected, marks, cities, view }: DrawnMap): Markup[] {
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
  const membership = (node: number) => (node < 0 ? 'neither' : explorer.membership(facet, node));
  const areas = marks.countries.filter(({ node, shape }) => node < 0 || !needsCircle(shape, k));
  const circles = marks.countries
    .filter(({ node, shape, look }) => {
      if (node < 0 || shape.isBehind || !needsCircle(shape, k)) return false;
      return look === 'value' || look === 'below' || membership(node) !== 'neither';
    })
    .sort((a, b) => a.value - b.value);
  const outlines = marks.countries
    .filter(({ node }) => membership(node) !== 'neither')
    .map(({ node, shape }) =>
      path(
        shape.d + shape.rest,
        membership(node) === 'included' ? line(COLORS.accent, 2.25) : line(COLORS.warn, 2, '4 3'),
      ),
    );
  const context = 'context' in projected ? projected.context : '';
  return [
    el(
      'g',
      { transform },
      path(projected.sphere, line(COLORS.line, 0.75)),
      path(context, { fill: COLORS.land, opacity: 0.5, stroke: COLORS.border, 'stroke-width': 1 / k }),
      ...PATTERNED_LOOKS.map((look) => {
        const alike = areas.filter((mark) => mark.look === look);
        return path(alike.map(outlineOf).join(''), alike[0] ? lookOf(alike[0], k) : {});
      }),
      ...areas
        .filter(({ look }) => !PATTERNED_LOOKS.includes(look))
        .map((mark) => path(outlineOf(mark), lookOf(mark, k))),
      path(projected.borders, line(COLORS.border, 0.6)),
      path(projected.coast, line(COLORS.coast, 0.5)),
      path(projected.disputed, { ...line(COLORS['line-strong'], 0.7, '3 2'), opacity: 0.55 }),
      ...outlines,
    ),
    ...circles.map((mark) => circleOf(mark, membership(mark.node), view)),
    ...cities.map((city) => cityOf(city, membership(city.node), view)),
  ];
}

function lookOf({ look, fill }: CountryMark, k: number) {
  if (look === 'value') return { fill: fillColor(fill) };
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

function circleOf(mark: CountryMark, membership: string, view: Magnification): Markup {
  const [cx, cy] = [mark.shape.x * view.k + view.x, mark.shape.y * view.k + view.y];
  const { fill } = lookOf(mark, 1);
  const disc = el('circle', { cx, cy, r: 4.5, fill, stroke: COLORS.sea, 'stroke-width': 1.5 });
  if (membership === 'neither') return disc;
  return disc + el('circle', { cx, cy, r: 6, fill: 'none', ...ring(membership) });
}

function cityOf({ x, y, radiusPx, value }: CityMark, membership: string, view: Magnification): Markup {
  const plain =
    value === 0
      ? { fill: 'none', stroke: COLORS['line-strong'] }
      : { stroke: COLORS.panel, 'stroke-width': 1.25 };
  return el('circle', {
    cx: x * view.k + view.x,
    cy: y * view.k + view.y,
    r: radiusPx,
    fill: COLORS.city,
    'fill-opacity': 0.78,
    ...plain,
    ...(membership === 'neither' ? {} : ring(membership)),
  });
}

const ring = (membership: string) =>
  membership === 'included'
    ? { stroke: COLORS.accent, 'stroke-width': 2.25 }
    : { stroke: COLORS.warn, 'stroke-width': 2, 'stroke-dasharray': '4 3' };

/** Hatching and dots of the kinds of nothing; of one size however far the map is magnified. */
function patterns(k: number): Markup[] {
  const tile = { width: 5, height: 5, patternUnits: 'userSpaceOnUse' };
  const land = el('rect', { width: 5, height: 5, fill: COLORS.land });
  const scale = `scale(${(1 / k).toFixed(4)})`;
  return [
    el(
      'pattern',
      { id: 'map-possible', ...tile, patternTransform: `rotate(45) ${scale}` },
      land,
      el('rect', { width: 1, height: 5, fill: COLORS['land-hatch'] }),
    ),
    el(
      'pattern',
      { id: 'map-below', ...tile, patternTransform: scale },
      land,
      el('circle', { cx: 2.5, cy: 2.5, r: 1.1, fill: COLORS['ramp-3'] }),
    ),
  ];
}
