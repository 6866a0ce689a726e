/** Embeds in other people's pages: other origins, strict policies, sandboxes, links between them, heights. */
import { readFileSync } from 'node:fs';
import { test as plain, type FrameLocator, type Page } from '@playwright/test';
import { serveDist } from '../../scripts/serve-dist.ts';
import { embedCode } from '../../src/share/embed-code.ts';
import { DEFAULT_EMBED } from '../../src/share/embed-options.ts';
import { expectAccessible } from './axe.ts';
import { expect, test, WITH_MOTION } from './fixtures.ts';
import { embedHost, SITE } from './host-page.ts';

test.use(WITH_MOTION);

const EXAMPLE = 'https://example.org/whereabouts/';

/** The snippets of the document, by the heading that they stand under. */
const snippets = new Map(
  readFileSync('docs/share.md', 'utf8')
    .split('\n## ')
    .flatMap((part): [string, string][] => {
      const code = /```html\n([^]*?)```/.exec(part)?.[1];
      return code === undefined ? [] : [[part.split('\n')[0]!, code]];
    }),
);

const answers: { path: string; status: number }[] = [];
const host = embedHost(plain, EXAMPLE, (path, status) => void answers.push({ path, status }));
plain.beforeEach(() => void answers.splice(0));
const frameOf = (page: Page, index = 0): FrameLocator => page.locator('iframe').nth(index).contentFrame();
const states = (frame: FrameLocator) => frame.getByRole('button', { name: /^United States: / });
const heightOf = (page: Page, index = 0) =>
  page
    .locator('iframe')
    .nth(index)
    .evaluate((frame) => frame.clientHeight);

for (const view of ['map', 'topics', 'coauthors', 'records', 'all']) {
  test(`embed.html shows ${view} by its filter, accessible, and keeps nothing`, async ({ page, context }) => {
    await page.addInitScript(() => {
      for (const name of ['getItem', 'setItem'] as const) {
        Storage.prototype[name] = () => {
          throw new Error('storage was touched');
        };
      }
    });
    const hasGraph = view === 'coauthors' || view === 'all';
    await page.goto(`./embed.html?view=${view}&controls=1&${hasGraph ? 'text=zzqq' : 'geography=CAN'}`);
    await expect(page.getByRole('link', { name: 'Open full view' })).toBeVisible();
    const graph = page.getByRole('region', { name: 'Co-authors' });
    if (hasGraph) {
      await expect(graph.getByText('0 authors')).toBeVisible();
      await expect(graph.getByText('No author on the records that pass.')).toBeVisible();
    } else {
      await test.step('downloads are there with controls, and lead to the whole page', async () => {
        await page.getByRole('button', { name: /^Download/ }).click();
        const saved = page.waitForEvent('download');
        await page.getByRole('menuitem', { name: 'SVG' }).click();
        const svg = readFileSync(await (await saved).path(), 'utf8');
        expect(svg).toContain('place Canada');
        expect(svg).toMatch(/\/some\/sub\/path\/\?geography=CAN/);
        await expect(page.getByRole('menu')).toHaveCount(0);
      });
    }
    await page.getByRole('button', { name: 'Clear all' }).first().click();
    if (hasGraph) {
      await expect(graph.getByText('374 authors')).toBeVisible();
      await expect(graph.getByText('No author on the records that pass.')).toHaveCount(0);
    }
    await expect(page.getByRole('region').first()).toBeVisible();
    await expect(page.getByRole('button', { name: 'Clear all' })).toHaveCount(0);
    expect(await context.cookies()).toEqual([]);
    await expectAccessible(page);
  });
}

