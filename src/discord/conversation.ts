/** What was said before: the turns that a question may lean on, and what is kept of an answer. */
import type { AskFilter } from '../library.js';
import type { Answer } from '../reading/answer.js';
import type { Turn } from '../reading/turn.js';
import type { Audience, Services } from './command.js';
import { describeError, type Logger } from './logger.js';
import { CONVERSATION_MINUTES, retentionDays } from './manners/retention.js';
import type { Place } from './place.js';
import { localeOfLanguage } from './texts/locale.js';

/** A conversation goes on for so many milliseconds after each of its turns. */
const CONVERSATION_LASTS = CONVERSATION_MINUTES * 60_000;

/**
 * What a question leans on: nothing, the last turns of this person in this place, or one answer that was pointed at (by
 * its button, or by a reply to it), however old it is.
 */
export type Context = 'nothing' | 'conversation' | { readonly after: string };

/** Who asks where, and who sees the answer. */
export interface Asker {
  readonly userId: string;
  readonly place: Place;
  readonly audience: Audience;
}

/** Private questions make a conversation of their own, so that no answer for everybody ever leans on them. */
function conversationId({ place, audience }: Asker): string {
  return audience === 'asker' && place.kind !== 'direct-message'
    ? `${place.channelId}/private`
    : place.channelId;
}

/** An answer as later questions see it. */
function turnOf(answer: Answer): Turn {
  const articles = [...new Set(answer.citations.map(({ article }) => article.id))];
  return { question: answer.asked, answer: answer.answer, articles };
}

async function turnsUpTo(
  shownId: string,
  recent: readonly Turn[],
  { place }: Asker,
  { library, store }: Services,
): Promise<readonly Turn[]> {
  const shown = await store.shown.get(shownId);
  if (shown === null || shown.question === null || shown.guildId !== place.guildId) return recent;
  const at = recent.findLastIndex(({ question }) => question === shown.question);
  if (at >= 0) return recent.slice(0, at + 1);
  // Somebody else's answer, or an old one: it is asked again to know what it said.
  return [turnOf(await library.ask(shown.question, { filter: shown.filter }))];
}

/** Whether words of questions are kept in this place. */
async function keepsQuestions({ guildId }: Place, { guildSettings, settings }: Services): Promise<boolean> {
  const guild = guildId === null ? null : await guildSettings.of(guildId);
  return retentionDays(settings.questionRetentionDays, guild) > 0;
}

/** The turns that a question leans on, oldest first. None when they cannot be read: the question is then asked as it stands. */
export async function turnsBefore(
  context: Context,
  asker: Asker,
  services: Services,
  logger: Logger,
): Promise<readonly Turn[]> {
  if (context === 'nothing') return [];
  try {
    if (!(await keepsQuestions(asker.place, services))) return [];
    const notBefore = services.clock() - CONVERSATION_LASTS;
    const recent = await services.store.conversations.turns(conversationId(asker), asker.userId, notBefore);
    return context === 'conversation' ? recent : await turnsUpTo(context.after, recent, asker, services);
  } catch (error) {
    logger.warn({ error: describeError(error) }, 'What was said before could not be read');
    return [];
  }
}

/** The paragraphs behind an answer: first those that are cited, then the next ones, each once. */
export function passagesBehind({ citations, passages }: Answer): {
  readonly cited: number;
  readonly passages: readonly { readonly article: string; readonly paragraph: number }[];
} {
  const seen = new Set<string>();
  const unique = (
    all: readonly { readonly article: { readonly id: string }; readonly paragraph: number }[],
  ) =>
    all
      .map(({ article, paragraph }) => ({ article: article.id, paragraph }))
      .filter(({ article, paragraph }) => {
        const key = `${paragraph} ${article}`;
        const isNew = !seen.has(key);
        seen.add(key);
        return isNew;
      });
  const cited = unique(citations);
  return { cited: cited.length, passages: [...cited, ...unique(passages)] };
}

/**
 * Keeps what buttons, follow-ups and moderators need of an answer; null when the store could not take it, and the
 * answer then has no buttons. A server that keeps no questions gets none kept.
 */
export async function remember(
  answer: Answer,
  asker: Asker,
  filter: AskFilter,
  services: Services,
  logger: Logger,
): Promise<string | null> {
  const { store, clock } = services;
  const { guildId } = asker.place;
  const at = clock();
  try {
    const keepsWords = await keepsQuestions(asker.place, services);
    const shownId = await store.shown.save({
      guildId,
      question: keepsWords ? answer.asked : null,
      filter,
      locale: localeOfLanguage(answer.language),
      passages: passagesBehind(answer).passages,
      private: asker.audience === 'asker',
      about: keepsWords ? answer.about : null,
      at,
    });
    if (keepsWords) {
      await store.conversations.append(conversationId(asker), asker.userId, turnOf(answer), at);
    }
    if (answer.status === 'no-answer' && guildId !== null && keepsWords) {
      const { asked: question, language, note: reason } = answer;
      await store.gaps.record({ guildId, question, language, reason, at, shownId });
    }
    return shownId;
  } catch (error) {
    logger.warn({ error: describeError(error) }, 'An answer could not be kept; it has no buttons');
    return null;
  }
}
