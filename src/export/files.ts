/** Files of a view or of the whole dashboard, and how they leave the page. */
import type { World } from '../layout/world.ts';
import { VIEW_IDS, type ViewId } from '../share/view-state.ts';
import type { Explorer } from '../state/explorer.svelte.ts';
import { captionOf, FILE_FORMAT, metadataOf, type FileMetadata, type FileSubject } from './caption.ts';
import { mapInWords } from './figure-map.ts';
import type { FigureInput } from './figure.ts';
import { fileName } from './file-name.ts';
import { svgDocument, type SvgDocument } from './document.ts';
import { gather, wholeGraph } from './gather.ts';
import { GRAPH_FILE, graphFileLines, type GraphFormat } from './graph-file.ts';
import { paintPng } from './paint.ts';
import { withPngDensity, withPngText } from './png-write.ts';
import { csvNotes } from './csv-notes.ts';
import { csvOf, tableOf } from './tables.ts';
import { zipOf } from './zip.ts';
import type { NamedFile } from './save-file.ts';

export type FileFormat = 'svg' | 'png2' | 'png4' | 'csv' | 'json' | 'zip' | GraphFormat;

interface OfferedFormat {
  readonly id: FileFormat;
  readonly label: string;
  readonly use: string;
}

/** In the order in which they are offered. */
export const FILE_FORMATS: readonly OfferedFormat[] = [
  { id: 'svg', label: 'SVG', use: 'vectors, for editing and print' },
  { id: 'png2', label: 'PNG 2×', use: 'a picture for pages and mail' },
  { id: 'png4', label: 'PNG 4×', use: 'a picture for slides and print' },
  { id: 'csv', label: 'CSV', use: 'the numbers, for spreadsheets' },
  { id: 'json', label: 'JSON', use: 'the numbers with filters and caption' },
];

/** Tables with what they cannot say of themselves: captions, and the meaning of their columns. */
const ZIP: OfferedFormat = { id: 'zip', label: 'Zip', use: 'the CSV with its caption' };
/** The whole dashboard is no one table: it has four. */
const ALL_TABLES: OfferedFormat = {
  id: 'zip',
  label: 'CSV',
  use: 'the tables of all views with captions, as zip',
};

/** What there is of the co-authors besides. */
export const GRAPH_FORMATS: readonly OfferedFormat[] = [
  { id: 'gexf', label: 'GEXF', use: 'the graph, for Gephi' },
  { id: 'graphml', label: 'GraphML', use: 'the graph, for igraph, NetworkX, Cytoscape' },
  { id: 'vosviewer', label: 'VOSviewer', use: 'the graph, for VOSviewer' },
];

/** What there is of a subject. */
export function formatsOf(subject: FileSubject): readonly OfferedFormat[] {
  if (subject === 'all') return FILE_FORMATS.map((format) => (format.id === 'csv' ? ALL_TABLES : format));
  return [...FILE_FORMATS, ZIP, ...(subject === 'coauthors' ? GRAPH_FORMATS : [])];
}

const isGraphFormat = (format: FileFormat): format is GraphFormat => Object.hasOwn(GRAPH_FILE, format);

/**
 * Makes a file of the present state.
 * @throws {Error} when the graph cannot be arranged or the browser cannot paint the picture
 */
export async function makeFile(
  explorer: Explorer,
  world: World,
  subject: FileSubject,
  format: FileFormat,
): Promise<NamedFile> {
  if (format === 'csv' && subject !== 'all') {
    const { facts } = await gather(explorer, world, 'records');
    const csv = csvOf(tableOf(explorer, subject));
    return named(
      csv,
      'text/csv;charset=utf-8',
      fileName(explorer, metadataOf(explorer, subject, facts), 'csv'),
    );
  }
  if (format === 'zip') return zipFile(explorer, world, subject);
  if (isGraphFormat(format)) return graphFile(explorer, world, format);
  const document = svgDocument(await gather(explorer, world, subject), subject);
  if (format === 'json') {
    const json = jsonText(explorer, subject, document.metadata);
    return named(json, 'application/json', fileName(explorer, document.metadata, 'json'));
  }
  if (format === 'svg')
    return named(document.svg, 'image/svg+xml', fileName(explorer, document.metadata, 'svg'));
  const scale = format === 'png4' ? 4 : 2;
  return { name: fileName(explorer, document.metadata, 'png'), blob: await pngOf(explorer, document, scale) };
}

