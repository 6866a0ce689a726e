/** The search over records: in abstracts too, never in the way, and no Enter is lost. */
import type { Page, Locator } from '@playwright/test';
import {
  expectChips,
  expectQuery,
  expectRecords,
  filters,
  goOnAt,
  mark,
  openDashboard,
  recordsShown,
} from './dashboard.ts';
import { expect, test } from './fixtures.ts';

/** Empties the field and leaves it, for the next part of a journey. */
async function leaveSearch(page: Page): Promise<void> {
  const search = page.getByRole('combobox', { name: /^Search/ });
  await search.fill('');
  await search.blur();
}

test('the search is reached by “/”, offers, includes and excludes', async ({ page }) => {
  await openDashboard(page);
  await test.step('is reached by “/” and offers places, authors and records', async () => {
    const search = page.getByRole('combobox', { name: /^Search/ });
    await page.keyboard.press('/');
    await expect(search).toBeFocused();
    await expect(search).toHaveValue('');
    await page.keyboard.type('aust');
    const matches = page.getByRole('listbox', { name: 'Matches' });
    await expect(search).toHaveAttribute('aria-expanded', 'true');
    await expect(
      matches.getByRole('group', { name: 'Places' }).getByRole('option', { name: /^Austria/ }),
    ).toBeVisible();
    await expect(
      matches.getByRole('group', { name: 'Authors' }).getByRole('option', { name: 'Aleksandra Faust' }),
    ).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(matches).toBeHidden();
    await expect(search).toHaveAttribute('aria-expanded', 'false');
    await expectRecords(page, 9);
  });
  await leaveSearch(page);
  await test.step('takes a “/” as a letter once it is in use', async () => {
    await page.keyboard.press('/');
    await page.keyboard.type('a/b');
    await expect(page.getByRole('combobox', { name: /^Search/ })).toHaveValue('a/b');
    await expect(page.getByText('Nothing matches “a/b”.')).toBeVisible();
    await page.keyboard.press('Enter');
    await expectChips(page, []);
  });
  await leaveSearch(page);
  await test.step('includes by Enter, excludes by Alt+Enter', async () => {
    await page.keyboard.press('/');
    await page.keyboard.type('AUSTRIA');
    await page.keyboard.press('Enter');
    await expectChips(page, ['place Austria']);
    await expect(page.getByRole('listbox')).toBeHidden();
    await page.keyboard.type('monaco');
    await page.keyboard.press('Alt+Enter');
    await expectChips(page, ['place Austria', 'not place Monaco']);
    await expect(mark(page, 'Map', 'Austria')).toHaveAttribute('aria-pressed', 'true');
    await expectQuery(page, [
      ['geography', 'AUT'],
      ['not.geography', 'MCO'],
    ]);
  });
});

test('the search is walked by the arrow keys, and finds authors, topics and records', async ({ page }) => {
  await openDashboard(page);
  await test.step('is walked by the arrow keys, round and round', async () => {
    await page.keyboard.press('/');
    await page.keyboard.type('aust');
    await expect(page.getByRole('listbox')).toHaveAttribute('aria-busy', 'false');
    const options = page.getByRole('listbox').getByRole('option');
    const count = await options.count();
    await expect(options.first()).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('ArrowUp');
    await expect(options.nth(count - 1)).toHaveAttribute('aria-selected', 'true');
    await expectActive(page, options.nth(count - 1));
    await page.keyboard.press('ArrowDown');
    await expectActive(page, options.first());
  });
  await leaveSearch(page);
  await test.step('finds an author without the accents of the name, and a topic', async () => {
    await page.keyboard.press('/');
    await page.keyboard.type('ceron uribe');
    const listbox = page.getByRole('listbox');
    await expect(listbox.getByRole('option').first()).toHaveText('Juan Felipe Cerón Uribe');
    // and the record that he wrote, which tells why it is there
    const records = listbox.getByRole('group', { name: 'Records' }).getByRole('option');
    await expect(records).toHaveText([/^GPT-4 Technical Report\s*Juan Felipe Cerón Uribe$/]);
    await page.keyboard.press('Enter');
    const profile = page.getByRole('dialog', { name: 'Juan Felipe Cerón Uribe' });
    await profile.getByRole('button', { name: 'Filter by this author' }).press('Enter');
    await page.keyboard.press('Escape'); // and focus is in the search again
    await expectChips(page, ['author Juan Felipe Cerón Uribe']);
    await page.keyboard.type('chatbot');
    await page.getByRole('option', { name: /^Chatbot/ }).click();
    await expectChips(page, ['technology Chatbot', 'author Juan Felipe Cerón Uribe']);
    await expectRecords(page, 1);
  });
  await goOnAt(page);
  await leaveSearch(page);
  await test.step('opens a record, and focus comes back to it', async () => {
    await page.keyboard.press('/');
    await page.keyboard.type('gpt-4 tech');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'GPT-4 Technical Report' });
    await expect(dialog).toBeVisible();
    await expectQuery(page, [['record', 'efwr7nfypx']]);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(page.getByRole('combobox', { name: /^Search/ })).toBeFocused();
  });
});

