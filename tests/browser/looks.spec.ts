/**
 * How the page looks: two themes, every width, little motion, and nothing that axe objects to. The page as it opens
 * is in smoke.spec.ts; axe is slow on hundreds of authors, so that most states are looked at in the part they change.
 */
import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { clickMark, expectRecords, goOnAt, mark, openDashboard, placeOf, view, VIEWS } from './dashboard.ts';
import { expect, test } from './fixtures.ts';

test('the theme is the system’s while nobody chooses another, which stays over a reload', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await openDashboard(page);
  await test.step('is light where the system is light', async () => {
    const { ink, paper } = await lightness(page);
    expect(paper).toBeGreaterThan(ink + 100);
    await expectPaintedGraph(page);
  });
  await test.step('follows the system while the page is open', async () => {
    const light = await lightness(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(async () => (await lightness(page)).paper).toBeLessThan(light.paper - 100);
  });
  await test.step('is dark where the system is dark', async () => {
    await openDashboard(page);
    const { ink, paper } = await lightness(page);
    expect(ink).toBeGreaterThan(paper + 100);
    await expectPaintedGraph(page);
  });
  await test.step('is chosen by its button, stays over a reload, and goes back to the system’s', async () => {
    await page.emulateMedia({ colorScheme: 'light' });
    const button = page.getByRole('button', { name: /^Theme/ });
    await expect(button).toHaveAccessibleName('Theme: as the system. Change to light');
    await button.click();
    await button.click();
    await expect(button).toHaveAccessibleName(/^Theme: dark/);
    expect((await lightness(page)).paper).toBeLessThan(100);
    await page.reload();
    await expect(button).toHaveAccessibleName(/^Theme: dark/);
    expect((await lightness(page)).paper).toBeLessThan(100);
    await button.click();
    await expect(button).toHaveAccessibleName(/^Theme: as the system/);
    expect((await lightness(page)).paper).toBeGreaterThan(200);
  });
});

test('where the system forces its colours, data and what is chosen are still seen', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await openDashboard(page, '?min.geography=0.04');
  const plain = await page.evaluate(
    () => getComputedStyle(document.querySelector('.panel')!).backgroundColor,
  );
  const colorOf = (found: Locator) => found.evaluate((element) => getComputedStyle(element).backgroundColor);
  const swatches = page.locator('button .swatch:visible');
  const colors = await swatches.evaluateAll((all) => all.map((one) => getComputedStyle(one).backgroundColor));
  expect(colors.length).toBeGreaterThan(4);
  for (const color of colors) expect(color).not.toBe(plain);
  const tab = (name: string) => view(page, 'Topics').getByRole('button', { name, exact: true });
  expect(await colorOf(tab('Technology'))).not.toBe(await colorOf(tab('Industry')));
  const rule = (name: string) => page.getByRole('radiogroup').locator('label', { hasText: name });
  expect(await colorOf(rule('Records'))).not.toBe(await colorOf(rule('Score')));

  // the handle, told apart from the panel around it by what is painted
  const slider = view(page, 'Map').getByRole('slider');
  await slider.focus();
  const { x, y, width, height } = (await slider.boundingBox())!;
  const inset = { x: x + 4, y: y + 4, width: width - 8, height: height - 8 };
  const before = await page.screenshot({ clip: inset });
  await page.keyboard.press('End');
  await expect(slider).toHaveValue('100');
  expect((await page.screenshot({ clip: inset })).equals(before)).toBe(false);
});

/** Four countries, four excluded, and ninety authors: more chips than some rows hold. */
async function chooseMany(page: Page): Promise<void> {
  const authors = await view(page, 'Co-authors')
    .locator('[data-node]')
    .evaluateAll((marks) => marks.map((mark) => mark.getAttribute('aria-label')!.replace(/: .*/, '')));
  const query = new URLSearchParams(['USA', 'CAN', 'ESP', 'MCO'].map((code) => ['geography', code]));
  for (const code of ['GBR', 'THA', 'SGP', 'IDN']) query.append('not.geography', code);
  for (const author of authors.filter((name) => /^\S+ \S+$/.test(name)).slice(0, 90)) {
    const [given, family] = author.split(' ');
    query.append('author', `${family!}, ${given!}`);
  }
  await goOnAt(page, `?${query}`);
  await expect(page.getByRole('button', { name: /^Remove (?:not )?place/ })).toHaveCount(8);
  await expect(page.getByRole('button', { name: /^Remove 90 authors: .* and 88 more$/ })).toBeVisible();
}

