import { describe, expect, test } from 'vitest';
import { BROWSER_ADVICE, findBrowser, type Machine } from './browser.ts';

/** A made-up machine: Linux x64, an ordinary user, and only the programs that are named. */
function machine(programs: readonly string[], rest: Partial<Machine> = {}): Machine {
  return {
    env: {},
    platform: 'linux',
    arch: 'x64',
    home: '/home/someone',
    isRoot: false,
    exists: (path) => programs.includes(path),
    playwrightBrowser: () => '/cache/playwright/chrome',
    unpackBundled: () => Promise.resolve('/cache/bundled/chromium'),
    hasUserNamespaces: () => true,
    ...rest,
  };
}

const chosen = async (programs: readonly string[], rest: Partial<Machine> = {}) =>
  (await findBrowser(machine(programs, rest))).executablePath;

describe('findBrowser', () => {
  const EVERYTHING = ['/a/browser', '/b/browser', '/cache/playwright/chrome', '/usr/bin/chromium'];

  test.each([
    [
      'the one that Playwright’s variable names comes first',
      EVERYTHING,
      { PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH: '/a/browser', CHROME_PATH: '/b/browser' },
      '/a/browser',
    ],
    ['then CHROME_PATH', EVERYTHING, { CHROME_PATH: '/b/browser' }, '/b/browser'],
    ['an empty variable is not set', EVERYTHING, { CHROME_PATH: '' }, '/cache/playwright/chrome'],
    ['then Playwright’s own', EVERYTHING, {}, '/cache/playwright/chrome'],
    ['then the system’s', ['/usr/bin/chromium'], {}, '/usr/bin/chromium'],
    ['then the bundled one', [], {}, '/cache/bundled/chromium'],
    [
      'TEST_BROWSER=bundled comes before all others',
      EVERYTHING,
      { TEST_BROWSER: 'bundled', CHROME_PATH: '/b/browser' },
      '/cache/bundled/chromium',
    ],
  ])('%s', async (_, programs, env, expected) => {
    expect(await chosen(programs, { env })).toBe(expected);
  });

  test.each([
    ['linux', '/usr/bin/google-chrome', {}],
    ['linux', '/usr/bin/microsoft-edge', {}],
    ['darwin', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', {}],
    ['darwin', '/home/someone/Applications/Chromium.app/Contents/MacOS/Chromium', {}],
    [
      'win32',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      { PROGRAMFILES: 'C:\\Program Files' },
    ],
    ['win32', 'C:\\x86\\Microsoft\\Edge\\Application\\msedge.exe', { 'PROGRAMFILES(X86)': 'C:\\x86' }],
  ] as const)('on %s it finds %s', async (platform, path, env) => {
    expect(await chosen([path], { platform, env })).toBe(path);
  });

  test('a stub named chromium-browser never wins over the bundled browser', async () => {
    expect(await chosen(['/usr/bin/chromium-browser'])).toBe('/cache/bundled/chromium');
    expect(await chosen(['/usr/bin/chromium-browser'], { arch: 'arm64' })).toBe('/usr/bin/chromium-browser');
  });

  test.each(['PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH', 'CHROME_PATH'])(
    '%s naming a program that is missing is an error, not a reason to take another',
    async (name) => {
      await expect(chosen(['/usr/bin/chromium'], { env: { [name]: '/gone' } })).rejects.toThrow(
        `${name} names a browser that does not exist: /gone`,
      );
    },
  );

  test.each([
    ['darwin', 'arm64'],
    ['win32', 'x64'],
    ['linux', 'arm64'],
  ] as const)('no browser on %s %s is an error that says what to do', async (platform, arch) => {
    await expect(chosen([], { platform, arch })).rejects.toThrow(
      `The browser tests found no browser. ${BROWSER_ADVICE}`,
    );
    await expect(chosen([], { platform, arch, env: { TEST_BROWSER: 'bundled' } })).rejects.toThrow(
      `needs Linux x64, this is ${platform} ${arch}. ${BROWSER_ADVICE}`,
    );
  });

  test('an unknown TEST_BROWSER is an error', async () => {
    await expect(chosen(EVERYTHING, { env: { TEST_BROWSER: 'firefox' } })).rejects.toThrow(
      'TEST_BROWSER is "firefox", but the only value it knows is "bundled"',
    );
  });

  test('root does without the sandbox, others keep it', async () => {
    const sandbox = async (programs: readonly string[], rest: Partial<Machine>) =>
      (await findBrowser(machine(programs, rest))).chromiumSandbox;
    expect(await sandbox(['/usr/bin/chromium'], {})).toBe(true);
    expect(await sandbox(['/usr/bin/chromium'], { isRoot: true })).toBe(false);
    expect(await sandbox([], {})).toBe(true);
    expect(await sandbox([], { isRoot: true })).toBe(false);
    expect(await sandbox([], { hasUserNamespaces: () => false }), 'a kernel that forbids it').toBe(false);
  });
});
