/** Orders candidates by a linear model over features; its weights were fitted offline (bench/fit-ranker.py). */
import type { CorpusIndex } from './corpus-index.js';
import { FEATURES, featuresOf } from './features.js';
import type { Passage } from './passage.js';
import type { Question } from './question.js';
import weights from './ranker-weights.json' with { type: 'json' };
import type { Candidate } from './retriever.js';
import { prepareQuestion } from './scan.js';

/** A candidate with what decided its place. */
export interface Ranked {
  readonly passage: Passage;
  readonly score: number;
  readonly features: Float64Array;
}

const CHINESE = vectorOf(weights.chinese);
const ENGLISH = vectorOf(weights.english);

function vectorOf(named: Readonly<Record<string, number>>): Float64Array {
  return Float64Array.from(FEATURES, (name) => named[name] ?? 0);
}

/** The candidates (best first by the engine) in the ranker's order. */
export function rank(question: Question, candidates: readonly Candidate[], index: CorpusIndex): Ranked[] {
  const prepared = prepareQuestion(question, index.statistics);
  const model = question.language === 'en' ? ENGLISH : CHINESE;
  const best = candidates[0]?.score ?? 1;
  const ranked = candidates.flatMap(({ passage: number, score }, engineRank) => {
    const passage = index.passages[number];
    if (passage === undefined) return [];
    const features = featuresOf(prepared, {
      folded: passage.folded,
      title: index.titleOf(passage.article),
      position: passage.paragraph.number,
      engineShare: score / best,
      engineRank,
    });
    let sum = 0;
    for (let i = 0; i < features.length; i++) sum += (features[i] ?? 0) * (model[i] ?? 0);
    return [{ passage, features, score: sum }];
  });
  return ranked.sort((a, b) => b.score - a.score);
}
