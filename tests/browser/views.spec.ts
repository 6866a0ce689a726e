/** What each view shows, as a chart and as a table, and how one looks closer without changing a number. */
import type { Locator, Page } from '@playwright/test';
import {
  chooseRule,
  clickMark,
  expectChips,
  expectQuery,
  expectRecords,
  goOnAt,
  mark,
  openDashboard,
  placeOf,
  view,
  VIEWS,
} from './dashboard.ts';
import { expect, test } from './fixtures.ts';

test('marks have names that end in their numbers, and the tables have the same ones', async ({ page }) => {
  await openDashboard(page);
  await test.step('the page has four regions, each with a heading', async () => {
    await expect(page.getByRole('region')).toHaveCount(4);
    for (const name of VIEWS) {
      await expect(view(page, name).getByRole('heading', { level: 2 })).toBeVisible();
    }
  });
  await test.step('every mark of Map and Topics has a name that ends in its number', async () => {
    const patterns = {
      Records: /^.+: \d+ records?(, \d+ more possible)?$/,
      Fractional: /^.+: \d+\.\d\d records, fractional$/,
      Score: /^.+: score sum \d+\.\d\d$/,
    } as const;
    for (const rule of ['Records', 'Fractional', 'Score'] as const) {
      await chooseRule(page, rule);
      for (const [name, least] of [
        ['Map', 9],
        ['Topics', 10],
      ] as const) {
        const names = await namesOf(marksOf(page, name));
        expect(names.length).toBeGreaterThanOrEqual(least);
        expect(names.filter((text) => !patterns[rule].test(text))).toEqual([]);
      }
    }
  });
  for (const name of ['Map', 'Topics'] as const) {
    await test.step(`the table of ${name} has the numbers of its marks under every rule`, async () => {
      for (const [rule, column] of [
        ['Records', 'Records'],
        ['Fractional', 'Fractional'],
        ['Score', 'Score'],
      ] as const) {
        await chooseRule(page, rule);
        const drawn = (await namesOf(marksOf(page, name))).map(numberInName);
        await view(page, name).getByRole('button', { name: 'Show as table' }).click();
        const listed = await readTable(view(page, name).getByRole('table'), column);
        for (const [label, number] of drawn) expect(listed.get(label), label).toBe(number);
        await view(page, name)
          .getByRole('button', { name: /^Show as (map|sunburst)$/ })
          .click();
        await expect(view(page, name).getByRole('table')).toHaveCount(0);
        expect((await namesOf(marksOf(page, name))).map(numberInName)).toEqual(drawn);
      }
    });
  }
});

