/** Which of the texts' numbered set phrases an English question means: the nine unchanged is “九个不变”. */
import { parseNumeral } from '../../language/numerals.js';
import type { CorpusKnowledge, Hit } from '../../retrieval/passage.js';
import type { Concept, Question } from '../../retrieval/question.js';
import { outlineOf } from '../facts/outline.js';
import type { SetPhrase } from '../facts/set-phrases.js';
import { articlesOf } from '../matching/scene-fit.js';

const NUMBERS = 'zero one two three four five six seven eight nine ten eleven twelve thirteen'.split(' ');
const NUMBER = new RegExp(`\\b(${NUMBERS.slice(2).join('|')})[ -]`, 'u');
/** “四个口袋”, “四方责任”, “六个变”: in quotation marks, with their number first. */
const QUOTED =
  /[“「『]([一二两三四五六七八九十]{1,3})((?:个|项|种|条|大|方)?)([^“”「」『』,，。;；、]{1,8})[”」』]/gu;
/** Words for any set of things say nothing of which one. */
const ANY =
  /^(?:things?|kinds?|types?|items?|what|called|so-called|named?|mention\w*|mean\w*|list|said|say|phrase|slogan|call\w*|ask\w*)$/iu;
const SPEAKER = 0.5;
/** Fainter glosses say nothing. */
const LEAST_LIKENESS = 0.1;

interface Candidate {
  readonly phrase: SetPhrase;
  readonly score: number;
  readonly spoken: boolean;
}

/** The set phrase of the asked size that shares a word with the question; the only one that the asked person used, where none does. */
export function englishPhrase(
  question: Question,
  hits: readonly Hit[],
  knowledge: CorpusKnowledge,
): SetPhrase | null {
  const word = NUMBER.exec(question.folded)?.[1];
  if (word === undefined) return null;
  const size = NUMBERS.indexOf(word);
  const named = question.constraints.map(({ surface }) => surface.toLowerCase()).join(' ');
  const words = question.concepts.filter(
    ({ surface, kind }) =>
      kind === 'word' &&
      !ANY.test(surface) &&
      surface.toLowerCase() !== word &&
      !named.includes(surface.toLowerCase()),
  );
  const person = question.constraints.find(({ type }) => type === 'person');
  const name = person?.type === 'person' ? person.name : null;
  const found = phrasesIn(hits, knowledge, size, name).map(
    ({ text, stem, spoken }): Candidate => ({
      phrase: { text, size },
      score: Math.max(0, ...words.map((concept) => likeness(concept, stem))) + (spoken ? SPEAKER : 0),
      spoken,
    }),
  );
  const [best] = [...found].sort((a, b) => b.score - a.score);
  if (best === undefined) return null;
  if (best.score >= LEAST_LIKENESS + (best.spoken ? SPEAKER : 0)) return best.phrase;
  const own = new Set(found.filter(({ spoken }) => spoken).map(({ phrase }) => phrase.text));
  return own.size === 1 ? { ...best.phrase, guessed: true } : null;
}

function phrasesIn(
  hits: readonly Hit[],
  knowledge: CorpusKnowledge,
  size: number,
  speaker: string | null,
): readonly { readonly text: string; readonly stem: string; readonly spoken: boolean }[] {
  return articlesOf(hits).flatMap((article) => {
    const { lines, speakers } = outlineOf(article, knowledge);
    return lines.flatMap(({ folded, range }, i) =>
      [...folded.slice(...range).matchAll(QUOTED)].flatMap((match) => {
        const [, numeral = '', measure = '', stem = ''] = match;
        if (parseNumeral(numeral) !== size) return [];
        const spoken = speaker !== null && speakers[i]?.person.name === speaker;
        return [{ text: `${numeral}${measure}${stem}`, stem, spoken }];
      }),
    );
  });
}

/** How surely some Chinese for an English word stands in a phrase without its number. */
function likeness({ variants }: Concept, stem: string): number {
  return Math.max(
    0,
    ...variants.map(({ text, weight }) =>
      stem.includes(text) ? Math.min(1, weight) * Math.min(1, text.length / stem.length + 0.5) : 0,
    ),
  );
}
