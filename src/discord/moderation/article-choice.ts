/** Which article a moderator means: by what they chose from the suggestions, or typed. */
import { createHash } from 'node:crypto';
import { fold } from '../../language/script.js';
import type { ArticleSummary } from '../../library.js';
import type { Choice, Query } from '../command.js';
import { dateParts } from '../rendering/article.js';

/** Characters of the hash; enough that no two articles of one corpus share it. */
const KEY_LENGTH = 22;
const KEY = /^[\w-]{22}$/;
/** Longer titles than any are not what somebody typed. */
export const MAX_ARTICLE_NAME = 300;
/** Discord shows this many suggestions. */
const MOST_SUGGESTED = 25;

/** A name of an article for a custom_id or a suggestion, whatever its id is like: ids of a .jsonl may be of any length. */
export function articleKey(id: string): string {
  return createHash('sha256').update(id).digest('base64url').slice(0, KEY_LENGTH);
}

/** The entry whose id has this key, or null. */
export function byKey<T>(
  entries: readonly T[],
  idOf: (entry: T) => string,
  key: string | undefined,
): T | null {
  if (key === undefined || !KEY.test(key)) return null;
  return entries.find((entry) => articleKey(idOf(entry)) === key) ?? null;
}

/**
 * The article that was chosen or typed: by its key, its id, its file, its whole title, or, when only one has it, a part of
 * its title. Null when it is none or several.
 */
export function articleNamed(articles: readonly ArticleSummary[], typed: string): ArticleSummary | null {
  const chosen = byKey(articles, ({ id }) => id, typed);
  if (chosen !== null) return chosen;
  const wanted = fold(typed.trim());
  if (wanted === '') return null;
  const exact = articles.filter(({ id, file, title }) =>
    [id, file, title].some((name) => name !== null && fold(name) === wanted),
  );
  const found = exact.length > 0 ? exact : articles.filter(({ title }) => fold(title ?? '').includes(wanted));
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** Articles whose title, source or file has what is typed, those first that begin with it; without anything the newest. */
export async function suggestArticles({ services, texts, typed }: Query): Promise<readonly Choice[]> {
  const wanted = fold(typed.trim());
  const articles = await services.library.sources();
  const named = articles.map((article) => ({ article, title: fold(article.title ?? article.file) }));
  const begins = named.filter(({ title }) => title.startsWith(wanted));
  const has = named.filter(
    ({ title, article: { file, source } }) =>
      !title.startsWith(wanted) &&
      [title, fold(file), fold(source ?? '')].some((text) => text.includes(wanted)),
  );
  return [...begins, ...has].slice(0, MOST_SUGGESTED).map(({ article }) => {
    const parts = article.date === null ? null : dateParts(article.date);
    const date = parts === null ? '' : ` · ${texts.article.date(parts)}`;
    return { name: `${article.title ?? article.file}${date}`, value: articleKey(article.id) };
  });
}
