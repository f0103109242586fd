import type { ReindexProgress, ReindexReport } from '../../library.js';
import type { Services } from '../command.js';
import { describeError, type Logger } from '../logger.js';

/** Indexes the articles anew, and tells the other processes that share the store, whose own machines then look too. */
export async function renewIndex(
  { library, store }: Pick<Services, 'library' | 'store'>,
  logger: Logger,
  onProgress?: (progress: ReindexProgress) => void,
): Promise<ReindexReport> {
  const report = await library.reindex(onProgress);
  await store.changes
    .indexRenewed()
    .catch((error: unknown) =>
      logger.warn({ error: describeError(error) }, 'Other machines could not be told of the new index'),
    );
  return report;
}
