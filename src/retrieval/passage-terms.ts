/** What every engine holds of a passage: its own terms, and those of its title and headings, so that it is found by them. */
import type { Article } from '../corpus/article.js';
import { headingOf } from './headings.js';
import type { Passage } from './passage.js';
import { foldedTitle } from './passages.js';
import { termsOf } from './terms.js';

/** The terms, with repetitions, of each of an article's passages. */
export function passageTerms(article: Article, passages: readonly Passage[]): readonly (readonly string[])[] {
  const title = termsOf(foldedTitle(article));
  return passages.map((passage) => [...termsOf(passage.folded), ...title, ...termsOf(headingOf(passage))]);
}
