/** Finding an author, going from one to another by keys, choosing many, and answering who may be the same. */
import { execFileSync } from 'node:child_process';
import type { Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { expectChips, expectQuery, expectRecords, goOnAt, mark, openDashboard, view } from './dashboard.ts';
import { expect, test } from './fixtures.ts';

const graph = (page: Page) => view(page, 'Co-authors');
const search = (page: Page) => page.getByRole('combobox', { name: /^Search/ });
const authorsInAddress = (page: Page) => new URL(page.url()).searchParams.getAll('author');

/** Read by the script's own ingestion, in a process of its own: what it imports does not load in Playwright's. */
function datasetJson(text: string, authors?: string): string {
  const list =
    authors === undefined ? '{}' : JSON.stringify({ authors: { name: 'authors.csv', text: authors } });
  const script = `
    import { encodeDataset } from './src/model/codec/encode-dataset.ts';
    import { ingestTexts } from './src/ingest/ingest.ts';
    const files = [{ name: 'r.txt', text: ${JSON.stringify(text)} }];
    process.stdout.write(JSON.stringify(encodeDataset(ingestTexts(files, ${list}))));`;
  const options = ['--import', 'tsx', '--input-type=module', '--eval', script];
  return execFileSync(process.execPath, options, { encoding: 'utf8' });
}

/** Wang, W. and Wang, Wei share a co-author; Wang, Wen is someone else's name. */
const ALIKE = `query
First of all the things
Wang, W., Li, Na, Okafor, Uma
We do what the title says, and we say how well it is done.
Second of all the things
Wang, Wei, Li, Na
We do what the title says, and we say how well it is done.
`;

async function openAlike(page: Page, authors?: string): Promise<void> {
  const body = datasetJson(ALIKE, authors);
  await page.route('**/dataset.json*', (route) => route.fulfill({ contentType: 'application/json', body }));
  await page.goto('./');
  await expect(mark(page, 'Co-authors', 'Na Li')).toBeAttached();
}

test('an author found is shown, included or excluded, and a team tells its places', async ({ page }) => {
  await openDashboard(page);
  await test.step('Enter on an author found opens the profile, and the graph has gone to them', async () => {
    await search(page).fill('Aviral');
    await expect(page.getByRole('listbox')).toContainText('open the profile');
    await page.keyboard.press('Enter');
    const panel = page.getByRole('dialog', { name: 'Aviral Kumar' });
    await expect(panel).toContainText('1 record, 17 co-authors');
    await expectQuery(page, [['person', 'Kumar, Aviral']]);
    await expectRecords(page, 9); // changes no count
    await expect(
      graph(page).getByRole('button', { name: 'Show the whole graph', includeHidden: true }),
    ).toBeVisible();
    await panel.getByRole('button', { name: 'Filter by this author' }).click();
    await expectRecords(page, 1);
    await page.keyboard.press('Escape');
    await expectChips(page, ['author Aviral Kumar']);
  });
  await test.step('Alt Enter on an author found excludes them', async () => {
    await goOnAt(page);
    await search(page).fill('Aviral');
    await page.keyboard.press('Alt+Enter');
    await expectRecords(page, 8);
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });
  await test.step('choosing Austria shows its authors, and choosing a team its places and topics', async () => {
    await goOnAt(page, '?geography=AUT');
    await expectRecords(page, 1);
    await expect(graph(page)).toContainText(/\b8 authors/);
    await goOnAt(page);
    await graph(page)
      .getByRole('list', { name: 'Communities' })
      .getByRole('button', { name: /and 58 others/ })
      .click();
    await expectRecords(page, 1);
    await expect(view(page, 'Map').getByRole('button', { name: /^Canada: 1 record/ })).toBeAttached();
    await expect(view(page, 'Map').getByRole('button', { name: /^Austria: 1 record/ })).toHaveCount(0);
  });
});

test('a walk follows the links of a zoomed graph, and Shift takes rows of its table', async ({ page }) => {
  await openDashboard(page);
  await test.step('a walk leads on beyond the panel of a zoomed graph, and the graph follows', async () => {
    await mark(page, 'Co-authors', 'Josh Achiam').focus();
    const zoomIn = graph(page).getByRole('button', { name: 'Zoom in' });
    for (let i = 0; i < 5; i++) await zoomIn.click();
    await mark(page, 'Co-authors', 'Josh Achiam').focus();
    for (let i = 0; i < 3; i++) {
      const before = await page.locator(':focus').getAttribute('aria-label');
      await page.keyboard.press('l');
      await expect(page.locator(':focus')).not.toHaveAttribute('aria-label', before!);
    }
    const frame = await graph(page).boundingBox();
    await expect
      .poll(async () => {
        const box = await page.locator(':focus').boundingBox();
        return (
          box!.x > frame!.x &&
          box!.x < frame!.x + frame!.width &&
          box!.y > frame!.y &&
          box!.y < frame!.y + frame!.height
        );
      })
      .toBe(true);
  });
  await test.step('in the table Shift takes all rows from the last one chosen, by pointer and by key', async () => {
    await goOnAt(page, '?table=coauthors');
    const names = graph(page).getByRole('rowheader').getByRole('button');
    await names.nth(1).click();
    await names.nth(5).click({ modifiers: ['Shift'] });
    await expect.poll(() => authorsInAddress(page).length).toBe(5);
    expect(await page.evaluate(() => getSelection()?.toString() ?? '')).toBe('');
    await names.nth(7).focus();
    await page.keyboard.press('Shift+Enter');
    await expect.poll(() => authorsInAddress(page).length).toBe(7);
    await page.goBack();
    await expect.poll(() => authorsInAddress(page).length).toBe(5);
  });
});

test('people of like names: keys go along their links, and who may be the same is answered for good', async ({
  page,
}) => {
  await openAlike(page);
  await test.step('keys go along the links: to the strongest co-author, to the next, and back', async () => {
    await mark(page, 'Co-authors', 'Wei Wang').focus();
    await page.keyboard.press('l');
    await expect(mark(page, 'Co-authors', 'Na Li')).toBeFocused();
    await page.keyboard.press('l');
    await expect(
      mark(page, 'Co-authors', 'Uma Okafor')
        .or(mark(page, 'Co-authors', 'W. Wang'))
        .and(page.locator(':focus')),
    ).toBeVisible();
    const first = await page.locator(':focus').getAttribute('aria-label');
    await page.keyboard.press('n');
    await expect(page.locator(':focus')).not.toHaveAttribute('aria-label', first!);
    await page.keyboard.press('b');
    await expect(mark(page, 'Co-authors', 'Na Li')).toBeFocused();
    await page.keyboard.press('b');
    await expect(mark(page, 'Co-authors', 'Wei Wang')).toBeFocused();
    await expectQuery(page, []);
  });
  await goOnAt(page);
  await test.step('who may be the same is told in the profile and answered for good in the notes', async () => {
    await search(page).fill('Wei');
    await page.keyboard.press('Enter');
    const panel = page.getByRole('dialog', { name: 'Wei Wang' });
    await expect(panel.getByRole('region', { name: 'May be the same person' })).toContainText(
      '1 co-author in common',
    );
    await panel.getByRole('button', { name: 'Wang, W.' }).click();
    await expect(page.getByRole('dialog', { name: 'W. Wang' })).toContainText('Wang, Wei');
    await expectAccessible(page);
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: /notes? on the data|The data/ }).click();
    const answer = page.getByRole('group', { name: 'Answer for Wang, W., Wang, Wei' });
    await answer.getByRole('button', { name: 'Same' }).click();
    const lines = page.getByRole('region', { name: 'Lines for authors.csv' });
    await expect(lines).toHaveText('"Wang, W.","Wang, Wei"');
    await answer.getByRole('button', { name: 'Two people' }).click();
    await expect(lines).toHaveText('"Wang, W.",,,"Wang, Wei"');
    await expectAccessible(page);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download authors.csv' }).click();
    const stream = await (await download).createReadStream();
    const saved = (await stream.toArray()).join('');
    await answer.getByRole('button', { name: 'Two people' }).click();
    await expect(lines).toHaveCount(0);

    await page.unrouteAll();
    await openAlike(page, saved);
    await page.getByRole('button', { name: /notes? on the data|The data/ }).click();
    await expect(page.getByText('No two names look like one person’s.')).toBeVisible();
  });
});

test('the legend of the graph keeps a number behind a name that is written from right to left', async ({
  page,
}) => {
  const text = ALIKE.replaceAll('Wang, Wei', 'محمد, علي')
    .replaceAll('Li, Na', 'محمد, لي')
    .replaceAll('Okafor, Uma', 'محمد, سعيد');
  const body = datasetJson(text.replaceAll('Wang, W.', 'محمد, وسيم'));
  await page.route('**/dataset.json*', (route) => route.fulfill({ contentType: 'application/json', body }));
  await page.goto('./');
  const group = graph(page).locator('button:has(.people)').first();
  await expect(group.locator('.people')).toHaveText(/^\d+$/);
  await expect(group.locator('.name')).toContainText('محمد');
  const [letters, number] = await Promise.all(
    ['.name', '.people'].map(async (part) => (await group.locator(part).boundingBox())!.x),
  );
  expect(number!).toBeGreaterThan(letters!);
});
