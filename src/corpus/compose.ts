import { fold } from '../language/script.js';
import type { Article, ArticleFormat, Paragraph, Receipt } from './article.js';
import { headByline, tailByline } from './bylines.js';
import type { Credits } from './credits.js';
import { type Dating, dateArticle } from './dating.js';
import { isDateline, isFurtherPart } from './line-kind.js';
import { isOutlet, sourceInText } from './outlets.js';
import { regionNamesIn, relativePlaces } from './relative-places.js';
import type { Stretch } from './stretch.js';

/** `???` or the mark of a character that could not be decoded, where no excited question ends. */
const LOST = /\ufffd|(?<!\?)\?{3,}(?=[,，、;；:：)）」”\p{Script=Han}])|(?<=[,，、(（:：])\?{3,}/u;

/** Computes a value when it is first wanted and keeps it. */
export function lazily<T extends object>(compute: () => T): () => T {
  let value: T | undefined;
  return () => {
    value ??= compute();
    return value;
  };
}

/** The reporters of each paragraph's part: from 又讯, or a later dateline with its own credit, on. */
function partReporters(paragraphs: readonly string[]): readonly (readonly string[])[] {
  let current: readonly string[] = [];
  return paragraphs.map((text, i) => {
    if (i > 0 && (isFurtherPart(text) || isDateline(text))) current = headByline(text)?.reporters ?? [];
    return current;
  });
}

interface Authors {
  readonly reporters: readonly string[];
  readonly outlets: readonly string[];
}

/** Who reported it: the credit at the head of the text, those of the article's head and foot, and one at the text's end. */
function authorsOf(paragraphs: readonly string[], credits: Credits): Authors {
  const head = headByline(paragraphs[0] ?? '');
  const lastOwn = paragraphs.findIndex((text, i) => i > 0 && isFurtherPart(text));
  const tail = tailByline(paragraphs.at(lastOwn < 0 ? -1 : lastOwn - 1) ?? '');
  const found = [head, tail].filter((byline) => byline !== null);
  return {
    reporters: [...new Set([...credits.reporters, ...found.flatMap((byline) => byline.reporters)])],
    outlets: found.flatMap((byline) => byline.outlet ?? []),
  };
}

/**
 * Builds paragraphs. Their dates are read when somebody first asks for them: reading dates takes longer than all the
 * rest, and most paragraphs of a large corpus are never asked.
 */
function paragraphsOf(stretches: readonly Stretch[], dating: () => Dating): readonly Paragraph[] {
  const reporters = partReporters(stretches.map((stretch) => stretch.text));
  return stretches.map(
    (stretch, i): Paragraph => ({
      number: i + 1,
      text: stretch.text,
      runs: stretch.runs,
      get dates() {
        return dating().dates[i] ?? [];
      },
      reporters: reporters[i] ?? [],
      damaged: LOST.test(stretch.text),
    }),
  );
}

/** What identifies an article within its file and what is known of it before its text is read. */
export interface Identity {
  readonly id: string;
  readonly file: string;
  readonly format: ArticleFormat;
  readonly sha256: string;
  readonly extracted?: string | undefined;
  readonly title: string | null;
  readonly subtitles: readonly string[];
  readonly credits: Credits;
  /** The regions that the whole file names, where that is more than the article. */
  readonly fileRegions: (() => ReadonlySet<string>) | null;
}

/** The article of cleaned paragraphs. */
export function articleOf(
  identity: Identity,
  stretches: readonly Stretch[],
  dropped: readonly Receipt[],
): Article {
  const { credits, title } = identity;
  const texts = stretches.map((stretch) => stretch.text);
  const dating = lazily(() => dateArticle(texts, credits.published?.iso ?? null));
  const paragraphs = paragraphsOf(stretches, dating);
  const authors = authorsOf(texts, credits);
  const outlet = credits.author !== null && isOutlet(fold(credits.author)) ? credits.author : null;
  const source = credits.source ?? sourceInText(texts[0] ?? '') ?? authors.outlets[0] ?? outlet;
  const text = [title ?? '', ...identity.subtitles, ...texts].join('\n');
  return {
    id: identity.id,
    file: identity.file,
    format: identity.format,
    sha256: identity.sha256,
    ...(identity.extracted === undefined ? {} : { extracted: identity.extracted }),
    title,
    subtitles: identity.subtitles,
    source,
    author: credits.author,
    reporters: authors.reporters,
    editors: credits.editors,
    url: credits.url,
    published: credits.published,
    get happened() {
      return dating().happened;
    },
    places: relativePlaces({
      lead: texts[0] ?? '',
      text,
      outlets: [source, ...authors.outlets, credits.author].filter((name) => name !== null),
      fileRegions: identity.fileRegions ?? (() => regionNamesIn(text)),
    }),
    paragraphs,
    dropped,
    warnings: paragraphs
      .filter((paragraph) => paragraph.damaged)
      .map((paragraph) => `paragraph ${paragraph.number} has lost characters; they are kept as they stand`),
  };
}
