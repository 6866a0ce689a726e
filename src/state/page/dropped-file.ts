/** What a file is that somebody drops on the page or chooses, told by its beginning; and what to do with some. */
import { isGzip } from '../../model/codec/gzip.ts';
import { SCENES_FORMAT } from '../../model/codec/scenes-file.ts';
import { utf16Of } from '../../model/codec/utf16.ts';
import { ZIP_MARK } from '../../model/codec/zip-mark.ts';
import { tableStart } from '../../model/table/table-header.ts';

/** So much of a file tells what it is, bytes: another program may have put what a view says of itself before its format. */
export const TELLING_BYTES = 1_000_000;

const SCENES = formatMark(SCENES_FORMAT);
/** A line of search results: a tag, or how many more there are. */
const TAG_LINE = /^- (?:.* \((?:0\.\d\d|1\.00)\)|\(\d+ more\.\.\.\))\r?$/m;
/** The header of a long table stands near the beginning. */
const HEADER_WITHIN = 8192;
/** A format of ours that is no dataset. */
const OTHER_FORMAT = /"format"\s*:\s*"whereabouts-(?!dataset")/;

function formatMark(format: string): RegExp {
  return new RegExp(`"format"\\s*:\\s*"${format}"`);
}

const textOf = (beginning: Uint8Array): string => new TextDecoder(utf16Of(beginning)).decode(beginning);

/** What a file is that this page does not take by dropping it, and what to do with it; undefined where only reading it tells. */
export function otherFileInWords(beginning: Uint8Array): string | undefined {
  if (isGzip(beginning)) return undefined;
  const text = textOf(beginning).trimStart();
  if (text.startsWith(ZIP_MARK))
    return 'It is a workbook of a spreadsheet, or another packed file: save its sheet as “CSV UTF-8”.';
  if (text === '') return 'It is empty, as after a download that failed: fetch it again, or choose another.';
  if (SCENES.test(text)) return 'It holds scenes of a talk: “Present”, at the top of the page, imports them.';
  // JSON, a drawing, or what no text has
  if (/^[{[<]/.test(text) || text.includes('\0')) return undefined;
  return 'It is a text, neither a dataset nor a view, and without a tag line of search results or the header of a table (record_id, title, facet, path).';
}

/**
 * Whether a file is to be read as a dataset or as search results, which tells exactly what is wrong with it where it is
 * neither: gzip, JSON that does not say it is something else of ours, a long table, or text with a tag.
 */
export function mayBeDataset(beginning: Uint8Array): boolean {
  if (isGzip(beginning)) return true;
  const text = textOf(beginning);
  const isJson = /^[{[]/.test(text.trimStart());
  if (isJson) return !OTHER_FORMAT.test(text);
  return tableStart(text.slice(0, HEADER_WITHIN)) !== undefined || TAG_LINE.test(text);
}
