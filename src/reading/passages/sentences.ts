/** Picks the one or two sentences of a paragraph that carry the answer. */

import type { Span } from '../../corpus/article.js';
import { fold } from '../../language/script.js';
import type { CorpusKnowledge } from '../../retrieval/passage.js';
import type { Question } from '../../retrieval/question.js';
import { type Evidence, gatherEvidence, type Term } from './evidence.js';
import { type SentenceFeatures, sentenceFeatures } from './sentence-features.js';
import weights from './sentence-weights.json' with { type: 'json' };

/** One or two adjacent sentences of a paragraph. */
export interface SentenceChoice {
  /** Offsets in the paragraph's original text. */
  readonly range: Span;
  /** How likely the answer stands there, given that the paragraph has it (0..1), less a little for length. */
  readonly score: number;
  /** Share of the question's words, by idf, that stand there: 0..1. */
  readonly coverage: number;
}

/**
 * What a character of quote costs in chance: a second sentence of 50 characters must bring 1.5 points. At this price
 * the quotes are about 95 characters long in the mean; without it 104, and no better.
 */
const LENGTH_COST = 0.0003;

/** A weight for every feature; fitted by bench/fit-sentences.ts, for each language of questions its own. */
export type SentenceWeights = Readonly<Record<keyof SentenceFeatures, number>>;

function scoreOf(features: SentenceFeatures, weightsOf: SentenceWeights): number {
  let score = 0;
  for (const name of Object.keys(weightsOf) as (keyof SentenceFeatures)[])
    score += weightsOf[name] * features[name];
  return score;
}

/** The chance of every sentence to carry the answer, if one does. */
export function chancesOf(features: readonly SentenceFeatures[], weightsOf: SentenceWeights): number[] {
  const scores = features.map((feature) => scoreOf(feature, weightsOf));
  const top = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const powers = scores.map((score) => Math.exp(score - top));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

function coverageOf(concepts: readonly Term[], first: number, last: number): number {
  let all = 0;
  let found = 0;
  for (const { idf, matches } of concepts) {
    all += idf;
    found += idf * Math.min(1, Math.max(matches[first] ?? 0, matches[last] ?? 0));
  }
  return all > 0 ? found / all : 0;
}

/**
 * Single sentences and adjacent pairs by the chances of the sentences, best first; a second sentence must be worth its
 * length.
 */
export function rankSentences(
  { sentences, concepts }: Evidence,
  chances: readonly number[],
): readonly SentenceChoice[] {
  const choices: SentenceChoice[] = [];
  sentences.forEach(([start, end], first) => {
    for (const last of [first, first + 1]) {
      const lastSpan = sentences[last];
      if (lastSpan === undefined) continue;
      const range: Span = [start, last === first ? end : lastSpan[1]];
      const chance = (chances[first] ?? 0) + (last === first ? 0 : (chances[last] ?? 0));
      const score = Math.max(0, chance - LENGTH_COST * (range[1] - range[0]));
      choices.push({ range, score, coverage: coverageOf(concepts, first, last) });
    }
  });
  return choices.sort((a, b) => b.score - a.score || b.coverage - a.coverage || a.range[0] - b.range[0]);
}

/** A paragraph's sentences with the chance of each to carry the answer, if one does. */
export interface WeighedParagraph {
  readonly evidence: Evidence;
  readonly chances: readonly number[];
}

/** 二、谁可以申请？: what asks is answered behind it. */
const ASKS = /[?？][”"」』’)）]?\s*$/u;

/** The chances with those of sentences that ask handed on to the next one that does not; the last one's stays. */
function answered(chances: readonly number[], sentences: readonly string[]): readonly number[] {
  const handed = [...chances];
  for (let i = 0; i + 1 < handed.length; i++) {
    if (!ASKS.test(sentences[i] ?? '')) continue;
    handed[i + 1] = (handed[i + 1] ?? 0) + (handed[i] ?? 0);
    handed[i] = 0;
  }
  return handed;
}

/** Weighs the sentences of a folded paragraph; `title` is the article's, on the original layer. */
export function weighSentences(
  question: Question,
  folded: string,
  title: string | null,
  knowledge: CorpusKnowledge,
): WeighedParagraph {
  const foldedTitle = title === null ? '' : fold(title);
  const evidence = gatherEvidence(question, folded, foldedTitle);
  const features = sentenceFeatures(question, folded, foldedTitle, evidence, knowledge);
  const chances = chancesOf(features, question.language === 'en' ? weights.english : weights.chinese);
  const texts = evidence.sentences.map((sentence) => folded.slice(...sentence));
  return { evidence, chances: answered(chances, texts) };
}
