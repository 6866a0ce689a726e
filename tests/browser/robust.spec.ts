/** The page under hurry, and with datasets of every size and odd contents. */
import type { Locator, Page } from '@playwright/test';
import { encodeDataset } from '../../src/model/codec/encode-dataset.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import { makeDataset, type PlainDataset } from '../filter/make-dataset.ts';
import { uniform } from '../filter/seeded-random.ts';
import { expectAccessible } from './axe.ts';
import {
  chooseRule,
  clickMark,
  expectChips,
  expectRecords,
  filters,
  goOnAt,
  mark,
  openDashboard,
  placeOf,
  recordsShown,
  view,
  VIEWS,
} from './dashboard.ts';
import { expect, test, WITH_MOTION } from './fixtures.ts';
import { syntheticJson } from './synthetic-json.ts';

test.use(WITH_MOTION);

test.describe('in a hurry', () => {
  test('clicks count one by one, in a row and in one breath', async ({ page }) => {
    await openDashboard(page);
    await test.step('a country chosen and released 20 times is released, and chosen after 21', async () => {
      const country = mark(page, 'Map', 'United States');
      const { x, y } = await placeOf(country);
      for (let i = 0; i < 20; i++) await page.mouse.click(x, y);
      await expectChips(page, []);
      await expectRecords(page, 9);
      await page.mouse.click(x, y);
      await expectChips(page, ['place United States']);
      await expectRecords(page, 5);
      await expectReloadAgrees(page);
    });
    await goOnAt(page);
    await page.evaluate(() => {
      const marks = [...document.querySelectorAll('[data-view="map"] [data-node][role="button"]')];
      for (let i = 0; i < 7 * marks.length; i++) {
        marks[i % marks.length]!.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1 }));
      }
    });
    // seven times is odd: all nine, which share a chip
    await expect(page.getByRole('button', { name: /^Remove 9 places:/ })).toBeVisible();
    await expectReloadAgrees(page);
  });

  test('after many quick steps in all views, and Back through some, everything agrees', async ({ page }) => {
    test.slow();
    await openDashboard(page);
    const random = uniform(7);
    for (let step = 0; step < 25; step++) {
      await page.evaluate(
        ([which, kind]) => {
          const marks = [
            ...document.querySelectorAll('[data-view] [data-node][role="button"], canvas ~ ul button'),
          ];
          const target = marks[Math.floor(which! * marks.length)]!;
          target.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1, altKey: kind! < 0.4 }));
          const radios = [...document.querySelectorAll<HTMLElement>('[name="counting-rule"]')];
          if (kind! > 0.8) radios[Math.floor(which! * radios.length)]!.click();
          if (kind! > 0.6 && kind! < 0.7) history.back();
        },
        [random(), random()],
      );
    }
    await expectReloadAgrees(page);
    await page.evaluate(() => {
      for (let i = 0; i < 6; i++) history.back();
    });
    await expectReloadAgrees(page);
  });

  test('a record that is opened and closed quickly, and a window that changes its size, leave nothing behind', async ({
    page,
  }) => {
    await openDashboard(page);
    const row = view(page, 'Records').getByRole('button', { name: 'GPT-4 Technical Report' });
    for (let i = 0; i < 5; i++) {
      await row.click();
      await page.goBack();
    }
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await clickMark(mark(page, 'Map', 'Spain'));
    await expectRecords(page, 1);
    await goOnAt(page);
    await test.step('a window that changes its size keeps marks in their places', async () => {
      for (const width of [900, 390, 1800, 1100, 1440]) await page.setViewportSize({ width, height: 900 });
      await clickMark(mark(page, 'Map', 'Monaco'));
      await expectRecords(page, 1);
      await clickMark(mark(page, 'Topics', 'Chatbot'));
      await expectRecords(page, 1);
    });
  });
});

test('ten thousand records open, and a click answers', async ({ page }) => {
  test.slow();
  await serve(page, syntheticJson(10_000));
  await page.goto('./');
  await expect(recordsShown(page)).toHaveText('10,000 of 10,000 records', { timeout: 40_000 });
  const patience = { timeout: 20_000 };
  const country = view(page, 'Map').getByRole('group', { name: 'Countries' }).locator('[tabindex="0"]');
  await clickMark(country);
  await expect(recordsShown(page)).not.toHaveText('10,000 of 10,000 records', patience);
  await expect(filters(page).getByRole('button')).toHaveCount(1);
  const narrowed = await recordsShown(page).innerText();
  await clickMark(view(page, 'Topics').locator('[data-node][role="button"]').first());
  await expect(recordsShown(page)).not.toHaveText(narrowed, patience);
  await page.getByRole('button', { name: 'Clear all' }).click();
  await expect(recordsShown(page)).toHaveText('10,000 of 10,000 records', patience);
  await chooseRule(page, 'Fractional');
  // only the rows in sight stand in the document, and the last one can be reached
  const rows = view(page, 'Records').getByRole('row');
  expect(await rows.count()).toBeLessThan(60);
  await rows.nth(1).getByRole('button').focus();
  await page.keyboard.press('End');
  await expect(view(page, 'Records').locator('[aria-rowindex="10001"]')).toBeInViewport();
  await page.keyboard.press('/');
  await page.keyboard.type('zoe zhang');
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible(patience);
});

