import { type Client, Events, GatewayIntentBits, Status } from 'discord.js';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { Loopback } from '../../../src/playground/loopback/server.js';
import { heard, loopback, newClient, scene, sentOps } from './harness.js';

const isReady = (client: Client) => client.ws.status === Status.Ready;

test('a wrong token is refused at once', async () => {
  const server = await loopback();
  await expect(newClient(server).login('wrong')).rejects.toThrow('An invalid token was provided');
  expect(server.violations).toHaveLength(1);
});

test('an intent that was not granted is refused with 4014', async () => {
  const server = await loopback();
  const client = newClient(server, { intents: [GatewayIntentBits.Guilds, GatewayIntentBits.MessageContent] });
  await expect(client.login(server.token)).rejects.toThrow('disallowed intents');
});

test('after a drop the session is resumed and no message is lost', async () => {
  const { server, member, client } = await scene();
  const texts = heard(client);
  const [session] = server.sessions;
  server.faults.dropGateway();
  await expect.poll(() => server.sessions).toEqual([]);
  await server.say({ user: member, dm: true, content: 'while you were away' });
  await expect.poll(() => texts, { timeout: 15_000 }).toEqual(['while you were away']);
  await server.say({ user: member, dm: true, content: 'welcome back' });
  await expect.poll(() => texts).toEqual(['while you were away', 'welcome back']);
  expect(server.sessions).toEqual([session]);
  expect(sentOps(server)).toEqual([2, 6]);
});

test('op 7 makes the client come again and resume', async () => {
  const { server, client } = await scene();
  server.faults.reconnect();
  await expect.poll(() => sentOps(server), { timeout: 15_000 }).toEqual([2, 6]);
  await expect.poll(() => isReady(client)).toBe(true);
});

test.each([4004, 4014])('after close code %i the client gives up', async (code) => {
  const { server, client } = await scene();
  const codes: number[] = [];
  client.on(Events.ShardDisconnect, (event) => codes.push(event.code));
  server.faults.closeWith(code);
  await expect.poll(() => codes).toEqual([code]);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(server.sessions).toEqual([]);
  expect(sentOps(server)).toEqual([2]);
});

test('an interaction can be dispatched twice', async () => {
  const { server, channel, member, client } = await scene();
  await client.application.commands.set([{ name: 'ask', description: 'x' }]);
  const ids: string[] = [];
  client.on(Events.InteractionCreate, (interaction) => ids.push(interaction.id));
  server.faults.repeatInteractions(1);
  const first = server.command({ user: member, channel, name: 'ask' });
  const second = server.command({ user: member, channel, name: 'ask' });
  await expect.poll(() => ids).toEqual([first.id, first.id, second.id]);
});

/** The close code that a client gets which sends this after hello. */
function closeCodeFor(server: Loopback, ...messages: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(
      `${server.api.replace('http', 'ws').replace('/api', '/gateway')}/?v=10&encoding=json`,
    );
    socket.once('message', () => {
      for (const message of messages) socket.send(message);
    });
    socket.on('close', resolve);
    socket.on('error', reject);
  });
}

test.each<[string, number, (token: string) => readonly string[]]>([
  ['is no JSON', 4002, () => ['{']],
  ['has more than 4,096 bytes', 4002, () => [JSON.stringify({ op: 3, d: 'x'.repeat(4_096) })]],
  ['comes before identifying', 4003, () => ['{"op":8,"d":{}}']],
  ['is of an opcode that does not exist', 4001, (token) => [identify(token, 1), '{"op":77,"d":{}}']],
  ['identifies with a wrong token', 4004, () => [identify('x', 1)]],
  ['identifies twice', 4005, (token) => [identify(token, 1), identify(token, 1)]],
  ['names an intent that does not exist', 4013, (token) => [identify(token, 2 ** 30)]],
  ['names a shard that does not exist', 4010, (token) => [identify(token, 1, [2, 2])]],
  ['comes too often', 4008, () => Array.from({ length: 121 }, () => '{"op":1,"d":null}')],
])('a client is closed whose message %s', async (_, code, messages) => {
  const server = await loopback();
  expect(await closeCodeFor(server, ...messages(server.token))).toBe(code);
  expect(server.violations).toHaveLength(1);
});

