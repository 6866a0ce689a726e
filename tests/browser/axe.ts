/** Accessibility rules by axe-core. */
import type { Page } from '@playwright/test';
import axe, { type RunOptions } from 'axe-core';
import { expect, test } from './fixtures.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Asserts that axe finds nothing on the page as it stands.
 * @param part CSS selector of the part to look at, else the whole page
 * @param sizes whether the targets' sizes are measured too: of a whole page that takes as long as everything else, and they
 *   hang on its width alone
 */
export async function expectAccessible(
  page: Page,
  part?: string,
  { sizes = part !== undefined } = {},
): Promise<void> {
  test.slow(); // axe weighs every mark of every chart
  await settle(page);
  const options: RunOptions = {
    runOnly: TAGS,
    resultTypes: ['violations'],
    rules: { 'target-size': { enabled: sizes } },
    iframes: false,
  };
  // axe is half a megabyte: a page is given it once, and hands over what is wrong alone
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const { violations, passCount } = await page.evaluate(
    async ({ part, options }) => {
      const { axe: inPage } = window as unknown as { readonly axe: typeof axe };
      const { violations, passes } = await inPage.run(part ?? document, options);
      return { violations, passCount: passes.length };
    },
    { part, options },
  );
  const list = violations.flatMap((violation) => [
    `${violation.id} (${violation.impact ?? 'no impact told'}): ${violation.help}, ${violation.helpUrl}`,
    ...violation.nodes.map((node) => {
      const why = (node.failureSummary ?? '').split('\n').slice(1).join(';').trim();
      return `    ${node.target.join(' ')}: ${why}`;
    }),
  ]);
  expect(list.join('\n'), 'what axe finds').toBe('');
  expect(passCount, 'axe had something to look at').toBeGreaterThan(0);
}

/** A colour half way through a fade has a contrast that nobody reads. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const passing = document.getAnimations().filter((animation) => {
      const { endTime } = animation.effect?.getComputedTiming() ?? {};
      return typeof endTime === 'number' && Number.isFinite(endTime);
    });
    await Promise.allSettled(passing.map((animation) => animation.finished));
  });
}
