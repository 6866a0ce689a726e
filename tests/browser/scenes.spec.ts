/** Scenes: kept, ordered, taken in and out, and presented by keys alone. */
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { clickMark, expectRecords, filters, mark, openDashboard, view } from './dashboard.ts';
import { expect, test, WITH_MOTION } from './fixtures.ts';
import { openScenes, panel, talk, title, TITLES } from './scenes.ts';

test.use(WITH_MOTION);

const rows = (page: Page) => panel(page).getByRole('list', { name: 'Scenes' }).getByRole('listitem');
const expectTitles = (page: Page, titles: readonly string[]) =>
  expect.poll(() => rows(page).locator('.title').allInnerTexts()).toEqual(titles);

test('a view is saved, named, moved, deleted and brought back, and stays over a reload', async ({ page }) => {
  await openDashboard(page, '?geography=AUT&geography=CAN');
  await openScenes(page);
  await expectTitles(page, TITLES);
  await panel(page).getByRole('button', { name: 'Save this view' }).click();
  const field = panel(page).getByRole('textbox', { name: 'Title' });
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('Austria or Canada');
  await field.fill('Austria');
  await panel(page).getByRole('textbox', { name: 'Text' }).fill('One record.');
  await panel(page).getByRole('combobox', { name: 'Shows' }).selectOption('Records');
  await expectTitles(page, [...TITLES, 'Austria']);

  await panel(page).getByRole('button', { name: 'Move scene 5 up' }).focus();
  for (let i = 0; i < 4; i++) await page.keyboard.press('Enter');
  await expectTitles(page, ['Austria', ...TITLES]);
  await expect(panel(page).getByRole('button', { name: 'Move scene 1 down' })).toBeFocused();
  await page.keyboard.press('Alt+ArrowDown');
  await expectTitles(page, [TITLES[0]!, 'Austria', ...TITLES.slice(1)]);

  await panel(page).getByRole('button', { name: 'Delete scene 1' }).click();
  await expectTitles(page, ['Austria', ...TITLES.slice(1)]);
  await page.reload();
  await openScenes(page);
  await expectTitles(page, ['Austria', ...TITLES.slice(1)]);
  // shown on the page it can be changed there, and taken again
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Clear all' }).click();
  await expectRecords(page, 9);
  await openScenes(page);
  await panel(page).getByRole('button', { name: 'Scene 1: Austria' }).click();
  await panel(page).getByRole('button', { name: 'Show it on the page' }).click();
  await expect(panel(page)).toHaveCount(0);
  await expect(filters(page)).toContainText('Canada');
  await openScenes(page);
  await panel(page).getByRole('button', { name: 'Scene 1: Austria' }).click();
  await expect(panel(page).getByRole('button', { name: 'As the page shows now' })).toBeDisabled();

  await panel(page).getByRole('button', { name: 'Back to the dataset’s scenes' }).click();
  await expectTitles(page, TITLES);
  await panel(page).getByRole('button', { name: 'Undo' }).click();
  await expectTitles(page, ['Austria', ...TITLES.slice(1)]);
  await expectAccessible(page, 'dialog');
});

test('on a phone the first press after writing starts the talk: no row moves away from it', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openDashboard(page, '?geography=AUT&rule=fractional&min.geography=0.10');
  await openScenes(page);
  await panel(page).getByRole('button', { name: 'Save this view' }).click();
  const field = panel(page).getByRole('textbox', { name: 'Title' });
  await field.fill('');
  await field.blur();
  await expect(field).toHaveValue('Austria, geography score at least 0.10');
  await field.focus();
  await field.press('ControlOrMeta+a');
  await page.keyboard.type('Austria');
  const start = panel(page).getByRole('button', { name: 'Present from scene 5' });
  const { x, y, width, height } = (await start.boundingBox())!;
  // a press that is held for a while, as a finger's is
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.evaluate(() => new Promise(requestAnimationFrame));
  await page.mouse.up();
  await expect(title(page)).toHaveText('Austria');
});

