/** The list of records, a record in full, the account of the reading, and what the page says of itself. */
import { expectChips, expectQuery, expectRecords, openDashboard, view } from './dashboard.ts';
import { expect, test } from './fixtures.ts';

const DATACOMP = /^DataComp-LM/;
const FILE = 'training-language-models.txt';

test.beforeEach(({ page }) => openDashboard(page));

test.describe('the list of records', () => {
  test('tells in its table how many tags count, and of how many', async ({ page }) => {
    await openDashboard(page, '?table=records&geography=USA&min.geography=0.05');
    const row = view(page, 'Records').getByRole('row', { name: /^PrE-Text/ });
    await expect(row.getByRole('cell').nth(4)).toHaveText('2 of 4');
  });

  test('is put in other orders', async ({ page }) => {
    const order = page.getByRole('combobox', { name: 'Order of the records' });
    const titles = () => view(page, 'Records').getByRole('row').getByRole('button').allTextContents();
    const source = await titles();
    expect(source).toHaveLength(9);
    expect(source[0]).toMatch(/^Training language models to follow/);
    await order.selectOption('Title');
    const byTitle = [...source].sort((a, b) => a.localeCompare(b, 'en'));
    // titles are ranked in the worker when this is first asked for
    await expect.poll(titles).toEqual(byTitle);
    await order.selectOption('Highest geography score');
    expect((await titles()).slice(0, 3).map((title) => title.slice(0, 5))).toEqual([
      'DataC',
      'PrE-T',
      'GPT-4',
    ]);
    await order.selectOption('Most geography tags');
    expect((await titles())[0]).toMatch(/^PrE-Text/);
    await page.reload();
    await expect.poll(async () => (await titles())[0]).toMatch(/^PrE-Text/);
    await order.selectOption('Source order');
    expect(await titles()).toEqual(source);
  });

  test('opens a record with its tags, scores, hidden tags and source lines', async ({ page }) => {
    await view(page, 'Records').getByRole('button', { name: DATACOMP }).click();
    const dialog = page.getByRole('dialog', { name: DATACOMP });
    await expect(dialog).toContainText(`${FILE}, lines 16–32`);
    await expect(dialog).toContainText('30 further tags hidden by the source');
    await expect(dialog).toContainText('2 further tags hidden by the source');
    const austin = dialog.getByRole('button', { name: /Texas › Travis County › Austin 0\.27$/ });
    await expect(austin).toBeVisible();
    await expect(dialog.getByRole('button', { name: /Large Language Model 1\.00$/ })).toBeVisible();
    await expect(dialog.getByRole('button', { name: /Research Report › New Finding 0\.87$/ })).toBeVisible();
    await austin.click();
    await expectChips(page, ['place Austin']);
    await expectRecords(page, 1);
    await dialog.getByRole('button', { name: 'Exclude Austin' }).click();
    await expectChips(page, ['not place Austin']);
    await expectRecords(page, 8);
    await expectQuery(page, [
      ['not.geography', 'North America>United States>Texas>Travis County>Austin'],
      ['record', 'bzzcgs2pfw'],
    ]);
    await expect(dialog.getByRole('status')).toHaveText('Not among the 8 active');
  });

  test('shows both places of a merged duplicate', async ({ page }) => {
    const title = 'Training language models to follow instructions with human feedback';
    await view(page, 'Records').getByRole('button', { name: title }).click();
    const dialog = page.getByRole('dialog', { name: title });
    await expect(dialog).toContainText(`${FILE}, lines 2–3`);
    await expect(dialog).toContainText('also lines 11–12, merged as the same record');
    await expect(dialog).toContainText('No authors given');
  });

  test('unfolds a long byline and filters by one of its authors', async ({ page }) => {
    await view(page, 'Records').getByRole('button', { name: 'GPT-4 Technical Report' }).click();
    const dialog = page.getByRole('dialog', { name: 'GPT-4 Technical Report' });
    await expect(dialog).toContainText('"Michael" and "Pokorny" may be one person; kept as written');
    await dialog.getByRole('button', { name: 'Show all 281 authors' }).click();
    const authors = dialog.getByRole('list', { name: 'Authors' }).getByRole('button');
    await expect(authors).toHaveCount(281);
    await expect(authors.nth(24)).toBeFocused();
    await authors.last().click();
    await expectRecords(page, 1);
  });

  test('steps from record to record, and closing gives focus back to the row', async ({ page }) => {
    const row = view(page, 'Records').getByRole('button', { name: 'GPT-4 Technical Report' });
    await row.click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('status')).toHaveText('Record 7 of 9');
    await dialog.getByRole('button', { name: 'Next record' }).click();
    await expect(page.getByRole('dialog', { name: /^Lil-Bevo/ })).toBeVisible();
    await dialog.getByRole('button', { name: 'Previous record' }).click();
    await expect(page.getByRole('dialog', { name: 'GPT-4 Technical Report' })).toBeVisible();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(row).toBeFocused();
    await expectQuery(page, []);
  });
});

test('the data report accounts for 65 lines, one duplicate and three problems', async ({ page }) => {
  const opener = page.getByRole('button', { name: '3 notes on the data' });
  await opener.click();
  const dialog = page.getByRole('dialog', { name: 'How the data were read' });
  const lines = dialog.getByRole('table', { name: 'Lines of each file' }).getByRole('row').nth(1);
  await expect(lines.getByRole('cell')).toHaveText(['65', '65', '0']);
  const figures = Object.fromEntries(
    (await dialog.locator('.figures div').allInnerTexts()).map((text) => text.split(/\s*\n\s*/)),
  ) as Record<string, string>;
  expect(figures).toEqual({
    'Records read': '10',
    'Duplicates merged': '1',
    Records: '9',
    Authors: '374',
    Countries: '9',
  });
  const tags = dialog.getByRole('table', { name: 'Tags of each kind' });
  await expect(tags.getByRole('row', { name: /^Geography/ }).getByRole('cell')).toHaveText([
    '40',
    '16',
    '46',
  ]);
  const problems = dialog.getByRole('table', { name: 'Problems by kind' });
  await expect(problems.getByRole('cell', { name: FILE, exact: true })).toHaveCount(3);
  await expect(problems).toContainText('Michael, null, Pokorny, null');
  await expect(problems).toContainText('no name in this pair; dropped');
  await expect(problems).toContainText(`same title and abstract as ${FILE}, lines 2-3; merged`);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(opener).toBeFocused();
});

test('About says what a tag is not, closes by Escape, and focus returns', async ({ page }) => {
  const opener = page.getByRole('button', { name: 'About' });
  await opener.click();
  const dialog = page.getByRole('dialog', { name: 'About Whereabouts' });
  await expect(dialog).toContainText('it is not a calibrated probability');
  await expect(dialog).toContainText('Natural Earth');
  await expect(dialog).not.toContainText(/affiliated with/);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(opener).toBeFocused();
  await opener.click();
  await expect(dialog).toBeVisible();
  await page.mouse.click(5, 450);
  await expect(dialog).toHaveCount(0);
});
