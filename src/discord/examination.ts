import { connect, createClient } from './client.js';
import type { Command } from './command.js';
import { inviteLink, PERMISSIONS } from './invite.js';
import { describeError, type Logger } from './logger.js';
import { isRegistered } from './registration.js';
import { type BotSettings, DEFAULT_TIMING } from './settings.js';

/** A server that the bot is in. */
export interface ExaminedGuild {
  readonly id: string;
  readonly name: string;
  /** Discord's names of the permissions that the bot's role lacks. */
  readonly missing: readonly string[];
}

/** What Discord says of the bot. */
export interface Examination {
  readonly botName: string;
  readonly inviteLink: string;
  readonly guilds: readonly ExaminedGuild[];
  /** Whether the commands that Discord has are those of this version, or why that cannot be told. */
  readonly commands: 'current' | 'changed' | { readonly failure: string };
}

/** Connects as the bot itself does, looks and leaves again. Changes nothing. Rejects with a ConnectionError. */
export async function examineDiscord(options: {
  readonly settings: BotSettings;
  readonly commands: readonly Command[];
  readonly logger: Logger;
}): Promise<Examination> {
  const { settings, commands, logger } = options;
  const timeout = settings.timing?.connect ?? DEFAULT_TIMING.connect;
  const client = await connect(createClient(settings, logger), settings.token, timeout);
  const registered = async (): Promise<Examination['commands']> => {
    try {
      const wanted = commands.map(({ data }) => data);
      return (await isRegistered(client, settings.guildId ?? null, wanted)) ? 'current' : 'changed';
    } catch (error) {
      return { failure: String(describeError(error).message) };
    }
  };
  try {
    return {
      botName: client.user.tag,
      inviteLink: inviteLink(client.application.id),
      guilds: client.guilds.cache.map(({ id, name, members }) => ({
        id,
        name,
        missing: members.me?.permissions.missing(PERMISSIONS) ?? PERMISSIONS.toArray(),
      })),
      commands: await registered(),
    };
  } finally {
    await client.destroy();
  }
}
