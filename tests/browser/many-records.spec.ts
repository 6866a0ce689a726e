/** The record list with a great many rows: all can be reached, by wheel and by keys, and none leaves a gap. */
import type { Locator, Page } from '@playwright/test';
import { view } from './dashboard.ts';
import { expect, test } from './fixtures.ts';
import { syntheticJson } from './synthetic-json.ts';

const RECORDS = 20_000;
/** Enough for rows that come and go, and sooner there. */
const FEWER = 2000;

test.setTimeout(120_000);

/** Opens the page and waits for its list. */
async function openList(page: Page, query = '', records = RECORDS): Promise<Locator> {
  const body = syntheticJson(records);
  await page.route('**/dataset.json*', (route) => route.fulfill({ contentType: 'application/json', body }));
  await page.goto(`./${query}`);
  const list = view(page, 'Records').getByRole('table', { name: 'Records' });
  await expect(list).toHaveAttribute('aria-rowcount', /^\d+$/, { timeout: 60_000 });
  return list;
}

test('a list of 20,000 records is scrolled, walked by keys, sorted and searched', async ({ page }) => {
  const list = await openList(page);
  await expect(list).toHaveAttribute('aria-rowcount', `${RECORDS + 1}`);

  await list.locator('[data-record] button').first().focus();
  await page.keyboard.press('End');
  await expectFocusedRow(page, RECORDS + 1);
  await page.keyboard.press('PageUp');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Home');
  await expectFocusedRow(page, 2);

  for (const share of [0.37, 1, 0]) {
    await list.evaluate((element, part) => {
      element.scrollTop = part * (element.scrollHeight - element.clientHeight);
    }, share);
    await expect.poll(() => rowAt(page, 'top')).toBeGreaterThan(share * (RECORDS - 20) - 12);
    await expect.poll(() => rowAt(page, 'bottom')).toBeLessThan(share * (RECORDS - 20) + 40);
  }
  expect(await rowAt(page, 'top')).toBe(2);
  await list.hover();
  await page.mouse.wheel(0, 5000);
  await expect.poll(() => rowAt(page, 'bottom')).toBeGreaterThan(100);

  const first = list.locator('[aria-rowindex="2"] button');
  const unsorted = await first.textContent();
  await page.getByRole('combobox', { name: 'Order of the records' }).selectOption('Title');
  await expect(first).toHaveText(/^Bayesian .* \(\d+\)$/);
  expect(await first.textContent()).not.toBe(unsorted);

  await page.keyboard.press('/');
  await page.keyboard.type('garcia revisited');
  const found = page.getByRole('listbox').getByRole('group', { name: 'Records' });
  await expect(found).toContainText(/\d found/, { timeout: 60_000 });
  await expect(found.locator('mark').first()).toBeVisible();
});

test('a row that gives its place to another takes neither its focus nor its words along', async ({
  page,
}) => {
  const list = await openList(page, '?geography=USA', FEWER);
  const some = list.locator('[data-record] button').nth(3);
  const title = (await some.textContent())!;
  await some.focus();
  // all records are in again, by Back, which leaves the focus alone: the first rows are others, this one stands below
  await page.evaluate(() => history.pushState(null, '', location.pathname));
  await page.evaluate(() => dispatchEvent(new PopStateEvent('popstate')));
  await expect(list).toHaveAttribute('aria-rowcount', `${FEWER + 1}`);
  await expect(page.locator(':focus')).toHaveText(title);
  await expect(list.locator('[aria-rowindex="2"] button')).not.toHaveText(title);
  const seen = await list.evaluate((element) =>
    Array.from(element.querySelectorAll<HTMLElement>('[data-record]'), ({ dataset, textContent }) => [
      dataset['record'],
      textContent.match(/\((\d+)\)/)?.[1],
    ]),
  );
  // titles end in the number of their record, from 1
  expect(seen.map(([, number]) => Number(number) - 1)).toEqual(seen.map(([record]) => Number(record)));

  // gone with the filter: nobody else gets the focus
  const last = Number(seen.at(-1)![0]);
  await list.locator(`[data-record="${last}"] button`).focus();
  await page.evaluate(() => history.pushState(null, '', `${location.pathname}?text=nobodyhasthis`));
  await page.evaluate(() => dispatchEvent(new PopStateEvent('popstate')));
  await expect(view(page, 'Records')).toContainText('No record passes all filters', { timeout: 60_000 });
  await expect(page.locator(':focus')).toHaveCount(0);
});

test('what was pointed at and what had the focus never stand for another record', async ({ page }) => {
  const list = await openList(page, '', FEWER);
  const places = list.locator('[data-tip]').filter({ hasText: /\w{3}/ });
  const tooltip = page.getByRole('tooltip');
  const highlighted = list.locator('.linked');

  await places.nth(1).hover();
  await expect(tooltip).toContainText('tag');
  await expect(highlighted).toHaveCount(1);
  await page.mouse.wheel(0, 120);
  await expect(tooltip).not.toBeVisible();
  await expect(highlighted).toHaveCount(0);

  await page.mouse.move(0, 0);
  // the list tells of being scrolled with the next frame: not while it is pointed at
  await places.nth(9).scrollIntoViewIfNeeded();
  await page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  );
  await places.nth(9).hover();
  await expect(tooltip).toContainText('tag');
  await page.getByRole('combobox', { name: 'Order of the records' }).selectOption('Title');
  await expect(tooltip).not.toBeVisible();
  await expect(highlighted).toHaveCount(0);

  // a filter is taken back while a row has the focus that it brought
  await page.goto('./?text=robotics');
  await expect(list).toBeVisible();
  await page.getByRole('button', { name: 'Clear all' }).click();
  await expect(list).toHaveAttribute('aria-rowcount', `${FEWER + 1}`);
  await list.locator('[data-record] button').first().focus();
  await page.keyboard.press('End');
  await expectFocusedRow(page, FEWER + 1);
  await page.keyboard.press('Control+z');
  await expect(list).not.toHaveAttribute('aria-rowcount', `${FEWER + 1}`);
  await expect(list.locator(':focus')).toHaveCount(1);
});

/** Asserts which row has the focus, that it is wholly in sight, and that no other stands in its place. */
async function expectFocusedRow(page: Page, rowIndex: number): Promise<void> {
  const row = page.locator('[aria-rowindex]:has(:focus)');
  await expect(row).toHaveAttribute('aria-rowindex', `${rowIndex}`);
  await expect(row).toBeInViewport({ ratio: 0.99 });
}

/** The row (aria-rowindex) that stands at an edge of what is seen of the list; 0 where there is a gap. */
function rowAt(page: Page, edge: 'top' | 'bottom'): Promise<number> {
  const list = page.getByRole('table', { name: 'Records' });
  return list.evaluate((element, at) => {
    const box = element.getBoundingClientRect();
    const y = at === 'top' ? box.top + 40 : box.bottom - 4;
    const row = document.elementFromPoint(box.left + 30, y)?.closest('[data-record]');
    return Number(row?.getAttribute('aria-rowindex') ?? 0);
  }, edge);
}
