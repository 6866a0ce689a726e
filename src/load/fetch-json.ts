/** A JSON file that belongs to the page. */
import { faultOf } from '../model/fault-of.ts';
import { LoadError } from './answer-for.ts';
import { fetchText, RESTORE } from './fetch-text.ts';

/**
 * Fetches and parses a JSON file.
 * @param address relative to the page; messages name it so
 * @throws {LoadError} when it cannot be had, is not JSON or cut off
 */
export async function fetchJson(address: string): Promise<unknown> {
  const text = await fetchText(address);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw notJson(address, text, error, RESTORE);
  }
}

/**
 * A file that could not be parsed.
 * @param beginning of its text
 */
export function notJson(address: string, beginning: string, error: unknown, advice: string): LoadError {
  const found = beginning.trimStart().startsWith('<')
    ? 'it is a web page'
    : `it may be cut off (${faultOf(error)})`;
  return new LoadError(`${address} is not valid JSON: ${found}.`, advice);
}
