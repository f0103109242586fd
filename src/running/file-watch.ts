import type { Config } from '../config.js';
import type { startBot } from '../discord/bot.js';
import { watchCorpus } from '../library/watching.js';

/** What tells the bot of changed files, when that is configured. */
export function fileWatch(
  { watchCorpus: isWanted, corpusDir }: Config,
  warn: (message: string, error?: unknown) => void,
): Parameters<typeof startBot>[0]['watchFiles'] {
  if (!isWanted) return undefined;
  return (onChange) =>
    watchCorpus(corpusDir, onChange, (error) => warn('The corpus cannot be watched; /reindex works.', error));
}
