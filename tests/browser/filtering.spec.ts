/**
 * Choosing in one view narrows the others. The numbers are counted by hand in data/training-language-models.txt.
 * Its records, by their first words, with the scores that this file uses:
 *
 *   Reason Efficiently    United States 0.04, United Kingdom 0.04, Thailand 0.04
 *   DataComp-LM           United States 0.27 and 0.14, Canada 0.14; 30 places hidden
 *   PrE-Text              United States 0.14, Austria 0.14, Singapore 0.04, Indonesia 0.04
 *   GPT-4                 United States 0.14, Spain 0.04, Monaco 0.04; 12 places hidden
 *   Population Expansion  United States 3 x 0.04; 4 places hidden
 *
 * and four records without a place: to follow instructions, Skill-it!, Self-Correct, Lil-Bevo. Only DataComp-LM and
 * GPT-4 have topics; both show Large Language Model, Chatbot and Deep Learning at 1.00 (GPT-4: Deep Learning 0.47,
 * by its Generative AI), and DataComp-LM alone shows Accuracy.
 */
import type { Locator } from '@playwright/test';
import {
  clickMark,
  expectChips,
  expectQuery,
  expectRecords,
  filters,
  goOnAt,
  mark,
  openDashboard,
  placeOf,
  recordsShown,
  view,
} from './dashboard.ts';
import { encodeDataset } from '../../src/model/codec/encode-dataset.ts';
import { namesakes } from '../filter/namesakes.ts';
import { expect, test } from './fixtures.ts';

test('a country is included and excluded by clicks and keys, and is never both', async ({ page }) => {
  await openDashboard(page);
  await test.step('a click on a country includes it, a second click releases it', async () => {
    const country = mark(page, 'Map', 'United States');
    await expect(country).toHaveAttribute('aria-pressed', 'false');
    await clickMark(country);
    await expect(country).toHaveAttribute('aria-pressed', 'true');
    await expectChips(page, ['place United States']);
    await expectRecords(page, 5);
    await expectQuery(page, [['geography', 'USA']]);
    await clickMark(country);
    await expect(country).toHaveAttribute('aria-pressed', 'false');
    await expectChips(page, []);
    await expectRecords(page, 9);
    await expectQuery(page, []);
  });
  await test.step('Alt-click excludes a country, dashed on the map and on its chip', async () => {
    await clickMark(mark(page, 'Map', 'United States'), { alt: true });
    await expectChips(page, ['not place United States']);
    await expectRecords(page, 4);
    await expectQuery(page, [['not.geography', 'USA']]);
    const country = mark(page, 'Map', 'United States');
    await expect(country).toHaveAccessibleName(/, excluded$/);
    await expect(country).toHaveAttribute('aria-pressed', 'false');
    await expect(filters(page).locator('.chip')).toHaveCSS('border-top-style', 'dashed');
    await expect(view(page, 'Map').locator('.outline.excluded:not(.around, .hovered)')).toHaveCSS(
      'stroke-dasharray',
      /\d/,
    );
    await clickMark(country, { alt: true });
    await expectChips(page, []);
    await expectRecords(page, 9);
  });
  await test.step('a plain click on an excluded country includes it: it is never both', async () => {
    const country = mark(page, 'Map', 'Austria');
    await clickMark(country, { alt: true });
    await expectRecords(page, 8);
    await clickMark(country);
    await expectChips(page, ['place Austria']);
    await expectRecords(page, 1);
  });
  await goOnAt(page);
  await test.step('the key x excludes the mark in focus, and releases it', async () => {
    await mark(page, 'Map', 'Spain').focus();
    await page.keyboard.press('x');
    await expectChips(page, ['not place Spain']);
    await expectRecords(page, 8);
    await expect(mark(page, 'Map', 'Spain')).toBeFocused();
    await page.keyboard.press('x');
    await expectChips(page, []);
  });
});

