/**
 * Opens search results in a built page, in the tests' browser, as somebody does who chooses a file, and tells how long that
 * takes and how long the page's own thread was held. Usage: tsx scripts/bench-results.ts [records, default 10000]
 * [folder of the built page, default dist] [runs, default 3]
 */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { syntheticText } from '../tests/ingest/synthetic-text.ts';
import { openPage, withSite } from './bench-site.ts';

const SEED = 20240501;
const TIMEOUT_MS = 180_000;

/** Until the file is shown, and the longest time that the page's thread was held meanwhile; ms. */
async function openResults(browser: Browser, url: string, file: string): Promise<[number, number]> {
  const page = await openPage(browser, url);
  await page.getByRole('table', { name: 'Records' }).waitFor();
  await page.getByRole('button', { name: 'About' }).click();
  await page.evaluate(() => {
    const held: number[] = [];
    Object.assign(window, { held });
    new PerformanceObserver((list) => held.push(...list.getEntries().map((entry) => entry.duration))).observe(
      {
        type: 'longtask',
      },
    );
  });
  const start = performance.now();
  await page.locator('dialog input[type=file]').setInputFiles(file);
  await page
    .getByRole('status')
    .filter({ hasText: 'is shown' })
    .waitFor({ state: 'attached', timeout: TIMEOUT_MS });
  const ms = performance.now() - start;
  await page.waitForTimeout(1000); // entries come late
  const held = await page.evaluate(() => (window as unknown as { held: number[] }).held);
  await page.close();
  return [ms, Math.max(0, ...held)];
}

const [recordCount = '10000', site = 'dist', runs = '3'] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'whereabouts-'));
try {
  const file = join(folder, 'results.txt');
  writeFileSync(file, [...syntheticText(Number(recordCount), SEED)].join(''));
  const megabytes = (statSync(file).size / 1e6).toFixed(0);
  console.log(`${recordCount} records, ${megabytes} MB; load average ${loadavg()[0]!.toFixed(1)}`);
  await withSite(site, readFileSync(join(site, 'dataset.json'), 'utf8'), async (browser, url) => {
    for (let run = 1; run <= Number(runs); run++) {
      const [ms, held] = await openResults(browser, url, file);
      console.log(
        `run ${run}: shown after ${(ms / 1000).toFixed(1)} s; the page held for at most ${held.toFixed(0)} ms`,
      );
    }
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
