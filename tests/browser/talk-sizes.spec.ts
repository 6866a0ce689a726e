/** A talk on screens of every size: what is shown has its room. */
import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { openDashboard, view, VIEWS } from './dashboard.ts';
import { expect, test } from './fixtures.ts';
import { openScenes, panel, talk, title, TITLES } from './scenes.ts';

/** A full screen has one size: the talk stays in a window, whose size is set. */
async function withoutFullscreen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Element.prototype.requestFullscreen = () => Promise.reject(new Error('not in this test'));
  });
}

test('every view fills the screen, in large type and nothing beside it', async ({ page }) => {
  await withoutFullscreen(page);
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto('./#present=1');
  for (const [width, height] of [
    [1280, 720],
    [1440, 900],
    [1920, 1080],
    [1024, 768],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.keyboard.press('Home');
    await expect(title(page)).toHaveText(TITLES[0]!);
    await test.step(`the legend of the map is a row below it, at ${width} × ${height}`, async () => {
      await expectOnItsSlot(page, 'Map');
      const legend = view(page, 'Map').locator('.map > .legend');
      const [row, drawing] = [
        (await legend.boundingBox())!,
        (await view(page, 'Map').locator('.drawing').boundingBox())!,
      ];
      expect(row.y).toBeGreaterThanOrEqual(drawing.y + drawing.height - 1);
      expect(Math.abs(row.x - drawing.x) + Math.abs(row.width - drawing.width)).toBeLessThan(2);
    });
    if (width === 1440) continue;
    await test.step(`every view fills ${width} by ${height}`, async () => {
      for (const name of ['Map', 'Map', 'Topics', 'Co-authors'] as const) {
        await expect(view(page, name)).toBeVisible();
        await expectOnItsSlot(page, name);
        const box = (await view(page, name).boundingBox())!;
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(box.y).toBeGreaterThan(0);
        expect(box.x + box.width).toBeLessThanOrEqual(width);
        expect(box.y + box.height).toBeLessThanOrEqual(height);
        expect(box.width * box.height).toBeGreaterThan(0.45 * width * height);
        const scale =
          box.width / (await view(page, name).evaluate((element: HTMLElement) => element.offsetWidth));
        expect(12 * scale).toBeGreaterThanOrEqual(15);
        const scrolls = () =>
          document.documentElement.scrollHeight > innerHeight ||
          document.documentElement.scrollWidth > innerWidth;
        expect(await page.evaluate(scrolls)).toBe(false);
        await page.keyboard.press('ArrowRight');
      }
    });
  }
  await expectAccessible(page);
});

test('the whole dashboard on a phone scrolls, each view and each filter in full', async ({ page }) => {
  await withoutFullscreen(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await importScenes(page, [
    { title: 'All', view: 'all', query: 'geography=USA&not.geography=AUT&min.geography=0.04' },
  ]);
  await panel(page).getByRole('button', { name: 'Present from scene 1' }).click();
  await expect(title(page)).toHaveText('All');
  for (const [width, height] of [
    [390, 844],
    [844, 390],
  ] as const) {
    await test.step(`at ${width} by ${height}`, async () => {
      await page.setViewportSize({ width, height });
      for (const name of VIEWS) {
        const shown = view(page, name);
        await shown.scrollIntoViewIfNeeded();
        const box = (await shown.boundingBox())!;
        expect(box.height).toBeGreaterThan(280);
        if (width < height) expect(box.width).toBeGreaterThan(0.8 * width);
        const heading = shown.getByRole('heading', { level: 2 });
        expect(await heading.evaluate((h2) => h2.getBoundingClientRect().right)).toBeLessThan(
          box.x + box.width,
        );
      }
      const foot = talk(page).locator('.shown');
      const parts = foot.locator('.part');
      await expect(parts).toHaveCount(3);
      const { y: top, height: room } = (await foot.boundingBox())!;
      for (const part of await parts.all()) {
        const box = (await part.boundingBox())!;
        expect(box.y).toBeGreaterThanOrEqual(top);
        expect(box.y + box.height).toBeLessThanOrEqual(top + room + 0.5);
      }
    });
  }
});

test('on a small screen the view keeps its room, its legend is whole and the table fits', async ({
  page,
}) => {
  await withoutFullscreen(page);
  await importScenes(page, [
    { title: 'The United States', view: 'map', query: 'focus.geography=USA' },
    { title: 'Around one author', view: 'coauthors', query: 'coauthors.around=Bostrom%2C+Kaj' },
    { title: 'The records', view: 'records', query: 'table=records' },
  ]);
  await panel(page).getByRole('button', { name: 'Present from scene 1' }).click();
  await expect(title(page)).toHaveText('The United States');

  const drawing = view(page, 'Map').locator('.drawing');
  const legend = view(page, 'Map').locator('.map > .legend');
  await expect(legend.locator('.sizes svg').first()).toBeVisible();
  for (const [width, height] of [
    [1280, 720],
    [667, 375],
    [844, 390],
    [320, 256],
  ] as const) {
    await page.setViewportSize({ width, height });
    await expectOnItsSlot(page, 'Map');
    const stage = (await view(page, 'Map').boundingBox())!;
    const map = (await drawing.boundingBox())!;
    expect(stage.height, `${width} × ${height}`).toBeGreaterThan(0.55 * height);
    expect(map.height).toBeGreaterThan(0.35 * height);
    await expectWithin(legend.locator('.sizes svg').first(), stage);
    await expectWithin(legend.locator('li').last(), stage);
    const isBeside = (await legend.boundingBox())!.x >= map.x + map.width - 1;
    expect(isBeside).toBe(height < 400 && width > height * 1.5);
  }
  // the last of the sizes: the talk scrolls, and the view with it
  const end = talk(page).getByRole('button', { name: 'End' });
  await expect(end).not.toBeInViewport();
  await end.scrollIntoViewIfNeeded();
  await expect(end).toBeInViewport();
  await expectOnItsSlot(page, 'Map');

  await page.keyboard.press('ArrowRight');
  const crumb = view(page, 'Co-authors').getByRole('group', { name: 'Who is around Kaj Bostrom' });
  for (const [width, height] of [
    [390, 844],
    [667, 375],
    [720, 450],
  ] as const) {
    await page.setViewportSize({ width, height });
    await expectOnItsSlot(page, 'Co-authors');
    const box = (await crumb.boundingBox())!;
    for (const part of await crumb.locator(':is(button, strong, label)').all()) await expectWithin(part, box);
    const name = crumb.locator('strong');
    expect(await name.evaluate((strong) => strong.scrollWidth - strong.clientWidth)).toBe(0);
  }

  await page.keyboard.press('ArrowRight');
  const table = view(page, 'Records').getByRole('table');
  const head = table.getByRole('columnheader', { name: 'Hidden' });
  await expect(head).toBeVisible();
  for (const [width, height] of [
    [390, 844],
    [1280, 720],
    [1920, 1080],
  ] as const) {
    await page.setViewportSize({ width, height });
    await expectOnItsSlot(page, 'Records');
    const stage = (await view(page, 'Records').boundingBox())!;
    await expectWithin(head, stage);
    await expectWithin(table, { ...stage, height: Infinity });
  }
  await head.hover();
  for (const cell of await table.getByRole('columnheader').all())
    await expect(cell).toHaveCSS('background-color', await groundOf(page));
});

test('filters that have no room are counted', async ({ page }) => {
  await withoutFullscreen(page);
  await openDashboard(
    page,
    '?geography=USA&geography=CAN&geography=ESP&not.geography=MCO&not.geography=THA&not.industry=Law' +
      '&min.geography=0.02&min.technology=0.10&min.industry=0.10',
  );
  await openScenes(page);
  await panel(page).getByRole('button', { name: 'Save this view' }).click();
  await page.setViewportSize({ width: 720, height: 450 });
  await panel(page).getByRole('button', { name: 'Present from scene 5' }).click();
  for (const [width, height] of [
    [720, 450],
    [390, 844],
  ] as const) {
    await test.step(`at ${width} by ${height}`, async () => {
      await page.setViewportSize({ width, height });
      const parts = talk(page).locator('.part');
      await expect(parts).toHaveCount(10); // with "any of 3 places"
      const seen = () =>
        talk(page)
          .locator('.shown')
          .evaluate((line) => {
            const { bottom } = line.getBoundingClientRect();
            const all = [...line.querySelectorAll('.part')];
            return all.filter((part) => part.getBoundingClientRect().bottom <= bottom + 1).length;
          });
      await expect(talk(page).getByText(/^\+ \d filters$/)).toBeInViewport({ ratio: 1 });
      const told = Number(
        (
          await talk(page)
            .getByText(/^\+ \d filters$/)
            .innerText()
        ).match(/\d/)![0],
      );
      expect(told + (await seen())).toBe(10);
    });
  }
});

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Asserts that nothing of an element is beyond an area. */
async function expectWithin(found: Locator, area: Area): Promise<void> {
  const box = (await found.boundingBox())!;
  expect(box.x).toBeGreaterThanOrEqual(area.x - 0.5);
  expect(box.y).toBeGreaterThanOrEqual(area.y - 0.5);
  expect(box.x + box.width).toBeLessThanOrEqual(area.x + area.width + 0.5);
  expect(box.y + box.height).toBeLessThanOrEqual(area.y + area.height + 0.5);
}

/** Waits until a view stands where the talk has room for it. */
async function expectOnItsSlot(page: Page, name: (typeof VIEWS)[number]): Promise<void> {
  const boxes = () =>
    Promise.all([talk(page).locator('.slot').boundingBox(), view(page, name).boundingBox()]);
  await expect
    .poll(async () => {
      const [slot, stage] = await boxes();
      return Math.max(
        ...(['x', 'y', 'width', 'height'] as const).map((side) => Math.abs(slot![side] - stage![side])),
      );
    })
    .toBeLessThan(1);
}

/** What a slide stands on. */
function groundOf(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
}

interface SceneInFile {
  readonly title: string;
  readonly view: string;
  readonly query: string;
}

/** Opens the dashboard with these scenes, and their panel. */
async function importScenes(page: Page, scenes: readonly SceneInFile[]): Promise<void> {
  await openDashboard(page);
  await openScenes(page);
  const file = JSON.stringify({ format: 'whereabouts-scenes', version: 1, scenes });
  await panel(page)
    .getByLabel('File of scenes')
    .setInputFiles({ name: 'scenes.json', mimeType: 'application/json', buffer: Buffer.from(file) });
  await expect(panel(page).getByRole('button', { name: 'Present from scene 1' })).toBeVisible();
}
