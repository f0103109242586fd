/** The server of the page: on 127.0.0.1, for the page alone. */
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Loopback } from '../loopback/loopback.js';
import type { Outcome } from '../protocol.js';
import type { Town } from '../town.js';
import { Acts, type Starters } from './acts.js';
import { type Asset, pageHtml } from './assets.js';
import { isFromPage, isOwnHost, SECURITY_HEADERS } from './guard.js';
import { BadActError, parseAct } from './requests.js';
import { stream } from './stream.js';
import { Uploads } from './uploads.js';

/** Longest act, in bytes: a message of 2,000 characters and its surroundings fit many times. */
const MAX_ACT_BYTES = 256 * 1_024;
/** Largest file, in bytes; Discord's own limit. */
const MAX_UPLOAD_BYTES = 10 * 1_048_576;
const ATTACHMENT_PATH = /^\/attachments\/\d+\/\d+\/[\w.-]+$/;

/** What the server serves. */
export interface PageSource {
  readonly loopback: Loopback;
  readonly town: Town;
  readonly assets: ReadonlyMap<string, Asset>;
  readonly starters: Starters;
}

/** A running server. */
export interface PageServer {
  /** http://127.0.0.1:PORT/ */
  readonly address: string;
  close(): Promise<void>;
}

class TooLargeError extends Error {
  override readonly name = 'TooLargeError';
}

/** Serves the page. Rejects when the port is taken; 0 takes a free one. */
export async function servePage(source: PageSource, port: number): Promise<PageServer> {
  const token = randomBytes(24).toString('hex');
  const uploads = new Uploads();
  const acts = new Acts(source.loopback, uploads, source.starters);
  const server = createServer((request, response) => {
    answer({ ...source, token, uploads, acts, port: portOf(server) }, request, response).catch((error) =>
      fail(response, error),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    address: `http://127.0.0.1:${portOf(server)}/`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

interface Surroundings extends PageSource {
  readonly token: string;
  readonly port: number;
  readonly uploads: Uploads;
  readonly acts: Acts;
}

async function answer(here: Surroundings, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!isOwnHost(request, here.port)) return refuse(response, 403, 'The page is for this machine only.');
  const url = new URL(request.url ?? '/', here.loopback.api);
  if (request.method === 'POST') return post(here, request, response, url);
  if (request.method !== 'GET') return refuse(response, 405, 'There is nothing of the kind here.');
  if (url.pathname === '/') return send(response, 'text/html; charset=utf-8', pageHtml(here.token));
  const asset = here.assets.get(url.pathname);
  if (asset !== undefined) return send(response, asset.contentType, asset.bytes);
  if (url.pathname === '/live') {
    if (!isFromPage(request, here.token, url.searchParams.get('token'))) {
      return refuse(response, 403, 'Only the page may listen.');
    }
    response.writeHead(200, { ...SECURITY_HEADERS, 'content-type': 'text/event-stream' });
    return stream(here.loopback, here.town, response);
  }
  if (ATTACHMENT_PATH.test(url.pathname)) return attachment(here, response, url.pathname);
  return refuse(response, 404, 'There is nothing of the kind here.');
}

async function post(
  here: Surroundings,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  if (!isFromPage(request, here.token, null)) return refuse(response, 403, 'Only the page may act.');
  if (url.pathname === '/act') {
    const body = await read(request, MAX_ACT_BYTES);
    return reply(response, await here.acts.perform(parseAct(body.toString('utf8'))));
  }
  if (url.pathname === '/upload') {
    const bytes = await read(request, MAX_UPLOAD_BYTES);
    const upload = here.uploads.add(url.searchParams.get('name') ?? 'file', bytes);
    return reply(response, { ok: true, upload });
  }
  return refuse(response, 404, 'There is nothing of the kind here.');
}

async function read(request: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.byteLength;
    if (size > limit) throw new TooLargeError(`more than ${limit} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Files of attachments are handed on as downloads: the browser must not open them as pages of this origin. */
async function attachment(here: Surroundings, response: ServerResponse, path: string): Promise<void> {
  const file = await fetch(new URL(path, here.loopback.api));
  if (!file.ok) return refuse(response, 404, 'The file is no longer there.');
  const name = path.slice(path.lastIndexOf('/') + 1);
  response.writeHead(200, {
    ...SECURITY_HEADERS,
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename="${name}"`,
  });
  response.end(Buffer.from(await file.arrayBuffer()));
}

function reply(response: ServerResponse, outcome: Outcome): void {
  send(response, 'application/json; charset=utf-8', JSON.stringify(outcome));
}

function send(response: ServerResponse, contentType: string, body: string | Uint8Array): void {
  response.writeHead(200, { ...SECURITY_HEADERS, 'content-type': contentType });
  response.end(body);
}

function refuse(response: ServerResponse, status: number, why: string): void {
  response.writeHead(status, { ...SECURITY_HEADERS, 'content-type': 'text/plain; charset=utf-8' });
  response.end(`${why}\n`);
}

function fail(response: ServerResponse, error: unknown): void {
  if (response.headersSent) response.destroy();
  else if (error instanceof BadActError) refuse(response, 400, error.message);
  else if (error instanceof TooLargeError) refuse(response, 413, error.message);
  else refuse(response, 500, error instanceof Error ? error.message : 'Something went wrong.');
}
