/** What is asked of the co-author graph, by pointer and keyboard, and that the address follows. */
import { expectAccessible } from './axe.ts';
import { expectChips, expectQuery, expectRecords, goOnAt, mark, openDashboard, view } from './dashboard.ts';
import { expect, test, WITH_MOTION } from './fixtures.ts';
import type { Page } from '@playwright/test';

test.use(WITH_MOTION);

const AROUND = 'Kumar, Aviral';
const graph = (page: Page) => view(page, 'Co-authors');
const people = (page: Page) =>
  graph(page).getByRole('list', { name: 'Authors' }).locator('button[data-node]');

test('a surrounding is opened by a link, shown as a table, and made and left by the menu', async ({
  page,
}) => {
  await test.step('a link to a surrounding opens it, and one to somebody unknown says so', async () => {
    await openDashboard(page, `?coauthors.around=${encodeURIComponent(AROUND)}`);
    await expect(people(page)).toHaveCount(18);
    await openDashboard(page, '?coauthors.around=Nobody%2C+N.&coauthors.pairs=1');
    await expect(page.getByText('Nobody, N.')).toBeVisible();
  });
  await test.step('the table of a surrounding lists those who are drawn, and Everybody leads back', async () => {
    await goOnAt(page, `?coauthors.around=${encodeURIComponent(AROUND)}&table=coauthors`);
    const rows = graph(page).getByRole('table').locator('tbody tr');
    await expect(rows).toHaveCount(18);
    await expect(graph(page)).toContainText('18 of 374');
    const crumb = graph(page).getByRole('group', { name: 'Who is around Aviral Kumar' });
    await expectAccessible(page);
    await crumb.getByRole('button', { name: 'Everybody' }).click();
    await expect(graph(page)).toContainText('374 authors');
    await expect(rows.first()).toBeVisible();
    expect(await rows.count()).toBeGreaterThan(18);
  });
  await test.step('around an author stand their co-authors alone, from the menu, and Everybody leads back', async () => {
    await goOnAt(page);
    // these buttons come after the picture
    await expect(people(page)).not.toHaveCount(0);
    const all = await people(page).count();
    await mark(page, 'Co-authors', 'Aviral Kumar').focus();
    await page.keyboard.press('m');
    await page.getByRole('menuitem', { name: 'Show who is around' }).click();
    await expectQuery(page, [['coauthors.around', AROUND]]);
    await expect(people(page)).toHaveCount(18);
    await expectRecords(page, 9); // changes no count
    const crumb = graph(page).getByRole('group', { name: 'Who is around Aviral Kumar' });
    await crumb.getByText('and theirs').click();
    await expectQuery(page, [
      ['coauthors.around', AROUND],
      ['coauthors.steps', '2'],
    ]);
    await page.goBack();
    await expect(crumb.getByRole('radio', { name: 'co-authors' })).toBeChecked();
    await crumb.getByRole('button', { name: 'Everybody' }).click();
    await expectQuery(page, []);
    await expect(people(page)).toHaveCount(all);
  });
});

test('the options say which links and people are drawn, and the address follows', async ({ page }) => {
  await test.step('weak links go as the least strength rises, with the number kept, and Back brings them again', async () => {
    await openDashboard(page, '?coauthors.strength=fractional');
    const slider = graph(page).getByRole('slider', { name: 'Least strength of a link' });
    const [, all] = /kept ([\d,]+) of \1 links/.exec(await graph(page).innerText()) ?? [];
    expect(Number(all)).toBeGreaterThan(100);
    await slider.focus();
    await page.keyboard.press('ArrowRight');
    await expect(slider).toHaveAttribute('aria-valuetext', new RegExp(`of ${all!} links kept$`));
    await expect(graph(page)).not.toContainText(`kept ${all!} of`);
    expect(new URL(page.url()).searchParams.get('coauthors.min')).toMatch(/^0\.\d+$/);
    await expectRecords(page, 9);
    await page.goBack();
    await expect(graph(page)).toContainText(`kept ${all!} of ${all!} links`);
  });
  await test.step('what the colours count and filter by are the people who are drawn', async () => {
    await goOnAt(page, '?coauthors.strength=fractional&coauthors.min=0.05&coauthors.alone=hidden');
    await expect(graph(page)).toContainText('of 374');
    const drawn = Number(/(\d+) of 374/.exec(await graph(page).innerText())?.[1]);
    expect(drawn).toBeGreaterThan(0);
    const counts = (await graph(page).locator('ul .people').allInnerTexts()).map(Number);
    expect(counts.length).toBeGreaterThan(0);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(drawn);
    await graph(page).locator('ul button:has(.people)').first().click();
    const included = () => new URL(page.url()).searchParams.getAll('author').length;
    await expect.poll(included).toBe(counts[0]);
  });
  await test.step('the options colour, count, hide and draw hubs otherwise, each in the address', async () => {
    await goOnAt(page);
    await graph(page).locator('summary', { hasText: 'Graph options' }).click();
    const sheet = graph(page);
    await sheet.getByRole('radio', { name: 'Place' }).check();
    await expect(graph(page).getByRole('list', { name: /place/ })).toContainText('United States');
    await sheet.getByRole('radio', { name: 'Fractional' }).check();
    await sheet.getByRole('checkbox', { name: /without a drawn link/ }).check();
    await sheet.getByRole('combobox', { name: /as a hub/ }).selectOption('100');
    await expect(graph(page)).toContainText('1 hub of over 100 authors');
    await expectQuery(page, [
      ['coauthors.strength', 'fractional'],
      ['coauthors.alone', 'hidden'],
      ['coauthors.pairs', '100'],
      ['coauthors.colour', 'place'],
    ]);
    await page.keyboard.press('Escape');
    await expect(sheet.getByRole('checkbox', { name: /without a drawn link/ })).toHaveCount(0);
    await expectAccessible(page);
  });
});

