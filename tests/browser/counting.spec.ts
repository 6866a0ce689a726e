/** Thresholds, complete lists and counting rules. The records and their scores are told in filtering.spec.ts. */
import type { Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import {
  chooseRule,
  clickMark,
  expectChips,
  expectQuery,
  expectRecords,
  goOnAt,
  filters,
  mark,
  openDashboard,
  view,
  type ViewName,
} from './dashboard.ts';
import { expect, test } from './fixtures.ts';

test('the threshold of a facet, over a histogram of its scores', async ({ page }) => {
  await openDashboard(page);
  await test.step('stands over a histogram of the scores that are there', async () => {
    const bars = view(page, 'Map').locator('.threshold svg rect');
    const heights = await bars.evaluateAll((rects) =>
      rects.map((rect) => Number(rect.getAttribute('height'))),
    );
    // bars of four hundredths: ten tags of 0.04 in the second, five of 0.14 in the fourth, one of 0.27 in the seventh
    const filled = heights.flatMap((height, i) => (height > 0 ? [i] : []));
    expect(filled).toEqual([1, 3, 6]);
    expect(heights[1]! / heights[3]!).toBeCloseTo(10 / 5, 5);
  });
  await test.step('changes the numbers by keyboard, shows a chip, and is removed by it', async () => {
    const slider = view(page, 'Map').getByRole('slider', { name: 'Geography: score at least' });
    await expect(slider).toHaveAttribute('aria-valuetext', '0.00, 16 of 16 tags count');
    await slider.focus();
    await page.keyboard.press('PageUp'); // 0.10
    for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowRight');
    // 0.14 counts; of 16 tags: 0.27 once, 0.14 five times
    await expect(slider).toHaveAttribute('aria-valuetext', '0.14, 6 of 16 tags count');
    await expectChips(page, ['geography score at least 0.14']);
    await expectQuery(page, [['min.geography', '0.14']]);
    // the 0.04 of Reason Efficiently and Population Expansion are known, not possible
    await expect(mark(page, 'Map', 'United States')).toHaveAccessibleName('United States: 3 records');
    await expect(mark(page, 'Map', 'United Kingdom')).toHaveAccessibleName(
      'United Kingdom: 0 records, 3 more possible',
    );
    await expectRecords(page, 9);
    await clickMark(mark(page, 'Map', 'United States'));
    await expectRecords(page, 3);
    await page.getByRole('button', { name: 'Remove geography score at least 0.14' }).click();
    await expectChips(page, ['place United States']);
    await expectRecords(page, 5);
    await expect(slider).toHaveValue('0');
  });
  await goOnAt(page);
  await test.step('of the topics belongs to the shown facet', async () => {
    const slider = view(page, 'Topics').getByRole('slider', { name: 'Technology: score at least' });
    await slider.focus();
    for (let i = 0; i < 5; i++) await page.keyboard.press('PageUp');
    await expectChips(page, ['technology score at least 0.50']);
    // Generative AI's 0.47 of GPT-4 is gone, and with it GPT-4 from Machine Learning
    await expect(mark(page, 'Topics', 'Generative AI')).toHaveCount(0);
    await expect(mark(page, 'Topics', 'Machine Learning')).toHaveAccessibleName('Machine Learning: 1 record');
    await view(page, 'Topics').getByRole('button', { name: 'Genre' }).click();
    await expect(view(page, 'Topics').getByRole('slider', { name: 'Genre: score at least' })).toHaveValue(
      '0',
    );
    await expectChips(page, ['technology score at least 0.50']);
  });
});

test('a drag of the threshold is a step of its own', async ({ page }) => {
  await openDashboard(page);
  await test.step('one Back undoes a whole drag, and only the drag', async () => {
    await clickMark(mark(page, 'Map', 'United States'));
    await dragSlider(page, [10, 20, 30, 40]);
    await expect(filters(page).getByText('geography score')).toBeVisible();
    await page.goBack();
    await expectChips(page, ['place United States']);
    await expectRecords(page, 5);
    await page.goBack();
    await expectChips(page, []);
  });
  await test.step('a drag that ends where it began leaves the next drag a step of its own', async () => {
    await dragSlider(page, [20, 40, 20, -5]);
    await expectChips(page, []);
    await clickMark(mark(page, 'Map', 'United States'));
    await dragSlider(page, [10, 30]);
    await expect(filters(page).getByText('geography score')).toBeVisible();
    await page.goBack();
    await expectChips(page, ['place United States']);
  });
});

test('complete lists and counting rules', async ({ page }) => {
  await openDashboard(page);
  await test.step('“Complete tag lists only” leaves out the records with hidden tags', async () => {
    const box = page.getByRole('checkbox', { name: 'Complete tag lists only' });
    await box.check();
    await expectRecords(page, 6); // not DataComp-LM, GPT-4, Population Expansion
    await expectChips(page, ['only complete tag lists']);
    await expectQuery(page, [['complete', '1']]);
    await expect(mark(page, 'Map', 'United States')).toHaveAccessibleName('United States: 2 records');
    await expect(mark(page, 'Map', 'Austria')).toHaveAccessibleName('Austria: 1 record');
    await page.getByRole('button', { name: 'Remove only complete tag lists' }).click();
    await expect(box).not.toBeChecked();
    await expectRecords(page, 9);
  });
  await test.step('the counting rule changes the number of every mark and no record', async () => {
    const country = mark(page, 'Map', 'United States');
    await chooseRule(page, 'Score');
    // 0.04 + 0.27 + 0.14 + 0.14 + 0.04
    await expect(country).toHaveAccessibleName('United States: score sum 0.63');
    await expect(mark(page, 'Topics', 'Machine Learning')).toHaveAccessibleName(
      'Machine Learning: score sum 1.47',
    );
    await chooseRule(page, 'Fractional');
    // 0.04/0.12 + 0.41/0.55 + 0.14/0.36 + 0.14/0.22 + 1
    await expect(country).toHaveAccessibleName('United States: 3.10 records, fractional');
    await expect(mark(page, 'Map', 'Canada')).toHaveAccessibleName('Canada: 0.25 records, fractional');
    await expectQuery(page, [['rule', 'fractional']]);
    await expectRecords(page, 9);
    await expectChips(page, []);
    await page.getByRole('radio', { name: 'Fractional' }).press('ArrowLeft');
    await expect(country).toHaveAccessibleName('United States: 5 records');
    await expectQuery(page, []);
  });
});

test('numbers under a filter stand against all records, in table and tooltip', async ({ page }) => {
  const row = view(page, 'Map').getByRole('row', { name: /^United States/ });
  const records = async () => parseInt(await row.getByRole('cell').nth(1).innerText(), 10);
  await openDashboard(page, '?table=map');
  const head = view(page, 'Map').getByRole('columnheader', { name: 'Against all' });
  await expect(head).toHaveCount(0);
  expect(await records()).toBe(5);
  await goOnAt(page, '?table=map&tagged.technology=none&geography=AUT');
  await expect(view(page, 'Map')).toContainText('whatever place is chosen');
  await expect(view(page, 'Map')).toContainText('among the 7 records compared as among all 9');
  const quotient = ((await records()) / 7 / (5 / 9)).toFixed(2);
  await expect(row.getByRole('cell').nth(-2)).toContainText(`${quotient}×`); // a status follows
  await expect(row.getByRole('cell').nth(-2)).toContainText('as among all records');
  const rare = view(page, 'Map').getByRole('row', { name: /^Austria/ });
  await expect(rare.getByRole('cell').nth(-2)).toHaveText(/–\s*too few records to tell/);
  await test.step('no column lies beyond the edge, and the interval is heard where it has no room', async () => {
    const beyond = (name: ViewName) =>
      view(page, name)
        .locator('.scroller')
        .evaluate((scroller) => scroller.scrollWidth - scroller.clientWidth);
    await goOnAt(page, '?table=map&table=records&tagged.technology=none&geography=AUT&min.geography=0.05');
    for (const width of [960, 748]) {
      await page.setViewportSize({ width, height: 900 });
      for (const name of ['Map', 'Records'] as const) expect(await beyond(name), `${name}, ${width}`).toBe(0);
    }
    await goOnAt(page, '?table=map&tagged.technology=none&geography=AUT');
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await beyond('Map')).toBe(0);
    const cell = row.getByRole('cell', { name: /× \d\.\d\d–\d\.\d\d as among all records/ });
    await expect(cell.getByTitle(/^95\s%\sinterval: \d\.\d\d–\d\.\d\d$/)).toBeVisible();
    await page.setViewportSize({ width: 1440, height: 900 });
  });
  await head.getByRole('button').click();
  await expect(head).toHaveAttribute('aria-sort', 'descending');
  await view(page, 'Map').getByRole('button', { name: 'Show as map' }).click();
  await mark(page, 'Map', 'United States').hover();
  await expect(page.getByRole('tooltip')).toContainText(`Against all ${quotient}× (`);
});

