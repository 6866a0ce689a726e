/** The graph's zoom: a scene has no part in the page's, and a window of another size shows the same people. */
import type { Page } from '@playwright/test';
import { mark, openDashboard, view } from './dashboard.ts';
import { expect, test } from './fixtures.ts';
import { openScenes, panel, talk, title } from './scenes.ts';

const graph = (page: Page) => view(page, 'Co-authors');
const whole = (page: Page) => graph(page).getByRole('button', { name: 'Show the whole graph' });

/** Where somebody stands, as shares of the panel: 0.5 in its middle. */
async function standsAt(page: Page, name: string): Promise<{ x: number; y: number }> {
  const { x, y, width, height } = (await graph(page).locator('.graph').boundingBox())!;
  const box = (await mark(page, 'Co-authors', name).boundingBox())!;
  return { x: (box.x + box.width / 2 - x) / width, y: (box.y + box.height / 2 - y) / height };
}

/** How many of the people are on the panel, and of how many. */
function onPanel(page: Page): Promise<{ seen: number; all: number }> {
  return graph(page)
    .locator('.graph')
    .evaluate((drawing) => {
      const { left, top, right, bottom } = drawing.getBoundingClientRect();
      const people = [...drawing.querySelectorAll('button[data-node]')].map((button) =>
        button.getBoundingClientRect(),
      );
      const isOn = ({ x, y, width, height }: DOMRect) =>
        x + width / 2 > left && x + width / 2 < right && y + height / 2 > top && y + height / 2 < bottom;
      return { seen: people.filter(isOn).length, all: people.length };
    });
}

/** Of the sample, and of what is around one of its authors. */
const EVERYBODY = 374;
const AROUND_ONE = 4;

const expectWhole = (page: Page, people = EVERYBODY) =>
  expect.poll(() => onPanel(page)).toEqual({ seen: people, all: people });

async function zoomTo(page: Page, name: string): Promise<void> {
  const search = page.getByRole('combobox', { name: /^Search/ });
  await search.fill(name);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(whole(page)).toBeVisible();
}

async function importScenes(page: Page): Promise<void> {
  await openScenes(page);
  const scenes = [
    { title: 'All', view: 'coauthors', query: '' },
    { title: 'Around one', view: 'coauthors', query: 'coauthors.around=Bostrom%2C+Kaj' },
    { title: 'As a table', view: 'coauthors', query: 'table=coauthors' },
    { title: 'Once more', view: 'coauthors', query: '' },
  ];
  const file = JSON.stringify({ format: 'whereabouts-scenes', version: 1, scenes });
  await panel(page)
    .getByLabel('File of scenes')
    .setInputFiles({ name: 'scenes.json', mimeType: 'application/json', buffer: Buffer.from(file) });
}

test('a scene shows the whole graph though the page is zoomed, which it is again after the talk', async ({
  page,
}) => {
  await openDashboard(page);
  await zoomTo(page, 'Aviral Kumar');
  const before = await standsAt(page, 'Aviral Kumar');
  await importScenes(page);
  for (const last of [2, 3]) {
    await test.step(`after scene ${last}`, async () => {
      if (last > 2) await openScenes(page);
      await panel(page).getByRole('button', { name: 'Present from scene 1' }).click();
      await expect(title(page)).toHaveText('All');
      await expectWhole(page);
      for (let scene = 2; scene <= last; scene++) {
        await page.keyboard.press('ArrowRight');
        if (scene !== 3) await expectWhole(page, scene === 2 ? AROUND_ONE : EVERYBODY);
        else await expect(graph(page).getByRole('table')).toBeVisible();
      }
      await page.keyboard.press('Escape');
      await expect(talk(page)).toHaveCount(0);
      await expect(whole(page)).toBeVisible();
      await expect
        .poll(async () => {
          const { x, y } = await standsAt(page, 'Aviral Kumar');
          return Math.max(Math.abs(x - before.x), Math.abs(y - before.y));
        })
        .toBeLessThan(0.01);
    });
  }
});

test('who zooms into a scene sees the whole of the next one, and of the same one anew', async ({ page }) => {
  await openDashboard(page);
  await importScenes(page);
  await panel(page).getByRole('button', { name: 'Present from scene 4' }).click();
  await expect(title(page)).toHaveText('Once more');
  await expectWhole(page);
  const zoomIn = async () => {
    const { x, y, width, height } = (await graph(page).locator('.graph').boundingBox())!;
    await page.mouse.move(x + width / 10, y + height / 10);
    await expect
      .poll(async () => {
        await page.mouse.wheel(0, -400);
        const { seen, all } = await onPanel(page);
        return all - seen;
      })
      .toBeGreaterThan(5);
  };
  await zoomIn();
  await page.keyboard.press('End');
  await expectWhole(page);
  await zoomIn();
  await page.keyboard.press('Home');
  await expect(title(page)).toHaveText('All');
  await expectWhole(page);
  await page.keyboard.press('Escape');
  await expect(talk(page)).toHaveCount(0);
  await expectWhole(page);
  await expect(whole(page)).toHaveCount(0);
});

test('a window of another size shows the same people', async ({ page }) => {
  await openDashboard(page);
  await zoomTo(page, 'Aviral Kumar');
  const before = await standsAt(page, 'Aviral Kumar');
  for (const [width, height] of [
    [1000, 900],
    [1440, 900],
    [1100, 1000],
    [1440, 900],
  ] as const) {
    await page.setViewportSize({ width, height });
    await expect
      .poll(async () => {
        const { x, y } = await standsAt(page, 'Aviral Kumar');
        return Math.max(Math.abs(x - before.x), Math.abs(y - before.y));
      })
      .toBeLessThan(width === 1440 ? 0.01 : 0.05);
  }
});
