/** /sources: what is indexed, newest first, page by page, narrowed by source and year. */
import type { ArticleSummary } from '../../library.js';
import { pager } from '../answers/answer-controls.js';
import { deferForPresser } from '../answers/shown-answer.js';
import type { ComponentHandler } from '../component.js';
import { CONTROL_LIMITS, type OptionSelect, type Row } from '../controls.js';
import { customId, wholeNumber } from '../custom-id.js';
import type { Reply } from '../limits.js';
import { counted, renderSources, yearOf } from '../rendering/sources.js';
import type { Texts } from '../texts/texts.js';
import { plainTitle } from './article-choice.js';
import { articleKey, OPEN_ARTICLE, sourceKey } from './article-key.js';

const LIST = 'sources';
const BY_SOURCE = 'sources-source';
const BY_YEAR = 'sources-year';

/** On one page: what a screen shows, and what a menu can hold. */
const PER_PAGE = 10;
const ALL = 'all';
const UNDATED = 'undated';

interface View {
  /** From 1. */
  readonly page: number;
  /** A sourceKey, or `all`. */
  readonly source: string;
  /** Four digits, `undated` or `all`. */
  readonly year: string;
}

const EVERYTHING: View = { page: 1, source: ALL, year: ALL };

const viewArgs = ({ source, year, page }: View): readonly [string, string, number] => [source, year, page];

function viewOf(args: readonly string[]): View {
  return { source: args[0] ?? ALL, year: args[1] ?? ALL, page: Math.max(1, wholeNumber(args[2]) ?? 1) };
}

const inSource = (view: View, { source }: ArticleSummary): boolean =>
  view.source === ALL || sourceKey(source) === view.source;
const inYear = (view: View, article: ArticleSummary): boolean =>
  view.year === ALL || (yearOf(article) ?? UNDATED) === view.year;

/** The narrowing menu; none where there is nothing to choose. */
function narrowing(
  id: string,
  placeholder: string,
  everything: string,
  options: readonly { readonly value: string; readonly label: string; readonly chosen: boolean }[],
): readonly OptionSelect[] {
  const chosen = options.some((option) => option.chosen);
  if (options.length < 2 && !chosen) return [];
  return [
    {
      of: 'options',
      id,
      placeholder,
      options: [{ value: ALL, label: everything, chosen: !chosen }, ...options].slice(
        0,
        CONTROL_LIMITS.selectOptions,
      ),
    },
  ];
}

function sourceMenu(all: readonly ArticleSummary[], view: View, texts: Texts): readonly OptionSelect[] {
  const { allSources, bySource, unnamed } = texts.sources;
  const options = counted(all.map(({ source }) => source)).map(([source, count]) => ({
    value: sourceKey(source),
    label: `${source ?? unnamed} (${count})`,
    chosen: sourceKey(source) === view.source,
  }));
  return narrowing(customId(BY_SOURCE, ...viewArgs(view)), bySource, allSources, options);
}

function yearMenu(all: readonly ArticleSummary[], view: View, texts: Texts): readonly OptionSelect[] {
  const { allYears, byYear, undated, year: yearName } = texts.sources;
  const options = counted(all.map((article) => yearOf(article) ?? UNDATED))
    .toSorted(([a], [b]) => (a === UNDATED ? 1 : b === UNDATED ? -1 : a < b ? 1 : -1))
    .map(([year, count]) => ({
      value: year,
      label: `${year === UNDATED ? undated : yearName(Number(year))} (${count})`,
      chosen: year === view.year,
    }));
  return narrowing(customId(BY_YEAR, ...viewArgs(view)), byYear, allYears, options);
}

function openMenu(page: readonly ArticleSummary[], texts: Texts): readonly OptionSelect[] {
  const options = page.map((article) => ({
    value: articleKey(article.id),
    label: plainTitle(article),
    description: [article.source, article.date].filter((part) => part !== null).join(' · '),
  }));
  return options.length === 0
    ? []
    : [{ of: 'options', id: customId(OPEN_ARTICLE), placeholder: texts.sources.open, options }];
}

/** The list as one message; a page beyond the last shows the last. */
export function sourceList(all: readonly ArticleSummary[], wanted: View | null, texts: Texts): Reply {
  const asked = wanted ?? EVERYTHING;
  const listed = all.filter((article) => inSource(asked, article) && inYear(asked, article));
  const pages = Math.max(1, Math.ceil(listed.length / PER_PAGE));
  const view = { ...asked, page: Math.min(asked.page, pages) };
  const page = listed.slice((view.page - 1) * PER_PAGE, view.page * PER_PAGE);
  const idOf = (to: number): string => customId(LIST, ...viewArgs({ ...view, page: to }));
  const here = { id: idOf(view.page), label: texts.controls.place(view.page, pages) };
  const rows: readonly Row[] = [
    ...openMenu(page, texts),
    ...sourceMenu(
      all.filter((article) => inYear(view, article)),
      view,
      texts,
    ),
    ...yearMenu(
      all.filter((article) => inSource(view, article)),
      view,
      texts,
    ),
    pages > 1 ? pager(view.page, pages, 1, idOf, here) : [],
  ];
  return { ...renderSources(page, listed, all.length, texts), rows };
}

/** A control of the list, which only whoever called it sees. `change` says what the choice changes of the view. */
function control(prefix: string, change: (choice: string) => Partial<View>): ComponentHandler {
  return {
    prefix,
    async press(press) {
      const { args, reply, services, texts, values } = press;
      await deferForPresser(press);
      const [choice] = values;
      const view = { ...viewOf(args), ...(choice === undefined ? {} : change(choice)) };
      await reply(sourceList(await services.library.sources(), view, texts));
    },
  };
}

/** Turning pages, choosing a source, choosing a year. */
export const sourceControls: readonly ComponentHandler[] = [
  control(LIST, () => ({})),
  control(BY_SOURCE, (source) => ({ source, page: 1 })),
  control(BY_YEAR, (year) => ({ year, page: 1 })),
];
