/** Datasets of this computer: dropped on the page or chosen, shown in the place of its own, and left again. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import type { DatasetFile } from '../../src/model/codec/dataset-file.ts';
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
    'broken.json cannot be used: something is wrong with its records. The file is damaged, or another program made it (records.title is missing).',
  );
  await expect(page.getByRole('alert')).toContainText('Ask whoever sent it');
  await drop(page, 'old.json', Buffer.from(JSON.stringify({ ...sent, version: 2 })));
  await expect(page.getByRole('alert')).toContainText('version is 2; this page reads versions 3 and 4.');
  await expect(page.getByRole('alert')).toContainText('Make it anew from the search results');
  await drop(page, 'cut.json', SENT.subarray(0, 5000));
  await expect(page.getByRole('alert')).toContainText('it is cut off: it ends in line 1, column 5');
  await drop(page, 'wide.json', Buffer.from(SENT.toString(), 'utf16le'));
  await expect(page.getByRole('alert')).toContainText(
    'wide.json is saved as UTF-16, and a dataset is UTF-8.',
  );
  await expectRecords(page, 1);
  await isShown(page);
  // no dialog stands before what is told
  await page.getByRole('button', { name: 'About', exact: true }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await drop(page, 'empty.json', Buffer.from(''));
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('alert')).toContainText(
    'empty.json: It is empty, as after a download that failed',
  );

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

test('each dataset has its steps again, its talk the view that was left for it, and the address is that of what is shown', async ({
  page,
  allowFaults,
}) => {
  test.slow();
  allowFaults(/net::ERR_FAILED.*dataset\.json/);
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const steps = page.getByRole('dialog', { name: 'Steps so far' });
  const expectSteps = async (words: readonly string[]) => {
    await button('Steps so far').click();
    await expect(steps.getByRole('listitem')).toHaveText(words);
    await page.keyboard.press('Escape');
  };
  await openDashboard(page);
  await clickMark(mark(page, 'Map', 'Canada'));
  await expectRecords(page, 1);
  await drop(page, 'my-file.json', SENT);
  await isShown(page);
  await clickMark(mark(page, 'Map', 'Austria'));
  await expectChips(page, ['place Austria']);

  await test.step('steps of both, by the button and by Forward; the focus and who listens are led along', async () => {
    await button('Back to the page’s own dataset').press('Enter');
    await isOwn(page);
    await expect(heading(page)).toBeFocused();
    const heard = page.getByRole('status').getByText('The page’s own dataset is shown: training language');
    await expect(heard).toHaveCount(1);
    await expectChips(page, ['place Canada']);
    await expectSteps(['Include Canada', 'As opened']);
    await button('Undo').click();
    await expectChips(page, []);
    await isOwn(page);
    await expectSteps(['Include Canada(undone)', 'As opened']);
    await button('Redo').click();
    await expectChips(page, ['place Canada']);
    await page.goForward();
    await isShown(page);
    await expectChips(page, []);
    await expectSteps(['Include Austria(undone)', 'As opened']);
    await button('Redo').click();
    await expectChips(page, ['place Austria']);
    await isShown(page);
  });

  await test.step('what Back led to and is given up, or does not come, leaves the address of what is shown', async () => {
    const entry = () => page.evaluate(() => [location.search, JSON.stringify(history.state)]);
    const before = await entry();
    await page.evaluate(() => {
      const post = Object.getOwnPropertyDescriptor(Worker.prototype, 'postMessage')!.value as (
        ...sent: unknown[]
      ) => void;
      Object.assign(window, { atOnce: () => (Worker.prototype.postMessage = post) });
      Worker.prototype.postMessage = function (this: Worker, ...sent: unknown[]) {
        setTimeout(() => post.apply(this, sent), 3000);
      };
      history.go(-3);
    });
    await expect.poll(entry).toEqual(['', 'null']);
    await page.getByRole('button', { name: 'Cancel' }).press('Enter');
    await expect.poll(entry).toEqual(before);
    await isShown(page);
    await expect(heading(page)).toBeFocused();
    await page.evaluate(() => (window as unknown as { atOnce: () => void }).atOnce());
    await page.route('**/dataset.json', (route) => route.abort());
    await page.evaluate(() => history.go(-3));
    const alert = page.getByRole('alert');
    await expect(alert).toContainText('dataset.json could not be reached.');
    await expect(alert).toContainText('then try again.');
    await expect(alert).not.toContainText('reload');
    await expect.poll(entry).toEqual(before);
    await expectChips(page, ['place Austria']);
    await page.unroute('**/dataset.json');
    await alert.getByRole('button', { name: 'Try again' }).press('Enter');
    await isOwn(page);
    await expect(heading(page)).toBeFocused();
    await expectChips(page, ['place Canada']);
  });

  await test.step('Back into a talk, which leads out to the view that was left for it', async () => {
    await button('Present').click();
    await button('Start presenting').click();
    const talk = page.getByRole('region', { name: 'Presentation' });
    await expect(talk).toBeVisible();
    await expect(page).not.toHaveURL(/CAN/);
    await drop(page, 'other.json', SENT);
    await isShown(page);
    await page.goBack();
    await expect(talk).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(talk).toHaveCount(0);
    await isOwn(page);
    await expectChips(page, ['place Canada']);
    await expectSteps(['Include Canada', 'As opened']);
  });
});

test('entries of a file that a reload has lost say so and get it again; a part that is missing advises no reload', async ({
  page,
  allowFaults,
}) => {
  test.slow();
  allowFaults(/Failed to load resource/, /^uncaught error: /);
  await openDashboard(page, '?geography=USA');
  await clickMark(mark(page, 'Map', 'Canada'));
  await drop(page, 'my-file.json', SENT);
  await isShown(page);
  await clickMark(mark(page, 'Map', 'Canada'));
  await expectRecords(page, 1);
  await page.reload();
  await isOwn(page);
  const lost = page.getByRole('region', { name: 'A file that was opened' });
  await expect(lost).toContainText('my-file.json was shown here.');
  await expect(lost).toContainText('what is shown is the page’s own dataset');
  await expect(page.getByRole('status').getByText('my-file.json was shown here.')).toBeAttached();
  await expectAccessible(page, '[aria-label="A file that was opened"]');
  // the page's own steps are there, past the entries of the file
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expectChips(page, ['place United States']);
  await expect(lost).toHaveCount(0);
  await page.goForward();
  await expectChips(page, ['place United States', 'place Canada', 'any of 2 places']);
  await page.goForward();
  await expect(lost).toBeVisible();
  await lost.getByRole('button', { name: 'Dismiss' }).press('Enter');
  await expect(lost).toHaveCount(0);
  await expect(heading(page)).toBeFocused();
  await page.reload();
  page.once('filechooser', (chooser) =>
    chooser.setFiles({ name: 'my-file.json', mimeType: 'application/json', buffer: SENT }),
  );
  await lost.getByRole('button', { name: 'Open it again…' }).click();
  await isShown(page);
  await expectRecords(page, 9);
  await expect(lost).toHaveCount(0);
  await page.goForward();
  await expectRecords(page, 1);
  await isShown(page);

  await page.waitForLoadState('networkidle');
  await page.route('**/assets/**', (route) => route.fulfill({ status: 404, body: 'Not found' }));
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const missing = page.getByRole('alert').filter({ hasText: 'A part of this page could not be loaded' });
  await expect(missing).toContainText('A reload would give up the opened file.');
  await expect(missing.getByRole('button')).toHaveText(['Dismiss']);
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
    await page.getByRole('button', { name: 'Open a file…' }).press('Enter');
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
