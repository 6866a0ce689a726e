/** A file that belongs to the page, as text. */
import { answerFor, brokenOff } from './answer-for.ts';
import { bundledFile } from './bundled-files.ts';

/** What to do where such a file is not as it should be. */
export const RESTORE = 'Put it back beside the page, as “npm run build” does, then reload this page.';

/**
 * The file's text, from inside the page where it carries it.
 * @param address relative to the page; messages name it so
 * @throws {LoadError} when it cannot be had
 */
export async function fetchText(address: string): Promise<string> {
  const inside = bundledFile(address);
  if (inside !== undefined) return inside;
  const answer = await answerFor(address, RESTORE);
  try {
    return await answer.text();
  } catch (error) {
    throw brokenOff(address, error);
  }
}
