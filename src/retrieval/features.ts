/**
 * What the ranker sees of a passage beside a question: numbers between about 0 and 1, each a share of what the
 * question has. One walk over the passage's text finds every term and every variant of every concept.
 */
import type { PreparedQuestion, Scan } from './scan.js';

/** Names of the features, in the order of the vector; the weights' file has a weight for each. */
export const FEATURES = [
  'engine',
  'engineRank',
  'bm25',
  'terms',
  'termsSentence',
  'termsPair',
  'termsTitle',
  'termsAnywhere',
  'longestRun',
  'runs',
  'concepts',
  'conceptsSentence',
  'conceptsPair',
  'conceptsTitle',
  'conceptsAnywhere',
  'conceptsTf',
  'near',
  'rarestMissing',
  'names',
  'numbers',
  'answerType',
  'titleNamed',
  'length',
  'position',
  'proximity',
  'termsSentenceBeyond',
  'termsGroup',
  'conceptsGroup',
] as const;

/** Where each feature stands in the vector: a hundred vectors a question are written by place, which costs less than looking up names. */
const PLACES = placesOf(FEATURES);

function placesOf<Name extends string>(names: readonly Name[]): Readonly<Record<Name, number>> {
  return Object.fromEntries(names.map((name, place) => [name, place])) as Record<Name, number>;
}

/** BM25's k1 and b (Robertson & Zaragoza 2009); the ranker's other features matter more than their fine tuning. */
const K1 = 1.2;
const B = 0.6;
/** A typical passage, for the length feature and BM25's normalisation. */
const TYPICAL_LENGTH = 400;
/** A passage as the ranker sees it. */
export interface RankedText {
  readonly folded: string;
  /** Folded title and subtitles. */
  readonly title: string;
  /** Folded headings over the passage. */
  readonly heading: string;
  /** Paragraph number, from 1. */
  readonly position: number;
  /** The engine's score as a share of its best, and the place in its ranking from 0. */
  readonly engineShare: number;
  readonly engineRank: number;
}

/** The feature vector of a passage, in the order of FEATURES, written to `vector`, which is room for one. */
export function featuresOf(
  prepared: PreparedQuestion,
  passage: RankedText,
  vector = new Float64Array(FEATURES.length),
): Float64Array {
  prepared.title.walk(passage.heading === '' ? passage.title : `${passage.title}\n${passage.heading}`);
  const body = prepared.body.walk(passage.folded, prepared.title);
  const sums = sumUp(prepared, passage.folded.length);
  const { termIdfSum, conceptIdfSum } = prepared;
  vector[PLACES.engine] = passage.engineShare;
  vector[PLACES.engineRank] = 1 / (1 + passage.engineRank);
  vector[PLACES.bm25] = sums.bm25 / termIdfSum;
  vector[PLACES.terms] = sums.terms / termIdfSum;
  vector[PLACES.termsSentence] = body.bestTerms / termIdfSum;
  vector[PLACES.termsPair] = body.bestTermsPair / termIdfSum;
  vector[PLACES.termsTitle] = sums.termsTitle / termIdfSum;
  vector[PLACES.termsAnywhere] = sums.termsAnywhere / termIdfSum;
  vector[PLACES.longestRun] = Math.min(1, (body.longestRun + 1) / prepared.coreLength);
  vector[PLACES.runs] = sums.runs / termIdfSum;
  vector[PLACES.concepts] = sums.concepts / conceptIdfSum;
  vector[PLACES.conceptsSentence] = body.bestConcepts / conceptIdfSum;
  vector[PLACES.conceptsPair] = body.bestConceptsPair / conceptIdfSum;
  vector[PLACES.conceptsTitle] = sums.conceptsTitle / conceptIdfSum;
  vector[PLACES.conceptsAnywhere] = sums.conceptsAnywhere / conceptIdfSum;
  vector[PLACES.conceptsTf] = sums.conceptsTf / conceptIdfSum;
  vector[PLACES.near] = sums.near / conceptIdfSum;
  vector[PLACES.rarestMissing] = sums.rarest === 0 ? 0 : sums.rarestMissing / sums.rarest;
  vector[PLACES.names] = meanFound(prepared, prepared.names);
  vector[PLACES.numbers] = meanFound(prepared, prepared.numbers);
  vector[PLACES.answerType] = answerType(prepared, passage.folded);
  vector[PLACES.titleNamed] = isTitleNamed(prepared, passage) ? 1 : 0;
  vector[PLACES.length] = Math.log(Math.max(passage.folded.length, 1) / TYPICAL_LENGTH);
  vector[PLACES.position] = 1 / passage.position;
  vector[PLACES.proximity] = proximity(body, prepared.conceptIdf) / conceptIdfSum;
  vector[PLACES.termsSentenceBeyond] = body.bestTermsBeyond / termIdfSum;
  // Of the passage alone; what its neighbours add is known when all have been looked at (neighbours.ts).
  vector[PLACES.termsGroup] = sums.termsAnywhere / termIdfSum;
  vector[PLACES.conceptsGroup] = sums.conceptsAnywhere / conceptIdfSum;
  return vector;
}

