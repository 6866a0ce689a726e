/** A dataset that cannot be used ends in a page that says what is wrong, where, and what to do. */
import type { Page, Route } from '@playwright/test';
import type { DatasetFile } from '../../src/model/codec/dataset-file.ts';
import { withLists } from '../dataset-fuzz/with-lists.ts';
import { expectAccessible } from './axe.ts';
import { expectRecords, mark, openDashboard, view } from './dashboard.ts';
import { expect, test } from './fixtures.ts';

const DATASET = '**/dataset.json*';
const REBUILD = /npm run data/;

interface BadDataset {
  readonly name: string;
  /** Answers the request for the dataset. */
  readonly answer: (route: Route) => Promise<void>;
  /** What the message has to hold. */
  readonly says: readonly RegExp[];
  /** What the browser itself may say on the console. */
  readonly allowed?: RegExp;
}

const CASES: readonly BadDataset[] = [
  {
    name: 'a missing dataset',
    answer: (route) => route.fulfill({ status: 404, contentType: 'text/plain', body: 'Not found' }),
    says: [/not found/i, /404/, REBUILD],
    allowed: /status of 404.*dataset\.json/,
  },
  {
    name: 'a server that gives up',
    answer: (route) => route.fulfill({ status: 500, contentType: 'text/plain', body: 'Sorry' }),
    says: [/could not be had/i, /500/, /try again later/],
    allowed: /status of 500.*dataset\.json/,
  },
  {
    name: 'a server that refuses access',
    answer: (route) => route.fulfill({ status: 403, contentType: 'text/plain', body: 'Forbidden' }),
    says: [/refuses access/i, /403/, /ask .+ for access/i],
    allowed: /status of 403.*dataset\.json/,
  },
  {
    name: 'a connection that breaks',
    answer: (route) => route.abort(),
    says: [/could not be reached/i, /reload/i],
    allowed: /net::ERR_FAILED.*dataset\.json/,
  },
  {
    name: 'an empty file',
    answer: (route) => route.fulfill({ contentType: 'application/json', body: '' }),
    says: [/not valid JSON/i, REBUILD],
  },
  {
    name: 'a truncated dataset',
    answer: (route) => withText(route, (text) => text.slice(0, Math.floor(text.length / 2))),
    says: [/not valid JSON/i, /cut off/i, REBUILD],
  },
  {
    name: 'a web page in place of the dataset',
    answer: (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Hello</title>' }),
    says: [/not valid JSON/i, /web page/i, REBUILD],
  },
  {
    name: 'JSON that is not an object',
    answer: (route) => route.fulfill({ json: [1, 2, 3] }),
    says: [/dataset is not an object/, REBUILD],
  },
  {
    name: 'JSON of another format',
    answer: (route) => withValue(route, ['format'], 'something-else'),
    says: [/format is not "whereabouts-dataset"/, REBUILD],
  },
  {
    name: 'a version from the future',
    answer: (route) => withValue(route, ['version'], 99),
    says: [/version is 99/, /reads versions \d+ and \d+/, REBUILD],
  },
  {
    name: 'a tag of a concept that does not exist',
    answer: (route) => withValue(route, ['facets', 0, 'tags', 'concept', 3], 999_999),
    says: [/facets\[0\]\.tags\.concept\[3\]/, /not a whole number from 0 to \d+/, REBUILD],
  },
  {
    name: 'a score above 1',
    answer: (route) => withValue(route, ['facets', 1, 'tags', 'score', 0], 101),
    says: [/facets\[1\]\.tags\.score\[0\]/, /0 to 100/, REBUILD],
  },
  {
    name: 'a column that is missing',
    answer: (route) => withValue(route, ['records', 'title'], undefined),
    says: [/records\.title is missing/, REBUILD],
  },
];

for (const { name, answer, says, allowed } of CASES) {
  test(`${name} shows what is wrong and what to do`, async ({ page, allowFaults }) => {
    if (allowed !== undefined) allowFaults(allowed);
    await page.route(DATASET, answer);
    await page.goto('./');
    const alert = page.getByRole('alert');
    await expect(alert).toBeVisible();
    await expect(alert).toContainText('dataset.json');
    for (const part of says) await expect(alert).toContainText(part);
    await expect(alert, 'no inner workings').not.toContainText(/undefined|\[object|^\s*at .*:\d+:\d+/m);
    await expectErrorPage(page);
  });
}

test('once the dataset is right again, a reload shows the page', async ({ page }) => {
  await page.route(DATASET, (route) => withValue(route, ['version'], 99));
  await page.goto('./');
  await expect(page.getByRole('alert')).toBeVisible();
  await page.unroute(DATASET);
  await page.reload();
  await expect(page.getByRole('region', { name: 'Map', exact: true })).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test.describe('a part that is fetched when it is asked for, and is not there any more', () => {
  const said = (page: Page) =>
    page.getByRole('alert').filter({ hasText: 'A part of this page could not be loaded' });
  const FAULTS = [/^console error: Failed to load resource/, /^uncaught error: /];

  for (const [what, button] of [
    ['a table', 'Show as table'],
    ['the dialog to share', 'Share'],
    ['what the page is about', 'About'],
  ] as const) {
    test(`is told, and comes with a reload that keeps the filters: ${what}`, async ({
      page,
      allowFaults,
    }) => {
      allowFaults(...FAULTS);
      await openDashboard(page, '?geography=CAN');
      await page.waitForLoadState('networkidle');
      // as after the page was published anew: other names
      await page.route('**/assets/**', (route) => route.fulfill({ status: 404, body: 'Not found' }));
      await page.getByRole('button', { name: button, exact: true }).first().click();
      await expect(said(page)).toBeVisible();
      await expect(said(page)).toContainText('A reload keeps what you have chosen.');
      await expectAccessible(page, '[role="alert"]');
      await page.unroute('**/assets/**');
      await said(page).getByRole('button', { name: 'Reload' }).click();
      await expect(view(page, 'Map')).toBeVisible();
      await expectRecords(page, 1);
      await expect(said(page)).toHaveCount(0);
      await page.getByRole('button', { name: button, exact: true }).first().click();
      await expect(page.getByRole('dialog').or(view(page, 'Map').getByRole('table'))).toBeVisible();
    });
  }

  test('is told in an embed too, and the rest goes on', async ({ page, allowFaults }) => {
    allowFaults(...FAULTS, /^console error: /);
    // the view's own script: said once, and not twice at the same time
    await page.route('**/assets/EmbedMap-*', (route) => route.fulfill({ status: 404, body: 'Not found' }));
    await page.goto('./embed.html?view=map');
    await expect(page.getByRole('alert')).toContainText('could not be loaded');
    await expect(page.getByRole('alert')).toHaveCount(1);
    await page.unroute('**/assets/EmbedMap-*');
    await page.getByRole('button', { name: 'Reload' }).click();
    await expect(mark(page, 'Map', 'Canada')).toBeVisible();
    await page.waitForLoadState('networkidle');
    await page.route('**/assets/**', (route) => route.abort());
    await page.getByRole('button', { name: 'Show as table' }).click();
    await expect(said(page)).toBeVisible();
    await said(page).getByRole('button', { name: 'Dismiss' }).click();
    await expect(said(page)).toHaveCount(0);
    await expect(page.getByRole('button', { name: /^Show as (?!table)/ })).toBeVisible();
  });

  test('the window of notes', async ({ page, allowFaults }) => {
    allowFaults(...FAULTS);
    await page.route('**/assets/NotesWindow*', (route) => route.abort());
    await page.goto('./#notes=made-up');
    await expect(said(page)).toBeVisible();
  });
});

test('where scripts are switched off, that is said in the look of the page', async ({ browser, baseURL }) => {
  for (const [colorScheme, ground] of [
    ['light', 'rgb(246, 244, 239)'],
    ['dark', 'rgb(17, 21, 27)'],
  ] as const) {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      colorScheme,
      ...(baseURL ? { baseURL } : {}),
    });
    const page = await context.newPage();
    await page.goto('./');
    await expect(page.getByRole('heading', { name: 'Whereabouts' })).toBeVisible();
    const words = page.locator('noscript p');
    await expect(words).toContainText('draws them with JavaScript, which is switched off here');
    await expect(words).toHaveCSS('text-align', 'center');
    await expect(page.locator('html')).toHaveCSS('background-color', ground);
    const left = (await words.boundingBox())!;
    expect(left.x).toBeGreaterThan(300);
    await context.close();
  }
});

/** A page of its own: headed, titled, free of axe's faults, and without empty charts. */
async function expectErrorPage(page: Page): Promise<void> {
  await expect(page).toHaveTitle(/Whereabouts/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Map', exact: true })).toHaveCount(0);
  await expectAccessible(page);
}

/** Answers with the true dataset after a change to its text. */
async function withText(route: Route, change: (text: string) => string): Promise<void> {
  const answer = await route.fetch();
  await route.fulfill({ response: answer, body: change(await answer.text()) });
}

/** Answers with the true dataset and one value replaced; the path must lead somewhere. */
function withValue(route: Route, path: readonly (string | number)[], value: unknown): Promise<void> {
  return withText(route, (text) => {
    // a packed column may be a list as well, and in a list one number can be spoilt
    const json: unknown = withLists(JSON.parse(text) as DatasetFile);
    const last = path.at(-1)!;
    let holder = json as Record<string | number, unknown>;
    for (const key of path.slice(0, -1)) holder = holder[key] as Record<string | number, unknown>;
    if (!(last in holder)) throw new Error(`the dataset has no ${path.join('.')} to spoil`);
    holder[last] = value;
    return JSON.stringify(json);
  });
}
