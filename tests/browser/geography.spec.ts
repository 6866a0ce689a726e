import { expectAccessible } from './axe.ts';
import { clickMark, expectChips, expectRecords, goOnAt, mark, openDashboard, view } from './dashboard.ts';
import { downloaded } from './downloads.ts';
import { expect, test } from './fixtures.ts';
import { encodeDataset } from '../../src/model/codec/encode-dataset.ts';
import { makeDataset } from '../filter/make-dataset.ts';

/*
 * The sample's places in the United States, by hand: Pittsburgh (record 2), Austin and Minneapolis (DataComp),
 * "United States" alone (PrE-Text), Minneapolis (GPT-4), Seattle, Honolulu and San Diego (Population Expansion).
 */

test('a country is entered, its regions and cities filter, and the way back is short', async ({ page }) => {
  await openDashboard(page);
  await test.step('a double click enters a country: its regions, its cities, and what cannot be placed', async () => {
    await clickMark(mark(page, 'Map', 'United States'), { times: 2 });
    await expectRecords(page, 9);
    await expect(page).toHaveURL(/focus\.geography=USA/);
    await expect(mark(page, 'Map', 'Minnesota')).toHaveAccessibleName(
      'Minnesota: 2 records, 1 more possible',
    );
    await expect(mark(page, 'Map', 'Minneapolis')).toHaveAccessibleName(/^Minneapolis: 2 records/);
    await expect(mark(page, 'Map', 'Texas')).toBeVisible();
    await expect(view(page, 'Map')).toContainText('1 record tagged United States in none of these regions');
    await expect(mark(page, 'Map', 'Singapore')).toHaveCount(0);
    await view(page, 'Map').getByRole('button', { name: 'Show as table' }).click();
    await expect(view(page, 'Map').getByRole('rowheader', { name: /^Minnesota/ })).toBeVisible();
    await expect(view(page, 'Map')).toContainText('1 record tagged United States in none of these regions');
  });
  await test.step('a region and a city filter like a country, and count in it', async () => {
    await goOnAt(page, '?focus.geography=USA');
    await clickMark(mark(page, 'Map', 'Minnesota'));
    await expectChips(page, ['place Minnesota']);
    await expectRecords(page, 2);
    await clickMark(mark(page, 'Map', 'Minnesota'));
    await mark(page, 'Map', 'Austin').focus();
    await page.keyboard.press('Enter');
    await expectChips(page, ['place Austin']);
    await expectRecords(page, 1);
  });
  await test.step('the way back is by breadcrumb, Escape, and Back', async () => {
    await goOnAt(page, '?focus.geography=US-TX');
    const levels = view(page, 'Map').getByRole('navigation', { name: 'Place levels' });
    await expect(levels).toHaveText(/World\s*›\s*United States\s*›\s*Texas/);
    await mark(page, 'Map', 'Texas').focus();
    await page.keyboard.press('Escape');
    await expect(levels).toHaveText(/World\s*›\s*United States\s*$/);
    await levels.getByRole('button', { name: 'World' }).click();
    await expect(mark(page, 'Map', 'Singapore')).toBeVisible();
    await page.goBack();
    await expect(mark(page, 'Map', 'Texas')).toBeVisible();
  });
});

test('what a country shows: heading, legend, table, one area', async ({ page }) => {
  await openDashboard(page);
  await test.step('while its regions are on their way, that is told below its name: the world is drawn meanwhile', async () => {
    let send: () => void = () => undefined;
    const isSent = new Promise<void>((resolve) => (send = resolve));
    await page.route('**/geo/admin1/USA.topo.json', (route) => isSent.then(() => route.continue()));
    await goOnAt(page, '?focus.geography=USA');
    const told = view(page, 'Map').getByText('Its regions are on their way');
    await expect(told).toBeVisible();
    await expect(mark(page, 'Map', 'Singapore')).toBeVisible();
    send();
    await expect(mark(page, 'Map', 'Texas')).toBeVisible();
    await expect(told).toHaveCount(0);
    await goOnAt(page);
  });
  await test.step('the heading counts what is tagged with the country that is looked at', async () => {
    await expect(view(page, 'Map')).toContainText('per country · 5 records tagged');
    await openDashboard(page, '?focus.geography=SGP');
    await expect(view(page, 'Map')).toContainText('per region · 1 record tagged');
  });
  await test.step('regions that no tag names look like nothing that the data can tell', async () => {
    await goOnAt(page, '?focus.geography=SGP');
    await expect(view(page, 'Map').getByRole('group', { name: 'Legend' })).toContainText(
      'regions that no tag names',
    );
    await expect(view(page, 'Map')).toContainText('1 record tagged Singapore in none of these regions');
  });
  await test.step('a country that is one unit is entered as one area', async () => {
    await goOnAt(page, '?focus.geography=MCO');
    await expect(mark(page, 'Map', 'Monaco')).toHaveAccessibleName(/^Monaco: 1 record/);
  });
  await test.step('the table of a country lists its regions and cities', async () => {
    await goOnAt(page, '?focus.geography=USA&table=map');
    const table = view(page, 'Map').getByRole('table');
    await expect(table).toContainText('Minnesota');
    await expect(table).toContainText('Honolulu');
    await expect(table).not.toContainText('Singapore');
  });
});

