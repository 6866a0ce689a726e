/** What a faulty dataset is told as: what is wrong, where, and what helps, which is not the same for each fault. */
import { DATASET_VERSION, OLDEST_VERSION } from '../model/codec/dataset-file.ts';
import type { DatasetError } from '../model/codec/decode-values.ts';
import { jsonFault, type JsonFault } from '../model/codec/json-fault.ts';
import { LoadError } from './answer-for.ts';
import { asWebPage, notJson } from './fetch-json.ts';
import { ANOTHER_FILE, OURS } from './read-file.ts';

/** What to do where the page's own dataset is not as it should be. */
export const REBUILD = 'Build it again with “npm run data”, then reload this page.';

/** So much of a file tells what it is instead. */
const BEGINNING = 100_000;

/** What the dataset is: its name in messages, and whether somebody opened it. */
export interface Named {
  readonly address: string;
  readonly isOpened: boolean;
}

/** A text that could not be parsed. */
export function unreadable({ address, isOpened }: Named, bytes: Uint8Array): LoadError {
  const beginning = new TextDecoder().decode(bytes.subarray(0, BEGINNING)).trim();
  const advice = isOpened ? ANOTHER_FILE : REBUILD;
  const otherwise = beginning === '' ? 'it is empty' : asWebPage(beginning);
  if (otherwise !== undefined) return notJson(address, otherwise, advice);
  if (isOpened && !beginning.startsWith('{')) return notJson(address, 'it is a text of another kind', OURS);
  const fault = jsonFault(bytes);
  if (!fault) return new LoadError(`${address} is too large for this browser.`, advice);
  return notJson(address, inWords(fault), isOpened && fault.found !== '' ? AS_WRITTEN : advice);
}

const AS_WRITTEN =
  'It seems to have been changed since: take it as “npm run data” wrote it, or build it again, and open that.';

/** Characters that are not seen. */
const UNSEEN: Readonly<Record<string, string>> = { '\n': 'a line end', '\r': 'a line end', '\t': 'a tab' };

function inWords({ line, column, found }: JsonFault): string {
  const place = `line ${line}, column ${column}`;
  if (found === '') return `it is cut off: it ends in ${place}, before it is complete`;
  const code = found.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
  const what = UNSEEN[found] ?? (/[\p{C}\p{Z}]/u.test(found) ? `the character U+${code}` : `“${found}”`);
  return `${what} does not belong in ${place}`;
}

/** A text saved in another encoding than a dataset is. */
export function isNotUtf8({ address, isOpened }: Named, encoding: string): LoadError {
  const then = isOpened ? 'and open that' : 'then reload this page';
  const advice = `Save it as UTF-8, as most editors do where they ask for the encoding, or build it again with “npm run data”, ${then}.`;
  return new LoadError(`${address} is saved as ${encoding}, and a dataset is UTF-8.`, advice);
}

/** A dataset that cannot be used. */
export function unusable(named: Named, { path, message }: DatasetError, json: unknown): LoadError {
  return new LoadError(`${named.address} ${whatIsWrong(path, message, json)}.`, adviceFor(path, named, json));
}

/** What the parts of a dataset are to a person, by the beginnings of their paths; the first that fits holds. */
const PARTS: readonly (readonly [path: RegExp, words: string])[] = [
  [/^records/, 'its records'],
  [/^authors/, 'its authors'],
  [/^facets\[\d+\]\.(?:concepts|regionNames)/, 'its places or topics'],
  [/^facets\[\d+\]\.(?:tags|hidden)/, 'the tags of its records'],
  [/^facets/, 'its kinds of tags'],
  [/^source/, 'what it tells of its source'],
  [/^(?:report|problems)/, 'its notes on how the data were read'],
  [/^scenes/, 'its scenes'],
];

const isOther = (path: string) => path === 'format' || path === 'dataset';

/** The path, which tells a programmer where, comes after words that tell everybody what. */
function whatIsWrong(path: string, message: string, json: unknown): string {
  if (typeof json === 'object' && json !== null && Object.keys(json).length === 0)
    return 'is empty: it is JSON that holds nothing';
  if (path === 'version') return `cannot be used: ${message}`;
  if (isOther(path)) return `is JSON, but no dataset (${message})`;
  const part = PARTS.find(([beginning]) => beginning.test(path))?.[1] ?? 'what it tells of itself';
  return `cannot be used: something is wrong with ${part}. The file is damaged, or another program made it (${message})`;
}

function adviceFor(path: string, { isOpened }: Named, json: unknown): string {
  if (path === 'version') return aboutVersion(json, isOpened);
  if (!isOpened) return REBUILD;
  return isOther(path) ? OURS : ANOTHER_FILE;
}

/** A whole file, but of another state of the program. */
function aboutVersion(json: unknown, isOpened: boolean): string {
  const version = Number((json as { readonly version?: unknown }).version);
  const made = `${version < OLDEST_VERSION ? 'An older' : 'A newer'} version of Whereabouts made it. `;
  const who = version < OLDEST_VERSION || version > DATASET_VERSION ? made : '';
  const anew = 'Make it anew from the search results with “npm run data” of this page’s version';
  if (isOpened) return `${who}${anew}, and open that.`;
  return `${who}${anew}, or build the page anew with “npm run build” of the other; then reload this page.`;
}
