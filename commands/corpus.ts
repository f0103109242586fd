import { suggestArticles } from '../src/discord/articles/article-choice.js';
import type { ChatCommand } from '../src/discord/command.js';
import { attachmentOption, slashCommand, subcommand, textOption } from '../src/discord/command-data.js';
import { MAX_REFERENCE_LENGTH } from '../src/discord/limits.js';
import { addFiles, FILE_OPTIONS } from '../src/discord/moderation/corpus-adding.js';
import { exportCorpus } from '../src/discord/moderation/corpus-export.js';
import { inspectArticle } from '../src/discord/moderation/corpus-inspecting.js';
import { askToRemove } from '../src/discord/moderation/corpus-removing.js';

const article = textOption(({ moderation }) => moderation.commands.article, {
  maxLength: MAX_REFERENCE_LENGTH,
  required: true,
  suggested: true,
});
const files = FILE_OPTIONS.map((_, index) =>
  attachmentOption(({ moderation }) => moderation.commands.file(index + 1), index === 0),
);

/** `/corpus add|remove|inspect|export`: moderators of the home server see to the articles, seen by them alone. */
export const corpus: ChatCommand = {
  data: slashCommand(({ moderation }) => moderation.commands.corpus, 'servers', [
    subcommand(({ moderation }) => moderation.commands.add, files),
    subcommand(({ moderation }) => moderation.commands.remove, [article]),
    subcommand(({ moderation }) => moderation.commands.inspect, [article]),
    subcommand(({ moderation }) => moderation.commands.export),
  ]),
  autocomplete: ({ services, typed }) => suggestArticles(services.library, typed),
  async execute(call) {
    await call.defer('asker');
    if (call.subcommand === 'add') await addFiles(call);
    else if (call.subcommand === 'remove') await askToRemove(call);
    else if (call.subcommand === 'inspect') await inspectArticle(call);
    else await exportCorpus(call);
  },
};
