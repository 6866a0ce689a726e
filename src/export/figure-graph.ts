/** The co-author graph as a figure: the people where the page has put them, links and discs as vectors. */
import { edgeStrengths, MAX_PAIR_AUTHORS, type CoauthorGraph } from '../layout/coauthor-graph.ts';
import { coauthorLabels } from '../layout/coauthor-labels.ts';
import { countOf, formatCount } from '../layout/number-format.ts';
import { strongestEdges } from '../layout/strongest-edges.ts';
import { AUTHOR_FACET } from '../model/dataset.ts';
import type { Explorer } from '../state/explorer.svelte.ts';
import { COLORS, hue } from './colors.ts';
import type { ArrangedGraph, Figure, FigureInput } from './figure.ts';
import { el, rounded, text, textWithHalo, type Markup } from './svg.ts';

/** As on the page: more links are a grey ball. */
const LINK_LIMIT = 15_000;
/** So many links that no active record is behind are hinted at. */
const FAINT_LIMIT = 20_000;
/** Links a path: a program that opens the file chokes on one huge path. */
const EDGES_PER_PATH = 500;
const HUES = 6;
const RADIUS_MIN_PX = 1.2;
const RIM_FROM_PX = 3;
const MARGIN_PX = 20;
/** Few people are not blown up, px a layout unit. */
const MOST_SCALE = 12;

interface View {
  readonly k: number;
  readonly x: number;
  readonly y: number;
}

/** The graph; a note where nobody is named. */
export function graphFigure(
  { explorer, graph: arranged, measure }: FigureInput,
  width: number,
  height: number,
): Figure {
  const counts = explorer.countsFor(AUTHOR_FACET);
  const title = 'Who writes together';
  const subtitle = countOf(
    counts.records.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0),
    'author',
  );
  if (!arranged || arranged.graph.nodeCount === 0) {
    const body = text('No record names an author.', width / 2, 40, {
      anchor: 'middle',
      size: 13,
      fill: COLORS['ink-soft'],
    });
    return { title, subtitle, body, width, height: 80, notes: [] };
  }
  const { graph, picture, radius } = arranged;
  const passes = explorer.passesElsewhere(AUTHOR_FACET);
  const { records: strength } = edgeStrengths(graph, passes);
  const edges = strongestEdges(strength, LINK_LIMIT);
  const view = fitted(arranged, width, height);
  const labels = coauthorLabels({
    graph,
    picture,
    radius,
    view,
    width,
    height,
    records: counts.records,
    dataset: explorer.dataset,
    passes,
    measure: (line) => measure(line, 12, 600),
    hovered: -1,
  });
  const inactive: number[] = [];
  if (strength.length <= FAINT_LIMIT)
    strength.forEach((records, edge) => records === 0 && inactive.push(edge));
  const faint = el(
    'g',
    { stroke: COLORS['line-strong'], 'stroke-width': 0.7, 'stroke-opacity': 0.07, fill: 'none' },
    ...linkPaths(arranged, view, inactive),
  );
  const opacity = 0.38 * Math.min(1, Math.max(0.15, 3000 / Math.max(1, edges.length)));
  const links = el(
    'g',
    { stroke: COLORS['line-strong'], 'stroke-width': 0.7, 'stroke-opacity': opacity, fill: 'none' },
    ...linkPaths(arranged, view, edges),
  );
  const isActive = (node: number) => {
    const author = graph.authorOfNode[node]!;
    return author < 0 ? passes(graph.recordOfNode[node]!) : counts.records[author]! > 0;
  };
  const names = labels.map(({ text: name, anchorX, anchorY, textAnchor }) =>
    textWithHalo(
      name,
      anchorX,
      anchorY + 4,
      { size: 12, weight: 600, anchor: textAnchor, fill: COLORS.ink },
      COLORS.panel,
    ),
  );
  return {
    title,
    subtitle,
    body: [faint, links, ...nodeMarks(explorer, arranged, view, isActive), ...names].join(''),
    width,
    height,
    notes: notesOf(graph, passes, edges.length, strength),
  };
}

