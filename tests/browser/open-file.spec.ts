/** Datasets of this computer: dropped on the page or chosen, shown in the place of its own, and left again. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import type { DatasetFile } from '../../src/model/dataset-file.ts';
import { expectAccessible } from './axe.ts';
import { clickMark, expectChips, expectRecords, mark, openDashboard, view } from './dashboard.ts';
import { dialog, downloaded, drop, openFiles } from './downloads.ts';
import { expect, test } from './fixtures.ts';

const TITLE = 'sent <b>to me</b>';
const sent = JSON.parse(readFileSync('public/dataset.json', 'utf8')) as DatasetFile;
const SENT = Buffer.from(JSON.stringify({ ...sent, title: TITLE, scenes: [] }));

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const line = (page: Page) => page.getByText('on this computer only');
const isShown = (page: Page) =>
  Promise.all([expect(heading(page)).toContainText(TITLE), expect(line(page)).toBeVisible()]);
const isOwn = (page: Page) =>
  Promise.all([
    expect(heading(page)).toContainText('training language model'),
    expect(line(page)).toHaveCount(0),
    expect(page.getByRole('alert')).toHaveCount(0),
  ]);
/** Workers that the page has: of a dataset that is left none stays. */
const datasetWorkers = (page: Page) =>
  page.workers().filter((worker) => worker.url().includes('dataset.worker')).length;

test('a dropped dataset takes the place of the page’s own, with steps and files of its own, and leaves its address alone', async ({
  page,
}) => {
  test.slow();
  await openDashboard(page, '?geography=USA&utm=x');
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('dataset')) asked.push(request.url());
  });
  const share = await openFiles(page);
  const view1 = await downloaded(page, share.getByRole('button', { name: 'Map: JSON' }));
  await page.keyboard.press('Escape');
  const address = page.url();

  await drop(page, 'my-file.json.gz', gzipSync(SENT));
  await isShown(page);
  await expectRecords(page, 9);
  await expectChips(page, []);
  await expect(page.getByRole('status').getByText('my-file.json.gz is shown')).toBeAttached();
  await expect(view(page, 'Co-authors').getByRole('button', { name: /Download/ })).toBeVisible();
  await expect.poll(() => datasetWorkers(page)).toBe(1);
  await expectAccessible(page, '.from-file');
  expect(asked.filter((url) => !/dataset\.worker/.test(url))).toEqual([]);

  // steps are undone, the address stays
  await clickMark(mark(page, 'Map', 'Canada'));
  await expectRecords(page, 1);
  expect(page.url()).toBe(address);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expectRecords(page, 9);
  await page.goForward();
  await expectRecords(page, 1);
  await page.getByRole('combobox', { name: /Search/ }).fill('federated');
  await expect(page.getByRole('option', { name: /Population Expansion/ })).toBeVisible();
  await page.keyboard.press('Escape');

  // no link, no code, no embed; files name the file
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(dialog(page)).toContainText('my-file.json.gz on this computer');
  await expect(dialog(page).getByRole('img', { name: /QR/ })).toHaveCount(0);
  await expect(dialog(page).getByRole('textbox', { name: 'Address of this page' })).toHaveValue(/path\/$/);
  await dialog(page).getByRole('tab', { name: 'Embed' }).click();
  await expect(dialog(page).locator('iframe')).toHaveCount(0);
  await expectAccessible(page, 'dialog[open]');
  await dialog(page).getByRole('tab', { name: 'Files' }).click();
  const file = await downloaded(page, share.getByRole('button', { name: 'Map: SVG' }));
  expect(file.bytes.toString()).toContain('which no link leads to');
  expect(file.bytes.toString()).not.toContain('127.0.0.1');
  await page.keyboard.press('Escape');

  // a talk, whose scenes stay out of the address too
  await page.getByRole('button', { name: 'Present', exact: true }).click();
  await page.getByRole('button', { name: 'Save this view' }).click();
  await page.getByRole('button', { name: 'Start presenting' }).click();
  await expect(page.getByRole('region', { name: 'Presentation' })).toBeVisible();
  expect(page.url()).toBe(address);
  await page.goBack();
  await expect(page.getByRole('region', { name: 'Presentation' })).toHaveCount(0);
  await expectRecords(page, 1);

  // its own view comes back when dropped; one of the page's own is told
  await page.getByRole('button', { name: 'Clear all' }).click();
  await drop(page, file.name, file.bytes);
  await expect(page.getByText(`The view of ${file.name} is restored.`)).toBeVisible();
  await expectRecords(page, 1);
  await drop(page, view1.name, view1.bytes);
  await expect(page.getByRole('alert')).toContainText('shows another dataset, “training language model”');
  // a faulty one changes nothing
  const broken = JSON.stringify({ ...sent, records: { ...sent.records, title: undefined } });
  await drop(page, 'broken.json', Buffer.from(broken));
  await expect(page.getByRole('alert')).toContainText(
    'broken.json cannot be used: records.title is missing.',
  );
  await expect(page.getByRole('alert')).toContainText('Ask whoever sent it');
  await expectRecords(page, 1);
  await isShown(page);
  // no dialog stands before what is told
  await page.getByRole('button', { name: 'About', exact: true }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await drop(page, 'empty.json', Buffer.from(''));
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('alert')).toContainText('empty.json: It is empty.');

  // the way back, and Back and Forward between the two
  await page.getByRole('button', { name: 'Back to the page’s own dataset' }).click();
  await isOwn(page);
  await expectRecords(page, 5);
  expect(page.url()).toBe(address);
  await page.goBack();
  await isShown(page);
  await expectRecords(page, 1);
  await page.goForward();
  await isOwn(page);
  await expectRecords(page, 5);
  await expect.poll(() => datasetWorkers(page)).toBe(1);
  await page.goBack();
  await isShown(page);
  await page.reload();
  await isOwn(page);
  await expectRecords(page, 5);
  await clickMark(mark(page, 'Map', 'United States'));
  await expectRecords(page, 9);

  // a step that is undone meanwhile ends no reading; a file that is refused says what it ends
  await page.evaluate(() => {
    type Post = (this: Worker, message: unknown) => void;
    const post = Object.getOwnPropertyDescriptor(Worker.prototype, 'postMessage')!.value as Post;
    Worker.prototype.postMessage = function (this: Worker, message: { kind?: string }) {
      setTimeout(() => post.call(this, message), message.kind === 'load' ? 2000 : 0);
    };
  });
  await drop(page, 'my-file.json', SENT);
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeVisible();
  await drop(page, 'x.csv', Buffer.from('a,b'));
  await expect(page.getByRole('alert')).toContainText('my-file.json, which was being read, is given up.');
  await drop(page, 'my-file.json', SENT);
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expectRecords(page, 5);
  await isShown(page);
});

