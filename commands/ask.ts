import { askFor, suggestFor } from '../src/discord/ask-command.js';
import type { ChatCommand } from '../src/discord/command.js';
import { flagOption, slashCommand, textOption } from '../src/discord/command-data.js';
import { MAX_QUESTION_LENGTH, MAX_REFERENCE_LENGTH } from '../src/discord/limits.js';

const dateOption = (of: 'since' | 'until') =>
  textOption(({ commands }) => commands.ask.options[of], { maxLength: MAX_REFERENCE_LENGTH });

/** `/ask question [source] [since] [until] [private]`: one answer with its citations. */
export const ask: ChatCommand = {
  data: slashCommand(({ commands }) => commands.ask, 'everywhere', [
    textOption(({ commands }) => commands.ask.options.question, {
      maxLength: MAX_QUESTION_LENGTH,
      required: true,
    }),
    textOption(({ commands }) => commands.ask.options.source, {
      maxLength: MAX_REFERENCE_LENGTH,
      suggested: true,
    }),
    dateOption('since'),
    dateOption('until'),
    flagOption(({ commands }) => commands.ask.options.private),
  ]),
  execute: askFor,
  autocomplete: suggestFor,
};