test('on paper an embed has its caption under the view, with a day and no buttons', async ({ page }) => {
  await page.setViewportSize({ width: 600, height: 560 });
  await page.goto('./embed.html?view=map&geography=USA&vs.geography=CAN');
  await expect(page.getByText('Compared with: place Canada')).toBeVisible();
  await expect(page.locator('.caption')).toContainText(/(?:dataset of|shown) \d+ \w+ 20\d\d/);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'Clear' })).toBeHidden();
  const edge = async (selector: string) => (await page.locator(selector).boundingBox())!;
  const [panel, caption] = [await edge('.panel'), await edge('footer .caption')];
  expect(caption.y).toBeGreaterThanOrEqual(panel.y + panel.height);
  expect(caption.y + caption.height).toBeLessThanOrEqual(560);
});

test('the keyboard goes on beside the button that clears, which is gone then', async ({ page }) => {
  await page.goto('./embed.html?view=map&geography=CAN');
  await page.getByRole('button', { name: 'Clear' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Clear' })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Open full view' })).toBeFocused();
});

test('what an address asks in vain is told', async ({ page }) => {
  await page.goto('./embed.html?view=globe&lang=de&geography=Atlantis');
  await expect(page.getByRole('alert').filter({ hasText: 'lang = de' })).toContainText('view = globe');
  await expect(page.getByRole('alert').filter({ hasText: 'Atlantis' })).toBeVisible();
  await test.step('in a frame as high as advised, and as narrow as a phone, beside filter and comparison', async () => {
    await page.setViewportSize({ width: 320, height: 560 });
    await page.goto('./embed.html?view=map&geography=USA&geography=Atlantis&vs.geography=CAN');
    await expect(page.getByText('Compared with: place Canada')).toBeVisible();
    await expect(page.getByRole('alert')).toContainText('Atlantis');
    const below = () => page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
    await expect.poll(below).toBe(0);
  });
  // a key that is mistyped: who wrote it is told, by the console and by itself, and no reader of a page around
  const warned: string[] = [];
  page.on('console', (message) => message.type() === 'warning' && warned.push(message.text()));
  await page.goto('./embed.html?veiw=topics&utm_source=letter');
  await expect(page.getByRole('alert')).toContainText('veiw = topics');
  await expect(page.getByRole('alert')).not.toContainText('utm');
  await page.evaluate(() => {
    const frame = document.createElement('iframe');
    document.body.replaceChildren(frame);
    frame.src = location.href;
  });
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('region', { name: 'Map' })).toBeVisible();
  await expect(frame.getByRole('alert')).toHaveCount(0);
  const told = 'This view knows no “veiw”, which its address has.';
  expect(warned.filter((text) => text.includes('knows no'))).toEqual([told, told]);
  await page.goto('./embed.html?data=javascript:1');
  await expect(page.getByRole('alert')).toContainText('http or https');
  // another server that does not let its files be read, or this one's policy, which does not name it
  await page.goto(`./embed.html?data=${encodeURIComponent('http://127.0.0.1:9/dataset.json')}`);
  await expect(page.getByRole('alert')).toContainText('Access-Control-Allow-Origin');
  await expect(page.getByRole('alert')).toContainText('connect-src');
});

plain(
  'the iframe of the document works on another origin, and the wheel scrolls the page around it',
  async ({ page }) => {
    await host.open(
      page,
      `${snippets.get('An iframe, without any script')!}<p style="height: 3000px">below</p>`,
    );
    await expect(states(frameOf(page))).toHaveAttribute('aria-pressed', 'true');
    await expect(frameOf(page).getByText('Filtered: place United States')).toBeVisible();
    const link = frameOf(page).getByRole('link', { name: 'Open full view' });
    await expect(link).toHaveAttribute('href', /\?geography=USA/);
    await expect(link).toHaveAttribute('rel', 'noopener');
    await page.mouse.move(300, 200);
    await page.mouse.wheel(0, 300);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
    await expect(frameOf(page).getByText('Ctrl + wheel zooms')).toBeVisible();
  },
);