test('a loop drawn with Shift puts those inside into the filter, and moves nobody', async ({ page }) => {
  await openDashboard(page, `?coauthors.around=${encodeURIComponent(AROUND)}`);
  const first = people(page).first();
  await expect(people(page)).toHaveCount(18);
  const before = await first.boundingBox();
  const boxes = await Promise.all((await people(page).all()).map((one) => one.boundingBox()));
  const left = Math.min(...boxes.map((box) => box!.x)) - 12;
  const right = Math.max(...boxes.map((box) => box!.x + box!.width)) + 12;
  const top = Math.min(...boxes.map((box) => box!.y)) - 6;
  const bottom = Math.max(...boxes.map((box) => box!.y + box!.height)) + 6;
  await page.keyboard.down('Shift');
  await page.mouse.move(left, top);
  await page.mouse.down();
  for (const [x, y] of [
    [right, top],
    [right, bottom],
    [left, bottom],
    [left, top],
  ] as const) {
    await page.mouse.move(x, y, { steps: 6 });
  }
  await page.mouse.up();
  await page.keyboard.up('Shift');
  await expect.poll(() => new URL(page.url()).searchParams.getAll('author').length).toBe(18);
  await expectRecords(page, 1);
  // the chips take a line more; nobody is arranged anew
  expect((await first.boundingBox())!.x).toBeCloseTo(before!.x, 0);
});

test('communities go into the filter, and an author’s profile leads on', async ({ page }) => {
  await openDashboard(page);
  await test.step('by keyboard a community goes into the filter as one', async () => {
    await mark(page, 'Co-authors', 'Aviral Kumar').focus();
    await page.keyboard.press('m');
    await page.getByRole('menuitem', { name: /^Include the community \(18\)$/ }).click();
    await expectRecords(page, 1);
    await expect.poll(() => new URL(page.url()).searchParams.getAll('author').length).toBe(18);
  });
  await test.step('the legend names the communities by their strongest, and filters', async () => {
    await goOnAt(page);
    const legend = graph(page).getByRole('list', { name: 'Communities' });
    await legend.getByRole('button', { name: /and 17 others/ }).click();
    await expectRecords(page, 1);
  });
  await test.step('an author’s profile lists records, co-authors and tags, each to filter by', async () => {
    await goOnAt(page);
    await mark(page, 'Co-authors', 'Aviral Kumar').focus();
    await page.keyboard.press('m');
    await page.getByRole('menuitem', { name: 'Open profile' }).click();
    const panel = page.getByRole('dialog', { name: 'Aviral Kumar' });
    await expect(panel).toContainText('1 record, 17 co-authors');
    await expectQuery(page, [['person', AROUND]]);
    await panel.getByRole('button', { name: /^Rishabh Agarwal/ }).click();
    await expectRecords(page, 1);
    await expect(panel).toContainText('1 record, 17 co-authors');
    await expectAccessible(page);
    await panel.getByRole('button', { name: /Self-Correct/ }).click();
    await expect(page.getByRole('dialog', { name: /Self-Correct/ })).toBeVisible();
    await page.goBack();
    await expect(panel).toBeVisible();
    await panel.getByRole('button', { name: 'Close' }).click();
    await expectChips(page, ['author Rishabh Agarwal']);
  });
});

