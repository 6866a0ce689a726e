/** The co-author graph as a figure: the people where the page has put them, links and discs as vectors. */
import { coauthorLabels } from '../../layout/coauthors/coauthor-labels.ts';
import { linkOpacity, WIDTH_CLASSES } from '../../layout/coauthors/link-strength.ts';
import { countOf, formatCount } from '../../layout/text/number-format.ts';
import { AUTHOR_FACET } from '../../model/dataset.ts';
import { part, type Work } from '../../model/work.ts';
import type { ArrangedGraph } from '../../state/coauthors/coauthor-picture.svelte.ts';
import {
  ACTIVE,
  EXCLUDED,
  HIDDEN,
  INCLUDED,
  type DrawnCoauthors,
} from '../../state/coauthors/drawn-coauthors.svelte.ts';
import type { Explorer } from '../../state/explorer.svelte.ts';
import { distinctName } from '../../state/words/namesakes.ts';
import { strengthText } from '../../state/coauthors/strength-text.ts';
import { COLORS, groupColor } from './colors.ts';
import type { Figure, FigureInput } from './figure.ts';
import { el, rounded, text, textWithHalo, type Markup, type Measure } from './svg.ts';

/** Links a path: a program that opens the file chokes on one huge path. */
const EDGES_PER_PATH = 500;
/** So many people are drawn in a step: a millisecond or two. */
const NODES_A_STEP = 256;
/** Width of a link by its class, px, as on the page. */
const WIDTHS = [0.7, 1, 1.5, 2.1, 3];
const RADIUS_MIN_PX = 1.2;
const RIM_FROM_PX = 3;
const MARGIN_PX = 20;
/** Above and below, where the largest team's name stands. */
const NAME_MARGIN_PX = 34;
const LEGEND_ROW_PX = 22;
/** Few people are not blown up, px a layout unit. */
const MOST_SCALE = 20;

interface View {
  readonly k: number;
  readonly x: number;
  readonly y: number;
}

/** What the drawing is made from; the drawn state is read once, for it is computed anew at each reading. */
interface Drawing {
  readonly explorer: Explorer;
  readonly arranged: ArrangedGraph;
  readonly view: View;
  readonly states: Uint8Array;
  /** By node, position of its group; -1 for none. */
  readonly group: Int8Array;
  readonly records: ArrayLike<number>;
  readonly passes: (record: number) => boolean;
}

/** The graph, in small steps; a note where nobody is named. */
export function* drawingGraph(
  { explorer, graph: drawn, measure }: FigureInput,
  width: number,
  height: number,
): Work<Figure> {
  const title = 'Who writes together';
  const { records } = explorer.countsFor(AUTHOR_FACET);
  const active = records.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0);
  const arranged = drawn?.arranged;
  if (!drawn || !arranged || arranged.graph.nodeCount === 0) {
    const style = { anchor: 'middle', size: 13, fill: COLORS['ink-soft'] } as const;
    const body = text('No record names an author.', width / 2, 40, style);
    return { title, subtitle: countOf(active, 'author'), legend: [], body, width, height: 80, notes: [] };
  }
  // what is counted for the picture comes in a few large parts
  const states = drawn.states;
  yield 0.05;
  const { groups, ofNode } = drawn.groups;
  yield 0.1;
  const people = peopleDrawn(arranged, states);
  const drawnGroups = new Set(people.map((node) => ofNode[node]!));
  const legend = groupLegend(
    [
      ...groups.map(({ short, people: count }) => `${short} ${formatCount(count)}`),
      `others ${formatCount(drawn.otherPeople)}`,
    ],
    drawnGroups,
    width,
    measure,
  );
  const graphHeight = height - legend.height;
  const drawing: Drawing = {
    explorer,
    arranged,
    view: fitted(arranged, width, graphHeight),
    states,
    group: ofNode,
    records: drawn.records,
    passes: drawn.passes,
  };
  const links = yield* part(linkMarks(drawing, drawn), 0.1, 0.4);
  const nodes = yield* part(nodeMarks(drawing), 0.4, 0.8);
  const body = [
    links,
    ...nodes,
    ...nameMarks(drawing, width, graphHeight, measure),
    el('g', { transform: `translate(0 ${graphHeight})` }, legend.body),
    people.length > 0 ? '' : nobodyMark(explorer, width / 2, graphHeight / 2),
  ].join('');
  return {
    title,
    subtitle: subtitleOf(explorer, people.length, active),
    legend: ['Disc: author; square: record of very many authors; line: written together', ...legend.words],
    body,
    width,
    height,
    notes: notesOf(explorer, drawn),
  };
}

function nobodyMark({ coauthors, activeCount }: Explorer, x: number, y: number): Markup {
  const why =
    activeCount > 0 && coauthors.hideAlone
      ? 'Nobody has a link that is drawn, and people without one are left out.'
      : 'No author has a record that passes.';
  return text(why, x, y, { anchor: 'middle', size: 13, fill: COLORS['ink-soft'] });
}

