import { measure } from '../../scripts/size.ts';
import { expectAccessible } from './axe.ts';
import { expect, test, WITH_MOTION } from './fixtures.ts';

test.use(WITH_MOTION);

const REGIONS = ['Map', 'Topics', 'Co-authors', 'Records'];

test('the page opens under a sub-path and a strict policy, with its four regions and no fault', async ({
  page,
  baseURL,
}) => {
  const base = baseURL ?? '';
  const answers: { readonly status: number; readonly url: string }[] = [];
  page.on('response', (response) => answers.push({ status: response.status(), url: response.url() }));
  const answer = await page.goto('./');
  expect(new URL(page.url()).pathname).toBe('/some/sub/path/');
  expect(page.url()).toBe(baseURL);
  expect(answer?.headers()['content-security-policy']).toContain("default-src 'none'");
  await expect(page).toHaveTitle(/Whereabouts/);
  for (const name of REGIONS) await expect(page.getByRole('region', { name, exact: true })).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.waitForLoadState('networkidle');
  await test.step('every file of the page is found and comes from the sub-path', () => {
    expect(answers.length).toBeGreaterThan(2);
    const isWrong = ({ status, url }: (typeof answers)[number]) =>
      (status !== 200 && status !== 304) || !url.includes(base);
    expect(answers.filter(isWrong)).toEqual([]);
  });
  await test.step('the page opens with no script beyond those whose size is limited', () => {
    const loaded = new Set(answers.map(({ url }) => url.replace(base, '')));
    const files = measure(process.env['TEST_SITE'] ?? 'test-results/site');
    const later = files.filter(({ part }) => part === 'later').map(({ path }) => path);
    expect(loaded).toContain(files[0]?.path);
    expect([...loaded].filter((path) => later.includes(path))).toEqual([]);
  });
  await expectAccessible(page, undefined, { sizes: true });
});
