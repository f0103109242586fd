import type { Client } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClient } from '../../src/discord/client.js';
import { guildsEverywhere } from '../../src/discord/guilds-everywhere.js';
import { identifyInTurn } from '../../src/discord/identifying.js';
import { recommendedShards } from '../../src/discord/shard-count.js';
import { type Loopback, startLoopback } from '../../src/playground/loopback/server.js';
import type { Count, Counts } from '../../src/store/counts.js';
import { StoreError } from '../../src/store/errors.js';
import { recordingLogger } from './library-double.js';

const WINDOW = 400;
const SHARDS = 4;

let loopback: Loopback;
const clients: Client[] = [];
const logger = recordingLogger();

/** What several processes count together, as a store would. */
function sharedCounts(): Counts {
  const spans = new Map<string, { count: number; until: number }>();
  return {
    async add(what, ms): Promise<Count> {
      const now = Date.now();
      const old = spans.get(what.join());
      const span = old === undefined || old.until <= now ? { count: 0, until: now + ms } : old;
      span.count += 1;
      spans.set(what.join(), span);
      return { count: span.count, msLeft: span.until - now };
    },
    purge: async () => 0,
  };
}

beforeEach(async () => {
  // Discord looks a little less closely than the shards do.
  loopback = await startLoopback({ shards: SHARDS, identify: { concurrency: 2, windowMs: WINDOW - 50 } });
});

afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.destroy()));
  await loopback.close();
});

function newClient(id: number, counts: Counts): Client {
  const settings = { apiBase: loopback.api, shards: { ids: [id], count: SHARDS } };
  const client = createClient(settings, logger, identifyInTurn(counts, logger, WINDOW));
  clients.push(client);
  return client;
}

describe('shards of several processes', () => {
  it('identify one after the other in each bucket, and nobody is sent back', async () => {
    const counts = sharedCounts();
    const started = performance.now();
    await Promise.all([0, 1, 2, 3].map((id) => newClient(id, counts).login(loopback.token)));
    await expect.poll(() => loopback.sessions).toHaveLength(SHARDS);
    expect(performance.now() - started).toBeGreaterThan(WINDOW - 50);
    expect(loopback.violations).toEqual([]);
  });

  it('identify all the same while the store is away', async () => {
    const away: Counts = {
      add: async () => {
        throw new StoreError('unreachable', 'The store is away.');
      },
      purge: async () => 0,
    };
    await newClient(0, away).login(loopback.token);
    await expect.poll(() => loopback.sessions).toHaveLength(1);
  });

  it('know whether the bot is in one server only, wherever that is', async () => {
    const [one] = [loopback.world.addGuild({ name: 'one' })];
    const counts = sharedCounts();
    const all = [0, 1, 2, 3].map((id) => newClient(id, counts));
    await Promise.all(all.map((client) => client.login(loopback.token)));
    const seenBy = (id: number, homeGuildIds: readonly string[] = []) =>
      guildsEverywhere(all[id] as Client, { homeGuildIds, shards: { ids: [id], count: SHARDS } });
    for (let id = 0; id < SHARDS; id += 1) expect(await seenBy(id)).toEqual([one.id]);
    loopback.world.addGuild({ name: 'another' });
    for (let id = 0; id < SHARDS; id += 1) expect(await seenBy(id)).toHaveLength(2);
    const asked = loopback.journal.requests(/guilds/u).length;
    await seenBy(0, [one.id]);
    expect(loopback.journal.requests(/guilds/u)).toHaveLength(asked);
  });
});

describe('recommendedShards', () => {
  it('is what Discord says', async () => {
    expect(await recommendedShards({ token: loopback.token, apiBase: loopback.api })).toBe(SHARDS);
  });

  it('says so when Discord says nothing', async () => {
    await expect(recommendedShards({ token: 'wrong', apiBase: loopback.api })).rejects.toThrow(
      /how many shards the bot needs/u,
    );
  });
});
