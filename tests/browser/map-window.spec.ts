/** The part of the world that the map shows is part of the link, of a scene, and of the picture. */
import type { Page } from '@playwright/test';
import { mark, openDashboard, view } from './dashboard.ts';
import { expect, test } from './fixtures.ts';
import { openScenes, talk } from './scenes.ts';

/** Where Austria is drawn, from the middle of the map, px. */
async function austria(page: Page): Promise<{ x: number; y: number; size: number }> {
  const drawing = (await view(page, 'Map').locator('.drawing').boundingBox())!;
  const box = (await mark(page, 'Map', 'Austria').boundingBox())!;
  return {
    x: box.x + box.width / 2 - drawing.x - drawing.width / 2,
    y: box.y + box.height / 2 - drawing.y - drawing.height / 2,
    size: box.width,
  };
}
const at = (page: Page) => new URL(page.url()).searchParams.get('at');

test('a map that is moved says so in the link, which brings it back: reload, Back, another size, the whole', async ({
  page,
}) => {
  await openDashboard(page, '?at=14,47.5,3');
  const small = await austria(page);
  expect(Math.hypot(small.x, small.y)).toBeLessThan(5);
  await page.mouse.move(10, 10); // somebody is there: the gestures are loaded
  await view(page, 'Map').getByRole('button', { name: 'Zoom into the map' }).click();
  await expect.poll(() => at(page)).toBe('14,47.5,5.4');
  const link = page.url();
  const before = await austria(page);
  expect(before.size / small.size).toBeCloseTo(1.8, 1);
  await mark(page, 'Map', 'Austria').focus();
  await page.keyboard.press('Enter');
  await page.reload();
  await expect.poll(async () => Math.abs((await austria(page)).size - before.size)).toBeLessThan(1);
  const after = await austria(page);
  expect(Math.hypot(after.x - before.x, after.y - before.y)).toBeLessThan(2);
  await page.goBack();
  await expect.poll(() => at(page)).toBe('14,47.5,5.4');

  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(link);
  await expect(mark(page, 'Map', 'Austria')).toBeVisible();
  const phone = await austria(page);
  expect(Math.hypot(phone.x, phone.y)).toBeLessThan(5);
  await page.waitForTimeout(400);
  expect(page.url(), 'nobody moved it').toBe(link);

  await view(page, 'Map').getByRole('button', { name: 'Show the whole map' }).click();
  await expect.poll(() => at(page)).toBeNull();
});

test('a globe is turned and kept: in the link, in a scene, through a talk', async ({ page }) => {
  await openDashboard(page, '?projection=globe&at=105,30,1.5');
  await expect(mark(page, 'Map', 'Thailand')).toBeVisible();
  expect((await mark(page, 'Map', 'Thailand').boundingBox())!.width).toBeGreaterThan(5);
  const scenes = await openScenes(page);
  await scenes.getByRole('button', { name: 'Save this view' }).click();
  await scenes.getByLabel('Shows').last().selectOption({ label: 'Map' });
  await scenes.getByRole('button', { name: 'Present from scene 5' }).click();
  await expect(talk(page)).toBeVisible();
  await expect(mark(page, 'Map', 'Thailand')).toBeVisible();
  await expect.poll(() => at(page)).toBe('105,30,1.5');
  await mark(page, 'Map', 'Thailand').focus();
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(() => at(page)).toBe('120,30,1.5');
  await page.keyboard.press('PageUp');
  await expect.poll(() => at(page)).toBeNull();
  await page.keyboard.press('Escape');
  await expect.poll(() => at(page)).toBe('105,30,1.5');
});
