/** Answers English questions from articles in English: their own words are compared, no lexicon is needed. */
import type { Span } from '../../corpus/article.js';
import { baseForms, englishTokens, STOP_WORDS } from '../../language/english.js';
import { findEnglishDates } from '../../language/english-dates.js';
import { splitSentences } from '../../language/sentences.js';
import type { Hit, Passage } from '../../retrieval/passage.js';
import type { Question } from '../../retrieval/question.js';
import type { Answered, Refused } from '../finding.js';
import { factNotGiven, notCovered } from '../notes/notes.js';

const READ_PASSAGES = 20;
/** Of the question's words, an English passage must have this share to be about it. */
const LEAST_WORDS = 0.6;
/** What a sentence before or behind carries is worth this much. */
const NEARBY = 0.4;
const CERTAINTY = 0.8;
const REFUSAL_CERTAINTY = 0.8;
const DAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)days?';
const NAME = /\p{Lu}[\p{L}'’.-]*(?:\s+(?:(?:of|de|van|von|al|bin)\s+)?\p{Lu}[\p{L}'’-]*)*/gu;
const NO_NAME = new RegExp(
  `^(?:the|a|an|in|on|at|he|she|they|it|its|we|but|and|for|from|after|before|when|while|as|by|this|that|these|${DAY}|january|february|march|april|may|june|july|august|september|october|november|december)$`,
  'iu',
);
const NUMBER =
  '(?:\\d[\\d,.]*\\d|\\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|hundred)\\b)(?:[\\s-](?:hundred|thousand|million|billion))*';
const MONEY = new RegExp(
  `(?:about |nearly |over )?(?:[$£€¥]\\s?${NUMBER}|${NUMBER}\\s(?:dollars|pounds|euros|yuan|francs|yen|rupees))`,
  'giu',
);
/** A dateline: Springfield, 3 May 2021 —. */
const DATELINE = /^[^.!?]{0,60}?\d{4}\s*[-–—]\s/u;
const WEEKDAY = new RegExp(`\\b${DAY}\\b`, 'giu');
const ASKS_MONEY =
  /\bhow much\b|\b(?:price|cost|fee|fare|budget|salary|rent|tuition|deposit|balance|prize money)s?\b/u;
