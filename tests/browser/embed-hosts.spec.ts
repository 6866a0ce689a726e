/** Embeds in pages that make it hard: policies, sandboxes, dark pages, pages that talk nonsense. */
import { test, expect, type FrameLocator, type Page } from '@playwright/test';
import { serveDist } from '../../scripts/serve-dist.ts';
import { embedHost, SITE } from './host-page.ts';

const host = embedHost(test, 'HOME/');
const frameOf = (page: Page, index = 0): FrameLocator => page.locator('iframe').nth(index).contentFrame();
const states = (frame: FrameLocator) => frame.getByRole('button', { name: /^United States: / });
const heights = (page: Page) =>
  page.locator('iframe').evaluateAll((frames) => frames.map((frame) => frame.clientHeight));
const EMBED_SCRIPT = '<script src="HOME/embed.js" async></script>';

test('under a policy that allows the embed alone, the height fits and nothing is refused', async ({
  page,
}) => {
  const { origin } = new URL(host.url);
  const refused: string[] = [];
  page.on('console', (message) => message.type() === 'error' && refused.push(message.text()));
  const policy = `default-src 'none'; script-src ${origin}; frame-src ${origin}; img-src data:`;
  const frame = '<iframe src="HOME/embed.html" title="Map" width="700" height="300"></iframe>';
  await host.open(page, frame + EMBED_SCRIPT, policy);
  await expect(states(frameOf(page))).toBeVisible();
  await expect.poll(async () => (await heights(page))[0]).toBeGreaterThan(400);
  expect(refused).toEqual([]);
});

test('in a sandbox that allows scripts alone the height fits, and the embed hears its page', async ({
  page,
}) => {
  await host.open(
    page,
    `<iframe sandbox="allow-scripts" src="HOME/embed.html" title="Map" width="700" height="300"
      data-whereabouts-group="a"></iframe>
    <iframe src="HOME/embed.html?view=records" title="Records" width="700" height="300"
      data-whereabouts-group="a"></iframe>${EMBED_SCRIPT}`,
  );
  await expect.poll(async () => Math.min(...(await heights(page)))).toBeGreaterThan(400);
  await states(frameOf(page)).focus();
  await page.keyboard.press('Enter');
  await expect(frameOf(page, 1).getByText('Filtered: place United States')).toBeVisible();
});

test('every view comes to rest within 5 s and grows no more, without motion, at 320 px and at 800', async ({
  page,
}) => {
  test.setTimeout(90_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 320 + 16, height: 700 });
  const views = ['map', 'topics', 'coauthors', 'records', 'all'];
  const frames = views.map(
    (view) =>
      `<iframe src="HOME/embed.html?view=${view}" title="${view}" width="100%" height="200"></iframe>`,
  );
  await host.open(page, frames.join('') + EMBED_SCRIPT);
  for (const i of views.keys()) await expect(frameOf(page, i).getByRole('region').first()).toBeVisible();
  for (const width of [320, 800]) {
    await test.step(`at ${width} px`, async () => {
      await page.setViewportSize({ width: width + 16, height: 700 });
      /** Whether nothing grows for 2.5 s. */
      const isAtRest = async () => {
        const rest = await heights(page);
        for (let i = 0; i < 10; i++) {
          await page.waitForTimeout(250);
          if ((await heights(page)).join() !== rest.join()) return false;
        }
        return Math.min(...rest) > 400;
      };
      await expect.poll(isAtRest, { timeout: 7500, intervals: [0] }).toBe(true);
      for (const i of views.keys()) {
        const root = frameOf(page, i).locator('html');
        const seen = await root.evaluate((html) => ({
          across: html.scrollWidth - html.clientWidth,
          down: html.scrollHeight - html.clientHeight,
          moving: document.getAnimations().filter(({ playState }) => playState === 'running').length,
        }));
        expect(seen, views[i]).toEqual({ across: 0, down: 0, moving: 0 });
      }
    });
  }
});

test('in a dark page an embed is dark where its reader has it so, and light where the page asks', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await host.open(
    page,
    `<style>html { color-scheme: dark; background: #111 }</style>
    <iframe src="HOME/embed.html" title="Map" width="600" height="500"></iframe>
    <iframe src="HOME/embed.html?theme=light" title="Map" width="600" height="500"></iframe>`,
  );
  const brightness = (index: number) =>
    frameOf(page, index)
      .locator('html')
      .evaluate((html) => {
        const [r = 0, g = 0, b = 0] =
          getComputedStyle(html)
            .backgroundColor.match(/[\d.]+/g)
            ?.map(Number) ?? [];
        return (r + g + b) / 3;
      });
  await expect(states(frameOf(page))).toBeVisible();
  await expect(states(frameOf(page, 1))).toBeVisible();
  expect(await brightness(0)).toBeLessThan(60);
  expect(await brightness(1)).toBeGreaterThan(200);
  await page.emulateMedia({ colorScheme: 'light' });
  await expect.poll(() => brightness(0)).toBeGreaterThan(200);
});

interface Heard {
  readonly type: string;
  readonly data: { readonly code?: string; readonly query?: string; readonly re?: unknown };
}
/** What the embed said to the page around so far. */
const heard = (page: Page) => page.evaluate(() => (window as unknown as { heard: Heard[] }).heard);
/** Sends data as they are to the first frame. */
const send = (page: Page, ...messages: unknown[]) =>
  page.evaluate((all) => all.forEach((one) => frames[0]!.postMessage(one, '*')), messages);