const PLACES = {
  id: 'geography',
  kind: 'place',
  concepts: [
    { label: 'Europe', parent: -1 },
    { label: 'Austria', parent: 0, code: 'AUT' },
    { label: 'Spain', parent: 0, code: 'ESP' },
  ],
} as const;
const TOPICS = {
  id: 'technology',
  kind: 'taxonomy',
  concepts: [
    { label: 'Machine Learning', parent: -1 },
    { label: 'Robots', parent: -1 },
  ],
} as const;
const PLAIN: PlainDataset = {
  authors: ['Ada', 'Bo', 'Cy'],
  facets: [PLACES, TOPICS],
  records: [
    { title: 'One', authors: [0, 1], tags: { geography: [[1, 50]], technology: [[0, 90]] }, hidden: {} },
    { title: 'Two', authors: [1, 2], tags: { geography: [[2, 50]], technology: [[1, 90]] }, hidden: {} },
  ],
};

test.describe('a dataset', () => {
  test('without topics says so and filters by place', async ({ page }) => {
    await serve(page, makeDataset({ ...PLAIN, facets: [PLACES] }));
    await openDashboard(page);
    await expect(view(page, 'Topics')).toContainText('This dataset has no topics.');
    await clickMark(mark(page, 'Map', 'Austria'));
    await expect(recordsShown(page)).toHaveText('1 of 2 records');
    await view(page, 'Topics').getByRole('button', { name: 'Show as table' }).click();
    await expect(view(page, 'Topics')).toContainText('This dataset has no topics.');
    await expectAccessible(page);
  });

  test('without places has four regions all the same, and filters by topic', async ({ page }) => {
    await serve(page, makeDataset({ ...PLAIN, facets: [TOPICS] }));
    await openDashboard(page);
    for (const name of VIEWS) await expect(view(page, name)).toBeVisible();
    await expect(view(page, 'Map')).toContainText('This dataset has no places.');
    await clickMark(mark(page, 'Topics', 'Robots'));
    await expect(recordsShown(page)).toHaveText('1 of 2 records');
    await expect(view(page, 'Records').getByRole('row')).toHaveCount(2);
    await expectAccessible(page);
  });

  test('without any facet is a list of records and their authors', async ({ page }) => {
    await serve(page, makeDataset({ ...PLAIN, facets: [] }));
    await openDashboard(page);
    await mark(page, 'Co-authors', 'Ada').focus();
    await page.keyboard.press('Enter');
    await expect(recordsShown(page)).toHaveText('1 of 2 records');
  });

  test('with no record says so in every view', async ({ page }) => {
    await serve(page, makeDataset({ authors: [], facets: [PLACES, TOPICS], records: [] }));
    await openDashboard(page);
    await expect(recordsShown(page)).toHaveText('0 of 0 records');
    await expect(view(page, 'Records')).toContainText('This dataset holds no record');
    await expect(view(page, 'Co-authors')).toContainText('No record names an author.');
    await expect(view(page, 'Topics')).toContainText('This dataset holds no record.');
    await expect(page.getByText(/NaN|undefined|Infinity/)).toHaveCount(0);
    await expectAccessible(page);
    for (const name of VIEWS) {
      const asTable = view(page, name).getByRole('button', { name: 'Show as table' });
      await asTable.click();
      await expect(asTable).toHaveCount(0);
    }
    await expect(page.getByText(/NaN|undefined|Infinity/)).toHaveCount(0);
  });

  test('with one record by one author shows them', async ({ page }) => {
    const [one] = PLAIN.records;
    await serve(page, makeDataset({ ...PLAIN, authors: ['Ada'], records: [{ ...one!, authors: [0] }] }));
    await openDashboard(page);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('1 record from');
    await expect(mark(page, 'Map', 'Austria')).toHaveAccessibleName('Austria: 1 record');
    await expect(view(page, 'Records')).toContainText('1 of 1 record');
    await expect(view(page, 'Topics').locator('.middle .unit')).toHaveText(
      /^\s*(tagged|record|tagged\s*record)\s*$/,
    );
    const author = mark(page, 'Co-authors', 'Ada');
    const { x, y, width, height } = (await author.boundingBox())!;
    await page.mouse.click(x + width / 2, y + height / 2);
    await expectChips(page, ['author Ada']);
    await expect(recordsShown(page)).toHaveText('1 of 1 record');
    await clickMark(mark(page, 'Topics', 'Machine Learning'), { alt: true });
    await expect(view(page, 'Records')).toContainText('No record passes all filters');
  });

  const HOSTILE: Readonly<Record<string, string>> = {
    'mark-up, quotes, directions turned round, piled marks, a lone surrogate and 5,000 letters without a space':
      [
        `<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>`,
        `"'\`>{@html window.hacked=1}{{7*7}}\${7*7}</title></text></svg>`,
        '\u202Eevil\u2066 \u0627\u0644\u0639\u0631\u0628\u064A\u0629 \u202Eagain',
        'W'.repeat(5000),
        `Z${'\u0301'.repeat(300)}\u0000 \uD800 \u{1F469}\u200D\u{1F52C}`,
      ].join(' '),
    '5,000 letters in words': 'word '.repeat(1000),
  };
  for (const [name, text] of Object.entries(HOSTILE)) {
    test(`with ${name} as title, author and label is shown as it is`, async ({ page }) => {
      await serve(page, hostileDataset(text));
      await openDashboard(page);
      await expectContained(page);
      const [topic, author, country] = [
        view(page, 'Topics').locator('[data-node][role="button"]').first(),
        view(page, 'Co-authors').locator('[data-node]').first(),
        view(page, 'Map').locator('[data-node][role="button"]').first(),
      ] as const;
      for (const found of [country, topic, author]) {
        await found.focus();
        await page.keyboard.press('Enter');
        await expectInside(page, page.getByRole('tooltip'));
        await page.keyboard.press('m');
        await expectInside(page, page.getByRole('dialog'));
        await page.keyboard.press('Escape');
        await expect(page.getByRole('dialog')).toHaveCount(0);
      }
      await expect(filters(page).getByRole('button', { name: /^Remove/ })).toHaveCount(3);
      await expect(recordsShown(page)).toHaveText('1 of 2 records');
      await expectContained(page);
      await page.reload();
      await expect(recordsShown(page)).toHaveText('1 of 2 records');
      await expect(page.getByRole('alert')).toHaveCount(0);
      await page.getByRole('combobox', { name: /^Search/ }).fill(text.slice(0, 4));
      await expectContained(page);
      await page.keyboard.press('Escape');
      await view(page, 'Records').getByRole('row').nth(1).getByRole('button').click();
      await expectInside(page, page.getByRole('dialog'));
      await expectContained(page);
      await page.keyboard.press('Escape');
      for (const region of VIEWS)
        await view(page, region).getByRole('button', { name: 'Show as table' }).click();
      await expectContained(page);
    });
  }
});

