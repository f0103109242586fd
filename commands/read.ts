import { readFor, suggestArticle } from '../src/discord/articles/article-commands.js';
import type { ChatCommand } from '../src/discord/command.js';
import { integerOption, slashCommand, textOption } from '../src/discord/command-data.js';
import { MAX_PARAGRAPH_NUMBER, MAX_REFERENCE_LENGTH } from '../src/discord/limits.js';

/** `/read article [paragraph]`: one article, page by page, for its reader alone. */
export const read: ChatCommand = {
  data: slashCommand(({ commands }) => commands.read, 'everywhere', [
    textOption(({ commands }) => commands.read.options.article, {
      maxLength: MAX_REFERENCE_LENGTH,
      required: true,
      suggested: true,
    }),
    integerOption(({ commands }) => commands.read.options.paragraph, 1, MAX_PARAGRAPH_NUMBER),
  ]),
  async execute(call) {
    await call.defer('asker');
    await readFor(call);
  },
  autocomplete: suggestArticle,
};