test('at 1440 × 900 the page is seen whole, without scrolling, also with many filters and with tables', async ({
  page,
}) => {
  await openDashboard(page);
  for (const [name, prepare] of [
    ['the page', () => Promise.resolve()],
    ['the page with many filters', () => chooseMany(page)],
    ['the page of tables', () => goOnAt(page, '?table=map&table=topics&table=coauthors&table=records')],
  ] as const) {
    await test.step(name, async () => {
      await prepare();
      if (name === 'the page of tables') await expect(page.getByRole('table')).toHaveCount(4);
      expect(await overflow(page)).toEqual({ x: 0, y: 0 });
      for (const region of VIEWS) {
        await expect(view(page, region)).toBeInViewport({ ratio: 1 });
        expect((await view(page, region).boundingBox())!.height, region).toBeGreaterThan(200);
      }
    });
  }
});

test('in every width each view has room and is really drawn', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openDashboard(page);
  for (const [width, height] of [
    [390, 844],
    [1024, 768],
    [1440, 900],
  ] as const) {
    await test.step(`at ${width} px`, async () => {
      await page.setViewportSize({ width, height });
      await page.evaluate(() => new Promise(requestAnimationFrame));
      expect((await overflow(page)).x).toBe(0);
      for (const region of VIEWS) {
        const box = (await view(page, region).boundingBox())!;
        expect(box.height, `height of ${region}`).toBeGreaterThan(200);
        expect(box.x, region).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width, region).toBeLessThanOrEqual(width);
      }
      for (const [region, label, least] of [
        ['Map', 'United States', 20],
        ['Map', 'Singapore', 20],
        ['Topics', 'Machine Learning', 20],
      ] as const) {
        const box = (await mark(page, region, label).boundingBox())!;
        expect(Math.min(box.width, box.height), label).toBeGreaterThan(least);
      }
      await expectPaintedGraph(page);
      // and what is drawn answers
      await clickMark(mark(page, 'Topics', 'Accuracy'));
      await expectRecords(page, 1);
      await clickMark(mark(page, 'Map', 'Canada'));
      await page.getByRole('button', { name: 'Clear all' }).click();
      await expectRecords(page, 9);
    });
  }
});

test('no line of a head or a row is cut, in a narrow window and in the spacing that a reader sets', async ({
  page,
}) => {
  await openDashboard(page, '?min.geography=0.04&min.technology=0.04');
  const heads = page.locator('.panel > header');
  const heights = () => heads.evaluateAll((all) => all.map(({ clientHeight }) => clientHeight));
  for (const width of [1440, 1024]) {
    await page.setViewportSize({ width, height: 900 });
    expect(new Set(await heights()).size, 'heads side by side are equally high').toBe(1);
  }
  const expectNothingCut = async () => {
    const parts = page.locator('.panel > header :is(h2, .subtitle, .tools), .tags');
    const cut = await parts.evaluateAll((all) =>
      all
        .filter((part) => {
          const [own, around] = [part, part.closest('header, [data-record]')!].map((element) =>
            element.getBoundingClientRect(),
          );
          if (part.scrollWidth > part.clientWidth || part.scrollHeight > around!.height) return true;
          return own!.right > around!.right || own!.bottom > around!.bottom;
        })
        .map((part) => part.textContent),
    );
    expect(cut).toEqual([]);
  };
  for (const what of ['places', 'what is included, with its scores']) {
    for (const width of [320, 641, 720, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await test.step(`${what} at ${width} px`, expectNothingCut);
    }
    await clickMark(mark(page, 'Topics', 'Machine Learning'));
  }
  const search = (await page.getByRole('combobox', { name: /^Search/ }).boundingBox())!;
  expect(search.width, 'room for words').toBeGreaterThan(200);
  // WCAG 1.4.12
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }',
    );
    document.adoptedStyleSheets.push(sheet);
  });
  await expect(view(page, 'Records').locator('.tags').first()).toBeVisible();
  await expectNothingCut();
});

