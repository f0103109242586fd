import type { ChatCommand } from '../src/discord/command.js';
import { slashCommand } from '../src/discord/command-data.js';
import { welcome } from '../src/discord/welcome.js';

/** `/help`: what the bot does and how to ask it, with questions to begin with. */
export const help: ChatCommand = {
  data: slashCommand(({ commands }) => commands.help, 'everywhere'),
  async execute({ defer, logger, reply, services, texts }) {
    await defer('asker');
    await reply(await welcome(texts, services, logger));
  },
};
