/** The menu of a mark: how it is opened, walked and left, and what it offers. */
import { clickMark, expectChips, expectRecords, goOnAt, mark, openDashboard } from './dashboard.ts';
import { expect, test } from './fixtures.ts';

test('the menu of a mark by keys', async ({ page }) => {
  await openDashboard(page);
  for (const key of ['m', 'Shift+F10']) {
    await goOnAt(page);
    await test.step(`opens by ${key}, includes, and gives focus back`, async () => {
      const country = mark(page, 'Map', 'United States');
      await country.focus();
      await page.keyboard.press(key);
      const menu = page.getByRole('menu');
      await expect(page.getByRole('dialog', { name: 'United States' })).toBeVisible();
      await expect(menu.getByRole('menuitem')).toHaveText(['Include', 'Exclude', 'Only this', 'Zoom to it']);
      await expect(menu.getByRole('menuitem', { name: 'Include' })).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(menu).toBeHidden();
      await expectChips(page, ['place United States']);
      await expect(country).toBeFocused();
    });
  }
  await goOnAt(page);
  await test.step('is walked by the arrow keys, and Escape changes nothing', async () => {
    const country = mark(page, 'Map', 'United States');
    await country.focus();
    await page.keyboard.press('m');
    await expect(page.getByRole('menuitem', { name: 'Include' })).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('menuitem', { name: 'Exclude' })).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await expect(page.getByRole('menuitem', { name: 'Zoom to it' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('menu')).toBeHidden();
    await expect(country).toBeFocused();
    await expectRecords(page, 9);
  });
  await test.step('leaves the focus to whoever took it before the browser told that it is closed', async () => {
    await mark(page, 'Map', 'United States').focus();
    await page.keyboard.press('m');
    await expect(page.getByRole('menuitem', { name: 'Include' })).toBeFocused();
    await page.evaluate(async () => {
      const dialog = document.querySelector<HTMLDialogElement>('dialog[open]')!;
      const isTold = new Promise((resolve) => dialog.addEventListener('close', resolve));
      dialog.close();
      document.querySelector<HTMLElement>('[role="combobox"]')!.focus();
      await isTold;
    });
    await expect(page.getByRole('combobox', { name: /^Search/ })).toBeFocused();
    await expect(page.getByRole('menu')).toHaveCount(0);
    await mark(page, 'Map', 'Canada').focus();
    await page.keyboard.press('m');
    await expect(page.getByRole('menu')).toBeVisible();
  });
});

test('a menu that comes late leaves the focus to whoever has gone on meanwhile', async ({ page }) => {
  const held: (() => void)[] = [];
  await page.route('**/assets/MarkMenu-*.js', async (route) => {
    await new Promise<void>((resolve) => held.push(resolve));
    await route.continue();
  });
  const [country, search] = [mark(page, 'Map', 'Canada'), page.getByRole('combobox', { name: /^Search/ })];
  for (const goesOn of [true, false]) {
    await page.goto('./');
    await country.focus();
    await page.keyboard.press('m');
    if (goesOn) await search.focus();
    await expect.poll(() => held.length).toBeGreaterThan(0);
    const script = page.waitForResponse(/MarkMenu-/);
    for (const release of held.splice(0)) release();
    await script;
    if (goesOn) {
      await country.waitFor();
      await page.waitForTimeout(300);
      await expect(search).toBeFocused();
      await expect(page.getByRole('menu')).toHaveCount(0);
      await country.press('m');
    }
    await expect(page.getByRole('menuitem', { name: 'Include' })).toBeFocused();
  }
});

test('the menu of a mark by a right click', async ({ page }) => {
  await openDashboard(page);
  await test.step('opens by a right click and offers what fits: exclude, then release', async () => {
    await clickMark(mark(page, 'Map', 'Canada'), { button: 'right' });
    await page.getByRole('menuitem', { name: 'Exclude' }).click();
    await expectChips(page, ['not place Canada']);
    await expectRecords(page, 8);
    await clickMark(mark(page, 'Map', 'Canada'), { button: 'right' });
    await expect(page.getByRole('menuitem').first()).toHaveText('Include');
    await page.getByRole('menuitem', { name: 'Release' }).click();
    await expectChips(page, []);
  });
  await test.step('“Only this” puts one country in the place of all others', async () => {
    await clickMark(mark(page, 'Map', 'United States'));
    await clickMark(mark(page, 'Map', 'Canada'), { alt: true });
    await clickMark(mark(page, 'Map', 'Austria'), { button: 'right' });
    await page.getByRole('menuitem', { name: 'Only this' }).click();
    await expectChips(page, ['place Austria']);
    await expectRecords(page, 1);
    await clickMark(mark(page, 'Map', 'Austria'), { button: 'right' });
    await expect(page.getByRole('menuitem').first()).toHaveText('Release');
    await expect(page.getByRole('menuitem', { name: 'Only this' })).toHaveCount(0);
    await page.keyboard.press('Escape');
  });
  await goOnAt(page);
  await test.step('closes by a click beside it', async () => {
    await clickMark(mark(page, 'Map', 'Canada'), { button: 'right' });
    await expect(page.getByRole('menu')).toBeVisible();
    await page.mouse.click(400, 700);
    await expect(page.getByRole('menu')).toBeHidden();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expectRecords(page, 9);
  });
});
