/**
 * Opens a built page on a large synthetic dataset in the tests' browser and tells how long the page's own thread was
 * held while it loaded. Usage: tsx scripts/bench-load.ts [folder of the built page, default dist] [records, default
 * 100000] [runs, default 3]
 */
import type { Browser } from '@playwright/test';
import { withLargeSite } from './bench-site.ts';

/** What one visit came to, ms from the start of navigation. */
interface Visit {
  /** When the dataset was handed to the views; NaN for a page that does not tell. */
  readonly loadedMs: number;
  readonly shownMs: number;
  /** Times in which the page's own thread was held for more than 50 ms. */
  readonly longTasks: readonly { readonly startMs: number; readonly durationMs: number }[];
}

async function visit(browser: Browser, url: string): Promise<Visit> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addInitScript(() => {
    const seen: { startMs: number; durationMs: number }[] = [];
    Object.assign(window, { longTasksSeen: seen });
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) {
        seen.push({ startMs: startTime, durationMs: duration });
      }
    }).observe({ type: 'longtask', buffered: true });
  });
  await page.goto(url);
  await page.getByRole('table', { name: 'Records' }).waitFor({ timeout: 180_000 });
  const shownMs = await page.evaluate(() => performance.now());
  await page.waitForTimeout(1000); // entries come late
  const seen = await page.evaluate(() => ({
    loadedMs: performance.getEntriesByName('dataset loaded')[0]?.startTime ?? null,
    longTasks: (window as unknown as { longTasksSeen: { startMs: number; durationMs: number }[] })
      .longTasksSeen,
  }));
  await page.close();
  return { loadedMs: seen.loadedMs ?? NaN, shownMs, longTasks: seen.longTasks };
}

/** Tasks that ended before the dataset was there, or all where that moment is not told. */
function whileLoading({ loadedMs, longTasks }: Visit): readonly number[] {
  return longTasks
    .filter(({ startMs }) => Number.isNaN(loadedMs) || startMs < loadedMs)
    .map(({ durationMs }) => durationMs);
}

const rounded = (ms: number) => (Number.isNaN(ms) ? '—' : `${Math.round(ms)}`);

const [site = 'dist', recordCount = '100000', runs = '3'] = process.argv.slice(2);
await withLargeSite(site, Number(recordCount), async (browser, url) => {
  for (let run = 1; run <= Number(runs); run++) {
    const seen = await visit(browser, url);
    const own = whileLoading(seen);
    const all = seen.longTasks.map(({ durationMs }) => durationMs);
    console.log(
      `run ${run}: dataset loaded at ${rounded(seen.loadedMs)} ms, records shown at ${rounded(seen.shownMs)} ms; ` +
        `longest task while loading ${rounded(Math.max(0, ...own))} ms (${own.length} above 50 ms), ` +
        `with the views ${rounded(Math.max(0, ...all))} ms`,
    );
    console.log(`  ${seen.longTasks.map((t) => `${rounded(t.startMs)}+${rounded(t.durationMs)}`).join(' ')}`);
  }
});
