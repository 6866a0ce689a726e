/** The page on paper: each view as its file shows it, one a page, in vectors, with title, legend and caption. */
import type { World } from '../../layout/map/world.ts';
import { viewsOf } from '../../share/view-state.ts';
import type { Explorer } from '../../state/explorer.svelte.ts';
import { svgDocument } from './document.ts';
import type { FigureInput } from './figure.ts';
import { gather } from './gather.ts';
import { tellApart } from './tell-apart.ts';

/** Width of the figures, px: narrower than in files, so that the type is larger on a page. */
const WIDTH_PX = 720;

/**
 * What the sheets are made from, for the present state.
 * @throws {Error} when the graph cannot be arranged
 */
export const gatherSheets = (explorer: Explorer, world: World): Promise<FigureInput> =>
  gather(explorer, world, 'all');

/** Whether the state has changed since it was gathered. */
export const isStale = ({ explorer, facts }: FigureInput): boolean => explorer.query('') !== facts.query;

/** A sheet a view, to stand beside the page until it is printed. */
export function layOutSheets(input: FigureInput): HTMLElement {
  const paper = document.createElement('div');
  paper.className = 'paper';
  for (const view of viewsOf(input.explorer.dataset)) {
    const { svg, width, height } = svgDocument(input, view, WIDTH_PX);
    const sheet = document.createElement('section');
    const figure = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
    tellApart(figure, 'paper-');
    // the page has a margin of its own
    const edge = (width - WIDTH_PX) / 2;
    figure.setAttribute('viewBox', `${edge} ${edge} ${WIDTH_PX} ${height - 1.5 * edge}`);
    sheet.append(document.importNode(figure, true));
    paper.append(sheet);
  }
  return paper;
}