plain(
  'with embed.js the height comes to rest, at 320 px too, and an observer hears the state',
  async ({ page }) => {
    plain.setTimeout(60_000);
    await page.setViewportSize({ width: 320, height: 700 });
    await host.open(page, snippets.get('An iframe as high as it needs to be')!);
    await expect(frameOf(page).getByRole('region', { name: 'Topics' })).toBeVisible();
    await expect.poll(() => heightOf(page)).not.toBe(560);
    const seen: number[] = [];
    for (let i = 0; i < 14; i++) {
      seen.push(await heightOf(page));
      await page.waitForTimeout(250);
    }
    expect(new Set(seen.slice(4)).size, seen.join()).toBe(1);
    const overflow = await frameOf(page)
      .locator('html')
      .evaluate((root) => [root.scrollHeight - root.clientHeight, root.scrollWidth - root.clientWidth]);
    expect(overflow).toEqual([0, 0]);
  },
);

plain('the code with controls and filters is high enough for a column of 640 px', async ({ page }) => {
  const query = 'geography=USA&not.industry=Law';
  const views = ['map', 'topics', 'records'] as const;
  const codes = views.map((view) => {
    const spec = { ...DEFAULT_EMBED, home: EXAMPLE, view, controls: true, query, title: 'A view' };
    return embedCode(spec).iframe;
  });
  await host.open(page, `<div id="column">${codes.join('')}</div>`);
  await page.locator('#column').evaluate((column) => (column.style.width = '640px'));
  for (const [i, view] of views.entries()) {
    await page
      .locator('iframe')
      .nth(i)
      .evaluate((frame) => frame.scrollIntoView());
    await expect(frameOf(page, i).getByRole('link', { name: 'Open full view' })).toBeVisible();
    const beyond = () =>
      frameOf(page, i)
        .locator('html')
        .evaluate((root) => root.scrollHeight - root.clientHeight);
    await expect.poll(beyond, view).toBe(0);
  }
});

plain('the example page shows two linked views', async ({ page }) => {
  const example = readFileSync('docs/examples/linked.html', 'utf8');
  await host.open(page, /<body>([^]*)<\/body>/.exec(example)![1]!);
  await expect(frameOf(page, 1).getByText('9 of 9 records').first()).toBeVisible();
  await states(frameOf(page)).focus();
  await page.keyboard.press('Enter');
  await expect(frameOf(page, 1).getByText('Filtered: place United States')).toBeVisible();
});

plain(
  'linked embeds follow each other, also in what is chosen before they hear the page around',
  async ({ page }) => {
    const held: (() => void)[] = [];
    await page.route('**/embed-talk*.js', async (route) => {
      await new Promise<void>((resolve) => held.push(resolve));
      await route.continue();
    });
    await host.open(page, snippets.get('Linked')!);
    await states(frameOf(page)).focus();
    await page.keyboard.press('Enter');
    await expect(states(frameOf(page))).toHaveAttribute('aria-pressed', 'true');
    await expect(frameOf(page, 1).getByText('9 of 9 records').first()).toBeVisible();
    for (const release of held) release();
    await expect(frameOf(page, 1).getByText('Filtered: place United States')).toBeVisible();
    await expect(states(frameOf(page))).toHaveAttribute('aria-pressed', 'true');
    await frameOf(page, 1).getByRole('button', { name: 'Clear' }).click();
    await expect(states(frameOf(page))).toHaveAttribute('aria-pressed', 'false');
    await states(frameOf(page)).press('Enter');
    await expect(frameOf(page, 1).getByText('Filtered: place United States')).toBeVisible();
  },
);

plain(
  'the element of the document works on another origin, under a strict policy, and follows its attributes',
  async ({ page }) => {
    const { origin } = new URL(host.url);
    const policy = `default-src 'none'; script-src ${origin}; frame-src ${origin}; img-src data:`;
    const broken: string[] = [];
    page.on('console', (message) => message.type() === 'error' && broken.push(message.text()));
    await host.open(page, snippets.get('An element')!, policy);
    const view = page.locator('whereabouts-view');
    const frame = view.locator('iframe').contentFrame();
    await expect(states(frame)).toHaveAttribute('aria-pressed', 'true');
    await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
    await view.evaluate((element) => element.removeAttribute('geography'));
    await expect(states(frame)).toHaveAttribute('aria-pressed', 'false');
    expect(broken).toEqual([]);
  },
);

