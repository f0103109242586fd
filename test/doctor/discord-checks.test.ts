import { afterEach, describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.js';
import { deployCommands } from '../../src/discord/deploy.js';
import type { BotSettings } from '../../src/discord/settings.js';
import { checkDiscord, checkToken } from '../../src/doctor/discord-checks.js';
import type { Finding } from '../../src/doctor/finding.js';
import { type Loopback, startLoopback } from '../../src/playground/loopback/server.js';
import { recordingLogger } from '../discord/library-double.js';

const TOKEN = `${Buffer.from('123456789012345678').toString('base64url')}.Abc-De.Fghijklmnopqrstuvwxyz`;
let loopback: Loopback | null = null;

afterEach(async () => {
  await loopback?.close();
  loopback = null;
});

async function discord(): Promise<Loopback> {
  loopback = await startLoopback({});
  return loopback;
}

const settingsFor = ({ token, api }: Loopback, settings: Partial<BotSettings> = {}): BotSettings => ({
  token,
  apiBase: api,
  homeGuildIds: [],
  ...settings,
});

async function findings(settings: BotSettings): Promise<ReadonlyMap<string, Finding>> {
  const all = await checkDiscord(settings, commands);
  return new Map(all.map((finding) => [finding.check, finding]));
}

describe('checkToken', () => {
  it('knows the form of a token', () => {
    expect(checkToken(TOKEN)).toMatchObject({ verdict: 'good' });
  });

  it.each(['1234567890', 'a.b.c', `Bot${TOKEN}`, `${TOKEN}.more`])('takes notice of %s', (token) => {
    const { verdict, says, mend } = checkToken(token);
    expect(verdict).toBe('notice');
    expect(`${says}${mend}`).not.toContain(token);
  });

  it('tells of a missing one', () => {
    expect(checkToken(null)).toMatchObject({ verdict: 'notice', says: expect.stringContaining('not set') });
  });
});

describe('checkDiscord', () => {
  it('finds everything in order for a bot that is set up', async () => {
    const local = await discord();
    local.world.addGuild({ name: 'Qinghe' });
    await deployCommands({ settings: settingsFor(local), commands, logger: recordingLogger() });
    const found = await findings(settingsFor(local));
    expect([...found.values()].filter(({ verdict }) => verdict !== 'good')).toEqual([]);
    expect([...found.keys()]).toEqual([
      'Discord login',
      'Intents',
      'Servers',
      'Permissions',
      'Commands',
      'Home servers',
    ]);
    expect(found.get('Servers')?.says).toContain('Qinghe');
    expect(local.violations).toEqual([]);
  });

  it('changes nothing', async () => {
    const local = await discord();
    local.world.addGuild({ name: 'Qinghe' });
    await findings(settingsFor(local));
    const writes = local.journal.entries.filter((entry) => 'method' in entry && entry.method !== 'GET');
    expect(writes).toEqual([]);
  });

  it('says that the token is refused', async () => {
    const local = await discord();
    const [finding] = await checkDiscord(settingsFor(local, { token: TOKEN }), commands);
    expect(finding).toMatchObject({ check: 'Discord login', verdict: 'bad' });
    expect(finding?.says).toContain('DISCORD_TOKEN');
    expect(JSON.stringify(finding)).not.toContain(TOKEN);
  });

  it('says that Discord is out of reach', async () => {
    const settings = { token: TOKEN, apiBase: 'http://127.0.0.1:1/api', homeGuildIds: [] };
    expect(await checkDiscord(settings, commands)).toEqual([
      expect.objectContaining({ verdict: 'bad', mend: expect.stringContaining('DISCORD_API') }),
    ]);
  });

  it('takes notice of commands that are not registered', async () => {
    const local = await discord();
    local.world.addGuild({ name: 'Qinghe' });
    const found = await findings(settingsFor(local));
    expect(found.get('Commands')).toMatchObject({
      verdict: 'notice',
      mend: expect.stringContaining('npx wenju deploy'),
    });
  });

  it('names a server where the bot lacks permissions, and which', async () => {
    const local = await discord();
    local.world.addGuild({ name: 'Hewan', everyone: ['ViewChannel', 'SendMessages'] });
    const found = await findings(settingsFor(local));
    expect(found.get('Permissions')).toMatchObject({ verdict: 'bad' });
    expect(found.get('Permissions')?.says).toMatch(/Hewan.*EmbedLinks/u);
  });

  it('gives the invite link to a bot that is in no server', async () => {
    const local = await discord();
    const found = await findings(settingsFor(local));
    expect(found.get('Servers')).toMatchObject({
      verdict: 'notice',
      mend: expect.stringContaining('https://'),
    });
  });

  it('asks for HOME_GUILD_IDS when the bot is in several servers', async () => {
    const local = await discord();
    const first = local.world.addGuild({ name: 'Qinghe' });
    const second = local.world.addGuild({ name: 'Hewan' });
    const unset = (await findings(settingsFor(local))).get('Home servers');
    expect(unset).toMatchObject({ verdict: 'notice', mend: expect.stringContaining('HOME_GUILD_IDS') });
    const set = await findings(settingsFor(local, { homeGuildIds: [first.id, second.id] }));
    expect(set.get('Home servers')).toMatchObject({ verdict: 'good' });
  });

  it('finds a home server that the bot is not in', async () => {
    const local = await discord();
    local.world.addGuild({ name: 'Qinghe' });
    const stranger = '987654321098765432';
    const found = await findings(settingsFor(local, { homeGuildIds: [stranger] }));
    expect(found.get('Home servers')).toMatchObject({
      verdict: 'notice',
      says: expect.stringContaining(stranger),
    });
  });
});
