/** The search over records: in abstracts too, never in the way, and no Enter is lost. */
import { expectChips, openDashboard } from './dashboard.ts';
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
  ]);
});
