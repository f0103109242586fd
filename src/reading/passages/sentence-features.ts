/** What decides whether a sentence carries the answer, as numbers for the fitted model. */

import type { Span } from '../../corpus/article.js';
import type { CorpusKnowledge } from '../../retrieval/passage.js';
import type { AnswerKind, Question } from '../../retrieval/question.js';
import { findBlank } from '../spans/blank.js';
import { findMentions } from '../spans/mentions.js';
import { damping, type Evidence, type Term, TITLE_DAMPING } from './evidence.js';

/** One number per feature, each about 0..1. */
export interface SentenceFeatures {
  /** Characters of the question by their rarity in the paragraph, those of the title damped. */
  readonly characters: number;
  readonly charactersWithTitle: number;
  readonly charactersPlain: number;
  /** Words by idf, rarity in the paragraph and title damping. */
  readonly words: number;
  /** As words, where the sentence before and the title lend theirs: a subject that the sentence leaves out. */
  readonly carried: number;
  /** words of the next sentence. */
  readonly next: number;
  readonly position: number;
  /** Mentions of the kind asked for that the question does not have. */
  readonly mentions: number;
  /** How near a mention stands to question words. */
  readonly mentionNear: number;
  /** The word that the answer is one of (大学 of 哪所大学). */
  readonly head: number;
  /** A set word of such answers: 因为 for why. */
  readonly cue: number;
}

/** How much a word of the sentence before counts in this one. */
const CARRIED = 0.7;
/** Mentions beyond this many say nothing more. */
const MANY_MENTIONS = 3;
/** Softens distances in characters between a mention and a question word. */
const NEARNESS = 4;
const CUES: Partial<Record<AnswerKind, RegExp>> = {
  reason: /因|由于|所以|导致|原因|为了|使得|缘于|出于/u,
  manner: /通过|方式|采用|采取|利用|使用|借助|按照|方法/u,
  statement: /强调|指出|要求|提出|表示|认为|提到/u,
  list: /、|包括|分别/u,
  definition: /是指|指的是|是一[种个名位座]|称为|即|意思|全称|目的/u,
};

function weightOf(term: Term): number {
  return term.idf * damping(term) * term.rarity;
}

/** Share of the question's words in a sentence; each counts `lend` at least where the title or the sentence before has it. */
function wordShare(terms: readonly Term[], s: number, lend: number): number {
  let found = 0;
  let all = 0;
  for (const term of terms) {
    const weight = weightOf(term);
    const lent = Math.max(lend * (term.matches[s - 1] ?? 0), term.inTitle ? lend : 0);
    all += weight;
    found += weight * Math.max(term.matches[s] ?? 0, lent);
  }
  return all > 0 ? found / all : 0;
}

interface WeighedCharacter {
  /** 1 for a Chinese question; for an English one the best weight of a gloss that has the character. */
  readonly weight: number;
  readonly rarity: number;
  readonly inTitle: boolean;
  /** By sentence: 1 where it stands. */
  readonly present: Uint8Array;
}

const HAN = /\p{Script=Han}/gu;

/** The Han characters of what is asked about, and how surely they are meant. */
function charactersOf(question: Question): ReadonlyMap<string, number> {
  const characters = new Map<string, number>();
  if (question.language !== 'en') {
    for (const character of question.core.match(HAN) ?? []) characters.set(character, 1);
    return characters;
  }
  for (const { variants } of question.concepts)
    for (const { text, weight } of variants)
      for (const character of text.match(HAN) ?? [])
        characters.set(character, Math.max(weight, characters.get(character) ?? 0));
  return characters;
}

/** Characters with their rarity among the sentences; absent ones weigh nothing. */
function weighCharacters(
  question: Question,
  sentences: readonly string[],
  title: string,
): WeighedCharacter[] {
  return Array.from(charactersOf(question), ([character, weight]) => {
    const present = Uint8Array.from(sentences, (sentence) => (sentence.includes(character) ? 1 : 0));
    const count = present.reduce((sum, one) => sum + one, 0);
    const rarity = count === 0 ? 0 : Math.log(1 + sentences.length / count);
    return { weight, rarity, inTitle: title.includes(character), present };
  });
}

/** Share of the characters, by what they weigh, that the sentence `s` has. */
function characterShare(
  characters: readonly WeighedCharacter[],
  s: number,
  weigh: (character: WeighedCharacter) => number,
): number {
  let found = 0;
  let all = 0;
  for (const weighed of characters) {
    const weight = weigh(weighed);
    all += weight;
    if (weighed.present[s] === 1) found += weight;
  }
  return all > 0 ? found / all : 0;
}

function byRarity({ weight, rarity, inTitle }: WeighedCharacter): number {
  return weight * rarity * (inTitle ? TITLE_DAMPING : 1);
}

function byRarityWithTitle({ weight, rarity }: WeighedCharacter): number {
  return weight * rarity;
}

function plainly({ weight }: WeighedCharacter): number {
  return weight;
}

function nearness(evidence: Evidence, [start, end]: Span, mentions: readonly Span[]): number {
  let best = 0;
  for (const [from, to] of mentions) {
    let near = 0;
    for (const o of evidence.occurrences) {
      if (o.start < start || o.end > end) continue;
      const gap = o.end <= from ? from - o.end : o.start - to;
      if (gap >= 0) near += o.weight / (NEARNESS + gap);
    }
    if (near > best) best = near;
  }
  return best;
}

function headShare(sentence: string, heads: readonly string[]): number {
  if (heads.some((head) => sentence.includes(head))) return 1;
  return heads.some((head) => sentence.includes(head.slice(-1))) ? 0.5 : 0;
}

/** The features of every sentence of the evidence, in order. `title` is folded, empty when there is none. */
export function sentenceFeatures(
  question: Question,
  folded: string,
  title: string,
  evidence: Evidence,
  knowledge: CorpusKnowledge,
): readonly SentenceFeatures[] {
  const { sentences, concepts } = evidence;
  const texts = sentences.map(([start, end]) => folded.slice(start, end));
  const characters = weighCharacters(question, texts, title);
  const words = sentences.map((_, s) => wordShare(concepts, s, 0));
  const total = concepts.reduce((sum, term) => sum + weightOf(term), 0) || 1;
  const { heads } = findBlank(question);
  const cue = CUES[question.kind];
  const mentions = findMentions(question, folded, knowledge).filter(
    ([start, end]) => !question.folded.includes(folded.slice(start, end)),
  );
  return sentences.map((span, s) => {
    const text = texts[s] ?? '';
    const mine = mentions.filter(([start, end]) => start >= span[0] && end <= span[1]);
    return {
      characters: characterShare(characters, s, byRarity),
      charactersWithTitle: characterShare(characters, s, byRarityWithTitle),
      charactersPlain: characterShare(characters, s, plainly),
      words: words[s] ?? 0,
      carried: wordShare(concepts, s, CARRIED),
      next: words[s + 1] ?? 0,
      position: s / sentences.length,
      mentions: Math.min(MANY_MENTIONS, mine.length) / MANY_MENTIONS,
      mentionNear: nearness(evidence, span, mine) / total,
      head: headShare(text, heads),
      cue: cue?.test(text) ? 1 : 0,
    };
  });
}
