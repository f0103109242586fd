/**
 * The catalogue of all articles, newest first: what people look through, find by name and choose while they type. It is
 * kept where the index is, and gives no more than is shown at once.
 */
import type { Article } from '../corpus/article.js';
import { dateOf } from '../corpus/article-date.js';
import { fold } from '../language/script.js';
import { hashOfId, readKey, sourceKey } from './article-keys.js';
import { ArticleNames } from './article-names.js';
import type { ArticleSummary } from './article-types.js';
import { plainTitle, summaryOf, yearOf } from './articles.js';
import { pageOf } from './catalogue-page.js';
import type {
  AskedSource,
  CatalogueEntry,
  CataloguePage,
  CatalogueView,
  SuggestedArticle,
  Suggestions,
} from './catalogue-types.js';
import { type Column, columnOf, tally } from './column.js';
import { LISTED_AT_MOST } from './listed.js';
import { bestFitting } from './name-ranking.js';
import type { LibraryState } from './state.js';

/** Of what is suggested, so that articles have a place among them. */
const SOURCES_SUGGESTED = 12;
/** Ids that are given at once. */
const IDS_AT_ONCE = 500;

/** What an article is found by. */
type Catalogued = Pick<Article, 'id' | 'file' | 'title' | 'source'>;

/** Articles in any order, and how a catalogue knows them. */
export interface Holdings<T extends Catalogued> {
  readonly articles: readonly T[];
  /** `YYYY[-MM[-DD]]`; null where none is known. */
  readonly dateOf: (article: T) => string | null;
  readonly summaryOf: (article: T) => ArticleSummary;
}

/** Names of sources, those with the most articles first, beside their folded form. */
interface SourceNames {
  readonly names: readonly string[];
  readonly folded: readonly string[];
}

export class Catalogue<T extends Catalogued> {
  readonly #holdings: Holdings<T>;
  /** Newest first, those without a date last. */
  readonly #articles: readonly T[];
  readonly #sources: Column;
  readonly #years: Column;
  /** Made when somebody first types. */
  #names: ArticleNames | null = null;
  #sourceNames: SourceNames | null = null;
  #sourceKeys: readonly string[] | null = null;
  #byHash: ReadonlyMap<string, T> | null = null;

  constructor(holdings: Holdings<T>) {
    this.#holdings = holdings;
    this.#articles = newestFirst(holdings);
    this.#sources = columnOf(this.#articles, ({ source }) => source);
    this.#years = columnOf(this.#articles, (article) => yearOf({ date: holdings.dateOf(article) }));
  }