test('at 390 px links, tables, dialogs and chips fit too', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await test.step('topics without one above them all are drawn at once', async () => {
    await openDashboard(page, '?topics=genre');
    await expect(view(page, 'Topics').locator('path[data-node]').first()).toBeVisible();
  });
  await test.step('a link is read from its first filter on', async () => {
    await openDashboard(page, '?geography=USA&geography=CAN&geography=AUT&not.geography=MCO');
    const chips = page.locator('.chips');
    expect(await chips.evaluate((list) => [list.scrollLeft, list.scrollWidth > list.clientWidth])).toEqual([
      0,
      true,
    ]);
  });
  await test.step('every table that is wider than its panel is shaded where more of it lies', async () => {
    await goOnAt(page, '?table=topics&table=records');
    await expect(view(page, 'Records').getByRole('table')).toBeVisible();
    await expect(view(page, 'Topics').getByRole('table')).toBeVisible();
    const shades = await page.evaluate(() =>
      [...document.querySelectorAll('.panel *')]
        .filter((box) => getComputedStyle(box).overflowX === 'auto' && box.scrollWidth > box.clientWidth)
        .map((box) => getComputedStyle(box).backgroundAttachment),
    );
    expect(shades.length).toBeGreaterThan(1);
    expect(new Set(shades)).toEqual(new Set(['local, local, scroll, scroll']));
  });
  await test.step('a record, the tables and the dialogs fit', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await goOnAt(page, '?table=map&table=topics&table=coauthors&table=records');
    for (const region of VIEWS) await expect(view(page, region).getByRole('table')).toBeVisible();
    expect((await overflow(page)).x).toBe(0);
    await goOnAt(page, '?record=bzzcgs2pfw');
    await expect(page.getByRole('dialog', { name: /^DataComp-LM/ })).toBeInViewport();
    expect((await overflow(page)).x).toBe(0);
    await page.getByRole('button', { name: 'Close' }).click();
    for (const name of ['About', '3 notes on the data']) {
      await page.getByRole('button', { name }).click();
      const box = (await page.getByRole('dialog').boundingBox())!;
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(390);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
  });
  await test.step('a chip of many authors stays within the page', async () => {
    await goOnAt(page);
    await view(page, 'Co-authors').getByRole('button', { name: 'Josh Achiam and 280 others' }).click();
    const remove = page.getByRole('button', { name: /^Remove 281 authors/ });
    await remove.scrollIntoViewIfNeeded();
    await expect(remove).toBeInViewport({ ratio: 1 });
    expect((await overflow(page)).x).toBe(0);
  });
});

test('the map zooms in a while where any motion is wanted, and else at once', async ({ page }) => {
  await openDashboard(page);
  for (const motion of ['reduce', 'no-preference'] as const) {
    await test.step(`where ${motion === 'reduce' ? 'little' : 'any'} motion is wanted`, async () => {
      await page.emulateMedia({ reducedMotion: motion });
      const seen = await page.evaluate(async () => {
        const group = document.querySelector('[data-view="map"] [role="group"][aria-label="Countries"] > g')!;
        const values = new Set<string>();
        const observer = new MutationObserver(() => values.add(group.getAttribute('transform') ?? ''));
        observer.observe(group, { attributeFilter: ['transform'] });
        document.querySelector<HTMLElement>('[aria-label="Zoom into the map"]')!.click();
        await new Promise((resolve) => setTimeout(resolve, 900));
        observer.disconnect();
        return [...values];
      });
      expect(seen.at(-1)).toContain('scale(1.8)');
      if (motion === 'reduce') expect(seen).toHaveLength(1);
      // a busy machine may show a single step between
      else expect(seen.length).toBeGreaterThan(1);
    });
    const whole = view(page, 'Map').getByRole('button', { name: 'Show the whole map' });
    await whole.click();
    await expect(whole).toHaveCount(0);
  }
});

test('pointing at a country dims the graph and paints what it touches above it', async ({ page }) => {
  await openDashboard(page);
  await expectPaintedGraph(page);
  const [lower, upper] = [0, 1].map((layer) => view(page, 'Co-authors').locator('canvas').nth(layer));
  const painted = () => lower!.evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
  const above = () => upper!.evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
  const [before, aboveBefore] = [await painted(), await above()];
  const { x, y } = await placeOf(mark(page, 'Map', 'Spain'));
  await page.mouse.move(x, y);
  await expect(lower!).toHaveCSS('opacity', '0.3');
  await expect.poll(above).not.toBe(aboveBefore);
  expect(await painted(), 'the lower layer is not painted again').toBe(before);
  await page.mouse.move(2, 2);
  await expect(lower!).toHaveCSS('opacity', '1');
  await expect.poll(above).toBe(aboveBefore);
});

