import type { ChatCommand } from '../src/discord/command.js';
import { slashCommand } from '../src/discord/command-data.js';
import { showSettings } from '../src/discord/moderation/server-settings.js';

/** `/settings`: how the bot behaves in this server, for its moderators alone. */
export const settings: ChatCommand = {
  data: slashCommand(({ moderation }) => moderation.commands.settings, 'servers'),
  async execute(call) {
    await call.defer('asker');
    await showSettings(call);
  },
};