function identify(token: string, intents: number, shard: readonly [number, number] = [0, 1]): string {
  return JSON.stringify({
    op: 2,
    d: { token, intents, shard, properties: { os: 'x', browser: 'x', device: 'x' } },
  });
}

test('a client that sends no heartbeats is closed', async () => {
  const server = await loopback({ heartbeatMs: 50 });
  expect(await closeCodeFor(server, identify(server.token, 1))).toBe(4009);
});

test('private messages go to shard 0, those of servers to the shard of the server', async () => {
  const server = await loopback();
  const user = server.world.addUser({ name: 'Lin' });
  const guilds = Array.from({ length: 4 }, (_, n) => server.world.addGuild({ name: `${n}`, owner: user }));
  const client = newClient(server, { shards: [0, 1], shardCount: 2 });
  await client.login(server.token);
  await expect.poll(() => client.isReady() && client.guilds.cache.size, { timeout: 15_000 }).toBe(4);
  const seen: unknown[] = [];
  client.on(Events.MessageCreate, (message) => seen.push(message.guild?.shardId ?? 'private'));
  await server.say({ user, dm: true, content: 'x' });
  for (const guild of guilds) await server.say({ user, guild, content: 'x' });
  const expected = guilds.map(({ id }) => Number((BigInt(id) >> 22n) % 2n));
  await expect.poll(() => seen.length).toBe(5);
  expect([...seen].sort()).toEqual(['private', ...expected].sort());
});

test('/gateway/bot tells how many shards are due and how many may identify at once', async () => {
  const server = await loopback({ shards: 4, identify: { concurrency: 2, windowMs: 0 } });
  const answer = await fetch(`${server.api}/v10/gateway/bot`, {
    headers: { authorization: `Bot ${server.token}` },
  });
  expect(await answer.json()).toMatchObject({
    shards: 4,
    session_start_limit: { remaining: expect.any(Number), max_concurrency: 2 },
  });
});

test('a shard that identifies too soon after another one of its bucket is sent back', async () => {
  const server = await loopback({ identify: { concurrency: 1, windowMs: 60_000 } });
  const ready = newClient(server, { shards: [0], shardCount: 2 });
  await ready.login(server.token);
  await expect.poll(() => isReady(ready)).toBe(true);
  const tooSoon = newClient(server, { shards: [1], shardCount: 2 });
  void tooSoon.login(server.token).catch(() => {});
  await expect
    .poll(() => server.violations, { timeout: 5_000 })
    .toEqual([expect.stringContaining('shard 1 identified too soon')]);
  expect(isReady(tooSoon)).toBe(false);
});

test('a shard with more servers than one may have is refused with 4011', async () => {
  const server = await loopback({ guildsPerShard: 2 });
  for (const name of ['a', 'b', 'c']) server.world.addGuild({ name });
  expect(await closeCodeFor(server, identify(server.token, 1))).toBe(4011);
});

test('lists the servers that the bot is in, page by page, whichever shard asks', async () => {
  const server = await loopback();
  const ids = ['a', 'b', 'c'].map((name) => server.world.addGuild({ name }).id);
  server.world.addGuild({ name: 'without the bot', installed: false });
  const page = async (query: string): Promise<unknown> => {
    const headers = { authorization: `Bot ${server.token}` };
    const answer = await fetch(`${server.api}/v10/users/@me/guilds?${query}`, { headers });
    return ((await answer.json()) as { id: string }[]).map(({ id }) => id);
  };
  expect(await page('')).toEqual(ids);
  expect(await page('limit=2')).toEqual(ids.slice(0, 2));
  expect(await page(`limit=2&after=${ids[1]}`)).toEqual(ids.slice(2));
});

test('a page of a browser gets no connection', async () => {
  const server = await loopback();
  const url = `${server.api.replace('http', 'ws').replace('/api', '/gateway')}/?v=10&encoding=json`;
  const refused = new Promise((resolve) => {
    new WebSocket(url, { origin: 'https://attacker.example' }).on('error', (error) => resolve(error.message));
  });
  expect(await refused).toContain('socket hang up');
});
