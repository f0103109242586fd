/** HEALTH_PORT: whether the bot lives, whether it is ready, and its figures, over HTTP. Nothing can be changed there. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type Condition, conditionOf, isReady, type Vitals } from './condition.js';
import { CONTENT_TYPE, metricsText } from './metrics.js';

/** A client that sends its request more slowly is dropped, in ms. */
const REQUEST_MS = 5000;

/** Where to listen. */
export interface HealthAddress {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
}

/** A running server. */
export interface HealthServer {
  readonly port: number;
  close(): Promise<void>;
}

interface Page {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

const JSON_TYPE = 'application/json; charset=utf-8';

/**
 * Serves `/healthz` (200 as long as the process answers), `/readyz` (200 when questions are answered, else 503 with what
 * is missing) and `/metrics`. Rejects when the port cannot be had.
 */
export async function serveHealth({ host, port }: HealthAddress, vitals: Vitals): Promise<HealthServer> {
  const server = createServer(
    { requestTimeout: REQUEST_MS, headersTimeout: REQUEST_MS },
    (request, response) => {
      void answer(request, response, vitals);
    },
  );
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  return {
    port: address !== null && typeof address === 'object' ? address.port : port,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function answer(
  { method, url = '/' }: IncomingMessage,
  response: ServerResponse,
  vitals: Vitals,
): Promise<void> {
  const { status, type, text } =
    method === 'GET' || method === 'HEAD'
      ? await page(url.split('?', 1)[0] ?? '', vitals)
      : { status: 405, type: 'text/plain', text: 'GET only\n' };
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
  response.end(method === 'HEAD' ? '' : text);
}

async function page(path: string, vitals: Vitals): Promise<Page> {
  switch (path) {
    case '/healthz':
      return { status: 200, type: JSON_TYPE, text: `${JSON.stringify({ alive: true })}\n` };
    case '/readyz':
      return readiness(await conditionOf(vitals));
    case '/metrics':
      return { status: 200, type: CONTENT_TYPE, text: await allMetrics(vitals) };
    default:
      return { status: 404, type: 'text/plain', text: '/healthz, /readyz or /metrics\n' };
  }
}

async function allMetrics(vitals: Vitals): Promise<string> {
  return metricsText(await vitals.figures(), await conditionOf(vitals));
}

function readiness(condition: Condition): Page {
  const { bot, isStoreUp, index } = condition;
  const ready = isReady(condition);
  const says = { ready, gateway: bot?.healthy ?? false, shards: bot?.shards ?? [], store: isStoreUp, index };
  return { status: ready ? 200 : 503, type: JSON_TYPE, text: `${JSON.stringify(says)}\n` };
}
