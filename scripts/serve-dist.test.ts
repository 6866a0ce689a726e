import { mkdtempSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveDist, STRICT_POLICY, type RunningServer } from './serve-dist.ts';

let folder: string;
let server: RunningServer;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'serve-dist-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>page</title>');
  writeFileSync(join(folder, 'assets', 'a.js'), 'export {};');
  server = await serveDist(folder, { port: 0 });
});

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const get = (path: string, init?: RequestInit) => fetch(new URL(path, server.url), init);

test('the page stands under the sub-path, with its type', async () => {
  expect(new URL(server.url).pathname).toBe('/some/sub/path/');
  expect((await get('?facet=industry')).status).toBe(200);
  const page = await get('');
  expect(page.status).toBe(200);
  expect(page.headers.get('content-type')).toMatch(/^text\/html/);
  expect(await page.text()).toContain('<title>page</title>');
  expect((await get('assets/a.js')).headers.get('content-type')).toMatch(/^text\/javascript/);
});

test('the sub-path without its slash leads to the page', async () => {
  const answer = await get('/some/sub/path', { redirect: 'manual' });
  expect([answer.status, answer.headers.get('location')]).toEqual([301, '/some/sub/path/']);
});

test.each(['missing.json', 'assets/', 'assets', 'index', '/', '/index.html', '/some/sub/', '/assets/a.js'])(
  '%s is not found',
  async (path) => {
    expect((await get(path)).status).toBe(404);
  },
);

test('no address leads out of the folder', async () => {
  expect((await get('/some/sub/path/%2e%2e/%2e%2e/etc/passwd')).status).toBe(404);
  expect((await get('/some/sub/path/..%2f..%2fetc/passwd')).status).toBe(404);
});

test('every answer carries the strict policy', async () => {
  for (const path of ['', 'assets/a.js', 'missing.json', '/elsewhere']) {
    const { headers } = await get(path);
    expect(headers.get('content-security-policy'), path).toBe(STRICT_POLICY);
    expect(headers.get('x-content-type-options'), path).toBe('nosniff');
  }
});

test('only reading is allowed', async () => {
  expect((await get('', { method: 'POST' })).status).toBe(405);
  expect((await get('', { method: 'HEAD' })).status).toBe(200);
});

test('a folder without a page, a malformed base and a port that is taken are errors', async () => {
  await expect(serveDist(join(folder, 'assets'), { port: 0 })).rejects.toThrow('run "npm run build" first');
  for (const base of ['', 'a/', '/a', '//', '/a//b/']) {
    await expect(serveDist(folder, { port: 0, base }), base).rejects.toThrow('slash at both ends');
  }
  const port = Number(new URL(server.url).port);
  await expect(serveDist(folder, { port })).rejects.toThrow('EADDRINUSE');
});

test('a server that is far away answers late, and one may let browsers keep its files', async () => {
  const far = await serveDist(folder, { port: 0, delayMs: 60, maxAge: 600 });
  try {
    const before = performance.now();
    const page = await fetch(far.url);
    // timers of a machine may be early by a millisecond
    expect(performance.now() - before).toBeGreaterThan(58);
    expect(page.headers.get('cache-control')).toContain('max-age=600');
    expect((await get('')).headers.get('cache-control')).toBeNull();
  } finally {
    await far.close();
  }
});
