/**
 * What the ranker sees of a passage beside a question: numbers between about 0 and 1, each a share of what the
 * question has. One walk over the passage's text finds every term and every variant of every concept.
 */
import type { Question } from './question.js';
import { idf, type TermStatistics } from './term-statistics.js';
import { termsOf } from './terms.js';

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
  'rarestMissing',
  'names',
  'numbers',
  'answerType',
  'titleNamed',
  'length',
  'position',
  'proximity',
] as const;

export const FEATURE_COUNT = FEATURES.length;

/** BM25's k1 and b (Robertson & Zaragoza 2009); the ranker's other features matter more than their fine tuning. */
const K1 = 1.2;
const B = 0.6;
/** Sentences past this one count as part of the last. */
const MAX_SENTENCES = 64;
/** A typical passage, for the length feature and BM25's normalisation. */
const TYPICAL_LENGTH = 400;
/** Terms of one question that are looked at, rarest first. */
const MAX_TERMS = 96;

/** A pattern that starts with a certain pair of units. */
interface Pattern {
  readonly text: string;
  /** Index of the term, or of the concept. */
  readonly unit: number;
  readonly weight: number;
  readonly isTerm: boolean;
}

/** A question prepared for looking at many passages. */
export interface PreparedQuestion {
  readonly question: Question;
  readonly patterns: ReadonlyMap<number, readonly Pattern[]>;
  /** 1 for every unit that some pattern starts with: most places of a text are passed over at one look. */
  readonly starts: Uint8Array;
  readonly termIdf: Float64Array;
  readonly termIdfSum: number;
  readonly termCount: number;
  readonly coreLength: number;
  readonly conceptIdf: Float64Array;
  readonly conceptIdfSum: number;
  readonly hasConcept: (kind: 'name' | 'number') => readonly number[];
}

/** Prepares a question; `statistics` gives the terms' document frequencies. */
export function prepareQuestion(question: Question, statistics: TermStatistics): PreparedQuestion {
  const source = question.language === 'en' ? '' : question.core;
  const terms = [...new Set(termsOf(source))].slice(0, MAX_TERMS);
  const termIdf = Float64Array.from(terms, (term) => idf(statistics.frequency(term), statistics.passages));
  const conceptIdf = Float64Array.from(question.concepts, (concept) => concept.idf);
  const patterns = new Map<number, Pattern[]>();
  const starts = new Uint8Array(65_536);
  const add = (pattern: Pattern) => {
    starts[pattern.text.charCodeAt(0)] = 1;
    const key = pairKey(pattern.text, 0, pattern.text.length);
    const list = patterns.get(key);
    if (list === undefined) patterns.set(key, [pattern]);
    else list.push(pattern);
  };
  terms.forEach((text, unit) => {
    add({ text, unit, weight: 1, isTerm: true });
  });
  question.concepts.forEach(({ variants }, unit) => {
    for (const { text, weight } of variants) {
      if (text !== '') add({ text, unit, weight: Math.min(1, weight), isTerm: false });
    }
  });
  const kinds = { name: placesOf(question, 'name'), number: placesOf(question, 'number') };
  return {
    question,
    patterns,
    starts,
    termIdf,
    termIdfSum: sum(termIdf) || 1,
    termCount: terms.length,
    coreLength: Math.max(1, source.length),
    conceptIdf,
    conceptIdfSum: sum(conceptIdf) || 1,
    hasConcept: (kind) => kinds[kind],
  };
}

function placesOf(question: Question, kind: 'name' | 'number'): readonly number[] {
  return question.concepts.flatMap((concept, index) => (concept.kind === kind ? [index] : []));
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}

/** The first two units of a text from `at`; a text of one unit has 0 as its second. */
function pairKey(text: string, at: number, end: number): number {
  return text.charCodeAt(at) * 65_536 + (at + 1 < end ? text.charCodeAt(at + 1) : 0);
}

/** How strongly each term and concept stands in a text, whole and by sentence. */
class Coverage {
  readonly terms: Float64Array;
  readonly concepts: Float64Array;
  readonly termCounts: Float64Array;
  readonly conceptCounts: Float64Array;
  readonly sentenceTerms: Float64Array[] = [];
  readonly sentenceConcepts: Float64Array[] = [];
  /** First and last place where a concept was found, for proximity. */
  readonly places: { readonly unit: number; readonly at: number }[] = [];
  longestRun = 0;
  readonly runLength: Float64Array;

  constructor(prepared: PreparedQuestion, text: string, bySentence: boolean) {
    const { termCount, conceptIdf } = prepared;
    this.terms = new Float64Array(termCount);
    this.termCounts = new Float64Array(termCount);
    this.runLength = new Float64Array(termCount);
    this.concepts = new Float64Array(conceptIdf.length);
    this.conceptCounts = new Float64Array(conceptIdf.length);
    this.#openSentence(prepared);
    this.#walk(prepared, text, bySentence);
  }

