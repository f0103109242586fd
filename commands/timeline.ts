import { timelineFor } from '../src/discord/articles/article-commands.js';
import { MAX_SUBJECT_LENGTH } from '../src/discord/articles/timeline-pages.js';
import type { ChatCommand } from '../src/discord/command.js';
import { slashCommand, textOption } from '../src/discord/command-data.js';

/** `/timeline subject`: what the articles date about a person, a meeting, a place or a phrase. */
export const timeline: ChatCommand = {
  data: slashCommand(({ commands }) => commands.timeline, 'everywhere', [
    textOption(({ commands }) => commands.timeline.options.subject, {
      maxLength: MAX_SUBJECT_LENGTH,
      required: true,
    }),
  ]),
  execute: timelineFor,
};
