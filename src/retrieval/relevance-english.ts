/** What tells whether the best hits are about an English question: numbers for the fitted model of relevance. */
import { wordClass } from '../language/tokenizer.js';
import { similarity, skeletonOfHan, skeletonOfLatin } from '../language/transliteration.js';
import { largeness } from './corpus-size.js';
import type { Concept, Question } from './question.js';
import { bestSentence, type HitText, sentencesOf } from './relevance-text.js';
import {
  type Counts,
  isAcronym,
  isBySound,
  LIKELY_GLOSS,
  type TellingForeign,
  tellingForeign,
} from './relevance-words.js';

/** A gloss of this weight is the word itself. */
const SURE_GLOSS = 0.77;
/** A name of the very same consonants counts this much; one that only resembles it quickly less. */
const SAME_SOUND = 0.8;
const FULL_SOUND_WEIGHT = 0.6;
const SOUND_POWER = 3;
/** Names of so many agreeing consonants sound alike. */
const ALIKE = 0.75;
/** From here on a word counts as found. */
const FOUND = 0.4;
/** A typical passage, of which the length is a multiple. */
const TYPICAL_LENGTH = 400;

/** By name; `hits` are the best, best first, at least one. */
export function englishRelevance(
  question: Question,
  hits: readonly [HitText, ...HitText[]],
  counts: Counts,
): Readonly<Record<string, number>> {
  const words = tellingForeign(question.concepts, counts);
  const [first] = hits;
  const found = words.map((word) => foundIn(word, first.both));
  const shares = found.map(({ share }) => share);
  const whole = massOf(words, () => 1) || 1;
  const mass = massOf(words, (_, i) => shares[i] ?? 0);
  const names = places(words, ({ concept }) => concept.kind === 'name');
  const numbers = places(words, ({ concept }) => concept.kind === 'number');
  const others = places(words, ({ concept }) => concept.kind === 'word');
  const share = (place: number) => shares[place] ?? 0;
  const worst = (of: readonly number[]) =>
    Math.max(0, ...of.map((place) => (words[place]?.weight ?? 0) * (1 - share(place))));
  const sum = (of: readonly number[], value: (place: number) => number) =>
    of.reduce((total, place) => total + value(place), 0);
  const glossed = names.filter((place) => words[place]?.hasGloss === true);
  const unglossed = names.filter((place) => words[place]?.hasGloss !== true);
  // Where every word has some gloss somewhere, long passages have most of them by accident; in a small corpus they have not.
  const large = largeness(counts.statistics.passages);
  return {
    lengthInLarge: large * Math.log(Math.max(1, first.folded.length) / TYPICAL_LENGTH),
    carriedInLarge: (large * mass) / whole,
    missingWordInLarge: large * worst(others),
    presentMass: mass,
    presentMassAnywhere: Math.max(
      ...hits.map(({ both }) => massOf(words, (word) => foundIn(word, both).share)),
    ),
    sentenceMass: sentenceMass(words, found, first),
    foundShare: words.length === 0 ? 1 : shares.filter((one) => one > FOUND).length / words.length,
    missingGlossedName: worst(glossed),
    missingUnknownNames: sum(unglossed, (place) => 1 - share(place)),
    presentNames: sum(glossed, (place) =>
      found[place]?.isCommon === true ? 0 : (words[place]?.weight ?? 0) * share(place),
    ),
    missingProperName: Math.max(0, ...names.map((place) => (found[place]?.isCommon === true ? 1 : 0))),
    presentBySound: sum(unglossed, (place) => (found[place]?.isLiteral === true ? 0 : share(place))),
    presentLiterals: sum(names, (place) => (found[place]?.isLiteral === true ? 1 : 0)),
    namesShare:
      names.length === 0
        ? 1
        : sum(names, (place) => (found[place]?.isCommon === true ? 0 : share(place))) / names.length,
    presentWord: Math.max(0, ...others.map((place) => (words[place]?.weight ?? 0) * share(place))),
    missingNumbers: sum(numbers, (place) => (share(place) > 0 ? 0 : 1)),
    presentNumbers: sum(numbers, (place) => (share(place) > 0 ? 1 : 0)),
  };
}

