/**
 * Scrolls and sorts the record list of a built page in the tests' browser over a large synthetic dataset.
 * Usage: tsx scripts/bench-list.ts [folder of the built page, default dist] [records, default 100000]
 */
import type { Page } from '@playwright/test';
import { openAtRest, withLargeSite } from './bench-site.ts';

/** Turns of the wheel, and how far one goes, px. */
const TURNS = 120;
const TURN_PX = 400;

/** Times between two frames while the wheel turns, ms. */
async function wheel(page: Page): Promise<number[]> {
  const list = page.getByRole('table', { name: 'Records' });
  await list.hover();
  await page.evaluate(() => {
    const frames: number[] = [];
    let last = performance.now();
    const frame = (now: number) => {
      frames.push(now - last);
      last = now;
      if (!('stopFrames' in window)) requestAnimationFrame(frame);
    };
    Reflect.deleteProperty(window, 'stopFrames');
    Object.assign(window, { frames });
    requestAnimationFrame(frame);
  });
  for (let turn = 0; turn < TURNS; turn++) await page.mouse.wheel(0, TURN_PX);
  const frames = await page.evaluate(() => {
    Object.assign(window, { stopFrames: true });
    return (window as unknown as { frames: number[] }).frames;
  });
  return frames.slice(2).sort((a, b) => a - b);
}

/** How long the page's thread is held by what is done to an element, until the next frame is drawn, ms. */
function timedIn(page: Page, selector: string, work: 'change' | 'click', value = ''): Promise<number> {
  return page.locator(selector).evaluate(
    (element, { work, value }) =>
      new Promise<number>((resolve) => {
        const start = performance.now();
        if (work === 'click') (element as HTMLElement).click();
        else {
          (element as HTMLSelectElement).value = value;
          element.dispatchEvent(new Event('change', { bubbles: true }));
        }
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
      }),
    { work, value },
  );
}

/** How long until the list or table stands in the order that was asked for last, ms. */
async function timedOrder(page: Page): Promise<string> {
  const start = performance.now();
  await page.locator('[aria-busy="true"]').waitFor({ state: 'detached', timeout: 180_000 });
  return (performance.now() - start).toFixed(0);
}

const at = (sorted: readonly number[], share: number) =>
  (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(1);

const [site = 'dist', recordCount = '100000'] = process.argv.slice(2);
await withLargeSite(site, Number(recordCount), async (browser, url) => {
  const page = await openAtRest(browser, url);
  const frames = await wheel(page);
  console.log(
    `wheel, ${TURNS} turns of ${TURN_PX} px: ${frames.length} frames, median ${at(frames, 0.5)} ms, ` +
      `95 % ${at(frames, 0.95)} ms, worst ${at(frames, 1)} ms`,
  );
  for (const round of ['first', 'again']) {
    for (const order of ['title', 'score', 'tags', 'source']) {
      const ms = await timedIn(page, 'select[aria-label^="Order"]', 'change', order);
      console.log(
        `sort by ${order}, ${round}: ${ms.toFixed(0)} ms, in order ${await timedOrder(page)} ms later`,
      );
    }
  }
  for (const key of ['End', 'Home']) {
    const row = page
      .getByRole('table', { name: 'Records' })
      .locator('[data-record] button[tabindex="0"]')
      .first();
    await row.focus();
    const start = performance.now();
    await page.keyboard.press(key);
    await page.evaluate(() => new Promise(requestAnimationFrame));
    const focused = await page.evaluate(
      () => document.activeElement?.closest('[aria-rowindex]')?.ariaRowIndex,
    );
    console.log(`${key}: row ${focused} in ${(performance.now() - start).toFixed(0)} ms`);
  }
  await page.goto(`${url}?table=records`);
  const head = page.getByRole('columnheader', { name: 'Title' }).getByRole('button');
  await head.waitFor({ timeout: 180_000 });
  for (const name of ['Title', 'Authors', 'Tagged places', 'Source', 'tags', 'Hidden']) {
    const button = page.locator('th button').filter({ hasText: name }).first();
    const id = await button.evaluate(
      (element) => (element.id = `head-${Math.random().toString(36).slice(2)}`),
    );
    for (const round of ['first', 'again']) {
      const ms = await timedIn(page, `#${id}`, 'click');
      console.log(
        `table by ${name}, ${round}: ${ms.toFixed(0)} ms, in order ${await timedOrder(page)} ms later`,
      );
    }
  }
});
