/**
 * How long it takes from a click until all views are painted, in the tests' browser over a synthetic dataset, and how
 * long from pointing at a mark until it is lit in all views.
 * Usage: tsx scripts/bench-click.ts [folder of the built page, default dist] [records, default 10000]
 */
import type { Page } from '@playwright/test';
import { openAtRest, withLargeSite } from './bench-site.ts';

const CLICKS = 60;
/** The first few compile the page's code. */
const WARM_UP = 6;

/**
 * Clicks marks of a view in turn, each twice: into the filter and out again.
 * @returns ms from the event to the time after the frame in which everything was painted, sorted
 */
async function timedAt(page: Page, view: string, event: 'click' | 'hover'): Promise<number[]> {
  const times = await page.evaluate(
    async ({ view, event, rounds }) => {
      const marks = [...document.querySelectorAll(`[data-view="${view}"] [data-node]`)].slice(0, 30);
      // canvases ask for their frame when the views have changed, before the next one begins: all paint in the same
      const painted = () => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      const times: number[] = [];
      for (let round = 0; round < rounds; round++) {
        const mark = marks[Math.floor(round / 2) % marks.length]!;
        const { left, top, width, height } = mark.getBoundingClientRect();
        const init = { bubbles: true, clientX: left + width / 2, clientY: top + height / 2 };
        await painted();
        const start = performance.now();
        if (event === 'click') mark.dispatchEvent(new MouseEvent('click', init));
        else {
          const type = round % 2 === 0 ? 'pointermove' : 'pointerleave';
          mark.dispatchEvent(new PointerEvent(type, { ...init, pointerType: 'mouse' }));
        }
        await painted();
        times.push(performance.now() - start);
        await new Promise((resolve) => setTimeout(resolve, 60));
      }
      return times;
    },
    { view, event, rounds: CLICKS + WARM_UP },
  );
  return times.slice(WARM_UP).sort((a, b) => a - b);
}

const at = (sorted: readonly number[], share: number) =>
  (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(0);

const [site = 'dist', recordCount = '10000'] = process.argv.slice(2);
await withLargeSite(site, Number(recordCount), async (browser, url) => {
  const page = await openAtRest(browser, url);
  for (const [name, view, event] of [
    ['click on a country', 'map', 'click'],
    ['click on a topic', 'topics', 'click'],
    ['pointing at a country', 'map', 'hover'],
  ] as const) {
    const times = await timedAt(page, view, event);
    console.log(
      `${name} until all is painted: median ${at(times, 0.5)} ms, 95 % ${at(times, 0.95)} ms, worst ${at(times, 1)} ms`,
    );
  }
  await page.close();
});