test('the tables of Co-authors and Records, and the topics of other facets', async ({ page }) => {
  await openDashboard(page);
  await test.step('the table of Records has a row for each, with lines, tags and hidden tags', async () => {
    await view(page, 'Records').getByRole('button', { name: 'Show as table' }).click();
    const table = view(page, 'Records').getByRole('table');
    await expect(table.getByRole('row')).toHaveCount(10);
    const row = table.getByRole('row').filter({ hasText: 'DataComp-LM' });
    await expect(row.getByRole('cell').nth(1)).toHaveText('United States, Canada');
    await expect(row.getByRole('cell').nth(3)).toHaveText('16–32');
    await expect(row.getByRole('cell').nth(4)).toHaveText('3');
    await expect(row.getByRole('cell').nth(5)).toHaveText('30');
    await table.getByRole('button', { name: 'Hidden' }).click();
    await expect(table.getByRole('row').nth(1)).toContainText('DataComp-LM');
    await view(page, 'Records').getByRole('button', { name: 'Show as list' }).click();
    await expect(view(page, 'Records').getByRole('row')).toHaveCount(10);
  });
  await test.step('the table of Co-authors counts records, co-authors and both strengths', async () => {
    await view(page, 'Co-authors').getByRole('button', { name: 'Show as table' }).click();
    const table = view(page, 'Co-authors').getByRole('table');
    // most records first: one person wrote two records; all others one
    await expect(table.getByRole('row')).toHaveCount(201); // a page of 200, and the head
    await table.getByRole('button', { name: 'Co-authors' }).click();
    // the report's 281 authors have 280 co-authors each, and 1/280 of each pair makes 1
    await expect(table.getByRole('row').nth(1).getByRole('cell')).toHaveText([
      '1',
      '280',
      '280',
      '1.00',
      'Josh Achiam and 280 others',
    ]);
    await expect(view(page, 'Co-authors').getByRole('status')).toHaveText('1–200 of 374 rows');
    await view(page, 'Co-authors').getByRole('button', { name: 'Next' }).click();
    await expect(view(page, 'Co-authors').getByRole('status')).toHaveText('201–374 of 374 rows');
    // on paper there is nothing to press
    await page.emulateMedia({ media: 'print' });
    await expect(view(page, 'Co-authors').locator('.pager button')).toHaveCount(2);
    await expect(view(page, 'Co-authors').locator('.pager button').first()).toBeHidden();
    await expect(view(page, 'Co-authors').locator('.pager')).toBeVisible();
    await page.emulateMedia({ media: 'screen' });
    const kaj = table
      .getByRole('row')
      .filter({ has: page.getByRole('button', { name: 'Kaj Bostrom', exact: true }) });
    await expect(kaj.getByRole('cell')).toHaveText(['1', '3', '3', '1.00', 'Kaj Bostrom and 3 others']);
    await kaj.getByRole('button').click();
    await expectChips(page, ['author Kaj Bostrom']);
    await view(page, 'Co-authors').getByRole('button', { name: 'Show as graph' }).click();
    await expect(mark(page, 'Co-authors', 'Kaj Bostrom')).toHaveAttribute('aria-pressed', 'true');
  });
  await goOnAt(page);
  await test.step('the topics switch between technology, industry and genre', async () => {
    const topics = view(page, 'Topics');
    const switches = topics.getByRole('group', { name: 'Facet' }).getByRole('button');
    await expect(switches).toHaveText(['Technology', 'Industry', 'Genre']);
    await topics.getByRole('button', { name: 'Industry' }).click();
    await expect(topics.getByRole('button', { name: 'Industry' })).toHaveAttribute('aria-pressed', 'true');
    // Law (1.00) of DataComp-LM, Law > Criminal Law (1.00) of GPT-4; Media of GPT-4, and DataComp-LM hides two
    await expect(mark(page, 'Topics', 'Law')).toHaveAccessibleName('Law: 2 records');
    await expect(mark(page, 'Topics', 'Media')).toHaveAccessibleName('Media: 1 record, 1 more possible');
    await expectQuery(page, [['topics', 'industry']]);
    await topics.getByRole('button', { name: 'Genre' }).click();
    await expect(mark(page, 'Topics', 'Research Report')).toHaveAccessibleName('Research Report: 2 records');
    await expect(mark(page, 'Topics', 'Law')).toHaveCount(0);
    await expectRecords(page, 9);
  });
});

