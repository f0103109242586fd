/**
 * Words of one character (雪, 肉, 醋) have no postings: engines hold pairs. Nor is a Chinese question searched by what
 * else its words are called. In a small corpus the passages that have one of these are looked through, and stand behind
 * what the engine found.
 */
import { headingOf } from './headings.js';
import type { Passage } from './passage.js';
import type { Question } from './question.js';
import type { Candidate, PassageFilter } from './retriever.js';

/** In larger corpora looking through every passage costs too much, and one character says too little. */
const MOST_PASSAGES = 500;
/** Fainter glosses of an English word are other senses. */
const LEAST_WEIGHT = 0.2;
const LONE = /^\p{Script=Han}$/u;

/** The candidates of a question, and behind them, without a score, the passages of a small corpus that have one of its words of one character, or by another name. */
export function withLoneCharacters(
  { concepts, language }: Question,
  candidates: readonly Candidate[],
  passages: readonly Passage[],
  filter?: PassageFilter,
): readonly Candidate[] {
  const lone = concepts
    .flatMap(({ variants }) => variants)
    .filter(
      ({ text, weight }) => weight >= LEAST_WEIGHT && (LONE.test(text) || (language !== 'en' && weight < 1)),
    )
    .map(({ text }) => text);
  if (lone.length === 0 || passages.length > MOST_PASSAGES) return candidates;
  const found = new Set(candidates.map(({ passage }) => passage));
  const others = passages.flatMap((passage, number): readonly Candidate[] => {
    if (found.has(number) || filter?.passages.has(number) === false) return [];
    const text = `${headingOf(passage)}\n${passage.folded}`;
    return lone.some((character) => text.includes(character)) ? [{ passage: number, score: 0 }] : [];
  });
  return [...candidates, ...others];
}
