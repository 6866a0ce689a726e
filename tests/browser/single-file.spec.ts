/** The page in one file: opened from the disk without a network, it asks for nothing and does everything. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { build } from 'vite';
import { clickMark, expectRecords, mark, view } from './dashboard.ts';
import { drop } from './downloads.ts';
import { expect, test } from './fixtures.ts';

test.describe.configure({ mode: 'default' }); // in one worker, so that the file is built once

let folder = '';
let single = '';
test.beforeAll(async () => {
  test.setTimeout(120_000);
  folder = mkdtempSync(join(tmpdir(), 'single-file-'));
  await build({ configFile: 'vite.single.config.ts', logLevel: 'error', build: { outDir: folder } });
  single = join(folder, 'whereabouts.html');
});
test.afterAll(() => rmSync(folder, { recursive: true }));

/** Opens a file without a network, and lists what is asked for beyond the file itself and what it made itself. */
async function openFile(page: Page, path: string, rest = ''): Promise<string[]> {
  const requests: string[] = [];
  const own = pathToFileURL(path).href;
  page.on('request', (request) => {
    const url = request.url();
    if (url.split(/[?#]/)[0] !== own && !url.startsWith('blob:') && !url.startsWith('data:'))
      requests.push(url);
  });
  await page.context().setOffline(true);
  await page.goto(`${own}${rest}`);
  return requests;
}

test('the dashboard works from a file, and no request is made', async ({ page }) => {
  const requests = await openFile(page, single);
  await expectRecords(page, 9);
  await expect(page.getByText(/^Arranging/)).toHaveCount(0);
  await clickMark(mark(page, 'Map', 'Canada'));
  await expectRecords(page, 1);
  await expect(page).toHaveURL(/\?geography=CAN&v=1$/);
  await page.goBack();
  await expectRecords(page, 9);
  await page.reload();
  await expectRecords(page, 9);

  // regions, a search in the worker, a record, tables, and what is loaded late
  await page.getByRole('button', { name: /^United States: / }).focus();
  await page.keyboard.press('+');
  await expect(mark(page, 'Map', 'Minnesota')).toBeVisible();
  await page.getByRole('combobox', { name: /Search/ }).fill('federated');
  await expect(page.getByRole('option', { name: /Population Expansion/ })).toBeVisible();
  await page.keyboard.press('Escape');
  for (const name of ['Topics', 'Co-authors', 'Records'] as const) {
    await view(page, name).getByRole('button', { name: 'Show as table' }).click();
    await expect(view(page, name).getByRole('table')).toBeVisible();
  }
  await page.getByRole('button', { name: 'About' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');

  // a dataset of somebody else, whose countries have regions that are not in the file
  const text = readFileSync('public/dataset.json', 'utf8').replaceAll('"AUT"', '"JPN"');
  const packed = gzipSync(text.replace('"training language model"', '"sent to me"'));
  await drop(page, 'dataset.json.gz', packed);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('sent to me');
  await expect(view(page, 'Co-authors').getByRole('button', { name: /Download/ })).toBeVisible();
  await mark(page, 'Map', 'Austria').focus();
  await page.keyboard.press('+');
  await expect(view(page, 'Map').getByRole('alert')).toContainText('this page is one file');
  await page.getByRole('combobox', { name: /Search/ }).fill('federated');
  await expect(page.getByRole('option', { name: /Population Expansion/ })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('training language model');
  expect(requests).toEqual([]);
});

test('a talk and its notes work from a file', async ({ page, context }) => {
  const requests = await openFile(page, single);
  await page.getByRole('button', { name: 'Present', exact: true }).click();
  const opening = context.waitForEvent('page');
  await page.getByRole('button', { name: 'With notes window' }).click();
  const notes = await opening;
  await expect(notes.getByText('Scene 1 of 4')).toBeVisible();
  await notes.keyboard.press('PageDown');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('How sure must a tag be?');
  expect(requests).toEqual([]);
});

test('what is exported from a file does not tell in which folder it lies, and there is no code for phones', async ({
  page,
}) => {
  const requests = await openFile(page, single, '?geography=USA');
  await expectRecords(page, 5);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const share = page.getByRole('dialog', { name: 'Share' });
  await expect(share.getByText(/a QR code would lead nowhere/)).toBeVisible();
  await share.getByRole('tab', { name: 'Files' }).click();
  const saving = page.waitForEvent('download');
  await share.getByRole('button', { name: 'Map: SVG' }).click();
  const svg = readFileSync(await (await saving).path(), 'utf8');
  expect(svg).not.toContain('file:');
  expect(svg).not.toContain(folder);
  expect(svg).toContain('>whereabouts.html?geography=USA&amp;v=1</text>');
  await share.getByRole('tab', { name: 'Embed' }).click();
  await expect(share.getByText('This page is one file')).toBeVisible();
  await expect(share.getByRole('textbox', { name: 'Code to paste' })).toHaveCount(0);
  expect(requests).toEqual([]);
});

test('its policy lets nothing be fetched and only its own script run', () => {
  const html = readFileSync(single, 'utf8');
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
  expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+';/);
  expect(policy).not.toMatch(/connect-src|unsafe|'self'|https?:/);
  for (const address of ['dataset.json', 'geo/world.topo.json', 'geo/admin1/USA.topo.json']) {
    expect(html.split(`data-file="${address}"`)).toHaveLength(2);
  }
  expect(html).not.toContain('data-file="geo/admin1/FRA.topo.json"'); // nothing is tagged there
});

test('a deck saved by the page, and one saved by that deck, open with the first scene', async ({ page }) => {
  await page.goto('./');
  await page.getByRole('button', { name: 'Present', exact: true }).click();
  await page.getByRole('button', { name: 'Delete scene 1' }).click();
  let saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as HTML deck' }).click();
  let download = await saving;
  expect(download.suggestedFilename()).toBe('training-language-model.deck.html');
  const saved: string[] = [];
  for (const name of ['first.html', 'second.html']) {
    const path = join(folder, name);
    await download.saveAs(path);
    saved.push(readFileSync(path, 'utf8'));
    const requests = await openFile(page, path);
    await expect(page.getByRole('region', { name: 'Presentation' })).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('How sure must a tag be?');
    await expect(page.getByLabel('Scene 1 of 3')).toBeVisible();
    await page.keyboard.press('PageDown');
    await expect(page.getByLabel('Scene 2 of 3')).toBeVisible();
    await expect(page.getByRole('button', { name: /^Large Language Model: 2 records/ })).toBeVisible();
    await page.keyboard.press('Escape');
    await expectRecords(page, 9);
    expect(requests).toEqual([]);
    await page.getByRole('button', { name: 'Present', exact: true }).click();
    await expect(page.getByText('The scenes of this file.')).toBeVisible();
    saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as HTML deck' }).click();
    download = await saving;
  }
});

test('a dataset with hostile texts stays text', async ({ page }) => {
  const html = readFileSync(single, 'utf8');
  const title = '</script><script>document.title="broken"</script><!--';
  const written = JSON.stringify(title).replaceAll('<', '\\u003c');
  const hostile = html.replace('"title": "training language model"', () => `"title": ${written}`);
  expect(hostile === html).toBe(false);
  const path = join(folder, 'hostile.html');
  writeFileSync(path, hostile);
  await openFile(page, path);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(title);
});

test('scenes are printed one a page, as they are shown', async ({ page }) => {
  test.slow();
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.addInitScript(() => {
    window.print = () => (document.documentElement.dataset['printed'] = 'yes');
  });
  await page.goto('./?geography=AUT');
  await page.getByRole('button', { name: 'Present', exact: true }).click();
  await page.getByRole('button', { name: 'Print or PDF…' }).click();
  await expect(page.locator('html[data-printed]')).toHaveCount(1, { timeout: 60_000 });
  await expectRecords(page, 1); // the view is as it was
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.sheet')).toHaveCount(4);
  await expect(page.locator('.sheet h1').last()).toHaveText('Two teams hold 340 of 374 names');
  await expect(page.locator('.sheet .source')).toHaveCount(4);
  await expect(page.locator('.sheet .source').first()).toContainText(
    /^Data: “training language model”, AITopics.* a score is no probability\. .*GeoNames, CC BY 4\.0\. /,
  );
  // a hatch that the copies cannot find would be no fill at all
  const hatch = await page.evaluate(() => {
    const path = document.querySelector('.sheet .country.possible');
    const id = path && /#([\w-]+)/.exec(getComputedStyle(path).fill)?.[1];
    const pattern = id ? document.getElementById(id) : null;
    return { id, tag: pattern?.tagName, isLaidOut: pattern?.closest('svg')?.clientWidth };
  });
  expect(hatch).toMatchObject({ id: 'sheet-0-map-possible', tag: 'pattern' });
  expect(hatch.isLaidOut).toBeGreaterThan(0);
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(4);
  // hatched countries one by one would take 2.5 MB a map
  expect(pdf.length).toBeLessThan(2_500_000);
  const path = process.env['KEEP_PDF'];
  if (path !== undefined) writeFileSync(path, pdf);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(page.locator('.sheet')).toHaveCount(0);
});