test('how many records are tagged leads to them, and how many are not', async ({ page }) => {
  await openDashboard(page);
  const [places, topics] = [view(page, 'Map'), view(page, 'Topics')];
  await places.getByRole('button', { name: '5 records tagged' }).click();
  await expectChips(page, ['with any place']);
  await expectRecords(page, 5);
  await expectQuery(page, [['tagged.geography', 'any']]);
  await expect(topics.getByRole('button', { name: '2 records tagged' })).toBeVisible();
  await topics.getByRole('button', { name: '3 not' }).click();
  await expectChips(page, ['with any place', 'with no technology']);
  await expectRecords(page, 3);
  // the numbers of a view skip the filter by its own kind
  await expect(places.getByRole('button', { name: '3 records tagged' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await places.getByRole('button', { name: '4 not' }).press('Enter');
  await expectChips(page, ['with no place', 'with no technology']);
  await expectRecords(page, 4);
  await filters(page).getByRole('button', { name: 'Remove with no technology' }).click();
  // the numbers skip the filter by place, and so does what they lead to
  await expect(view(page, 'Map').getByText('Records per country, whatever is chosen')).toBeVisible();
  await clickMark(mark(page, 'Map', 'Canada'));
  await expectChips(page, ['place Canada']);
  await expectRecords(page, 1);
  await places.getByRole('button', { name: '4 not' }).click();
  await expectChips(page, ['with no place']);
  await expectRecords(page, 4);
  await places.getByRole('button', { name: '4 not' }).click();
  await expectChips(page, []);
  await expectRecords(page, 9);
  await expectQuery(page, []);
});

test('small countries are circles, and several countries add up', async ({ page }) => {
  await openDashboard(page);
  for (const country of ['Singapore', 'Monaco']) {
    await test.step(`${country} is too small to be drawn by its shape and can be clicked as a circle`, async () => {
      const circle = mark(page, 'Map', country);
      const box = await circle.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0), 'large enough to be hit').toBeGreaterThanOrEqual(
        24,
      );
      await clickMark(circle);
      await expect(circle).toHaveAttribute('aria-pressed', 'true');
      await expectChips(page, [`place ${country}`]);
      await expectRecords(page, 1);
    });
    await goOnAt(page);
  }
  await test.step('several countries add up; the mode button asks for all of them', async () => {
    // Austria: PrE-Text; Canada: DataComp-LM; both together: none
    await clickMark(mark(page, 'Map', 'Austria'));
    await clickMark(mark(page, 'Map', 'Canada'));
    await expectChips(page, ['place Austria', 'place Canada', 'any of 2 places']);
    await expectRecords(page, 2);
    await page.getByRole('button', { name: '2 places: any of them. Change to all' }).click();
    await expectChips(page, ['place Austria', 'place Canada', 'all of 2 places']);
    await expectRecords(page, 0);
    await expectQuery(page, [
      ['geography', 'AUT'],
      ['geography', 'CAN'],
      ['mode.geography', 'all'],
    ]);
    // with the United States in Austria's place, all are needed and DataComp-LM has both
    await page.getByRole('button', { name: 'Remove place Austria' }).click();
    await clickMark(mark(page, 'Map', 'United States'));
    await expectRecords(page, 1);
    await page.getByRole('button', { name: '2 places: all of them. Change to any' }).click();
    await expectRecords(page, 5);
  });
});

test('each view narrows the others, and none itself', async ({ page }) => {
  await openDashboard(page);
  await test.step('an arc of the sunburst narrows the map; its own view keeps all its counts', async () => {
    const arc = mark(page, 'Topics', 'Accuracy');
    await clickMark(arc);
    await expect(arc).toHaveAttribute('aria-pressed', 'true');
    await expectChips(page, ['technology Accuracy']);
    await expectRecords(page, 1);
    // of DataComp-LM remain its two countries; its 30 hidden places might hold any other
    await expect(mark(page, 'Map', 'United States')).toHaveAccessibleName('United States: 1 record');
    await expect(mark(page, 'Map', 'Canada')).toHaveAccessibleName('Canada: 1 record');
    await expect(view(page, 'Co-authors')).toContainText('59 authors');
    // in its own view everything else can still be chosen
    await expect(mark(page, 'Topics', 'Chatbot')).toHaveAccessibleName('Chatbot: 2 records');
    await expect(mark(page, 'Topics', 'Generative AI')).toHaveAccessibleName('Generative AI: 1 record');
    await expectQuery(page, [
      [
        'technology',
        'Information Technology>Artificial Intelligence>Machine Learning>Performance Analysis>Accuracy',
      ],
    ]);
  });
  await goOnAt(page);
  await test.step('a country narrows topics and authors; the map keeps all its counts', async () => {
    await clickMark(mark(page, 'Map', 'Canada'));
    await expect(mark(page, 'Map', 'United States')).toHaveAccessibleName('United States: 5 records');
    await expect(mark(page, 'Map', 'Austria')).toHaveAccessibleName('Austria: 1 record, 3 more possible');
    await expect(mark(page, 'Topics', 'Chatbot')).toHaveAccessibleName('Chatbot: 1 record');
    await expect(mark(page, 'Topics', 'Generative AI')).toHaveCount(0);
    await expect(mark(page, 'Co-authors', 'Alex Fang')).toHaveAccessibleName('Alex Fang: 1 record');
    await expect(mark(page, 'Co-authors', 'Kaj Bostrom')).toHaveAccessibleName('Kaj Bostrom: 0 records');
    await expect(view(page, 'Records').getByRole('row')).toHaveCount(2); // the head, DataComp-LM
  });
  await goOnAt(page);
  await test.step('a topic and a country together keep the records that have both', async () => {
    await clickMark(mark(page, 'Topics', 'Chatbot'));
    await expectRecords(page, 2);
    await clickMark(mark(page, 'Map', 'Monaco'));
    await expectRecords(page, 1);
    await expectChips(page, ['place Monaco', 'technology Chatbot']);
    // the topics see Monaco's one record, the map the two of Chatbot: DataComp-LM might hide Monaco
    await expect(mark(page, 'Topics', 'Chatbot')).toHaveAccessibleName('Chatbot: 1 record');
    await expect(mark(page, 'Map', 'Monaco')).toHaveAccessibleName('Monaco: 1 record, 1 more possible');
  });
  await goOnAt(page);
  await test.step('a topic stands for all topics below it', async () => {
    await clickMark(mark(page, 'Topics', 'Machine Learning'), { alt: true });
    await expectChips(page, ['not technology Machine Learning']);
    await expectRecords(page, 7);
  });
  await test.step('with no record left by the other filters does not speak of tags', async () => {
    await goOnAt(page, '?geography=AUT&not.geography=USA');
    await expect(recordsShown(page)).toHaveText('0 of 9 records');
    await expect(view(page, 'Topics')).toContainText('No record passes the other filters.');
  });
});

test.describe('an author', () => {
  test('is included and excluded by keys and by clicks', async ({ page }) => {
    await openDashboard(page);
    await test.step('is included by Enter in the mirrored list', async () => {
      const author = mark(page, 'Co-authors', 'Kaj Bostrom');
      await author.focus();
      await page.keyboard.press('Enter');
      await expect(author).toHaveAttribute('aria-pressed', 'true');
      await expectChips(page, ['author Kaj Bostrom']);
      await expectRecords(page, 1);
      await expectQuery(page, [['author', 'Bostrom, Kaj']]);
      await page.keyboard.press('Enter');
      await expectRecords(page, 9);
    });
    await test.step('is excluded by Alt+Enter and by x', async () => {
      const author = mark(page, 'Co-authors', 'Kaj Bostrom');
      await author.focus();
      await page.keyboard.press('Alt+Enter');
      await expectChips(page, ['not author Kaj Bostrom']);
      await expectRecords(page, 8);
      await page.keyboard.press('x');
      await expectChips(page, []);
    });
    await test.step('is included by a click at its place on the canvas', async () => {
      const author = mark(page, 'Co-authors', 'Kaj Bostrom');
      const { x, y } = await middleOf(author);
      await page.mouse.click(x, y);
      await expectChips(page, ['author Kaj Bostrom']);
      await expectRecords(page, 1);
      await page.keyboard.down('Alt');
      await page.mouse.click(x, y);
      await page.keyboard.up('Alt');
      await expectChips(page, ['not author Kaj Bostrom']);
      await expectRecords(page, 8);
      await page.mouse.click(x, y, { button: 'right' });
      await page.getByRole('menuitem', { name: 'Release' }).click();
      await expectChips(page, []);
    });
  });
});

test('the hub of a large team opens its record', async ({ page }) => {
  await openDashboard(page);
  await test.step('by a click on the canvas', async () => {
    const hub = view(page, 'Co-authors').getByRole('button', { name: /^Team of 281 authors: GPT-4/ });
    const { x, y } = await middleOf(hub);
    await page.mouse.click(x, y);
    await expect(page.getByRole('dialog', { name: 'GPT-4 Technical Report' })).toBeVisible();
    await expectRecords(page, 9);
  });
  await page.keyboard.press('Escape');
  await test.step('by Enter, and takes focus back', async () => {
    const hub = view(page, 'Co-authors').getByRole('button', { name: /^Team of 59 authors: DataComp-LM/ });
    await hub.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: /^DataComp-LM/ })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(hub).toBeFocused();
  });
});

