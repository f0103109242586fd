/** What is worked out once for all candidates of some sentences. */

import type { Span } from '../../corpus/article.js';
import { findDates } from '../../language/dates.js';
import { findNumbers } from '../../language/numerals.js';
import type { CorpusKnowledge } from '../../retrieval/passage.js';
import type { Question } from '../../retrieval/question.js';
import { damping, type Evidence, type Occurrence } from '../passages/evidence.js';
import { type Blank, findBlank } from './blank.js';
import type { Candidates } from './candidates.js';
import { conceptGapsOf } from './concept-gaps.js';
import { edgesOf, MAY_BE_PERSON, MAY_BE_PLACE } from './edges.js';
import { countMarks } from './marks.js';
import { findMentions } from './mentions.js';
import type { OccurrenceColumns, Scene } from './scene-types.js';
import { formSlot, kindSlot } from './slots.js';
import { NUMBERS, numberFeature, SLOTS, slotFeature } from './span-layout.js';
import type { Standing, WeighedSentence } from './weighed-sentence.js';

function columnsOf(occurrences: readonly Occurrence[]): OccurrenceColumns {
  return {
    starts: Int32Array.from(occurrences, ({ start }) => start),
    ends: Int32Array.from(occurrences, ({ end }) => end),
    terms: Int32Array.from(occurrences, ({ term }) => term),
    weights: Float64Array.from(occurrences, ({ weight }) => weight),
  };
}

/** Total weight of the different question words in a stretch. */
function shareIn(occurrences: readonly Occurrence[], [start, end]: Span, best: Float64Array): number {
  best.fill(0);
  for (const o of occurrences)
    if (o.start >= start && o.end <= end && o.weight > (best[o.term] ?? 0)) best[o.term] = o.weight;
  return best.reduce((sum, weight) => sum + weight, 0);
}

function standingsOf(shares: readonly number[]): Standing[] {
  const sorted = [...shares].sort((a, b) => b - a);
  const [first = 0, second = 0] = sorted;
  return shares.map((share) => ({ share, lead: share - (share === first ? second : first) }));
}

/** Running counts: entry i is how many of the first i offsets of a text are counted. */
function runningCount(length: number, counts: (at: number) => boolean): Uint16Array {
  const running = new Uint16Array(length + 1);
  for (let at = 0; at < length; at++) running[at + 1] = (running[at] ?? 0) + (counts(at) ? 1 : 0);
  return running;
}

/** What a question is written with. */
interface Writing {
  readonly pairs: ReadonlySet<number>;
  readonly characters: ReadonlySet<number>;
}

const writings = new WeakMap<Question, Writing>();

/** The pairs and the characters of a question, gathered once. */
function writingOf(question: Question): Writing {
  const known = writings.get(question);
  if (known !== undefined) return known;
  const { folded } = question;
  const places = Array.from({ length: folded.length }, (_, at) => at);
  const writing = {
    pairs: new Set(places.map((at) => pairAt(folded, at))),
    characters: new Set(places.map((at) => folded.charCodeAt(at))),
  };
  writings.set(question, writing);
  return writing;
}

/** The two units from `at` in 32 bits; at the text's end 0 is the second. */
function pairAt(text: string, at: number): number {
  return (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1);
}

function fixedFeatures(question: Question, blank: Blank, sentences: number): Uint16Array {
  return Uint16Array.of(
    NUMBERS.sentences,
    numberFeature(NUMBERS.sentences, sentences),
    SLOTS.kind,
    slotFeature(SLOTS.kind, kindSlot(question)),
    SLOTS.english,
    slotFeature(SLOTS.english, question.language === 'en' ? 1 : 0),
    SLOTS.form,
    slotFeature(SLOTS.form, formSlot({ question, blank })),
  );
}

/** Concepts by their heaviest occurrence. */
function weightiestOf(occurrences: readonly Occurrence[]): number[] {
  const best = new Map<number, number>();
  for (const { term, weight } of occurrences) if (weight > (best.get(term) ?? 0)) best.set(term, weight);
  return [...best].sort((a, b) => b[1] - a[1]).map(([term]) => term);
}

/** Sets the scene for some sentences of a folded paragraph, in order. */
export function setScene(
  question: Question,
  folded: string,
  sentences: readonly WeighedSentence[],
  evidence: Evidence,
  found: Candidates,
  knowledge: CorpusKnowledge,
): Scene {
  const range: Span = [sentences[0]?.span[0] ?? 0, sentences.at(-1)?.span[1] ?? 0];
  const part = folded.slice(...range);
  const total = evidence.concepts.reduce((sum, term) => sum + term.idf * term.rarity * damping(term), 0) || 1;
  const occurrences = evidence.occurrences
    .filter((o) => o.start >= range[0] && o.end <= range[1])
    .map(({ start, end, term, weight }) => ({ start, end, term, weight: weight / total }));
  const best = new Float64Array(evidence.concepts.length);
  const share = (span: Span) => shareIn(occurrences, span, best);
  const { pairs, characters } = writingOf(question);
  const shift = <T extends { start: number; end: number }>(mention: T): T => ({
    ...mention,
    start: mention.start + range[0],
    end: mention.end + range[0],
  });
  const dates = findDates(part);
  const numbers = findNumbers(part);
  const blank = findBlank(question);
  const clauseStandings = standingsOf(found.clauses.map(({ start, end }) => share([start, end])));
  const sentenceStandings = standingsOf(sentences.map(({ span }) => share(span)));
  const known = { folded, range, sentences, found, knowledge, blank, occurrences };
  const edges = edgesOf({ ...known, question: question.folded, clauseStandings, sentenceStandings });
  const [weightiest = -1, second = -1] = weightiestOf(occurrences);
  const gapsOf = (concept: number) => conceptGapsOf(occurrences, concept, found.words);
  const texts = found.words.map(({ text }) => text);
  const isNamed = (names: ReadonlySet<string>, flag: number, place: number) => {
    const text = texts[place] ?? '';
    return (text.length === 1 || ((edges.mayStart[place] ?? 0) & flag) !== 0) && names.has(text);
  };
  return {
    ...known,
    question,
    edges,
    fixed: fixedFeatures(question, blank, sentences.length),
    marks: countMarks(part),
    columns: columnsOf(occurrences),
    gaps: {
      weightiest: gapsOf(weightiest),
      second: gapsOf(second),
      before: gapsOf(blank.conceptBefore),
      after: gapsOf(blank.conceptAfter),
    },
    dates: dates.map(shift),
    numbers: numbers.map(shift),
    mentions: findMentions(question, part, knowledge, { dates, numbers })
      .filter(([start, end]) => !question.folded.includes(part.slice(start, end)))
      .map(([start, end]): Span => [start + range[0], end + range[0]]),
    pairsBefore: runningCount(part.length, (at) => pairs.has(pairAt(part, at))),
    charactersBefore: runningCount(part.length, (at) => characters.has(part.charCodeAt(at))),
    personsBefore: runningCount(
      texts.length,
      (place) => isNamed(knowledge.persons, MAY_BE_PERSON, place) || texts[place]?.includes('·') === true,
    ),
    placesBefore: runningCount(texts.length, (place) => isNamed(knowledge.places, MAY_BE_PLACE, place)),
    perConcept: best,
  };
}
