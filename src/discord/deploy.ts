import { connect, createClient } from './client.js';
import type { Command } from './command.js';
import { inviteLink } from './invite.js';
import type { Logger } from './logger.js';
import { type Registration, registerCommands } from './registration.js';
import { type BotSettings, DEFAULT_TIMING } from './settings.js';

/** What `wenju deploy` has to tell. */
export interface Deployment extends Registration {
  readonly applicationId: string;
  readonly inviteLink: string;
}

/**
 * Registers the commands and leaves again. Connects as the bot itself does, so that the two cannot differ in which
 * application and which guilds they mean. Rejects with a ConnectionError or Discord's own error.
 */
export async function deployCommands(options: {
  readonly settings: BotSettings;
  readonly commands: readonly Command[];
  readonly logger: Logger;
}): Promise<Deployment> {
  const { settings, commands, logger } = options;
  const timeout = settings.timing?.connect ?? DEFAULT_TIMING.connect;
  const client = await connect(createClient(settings, logger), settings.token, timeout);
  try {
    const applicationId = client.application.id;
    const registration = await registerCommands(client, settings.guildId ?? null, commands, logger);
    return { ...registration, applicationId, inviteLink: inviteLink(applicationId) };
  } finally {
    await client.destroy();
  }
}
