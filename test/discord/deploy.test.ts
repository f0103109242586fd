import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.js';
import { deployCommands } from '../../src/discord/deploy.js';
import { buildTown, type Town } from './town.js';

let town: Town;

beforeEach(async () => {
  town = await buildTown();
});

afterEach(async () => {
  expect(town.loopback.violations).toEqual([]);
  await town.close();
});

const deploy = (guildId?: string) =>
  deployCommands({
    settings: { token: town.loopback.token, apiBase: town.loopback.api, homeGuildIds: [], guildId },
    commands,
    logger: town.logger,
  });

describe('deployCommands', () => {
  it('registers the commands, gives the invite link and leaves', async () => {
    const deployment = await deploy();
    expect(deployment).toMatchObject({
      guildId: null,
      changed: true,
      cleared: [],
      applicationId: town.loopback.applicationId,
    });
    const link = new URL(deployment.inviteLink);
    expect(link.searchParams.get('client_id')).toBe(town.loopback.applicationId);
    expect(link.searchParams.get('scope')).toBe('bot applications.commands');
    expect(town.loopback.commands({ user: town.member, guild: town.home })).toHaveLength(commands.length);
    expect(town.loopback.sessions).toEqual([]);
  });

  it('changes nothing the second time', async () => {
    await deploy();
    expect((await deploy()).changed).toBe(false);
    expect(town.loopback.journal.requests(/^PUT /)).toHaveLength(1);
  });

  it('tells which old scopes it cleared', async () => {
    await deploy(town.home.id);
    expect(await deploy()).toMatchObject({ changed: true, cleared: [town.home.id] });
    expect(await deploy(town.home.id)).toMatchObject({ changed: true, cleared: ['global'] });
  });

  it('rejects when Discord does not let it register', async () => {
    await expect(deploy('123456789012345678')).rejects.toThrow('Missing Access');
  });
});