plain(
  'what is set on an element before it is in the page is taken, and it is as wide as its column',
  async ({ page }) => {
    await host.open(
      page,
      `<script type="module" src="${EXAMPLE}whereabouts-view.js"></script><div id="here"></div>
    <div style="display: flex; width: 900px"><whereabouts-view id="wide" view="topics"></whereabouts-view></div>`,
    );
    await page.evaluate(async () => {
      await customElements.whenDefined('whereabouts-view');
      const element = document.createElement('whereabouts-view') as HTMLElement & {
        set(query: string): void;
      };
      element.setAttribute('view', 'map');
      element.set('geography=THA');
      element.set('geography=USA');
      document.querySelector('#here')!.append(element);
    });
    const frame = page.locator('#here iframe').contentFrame();
    await expect(states(frame)).toHaveAttribute('aria-pressed', 'true');
    await expect(frame.getByText('Filtered: place United States')).toBeVisible();
    // as wide as its column, also where that is a flexible box
    await expect.poll(async () => (await page.locator('#wide').boundingBox())?.width).toBe(900);
  },
);

plain('in a frame higher than the window a record and the hint of the wheel are seen', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await host.open(
    page,
    `<script type="module" src="${EXAMPLE}whereabouts-view.js"></script>
    <whereabouts-view view="all"></whereabouts-view>`,
  );
  const frame = page.locator('whereabouts-view iframe').contentFrame();
  const country = frame.getByRole('button', { name: /^Canada: / });
  await country.hover();
  await page.mouse.wheel(0, 40);
  await expect(frame.getByText(/wheel zooms/)).toBeInViewport({ ratio: 1 });
  const record = frame.getByRole('region', { name: 'Records' }).getByText('DataComp-LM').first();
  await record.scrollIntoViewIfNeeded();
  await record.click();
  const dialog = frame.getByRole('dialog', { name: /^DataComp-LM/ });
  await expect(dialog.getByRole('heading', { name: /^DataComp-LM/ })).toBeInViewport({ ratio: 1 });
  await expect(dialog.getByRole('button', { name: 'Close' })).toBeInViewport({ ratio: 1 });
});

plain('the wheel goes on to the page where a list has nothing left to scroll', async ({ page }) => {
  await host.open(
    page,
    `<iframe src="${EXAMPLE}embed.html?view=records" width="800" height="900"></iframe><p style="height: 3000px">below</p>`,
  );
  await frameOf(page).getByText('DataComp-LM').first().hover();
  for (let turn = 0; turn < 4; turn++) {
    await page.mouse.wheel(0, 300);
    await page.waitForTimeout(300);
  }
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100);
});

plain(
  'a sandbox without an origin works where files may be read, and else the frame says why not',
  async ({ page }) => {
    const frame = (url: string) =>
      `<iframe sandbox="allow-scripts" width="900" height="600" src="${url}embed.html"></iframe>`;
    await host.open(page, frame(EXAMPLE));
    await expect(states(frameOf(page))).toBeVisible();
    const closed = await serveDist(SITE, { port: 0 });
    try {
      await host.open(page, frame(closed.url));
      await expect(frameOf(page).getByText('could not start here')).toBeVisible();
    } finally {
      await closed.close();
    }
  },
);

plain('two embeds of one dataset transfer it once', async ({ page }) => {
  const embed = `<iframe src="${EXAMPLE}embed.html" width="900" height="600"></iframe>`;
  await host.open(page, embed + embed);
  await expect(states(frameOf(page))).toBeVisible();
  await expect(states(frameOf(page, 1))).toBeVisible();
  // a second request may ask whether the file is still the same, and is told so
  const transfers = answers.filter(({ path, status }) => path.endsWith('/dataset.json') && status === 200);
  expect(transfers).toHaveLength(1);
});