test('where the page’s own dataset is missing another is opened by keyboard, with Cancel, also without workers', async ({
  page,
  allowFaults,
}) => {
  allowFaults(/status of 404.*dataset\.json/);
  await page.addInitScript(() => Object.assign(window, { Worker: undefined }));
  await page.route('**/dataset.json', (route) => route.fulfill({ status: 404, body: 'Not found' }));
  await page.goto('./');
  await expect(page.getByRole('alert')).toContainText('dataset.json was not found');
  await expectAccessible(page);
  let chosen: { name: string; mimeType: string; buffer: Buffer } = {
    name: '',
    mimeType: 'application/json',
    buffer: SENT,
  };
  page.on('filechooser', (chooser) => void chooser.setFiles(chosen));
  const choose = async (name: string, buffer: Buffer) => {
    chosen = { ...chosen, name, buffer };
    await page.getByRole('button', { name: 'Open a dataset…' }).press('Enter');
  };
  await choose('cut.json.gz', gzipSync(SENT).subarray(0, 4000));
  await expect(page.getByRole('alert').last()).toContainText('cut.json.gz is damaged or cut off');
  await expect(page.getByRole('alert').first()).toContainText('dataset.json was not found');
  await expectAccessible(page);

  // one that never ends
  await page.evaluate(() => {
    const real = Object.getOwnPropertyDescriptor(Blob.prototype, 'stream')!;
    const letThrough = () => Object.defineProperty(Blob.prototype, 'stream', real);
    Object.assign(window, { letThrough });
    Blob.prototype.stream = () =>
      new ReadableStream({ start: (controller) => controller.enqueue(new Uint8Array(1_500_000)) });
  });
  await choose('slow.json', SENT);
  await expect(page.getByText('slow.json: Reading the dataset…')).toBeVisible();
  await expect(page.getByRole('progressbar', { name: 'Opening slow.json' })).toBeVisible();
  await expect(page.getByText(/^1\.5 of 0\.0 MB$/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('slow.json')).toHaveCount(0);
  await page.evaluate(() => (window as unknown as { letThrough: () => void }).letThrough());

  await choose('my-file.json', SENT);
  await isShown(page);
  await expectRecords(page, 9);
  await page.getByRole('button', { name: 'About' }).click();
  await choose('again.json', SENT);
  await expect(page.getByText('From again.json')).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('button', { name: 'Back to the page’s own dataset' }).click();
  await expect(page.getByRole('alert')).toContainText('dataset.json was not found');
  await expect(page.getByText('From again.json')).toBeVisible();

  // an embed takes none
  await page.unroute('**/dataset.json');
  await page.goto('./embed.html?view=map');
  await expect(mark(page, 'Map', 'Canada')).toBeVisible();
  await drop(page, 'my-file.json', SENT);
  await page.waitForTimeout(300);
  await expect(page.getByText(/my-file|sent/)).toHaveCount(0);
});
