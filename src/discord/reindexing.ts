import { type ReindexProgress, ReindexRunningError } from '../library.js';
import type { Call } from './command.js';
import type { Reply } from './limits.js';
import { describeError } from './logger.js';
import { mayChangeCorpus } from './permissions.js';
import { renderNotice } from './rendering/notice.js';
import { renderFailure, renderProgress, renderReport } from './rendering/reindex.js';

/** Shows progress without flooding Discord; `finish` waits for the edits that are under way. */
interface ProgressDisplay {
  update(progress: ReindexProgress): void;
  finish(): Promise<void>;
}

/**
 * Every phase is shown once; within a phase the newest state, at most one edit per interval. Edits follow one another,
 * so that an older state never overwrites a newer one. An edit that fails is logged and the reindex goes on.
 */
function displayProgress(call: Call): ProgressDisplay {
  let phase: ReindexProgress['phase'] | null = null;
  let lastEdit = performance.now();
  let waiting = 0;
  let edits = Promise.resolve();
  const show = (progress: ReindexProgress | null): void => {
    waiting += 1;
    lastEdit = performance.now();
    edits = edits
      .then(() => call.reply(renderProgress(progress, call.texts)))
      .catch((error: unknown) =>
        call.logger.warn({ error: describeError(error) }, 'Progress could not be shown'),
      )
      .then(() => {
        waiting -= 1;
      });
  };
  show(null);
  return {
    update: (progress) => {
      const due = waiting === 0 && performance.now() - lastEdit >= call.services.timing.progressInterval;
      if (progress.phase !== phase || due) show(progress);
      phase = progress.phase;
    },
    finish: () => edits,
  };
}

/** Renews the index and tells how it ended, whether well or not. */
async function outcomeOf(call: Call, onProgress: ProgressDisplay['update']): Promise<Reply> {
  const { logger, texts, services } = call;
  try {
    const report = await services.library.reindex(onProgress);
    logger.info({ act: 'reindex', articles: report.articles, seconds: report.seconds }, 'Reindex finished');
    return renderReport(report, texts);
  } catch (error) {
    if (error instanceof ReindexRunningError) return renderNotice(texts.reindex.alreadyRunning, 'neutral');
    logger.error({ act: 'reindex', error: describeError(error) }, 'Reindex failed');
    return renderFailure(error instanceof Error ? error.message : String(error), texts);
  }
}

/** `/reindex`: checks the permission, then renews the index and shows how far it is. */
export async function reindexFor(call: Call): Promise<void> {
  const { logger, texts, caller, services } = call;
  const permission = mayChangeCorpus(caller, services.settings, services.guildIds());
  // A moderator's act is logged with who did it; nothing else that the bot logs names a person.
  logger.info(
    { act: 'reindex', permission, user: caller.userId, guild: caller.guildId },
    'Reindex asked for',
  );
  if (permission !== 'allowed') {
    await call.reply(renderNotice(texts.refusal[permission], 'trouble'));
    return;
  }
  const display = displayProgress(call);
  const outcome = await outcomeOf(call, display.update);
  await display.finish();
  await call.reply(outcome);
}
