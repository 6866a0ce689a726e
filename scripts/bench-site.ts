/** What the benchmarks in a browser share: a built page with a large synthetic dataset, served, and a browser. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { encodeDataset } from '../src/model/codec/encode-dataset.ts';
import { syntheticDataset } from '../tests/filter/synthetic-dataset.ts';
import { withLongAbstracts } from '../tests/filter/synthetic-texts.ts';
import { findBrowser } from './browser.ts';
import { serveDist, type ServeOptions } from './serve-dist.ts';

const SEED = 20240501;

/**
 * Serves a copy of a built page with so many records, does the work, and clears up.
 * @param site folder of the built page
 */
export async function withLargeSite(
  site: string,
  recordCount: number,
  work: (browser: Browser, url: string) => Promise<void>,
): Promise<void> {
  const dataset = syntheticJson(recordCount);
  const megabytes = (Buffer.byteLength(dataset) / 1e6).toFixed(0);
  console.log(`${recordCount} records, ${megabytes} MB; load average ${loadavg()[0]!.toFixed(1)}`);
  await withSite(site, dataset, work);
}

/** A dataset file with so many records, whose abstracts are as long as those of papers. */
export function syntheticJson(recordCount: number): string {
  return JSON.stringify(encodeDataset(withLongAbstracts(syntheticDataset(recordCount, SEED), SEED)));
}

/**
 * Serves a copy of a built page with another dataset, does the work, and clears up.
 * @param dataset as JSON
 * @param options of the server
 */
export async function withSite(
  site: string,
  dataset: string,
  work: (browser: Browser, url: string) => Promise<void>,
  options: ServeOptions = {},
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'whereabouts-'));
  try {
    cpSync(site, folder, { recursive: true });
    writeFileSync(join(folder, 'dataset.json'), dataset);
    const server = await serveDist(folder, { port: 0, ...options });
    const { executablePath, args } = await findBrowser();
    const browser = await chromium.launch({ executablePath, args });
    try {
      await work(browser, server.url);
    } finally {
      await browser.close();
      await server.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Opens the page at the size of a usual screen. */
export async function openPage(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  // functions that are sent to the page carry a call that only this process knows
  await page.addInitScript('globalThis.__name = (named) => named');
  await page.goto(url);
  return page;
}

/** Opens the page and waits until all stands still: authors are arranged in the background, and would be measured too. */
export async function openAtRest(browser: Browser, url: string): Promise<Page> {
  const page = await openPage(browser, url);
  await page.getByRole('table', { name: 'Records' }).waitFor({ timeout: 180_000 });
  await page
    .getByText(/^(Building the graph|Arranging)/)
    .first()
    .waitFor({ state: 'detached', timeout: 180_000 });
  await page.waitForTimeout(2000);
  return page;
}
