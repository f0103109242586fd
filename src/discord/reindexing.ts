import type { ReindexProgress } from '../library.js';
import type { Exchange } from './command.js';
import type { Reply } from './limits.js';
import { describeError } from './logger.js';
import { changeInTurn } from './moderation/changes.js';
import { moderatorForWork } from './moderation/gate.js';
import { recordAct } from './moderation/record.js';
import { renewIndex } from './moderation/renewing.js';
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
function displayProgress(call: Exchange): ProgressDisplay {
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

/**
 * Renews the index in its turn and tells how it ended, whether well or not. When somebody else renewed it while this one
 * waited, on whatever shard or machine, only what changed since is taken over: of two who ask at once one reindexes.
 */
async function outcomeOf(call: Exchange, onProgress: ProgressDisplay['update']): Promise<Reply> {
  const { texts, services, logger } = call;
  const { changes } = services.store;
  const asked = await changes.indexRevision();
  const outcome = await changeInTurn(call, 'reindex', async () =>
    (await changes.indexRevision()) === asked
      ? renewIndex(services, logger, onProgress)
      : services.library.refresh(),
  );
  if ('report' in outcome) return renderReport(outcome.report, texts);
  if ('failed' in outcome) return renderFailure(outcome.failed, texts);
  return renderNotice(texts.moderation.queue[outcome.refused], 'neutral');
}

/** `/reindex`: checks the permission, then renews the index and shows how far it is. The answer must be deferred. */
export async function reindexFor(call: Exchange): Promise<void> {
  const moderator = await moderatorForWork(call, 'articles', call.reply);
  if (moderator === null) return;
  await recordAct(call, moderator, 'reindex', '');
  const display = displayProgress(call);
  const outcome = await outcomeOf(call, display.update);
  await display.finish();
  await call.reply(outcome);
}
