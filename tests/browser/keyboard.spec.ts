/** The whole page by the keyboard alone. */
import type { Locator, Page } from '@playwright/test';
import {
  expectChips,
  expectQuery,
  expectRecords,
  filters,
  goOnAt,
  mark,
  openDashboard,
  view,
  VIEWS,
  type ViewName,
} from './dashboard.ts';
import { expect, test } from './fixtures.ts';

test('the tab key and the arrows pass through the page and its countries', async ({ page }) => {
  await openDashboard(page);
  await test.step('the tab key passes through the page and stops once among the marks of each view', async () => {
    const stops: string[] = [];
    await page.getByRole('combobox', { name: /^Search/ }).focus();
    for (let i = 0; i < 80; i++) {
      await page.keyboard.press('Tab');
      const stop = await page.evaluate(() => {
        const active = document.activeElement!;
        const region = active.closest('section')?.getAttribute('aria-label') ?? 'page';
        const isMark = active.matches('[data-node], [data-record] button');
        return active === document.body ? '' : `${region}: ${isMark ? 'mark' : active.tagName}`;
      });
      if (stop === '') break;
      stops.push(stop);
    }
    for (const name of VIEWS) expect(stops.filter((stop) => stop === `${name}: mark`)).toHaveLength(1);
    expect(stops.length, 'the page comes to an end').toBeLessThan(60);
  });
  await test.step('arrows: up from the United States leads to Canada, outlined, and the tooltip tells where', async () => {
    await mark(page, 'Map', 'United States').focus();
    await expect(page.getByRole('tooltip')).toContainText('United States');
    await page.keyboard.press('ArrowUp');
    await expect(mark(page, 'Map', 'Canada')).toBeFocused();
    await expect(page.getByRole('tooltip')).toContainText('Canada');
    await expect(view(page, 'Map').locator('.outline.hovered')).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('tooltip')).not.toContainText('Canada');
  });
  await test.step('arrows: from end to end, and the tab stop comes along', async () => {
    await mark(page, 'Map', 'United States').focus();
    const visited: string[] = [];
    for (let i = 0; i < 10; i++) {
      const { name, x } = await focusedMark(page, 'Map');
      visited.push(name);
      await page.keyboard.press('ArrowRight');
      const next = await focusedMark(page, 'Map');
      if (next.name === name) break;
      expect(next.x).toBeGreaterThan(x);
    }
    expect(visited.length).toBeGreaterThanOrEqual(4);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+Tab');
    expect((await focusedMark(page, 'Map')).name).toBe(visited.at(-1));
  });
  await test.step('in a window of 320 by 256 a tooltip is seen whole and does not hide its mark', async () => {
    await page.setViewportSize({ width: 320, height: 256 });
    const tooltip = page.getByRole('tooltip');
    const hidden: string[] = [];
    const marks = view(page, 'Map').locator('[data-node][tabindex]');
    // by their nodes: what becomes a circle in a small window stands elsewhere among them
    for (const node of await marks.evaluateAll((all) => all.map((one) => one.getAttribute('data-node')))) {
      const one = view(page, 'Map').locator(`[data-node="${node}"][tabindex]`);
      await one.focus();
      const label = (await one.getAttribute('aria-label'))!;
      await expect(tooltip).toContainText(label.split(':')[0]!);
      const [over, box] = [(await tooltip.boundingBox())!, (await one.boundingBox())!];
      const isHidden =
        over.x <= box.x &&
        over.y <= box.y &&
        over.x + over.width >= box.x + box.width &&
        over.y + over.height >= box.y + box.height;
      if (isHidden) hidden.push(label);
      await expect(tooltip).toBeInViewport({ ratio: 1 });
    }
    expect(hidden).toEqual([]);
  });
});

test('arrows move between topics, authors and records', async ({ page }) => {
  await openDashboard(page);
  await test.step('arrows, Home and End move through the records; Enter opens one', async () => {
    const rows = view(page, 'Records').getByRole('row').getByRole('button');
    await rows.first().focus();
    await page.keyboard.press('ArrowDown');
    await expect(rows.nth(1)).toBeFocused();
    await page.keyboard.press('End');
    await expect(view(page, 'Records').getByRole('button', { name: /^Population Expansion/ })).toBeFocused();
    await expect(
      view(page, 'Records').getByRole('button', { name: /^Population Expansion/ }),
    ).toBeInViewport();
    await page.keyboard.press('Home');
    await expect(rows.first()).toBeFocused();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: /^Training language models to follow/ });
    await expect(dialog).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(rows.first()).toBeFocused();
  });
  await test.step('arrows move between the authors, and to the hub of their team', async () => {
    await mark(page, 'Co-authors', 'Kaj Bostrom').focus();
    await page.keyboard.press('ArrowDown');
    const next = await focusedMark(page, 'Co-authors');
    expect(next.name).not.toContain('Kaj Bostrom');
    await expect(page.getByRole('tooltip')).toContainText(next.name.split(':')[0]!);
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle);
    expect(outline).toBe('solid');
    // from an author beside the hub a way leads onto it
    const hub = view(page, 'Co-authors').getByRole('button', { name: /^Team of 59 authors/ });
    await hub.focus();
    await page.keyboard.press('ArrowUp');
    await expect(hub).not.toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(hub).toBeFocused();
  });
  await test.step('arrows move between the topics, which show where focus is', async () => {
    await mark(page, 'Topics', 'Natural Language').focus();
    await page.keyboard.press('ArrowRight');
    const next = await focusedMark(page, 'Topics');
    expect(next.name).not.toContain('Natural Language');
    await expect(page.getByRole('tooltip')).toContainText(next.name.split(':')[0]!);
    await page.keyboard.press('Space');
    await expectChips(page, [`technology ${next.name.split(':')[0]!}`]);
  });
});

