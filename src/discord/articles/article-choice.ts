/** Finding an article by what somebody types: its title, its source, its id. */
import { fold } from '../../language/script.js';
import type { ArticleSummary, Library } from '../../library.js';
import type { Choice } from '../command.js';
import { CONTROL_LIMITS } from '../controls.js';

/** Milliseconds; while somebody types, the list of articles need not be fetched for every letter. */
const LIST_KEPT_FOR = 3_000;

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
  const value = article.id.length <= CONTROL_LIMITS.optionText ? article.id : title;
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
  const named = fitting(sources, (source) => source, typed);
  const choices = named.map((source) => ({ name: source, value: source }));
  return [...choices, ...(await suggestArticles(library, typed))];
}

/** The article that somebody means: by id, by title, else the only one whose title holds what was typed. */
export async function findArticle(library: Library, typed: string): Promise<ArticleSummary | null> {
  const all = await library.sources();
  const wanted = fold(typed.trim());
  const byId = all.find(({ id }) => id === typed.trim());
  const byTitle = all.find(
    (article) => fold(plainTitle(article)) === wanted || article.file === typed.trim(),
  );
  if (byId !== undefined || byTitle !== undefined) return byId ?? byTitle ?? null;
  const [only, second] = fitting(all, plainTitle, typed);
  return wanted !== '' && only !== undefined && second === undefined ? only : null;
}
