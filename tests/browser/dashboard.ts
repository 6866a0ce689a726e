/** The dashboard as a person finds it: by regions, roles and names. */
import type { Locator, Page } from '@playwright/test';
import { expect } from './fixtures.ts';

export type ViewName = 'Map' | 'Topics' | 'Co-authors' | 'Records' | 'When';

/** Those of every dataset. */
export const VIEWS: readonly ViewName[] = ['Map', 'Topics', 'Co-authors', 'Records'];

/** Opens the page and waits until every view stands, the co-author graph arranged. */
export async function openDashboard(page: Page, query = ''): Promise<void> {
  await page.goto(`./${query}`);
  await expect(view(page, 'Records')).toBeVisible();
  await expect(page.getByText(/^(Building the graph|Arranging)/)).toHaveCount(0);
}

/**
 * Leads the open page to another address of it as Back does, without loading it again, which takes a second and more:
 * a test with several parts goes on from there. The empty query is the page as it opens.
 */
export async function goOnAt(page: Page, query = ''): Promise<void> {
  const { pathname } = new URL(page.url());
  await page.evaluate(async (address) => {
    history.pushState(null, '', address);
    dispatchEvent(new PopStateEvent('popstate'));
    // what it shows now is drawn
    await new Promise(requestAnimationFrame);
  }, pathname + query);
}

/** One of the four regions. */
export function view(page: Page, name: ViewName): Locator {
  return page.getByRole('region', { name, exact: true });
}

/** A country, topic or author in its view, whatever its number is. */
export function mark(page: Page, name: ViewName, label: string): Locator {
  return view(page, name).getByRole('button', { name: new RegExp(`^${escaped(label)}: `) });
}

/** Where a mark can be pointed at: a place of the viewport that it fills and nothing covers, near its middle. */
export async function placeOf(found: Locator): Promise<{ x: number; y: number }> {
  await found.scrollIntoViewIfNeeded();
  const place = await found.evaluate((element) => {
    const box = element.getBoundingClientRect();
    const [middleX, middleY] = [box.left + box.width / 2, box.top + box.height / 2];
    const step = Math.max(1, Math.floor(Math.max(box.width, box.height) / 40));
    let best: { x: number; y: number; distance: number } | null = null;
    // whole pixels: a click has no others
    for (let y = Math.ceil(box.top); y < box.bottom; y += step) {
      for (let x = Math.ceil(box.left); x < box.right; x += step) {
        const distance = Math.hypot(x - middleX, y - middleY);
        if (best !== null && distance >= best.distance) continue;
        if (document.elementFromPoint(x, y)?.closest('[data-node]') === element) best = { x, y, distance };
      }
    }
    return best && { x: best.x, y: best.y };
  });
  if (place === null) throw new Error(`nothing of ${String(found)} can be pointed at`);
  return place;
}

interface ClickOptions {
  readonly button?: 'left' | 'right';
  readonly alt?: boolean;
  /** 2 for a double click. */
  readonly times?: number;
}

/** Clicks a mark with the mouse, where it is really drawn. */
export async function clickMark(found: Locator, options: ClickOptions = {}): Promise<void> {
  const { button = 'left', alt = false, times = 1 } = options;
  const { x, y } = await placeOf(found);
  const { keyboard, mouse } = found.page();
  if (alt) await keyboard.down('Alt');
  await mouse.click(x, y, { button, clickCount: times });
  if (alt) await keyboard.up('Alt');
}

/** The line that says how many records pass. */
export function recordsShown(page: Page): Locator {
  return page.getByRole('main').getByRole('status').first();
}

/** Asserts the number of records that pass, of the nine of the sample. */
export function expectRecords(page: Page, count: number): Promise<void> {
  return expect(recordsShown(page)).toHaveText(`${count} of 9 records`);
}

export function filters(page: Page): Locator {
  return page.getByRole('list', { name: 'Filters' });
}

/** Asserts the chips in their order, as they read: "place United States", "any of 2 places". */
export async function expectChips(page: Page, chips: readonly string[]): Promise<void> {
  const items = filters(page).getByRole('listitem');
  const hint = 'Click a country, a topic or an author to filter; Alt-click excludes.';
  await expect
    .poll(async () => (await items.allInnerTexts()).map((text) => text.replace(/×|\s+/g, ' ').trim()))
    .toEqual(chips.length === 0 ? [hint] : chips);
}

/** Asserts what the address asks for; its version says nothing and is left out. */
export async function expectQuery(
  page: Page,
  expected: readonly (readonly [string, string])[],
): Promise<void> {
  const read = () => [...new URL(page.url()).searchParams].filter(([key]) => key !== 'v');
  await expect.poll(read).toEqual(expected);
}

/** Presses a radio of the switch. */
export async function chooseRule(page: Page, rule: 'Records' | 'Fractional' | 'Score'): Promise<void> {
  const rules = page.getByRole('radiogroup', { name: 'Counting rule' });
  await rules.getByText(rule, { exact: true }).click();
  await expect(rules.getByRole('radio', { name: rule })).toBeChecked();
}

export function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
