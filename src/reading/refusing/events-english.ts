/**
 * Events that an English question tells by their number or by their place: the sixth Yunling Marathon, the Qingdao
 * Marathon. Where the texts have the event, but only with another number or of another place, they don't say.
 */
import { findEnglishOrdinals, findOrdinals } from '../../language/numerals.js';
import { fold } from '../../language/script.js';
import type { Hit } from '../../retrieval/passage.js';
import type { Concept, Question } from '../../retrieval/question.js';
import type { Refused } from '../finding.js';
import { noMention, noSuchOrdinal } from '../notes/notes.js';

const EVENT =
  '(?:temple )?(?:marathon|festival|fair|contest|competition|games|championships?|tournament|exhibition|expo|forum|summit|carnival|gala|biennale|regatta)';
/** Behind an ordinal: the sixth annual Yunling Marathon. */
const COUNTED_EVENT = new RegExp(`^\\s+(?:[\\p{L}\\d’'-]+\\s+){0,4}?(${EVENT})\\b`, 'iu');
/** The Qingdao International Marathon: only the place must have its capital. */
const PLACED_EVENT = new RegExp(
  `(?<![\\p{L}’'-])(\\p{Lu}[\\p{L}’'-]{2,})(?: (?:City|International|Spring|Summer|Autumn|Winter|[12]\\d{3}))? (${EVENT.replace(/\b[a-z]/gu, (letter) => `[${letter}${letter.toUpperCase()}]`)})\\b`,
  'gu',
);
/** Fainter glosses are other senses. */
const LIKELY = 0.4;
const LIKELY_NAME = 0.6;
/** Between a place and its event: 青岛国际马拉松. */
const REACH = 6;
const READ_HITS = 10;
const MOST_SHOWN = 8;
const CERTAINTY = 0.9;
/** 第五次举办, 第六届. */
const EDITION = /^[届次]/u;

/** A refusal where the best passages tell of other editions of the event, or of the same event elsewhere; else null. */
export function refuseOtherEvent(question: Question, hits: readonly Hit[]): Refused | null {
  if (question.language !== 'en') return null;
  const read = hits.slice(0, READ_HITS).map(({ passage }) => passage);
  const titles = read.map(({ article }) => fold(article.title ?? ''));
  const texts = [...titles, ...read.flatMap(({ folded }) => sentencesOf(folded))];
  return otherEdition(question, texts) ?? otherPlace(question, texts, titles);
}

function sentencesOf(folded: string): readonly string[] {
  return folded.split(/[。！？!?；;\n]/u);
}

/** The Chinese words of the concepts that a stretch of the question holds, the surer ones. */
function chineseOf(concepts: readonly Concept[], stretch: string, least: number): readonly string[] {
  const lower = stretch.toLowerCase();
  return concepts
    .filter(({ surface }) => ` ${surface.toLowerCase()}`.endsWith(` ${lower}`))
    .flatMap(({ variants }) => variants)
    .filter(({ text, weight }) => weight >= least && /^\p{Script=Han}{2,}$/u.test(text))
    .map(({ text }) => text);
}

function otherEdition({ text, concepts, language }: Question, texts: readonly string[]): Refused | null {
  for (const { value, start, end } of findEnglishOrdinals(text)) {
    const [behind = '', event = ''] = COUNTED_EVENT.exec(text.slice(end)) ?? [];
    const words = event === '' ? [] : chineseOf(concepts, event, LIKELY);
    const told = texts
      .filter((sentence) => words.some((word) => sentence.includes(word)))
      .flatMap((sentence) => findOrdinals(sentence).filter(({ noun }) => EDITION.test(noun)))
      .map((ordinal) => ({ value: ordinal.value, shown: `第${ordinal.value}${ordinal.noun.charAt(0)}` }));
    if (told.length === 0 || told.some((one) => one.value === value)) continue;
    const present = [...new Set(told.map(({ shown }) => shown))].slice(0, MOST_SHOWN);
    return refused(noSuchOrdinal(`the ${text.slice(start, end)}${behind}`, present, language));
  }
  return null;
}

/** An article that has the place in its title is about it, whatever its event is called. */
function otherPlace(
  { text, concepts, language }: Question,
  texts: readonly string[],
  titles: readonly string[],
): Refused | null {
  for (const [surface, place = '', event = ''] of text.matchAll(PLACED_EVENT)) {
    const events = chineseOf(concepts, event, LIKELY);
    const places = chineseOf(concepts, place.replace(/[’']s$/u, ''), LIKELY_NAME);
    const isTitled = titles.some((title) => places.some((one) => title.includes(one)));
    if (events.length === 0 || places.length === 0 || isTitled) continue;
    const placesAt = new RegExp(`(?:${places.join('|')})[^,，、]{0,${REACH}}(?:${events.join('|')})`, 'u');
    const named = new RegExp(`[\\p{Script=Han}]{2}(?:${events.join('|')})`, 'u');
    if (texts.some((sentence) => placesAt.test(sentence)) || !texts.some((sentence) => named.test(sentence)))
      continue;
    return refused(noMention(surface, language));
  }
  return null;
}

function refused(note: string): Refused {
  return { status: 'no-answer', note, certainty: CERTAINTY };
}
