/** Files of a view or of the whole dashboard, made beside all else that the page does. */
import type { World } from '../layout/map/world.ts';
import { part, type Work } from '../model/work.ts';
import type { ViewId } from '../share/view-state.ts';
import type { Explorer } from '../state/explorer.svelte.ts';
import { metadataOf, type FileMetadata, type FileSubject } from './figure/caption.ts';
import { csvNotes } from './file/csv-notes.ts';
import { makingDocument } from './figure/document.ts';
import { isGraphFormat, type FileFormat } from './file/file-formats.ts';
import { fileName } from './file/file-name.ts';
import { mapInWords } from './figure/figure-map.ts';
import type { FigureInput } from './figure/figure.ts';
import { gather, wholeGraph } from './figure/gather.ts';
import { GRAPH_FILE, writingGraph, type GraphFormat } from './file/graph-file.ts';
import { writingJson } from './file/json-file.ts';
import { inSlices, painted, PATIENT, type Asker } from './figure/pace.ts';
import { pngOf } from './file/png-file.ts';
import type { NamedFile } from './file/save-file.ts';
import { StateMoved, staying } from './figure/state-moved.ts';
import { makingTable, makingTables, tableLines, viewsIn, type DataTable } from './file/tables.ts';
import { textBlob } from './file/text-blob.ts';
import { zipping, type ZipEntry } from './file/zip.ts';

const DRAWING = 'Drawing…';
const WRITING = 'Writing the file…';

/** What is being made, and how. */
interface Order {
  readonly explorer: Explorer;
  readonly world: World;
  readonly subject: FileSubject;
  readonly asker: Asker;
  /** Throws once the page shows something else. */
  readonly check: () => void;
}

/**
 * Makes a file of the present state, in slices. Where the page comes to show something else meanwhile, it is begun anew.
 * @throws {Error} when the graph cannot be arranged or the browser cannot paint the picture
 * @throws {DOMException} an AbortError when it is given up
 */
export async function makeFile(
  explorer: Explorer,
  world: World,
  subject: FileSubject,
  format: FileFormat,
  asker: Asker = PATIENT,
): Promise<NamedFile> {
  asker.tell(isPicture(format) ? DRAWING : WRITING);
  await painted();
  for (;;) {
    asker.signal.throwIfAborted();
    try {
      return await makeOnce({ explorer, world, subject, asker, check: staying(explorer) }, format);
    } catch (error) {
      if (!(error instanceof StateMoved)) throw error;
    }
  }
}

const isPicture = (format: FileFormat) => format === 'svg' || format === 'png2' || format === 'png4';

function makeOnce(order: Order, format: FileFormat): Promise<NamedFile> {
  const { subject } = order;
  if (format === 'zip') return zipFile(order);
  if (format === 'csv' && subject !== 'all') return csvFile(order, subject);
  return isGraphFormat(format) ? graphFile(order, format) : drawnFile(order, format);
}

async function csvFile({ explorer, world, asker, check }: Order, view: ViewId): Promise<NamedFile> {
  const { facts } = await gather(explorer, world, 'records', asker);
  const blob = await inSlices(writingCsv(makingTable(explorer, view)), WRITING, asker, check);
  return { name: fileName(explorer, metadataOf(explorer, view, facts), 'csv'), blob };
}

function* writingCsv(making: Work<DataTable>): Work<Blob> {
  const table = yield* part(making, 0, 0.6);
  return yield* part(textBlob(tableLines(table), table.rows.length, 'text/csv;charset=utf-8'), 0.6, 1);
}

async function zipFile({ explorer, world, subject, asker, check }: Order): Promise<NamedFile> {
  // the regions of a country tell what its table cannot place
  const isOfMap = viewsIn(explorer, subject).includes('map');
  const input = await gather(explorer, world, isOfMap ? 'map' : 'records', asker);
  const blob = await inSlices(writingZip(input, subject), WRITING, asker, check);
  return { name: fileName(explorer, metadataOf(explorer, subject, input.facts), 'zip'), blob };
}

function* writingZip(input: FigureInput, subject: FileSubject): Work<Blob> {
  const { explorer } = input;
  const tables = yield* part(makingTables(explorer, subject), 0, 0.6);
  const entries = tables.flatMap(({ view, table }): ZipEntry[] => {
    const metadata = tableMetadata(input, view);
    const name = fileName(explorer, metadata, 'csv');
    const notes = csvNotes(explorer, metadata, table, name);
    return [
      { name, lines: tableLines(table), count: table.rows.length },
      { name: `${name}-metadata.json`, lines: [notes], count: 1 },
    ];
  });
  return yield* part(zipping(entries), 0.6, 1);
}

/** The metadata of a table alone: of a map's also what is counted and cannot be placed. */
export function tableMetadata(input: FigureInput, view: ViewId): FileMetadata {
  const { explorer, facts } = input;
  const facet = explorer.placeFacet;
  if (view !== 'map' || facet === undefined) return metadataOf(explorer, view, facts);
  const { subtitle, notes } = mapInWords(input, facet);
  return metadataOf(explorer, view, facts, { title: '', legend: [], notes: [subtitle, ...notes] });
}

async function graphFile({ explorer, world, asker, check }: Order, format: GraphFormat): Promise<NamedFile> {
  const arranged = await wholeGraph(explorer, asker);
  const { facts } = await gather(explorer, world, 'records', asker);
  const metadata = metadataOf(explorer, 'coauthors', facts);
  const blob = await inSlices(writingGraph(explorer, metadata, arranged, format), WRITING, asker, check);
  return { name: fileName(explorer, metadata, GRAPH_FILE[format].extension), blob };
}

/** What is drawn, or its numbers under the words of the drawing. */
async function drawnFile(order: Order, format: FileFormat): Promise<NamedFile> {
  const { explorer, world, subject, asker, check } = order;
  const input = await gather(explorer, world, subject, asker);
  const doing = isPicture(format) ? DRAWING : WRITING;
  const document = await inSlices(makingDocument(input, subject), doing, asker, check);
  const { svg, metadata } = document;
  if (format === 'json') {
    const tables = await inSlices(makingTables(explorer, subject), doing, asker, check);
    const blob = await inSlices(writingJson(explorer, metadata, tables), doing, asker, check);
    return { name: fileName(explorer, metadata, 'json'), blob };
  }
  if (format === 'svg') {
    return { name: fileName(explorer, metadata, 'svg'), blob: new Blob([svg], { type: 'image/svg+xml' }) };
  }
  const scale = format === 'png4' ? 4 : 2;
  const name = fileName(explorer, metadata, 'png', `${scale}x`);
  // the browser paints in one go: nobody knows how long
  asker.tell(doing);
  await painted();
  return { name, blob: await pngOf(explorer, document, scale, asker.signal) };
}

/**
 * Puts a picture on the clipboard.
 * @throws {Error} when the browser doesn't let pages do so
 * @throws {DOMException} an AbortError when it is given up
 */
export async function copyImage(
  explorer: Explorer,
  world: Promise<World>,
  subject: FileSubject,
  asker: Asker = PATIENT,
): Promise<void> {
  if (typeof ClipboardItem === 'undefined')
    throw new Error('this browser copies no pictures: download the PNG');
  // the promise goes in as it is: a browser asks that the click be the cause
  const picture = world
    .then((loaded) => makeFile(explorer, loaded, subject, 'png2', asker))
    .then(({ blob }) => blob);
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
}
