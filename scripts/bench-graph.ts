/**
 * How long a frame of the co-author graph takes while one pans, zooms and points at people, in the tests' browser:
 * the page's script from the event on and all painting, canvases flushed. At 5,000 authors with 20,000 links and at
 * 50,000 with 200,000; and how long after its data the first picture and the last one are there.
 * Usage: tsx scripts/bench-graph.ts [folder of the built page, default dist] [authors links …]
 */
import type { Page } from '@playwright/test';
import { encodeDataset } from '../src/model/codec/encode-dataset.ts';
import { makeDataset } from '../tests/filter/make-dataset.ts';
import { uniform } from '../tests/filter/seeded-random.ts';
import { openPage, withSite } from './bench-site.ts';

const FRAMES = 60;
/** The first few compile the page's code. */
const WARM_UP = 6;

/** Bylines of up to seven people near each other in a long row, now and then of somebody far away. */
function teams(authorCount: number, linkCount: number): number[][] {
  const random = uniform(1);
  const below = (limit: number) => Math.floor(random() * limit);
  const links = new Set<number>();
  const bylines: number[][] = [];
  const add = (byline: number[]) => {
    const distinct = [...new Set(byline)].sort((a, b) => a - b);
    distinct.forEach((a, i) => {
      for (const b of distinct.slice(i + 1)) links.add(a * authorCount + b);
    });
    bylines.push(distinct);
  };
  for (let author = 1; author < authorCount; author++) add([author, Math.max(0, author - 1 - below(8))]);
  while (links.size < linkCount) {
    const middle = below(authorCount);
    add(
      Array.from({ length: 2 + below(6) }, () =>
        random() < 0.02 ? below(authorCount) : Math.min(authorCount - 1, middle + below(12)),
      ),
    );
  }
  return bylines;
}

function datasetOf(authorCount: number, linkCount: number): string {
  const records = teams(authorCount, linkCount).map((authors, r) => ({
    title: `Record ${r}`,
    authors,
    tags: {},
    hidden: {},
  }));
  const authors = Array.from({ length: authorCount }, (_, author) => `Person ${author}`);
  return JSON.stringify(encodeDataset(makeDataset({ authors, facets: [], records })));
}

/** @returns ms a frame, sorted */
async function framesOf(page: Page, kind: 'pan' | 'zoom' | 'point'): Promise<number[]> {
  const times = await page.evaluate(
    async ({ kind, frames }) => {
      const graph = document.querySelector<HTMLElement>('[data-view="coauthors"] .graph')!;
      const canvases = [...graph.querySelectorAll('canvas')];
      const box = graph.getBoundingClientRect();
      const middle = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
      const at = (x: number, y: number) => ({
        bubbles: true,
        cancelable: true,
        view: window,
        clientX: x,
        clientY: y,
      });
      const place = (frame: number) => ({
        x: middle.x + box.width * 0.3 * Math.sin(frame / 5),
        y: middle.y + box.height * 0.3 * Math.cos(frame / 7),
      });
      const send = (frame: number) => {
        const { x, y } = place(frame);
        if (kind === 'zoom') {
          const deltaY = frame % 30 < 15 ? -30 : 30;
          canvases[1]!.dispatchEvent(new WheelEvent('wheel', { ...at(middle.x, middle.y), deltaY }));
        } else if (kind === 'pan') {
          window.dispatchEvent(new MouseEvent('mousemove', at(x, y)));
        } else {
          canvases[1]!.dispatchEvent(new PointerEvent('pointermove', { ...at(x, y), pointerType: 'mouse' }));
        }
      };
      if (kind === 'pan') {
        for (let i = 0; i < 6; i++) {
          canvases[1]!.dispatchEvent(new WheelEvent('wheel', { ...at(middle.x, middle.y), deltaY: -100 }));
        }
        await new Promise((resolve) => setTimeout(resolve, 1500));
        const { x, y } = place(0);
        canvases[1]!.dispatchEvent(new MouseEvent('mousedown', { ...at(x, y), button: 0 }));
      }
      const explored = () => document.querySelector('[role="tooltip"]')!.matches(':popover-open');
      const one = (frame: number) =>
        new Promise<number>((resolve) => {
          const frameOf = async () => {
            let drawFrom = 0;
            requestAnimationFrame(() => (drawFrom = performance.now())); // before the page's own
            const from = performance.now();
            send(frame);
            for (let turn = 0; turn < 8; turn++) await Promise.resolve(); // the page updates in microtasks
            const handled = performance.now() - from;
            requestAnimationFrame(() => {
              for (const canvas of canvases) canvas.getContext('2d')!.getImageData(0, 0, 1, 1);
              resolve(handled + performance.now() - drawFrom);
            });
          };
          requestAnimationFrame(() => void frameOf());
        });
      const times: number[] = [];
      const seen = new Set<string>();
      for (let frame = 0; frame < frames; frame++) {
        times.push(await one(frame));
        seen.add(
          document.querySelector('[data-view="coauthors"] ul[aria-label="Authors"]')!.getAttribute('style')!,
        );
        if (kind === 'point' && explored()) seen.add(`point ${frame}`);
      }
      if (seen.size < 10) throw new Error(`${kind}: nothing moved, so nothing was measured`);
      if (kind === 'pan') window.dispatchEvent(new MouseEvent('mouseup', at(middle.x, middle.y)));
      await new Promise((resolve) => setTimeout(resolve, 1500));
      return times;
    },
    { kind, frames: FRAMES + WARM_UP },
  );
  return times.slice(WARM_UP).sort((a, b) => a - b);
}

