/**
 * An English question's content words as concepts over Chinese text: the longest lexicon entries first (Pirkola's
 * structured query: all glosses of a word are one soft word), literals (Latin text and digits stand in Chinese texts
 * too), and names by pinyin or by sound.
 */
import { baseForms, type EnglishToken, englishTokens, STOP_WORDS } from '../language/english.js';
import { findEnglishDates } from '../language/english-dates.js';
import type { Gloss } from '../language/lexicon.js';
import { chineseNumeral } from '../language/numeral-words.js';
import { fold } from '../language/script.js';
import { wordClass } from '../language/tokenizer.js';
import type { CorpusIndex } from './corpus-index.js';
import { isSmall } from './corpus-size.js';
import { everydayGlosses, everydayPhrase } from './everyday-lexicon.js';
import { documentFrequency } from './frequencies.js';
import { type EnglishPhrase, englishMeetingPhrases, englishRolePhrases } from './intent-lexicon.js';
import { soundsChinese } from './intent-sound.js';
import type { Concept, ConceptKind, Constraint, Variant } from './question.js';
import { namesLike } from './sounds.js';
import { textsSpelled } from './spelled-texts.js';
import { idf } from './term-statistics.js';

/** Entries of the lexicon are phrases of at most so many words. */
const MAX_PHRASE = 4;
/** A phrase says more than its words, and a name more than a common word (both measured for the lexicon). */
const PHRASE_BOOST = 1.3;
const CAPITAL_BOOST = 1.3;
/** Of a concept's soft document frequency, the power that keeps common words from vanishing. */
const IDF_POWER = 0.7;
/** Verbs and adverbs of any question: what they mean is said in a hundred ways, and stands everywhere by accident. */
const LIGHT: ReadonlySet<string> = new Set(
  `get gets got use uses used using go goes went going come comes came make makes made take takes took taken put keep
  kept now still yet today per use want wants need needs needed happen happens happened way thing things lot really
  actually currently exactly`.split(/\s+/u),
);
const LIGHT_SHARE = 0.4;
/** The same English word in another form. */
const OTHER_FORM = 0.9;
/** The day without its year, which is a number of its own: "March 14" of "March 14, 2021". */
const DAY_IN_YEAR = /^(.*?),? [12]\d{3}$/u;
/** The word of a question that names a measure or a kind of time. */
const FRAME =
  /\bhow (?:much )?(old|long|far|often|soon|big|large|early|late)\b|\b(?:what|which) (?:exact )?(days?|dates?|time|year|month|weekday)\b/giu;
/** Words that only lead to who says it or to what holds: per He Xiong, within how many days, should look like, applied to. */
const LEADING =
  /(?<=[,;] ?)(?:per|according)\b|\bper(?= (?:the|\p{Lu}))|\bwithin(?= (?:how|what|which))|\b(?:look|looks|sound|sounds|be) (?:like|alike)\b|\b(?:supposed|required|expected|told|asked|going|meant) to\b|\bappl(?:y|ies|ied)(?= to\b|\?|$)|\b(?:in terms|with regard|with respect|when it comes|in relation)\b|\b(?:supposed|ought)\b|\bshow (?:me|us)\b/gu;
/** Fainter glosses of a name are of something else: the larger city near a town that a text writes in full. */
const LIKELY_NAME = 0.6;
/** Shorter words without a capital are too often no names. */
const SHORTEST_UNCAPITALISED = 5;
/** Shorter Latin words agree in sound with too much. */
const MIN_SOUNDED = 4;

type Parts = Pick<CorpusIndex, 'lexicon' | 'texts' | 'statistics' | 'facts'>;

/** Concepts in order; constraints whose surface is a name give their Chinese name as the one variant. */
export function englishConcepts(text: string, constraints: readonly Constraint[], parts: Parts): Concept[] {
  const plain = joinOrdinals(splitHyphens(text, parts));
  const tokens = englishTokens(plain);
  const days = daysIn(plain, parts);
  const frame = frameOf(plain, isSmall(parts.statistics.passages));
  const concepts: Concept[] = [];
  const acts = englishRolePhrases(text.toLowerCase());
  const meetings = englishMeetingPhrases(text.toLowerCase());
  for (let at = 0; at < tokens.length; ) {
    const day = days.find(({ start }) => start === tokens[at]?.start);
    if (day !== undefined) {
      concepts.push(day.concept);
      while ((tokens[at]?.start ?? day.end) < day.end) at++;
      continue;
    }
    if (frame.has(tokens[at]?.start ?? -1)) {
      at++;
      continue;
    }
    const { length, glosses } =
      phraseAt(tokens, at, acts) ?? longer(longestEntry(tokens, at, parts), phraseAt(tokens, at, meetings));
    const used = tokens.slice(at, at + length);
    at += length;
    const first = used[0];
    if (first === undefined || (glosses === null && STOP_WORDS.has(first.lower))) continue;
    const concept = conceptOf(used, glosses ?? [], constraints, parts);
    if (concept !== null) concepts.push(concept);
  }
  return concepts;
}

