import { ComponentType, Locale, type Message, MessageType } from 'discord.js';
import { detectLanguage } from '../language/script.js';
import { ANSWER_PREFIXES } from './answers/answer-controls.js';
import { answerQuestion } from './asking.js';
import type { Services } from './command.js';
import type { Context } from './conversation.js';
import { parseCustomId } from './custom-id.js';
import { askerOf } from './exchange.js';
import { failureText, withinBoundary } from './failure.js';
import { bounded, type Reply } from './limits.js';
import { describeError, type Logger } from './logger.js';
import { type Place, placeOf } from './place.js';
import { renderNotice } from './rendering/notice.js';
import { TEXTS, textsForLanguage, textsForLocale } from './texts/locale.js';
import type { Texts } from './texts/texts.js';
import { isGreeting, welcome } from './welcome.js';

/** Discord shows "typing" for 10 s or until a message comes. */
const TYPING_REPEATED_EVERY = 8_000;
// Mentions of people, roles and channels: who is called says nothing about what is asked.
const MENTIONS = /<(?:@[!&]?|#)\d+>/g;
const WRITTEN_BY_PEOPLE: ReadonlySet<MessageType> = new Set([MessageType.Default, MessageType.Reply]);

/** A message that is meant for the bot. */
interface Addressed {
  /** Without mentions; empty when nothing else was written. */
  readonly question: string;
  readonly way: 'direct-message' | 'mention';
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
  return { question, way: direct ? 'direct-message' : 'mention' };
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

const placeOfMessage = ({ channel, channelId, guildId }: Message): Place =>
  placeOf(channelId, guildId, channel.type);

/** Whether moderators let the bot answer mentions here; a thread counts as its channel. */
async function isAnsweredHere(
  { channel, channelId, guildId }: Message,
  services: Services,
): Promise<boolean> {
  const { mentionChannels } = await services.guildSettings.of(guildId);
  if (guildId === null || mentionChannels === null) return true;
  const parent = channel.isThread() ? channel.parentId : null;
  return mentionChannels.includes(channelId) || (parent !== null && mentionChannels.includes(parent));
}

/** The server's language where one is set; else the message's own; where nothing is written, that of the server. */
async function textsFor(message: Message, question: string, services: Services): Promise<Texts> {
  const { language } = await services.guildSettings.of(message.guildId);
  if (language !== null) return TEXTS[language];
  return question === ''
    ? textsForLocale(message.guild?.preferredLocale ?? Locale.EnglishUS)
    : textsForLanguage(detectLanguage(question));
}

/** The answer of ours that a message replies to, if it was given to the same person; null otherwise. */
async function answerRepliedTo(message: Message, logger: Logger): Promise<string | null> {
  if (message.mentions.repliedUser?.id !== message.client.user.id) return null;
  try {
    const ours = await message.fetchReference();
    if ((await askerOf(ours)) !== message.author.id) return null;
    const controls = ours.components
      .flatMap((row) => (row.type === ComponentType.ActionRow ? [...row.components] : []))
      .map((control) => ('customId' in control ? parseCustomId(control.customId ?? '') : null));
    return controls.find((id) => id?.prefix === ANSWER_PREFIXES.followUp)?.args[0] ?? null;
  } catch (error) {
    logger.debug({ error: describeError(error) }, 'The message that is replied to could not be read');
    return null;
  }
}

/** In a channel a mention starts anew, unless it replies to an answer; elsewhere one thing leads to another. */
async function contextOf(message: Message, place: Place, logger: Logger): Promise<Context> {
  const shownId = await answerRepliedTo(message, logger);
  if (shownId !== null) return { after: shownId };
  return place.kind === 'channel' ? 'nothing' : 'conversation';
}

/** Whether nothing was said before in a direct message. When that cannot be told, it was. */
async function isFirstMessage(message: Message, logger: Logger): Promise<boolean> {
  try {
    return (await message.channel.messages.fetch({ limit: 1, before: message.id })).size === 0;
  } catch (error) {
    logger.debug({ error: describeError(error) }, 'The messages before this one could not be read');
    return false;
  }
}

/** A direct message: whoever writes for the first time, or only says hello, hears what the bot is for. */
async function answerDirect(
  message: Message,
  question: string,
  answer: () => Promise<Reply>,
  texts: Texts,
  services: Services,
  logger: Logger,
): Promise<void> {
  if (isGreeting(question)) return replyTo(message, await welcome(texts, services, logger));
  const isFirst = await isFirstMessage(message, logger);
  await replyTo(message, await answer());
  if (isFirst && message.channel.isSendable()) {
    await message.channel.send(bounded(await welcome(texts, services, logger)));
  }
}

/** Answers a message that is meant for the bot. Never rejects. */
export async function handleMessage(
  message: Message,
  { question, way }: Addressed,
  services: Services,
  logger: Logger,
): Promise<void> {
  if (!(await isAnsweredHere(message, services))) return;
  const texts = await textsFor(message, question, services);
  const work = async (): Promise<void> => {
    const stopTyping = showTyping(message, logger);
    try {
      const place = placeOfMessage(message);
      const answer = async (): Promise<Reply> => {
        const context = await contextOf(message, place, logger);
        const asker = { userId: message.author.id, place, audience: 'everyone' } as const;
        return answerQuestion({ question, way, ...asker, context, texts, logger }, services);
      };
      if (way === 'direct-message') await answerDirect(message, question, answer, texts, services, logger);
      else await replyTo(message, await answer());
    } finally {
      stopTyping();
    }
  };
  const tell = (error: unknown): Promise<void> =>
    replyTo(message, renderNotice(failureText(error, message.id, texts), 'trouble'));
  await withinBoundary(work, tell, logger);
}
