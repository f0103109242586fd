import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { ApiError } from '../api-error.js';
import type { StoredFile } from '../files.js';
import type { Platform } from '../platform.js';
import { type Asked, apiPath, type Reply, RestApi } from './api.js';
import { type RequestBody, readBody } from './body.js';

/** Room of a request for its form, beside its largest file. */
const FORM_BYTES = 1_048_576;
/** Files are data: a browser that opens one must not run it. */
const FILE_HEADERS = {
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
} as const;

/** The HTTP server of the REST API and of the attachments' files; it does not listen yet. */
export function createRestServer(platform: Platform, gatewayUrl: () => string): Server {
  const api = new RestApi(platform, gatewayUrl);
  return createServer((request, response) => {
    serve(platform, api, request, response).catch(() => response.destroy());
  });
}

/** Names by which this machine may call itself; other Host headers come from foreign pages. */
export function isLocalHost(host: string | undefined): boolean {
  return /^(127\.0\.0\.1|localhost)(:\d{1,5})?$/.test(host ?? '');
}

async function serve(
  platform: Platform,
  api: RestApi,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const startedAt = Date.now();
  const { method = 'GET', headers } = request;
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  if (!isLocalHost(headers.host)) {
    send(response, { status: 403, body: undefined, headers: {} });
    return;
  }
  const file = method === 'GET' ? platform.files.get(url.pathname) : undefined;
  if (file !== undefined) {
    sendFile(response, file);
    return;
  }
  const read = await readAll(platform, request);
  const asked = { method, url, authorization: headers.authorization, read };
  const injected = await sufferFaults(platform, `${method} ${apiPath(url)}`);
  if (injected === 'drop') {
    response.destroy();
    return;
  }
  const reply = injected ?? api.answer(asked);
  send(response, reply);
  record(platform, asked, reply, Date.now() - startedAt);
}

async function readAll(platform: Platform, request: IncomingMessage): Promise<RequestBody | ApiError> {
  try {
    return await readBody(request, platform.settings.attachmentBytes + FORM_BYTES);
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
}

async function sufferFaults(platform: Platform, request: string): Promise<Reply | 'drop' | null> {
  for (const fault of platform.faults.take(request)) {
    if (fault.kind === 'drop') return 'drop';
    if (fault.kind === 'fail') return { status: fault.status, body: fault.body, headers: fault.headers };
    await sleep(fault.ms);
  }
  return null;
}

function record(platform: Platform, { method, url, read }: Asked, reply: Reply, tookMs: number): void {
  const { body = null, files = new Map() } = read instanceof ApiError ? {} : read;
  platform.journal.record({
    kind: 'request',
    method,
    path: apiPath(url) + url.search,
    body,
    files: [...files.values()].map((sent) => ({ name: sent.name, bytes: sent.bytes.byteLength })),
    status: reply.status,
    reply: reply.body ?? null,
    tookMs,
  });
}

function sendFile(response: ServerResponse, { bytes, contentType }: StoredFile): void {
  const headers = { ...FILE_HEADERS, 'content-type': contentType, 'content-length': bytes.byteLength };
  response.writeHead(200, headers);
  response.end(bytes);
}

/** Answers without a body must have no content-type: clients would try to read one. */
function send(response: ServerResponse, { status, body, headers }: Reply): void {
  if (body === undefined) {
    response.writeHead(status, headers);
    response.end();
    return;
  }
  response.writeHead(status, { ...headers, 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
