import type { Reply, Tone } from '../limits.js';
import type { Texts } from '../texts/texts.js';

/** One of the bot's own sentences as a message. */
export function renderNotice(text: string, tone: Tone): Reply {
  return { cards: [{ tone, description: text }] };
}

/** What the bot does and how to ask it. */
export function renderHelp(texts: Texts): Reply {
  const { heading, what, how, ways } = texts.help;
  const description = [`## ${heading}`, `${what} ${how}`, '', ...ways.map((way) => `- ${way}`)].join('\n');
  return { cards: [{ tone: 'neutral', description }] };
}
