import type { AskFilter } from '../library.js';
import type { Answer } from '../reading/answer.js';
import { answerRows } from './answers/answer-controls.js';
import type { Exchange, Services } from './command.js';
import { type Asker, type Context, passagesBehind, remember, turnsBefore } from './conversation.js';
import { MAX_QUESTION_LENGTH, type Reply } from './limits.js';
import type { Logger } from './logger.js';
import { renderAnswer } from './rendering/answer.js';
import { renderNotice } from './rendering/notice.js';
import { localeOfLanguage } from './texts/locale.js';
import type { Texts } from './texts/texts.js';

/** A question as it came in. */
export interface Asked extends Asker {
  readonly question: string;
  /** Parts of it that may be asked in its place when it is not answered whole, the likeliest first. */
  readonly parts?: readonly string[];
  readonly way: 'command' | 'message-menu' | 'direct-message' | 'mention' | 'follow-up' | 'starter';
  /** What was said before that it may lean on. */
  readonly context: Context;
  readonly filter?: AskFilter;
  /** The filter's source as people read it, where that is not `filter.source` itself. */
  readonly sourceName?: string;
  /** The message that is asked about. */
  readonly quoted?: { readonly text: string; readonly url: string };
  /** For messages that are no answer. */
  readonly texts: Texts;
  readonly logger: Logger;
}

/** Where the question is seen beside the answer already. */
const SEEN_BESIDE: ReadonlySet<Asked['way']> = new Set(['direct-message', 'mention']);

/** Which of two answers says more. */
const RANK: Readonly<Record<Answer['status'], number>> = { 'no-answer': 0, passages: 1, answered: 2 };

/** The answer, or `late` when it took longer than `deadline` milliseconds. */
async function inTime(answer: Promise<Answer>, deadline: number): Promise<Answer | 'late'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(resolve, deadline, 'late');
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** A failure that comes after nobody waits any more is logged, so that it is not an unhandled rejection. */
function logLateFailure(answer: Promise<Answer>, logger: Logger): void {
  answer.catch((error: unknown) =>
    logger.warn({ reason: String(error) }, 'A question failed after its deadline'),
  );
}

/** The answer to the question, or to the first part of it that has a better one. */
async function askLibrary(question: string, asked: Asked, services: Services): Promise<Answer> {
  const turns = await turnsBefore(asked.context, asked, services, asked.logger);
  const options = { filter: asked.filter ?? {}, turns };
  const whole = await services.library.ask(question, options);
  let best = whole;
  for (const part of asked.parts ?? []) {
    if (best.status === 'answered') break;
    const answer = await services.library.ask(part, options);
    if (RANK[answer.status] > RANK[best.status]) best = answer;
  }
  return best;
}

/** The message with its buttons; without them where the store could not keep what they need. */
async function shown(answer: Answer, asked: Asked, services: Services): Promise<Reply> {
  const filter = asked.filter ?? {};
  const source = asked.sourceName ?? filter.source;
  const reply = renderAnswer(answer, {
    showQuestion: !SEEN_BESIDE.has(asked.way) && asked.quoted === undefined,
    filter: { ...filter, ...(source === undefined ? {} : { source }) },
    ...(asked.quoted === undefined ? {} : { quoted: asked.quoted }),
  });
  const shownId = await remember(answer, asked, filter, services, asked.logger);
  if (shownId === null) return reply;
  const { cited, passages } = passagesBehind(answer);
  const rows = answerRows({
    shownId,
    locale: localeOfLanguage(answer.language),
    cited,
    passages: passages.length,
    page: 0,
    private: asked.audience === 'asker',
  });
  return { ...reply, rows };
}

/**
 * Why a question is not asked at all: there is none, it is too long, or it is one too many. Null when it may be asked,
 * which counts as asked.
 */
async function turnedAway(asked: Asked, { manners }: Services): Promise<Reply | null> {
  const { place, texts, userId } = asked;
  const question = asked.question.trim();
  if (question === '') return renderNotice(texts.failure.noQuestion, 'neutral');
  if (question.length > MAX_QUESTION_LENGTH) {
    return renderNotice(texts.failure.tooLong(MAX_QUESTION_LENGTH), 'neutral');
  }
  const wait = await manners.question(userId, place.guildId);
  return wait === null ? null : renderNotice(texts.moderation.limits[wait.who](wait.seconds), 'neutral');
}

/**
 * Answers one question as a message; the one way from every message to the library, as `answerIn` is from commands,
 * buttons and forms. Rejects when the library does. The log says how it went, and neither who asked nor what.
 */
export async function answerQuestion(asked: Asked, services: Services): Promise<Reply> {
  return (await turnedAway(asked, services)) ?? answerAdmitted(asked, services);
}

/** What an exchange does not know of its question. */
type AskedIn = Omit<Asked, keyof Asker | 'texts' | 'logger'> & Pick<Asker, 'audience'>;
type Chosen = Pick<Asked, 'filter' | 'sourceName'>;

/**
 * Answers a question in the place of its command, button or form. Why it is turned away only its asker sees, so that
 * is found out before anything is announced; `choose`, which may take longer, is asked for the filter after that.
 */
export async function answerIn(
  exchange: Exchange,
  askedIn: AskedIn,
  choose: () => Promise<Chosen> = async () => ({}),
): Promise<void> {
  const { caller, logger, place, services, texts } = exchange;
  const asked = { ...askedIn, userId: caller.userId, place, texts, logger };
  const refusal = await turnedAway(asked, services);
  if (refusal !== null) return exchange.tell(refusal);
  await exchange.defer(asked.audience);
  await exchange.reply(await answerAdmitted({ ...asked, ...(await choose()) }, services));
}

async function answerAdmitted(asked: Asked, services: Services): Promise<Reply> {
  const { way, texts, logger } = asked;
  const question = asked.question.trim();
  const started = performance.now();
  const observe = (status: Answer['status'] | 'late' | 'failed'): number => {
    const ms = Math.round(performance.now() - started);
    services.observer.question({ way, status, ms });
    return ms;
  };
  const pending = askLibrary(question, asked, services);
  const answer = await inTime(pending, services.timing.answerDeadline).catch((error: unknown) => {
    observe('failed');
    throw error;
  });
  const ms = observe(answer === 'late' ? 'late' : answer.status);
  if (answer === 'late') {
    logLateFailure(pending, logger);
    logger.warn({ way, ms }, 'A question took too long');
    return renderNotice(texts.failure.late(Math.ceil(services.timing.answerDeadline / 1_000)), 'trouble');
  }
  logger.info({ way, ms, status: answer.status, language: answer.language }, 'Answered a question');
  return shown(answer, asked, services);
}
