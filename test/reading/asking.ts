/** Questions and corpus knowledge for tests of the reader, without an index. */
import { fold } from '../../src/language/script.js';
import type { CorpusKnowledge } from '../../src/retrieval/passage.js';
import type { AnswerKind, Concept, Question } from '../../src/retrieval/question.js';

/** A concept with one weight-1 variant, or with several for English words. */
function concept(surface: string, variants: readonly string[] = [surface], idf = 5): Concept {
  return {
    surface,
    kind: 'word',
    variants: variants.map((text) => ({ text, weight: 1 })),
    idf,
    frequency: 1,
  };
}

/** A Chinese question with the given content words; the core is the words in order. */
export function chineseQuestion(text: string, kind: AnswerKind, words: readonly string[]): Question {
  return {
    kind,
    plural: false,
    role: null,
    office: null,
    constraints: [],
    text,
    language: 'zh-Hans',
    folded: fold(text),
    core: words.join(' '),
    concepts: words.map((word) => concept(word)),
  };
}

/** An English question; every word comes with its Chinese variants. */
export function englishQuestion(
  text: string,
  kind: AnswerKind,
  words: Readonly<Record<string, readonly string[]>>,
): Question {
  return {
    ...chineseQuestion(text, kind, []),
    language: 'en',
    concepts: Object.entries(words).map(([surface, variants]) => concept(surface, variants)),
  };
}

/** A corpus of which nothing is known but some names. */
export function knowledgeOf(
  names: { persons?: readonly string[]; places?: readonly string[] } = {},
): CorpusKnowledge {
  return {
    passages: 100,
    count: () => 0,
    persons: new Set(names.persons),
    places: new Set(names.places),
    ordinals: [],
    articlePassages: () => [],
  };
}
