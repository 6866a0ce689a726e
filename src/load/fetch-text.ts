/** A file that belongs to the page, as text. */
import { bundledFile } from './bundled-files.ts';
import { LoadError } from './fetch-json.ts';

/**
 * The file's text, from inside the page where it carries it.
 * @param address relative to the page
 * @throws {LoadError} when it cannot be had
 */
export async function fetchText(address: string): Promise<string> {
  const inside = bundledFile(address);
  if (inside !== undefined) return inside;
  try {
    const response = await fetch(address);
    if (response.ok) return await response.text();
    throw new LoadError(
      `${address} was not found (the server answered ${response.status}).`,
      'It stands beside the page that “npm run build” makes.',
    );
  } catch (error) {
    if (error instanceof LoadError) throw error;
    throw new LoadError(`${address} could not be reached.`, 'Check that the server still runs.');
  }
}