/** Asserts which option assistive technology is told to be the current one. */
async function expectActive(page: Page, option: Locator): Promise<void> {
  const id = await option.getAttribute('id');
  await expect(page.getByRole('combobox', { name: /^Search/ })).toHaveAttribute('aria-activedescendant', id!);
}

test('records are found by their abstracts, and more of a kind than six are listed where they are asked for', async ({
  page,
}) => {
  await openDashboard(page);
  await test.step('a word of an abstract finds the record and shows where it stands', async () => {
    await page.keyboard.press('/');
    await page.keyboard.type('harmful');
    const records = page.getByRole('listbox').getByRole('group', { name: 'Records' });
    await expect(records.getByRole('option')).toHaveCount(1);
    await expect(records.locator('mark')).toHaveText('harmful');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: /^Training language models to follow/ })).toBeVisible();
  });
  await page.keyboard.press('Escape');
  await leaveSearch(page);
  await test.step('more records than are shown are told in number', async () => {
    await page.keyboard.press('/');
    await page.keyboard.type('language model');
    const records = page.getByRole('listbox').getByRole('group', { name: 'Records' });
    await expect(records.getByRole('option')).toHaveCount(6);
    await expect(records).toContainText(/[789] found/);
  });
  await leaveSearch(page);
  await test.step('more of a kind than six are listed where they are asked for, by keyboard too', async () => {
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
});

test('words become a filter, by a link, by pointer and by keyboard', async ({ page }) => {
  await test.step('a link may ask for words that no record has: said, and no number is wrong', async () => {
    await openDashboard(page, '?text=zzzz');
    await expectChips(page, ['text “zzzz” no record']);
    await expectRecords(page, 0);
  });
  await test.step('words become a filter that all views count under, and Back takes it away', async () => {
    await goOnAt(page);
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
  await test.step('by keyboard; a word that no record has is not offered', async () => {
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

test('while the records are not found yet, Enter waits for them or acts on what is there', async ({
  page,
}) => {
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
  await test.step('Enter acts on a place that is there at once', async () => {
    await page.keyboard.type('austria');
    await page.keyboard.press('Enter');
    await expectChips(page, ['place Austria']);
    await page.waitForTimeout(1500);
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });
  await goOnAt(page);
  await leaveSearch(page);
  await page.keyboard.press('/');
  await test.step('an Enter that waits is taken back by Escape', async () => {
    await page.keyboard.type('gpt-4 tech');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await page.waitForTimeout(1500);
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });
  await leaveSearch(page);
  await page.keyboard.press('/');
  await test.step('Enter waits for the first of them', async () => {
    await page.keyboard.type('gpt-4 tech');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Searching the records…')).toBeVisible();
    await expect(page.getByRole('dialog', { name: 'GPT-4 Technical Report' })).toBeVisible();
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
