/** The search over records: in abstracts too, never in the way, and no Enter is lost. */
import {
  expectChips,
  expectQuery,
  expectRecords,
  filters,
  openDashboard,
  recordsShown,
} from './dashboard.ts';
import { expect, test } from './fixtures.ts';

test('a word of an abstract finds the record and shows where it stands', async ({ page }) => {
  await openDashboard(page);
  await page.keyboard.press('/');
  await page.keyboard.type('harmful');
  const records = page.getByRole('listbox').getByRole('group', { name: 'Records' });
  await expect(records.getByRole('option')).toHaveCount(1);
  await expect(records.locator('mark')).toHaveText('harmful');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: /^Training language models to follow/ })).toBeVisible();
});

test('more records than are shown are told in number', async ({ page }) => {
  await openDashboard(page);
  await page.keyboard.press('/');
  await page.keyboard.type('language model');
  const records = page.getByRole('listbox').getByRole('group', { name: 'Records' });
  await expect(records.getByRole('option')).toHaveCount(6);
  await expect(records).toContainText(/[789] found/);
});

test('more of a kind than six are listed where they are asked for, by keyboard too', async ({ page }) => {
  await openDashboard(page);
  await page.keyboard.press('/');
  await page.keyboard.type('li');
  const authors = page.getByRole('listbox').getByRole('group', { name: 'Authors' });
  await expect(authors.getByRole('option')).toHaveCount(7);
  const last = authors.getByRole('option', { name: /^\d+ more$/ });
  const rest = parseInt(await last.innerText());
  const before = await page.getByRole('option').allInnerTexts();
  for (let i = 0; i < before.findIndex((text) => text === `${rest} more`); i++) {
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  await expect(authors.getByRole('option')).toHaveCount(6 + rest);
  await expect(page.getByRole('combobox', { name: /Search/ })).toHaveValue('li');
});

test('words become a filter that all views count under, and Back takes it away', async ({ page }) => {
  await openDashboard(page);
  await page.keyboard.press('/');
  await page.keyboard.type('harmful');
  const option = page.getByRole('option', { name: 'Only records with “harmful”' });
  await expect(page.getByRole('group', { name: 'Records' })).toBeVisible();
  await option.click();
  await expectRecords(page, 1);
  await expectChips(page, ['text “harmful” 1 record']);
  await expectQuery(page, [['text', 'harmful']]);
  await expect(page.getByRole('region', { name: 'Records', exact: true })).toContainText('1 of 9 records');
  await page.reload();
  await expectRecords(page, 1);
  await page.goBack();
  await expectRecords(page, 9);
  await page.goForward();
  await expectRecords(page, 1);
  await page.getByRole('button', { name: 'Remove text “harmful”' }).click();
  await expectRecords(page, 9);
});

test('by keyboard; a word that no record has is not offered', async ({ page }) => {
  await openDashboard(page);
  await page.keyboard.press('/');
  await page.keyboard.type('zzzz');
  await expect(page.getByText('Nothing matches “zzzz”.')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('language model');
  await expect(page.getByRole('group', { name: 'Records' })).toBeVisible();
  await page.keyboard.press('ArrowUp');
  const chosen = page.getByRole('listbox').getByRole('option', { selected: true });
  await expect(chosen).toHaveText('Only records with “language model”');
  await page.keyboard.press('Enter');
  await expect(filters(page)).toContainText(/“language model” [789] records/);
});

test('a link may ask for words that no record has: said, and no number is wrong', async ({ page }) => {
  await openDashboard(page, '?text=zzzz');
  await expectChips(page, ['text “zzzz” no record']);
  await expectRecords(page, 0);
});

test('until the search has answered, the page says what its numbers leave out', async ({ page }) => {
  await page.addInitScript(() => {
    // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its worker below
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (this: Worker, message: { kind?: string; query?: string }) {
      const isSlow = message.kind === 'match' && message.query === 'harmful';
      if (isSlow) setTimeout(() => post.call(this, message), 2500);
      else post.call(this, message);
    } as typeof post;
  });
  await openDashboard(page, '?text=harmful');
  await expect(recordsShown(page)).toHaveText('9 of 9 records, still without “harmful”');
  await expectChips(page, ['text “harmful” searching…']);
  await page.getByRole('button', { name: 'Remove text “harmful”' }).click();
  await expectRecords(page, 9);
  // the answer that comes after all changes nothing
  await page.waitForTimeout(2700);
  await expectRecords(page, 9);
  await expectChips(page, []);
});

test.describe('while the records are not found yet', () => {
  test.beforeEach(async ({ page }) => {
    // each search takes its time
    await page.addInitScript(() => {
      // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its worker below
      const post = Worker.prototype.postMessage;
      Worker.prototype.postMessage = function (this: Worker, message: { kind?: string }) {
        if (message.kind === 'find') setTimeout(() => post.call(this, message), 1200);
        else post.call(this, message);
      } as typeof post;
    });
    await openDashboard(page);
    await page.keyboard.press('/');
  });

  test('Enter waits for the first of them', async ({ page }) => {
    await page.keyboard.type('gpt-4 tech');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Searching the records…')).toBeVisible();
    await expect(page.getByRole('dialog', { name: 'GPT-4 Technical Report' })).toBeVisible();
  });

  test('Enter acts on a place that is there at once', async ({ page }) => {
    await page.keyboard.type('austria');
    await page.keyboard.press('Enter');
    await expectChips(page, ['place Austria']);
    await page.waitForTimeout(1500);
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  test('an Enter that waits is taken back by Escape', async ({ page }) => {
    await page.keyboard.type('gpt-4 tech');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await page.waitForTimeout(1500);
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });
});

test('without workers the records are searched all the same', async ({ page }) => {
  await page.addInitScript(() => Object.assign(window, { Worker: undefined }));
  await openDashboard(page);
  await page.keyboard.press('/');
  await page.keyboard.type('harmful');
  await expect(page.getByRole('listbox').getByRole('option')).toHaveText([
    /^Training language models to follow/,
    'Only records with “harmful”',
  ]);
});
