import type { ChatCommand } from '../src/discord/command.js';
import { slashCommand } from '../src/discord/command-data.js';
import { showAudit } from '../src/discord/moderation/audit-list.js';

/** `/audit`: what moderators of the home server did last, for them alone. */
export const audit: ChatCommand = {
  data: slashCommand(({ moderation }) => moderation.commands.audit, 'servers'),
  async execute(call) {
    await call.defer('asker');
    await showAudit(call);
  },
};
