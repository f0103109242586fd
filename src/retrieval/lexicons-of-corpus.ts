/** The tables of words as far as a corpus has their words: the English lexicon, and near words of Chinese ones. */
import { type Gloss, type Lexicon, readLexicon } from '../language/lexicon.js';
import { fold } from '../language/script.js';
import { sharedCharacters } from './gloss-characters.js';
import type { TextCounts } from './text-counts.js';

/** In a corpus of at most so many passages what glosses share stands for them. */
const SMALL_CORPUS = 500;

/** The tables as they are distributed, compressed. */
export interface WholeLexicons {
  /** English words with Chinese ones. */
  readonly english: Uint8Array;
  /** Chinese words with others that mean nearly the same. */
  readonly near: Uint8Array;
}

/** By the table's bytes: each is read with the first question of its language, once for all indexes. */
const READ = new WeakMap<Uint8Array, Lexicon>();

function readOnce(table: Uint8Array): Lexicon {
  const known = READ.get(table);
  if (known !== undefined) return known;
  const lexicon = readLexicon(table, fold);
  READ.set(table, lexicon);
  return lexicon;
}

/** Entries without the words that no passage has, of a small corpus with the characters that they share; an entry of which none is left counts as missing. */
export function lexiconOf(table: Uint8Array, texts: TextCounts, passages: number): Lexicon {
  const standing = (glosses: readonly Gloss[]) => glosses.filter(({ word }) => texts.estimate(word) > 0);
  const known = (glosses: readonly Gloss[] | null) => {
    const words = standing(glosses ?? []);
    const shared =
      passages > SMALL_CORPUS || glosses === null ? [] : standing(sharedCharacters(glosses, words));
    const left = [...words, ...shared];
    return left.length === 0 ? null : left;
  };
  return {
    glosses: (entry) => known(readOnce(table).glosses(entry)),
    others: (word) => known(readOnce(table).others(word)),
  };
}

/** Chinese words that mean nearly what a folded one means and stand in the corpus, the nearest first. */
export type NearWords = (word: string) => readonly Gloss[];

/** Of the near words that a corpus has, so many are taken. */
const MOST_NEAR = 8;

/** Near words of a table as it is distributed, as far as the corpus has them. */
export function nearWordsOf(table: Uint8Array, texts: TextCounts): NearWords {
  return (word) =>
    (readOnce(table).glosses(word) ?? [])
      .filter((near) => texts.estimate(near.word) > 0)
      .sort((a, b) => b.weight - a.weight)
      .slice(0, MOST_NEAR);
}