  #openSentence({ termCount, conceptIdf }: PreparedQuestion): void {
    this.sentenceTerms.push(new Float64Array(termCount));
    this.sentenceConcepts.push(new Float64Array(conceptIdf.length));
  }

  #walk(prepared: PreparedQuestion, text: string, bySentence: boolean): void {
    let previousTerm = -2;
    let previousAt = -2;
    let run = 0;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (bySentence && endsSentence(unit) && this.sentenceTerms.length < MAX_SENTENCES) {
        this.#openSentence(prepared);
      }
      if (prepared.starts[unit] === 0) continue;
      const pair = pairKey(text, at, text.length);
      this.#match(prepared.patterns.get(unit * 65_536), text, at);
      const patterns = prepared.patterns.get(pair);
      if (patterns === undefined) continue;
      const term = this.#match(patterns, text, at);
      if (term < 0) continue;
      run = term === previousTerm + 1 && at === previousAt + 1 ? run + 1 : 1;
      previousTerm = term;
      previousAt = at;
      this.longestRun = Math.max(this.longestRun, run);
      for (let back = 0; back < run; back++) {
        const place = term - back;
        this.runLength[place] = Math.max(this.runLength[place] ?? 0, run);
      }
    }
  }

  /** Notes every pattern that stands at `at`; returns the term found there or -1. */
  #match(patterns: readonly Pattern[] | undefined, text: string, at: number): number {
    if (patterns === undefined) return -1;
    const sentenceTerms = this.sentenceTerms.at(-1);
    const sentenceConcepts = this.sentenceConcepts.at(-1);
    let found = -1;
    for (const { text: pattern, unit, weight, isTerm } of patterns) {
      if (pattern.length > 2 && !text.startsWith(pattern, at)) continue;
      if (isInsideRun(text, at, pattern.length)) continue;
      if (isTerm) {
        found = unit;
        this.terms[unit] = 1;
        this.termCounts[unit] = (this.termCounts[unit] ?? 0) + 1;
        if (sentenceTerms !== undefined) sentenceTerms[unit] = 1;
      } else {
        this.concepts[unit] = Math.max(this.concepts[unit] ?? 0, weight);
        this.conceptCounts[unit] = (this.conceptCounts[unit] ?? 0) + weight;
        if (sentenceConcepts !== undefined) {
          sentenceConcepts[unit] = Math.max(sentenceConcepts[unit] ?? 0, weight);
        }
        this.places.push({ unit, at });
      }
    }
    return found;
  }
}

/** Whether a run of Latin letters or of digits goes on beyond the pattern: 14 is not in 2014, nor ai in said. */
function isInsideRun(text: string, at: number, length: number): boolean {
  const first = runClass(text.charCodeAt(at));
  if (first > 0 && at > 0 && runClass(text.charCodeAt(at - 1)) === first) return true;
  const last = runClass(text.charCodeAt(at + length - 1));
  return last > 0 && at + length < text.length && runClass(text.charCodeAt(at + length)) === last;
}

/** 1 for an ASCII digit, 2 for an ASCII letter, else 0. */
function runClass(unit: number): 0 | 1 | 2 {
  if (unit >= 0x30 && unit <= 0x39) return 1;
  return unit >= 0x61 && unit <= 0x7a ? 2 : 0;
}

/** 。 ! ? ; or a line break, on the folded layer. */
function endsSentence(unit: number): boolean {
  return unit === 0x3002 || unit === 0x21 || unit === 0x3f || unit === 0x3b || unit === 0x0a;
}

/** A passage as the ranker sees it. */
export interface RankedText {
  readonly folded: string;
  /** Folded title and subtitles. */
  readonly title: string;
  /** Paragraph number, from 1. */
  readonly position: number;
  /** The engine's score as a share of its best, and the place in its ranking from 0. */
  readonly engineShare: number;
  readonly engineRank: number;
}

