import type { ChatCommand } from '../src/discord/command.js';
import { slashCommand } from '../src/discord/command-data.js';
import { reindexFor } from '../src/discord/reindexing.js';

/** `/reindex`: moderators of the home server renew the index, seen by them alone. */
export const reindex: ChatCommand = {
  data: slashCommand(({ commands }) => commands.reindex, 'servers'),
  async execute(call) {
    await call.defer('asker');
    await reindexFor(call);
  },
};
