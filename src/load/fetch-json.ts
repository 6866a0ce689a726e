/** A JSON file that belongs to the page. */
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
  } catch {
    throw notJson(address, asWebPage(text) ?? 'it may be cut off', RESTORE);
  }
}

/** @param found what it is instead, or what is wrong with it */
export const notJson = (address: string, found: string, advice: string) =>
  new LoadError(`${address} is not valid JSON: ${found}.`, advice);

/** What many servers send instead of a file that they do not have. */
export const asWebPage = (beginning: string): string | undefined =>
  beginning.trimStart().startsWith('<') ? 'it is a web page' : undefined;
