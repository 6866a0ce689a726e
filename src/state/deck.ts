/** The scenes of a deck: a page in one file that was saved to be presented. */
import { bundledFile } from '../load/bundled-files.ts';
import type { Scene } from '../model/scene.ts';
import { readScenes } from '../model/scenes-file.ts';

/** Where a deck keeps its scenes. */
export const DECK_FILE = 'deck.json';

/**
 * The deck's scenes, or null on a page that is none.
 * @throws {ScenesError} where somebody changed the file and broke them
 */
export function deckScenes(): readonly Scene[] | null {
  const text = bundledFile(DECK_FILE);
  return text === undefined ? null : readScenes(text).scenes;
}
