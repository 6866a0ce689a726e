/** The address holds the whole state of the page, and nothing in an address harms the page. */
import type { Page } from '@playwright/test';
import {
  chooseRule,
  clickMark,
  expectChips,
  expectQuery,
  expectRecords,
  goOnAt,
  mark,
  openDashboard,
  recordsShown,
  view,
} from './dashboard.ts';
import { expect, test } from './fixtures.ts';

const CHATBOT = 'Information Technology>Artificial Intelligence>Natural Language>Chatbot';

test('a reload restores every clause, threshold, focus, facet, rule, table and the open record', async ({
  page,
}) => {
  const asked: readonly (readonly [string, string])[] = [
    ['geography', 'USA'],
    ['geography', 'CAN'],
    ['not.geography', 'MCO'],
    ['mode.geography', 'all'],
    ['min.geography', '0.07'],
    ['focus.geography', 'CAN'],
    ['technology', CHATBOT],
    ['min.technology', '0.29'],
    ['genre', 'Research Report>New Finding'],
    ['focus.genre', 'Research Report'],
    ['author', 'Fang, Alex'],
    ['not.author', 'OpenAI'],
    ['rule', 'score'],
    ['topics', 'genre'],
    ['record', 'bzzcgs2pfw'],
    ['table', 'coauthors'],
    ['table', 'records'],
  ];
  const expectAll = async () => {
    await expectRecords(page, 1);
    await expectChips(page, [
      'place United States',
      'place Canada',
      'all of 2 places',
      'not place Monaco',
      'geography score at least 0.07',
      'technology Chatbot',
      'technology score at least 0.29',
      'genre New Finding',
      'author Alex Fang',
      'not author OpenAI',
    ]);
    await expect(page.getByRole('radio', { name: 'Score' })).toBeChecked();
    await expect(page.getByRole('dialog', { name: /^DataComp-LM/ })).toBeVisible();
    await expect(view(page, 'Map').getByRole('slider')).toHaveValue('7');
    await expect(view(page, 'Map').getByRole('navigation', { name: 'Place levels' })).toHaveText(
      /World\s*›\s*Canada/,
    );
    await expect(view(page, 'Topics').getByRole('button', { name: 'Genre' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await expect(view(page, 'Topics').getByRole('button', { name: 'All topics' })).toBeVisible();
    await expect(mark(page, 'Topics', 'Research Report')).toHaveAccessibleName(
      'Research Report: score sum 0.87',
    );
    await expect(view(page, 'Co-authors').getByRole('columnheader', { name: 'Co-authors' })).toBeVisible();
    await expect(view(page, 'Records').getByRole('columnheader', { name: 'Source' })).toBeVisible();
    await expectQuery(page, asked);
  };
  await page.goto(`./?${new URLSearchParams(asked.map(([key, value]) => [key, value]))}`);
  await expectAll();
  await page.reload();
  await expectAll();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('every threshold that a link can hold is read as it is written', async ({ page }) => {
  await test.step('“complete lists only” and an exclusion come back too', async () => {
    await openDashboard(page, '?complete=1&not.geography=AUT');
    await expectRecords(page, 5);
    await expect(page.getByRole('checkbox', { name: 'Complete tag lists only' })).toBeChecked();
    await page.reload();
    await expectRecords(page, 5);
    await expectChips(page, ['not place Austria', 'only complete tag lists']);
  });
  await goOnAt(page);
  await test.step('every threshold', async () => {
    const slider = view(page, 'Map').getByRole('slider');
    for (const score of ['0.07', '0.14', '0.28', '0.29', '0.57', '0.58', '1.00']) {
      await slider.fill(String(Math.round(Number(score) * 100)));
      await expectQuery(page, [['min.geography', score]]);
      // Back reads the address as a reload does, which the last one is for
      await goOnAt(page);
      await expect(slider).toHaveValue('0');
      await page.goBack();
      await expect(slider).toHaveValue(String(Math.round(Number(score) * 100)));
    }
    await page.reload();
    await expect(slider).toHaveValue('100');
  });
});

test('Back and Forward step through all that was done', async ({ page }) => {
  await openDashboard(page);
  const checks: (() => Promise<void>)[] = [];
  const step = async (act: () => Promise<void>, check: () => Promise<void>) => {
    await act();
    checks.push(check);
    await check();
  };
  const dialog = page.getByRole('dialog', { name: 'GPT-4 Technical Report' });
  await step(
    () => Promise.resolve(),
    async () => {
      await expectRecords(page, 9);
      await expectQuery(page, []);
    },
  );
  await step(
    () => clickMark(mark(page, 'Map', 'United States')),
    async () => {
      await expectRecords(page, 5);
      await expect(page.getByRole('radio', { name: 'Records' })).toBeChecked();
    },
  );
  await step(
    () => chooseRule(page, 'Score'),
    async () => {
      await expect(page.getByRole('radio', { name: 'Score' })).toBeChecked();
      await expectChips(page, ['place United States']);
      await expect(mark(page, 'Topics', 'Chatbot')).toBeVisible();
    },
  );
  await step(
    () => view(page, 'Topics').getByRole('button', { name: 'Industry' }).click(),
    async () => {
      await expect(mark(page, 'Topics', 'Law')).toBeVisible();
      await expect(view(page, 'Topics').getByRole('button', { name: 'Show as table' })).toBeVisible();
    },
  );
  await step(
    () => view(page, 'Topics').getByRole('button', { name: 'Show as table' }).click(),
    async () => {
      await expect(view(page, 'Topics').getByRole('table')).toBeVisible();
      await expect(dialog).toHaveCount(0);
    },
  );
  await step(
    () => view(page, 'Records').getByRole('button', { name: 'GPT-4 Technical Report' }).click(),
    async () => {
      await expect(dialog).toBeVisible();
      await expectChips(page, ['place United States']);
    },
  );
  for (const check of [...checks].reverse().slice(1)) {
    await page.goBack();
    await check();
  }
  for (const check of checks.slice(1)) {
    await page.goForward();
    await check();
  }
});

test('a link that holds more than this page and dataset have', async ({ page }) => {
  await test.step('what is not ours in the address stays there', async () => {
    await openDashboard(page, '?utm_source=letter&geography=USA&x=1&x=2#part');
    await expectRecords(page, 5);
    await expect(page.getByRole('alert')).toHaveCount(0);
    await clickMark(mark(page, 'Map', 'United States'));
    await expectQuery(page, [
      ['utm_source', 'letter'],
      ['x', '1'],
      ['x', '2'],
    ]);
    expect(new URL(page.url()).hash).toBe('#part');
  });
  await test.step('what this dataset does not have is told, and the rest is shown', async () => {
    const query = new URLSearchParams([
      ['geography', 'XXX'],
      ['geography', 'USA'],
      ['technology', 'No such topic'],
      ['record', 'no-such-record'],
      ['author', 'Nobody, Known'],
    ]);
    await openDashboard(page, `?${query}`);
    const alert = page.getByRole('alert');
    for (const part of [
      'geography = XXX',
      'technology = No such topic',
      'record = no-such-record',
      'author = Nobody, Known',
    ]) {
      await expect(alert).toContainText(part);
    }
    await expectChips(page, ['place United States']);
    await expectRecords(page, 5);
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await alert.getByRole('button', { name: 'Dismiss' }).click();
    await expect(alert).toHaveCount(0);
    await expectRecords(page, 5);
  });
});

test.describe('a hostile address', () => {
  const HOSTILE: Readonly<Record<string, string>> = {
    'with script tags': `?geography=<script>hacked=1</script>&record=<img src=x onerror=hacked=1>&technology=%22%3E%3Csvg/onload=hacked=1%3E&topics=javascript:hacked=1`,
    'with NUL and broken percent signs':
      '?geography=%00&author=%00%00&technology=%E0%A4%A&min.geography=%&%00=%00',
    'with names of inner parts':
      '?__proto__=1&constructor=x&geography=__proto__&author=constructor&min.__proto__=0.5&topics=__proto__&record=toString&table=__proto__&mode.geography=constructor&focus.geography=hasOwnProperty',
    'with numbers out of range':
      '?min.geography=1e99&min.technology=-1&min.genre=NaN&rule=7&v=99&complete=yes&focus.technology=-1',
    'with a very long value': `?geography=${'A'.repeat(7000)}`,
  };
  test('is told, and the page works', async ({ page }) => {
    for (const [name, query] of Object.entries(HOSTILE)) {
      await test.step(name, async () => {
        // all are read in one way: by the page that opens, and by the one that is open
        const isOpened = /script tags|inner parts/.test(name);
        await (isOpened ? openDashboard(page, query) : goOnAt(page, query));
        await expect(page.getByRole('alert')).toContainText(
          'something that this dataset or page does not have',
        );
        await expectUnharmed(page);
      });
    }
  });

  // too long for the server's limit on headers: only the document's address is, and the test answers for it
  const LONG: Readonly<Record<string, readonly [string, RegExp | null]>> = {
    'with one key 10,000 times': [`?${'geography=CAN&'.repeat(10_000)}`, null],
    'with 10,000 unknown values': [
      `?${Array.from({ length: 10_000 }, (_, i) => `geography=Q${i}`).join('&')}&not.geography=AUT`,
      /and 9,?995 more/,
    ],
    'of 300,000 characters': [`?geography=${'%3C'.repeat(100_000)}`, /too long to read/],
  };
  for (const [name, [query, alert]] of Object.entries(LONG)) {
    test(`${name} does not break the page`, async ({ page, baseURL }) => {
      await page.route(
        (url) => url.search.length > 8000,
        async (route) => route.fulfill({ response: await route.fetch({ url: baseURL! }) }),
      );
      await openDashboard(page, query);
      if (alert) await expect(page.getByRole('alert')).toContainText(alert);
      else await expectChips(page, ['place Canada']);
      await expectUnharmed(page);
    });
  }
});

/** Nothing ran, nothing was put in, nothing covers the page, and a click still counts. */
async function expectUnharmed(page: Page): Promise<void> {
  const inner = await page.evaluate(() => ({
    hacked: 'hacked' in window,
    polluted: Object.keys(Object.prototype).length > 0,
    foreign: document.querySelectorAll('script:not([src]), img, iframe, [onerror], [onload]').length,
    wide: document.documentElement.scrollWidth > document.documentElement.clientWidth,
  }));
  expect(inner).toEqual({ hacked: false, polluted: false, foreign: 0, wide: false });
  const before = await recordsShown(page).innerText();
  await clickMark(mark(page, 'Topics', 'Accuracy'), { alt: true });
  await expect(page.getByRole('button', { name: 'Remove not technology Accuracy' })).toBeVisible();
  await expect(recordsShown(page)).not.toHaveText(before);
}