function places(
  words: readonly TellingForeign[],
  isWanted: (word: TellingForeign) => boolean,
): readonly number[] {
  return words.flatMap((word, place) => (isWanted(word) ? [place] : []));
}

function massOf(
  words: readonly TellingForeign[],
  share: (word: TellingForeign, place: number) => number,
): number {
  return words.reduce((sum, word, i) => sum + word.weight * share(word, i), 0);
}

interface Found {
  /** 0..1. */
  readonly share: number;
  /** As written in the question. */
  readonly isLiteral: boolean;
  /** A name, but only by what its letters mean as a common word (Hamlet as 村庄). */
  readonly isCommon: boolean;
}

const NOWHERE: Found = { share: 0, isLiteral: false, isCommon: false };

function foundIn({ concept, isAcronym }: Pick<TellingForeign, 'concept' | 'isAcronym'>, text: string): Found {
  let best = NOWHERE;
  for (const variant of concept.variants) {
    const { text: way, weight } = variant;
    const isSound = isBySound(concept, variant);
    if (way === '' || (!isSound && weight < LIKELY_GLOSS) || (isSound && isAcronym)) continue;
    const worth = isSound
      ? SAME_SOUND * Math.min(1, weight / FULL_SOUND_WEIGHT) ** SOUND_POWER
      : Math.min(1, weight / SURE_GLOSS);
    if (worth <= best.share || !standsIn(way, text)) continue;
    if (isLatin(way)) return { share: 1, isLiteral: true, isCommon: false };
    best = {
      share: worth,
      isLiteral: false,
      isCommon: concept.kind === 'name' && !isSound && isCommonWord(way, concept.surface),
    };
  }
  return best;
}

/** Whether a gloss is a word like any other: no name by the dictionary, and it does not sound like the English word. */
function isCommonWord(gloss: string, surface: string): boolean {
  const kind = wordClass(gloss);
  if (kind === 'name' || kind === 'unknown') return false;
  return similarity(skeletonOfLatin(surface), skeletonOfHan(gloss), ALIKE) < ALIKE;
}

/** Whether an English question's name does not stand in a folded text as a name: not by a gloss, a sound or its letters. */
export function lacksName(concept: Concept, text: string): boolean {
  const { share, isCommon } = foundIn({ concept, isAcronym: isAcronym(concept) }, text);
  return concept.kind === 'name' && (isCommon || share <= FOUND);
}

function isLatin(text: string): boolean {
  return !/\p{Script=Han}/u.test(text);
}

/** Latin words and numbers must stand alone: "hd" is not in "hdmi". */
function standsIn(way: string, text: string): boolean {
  if (!isLatin(way)) return text.includes(way);
  for (let at = text.indexOf(way); at >= 0; at = text.indexOf(way, at + 1)) {
    if (!isWordPart(text[at - 1]) && !isWordPart(text[at + way.length])) return true;
  }
  return false;
}

function isWordPart(character: string | undefined): boolean {
  return character !== undefined && /[a-z0-9]/u.test(character);
}

/** The most weight that one sentence has, by likely glosses. */
function sentenceMass(
  words: readonly TellingForeign[],
  found: readonly Found[],
  { folded }: HitText,
): number {
  const sought = words.flatMap(({ concept, weight }, i) =>
    (found[i]?.share ?? 0) > 0
      ? [{ weight, ways: concept.variants.filter((way) => way.text !== '' && way.weight >= LIKELY_GLOSS) }]
      : [],
  );
  return bestSentence(sentencesOf(folded), (sentence) =>
    sought.reduce(
      (sum, { weight, ways }) => sum + (ways.some(({ text }) => sentence.includes(text)) ? weight : 0),
      0,
    ),
  );
}