test('what is asked for goes by its chip and by “Clear all”, and stays through a double click', async ({
  page,
}) => {
  await test.step('each chip removes its own clause and no other', async () => {
    const query = new URLSearchParams([
      ['geography', 'USA'],
      ['not.geography', 'MCO'],
      ['min.geography', '0.04'],
      ['genre', 'Research Report'],
      ['author', 'Fang, Alex'],
    ]);
    await openDashboard(page, `?${query}`);
    await expectRecords(page, 1);
    const chips = [
      'place United States',
      'not place Monaco',
      'geography score at least 0.04',
      'genre Research Report',
      'author Alex Fang',
    ];
    await expectChips(page, chips);
    for (const chip of [...chips]) {
      await page.getByRole('button', { name: `Remove ${chip}`, exact: true }).click();
      chips.shift();
      await expectChips(page, chips);
    }
    await expectRecords(page, 9);
    await expectQuery(page, []);
  });
  await test.step('“Clear all” leaves nothing asked for, and Back brings all of it back', async () => {
    await expect(page.getByRole('button', { name: 'Clear all' })).toHaveCount(0);
    await clickMark(mark(page, 'Map', 'United States'));
    await clickMark(mark(page, 'Topics', 'Accuracy'), { alt: true });
    await page.getByRole('checkbox', { name: 'Complete tag lists only' }).check();
    await expectRecords(page, 2);
    await page.getByRole('button', { name: 'Clear all' }).click();
    await expectChips(page, []);
    await expectRecords(page, 9);
    await expectQuery(page, []);
    await page.goBack();
    await expectChips(page, ['place United States', 'not technology Accuracy', 'only complete tag lists']);
    await expectRecords(page, 2);
  });
  await goOnAt(page);
  await test.step('a double click zooms and leaves an excluded country excluded', async () => {
    const country = mark(page, 'Map', 'United States');
    await clickMark(country, { alt: true });
    await expectRecords(page, 4);
    const { x, y } = await placeOf(country);
    await page.mouse.dblclick(x, y);
    await expectQuery(page, [
      ['not.geography', 'USA'],
      ['focus.geography', 'USA'],
    ]);
    await expectRecords(page, 4);
    await page.goBack();
    await expectQuery(page, [['not.geography', 'USA']]);
  });
});

async function middleOf(found: Locator): Promise<{ x: number; y: number }> {
  const { x, y, width, height } = (await found.boundingBox())!;
  return { x: x + width / 2, y: y + height / 2 };
}

test('places of one name are told apart in chips, on their buttons and in the steps', async ({ page }) => {
  const body = JSON.stringify(encodeDataset(namesakes));
  await page.route('**/dataset.json*', (route) => route.fulfill({ contentType: 'application/json', body }));
  await openDashboard(page, '?geography=US-GA&geography=GEO');
  await expectChips(page, ['place Georgia (United States)', 'place Georgia (country)', 'any of 2 places']);
  await page.getByRole('button', { name: 'Remove place Georgia (United States)' }).click();
  await expectChips(page, ['place Georgia (country)']);
  await page.getByRole('button', { name: 'Steps so far' }).click();
  const steps = page.getByRole('dialog', { name: 'Steps so far' }).getByRole('listitem');
  await expect(steps).toHaveText(['Release Georgia (United States)', 'As opened']);
});
