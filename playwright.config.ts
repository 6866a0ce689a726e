import { defineConfig } from '@playwright/test';
import { findBrowser } from './scripts/browser.ts';
import { DEFAULT_BASE, DEFAULT_PORT } from './scripts/serve-dist.ts';

const { executablePath, chromiumSandbox, args } = await findBrowser().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});

/** TEST_SITE names a folder that is built already; else the page is built into test-results/site. */
const builtSite = process.env['TEST_SITE'];
const site = builtSite ?? 'test-results/site';
const port = Number(process.env['TEST_PORT'] ?? DEFAULT_PORT);
const url = `http://127.0.0.1:${port}${DEFAULT_BASE}`;
const isCi = Boolean(process.env['CI']);

/**
 * A page that a test visits lives for seconds, in which V8 would compile for a fifth of the time what is then
 * thrown away: only what runs very often is compiled to the last. Benchmarks leave this as it is.
 */
const SHORT_LIVED =
  '--js-flags=--invocation-count-for-maglev=20000 --invocation-count-for-turbofan=60000 --minimum-invocations-after-ic-update=5000';

const build = 'npm run data && npm run build -- --outDir test-results/site';
const serve = `npx --no-install tsx scripts/serve-dist.ts "${site}" --port ${port} --base ${DEFAULT_BASE}`;

export default defineConfig({
  testDir: 'tests/browser',
  outputDir: 'test-results/browser',
  forbidOnly: isCi,
  // a busy machine can hold a page up for seconds: what fails for that passes at once, and is told of in the last line
  retries: isCi ? 1 : 0,
  fullyParallel: true,
  workers: 2,
  reporter: 'list',
  timeout: 45_000,
  expect: { timeout: 10_000 },
  globalTimeout: 14 * 60_000,
  use: {
    baseURL: url,
    browserName: 'chromium',
    launchOptions: { executablePath, chromiumSandbox, args: [...args, SHORT_LIVED], timeout: 60_000 },
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    // colours that fade and pictures on the way take an eighth of the run: what moves is left to the specs that ask for it
    contextOptions: { reducedMotion: 'reduce' },
    // a sixth of the run is starting a process for each test's page: the page is kept and emptied, harness.spec.ts holds it to that
    reuseContext: true,
    screenshot: 'off',
    trace: 'off',
    video: 'off',
  },
  webServer: {
    command: builtSite === undefined ? `${build} && ${serve}` : serve,
    url,
    reuseExistingServer: !isCi,
    timeout: 180_000,
  },
});
