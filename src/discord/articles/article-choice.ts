/** What is suggested to somebody who types the name of an article or a source. */
import { plainTitle } from '../../library/articles.js';
import type { SuggestedArticle } from '../../library/catalogue-types.js';
import type { Library } from '../../library.js';
import type { Choice } from '../command.js';
import { CONTROL_LIMITS } from '../controls.js';
import { articleKey } from './article-key.js';

/** An article as a choice: it is named by its title, and its date tells it from others of that title. */
function articleChoice(article: SuggestedArticle): Choice {
  const title = plainTitle(article);
  const name = article.date === null ? title : `${article.date} ${title}`;
  const value = article.id.length <= CONTROL_LIMITS.optionText ? article.id : articleKey(article.id);
  return { name, value };
}

/** Articles whose title, date or file fits what was typed, newest first where nothing tells them apart. */
export async function suggestArticles(library: Library, typed: string): Promise<readonly Choice[]> {
  const { articles } = await library.suggest(typed);
  return articles.map(articleChoice);
}

/** Names of sources, the one with the most articles first, then articles. */
export async function suggestSources(library: Library, typed: string): Promise<readonly Choice[]> {
  const { sources, articles } = await library.suggest(typed);
  return [...sources.map((source) => ({ name: source, value: source })), ...articles.map(articleChoice)];
}
