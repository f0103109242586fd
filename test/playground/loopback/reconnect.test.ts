import { Status } from 'discord.js';
import { expect, test } from 'vitest';
import { heard, scene, sentOps } from './harness.js';

test('a session that nobody remembers is begun anew', async () => {
  const { server, member, client } = await scene();
  const texts = heard(client);
  server.faults.forgetSessions();
  server.faults.dropGateway();
  await expect.poll(() => sentOps(server), { timeout: 20_000 }).toEqual([2, 6, 2]);
  await expect.poll(() => server.sessions).toHaveLength(1);
  await server.say({ user: member, dm: true, content: 'hello again' });
  await expect.poll(() => texts).toEqual(['hello again']);
});

test('op 9 makes the client identify anew', async () => {
  const { server, client } = await scene();
  server.faults.invalidSession();
  await expect.poll(() => sentOps(server), { timeout: 20_000 }).toEqual([2, 2]);
  await expect.poll(() => client.ws.status === Status.Ready).toBe(true);
});

test('a zombie connection is left by the client and the session resumed', async () => {
  const { server, member, client } = await scene({ heartbeatMs: 300 });
  const texts = heard(client);
  server.faults.zombie();
  await server.say({ user: member, dm: true, content: 'hello?' });
  await expect.poll(() => texts, { timeout: 15_000 }).toEqual(['hello?']);
  expect(sentOps(server)).toEqual([2, 6]);
});

test('a session is not resumed after its time', async () => {
  const { server } = await scene({ resumeMs: 0 });
  server.faults.gatewayDown(true);
  await new Promise((resolve) => setTimeout(resolve, 50));
  server.faults.gatewayDown(false);
  await expect.poll(() => sentOps(server), { timeout: 20_000 }).toEqual([2, 6, 2]);
});

test('a gateway that is gone for a while is found again', async () => {
  const { server, member, client } = await scene();
  const texts = heard(client);
  server.faults.gatewayDown(true);
  await new Promise((resolve) => setTimeout(resolve, 700));
  server.faults.gatewayDown(false);
  // After a connection that failed altogether discord.js does not resume: it begins a new session.
  await expect.poll(() => server.sessions, { timeout: 20_000 }).toHaveLength(1);
  await server.say({ user: member, dm: true, content: 'back?' });
  await expect.poll(() => texts).toEqual(['back?']);
  expect(sentOps(server)).toEqual([2, 2]);
});
