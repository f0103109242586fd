/** /sources: what is indexed, newest first, page by page, narrowed by source and year. */
import { sourceKey } from '../../library/article-keys.js';
import { plainTitle } from '../../library/articles.js';
import { ALL, type CataloguePage, type CatalogueView, UNDATED } from '../../library/catalogue-types.js';
import { pager } from '../answers/answer-controls.js';
import { deferForPresser } from '../answers/shown-answer.js';
import type { ComponentHandler } from '../component.js';
import { CONTROL_LIMITS, type OptionSelect, type Row } from '../controls.js';
import { customId, wholeNumber } from '../custom-id.js';
import type { Reply } from '../limits.js';
import { renderSources } from '../rendering/sources.js';
import type { Texts } from '../texts/texts.js';
import { articleKey, OPEN_ARTICLE } from './article-key.js';

const LIST = 'sources';
const BY_SOURCE = 'sources-source';
const BY_YEAR = 'sources-year';

/** On one page: what a screen shows, and what a menu can hold. */
const PER_PAGE = 10;

/** The first page of all articles. */
export const EVERYTHING: CatalogueView = { page: 1, perPage: PER_PAGE, source: ALL, year: ALL };

function viewArgs({ source, year, page }: CatalogueView): readonly [string, string, number] {
  return [source, year, page];
}

function viewOf([source = ALL, year = ALL, page]: readonly string[]): CatalogueView {
  return { ...EVERYTHING, source, year, page: Math.max(1, wholeNumber(page) ?? 1) };
}

/** The narrowing menu; none where there is nothing to choose. `chosen`: one of all the options is, listed or not. */
function narrowing(
  id: string,
  placeholder: string,
  everything: string,
  options: readonly { readonly value: string; readonly label: string; readonly chosen: boolean }[],
  chosen: boolean,
): readonly OptionSelect[] {
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

function sourceMenu(
  { sources, hasSource }: CataloguePage,
  view: CatalogueView,
  texts: Texts,
): readonly OptionSelect[] {
  const { allSources, bySource, unnamed } = texts.sources;
  const options = sources.first.map(({ value, articles }) => ({
    value: sourceKey(value),
    label: `${value ?? unnamed} (${articles})`,
    chosen: sourceKey(value) === view.source,
  }));
  return narrowing(customId(BY_SOURCE, ...viewArgs(view)), bySource, allSources, options, hasSource);
}

function yearMenu(
  { years, hasYear }: CataloguePage,
  view: CatalogueView,
  texts: Texts,
): readonly OptionSelect[] {
  const { allYears, byYear, undated, year: yearName } = texts.sources;
  const options = years.first.map(({ value, articles }) => ({
    value: value ?? UNDATED,
    label: `${value === null ? undated : yearName(Number(value))} (${articles})`,
    chosen: (value ?? UNDATED) === view.year,
  }));
  return narrowing(customId(BY_YEAR, ...viewArgs(view)), byYear, allYears, options, hasYear);
}

function openMenu({ articles }: CataloguePage, texts: Texts): readonly OptionSelect[] {
  const options = articles.map((article) => ({
    value: articleKey(article.id),
    label: plainTitle(article),
    description: [article.source, article.date].filter((part) => part !== null).join(' · '),
  }));
  return options.length === 0
    ? []
    : [{ of: 'options', id: customId(OPEN_ARTICLE), placeholder: texts.sources.open, options }];
}

/** A page of the list as one message, with the controls that lead from its view to others. */
export function sourceList(page: CataloguePage, asked: CatalogueView, texts: Texts): Reply {
  const { pages } = page;
  const view = { ...asked, page: page.page };
  const idOf = (to: number): string => customId(LIST, ...viewArgs({ ...view, page: to }));
  const here = { id: idOf(view.page), label: texts.controls.place(view.page, pages) };
  const rows: readonly Row[] = [
    ...openMenu(page, texts),
    ...sourceMenu(page, view, texts),
    ...yearMenu(page, view, texts),
    pages > 1 ? pager(view.page, pages, 1, idOf, here) : [],
  ];
  return { ...renderSources(page, texts), rows };
}

/** A control of the list, which only whoever called it sees. `change` says what the choice changes of the view. */
function control(prefix: string, change: (choice: string) => Partial<CatalogueView>): ComponentHandler {
  return {
    prefix,
    async press(press) {
      const { args, reply, services, texts, values } = press;
      await deferForPresser(press);
      const [choice] = values;
      const view = { ...viewOf(args), ...(choice === undefined ? {} : change(choice)) };
      await reply(sourceList(await services.library.browse(view), view, texts));
    },
  };
}

/** Turning pages, choosing a source, choosing a year. */
export const sourceControls: readonly ComponentHandler[] = [
  control(LIST, () => ({})),
  control(BY_SOURCE, (source) => ({ source, page: 1 })),
  control(BY_YEAR, (year) => ({ year, page: 1 })),
];
