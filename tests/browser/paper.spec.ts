/** What is printed: the page's views and the scenes of a talk. */
import type { Locator, Page } from '@playwright/test';
import { openDashboard, view } from './dashboard.ts';
import { expect, test } from './fixtures.ts';
import { openScenes } from './scenes.ts';

/** A print dialog that nobody sees: the page is told that it was asked for, and not that it is over. */
async function withoutDialog(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute('data-asked', '');
  });
}
const asked = (page: Page) => expect(page.locator('html')).toHaveAttribute('data-asked', '');

/** Pages of a PDF: the browser writes their heads plainly. */
const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;

test('each view is printed on a page of its own, from a dark page too', async ({ page }) => {
  await withoutDialog(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await openDashboard(page, '?geography=USA&focus.geography=USA');
  for (const landscape of [false, true]) {
    await test.step(landscape ? 'landscape' : 'portrait', async () => {
      await page.keyboard.press('Control+p');
      await asked(page);
      expect(pagesOf(await page.pdf({ format: 'A4', landscape }))).toBe(4);
      await expect(page.locator('.paper')).toHaveCount(0);

      await page.setViewportSize(landscape ? { width: 1017, height: 688 } : { width: 688, height: 1017 });
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      await expect(page.getByRole('banner')).toBeHidden();
      const sheets = page.locator('.paper section');
      await expect(sheets).toHaveCount(4);
      for (const [i, title] of [
        'Where it is tagged: United States',
        'Topics',
        'Who writes together',
        'Records',
      ].entries()) {
        const sheet = sheets.nth(i);
        await expect(sheet.locator('text').filter({ hasText: title }).first()).toBeVisible();
        await expect(
          sheet.locator('text').filter({ hasText: /^Filter: place United States\. 5 of 9 records shown\./ }),
        ).toBeVisible();
        const box = (await sheet.locator('svg').first().boundingBox())!;
        expect(box.width).toBeLessThanOrEqual(landscape ? 1017 : 688);
        expect(box.height).toBeLessThanOrEqual(landscape ? 688 : 1017);
        // what a mark is filled with is there, on the sheet itself
        const missing = await sheet.evaluate((element) =>
          [...element.querySelectorAll('[fill^="url(#"]')]
            .map((mark) => mark.getAttribute('fill')!.slice(5, -1))
            .filter((id) => !element.contains(document.getElementById(id))),
        );
        expect(missing).toEqual([]);
      }
      await page.evaluate(() => dispatchEvent(new Event('afterprint')));
      await page.emulateMedia({ media: null, colorScheme: 'dark' });
      await page.setViewportSize({ width: 1440, height: 900 });
      await expect(page.getByRole('banner')).toBeVisible();
      await page.locator('html').evaluate((html) => html.removeAttribute('data-asked'));
    });
  }
});

test('a filter set since the sheets were gathered is not printed as it was', async ({ page }) => {
  await withoutDialog(page);
  await openDashboard(page, '?geography=USA');
  await page.keyboard.press('Control+p');
  await asked(page);
  await page.getByRole('button', { name: 'Clear all' }).click();
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect(page.locator('.paper')).toHaveCount(0);
  await page.keyboard.press('Control+p');
  await expect
    .poll(async () => {
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      return page.locator('.paper text').filter({ hasText: 'No filter: 9 of 9 records shown.' }).count();
    })
    .toBe(4);
});

for (const [width, height] of [[1024, 768]] as const) {
  test(`the sheets of scenes of ${width} by ${height} stand on portrait paper as on the screen`, async ({
    page,
  }) => {
    await withoutDialog(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width, height });
    await page.goto('./#present=3');
    const part = (name: '.talk .words' | '.views > .topic') => page.locator(`#app ${name}`);
    await expect(part('.talk .words')).toBeVisible();
    await expect(page.getByText(/^(Building the graph|Arranging)/)).toHaveCount(0);
    const onScreen = [await part('.talk .words').boundingBox(), await part('.views > .topic').boundingBox()];
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Present', exact: true }).click();
    await page.getByRole('button', { name: 'Print or PDF…' }).click();
    await asked(page);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await page.setViewportSize({ width: 688, height: 1017 });
    await expect(page.locator('.sheet')).toHaveCount(4);
    const sheet = page.locator('.sheet').nth(2);
    const onPaper = await sheet.evaluate((element) => {
      const origin = element.getBoundingClientRect();
      return ['.talk .words', '.views > .topic'].map((name) => {
        const { x, y, width, height } = element.querySelector(name)!.getBoundingClientRect();
        return { x: x - origin.x, y: y - origin.y, width, height };
      });
    });
    onPaper.forEach((box, i) => {
      for (const side of ['x', 'y', 'width', 'height'] as const) {
        // the line at the foot takes a little of the height
        const px = side === 'y' || side === 'height' ? 32 : 2;
        expect(Math.abs(box[side] - onScreen[i]![side]), `${i} ${side}`).toBeLessThan(px);
      }
    });
    expect(await patternsOf(page.locator('.sheet').first())).toEqual(['sheet-0-map-possible']);
    expect(await sheet.evaluate((element) => getComputedStyle(element).color)).toBe('rgb(28, 36, 49)');
    expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBe(4);
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  });
}

/** The patterns that a sheet's countries are drawn with, and that stand in it. */
function patternsOf(sheet: Locator): Promise<string[]> {
  return sheet.evaluate((element) => {
    const fills = [...element.querySelectorAll('.country')].map((area) => getComputedStyle(area).fill);
    const ids = fills.flatMap((fill) => /url\("#(.*?)"\)/.exec(fill)?.[1] ?? []);
    return [...new Set(ids)].filter((id) => element.querySelector(`pattern[id="${id}"]`));
  });
}

test('a scene is printed once its people are arranged, however long that takes', async ({ page }) => {
  await withoutDialog(page);
  await openDashboard(page, '?coauthors.around=Kumar%2C+Aviral');
  const heading = view(page, 'Co-authors').locator('.subtitle');
  await expect(heading).toHaveText(/^\d+ of 374$/);
  const around = await heading.textContent();
  const scenes = await openScenes(page);
  await scenes.getByRole('button', { name: 'Save this view' }).click();
  await scenes.getByLabel('Shows').last().selectOption({ label: 'Co-authors' });
  await page.route(/layout\.worker/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await route.fallback();
  });
  await page.goto('./');
  await (await openScenes(page)).getByRole('button', { name: 'Print or PDF…' }).click();
  await asked(page);
  const sheet = page.locator('.sheet').last();
  await expect(sheet).toContainText('Everybody');
  await expect(sheet).not.toContainText('Arranging');
  await expect(sheet).toContainText(around!);
});
