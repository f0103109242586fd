/** The deed or part that an English question asks after (who read the eulogy, where was he caught), as texts may say it. */
import type { Concept, Question } from '../../retrieval/question.js';
import { beyondNames, topicConcepts } from '../matching/coverage.js';
import type { AskedDoer } from './doer-patterns.js';

/** Who is the referee: behind these stands a part, no deed. */
const ASKS_PART =
  /^(?:so )?(?:who|whom) (?:is|was|are|were|will be|has been|served as|acted as|acts as|serves as)\b(?! [a-z]+(?:ed|n) (?:by|to|as)\b)/u;
const ASKS_WHO = /\bwho(?:m|se)?\b/u;
/** A deed that any text says of anybody: what is done with it says more. */
const LIGHT =
  /^(?:be|do|did|does|had|has|have|make|made|get|got|take|took|give|gave|go|went|come|came|will|would|hold|held)$/u;
/** Fainter glosses are other senses. */
const LEAST_WEIGHT = 0.1;
const LIKELY_WEIGHT = 0.35;
const MOST_WORDS = 8;

export interface AskedDeed {
  readonly doer: AskedDoer;
  /** What else the question says. */
  readonly topic: readonly Concept[];
}

/** Whom an English question asks for by what he did or which part he had; null where it says neither. */
export function askedEnglishDoer(question: Question): AskedDeed | null {
  const { language, kind, plural, role, office, folded } = question;
  if (language !== 'en' || kind !== 'person' || plural || role !== null || office !== null) return null;
  const who = ASKS_WHO.exec(folded);
  if (who === null) return null;
  const deed = deedBehind(question, who.index);
  if (deed === null) return null;
  const words = wordsOf(deed);
  if (words.length === 0) return null;
  const isPart = ASKS_PART.test(folded);
  return {
    doer: { kind: isPart ? 'part' : 'verb', words, labels: words },
    topic: plainTopic(question).filter(({ surface }) => surface !== deed.surface),
  };
}

/**
 * What an English question is about beside the names that are conditions, each likely gloss counting as the word itself:
 * the marks of Chinese questions go by how much of their own words stands near.
 */
export function plainTopic(question: Question): readonly Concept[] {
  const topic = beyondNames(question).filter(({ frequency }) => frequency > 0);
  return (topic.length > 0 ? topic : topicConcepts(question)).map((concept) => ({
    ...concept,
    variants: concept.variants.map(({ text, weight }) => ({
      text,
      weight: weight >= LIKELY_WEIGHT ? 1 : weight,
    })),
  }));
}

/** The first word behind a place of an English question that says what is done; null where none does. */
function deedBehind({ concepts, folded }: Question, from: number): Concept | null {
  return (
    concepts.find(({ surface, kind }) => {
      const lower = surface.toLowerCase();
      return kind === 'word' && !LIGHT.test(lower) && folded.indexOf(lower, from) >= 0;
    }) ?? null
  );
}

/** The Chinese words for a deed, the likeliest first. */
export function wordsOf({ variants }: Concept): readonly string[] {
  return variants
    .filter(({ text, weight }) => /^\p{Script=Han}{2,5}$/u.test(text) && weight >= LEAST_WEIGHT)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_WORDS)
    .map(({ text }) => text);
}