/** Where the words stand that only say what is asked for (how old, on which days): an answer has them, or a unit in their place. */
function frameOf(text: string, isFew: boolean): ReadonlySet<number> {
  const measures = [...text.matchAll(FRAME)].map(
    ({ index, 0: whole, 1: measure = '', 2: time = '' }) => index + whole.length - (measure + time).length,
  );
  // In a large corpus any word stands somewhere, and the ranker was fitted with them all.
  const leading = [...(isFew ? text.matchAll(LEADING) : [])].flatMap(({ index, 0: words }) =>
    [...words.matchAll(/\S+/gu)].map((word) => index + word.index),
  );
  return new Set([...measures, ...leading]);
}

interface Day {
  readonly start: number;
  readonly end: number;
  readonly concept: Concept;
}

/** Days of a month as one concept each, where the corpus writes them: March 14 is 3月14日, and neither 三月 nor any 14. */
function daysIn(text: string, parts: Parts): readonly Day[] {
  return findEnglishDates(text).flatMap(({ kind, iso, start, text: surface }): Day[] => {
    const [month, day] = (iso ?? '').split('-').slice(-2).map(Number);
    if ((kind !== 'month-day' && kind !== 'absolute') || month === undefined || day === undefined) return [];
    const [, written = surface] = DAY_IN_YEAR.exec(surface) ?? [];
    const variants = writingsOf(month, day).filter(({ text: way }) => documentFrequency(way, parts) > 0);
    if (variants.length === 0) return [];
    const { passages } = parts.statistics;
    const frequency = Math.max(...variants.map(({ text: way }) => documentFrequency(way, parts)));
    const rarity = idf(frequency, passages) ** IDF_POWER;
    const concept: Concept = { surface: written, kind: 'number', variants, frequency, idf: rarity };
    return [{ start, end: start + written.length, concept }];
  });
}

function writingsOf(month: number, day: number): readonly Variant[] {
  const [han, number] = [chineseNumeral(month), chineseNumeral(day)];
  return [
    { text: `${month}月${day}日`, weight: 1 },
    { text: `${month} 月 ${day} 日`, weight: 1 },
    { text: `${month}月${day}号`, weight: 1 },
    { text: `${han}月${number}日`, weight: 1 },
    { text: `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`, weight: 1 },
  ];
}

interface Entry {
  readonly length: number;
  readonly glosses: readonly Gloss[] | null;
}

/** "Sat in on" is 列席, though none of its words is: what the lexicon has of them would only mislead. */
function phraseAt(
  tokens: readonly EnglishToken[],
  at: number,
  phrases: readonly EnglishPhrase[],
): Entry | null {
  for (const { words, chinese } of phrases) {
    if (!words.every((word, i) => tokens[at + i]?.lower === word)) continue;
    return { length: words.length, glosses: chinese.map((word) => ({ word, weight: 1 })) };
  }
  return null;
}

/** What the lexicon knows itself it knows better. */
function longer(entry: Entry, phrase: Entry | null): Entry {
  return phrase !== null && phrase.length > entry.length ? phrase : entry;
}

/** 14th → 14: the lexicon's numbers are cardinal, and Chinese texts write 第14次. */
function joinOrdinals(text: string): string {
  return text.replace(/(\d+)(?:st|nd|rd|th)\b/gu, '$1');
}

/** A hyphenated word without an entry of its own is its parts. */
function splitHyphens(text: string, parts: Parts): string {
  return text.replace(/\p{L}+(?:-\p{L}+)+/gu, (word) => {
    const lower = word.toLowerCase();
    const known = [lower, lower.replace(/-/gu, ' '), lower.replace(/-/gu, '')];
    return known.some((form) => parts.lexicon.glosses(form) !== null) ? word : word.replace(/-/gu, ' ');
  });
}

function longestEntry(tokens: readonly EnglishToken[], at: number, parts: Parts): Entry {
  for (let length = Math.min(MAX_PHRASE, tokens.length - at); length >= 1; length--) {
    const words = tokens.slice(at, at + length).map((token) => token.lower);
    const edges = [words[0] ?? '', words.at(-1) ?? ''];
    const glosses = edges.some((word) => STOP_WORDS.has(word))
      ? everydayOnly(words, parts)
      : (lookUp(words, parts) ?? everydayOnly(words, parts));
    if (glosses !== null) return { length, glosses };
  }
  return { length: 1, glosses: null };
}

/** A phrase of everyday words alone, also one that ends on a preposition (sign up), as far as the corpus says it. */
function everydayOnly(words: readonly string[], parts: Parts): readonly Gloss[] | null {
  return standing(everydayPhrase(words, isSmall(parts.statistics.passages)), parts);
}

/** Base forms are tried among CC-CEDICT's glosses first, then among other words ("lines" is not the name "lin"). */
function lookUp(words: readonly string[], parts: Parts): readonly Gloss[] | null {
  const { lexicon } = parts;
  const head = words.slice(0, -1).join(' ');
  const forms = baseForms(words.at(-1) ?? '');
  const entries = forms.map((form) => (head === '' ? form : `${head} ${form}`));
  const areFew = isSmall(parts.statistics.passages);
  const everyday = firstOf(entries, (entry) => standing(everydayGlosses(entry, areFew), parts)) ?? [];
  const spellings = entries.flatMap((entry) => [entry, entry.replace(/-/gu, ' '), entry.replace(/ /gu, '')]);
  const glosses = firstOf(spellings, (spelling) => lexicon.glosses(spelling));
  if (glosses !== null) return [...glosses, ...everyday];
  if (everyday.length > 0) return everyday;
  return head === '' ? firstOf(forms, (form) => lexicon.others(form)) : null;
}

