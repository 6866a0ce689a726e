/** A whole SVG file: title, figure or figures, notes, caption and metadata. */
import { finished, part, type Work } from '../../model/work.ts';
import type { ViewId } from '../../share/view-state.ts';
import { captionOf, FILE_FORMAT, metadataOf, type FileMetadata, type FileSubject } from './caption.ts';
import { COLORS } from './colors.ts';
import { drawingGraph } from './figure-graph.ts';
import { mapFigure } from './figure-map.ts';
import { recordsFigure } from './figure-records.ts';
import { sunburstFigure } from './figure-sunburst.ts';
import { timeFigure } from './figure-time.ts';
import type { DrawFigure, Figure, FigureInput } from './figure.ts';
import { atMost, chars, clipped, el, text, wrapped, type Markup, type Measure } from './svg.ts';

/** The page's type; programs without a system-ui take the next. */
export const FONT = "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', Arial, sans-serif";

/** Those that are drawn in a moment, whatever the dataset. */
const FIGURES: Readonly<Record<Exclude<ViewId, 'coauthors'>, DrawFigure>> = {
  map: mapFigure,
  topics: sunburstFigure,
  records: recordsFigure,
  time: timeFigure,
};

function* drawing(input: FigureInput, view: ViewId, width: number, height: number): Work<Figure> {
  if (view === 'coauthors') return yield* drawingGraph(input, width, height);
  return FIGURES[view](input, width, height);
}

/** Sizes of the single figures, px. */
const SIZES: Readonly<Record<ViewId, readonly [width: number, height: number]>> = {
  map: [896, 470],
  topics: [896, 600],
  coauthors: [896, 600],
  records: [896, 1100],
  time: [896, 220],
};

const MARGIN = 32;
/** The title of the whole dashboard with what keeps it apart, px. */
const HEAD_PX = 44;
/** So much of a long link is written out. */
const LINK_LINES = 3;

/** A finished file. */
export interface SvgDocument {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  readonly metadata: FileMetadata;
}

/**
 * One view, or the whole dashboard, as an SVG file.
 * @param narrow width of a single figure, px; as files have it when left out
 */
export const svgDocument = (input: FigureInput, subject: FileSubject, narrow?: number): SvgDocument =>
  finished(makingDocument(input, subject, narrow));

/** The same in small steps. */
export function* makingDocument(
  input: FigureInput,
  subject: FileSubject,
  narrow?: number,
): Work<SvgDocument> {
  const block =
    subject === 'all' ? yield* dashboard(input) : yield* single(input, subject, narrow ?? SIZES[subject][0]);
  yield 1;
  const { title, body, width, height } = block;
  const metadata = metadataOf(input.explorer, subject, input.facts, block);
  const caption = captionOf(input.explorer, metadata);
  const whole = width + 2 * MARGIN;
  const foot = captionMarkup(caption, metadata, MARGIN + height + 16, width, input.measure);
  const heightPx = foot.bottom + MARGIN - 8;
  const svg = el(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: whole,
      height: heightPx,
      viewBox: `0 0 ${whole} ${heightPx}`,
      'font-family': FONT,
      role: 'img',
    },
    el('title', {}, chars(`${title} – ${metadata.dataset.title}`)),
    el('desc', {}, chars([...caption, metadata.link].join(' ').trimEnd())),
    el('metadata', { id: FILE_FORMAT }, chars(JSON.stringify(metadata))),
    el('rect', { width: whole, height: heightPx, fill: COLORS.panel }),
    el('g', { transform: `translate(${MARGIN} ${MARGIN})` }, body),
    foot.body,
  );
  return {
    svg: `<?xml version="1.0" encoding="UTF-8"?>\n${svg}\n`,
    width: whole,
    height: heightPx,
    metadata,
  };
}

interface Block {
  readonly title: string;
  readonly legend: readonly string[];
  readonly notes: readonly string[];
  readonly body: Markup;
  readonly width: number;
  readonly height: number;
}

function* single(input: FigureInput, view: ViewId, width: number): Work<Block> {
  const [usual, usualHeight] = SIZES[view];
  // a list is as long as a page, whatever its width
  const height = view === 'records' ? usualHeight : Math.round((usualHeight * (width + usual)) / (2 * usual));
  const figure = yield* drawing(input, view, width, height);
  return headed(figure, input.measure, 22, input.explorer.dataset.title);
}

