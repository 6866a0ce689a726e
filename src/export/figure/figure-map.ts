/** The map as a figure: the world or the country in focus, its marks, its labels and its legend. */
import { cityMarks, type CityMark } from '../../layout/map/city-marks.ts';
import { projectCountry, type ProjectedCountry } from '../../layout/map/country-map.ts';
import { labelSizePx, mapLabels, type MapLabel } from '../../layout/map/map-labels.ts';
import { markCountries, type Painting } from '../../layout/map/map-marks.ts';
import { MARGIN_PX } from '../../layout/map/flat-projection.ts';
import { projectGlobe } from '../../layout/map/globe-map.ts';
import { IDENTITY, type Magnification } from '../../layout/map/magnification.ts';
import { viewOfWindow, type WorldView } from '../../layout/map/map-window.ts';
import { over, typeOn } from '../../layout/color/type-on.ts';
import { projectFlat, type ProjectedWorld } from '../../layout/map/world-map.ts';
import type { World } from '../../layout/map/world.ts';
import type { FacetId } from '../../model/dataset.ts';
import type { Membership } from '../../filter/passing/filter-state.ts';
import { MOST_TIMES } from '../../model/map-window.ts';
import { colorsInWords } from '../../state/comparison.ts';
import { isOneArea, mapSubtitle, unplacedInWords, valueOf } from '../../state/words/describe-node.ts';
import type { Explorer } from '../../state/explorer.svelte.ts';
import { southwardOf } from '../../state/map/antarctica-room.ts';
import { mapPainting } from '../../state/map/map-painting.ts';
import { distinctName } from '../../state/words/namesakes.ts';
import { COLORS, fillColor } from './colors.ts';
import type { Figure, FigureInput } from './figure.ts';
import { chosenAmong, mapMarks, PALER, patterns, type DrawnMap } from './figure-map-marks.ts';
import { mapLegend } from './legend-map.ts';
import { el, rowsWithHalo, text, type Markup } from './svg.ts';

/** What the legend takes of the left edge, which a country keeps clear of, px. */
const LEGEND_PX = 190;

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
  const { isAnyIn, isAnyOut } = chosenAmong(explorer, facet, map.marks);
  const legend = mapLegend(map.marks, towns, {
    rule: explorer.rule,
    unit: map.unit,
    withHidden: counts.withHidden,
    isAnyIn,
    isAnyOut,
    measure,
  });
  // a wedge is too wide for the corner that a world leaves free
  const isBelow = map.marks.painted?.kind === 'certainty';
  const legendTop = isBelow ? height + 12 : height - legend.height - 8;
  const labels = mapLabels(
    { areas: map.marks.countries.filter((mark) => mark.node >= 0), cities: map.cities },
    map.view,
    { width, height },
    explorer.rule,
    (line) => measure(line, 12, 600),
    isBelow ? [] : [{ x0: 0, y0: legendTop - 8, x1: legend.width + 24, y1: height }],
    explorer.filter.clauses.get(facet)?.included,
  );
  const names = labels.map((label) => nameOf(label, explorer.membership(facet, label.node), isAnyIn, width));
  // moved or magnified, it is land that lies beneath
  const room = { x: -8, y: -8, width: legend.width + 16, height: legend.height + 10, rx: 6 };
  const isOverLand = !isBelow && explorer.mapWindow !== null;
  const ground = isOverLand ? el('rect', { ...room, fill: COLORS.sea, 'fill-opacity': 0.88 }) : '';
  const body =
    el('rect', { width, height, fill: COLORS.sea }) +
    el('g', { 'clip-path': 'url(#map-box)' }, ...mapMarks(explorer, facet, map), ...names) +
    el('g', { transform: `translate(12 ${Math.round(legendTop)})` }, ground, legend.body);
  const clip = el('clipPath', { id: 'map-box' }, el('rect', { width, height }));
  return {
    title: focusName(explorer, facet, title),
    ...mapInWords(input, facet),
    legend: legend.words,
    body: el('defs', {}, ...patterns(map.view.k), ...patterns(1, 'legend-'), clip) + body,
    width,
    height: isBelow ? Math.ceil(legendTop + legend.height) : height,
  };
}

/** A name with its number: on an area in the type that its colour asks for, with a rim of that colour. */
function nameOf(
  { rows, x, anchor, on, isCity, leader }: MapLabel,
  membership: Membership,
  isAnyIn: boolean,
  mapWidth: number,
): Markup {
  const isPaler = isAnyIn && membership !== 'included' && on.startsWith('step');
  const area = on !== '' && isPaler ? over(fillColor(on), COLORS.sea, PALER) : on && fillColor(on);
  const [fill, rim] = area === '' ? [COLORS.ink, COLORS.sea] : [typeOn(area), area];
  const style = { size: isCity ? 11 : labelSizePx(mapWidth), weight: isCity ? 500 : 600, anchor };
  const words = rows.map(({ name, number, y }) => ({ line: `${name} ${number}`.trim(), y }));
  const drawn =
    membership === 'excluded'
      ? rowsWithHalo(words, x, { ...style, fill: COLORS.warn }, COLORS.land, 2)
      : rowsWithHalo(words, x, { ...style, fill }, rim, area === '' ? 3 : 2);
  if (!leader) return drawn;
  const ends = { x1: leader.x0, y1: leader.y0, x2: leader.x1, y2: leader.y1 };
  return (
    el('line', { ...ends, stroke: COLORS.sea, 'stroke-width': 3 }) +
    el('line', { ...ends, stroke: COLORS.ink }) +
    drawn
  );
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
  const compared = explorer.map.color === 'expected' ? colorsInWords(explorer, facet) : '';
  return {
    subtitle: mapSubtitle(explorer, facet, parts ? 'region' : 'country', country),
    notes: [...(compared === '' ? [] : [compared]), ...(unplaced === '' ? [] : [`${unplaced}.`])],
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
  const painting = mapPainting(explorer, facet);
  const marks = markCountries(
    projected.countries,
    counts,
    (code) => explorer.nodeByCode(facet, code),
    (node) => valueOf(counts, node, explorer.rule),
    {
      whole: explorer.rule === 'records',
      method: explorer.map.classes,
      painting,
      tellable,
    },
  );
  const cities = country ? citiesOf(input, facet, country, tellable, painting) : [];
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
  return projectFlat(world, width, height, southwardOf(explorer, facet), projection);
}

/** The part of the world that the page shows. */
function worldView(explorer: Explorer, facet: FacetId, width: number, height: number): WorldView {
  const { projection } = explorer.map;
  const world = { projection, width, height, south: southwardOf(explorer, facet) };
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
  painting: Painting | null,
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
          fill: painting?.cityFill?.(city.node),
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
