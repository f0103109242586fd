import type { ChatCommand } from '../src/discord/command.js';
import { slashCommand } from '../src/discord/command-data.js';
import { renderHelp } from '../src/discord/rendering/notice.js';

/** `/help`: what the bot does and how to ask it. */
export const help: ChatCommand = {
  data: slashCommand(({ commands }) => commands.help, 'everywhere'),
  async execute(call) {
    await call.defer('asker');
    await call.reply(renderHelp(call.texts));
  },
};
