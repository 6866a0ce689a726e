/** The tab Embed of the Share dialog: the preview, the three ways to paste a view, copying. */
import { test as plain, type Page } from '@playwright/test';
import { serveDist } from '../../scripts/serve-dist.ts';
import { expectAccessible } from './axe.ts';
import { openDashboard } from './dashboard.ts';
import { expect, test } from './fixtures.ts';
import { serveHost } from './host-page.ts';

const site = process.env['TEST_SITE'] ?? 'test-results/site';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Share' });
const code = (page: Page) => dialog(page).getByLabel('Code to paste');
const preview = (page: Page) => dialog(page).locator('iframe[title="Preview of the embed"]').contentFrame();

async function openEmbed(page: Page, query = ''): Promise<void> {
  await openDashboard(page, query);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await dialog(page).getByRole('tab', { name: 'Embed' }).click();
}

test('the preview shows the chosen view in the present state, under the strict policy', async ({ page }) => {
  await openEmbed(page, '?geography=USA');
  await expect(preview(page).getByRole('region', { name: 'Map' })).toBeVisible();
  await expect(preview(page).getByText('Filtered: place United States')).toBeVisible();
  // the frame is a page of its own, which embed.spec.ts looks at
  await expectAccessible(page, 'dialog :is(.choices, .ways, .note, textarea, .copy)');
  await dialog(page).getByLabel('Topics', { exact: true }).check();
  await dialog(page).getByLabel('Dark', { exact: true }).check();
  await expect(preview(page).getByRole('region', { name: 'Topics' })).toBeVisible();
  await expect(preview(page).locator('html')).toHaveAttribute('data-theme', 'dark');
  await dialog(page).getByLabel('Caption', { exact: true }).uncheck();
  await expect(code(page)).toHaveValue(/view=topics&amp;theme=dark&amp;caption=0&amp;geography=USA/);
});

test('the code is copied as it stands', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openEmbed(page);
  for (const way of ['Iframe and script', 'Element', 'Iframe']) {
    await dialog(page).getByText(way, { exact: true }).click();
    await dialog(page).getByRole('button', { name: 'Copy the code' }).click();
    await expect(dialog(page).getByRole('status').filter({ hasText: 'Copied' })).toHaveCount(1);
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(await code(page).inputValue());
    expect(copied).toContain(way === 'Element' ? '<whereabouts-view' : '<iframe');
  }
});

plain('each of the three snippets shows the view in a page of another origin', async ({ page }) => {
  const server = await serveDist(site, { port: 0, cors: true });
  try {
    await page.goto(`${server.url}?geography=USA`);
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    await dialog(page).getByRole('tab', { name: 'Embed' }).click();
    const codes: string[] = [];
    for (const way of ['Iframe', 'Iframe and script', 'Element']) {
      await dialog(page).getByText(way, { exact: true }).click();
      codes.push(await code(page).inputValue());
    }
    expect(new Set(codes).size).toBe(3);
    for (const pasted of codes) {
      const other = await serveHost(pasted);
      try {
        await page.goto(other.url);
        const frame = page.locator('iframe').contentFrame();
        await expect(frame.getByRole('button', { name: /^United States: / })).toHaveAttribute(
          'aria-pressed',
          'true',
        );
      } finally {
        await other.close();
      }
    }
  } finally {
    await server.close();
  }
});

plain('where the server forbids frames, the preview says so and the code is there', async ({ page }) => {
  const policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; worker-src 'self'";
  const server = await serveDist(site, { port: 0, policy });
  try {
    await page.goto(server.url);
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    await dialog(page).getByRole('tab', { name: 'Embed' }).click();
    await expect(dialog(page).getByText('lets the page show no frames')).toBeVisible();
    await expect(code(page)).toHaveValue(/<iframe/);
  } finally {
    await server.close();
  }
});

plain('a long state is packed in the code and in “Open full view”', async ({ page }) => {
  const server = await serveDist(site, { port: 0 });
  const numbers = (i: number) => Array.from({ length: 30 }, (_, j) => `${i}x${j}`).join('+');
  const query = Array.from({ length: 18 }, (_, i) => `text=${numbers(i)}`).join('&');
  try {
    await page.goto(`${server.url}?${query}`);
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    await dialog(page).getByRole('tab', { name: 'Embed' }).click();
    await expect(code(page)).toHaveValue(/packed=/);
    await page.goto(`${server.url}embed.html?view=map&${query}`);
    const link = page.getByRole('link', { name: 'Open full view' });
    await expect(link).toHaveAttribute('href', /\?packed=/);
    expect((await link.getAttribute('href'))!.length).toBeLessThan(query.length);
  } finally {
    await server.close();
  }
});
