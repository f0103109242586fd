import { type Command, slashCommand } from '../src/discord/command.js';
import { renderSources } from '../src/discord/rendering/sources.js';

/** `/sources`: the indexed articles, newest first. */
export const sources: Command = {
  data: slashCommand(({ commands }) => commands.sources, 'everywhere'),
  async execute(call) {
    await call.defer('asker');
    await call.reply(renderSources(await call.services.library.sources(), call.texts));
  },
};
