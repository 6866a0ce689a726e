/** A page of somebody else's, on an origin of its own, with a policy of its own. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page, test as plain } from '@playwright/test';
import { serveDist, type RunningServer } from '../../scripts/serve-dist.ts';

/** The built page that the tests drive. */
export const SITE = process.env['TEST_SITE'] ?? 'test-results/site';

export interface HostPage {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves one page. @param policy its content security policy, none when left out */
export async function serveHost(body: string, policy?: string): Promise<HostPage> {
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    if (policy !== undefined) response.setHeader('Content-Security-Policy', policy);
    response.end(
      `<!doctype html><html lang="en"><title>Host</title><link rel="icon" href="data:,"><body>${body}`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * For a spec: serves the embeds to other origins, and for each test a page of such a one.
 * @param home what stands in a page's body for where the embeds are
 * @param onanswer hears what is asked of the embeds' server
 */
export function embedHost(
  test: typeof plain,
  home: string,
  onanswer: (path: string, status: number) => void = () => undefined,
) {
  let server: RunningServer;
  let host: HostPage | undefined;
  test.beforeAll(async () => {
    server = await serveDist(SITE, { port: 0, cors: true, onanswer });
  });
  test.afterAll(() => server.close());
  test.afterEach(async () => {
    await host?.close();
    host = undefined;
  });
  return {
    get url(): string {
      return server.url;
    },
    /** Opens the page of another origin. @param policy its content security policy, none when left out */
    async open(page: Page, body: string, policy?: string): Promise<void> {
      host = await serveHost(body.replaceAll(home, server.url), policy);
      await page.goto(host.url);
    },
  };
}
