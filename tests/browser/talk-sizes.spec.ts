/** A talk on screens of every size: what is shown has its room. */
import { expectAccessible } from './axe.ts';
import { openDashboard, view, VIEWS } from './dashboard.ts';
import { expect, test } from './fixtures.ts';
import { openScenes, panel, talk, title, TITLES } from './scenes.ts';

for (const [width, height] of [
  [1440, 900],
  [1280, 720],
  [1920, 1080],
] as const) {
  test(`the legend of a talk’s map is a row below it, at ${width} × ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto('./#present=1');
    await expect(title(page)).toHaveText(TITLES[0]!);
    const legend = view(page, 'Map').locator('.map > .legend');
    const [row, drawing] = [
      (await legend.boundingBox())!,
      (await view(page, 'Map').locator('.drawing').boundingBox())!,
    ];
    expect(row.y).toBeGreaterThanOrEqual(drawing.y + drawing.height - 1);
    expect(Math.abs(row.x - drawing.x) + Math.abs(row.width - drawing.width)).toBeLessThan(2);
  });
}

for (const [width, height] of [
  [1280, 720],
  [1920, 1080],
  [1024, 768],
] as const) {
  test(`every view fills ${width} by ${height}, in large type and nothing beside it`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto('./#present=1');
    await expect(title(page)).toHaveText(TITLES[0]!);
    for (const name of ['Map', 'Map', 'Topics', 'Co-authors'] as const) {
      await expect(view(page, name)).toBeVisible();
      const box = (await view(page, name).boundingBox())!;
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.y).toBeGreaterThan(0);
      expect(box.x + box.width).toBeLessThanOrEqual(width);
      expect(box.y + box.height).toBeLessThanOrEqual(height);
      expect(box.width * box.height).toBeGreaterThan(0.45 * width * height);
      const scale =
        box.width / (await view(page, name).evaluate((element: HTMLElement) => element.offsetWidth));
      expect(12 * scale).toBeGreaterThanOrEqual(15);
      const scrolls = () =>
        document.documentElement.scrollHeight > innerHeight ||
        document.documentElement.scrollWidth > innerWidth;
      expect(await page.evaluate(scrolls)).toBe(false);
      await page.keyboard.press('ArrowRight');
    }
    await expectAccessible(page);
  });
}

for (const [width, height] of [
  [390, 844],
  [844, 390],
] as const) {
  test(`the whole dashboard at ${width} by ${height} scrolls, each view and each filter in full`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    const scenes = [
      { title: 'All', view: 'all', query: 'geography=USA&not.geography=AUT&min.geography=0.04' },
    ];
    await openDashboard(page);
    await openScenes(page);
    const file = JSON.stringify({ format: 'whereabouts-scenes', version: 1, scenes });
    await panel(page)
      .getByLabel('File of scenes')
      .setInputFiles({ name: 'all.json', mimeType: 'application/json', buffer: Buffer.from(file) });
    await panel(page).getByRole('button', { name: 'Present from scene 1' }).click();
    await expect(title(page)).toHaveText('All');
    for (const name of VIEWS) {
      const shown = view(page, name);
      await shown.scrollIntoViewIfNeeded();
      const box = (await shown.boundingBox())!;
      expect(box.height).toBeGreaterThan(280);
      if (width < height) expect(box.width).toBeGreaterThan(0.8 * width);
      const heading = shown.getByRole('heading', { level: 2 });
      expect(await heading.evaluate((h2) => h2.getBoundingClientRect().right)).toBeLessThan(
        box.x + box.width,
      );
    }
    const foot = talk(page).locator('.shown');
    const parts = foot.locator('.part');
    await expect(parts).toHaveCount(3);
    const { y: top, height: room } = (await foot.boundingBox())!;
    for (const part of await parts.all()) {
      const box = (await part.boundingBox())!;
      expect(box.y).toBeGreaterThanOrEqual(top);
      expect(box.y + box.height).toBeLessThanOrEqual(top + room + 0.5);
    }
  });
}

for (const [width, height] of [
  [720, 450],
  [390, 844],
] as const) {
  test(`filters that have no room at ${width} by ${height} are counted`, async ({ page }) => {
    await openDashboard(
      page,
      '?geography=USA&geography=CAN&geography=ESP&not.geography=MCO&not.geography=THA&not.industry=Law' +
        '&min.geography=0.02&min.technology=0.10&min.industry=0.10',
    );
    await openScenes(page);
    await panel(page).getByRole('button', { name: 'Save this view' }).click();
    await page.setViewportSize({ width, height });
    await panel(page).getByRole('button', { name: 'Present from scene 5' }).click();
    const parts = talk(page).locator('.part');
    await expect(parts).toHaveCount(10); // with "any of 3 places"
    const seen = () =>
      talk(page)
        .locator('.shown')
        .evaluate((line) => {
          const { bottom } = line.getBoundingClientRect();
          const all = [...line.querySelectorAll('.part')];
          return all.filter((part) => part.getBoundingClientRect().bottom <= bottom + 1).length;
        });
    await expect(talk(page).getByText(/^\+ \d filters$/)).toBeInViewport({ ratio: 1 });
    const told = Number(
      (
        await talk(page)
          .getByText(/^\+ \d filters$/)
          .innerText()
      ).match(/\d/)![0],
    );
    expect(told + (await seen())).toBe(10);
  });
}
