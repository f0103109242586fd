import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { connect } from '../../src/search-engine/client.js';
import { SearchEngineError } from '../../src/search-engine/errors.js';
import type { EngineClient } from '../../src/search-engine/requests.js';
import type { EngineSettings } from '../../src/search-engine/settings.js';

/** The authority's key is nowhere: nothing else can be signed with it. */
const tlsFile = (name: string): string => fileURLToPath(new URL(`tls/${name}`, import.meta.url));
const PATIENCE = { wholeMs: 8000, attemptMs: 300, unreachableMs: 1500 };
const SHORT = { wholeMs: 500, attemptMs: 200, unreachableMs: 300 };
const LOOK = { method: 'GET', path: '/_alias' } as const;
const FOUND = { found: true };

type Reply = (request: IncomingMessage, response: ServerResponse) => void;

const answers =
  (status: number, body: object): Reply =>
  (_, response) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
const hangs: Reply = () => {};
const cuts: Reply = (request) => request.socket.destroy();

const servers: Server[] = [];
const clients: EngineClient[] = [];

/** The address of a node that replies with each of these in turn, and with the last for good. */
async function node(...replies: readonly Reply[]): Promise<string> {
  let requests = 0;
  return listen((request, response) =>
    replies[Math.min(requests++, replies.length - 1)]?.(request, response),
  );
}

async function listen(reply: RequestListener, secure = false): Promise<string> {
  const server = secure
    ? createTlsServer(
        { cert: readFileSync(tlsFile('node.pem')), key: readFileSync(tlsFile('node-key.pem')) },
        reply,
      )
    : createServer(reply);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `${secure ? 'https' : 'http'}://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function clientOf(nodes: readonly string[], more: Partial<EngineSettings> = {}): EngineClient {
  const client = connect({ nodes, prefix: 'test', replicas: 0, ...more });
  clients.push(client);
  return client;
}

afterEach(async () => {
  for (const client of clients.splice(0)) await client.close();
  for (const server of servers.splice(0)) {
    if ('closeAllConnections' in server) (server as ReturnType<typeof createServer>).closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

describe('a request to a cluster', () => {
  it.each<readonly [string, Reply]>([
    ['has too much to do', answers(429, { error: { type: 'busy', reason: 'too much' } })],
    ['fails', answers(500, { error: { type: 'broken', reason: 'for a moment' } })],
    ['is just coming', answers(503, { error: { type: 'starting', reason: 'no leader' } })],
    ['hangs', hangs],
    ['cuts the connection', cuts],
    [
      'breaks off',
      (_, response) => response.writeHead(200, { 'content-type': 'application/json' }).end('{"found"'),
    ],
    ['is a proxy that says something else', (_, response) => response.writeHead(200).end('<p>Welcome</p>')],
  ])('is made again when the node %s', async (_, reply) => {
    const client = clientOf([await node(reply, reply, answers(200, FOUND))]);
    expect(await client.request(LOOK, PATIENCE)).toEqual({ status: 200, body: FOUND });
  });

  it('goes to another node when one is not there', async () => {
    const gone = await node(answers(200, {}));
    await new Promise((resolve) => servers.pop()?.close(resolve));
    const client = clientOf([gone, await node(answers(200, FOUND))]);
    for (let i = 0; i < 4; i++) expect(await client.request(LOOK, PATIENCE)).toMatchObject({ body: FOUND });
  });

  it('is made again when what came is not whole', async () => {
    const client = clientOf([await node(answers(200, { part: 1 }), answers(200, FOUND))]);
    const flawOf = (body: unknown) => (JSON.stringify(body).includes('part') ? 'A part only.' : null);
    expect(await client.request({ ...LOOK, flawOf }, PATIENCE)).toMatchObject({ body: FOUND });
    const partly = clientOf([await node(answers(200, { part: 1 }))]);
    await expect(partly.request({ ...LOOK, flawOf }, SHORT)).rejects.toThrow(
      new SearchEngineError('A part only.'),
    );
  });

  it.each([404, 409])('has %i for an answer', async (status) => {
    const client = clientOf([await node(answers(status, { error: 'no such index' }))]);
    expect(await client.request(LOOK, PATIENCE)).toMatchObject({ status });
  });

  it.each([400, 401, 403])('is not made again after %i, and says why', async (status) => {
    const refusal = answers(status, { error: { type: 'refused', reason: 'because' } });
    const client = clientOf([await node(refusal, answers(200, FOUND))]);
    await expect(client.request(LOOK, PATIENCE)).rejects.toThrow(
      new SearchEngineError(`The search engine answered ${status}: refused: because`),
    );
  });

  it.each<readonly [string, Reply, RegExp]>([
    ['hangs', hangs, /did not answer in time/],
    ['has too much to do', answers(429, {}), /answered 429/],
    ['cuts every connection', cuts, /cannot be reached/],
  ])('is given up when the node %s for longer than it may take', async (_, reply, why) => {
    const client = clientOf([await node(reply)]);
    await expect(client.request(LOOK, SHORT)).rejects.toThrow(why);
    await expect(client.request(LOOK, SHORT)).rejects.toBeInstanceOf(SearchEngineError);
  });
});

describe('a cluster with certificates and users', () => {
  const password = 'pass:word/with?marks';
  const asked = `Basic ${Buffer.from(`reader:${password}`).toString('base64')}`;
  const closed: Reply = (request, response) =>
    request.headers.authorization === asked
      ? answers(200, FOUND)(request, response)
      : answers(401, { error: { type: 'unauthorized', reason: 'who are you?' } })(request, response);

  it('is asked with the certificates and the password that are given', async () => {
    const client = clientOf([await listen(closed, true)], {
      username: 'reader',
      password,
      ca: tlsFile('authority.pem'),
    });
    expect(await client.request(LOOK, PATIENCE)).toMatchObject({ status: 200, body: FOUND });
  });

  it('is not asked when it cannot show who it is', async () => {
    const client = clientOf([await listen(closed, true)], { username: 'reader', password });
    await expect(client.request(LOOK, SHORT)).rejects.toThrow(/cannot be reached.*certificate/u);
  });

  it('refuses another password, in words without it', async () => {
    const client = clientOf([await listen(closed, true)], {
      username: 'reader',
      password: 'wrong-one',
      ca: tlsFile('authority.pem'),
    });
    const refusal = await client.request(LOOK, PATIENCE).catch(String);
    expect(refusal).toContain('answered 401: unauthorized: who are you?');
    expect(refusal).not.toContain('wrong-one');
  });

  it('is not asked with certificates that cannot be read, and their file is named', () => {
    expect(() =>
      connect({ nodes: ['https://127.0.0.1:1'], prefix: 'x', replicas: 0, ca: '/no/such.pem' }),
    ).toThrow('The certificates in /no/such.pem (OPENSEARCH_CA) cannot be read.');
  });
});