test('a scene is dragged to its place, Escape leaves it, and a long list scrolls along', async ({ page }) => {
  await openDashboard(page);
  await openScenes(page);
  const LONG = 22; // more than the window holds
  const scenes = Array.from({ length: LONG }, (_, i) => ({
    title: `No ${i + 1}`,
    text: 'A line.'.repeat(i % 5),
  }));
  const file = JSON.stringify({ format: 'whereabouts-scenes', version: 1, scenes });
  await panel(page)
    .getByLabel('File of scenes')
    .setInputFiles({ name: 'many.json', mimeType: 'application/json', buffer: Buffer.from(file) });
  await expect(rows(page)).toHaveCount(LONG);
  const grip = async (i: number) => {
    // where it is at rest: rows glide into their places
    await rows(page).evaluateAll((all) =>
      Promise.allSettled(all.flatMap((row) => row.getAnimations().map(({ finished }) => finished))),
    );
    const box = (await rows(page).nth(i).locator('.grip').boundingBox())!;
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  const titles = () => rows(page).locator('.title').allInnerTexts();
  let [second, fourth] = [await grip(1), await grip(3)];
  await page.mouse.move(second.x, second.y);
  await page.mouse.down();
  await page.mouse.move(fourth.x, fourth.y + 10, { steps: 4 });
  expect((await titles()).slice(0, 4)).toEqual(['No 1', 'No 2', 'No 3', 'No 4']); // nothing moves before the end
  await page.mouse.up();
  expect((await titles()).slice(0, 5)).toEqual(['No 1', 'No 3', 'No 4', 'No 2', 'No 5']);

  // what was told above the list is gone, and the list has moved up
  [second, fourth] = [await grip(1), await grip(3)];
  await page.mouse.move(second.x, second.y);
  await page.mouse.down();
  await page.mouse.move(fourth.x, fourth.y + 10, { steps: 4 });
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(panel(page)).toBeVisible();
  expect((await titles()).slice(0, 5)).toEqual(['No 1', 'No 3', 'No 4', 'No 2', 'No 5']);

  const first = await grip(0);
  await page.mouse.move(first.x, first.y);
  await page.mouse.down();
  await page.mouse.move(first.x, 890, { steps: 4 });
  await expect(rows(page).nth(LONG - 1)).toBeInViewport({ timeout: 20_000 });
  await expect
    .poll(() =>
      rows(page)
        .nth(LONG - 1)
        .evaluate((row) => getComputedStyle(row).transform !== 'none'),
    )
    .toBe(true);
  await page.mouse.up();
  expect((await titles()).at(-1)).toBe('No 1');
  await page.reload();
  await openScenes(page);
  await expect(rows(page).last().locator('.title')).toHaveText('No 1');
});

test('scenes go to a file and come back; a bad file is refused with its line', async ({ page }) => {
  await openDashboard(page);
  await openScenes(page);
  const saving = page.waitForEvent('download');
  await panel(page).getByRole('button', { name: 'Export', exact: true }).click();
  const download = await saving;
  expect(download.suggestedFilename()).toBe('training-language-model.scenes.json');
  const text = readFileSync(await download.path(), 'utf8');
  expect(JSON.parse(text)).toEqual(JSON.parse(readFileSync('data/scenes.json', 'utf8')));

  const choose = (name: string, content: string) =>
    panel(page)
      .getByLabel('File of scenes')
      .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) });
  await choose('bad.json', text.replace('"view": "topics"', '"view": "topic"'));
  await expect(panel(page).getByRole('alert')).toContainText(
    /^bad\.json, line \d+: scenes\[2\]\.view is "topic"/,
  );
  await expectTitles(page, TITLES);
  const other = text
    .replace('"records": 9', '"records": 12')
    .replace('min.geography=0.10', 'geography=XYZ')
    .replace(TITLES[0]!, 'First');
  await choose('other.json', other);
  await expectTitles(page, ['First', ...TITLES.slice(1)]);
  await expect(panel(page).getByText('made for “training language model” with 12 records')).toBeVisible();
  await expect(rows(page).nth(1)).toContainText('No longer in this dataset: geography = XYZ');
});

test('without storage it works, and says that nothing is kept', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await openDashboard(page);
  await openScenes(page);
  await expect(panel(page).getByText('This browser keeps nothing for this page')).toBeVisible();
  await panel(page).getByRole('button', { name: 'Delete scene 1' }).click();
  await expectTitles(page, TITLES.slice(1));
});

