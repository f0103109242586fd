/** Answers questions about the archive itself, from all of its articles, with a citation for each that is named. */
import type { Article } from '../../corpus/article.js';
import { fold } from '../../language/script.js';
import type { CorpusIndex } from '../../retrieval/corpus-index.js';
import type { Question } from '../../retrieval/question.js';
import type { Answered, Finding, Proof } from '../finding.js';
import { sourceOf } from '../notes/dating.js';
import { noMention } from '../notes/notes.js';
import { timelineProofs } from '../timeline/timeline.js';
import { articlesShown, datedBy, noArticles, noDates, undatedLeftOut } from './archive-notes.js';
import { archiveQuestion } from './archive-question.js';
import { type Mentions, mentionsOf, openingOf, subjectOf } from './subject.js';

/** So many are named and cited; the note says how many there are. */
const SHOWN = 5;
const CERTAIN = 0.95;

/** The finding for a question about the archive, over the articles that may answer; null when it is about what they say. */
export function answerArchive(
  question: Question,
  index: CorpusIndex,
  articles: readonly Article[],
): Finding | null {
  const { language } = question;
  const asked =
    language === 'en' ? archiveQuestion(question.text, 'en') : archiveQuestion(question.folded, 'zh');
  if (asked === null) return null;
  if (articles.length === 0) return refused(noArticles(language));
  if (asked.asks === 'timeline') return answerTimeline(question, asked.subject, index, articles);
  if (asked.asks === 'by' || asked.asks === 'count-by')
    return answerOrigin(question, asked.subject, asked.asks === 'count-by', index, articles);
  const found =
    asked.subject === null
      ? all(articles, index)
      : mentionsOf(subjectOf(asked.subject, index), index, articles);
  if (found.length === 0) return refused(noMention(asked.subject ?? '', language));
  const newest = newestFirst(found);
  if (asked.asks === 'latest' || asked.asks === 'earliest') return answerFirst(question, newest, asked.asks);
  const shown = newest.slice(0, SHOWN);
  const names = shown.map(({ article }) => nameOf(article)).join('、');
  return answered(
    asked.asks === 'count' ? countOf(found.length, language) : names,
    articlesShown(found.length, shown.length, language),
    firstProofs(shown),
  );
}

/** The articles of an outlet, or by a reporter, author or editor; null where none is so credited: others may be mentioned. */
function answerOrigin(
  { language }: Question,
  subject: string,
  asksCount: boolean,
  index: CorpusIndex,
  articles: readonly Article[],
): Finding | null {
  const names = subject
    .split(/记者|reporter\s|的/u)
    .map((part) => fold(part).replace(OUTLET_END, '').trim())
    .filter((part) => part.length > 1);
  const found = all(
    articles.filter((article) => names.length > 0 && names.every((name) => credits(article).includes(name))),
    index,
  );
  if (found.length === 0) return null;
  const shown = newestFirst(found).slice(0, SHOWN);
  return answered(
    asksCount ? countOf(found.length, language) : shown.map(({ article }) => nameOf(article)).join('、'),
    articlesShown(found.length, shown.length, language),
    firstProofs(shown),
  );
}

function countOf(count: number, language: Question['language']): string {
  return language === 'en' ? String(count) : `${count}篇`;
}

/** 某某网, 某某 and 某某新闻网 are one outlet. */
const OUTLET_END = /(?:网站|网)$/u;

/** Who and what an article names as its origin, folded. */
function credits({ source, author, reporters, editors, paragraphs }: Article): string {
  const inside = paragraphs.flatMap((paragraph) => paragraph.reporters);
  return fold(
    [source, author, ...reporters, ...editors, ...inside].filter((part) => part !== null).join('\n'),
  );
}

/** Every article that has a text. */
function all(articles: readonly Article[], { knowledge }: CorpusIndex): readonly Mentions[] {
  return articles
    .filter(({ id }) => knowledge.articlePassages(id).length > 0)
    .map((article) => ({ article, proofs: () => openingOf(article) }));
}

function newestFirst(found: readonly Mentions[]): readonly Mentions[] {
  return found
    .map((mentions) => ({ mentions, day: dayOf(mentions.article) }))
    .sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0))
    .map(({ mentions }) => mentions);
}

/** One proof of each. */
function firstProofs(found: readonly Mentions[]): readonly Proof[] {
  return found.flatMap(({ proofs }) => proofs().slice(0, 1));
}

/** The first or last by the day that it tells of, else of its publication. */
function answerFirst(
  { language }: Question,
  newest: readonly Mentions[],
  which: 'latest' | 'earliest',
): Finding {
  const dated = newest.filter(({ article }) => dayOf(article) !== '');
  const first = which === 'latest' ? dated[0] : dated.at(-1);
  if (first === undefined) return refused(noDates(language));
  const same = dated.filter(({ article }) => dayOf(article) === dayOf(first.article));
  const undated = newest.length - dated.length;
  return answered(
    same.map(({ article }) => nameOf(article)).join('、'),
    [
      datedBy(dayOf(first.article), language),
      ...(undated > 0 ? [undatedLeftOut(undated, language)] : []),
    ].join(' '),
    firstProofs(same.slice(0, SHOWN)),
  );
}

function answerTimeline(
  { language }: Question,
  subject: string,
  index: CorpusIndex,
  articles: readonly Article[],
): Finding | null {
  const entries = timelineProofs(subject, index, articles);
  // The course of something that has no dates may still be told.
  if (entries.length === 0) return null;
  const shown = entries.slice(0, SHOWN);
  return answered(
    shown.map(({ written, proof }) => `${written}：${clipped(proof)}`).join('；'),
    articlesShown(entries.length, shown.length, language, 'entries'),
    shown.map(({ proof }) => proof),
  );
}

/** The clause of a proof up to its first stop. */
function clipped({ paragraph, ranges: [range] }: Proof): string {
  const text = paragraph.text.slice(...range).trim();
  return /^[^。！？!?；;]*/u.exec(text)?.[0] ?? text;
}

function nameOf(article: Article): string {
  return article.title ?? sourceOf(article);
}

/** `YYYY-MM-DD` as far as it is known, '' without a year. */
function dayOf({ happened, published }: Article): string {
  const iso = happened?.iso ?? published?.iso ?? '';
  const known = iso.startsWith('-') ? (published?.iso ?? '') : iso;
  return known.startsWith('-') ? '' : known.slice(0, 10);
}

function answered(answer: string, note: string | null, proofs: readonly Proof[]): Answered {
  return { status: 'answered', answer, note, proofs, certainty: CERTAIN, fit: 1, strategy: 'archive' };
}

function refused(note: string): Finding {
  return { status: 'no-answer', note, certainty: CERTAIN };
}
