import { askAbout } from '../src/discord/ask-command.js';
import type { MessageMenu } from '../src/discord/command.js';
import { messageMenu } from '../src/discord/command-data.js';

/** "Ask about this" in the menu of every message: its text is the question. */
export const askAboutThis: MessageMenu = {
  data: messageMenu(({ commands }) => commands.askAbout, 'everywhere'),
  executeOn: askAbout,
};