test('keys include, exclude and enter a country, on the map and in its table', async ({ page }) => {
  await openDashboard(page);
  await test.step('Enter and Space include and release, Alt+Enter excludes, and focus stays', async () => {
    const country = mark(page, 'Map', 'Austria');
    await country.focus();
    await page.keyboard.press('Enter');
    await expectChips(page, ['place Austria']);
    await page.keyboard.press('Space');
    await expectChips(page, []);
    await page.keyboard.press('Space');
    await expectChips(page, ['place Austria']);
    await page.keyboard.press('Alt+Enter');
    await expectChips(page, ['not place Austria']);
    await page.keyboard.press('Delete');
    await expectChips(page, []);
    await expect(country).toBeFocused();
  });
  await test.step('+ enters a small country, Escape back, and focus stays on it', async () => {
    const country = mark(page, 'Map', 'Singapore');
    await country.focus();
    await page.keyboard.press('+');
    await expectQuery(page, [['focus.geography', 'SGP']]);
    const levels = view(page, 'Map').getByRole('navigation', { name: 'Place levels' });
    await expect(levels).toHaveText(/World\s*›\s*Singapore/);
    // the world stays until the country can be drawn, with the focus on a mark that goes with it
    await expect(mark(page, 'Map', 'Spain')).toHaveCount(0);
    await expect(country).toBeFocused();
    await page.keyboard.press('Escape');
    await expectQuery(page, []);
    await expect(levels).toHaveCount(0);
    await expect(country).toBeFocused();
  });
  await test.step('a country in a table is included by Enter and excluded by x', async () => {
    await goOnAt(page, '?table=map');
    const country = view(page, 'Map').getByRole('button', { name: 'Spain', exact: true });
    await country.focus();
    await page.keyboard.press('Enter');
    await expectChips(page, ['place Spain']);
    await page.keyboard.press('x');
    await expectChips(page, ['not place Spain']);
    await expect(view(page, 'Map').getByRole('row').filter({ hasText: 'Spain' })).toContainText('excluded');
    await expect(country).toBeFocused();
  });
});

test('Escape leads back also while a country has gone and its city circle is not yet drawn', async ({
  page,
}) => {
  await openDashboard(page);
  let draw: () => void = () => undefined;
  const asked = new Promise<void>((resolve) => (draw = resolve));
  await page.route('**/MapCities-*.js', async (route) => {
    await asked;
    await route.continue();
  });
  await mark(page, 'Map', 'Singapore').focus();
  await page.keyboard.press('+');
  await expect.poll(() => page.evaluate(() => document.activeElement?.localName)).toBe('body');
  await page.keyboard.press('Escape');
  await expectQuery(page, []);
  draw();
  await expect(mark(page, 'Map', 'Spain')).toHaveCount(1);
});

