/** What /ask and the message menu do before and after answering. */
import { splitSentences } from '../language/sentences.js';
import type { AskFilter } from '../library.js';
import { suggestSources } from './articles/article-choice.js';
import { answerIn } from './asking.js';
import type { Audience, Call, Choice, Exchange, MenuCall, Query } from './command.js';
import type { Context } from './conversation.js';
import { isInOrder, parseDateInput } from './date-input.js';
import { MAX_QUESTION_LENGTH, MAX_REFERENCE_LENGTH } from './limits.js';
import { plainMarkdown } from './markdown.js';
import { renderNotice } from './rendering/notice.js';

/** Mentions of people, roles, channels, and of custom emoji: none of them is asked about. */
const NOT_TEXT = /<(?:@[!&]?|#|a?:\w{1,32}:)\d+>/gu;

/** In servers a question is asked anew; in a direct message and in a thread one thing leads to another. */
const contextOf = ({ place }: Exchange): Context => (place.kind === 'channel' ? 'nothing' : 'conversation');

/** Who sees an answer: what was asked for, else what the server's moderators have set. */
async function audienceOf({ services, place }: Exchange, isPrivate: boolean | null): Promise<Audience> {
  const hidden = isPrivate ?? (await services.guildSettings.of(place.guildId)).privateByDefault;
  return hidden ? 'asker' : 'everyone';
}

/** The filter by date, or what is wrong with what was typed. */
function datesOf(call: Call): Pick<AskFilter, 'since' | 'until'> | { readonly problem: string } {
  const { failure } = call.texts;
  const dates: { since?: string; until?: string } = {};
  for (const end of ['since', 'until'] as const) {
    const typed = call.optionalText(end);
    if (typed === null) continue;
    const date = parseDateInput(typed);
    if (date === null) return { problem: failure.badDate(plainMarkdown(typed, MAX_REFERENCE_LENGTH)) };
    dates[end] = date;
  }
  const { since, until } = dates;
  if (since !== undefined && until !== undefined && !isInOrder(since, until)) {
    return { problem: failure.datesReversed };
  }
  return dates;
}

/** `/ask`. */
export async function askFor(call: Call): Promise<void> {
  const { services } = call;
  const dates = datesOf(call);
  if ('problem' in dates) {
    await call.tell(renderNotice(dates.problem, 'trouble'));
    return;
  }
  const audience = await audienceOf(call, call.optionalFlag('private'));
  const typed = call.optionalText('source');
  const asked = {
    question: call.text('question'),
    way: 'command',
    audience,
    context: contextOf(call),
  } as const;
  await answerIn(call, asked, async () => {
    const chosen = typed === null ? null : await services.library.findSource(typed);
    if (chosen === null) return { filter: dates };
    return { filter: { ...dates, source: chosen.source }, sourceName: chosen.name };
  });
}

/** Suggestions for /ask's source. */
export function suggestFor({ option, services, typed }: Query): Promise<readonly Choice[]> {
  return option === 'source' ? suggestSources(services.library, typed) : Promise.resolve([]);
}

/** A message's text as a question: what is written in it, else what its embeds say, cut to what a question may have. */
function questionIn({ target }: MenuCall): string {
  const written = target.text.replace(NOT_TEXT, ' ').replace(/\s+/gu, ' ').trim();
  const text = written === '' ? target.cards.join(' ').replace(/\s+/gu, ' ').trim() : written;
  return text.slice(0, MAX_QUESTION_LENGTH).replace(/[\ud800-\udbff]$/u, '');
}

/** More sentences than these of one message are not asked by themselves. */
const MOST_PARTS = 4;
/** Shorter sentences say nothing by themselves. */
const SHORTEST_PART = 4;
const ASKS = /[?？]\s*$/u;

/** The sentences of a message, those that ask first; none when there is only one. */
function sentencesOf(text: string): readonly string[] {
  const sentences = splitSentences(text)
    .map(([start, end]) => text.slice(start, end).trim())
    .filter((sentence) => sentence.length >= SHORTEST_PART && sentence !== text);
  const asking = sentences.filter((sentence) => ASKS.test(sentence));
  return [...new Set([...asking, ...sentences])].slice(0, MOST_PARTS);
}

/** "Ask about this" in the menu of a message. */
export async function askAbout(call: MenuCall): Promise<void> {
  const { target, texts } = call;
  const question = questionIn(call);
  if (question === '') {
    await call.tell(renderNotice(texts.failure.nothingToAskAbout, 'neutral'));
    return;
  }
  await answerIn(call, {
    question,
    parts: sentencesOf(question),
    way: 'message-menu',
    audience: await audienceOf(call, null),
    context: 'nothing',
    quoted: { text: question, url: target.url },
  });
}
