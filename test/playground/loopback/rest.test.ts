import { Events } from 'discord.js';
import { expect, test } from 'vitest';
import { NoResponseError } from '../../../src/playground/loopback/acts/run.js';
import { loopback, onCommand, refusalOf, register, scene } from './harness.js';

const said = (path: string) => new RegExp(path);

test('a 429 with Retry-After is waited for and the request repeated', async () => {
  const { server, channel, client } = await scene();
  server.faults.rateLimit('POST /channels', 2, 0.2);
  const startedAt = Date.now();
  await client.rest.post(`/channels/${channel.id}/messages`, { body: { content: 'patience' } });
  expect(Date.now() - startedAt).toBeGreaterThanOrEqual(400);
  expect(server.journal.requests(said('POST /channels')).map(({ status }) => status)).toEqual([
    429, 429, 200,
  ]);
  expect(server.messages(channel)).toHaveLength(1);
  expect(server.violations).toEqual([]);
});

test('a 429 without Retry-After is survived', async () => {
  const { server, channel, client } = await scene();
  server.faults.rateLimit('POST /channels', 1, null);
  await client.rest.post(`/channels/${channel.id}/messages`, { body: { content: 'patience' } });
  expect(server.messages(channel)).toHaveLength(1);
});

test('a 500 is tried again', async () => {
  const { server, channel, client } = await scene();
  server.faults.failRest(/^POST \/channels\/\d+\/messages$/, 2, 500);
  await client.rest.post(`/channels/${channel.id}/messages`, { body: { content: 'again' } });
  expect(server.journal.requests(said('POST /channels')).map(({ status }) => status)).toEqual([
    500, 500, 200,
  ]);
});

test('a cut socket is tried again', async () => {
  const { server, channel, client } = await scene();
  server.faults.dropRest('POST /channels');
  await client.rest.post(`/channels/${channel.id}/messages`, { body: { content: 'again' } }).catch(() => {});
  await client.rest.post(`/channels/${channel.id}/messages`, { body: { content: 'once more' } });
  expect(server.messages(channel).map(({ content }) => content)).toContain('once more');
});

test('an answer that is delayed past its deadline comes too late', async () => {
  const { server, channel, member, client } = await scene({ acknowledgeMs: 100 });
  await register(client, 'ask');
  const codes: unknown[] = [];
  onCommand(client, async (interaction) => codes.push(await refusalOf(interaction.deferReply())));
  server.faults.delayRest('/callback', 250, 1);
  const run = server.command({ user: member, channel, name: 'ask' });
  await expect(run.response).rejects.toThrow(NoResponseError);
  await expect.poll(() => codes).toEqual([10062]);
});