test('projection, colour and classes are chosen, and a globe turns', async ({ page }) => {
  await openDashboard(page);
  await test.step('projection, colour and classes are chosen, and the link holds them', async () => {
    await page.getByText('Map options').click();
    await page.getByRole('radio', { name: 'Globe' }).check();
    await page.getByRole('radio', { name: 'Value and certainty' }).check();
    await page.getByRole('radio', { name: 'Quantiles' }).check();
    await expect(page).toHaveURL(/projection=globe.*colour=certainty.*classes=quantile/);
    await page.reload();
    await expect(view(page, 'Map').getByRole('img', { name: /Colours by value/ })).toBeVisible();
    await expectRecords(page, 9);
  });
  await test.step('a globe turns by dragging and by Shift and the arrows, and chooses nothing', async () => {
    await goOnAt(page, '?projection=globe');
    const spain = mark(page, 'Map', 'Spain');
    const before = await spain.boundingBox();
    const map = (await view(page, 'Map').locator('.drawing > svg').boundingBox())!;
    // what turns the globe comes a moment after it
    await expect(async () => {
      await page.mouse.move(map.x + map.width / 2, map.y + map.height / 2);
      await page.mouse.down();
      await page.mouse.move(map.x + map.width / 2 + 60, map.y + map.height / 2, { steps: 4 });
      await page.mouse.up();
      await expect
        .poll(async () => (await spain.boundingBox())!.x, { timeout: 1000 })
        .toBeGreaterThan(before!.x + 20);
    }).toPass();
    await expectChips(page, []);
    const dragged = (await spain.boundingBox())!.x;
    await spain.focus();
    await page.keyboard.press('Shift+ArrowRight');
    await expect.poll(async () => (await spain.boundingBox())!.x).toBeLessThan(dragged - 5);
  });
});

test('legend classes filter, and the threshold tells its story beside the map', async ({ page }) => {
  await openDashboard(page);
  await test.step('a legend class of many places is one chip, moves nothing below it, and is released by a second click', async () => {
    const one = view(page, 'Map').getByRole('button', { name: /^1: 8 places/ });
    await one.scrollIntoViewIfNeeded();
    const { x, y } = (await one.boundingBox())!;
    await page.mouse.click(x + 5, y + 5);
    await expectChips(page, ['8 places: Austria, Canada and 6 more', 'any of 8 places']);
    await expectRecords(page, 4);
    expect((await one.boundingBox())!.y).toBe(y);
    await page.mouse.click(x + 5, y + 5);
    await expectChips(page, []);
    await page.mouse.click(x + 5, y + 5);
    await page.getByRole('button', { name: 'Remove 8 places: Austria, Canada and 6 more' }).click();
    await expectChips(page, []);
    await expectRecords(page, 9);
  });
  await test.step('a legend class lights its places up and filters by them', async () => {
    const five = view(page, 'Map').getByRole('button', { name: '5: 1 place. Filter by them' });
    await five.hover();
    await expect(mark(page, 'Map', 'Canada')).toHaveClass(/dimmed/);
    await expect(mark(page, 'Map', 'United States')).not.toHaveClass(/dimmed/);
    await five.click();
    await expectChips(page, ['place United States']);
    // the numbers of other countries stay, and the map says that it skips this filter
    await expect(view(page, 'Map')).toContainText('per country, whatever is chosen');
    await view(page, 'Map')
      .getByRole('button', { name: /^1: 8 places/ })
      .click();
    await expectRecords(page, 4);
  });
  await test.step('a place tells how its value and rank hang on the threshold', async () => {
    await goOnAt(page, '?geography=CAN');
    // Canada has one record, with score 0.14; the United States have more at every threshold up to there
    await expect(view(page, 'Map').getByRole('figure')).toHaveAccessibleName(
      'Canada as the threshold moves: 1, rank 2 of 9, the same from 0.00 to 0.14',
    );
  });
  for (const width of [1440, 1024]) {
    await test.step(`at ${width} px the threshold covers no land, and a story beside it moves none`, async () => {
      await page.setViewportSize({ width, height: 768 });
      await goOnAt(page);
      const map = view(page, 'Map');
      const drawing = map.locator('.drawing');
      const before = (await drawing.boundingBox())!;
      const slider = (await map.getByRole('slider').boundingBox())!;
      expect(slider.y).toBeGreaterThan(before.y + before.height - 4);
      await mark(page, 'Map', 'United States').hover();
      await expect(map.getByRole('figure')).toBeInViewport({ ratio: 1 });
      expect(await drawing.boundingBox()).toEqual(before);
    });
  }
});

