/**
 * How likely the articles hold what a question asks for at all: a logistic model over what the best hits have of it,
 * fitted on questions with and without their articles, over corpora of many sizes (bench/fit-relevance.ts). The score
 * of an engine alone says nothing about it; which of the question's rare words and names stand together does.
 */
import type { Article } from '../corpus/article.js';
import { datesAgree } from '../language/calendar.js';
import { fold } from '../language/script.js';
import type { CorpusIndex } from './corpus-index.js';
import { bySize } from './corpus-size.js';
import { FEATURES } from './features.js';
import { headingOf } from './headings.js';
import type { Language, Question } from './question.js';
import type { Ranked } from './ranker.js';
import { chineseRelevance } from './relevance-chinese.js';
import { englishRelevance } from './relevance-english.js';
import type { HitText } from './relevance-text.js';
import weights from './relevance-weights.json' with { type: 'json' };

/** Hits in whose texts the question's words are sought. */
const READ_HITS = 3;
/** Hits after the first that may belong to the same article or carry its title. */
const NEIGHBOURS = 4;
/** A lead over the hit at a place: what is larger says no more, and a hit that is not there is this far behind. */
const LEADS = [
  { name: 'leadOverSecond', place: 1, most: 4, without: 4 },
  { name: 'leadOverFifth', place: 4, most: 6, without: 2 },
  { name: 'leadOverTenth', place: 9, most: 8, without: 2 },
] as const;
/** Of the ranker's features of the best hit. */
const RANKER_FEATURES = (
  ['bm25', 'conceptsTf', 'conceptsTitle', 'titleNamed', 'proximity', 'numbers'] as const
).map((name) => ({ name, place: FEATURES.indexOf(name) }));

interface Model {
  readonly bias: number;
  readonly thresholds: { readonly small: number; readonly large: number };
  /** Values beyond `least` and `most` count as these: one odd value decides nothing alone. */
  readonly features: Readonly<
    Record<string, { readonly weight: number; readonly least: number; readonly most: number }>
  >;
}

const MODELS: { readonly chinese: Model; readonly english: Model } = weights;

function modelFor(language: Language): Model {
  return language === 'en' ? MODELS.english : MODELS.chinese;
}

/** A probability, 0..1, for a question of which as much speaks for an answer as against one; 0 without hits. */
export function relevanceOf(question: Question, ranked: readonly Ranked[], index: CorpusIndex): number {
  if (ranked.length === 0) return 0;
  const { bias, features } = modelFor(question.language);
  const values = relevanceFeatures(question, ranked, index);
  let logit = bias;
  for (const [name, { weight, least, most }] of Object.entries(features))
    logit += weight * Math.min(most, Math.max(least, values[name] ?? 0));
  return 1 / (1 + Math.exp(-logit));
}

/**
 * Below this relevance a question is refused (bench/fit-relevance.py says at what cost). In a small corpus less is like
 * a question by accident, so that more is asked of what remains.
 */
export function leastRelevance(language: Language, passages: number): number {
  return bySize(passages, modelFor(language).thresholds);
}

/** What the model looks at, by name; nothing without hits. */
export function relevanceFeatures(
  question: Question,
  ranked: readonly Ranked[],
  index: CorpusIndex,
): Readonly<Record<string, number>> {
  const [first, ...rest] = ranked.slice(0, READ_HITS).map((hit) => textOf(question, hit, index));
  const [best] = ranked;
  if (first === undefined || best === undefined) return {};
  const ofWords = question.language === 'en' ? englishRelevance : chineseRelevance;
  const values: Record<string, number> = {};
  for (const { name, place } of RANKER_FEATURES) values[name] = best.features[place] ?? 0;
  addLeads(values, ranked);
  values.sameArticle = sameArticle(ranked, index);
  return Object.assign(values, ofWords(question, [first, ...rest], index));
}

function textOf(question: Question, { passage }: Ranked, index: CorpusIndex): HitText {
  const title = index.titleOf(passage.article);
  const { article } = passage;
  const source = question.language === 'en' ? '' : fold(article.source ?? '');
  const heading = [headingOf(passage), source, ...datesBeside(question, article)].filter((one) => one !== '');
  const folded = [...heading, passage.folded].join('\n');
  return { title, folded, both: `${title}\n${folded}` };
}

/** The question's dates that are the article's own, as asked: 2021年8月 stands in no report of that month, but over it. */
function datesBeside(
  { constraints, language }: Question,
  { happened, published }: Article,
): readonly string[] {
  if (language === 'en') return [];
  const own = [happened, published].flatMap((date) => (date?.iso == null ? [] : [date.iso.slice(0, 10)]));
  return constraints.flatMap((one) =>
    one.type === 'date' && own.some((iso) => datesAgree(one.iso, iso)) ? [one.surface.toLowerCase()] : [],
  );
}

function addLeads(values: Record<string, number>, ranked: readonly Ranked[]): void {
  const best = ranked[0]?.score ?? 0;
  const last = ranked.at(-1)?.score ?? best;
  for (const { name, place, most, without } of LEADS)
    values[name] = Math.min(most, best - (ranked[place]?.score ?? last - without));
}

/** How many of the next hits are of the first one's article, or of one by the same title. */
function sameArticle(ranked: readonly Ranked[], index: CorpusIndex): number {
  const [first, ...rest] = ranked;
  if (first === undefined) return 0;
  const title = index.titleOf(first.passage.article);
  const same = rest
    .slice(0, NEIGHBOURS)
    .filter(
      ({ passage: { article } }) =>
        article === first.passage.article || (title.trim() !== '' && index.titleOf(article) === title),
    );
  return same.length / NEIGHBOURS;
}
