/** The views where ten thousand records leave little room: what is drawn keeps clear of what stands beside it. */
import { view } from './dashboard.ts';
import { expect, test } from './fixtures.ts';
import { syntheticJson } from './synthetic-json.ts';

test('with ten thousand records labels, legend and numbers have their room', async ({ page }) => {
  const body = syntheticJson(10_000);
  await page.route('**/dataset.json*', (route) => route.fulfill({ contentType: 'application/json', body }));
  await page.goto('./');
  await test.step('a label stands on no other country with a value, however many have one', async () => {
    const labels = view(page, 'Map').locator('.labels text');
    await expect(labels.nth(9)).toBeAttached({ timeout: 30_000 });
    const strangers = await labels.evaluateAll((texts) =>
      texts.flatMap((text) => {
        // a line each
        const lines = [...text.querySelectorAll(':scope > tspan')].map(({ textContent }) => textContent);
        const name = lines.join(' ').replace(/\s*[\d,]+$/, '');
        const { left, top, width, height } = text.getBoundingClientRect();
        return [0.03, 1 / 2, 0.97].flatMap((share) =>
          document
            .elementsFromPoint(left + share * width, top + height / 2)
            .filter((element) => element.matches('path.country.value[data-node]'))
            // islands have no name of their own
            .map((element) =>
              element.closest('g')!.querySelector(`[data-node="${element.getAttribute('data-node')!}"]`)!,
            )
            .map((element) => element.getAttribute('aria-label')!.split(':')[0]!)
            // a country is named in full there
            .filter((other) => !other.includes(name))
            .map((other) => `${name} on ${other}`),
        );
      }),
    );
    expect(strangers).toEqual([]);
  });
  await test.step('the legend hides no mark: islands in the Pacific are seen and can be pointed at through it', async () => {
    const map = view(page, 'Map');
    await expect(map.locator('.circle').nth(20)).toBeAttached({ timeout: 30_000 });
    await expect(map.locator('.map > .legend')).toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
    await expect(map.locator('.legend p').first()).toHaveCSS('background-color', / 0\.85\)$/);
    const covered = await map.locator('.circle').evaluateAll((circles) =>
      circles
        .filter((circle) => {
          const { left, top, width, height } = circle.getBoundingClientRect();
          const found = document.elementFromPoint(left + width / 2, top + height / 2);
          return found?.closest('[data-node]') == null;
        })
        .map((circle) => circle.getAttribute('aria-label')),
    );
    expect(covered).toEqual([]);
  });
  await test.step('the number in the sunburst’s hole keeps clear of its ring where the panel is short', async () => {
    const legend = view(page, 'Map').getByRole('group', { name: 'Legend' });
    await legend.getByRole('button').nth(2).click({ timeout: 30_000 });
    const middle = view(page, 'Topics').locator('.middle');
    await expect(middle.locator('.number')).toHaveText(/^\d,\d{3}$/);
    const beyond = await middle.evaluate((group) => {
      const radius = Number(group.parentElement!.querySelector('circle.centre')!.getAttribute('r'));
      return [...group.querySelectorAll('text')].map((text) => {
        const { x, width } = text.getBBox();
        return Math.max(-x, x + width) - radius + 3;
      });
    });
    for (const px of beyond) expect(px).toBeLessThan(0);
  });
});