async function serve(page: Page, dataset: Dataset | string): Promise<void> {
  const body = typeof dataset === 'string' ? dataset : JSON.stringify(encodeDataset(dataset));
  await page.route('**/dataset.json*', (route) => route.fulfill({ contentType: 'application/json', body }));
}

/** Two records; whatever the first shows is called by this text. */
function hostileDataset(text: string): Dataset {
  const [one, two] = PLAIN.records;
  const facets = [PLACES, TOPICS].map((facet) => ({
    ...facet,
    concepts: facet.concepts.map((concept, i) => ({ ...concept, label: `${text}${i}` })),
  }));
  const plain = makeDataset({
    authors: [text, 'Bo', 'Cy'],
    facets,
    records: [{ ...one!, title: text }, two!],
  });
  return {
    ...plain,
    title: text,
    source: { name: text, queries: [text], files: [`${text}.txt`] },
    facets: plain.facets.map((facet) => ({ ...facet, label: text, scoreMeaning: text })),
  };
}

/** Nothing ran, nothing was put in, and the page is no wider than its window. */
async function expectContained(page: Page): Promise<void> {
  const inner = await page.evaluate(() => ({
    hacked: 'hacked' in window,
    foreign: document.querySelectorAll('script:not([src]), img, iframe, [onerror]').length,
    wider: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  }));
  expect(inner).toEqual({ hacked: false, foreign: 0, wider: 0 });
  for (const region of VIEWS) {
    expect((await view(page, region).boundingBox())!.height, region).toBeGreaterThan(150);
  }
}

/** Asserts that a thing lies in the window, once it has come to rest. */
async function expectInside(page: Page, found: Locator): Promise<void> {
  await expect(found).toBeVisible();
  const window = page.viewportSize()!;
  await expect
    .poll(async () => {
      const { x, y, width, height } = (await found.boundingBox())!;
      return x >= 0 && y >= 0 && x + width <= window.width && y + height <= window.height;
    })
    .toBe(true);
}

/** What the page says now is what its address says after a reload. */
async function expectReloadAgrees(page: Page): Promise<void> {
  const read = async () => ({
    query: [...new URL(page.url()).searchParams].sort().join(' '),
    records: await recordsShown(page).innerText(),
    chips: (await filters(page).getByRole('listitem').allInnerTexts()).sort(),
    marks: await page
      .locator('[data-node][role="button"], canvas ~ ul button')
      .evaluateAll((marks) =>
        marks
          .map((found) => `${found.getAttribute('aria-label')} ${found.getAttribute('aria-pressed')}`)
          .sort(),
      ),
  });
  // Back and Forward come in tasks of their own
  let before = await read();
  await expect
    .poll(async () => {
      const last = before;
      before = await read();
      return JSON.stringify(last) === JSON.stringify(before);
    })
    .toBe(true);
  await page.reload();
  await expect(page.getByText(/^Arranging/)).toHaveCount(0);
  await expect(view(page, 'Co-authors').getByRole('list', { name: 'Authors' })).toBeAttached();
  await expect.poll(read).toEqual(before);
}
