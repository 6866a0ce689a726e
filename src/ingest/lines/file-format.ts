/** Tells from its beginning what a file holds, before anything is parsed. */
import { ZIP_MARK } from '../../model/codec/zip-mark.ts';
import { NEEDED_COLUMNS } from '../../model/table/table-columns.ts';
import { hasRowKey, tableStart, type TableStart } from '../../model/table/table-header.ts';
import { isSeparatedValues } from './separated-values.ts';

/** How much of the beginning tells, in UTF-16 units. */
export const SNIFFED_CHARS = 8192;
/** The same of JSON, whose telling key may stand behind a whole abstract, or behind the text itself. */
export const SNIFFED_JSON_CHARS = 1 << 18;

const BINARY = 'a binary file';
const WORKBOOK = 'a workbook of a spreadsheet, or another packed file';
const JSON_TEXT = 'JSON';
const SEPARATED = 'a table of separated values (CSV or TSV)';
const NO_WORKS = 'an answer of OpenAlex without works';

/** JSON whose objects are records of AITopics, or works of OpenAlex. */
export type JsonKind = 'aitopics-json' | 'openalex-json';

/** A long table, one tag a row: separated values, or objects of JSON. */
export type TableFormat = ({ readonly kind: 'table' } & TableStart) | { readonly kind: 'table-json' };

/** What a file is: result text, JSON of a source that is read, a table, or what it looks like where it is not read. */
export type FileFormat =
  | { readonly kind: 'aitopics-text' | JsonKind }
  | TableFormat
  | { readonly kind: 'unsupported'; readonly looks: string };

/** Whether a file is a long table. */
export function isTable(format: FileFormat): format is TableFormat {
  return format.kind === 'table' || format.kind === 'table-json';
}

/** Whether more of a file may tell what it is: JSON of which no key yet is known. */
export function isUntold(format: FileFormat): boolean {
  return format.kind === 'unsupported' && (format.looks === JSON_TEXT || format.looks === NO_WORKS);
}

/** Tells the format from the beginning of the text. */
export function formatOf(text: string): FileFormat {
  const start = tableStart(text.slice(0, SNIFFED_CHARS));
  if (start !== undefined) return { kind: 'table', ...start };
  const looks = unsupportedFormat(text);
  if (looks === undefined) return { kind: 'aitopics-text' };
  if (looks !== JSON_TEXT) return { kind: 'unsupported', looks };
  const head = text.slice(0, SNIFFED_JSON_CHARS);
  if (OPENALEX.test(head)) return { kind: 'openalex-json' };
  if (AITOPICS.test(head)) return { kind: 'aitopics-json' };
  if (hasRowKey(head)) return { kind: 'table-json' };
  return { kind: 'unsupported', looks: OF_OPENALEX.test(head) ? NO_WORKS : looks };
}

/** Keys and ids that the objects of the two have, and others have not. */
const OPENALEX =
  /"id"\s*:\s*"https?:\\?\/\\?\/(?:api\.)?openalex\.org\\?\/(?:works\\?\/)?W\d|"(?:authorships|abstract_inverted_index|countries_distinct_count)"\s*:/i;
const AITOPICS = /"(?:taxnodesConf|authorsRaw|cdid|concept-tagsConf|pagetext)"\s*:/;
/** The columns of a long table in its first line, although they cannot be told apart. */
const DAMAGED_HEADER = /^(?=.*\brecord[_ ]id\b)(?=.*\bfacet\b)(?=.*\bpath\b)/i;
/** What all other answers of OpenAlex have: authors, institutions, counts, none at all. */
const OF_OPENALEX = /\bopenalex\.org\b|"(?:group_by|groups_count|db_response_time_ms)"\s*:/i;

/** What a file that is not read looks like, in words ("a binary file"), or undefined for text to be parsed. */
export function unsupportedFormat(text: string): string | undefined {
  const head = text.slice(0, SNIFFED_CHARS);
  if (head.startsWith(ZIP_MARK) || head.startsWith(XLS_MARK)) return WORKBOOK;
  if (looksBinary(head)) return BINARY;
  const start = head.replace(/^\uFEFF?\s+|^\uFEFF/, '');
  const isCut = head.length === SNIFFED_CHARS;
  if (isJson(start, isCut)) return JSON_TEXT;
  if (isMarkup(start)) return 'HTML or XML';
  if (start.startsWith('{\\rtf')) return 'rich text (RTF)';
  if (BIBTEX.test(start)) return 'BibTeX';
  if (RIS.test(start)) return 'RIS';
  if (isSeparatedValues(start, isCut) || DAMAGED_HEADER.test(start)) return SEPARATED;
  return undefined;
}

