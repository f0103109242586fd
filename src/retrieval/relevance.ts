/**
 * How likely the best hit really is about the question: a logistic model over the ranker's features of that hit, fitted
 * on questions with and without their articles in the corpus (bench/fit-relevance.py). The score of an engine alone says
 * nothing about it; how much of the question's rare words one passage covers does.
 */
import { FEATURES } from './features.js';
import type { Question } from './question.js';
import type { Ranked } from './ranker.js';
import weights from './relevance-weights.json' with { type: 'json' };
import { idf } from './term-statistics.js';

/** A lead over the second hit that is larger than this says no more. */
const LARGEST_GAP = 3;

/** A probability, 0..1; 0 without hits. `passages` is the size of the index. */
export function relevanceOf(question: Question, ranked: readonly Ranked[], passages: number): number {
  if (ranked.length === 0) return 0;
  const model = question.language === 'en' ? weights.english : weights.chinese;
  const named: Readonly<Record<string, number>> = model.weights;
  const features = Object.entries(relevanceFeatures(question, ranked, passages));
  const logit = features.reduce((sum, [name, value]) => sum + (named[name] ?? 0) * value, model.bias);
  return 1 / (1 + Math.exp(-logit));
}

/** What the model looks at, by name: the best hit's own features and how far the question's words are known at all. */
export function relevanceFeatures(
  { concepts }: Question,
  [first, second]: readonly Ranked[],
  passages: number,
): Readonly<Record<string, number>> {
  if (first === undefined) return {};
  const features = Object.fromEntries(FEATURES.map((name, place) => [name, first.features[place] ?? 0]));
  // In units of a word that stands nowhere, so that small corpora, whose words are all common, count alike.
  const telling = concepts.reduce((sum, concept) => sum + concept.idf, 0) / idf(0, passages);
  const unknown = concepts.filter((concept) => concept.frequency === 0).length;
  return {
    ...features,
    unknownShare: unknown / Math.max(1, concepts.length),
    missingMass: (1 - (features.conceptsAnywhere ?? 0)) * telling,
    lead: Math.min(LARGEST_GAP, first.score - (second?.score ?? first.score - LARGEST_GAP)),
    telling: Math.log1p(telling),
  };
}
