/** The English lexicon as far as a corpus has its words. */
import { type Gloss, type Lexicon, readLexicon } from '../language/lexicon.js';
import { fold } from '../language/script.js';
import type { TextCounts } from './text-counts.js';

/** By the table's bytes: a table is read when the first English question is asked, once for all indexes. */
const READ = new WeakMap<Uint8Array, Lexicon>();

function readOnce(table: Uint8Array): Lexicon {
  const known = READ.get(table);
  if (known !== undefined) return known;
  const lexicon = readLexicon(table, fold);
  READ.set(table, lexicon);
  return lexicon;
}

/** Entries without the words that no passage has; an entry of which none is left counts as missing. */
export function lexiconOf(table: Uint8Array, texts: TextCounts): Lexicon {
  const known = (glosses: readonly Gloss[] | null) => {
    const left = glosses?.filter(({ word }) => texts.estimate(word) > 0) ?? [];
    return left.length === 0 ? null : left;
  };
  return {
    glosses: (entry) => known(readOnce(table).glosses(entry)),
    others: (word) => known(readOnce(table).others(word)),
  };
}
