/**
 * A question made ready for looking at many passages, and the walk over a passage's text that finds every term of the
 * question and every variant of its concepts at once.
 */
import type { Question } from './question.js';
import { idf, type TermStatistics } from './term-statistics.js';
import { termsOf } from './terms.js';

/** Terms of one question that are looked at. */
const MAX_TERMS = 96;

const SINGLE = 1;
const PAIR = 2;
const SENTENCE_END = 4;
/** Units by their lowest bits: the few that a question has seldom meet others there, and the tables stay small. */
const UNIT_CLASSES = 4096;
const UNIT_CLASS = UNIT_CLASSES - 1;
/** 。 ! ? ; or a line break, on the folded layer. */
const SENTENCE_ENDS = [0x3002, 0x21, 0x3f, 0x3b, 0x0a];

/** A pattern that starts with a certain pair of units. */
interface Pattern {
  readonly text: string;
  /** Index of the term, or of the concept. */
  readonly unit: number;
  readonly weight: number;
  readonly kind: 'term' | 'concept' | 'near';
  /** Whether it begins or ends with a Latin letter or digit, so that it may stand inside a longer run of them. */
  readonly isOfRun: boolean;
}

/** A question prepared for looking at many passages. */
export interface PreparedQuestion {
  readonly question: Question;
  readonly patterns: ReadonlyMap<number, readonly Pattern[]>;
  /**
   * By UNIT_CLASS: SINGLE where a unit is a pattern, PAIR where some longer one starts with it, SENTENCE_END where one
   * ends a sentence: most places of a text are passed over at one look.
   */
  readonly starts: Uint8Array;
  /** By UNIT_CLASS: 1 where a unit is the second one of a pattern. */
  readonly seconds: Uint8Array;
  readonly termIdf: Float64Array;
  readonly termIdfSum: number;
  readonly termCount: number;
  readonly coreLength: number;
  readonly conceptIdf: Float64Array;
  readonly conceptIdfSum: number;
  /** Places of the concepts that are names, and that are numbers. */
  readonly names: readonly number[];
  readonly numbers: readonly number[];
  /** The scans of passages and of titles. */
  readonly body: Scan;
  readonly title: Scan;
}

/** Prepares a question; `statistics` gives the terms' document frequencies. */
export function prepareQuestion(question: Question, statistics: TermStatistics): PreparedQuestion {
  const source = question.language === 'en' ? '' : question.core;
  const terms = [...new Set(termsOf(source))].slice(0, MAX_TERMS);
  const termIdf = Float64Array.from(terms, (term) => idf(statistics.frequency(term), statistics.passages));
  const conceptIdf = Float64Array.from(question.concepts, (concept) => concept.idf);
  const patterns = new Map<number, Pattern[]>();
  const starts = new Uint8Array(UNIT_CLASSES);
  const seconds = new Uint8Array(UNIT_CLASSES);
  const mark = (unit: number, flag: number) => {
    starts[unit & UNIT_CLASS] = (starts[unit & UNIT_CLASS] ?? 0) | flag;
  };
  for (const unit of SENTENCE_ENDS) mark(unit, SENTENCE_END);
  const add = (found: Omit<Pattern, 'isOfRun'>) => {
    const { text } = found;
    const pattern = {
      ...found,
      isOfRun: runClass(text.charCodeAt(0)) + runClass(text.charCodeAt(text.length - 1)) > 0,
    };
    mark(pattern.text.charCodeAt(0), pattern.text.length === 1 ? SINGLE : PAIR);
    if (pattern.text.length > 1) seconds[pattern.text.charCodeAt(1) & UNIT_CLASS] = 1;
    const key = pairKey(pattern.text, 0, pattern.text.length);
    const list = patterns.get(key);
    if (list === undefined) patterns.set(key, [pattern]);
    else list.push(pattern);
  };
  terms.forEach((text, unit) => {
    add({ text, unit, weight: 1, kind: 'term' });
  });
  question.concepts.forEach(({ variants }, unit) => {
    for (const { text, weight, isNear } of variants) {
      if (text !== '')
        add({ text, unit, weight: Math.min(1, weight), kind: isNear === true ? 'near' : 'concept' });
    }
  });
  const prepared = {
    question,
    patterns,
    starts,
    seconds,
    termIdf,
    termIdfSum: sum(termIdf) || 1,
    termCount: terms.length,
    coreLength: Math.max(1, source.length),
    conceptIdf,
    conceptIdfSum: sum(conceptIdf) || 1,
    names: placesOf(question, 'name'),
    numbers: placesOf(question, 'number'),
  };
  return { ...prepared, body: new Scan(prepared), title: new Scan(prepared) };
}

