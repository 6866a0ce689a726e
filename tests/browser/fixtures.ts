/** `test` for the browser: as Playwright's, but a test also fails when the page goes wrong behind its back. */
import { test as base, type BrowserContext, type PlaywrightTestOptions } from '@playwright/test';

interface Watch {
  /**
   * What has gone wrong so far, a line each: console errors, uncaught errors, breaches of the
   * content security policy, and requests to another origin.
   */
  readonly faults: string[];
  /** Says that faults which match one of the patterns belong to the test. */
  readonly allowFaults: (...patterns: RegExp[]) => void;
}

export const test = base.extend<Watch & { allowedFaults: RegExp[] }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the parameter as a list of fixtures
  faults: async ({}, use) => {
    await use([]);
  },
  // eslint-disable-next-line no-empty-pattern
  allowedFaults: async ({}, use) => {
    await use([]);
  },
  allowFaults: async ({ allowedFaults }, use) => {
    await use((...patterns) => void allowedFaults.push(...patterns));
  },
  context: async ({ context, baseURL, faults, allowedFaults }, use) => {
    await watch(context, new URL(baseURL ?? 'about:blank').origin, faults);
    await use(context);
    // an answer from each page means that what it said before has arrived
    await Promise.all(context.pages().map((page) => page.title().catch(() => '')));
    // of what a test leaves behind, Playwright empties all but these for the next one in the same context
    await Promise.all([context.setOffline(false), context.clearPermissions()]);
    const left = faults.filter((fault) => !allowedFaults.some((pattern) => pattern.test(fault)));
    if (left.length > 0) throw new Error(`the page went wrong during this test:\n  ${left.join('\n  ')}`);
  },
});

export { expect } from '@playwright/test';

/** For `test.use`, where changes are seen as they happen; the other specs ask the page for little motion. */
export const WITH_MOTION: Partial<PlaywrightTestOptions> = {
  contextOptions: { reducedMotion: 'no-preference' },
};

/** Listens to every page of the context, those that the test or the page open later too. */
async function watch(context: BrowserContext, ownOrigin: string, faults: string[]): Promise<void> {
  context.on('console', (message) => {
    const { url, lineNumber } = message.location();
    if (message.type() === 'error') faults.push(`console error: ${message.text()} (${url}:${lineNumber})`);
  });
  context.on('weberror', (webError) => {
    const error = webError.error();
    faults.push(`uncaught error: ${error.stack ?? error.message}`);
  });
  context.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    const isWeb = protocol.startsWith('http') || protocol.startsWith('ws');
    if (isWeb && origin !== ownOrigin) faults.push(`request to another origin: ${request.url()}`);
  });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const what = `${event.effectiveDirective} blocked ${event.blockedURI || 'inline code'}`;
      console.error(`content security policy: ${what} (${event.sourceFile}:${event.lineNumber})`);
    });
  });
}