/** The nodes of the people who are drawn and have an active record. */
function peopleDrawn({ graph }: ArrangedGraph, states: Uint8Array): number[] {
  const nodes = Array.from(states.keys());
  return nodes.filter(
    (node) => graph.authorOfNode[node]! >= 0 && (states[node]! & (ACTIVE | HIDDEN)) === ACTIVE,
  );
}

/** @param active authors with an active record, drawn or not */
function subtitleOf(explorer: Explorer, drawn: number, active: number): string {
  const { coauthors } = explorer;
  const shown =
    drawn === active ? countOf(active, 'author') : `${formatCount(drawn)} of ${countOf(active, 'author')}`;
  if (coauthors.around === null) return shown;
  const name = distinctName(explorer, AUTHOR_FACET, coauthors.around);
  return `${shown} · ${coauthors.steps === 1 ? `${name} and co-authors` : `${name}, co-authors, and theirs`}`;
}

function notesOf({ coauthors }: Explorer, drawn: DrawnCoauthors): string[] {
  const { hubCount: hubs, linkCount, keptCount } = drawn;
  const counting =
    coauthors.strength === 'full'
      ? 'the number of records that two people wrote together'
      : 'the sum, over the records that two people wrote together, of 1/(number of authors − 1)';
  const notes = [`The strength of a link is ${counting}.`];
  if (drawn.groups.groups.length > 0) {
    notes.push(
      coauthors.color === 'community'
        ? 'Colour: communities in all records (Louvain’s method), each named after its most strongly linked author. Its number is how many of its authors are shown.'
        : `Colour: the ${coauthors.color} of most of a person’s records.`,
    );
  }
  if (hubs > 0) {
    notes.push(
      `${countOf(hubs, 'record')} with more than ${coauthors.maxPairAuthors} authors, drawn as ${hubs === 1 ? 'a hub (square)' : 'hubs (squares)'}.`,
    );
  }
  if (keptCount < linkCount) {
    const least = strengthText(coauthors.minStrength, coauthors.strength);
    notes.push(`Links of at least ${least}: ${formatCount(keptCount)} of ${formatCount(linkCount)}.`);
  }
  const painted = drawn.drawnEdges.length;
  if (painted < keptCount)
    notes.push(`The strongest ${formatCount(painted)} of ${formatCount(keptCount)} links are drawn.`);
  if (coauthors.hideAlone) notes.push('People without a drawn link are left out.');
  return notes;
}

/** The whole picture in the figure. */
function fitted({ positions }: ArrangedGraph, width: number, height: number): View {
  const { x0, y0, x1, y1 } = positions.bounds;
  const k = Math.min(
    (width - 2 * MARGIN_PX) / Math.max(1, x1 - x0),
    (height - 2 * NAME_MARGIN_PX) / Math.max(1, y1 - y0),
    MOST_SCALE,
  );
  return { k, x: width / 2 - (k * (x0 + x1)) / 2, y: height / 2 - (k * (y0 + y1)) / 2 };
}

/** Faint links below, then thin ones, thick ones over them. */
function* linkMarks(drawing: Drawing, drawn: DrawnCoauthors): Work<Markup> {
  const { drawnEdges: edges } = drawn;
  yield 0.2;
  const { widths, faintEdges: faint } = drawn;
  yield 0.4;
  const stroke = { stroke: COLORS['line-strong'], fill: 'none' };
  const layers: Markup[] = [];
  if (faint.length > 0) {
    const look = { ...stroke, 'stroke-width': WIDTHS[0]!, 'stroke-opacity': 0.07 };
    layers.push(el('g', look, ...(yield* part(linkPaths(drawing, faint), 0.4, 0.6))));
  }
  for (let size = 0; size < WIDTH_CLASSES; size++) {
    const ofSize = edges.filter((edge) => widths[edge] === size);
    if (ofSize.length === 0) continue;
    const opacity = linkOpacity(edges.length, size);
    const look = { ...stroke, 'stroke-width': WIDTHS[size]!, 'stroke-opacity': rounded(opacity) };
    const share = 0.6 + (0.4 * size) / WIDTH_CLASSES;
    const paths = yield* part(linkPaths(drawing, ofSize), share, share + 0.4 / WIDTH_CLASSES);
    layers.push(el('g', look, ...paths));
  }
  return layers.join('');
}

function* linkPaths({ arranged, view }: Drawing, edges: ArrayLike<number>): Work<Markup[]> {
  const { graph, positions } = arranged;
  const { k, x, y } = view;
  const at = (node: number) =>
    `${rounded(positions.x[node]! * k + x)} ${rounded(positions.y[node]! * k + y)}`;
  const paths: Markup[] = [];
  for (let start = 0; start < edges.length; start += EDGES_PER_PATH) {
    const d: string[] = [];
    for (let i = start; i < Math.min(edges.length, start + EDGES_PER_PATH); i++) {
      d.push(`M${at(graph.edgeSource[edges[i]!]!)}L${at(graph.edgeTarget[edges[i]!]!)}`);
    }
    paths.push(el('path', { d: d.join('') }));
    yield Math.min(1, (start + EDGES_PER_PATH) / edges.length);
  }
  return paths;
}

