import type { FileWarning, Listed, ReindexProgress, ReindexReport } from '../../library.js';
import { fitting, LIMITS, type Reply } from '../limits.js';
import { plainMarkdown } from '../markdown.js';
import type { Texts } from '../texts/texts.js';

const BAR_CELLS = 12;
/** Names and warnings that a report lists at most, of each kind; the rest is counted. */
const NAMES_LISTED = 10;
const WARNINGS_LISTED = 15;
const MAX_NAME = 80;
const MAX_MESSAGE = 200;
const MAX_REASON = 1_000;

function bar(read: number, total: number): string {
  const filled = total === 0 ? 0 : Math.round((Math.min(read, total) / total) * BAR_CELLS);
  return '▰'.repeat(filled) + '▱'.repeat(BAR_CELLS - filled);
}

/** How far a reindex has come; `null` before the first report. */
export function renderProgress(progress: ReindexProgress | null, texts: Texts): Reply {
  const { reindex } = texts;
  const lines =
    progress === null
      ? []
      : [
          `${bar(progress.filesRead, progress.filesTotal)} ${reindex.phase[progress.phase]}`,
          `- ${reindex.filesRead(progress.filesRead, progress.filesTotal)}`,
          `- ${reindex.passagesIndexed(progress.passagesIndexed)}`,
          `- ${reindex.seconds(progress.seconds)}`,
        ];
  return { cards: [{ tone: 'progress', description: [`### ${reindex.running}`, ...lines].join('\n') }] };
}

function names(label: string, { count, first }: Listed<string>, texts: Texts): readonly string[] {
  if (count === 0) return [];
  const listed = first.slice(0, NAMES_LISTED).map((name) => plainMarkdown(name, MAX_NAME));
  const rest = count - listed.length;
  const tail = rest > 0 ? [texts.reindex.more(rest)] : [];
  return [`**${label} ${count}**  ${[...listed, ...tail].join(' · ')}`];
}

/** A headed list of `file: message`, cut to what fits into `room`. */
function messages(
  heading: (count: number) => string,
  { count, first }: Listed<FileWarning>,
  room: number,
  texts: Texts,
): string {
  if (count === 0) return '';
  const head = `\n\n**${heading(count)}**\n`;
  const lines = first
    .slice(0, WARNINGS_LISTED)
    .map(
      ({ file, message }) => `- ${plainMarkdown(file, MAX_NAME)} — ${plainMarkdown(message, MAX_MESSAGE)}`,
    );
  const closing = (rest: number): string => `\n-# ${texts.reindex.more(rest)}`;
  const listed = fitting(lines, room - head.length - closing(count).length, '\n', 0);
  if (listed.length === 0) return '';
  const rest = count - listed.length;
  return head + listed.join('\n') + (rest > 0 ? closing(rest) : '');
}

/** What a finished reindex changed, and what was odd about the files. */
export function renderReport(report: ReindexReport, texts: Texts): Reply {
  const { reindex } = texts;
  const changes = [
    ...names(reindex.added, report.added, texts),
    ...names(reindex.changed, report.changed, texts),
    ...names(reindex.removed, report.removed, texts),
  ];
  const head = [
    `## ${reindex.done}`,
    reindex.totals(report.articles, report.passages, report.seconds),
    '',
    ...(changes.length === 0 ? [reindex.unchanged] : changes),
    ...(report.saved ? [] : ['', `⚠️ ${reindex.notSaved}`]),
  ].join('\n');
  const { count, first } = report.unreadable;
  const skipped = { count, first: first.map(({ file, reason }) => ({ file, message: reason })) };
  const skippedList = messages(
    reindex.unreadable,
    skipped,
    (LIMITS.embedDescription - head.length) / 2,
    texts,
  );
  const room = LIMITS.embedDescription - head.length - skippedList.length;
  const description = head + skippedList + messages(reindex.warnings, report.warnings, room, texts);
  return { cards: [{ tone: 'answer', description }] };
}

/** Why a reindex failed; the old index goes on answering. */
export function renderFailure(reason: string, texts: Texts): Reply {
  const { failed, stillAnswering } = texts.reindex;
  const description = `### ${failed}\n${plainMarkdown(reason, MAX_REASON)}\n\n${stillAnswering}`;
  return { cards: [{ tone: 'trouble', description }] };
}
