/**
 * Opens a built page on a large synthetic dataset in the tests' browser and tells how long the page's own thread was
 * held while it loaded. Usage: tsx scripts/bench-load.ts [folder of the built page, default dist] [records, default
 * 100000] [runs, default 3]
 */
import { cpSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from '@playwright/test';
import { encodeDataset } from '../src/model/encode-dataset.ts';
import { syntheticDataset } from '../tests/filter/synthetic-dataset.ts';
import { withLongAbstracts } from '../tests/filter/synthetic-texts.ts';
import { findBrowser } from './browser.ts';
import { serveDist } from './serve-dist.ts';

const SEED = 20240501;

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

async function main(site: string, recordCount: number, runs: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'whereabouts-'));
  cpSync(site, folder, { recursive: true });
  const file = join(folder, 'dataset.json');
  const dataset = withLongAbstracts(syntheticDataset(recordCount, SEED), SEED);
  writeFileSync(file, JSON.stringify(encodeDataset(dataset)));
  const server = await serveDist(folder, { port: 0 });
  const { executablePath, args } = await findBrowser();
  const browser = await chromium.launch({ executablePath, args });
  try {
    const megabytes = (statSync(file).size / 1e6).toFixed(0);
    console.log(`${recordCount} records, ${megabytes} MB; load average ${loadavg()[0]!.toFixed(1)}`);
    for (let run = 1; run <= runs; run++) {
      const seen = await visit(browser, server.url);
      const own = whileLoading(seen);
      const all = seen.longTasks.map(({ durationMs }) => durationMs);
      console.log(
        `run ${run}: dataset loaded at ${rounded(seen.loadedMs)} ms, records shown at ${rounded(seen.shownMs)} ms; ` +
          `longest task while loading ${rounded(Math.max(0, ...own))} ms (${own.length} above 50 ms), ` +
          `with the views ${rounded(Math.max(0, ...all))} ms`,
      );
      console.log(
        `  ${seen.longTasks.map((t) => `${rounded(t.startMs)}+${rounded(t.durationMs)}`).join(' ')}`,
      );
    }
  } finally {
    await browser.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

await main(process.argv[2] ?? 'dist', Number(process.argv[3] ?? 100_000), Number(process.argv[4] ?? 3));
