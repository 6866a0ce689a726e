/** The strip of years, which only datasets have that say when. */
import { encodeDataset } from '../../src/model/codec/encode-dataset.ts';
import { withYears } from '../filter/with-years.ts';
import { expectAccessible } from './axe.ts';
import {
  clickMark,
  expectChips,
  expectQuery,
  mark,
  openDashboard,
  placeOf,
  recordsShown,
  view,
} from './dashboard.ts';
import { expect, test } from './fixtures.ts';

test('a dataset with years has a strip of them, from which a year or a range is chosen', async ({ page }) => {
  const body = JSON.stringify(encodeDataset(withYears));
  await page.route('**/dataset.json*', (route) => route.fulfill({ contentType: 'application/json', body }));
  await openDashboard(page);
  const year = (label: string) => mark(page, 'When', label);
  await expect(view(page, 'When')).toContainText('records per year · 7 records dated · 1 not');
  await expect(view(page, 'When').locator('[tabindex="0"]')).toHaveAccessibleName('2014: 3 records');
  await expect(view(page, 'When').locator('.tick')).toHaveText(['1', '2', '3']);
  await expectAccessible(page);
  await expectAccessible(page, '.when');
  await clickMark(year('2014'));
  await expectQuery(page, [['year', '2014']]);
  await expect(recordsShown(page)).toHaveText('3 of 8 records');
  await clickMark(year('2014'));
  await clickMark(year('1999'), { alt: true });
  await expectChips(page, ['not year 1999']);

  await test.step('by a drag, which is no click', async () => {
    const [from, to] = [await placeOf(year('2010')), await placeOf(year('2012'))];
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 4 });
    await expect(view(page, 'When')).toContainText('2010–2012');
    await page.mouse.up();
    await expectChips(page, ['year 2010–2012']);
    await expect(recordsShown(page)).toHaveText('3 of 8 records');
    await page.goBack();
    await expectChips(page, ['not year 1999']);
    // a press that leaves the strip is over where it is let go, and a drag goes on below it
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x, from.y + 200, { steps: 4 });
    await page.mouse.up();
    await page.mouse.move(to.x, to.y, { steps: 4 });
    await expect(view(page, 'When')).not.toContainText('2010–2012');
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x, from.y + 200);
    await page.mouse.move(to.x, to.y + 200, { steps: 4 });
    await page.mouse.up();
    await expectChips(page, ['year 2010–2012']);
    await page.goBack();
    await expectChips(page, ['not year 1999']);
  });

  await test.step('and by a press anywhere in its column, above its bar too', async () => {
    const column = (await year('2010').boundingBox())!;
    await page.mouse.click(column.x + column.width / 2, column.y + 3);
    await expectChips(page, ['year 2010', 'not year 1999']);
    await page.mouse.click(column.x + column.width / 2, column.y + column.height - 3);
    await expectChips(page, ['not year 1999']);
  });

  await test.step('by keys, and by Shift with a click', async () => {
    await year('2011').focus();
    await page.keyboard.press('ArrowRight');
    await expect(year('2012')).toBeFocused();
    await page.keyboard.press('Shift+ArrowRight');
    await expect(year('2014')).toBeFocused();
    await expectChips(page, ['year 2012–2014']);
    await page.keyboard.press('Shift+ArrowLeft');
    await page.keyboard.press('Shift+ArrowLeft');
    await expectChips(page, ['year 2011–2012']);
    // all three are one step
    await page.goBack();
    await expectChips(page, ['not year 1999']);
    await page.goForward();
    await expectChips(page, ['year 2011–2012']);
    await clickMark(year('2010'));
    await page.keyboard.down('Shift');
    await clickMark(year('2021'));
    await page.keyboard.up('Shift');
    await expectChips(page, ['year 2010–2021']);
  });

  await test.step('and its table and files are those of the others', async () => {
    await view(page, 'When').getByRole('button', { name: 'Show as table' }).click();
    await expect(view(page, 'When').getByRole('row')).toHaveCount(10);
    await expect(page).toHaveURL(/table=time/);
    const names = await view(page, 'When').getByRole('rowheader').allInnerTexts();
    const [nineties, tens] = [
      ['1990s', '1999'],
      ['2010s', '2010', '2011', '2012', '2014'],
    ];
    expect(names).toEqual([...nineties, ...tens, '2020s', '2021']);
    await expectAccessible(page, '.when');
    await view(page, 'When').getByRole('button', { name: 'Show as bars' }).click();
    await view(page, 'When').getByRole('button', { name: 'Download When' }).click();
    await expect(page.getByRole('menuitem', { name: /^SVG/ })).toBeVisible();
  });

  await test.step('and records are sorted by it, in the list and in its table', async () => {
    await page.goto('?order=oldest');
    const records = view(page, 'Records');
    const order = records.getByRole('combobox', { name: 'Order of the records' });
    await expect(order).toHaveValue('oldest');
    const titles = records.locator('[data-record] button');
    await expect(titles.first()).toHaveText('Of 1');
    await order.selectOption('Newest first');
    await expectQuery(page, [['order', 'newest']]);
    await expect(titles.first()).toHaveText('Of 6 and 8');
    await records.getByRole('button', { name: 'Show as table' }).click();
    const head = records.getByRole('columnheader', { name: 'Year' });
    const first = records.getByRole('rowheader').first();
    for (const [sort, title] of [
      ['descending', 'Of 6 and 8'],
      ['ascending', 'Of 1'],
    ] as const) {
      await head.getByRole('button').click();
      await expect(head).toHaveAttribute('aria-sort', sort);
      await expect(first).toHaveText(title);
      await expect(records.getByRole('rowheader').last()).toHaveText('Of');
    }
  });

  await test.step('and an embed shows the strip by itself, in the lowest frame too', async () => {
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    await page.getByRole('tab', { name: 'Embed' }).click();
    await page.getByRole('dialog').getByLabel('Years', { exact: true }).check();
    await expect(page.getByLabel('Code to paste')).toHaveValue(/view=time/);
    await page.setViewportSize({ width: 320, height: 160 });
    await page.goto('embed.html?view=time&year=2010&year=2011');
    await expect(view(page, 'When')).toContainText('7 records dated, 1 not');
    await expect(page.getByText('Filtered: year 2010–2011')).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(160);
    await expectAccessible(page);
    await clickMark(year('2014'));
    await expect(page.getByText(/Filtered: year 2010/)).toContainText('2014');
    await page.unroute('**/dataset.json*');
    await page.goto('embed.html?view=time');
    await expect(page.getByText('This dataset has no years')).toBeVisible();
  });
});
