/** Files that leave the page: where they are asked for, and what arrives. */
import { readFileSync } from 'node:fs';
import type { Download, Locator, Page } from '@playwright/test';

/** The dialog with everything that leaves the page. */
export const dialog = (page: Page) => page.getByRole('dialog', { name: 'Share' });

/** Opens it on its files. */
export async function openFiles(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await dialog(page).getByRole('tab', { name: 'Files' }).click();
  return dialog(page);
}

/** What a click saves. */
export async function downloaded(page: Page, click: Locator): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), click.click()] as const);
  return { name: download.suggestedFilename(), bytes: readFileSync(await path(download)) };
}
const path = async (download: Download) => await download.path();
