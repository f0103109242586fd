/**
 * The clauses of Chinese sentences against an English question. Glosses cover a passage faintly, and a bulletin's
 * paragraph holds a dozen sentences that all have some of them; which clause has them together tells more.
 */
import type { Article, Span } from '../../corpus/article.js';
import { fold } from '../../language/script.js';
import { isSmall } from '../../retrieval/corpus-size.js';
import { headingOf } from '../../retrieval/headings.js';
import type { CorpusKnowledge, Hit } from '../../retrieval/passage.js';
import type { Concept, Question } from '../../retrieval/question.js';
import { linesIn } from '../facts/lines-in.js';
import type { Line } from '../facts/scenes.js';
import { linesSpoken } from '../strategies/asked-speech.js';
import { headOf } from './conditions.js';
import { beyondNames } from './coverage.js';
import type { SceneFit } from './scene-fit.js';

/** Passages whose clauses are compared. */
const READ_PASSAGES = 10;
/** What a word counts by how near the clause it stands: in it, in its stretch up to the semicolons, its sentence, the one before, the titles. */
const NEAR = { clause: 1, stretch: 0.8, sentence: 0.65, before: 0.45, title: 0.55 } as const;
/** A gloss of this weight is the word itself; fainter ones are other senses. */
const SURE_GLOSS = 0.77;
const LEAST_GLOSS = 0.2;
/** A single character stands inside other words. */
const LEAST_CHARACTER = 0.35;
const RANK_COST = 0.015;
const CLAUSE = /[^,，;；:：。!！?？\n]+/gu;
const STRETCH_END = /[;；。!！?？\n]/u;

/** A clause of a line and how much of the question it carries with what stands around it. */
export interface Clause {
  readonly line: Line;
  /** In the paragraph. */
  readonly range: Span;
  /** Up to the semicolons around it. */
  readonly stretch: Span;
  /** 0..1, by idf. */
  readonly share: number;
  /** The same of what stands in the clause itself. */
  readonly own: number;
  /** For ordering: the share, less a little for the rank of its passage. */
  readonly score: number;
}

/** What is done by everybody to everything: its glosses stand anywhere. */
const LIGHT =
  /^(?:be|do(?:es)?|did|done|ha[sd]|have|make|made|get|got|take|took|taken|give|gave|given|go|went|come|came|hold|held|receive[ds]?|put|keep|kept|let|use[ds]?|want(?:ed)?|need(?:ed)?|start(?:ed)?|set|lay|laid|follow(?:ed|s)?|people|new|many|much|long)$/iu;