/** The feature vector of a passage, in the order of FEATURES. */
export function featuresOf(prepared: PreparedQuestion, passage: RankedText): Float64Array {
  const body = new Coverage(prepared, passage.folded, true);
  const title = new Coverage(prepared, passage.title, false);
  const { termIdf, termIdfSum, conceptIdf, conceptIdfSum } = prepared;
  const share = (values: Float64Array) => dot(values, termIdf) / termIdfSum;
  const conceptShare = (values: Float64Array) => dot(values, conceptIdf) / conceptIdfSum;
  const norm = K1 * (1 - B + (B * passage.folded.length) / TYPICAL_LENGTH);
  const saturate = (counts: Float64Array) =>
    counts.map((count) => (count * (K1 + 1)) / (count + norm) / (K1 + 1));
  const anywhere = maximum(body.concepts, title.concepts);
  const values: Record<(typeof FEATURES)[number], number> = {
    engine: passage.engineShare,
    engineRank: 1 / (1 + passage.engineRank),
    bm25: share(saturate(body.termCounts)),
    terms: share(body.terms),
    termsSentence: Math.max(...body.sentenceTerms.map(share)),
    termsPair: bestPair(body.sentenceTerms, share),
    termsTitle: share(title.terms),
    termsAnywhere: share(maximum(body.terms, title.terms)),
    longestRun: Math.min(1, (body.longestRun + 1) / prepared.coreLength),
    runs: share(body.runLength.map((length) => (length > 1 ? 1 - 1 / length : 0))),
    concepts: conceptShare(body.concepts),
    conceptsSentence: Math.max(...body.sentenceConcepts.map(conceptShare)),
    conceptsPair: bestPair(body.sentenceConcepts, conceptShare),
    conceptsTitle: conceptShare(title.concepts),
    conceptsAnywhere: conceptShare(anywhere),
    conceptsTf: conceptShare(saturate(body.conceptCounts)),
    rarestMissing: rarestMissing(anywhere, conceptIdf),
    names: meanOf(anywhere, prepared.hasConcept('name')),
    numbers: meanOf(anywhere, prepared.hasConcept('number')),
    answerType: answerType(prepared, passage.folded),
    titleNamed: passage.title.length > 1 && prepared.question.folded.includes(passage.title) ? 1 : 0,
    length: Math.log(Math.max(passage.folded.length, 1) / TYPICAL_LENGTH),
    position: 1 / passage.position,
    proximity: proximity(body, conceptIdf),
  };
  return Float64Array.from(FEATURES, (name) => values[name]);
}

function dot(a: Float64Array, b: Float64Array): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += (a[i] ?? 0) * (b[i] ?? 0);
  return total;
}

function maximum(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, index) => Math.max(value, b[index] ?? 0));
}

function bestPair(sentences: readonly Float64Array[], share: (values: Float64Array) => number): number {
  let best = 0;
  sentences.forEach((values, index) => {
    const before = sentences[index - 1];
    best = Math.max(best, share(before === undefined ? values : maximum(values, before)));
  });
  return best;
}

/** How telling the most telling concept is that stands nowhere: 0 when all are there. */
function rarestMissing(found: Float64Array, conceptIdf: Float64Array): number {
  let most = 0;
  let missing = 0;
  conceptIdf.forEach((value, index) => {
    most = Math.max(most, value);
    missing = Math.max(missing, value * (1 - (found[index] ?? 0)));
  });
  return most === 0 ? 0 : missing / most;
}

function meanOf(values: Float64Array, places: readonly number[]): number {
  if (places.length === 0) return 1;
  return places.reduce((total, place) => total + (values[place] ?? 0), 0) / places.length;
}

const TIME = /\d+ ?[年月日世]|[〇一二三四五六七八九十]年|年代|世纪|时期|代/u;
const NUMBER = /[\d〇一二两三四五六七八九十百千万亿]/u;
const PERSON = /[·]|[\p{Script=Han}]{2,3}(?:说|表示|指出|任|担任|主持|创)/u;

/** Whether the passage holds something of the asked type at all. */
function answerType({ question }: PreparedQuestion, folded: string): number {
  if (question.kind === 'time') return TIME.test(folded) ? 1 : 0;
  if (question.kind === 'number') return NUMBER.test(folded) ? 1 : 0;
  if (question.kind === 'person') return PERSON.test(folded) ? 1 : 0.5;
  return 0.5;
}

/** How close together the concepts stand: the share of idf found within the best window of WINDOW characters. */
const WINDOW = 40;

function proximity({ places }: Coverage, conceptIdf: Float64Array): number {
  const total = sum(conceptIdf) || 1;
  const inside = new Float64Array(conceptIdf.length);
  let weight = 0;
  let best = 0;
  let first = 0;
  for (const { unit, at } of places) {
    if (inside[unit] === 0) weight += conceptIdf[unit] ?? 0;
    inside[unit] = (inside[unit] ?? 0) + 1;
    for (let place = places[first]; place !== undefined && place.at < at - WINDOW; place = places[++first]) {
      inside[place.unit] = (inside[place.unit] ?? 0) - 1;
      if (inside[place.unit] === 0) weight -= conceptIdf[place.unit] ?? 0;
    }
    best = Math.max(best, weight);
  }
  return best / total;
}