/** Drags the map's threshold from where it stands over some percentages of its track. */
async function dragSlider(page: Page, stops: readonly number[]): Promise<void> {
  const slider = view(page, 'Map').getByRole('slider');
  const { x, y, width, height } = (await slider.boundingBox())!;
  const thumb = 8;
  const at = (percent: number) => x + thumb + ((width - 2 * thumb) * percent) / 100;
  await page.mouse.move(at(Number(await slider.inputValue())), y + height / 2);
  await page.mouse.down();
  for (const stop of stops) await page.mouse.move(at(stop), y + height / 2, { steps: 3 });
  await page.mouse.up();
}

test('a filter that is kept is compared with, in tables, tooltips and on the map', async ({ page }) => {
  await openDashboard(page, '?geography=USA&table=topics');
  await page.getByRole('button', { name: 'Compare' }).click();
  const kept = page.locator('.compared');
  await expect(kept).toContainText('against United States – now change the filter');
  await expectQuery(page, [
    ['geography', 'USA'],
    ['vs.geography', 'USA'],
    ['table', 'topics'],
  ]);
  await expect(view(page, 'Topics').getByRole('columnheader', { name: /^Against/ })).toHaveCount(0);
  await mark(page, 'Map', 'Thailand').press('Enter');
  await page.getByRole('button', { name: 'Remove place United States' }).click();
  await expect(kept.getByRole('button', { name: 'Swap' })).toBeVisible();
  const topics = view(page, 'Topics');
  await expect(topics.getByRole('columnheader', { name: 'Against United States' })).toBeVisible();
  await expect(topics).toContainText(
    /among the 1 record compared as among the 5 records of place United States/,
  );
  await kept.getByRole('button', { name: 'Swap' }).click();
  await expectQuery(page, [
    ['geography', 'USA'],
    ['vs.geography', 'THA'],
    ['table', 'topics'],
  ]);
  await expect(topics.getByRole('columnheader', { name: 'Against Thailand' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expectQuery(page, [
    ['geography', 'THA'],
    ['vs.geography', 'USA'],
    ['table', 'topics'],
  ]);
  await goOnAt(page, '?geography=USA&vs.geography=THA');
  await kept.getByRole('button', { name: 'Colours' }).click();
  await expect(topics).toContainText('How often tagged, against Thailand');
  await expect(topics.locator('.arc[class*="against-"]').first()).toBeVisible();
  await expectAccessible(page);
  // a map skips the filters by place on both sides, and says so where it is asked to compare
  await goOnAt(page, '?geography=THA&vs.geography=USA&colour=expected');
  await expect(view(page, 'Map')).toContainText('Both let the same records pass here');
  await goOnAt(page, '?technology=Information+Technology&vs.tagged.technology=none&colour=expected');
  // so do the topics
  await expect(topics).toContainText('change a filter by another kind than technology to compare');
  await expect(view(page, 'Map')).toContainText('Tagged here, against records with no technology');
  await kept.getByRole('button', { name: 'Compare with all records again' }).click();
  await expect(kept).toHaveCount(0);
  await expect(view(page, 'Map')).toContainText('Tagged here, against all records');
});