test('focus, filters and windows of any size leave people where they are', async ({ page }) => {
  await openDashboard(page);
  await test.step('the ring of focus is a thin line around the painted person', async () => {
    const person = mark(page, 'Co-authors', 'Aviral Kumar');
    await person.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowLeft'); // a ring is for those who use keys
    const at = (await graph(page).locator('ul button:focus').boundingBox())!;
    const [reach, middleX, middleY] = [22, at.x + at.width / 2, at.y + at.height / 2];
    const clip = {
      x: Math.round(middleX) - reach,
      y: Math.round(middleY) - reach,
      width: 2 * reach,
      height: 2 * reach,
    };
    const ring = await accentedBox(page, await page.screenshot({ clip }));
    const radius = at.width / 2 + 4;
    for (const [from, to, middle] of [
      [clip.x + ring.left, clip.x + ring.right, middleX],
      [clip.y + ring.top, clip.y + ring.bottom, middleY],
    ] as const) {
      expect(Math.abs((from + to) / 2 - middle)).toBeLessThanOrEqual(1);
      expect(Math.abs((to - from) / 2 - radius)).toBeLessThanOrEqual(1);
    }
    expect(ring.share, 'of a square around a circle, 2 px wide').toBeLessThan(0.3);
  });
  await test.step('after the window was narrow, the graph has the room that it would have had', async () => {
    const frame = view(page, 'Co-authors').locator('.frame');
    await goOnAt(page);
    const { height } = (await frame.boundingBox())!;
    for (const width of [390, 200, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      await expect(view(page, 'Co-authors').locator('canvas').first()).toBeVisible();
      // what is measured follows a frame later
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 150)));
    }
    expect((await frame.boundingBox())!.height).toBe(height);
  });
  await test.step('a filter fades people and moves nobody', async () => {
    await goOnAt(page);
    const person = mark(page, 'Co-authors', 'Aviral Kumar');
    const before = await person.boundingBox();
    await page.getByRole('combobox', { name: /^Search/ }).fill('Canada');
    await page.keyboard.press('Enter');
    await expectRecords(page, 1);
    await expect(person).toBeAttached();
    const after = await person.boundingBox();
    expect(Math.hypot(after!.x - before!.x, after!.y - before!.y)).toBeLessThan(20); // the legend may take a line less
  });
  await test.step('the search goes to the author in the graph', async () => {
    await goOnAt(page);
    await page.getByRole('combobox', { name: /^Search/ }).fill('Aviral');
    await page.keyboard.press('Enter');
    const panel = page.getByRole('dialog', { name: 'Aviral Kumar' });
    await panel.getByRole('button', { name: 'Filter by this author' }).click();
    await panel.getByRole('button', { name: 'Close' }).click();
    await expectChips(page, ['author Aviral Kumar']);
    await expect(graph(page).getByRole('button', { name: 'Show the whole graph' })).toBeVisible();
  });
  await test.step('the table says in which community somebody is', async () => {
    await goOnAt(page, '?table=coauthors');
    const row = graph(page).getByRole('row', { name: /Aviral Kumar/ });
    await expect(row).toContainText('and 17 others');
  });
});

/** The box of all pixels in the accent's colour, and their share of it. */
function accentedBox(
  page: Page,
  png: Buffer,
): Promise<{ left: number; top: number; right: number; bottom: number; share: number }> {
  return page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d')!;
    const accent = getComputedStyle(document.documentElement).getPropertyValue('--accent');
    context.fillStyle = accent;
    context.fillRect(0, 0, 1, 1);
    const wanted = context.getImageData(0, 0, 1, 1).data;
    context.drawImage(image, 0, 0);
    const { data, width } = context.getImageData(0, 0, image.width, image.height);
    const [xs, ys]: [number[], number[]] = [[], []];
    for (let i = 0; i < data.length / 4; i++) {
      if ([0, 1, 2].some((channel) => Math.abs(data[4 * i + channel]! - wanted[channel]!) > 24)) continue;
      xs.push(i % width);
      ys.push(Math.floor(i / width));
    }
    const [left, top] = [Math.min(...xs), Math.min(...ys)];
    const [right, bottom] = [Math.max(...xs) + 1, Math.max(...ys) + 1];
    return { left, top, right, bottom, share: xs.length / ((right - left) * (bottom - top)) };
  }, png.toString('base64'));
}
