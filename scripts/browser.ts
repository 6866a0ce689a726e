/** Which browser the tests drive. Nothing is downloaded: it is one that is here, or the one that npm brought. */
import { chromium } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** How to start the browser: the part of Playwright's launch options that depends on the machine. */
export interface TestBrowser {
  readonly executablePath: string;
  readonly chromiumSandbox: boolean;
  readonly args: string[];
}

/** What the choice depends on, so that a test can make up a machine. */
export interface Machine {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly arch: string;
  readonly home: string;
  readonly isRoot: boolean;
  readonly exists: (path: string) => boolean;
  /** Where Playwright's own browser would stand, installed or not. */
  readonly playwrightBrowser: () => string;
  /** Unpacks the browser inside @sparticuz/chromium, once, and returns its path. */
  readonly unpackBundled: () => Promise<string>;
  /** Whether a browser without a set-uid helper may build its sandbox. */
  readonly hasUserNamespaces: () => boolean;
}

/** What is to be done where no browser can be had. */
export const BROWSER_ADVICE =
  'Install Chrome, Chromium or Edge, or run "npx playwright install chromium", or set CHROME_PATH to the program.';

// Tests never leave this machine, so neither does the browser on its own account.
const QUIET_ARGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

const PATH_VARIABLES = ['PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH', 'CHROME_PATH'] as const;

/**
 * The browser that the tests drive. In this order: the one named by PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH or
 * CHROME_PATH, Playwright's own if it was installed, the system's Chrome, Chromium or Edge, and on Linux x64 the one
 * inside the package @sparticuz/chromium, which TEST_BROWSER=bundled picks before all others.
 * @throws {Error} when there is none, or the one named by the environment is missing; it says what to do
 */
export async function findBrowser(machine: Machine = thisMachine()): Promise<TestBrowser> {
  const wish = machine.env['TEST_BROWSER'] ?? '';
  if (wish !== '' && wish !== 'bundled') {
    throw new Error(
      `TEST_BROWSER is "${wish}", but the only value it knows is "bundled". To name a program, set CHROME_PATH.`,
    );
  }
  const found = wish === 'bundled' ? undefined : (namedBrowser(machine) ?? installedBrowser(machine));
  if (found !== undefined) {
    return { executablePath: found, chromiumSandbox: !machine.isRoot, args: QUIET_ARGS };
  }
  if (machine.platform !== 'linux' || machine.arch !== 'x64') {
    const reason =
      wish === 'bundled'
        ? `TEST_BROWSER=bundled needs Linux x64, this is ${machine.platform} ${machine.arch}.`
        : 'The browser tests found no browser.';
    throw new Error(`${reason} ${BROWSER_ADVICE}`);
  }
  return {
    executablePath: await machine.unpackBundled(),
    chromiumSandbox: !machine.isRoot && machine.hasUserNamespaces(),
    args: QUIET_ARGS,
  };
}

function namedBrowser({ env, exists }: Machine): string | undefined {
  for (const name of PATH_VARIABLES) {
    const path = env[name] ?? '';
    if (path === '') continue;
    if (!exists(path))
      throw new Error(`${name} names a browser that does not exist: ${path}. Correct it or leave it out.`);
    return path;
  }
  return undefined;
}

function installedBrowser(machine: Machine): string | undefined {
  return [machine.playwrightBrowser(), ...systemBrowsers(machine)].find((path) => machine.exists(path));
}

/** Where installers put Chrome, Chromium and Edge on each system. */
function systemBrowsers({ env, platform, arch, home }: Machine): string[] {
  switch (platform) {
    case 'linux':
      return [
        '/usr/bin/google-chrome-stable',
        '/usr/bin/google-chrome',
        '/usr/bin/chromium',
        '/usr/bin/microsoft-edge',
        // often a stub or a confined snap, so only where there is no bundled browser to prefer
        ...(arch === 'x64' ? [] : ['/usr/bin/chromium-browser', '/snap/bin/chromium']),
      ];
    case 'darwin':
      return ['', home].flatMap((folder) =>
        ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
          (name) => `${folder}/Applications/${name}.app/Contents/MacOS/${name}`,
        ),
      );
    case 'win32':
      return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
        .map((name) => env[name] ?? '')
        .filter((folder) => folder !== '')
        .flatMap((folder) => [
          `${folder}\\Google\\Chrome\\Application\\chrome.exe`,
          `${folder}\\Chromium\\Application\\chrome.exe`,
          `${folder}\\Microsoft\\Edge\\Application\\msedge.exe`,
        ]);
    default:
      return [];
  }
}

function thisMachine(): Machine {
  return {
    env: process.env,
    platform: process.platform,
    arch: process.arch,
    home: homedir(),
    isRoot: process.getuid?.() === 0,
    exists: existsSync,
    playwrightBrowser: () => chromium.executablePath(),
    unpackBundled,
    // a container or AppArmor can forbid what the sandbox of a program without a set-uid helper is built from
    hasUserNamespaces: () =>
      spawnSync('unshare', ['--user', '--map-root-user', '--net', 'true']).status === 0,
  };
}

const fromRoot = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/**
 * Unpacks the bundled browser into node_modules/.cache, in a folder of its version: an upgrade never meets the old
 * program, and a process that is stopped half way leaves nothing that looks whole.
 */
async function unpackBundled(): Promise<string> {
  const manifest = fromRoot('node_modules/@sparticuz/chromium/package.json');
  if (!existsSync(manifest)) {
    throw new Error(
      `No browser is installed, nor the package @sparticuz/chromium: run "npm install". Or: ${BROWSER_ADVICE}`,
    );
  }
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  const cache = fromRoot('node_modules/.cache/test-browser');
  const program = join(cache, version, 'chromium');
  if (existsSync(program)) return program;
  mkdirSync(cache, { recursive: true });
  const unfinished = mkdtempSync(join(cache, 'unpacking-'));
  try {
    await unpackInto(unfinished);
    const trial = spawnSync(join(unfinished, 'chromium'), ['--version'], {
      encoding: 'utf8',
      timeout: 60_000,
    });
    if (trial.status !== 0) {
      const fault = trial.error?.message ?? trial.stderr.trim();
      throw new Error(`The bundled browser does not start on this machine: ${fault}\n${BROWSER_ADVICE}`);
    }
    try {
      renameSync(unfinished, join(cache, version));
    } catch (error) {
      if (!existsSync(program)) throw error; // else another process was faster
    }
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return program;
}

/** The package unpacks into the system's temporary folder, which is what TMPDIR says while it does so. */
async function unpackInto(folder: string): Promise<void> {
  const { default: bundled } = await import('@sparticuz/chromium');
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  try {
    await bundled.executablePath();
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}
