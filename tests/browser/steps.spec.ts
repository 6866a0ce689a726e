/** Undo, redo and the list of steps: in step with Back and Forward, over reloads and long links. */
import {
  clickMark,
  expectChips,
  expectQuery,
  expectRecords,
  goOnAt,
  filters,
  mark,
  openDashboard,
  view,
} from './dashboard.ts';
import { expect, test } from './fixtures.ts';

test('undo and redo step as Back and Forward do, but for writing, and a held key is one step', async ({
  page,
}) => {
  await openDashboard(page);
  await test.step('undo and redo step as Back and Forward do, by buttons and by keys', async () => {
    const undo = page.getByRole('button', { name: 'Undo', exact: true });
    const redo = page.getByRole('button', { name: 'Redo', exact: true });
    await expect(undo).toHaveAttribute('aria-disabled', 'true');
    await clickMark(mark(page, 'Map', 'United States'));
    await expectRecords(page, 5);
    await clickMark(mark(page, 'Map', 'Canada'), { alt: true });
    await expectChips(page, ['place United States', 'not place Canada']);
    await undo.click();
    await expectChips(page, ['place United States']);
    await page.keyboard.press('Control+z');
    await expectChips(page, []);
    await expect(undo).toHaveAttribute('aria-disabled', 'true');
    await page.keyboard.press('Control+z'); // nothing before: the page stays
    await page.keyboard.press('Control+Shift+Z');
    await expectChips(page, ['place United States']);
    await page.keyboard.press('Control+y');
    await expectChips(page, ['place United States', 'not place Canada']);
    await expect(redo).toHaveAttribute('aria-disabled', 'true');
    await page.goBack();
    await expectChips(page, ['place United States']);
    await redo.click();
    await expectChips(page, ['place United States', 'not place Canada']);
  });
  await goOnAt(page);
  await test.step('Ctrl+Z in the search field undoes the writing, not the step', async () => {
    await goOnAt(page);
    await clickMark(mark(page, 'Map', 'United States'));
    await page.getByRole('combobox', { name: /^Search/ }).fill('vienna');
    await page.getByRole('combobox', { name: /^Search/ }).press('Control+z');
    await expectChips(page, ['place United States']);
  });
  await goOnAt(page);
  await page.getByRole('combobox', { name: /^Search/ }).fill('');
  await test.step('an arrow key held on a threshold is one step', async () => {
    await goOnAt(page);
    const slider = view(page, 'Map').getByRole('slider');
    await slider.focus();
    for (let i = 0; i < 12; i++) await page.keyboard.press('ArrowRight');
    await expectQuery(page, [['min.geography', '0.12']]);
    await page.keyboard.press('Control+z');
    await expectQuery(page, []);
    await page.keyboard.press('Control+y');
    await expectQuery(page, [['min.geography', '0.12']]);
    // a step after an undo overwrites nothing
    await page.keyboard.press('Control+z');
    await expectQuery(page, []);
    await slider.press('ArrowRight');
    await expectQuery(page, [['min.geography', '0.01']]);
    await page.keyboard.press('Control+z');
    await expectQuery(page, []);
  });
});

test('the list tells the steps in words, goes to each, and stands a reload', async ({ page }) => {
  await openDashboard(page);
  await clickMark(mark(page, 'Map', 'United States'));
  await expectRecords(page, 5);
  await view(page, 'Map').getByRole('slider').fill('10');
  await expectQuery(page, [
    ['geography', 'USA'],
    ['min.geography', '0.10'],
  ]);
  await view(page, 'Topics').getByRole('button', { name: 'Show as table' }).click();
  const open = page.getByRole('button', { name: 'Steps so far' });
  const list = page.getByRole('dialog', { name: 'Steps so far' });
  await open.click();
  const items = list.getByRole('listitem');
  await expect(items).toHaveText([
    'Topics as a table',
    'Score of geography at least 0.10',
    'Include United States',
    'As opened',
  ]);
  await expect(list.getByRole('button', { name: 'Topics as a table' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(list).toHaveCount(0);
  await expectQuery(page, [['geography', 'USA']]);
  await expect(open).toBeFocused();
  await page.reload();
  await expectChips(page, ['place United States']);
  await open.click();
  await expect(items).toHaveCount(4);
  await expect(list.locator('[aria-current]')).toHaveText('Include United States');
  await list.getByRole('button', { name: 'Score of geography at least 0.10' }).click();
  await expectQuery(page, [
    ['geography', 'USA'],
    ['min.geography', '0.10'],
  ]);
});

test('a long link is packed, comes back after a reload and by Back, and keeps what is not ours', async ({
  page,
}) => {
  await openDashboard(page, '?utm=letter');
  await view(page, 'Co-authors').getByRole('button', { name: 'Show as table' }).click();
  await clickMark(mark(page, 'Map', 'United States'));
  // an author's whole team, one after the other, is a long link
  await view(page, 'Co-authors')
    .locator('tbody')
    .evaluate(async (body) => {
      for (const row of [...body.querySelectorAll('button')].slice(0, 120)) {
        row.dispatchEvent(new MouseEvent('click', { bubbles: true, altKey: true }));
        await new Promise((resolve) => setTimeout(resolve));
      }
    });
  await expect.poll(() => page.url()).toContain('packed=');
  expect(page.url().length).toBeLessThan(2000);
  expect(new URL(page.url()).searchParams.get('utm')).toBe('letter');
  const chips = filters(page).getByRole('listitem');
  const team = chips.filter({ hasText: 'not 120 authors' });
  await expect(team).toHaveCount(1);
  await page.reload();
  await expect(team).toHaveCount(1);
  await expect(chips).toHaveCount(2);
  await clickMark(mark(page, 'Map', 'United States'));
  await expect(chips).toHaveCount(1);
  await page.goBack();
  await expect(chips).toHaveCount(2);
  await expect(team).toHaveCount(1);
});

test('a packed part that cannot be read is told', async ({ page }) => {
  await openDashboard(page, '?packed=AAAA&geography=USA');
  await expect(page.getByRole('alert')).toContainText('its packed part cannot be read');
  await expectChips(page, ['place United States']);
});
