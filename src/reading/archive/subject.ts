/** What a subject is called in the texts, and where it stands in them. */
import type { Article, Span } from '../../corpus/article.js';
import { detectLanguage, fold } from '../../language/script.js';
import { splitSentences } from '../../language/sentences.js';
import { analyse } from '../../retrieval/analysis.js';
import type { CorpusIndex } from '../../retrieval/corpus-index.js';
import type { Passage } from '../../retrieval/passage.js';
import type { Concept } from '../../retrieval/question.js';
import type { Proof } from '../finding.js';
import { barePlace, sameOrdinal } from '../matching/conditions.js';

export interface Subject {
  /** As typed. */
  readonly text: string;
  /** Folded words that must stand together, each with the ways to say it. */
  readonly parts: readonly (readonly string[])[];
}

/** An article that mentions a subject. */
export interface Mentions {
  readonly article: Article;
  /** The sentences that do, in order; its first where only the title does. They are read when they are wanted. */
  proofs(): readonly Proof[];
}

/** A translation that is less likely than this share of the likeliest is no mention. */
const SURE_SHARE = 0.5;
/** Of a word's translations, how many are tried in a phrase, and of how many words. */
const SURE_WAYS = 3;
const MOST_WORDS = 4;
const AND = /、|(?:以及|和|与|跟|及)(?=.{2})/u;
const QUOTES = /[“”"「」『』‘’《》]/gu;

/** How the texts name a subject; parts without a way where an English word has no sure translation. */
export function subjectOf(text: string, index: CorpusIndex): Subject {
  const typed = text.replace(QUOTES, '').trim();
  const folded = fold(typed);
  const { constraints, concepts } = analyse(typed, index);
  const { ordinals } = index.knowledge;
  const ordinal = constraints.find(({ type }) => type === 'ordinal');
  if (ordinal?.type === 'ordinal') {
    const ways = ordinals.filter((one) => sameOrdinal(ordinal, one)).map((one) => fold(one.text));
    return { text: typed, parts: [ways] };
  }
  if (detectLanguage(typed) === 'en') {
    const names = constraints.flatMap((one) =>
      one.type === 'person' ? [[one.name]] : one.type === 'place' ? [[barePlace(one.name)]] : [],
    );
    if (names.length > 0) return { text: typed, parts: names };
    const words = concepts.map(waysOf);
    const phrases = together(words.map((ways) => ways.slice(0, SURE_WAYS))).filter(
      (phrase) => index.knowledge.count(phrase) > 0,
    );
    if (phrases.length > 0) return { text: typed, parts: [phrases] };
    return { text: typed, parts: words };
  }
  if (index.knowledge.count(folded) > 0) return { text: typed, parts: [[folded]] };
  const place = constraints.find(({ type, surface }) => type === 'place' && surface === folded);
  if (place?.type === 'place') return { text: typed, parts: [[barePlace(place.name)]] };
  return { text: typed, parts: folded.split(AND).map((part) => [part]) };
}

/** The sure translations of an English word, the likeliest first, and the word itself. */
function waysOf({ surface, variants }: Concept): readonly string[] {
  const best = Math.max(0, ...variants.map(({ weight }) => weight));
  const sure = variants.filter(({ weight }) => weight >= best * SURE_SHARE);
  return [...sure.sort((a, b) => b.weight - a.weight).map(({ text }) => text), surface.toLowerCase()];
}

/** Every way to say some words one right after the other: four pockets as 四个口袋 and 四口袋; none for many words. */
function together(words: readonly (readonly string[])[]): readonly string[] {
  if (words.length === 0 || words.length > MOST_WORDS) return [];
  return words.reduce<readonly string[]>(
    (phrases, ways) => phrases.flatMap((phrase) => ways.map((one) => phrase + one)),
    [''],
  );
}

/** Every article among `articles` that mentions the subject, in their order. */
export function mentionsOf(
  { parts }: Subject,
  index: CorpusIndex,
  articles: readonly Article[],
): readonly Mentions[] {
  if (parts.length === 0 || parts.some((ways) => ways.length === 0)) return [];
  const found = passagesOf(parts, index);
  return articles.flatMap((article): Mentions[] => {
    const passages = found.get(article);
    if (passages === undefined && !holds(index.titleOf(article), parts)) return [];
    return [
      {
        article,
        proofs: () => passages?.flatMap((passage) => proofsIn(passage, parts)) ?? openingOf(article),
      },
    ];
  });
}

/** The passages that hold all parts, in order, by article. */
function passagesOf(
  [first = [], ...others]: Subject['parts'],
  { texts }: CorpusIndex,
): ReadonlyMap<Article, readonly Passage[]> {
  const found = new Map<Article, Set<Passage>>();
  for (const passage of first.flatMap((way) => texts.passagesWith(way))) {
    if (!holds(passage.folded, others)) continue;
    const ofArticle = found.get(passage.article) ?? new Set();
    found.set(passage.article, ofArticle.add(passage));
  }
  const inOrder = (passages: Set<Passage>) =>
    [...passages].sort((a, b) => a.paragraph.number - b.paragraph.number || a.range[0] - b.range[0]);
  return new Map([...found].map(([article, passages]) => [article, inOrder(passages)]));
}

function holds(folded: string, parts: Subject['parts']): boolean {
  return parts.every((ways) => ways.some((way) => folded.includes(way)));
}

/** The sentences of a passage that name the subject: all parts where one does, else the first part's. */
function proofsIn({ article, paragraph, range, folded }: Passage, parts: Subject['parts']): readonly Proof[] {
  const sentences = splitSentences(folded).map(([start, end]) => ({ start, text: folded.slice(start, end) }));
  const whole = sentences.filter(({ text }) => holds(text, parts));
  const some = sentences.filter(({ text }) => parts.some((ways) => ways.some((way) => text.includes(way))));
  return (whole.length > 0 ? whole : some.slice(0, 1)).map(({ start, text }): Proof => {
    const at = range[0] + start;
    const highlights = parts.flatMap((ways): Span[] => {
      const way = ways.find((one) => text.includes(one));
      if (way === undefined) return [];
      const from = at + text.indexOf(way);
      return [[from, from + way.length]];
    });
    return { article, paragraph, ranges: [[at, at + text.length]], highlights };
  });
}

/** The first sentence of an article; none when it has no text. */
export function openingOf(article: Article): readonly Proof[] {
  const [paragraph] = article.paragraphs;
  const [sentence] = paragraph === undefined ? [] : splitSentences(paragraph.text);
  if (paragraph === undefined || sentence === undefined) return [];
  return [{ article, paragraph, ranges: [[sentence[0], sentence[1]]], highlights: [] }];
}