/** What is wrong with such a file, and what can be done. */
export function unsupportedReason(format: string): string {
  if (format === JSON_TEXT) {
    return 'looks like JSON, but neither like works of OpenAlex, nor like records of AITopics, nor like the rows of a table, which have a record_id; not read';
  }
  if (format === NO_WORKS) {
    return `looks like ${NO_WORKS}; not read: save one of https://api.openalex.org/works, without group_by, and with id among the fields if select= names some`;
  }
  if (format === SEPARATED) {
    return `looks like ${SEPARATED}, whose first line does not name all of the columns ${NEEDED_COLUMNS.join(', ')}; not read: a table has one tag a row, as data/README.md shows`;
  }
  if (format === WORKBOOK) {
    return `looks like ${WORKBOOK}; not read: save its sheet as text, which spreadsheets call “CSV UTF-8”`;
  }
  const advice = format === BINARY ? '; if it is text, save it as UTF-8, without zero bytes' : '';
  return `looks like ${format}; not read: this reads the text of AITopics search results, JSON of AITopics and OpenAlex, and tables with one tag a row${advice}`;
}

/** What .xls begins with, whose bytes are mostly no text. */
const XLS_MARK = '\uFFFD\uFFFD\x11\uFFFD';

function looksBinary(head: string): boolean {
  if (head.startsWith('%PDF-')) return true;
  let odd = 0;
  for (let i = 0; i < head.length; i++) {
    const unit = head.charCodeAt(i);
    if (unit === 0) return true;
    if (unit === 0xfffd || (unit < 32 && !(unit >= 9 && unit <= 13))) odd++;
  }
  return odd * 10 > head.length;
}

/** An object, or a list of them, with its first key; what is damaged behind it is JSON all the same. */
const BEGINS_AS_OBJECTS = /^(?:\[\s*)*\{\s*"(?:[^"\\\n]|\\.)*"\s*:/;
const JSON_TOKEN =
  /"(?:[^"\\\n]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|-?Infinity|NaN|true|false|null|[[\]{},:]/g;
/** What may be left of a token where the beginning was cut. */
const TORN_TOKEN = /"(?:[^"\\\n]|\\.?)*$|[\w.+-]*$/;

/** A list, an object or a text by itself is JSON where nothing else stands there: a query may be in brackets or quotes. */
function isJson(start: string, isCut: boolean): boolean {
  if (start.startsWith('"')) return /^"(?:[^"\\\n]|\\.)*"\s*$/.test(start);
  if (!/^[[{]/.test(start)) return false;
  if (BEGINS_AS_OBJECTS.test(start)) return true;
  const rest = start.replace(JSON_TOKEN, ' ');
  return (isCut ? rest.replace(TORN_TOKEN, '') : rest).trim() === '';
}

const MARKUP_LINES = 20;
const TAG = /<[!?/]?[a-z][^<>]*>/i;

/** A declaration or comment, or an element that its end or most lines prove: a query may begin with "<in>" or "<i>". */
function isMarkup(start: string): boolean {
  if (/^<(?:!doctype\b|!--|html\b|\?\w)/i.test(start)) return true;
  const name = /^<([a-z_][\w.:-]*)(?:\s[^<>]*)?\/?>/i.exec(start)?.[1];
  if (name === undefined || !/<\/[a-z_]|\/>/i.test(start)) return false;
  if (start.trimEnd().endsWith(`</${name}>`)) return true;
  const lines = start.split(/[\r\n]+/, MARKUP_LINES);
  return 2 * lines.filter((line) => TAG.test(line)).length > lines.length;
}

/** The first entry; lines with "%" before it are remarks. */
const BIBTEX = /^(?:%[^\n]*\n\s*)*@[a-z]+(?:[{(]|\s+[{(]\s*[^\s,{}()]+,\s)/i;
/** The kind of a reference, which begins each; some services write a few lines of their own before the first. */
const RIS = /^TY {2}- [A-Z]+\s*$/m;
