import { Locale, type Message, MessageType } from 'discord.js';
import { detectLanguage } from '../language/script.js';
import { answerQuestion } from './asking.js';
import type { Services } from './command.js';
import { withinBoundary } from './failure.js';
import { bounded, type Reply } from './limits.js';
import { describeError, type Logger } from './logger.js';
import { renderNotice } from './rendering/notice.js';
import { textsForLanguage, textsForLocale } from './texts/locale.js';
import type { Texts } from './texts/texts.js';

/** Discord shows "typing" for 10 s or until a message comes. */
const TYPING_REPEATED_EVERY = 8_000;
// Mentions of people, roles and channels: who is called says nothing about what is asked.
const MENTIONS = /<(?:@[!&]?|#)\d+>/g;
const WRITTEN_BY_PEOPLE: ReadonlySet<MessageType> = new Set([MessageType.Default, MessageType.Reply]);

/** A message that is meant for the bot. */
interface Addressed {
  /** Without mentions; empty when nothing else was written. */
  readonly question: string;
  readonly place: 'direct-message' | 'mention';
}

/**
 * What a message asks the bot: in a direct message everything does, in a channel only what mentions the bot (in its text
 * or by replying to it with a ping). Null for everything else, among it a reply without a mention, which arrives
 * without its text.
 */
export function addressedTo(message: Message, botId: string): Addressed | null {
  const byPerson = !message.author.bot && message.webhookId === null && WRITTEN_BY_PEOPLE.has(message.type);
  if (!byPerson) return null;
  const direct = message.guildId === null;
  if (!direct && !message.mentions.users.has(botId)) return null;
  const question = message.content.replace(MENTIONS, ' ').trim();
  return { question, place: direct ? 'direct-message' : 'mention' };
}

/** Shows "typing" until the returned function is called. That it cannot be shown is no reason not to answer. */
function showTyping(message: Message, logger: Logger): () => void {
  const { channel } = message;
  if (!channel.isSendable()) return () => {};
  const send = (): void => {
    channel
      .sendTyping()
      .catch((error: unknown) => logger.debug({ error: describeError(error) }, 'Typing could not be shown'));
  };
  send();
  const timer = setInterval(send, TYPING_REPEATED_EVERY);
  return () => clearInterval(timer);
}

async function replyTo(message: Message, reply: Reply): Promise<void> {
  await message.reply({ ...bounded(reply), failIfNotExists: false });
}

/** A message carries no locale: its own language decides, and where nothing is written that of the server. */
function textsFor(message: Message, question: string): Texts {
  return question === ''
    ? textsForLocale(message.guild?.preferredLocale ?? Locale.EnglishUS)
    : textsForLanguage(detectLanguage(question));
}

/** Answers a message that is meant for the bot. Never rejects. */
export async function handleMessage(
  message: Message,
  { question, place }: Addressed,
  services: Services,
  logger: Logger,
): Promise<void> {
  const texts = textsFor(message, question);
  const work = async (): Promise<void> => {
    const stopTyping = showTyping(message, logger);
    try {
      await replyTo(message, await answerQuestion({ question, place, texts, logger }, services));
    } finally {
      stopTyping();
    }
  };
  const tell = (): Promise<void> =>
    replyTo(message, renderNotice(texts.failure.broken(message.id), 'trouble'));
  await withinBoundary(work, tell, logger);
}
