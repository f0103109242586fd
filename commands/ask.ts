import { answerQuestion } from '../src/discord/asking.js';
import type { ChatCommand } from '../src/discord/command.js';
import { flagOption, slashCommand, textOption } from '../src/discord/command-data.js';
import { MAX_QUESTION_LENGTH } from '../src/discord/limits.js';

/** `/ask question [private]`: one answer with its citations. */
export const ask: ChatCommand = {
  data: slashCommand(({ commands }) => commands.ask, 'everywhere', [
    textOption(({ commands }) => commands.ask.options.question, {
      maxLength: MAX_QUESTION_LENGTH,
      required: true,
    }),
    flagOption(({ commands }) => commands.ask.options.private),
  ]),
  async execute(call) {
    await call.defer(call.flag('private') ? 'asker' : 'everyone');
    const { texts, logger, services } = call;
    const asked = { question: call.text('question'), place: 'command', texts, logger } as const;
    await call.reply(await answerQuestion(asked, services));
  },
};