test('every answer tells of its bucket, and an empty bucket answers 429 until its window ends', async () => {
  const { server, channel, client } = await scene({ rateLimit: { requests: 2, windowMs: 300 } });
  const url = `${server.api}/v10/channels/${channel.id}/messages`;
  const post = () =>
    fetch(url, {
      method: 'POST',
      headers: { authorization: `Bot ${server.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ content: 'x' }),
    });
  const first = await post();
  expect(first.headers.get('x-ratelimit-remaining')).toBe('1');
  expect(first.headers.get('x-ratelimit-bucket')).not.toBeNull();
  await post();
  const refused = await post();
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(0.3);
  expect(await refused.json()).toMatchObject({ global: false });
  // discord.js waits by itself.
  for (let n = 0; n < 3; n += 1)
    await client.rest.post(`/channels/${channel.id}/messages`, { body: { content: 'y' } });
  expect(server.messages(channel)).toHaveLength(5);
});

test('an unknown route is a 404 and a violation', async () => {
  const { server, client } = await scene();
  expect(await refusalOf(client.rest.get('/guilds/1/quests'))).toBe(0);
  expect(server.violations).toEqual(['GET /guilds/1/quests: no such route']);
});

test.each<[string, number, RequestInit, string]>([
  ['another version of the API', 400, {}, '/v9/users/@me'],
  ['a method that the route lacks', 405, { method: 'PATCH' }, '/v10/users/@me'],
  ['no token', 401, {}, '/v10/users/@me'],
  ['a wrong token', 401, { headers: { authorization: 'Bot x' } }, '/v10/users/@me'],
])('a request with %s is refused with %i', async (_, status, init, path) => {
  const server = await loopback();
  expect((await fetch(server.api + path, init)).status).toBe(status);
  expect(server.violations).toHaveLength(1);
});

test.each<[string, string, string]>([
  ['broken JSON', 'application/json', '{'],
  ['a form without a boundary', 'multipart/form-data', 'x'],
  ['another type', 'text/plain', 'content=x'],
])('a body of %s is refused', async (_, type, body) => {
  const { server, channel } = await scene();
  const headers = { authorization: `Bot ${server.token}`, 'content-type': type };
  const response = await fetch(`${server.api}/v10/channels/${channel.id}/messages`, {
    method: 'POST',
    headers,
    body,
  });
  expect([response.status, ((await response.json()) as { code: number }).code]).toEqual([400, 50109]);
});

test('an empty answer has no content-type', async () => {
  const { server, channel } = await scene();
  const headers = { authorization: `Bot ${server.token}` };
  const response = await fetch(`${server.api}/v10/channels/${channel.id}/typing`, {
    method: 'POST',
    headers,
  });
  expect([response.status, response.headers.get('content-type')]).toEqual([204, null]);
});

test('messages are read in pages, the newest first', async () => {
  const { server, channel, member, client } = await scene();
  for (let n = 1; n <= 5; n += 1)
    await server.say({ user: member, channel, content: `<@${client.user.id}> ${n}` });
  const ids = server.messages(channel).map(({ id }) => id);
  const page = async (query: string): Promise<string[]> =>
    ((await client.rest.get(`/channels/${channel.id}/messages?${query}`)) as { id: string }[]).map(
      ({ id }) => id,
    );
  expect(await page('limit=2')).toEqual([ids[4], ids[3]]);
  expect(await page(`limit=2&before=${ids[3]}`)).toEqual([ids[2], ids[1]]);
  expect(await page(`limit=2&after=${ids[0]}`)).toEqual([ids[2], ids[1]]);
  expect(await page(`limit=3&around=${ids[2]}`)).toEqual([ids[3], ids[2], ids[1]]);
});

test('the bot reacts with an emoji, once, and with nothing else', async () => {
  const { server, channel, member, client } = await scene();
  const { id } = await server.say({ user: member, channel, content: 'good' });
  const path = (emoji: string) =>
    `/channels/${channel.id}/messages/${id}/reactions/${encodeURIComponent(emoji)}/@me` as const;
  await client.rest.put(path('👍'));
  await client.rest.put(path('👍'));
  expect(await refusalOf(client.rest.put(path('good')))).toBe(10014);
  expect(server.messages(channel)[0]?.reactions?.map(({ emoji }) => emoji.name)).toEqual(['👍']);
});

test('what the bot asks about the world is answered', async () => {
  const { guild, channel, member, client } = await scene();
  expect((await client.users.fetch(member.id, { force: true })).username).toBe('lin');
  expect((await client.guilds.fetch({ guild: guild.id, force: true })).name).toBe('Archive');
  const fetched = await client.guilds.cache.get(guild.id)?.members.fetch({ user: member.id, force: true });
  expect(fetched?.id).toBe(member.id);
  expect((await client.channels.fetch(channel.id, { force: true }))?.id).toBe(channel.id);
  expect((await client.application.fetch()).id).toBe(client.user.id);
  expect(await refusalOf(client.users.fetch('1'))).toBe(10013);
});

test('the journal shows every request and event, tells its subscribers, and hides the token', async () => {
  const { server, channel, member, client } = await scene();
  const kinds: string[] = [];
  const unsubscribe = server.journal.subscribe(({ kind }) => kinds.push(kind));
  const answered = new Promise((resolve) => client.once(Events.MessageCreate, resolve));
  await server.say({ user: member, channel, content: 'hello' });
  await client.rest.post(`/channels/${channel.id}/typing`);
  await answered;
  unsubscribe();
  await server.say({ user: member, channel, content: 'unheard' });
  expect(kinds).toEqual(['dispatch', 'request']);
  const [request] = server.journal.requests(said(`^POST /channels/${channel.id}/typing$`));
  expect(request).toMatchObject({ status: 204, body: null });
  expect(JSON.stringify(server.journal.entries)).not.toContain(server.token);
});

test('a journal keeps only its last entries', async () => {
  const { server, channel, member } = await scene({ journalEntries: 40 });
  for (let n = 0; n < 100; n += 1) await server.say({ user: member, channel, content: `${n}` });
  expect(server.journal.entries.length).toBeLessThanOrEqual(50);
  expect(server.journal.entries.at(-1)?.number).toBeGreaterThanOrEqual(100);
});
