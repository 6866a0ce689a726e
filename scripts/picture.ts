/**
 * Takes the pictures of README.md and docs/using.md of the running page: builds it, serves it as a
 * strict host would, and photographs it.
 *
 *     npm run picture
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findBrowser } from './browser.ts';
import { serveDist } from './serve-dist.ts';

const PICTURES = [
  { file: 'docs/dashboard-light.png', colorScheme: 'light', query: '' },
  { file: 'docs/dashboard-dark.png', colorScheme: 'dark', query: '?geography=USA&not.industry=Law' },
  { file: 'docs/united-states.png', colorScheme: 'light', query: '?focus.geography=USA' },
] as const;

const folder = mkdtempSync(join(tmpdir(), 'whereabouts-'));
execFileSync('npx', ['vite', 'build', '--outDir', folder, '--logLevel', 'warn'], { stdio: 'inherit' });
const server = await serveDist(folder, { port: 0 });
const { executablePath, args } = await findBrowser();
const browser = await chromium.launch({ executablePath, args });
try {
  for (const { file, colorScheme, query } of PICTURES) {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, colorScheme });
    await page.goto(server.url + query);
    // the mirrored authors tell that the people are arranged
    await page
      .getByRole('list', { name: 'Authors' })
      .getByRole('button')
      .first()
      .waitFor({ state: 'attached' });
    await page.waitForTimeout(500);
    await page.screenshot({ path: file });
    await page.close();
    console.log(`Written ${file}`);
  }
} finally {
  await browser.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
}
