/** Changes of the index on moderators' demand: in turn, told while they wait, and every outcome a value. */
import { setTimeout as pause } from 'node:timers/promises';
import {
  ChangePendingError,
  type ReindexReport,
  ReindexRunningError,
  SearchEngineError,
} from '../../library/types.js';
import type { Exchange } from '../command.js';
import { describeError } from '../logger.js';
import { renderNotice } from '../rendering/notice.js';
import type { Act } from '../texts/moderation/texts.js';
import { TooManyWaitingError } from './turns.js';

/** Milliseconds until the index is tried again that another program renews. */
const TRY_AGAIN_AFTER = 1_000;

/** The report, or why there is none. */
export type ChangeOutcome =
  | { readonly report: ReindexReport }
  | { readonly refused: 'full' | 'busyElsewhere' | 'pending' }
  | { readonly failed: string };

/** Waits while another program (or a change of files) renews the index; rejects with its error after `patience` ms. */
async function onceFree(work: () => Promise<ReindexReport>, patience: number): Promise<ReindexReport> {
  const until = performance.now() + patience;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ReindexRunningError) || performance.now() >= until) throw error;
      await pause(Math.min(TRY_AGAIN_AFTER, patience), undefined, { ref: false });
    }
  }
}

/** Runs `work` in its turn; shows that it waits. Never rejects because of the work. */
export async function changeInTurn(
  { services, texts, logger, reply }: Exchange,
  act: Act,
  work: () => Promise<ReindexReport>,
): Promise<ChangeOutcome> {
  const { queue } = texts.moderation;
  const showWaiting = (ahead: number): void => {
    reply(renderNotice(queue.waiting(ahead), 'progress')).catch((error: unknown) =>
      logger.warn({ error: describeError(error) }, 'That a change waits could not be shown'),
    );
  };
  try {
    const report = await services.turns.take(
      () => onceFree(work, services.timing.changeElsewhere),
      showWaiting,
    );
    logger.info({ act, articles: report.articles, seconds: report.seconds }, 'The articles were changed');
    return { report };
  } catch (error) {
    if (error instanceof TooManyWaitingError) return { refused: 'full' };
    if (error instanceof ReindexRunningError) return { refused: 'busyElsewhere' };
    if (error instanceof ChangePendingError) {
      logger.warn({ act, error: describeError(error) }, 'The change waits for the search engine');
      return { refused: 'pending' };
    }
    logger.error({ act, error: describeError(error) }, 'The articles could not be changed');
    if (error instanceof SearchEngineError) return { failed: texts.failure.engineAway };
    return { failed: error instanceof Error ? error.message : String(error) };
  }
}