test.describe('focus goes on where a pressed button goes', () => {
  const remove = (page: Page, what: string) =>
    page.getByRole('button', { name: `Remove ${what}`, exact: true });
  const undo = (page: Page | Locator) => page.getByRole('button', { name: 'Undo', exact: true });

  test('from chip to chip, and from “Clear all” to Undo or to the records', async ({ page }) => {
    await test.step('from chip to chip, and from the last one to Undo', async () => {
      await openDashboard(page, '?geography=USA&geography=AUT&not.geography=ESP');
      await remove(page, 'place United States').focus();
      await page.keyboard.press('Enter');
      await expectChips(page, ['place Austria', 'not place Spain']);
      await expect(remove(page, 'place Austria')).toBeFocused();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Space');
      await expectChips(page, ['place Austria']);
      await expect(remove(page, 'place Austria')).toBeFocused();
      await page.keyboard.press('Space');
      await expectChips(page, []);
      await expect(undo(page)).toBeFocused();
      await page.keyboard.press('Enter');
      await expectChips(page, ['place Austria']);
    });
    await test.step('from “Clear all” of the filters to Undo', async () => {
      await goOnAt(page, '?geography=USA&geography=AUT');
      await page.getByRole('button', { name: 'Clear all' }).focus();
      await page.keyboard.press('Enter');
      await expectChips(page, []);
      await expect(undo(page)).toBeFocused();
    });
    for (const as of ['list', 'table']) {
      await test.step(`from “Clear all” of no records to the ${as} of them`, async () => {
        const query = `?geography=AUT&geography=ESP&mode.geography=all${as === 'table' ? '&table=records' : ''}`;
        await goOnAt(page, query);
        await view(page, 'Records').getByRole('button', { name: 'Clear all' }).focus();
        await page.keyboard.press('Enter');
        await expectRecords(page, 9);
        const records = view(page, 'Records').getByRole('row').getByRole('button');
        const head = view(page, 'Records').getByRole('button', { name: 'Show as list' });
        await expect(as === 'list' ? records.first() : head).toBeFocused();
      });
    }
    await test.step('on a phone from the one way back, above all views, to Undo', async () => {
      await page.setViewportSize({ width: 390, height: 844 });
      await goOnAt(
        page,
        '?geography=AUT&geography=ESP&mode.geography=all&not.geography=USA&not.geography=MCO',
      );
      // of the chips, which are pushed along else, none lies beyond the edge: any of them may be to blame
      for (const chip of await filters(page).getByRole('listitem').all())
        await expect(chip).toBeInViewport({ ratio: 1 });
      const told = page.getByText('No record passes all filters');
      await expect(told).toHaveCount(1);
      const [words, map] = [(await told.boundingBox())!, (await view(page, 'Map').boundingBox())!];
      expect(words.y + words.height).toBeLessThan(map.y);
      for (const region of ['Topics', 'Records', 'Co-authors'] as const) {
        expect((await view(page, region).boundingBox())!.height, region).toBeLessThan(220);
      }
      await view(page, 'Records').getByRole('button', { name: 'Clear all' }).press('Enter');
      await expectRecords(page, 9);
      await expect(undo(page)).toBeFocused();
      // rows without a record make no panel short
      await goOnAt(page, '?geography=AUT&table=topics');
      await expect(view(page, 'Topics').locator('tr.empty').first()).toBeAttached();
      expect((await view(page, 'Topics').boundingBox())!.height).toBeGreaterThan(300);
    });
  });

  test('from drawings to their marks, and from the last scene to Undo', async ({ page }) => {
    await test.step('from the way back of a drawing to its marks, and from a country’s regions to the country', async () => {
      await openDashboard(
        page,
        '?focus.geography=USA&topics=genre&focus.genre=Research+Report&coauthors.around=Kumar%2C+Aviral',
      );
      const press = async (found: Locator, key = 'Enter') => {
        await found.focus();
        await page.keyboard.press(key);
      };
      const focused = () =>
        page.evaluate(() => {
          const { activeElement } = document;
          const view = activeElement?.closest('[data-view]')?.getAttribute('data-view');
          return `${view}: ${activeElement?.getAttribute('aria-label')}`;
        });
      await press(view(page, 'Topics').getByRole('button', { name: 'All topics' }));
      await expect.poll(focused).toMatch(/^topics: .+: \d/);
      await press(view(page, 'Co-authors').getByRole('button', { name: 'Everybody' }));
      await expect.poll(focused).toMatch(/^coauthors: .+: \d/);
      await expect(page.getByRole('button', { name: /undefined|NaN/ })).toHaveCount(0);
      await press(mark(page, 'Map', 'California'), 'Escape');
      await expect.poll(focused).toMatch(/^map: United States: /);
      await press(view(page, 'Map').getByRole('button', { name: 'Zoom into the map' }));
      await press(view(page, 'Map').getByRole('button', { name: 'Show the whole map' }));
      await expect.poll(focused).toMatch(/^map: United States: /);
      // a drawing is no stop of the keyboard: its marks are
      const stops = await page.evaluate(
        () =>
          [...document.querySelectorAll('svg')].filter((drawing) => {
            drawing.focus();
            return document.activeElement === drawing;
          }).length,
      );
      expect(stops).toBe(0);
    });
    await goOnAt(page);
    await test.step('from the last scene to Undo, and back to the scene', async () => {
      await page.getByRole('button', { name: 'Present', exact: true }).click();
      const scenes = page.getByRole('dialog', { name: 'Scenes' });
      for (let left = 4; left > 0; left--) {
        await scenes.getByRole('button', { name: `Delete scene ${left}` }).focus();
        await page.keyboard.press('Enter');
      }
      await expect(scenes.getByText('No scene yet.')).toBeVisible();
      await expect(undo(scenes)).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(scenes.getByRole('button', { name: /^Scene 1: / })).toBeFocused();
      await scenes.getByRole('button', { name: 'Back to the dataset’s scenes' }).focus();
      await page.keyboard.press('Enter');
      await expect(undo(scenes)).toBeFocused();
    });
  });
});

/** The mark of a view that has the focus. */
async function focusedMark(page: Page, name: ViewName): Promise<{ name: string; x: number }> {
  const focused = view(page, name).locator(':focus');
  await expect(focused).toHaveCount(1);
  return focused.evaluate((element) => {
    const { left, width } = element.getBoundingClientRect();
    return { name: element.getAttribute('aria-label') ?? '', x: left + width / 2 };
  });
}
