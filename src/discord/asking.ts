import type { Answer } from '../reading/answer.js';
import type { Services } from './command.js';
import { MAX_QUESTION_LENGTH, type Reply } from './limits.js';
import type { Logger } from './logger.js';
import { renderAnswer } from './rendering/answer.js';
import { renderNotice } from './rendering/notice.js';
import type { Texts } from './texts/texts.js';

/** A question as it came in. */
export interface Asked {
  readonly question: string;
  readonly place: 'command' | 'direct-message' | 'mention';
  /** For messages that are no answer. */
  readonly texts: Texts;
  readonly logger: Logger;
}

/** The library's answer, or `late` when it took longer than `deadline` milliseconds. */
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

/**
 * Answers one question as a message; the one way from `/ask`, direct messages and mentions to the library. Rejects when
 * the library does. The log says how it went, and neither who asked nor what.
 */
export async function answerQuestion(asked: Asked, services: Services): Promise<Reply> {
  const { place, texts, logger } = asked;
  const question = asked.question.trim();
  if (question === '') return renderNotice(texts.failure.noQuestion, 'neutral');
  if (question.length > MAX_QUESTION_LENGTH) {
    return renderNotice(texts.failure.tooLong(MAX_QUESTION_LENGTH), 'neutral');
  }
  const started = performance.now();
  const pending = services.library.ask(question);
  const answer = await inTime(pending, services.timing.answerDeadline);
  const ms = Math.round(performance.now() - started);
  if (answer === 'late') {
    logLateFailure(pending, logger);
    logger.warn({ place, ms }, 'A question took too long');
    return renderNotice(texts.failure.late(Math.ceil(services.timing.answerDeadline / 1_000)), 'trouble');
  }
  logger.info({ place, ms, status: answer.status, language: answer.language }, 'Answered a question');
  return renderAnswer(answer, place === 'command');
}