const at = (sorted: readonly number[], share: number) =>
  (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(1);

/** Times since the data was there: the first picture, and the last. */
async function timeOpening(page: Page): Promise<string> {
  const [first, longest] = await page.evaluate(
    () =>
      new Promise<[number, number]>((resolve) => {
        let longest = 0;
        new PerformanceObserver((list) => {
          for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
        }).observe({ type: 'longtask', buffered: true });
        const look = () => {
          const from = performance.getEntriesByName('dataset loaded')[0]?.startTime;
          const drawn = document.querySelector('[data-view="coauthors"] canvas');
          if (drawn && from !== undefined) {
            const first = performance.now() - from;
            setTimeout(() => resolve([first, longest]), 1000);
          } else requestAnimationFrame(look);
        };
        look();
      }),
  );
  await page
    .getByText(/^Arranging/)
    .first()
    .waitFor({ state: 'detached', timeout: 300_000 });
  const last = await page.evaluate(
    () => performance.now() - performance.getEntriesByName('dataset loaded')[0]!.startTime,
  );
  return (
    `first picture ${first.toFixed(0)} ms after the data, arranged after ${(last / 1000).toFixed(1)} s; ` +
    `longest task while opening ${longest.toFixed(0)} ms`
  );
}

const [site = 'dist', ...sizes] = process.argv.slice(2);
const counts = sizes.length > 0 ? sizes.map(Number) : [5000, 20_000, 50_000, 200_000];
for (let i = 0; i + 1 < counts.length; i += 2) {
  const [authors, links] = [counts[i]!, counts[i + 1]!];
  await withSite(site, datasetOf(authors, links), async (browser, url) => {
    const page = await openPage(browser, url);
    console.log(`${authors} authors, ${links} links: ${await timeOpening(page)}`);
    await page.waitForTimeout(2000);
    await page.mouse.move(5, 5); // the gestures are fetched when somebody is there
    await page.waitForTimeout(1000);
    for (const kind of ['zoom', 'pan', 'point'] as const) {
      const times = await framesOf(page, kind);
      console.log(
        `  ${kind.padEnd(5)} median ${at(times, 0.5)} ms, 95 % ${at(times, 0.95)} ms, worst ${at(times, 1)} ms`,
      );
    }
    await page.close();
  });
}
