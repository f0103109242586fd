import { sourcesFor } from '../src/discord/articles/article-commands.js';
import type { ChatCommand } from '../src/discord/command.js';
import { slashCommand } from '../src/discord/command-data.js';

/** `/sources`: the indexed articles, newest first, by source and year. */
export const sources: ChatCommand = {
  data: slashCommand(({ commands }) => commands.sources, 'everywhere'),
  async execute(call) {
    await call.defer('asker');
    await sourcesFor(call);
  },
};