function placesOf(question: Question, kind: 'name' | 'number'): readonly number[] {
  return question.concepts.flatMap((concept, index) => (concept.kind === kind ? [index] : []));
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}

/** The first two units of a text from `at` in 32 bits; a text of one unit has 0 as its second. */
function pairKey(text: string, at: number, end: number): number {
  return (text.charCodeAt(at) << 16) | (at + 1 < end ? text.charCodeAt(at + 1) : 0);
}

/** What one walk over a text finds; the arrays are reused from text to text, so nothing is allocated on the way. */
export class Scan {
  /** By term: how often it stands in the text, and the longest run of neighbouring question terms that it is in. */
  readonly termCounts: Float64Array;
  readonly runLength: Float64Array;
  /** By concept: the weight of the heaviest variant found, and the sum of the weights. */
  readonly concepts: Float64Array;
  readonly conceptCounts: Float64Array;
  /** By concept: the weight of the nearest near word found. */
  readonly near: Float64Array;
  /** Where concepts were found, in order: pairs of concept and place, so many numbers of it by now. */
  readonly places: number[] = [];
  placesEnd = 0;
  /** Room to reckon in: a count for each concept. */
  readonly perConcept: Uint16Array;
  longestRun = 0;
  /** Best sum of idf in one sentence, and in two neighbours. */
  bestTerms = 0;
  bestTermsPair = 0;
  bestConcepts = 0;
  bestConceptsPair = 0;
  /** Best sum of idf of terms in one sentence that the title does not have. */
  bestTermsBeyond = 0;

  #walked: string | null = null;
  readonly #termSentence: Int32Array;
  #sentence = 0;
  #terms = 0;
  #termsBefore = 0;
  #termsShared = 0;
  #termsBeyond = 0;
  #title: Scan | null = null;
  #hasConcept = false;
  #hadConcept = false;
  readonly #current: Float64Array;
  readonly #before: Float64Array;
  /** All of these counts and weights in a row, so that they are forgotten at once. */
  readonly #counts: Float64Array;

  constructor(readonly prepared: Omit<PreparedQuestion, 'body' | 'title'>) {
    const { termCount, conceptIdf } = prepared;
    const { length } = conceptIdf;
    this.#counts = new Float64Array(termCount * 2 + length * 5);
    let next = 0;
    const row = (size: number) => {
      next += size;
      return this.#counts.subarray(next - size, next);
    };
    this.termCounts = row(termCount);
    this.runLength = row(termCount);
    this.concepts = row(length);
    this.conceptCounts = row(length);
    this.near = row(length);
    this.#current = row(length);
    this.#before = row(length);
    this.#termSentence = new Int32Array(termCount);
    this.perConcept = new Uint16Array(length);
  }

  /**
   * Walks over a text, which stands below `title`; what was found in the last one is forgotten, unless it is the same, as
   * titles often are.
   */
  walk(text: string, title: Scan | null = null): this {
    if (text === this.#walked && title === null) return this;
    this.#walked = text;
    this.#reset();
    this.#title = title;
    const { starts, seconds, patterns } = this.prepared;
    let previousTerm = -2;
    let previousAt = -2;
    let run = 0;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      const start = starts[unit & UNIT_CLASS] ?? 0;
      if (start === 0) continue;
      if ((start & SENTENCE_END) !== 0 && endsSentence(unit)) this.#endSentence();
      if ((start & SINGLE) !== 0) {
        const single = patterns.get(unit << 16);
        if (single !== undefined) this.#match(single, text, at);
      }
      if (at + 1 === text.length) break;
      const second = text.charCodeAt(at + 1);
      if ((start & PAIR) === 0 || seconds[second & UNIT_CLASS] === 0) continue;
      const pair = patterns.get((unit << 16) | second);
      if (pair === undefined) continue;
      const term = this.#match(pair, text, at);
      if (term < 0) continue;
      run = term === previousTerm + 1 && at === previousAt + 1 ? run + 1 : 1;
      previousTerm = term;
      previousAt = at;
      if (run > this.longestRun) this.longestRun = run;
      for (let place = term; place > term - run; place--) {
        if ((this.runLength[place] ?? 0) < run) this.runLength[place] = run;
      }
    }
    this.#endSentence();
    return this;
  }

