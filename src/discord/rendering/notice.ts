import type { Reply, Tone } from '../limits.js';
import type { Texts } from '../texts/texts.js';

/** One of the bot's own sentences as a message. */
export function renderNotice(text: string, tone: Tone): Reply {
  return { cards: [{ tone, description: text }] };
}

/** What the bot does and how to ask it; `withStarters` where questions to begin with stand below. */
export function renderHelp(texts: Texts, withStarters: boolean): Reply {
  const { heading, what, how, ways, starters } = texts.help;
  const closing = withStarters ? ['', `**${starters}**`] : [];
  const description = [
    `## ${heading}`,
    // Chinese sentences stand side by side without a blank.
    [what, how].join(texts.locale === 'en-US' ? ' ' : ''),
    '',
    ...ways.map((way) => `- ${way}`),
    ...closing,
  ].join('\n');
  return { cards: [{ tone: 'neutral', description }] };
}
