/** Notes of answers about the archive, in the language of the question. */
import type { Language } from '../../retrieval/question.js';
import { pick } from '../notes/note-language.js';

/** "12 articles, 5 shown"; only the number where all are shown. */
export function articlesShown(
  count: number,
  shown: number,
  language: Language,
  what: 'articles' | 'entries' = 'articles',
): string {
  const [hans, hant, one, many] =
    what === 'articles' ? ['篇', '篇', 'article', 'articles'] : ['条', '條', 'entry', 'entries'];
  const whole = pick(
    language,
    `共${count}${hans}`,
    `共${count}${hant}`,
    `${count} ${count === 1 ? one : many}`,
  );
  if (shown >= count) return pick(language, `${whole}。`, `${whole}。`, `${whole}.`);
  return pick(
    language,
    `${whole}，这里列出${shown}${hans}。`,
    `${whole}，這裡列出${shown}${hant}。`,
    `${whole}, ${shown} shown.`,
  );
}

/** By which day an article is the first or the last. */
export function datedBy(day: string, language: Language): string {
  return pick(
    language,
    `按所报道的日子（没有的按发布日期）排，是${day}。`,
    `按所報道的日子（沒有的按發布日期）排，是${day}。`,
    `By the day it reports, else of its publication: ${day}.`,
  );
}

/** Articles without a date are neither first nor last. */
export function undatedLeftOut(count: number, language: Language): string {
  return pick(
    language,
    `另有${count}篇没有日期。`,
    `另有${count}篇沒有日期。`,
    `${count} more without a date.`,
  );
}

/** None of the articles has a date with its year. */
export function noDates(language: Language): string {
  return pick(
    language,
    '这些文章都没有完整的日期，分不出先后。',
    '這些文章都沒有完整的日期，分不出先後。',
    'None of these articles has a full date, so there is no telling which comes first.',
  );
}

/** The archive, or what a filter leaves of it, is empty. */
export function noArticles(language: Language): string {
  return pick(language, '没有可查的文章。', '沒有可查的文章。', 'There are no articles to look in.');
}

/** Nobody is named for both, or for the one and not the other. */
export function nobodyInBoth(labels: readonly string[], language: Language): string {
  const both = labels.join(language === 'en' ? ' and ' : '和');
  return pick(
    language,
    `文中没有人同时见于${both}。`,
    `文中沒有人同時見於${both}。`,
    `Nobody is named for both ${both}.`,
  );
}

/** Everybody of the one is in the other too. */
export function nobodyOnlyIn(one: string, other: string, language: Language): string {
  return pick(
    language,
    `文中见于${one}的人，${other}也都有。`,
    `文中見於${one}的人，${other}也都有。`,
    `Everybody named for ${one} is named for ${other} too.`,
  );
}

/** Lists in the texts may be cut short, so that somebody may be missing. */
export function byNamesInText(language: Language): string {
  return pick(
    language,
    '按文中写出的名字比对，名单未必齐全。',
    '按文中寫出的名字比對，名單未必齊全。',
    'Compared by the names that the texts give; their lists may not be complete.',
  );
}

/** What was compared has the same answer on both sides. */
export function bothAlike(language: Language): string {
  return pick(language, '两边相同。', '兩邊相同。', 'The same for both.');
}

/** One side of a comparison is not told. */
export function notTold(label: string, language: Language): string {
  return pick(
    language,
    `文章没有写${label}的这一点。`,
    `文章沒有寫${label}的這一點。`,
    `The articles don’t give this for ${label}.`,
  );
}

/** One aspect of a comparison that is the same on both sides. */
export function sameForBoth(language: Language): string {
  return pick(language, '相同', '相同', 'the same');
}
