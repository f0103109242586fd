/** A year or month that the question names: an article of another one, which does not tell of it, does not answer. */
import type { Article } from '../../corpus/article.js';
import { parseNumeral } from '../../language/numerals.js';
import { fold } from '../../language/script.js';
import { isSmall } from '../../retrieval/corpus-size.js';
import type { CorpusKnowledge, Hit } from '../../retrieval/passage.js';
import type { Question } from '../../retrieval/question.js';
import type { Finding, Proof, Refused } from '../finding.js';
import { noSuchDate } from '../notes/notes.js';

const YEAR = /(?<!\d)((?:1[89]|20)\d{2})年/gu;
/** 12月, not 12月5日 and no duration. */
const MONTH = /(?<![\d个])(\d{1,2}|十[一二]?|[一二三四五六七八九])月(?!\d|[一二三四五六七八九十]|份?以)/gu;
/** 2022—2023年度: the first year of a season says which one. */
const SEASON = /(?<!\d)((?:19|20)\d{2})(?:年)?\s?[-–—~至到/]{1,2}\s?(?:20)?\d{2}\s?(?:年度|学年|赛季|年)/u;
const YEAR_IN_TITLE = /(?<![\d.])(?:19|20)\d{2}(?![\d.])/gu;
/** Years that a text counts from its own. */
const RELATIVE: readonly (readonly [words: RegExp, years: number])[] = [
  [/前年/u, -2],
  [/去年|上年|上一年|上年度/u, -1],
  [/今年|本年|当年/u, 0],
  [/明年|来年|下一?年/u, 1],
];
const MOST_SHOWN = 8;
const CERTAINTY = 0.9;

/**
 * The finding; where the question names a year or month and its article is of another and does not name that one, a
 * finding from articles of the right one (`find`), or a refusal.
 */
export function unlessOtherTime(
  question: Question,
  finding: Finding,
  hits: readonly Hit[],
  knowledge: CorpusKnowledge,
  find: (hits: readonly Hit[]) => Finding,
): Finding {
  const [proof] = finding.status === 'no-answer' ? [] : finding.proofs;
  if (proof === undefined) return finding;
  const other = refuseOtherMonth(question, proof) ?? refuseOtherYear(question, proof);
  if (other !== null) return other;
  const asked = isSmall(knowledge.passages) ? askedTime(question) : null;
  if (asked === null || mayBeOf(asked.iso, proof)) return finding;
  const right = hits.filter(({ passage }) =>
    ownDays(passage.article).some((day) => day.startsWith(asked.iso)),
  );
  if (right.length > 0 && right.length < hits.length) return find(right);
  return refused(noSuchDate(asked.surface, ownDates(proof.article), question.language));
}

/** The one year, or month of a year, that the question names. */
function askedTime({
  constraints,
  folded,
}: Question): { readonly iso: string; readonly surface: string } | null {
  const season = SEASON.exec(folded);
  if (season !== null) return { iso: season[1] ?? '', surface: season[0] };
  const dates = constraints.flatMap((one) => (one.type === 'date' ? [one] : []));
  const [date] = dates;
  return date !== undefined && dates.length === 1 && /^\d{4}(?:-\d{2})?$/u.test(date.iso) ? date : null;
}

/** When an article came out and when it took place, as far as a year is known; else the years that its title names. */
function ownDays({ happened, published, title }: Article): readonly string[] {
  const days = [happened?.iso ?? '', published?.iso ?? ''].filter((iso) => /^\d{4}/u.test(iso));
  return days.length > 0 ? days : [...(title ?? '').matchAll(YEAR_IN_TITLE)].map(([year]) => year);
}

function ownDates(article: Article): readonly string[] {
  const { happened, published } = article;
  const dates = [happened, published].flatMap((date) => (date?.iso == null ? [] : [date.text]));
  return [...new Set(dates.length > 0 ? dates : ownDays(article))];
}

/** Whether the article is of the time, tells of it, or says of no year that it is its own. */
function mayBeOf(iso: string, { article, paragraph }: Proof): boolean {
  const own = ownDays(article);
  const [year = '', month] = iso.split('-');
  if (own.length === 0 || own.some((day) => day.startsWith(iso))) return true;
  // 去年同期 in another paragraph is beside the matter; a month of a year is said of what happened then.
  const told = month === undefined ? [paragraph] : article.paragraphs;
  const dates = told.flatMap((one) => one.dates.map((date) => date.iso ?? ''));
  if (dates.some((date) => date.startsWith(iso))) return true;
  const text = fold(paragraph.text);
  if (month === undefined)
    return (
      [article.title ?? '', ...article.subtitles, ...article.paragraphs.map((one) => one.text)].some((one) =>
        one.includes(year),
      ) || own.some((day) => isCounted(Number(year) - Number(day.slice(0, 4)), text))
    );
  return (
    new RegExp(`(?<!\\d)0?${Number(month)}月`, 'u').test(text) &&
    (text.includes(year) || own.some((day) => day.startsWith(year)))
  );
}

/** Whether a text speaks of so many years before or after its own: 去年. */
function isCounted(years: number, text: string): boolean {
  return RELATIVE.some(([words, distance]) => distance === years && words.test(text));
}

/** A refusal where the question names one year, and the quote tells of others in an article that does not name it. */
function refuseOtherYear({ folded, kind, language }: Question, proof: Proof): Refused | null {
  const asked = yearsIn(folded);
  const [year] = asked;
  if (year === undefined || asked.length !== 1 || kind === 'time') return null;
  const { article, paragraph, ranges } = proof;
  const told = ranges.flatMap((range) => yearsIn(fold(paragraph.text.slice(...range))));
  const texts = [article.title ?? '', ...article.paragraphs.map(({ text }) => text)];
  const days = [article.happened?.iso, article.published?.iso];
  const isNamed =
    texts.some((text) => text.includes(year)) || days.some((iso) => iso?.startsWith(year) === true);
  if (told.length === 0 || isNamed) return null;
  const present = [...new Set(told)].map((one) => `${one}年`);
  return refused(noSuchDate(`${year}年`, present, language));
}

/** A refusal where the question names one month, and the article that was found names others only. */
function refuseOtherMonth({ folded, kind, language }: Question, proof: Proof): Refused | null {
  const asked = [...folded.matchAll(MONTH)].map(([, month = '']) => parseNumeral(month));
  const [month] = asked;
  if (kind === 'time' || asked.length !== 1 || month == null || month > 12) return null;
  const { article } = proof;
  const texts = [article.title ?? '', ...article.subtitles, ...article.paragraphs.map(({ text }) => text)];
  const told = texts.flatMap((text) =>
    [...fold(text).matchAll(/(\d{1,2}|十[一二]?|[一二三四五六七八九])月/gu)].map(
      ([, one = '']) => parseNumeral(one) ?? 0,
    ),
  );
  const days = [article.happened?.iso, article.published?.iso].map((iso) => Number(iso?.slice(5, 7)));
  if (told.length === 0 || told.includes(month) || days.includes(month)) return null;
  const present = [...new Set(told)].sort((a, b) => a - b).slice(0, MOST_SHOWN);
  return refused(
    noSuchDate(
      `${month}月`,
      present.map((one) => `${one}月`),
      language,
    ),
  );
}

function yearsIn(folded: string): readonly string[] {
  return [...folded.matchAll(YEAR)].map(([, year = '']) => year);
}

function refused(note: string): Refused {
  return { status: 'no-answer', note, certainty: CERTAINTY };
}
