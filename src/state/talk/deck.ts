/** The scenes of a deck: a page in one file that was saved to be presented. */
import { bundledFile } from '../../load/bundled-files.ts';
import { fetchText } from '../../load/fetch-text.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { Scene } from '../../model/scene.ts';
import { readScenes } from '../../model/codec/scenes-file.ts';
import { countriesIn, FILES_MARK, withFiles } from '../../share/single-page.ts';

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

/** What the build puts beside the page: the whole page in one file, without data. */
const TEMPLATE = 'deck-template.html';
const DATASET = 'dataset.json';
const WORLD = 'geo/world.topo.json';
const REGION_INDEX = 'geo/admin1/index.json';

/**
 * A page in one file that presents these scenes: data, boundaries and program are inside, and it opens without a
 * network.
 * @param isOwn whether the dataset is the one that lies beside the page
 * @param scenes text of a file of scenes
 * @throws {LoadError} when a part of it cannot be had
 */
export async function deckPage(dataset: Dataset, isOwn: boolean, scenes: string): Promise<string> {
  const regions = await regionFiles(dataset);
  const data = isOwn ? fetchText(DATASET) : textOf(dataset);
  const files = await Promise.all(
    [WORLD, REGION_INDEX, ...regions].map(async (address) => ({ address, text: await fetchText(address) })),
  );
  return withFiles(ownTemplate() ?? (await fetchText(TEMPLATE)), [
    { address: DATASET, text: await data },
    ...files,
    { address: DECK_FILE, text: scenes },
  ]);
}

/** The addresses of the regions of all countries that are tagged; of a page in one file, of those that it carries. */
async function regionFiles(dataset: Dataset): Promise<string[]> {
  const index = JSON.parse(await fetchText(REGION_INDEX)) as Readonly<Record<string, unknown>>;
  return countriesIn(dataset)
    .filter((code) => Object.hasOwn(index, code))
    .map((code) => `geo/admin1/${code}.topo.json`)
    .filter((address) => !isOneFile() || bundledFile(address) !== undefined);
}

const isOneFile = () => bundledFile(DATASET) !== undefined;

/** A dataset that was opened from a file, which may have been moved since. */
async function textOf(dataset: Dataset): Promise<string> {
  const { encodeDataset } = await import('../../model/codec/encode-dataset.ts');
  return JSON.stringify(encodeDataset(dataset));
}

/** A page in one file is its own template: what the build wrote stands in it unchanged. Null on a page that is none. */
function ownTemplate(): string | null {
  const script = document.querySelector<HTMLElement>('script[type="module"]:not([src])');
  const style = document.querySelector('style');
  if (!isOneFile() || !script || !style) return null;
  const head = [...document.head.querySelectorAll('meta, link[rel="icon"]')].map((part) => part.outerHTML);
  return (
    `<!doctype html>\n<html lang="en">\n<head>\n${head.join('\n')}\n<title>Whereabouts</title>\n</head>\n<body>\n` +
    `<div id="app"></div>\n${style.outerHTML}\n${FILES_MARK}\n${script.outerHTML}\n</body>\n</html>\n`
  );
}