function notesOf(
  graph: CoauthorGraph,
  passes: (record: number) => boolean,
  drawn: number,
  strength: Uint32Array,
): string[] {
  const notes: string[] = [];
  const hubs = graph.recordOfNode.reduce((sum, record) => sum + (record >= 0 && passes(record) ? 1 : 0), 0);
  if (hubs > 0) {
    notes.push(
      `${countOf(hubs, 'record')} with more than ${MAX_PAIR_AUTHORS} authors, drawn as ${hubs === 1 ? 'a hub (square)' : 'hubs (squares)'}.`,
    );
  }
  const links = strength.reduce((sum, records) => sum + (records > 0 ? 1 : 0), 0);
  if (links > drawn)
    notes.push(`The strongest ${formatCount(drawn)} of ${formatCount(links)} links are drawn.`);
  return notes;
}

/** The whole picture in the figure. */
function fitted({ picture }: ArrangedGraph, width: number, height: number): View {
  const { x0, y0, x1, y1 } = picture.bounds;
  const k = Math.min(
    (width - 2 * MARGIN_PX) / Math.max(1, x1 - x0),
    (height - 2 * MARGIN_PX) / Math.max(1, y1 - y0),
    MOST_SCALE,
  );
  return { k, x: width / 2 - (k * (x0 + x1)) / 2, y: height / 2 - (k * (y0 + y1)) / 2 };
}

function linkPaths({ graph, picture }: ArrangedGraph, { k, x, y }: View, edges: ArrayLike<number>): Markup[] {
  const at = (node: number) => `${rounded(picture.x[node]! * k + x)} ${rounded(picture.y[node]! * k + y)}`;
  const paths: Markup[] = [];
  for (let start = 0; start < edges.length; start += EDGES_PER_PATH) {
    const d: string[] = [];
    for (let i = start; i < Math.min(edges.length, start + EDGES_PER_PATH); i++) {
      d.push(`M${at(graph.edgeSource[edges[i]!]!)}L${at(graph.edgeTarget[edges[i]!]!)}`);
    }
    paths.push(el('path', { d: d.join('') }));
  }
  return paths;
}

/** People and hubs, those that no active record shows below. */
function nodeMarks(
  explorer: Explorer,
  { graph, picture, radius }: ArrangedGraph,
  view: View,
  isActive: (node: number) => boolean,
): Markup[] {
  const layers: [below: Markup[], above: Markup[]] = [[], []];
  for (let node = 0; node < graph.nodeCount; node++) {
    const cx = picture.x[node]! * view.k + view.x;
    const cy = picture.y[node]! * view.k + view.y;
    const r = Math.max(RADIUS_MIN_PX, radius[node]! * view.k);
    const color = hue(Math.min(graph.component[node]!, HUES - 1));
    const active = isActive(node);
    const opacity = active ? undefined : 0.16;
    const layer = layers[active ? 1 : 0];
    const author = graph.authorOfNode[node]!;
    if (author < 0) {
      const side = Math.max(8, r * 1.7);
      const box = { x: cx - side / 2, y: cy - side / 2, width: side, height: side };
      layer.push(el('rect', { ...box, fill: COLORS.panel, stroke: color, 'stroke-width': 2, opacity }));
      continue;
    }
    const rim = r >= RIM_FROM_PX ? { stroke: COLORS.panel, 'stroke-width': 0.8 } : {};
    layer.push(el('circle', { cx, cy, r, fill: color, ...rim, opacity }));
    const membership = explorer.membership(AUTHOR_FACET, author);
    if (membership === 'neither') continue;
    const stroke = membership === 'included' ? COLORS.accent : COLORS.warn;
    const dash = membership === 'included' ? undefined : '3 2';
    layer.push(
      el('circle', { cx, cy, r: r + 2.5, fill: 'none', stroke, 'stroke-width': 2, 'stroke-dasharray': dash }),
    );
  }
  return layers.flat();
}
