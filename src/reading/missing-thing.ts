/** Whether a passage has nothing of the very thing that a question asks for or counts. */
import type { CorpusKnowledge } from '../retrieval/passage.js';
import type { Question } from '../retrieval/question.js';
import { askedCounted, askedThing, countsThing } from './asked-fact.js';
import { coverage } from './coverage.js';

/**
 * Whether the thing that is asked for is missing: 路 of 哪条路 in `stretch`, which ought to answer, or what is counted in
 * the whole passage. Both texts are folded.
 */
export function lacksAsked(
  question: Question,
  stretch: string,
  folded: string,
  knowledge: CorpusKnowledge,
): boolean {
  return (
    lacks(askedThing(question), stretch, knowledge) ||
    lacksCounted(question, folded) ||
    lacksCountedEnglish(question, folded)
  );
}

/** Whether a word that the corpus has is missing in a text that ought to say it. */
function lacks(word: string | null, text: string, knowledge: CorpusKnowledge): boolean {
  return word !== null && !text.includes(word) && knowledge.count(word) > 0;
}

/** Whether nothing in a passage counts the very thing of a question how many: neither by its name nor by another. */
function lacksCounted(question: Question, folded: string): boolean {
  const thing = askedCounted(question);
  if (thing === null || countsThing(thing, folded)) return false;
  const ways = question.concepts
    .filter(({ surface }) => surface.includes(thing) || thing.includes(surface))
    .flatMap(({ variants }) => variants.map(({ text }) => text))
    .filter((text) => text.length > 1);
  return !ways.some((way) => countsThing(way, folded));
}

/** Visitors, residents and guests are all counted as 人. */
const PEOPLE = /[\d千万百]余?(?:名|位|人)/u;
const ENGLISH_COUNTED =
  /\bhow many (?:[a-z-]+ ){0,2}?([a-z-]+) (?:was|were|is|are|did|does|do|has|have|had|will|in|on|at|of)\b/u;

/** Whether a passage has nothing of what an English question counts, though the corpus elsewhere has. */
function lacksCountedEnglish({ language, kind, folded: asked, concepts }: Question, folded: string): boolean {
  const thing = language === 'en' && kind === 'number' ? ENGLISH_COUNTED.exec(asked)?.[1] : undefined;
  const concept = concepts.find(({ surface }) => surface.toLowerCase() === thing);
  return (
    concept !== undefined &&
    concept.frequency > 0 &&
    coverage([concept], folded) === 0 &&
    !PEOPLE.test(folded)
  );
}
