/**
 * How long a reader waits from the address to the painted map: the dashboard and an embedded map, over a server that is
 * some way off, each visit with an empty cache. Several built pages take turns.
 *
 * Usage: tsx scripts/bench-open.ts [folders of built pages, default dist] [--records N] [--delay MS] [--visits N]
 */
import { parseArgs } from 'node:util';
import type { Browser } from '@playwright/test';
import { syntheticJson, withSite } from './bench-site.ts';

/** Most hosts of static pages let a browser keep files for minutes. */
const MAX_AGE_S = 600;
const PAGES = { dashboard: '', 'embedded map': 'embed.html?view=map' } as const;
type Page = keyof typeof PAGES;

/** Marks the moment after the frame in which the first country was there. */
const WATCH = `(function look() {
  const isThere = document.querySelector('[data-view="map"] [data-node]') !== null;
  if (isThere) setTimeout(() => performance.mark('map painted'));
  else requestAnimationFrame(look);
})()`;

/** Milliseconds from the start of navigation. */
async function visit(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(WATCH);
  await page.goto(url);
  const painted = await page.waitForFunction(
    () => performance.getEntriesByName('map painted')[0]?.startTime,
    undefined,
    { timeout: 180_000 },
  );
  const ms = (await painted.jsonValue()) ?? NaN;
  await context.close();
  return ms;
}

/** Serves all sites at once, then does the work. */
async function withSites(
  sites: readonly string[],
  dataset: string,
  delayMs: number,
  work: (browser: Browser, urls: readonly string[]) => Promise<void>,
  served: readonly string[] = [],
): Promise<void> {
  const [site, ...rest] = sites;
  await withSite(
    site!,
    dataset,
    (browser, url) =>
      rest.length === 0
        ? work(browser, [...served, url])
        : withSites(rest, dataset, delayMs, work, [...served, url]),
    { delayMs, maxAge: MAX_AGE_S },
  );
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    records: { type: 'string', default: '300' },
    delay: { type: 'string', default: '80' },
    visits: { type: 'string', default: '7' },
  },
});
const sites = positionals.length > 0 ? positionals : ['dist'];
const [records, delayMs, visits] = [values.records, values.delay, values.visits].map(Number) as [
  number,
  number,
  number,
];
await withSites(sites, syntheticJson(records), delayMs, async (browser, urls) => {
  const times = new Map<string, number[]>();
  for (let i = 0; i < visits; i++) {
    for (const [at, url] of urls.entries()) {
      for (const page of Object.keys(PAGES) as Page[]) {
        const key = `${page}${sites.length > 1 ? ` of ${sites[at]}` : ''}`;
        times.set(key, [...(times.get(key) ?? []), await visit(browser, url + PAGES[page])]);
      }
    }
  }
  console.log(
    `${records} records, each answer ${delayMs} ms late, ${visits} visits; until the map is painted:`,
  );
  for (const [key, list] of times) {
    const sorted = list.toSorted((a, b) => a - b);
    const [least, median, most] = [sorted[0]!, sorted[sorted.length >> 1]!, sorted.at(-1)!];
    console.log(`${key}: median ${median.toFixed(0)} ms, ${least.toFixed(0)} to ${most.toFixed(0)}`);
  }
});
