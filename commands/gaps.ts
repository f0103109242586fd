import type { ChatCommand } from '../src/discord/command.js';
import { slashCommand } from '../src/discord/command-data.js';
import { showGaps } from '../src/discord/moderation/gap-list.js';

/** `/gaps`: what people of this server asked and did not find, for its moderators alone. */
export const gaps: ChatCommand = {
  data: slashCommand(({ moderation }) => moderation.commands.gaps, 'servers'),
  async execute(call) {
    await call.defer('asker');
    await showGaps(call);
  },
};
