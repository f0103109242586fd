/** Articles → an index: passages, terms, names, frequencies, the lexicon cut down to the corpus. */
import type { Article } from '../corpus/article.js';
import { readLexicon, restrictLexicon } from '../language/lexicon.js';
import { mineNames } from '../language/names.js';
import { fold } from '../language/script.js';
import { createTokenizer } from '../language/tokenizer.js';
import type { CorpusIndex, MinedFacts } from './corpus-index.js';
import { createKnowledge } from './knowledge.js';
import { buildSegment, miniSearchRetriever, SEGMENT_PASSAGES, type Segment } from './minisearch.js';
import { mineOrdinals } from './ordinals.js';
import type { Passage } from './passage.js';
import { passagesOf } from './passages.js';
import { mineTransliterations } from './sounds.js';
import { TermCounter, type TermStatistics } from './term-statistics.js';
import { termKey, termsOf } from './terms.js';
import { countWords, type WordFrequencies } from './word-frequencies.js';

/** The parts of an index that are stored; `assemble` makes the rest from them. */
export interface IndexParts {
  readonly articles: readonly Article[];
  readonly passages: readonly Passage[];
  readonly segments: readonly Segment[];
  readonly statistics: TermStatistics;
  readonly wordFrequencies: WordFrequencies;
  /** Restricted to the corpus's words, compressed. */
  readonly lexicon: Uint8Array;
  readonly facts: MinedFacts;
}

/** Builds the parts. `lexicon` is the whole table; `onPassages` hears how many passages are indexed. */
export function buildParts(
  articles: readonly Article[],
  lexicon: Uint8Array,
  onPassages: (count: number) => void = () => {},
): IndexParts {
  const passages = articles.flatMap(passagesOf);
  const titles = articles.map(foldedTitle);
  const counter = new TermCounter();
  const segments: Segment[] = [];
  for (let first = 0; first < passages.length; first += SEGMENT_PASSAGES) {
    const keys = passages.slice(first, first + SEGMENT_PASSAGES).map(keysOf);
    for (const [index, passageKeys] of keys.entries()) {
      counter.add(new Set([...passageKeys, ...characterKeys(passages[first + index]?.folded ?? '')]));
    }
    segments.push(buildSegment(first, keys));
    onPassages(Math.min(first + SEGMENT_PASSAGES, passages.length));
  }
  const texts = [...titles, ...passages.map((passage) => passage.folded)];
  const words = countWords(readLexicon(lexicon, fold).words, passages);
  return {
    articles,
    passages,
    segments,
    statistics: counter.finish(),
    wordFrequencies: words,
    lexicon: restrictLexicon(lexicon, (word) => words.frequency(fold(word)) > 0),
    facts: {
      gazetteer: mineNames(texts),
      ordinals: mineOrdinals(passages, titles),
      transliterations: mineTransliterations(texts),
    },
  };
}

/** An index from its parts. */
export function assemble(parts: IndexParts): CorpusIndex {
  const { articles, passages, statistics, wordFrequencies, facts } = parts;
  const titles = new Map(articles.map((article) => [article.id, foldedTitle(article)]));
  return {
    articles,
    passages,
    statistics,
    wordFrequencies,
    facts,
    retriever: miniSearchRetriever(parts.segments),
    lexicon: readLexicon(parts.lexicon, fold),
    tokenizer: createTokenizer(facts.gazetteer),
    knowledge: createKnowledge(passages, facts, statistics),
    titleOf: (article) => titles.get(article.id) ?? '',
  };
}

function foldedTitle({ title, subtitles }: Article): string {
  return fold([title ?? '', ...subtitles].join('\n'));
}

/** Keys of a passage's terms with repetitions; its title's terms are its own, so that a passage is found by them. */
function keysOf({ article, folded }: Passage): Uint32Array {
  return Uint32Array.from([...termsOf(folded), ...termsOf(foldedTitle(article))], termKey);
}

/** Single Han characters are counted, though not indexed: a question's word may be one. */
function characterKeys(folded: string): Iterable<number> {
  return [...new Set(folded.match(/\p{Script=Han}/gu) ?? [])].map(termKey);
}
