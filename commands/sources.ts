import type { ChatCommand } from '../src/discord/command.js';
import { slashCommand } from '../src/discord/command-data.js';
import { renderSources } from '../src/discord/rendering/sources.js';

/** `/sources`: the indexed articles, newest first. */
export const sources: ChatCommand = {
  data: slashCommand(({ commands }) => commands.sources, 'everywhere'),
  async execute(call) {
    await call.defer('asker');
    await call.reply(renderSources(await call.services.library.sources(), call.texts));
  },
};
