import { measure } from '../../scripts/size.ts';
import { expectAccessible } from './axe.ts';
import { expect, test, WITH_MOTION } from './fixtures.ts';

test.use(WITH_MOTION);

const REGIONS = ['Map', 'Topics', 'Co-authors', 'Records'];

test('the page opens under a sub-path and a strict policy, with its four regions', async ({
  page,
  baseURL,
}) => {
  const answer = await page.goto('./');
  expect(new URL(page.url()).pathname).toBe('/some/sub/path/');
  expect(page.url()).toBe(baseURL);
  expect(answer?.headers()['content-security-policy']).toContain("default-src 'none'");
  await expect(page).toHaveTitle(/Whereabouts/);
  for (const name of REGIONS) await expect(page.getByRole('region', { name, exact: true })).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('every file of the page is found and comes from the sub-path', async ({ page, baseURL }) => {
  const answers: string[] = [];
  page.on('response', (response) => answers.push(`${response.status()} ${response.url()}`));
  await page.goto('./');
  await expect(page.getByRole('region', { name: 'Records', exact: true })).toBeVisible();
  await page.waitForLoadState('networkidle');
  const base = baseURL ?? '';
  expect(answers.length).toBeGreaterThan(2);
  expect(answers.filter((line) => !/^(200|304) /.test(line) || !line.includes(base))).toEqual([]);
});

test('the page opens with no script beyond those whose size is limited ', async ({ page, baseURL }) => {
  const loaded = new Set<string>();
  page.on('response', (response) => loaded.add(response.url().replace(baseURL ?? '', '')));
  await page.goto('./');
  await expect(page.getByRole('region', { name: 'Records', exact: true })).toBeVisible();
  await page.waitForLoadState('networkidle');
  const files = measure(process.env['TEST_SITE'] ?? 'test-results/site');
  const later = files.filter(({ part }) => part === 'later').map(({ path }) => path);
  expect(loaded).toContain(files[0]?.path);
  expect([...loaded].filter((path) => later.includes(path))).toEqual([]);
});

test('axe finds no fault on the page', async ({ page }) => {
  await page.goto('./');
  await expect(page.getByRole('region', { name: 'Records', exact: true })).toBeVisible();
  await expectAccessible(page, undefined, { sizes: true });
});