  #reset(): void {
    this.#counts.fill(0);
    this.#termSentence.fill(-2);
    // An array that is emptied gives its room away.
    this.placesEnd = 0;
    this.longestRun = 0;
    this.bestTerms = 0;
    this.bestTermsPair = 0;
    this.bestConcepts = 0;
    this.bestConceptsPair = 0;
    this.#sentence = 0;
    this.#terms = 0;
    this.#termsBefore = 0;
    this.#termsShared = 0;
    this.#termsBeyond = 0;
    this.bestTermsBeyond = 0;
    this.#hasConcept = false;
    this.#hadConcept = false;
  }

  /** A sentence without any term or concept adds to no sum, nor does it beside the one before more than that one alone. */
  #endSentence(): void {
    if (this.#terms > 0) {
      this.bestTerms = Math.max(this.bestTerms, this.#terms);
      this.bestTermsPair = Math.max(this.bestTermsPair, this.#terms + this.#termsBefore - this.#termsShared);
      this.bestTermsBeyond = Math.max(this.bestTermsBeyond, this.#termsBeyond);
      this.#termsBeyond = 0;
      this.#termsShared = 0;
    }
    this.#termsBefore = this.#terms;
    this.#terms = 0;
    this.#sentence++;
    if (this.#hasConcept) this.#sumConcepts();
    if (this.#hasConcept || this.#hadConcept) {
      const { length } = this.#current;
      for (let i = 0; i < length; i++) {
        this.#before[i] = this.#current[i] ?? 0;
        this.#current[i] = 0;
      }
    }
    this.#hadConcept = this.#hasConcept;
    this.#hasConcept = false;
  }

  #sumConcepts(): void {
    const { conceptIdf } = this.prepared;
    let own = 0;
    let pair = 0;
    for (let i = 0; i < conceptIdf.length; i++) {
      const telling = conceptIdf[i] ?? 0;
      const here = this.#current[i] ?? 0;
      own += telling * here;
      pair += telling * Math.max(here, this.#before[i] ?? 0);
    }
    this.bestConcepts = Math.max(this.bestConcepts, own);
    this.bestConceptsPair = Math.max(this.bestConceptsPair, pair);
  }

  /** Notes every pattern that stands at `at`; returns the term found there or -1. */
  #match(patterns: readonly Pattern[], text: string, at: number): number {
    let found = -1;
    for (const { text: pattern, unit, weight, kind, isOfRun } of patterns) {
      if (pattern.length > 2 && !text.startsWith(pattern, at)) continue;
      if (isOfRun && isInsideRun(text, at, pattern.length)) continue;
      if (kind === 'term') {
        found = unit;
        this.#noteTerm(unit);
      } else if (kind === 'near') {
        this.near[unit] = Math.max(this.near[unit] ?? 0, weight);
      } else {
        this.concepts[unit] = Math.max(this.concepts[unit] ?? 0, weight);
        this.conceptCounts[unit] = (this.conceptCounts[unit] ?? 0) + weight;
        this.#current[unit] = Math.max(this.#current[unit] ?? 0, weight);
        this.places[this.placesEnd++] = unit;
        this.places[this.placesEnd++] = at;
        this.#hasConcept = true;
      }
    }
    return found;
  }

  #noteTerm(term: number): void {
    this.termCounts[term] = (this.termCounts[term] ?? 0) + 1;
    const last = this.#termSentence[term] ?? -2;
    if (last === this.#sentence) return;
    const telling = this.prepared.termIdf[term] ?? 0;
    this.#terms += telling;
    if (last === this.#sentence - 1) this.#termsShared += telling;
    if ((this.#title?.termCounts[term] ?? 0) === 0) this.#termsBeyond += telling;
    this.#termSentence[term] = this.#sentence;
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

/** One of SENTENCE_ENDS. */
function endsSentence(unit: number): boolean {
  return unit === 0x3002 || unit === 0x21 || unit === 0x3f || unit === 0x3b || unit === 0x0a;
}
