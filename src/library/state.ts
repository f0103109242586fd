/** Everything that a library knows at one moment, as one immutable value: made from contents, stored, loaded. */
import type { Article } from '../corpus/article.js';
import {
  decodeFacts,
  encodeFacts,
  extractFacts,
  factsKey,
  type ReadingFacts,
} from '../reading/facts/reading-facts.js';
import {
  articlesIn,
  assemble,
  buildParts,
  type Engine,
  type IndexParts,
  updateParts,
} from '../retrieval/build-index.js';
import type { CorpusIndex } from '../retrieval/corpus-index.js';
import type { WholeLexicons } from '../retrieval/lexicons-of-corpus.js';
import type { Annexes, StoredParts } from '../retrieval/snapshot.js';
import type { Contents, Listing } from './contents.js';
import type { FileRecord } from './file-record.js';

/** A segment is an index of the cluster, and a search asks all of them: a large corpus has few large ones there. */
const ENGINE_SEGMENTS = 10;

export interface LibraryState {
  readonly parts: IndexParts;
  readonly index: CorpusIndex;
  readonly records: readonly FileRecord[];
  /** Files that came by upload. */
  readonly uploaded: ReadonlySet<string>;
  /** Ids of the articles that were taken out. */
  readonly hidden: readonly string[];
  /** Which store its uploads and removals are of; null when there was none. */
  readonly store: string | null;
  /** Encoded; what `index` reads with. */
  readonly readingFacts: Uint8Array;
  /** Of the listing that it was made from. */
  readonly fingerprint: string;
}

/** Thrown when stored annexes are not what a state needs. */
export class AnnexError extends Error {
  override readonly name = 'AnnexError';
}

/** Makes the state of contents from the one before: what has not changed is taken over. */
export function nextState(
  contents: Contents,
  { fingerprint, hidden, store }: Pick<Listing, 'fingerprint' | 'hidden' | 'store'>,
  before: LibraryState | null,
  lexicons: WholeLexicons,
  onPassages: (count: number) => void,
  engine?: Engine,
): LibraryState {
  const { articles, records } = contents;
  const mostSegments = engine === undefined ? undefined : ENGINE_SEGMENTS;
  const parts =
    before === null
      ? buildParts(articles, lexicons, onPassages, mostSegments)
      : updateParts(before.parts, articles, onPassages, mostSegments);
  const readingFacts = encodeFacts(factsOf(parts, before));
  const index = assemble(parts, readingFacts, engine);
  return {
    parts,
    index,
    records,
    uploaded: uploadedIn(records),
    hidden: [...hidden],
    store,
    readingFacts,
    fingerprint,
  };
}

/** What a snapshot keeps of a state beside its parts. */
export function annexesOf({ records, hidden, store, readingFacts }: LibraryState): Annexes {
  return {
    hidden: Buffer.from(JSON.stringify(hidden)),
    store: Buffer.from(JSON.stringify(store)),
    records: Buffer.from(JSON.stringify(records)),
    'reading-facts': readingFacts,
  };
}

/** The state of a stored snapshot. Throws AnnexError when something is missing. */
export function stateFrom(
  stored: { readonly parts: StoredParts; readonly annexes: Annexes; readonly fingerprint: string },
  lexicons: WholeLexicons,
  engine?: Engine,
): LibraryState {
  const annex = (name: string): Uint8Array => {
    const bytes = stored.annexes[name];
    if (bytes === undefined) throw new AnnexError(`The snapshot has no ${name}.`);
    return bytes;
  };
  const json = (name: string) => JSON.parse(Buffer.from(annex(name)).toString('utf8'));
  const parts = { ...stored.parts, lexicons };
  const records: readonly FileRecord[] = json('records');
  const readingFacts = annex('reading-facts');
  return {
    parts,
    index: assemble(parts, readingFacts, engine),
    records,
    uploaded: uploadedIn(records),
    hidden: json('hidden'),
    store: json('store'),
    readingFacts,
    fingerprint: stored.fingerprint,
  };
}

function uploadedIn(records: readonly FileRecord[]): ReadonlySet<string> {
  return new Set(records.filter(({ uploaded }) => uploaded).map(({ file }) => file));
}

/**
 * The reader's facts of all articles. They depend on an article's text and on which person names are known, so those
 * of before stay for an article that has not changed and tells of nobody whose name came or went.
 */
function factsOf(parts: IndexParts, before: LibraryState | null): ReadingFacts {
  const articles = articlesIn(parts);
  const persons = new Set(parts.facts.gazetteer.persons);
  if (before === null) return extractFacts(articles, persons);
  const known = decodeFacts(before.readingFacts).articles;
  const old = new Set(before.index.articles);
  const tellsOfChanged = mentionsAny(changedNames(before.index.knowledge.persons, persons));
  const facts = new Map<string, Uint8Array>();
  const stale: Article[] = [];
  for (const article of articles) {
    const encoded = known.get(factsKey(article));
    if (encoded === undefined || !old.has(article) || tellsOfChanged(article, before.index))
      stale.push(article);
    else facts.set(factsKey(article), encoded);
  }
  for (const [key, encoded] of extractFacts(stale, persons).articles) facts.set(key, encoded);
  return { articles: facts };
}

function changedNames(before: ReadonlySet<string>, after: ReadonlySet<string>): readonly string[] {
  return [
    ...[...before].filter((name) => !after.has(name)),
    ...[...after].filter((name) => !before.has(name)),
  ];
}

/** Whether some of the folded names stand in an article. */
function mentionsAny(names: readonly string[]): (article: Article, index: CorpusIndex) => boolean {
  if (names.length === 0) return () => false;
  const pattern = new RegExp(names.map(literally).join('|'), 'u');
  return (article, index) =>
    pattern.test(index.titleOf(article)) ||
    index.knowledge.articlePassages(article.id).some(({ folded }) => pattern.test(folded));
}

/** Names are letters and dots; whatever else they may hold stands for itself. */
function literally(name: string): string {
  return name.replace(/[\^$.*+?()[\]{}|]/gu, '\\$&');
}