/** Only the title itself: nobody asks by the name of a file. */
function isTitleNamed({ question }: PreparedQuestion, { title }: RankedText): boolean {
  const end = title.indexOf('\n');
  const first = end < 0 ? title : title.slice(0, end);
  return first.length > 1 && question.folded.includes(first);
}

/** Sums of idf over the terms and concepts that were found in the body, the title, or either. */
function sumUp({ body, title, termIdf, conceptIdf }: PreparedQuestion, length: number) {
  const norm = K1 * (1 - B + (B * length) / TYPICAL_LENGTH);
  const sums = {
    bm25: 0,
    terms: 0,
    termsTitle: 0,
    termsAnywhere: 0,
    runs: 0,
    concepts: 0,
    conceptsTitle: 0,
    conceptsAnywhere: 0,
    conceptsTf: 0,
    near: 0,
    rarest: 0,
    rarestMissing: 0,
  };
  for (let i = 0; i < termIdf.length; i++) {
    const telling = termIdf[i] ?? 0;
    const count = body.termCounts[i] ?? 0;
    const inTitle = (title.termCounts[i] ?? 0) > 0;
    const run = body.runLength[i] ?? 0;
    if (count > 0) sums.terms += telling;
    if (inTitle) sums.termsTitle += telling;
    if (count > 0 || inTitle) sums.termsAnywhere += telling;
    if (run > 1) sums.runs += telling * (1 - 1 / run);
    sums.bm25 += (telling * count) / (count + norm);
  }
  for (let i = 0; i < conceptIdf.length; i++) {
    const telling = conceptIdf[i] ?? 0;
    const found = body.concepts[i] ?? 0;
    const inTitle = title.concepts[i] ?? 0;
    const count = body.conceptCounts[i] ?? 0;
    const anywhere = Math.max(found, inTitle);
    sums.concepts += telling * found;
    sums.conceptsTitle += telling * inTitle;
    sums.conceptsAnywhere += telling * anywhere;
    sums.conceptsTf += (telling * count) / (count + norm);
    sums.near += telling * Math.max(0, Math.max(body.near[i] ?? 0, title.near[i] ?? 0) - anywhere);
    sums.rarest = Math.max(sums.rarest, telling);
    sums.rarestMissing = Math.max(sums.rarestMissing, telling * (1 - anywhere));
  }
  return sums;
}

/** How much of the given concepts stands in body or title; 1 when the question has none of the kind. */
function meanFound({ body, title }: PreparedQuestion, places: readonly number[]): number {
  if (places.length === 0) return 1;
  let total = 0;
  for (const place of places) total += Math.max(body.concepts[place] ?? 0, title.concepts[place] ?? 0);
  return total / places.length;
}

const TIME = /\d+ ?[年月日世]|[〇一二三四五六七八九十]年|年代|世纪|时期|代/u;
const NUMBER = /[\d〇一二两三四五六七八九十百千万亿]/u;
/** What stands behind a name; looked for first, because two Han characters stand before nearly every place of a text. */
const ACTS = '(?:说|表示|指出|任|担任|主持|创)';
const PERSON = new RegExp(`·|${ACTS}(?<=\\p{Script=Han}{2}${ACTS})`, 'u');

/** Whether the passage holds something of the asked type at all. */
function answerType({ question }: PreparedQuestion, folded: string): number {
  if (question.kind === 'time') return TIME.test(folded) ? 1 : 0;
  if (question.kind === 'number') return NUMBER.test(folded) ? 1 : 0;
  if (question.kind === 'person') return PERSON.test(folded) ? 1 : 0.5;
  return 0.5;
}

/** How close together the concepts stand: the most idf found within a window of WINDOW characters. */
const WINDOW = 40;

function proximity({ places, placesEnd, perConcept: inside }: Scan, conceptIdf: Float64Array): number {
  inside.fill(0);
  let weight = 0;
  let best = 0;
  let first = 0;
  for (let next = 0; next < placesEnd; next += 2) {
    const unit = places[next] ?? 0;
    const at = places[next + 1] ?? 0;
    if (inside[unit] === 0) weight += conceptIdf[unit] ?? 0;
    inside[unit] = (inside[unit] ?? 0) + 1;
    while ((places[first + 1] ?? at) < at - WINDOW) {
      const left = places[first] ?? 0;
      inside[left] = (inside[left] ?? 0) - 1;
      if (inside[left] === 0) weight -= conceptIdf[left] ?? 0;
      first += 2;
    }
    best = Math.max(best, weight);
  }
  return best;
}
