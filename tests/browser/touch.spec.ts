/** A touch screen: what fingers do on the drawings, by themselves and in a frame. */
import { test, expect, type CDPSession, type Locator, type Page } from '@playwright/test';
import { expectChips, expectRecords, mark, openDashboard, placeOf } from './dashboard.ts';
import { embedHost } from './host-page.ts';

const host = embedHost(test, 'HOME/');
test.use({ hasTouch: true, viewport: { width: 390, height: 800 } });

/** Moves fingers from one place to another, as a touch screen would tell it. */
async function drag(
  client: CDPSession,
  fingers: readonly (readonly [from: Point, to: Point])[],
): Promise<void> {
  const at = (share: number) =>
    fingers.map(([from, to], id) => ({
      id,
      x: from[0] + (to[0] - from[0]) * share,
      y: from[1] + (to[1] - from[1]) * share,
    }));
  await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) });
  for (let i = 1; i <= 12; i++)
    await client.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(i / 12) });
  await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}
type Point = readonly [x: number, y: number];

for (const where of ['embed', 'dashboard'] as const) {
  test(`one finger on the map scrolls the page, two zoom the map: ${where}`, async ({ page }) => {
    if (where === 'embed') {
      const frame = '<iframe src="HOME/embed.html" title="Map" width="374" height="560"></iframe>';
      await host.open(page, `${frame}<p style="height: 3000px">below</p>`);
    } else await page.goto(host.url);
    const inside = where === 'embed' ? page.locator('iframe').contentFrame() : page;
    const map = inside.getByRole('region', { name: 'Map' });
    await expect(map.getByRole('button', { name: /^United States: / })).toBeVisible();
    const client = await page.context().newCDPSession(page);
    const box = (await map.locator('.drawing').boundingBox())!;
    const middle: Point = [box.x + box.width / 2, box.y + box.height / 2];
    const isWhole = () => map.getByRole('button', { name: 'Show the whole map' }).count();
    const scrolled = () => page.evaluate(() => Math.round(scrollY));
    await drag(client, [[middle, [middle[0], middle[1] - 100]]]);
    await expect.poll(scrolled).toBeGreaterThan(40);
    const before = await scrolled();
    const now: Point = [middle[0], middle[1] - before];
    expect(await isWhole()).toBe(0);
    await drag(client, [
      [
        [now[0] - 20, now[1]],
        [now[0] - 100, now[1]],
      ],
      [
        [now[0] + 20, now[1]],
        [now[0] + 100, now[1]],
      ],
    ]);
    await expect.poll(isWhole).toBe(1);
    expect(await page.evaluate(() => visualViewport?.scale)).toBe(1);
    if (where === 'dashboard') {
      await test.step('nothing to press is lower or narrower than 24 px', async () => {
        const small = await page
          .locator('button:not([data-node], [data-mark]), select')
          .evaluateAll((targets) =>
            targets.flatMap((target) => {
              const { width, height } = target.getBoundingClientRect();
              const isLarge = Math.min(width, height) >= 24 || width === 0;
              return isLarge ? [] : [`${target.outerHTML}: ${width} by ${height}`];
            }),
          );
        expect(small).toEqual([]);
      });
      return;
    }
    // zoomed in too, one finger is the page's
    await drag(client, [[now, [now[0], now[1] - 60]]]);
    await expect.poll(scrolled).toBeGreaterThan(before + 20);
  });
}

/** Puts a finger on a place. */
async function touch(page: Page, { x, y }: { readonly x: number; readonly y: number }) {
  const client = await page.context().newCDPSession(page);
  await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
  return {
    move: (dx: number) =>
      client.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x: x + dx, y }] }),
    lift: () => client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] }),
  };
}

/** Of people, who are painted, the element that has their name is not what a finger touches. */
async function middleOf(found: Locator) {
  await found.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const { x, y, width, height } = (await found.boundingBox())!;
  return { x: x + width / 2, y: y + height / 2 };
}

test('a finger that is held opens the menu of a mark, one that is moved does not', async ({ page }) => {
  // as with browsers that make no event of their own of it
  await page.addInitScript(() =>
    addEventListener('contextmenu', (event) => event.stopImmediatePropagation(), true),
  );
  await openDashboard(page);
  await expect(
    page.getByText('Tap a country, a topic or an author to filter; hold it for more.'),
  ).toBeVisible();
  const menu = page.getByRole('menu');
  const places = [
    () => placeOf(mark(page, 'Topics', 'Accuracy')),
    () => middleOf(mark(page, 'Co-authors', 'Aviral Kumar')),
    () => placeOf(mark(page, 'Map', 'Canada')),
  ];
  for (const place of places) {
    const finger = await touch(page, await place());
    await expect(menu).toBeVisible();
    await finger.lift();
    await page.waitForTimeout(300);
    await expect(menu).toBeVisible();
    await page.keyboard.press('Escape');
    await expectRecords(page, 9);
  }
  const moved = await touch(page, await placeOf(mark(page, 'Map', 'Canada')));
  await moved.move(15);
  await page.waitForTimeout(700);
  await expect(menu).toHaveCount(0);
  await moved.lift();

  const held = await touch(page, await placeOf(mark(page, 'Map', 'Canada')));
  await expect(menu).toBeVisible();
  await held.lift();
  await page.getByRole('menuitem', { name: 'Exclude' }).tap();
  await expectChips(page, ['not place Canada']);
  await expectRecords(page, 8);
});
