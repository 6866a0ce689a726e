/** What an exported SVG, PNG or JSON file says of the view that it shows. Files are untrusted input. */
import { dateInWords } from '../../layout/text/date-in-words.ts';
import { QUERY_LIMIT } from '../../share/url-state.ts';
import { countOf } from '../../layout/text/number-format.ts';
import type { Dataset } from '../../model/dataset.ts';
import { FILE_FORMAT, FILE_VERSION, TABLES_MARK } from '../figure/caption.ts';
import { isPng, pngText } from './png-text.ts';

/** Larger files are not read, bytes: 100,000 records with their tags have 110 million as JSON, of which the head is read. */
export const FILE_LIMIT = 400_000_000;
/** Larger pictures are not read, bytes: a whole dashboard at four times the size stays well below. */
const PICTURE_LIMIT = 64_000_000;
/** Longer metadata are none of ours, characters. */
const METADATA_LIMIT = 2 * QUERY_LIMIT;
/** The head of a JSON file is sought in so many bytes. */
const HEAD_BYTES = 8 * METADATA_LIMIT;

/** The dataset that a file was made from, as it says. */
export interface FileDataset {
  readonly title: string;
  readonly source: string;
  /** undefined where the file does not say. */
  readonly records: number | undefined;
  /** "2026-11-03", or "" where the dataset did not say. */
  readonly date: string;
}

/** A view that a file holds. */
export interface FileView {
  readonly kind: 'view';
  readonly query: string;
  readonly dataset: FileDataset;
}

export type ReadBack =
  | FileView
  /** What is wrong, in words. */
  | { readonly kind: 'fault'; readonly words: string };

const fault = (words: string): ReadBack => ({ kind: 'fault', words });

/** Reads a file that was dropped on the page. Never throws. */
export function readBack(bytes: Uint8Array): ReadBack {
  const head = bytes.length > FILE_LIMIT ? undefined : headOfTables(bytes);
  if (head === undefined && bytes.length > PICTURE_LIMIT) {
    return fault('It is larger than any file that this page exports.');
  }
  const text = head ?? metadataText(bytes);
  if (text === undefined) {
    return fault(
      'It is neither a dataset, which is JSON, nor an SVG, PNG or JSON file that was exported here with its view. Programs that edit pictures may drop that: take the file as it was exported.',
    );
  }
  try {
    return readMetadata(JSON.parse(text));
  } catch {
    return fault('What it says of its view is damaged.');
  }
}

/** The metadata of a JSON file as it was exported: its tables, which may be long, are not looked at. */
function headOfTables(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder().decode(bytes.subarray(0, HEAD_BYTES)).trimStart();
  const end = start.startsWith('{') ? start.indexOf(TABLES_MARK) : -1;
  const head = end < 0 ? undefined : jsonHead(`${start.slice(0, end)}\n}`);
  return head !== undefined && head.length <= METADATA_LIMIT ? head : undefined;
}

function metadataText(bytes: Uint8Array): string | undefined {
  const text = isPng(bytes) ? pngText(bytes, FILE_FORMAT) : textOfDocument(new TextDecoder().decode(bytes));
  return text !== undefined && text.length <= METADATA_LIMIT ? text : undefined;
}

function textOfDocument(text: string): string | undefined {
  const trimmed = text.trimStart();
  // another program has written it anew
  if (trimmed.startsWith('{')) return jsonHead(trimmed);
  const start = /<metadata\b[^>]*\bid=["']whereabouts-view["'][^>]*>/.exec(text);
  if (!start) return undefined;
  const from = start.index + start[0].length;
  const end = text.indexOf('</metadata>', from);
  return end < 0 ? undefined : unescaped(text.slice(from, end));
}

function jsonHead(text: string): string | undefined {
  try {
    const head = JSON.parse(text) as Readonly<Record<string, unknown>>;
    return head['format'] === FILE_FORMAT ? JSON.stringify({ ...head, tables: null }) : undefined;
  } catch {
    return undefined;
  }
}

function unescaped(text: string): string {
  const marks: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return text
    .replace(/^\s*<!\[CDATA\[([^]*)\]\]>\s*$/, '$1')
    .replaceAll(/&(lt|gt|quot|apos|amp);|&#(\d{1,7});|&#x([\da-f]{1,6});/gi, (all, name, decimal, hex) => {
      if (typeof name === 'string') return marks[name.toLowerCase()] ?? all;
      const code = typeof decimal === 'string' ? Number(decimal) : parseInt(String(hex), 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : all;
    });
}

function readMetadata(json: unknown): ReadBack {
  const fields = (typeof json === 'object' && json !== null ? json : {}) as Readonly<Record<string, unknown>>;
  if (fields['format'] !== FILE_FORMAT) return fault('It holds no view of this page.');
  const { version } = fields;
  if (version !== FILE_VERSION) {
    const isNewer = typeof version === 'number' && version > FILE_VERSION;
    return fault(
      isNewer ? 'A newer version of this page made it.' : 'Its version is not one that this page reads.',
    );
  }
  const { query } = fields;
  const dataset = (fields['dataset'] ?? {}) as Readonly<Record<string, unknown>>;
  const { title, source, records, date } = dataset;
  if (typeof query !== 'string' || typeof title !== 'string' || typeof source !== 'string') {
    return fault('What it says of its view is damaged.');
  }
  if (query.length > QUERY_LIMIT) return fault('What it says of its view is too long to read.');
  const made = {
    records: typeof records === 'number' ? records : undefined,
    date: typeof date === 'string' ? date : '',
  };
  return { kind: 'view', query, dataset: { title, source, ...made } };
}

/** How the page's dataset differs from that of a file, which may have the same name after it was built again. */
export type Difference = 'none' | 'state' | 'dataset';

/**
 * Compares the dataset of a file with the page's, and says what the page does with the file.
 * @param name of the file
 */
export function compared(
  name: string,
  made: FileDataset,
  page: Dataset,
): { readonly difference: Difference; readonly words: string } {
  const { title, source, records, date } = made;
  if (title !== page.title || source !== page.source.name) {
    const words = `${name} shows another dataset, “${title}” (${source}), not “${page.title}”.`;
    return { difference: 'dataset', words };
  }
  const restored = `The view of ${name} is restored.`;
  if (records === undefined || (records === page.recordCount && date === (page.date ?? ''))) {
    return { difference: 'none', words: restored };
  }
  const size = countOf(records, 'record');
  const state = date === '' ? size : `${size}, ${dateInWords(date)}`;
  const told = `It was made from another state of the data (${state}), so its numbers may differ.`;
  return { difference: 'state', words: `${restored} ${told}` };
}