  /** One page of what a view leaves. */
  browse(view: CatalogueView): CataloguePage {
    this.#sourceKeys ??= this.#sources.values.map(sourceKey);
    const columns = { sources: this.#sources, sourceKeys: this.#sourceKeys, years: this.#years };
    return pageOf(columns, view, (place) => this.#summaryAt(place));
  }

  /** Sources and articles that fit what was typed; those that fit equally in the order of their size and of their date. */
  suggest(typed: string): Suggestions {
    const wanted = typed.trim();
    const { names, folded } = this.#sourcesByName();
    const sourceAt = (place: number) => folded[place] ?? '';
    const sources = bestFitting(names.length, sourceAt, fold(wanted), SOURCES_SUGGESTED);
    const places = this.#articleNames().fitting(wanted, LISTED_AT_MOST);
    return {
      sources: sources.flatMap((place) => names[place] ?? []),
      articles: places.flatMap((place) => this.#suggestedAt(place)),
    };
  }

  /** The article that somebody means: named exactly by id, key, title or file, else the only one whose title holds it. */
  find(typed: string): CatalogueEntry | null {
    const wanted = typed.trim();
    return this.#entryOf(this.#named(wanted) ?? this.#onlyTitled(wanted));
  }

  /** The article or the source that somebody means; what was typed as it stands where it is neither. */
  findSource(typed: string): AskedSource {
    const wanted = typed.trim();
    const folded = fold(wanted);
    const source = this.#sources.values.find((name) => name !== null && fold(name) === folded) ?? null;
    const article = this.#named(wanted) ?? (source === null ? this.#onlyTitled(wanted) : null);
    if (article !== null) return { source: article.id, name: plainTitle(article) };
    return { source: source ?? wanted, name: source ?? wanted };
  }

  /** The article that a key stands for. */
  entry(key: string): CatalogueEntry | null {
    return this.#entryOf(this.#keyed(key));
  }

  /** Ids of the next articles after one, from the first on after null; empty at the end, null where that one is gone. */
  ids(after: string | null): readonly string[] | null {
    const place = after === null ? -1 : this.#articles.findIndex(({ id }) => id === after);
    if (after !== null && place < 0) return null;
    return this.#articles.slice(place + 1, place + 1 + IDS_AT_ONCE).map(({ id }) => id);
  }

  #summaryAt(place: number): readonly ArticleSummary[] {
    const article = this.#articles[place];
    return article === undefined ? [] : [this.#holdings.summaryOf(article)];
  }

  #suggestedAt(place: number): readonly SuggestedArticle[] {
    const article = this.#articles[place];
    if (article === undefined) return [];
    const { id, title, file } = article;
    return [{ id, title, file, date: this.#holdings.dateOf(article) }];
  }

  #entryOf(article: T | null): CatalogueEntry | null {
    if (article === null) return null;
    const sharesFile = this.#articles.some((other) => other !== article && other.file === article.file);
    return { ...this.#holdings.summaryOf(article), sharesFile };
  }

  #named(typed: string): T | null {
    const byId = this.#withId(typed) ?? this.#keyed(typed);
    if (byId !== null) return byId;
    const byFile = this.#articles.findIndex(({ file }) => file === typed);
    const byTitle = this.#articleNames().titled(typed);
    const [newest = -1] = [byFile, byTitle].filter((place) => place >= 0).sort((a, b) => a - b);
    return this.#articles[newest] ?? null;
  }

  #onlyTitled(typed: string): T | null {
    const place = this.#articleNames().onlyTitled(typed);
    return place === null ? null : (this.#articles[place] ?? null);
  }

  #withId(id: string): T | null {
    return this.#articles.find((article) => article.id === id) ?? null;
  }

  #keyed(text: string): T | null {
    const key = readKey(text);
    if (key === null) return null;
    if ('id' in key) return this.#withId(key.id);
    this.#byHash ??= new Map(this.#articles.map((article) => [hashOfId(article.id), article]));
    return this.#byHash.get(key.hash) ?? null;
  }

  #articleNames(): ArticleNames {
    this.#names ??= new ArticleNames(
      this.#articles.map((article) => ({
        title: plainTitle(article),
        date: this.#holdings.dateOf(article),
        file: article.file,
      })),
    );
    return this.#names;
  }

  #sourcesByName(): SourceNames {
    if (this.#sourceNames === null) {
      const names = tally(this.#sources).flatMap(({ value }) => value ?? []);
      this.#sourceNames = { names, folded: names.map(fold) };
    }
    return this.#sourceNames;
  }
}

/** Those without a date last; of one date in the given order. Days are far fewer than articles: only they are sorted. */
function newestFirst<T extends Catalogued>({ articles, dateOf }: Holdings<T>): readonly T[] {
  const ofDate = new Map<string, T[]>();
  for (const article of articles) {
    const date = dateOf(article) ?? '';
    const same = ofDate.get(date);
    if (same === undefined) ofDate.set(date, [article]);
    else same.push(article);
  }
  return [...ofDate].sort(([a], [b]) => (a < b ? 1 : -1)).flatMap(([, same]) => same);
}

const catalogues = new WeakMap<LibraryState, Catalogue<Article>>();

/** The catalogue of an index; made when it is first wanted, and kept as long as the index. */
export function catalogueOf(state: LibraryState): Catalogue<Article> {
  const { index, uploaded } = state;
  const kept = catalogues.get(state);
  if (kept !== undefined) return kept;
  const catalogue = new Catalogue<Article>({
    articles: index.articles,
    dateOf,
    summaryOf: (article) => summaryOf(article, uploaded.has(article.file)),
  });
  catalogues.set(state, catalogue);
  return catalogue;
}
