/**
 * Which edition of an event an article is of: the minutes of the sixth meeting don't answer for the fifth, which they
 * only mention, and a regatta's ninth edition not for the tenth. A small corpus has one article of each.
 */
import type { Article } from '../../corpus/article.js';
import { findEnglishOrdinals, findOrdinals } from '../../language/numerals.js';
import { fold } from '../../language/script.js';
import { isSmall } from '../../retrieval/corpus-size.js';
import type { CorpusKnowledge, Hit } from '../../retrieval/passage.js';
import type { Question } from '../../retrieval/question.js';
import type { Finding, Proof } from '../finding.js';
import { sameOrdinal } from '../matching/conditions.js';
import { coverage, topicConcepts } from '../matching/coverage.js';
import { noSuchOrdinal } from '../notes/notes.js';

/** An article says of which edition it is in its title, else in so many paragraphs. */
const LEAD = 2;
/** Editions of a series are told apart by nothing else; meetings (次) are of one series when their names agree. */
const EDITIONS = /^[届期季轮]/u;
const MEETINGS = /^次/u;
/** 第一次, 第一期: often no more than first. */
const LEAST_NUMBER = 2;
/** Behind an English ordinal: the sixth annual Yunling Cup, the fifth residents' council meeting. */
const EVENT =
  /^\s+(?:(?!(?:at|in|of|on|for|by|from|the|to|point|item|measure|task|demand)\b)[\p{L}\d’'-]+\s+){0,5}?(?:marathon|festival|fair|contest|competition|games|championships?|tournament|exhibition|expo|forum|summit|carnival|gala|biennale|regatta|cup|league|race|meet|meeting|session|conference|congress|assembly|council|edition|issue|phase|recruitment|final)s?\b/iu;
/** A passage that only names the asked edition answers when it has so much of the topic. */
const LEAST_TOPIC = 0.5;
const CERTAINTY = 0.9;

/** What the question asks about, by its number; the noun has its measure word first and is empty in English. */
interface Edition {
  readonly value: number;
  readonly noun: string;
  readonly surface: string;
}

/** The finding; where it is of another edition than the question's, one from articles of the right one, or a refusal. */
export function unlessOtherEdition(
  question: Question,
  finding: Finding,
  hits: readonly Hit[],
  knowledge: CorpusKnowledge,
  find: (hits: readonly Hit[]) => Finding,
): Finding {
  const [proof] = finding.status === 'no-answer' ? [] : finding.proofs;
  if (proof === undefined || !isSmall(knowledge.passages)) return finding;
  for (const asked of editionsIn(question)) {
    const others = otherEditions(asked, proof);
    if (others.length === 0) continue;
    const topic = topicConcepts(question);
    const right = hits.filter(
      ({ passage }) =>
        editionsOf(passage.article, asked).some(({ value }) => value === asked.value) ||
        (isNamedIn(asked, passage.folded) && coverage(topic, passage.folded) >= LEAST_TOPIC),
    );
    if (right.length > 0 && right.length < hits.length) return orShown(find(right), right);
    return {
      status: 'no-answer',
      note: noSuchOrdinal(
        asked.surface,
        others.map(({ text }) => text),
        question.language,
      ),
      certainty: CERTAINTY,
    };
  }
  return finding;
}

/** The finding, or the passage that speaks of the right edition where no answer is found in it. */
function orShown(finding: Finding, [best]: readonly Hit[]): Finding {
  if (finding.status !== 'no-answer' || best === undefined) return finding;
  const { article, paragraph, range } = best.passage;
  const proofs: readonly Proof[] = [{ article, paragraph, ranges: [range], highlights: [] }];
  return { status: 'passages', note: null, proofs, fit: LEAST_TOPIC };
}

function editionsIn({ folded, text, language }: Question): readonly Edition[] {
  if (language === 'en')
    return findEnglishOrdinals(text).flatMap(({ value, start, end }) => {
      const [event] = EVENT.exec(text.slice(end)) ?? [];
      return event === undefined || value < LEAST_NUMBER
        ? []
        : [{ value, noun: '', surface: `the ${text.slice(start, end)}${event}` }];
    });
  return findOrdinals(folded)
    .filter(({ value, noun }) => value >= LEAST_NUMBER && (EDITIONS.test(noun) || MEETINGS.test(noun)))
    .map(({ value, noun, start, end }) => ({
      value,
      noun,
      surface: `${folded.slice(start, end)}${EDITIONS.test(noun) ? noun.charAt(0) : noun}`,
    }));
}

/** The numbers of the proof's article, where none is the asked one and its paragraph does not speak of that one either. */
function otherEditions(asked: Edition, { article, paragraph }: Proof): readonly Own[] {
  const own = editionsOf(article, asked);
  if (own.some(({ value }) => value === asked.value)) return [];
  return isNamedIn(asked, fold(paragraph.text)) ? [] : own;
}

/** Whether a text speaks of the asked edition. */
function isNamedIn({ value, noun }: Edition, folded: string): boolean {
  return findOrdinals(folded).some(
    (one) => one.value === value && (noun === '' || one.noun.startsWith(noun.charAt(0))),
  );
}

/** An edition that an article says is its own, as notes show it. */
interface Own {
  readonly value: number;
  readonly text: string;
}

/** Of which editions of the asked series an article says that it is. */
function editionsOf(article: Article, asked: Edition): readonly Own[] {
  const title = [article.title ?? '', ...article.subtitles].map(fold);
  const lead = article.paragraphs.slice(0, LEAD).map(({ text }) => fold(text));
  for (const texts of [title, lead]) {
    const own = texts.flatMap((text) =>
      findOrdinals(text)
        .filter(({ noun }) => isOfSeries(asked, noun))
        .map(({ value, noun }): Own => ({ value, text: `第${value}${noun.charAt(0)}` })),
    );
    if (own.length > 0) return [...new Map(own.map((one) => [one.value, one])).values()];
  }
  return [];
}

function isOfSeries(asked: Edition, noun: string): boolean {
  if (asked.noun === '') return EDITIONS.test(noun) || MEETINGS.test(noun);
  if (EDITIONS.test(asked.noun)) return noun.charAt(0) === asked.noun.charAt(0) && isAlike(asked.noun, noun);
  return sameOrdinal({ value: 1, noun: asked.noun }, { value: 1, noun });
}

/** 届龙舟赛 and 届龙舟邀请赛, not 届董事会; a bare 届 may be of any. */
function isAlike(one: string, other: string): boolean {
  const [a, b] = [one.slice(1), other.slice(1)];
  return a === '' || b === '' || [...a].some((character) => b.includes(character));
}
