/** Picks the one or two sentences of a paragraph that carry the answer. */

import type { Span } from '../corpus/article.js';
import { fold } from '../language/script.js';
import type { CorpusKnowledge } from '../retrieval/passage.js';
import type { Question } from '../retrieval/question.js';
import { damping, type Evidence, gatherEvidence, type Term } from './evidence.js';

/** One or two adjacent sentences of a paragraph. */
export interface SentenceChoice {
  /** Offsets in the paragraph's original text. */
  readonly range: Span;
  /** How likely the answer stands there, 0..1, less a little for length. */
  readonly score: number;
  /** Share of the question's words, by idf, that stand there: 0..1. */
  readonly coverage: number;
}

/** What a character of quote costs in score. */
const LENGTH_COST = 0.0005;
/** Bigrams of the question beside its words. */
const BIGRAM_SHARE = 0.5;
/** Sharpens scores into chances. */
const SHARPNESS = 6;

function weigh(terms: readonly Term[], s: number): number {
  let sum = 0;
  for (const term of terms) sum += term.idf * term.rarity * damping(term) * (term.matches[s] ?? 0);
  return sum;
}

function chances(evidence: Evidence): number[] {
  const raw = evidence.sentences.map(
    (_, s) => weigh(evidence.concepts, s) + BIGRAM_SHARE * weigh(evidence.bigrams, s),
  );
  const top = Math.max(...raw, 1e-9);
  const sharp = raw.map((value) => Math.exp((SHARPNESS * value) / top));
  const sum = sharp.reduce((a, b) => a + b, 0);
  return sharp.map((value) => value / sum);
}

function coverageOf(concepts: readonly Term[], from: number, to: number): number {
  let all = 0;
  let found = 0;
  for (const term of concepts) {
    all += term.idf;
    found += term.idf * Math.max(term.matches[from] ?? 0, term.matches[to] ?? 0);
  }
  return all > 0 ? found / all : 0;
}

/**
 * Single sentences and adjacent pairs of a paragraph, best first. `folded` is `text` folded (same length); `title` is
 * the article's, on the original layer.
 */
export function chooseSentences(
  question: Question,
  text: string,
  folded: string,
  title: string | null,
  _knowledge: CorpusKnowledge,
): readonly SentenceChoice[] {
  const evidence = gatherEvidence(question, folded, title === null ? '' : fold(title));
  const chance = chances(evidence);
  const choices: SentenceChoice[] = [];
  evidence.sentences.forEach(([start, end], s) => {
    for (const last of [s, s + 1]) {
      const stop = evidence.sentences[last];
      if (stop === undefined) continue;
      const range: Span = [start, last === s ? end : stop[1]];
      const p = (chance[s] ?? 0) + (last === s ? 0 : (chance[last] ?? 0));
      const coverage = coverageOf(evidence.concepts, s, last);
      choices.push({ range, score: p - LENGTH_COST * (range[1] - range[0]), coverage });
    }
  });
  return choices.sort((a, b) => b.score - a.score || a.range[0] - b.range[0]);
}
