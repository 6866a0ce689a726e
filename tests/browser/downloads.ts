/** Files that leave the page, where they are asked for and what arrives; and files that are dropped on it. */
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

/** Drops a file on the page. */
export async function drop(page: Page, name: string, bytes: Buffer): Promise<void> {
  await page.evaluate(
    ({ name, base64 }) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))], name));
      const event = { bubbles: true, cancelable: true, dataTransfer: transfer };
      document.body.dispatchEvent(new DragEvent('dragover', event));
      document.body.dispatchEvent(new DragEvent('drop', event));
    },
    { name, base64: bytes.toString('base64') },
  );
}
