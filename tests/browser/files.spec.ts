/** What leaves the page and comes back: the link, files of every view and format, and files dropped again. */
import type { Page } from '@playwright/test';
import { UndirectedGraph } from 'graphology';
import gexf from 'graphology-gexf';
import graphml from 'graphology-graphml';
import { SaxesParser } from 'saxes';
import { expectAccessible } from './axe.ts';
import {
  clickMark,
  expectChips,
  expectQuery,
  expectRecords,
  mark,
  openDashboard,
  view,
} from './dashboard.ts';
import { dialog, downloaded, drop, openFiles } from './downloads.ts';
import { expect, test } from './fixtures.ts';

/** A picture as a browser paints it: its size, and how many colours it has. */
function painted(
  page: Page,
  bytes: Buffer,
  type: string,
): Promise<{ width: number; height: number; colors: number }> {
  return page.evaluate(
    async ({ base64, type }) => {
      const image = new Image();
      image.src = `data:${type};base64,${base64}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = 480;
      canvas.height = Math.round((480 * image.height) / image.width);
      const context = canvas.getContext('2d')!;
      context.drawImage(image, 0, 0, canvas.width, canvas.height);
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
      const colors = new Set(new Uint32Array(data.buffer));
      return { width: image.width, height: image.height, colors: colors.size };
    },
    { base64: bytes.toString('base64'), type },
  );
}

test('every view and the dashboard leave as pictures that are not blank, of the size they say', async ({
  page,
}) => {
  await openDashboard(page, '?geography=USA');
  const share = await openFiles(page);
  for (const label of ['Whole dashboard', 'Map', 'Topics', 'Co-authors', 'Records']) {
    const svg = await downloaded(page, share.getByRole('button', { name: `${label}: SVG` }));
    expect(svg.name).toMatch(/_place-united-states_5-of-9-records\.svg$/);
    const [, width, height] = /^<\?xml[^>]*\?>\s*<svg[^>]* width="(\d+)" height="(\d+)"/.exec(
      svg.bytes.toString(),
    )!;
    const drawn = await painted(page, svg.bytes, 'image/svg+xml');
    expect([drawn.width, drawn.height]).toEqual([Number(width), Number(height)]);
    expect(drawn.colors).toBeGreaterThan(20);
    // the largest at each scale, the others at one: they go the same way, and 4× takes seconds each
    for (const scale of label === 'Whole dashboard' ? [2, 4] : [2]) {
      const png = await downloaded(page, share.getByRole('button', { name: `${label}: PNG ${scale}×` }));
      const picture = await painted(page, png.bytes, 'image/png');
      expect([picture.width, picture.height]).toEqual([scale * Number(width), scale * Number(height)]);
      expect(picture.colors).toBeGreaterThan(20);
    }
  }
});

test('a file has the numbers of the table on the page', async ({ page }) => {
  await openDashboard(page, '?rule=score&table=map&table=topics');
  for (const name of ['Map', 'Topics'] as const) {
    await view(page, name)
      .getByRole('button', { name: `Download ${name}` })
      .click();
    const item = page.getByRole('menuitem', { name: /^CSV/ });
    const { bytes } = await downloaded(page, item);
    await expect(page.getByRole('menu')).toHaveCount(0);
    const rows = bytes
      .toString()
      .trimEnd()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(','));
    const shown = await view(page, name)
      .getByRole('row')
      .evaluateAll((all) =>
        all
          .slice(1)
          .map((row) => [...row.querySelectorAll('th button, td')].map((cell) => cell.textContent.trim())),
      );
    expect(rows.length).toBe(shown.length);
    rows.forEach(([where, , records, possible, fractional, score], i) => {
      const cells = name === 'Map' ? shown[i]!.toSpliced(1, 1) : shown[i]!;
      expect(where!.split(' > ').at(-1)).toBe(cells[0]);
      const seen = Number(possible) > 0 ? `${records} – ${Number(records) + Number(possible)}` : records;
      expect(cells.slice(1, 5)).toEqual([
        seen,
        possible,
        Number(fractional).toFixed(2),
        Number(score).toFixed(2),
      ]);
    });
  }
});

test('the co-author graph leaves as programs for graphs read it, all that the filters leave, placed', async ({
  page,
}) => {
  await openDashboard(page, '?geography=USA&coauthors.min=2&coauthors.alone=hidden');
  const share = await openFiles(page);
  const table = await downloaded(page, share.getByRole('button', { name: 'Co-authors: CSV' }));
  const people = table.bytes
    .toString()
    .trimEnd()
    .split('\r\n')
    .slice(1)
    .map((line) => /^(?:"([^"]*)"|([^,]*)),(\d+),/.exec(line)!)
    .filter(([, , , records]) => Number(records) > 0)
    .map(([, quoted, plain]) => quoted ?? plain!)
    .sort();
  const graphs = [
    { label: 'GEXF', ending: '.gexf', read: (text: string) => gexf.parse(UndirectedGraph, text) },
    { label: 'GraphML', ending: '.graphml', read: (text: string) => graphml.parse(UndirectedGraph, text) },
  ];
  let links = 0;
  for (const { label, ending, read } of graphs) {
    const file = await downloaded(page, share.getByRole('button', { name: `Co-author graph: ${label}` }));
    expect(file.name).toBe(`training-language-model_coauthors_place-united-states_5-of-9-records${ending}`);
    const text = file.bytes.toString();
    const words: string[] = [];
    const parser = new SaxesParser({ xmlns: true });
    parser.on('error', (error) => {
      throw error;
    });
    parser.on('text', (part) => words.push(part));
    parser.write(text).close();
    expect(words.join('')).toContain('Filter: place United States. 5 of 9 records shown.');
    const graph = read(text);
    const authors = graph.filterNodes((_, { kind }) => kind === 'author');
    expect(authors.map((node) => String(graph.getNodeAttribute(node, 'label'))).sort()).toEqual(people);
    const places = new Set(graph.mapNodes((_, { x, y }) => `${Number(x)} ${Number(y)}`));
    expect(places.size).toBe(graph.order);
    expect([...places].join(' ')).not.toContain('NaN');
    expect(authors.every((node) => Number(graph.getNodeAttribute(node, 'community')) >= 0)).toBe(true);
    expect(graph.filterNodes((_, { kind }) => kind === 'hub').length).toBeGreaterThan(0);
    expect(graph.size).toBeGreaterThan(people.length / 2);
    if (links > 0) expect(graph.size).toBe(links);
    links = graph.size;
  }
  await page.keyboard.press('Escape');
  await view(page, 'Co-authors').getByRole('button', { name: 'Download Co-authors' }).click();
  const { name, bytes } = await downloaded(page, page.getByRole('menuitem', { name: /^VOSviewer/ }));
  expect(name).toBe('training-language-model_coauthors_place-united-states_5-of-9-records.vosviewer.json');
  const { network, info } = JSON.parse(bytes.toString()) as {
    network: { items: { label: string; x: number; y: number; cluster: number }[]; links: unknown[] };
    info: { description: string };
  };
  expect(network.items.map(({ label }) => label).sort()).toEqual(people);
  expect(network.items.every(({ x, y, cluster }) => Number.isFinite(x + y) && cluster >= 1)).toBe(true);
  expect(network.links.length).toBeGreaterThan(links);
  expect(info.description).toContain('Filter: place United States.');
});

test('the tables of all views leave in one file, and the QR code of the link as two', async ({ page }) => {
  await test.step('the tables of all views leave in one file with their captions, as the CSV files have them', async () => {
    await openDashboard(page, '?geography=USA');
    const share = await openFiles(page);
    const zip = await downloaded(page, share.getByRole('button', { name: 'Whole dashboard: CSV' }));
    expect(zip.name).toBe('training-language-model_dashboard_place-united-states_5-of-9-records.zip');
    const text = zip.bytes.toString();
    for (const label of ['Map', 'Topics', 'Co-authors', 'Records']) {
      const table = await downloaded(page, share.getByRole('button', { name: `${label}: CSV` }));
      expect(text).toContain(`${table.name}${table.bytes.toString()}`);
      expect(text).toContain(`${table.name}-metadata.json{`);
    }
    expect(text.match(/Filter: place United States\. 5 of 9 records shown\./g)).toHaveLength(4);
    await page.keyboard.press('Escape');
    await view(page, 'Map').getByRole('button', { name: 'Download Map' }).click();
    const one = await downloaded(page, page.getByRole('menuitem', { name: /^Zip/ }));
    expect(one.name).toBe('training-language-model_map_place-united-states_5-of-9-records.zip');
  });
  await page.keyboard.press('Escape');
  await test.step('the QR code is saved as vectors and as a picture', async () => {
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    const svg = await downloaded(page, dialog(page).getByRole('button', { name: 'Save as SVG' }));
    const png = await downloaded(page, dialog(page).getByRole('button', { name: 'Save as PNG' }));
    expect([svg.name, png.name]).toEqual([
      'training-language-model.link.svg',
      'training-language-model.link.png',
    ]);
    const drawn = await dialog(page).getByRole('img', { name: 'QR code' }).locator('path').getAttribute('d');
    expect(svg.bytes.toString()).toContain(drawn!);
    expect(svg.bytes.toString()).toMatch(/<title>[^<]*\?geography=USA&amp;v=1<\/title>/);
    expect(await painted(page, png.bytes, 'image/png')).toMatchObject({ width: 960, height: 960 });
  });
});

test('a picture dropped on the page brings its view back, as a step that can be undone', async ({ page }) => {
  await openDashboard(page, '?geography=USA&min.technology=0.29&rule=fractional&focus.geography=CAN');
  const share = await openFiles(page);
  const file = await downloaded(page, share.getByRole('button', { name: 'Map: PNG 2×' }));
  await page.keyboard.press('Escape');
  await page.goto('./');
  await expectRecords(page, 9);
  await expect(page.getByRole('button', { name: 'Download Map' })).toBeVisible();
  await drop(page, file.name, file.bytes);
  await expect(page.getByText(`The view of ${file.name} is restored.`)).toBeVisible();
  await expectQuery(page, [
    ['geography', 'USA'],
    ['focus.geography', 'CAN'],
    ['min.technology', '0.29'],
    ['rule', 'fractional'],
  ]);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expectChips(page, []);
});

test('a file that holds no view, or another dataset’s, says so and changes nothing by itself; of other data it is told', async ({
  page,
}) => {
  await openDashboard(page);
  const share = await openFiles(page);
  const { bytes } = await downloaded(page, share.getByRole('button', { name: 'Map: JSON' }));
  await page.keyboard.press('Escape');
  const alert = page.getByRole('alert');
  await drop(page, 'photo.png', Buffer.from([137, 80, 78, 71, 13, 10, 26, 10, 0]));
  await expect(alert).toContainText('photo.png: It is neither a dataset, which is JSON, nor');
  await drop(page, 'notes.txt', Buffer.from('hello'));
  await expect(alert).toContainText('notes.txt: It is a text, neither a dataset nor a view');
  await drop(page, 'results.txt', Buffer.from('A title\n- Europe > Austria (0.90)\n'));
  await expect(alert).toContainText('results.txt holds no record that can be read: no title with authors or');
  const other = { ...(JSON.parse(bytes.toString()) as object), query: 'geography=USA&geography=XYZ' };
  const foreign = { ...other, dataset: { title: 'Whales', source: 'AITopics' } };
  const { dataset } = JSON.parse(bytes.toString()) as { dataset: object };
  const older = {
    ...other,
    query: 'geography=USA',
    dataset: { ...dataset, records: 400, date: '2026-02-07' },
  };
  await drop(page, 'older.json', Buffer.from(JSON.stringify(older)));
  await expect(alert).toContainText(
    'The view of older.json is restored. It was made from another state of the data (400 records, 7 February 2026)',
  );
  await expectRecords(page, 5);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await drop(page, 'whales.json', Buffer.from(JSON.stringify(foreign)));
  await expect(alert).toContainText('whales.json shows another dataset, “Whales” (AITopics)');
  await expectRecords(page, 9);
  await alert.getByRole('button', { name: 'Show what this dataset has of it' }).click();
  await expectChips(page, ['place United States']);
  await expect(page.getByText('geography = XYZ')).toBeVisible();
});

test('the link is copied and stands as a QR code, and the dialogs are named and reachable', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openDashboard(page, '?utm=x');
  await clickMark(mark(page, 'Map', 'United States'));
  await expectRecords(page, 5);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const share = dialog(page);
  const link = share.getByRole('textbox', { name: 'Link to this view' });
  await expect(link).toHaveValue(/\/\?geography=USA&v=1$/);
  await share.getByRole('button', { name: 'Copy link' }).click();
  await expect(share.getByRole('status').getByText('Copied')).toBeAttached();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await link.inputValue());
  await expect(share.getByRole('img', { name: 'QR code of the link' })).toBeVisible();
  await expectAccessible(page, 'dialog[open]');
  await share.getByRole('tab', { name: 'Link' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(share.getByRole('tab', { name: 'Files' })).toBeFocused();
  await expectAccessible(page, 'dialog[open]');
  await share.getByRole('button', { name: 'Copy picture' }).nth(1).click();
  await expect(share.getByRole('status').getByText('Copied')).toBeAttached();
  const types = await page.evaluate(async () => (await navigator.clipboard.read())[0]!.types);
  expect(types).toContain('image/png');
  await page.keyboard.press('Escape');
  await view(page, 'Records').getByRole('button', { name: 'Download Records' }).press('Enter');
  await expect(page.getByRole('menuitem', { name: /^SVG/ })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('menuitem', { name: /^Copy/ })).toBeFocused();
  await page.getByRole('menuitem', { name: /^Link/ }).click();
  await expect(page.getByRole('status').getByText('Link copied', { exact: true })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/\/\?geography=USA&v=1$/);
  await expectAccessible(page, 'dialog[open]');
  await page.keyboard.press('Escape');
  await expect(view(page, 'Records').getByRole('button', { name: 'Download Records' })).toBeFocused();
});

test('a dark page is printed with the graph in the colours of the light theme, and is dark again', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await openDashboard(page);
  /** Pixels of the graph in the first community's colour, dark and light theme. */
  const firstHue = () =>
    page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>('[data-view=coauthors] canvas')!;
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
      const count = (...color: number[]) => {
        let pixels = 0;
        for (let i = 0; i < data.length; i += 4) {
          if (color.every((value, channel) => data[i + channel] === value)) pixels += 1;
        }
        return pixels;
      };
      return { dark: count(0x58, 0xa0, 0xe8), light: count(0x20, 0x6b, 0xde) };
    });
  await expect.poll(async () => (await firstHue()).dark).toBeGreaterThan(500);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  const printed = await firstHue();
  expect(printed.light).toBeGreaterThan(500);
  expect(printed.dark).toBe(0);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect.poll(async () => (await firstHue()).light).toBe(0);
  expect((await firstHue()).dark).toBeGreaterThan(500);
});

test('the masthead is one row, two on a phone, and each of its buttons keeps its name', async ({ page }) => {
  await openDashboard(page);
  for (const [width, rows] of [
    [1440, 1],
    [1024, 1],
    [390, 2],
  ] as const) {
    await page.setViewportSize({ width, height: 844 });
    const tops = new Set<number>();
    const named = [/notes on the data$/, /^About$/, /^Share$/, /^Present$/, /^Theme: /];
    for (const name of named) {
      const box = (await page.getByRole('banner').getByRole('button', { name }).boundingBox())!;
      tops.add(Math.round(box.y + box.height / 2));
      expect(box.x + box.width).toBeLessThanOrEqual(width);
    }
    expect(tops.size).toBe(1);
    const { height } = (await page.getByRole('banner').boundingBox())!;
    expect(height).toBeLessThan(rows * 50);
  }
});
