/**
 * Beside a built page, the folder share/: for the dashboard, each view and each scene of the dataset a page with
 * OpenGraph tags, an oEmbed answer and a picture; the dashboard's own page gets the tags too. A static host does not know its own address, so it is given.
 *
 *     npm run build:share -- --base https://example.org/whereabouts/ [--site dist] [--no-pictures]
 */
import { existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { decodeDataset } from '../src/model/codec/decode-dataset.ts';
import type { Dataset } from '../src/model/dataset.ts';
import { embedAddress } from '../src/share/embed-code.ts';
import { DEFAULT_EMBED, embedViewsOf } from '../src/share/embed-options.ts';
import { oembedOf, PICTURE_SIZE, sharePage, shareTags, type SharedView } from '../src/share/oembed.ts';
import { findBrowser } from './browser.ts';
import { serveDist } from './serve-dist.ts';

const VIEW_LABEL = {
  map: 'Map',
  topics: 'Topics',
  coauthors: 'Co-authors',
  records: 'Records',
  time: 'Years',
} as const;

/** The dashboard as "index", each view by its name, each scene as "scene-1" and so on. */
export function sharedViews(dataset: Dataset): SharedView[] {
  const { title, recordCount, source, scenes = [] } = dataset;
  const text = `${recordCount} ${recordCount === 1 ? 'record' : 'records'} from ${source.name}`;
  return [
    ...embedViewsOf(dataset).map((view) =>
      view === 'all'
        ? { name: 'index', title, text, view, query: '' }
        : { name: view, title: `${VIEW_LABEL[view]} of ${title}`, text, view, query: '' },
    ),
    ...scenes.map((scene, i) => ({
      name: `scene-${i + 1}`,
      title: scene.title,
      text: scene.text,
      view: scene.view,
      query: scene.query,
    })),
  ];
}

/** @throws {Error} where it is no http(s) address */
export function homeOf(base: string | undefined): string {
  if (base === undefined) throw new Error('--base is missing: the address at which the page will be');
  if (!URL.canParse(base) || !/^https?:$/.test(new URL(base).protocol))
    throw new Error(`--base is no http(s) address: "${base}"`);
  return new URL('./', base.endsWith('/') ? base : `${base}/`).href;
}

/**
 * Writes the folder share/ into a built page.
 * @returns how many views
 * @throws {Error} when there is no page or no dataset in the folder, or no browser for the pictures
 */
export async function buildShare(site: string, home: string, pictures: boolean): Promise<number> {
  const file = join(site, 'dataset.json');
  if (!existsSync(file)) throw new Error(`no dataset.json in "${site}": run "npm run build" first`);
  const views = sharedViews(decodeDataset(JSON.parse(readFileSync(file, 'utf8'))));
  const folder = join(site, 'share');
  mkdirSync(folder, { recursive: true });
  // pictures first: a page must not name one that is missing
  if (pictures) await takePictures(site, folder, views);
  for (const shared of views) {
    const answer = oembedOf(home, shared, 'Whereabouts', pictures);
    writeFileSync(join(folder, `${shared.name}.json`), `${JSON.stringify(answer, null, 1)}\n`);
    writeFileSync(join(folder, `${shared.name}.html`), sharePage(home, shared, pictures));
  }
  const page = join(site, 'index.html');
  const tags = shareTags(
    home,
    views.find(({ name }) => name === 'index')!,
    home,
    pictures,
  );
  writeFileSync(page, withTags(readFileSync(page, 'utf8'), tags));
  return views.length;
}

const [BEGIN, END] = ['<!-- share -->', '<!-- /share -->'];

/**
 * The page with these tags in its head, in the place of those of an earlier run.
 * @throws {Error} when the page has no head
 */
export function withTags(html: string, tags: string): string {
  const [begin, end] = [html.indexOf(BEGIN), html.indexOf(END)];
  const bare = begin >= 0 && end > begin ? html.slice(0, begin) + html.slice(end + END.length) : html;
  const head = bare.indexOf('</head>');
  if (head < 0) throw new Error('index.html has no head');
  return `${bare.slice(0, head)}${BEGIN}\n${tags}\n${END}${bare.slice(head)}`;
}

async function takePictures(site: string, folder: string, views: readonly SharedView[]): Promise<void> {
  const server = await serveDist(site, { port: 0 });
  try {
    const { executablePath, args } = await findBrowser();
    const browser = await chromium.launch({ executablePath, args });
    try {
      for (const { name, view, query } of views) {
        // all four need more room than the picture has pixels
        const zoom = view === 'all' ? 0.75 : 1;
        const page = await browser.newPage({
          viewport: { width: PICTURE_SIZE.width / zoom, height: PICTURE_SIZE.height / zoom },
          deviceScaleFactor: zoom,
          colorScheme: 'light',
        });
        await page.goto(embedAddress({ ...DEFAULT_EMBED, theme: 'light', home: server.url, view, query }));
        await page.getByRole('region').first().waitFor();
        await page.waitForLoadState('networkidle');
        await page.getByText(/^(Building the graph|Arranging)/).waitFor({ state: 'hidden' });
        await page.waitForTimeout(500); // what moves comes to rest
        await page.screenshot({ path: join(folder, `${name}.png`) });
        await page.close();
      }
    } finally {
      await browser.close();
    }
  } finally {
    await server.close();
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      base: { type: 'string' },
      site: { type: 'string', default: 'dist' },
      'no-pictures': { type: 'boolean', default: false },
    },
  });
  const count = await buildShare(values.site, homeOf(values.base), !values['no-pictures']);
  console.log(`Written ${join(values.site, 'share')}: ${count} views`);
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === import.meta.filename) {
  main().catch((error: unknown) => {
    console.error(`build-share: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  });
}
