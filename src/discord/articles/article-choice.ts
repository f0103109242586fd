/** Finding an article by what somebody types: its title, its source, its id. */
import { fold } from '../../language/script.js';
import type { ArticleSummary, Library } from '../../library.js';
import type { Choice } from '../command.js';
import { CONTROL_LIMITS } from '../controls.js';
import { articleKey, idOfKey } from './article-key.js';

/** Milliseconds; while somebody types, the list of articles need not be fetched for every letter. */
const LIST_KEPT_FOR = 3_000;
/** Of 25 suggestions, so that articles have a place among them. */
const SOURCES_SUGGESTED = 12;

const lists = new WeakMap<
  Library,
  { readonly list: Promise<readonly ArticleSummary[]>; readonly until: number }
>();

function listOf(library: Library): Promise<readonly ArticleSummary[]> {
  const kept = lists.get(library);
  if (kept !== undefined && performance.now() < kept.until) return kept.list;
  const list = library.sources();
  lists.set(library, { list, until: performance.now() + LIST_KEPT_FOR });
  list.catch(() => lists.delete(library));
  return list;
}

/** How articles are called where no markdown is shown. */
export function plainTitle({ title, file }: ArticleSummary): string {
  return title ?? file;
}

/** Lower is better; null where what was typed does not stand. Every typed word must. */
function rankOf(name: string, typed: string): number | null {
  const folded = fold(name);
  if (folded === typed) return 0;
  if (folded.startsWith(typed)) return 1;
  if (folded.includes(typed)) return 2;
  return typed.split(/\s+/u).every((word) => folded.includes(word)) ? 3 : null;
}

/** Those whose name fits what was typed, the best first, otherwise in the given order. */
function fitting<T>(all: readonly T[], nameOf: (one: T) => string, typed: string): readonly T[] {
  const wanted = fold(typed.trim());
  if (wanted === '') return all;
  return all
    .flatMap((one) => {
      const rank = rankOf(nameOf(one), wanted);
      return rank === null ? [] : [{ one, rank }];
    })
    .sort((a, b) => a.rank - b.rank)
    .map(({ one }) => one);
}

/** An article as a choice: it is named by its title, and its date tells it from others of that title. */
function articleChoice(article: ArticleSummary): Choice {
  const title = plainTitle(article);
  const name = article.date === null ? title : `${article.date} ${title}`;
  const value = article.id.length <= CONTROL_LIMITS.optionText ? article.id : articleKey(article.id);
  return { name, value };
}

/** Articles whose title or file fits what was typed, newest first where nothing tells them apart. */
export async function suggestArticles(library: Library, typed: string): Promise<readonly Choice[]> {
  const all = await listOf(library);
  return fitting(all, (article) => `${plainTitle(article)} ${article.date ?? ''} ${article.file}`, typed).map(
    articleChoice,
  );
}

/** Names of sources, the one with the most articles first, then articles. */
export async function suggestSources(library: Library, typed: string): Promise<readonly Choice[]> {
  const counts = new Map<string, number>();
  for (const { source } of await listOf(library)) {
    if (source !== null) counts.set(source, (counts.get(source) ?? 0) + 1);
  }
  const sources = [...counts].sort((a, b) => b[1] - a[1]).map(([source]) => source);
  const named = fitting(sources, (source) => source, typed).slice(0, SOURCES_SUGGESTED);
  const choices = named.map((source) => ({ name: source, value: source }));
  return [...choices, ...(await suggestArticles(library, typed))];
}

/** The article that is named exactly: by id, by key, by title or by file. */
async function namedArticle(
  library: Library,
  all: readonly ArticleSummary[],
  typed: string,
): Promise<ArticleSummary | null> {
  const wanted = fold(typed);
  const id = all.some((article) => article.id === typed) ? typed : await idOfKey(typed, library);
  const byId = all.find((article) => article.id === id);
  const byTitle = all.find((article) => fold(plainTitle(article)) === wanted || article.file === typed);
  return byId ?? byTitle ?? null;
}

/** The only article whose title holds what was typed. */
function onlyArticle(all: readonly ArticleSummary[], typed: string): ArticleSummary | null {
  const [only, second] = typed === '' ? [] : fitting(all, plainTitle, typed);
  return only !== undefined && second === undefined ? only : null;
}

/** The article that somebody means: named exactly, else the only one whose title holds what was typed. */
export async function findArticle(library: Library, typed: string): Promise<ArticleSummary | null> {
  const all = await library.sources();
  return (await namedArticle(library, all, typed.trim())) ?? onlyArticle(all, typed.trim());
}

/** What a question is asked of: an article or a source, as the library and as people know it. */
export interface AskedSource {
  readonly source: string;
  readonly name: string;
}

/** The article or the source that somebody means; what was typed as it stands where it is neither. */
export async function findSource(library: Library, typed: string): Promise<AskedSource> {
  const all = await library.sources();
  const wanted = typed.trim();
  const source = all.find(
    (article) => article.source !== null && fold(article.source) === fold(wanted),
  )?.source;
  const named = await namedArticle(library, all, wanted);
  const article = named ?? (source == null ? onlyArticle(all, wanted) : null);
  if (article !== null) return { source: article.id, name: plainTitle(article) };
  return { source: source ?? wanted, name: source ?? wanted };
}