const envelope = (type: string, data: unknown) => ({ source: 'whereabouts', v: 1, id: 'x', type, data });
const SPY = '<script>var heard = []; addEventListener("message", (e) => heard.push(e.data))</script>';
const MAP = '<iframe src="HOME/embed.html?controls=1" title="Map" width="900" height="600"></iframe>';

test('an embed obeys nothing before hello, nobody but its page, and no nonsense', async ({ page }) => {
  const neighbour = `<iframe srcdoc="<script>setInterval(() => parent.frames[0].postMessage(
    { source: 'whereabouts', v: 1, id: 'y', type: 'hello', data: {} }, '*') || parent.frames[0].postMessage(
    { source: 'whereabouts', v: 1, id: 'y', type: 'set', data: { query: 'geography=CAN' } }, '*'), 50)</script>"></iframe>`;
  await host.open(page, SPY + MAP + neighbour);
  await expect(states(frameOf(page))).toBeVisible();
  await page.waitForTimeout(300);
  const set = envelope('set', { query: 'geography=USA', part: 'all' });
  await send(page, set);
  await expect.poll(async () => (await heard(page)).map(({ data }) => data.code)).toContain('hello-first');
  await expect(states(frameOf(page))).toHaveAttribute('aria-pressed', 'false');
  await send(page, envelope('hello', {}), set, null, 'x', 7, [], envelope('set', { query: 7 }));
  await expect(states(frameOf(page))).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(async () => (await heard(page)).map(({ data }) => data.code)).toContain('bad-message');
  await expect(frameOf(page).getByRole('button', { name: /^Canada: / })).toHaveAttribute(
    'aria-pressed',
    'false',
  );
});

test('of a flood of states the last is shown, questions after it see it, and errors end', async ({
  page,
}) => {
  await host.open(page, SPY + MAP);
  await expect(states(frameOf(page))).toBeVisible();
  await send(page, envelope('hello', {}));
  await expect.poll(async () => (await heard(page)).filter(({ type }) => type === 'state').length).toBe(1);
  const sets = Array.from({ length: 500 }, (_, i) =>
    envelope('set', { query: `geography=${i % 2 === 0 ? 'CAN' : 'USA'}`, part: 'all' }),
  );
  await send(page, ...sets, envelope('get', { what: 'state', re: 'after' }));
  await expect.poll(async () => (await heard(page)).some(({ data }) => data.re === 'after')).toBe(true);
  const all = await heard(page);
  const answer = all.find(({ data }) => data.re === 'after') as unknown as {
    data: { data: { query: string } };
  };
  expect(answer.data.data.query).toContain('geography=USA');
  expect(all.filter(({ type }) => type === 'state').length).toBeLessThan(100);
  await expect(states(frameOf(page))).toHaveAttribute('aria-pressed', 'true');
  await send(page, ...Array.from({ length: 400 }, () => envelope('set', {})));
  await send(page, envelope('get', { what: 'state', re: 'end' }));
  await expect.poll(async () => (await heard(page)).some(({ data }) => data.re === 'end')).toBe(true);
  expect((await heard(page)).filter(({ type }) => type === 'error')).toHaveLength(100);
});

test('the script beside each of two snippets hears each iframe once', async ({ page }) => {
  const snippet = (view: string) =>
    `<iframe src="HOME/embed.html?view=${view}" title="${view}" width="700" height="500"
      data-whereabouts-group="g"></iframe>${EMBED_SCRIPT}`;
  await host.open(page, snippet('map') + snippet('records'));
  await expect(states(frameOf(page))).toBeVisible();
  await expect(frameOf(page, 1).getByText('9 of 9 records').first()).toBeVisible();
  await expect.poll(async () => Math.min(...(await heights(page)))).not.toBe(500);
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    addEventListener('whereabouts', (event) => {
      const { type, data } = (event as CustomEvent<{ type: string; data: { cause?: string } }>).detail;
      if (type === 'state') heard.push(`${(event.target as HTMLElement).title} ${data.cause ?? ''}`);
    });
  });
  await states(frameOf(page)).focus();
  await page.keyboard.press('Enter');
  await expect(frameOf(page, 1).getByText('Filtered: place United States')).toBeVisible();
  await page.waitForTimeout(300);
  const heard = await page.evaluate(() => (window as unknown as { heard: string[] }).heard);
  expect(heard.sort()).toEqual(['map reader', 'records host']);
});

test('where the server does not allow its script to others, the element shows the link within it', async ({
  page,
}) => {
  const closed = await serveDist(SITE, { port: 0 });
  try {
    await host.open(
      page,
      `<script type="module" src="${closed.url}whereabouts-view.js"></script>
      <whereabouts-view src="${closed.url}"><a href="${closed.url}?geography=USA">Where it is tagged</a></whereabouts-view>`,
    );
    await page.getByRole('link', { name: 'Where it is tagged' }).click();
    await expect(page.getByRole('button', { name: /^United States: / })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
  } finally {
    await closed.close();
  }
});

test('where the dataset is missing, reader and page are told', async ({ page }) => {
  await host.open(
    page,
    `${SPY}<iframe src="HOME/embed.html?data=none.json" title="Map" width="320" height="500"></iframe>`,
  );
  await expect(frameOf(page).getByRole('alert')).toContainText('was not found');
  await expect(frameOf(page).getByRole('alert')).toContainText('whoever put this view into the page');
  expect((await heard(page)).map(({ data }) => data.code)).toContain('load');
});