test('a map against all records colours what clearly differs, and says so in its legend, link and file', async ({
  page,
}) => {
  // 40 records in Germany and 2 in Italy are of Vision, 40 in France are not
  const told = [...Array<number[]>(40).fill([0, 0]), ...Array<number[]>(40).fill([1, 1]), [2, 0], [2, 0]];
  const dataset = makeDataset({
    authors: [],
    facets: [
      {
        id: 'geography',
        kind: 'place',
        concepts: [
          { label: 'Germany', parent: -1, code: 'DEU' },
          { label: 'France', parent: -1, code: 'FRA' },
          { label: 'Italy', parent: -1, code: 'ITA' },
        ],
      },
      {
        id: 'technology',
        kind: 'taxonomy',
        concepts: [
          { label: 'Vision', parent: -1 },
          { label: 'Speech', parent: -1 },
        ],
      },
    ],
    records: told.map(([place, topic], i) => ({
      title: `Record ${i}`,
      authors: [],
      tags: { geography: [[place!, 50]], technology: [[topic!, 50]] },
      hidden: {},
    })),
  });
  const body = JSON.stringify(encodeDataset(dataset));
  await page.route('**/dataset.json*', (route) => route.fulfill({ contentType: 'application/json', body }));
  await openDashboard(page);
  const map = view(page, 'Map');
  const legend = map.getByRole('group', { name: 'Legend' });
  await test.step('it is chosen, and says what it needs where nothing is filtered', async () => {
    await page.getByText('Map options').click();
    await page.getByRole('radio', { name: 'Against all records' }).check();
    await expect(page).toHaveURL(/colour=expected/);
    await expect(legend).toContainText('Filter by a topic, an author or a word to compare with all records');
    await expect(page.getByRole('radio', { name: 'Quantiles' })).toBeDisabled();
    await expect(mark(page, 'Map', 'Germany')).toHaveClass(/against-2/);
    await page.keyboard.press('Escape');
  });
  await test.step('more, less though nothing is seen, and too few look different', async () => {
    await clickMark(mark(page, 'Topics', 'Vision'));
    await expect(mark(page, 'Map', 'Germany')).toHaveClass(/against-3/);
    await expect(mark(page, 'Map', 'France')).toHaveAccessibleName(/^France: 0 records/);
    await expect(mark(page, 'Map', 'France')).toHaveClass(/value against-0/);
    await expect(mark(page, 'Map', 'Italy')).toHaveClass(/against-5/);
    await page.reload();
    await expect(legend).toContainText('coloured only where chance alone is unlikely');
    await expect(mark(page, 'Map', 'Italy')).toHaveCSS('fill', 'rgb(214, 221, 232)');
    await expectAccessible(page, '[data-view="map"]');
  });
  await test.step('its classes light up and filter, as those of values do', async () => {
    const more = legend.getByRole('button', { name: '1× to 2×: 1 place. Filter by them' });
    await expect(legend.getByRole('button', { name: /^over 2×/ })).toBeDisabled();
    await more.hover();
    await expect(mark(page, 'Map', 'France')).toHaveClass(/dimmed/);
    await more.click();
    await expectChips(page, ['place Germany', 'technology Vision']);
    await expect(legend).toContainText('Tagged here, against all records, whatever is chosen');
    await more.click();
  });
  await test.step('the file shows the same', async () => {
    await map.getByRole('button', { name: 'Download' }).click();
    const svg = await downloaded(page, page.getByRole('menuitem', { name: /^SVG/ }));
    const text = svg.bytes.toString('utf8');
    for (const fill of ['#5ba8a0', '#8a4f14', '#d6dde8']) expect(text).toContain(`fill="${fill}"`);
    expect(text).toContain('Tagged here, against all records');
  });
});

