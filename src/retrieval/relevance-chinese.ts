/** What tells whether the best hits are about a Chinese question: numbers for the fitted model of relevance. */
import type { WordClass } from '../language/tokenizer.js';
import type { Question } from './question.js';
import { bestSentence, type HitText, longestRun, sentencesOf } from './relevance-text.js';
import { type Counts, type Telling, tellingWords } from './relevance-words.js';
import { idf } from './term-statistics.js';
import { termsOf } from './terms.js';

/** A word that the text only has in pieces (督导检查 for 检查督导) counts this much of its share of pairs. */
const PIECES = 0.6;
/** A word that is mostly missing may be said with some of its characters (传进 and 传入). */
const MISSING = 0.5;
const HAN = /^\p{Script=Han}$/u;
const QUOTED = /[“"「『《]([^”"」』》]{2,})[”"」』》]/gu;
/** Classes whose words carry on a name: 柳河 + 站. */
const ENDS_NAME: ReadonlySet<WordClass> = new Set(['verb', 'other']);

/** By name; `hits` are the best, best first, at least one. */
export function chineseRelevance(
  question: Question,
  hits: readonly [HitText, ...HitText[]],
  counts: Counts,
): Readonly<Record<string, number>> {
  const words = tellingWords(question.concepts, counts);
  const [first] = hits;
  const views = hits.map((hit) => viewOf(words, hit));
  const [view] = views;
  const found = view?.found ?? [];
  const said = inWordsOf(first.both, question.core, words);
  const names = nameEvidence(question.core, words, first);
  return {
    carried: Math.max(...views.map(({ carried }) => carried)),
    characters: charactersShare(said, first),
    worstMissing: worstMissing(words, found, first),
    presentMass: massOf(words, (_, i) => found[i] ?? 0),
    ...classEvidence(words, found),
    presentTerms: presentTerms(said, first, counts),
    run: longestRun(said, first.folded),
    ...names,
    titleWhole: first.title.length > 1 && question.folded.includes(first.title) ? 1 : 0,
    quotedMissing: quotedMissing(question.folded, first.both),
  };
}

/** The stripped question with the text's words for those that the text says otherwise: 去世 for 死. */
function inWordsOf(text: string, core: string, words: readonly Telling[]): string {
  return words.reduce((said, { concept: { surface, variants } }) => {
    if (text.includes(surface)) return said;
    const other = variants.find((variant) => variant.text !== '' && text.includes(variant.text));
    return other === undefined ? said : said.replace(surface, other.text);
  }, core);
}

interface View {
  /** How far each word stands in title or text: 0..1. */
  readonly found: readonly number[];
  /** Share of the words, by weight, that the best sentence with the title has. */
  readonly carried: number;
}

function viewOf(words: readonly Telling[], { title, folded, both }: HitText): View {
  const found = words.map((word) => presenceOf(word, both));
  const inTitle = words.map((word) => presenceOf(word, title));
  const whole = massOf(words, () => 1) || 1;
  const carried = bestSentence(sentencesOf(folded), (sentence) =>
    massOf(words, (word, i) =>
      (found[i] ?? 0) === 0 ? 0 : Math.max(inTitle[i] ?? 0, presenceOf(word, sentence)),
    ),
  );
  return { found, carried: carried / whole };
}

function massOf(words: readonly Telling[], share: (word: Telling, place: number) => number): number {
  return words.reduce((sum, word, i) => sum + word.weight * share(word, i), 0);
}

function presenceOf({ concept }: Telling, text: string): number {
  let best = 0;
  for (const { text: variant, weight } of concept.variants) {
    if (variant !== '' && weight > best && text.includes(variant)) best = Math.min(1, weight);
  }
  if (best > 0 || concept.surface.length < 3) return best;
  const pairs = concept.surface.length - 1;
  let pieces = 0;
  for (let i = 0; i < pairs; i++) if (text.includes(concept.surface.slice(i, i + 2))) pieces++;
  return (PIECES * pieces) / pairs;
}

/** The most telling word that is missing, less what its characters elsewhere in the text make up for. */
function worstMissing(words: readonly Telling[], found: readonly number[], { both }: HitText): number {
  return Math.max(
    0,
    ...words.map(({ concept, weight }, i) => {
      const whole = found[i] ?? 0;
      if (whole >= MISSING) return weight * (1 - whole);
      const { surface } = concept;
      const there = [...surface].filter((character) => both.includes(character)).length;
      return weight * (1 - there / surface.length);
    }),
  );
}

/** Mass of the words of some classes that are missing, and that are there: a missing verb says less than a missing name. */
function classEvidence(words: readonly Telling[], found: readonly number[]) {
  const missing = (...classes: readonly WordClass[]) =>
    massOf(words, (word, i) => (classes.includes(word.wordClass) ? 1 - (found[i] ?? 0) : 0));
  const present = (kind: WordClass) =>
    massOf(words, (word, i) => (word.wordClass === kind ? (found[i] ?? 0) : 0));
  return {
    missingNames: missing('name'),
    missingUnknown: missing('unknown'),
    missingForeign: missing('foreign'),
    missingNumbers: missing('number'),
    missingNouns: missing('noun'),
    missingVerbs: missing('verb', 'other'),
    presentUnknown: present('unknown'),
    presentForeign: present('foreign'),
    presentNouns: present('noun'),
  };
}

/** Pairs of neighbouring characters that the text has, in units of a pair that stands nowhere. */
function presentTerms(core: string, { both }: HitText, { statistics }: Counts): number {
  const unknown = idf(0, statistics.passages);
  let present = 0;
  for (const term of new Set(termsOf(core)))
    if (both.includes(term)) present += idf(statistics.frequency(term), statistics.passages) / unknown;
  return present;
}

/** Share of the question's characters, the rarer the more, that two neighbouring sentences with the title have. */
function charactersShare(core: string, { title, folded }: HitText): number {
  const characters = [...new Set(core)].filter((character) => HAN.test(character));
  if (characters.length === 0) return 0;
  const sentences = sentencesOf(folded);
  const best = bestSentence(
    sentences.map((sentence, i) => `${title}\n${sentence}\n${sentences[i + 1] ?? ''}`),
    (text) => characters.filter((character) => text.includes(character)).length,
  );
  return best / characters.length;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly weight: number;
}

/** Runs of neighbouring words without a verb: 柳河 + 站, whose parts may stand in a text that has not the whole. */
function nameStretches(core: string, words: readonly Telling[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let from = 0;
  let open = false;
  for (const { concept, wordClass, weight } of words) {
    const start = core.indexOf(concept.surface, from);
    if (start < 0) continue;
    from = start + concept.surface.length;
    const last = stretches.at(-1);
    if (ENDS_NAME.has(wordClass)) {
      open = false;
    } else if (open && last !== undefined && last.end === start) {
      stretches[stretches.length - 1] = {
        start: last.start,
        end: from,
        weight: Math.max(last.weight, weight),
      };
    } else {
      stretches.push({ start, end: from, weight });
      open = true;
    }
  }
  return stretches;
}

/** Of the first such run, which mostly is what the question is about: how much is missing, and how much stands in the title. */
function nameEvidence(core: string, words: readonly Telling[], { title, both }: HitText) {
  const [first] = nameStretches(core, words);
  if (first === undefined) return { firstNameMissing: 0, firstNameInTitle: 0 };
  const text = core.slice(first.start, first.end);
  return {
    firstNameMissing: (1 - longestRun(text, both) / text.length) * first.weight,
    firstNameInTitle: longestRun(text, title) / text.length,
  };
}

/** How much of what the question puts into quotation marks the text lacks: 0..1. */
function quotedMissing(question: string, text: string): number {
  const quoted = [...question.matchAll(QUOTED)].map(([, inside = '']) => inside);
  return Math.max(0, ...quoted.map((inside) => 1 - longestRun(inside, text) / inside.length));
}
