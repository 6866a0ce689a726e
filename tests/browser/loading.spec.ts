/** While the dataset is on its way: a calm bar that tells how far it is, and a way out. */
import type { Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { view } from './dashboard.ts';
import { expect, test } from './fixtures.ts';

const DATASET = '**/dataset.json*';

/** Holds the dataset, or another file, back; the returned function lets it through. */
async function holdBack(page: Page, file = DATASET): Promise<() => void> {
  let letThrough: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (letThrough = resolve));
  await page.route(file, async (route) => {
    await held;
    await route.continue().catch(() => undefined); // a page that gave up is gone
  });
  return letThrough;
}

test('a dataset that takes its time shows a bar, then the page', async ({ page }) => {
  const letThrough = await holdBack(page);
  await page.goto('./');
  const bar = page.getByRole('progressbar', { name: 'Loading the dataset' });
  await expect(bar).toBeVisible();
  await expect(page.getByRole('status')).toHaveText('Reading the dataset…');
  await expectAccessible(page);
  letThrough();
  await expect(view(page, 'Records')).toBeVisible();
  await expect(bar).toHaveCount(0);
});

test('one that is there at once shows no bar', async ({ page }) => {
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(window, { barsSeen: seen });
    new MutationObserver(() => {
      const bar = document.querySelector('progress');
      // busy machines are late themselves: what counts is a bar before its time
      if (bar && performance.now() < 200) seen.push(`${performance.now()}`);
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto('./');
  await expect(view(page, 'Records')).toBeVisible();
  expect(await page.evaluate(() => (window as unknown as { barsSeen: string[] }).barsSeen)).toEqual([]);
});

test('the map is seen before the other views are made, which have their places', async ({ page }) => {
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(window, { framesSeen: seen });
    const look = () => {
      const places = [...document.querySelectorAll('.views > div')];
      const what = places.map((place) => {
        const { width, height } = place.getBoundingClientRect();
        return `${place.querySelector('[data-view]')?.getAttribute('data-view') ?? '-'} ${width}×${height}`;
      });
      if (what.length > 0 && seen.at(-1) !== what.join(', ')) seen.push(what.join(', '));
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.goto('./');
  await expect(view(page, 'Co-authors').getByRole('button', { name: /Download/ })).toBeVisible();
  const framesSeen = () => page.evaluate(() => (window as unknown as { framesSeen: string[] }).framesSeen);
  const views = (frame: string) => frame.replaceAll(/ [\d.]+×[\d.]+/g, '');
  const sizes = (frame: string) => frame.replaceAll(/[a-z-]+ /g, '');
  // the button may be there before the frame in which it is seen
  await expect.poll(async () => views((await framesSeen()).at(-1)!)).toBe('map, topics, records, coauthors');
  const frames = await framesSeen();
  expect(views(frames[0]!)).toBe('map, -, -, -');
  expect(new Set(frames.map(sizes)).size).toBe(1);
});

test('the head asks for the worker’s script and the world, each used and loaded once', async ({ page }) => {
  await page.goto('./');
  await expect(view(page, 'Records')).toBeVisible();
  const asked = await page.evaluate(() => {
    const links = [...document.head.querySelectorAll<HTMLLinkElement>('link[rel$="preload"]')];
    const linked = (name: string) => links.map(({ href }) => href).filter((href) => href.includes(name));
    const loaded = (name: string) =>
      performance.getEntriesByType('resource').filter((entry) => entry.name.includes(name)).length;
    return {
      worker: linked('dataset.worker'),
      world: linked('world.topo.json').length,
      worldLoaded: loaded('world.topo.json'),
    };
  });
  expect(asked).toEqual({ worker: [expect.any(String)], world: 1, worldLoaded: 1 });
  expect(page.workers().map((worker) => worker.url())).toContain(asked.worker[0]);
});

test('the dataset is asked for once, before the page’s own script is there, or without the first one', async ({
  page,
}) => {
  let asked = 0;
  page.on('request', (request) => {
    if (request.url().endsWith('dataset.json')) asked++;
  });
  const letPage = await holdBack(page, '**/assets/index-*.js');
  await page.goto('./', { waitUntil: 'commit' });
  await expect.poll(() => asked).toBe(1);
  letPage();
  await expect(view(page, 'Records')).toBeVisible();
  await expect(view(page, 'Co-authors').getByRole('button', { name: /Download/ })).toBeVisible();
  expect(asked).toBe(1);
  await page.unroute('**/assets/index-*.js');

  const letFirst = await holdBack(page, '**/start.js');
  await page.goto('./', { waitUntil: 'commit' });
  await expect(view(page, 'Records')).toBeVisible();
  letFirst();
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some((entry) => entry.name.endsWith('/start.js')),
  );
  expect(asked).toBe(2);
  expect(page.workers().filter((worker) => worker.url().includes('dataset.worker'))).toHaveLength(1);
});

test('a page whose script takes long says so, and one whose script does not come too', async ({
  page,
  allowFaults,
}) => {
  allowFaults(/net::ERR_FAILED/);
  const letPage = await holdBack(page, '**/assets/index-*.js');
  await page.goto('./', { waitUntil: 'commit' });
  await expect(page.getByRole('status')).toHaveText('Whereabouts is opening…');
  letPage();
  await expect(view(page, 'Records')).toBeVisible();
  await expect(page.getByText('Whereabouts is opening…')).toHaveCount(0);
  await page.unroute('**/assets/index-*.js');

  await page.route('**/assets/shared-*.js', (route) => route.abort());
  await page.goto('./', { waitUntil: 'commit' });
  await expect(page.getByRole('alert')).toContainText('its script was not loaded');
  await page.unroute('**/assets/shared-*.js');
  await page.getByRole('button', { name: 'Reload' }).click();
  await expect(view(page, 'Records')).toBeVisible();
});

test('an embed with controls has them when its view is first drawn, which stays where it is', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const tops = new Set<number>();
    Object.assign(window, { topsSeen: tops });
    const look = () => {
      const drawn = document.querySelector('.embed .view [data-node]');
      if (drawn) tops.add(drawn.closest('.view')!.getBoundingClientRect().top);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.goto('embed.html?view=map&controls=1&geography=USA');
  await expect(page.getByRole('button', { name: /Remove/ })).toBeVisible();
  await expect(page.locator('.view [data-node]').first()).toBeVisible();
  await page.waitForTimeout(500); // what comes later would move it within this
  expect(await page.evaluate(() => (window as unknown as { topsSeen: Set<number> }).topsSeen.size)).toBe(1);
});

test('loading can be given up while only the boundaries are awaited, on the page and in an embed', async ({
  page,
}) => {
  for (const address of ['./', 'embed.html?view=map']) {
    const letWorld = await holdBack(page, '**/world.topo.json');
    await page.goto(address);
    await expect(page.getByText('Reading the boundaries of the map…')).toBeVisible();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect(page.getByRole('alert')).toContainText('was stopped.');
    letWorld();
    await page.unroute('**/world.topo.json');
  }
});

test('loading can be given up, and the page says so', async ({ page }) => {
  await holdBack(page);
  await page.goto('./');
  await page.getByRole('button', { name: 'Cancel' }).click();
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('Loading dataset.json was stopped.');
  await page.unroute(DATASET);
  await page.getByRole('button', { name: 'Reload' }).click();
  await expect(view(page, 'Records')).toBeVisible();
});

test('without workers the page loads all the same, and tells the megabytes', async ({ page }) => {
  await page.addInitScript(() => {
    Object.assign(window, { Worker: undefined });
    const real = window.fetch.bind(window);
    let letThrough: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (letThrough = resolve));
    Object.assign(window, { letThrough: () => letThrough() });
    // the first half of the dataset comes at once, the rest when the test says so
    window.fetch = async (...asked) => {
      const answer = await real(...asked);
      if (!(asked[0] as string).includes('dataset.json')) return answer;
      const bytes = new Uint8Array(await answer.arrayBuffer());
      const half = bytes.length >> 1;
      const body = new ReadableStream<Uint8Array>({
        async start(controller) {
          controller.enqueue(bytes.slice(0, half));
          await held;
          controller.enqueue(bytes.slice(half));
          controller.close();
        },
      });
      return new Response(body, { headers: { 'content-length': `${bytes.length}` } });
    };
  });
  await page.goto('./');
  await expect(page.getByText(/^0\.\d of 0\.\d MB$/)).toBeVisible();
  const value = await page.getByRole('progressbar').getAttribute('value');
  expect(Number(value)).toBeCloseTo(0.5, 3);
  await page.evaluate(() => (window as unknown as { letThrough: () => void }).letThrough());
  await expect(view(page, 'Records')).toBeVisible();
});

test('where the worker’s script is missing the page loads all the same', async ({ page, allowFaults }) => {
  allowFaults(/status of 404.*dataset\.worker/);
  await page.route('**/dataset.worker*', (route) => route.fulfill({ status: 404, body: '' }));
  await page.goto('./');
  await expect(view(page, 'Records')).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
});
