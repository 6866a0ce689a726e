/**
 * Serves a built page as a strict host would: under a sub-path, with the tightest policy that the page promises to
 * work with, and 404 for everything that is not a file of the page.
 *
 *     npx tsx scripts/serve-dist.ts [folder] [--port 4180] [--base /some/sub/path/] [--cors]
 */
import { existsSync, realpathSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import sirv, { type RequestHandler } from 'sirv';

export const DEFAULT_BASE = '/some/sub/path/';
export const DEFAULT_PORT = 4180;

/** The page works under this policy, with nothing inline and nothing from elsewhere. */
export const STRICT_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; worker-src 'self'; frame-src 'self'";

export interface ServeOptions {
  /** 0 for any free one. */
  readonly port?: number;
  /** Path of the page, with a slash at both ends. */
  readonly base?: string;
  /** Policy of every answer; the strict one when left out. */
  readonly policy?: string;
  /** Lets other origins read the files. */
  readonly cors?: boolean;
  /** Answers so much later, ms: as from a server that is so far away. */
  readonly delayMs?: number;
  /** How long a browser may keep what it was given, seconds; it asks each time where this is left out. */
  readonly maxAge?: number;
  /** Hears each answer once it is sent: path with its query, status. */
  readonly onanswer?: (path: string, status: number) => void;
}

/** A server that runs. */
export interface RunningServer {
  /** Address of the page: `http://127.0.0.1:4180/some/sub/path/`. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves a built folder on 127.0.0.1.
 * @throws {Error} when the folder holds no index.html, the base is malformed or the port is taken
 */
export async function serveDist(folder: string, options: ServeOptions = {}): Promise<RunningServer> {
  const {
    port = DEFAULT_PORT,
    base = DEFAULT_BASE,
    policy = STRICT_POLICY,
    cors = false,
    delayMs = 0,
    maxAge,
    onanswer,
  } = options;
  if (!/^\/(?:[^/?#]+\/)*$/.test(base)) {
    throw new Error(`the base needs a slash at both ends and no empty part: "${base}"`);
  }
  if (!existsSync(join(folder, 'index.html'))) {
    throw new Error(`no index.html in "${folder}": run "npm run build" first`);
  }
  // no extensions: "index" is not a name for index.html
  const files = sirv(folder, {
    etag: true,
    extensions: [],
    ...(maxAge === undefined ? {} : { maxAge }),
    onNoMatch: (_, response) => notFound(response),
  });
  const server = createServer((request, response) => {
    response.setHeader('Content-Security-Policy', policy);
    const path = request.url ?? '';
    response.once('finish', () => onanswer?.(path, response.statusCode));
    if (cors) response.setHeader('Access-Control-Allow-Origin', '*');
    if (delayMs > 0) setTimeout(() => answer(request, response, base, files), delayMs);
    else answer(request, response, base, files);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  base: string,
  files: RequestHandler,
): void {
  response.setHeader('X-Content-Type-Options', 'nosniff');
  const address = request.url ?? '/';
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
  } else if (address === base.slice(0, -1)) {
    response.writeHead(301, { Location: base }).end();
  } else if (address.startsWith(base)) {
    const rest = address.slice(base.length);
    request.url = `/${rest === '' || rest.startsWith('?') ? `index.html${rest}` : rest}`;
    files(request, response);
  } else {
    notFound(response);
  }
}

function notFound(response: ServerResponse): void {
  response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Not found\n');
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { port: { type: 'string' }, base: { type: 'string' }, cors: { type: 'boolean' } },
  });
  const port = Number(values.port ?? DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`not a port: "${values.port}"`);
  const { base = DEFAULT_BASE, cors = false } = values;
  const { url } = await serveDist(positionals[0] ?? 'dist', { port, base, cors });
  console.log(`Serving ${url}`);
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === import.meta.filename) {
  main().catch((error: unknown) => {
    console.error(`serve-dist: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  });
}