function firstOf<Found>(
  entries: readonly string[],
  find: (entry: string) => readonly Found[] | null,
): readonly Found[] | null {
  for (const entry of entries) {
    const found = find(entry);
    if (found !== null) return found;
  }
  return null;
}

/** Glosses of which some text has at least one, else null. */
function standing(glosses: readonly Gloss[], parts: Parts): readonly Gloss[] | null {
  return glosses.some(({ word }) => documentFrequency(word, parts) > 0) ? glosses : null;
}

function conceptOf(
  used: readonly EnglishToken[],
  glosses: readonly Gloss[],
  constraints: readonly Constraint[],
  parts: Parts,
): Concept | null {
  const surface = used.map((token) => token.text).join(' ');
  const capital = used.some((token) => token.capital);
  const spelled = constraints.find(
    (constraint) =>
      (constraint.type === 'person' || constraint.type === 'place') &&
      constraint.surface.toLowerCase().includes(surface.toLowerCase()),
  );
  const names: Variant[] =
    spelled?.type === 'person' || spelled?.type === 'place' ? [{ text: spelled.name, weight: 1 }] : [];
  // In few texts 法 is mostly no France; in many it says which of them are about it.
  const told =
    capital && isSmall(parts.statistics.passages) ? glosses.filter(({ word }) => word.length > 1) : glosses;
  // In a chat nobody writes capitals: a word that the lexicon does not have may be a name all the same.
  const mayBeName = capital || (glosses.length === 0 && surface.length >= SHORTEST_UNCAPITALISED);
  const isKnown = told.some(({ weight }) => !capital || weight >= LIKELY_NAME);
  const spelt = names.length > 0 || !mayBeName || isKnown ? [] : spellings(surface, parts);
  const variants = merge([
    ...names,
    ...literals(surface),
    ...(used.length > 1 || capital ? [] : otherForms(surface)),
    ...(names.length > 0 ? [] : told.map(({ word, weight }) => ({ text: word, weight }))),
    ...spelt,
    ...(names.length > 0 || !capital || spelt.length > 0 ? [] : sounds(used, parts)),
  ]);
  const known = variants.filter(({ text }) => documentFrequency(text, parts) > 0);
  const kind: ConceptKind = /\d/u.test(surface)
    ? 'number'
    : capital || names.length + spelt.length > 0
      ? 'name'
      : 'word';
  const passages = parts.statistics.passages;
  const frequency = Math.min(
    passages,
    known.reduce((sum, { text, weight }) => sum + Math.min(1, weight) * documentFrequency(text, parts), 0),
  );
  const boost =
    (used.length > 1 ? PHRASE_BOOST : 1) *
    (capital ? CAPITAL_BOOST : 1) *
    (LIGHT.has(surface.toLowerCase()) ? LIGHT_SHARE : 1);
  return { surface, kind, variants: known, frequency, idf: idf(frequency, passages) ** IDF_POWER * boost };
}

function literals(surface: string): readonly Variant[] {
  return [{ text: fold(surface), weight: 1 }];
}

/** What an English text may say for the word: drones for drone, painted for paint. */
function otherForms(surface: string): readonly Variant[] {
  const word = surface.toLowerCase();
  if (!/^[a-z]{4,}$/u.test(word)) return [];
  const stems = baseForms(word).filter((form) => form.length > 2);
  const inflected = stems.flatMap((stem) => [stem, `${stem}s`, `${stem}ed`, `${stem}ing`]);
  return [...new Set(inflected)]
    .filter((form) => form !== word)
    .map((text) => ({ text, weight: OTHER_FORM }));
}

function sounds(used: readonly EnglishToken[], { facts }: Parts): readonly Variant[] {
  const word = used.map((token) => token.lower).join('');
  if (used.length > 2 || word.length < MIN_SOUNDED || !/^[a-z'-]+$/u.test(word)) return [];
  return namesLike(word, facts.transliterations).filter(({ text }) => !isOrdinary(text));
}

/** 平方米 is written with characters of foreign names, too. */
function isOrdinary(word: string): boolean {
  const kind = wordClass(word);
  return kind === 'noun' || kind === 'verb' || kind === 'other';
}

/** Chinese words that a name in Latin letters spells. */
function spellings(surface: string, parts: Parts): readonly Variant[] {
  return soundsChinese(surface) ? textsSpelled(surface, parts) : [];
}

/** Each text once with its highest weight. */
function merge(variants: readonly Variant[]): Variant[] {
  const best = new Map<string, number>();
  for (const { text, weight } of variants) best.set(text, Math.max(best.get(text) ?? 0, weight));
  return [...best].map(([text, weight]) => ({ text, weight }));
}
