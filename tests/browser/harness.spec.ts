/** The net itself: each kind of fault is caught, and fails a test that does not expect it. */
import { expectAccessible } from './axe.ts';
import { expect, test } from './fixtures.ts';

test.beforeEach(({ page }) => page.goto('./'));

test('errors, missing files and faults of a second page are caught', async ({
  page,
  context,
  faults,
  allowFaults,
}) => {
  await test.step('a console error is caught', async () => {
    allowFaults(/^console error: made up/);
    await page.evaluate(() => console.error('made up'));
    await expect.poll(() => faults).toContainEqual(expect.stringContaining('console error: made up'));
  });
  await test.step('an uncaught error and an unhandled rejection are caught', async () => {
    allowFaults(/^uncaught error: .*made up/);
    await page.evaluate(() => {
      setTimeout(() => {
        throw new Error('made up, thrown');
      });
      void Promise.reject(new Error('made up, rejected'));
    });
    await expect.poll(() => faults.join()).toContain('made up, thrown');
    await expect.poll(() => faults.join()).toContain('made up, rejected');
  });
  await test.step('a missing file is caught', async () => {
    allowFaults(/404/);
    await page.evaluate(() => fetch('missing.json'));
    await expect.poll(() => faults.join('\n')).toMatch(/404 .*missing\.json/);
  });
  await test.step('a fault on a second page of the browser is caught', async () => {
    allowFaults(/made up/);
    const second = await context.newPage();
    await second.goto('./');
    await second.evaluate(() => console.error('made up elsewhere'));
    await expect.poll(() => faults.join()).toContain('made up elsewhere');
  });
});

test('a style element and an inline script are breaches that are caught', async ({
  page,
  faults,
  allowFaults,
}) => {
  allowFaults(/content security policy/i);
  const ran = await page.evaluate(() => {
    for (const kind of ['style', 'script']) {
      const element = document.createElement(kind);
      element.textContent = kind === 'style' ? 'body { display: none }' : 'window.ran = true';
      document.head.append(element);
    }
    return 'ran' in window;
  });
  expect(ran, 'the policy holds').toBe(false);
  await expect(page.locator('body')).toBeVisible();
  await expect
    .poll(() => faults.join('\n'))
    .toContain('content security policy: style-src-elem blocked inline');
  await expect
    .poll(() => faults.join('\n'))
    .toContain('content security policy: script-src-elem blocked inline');
});

test('a request to another origin is caught, also one that the policy stops', async ({
  page,
  faults,
  allowFaults,
}) => {
  allowFaults(/content security policy|another origin|net::ERR|Failed to load/i);
  await page.route('http://elsewhere.invalid/**', (route) => route.abort());
  await page.evaluate(() => fetch('http://elsewhere.invalid/data').catch(() => undefined));
  await expect.poll(() => faults.join('\n')).toMatch(/connect-src blocked http:\/\/elsewhere\.invalid/);
  await page.goto('http://elsewhere.invalid/page').catch(() => undefined);
  await expect.poll(() => faults.join('\n')).toContain('another origin: http://elsewhere.invalid/page');
});

test.describe('a test that does not allow its faults fails (an expected cross)', () => {
  test.fail();

  test('by a console error', ({ page }) => page.evaluate(() => console.error('made up')));

  test('by a breach of the policy', ({ page }) =>
    page
      .evaluate(() => document.head.append(document.createElement('style')))
      .then(() =>
        page.evaluate(() => {
          document.head.querySelector('style:last-of-type')!.textContent = 'p { color: red }';
        }),
      ));
});

test('a fault that axe finds fails with its rule and element', async ({ page }) => {
  await page.evaluate(() => {
    const part = document.createElement('main');
    part.id = 'made-up';
    part.append(document.createElement('button'));
    document.body.replaceChildren(part);
  });
  await expect(expectAccessible(page, '#made-up')).rejects.toThrow(/button-name \(critical\): Buttons/);
});

test.describe('what a test leaves behind is not there in the next one, which has the same page', () => {
  test.describe.configure({ mode: 'serial' });

  /** What a page can find of earlier ones; but for `window.name`, which nothing here reads. */
  const left = () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    cookie: document.cookie,
    online: navigator.onLine,
    width: innerWidth,
    dark: matchMedia('(prefers-color-scheme: dark)').matches,
  });

  const NOTHING = { local: 0, session: 0, cookie: '', online: true, width: 1440, dark: false };

  test('first', async ({ page, context }) => {
    await page.waitForLoadState('networkidle'); // else what the page still fetches is a fault
    expect(await page.evaluate(left)).toEqual(NOTHING);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.evaluate(() => {
      localStorage.setItem('left', 'behind');
      sessionStorage.setItem('left', 'behind');
      document.cookie = 'left=behind';
    });
    await page.route('**/dataset.json', (route) => route.abort());
    await context.setOffline(true);
    expect(await page.evaluate(left)).not.toEqual(NOTHING);
  });

  test('second', async ({ page }) => {
    expect(await page.evaluate(left)).toEqual(NOTHING);
    const status = () => fetch('dataset.json').then((answer) => answer.status);
    expect(await page.evaluate(status)).toBe(200);
  });
});
