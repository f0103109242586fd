import { afterEach, describe, expect, it } from 'vitest';
import { conditionOf, type Vitals } from '../../src/health/condition.js';
import type { Figures } from '../../src/health/figures.js';
import { createMetrics, metricsText } from '../../src/health/metrics.js';
import { type HealthServer, serveHealth } from '../../src/health/server.js';

const WELL: Vitals = {
  bot: () => ({
    healthy: true,
    shards: [{ id: 0, status: 'Ready', heartbeatAge: 1500 }],
    guilds: 3,
    underWay: 2,
  }),
  store: async () => {},
  figures: async () => [],
  index: async () => ({ articles: 12, passages: 345, changedAt: Date.now() - 60_000 }),
};
const never = (): Promise<never> => new Promise(() => {});

let server: HealthServer | null = null;

afterEach(async () => {
  await server?.close();
  server = null;
});

async function serve(vitals: Partial<Vitals> = {}): Promise<(path: string) => Promise<Response>> {
  server = await serveHealth({ host: '127.0.0.1', port: 0 }, { ...WELL, ...vitals });
  const { port } = server;
  return (path) => fetch(`http://127.0.0.1:${port}${path}`);
}

describe('/healthz', () => {
  it('is well as long as the process answers, even before the bot is started', async () => {
    const get = await serve({ bot: () => null, store: never });
    expect((await get('/healthz')).status).toBe(200);
  });
});

describe('/readyz', () => {
  it('is ready when gateway, store and index are', async () => {
    const get = await serve();
    const response = await get('/readyz');
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      ready: true,
      gateway: true,
      store: true,
      index: { articles: 12, passages: 345 },
    });
  });

  it.each<[string, Partial<Vitals>, object]>([
    ['the bot is not started', { bot: () => null }, { gateway: false }],
    [
      'the gateway is lost',
      { bot: () => ({ healthy: false, shards: [], guilds: 0, underWay: 0 }) },
      { gateway: false },
    ],
    [
      'the search engine is away',
      { index: async () => ({ articles: 1, passages: 2, changedAt: 0, engine: 'away' }) },
      { index: { engine: 'away' } },
    ],
    ['the store fails', { store: () => Promise.reject(new Error('gone')) }, { store: false }],
    ['the store is silent', { store: never }, { store: false }],
    ['the index does not answer', { index: () => Promise.reject(new Error('gone')) }, { index: null }],
  ])('is not ready when %s, and says what is missing', async (_, vitals, says) => {
    const get = await serve(vitals);
    const response = await get('/readyz');
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ ready: false, ...says });
  });
});

describe('/metrics', () => {
  it('counts what the bot did, and shows how it is', async () => {
    const { observer, figures } = createMetrics('bot');
    const get = await serve({ figures: async () => [await figures()] });
    observer.question({ way: 'command', status: 'answered', ms: 40 });
    observer.question({ way: 'command', status: 'answered', ms: 4000 });
    observer.question({ way: 'direct-message', status: 'no-answer', ms: 8 });
    observer.handled({ kind: 'command', name: 'ask', ms: 300 });
    observer.failure('50013');
    const response = await get('/metrics');
    expect(response.headers.get('content-type')).toContain('text/plain');
    const text = await response.text();
    for (const line of [
      'wenju_questions_total{way="command",status="answered"} 2',
      'wenju_questions_total{way="direct-message",status="no-answer"} 1',
      'wenju_answer_seconds_bucket{le="0.05",status="answered"} 1',
      'wenju_answer_seconds_count{status="answered"} 2',
      'wenju_handled_seconds_count{kind="command",name="ask"} 1',
      'wenju_errors_total{code="50013"} 1',
      'wenju_gateway_up 1',
      'wenju_gateway_shard_up{shard="0",status="Ready"} 1',
      'wenju_gateway_heartbeat_age_seconds{shard="0"} 1.5',
      'wenju_guilds 3',
      'wenju_under_way 2',
      'wenju_store_up 1',
      'wenju_index_up 1',
      'wenju_search_engine_up{state="embedded"} 1',
      'wenju_index_articles 12',
      'wenju_index_passages 345',
    ])
      expect(text).toContain(`${line}\n`);
    expect(text).toMatch(/^wenju_index_age_seconds 6\d(?:\.\d+)?$/mu);
    expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds\{process="bot"\} /mu);
  });

  it('adds up what several processes did, and shows the memory of each', async () => {
    const shards = [createMetrics('shard 0'), createMetrics('shard 1')];
    for (const { observer } of shards) {
      observer.question({ way: 'command', status: 'answered', ms: 40 });
      observer.handled({ kind: 'command', name: 'ask', ms: 300 });
    }
    // As they come from another process.
    const sent = async (): Promise<readonly Figures[]> =>
      JSON.parse(JSON.stringify(await Promise.all(shards.map(({ figures }) => figures()))));
    const text = await metricsText(await sent(), await conditionOf(WELL));
    expect(text).toContain('wenju_questions_total{way="command",status="answered"} 2\n');
    expect(text).toContain('wenju_handled_seconds_bucket{le="0.5",kind="command",name="ask"} 2\n');
    expect(text).toContain('wenju_handled_seconds_bucket{le="+Inf",kind="command",name="ask"} 2\n');
    for (const name of ['shard 0', 'shard 1'])
      expect(text).toContain(`process_resident_memory_bytes{process="${name}"} `);
  });

  it('shows no gateway that is gone', async () => {
    const up = await metricsText([], await conditionOf(WELL));
    const down = await metricsText([], await conditionOf({ ...WELL, bot: () => null, index: never }));
    expect(up).toContain('shard="0"');
    expect(down).not.toContain('shard="0"');
    expect(down).toContain('wenju_gateway_up 0\n');
    expect(down).toContain('wenju_index_up 0\n');
  });
});

describe('the server', () => {
  it('has nothing else, and takes nothing', async () => {
    const get = await serve();
    expect((await get('/')).status).toBe(404);
    expect((await get('/healthz/../../etc/passwd')).status).toBe(404);
    const posted = await fetch(`http://127.0.0.1:${server?.port}/metrics`, { method: 'POST', body: 'x' });
    expect(posted.status).toBe(405);
    const head = await fetch(`http://127.0.0.1:${server?.port}/healthz?verbose`, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  it('says so when its port is taken', async () => {
    await serve();
    const again = serveHealth({ host: '127.0.0.1', port: server?.port ?? 0 }, WELL);
    await expect(again).rejects.toThrow(/EADDRINUSE/u);
  });
});
