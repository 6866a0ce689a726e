/** The list of records, a record in full, the account of the reading, and what the page says of itself. */
import {
  clickMark,
  expectChips,
  expectQuery,
  expectRecords,
  mark,
  openDashboard,
  view,
} from './dashboard.ts';
import { downloaded } from './downloads.ts';
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

  test('shows in each row the tags and scores for which it is there', async ({ page }) => {
    const records = view(page, 'Records');
    const heads = records.getByRole('columnheader');
    const scores = records.getByRole('cell').getByRole('img');
    const tags = page.getByRole('combobox', { name: 'Tags of the records' });
    const order = page.getByRole('combobox', { name: 'Order of the records' });
    const chosen = (select: typeof tags) => select.locator('option:checked');
    const dot = (words: string) => records.locator(`path.dot${words}`).first();
    const look = (words: string, property: 'd' | 'fill') =>
      dot(words).evaluate((path, name) => getComputedStyle(path).getPropertyValue(name), property);
    await expect(heads).toHaveText(['Title and authors', 'Tagged places', /^Geography score/, 'Hidden']);
    await expect(records.locator('b, .included')).toHaveCount(0);

    await clickMark(mark(page, 'Topics', 'Machine Learning'));
    await expect(heads).toHaveText([
      'Title and authors',
      /^Technology\s+included$/,
      /^Technology score/,
      'Hidden',
    ]);
    const rows = await records.locator('[data-record]').count();
    await expectRecords(page, rows);
    expect(rows).toBeGreaterThan(0);
    for (const words of await scores.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')!)))
      expect(words).toMatch(/^\d\.\d\d [^;]*, included/);
    for (const words of await records.locator('.tags').allInnerTexts())
      expect(words).toMatch(/^\S.*\s\d\.\d\d/);
    await expect(records.locator('.tags b')).toHaveCount(rows);
    expect(await look('.included', 'd')).not.toBe(await look(':not(.included)', 'd'));

    // a tag below the topic says what it lies in
    await records.locator('.tags').first().hover();
    await expect(page.getByRole('tooltip')).toContainText(/◆ .+, in Machine Learning/);
    await page.mouse.move(5, 5);
    await expect(page.getByRole('tooltip')).toBeHidden();

    await order.selectOption('Highest score of what is included');
    const sorted = (await records.locator('.tags b').allInnerTexts()).map((text) =>
      Number(/\d\.\d\d/.exec(text)![0]),
    );
    expect(sorted).toEqual([...sorted].sort((a, b) => b - a));

    // what is picked is shown whatever is included, and travels in the link
    await tags.selectOption('Tags: Geography');
    await expect(heads.nth(1)).toHaveText('Tagged places');
    await expect(chosen(order)).toHaveText('Source order');
    const query = new URL(page.url()).searchParams;
    expect([query.get('tags'), query.get('order')]).toEqual(['geography', 'included']);
    await page.reload();
    await expect(heads.nth(1)).toHaveText('Tagged places');
    await expect(chosen(tags)).toHaveText('Tags: Geography');
    await tags.selectOption('Tags: automatic');
    await expect(heads.nth(1)).toHaveText(/^Technology/);
    await expect(chosen(order)).toHaveText('Highest score of what is included');
    expect(new URL(page.url()).searchParams.has('tags')).toBe(false);

    await page.emulateMedia({ forcedColors: 'active' });
    const fills = [await look('.included', 'fill'), await look('.counted:not(.included)', 'fill')];
    expect(new Set([...fills, await dot('').evaluate(() => 'rgb(255, 255, 255)')]).size).toBe(3);

    await records.getByRole('button', { name: 'Show as table' }).click();
    await expect(records.getByRole('columnheader', { name: 'Technology', exact: true })).toBeVisible();
    await expect(records.locator('td b').first()).toHaveText(/\s\d\.\d\d$/);
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
    const name = (await authors.last().innerText()).trim();
    await authors.last().click();
    await expectRecords(page, 1);
    await dialog.getByRole('button', { name: 'Close' }).click();
    const byline = view(page, 'Records').locator('.authors');
    await expect(byline).toHaveText(/ and 277 more$/);
    await expect(byline.locator('b')).toHaveText(name);
    expect((await byline.innerText()).startsWith(name)).toBe(true);
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
  const headings = dialog.getByRole('heading', { level: 3 });
  await expect(headings).toHaveText(['Lines', 'Problems', 'Tags', 'Places', 'Authors']);
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
  // few problems are all unfolded
  await expect(dialog.getByRole('cell', { name: FILE, exact: true })).toHaveCount(3);
  const ofKind = (name: RegExp) => dialog.getByRole('table', { name });
  await expect(ofKind(/^Two single names/)).toContainText('Michael, null, Pokorny, null');
  await expect(ofKind(/^Punctuation/)).toContainText('no name in this pair; dropped');
  const merged = ofKind(/^Same record again/);
  await expect(merged).toContainText(`same title and abstract as ${FILE}, lines 2-3; merged`);

  await test.step('a line leads to its record, and closing that back to the line', async () => {
    const detail = page.getByRole('dialog', { name: 'GPT-4 Technical Report' });
    const line = ofKind(/^Two single names/).getByRole('button');
    await expect(line).toHaveAccessibleName('Open the record “GPT-4 Technical Report”, line 41');
    await page.setViewportSize({ width: 1280, height: 480 });
    await line.focus();
    const scrolled = () => dialog.locator('.content').evaluate((content) => content.scrollTop);
    const before = await scrolled();
    expect(before).toBeGreaterThan(0);
    expect(await dialog.evaluate((element) => element.scrollHeight - element.clientHeight)).toBe(0);
    for (const close of [() => page.keyboard.press('Escape'), () => page.goBack()]) {
      await page.keyboard.press('Enter');
      await expect(detail).toContainText('"Michael" and "Pokorny" may be one person');
      await close();
      await expect(detail).toHaveCount(0);
      await expect(line).toBeFocused();
      expect(await scrolled()).toBe(before);
    }
    await merged.getByRole('button').click();
    await expect(page.getByRole('dialog', { name: /^Training language models to follow/ })).toBeVisible();
    await page.keyboard.press('Escape');
  });
  await test.step('a name leads to the author, and the record of a suggestion to the record', async () => {
    const name = dialog.getByRole('button', { name: 'Pokorny', exact: true });
    await name.click();
    const author = page.getByRole('dialog', { name: 'Pokorny' });
    // what opened the record is gone by then: its closing leads back to the notes all the same
    await author.getByRole('button', { name: 'GPT-4 Technical Report' }).click();
    await expect(author).toHaveCount(0);
    await page.getByRole('dialog', { name: 'GPT-4' }).getByRole('button', { name: 'Close' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(1);
    await expect(name).toBeFocused();
    await name.click();
    await author.getByRole('button', { name: 'Show who is around' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expectQuery(page, [['coauthors.around', 'Pokorny']]);
    // Back leads to the author, and closing that to the notes
    await page.goBack();
    await expect(author).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(author).toHaveCount(0);
    await expect(dialog).toBeVisible();
  });
  await test.step('the problems are taken along as CSV', async () => {
    const file = await downloaded(page, dialog.getByRole('button', { name: 'Download as CSV' }));
    expect(file.name).toMatch(/^[a-z-]+_problems\.csv$/);
    expect(file.bytes.toString()).toContain(',41,"Michael, null, Pokorny, null",');
    await expect(dialog.getByRole('status').last()).toHaveText(`Saved as ${file.name}.`);
  });
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(opener).toBeFocused();
});

test('many problems are gone through by kind, and a place that is not known leads to its records', async ({
  page,
}) => {
  const austin = 'North America > United States > Texas > Travis County > Austin';
  await page.route('**/dataset.json*', async (route) => {
    const response = await route.fetch();
    const dataset = (await response.json()) as { problems: object[]; report: { citiesUnresolved: string[] } };
    const problem = { file: FILE, text: 'a text', reason: 'a reason' };
    for (let i = 0; i < 230; i++) dataset.problems.push({ ...problem, code: 'repeated-tag', line: 17 });
    dataset.problems.push({ ...problem, code: 'invalid-utf8', line: 999 });
    dataset.report.citiesUnresolved.push(austin, 'Europe > Atlantis');
    await route.fulfill({ response, json: dataset });
  });
  await page.reload();
  await page.getByRole('button', { name: '234 notes on the data' }).click();
  const dialog = page.getByRole('dialog', { name: 'How the data were read' });
  const kinds = dialog.getByRole('heading', { level: 4 });
  await expect(kinds).toHaveText([
    /Punctuation.+ 1$/,
    /Two single.+ 1$/,
    /Same tag twice.+ 230$/,
    /Same record again.+ 1$/,
    /Bytes.+ 1$/,
  ]);
  await expect(dialog.getByRole('table', { name: /^Same tag/ })).toHaveCount(0);
  await kinds.nth(2).getByRole('button', { expanded: false }).press('Enter');
  const rows = dialog.getByRole('table', { name: /^Same tag/ }).getByRole('row');
  await expect(rows).toHaveCount(101);
  const next = dialog.getByRole('button', { name: 'Next', exact: true });
  await next.press('Enter');
  await next.press('Enter');
  await expect(rows).toHaveCount(31);
  await expect(dialog.getByText('201–230 of 230 problems')).toBeVisible();
  await expect(rows.last().getByRole('button', { name: /^Open the record “DataComp-LM/ })).toBeVisible();
  await kinds.last().getByRole('button').click();
  await expect(dialog.getByRole('cell', { name: '999' }).getByRole('button')).toHaveCount(0);

  await expect(dialog.getByText('Europe > Atlantis')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Europe > Atlantis' })).toHaveCount(0);
  await dialog.getByRole('button', { name: `Filter by ${austin}` }).click();
  await expect(dialog).toHaveCount(0);
  await expectChips(page, ['place Austin']);
  await expectRecords(page, 1);

  await test.step('and Back to the notes as they were left, Forward from them', async () => {
    await page.goBack();
    await expect(dialog.getByRole('button', { name: `Filter by ${austin}` })).toBeFocused();
    await expect(rows).toHaveCount(31);
    await expectQuery(page, []);
    await page.goForward();
    await expect(dialog).toHaveCount(0);
    await expectChips(page, ['place Austin']);
    await page.goBack();
    await expect(dialog).toBeVisible();
    // closed by hand they are not to come back
    await page.keyboard.press('Escape');
    await page.goForward();
    await expectRecords(page, 1);
    await page.goBack();
    await expectRecords(page, 9);
    await expect(dialog).toHaveCount(0);
  });
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