test('a talk is led by keys and clickers, and ends where it began', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' }); // scenes that fade take half of the time
  await openDashboard(page, '?geography=AUT');
  await page.getByRole('button', { name: 'Present', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(panel(page)).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(panel(page).getByRole('button', { name: 'Start presenting' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(title(page)).toHaveText(TITLES[0]!);
  await expect(view(page, 'Map')).toBeVisible();
  await expect(view(page, 'Records')).toBeHidden();
  await expect(page.getByRole('banner')).toBeHidden();
  await page.reload();
  await expect(title(page)).toHaveText(TITLES[0]!);
  const steps = [
    ['ArrowRight', 1],
    ['PageDown', 2],
    ['Space', 3],
    ['ArrowRight', 3],
    ['PageUp', 2],
    ['Home', 0],
    ['End', 3],
    ['F5', 0],
    ['ArrowLeft', 0],
    ['ArrowDown', 1],
  ] as const;
  for (const [key, index] of steps) {
    await page.keyboard.press(key);
    await expect(title(page), key).toHaveText(TITLES[index]!);
    await expect(talk(page).getByLabel(`Scene ${index + 1} of 4`)).toBeVisible();
    expect(new URL(page.url()).hash).toBe(`#present=${index + 1}`);
  }
  await expect(mark(page, 'Map', 'United States')).toHaveAttribute('aria-label', /: 3 records/);
  await expect(talk(page).getByText('geography score at least 0.10')).toBeVisible();

  await page.keyboard.press('.');
  await expect(talk(page).getByRole('button', { name: /screen is blank/ })).toBeVisible();
  await page.keyboard.press('b');
  await expect(talk(page).getByRole('button', { name: /screen is blank/ })).toHaveCount(0);
  await page.evaluate(() => document.fullscreenElement && document.exitFullscreen());
  if (await talk(page).isVisible()) await page.keyboard.press('Escape');
  await expect(talk(page)).toHaveCount(0);
  await expectRecords(page, 1);
  await expect(page).toHaveURL(/\?geography=AUT(&v=1)?$/);
  await expect(page.getByRole('button', { name: 'Present', exact: true })).toBeFocused();
});

test('marks can be used during a talk, and Back takes that back and then leads out', async ({ page }) => {
  await openDashboard(page, '?geography=AUT');
  await openScenes(page);
  await panel(page).getByRole('button', { name: 'Present from scene 2' }).click();
  await expect(title(page)).toHaveText(TITLES[1]!);
  await clickMark(mark(page, 'Map', 'Canada'));
  await expect(talk(page).getByText('place Canada')).toBeVisible();
  await expect(page).toHaveURL(/geography=CAN.*#present=2$/);
  await page.goBack();
  await expect(talk(page).getByText('place Canada')).toHaveCount(0);
  await expect(title(page)).toHaveText(TITLES[1]!);
  await page.goBack();
  await expect(talk(page)).toHaveCount(0);
  await expectRecords(page, 1);
  await page.goForward();
  await expect(title(page)).toHaveText(TITLES[1]!);
});

test('a link to a talk whose scenes are elsewhere says so', async ({ page }) => {
  await page.route('**/dataset.json', async (route) => {
    const dataset = (await (await route.fetch()).json()) as Record<string, unknown>;
    delete dataset['scenes'];
    await route.fulfill({ json: dataset });
  });
  await page.goto('./?geography=AUT#present=2');
  await expect(page.getByRole('alert')).toContainText('its scenes are not in this browser');
  await expectRecords(page, 1);
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('people painted on the scaled stage answer where they are seen', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto('./#present=4');
  await expect(title(page)).toHaveText(TITLES[3]!);
  await expect(page.getByText(/^Arranging/)).toHaveCount(0);
  const person = view(page, 'Co-authors').locator('[data-node]').first();
  await person.focus();
  const name = (await person.getAttribute('aria-label'))!.split(':')[0]!;
  const box = (await person.boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await expect(page.getByRole('tooltip')).toContainText(name);
});

test('words of any script read from their side, many words leave the view its room, and buttons go by themselves', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await openDashboard(page);
  await openScenes(page);
  const scenes = [
    { title: 'أين يُوسَم البحث؟', text: 'كلمة English في الوسط.', notes: 'ملاحظة', view: 'topics' },
    { title: 'A title. '.repeat(22), text: 'Many words. '.repeat(80), view: 'map' },
    { title: 'Short', text: 'Many words. '.repeat(80), view: 'coauthors' },
  ];
  const file = JSON.stringify({ format: 'whereabouts-scenes', version: 1, scenes });
  await panel(page)
    .getByLabel('File of scenes')
    .setInputFiles({ name: 'odd.json', mimeType: 'application/json', buffer: Buffer.from(file) });
  await panel(page).getByRole('button', { name: 'Start presenting' }).click();
  await expect(title(page)).toHaveText(scenes[0]!.title);
  const direction = (of: Locator) => of.evaluate((element) => getComputedStyle(element).direction);
  expect(await direction(title(page))).toBe('rtl');
  expect(await direction(talk(page).getByText('English'))).toBe('rtl');
  const buttons = talk(page).locator('.tools');
  await expect.poll(() => buttons.evaluate((element) => getComputedStyle(element).opacity)).toBe('0');
  for (const name of ['Map', 'Co-authors'] as const) {
    await page.keyboard.press('PageDown');
    await expect(view(page, name)).toBeVisible();
    const words = talk(page).locator('.words');
    expect(await words.evaluate((element) => element.scrollHeight - element.clientHeight)).toBeLessThan(2);
    const box = (await view(page, name).boundingBox())!;
    expect(box.height).toBeGreaterThan(0.5 * 720);
    expect(await direction(title(page))).toBe('ltr');
  }
});

test('a window with the notes follows and leads the talk', async ({ page, context }) => {
  await openDashboard(page);
  await openScenes(page);
  const opening = context.waitForEvent('page');
  await panel(page).getByRole('button', { name: 'With notes window' }).click();
  const notes = await opening;
  await expect(notes.getByRole('heading', { level: 1 })).toHaveText(TITLES[0]!);
  await expect(notes.getByRole('region', { name: 'Notes' })).toContainText('A tag is a claim by a machine');
  await expect(notes.getByText(`Next: ${TITLES[1]!}`)).toBeVisible();
  await notes.keyboard.press('PageDown');
  await expect(title(page)).toHaveText(TITLES[1]!);
  await expect(notes.getByText('Scene 2 of 4')).toBeVisible();
  await notes.getByRole('button', { name: 'Blank the screen' }).click();
  await expect(talk(page).getByRole('button', { name: /screen is blank/ })).toBeVisible();
  await expectAccessible(notes);
  // what is no message is not heard
  await notes.evaluate(() => {
    const channel = new BroadcastChannel(`whereabouts-notes-${location.hash.slice('#notes='.length)}`);
    for (const data of [null, 'next', { kind: 'move', move: 'nowhere' }, { kind: 'state', index: 99 }]) {
      channel.postMessage(data);
    }
  });
  await notes.getByRole('button', { name: 'Next' }).click();
  await expect(title(page)).toHaveText(TITLES[1]!); // the first press brings the picture back
  await talk(page).getByRole('button', { name: 'End' }).click({ force: true });
  await expect(notes.getByRole('heading', { name: 'The talk is over' })).toBeVisible();
});

test('a printed list ends with a whole row, tells how many more there are, and whose the data are', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.addInitScript(() => {
    window.print = () => (document.documentElement.dataset['printed'] = 'yes');
  });
  await openDashboard(page);
  await openScenes(page);
  const scenes = ['', 'table=records&v=1', 'geography=AUT&v=1'].map((query) => ({
    title: 'Records',
    view: 'records',
    query,
  }));
  const file = JSON.stringify({ format: 'whereabouts-scenes', version: 1, scenes });
  await panel(page)
    .getByLabel('File of scenes')
    .setInputFiles({ name: 'records.json', mimeType: 'application/json', buffer: Buffer.from(file) });
  await page.getByRole('button', { name: 'Print or PDF…' }).click();
  await expect(page.locator('html[data-printed]')).toHaveCount(1, { timeout: 30_000 });
  await page.emulateMedia({ media: 'print' });
  const sheets = await page.locator('.sheet').evaluateAll((all) =>
    all.map((sheet) => {
      const list = sheet.querySelector('.record :is(.list, .scroller)')!;
      const bottom = list.getBoundingClientRect().bottom;
      const rows = [...list.querySelectorAll<HTMLElement>('[data-record], tbody > tr')];
      const shown = rows.filter((row) => getComputedStyle(row).visibility === 'visible');
      const more = list.querySelector('.rows-more');
      return {
        more: Number(/^and (\d+) more$/.exec(more?.textContent ?? '')?.[1] ?? 0),
        shown: shown.length,
        areWhole: [...shown, more].every(
          (each) => !each || each.getBoundingClientRect().bottom <= bottom + 1,
        ),
        link: sheet.querySelector<HTMLAnchorElement>('.source a')!.search,
      };
    }),
  );
  expect(sheets.map(({ more, shown }) => more + shown)).toEqual([9, 9, 1]);
  expect(sheets.map(({ more, areWhole }) => [more > 0, areWhole])).toEqual([
    [true, true],
    [true, true],
    [false, true],
  ]);
  expect(sheets.map(({ link }) => link)).toEqual(['', '?table=records&v=1', '?geography=AUT&v=1']);
  await page.emulateMedia({ media: null });
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(page.locator('.sheet')).toHaveCount(0);
});
