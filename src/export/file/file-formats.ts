/** Which files there are of a view or of the whole dashboard. */
import type { FileSubject } from '../figure/caption.ts';
import { GRAPH_FILE, type GraphFormat } from './graph-file.ts';

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

export const isGraphFormat = (format: FileFormat): format is GraphFormat => Object.hasOwn(GRAPH_FILE, format);
