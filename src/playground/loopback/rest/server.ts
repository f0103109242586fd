import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { ApiError, refusals } from '../api-error.js';
import type { Platform } from '../platform.js';
import { applicationRoutes } from './application-routes.js';
import { type RequestBody, readBody } from './body.js';
import { interactionRoutes } from './interaction-routes.js';
import { RateLimitedError, RateLimits } from './limits.js';
import { messageRoutes } from './message-routes.js';
import { Router } from './router.js';
import { worldRoutes } from './world-routes.js';

/** The one version of the API that is spoken. */
const API_PREFIX = '/api/v10';
/** Room for ten attachments and their form beside the limit of one. */
const FORM_OVERHEAD_BYTES = 1_048_576;
/** Statuses that tell of the bot's own mistakes; 403 and 404 of things are ordinary. */
const MISTAKES = new Set([401, 413]);

interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

/** The HTTP server of the REST API and of the attachments' files; it does not listen yet. */
export function createRestServer(platform: Platform, gatewayUrl: () => string): Server {
  const router = new Router([
    ...worldRoutes(platform, gatewayUrl),
    ...applicationRoutes(platform),
    ...interactionRoutes(platform),
    ...messageRoutes(platform),
  ]);
  const limits = new RateLimits(platform.settings.rateLimit);
  return createServer((request, response) => {
    serve(platform, router, limits, request, response).catch(() => response.destroy());
  });
}

/** Names by which this machine may call itself; other Host headers come from foreign pages. */
export function isLocalHost(host: string | undefined): boolean {
  return /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/.test(host ?? '');
}

async function serve(
  platform: Platform,
  router: Router,
  limits: RateLimits,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const startedAt = Date.now();
  const method = request.method ?? 'GET';
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  if (!isLocalHost(request.headers.host))
    return send(response, { status: 403, body: undefined, headers: {} });
  const file = method === 'GET' ? platform.files.get(url.pathname) : undefined;
  if (file !== undefined) {
    response.writeHead(200, { 'content-type': file.contentType, 'content-length': file.bytes.byteLength });
    response.end(file.bytes);
    return;
  }
  const path = url.pathname.startsWith(`${API_PREFIX}/`) ? url.pathname.slice(API_PREFIX.length) : null;
  const read = await readAll(platform, request);
  const injected = await sufferFaults(platform, `${method} ${path ?? url.pathname}`);
  if (injected === 'drop') {
    response.destroy();
    return;
  }
  const reply = injected ?? answer(platform, router, limits, { method, path, url, request, read });
  send(response, reply);
  platform.journal.record({
    kind: 'request',
    method,
    path: (path ?? url.pathname) + url.search,
    body: read instanceof ApiError ? null : (read.body ?? null),
    files:
      read instanceof ApiError
        ? []
        : [...read.files.values()].map((sent) => ({ name: sent.name, bytes: sent.bytes.byteLength })),
    status: reply.status,
    reply: reply.body ?? null,
    tookMs: Date.now() - startedAt,
  });
}

async function readAll(platform: Platform, request: IncomingMessage): Promise<RequestBody | ApiError> {
  try {
    return await readBody(request, platform.settings.attachmentBytes + FORM_OVERHEAD_BYTES);
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

interface Asked {
  readonly method: string;
  readonly path: string | null;
  readonly url: URL;
  readonly request: IncomingMessage;
  readonly read: RequestBody | ApiError;
}

/** The answer of the API; whatever the bot did wrong is recorded. */
function answer(platform: Platform, router: Router, limits: RateLimits, asked: Asked): Reply {
  const name = `${asked.method} ${asked.path ?? asked.url.pathname}`;
  try {
    if (asked.path === null)
      throw asked.url.pathname.startsWith('/api/') ? refusals.invalidVersion() : refusals.notFound();
    const { route, params } = matchRoute(platform, router, asked.method, asked.path);
    if (route.auth === 'bot' && asked.request.headers.authorization !== `Bot ${platform.settings.token}`) {
      throw refusals.unauthorized();
    }
    const headers = limits.count(route, params);
    if (asked.read instanceof ApiError) throw asked.read;
    const reply = route.handle({ params, query: asked.url.searchParams, ...asked.read });
    return { status: reply.status, body: reply.body, headers };
  } catch (error) {
    if (!(error instanceof ApiError)) return ownFailure(platform, name, error);
    const wrong = error.faults.length > 0 || MISTAKES.has(error.status);
    if (wrong || (error.status === 400 && error.code !== 40060))
      platform.violate(`${name}: ${error.describe()}`);
    if (error instanceof RateLimitedError) platform.journal.record({ kind: 'fault', text: `429 ${name}` });
    return { status: error.status, body: error.toBody(), headers: error.headers };
  }
}

/** A fault of the loopback itself: it must not look like the bot's. */
function ownFailure(platform: Platform, name: string, error: unknown): Reply {
  platform.violate(
    `${name}: the loopback itself failed: ${error instanceof Error ? error.stack : String(error)}`,
  );
  return { status: 500, body: { message: '500: Internal Server Error', code: 0 }, headers: {} };
}

function matchRoute(
  platform: Platform,
  router: Router,
  method: string,
  path: string,
): ReturnType<Router['match']> {
  try {
    return router.match(method, path);
  } catch (error) {
    platform.violate(`${method} ${path}: no such route`);
    throw error;
  }
}

function send(response: ServerResponse, reply: Reply): void {
  if (reply.body === undefined || reply.status === 204) {
    response.writeHead(reply.status, reply.headers);
    response.end();
    return;
  }
  response.writeHead(reply.status, { ...reply.headers, 'content-type': 'application/json' });
  response.end(JSON.stringify(reply.body));
}
