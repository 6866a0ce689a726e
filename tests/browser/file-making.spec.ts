/** A file on its way: what is said while it is made, waiting for the graph, and giving it up. */
import { EventEmitter, once } from 'node:events';
import type { Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { openDashboard, view } from './dashboard.ts';
import { downloaded, openFiles } from './downloads.ts';
import { expect, test } from './fixtures.ts';

/** Keeps the layout's worker from coming until that is let go; counts how many are asked for. */
async function holdLayout(page: Page): Promise<{ readonly release: () => void; readonly asked: number }> {
  const letGo = new EventEmitter();
  const released = once(letGo, 'go');
  let asked = 0;
  await page.route('**/assets/layout.worker*.js', async (route) => {
    asked += 1;
    await released;
    await route.continue();
  });
  return {
    release: () => letGo.emit('go'),
    get asked() {
      return asked;
    },
  };
}

test('a picture asked for while the graph is being arranged waits for that, says so, and can be given up', async ({
  page,
}) => {
  const layout = await holdLayout(page);
  await page.goto('./');
  const downloads: string[] = [];
  // who listens hears of it only where it takes long
  const heard = view(page, 'Co-authors').locator('.frame > [role="status"]');
  await expect(view(page, 'Co-authors').getByText(/^Arranging .+ 0 %/)).toBeVisible();
  await expect(heard).toHaveText('');
  await expect(heard).toHaveText(/^Arranging [^%]+…$/);
  page.on('download', (download) => downloads.push(download.suggestedFilename()));
  await view(page, 'Co-authors').getByRole('button', { name: 'Download Co-authors' }).click();
  const menu = page.getByRole('dialog', { name: 'Download' });
  const status = menu.getByRole('status');
  const item = menu.getByRole('menuitem', { name: /^PNG 2×/ });
  await item.click();
  await expect(status).toHaveText('Arranging the graph…');
  await expect(menu.getByRole('progressbar', { name: 'Arranging the graph…' })).toBeVisible();
  await expect(menu.getByText('0 %')).toBeVisible();
  await expectAccessible(page, 'dialog[open]');
  await item.press('Tab');
  await expect(menu.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(status).toHaveText('');
  await expect(menu.getByRole('progressbar')).toHaveCount(0);
  await expect(item).toBeFocused();
  // closing the menu gives up too
  await menu.getByRole('menuitem', { name: /^GEXF/ }).click();
  await expect(status).toHaveText('Arranging the graph…');
  await page.keyboard.press('Escape');
  await expect(menu).toHaveCount(0);
  // and the dialog does so as the menu
  const share = await openFiles(page);
  await share.getByRole('button', { name: 'Co-authors: SVG' }).click();
  await expect(share.getByText('Co-authors, SVG: arranging the graph…')).toBeVisible();
  await expectAccessible(page, 'dialog[open]');
  await share.getByRole('button', { name: 'Cancel' }).click();
  await expect(share.getByText(/Co-authors, SVG/)).toHaveCount(0);
  await expect(share.getByRole('button', { name: 'Co-authors: SVG' })).toBeFocused();
  const graphml = share.getByRole('button', { name: 'Co-author graph: GraphML' });
  await graphml.click();
  await expect(share.getByText('Co-author graph, GraphML: arranging the graph…')).toBeVisible();
  const coming = page.waitForEvent('download');
  layout.release();
  const download = await coming;
  expect(download.suggestedFilename()).toMatch(/\.graphml$/);
  await expect(share.getByText(/GraphML:/)).toHaveCount(0);
  expect(downloads).toEqual([download.suggestedFilename()]);
  expect(layout.asked).toBe(1);
  await expect(heard).toHaveText('');
  await expect(view(page, 'Co-authors').locator('[aria-live]')).toHaveCount(0);
});

test('what is being done is said before it is done, in its own words, and pictures of two sizes have two names', async ({
  page,
}) => {
  await openDashboard(page);
  const names: string[] = [];
  for (const [label, words] of [
    ['PNG 2×', 'Drawing…'],
    ['PNG 4×', 'Drawing…'],
    ['CSV', 'Writing the file…'],
    ['JSON', 'Writing the file…'],
    ['VOSviewer', 'Writing the file…'],
  ] as const) {
    await view(page, 'Co-authors').getByRole('button', { name: 'Download Co-authors' }).click();
    const status = page.getByRole('dialog', { name: 'Download' }).getByRole('status');
    await status.evaluate((element) => {
      const said: string[] = [];
      new MutationObserver(() => said.push(element.textContent)).observe(element, {
        characterData: true,
        childList: true,
        subtree: true,
      });
      Object.assign(globalThis, { said });
    });
    const item = page.getByRole('menuitem', { name: new RegExp(`^${label}`) });
    names.push((await downloaded(page, item)).name);
    await expect(page.getByRole('menu')).toHaveCount(0);
    const said = await page.evaluate(() => (globalThis as unknown as { said: string[] }).said);
    expect(new Set(said.filter((line) => line !== ''))).toEqual(new Set([words]));
  }
  expect(names.slice(0, 2)).toEqual([
    'training-language-model_coauthors_all-of-9-records_2x.png',
    'training-language-model_coauthors_all-of-9-records_4x.png',
  ]);
});