test('the sunburst zooms', async ({ page }) => {
  await openDashboard(page);
  await test.step('in by a double click and out by the breadcrumb, and no count changes', async () => {
    await expect(level(page)).toHaveText('Artificial Intelligence');
    const { x, y } = await placeOf(mark(page, 'Topics', 'Natural Language'));
    await page.mouse.dblclick(x, y);
    await expect(level(page)).toHaveText('Natural Language');
    await expect(mark(page, 'Topics', 'Machine Learning')).toHaveCount(0);
    await expect(mark(page, 'Topics', 'Chatbot')).toHaveAccessibleName('Chatbot: 2 records');
    await expectRecords(page, 9);
    await expectChips(page, []);
    await view(page, 'Topics').getByRole('button', { name: 'All topics' }).click();
    await expect(level(page)).toHaveText('Artificial Intelligence');
    await expect(mark(page, 'Topics', 'Machine Learning')).toHaveAccessibleName(
      'Machine Learning: 2 records',
    );
    await page.goBack();
    await expect(level(page)).toHaveText('Natural Language');
    await page.goBack();
    await expect(level(page)).toHaveText('Artificial Intelligence');
    await expectChips(page, []);
  });
  await test.step('by the keyboard: + goes in, Escape and − go out, and focus stays on the topic', async () => {
    for (const out of ['Escape', '-']) {
      const topic = mark(page, 'Topics', 'Natural Language');
      await topic.focus();
      await page.keyboard.press('+');
      await expect(level(page)).toHaveText('Natural Language');
      await expect(topic).toBeFocused();
      await page.keyboard.press(out);
      await expect(mark(page, 'Topics', 'Machine Learning')).toBeVisible();
      await expect(topic).toBeFocused();
      await expectRecords(page, 9);
    }
  });
  await test.step('Escape after a double click goes out again', async () => {
    const { x, y } = await placeOf(mark(page, 'Topics', 'Natural Language'));
    await page.mouse.dblclick(x, y);
    await expect(level(page)).toHaveText('Natural Language');
    await page.keyboard.press('Escape');
    await expect(mark(page, 'Topics', 'Machine Learning')).toBeVisible();
  });
  await test.step('into a topic with nothing below it, and out', async () => {
    await clickMark(mark(page, 'Topics', 'Accuracy'), { button: 'right' });
    await page.getByRole('menuitem', { name: 'Zoom into it' }).click();
    await expect(level(page)).toHaveText('Accuracy');
    await expect(mark(page, 'Topics', 'Accuracy')).toHaveAccessibleName('Accuracy: 1 record');
    await view(page, 'Topics').getByRole('button', { name: 'All topics' }).click();
    await expect(mark(page, 'Topics', 'Machine Learning')).toBeVisible();
  });
});

test('the map zooms', async ({ page }) => {
  await openDashboard(page);
  await test.step('by its buttons, and back to the whole', async () => {
    const map = view(page, 'Map');
    const whole = map.getByRole('button', { name: 'Show the whole map' });
    await expect(whole).toHaveCount(0);
    await map.getByRole('button', { name: 'Zoom into the map' }).click();
    await expect.poll(() => magnification(page)).toBeCloseTo(1.8, 2);
    await map.getByRole('button', { name: 'Zoom out of the map' }).click();
    await expect.poll(() => magnification(page)).toBeCloseTo(1, 2);
    await map.getByRole('button', { name: 'Zoom into the map' }).click();
    await expect.poll(() => new URL(page.url()).searchParams.has('at')).toBe(true);
    // before the map rests, which it is told of else
    const atOnce = whole.evaluate((button: HTMLElement) => {
      button.click();
      return new Promise<string>((resolve) => setTimeout(() => resolve(location.search)));
    });
    expect(await atOnce).not.toContain('at=');
    await expect.poll(() => magnification(page)).toBeCloseTo(1, 5);
    await expect(whole).toHaveCount(0);
    await expectRecords(page, 9);
  });
  await expectQuery(page, []);
  await test.step('into a country by double click, and out by Escape', async () => {
    const levels = view(page, 'Map').getByRole('navigation', { name: 'Place levels' });
    const { x, y } = await placeOf(mark(page, 'Map', 'Spain'));
    await page.mouse.dblclick(x, y);
    await expect(levels).toHaveText(/World\s*›\s*Spain/);
    await expectQuery(page, [['focus.geography', 'ESP']]);
    await expectRecords(page, 9);
    await expectChips(page, []);
    await expect(mark(page, 'Map', 'Singapore')).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(levels).toHaveCount(0);
    await expectQuery(page, []);
  });
  await test.step('into a country by its menu, and out by the breadcrumb', async () => {
    const levels = view(page, 'Map').getByRole('navigation', { name: 'Place levels' });
    await mark(page, 'Map', 'Monaco').focus();
    await page.keyboard.press('m');
    await page.getByRole('menuitem', { name: 'Zoom to it' }).click();
    await expect(levels).toHaveText(/World\s*›\s*Monaco/);
    await expect(mark(page, 'Map', 'Monaco')).toBeInViewport();
    await levels.getByRole('button', { name: 'World' }).click();
    await expect(levels).toHaveCount(0);
    await expectQuery(page, []);
  });
  await test.step('by the wheel, and is moved by dragging, which chooses nothing', async () => {
    const { x, y } = await placeOf(mark(page, 'Map', 'United States'));
    await page.mouse.move(x, y);
    // the gestures are fetched at the first movement
    await expect(async () => {
      await page.mouse.wheel(0, -400);
      expect(await magnification(page)).toBeGreaterThan(1.2);
    }).toPass();
    const before = (await mark(page, 'Map', 'United States').boundingBox())!;
    await page.mouse.down();
    await page.mouse.move(x + 60, y + 20, { steps: 4 });
    await page.mouse.up();
    await expect
      .poll(async () => (await mark(page, 'Map', 'United States').boundingBox())!.x)
      .toBeGreaterThan(before.x + 20);
    await expectChips(page, []);
  });
});

