/** Articles → an index: segments of passages with their postings, and what is mined from all of them. */
import type { Article } from '../corpus/article.js';
import { createTokenizer } from '../language/tokenizer.js';
import type { CorpusIndex } from './corpus-index.js';
import { EvidenceSum, gatherEvidence, unpackEvidence } from './evidence.js';
import { createKnowledge } from './knowledge.js';
import { lexiconOf, nearWordsOf, type WholeLexicons } from './lexicons-of-corpus.js';
import { type ArticlePlace, LivePostings } from './live-postings.js';
import type { MinedFacts } from './mined-facts.js';
import { miniSearchRetriever } from './minisearch.js';
import { foldedTitle } from './passages.js';
import type { Retriever } from './retriever.js';
import {
  type ArticlePassages,
  articleOf,
  batchesOf,
  buildSegment,
  SEGMENT_PASSAGES,
  type Segment,
  withPassages,
} from './segment.js';
import { createTextCounts } from './text-counts.js';

/** The parts of an index that are stored; `assemble` makes the rest from them. */
export interface IndexParts {
  readonly segments: readonly Segment[];
  /** The articles that count, in the order of the corpus; a segment may hold others, which are gone. */
  readonly places: readonly ArticlePlace[];
  readonly facts: MinedFacts;
  readonly lexicons: WholeLexicons;
}

/** A segment is small when it has less than this share of a full one. */
const SMALL_SHARE = 0.1;
/** More small segments are made one. */
const SMALL_SEGMENTS = 8;
/** Folded titles that are kept. */
const REMEMBERED_TITLES = 20_000;
/** A segment with fewer living passages than this share is built anew. */
const LEAST_ALIVE = 0.5;

/** Builds the parts. `onPassages` hears how many passages are indexed. */
export function buildParts(
  articles: readonly Article[],
  lexicons: WholeLexicons,
  onPassages: (count: number) => void = () => {},
  mostSegments?: number,
): IndexParts {
  return updateParts(
    { segments: [], places: [], facts: NO_FACTS, lexicons },
    articles,
    onPassages,
    mostSegments,
  );
}

const NO_FACTS: MinedFacts = new EvidenceSum().facts();

/**
 * The parts of another list of articles. Those that are in `parts` already (the same objects) stay where they are, the
 * others go into new segments; answers are the same as if all were built anew. New segments are made larger than usual
 * where they would be more than `mostSegments`.
 */
export function updateParts(
  parts: IndexParts,
  articles: readonly Article[],
  onPassages: (count: number) => void = () => {},
  mostSegments = Number.POSITIVE_INFINITY,
): IndexParts {
  const before = new Map(parts.places.map((place) => [articleAt(parts, place), place]));
  const kept = segmentsToKeep(parts, new Set(articles));
  const segments = kept.map((number) => parts.segments[number]).filter((segment) => segment !== undefined);
  const places = new Map<Article, ArticlePlace>();
  const moved: ArticlePassages[] = [];
  for (const article of articles) {
    const old = before.get(article);
    const segment = old === undefined ? -1 : kept.indexOf(old.segment);
    if (old !== undefined && segment >= 0) places.set(article, { segment, article: old.article });
    else moved.push(old === undefined ? withPassages(article) : passagesAt(parts, old));
  }
  let indexed = passagesIn(segments, places.values());
  const passages = moved.reduce((sum, one) => sum + one.passages.length, 0);
  for (const batch of batchesOf(moved, Math.max(SEGMENT_PASSAGES, Math.ceil(passages / mostSegments)))) {
    const built = buildSegment(batch);
    built.articles.forEach((article, place) => {
      places.set(article, { segment: segments.length, article: place });
    });
    segments.push(built);
    indexed += built.passages.length;
    onPassages(indexed);
  }
  const order = articles.flatMap((article) => places.get(article) ?? []);
  return { segments, places: order, facts: factsOf(segments, order), lexicons: parts.lexicons };
}

