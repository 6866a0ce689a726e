/** Whether the page still shows what a file is being made of: hosts filter, searches are answered, while it waits. */
import type { Explorer } from '../../state/explorer.svelte.ts';

/** The page shows something else by now, of which a file that goes on would be half. */
export class StateMoved extends Error {}

/**
 * Remembers the present state.
 * @returns what throws once there is another
 * @throws {StateMoved} that
 */
export function staying(explorer: Explorer): () => void {
  const query = explorer.query('');
  const words = explorer.texts.matches;
  return () => {
    if (explorer.texts.matches !== words || explorer.query('') !== query) throw new StateMoved();
  };
}