/** Four views as on the page, the map and the records wide; below the head the years, where there are any. */
function* dashboard(input: FigureInput): Work<Block> {
  const [left, right, gap] = [900, 456, 24];
  const width = left + gap + right;
  function* block(view: ViewId, width: number, height: number): Work<Block> {
    return headed(yield* drawing(input, view, width, height), input.measure, 15);
  }
  const map = yield* part(block('map', left, 480), 0, 0.1);
  yield 0.1;
  const topics = yield* part(block('topics', right, 456), 0.1, 0.2);
  yield 0.2;
  const coauthors = yield* part(block('coauthors', right, 420), 0.2, 0.9);
  yield 0.9;
  // as long as what stands beside it, title left out
  const records = yield* part(block('records', left, Math.max(420, coauthors.height - 40)), 0.9, 1);
  const at = (x: number, y: number, { body }: Block) => el('g', { transform: `translate(${x} ${y})` }, body);
  const { title } = input.explorer.dataset;
  const when = input.explorer.timeFacet === undefined ? [] : [yield* block('time', width, 110)];
  const top = when.reduce((y, { height }) => y + height + gap, HEAD_PX);
  const second = top + Math.max(map.height, topics.height) + gap;
  return {
    title: 'Dashboard',
    legend: [...when, map, topics, coauthors].flatMap(({ legend }) => legend),
    notes: [...when, map, topics, coauthors, records].flatMap((figure) =>
      figure.notes.map((note) => `${figure.title}: ${note}`),
    ),
    body: [
      text(
        clipped(title, width, (line) => input.measure(line, 22, 650)),
        0,
        20,
        { size: 22, weight: 650, fill: COLORS.ink },
      ),
      ...when.map((strip) => at(0, HEAD_PX, strip)),
      at(0, top, map),
      at(left + gap, top, topics),
      at(0, second, records),
      at(left + gap, second, coauthors),
    ].join(''),
    width,
    height: second + Math.max(records.height, coauthors.height),
  };
}

/** So many lines of what is counted stand under a title. */
const SUBTITLE_LINES = 2;

/**
 * A figure under its title and subtitle, over its notes.
 * @param size of the title, px
 * @param above what the figure is of, where nothing else says it
 */
function headed(figure: Figure, measure: Measure, size: number, above = ''): Block {
  const { title, subtitle, legend, body, width, height, notes } = figure;
  const small = { size: 12, fill: COLORS['ink-soft'] };
  const measureSmall = (line: string) => measure(line, 12, 400);
  const measureTitle = (line: string) => measure(line, size, 650);
  const marks: Markup[] = [];
  let y = 0;
  if (above !== '') {
    marks.push(text(clipped(above, width, measureSmall), 0, 10, small));
    y = 22;
  }
  marks.push(
    text(clipped(title, width, measureTitle), 0, y + size - 2, { size, weight: 650, fill: COLORS.ink }),
  );
  y += size + (size > 16 ? 20 : 14);
  const lines = atMost(wrapped(subtitle, width, measureSmall), SUBTITLE_LINES);
  lines.forEach((line, i) => marks.push(text(line, 0, y + i * 16, small)));
  const top = y + Math.max(0, lines.length - 1) * 16 + 14;
  marks.push(el('g', { transform: `translate(0 ${top})` }, body));
  const told = notes.flatMap((note) => wrapped(note, width, measureSmall));
  marks.push(...told.map((line, i) => text(line, 0, top + height + 18 + i * 16, small)));
  return {
    title,
    legend,
    notes: [subtitle, ...notes].filter((line) => line !== ''),
    body: marks.join(''),
    width,
    height: top + height + told.length * 16 + (told.length > 0 ? 8 : 0),
  };
}

function captionMarkup(
  paragraphs: readonly string[],
  { link }: FileMetadata,
  top: number,
  width: number,
  measure: Measure,
): { body: Markup; bottom: number } {
  const measureLine = (line: string) => measure(line, 11, 400);
  const lines = paragraphs.flatMap((paragraph) => wrapped(paragraph, width, measureLine));
  const rule = el('path', { d: `M${MARGIN} ${top}h${width}`, stroke: COLORS.line });
  const body = lines.map((line, i) =>
    text(line, MARGIN, top + 20 + i * 16, { size: 11, fill: COLORS['ink-soft'] }),
  );
  // a longer link stands whole behind these words and in the metadata
  const shown = link === '' ? [] : atMost(wrapped(link, width, measureLine), LINK_LINES);
  const linkTop = top + 20 + lines.length * 16;
  const words = shown
    .map((line, i) => text(line, MARGIN, linkTop + i * 16, { size: 11, fill: COLORS.accent }))
    .join('');
  const isWeb = /^https?:\/\//.test(link);
  return {
    body: [rule, ...body, isWeb ? el('a', { href: link }, words) : words].join(''),
    bottom: linkTop + (shown.length - 1) * 16,
  };
}
