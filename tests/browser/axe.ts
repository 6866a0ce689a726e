/** Accessibility rules by axe-core. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
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
  // in the page itself, which hands over what is wrong alone: the list of all that is right has many megabytes
  const axe = new AxeBuilder({ page })
    .options({ resultTypes: ['violations'], rules: { 'target-size': { enabled: sizes } } })
    .withTags(TAGS)
    .setLegacyMode();
  if (part !== undefined) axe.include(part);
  const { violations, passes } = await axe.analyze();
  const list = violations.flatMap((violation) => [
    `${violation.id} (${violation.impact ?? 'no impact told'}): ${violation.help}, ${violation.helpUrl}`,
    ...violation.nodes.map((node) => {
      const why = (node.failureSummary ?? '').split('\n').slice(1).join(';').trim();
      return `    ${node.target.join(' ')}: ${why}`;
    }),
  ]);
  expect(list.join('\n'), 'what axe finds').toBe('');
  expect(passes.length, 'axe had something to look at').toBeGreaterThan(0);
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
