/**
 * How long it takes from a click until the views are painted, in the tests' browser over a synthetic dataset, and how
 * long from pointing at a mark until it is lit in all views. The co-author graph is painted with the others, or where it
 * is large (state/page/after-paint.svelte.ts) a frame later; so are always the buttons that mirror it, which nobody sees.
 * Usage: tsx scripts/bench-click.ts [folder of the built page, default dist] [records, default 10000]
 */
import type { Page } from '@playwright/test';
import { openAtRest, withLargeSite } from './bench-site.ts';

const CLICKS = 60;
/** The first few compile the page's code. */
const WARM_UP = 6;
/** So that each begins at rest: what steps back fades for 120 ms, and nobody clicks on what still changes. */
const PAUSE_MS = 300;

/**
 * Clicks marks of a view in turn, each twice: into the filter and out again.
 * @returns ms from the event to the time after the frame in which the views were painted, and to that after the next
 *   frame, each sorted
 */
async function timedAt(
  page: Page,
  view: string,
  event: 'click' | 'hover',
): Promise<{ first: number[]; all: number[] }> {
  const times = await page.evaluate(
    async ({ view, event, rounds, pauseMs }) => {
      const marks = [...document.querySelectorAll(`[data-view="${view}"] [data-node]`)].slice(0, 30);
      const painted = () => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      const times: { first: number; all: number }[] = [];
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
        const first = performance.now() - start;
        // a large graph follows once the others are painted, and asks for a frame of its own
        await painted();
        times.push({ first, all: performance.now() - start });
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
      }
      return times;
    },
    { view, event, rounds: CLICKS + WARM_UP, pauseMs: PAUSE_MS },
  );
  const warm = times.slice(WARM_UP);
  const sorted = (list: number[]) => list.sort((a, b) => a - b);
  return { first: sorted(warm.map(({ first }) => first)), all: sorted(warm.map(({ all }) => all)) };
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
    const { first, all } = await timedAt(page, view, event);
    const inWords = (times: readonly number[]) =>
      `median ${at(times, 0.5)} ms, 95 % ${at(times, 0.95)} ms, worst ${at(times, 1)} ms`;
    if (event === 'click') {
      console.log(`${name} until the views are painted: ${inWords(first)}`);
      console.log(`${name} until a frame later, with which a large graph comes: ${inWords(all)}`);
    } else console.log(`${name} until all is lit: ${inWords(first)}`);
  }
  await page.close();
});