test.describe('axe finds no fault', () => {
  test('on the page at 390 px, light, and filtered, dark', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 390, height: 844 });
    await openDashboard(page);
    await expectAccessible(page, undefined, { sizes: true });
    await test.step('in the dark theme, filtered, with an exclusion and a threshold', async () => {
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.setViewportSize({ width: 1440, height: 900 });
      await goOnAt(page, '?geography=USA&geography=CAN&not.geography=MCO&min.geography=0.10&rule=score');
      await expectAccessible(page);
    });
  });

  test('where no record passes, beside a link that is not all known, and in the four tables, dark', async ({
    page,
  }) => {
    await openDashboard(page, '?geography=AUT&technology=Nothing&author=Bostrom%2C+Kaj');
    await expect(view(page, 'Records')).toContainText('No record passes all filters');
    await expect(page.getByRole('alert')).toBeVisible();
    const parts = ['.filters', '[data-view="records"]', '[data-view="topics"]', '[data-view="map"]'];
    await expectAccessible(page, parts.join());
    await test.step('in the four tables, filtered, dark', async () => {
      await page.emulateMedia({ colorScheme: 'dark' });
      await goOnAt(
        page,
        '?geography=USA&not.geography=MCO&table=map&table=topics&table=coauthors&table=records',
      );
      for (const region of VIEWS) await expect(view(page, region).getByRole('table')).toBeVisible();
      await expectAccessible(page, '[data-view]');
    });
  });

  test('in the record, the about panel, the report, the menu and the search, light and dark', async ({
    page,
  }) => {
    const expectBothAccessible = async (part: string) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await expectAccessible(page, part);
      }
    };
    await openDashboard(page, '?record=bzzcgs2pfw&not.geography=CAN&min.geography=0.20&geography=USA');
    await expect(page.getByRole('dialog', { name: /^DataComp-LM/ })).toBeVisible();
    await expectBothAccessible('dialog[open]');
    await page.getByRole('button', { name: 'Close' }).click();
    for (const name of ['About', '3 notes on the data']) {
      await page.getByRole('button', { name }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectBothAccessible('dialog[open]');
      await page.getByRole('button', { name: 'Close' }).click();
    }
    await mark(page, 'Map', 'Spain').focus();
    await page.keyboard.press('m');
    await expect(page.getByRole('menu')).toBeVisible();
    await expectBothAccessible('dialog[open]');
    await page.keyboard.press('Escape');
    await expect(mark(page, 'Map', 'Spain')).toBeFocused();
    await page.keyboard.press('/');
    await page.keyboard.type('aust');
    await expect(page.getByRole('listbox')).toBeVisible();
    await expectBothAccessible('[role="search"]');
  });
});

/** How many pixels the page is wider and higher than the window. */
function overflow(page: Page): Promise<{ x: number; y: number }> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
    return { x: scrollWidth - clientWidth, y: scrollHeight - clientHeight };
  });
}

/** Lightness of the page's text and ground, 0 to 255. */
function lightness(page: Page): Promise<{ ink: number; paper: number }> {
  return page.evaluate(() => {
    const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
    const of = (color: string) => {
      context.fillStyle = color;
      context.fillRect(0, 0, 1, 1);
      const [red, green, blue] = context.getImageData(0, 0, 1, 1).data;
      return (red! + green! + blue!) / 3;
    };
    const { color } = getComputedStyle(document.body);
    const { backgroundColor } = getComputedStyle(document.documentElement);
    return { ink: of(color), paper: of(backgroundColor) };
  });
}

/** The graph comes after the other views, and is painted a frame after it is there. */
async function expectPaintedGraph(page: Page): Promise<void> {
  await expect.poll(() => inkedPixels(page), 'painted pixels of the graph').toBeGreaterThan(500);
}

/** Painted pixels of the co-author graph. */
function inkedPixels(page: Page): Promise<number> {
  return view(page, 'Co-authors')
    .locator('canvas')
    .first()
    .evaluate((element) => {
      const canvas = element as HTMLCanvasElement;
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
      let inked = 0;
      for (let i = 3; i < data.length; i += 4) if (data[i]! > 0) inked += 1;
      return inked;
    });
}
