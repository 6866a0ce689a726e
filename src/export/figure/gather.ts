/** Brings together what a file needs and the state doesn't hold: regions, people in their places, dates, the link. */
import { readRegions, regionsOfWorld, type Regions } from '../../layout/map/country-map.ts';
import type { World } from '../../layout/map/world.ts';
import { loadRegions } from '../../load/load-regions.ts';
import type { RegionTopology } from '../../model/boundary-files.ts';
import { readEmbedOptions } from '../../share/embed-options.ts';
import { fullViewAddress } from '../../share/full-view.ts';
import { packQuery } from '../../share/packed-query.ts';
import type { ArrangedGraph } from '../../state/coauthors/coauthor-picture.svelte.ts';
import { DrawnCoauthors } from '../../state/coauthors/drawn-coauthors.svelte.ts';
import type { Explorer } from '../../state/explorer.svelte.ts';
import { arrangedAs } from './arranged-graph.ts';
import type { FileSubject } from './caption.ts';
import { FONT } from './document.ts';
import type { FigureInput } from './figure.ts';
import { PATIENT, type Asker } from './pace.ts';
import type { Measure } from './svg.ts';

/**
 * The page's link, short enough for servers and mail: absolute, without what is not ours. Of an embed that of the whole
 * page.
 */
export async function pageLink(explorer: Explorer): Promise<string> {
  const query = await packQuery(explorer.query(''));
  if (location.pathname.endsWith('/embed.html')) {
    return fullViewAddress(query, readEmbedOptions(location.search, document.baseURI), document.baseURI);
  }
  return `${location.href.split(/[?#]/)[0]!}${query === '' ? '' : `?${query}`}`;
}

/** Whether others can follow a link to this page: not where it is a file on somebody's disk. */
export const isOnTheWeb = (): boolean => /^https?:$/.test(location.protocol);

/**
 * The link as captions have it: of a page that is a file only its name, for its folders say where somebody lives; none of
 * a dataset from a file, which no link leads to.
 */
async function captionLink(explorer: Explorer): Promise<string> {
  if (explorer.file) return '';
  const link = await pageLink(explorer);
  if (isOnTheWeb()) return link;
  const [address = '', ...rest] = link.split('?');
  return [address.slice(address.lastIndexOf('/') + 1), ...rest].join('?');
}

/**
 * Everything for one file.
 * @throws {Error} when the graph cannot be arranged
 * @throws {DOMException} an AbortError when the file is given up
 */
export async function gather(
  explorer: Explorer,
  world: World,
  subject: FileSubject,
  asker: Asker = PATIENT,
): Promise<FigureInput> {
  const [link, regions, graph] = await Promise.all([
    captionLink(explorer),
    subject === 'map' || subject === 'all' ? regionsInFocus(explorer, world) : null,
    subject === 'coauthors' || subject === 'all' ? arrangedGraph(explorer, asker) : null,
  ]);
  const exported = new Date().toISOString().slice(0, 10);
  const facts = { link, query: explorer.query(''), exported };
  return { explorer, world, regions, graph, measure: textMeasure(), facts };
}

/** Regions that cannot be loaded are drawn as the world has the country; the page tells why. */
async function regionsInFocus(explorer: Explorer, world: World): Promise<Regions | null> {
  const found = await regionFileInFocus(explorer);
  if (!found) return null;
  const { country, file } = found;
  return file ? readRegions(country, file) : regionsOfWorld(country, world);
}

/**
 * What the page draws the country in focus from; null on the world.
 * @returns with no file where the country has none, or it cannot be loaded
 */
export async function regionFileInFocus(
  explorer: Explorer,
): Promise<{ readonly country: string; readonly file: RegionTopology | null } | null> {
  const facet = explorer.placeFacet;
  const focus = facet === undefined ? undefined : explorer.focusOf(facet);
  if (facet === undefined || focus === undefined) return null;
  const country = explorer.places(facet).countryOf(focus);
  if (country === '') return null;
  return { country, file: await loadRegions(country).catch(() => null) };
}

/** The graph as it is drawn. */
async function arrangedGraph(explorer: Explorer, asker: Asker): Promise<DrawnCoauthors | null> {
  const arranged = await arrangedAs(explorer.dataset, explorer.coauthors, asker);
  return arranged && new DrawnCoauthors(explorer, { arranged, graph: arranged.graph });
}

/**
 * The graph of all records with nobody left out, whatever the page draws of it.
 * @throws {Error} when it cannot be arranged
 * @throws {DOMException} an AbortError when the file is given up
 */
export function wholeGraph({ dataset, coauthors }: Explorer, asker: Asker): Promise<ArrangedGraph | null> {
  return arrangedAs(dataset, { ...coauthors, around: null, hideAlone: false }, asker);
}

/** Measures as the browser sets type; estimates where there is no canvas. */
function textMeasure(): Measure {
  const context = document.createElement('canvas').getContext('2d');
  const known = new Map<string, number>();
  return (line, sizePx, weight) => {
    if (!context) return line.length * sizePx * 0.55;
    const font = `${weight} ${sizePx}px ${FONT}`;
    const key = `${font}|${line}`;
    let width = known.get(key);
    if (width === undefined) {
      context.font = font;
      width = context.measureText(line).width;
      known.set(key, width);
    }
    return width;
  };
}
