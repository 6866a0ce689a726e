/** The scenes of the sample, how they are opened, and what a talk shows. */
import { expect, type Locator, type Page } from '@playwright/test';

/** Of the sample's scenes. */
export const TITLES = [
  'Nine countries, five records',
  'How sure must a tag be?',
  'Two records say what they are about',
  'Two teams hold 340 of 374 names',
];

export const panel = (page: Page) => page.getByRole('dialog', { name: 'Scenes' });
export const talk = (page: Page) => page.getByRole('region', { name: 'Presentation' });
export const title = (page: Page) => talk(page).getByRole('heading', { level: 1 });

export async function openScenes(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Present', exact: true }).click();
  await expect(panel(page)).toBeVisible();
  return panel(page);
}
