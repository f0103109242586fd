/** Orders candidates by a linear model over features; its weights were fitted offline (bench/fit-ranker.py). */
import type { Article } from '../corpus/article.js';
import { CandidateGroups } from './candidate-groups.js';
import type { CorpusIndex } from './corpus-index.js';
import { FEATURES, featuresOf } from './features.js';
import { headingOf, isHeading } from './headings.js';
import type { Passage } from './passage.js';
import type { Question } from './question.js';
import weights from './ranker-weights.json' with { type: 'json' };
import type { Candidate } from './retriever.js';
import { prepareQuestion } from './scan.js';

/** In units of the score, a log odds: what a heading announces stands below it, however well its own words fit. */
const HEADING_COST = 15;
/** 日期:2023年8月14日, and the date under a notice: they say nothing of any matter. */
const DATE_LINE =
  /^\s*(?:[\p{Script=Han}]{0,4}(?:日期|时间):)?\s*\d{4}[年./-]\d{1,2}[月./-]\d{1,2}日?(?:[(（]\S{1,4}[)）])?(?:\s*\d{1,2}:\d{2})?\s*$/u;
const DATE_LINE_COST = 8;
/** What such a line ends with, and hardly any other text. */
const DATE_LINE_END = /[\d日)）\s]/u;
/** A paragraph further below it is this much less likely meant. */
const STEP_COST = 1;

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

/** A candidate before its groups have lent it what they have. */
interface Looked {
  readonly passage: Passage;
  readonly features: Float64Array;
  /** Its article, or all of one title. */
  readonly group: string;
  readonly cost: number;
}

/** The candidates (best first by the engine) in the ranker's order. */
export function rank(question: Question, candidates: readonly Candidate[], index: CorpusIndex): Ranked[] {
  const prepared = prepareQuestion(question, index.statistics);
  const model = question.language === 'en' ? ENGLISH : CHINESE;
  const best = candidates[0]?.score || 1;
  // Room for all vectors at once: a hundred small arrays cost more than what is in them.
  const vectors = new Float64Array(candidates.length * FEATURES.length);
  const groups = new CandidateGroups(prepared);
  const looked: Looked[] = [];
  candidates.forEach(({ passage: number, score }, engineRank) => {
    const passage = index.passages[number];
    if (passage === undefined) return;
    const { folded } = passage;
    const title = index.titleOf(passage.article);
    const text = {
      folded,
      title,
      heading: headingOf(passage),
      position: passage.paragraphNumber ?? passage.paragraph.number,
      engineShare: score / best,
      engineRank,
    };
    const first = engineRank * FEATURES.length;
    const features = featuresOf(prepared, text, vectors.subarray(first, first + FEATURES.length));
    const group = title.trim() === '' ? passage.article.id : title;
    groups.add(group);
    looked.push({ passage, features, group, cost: isDateLine(folded) ? DATE_LINE_COST : 0 });
  });
  const ranked = looked.map(({ passage, features, group, cost }): Ranked => {
    groups.lend(group, features);
    let sum = -cost;
    for (let i = 0; i < FEATURES.length; i++) sum += (features[i] ?? 0) * (model[i] ?? 0);
    return { passage, features, score: sum };
  });
  return belowHeadings(ranked).sort((a, b) => b.score - a.score);
}

function isDateLine(folded: string): boolean {
  return DATE_LINE_END.test(folded.slice(-1)) && DATE_LINE.test(folded);
}

/** What fits a heading is said below it: the paragraphs there are as good, the farther down the less; itself it is the last. */
function belowHeadings(ranked: readonly Ranked[]): Ranked[] {
  const headings = new Map<Article, Ranked[]>();
  for (const one of ranked) {
    if (!isHeading(one.passage)) continue;
    const { article } = one.passage;
    headings.set(article, [...(headings.get(article) ?? []), one]);
  }
  if (headings.size === 0) return [...ranked];
  return ranked.map((one) => {
    const over = headings.get(one.passage.article);
    if (over === undefined) return one;
    const { paragraph, folded } = one.passage;
    if (over.includes(one)) return { ...one, score: one.score - HEADING_COST };
    const heading = headingOf(one.passage);
    const above = over.find(
      ({ passage }) =>
        passage.folded === heading.slice(0, passage.folded.length) &&
        passage.paragraph.number < paragraph.number,
    );
    if (above === undefined || folded === '') return one;
    const below = above.score - (paragraph.number - above.passage.paragraph.number) * STEP_COST;
    return below > one.score ? { ...one, score: below } : one;
  });
}