async function zipFile(explorer: Explorer, world: World, subject: FileSubject): Promise<NamedFile> {
  const views: readonly ViewId[] = subject === 'all' ? VIEW_IDS : [subject];
  // the regions of a country tell what its table cannot place
  const input = await gather(explorer, world, views.includes('map') ? 'map' : 'records');
  const { facts } = input;
  const entries = views.flatMap((view) => {
    const metadata = tableMetadata(input, view);
    const [table, name] = [tableOf(explorer, view), fileName(explorer, metadata, 'csv')];
    const notes = csvNotes(explorer, metadata, table, name);
    return [
      { name, text: csvOf(table) },
      { name: `${name}-metadata.json`, text: notes },
    ];
  });
  const name = fileName(explorer, metadataOf(explorer, subject, facts), 'zip');
  return { name, blob: new Blob([zipOf(entries)], { type: 'application/zip' }) };
}

/** The metadata of a table alone: of a map's also what is counted and cannot be placed. */
export function tableMetadata(input: FigureInput, view: ViewId): FileMetadata {
  const { explorer, facts } = input;
  const facet = explorer.placeFacet;
  if (view !== 'map' || facet === undefined) return metadataOf(explorer, view, facts);
  const { subtitle, notes } = mapInWords(input, facet);
  return metadataOf(explorer, view, facts, { title: '', legend: [], notes: [subtitle, ...notes] });
}

async function graphFile(explorer: Explorer, world: World, format: GraphFormat): Promise<NamedFile> {
  const [{ facts }, arranged] = await Promise.all([
    gather(explorer, world, 'records'),
    wholeGraph(explorer),
  ] as const);
  const metadata = metadataOf(explorer, 'coauthors', facts);
  const { extension, type } = GRAPH_FILE[format];
  const lines = graphFileLines(explorer, metadata, arranged, format);
  return { name: fileName(explorer, metadata, extension), blob: new Blob([...lines], { type }) };
}

function named(text: string, type: string, name: string): NamedFile {
  return { name, blob: new Blob([text], { type }) };
}

/** The tables of what is shown, a row a line, under the same metadata and caption as a picture's. */
export function jsonText(explorer: Explorer, subject: FileSubject, metadata: FileMetadata): string {
  const views: readonly ViewId[] = subject === 'all' ? VIEW_IDS : [subject];
  const tables = views.map((view) => {
    const { columns, rows } = tableOf(explorer, view);
    const lines = rows.map((row) => `   ${JSON.stringify(row)}`).join(',\n');
    return ` "${view}": {\n  "columns": ${JSON.stringify(columns)},\n  "rows": [\n${lines}\n  ]\n }`;
  });
  const head = JSON.stringify({ ...metadata, caption: captionOf(explorer, metadata) }, null, 1);
  return `${head.replace(/\n}$/, '')},\n "tables": {\n${tables.join(',\n')}\n }\n}\n`;
}

async function pngOf(explorer: Explorer, document: SvgDocument, scale: number): Promise<Blob> {
  const { svg, width, height, metadata } = document;
  const png = await paintPng(svg, width, height, scale);
  return new Blob([described(png, explorer, metadata, scale)], { type: 'image/png' });
}

/** CSS counts so many pixels an inch. */
const PIXELS_PER_INCH = 96;

/** The picture with what it shows: for this page as JSON, for other programs under the standard's keywords. */
function described(
  png: Uint8Array,
  explorer: Explorer,
  metadata: FileMetadata,
  scale: number,
): Uint8Array<ArrayBuffer> {
  const texts: readonly (readonly [keyword: string, text: string])[] = [
    ['Title', `${metadata.title} – ${metadata.dataset.title}`],
    ['Description', [...captionOf(explorer, metadata), ...metadata.notes, ...metadata.legend].join('\n')],
    ['Source', metadata.link],
    ['Copyright', metadata.credits.join(' ')],
    ['Software', 'Whereabouts'],
    [FILE_FORMAT, JSON.stringify(metadata)],
  ];
  return texts
    .filter(([, text]) => text !== '')
    .reduceRight(
      (before, [keyword, text]) => withPngText(before, keyword, text),
      withPngDensity(png, PIXELS_PER_INCH * scale),
    );
}

/**
 * Puts a picture on the clipboard.
 * @throws {Error} when the browser doesn't let pages do so
 */
export async function copyImage(
  explorer: Explorer,
  world: Promise<World>,
  subject: FileSubject,
): Promise<void> {
  if (typeof ClipboardItem === 'undefined')
    throw new Error('this browser copies no pictures: download the PNG');
  // the promise goes in as it is: a browser asks that the click be the cause
  const picture = world
    .then((loaded) => makeFile(explorer, loaded, subject, 'png2'))
    .then(({ blob }) => blob);
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
}