const LIGHT_SHARE = 0.3;
/** Behind the question word and up to the next verb or preposition stands what is asked for: what annual interest rate, who coaches. */
const ASKED =
  /\b(?:what|which|who)(?:'s)? ((?:(?:is|are|was|were|did|does|do|will|would|has|had|the|an?|must|should|can) )*)([^,?]*?)(?= (?:of|for|in|on|at|to|by|with|from|that|who|did|do|does|is|are|was|were|has|have|had|will|would|can|could|must|should|may|the|an?)\b|[,?]|$)/u;
/** What is asked for says the most of where the answer stands. */
const ASKED_SHARE = 1.8;

/**
 * What the question asks about, beside where and when, which are conditions checked apart; whom it names is one word
 * more unless only what he says is read. Words of little meaning count less, what is asked for more.
 */
export function topicOf(question: Question, isSpoken = false): readonly Concept[] {
  const asked = ASKED.exec(question.folded)?.[2] ?? '';
  const persons = isSpoken ? [] : namesIn(question);
  return [...beyondNames(question), ...persons]
    .filter(({ variants, surface }) => variants.length > 0 && !MONTH.test(surface))
    .map((concept) => {
      const surface = concept.surface.toLowerCase();
      const share = LIGHT.test(surface) ? LIGHT_SHARE : asked.includes(surface) ? ASKED_SHARE : 1;
      return { ...concept, idf: concept.idf * share };
    });
}

/** A name says whom or where, not what. */
const NAME_SHARE = 0.6;

/** Each person and place that the question names, once. */
function namesIn({ constraints, concepts }: Question): readonly Concept[] {
  return constraints.flatMap((one) => {
    if (one.type !== 'person' && one.type !== 'place') return [];
    const named = concepts.find(({ variants }) => variants.some(({ text }) => text === one.name));
    return named === undefined
      ? []
      : [{ ...named, idf: NAME_SHARE * named.idf, variants: [{ text: one.name, weight: 1 }] }];
  });
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const MONTH = new RegExp(`^(?:${MONTHS.join('|')})$`, 'u');

/** Which of the articles tell of most of the places and months that the question names. */
function scopeOf(
  { text, constraints }: Question,
  articles: readonly Article[],
): (article: Article) => boolean {
  const places = constraints.flatMap((one) => (one.type === 'place' ? [one.name] : []));
  const months = MONTHS.flatMap((name, i) =>
    new RegExp(`\\b${name}\\b`, 'u').test(text) ? [new RegExp(`(?<!\\d)0?${i + 1}月|-0?${i + 1}-`, 'u')] : [],
  );
  const marks = [
    ...places.map((place) => (said: string) => said.includes(place)),
    ...months.map((month) => (said: string) => month.test(said)),
  ];
  // Most questions name none: then no text need be folded.
  if (marks.length === 0) return () => true;
  const told = new Map(
    articles.map((article) => {
      const said = `${headOf(article)}\n${article.paragraphs.map((one) => fold(one.text)).join('\n')}`;
      return [article, marks.filter((mark) => mark(said)).length] as const;
    }),
  );
  const most = Math.max(0, ...told.values());
  return (article) => told.get(article) === most;
}

/** How surely a folded text has a word of the question: 0..1. */
export function glossIn({ variants }: Concept, text: string): number {
  let best = 0;
  for (const { text: way, weight } of variants) {
    const least = way.length > 1 ? LEAST_GLOSS : LEAST_CHARACTER;
    if (way === '' || weight < least || weight <= best || !text.includes(way)) continue;
    best = weight;
  }
  return Math.min(1, best / SURE_GLOSS);
}

/** Whether an article tells of as many of the places and months that the question names as any article of the hits. */
export function isInScope(question: Question, hits: readonly Hit[], article: Article): boolean {
  return scopeOf(question, [...new Set([article, ...hits.map(({ passage }) => passage.article)])])(article);
}

/** A line with the rank of its passage or scene and the titles over it, folded. */
export interface RankedLine {
  readonly line: Line;
  readonly rank: number;
  readonly title: string;
}

/** Lines in which an answer is sought. */
export interface Lines {
  readonly lines: readonly RankedLine[];
  /** They are what the person says whom the question names. */
  readonly areSpoken: boolean;
}

/** The lines that may answer: those that the asked person speaks, else those of the scenes in question, else of the best passages. */
export function linesFor(
  question: Question,
  hits: readonly Hit[],
  fits: readonly SceneFit[],
  isScoped: boolean,
  knowledge: CorpusKnowledge,
): Lines {
  const titleOf = (line: Line) => headOf(line.article);
  const spoken = linesSpoken(question, fits);
  const isMeant = scopeOf(question, [
    ...new Set([
      ...fits.map(({ outline }) => outline.article),
      ...hits.map(({ passage }) => passage.article),
    ]),
  ]);
  const found: readonly RankedLine[] =
    spoken.length > 0
      ? spoken.map((line) => ({ line, rank: 0, title: titleOf(line) }))
      : isScoped
        ? fits.flatMap(({ lines }, rank) => lines.map((line) => ({ line, rank, title: titleOf(line) })))
        : hits.slice(0, READ_PASSAGES).flatMap((hit, rank) =>
            linesIn(hit, knowledge).map((line) => ({
              line,
              rank,
              title: `${titleOf(line)}\n${headingOf(hit.passage)}`,
            })),
          );
  return { lines: found.filter(({ line }) => isMeant(line.article)), areSpoken: spoken.length > 0 };
}

/** So much of an English question stands together, and so much in one clause, that the texts tell of it. */
const TOLD = 0.8;
const TOLD_IN_CLAUSE = 0.45;
/** A question of one word is told of only where the person says it whom it names. */
const LEAST_WORDS = 2;

/** Whether one clause with what stands around it has nearly all that an English question asks about, words without Chinese counted as missing. */
export function isToldTogether(
  question: Question,
  hits: readonly Hit[],
  fits: readonly SceneFit[],
  isScoped: boolean,
  knowledge: CorpusKnowledge,
): boolean {
  if (question.language !== 'en' || !isSmall(knowledge.passages)) return false;
  const found = linesFor(question, hits, fits, isScoped, knowledge);
  const topic = topicOf(question, found.areSpoken);
  const missing = beyondNames(question).filter(({ variants }) => variants.length === 0);
  const [best] = clausesFor(topic, found.lines);
  const weight = (of: readonly Concept[]) => of.reduce((sum, { idf }) => sum + idf, 0);
  if (best === undefined || (topic.length < LEAST_WORDS && !found.areSpoken)) return false;
  const known = weight(topic) / (weight(topic) + weight(missing));
  return best.share * known >= TOLD && best.own * known >= TOLD_IN_CLAUSE;
}

/** All clauses of those lines, best first. */
export function clausesFor(topic: readonly Concept[], lines: readonly RankedLine[]): readonly Clause[] {
  const whole = topic.reduce((sum, { idf }) => sum + idf, 0);
  if (whole === 0) return [];
  return lines
    .flatMap(({ line, rank, title }, i) => {
      const previous = lines[i - 1]?.line;
      const before = previous?.paragraph === line.paragraph ? textOf(previous, previous.range) : '';
      return clausesIn(line).map(({ range, stretch }): Clause => {
        const near: readonly (readonly [text: string, worth: number])[] = [
          [textOf(line, range), NEAR.clause],
          [textOf(line, stretch), NEAR.stretch],
          [textOf(line, line.range), NEAR.sentence],
          [before, NEAR.before],
          [title, NEAR.title],
        ];
        const carried = (ways: typeof near) =>
          topic.reduce(
            (sum, word) =>
              sum + word.idf * Math.max(...ways.map(([text, worth]) => worth * glossIn(word, text))),
            0,
          ) / whole;
        const share = carried(near);
        return {
          line,
          range,
          stretch,
          share,
          own: carried(near.slice(0, 1)),
          score: share - rank * RANK_COST,
        };
      });
    })
    .sort((a, b) => b.score - a.score || b.own - a.own);
}

/** The clauses of a line, each with its stretch up to the semicolons. */
export function clausesIn({
  folded,
  range: [start, end],
}: Line): readonly { readonly range: Span; readonly stretch: Span }[] {
  return [...folded.slice(start, end).matchAll(CLAUSE)].map(({ index, 0: text }) => {
    const range: Span = [start + index, start + index + text.length];
    let from = range[0];
    while (from > start && !STRETCH_END.test(folded.charAt(from - 1))) from--;
    let to = range[1];
    while (to < end && !STRETCH_END.test(folded.charAt(to))) to++;
    return { range, stretch: [from, to] as const };
  });
}

function textOf({ folded }: Line, range: Span): string {
  return folded.slice(...range);
}