test('axe finds nothing in a country, on a globe, with certainty, with the options open', async ({
  page,
}) => {
  for (const query of ['?focus.geography=USA', '?projection=globe&colour=certainty', '?geography=CAN']) {
    await openDashboard(page, query);
    await expectAccessible(page, '[data-view="map"]');
  }
  await page.getByText('Map options').click();
  await expectAccessible(page, '[data-view="map"]');
});

test('where the globe cannot be loaded the map is flat, and says why', async ({ page, allowFaults }) => {
  allowFaults(/^console error: Failed to load resource/);
  await page.route('**/assets/globe-map-*', (route) => route.abort());
  await openDashboard(page, '?projection=globe');
  await expect(view(page, 'Map').getByRole('alert')).toContainText('The globe’s script could not be loaded');
  await expect(mark(page, 'Map', 'United States')).toBeVisible();
  await expect(view(page, 'Map').locator('.sphere')).toHaveCount(0);
});

test('a country answers wherever it is pointed at, though small ones lie beside it', async ({ page }) => {
  const concepts = [
    { label: 'Germany', parent: -1, code: 'DEU' },
    { label: 'France', parent: -1, code: 'FRA' },
    { label: 'Belgium', parent: -1, code: 'BEL' },
    { label: 'Netherlands', parent: -1, code: 'NLD' },
    { label: 'Switzerland', parent: -1, code: 'CHE' },
    { label: 'Luxembourg', parent: -1, code: 'LUX' },
    { label: 'Monaco', parent: -1, code: 'MCO' },
    { label: 'Italy', parent: -1, code: 'ITA' },
  ];
  const dataset = makeDataset({
    authors: [],
    facets: [{ id: 'geography', kind: 'place', concepts }],
    records: concepts.map(({ label }, i) => ({
      title: label,
      authors: [],
      tags: { geography: [[i, 50]] },
      hidden: {},
    })),
  });
  const body = JSON.stringify(encodeDataset(dataset));
  await page.route('**/dataset.json*', (route) => route.fulfill({ contentType: 'application/json', body }));
  await openDashboard(page);
  /** Places that an area fills, 8 px from the middle of every circle. */
  const placesIn = (label: string) =>
    mark(page, 'Map', label).evaluate((area: SVGPathElement) => {
      const middles = [...document.querySelectorAll('.near')].map((circle) => circle.getBoundingClientRect());
      const { left, right, top, bottom } = area.getBoundingClientRect();
      const toShape = area.getScreenCTM()!.inverse();
      const places: { x: number; y: number }[] = [];
      for (let y = Math.ceil(top); y < bottom; y += 2) {
        for (let x = Math.ceil(left); x < right; x += 2) {
          const isClose = middles.some((box) => Math.hypot(box.x + 12 - x, box.y + 12 - y) < 8);
          if (!isClose && area.isPointInFill(new DOMPoint(x, y).matrixTransform(toShape)))
            places.push({ x, y });
        }
      }
      return places;
    });
  for (const label of ['Germany', 'France', 'Italy']) {
    const places = await placesIn(label);
    expect(places.length, label).toBeGreaterThan(10);
    for (const place of places.filter((_, i) => i % Math.ceil(places.length / 12) === 0)) {
      await page.mouse.move(place.x, place.y);
      await expect(page.getByRole('tooltip')).toContainText(label);
    }
  }
  // and a small one where nothing else is: south of Monaco lies the sea
  const box = (await mark(page, 'Map', 'Monaco').boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height - 2);
  await expect(page.getByRole('tooltip')).toContainText('Monaco');
});