/** Margaret Lee (chair): what stands in parentheses behind a name is said of it. */
const IN_PARENTHESES = /^ ?\((?:the )?$/u;
const COUNTED =
  /\bhow many ((?:[a-z'-]+ ){0,3}?[a-z'-]+)(?= (?:was|were|is|are|did|does|do|has|have|had|will|would|can|could|in|on|at|of|took|came|live|work|attend)|[?]|$)/u;

interface Sentence {
  readonly passage: Passage;
  readonly range: Span;
  readonly text: string;
  readonly score: number;
}

/** The answer of the best English passage, a refusal where that has none of the asked kind, or null where none is about the question. */
export function answerFromEnglish(question: Question, hits: readonly Hit[]): Answered | Refused | null {
  if (question.language !== 'en') return null;
  const asked = wordsOf(question.text);
  const passages = hits
    .slice(0, READ_PASSAGES)
    .map(({ passage }) => passage)
    .filter(({ folded }) => !/\p{Script=Han}/u.test(folded));
  const [best] = passages
    .map((passage) => ({ passage, missing: missingIn(asked, wordsOf(contextOf(passage))) }))
    .sort((a, b) => a.missing.length - b.missing.length);
  if (best === undefined || asked.length === 0) return null;
  const share = 1 - best.missing.length / asked.length;
  if (share < LEAST_WORDS)
    return passages[0] === hits[0]?.passage
      ? {
          status: 'no-answer',
          note: notCovered(
            best.missing.map(({ text }) => text),
            'en',
          ),
          certainty: REFUSAL_CERTAINTY,
        }
      : null;
  const sentences = weighed(best.passage, asked);
  for (const sentence of sentences) {
    const answer = answerIn(question, sentence, asked);
    if (answer !== null) return answered(sentence, answer, share);
  }
  return TYPED.has(question.kind) && (best.passage === hits[0]?.passage || hasOwnWord(question, best.passage))
    ? { status: 'no-answer', note: factNotGiven('en'), certainty: REFUSAL_CERTAINTY }
    : null;
}

/** Whether a passage has a word of the question that no Chinese text says. */
function hasOwnWord({ concepts }: Question, { folded }: Passage): boolean {
  return concepts.some(
    ({ variants, surface }) =>
      variants.length > 0 &&
      variants.every(({ text }) => !/\p{Script=Han}/u.test(text)) &&
      folded.includes(surface.toLowerCase()),
  );
}

const TYPED: ReadonlySet<string> = new Set(['person', 'number', 'time']);

interface Word {
  readonly text: string;
  readonly forms: readonly string[];
}

function wordsOf(text: string): readonly Word[] {
  return englishTokens(text)
    .filter(({ lower }) => !STOP_WORDS.has(lower) && !/^(?:new|place|take|day|date|year|time)$/u.test(lower))
    .map(({ text: word, lower }) => ({ text: word, forms: baseForms(lower) }));
}

function agrees(a: Word, b: Word): boolean {
  return a.forms.some((form) => b.forms.includes(form));
}

function missingIn(asked: readonly Word[], said: readonly Word[]): readonly Word[] {
  return asked.filter((word) => !said.some((one) => agrees(word, one)));
}

function contextOf({ article, folded }: Passage): string {
  return `${article.title ?? ''}\n${folded}`;
}

/** The sentences of a passage, best first; a sentence is helped by those around it. */
function weighed(passage: Passage, asked: readonly Word[]): readonly Sentence[] {
  const { paragraph, range } = passage;
  const inside = splitSentences(paragraph.text).filter(([start, end]) => start < range[1] && range[0] < end);
  const found = inside.map((span) => {
    const said = wordsOf(paragraph.text.slice(...span));
    return asked.map((word) => said.some((one) => agrees(word, one)));
  });
  return inside
    .map((span, i) => {
      const near = asked.filter(
        (_, w) => found[i]?.[w] !== true && (found[i - 1]?.[w] === true || found[i + 1]?.[w] === true),
      );
      const own = found[i]?.filter((has) => has).length ?? 0;
      return { passage, range: span, text: paragraph.text.slice(...span), score: own + NEARBY * near.length };
    })
    .sort((a, b) => b.score - a.score);
}

/** The span of the answer inside the sentence's text, or null. */
function answerIn(question: Question, { text }: Sentence, asked: readonly Word[]): Span | null {
  const { folded, kind } = question;
  const anchors = anchorsIn(text, asked);
  if (anchors.length === 0) return null;
  if (kind === 'person') {
    const names = namesIn(text, asked);
    return describedIn(text, names, anchors) ?? nearest(names, anchors);
  }
  if (kind === 'time') {
    const body = DATELINE.exec(text)?.[0].length ?? 0;
    if (/\bwhich day|what day/u.test(folded)) {
      const days = [...text.matchAll(WEEKDAY)].map(({ index, 0: day }): Span => [index, index + day.length]);
      if (days.length > 0) return nearest(days, anchors);
    }
    const dates = findEnglishDates(text)
      .map(({ start, end }): Span => [start, end])
      .filter(([start]) => start >= body);
    return nearest(dates, anchors);
  }
  if (kind !== 'number') return null;
  if (ASKS_MONEY.test(folded))
    return nearest(
      [...text.matchAll(MONEY)].map(({ index, 0: sum }): Span => [index, index + sum.length]),
      anchors,
    );
  const counted = COUNTED.exec(folded)?.[1]?.split(' ').at(-1);
  if (counted === undefined) return null;
  const forms = baseForms(counted).map((form) => form.replace(/[^a-z]/gu, ''));
  const pattern = new RegExp(`${NUMBER}(?=\\s(?:[\\p{L}'-]+\\s){0,3}?(?:${forms.join('|')}))`, 'giu');
  return nearest(
    [...text.matchAll(pattern)].map(({ index, 0: number }): Span => [index, index + number.length]),
    anchors,
  );
}

function anchorsIn(text: string, asked: readonly Word[]): readonly number[] {
  return englishTokens(text)
    .filter(({ text: word, lower }) =>
      asked.some((one) => agrees(one, { text: word, forms: baseForms(lower) })),
    )
    .flatMap(({ text: word }) =>
      [...text.matchAll(new RegExp(`\\b${word.replace(/[^\p{L}\d]/gu, '.')}\\b`, 'gu'))].map(
        ({ index }) => index,
      ),
    );
}

/** Runs of capitalised words without those of the question and those that begin a sentence only. */
function namesIn(text: string, asked: readonly Word[]): readonly Span[] {
  return [...text.matchAll(NAME)].flatMap(({ index, 0: run }): readonly Span[] => {
    const parts = [...run.matchAll(/\S+/gu)];
    const kept = parts.filter(({ 0: part }) => {
      const bare = part.replace(/[’'.]s?$/u, '');
      const word = { text: bare, forms: baseForms(bare.toLowerCase()) };
      return !NO_NAME.test(bare) && !asked.some((one) => agrees(one, word));
    });
    const first = kept[0];
    const last = kept.at(-1);
    if (first === undefined || last === undefined || kept.length < Math.min(2, parts.length)) return [];
    return [[index + first.index, index + last.index + last[0].length]];
  });
}

/** The name that a word of the question follows in parentheses. */
function describedIn(text: string, names: readonly Span[], anchors: readonly number[]): Span | null {
  return (
    names.find(([, end]) => anchors.some((at) => at > end && IN_PARENTHESES.test(text.slice(end, at)))) ??
    null
  );
}

/** What stands nearest to the question's words; what stands behind one before what stands in front of it. */
function nearest(spans: readonly Span[], anchors: readonly number[]): Span | null {
  const far = ([start, end]: Span) =>
    Math.min(...anchors.map((at) => (at <= start ? start - at : at - end + (end - start))));
  return [...spans].sort((a, b) => far(a) - far(b))[0] ?? null;
}

function answered({ passage, range }: Sentence, [from, to]: Span, share: number): Answered {
  const { article, paragraph } = passage;
  const span: Span = [range[0] + from, range[0] + to];
  return {
    status: 'answered',
    answer: paragraph.text.slice(...span),
    note: null,
    proofs: [{ article, paragraph, ranges: [range], highlights: [span] }],
    certainty: CERTAINTY,
    fit: share,
  };
}