test('a link leads the map to a place, also after its table was shown', async ({ page }) => {
  await test.step('to a country', async () => {
    await openDashboard(page, '?focus.geography=CAN');
    await expect(mark(page, 'Map', 'British Columbia')).toBeInViewport();
    await view(page, 'Map').getByRole('button', { name: 'Show as table' }).click();
    await expect(view(page, 'Map').getByRole('table')).toBeVisible();
    await view(page, 'Map').getByRole('button', { name: 'Show as map' }).click();
    await expect(mark(page, 'Map', 'British Columbia')).toBeInViewport();
  });
  await test.step('to a region', async () => {
    await openDashboard(page, '?focus.geography=US-HI');
    await expect.poll(() => magnification(page)).toBeGreaterThan(1.5);
    await view(page, 'Map').getByRole('button', { name: 'Show as table' }).click();
    await expect(view(page, 'Map').getByRole('table')).toBeVisible();
    await view(page, 'Map').getByRole('button', { name: 'Show as map' }).click();
    await expect.poll(() => magnification(page)).toBeGreaterThan(1.5);
  });
});

test('pointing at what is drawn tells of it', async ({ page }) => {
  await openDashboard(page);
  await test.step('pointing at a country lights its records up and dims what they do not show', async () => {
    const { x, y } = await placeOf(mark(page, 'Map', 'Canada'));
    await page.mouse.move(x, y);
    await expect.poll(() => inkOf(page, 'GPT-4')).not.toBe(await inkOf(page, 'DataComp-LM'));
    await expect(mark(page, 'Topics', 'Accuracy')).toHaveCSS('opacity', '1');
    await expect(mark(page, 'Topics', 'Generative AI')).not.toHaveCSS('opacity', '1');
    const tooltip = page.getByRole('tooltip');
    await expect(tooltip).toContainText('Canada');
    // two further records hide places; 0.14 of DataComp-LM's 0.55; the sum is that score
    await expect(tooltip.getByRole('definition')).toHaveText(['1 – 3', '0.25', '0.14', '0.14']);
    await expect(tooltip.getByRole('term')).toHaveText(['Records', 'Fractional', 'Score', 'Highest score']);
    await expect(tooltip).toContainText('2 records with hidden tags might show it too.');
    await expectRecords(page, 9);
    await page.mouse.move(720, 60);
    await expect(tooltip).toBeHidden();
    await expect(mark(page, 'Topics', 'Generative AI')).toHaveCSS('opacity', '1');
    await expect.poll(() => inkOf(page, 'GPT-4')).toBe(await inkOf(page, 'DataComp-LM'));
  });
  await test.step('pointing at a record, a topic or a team lights up the other views', async () => {
    await rowOf(page, 'DataComp-LM').hover();
    await expect(mark(page, 'Map', 'Canada')).toHaveCSS('opacity', '1');
    await expect(mark(page, 'Map', 'Austria')).not.toHaveCSS('opacity', '1');
    await expect(mark(page, 'Topics', 'Generative AI')).not.toHaveCSS('opacity', '1');
    const { x, y } = await placeOf(mark(page, 'Topics', 'Generative AI'));
    await page.mouse.move(x, y);
    await expect(mark(page, 'Map', 'Spain')).toHaveCSS('opacity', '1');
    await expect(mark(page, 'Map', 'Canada')).not.toHaveCSS('opacity', '1');
    const hub = view(page, 'Co-authors').getByRole('button', { name: /^Team of 281/ });
    const box = (await hub.boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await expect(page.getByRole('tooltip')).toContainText('team of 281 authors');
    await expect(page.getByRole('tooltip')).toContainText('39,340'); // 281 * 280 / 2
    await expect(mark(page, 'Map', 'Canada')).not.toHaveCSS('opacity', '1');
  });
  await test.step('a country that nobody tagged says so', async () => {
    const australia = view(page, 'Map').locator('[data-country="Australia"]');
    const { x, y, width, height } = (await australia.boundingBox())!;
    await page.mouse.move(x + width * 0.45, y + height * 0.4);
    await expect(page.getByRole('tooltip')).toContainText('3 records with hidden tags might show it.');
  });
});

/** The marks that a view draws. */
function marksOf(page: Page, name: 'Map' | 'Topics'): Locator {
  return view(page, name)
    .getByRole('group', { name: name === 'Map' ? 'Countries' : 'Technology' })
    .getByRole('button');
}

function namesOf(marks: Locator): Promise<string[]> {
  return marks.evaluateAll((elements) => elements.map((element) => element.getAttribute('aria-label') ?? ''));
}

/** A mark's label, and its number as a table writes it: "Canada: 1 record, 2 more possible" is "1 – 3". */
function numberInName(name: string): readonly [string, string] {
  const [, label, number, more] = /^(.+?): (?:score sum )?([\d.,]+)(?:.*?, (\d+) more possible)?/.exec(name)!;
  return [label!, more === undefined ? number! : `${number} – ${Number(number) + Number(more)}`];
}

/** A table's column by the names of its rows. */
async function readTable(table: Locator, column: string): Promise<ReadonlyMap<string, string>> {
  await expect(table).toBeVisible();
  const rows = await table.evaluate((element, label) => {
    const text = (cell: Element | undefined) => (cell?.textContent ?? '').replace(/\s+/g, ' ').trim();
    const [head, ...body] = [...(element as HTMLTableElement).rows];
    const at = [...head!.cells].findIndex((cell) => text(cell).replace(/[↑↓]/, '') === label);
    return body.map((row) => [text(row.cells[0]!.querySelector('button')!), text(row.cells[at])] as const);
  }, column);
  return new Map(rows);
}

/** The topic in the middle of the sunburst. */
function level(page: Page): Locator {
  return view(page, 'Topics').getByRole('navigation').locator('[aria-current="location"]');
}

function rowOf(page: Page, title: string): Locator {
  return view(page, 'Records').getByRole('row').filter({ hasText: title });
}

/** The colour of a record's title. */
function inkOf(page: Page, title: string): Promise<string> {
  return rowOf(page, title)
    .getByRole('button')
    .evaluate((button) => getComputedStyle(button).color);
}

/** How much the map is enlarged. */
function magnification(page: Page): Promise<number> {
  return view(page, 'Map')
    .getByRole('group', { name: 'Countries' })
    .locator('> g')
    .first()
    .evaluate((group) => (group as SVGGElement).transform.baseVal.consolidate()!.matrix.a);
}