/** People and hubs, those that no active record shows below. */
function* nodeMarks(drawing: Drawing): Work<Markup[]> {
  const { arranged, view, states } = drawing;
  const { graph, positions, radius } = arranged;
  const centre = graph.nodeOfAuthor[drawing.explorer.coauthors.around ?? -1] ?? -1;
  const layers: [below: Markup[], above: Markup[]] = [[], []];
  for (let node = 0; node < graph.nodeCount; node++) {
    if (node % NODES_A_STEP === 0) yield node / graph.nodeCount;
    const state = states[node]!;
    if ((state & HIDDEN) !== 0) continue;
    const isActive = (state & ACTIVE) !== 0;
    const place = {
      cx: positions.x[node]! * view.k + view.x,
      cy: positions.y[node]! * view.k + view.y,
      r: Math.max(RADIUS_MIN_PX, radius[node]! * view.k),
    };
    const look = { color: groupColor(drawing.group[node]!), opacity: isActive ? undefined : 0.16 };
    const isHub = graph.authorOfNode[node]! < 0;
    layers[isActive ? 1 : 0].push(...(isHub ? [square(place, look)] : disc(place, look, state)));
    if (node === centre && (state & (INCLUDED | EXCLUDED)) === 0) layers[1].push(centreRing(place));
  }
  return layers.flat();
}

interface DiscPlace {
  readonly cx: number;
  readonly cy: number;
  readonly r: number;
}
interface DiscLook {
  readonly color: string;
  readonly opacity: number | undefined;
}

function square({ cx, cy, r }: DiscPlace, { color, opacity }: DiscLook): Markup {
  const side = Math.max(8, r * 1.7);
  const box = { x: cx - side / 2, y: cy - side / 2, width: side, height: side };
  return el('rect', { ...box, fill: COLORS.panel, stroke: color, 'stroke-width': 2, opacity });
}

function disc({ cx, cy, r }: DiscPlace, { color, opacity }: DiscLook, state: number): Markup[] {
  const rim = r >= RIM_FROM_PX ? { stroke: COLORS.panel, 'stroke-width': 0.8 } : {};
  const marks = [el('circle', { cx, cy, r, fill: color, ...rim, opacity })];
  if ((state & (INCLUDED | EXCLUDED)) === 0) return marks;
  const isIncluded = (state & INCLUDED) !== 0;
  const ring = {
    stroke: isIncluded ? COLORS.accent : COLORS.warn,
    'stroke-dasharray': isIncluded ? undefined : '3 2',
  };
  return [...marks, el('circle', { cx, cy, r: r + 2.5, fill: 'none', ...ring, 'stroke-width': 2 })];
}

/** Around whom everybody else is shown. */
const centreRing = ({ cx, cy, r }: DiscPlace): Markup =>
  el('circle', { cx, cy, r: r + 2.5, fill: 'none', stroke: COLORS.ink, 'stroke-width': 1.5 });

function nameMarks(drawing: Drawing, width: number, height: number, measure: Measure): Markup[] {
  const { explorer, arranged, view, states, records, passes } = drawing;
  const labels = coauthorLabels({
    graph: arranged.graph,
    picture: arranged.positions,
    radius: arranged.radius,
    view,
    width,
    height,
    records,
    dataset: explorer.dataset,
    passes,
    measure: (line) => measure(line, 12, 600),
    hovered: explorer.coauthors.around ?? -1,
    isHidden: (node) => (states[node]! & HIDDEN) !== 0,
    isIncluded: (node) => (states[node]! & INCLUDED) !== 0,
    keepClear: true,
  });
  return labels.map(({ text: name, anchorX, anchorY, textAnchor }) => {
    const style = { size: 12, weight: 600, anchor: textAnchor, fill: COLORS.ink } as const;
    return textWithHalo(name, anchorX, anchorY + 4, style, COLORS.panel);
  });
}

/**
 * What the colours mean, in rows; 0 px high where there are none.
 * @param names of the groups, and at last of those in none
 * @param drawnGroups positions of those who are drawn; -1 for grey
 */
function groupLegend(
  names: readonly string[],
  drawnGroups: ReadonlySet<number>,
  width: number,
  measure: Measure,
): { readonly body: Markup; readonly words: readonly string[]; readonly height: number } {
  const rows = names.map((name, i) => [name, i < names.length - 1 ? i : -1] as const);
  const shown = rows.filter(([, group]) => drawnGroups.has(group));
  if (names.length === 1 || shown.length === 0) return { body: '', words: [], height: 0 };
  const marks: Markup[] = [];
  let [x, y] = [0, LEGEND_ROW_PX - 6];
  for (const [name, group] of shown) {
    const wide = 16 + measure(name, 12, 400) + 18;
    if (x > 0 && x + wide > width) [x, y] = [0, y + LEGEND_ROW_PX];
    marks.push(el('rect', { x, y: y - 10, width: 11, height: 11, rx: 2, fill: groupColor(group) }));
    marks.push(text(name, x + 16, y, { size: 12, fill: COLORS.ink }));
    x += wide;
  }
  const words = [`Colours: ${shown.map(([name]) => name).join(', ')}`];
  return { body: el('g', {}, ...marks), words, height: y + 6 };
}
