/** A page of somebody else's, on an origin of its own, with a policy of its own. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

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