/** The article at a place of the parts. */
function articleAt({ segments }: IndexParts, { segment, article }: ArticlePlace): Article {
  const found = segments[segment]?.articles[article];
  if (found === undefined) throw new RangeError(`There is no article ${article} in segment ${segment}.`);
  return found;
}

/** All articles in the order of the corpus. */
export function articlesIn(parts: IndexParts): readonly Article[] {
  return parts.places.map((place) => articleAt(parts, place));
}

/** What finds candidates in the passages of some segments. */
export type Engine = (postings: LivePostings, segments: readonly Segment[]) => Retriever;

/**
 * An index from its parts. `readingFacts` is what the reader mined of the articles (see CorpusKnowledge); `engine` is
 * the embedded one unless another is given.
 */
export function assemble(
  parts: IndexParts,
  readingFacts: Uint8Array | null = null,
  engine: Engine = miniSearchRetriever,
): CorpusIndex {
  const articles = articlesIn(parts);
  const postings = new LivePostings(parts.segments, parts.places);
  const { passages } = postings;
  const texts = createTextCounts(postings);
  return {
    articles,
    passages,
    statistics: { passages: passages.length, frequency: (term) => postings.frequency(term) },
    texts,
    facts: parts.facts,
    retriever: engine(postings, parts.segments),
    lexicon: lexiconOf(parts.lexicons.english, texts, passages.length),
    nearWords: nearWordsOf(parts.lexicons.near, texts),
    tokenizer: createTokenizer(parts.facts.gazetteer),
    knowledge: createKnowledge(passages, parts.facts, texts, readingFacts),
    titleOf: rememberedTitles(),
  };
}

/** Folded titles; most candidates are of articles that were candidates before. */
function rememberedTitles(): CorpusIndex['titleOf'] {
  const titles = new Map<Article, string>();
  return (article) => {
    const known = titles.get(article);
    if (known !== undefined) return known;
    if (titles.size >= REMEMBERED_TITLES) titles.clear();
    const title = foldedTitle(article);
    titles.set(article, title);
    return title;
  };
}

/** Numbers of the segments that stay as they are, of those that hold some of the wanted articles. */
function segmentsToKeep(parts: IndexParts, wanted: ReadonlySet<Article>): readonly number[] {
  const alive = parts.segments.map(() => 0);
  for (const place of parts.places) {
    if (!wanted.has(articleAt(parts, place))) continue;
    alive[place.segment] = (alive[place.segment] ?? 0) + passagesIn(parts.segments, [place]);
  }
  const dense = parts.segments.flatMap(({ passages }, number) => {
    const living = alive[number] ?? 0;
    return living > 0 && living >= passages.length * LEAST_ALIVE ? [number] : [];
  });
  const isSmall = (number: number) => (alive[number] ?? 0) < SEGMENT_PASSAGES * SMALL_SHARE;
  return dense.filter(isSmall).length > SMALL_SEGMENTS ? dense.filter((number) => !isSmall(number)) : dense;
}

function passagesAt({ segments }: IndexParts, { segment, article }: ArticlePlace): ArticlePassages {
  const found = segments[segment];
  if (found === undefined) throw new RangeError(`There is no segment ${segment}.`);
  return articleOf(found, article);
}

function passagesIn(segments: readonly Segment[], places: Iterable<ArticlePlace>): number {
  let count = 0;
  for (const { segment, article } of places) {
    const firsts = segments[segment]?.firsts;
    count += (firsts?.[article + 1] ?? 0) - (firsts?.[article] ?? 0);
  }
  return count;
}

/** What all segments tell, without what the articles tell that are gone. */
function factsOf(segments: readonly Segment[], places: readonly ArticlePlace[]): MinedFacts {
  const sum = new EvidenceSum();
  const living = segments.map(() => new Set<number>());
  for (const { segment, article } of places) living[segment]?.add(article);
  segments.forEach((segment, number) => {
    sum.add(unpackEvidence(segment.evidence));
    const gone = segment.articles.flatMap((_, place) =>
      living[number]?.has(place) === true ? [] : [articleOf(segment, place)],
    );
    if (gone.length > 0) sum.add(gatherEvidence(gone), -1);
  });
  return sum.facts();
}
