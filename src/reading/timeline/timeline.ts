/** What happened when: dated sentences about a person, a meeting, a place or a phrase. */
import { setImmediate as others } from 'node:timers/promises';
import type { Article, Certainty, DatedMention } from '../../corpus/article.js';
import type { CorpusIndex } from '../../retrieval/corpus-index.js';
import type { Citation } from '../answer.js';
import { type Mentions, mentionsOf, subjectOf } from '../archive/subject.js';
import { citationsOf } from '../citations.js';
import { isDigest } from '../facts/digest.js';
import { type Outline, outlineOf } from '../facts/outline.js';
import type { Line, Scene } from '../facts/scenes.js';
import type { Proof } from '../finding.js';
import { type DatedProof, onceEach } from './same-event.js';

export interface Timeline {
  readonly subject: string;
  /** Ascending by date; the same event told by several articles once, the others in `citation.alsoIn`. */
  readonly entries: readonly TimelineEntry[];
  /** Articles about the subject that could not be dated. */
  readonly undated: number;
}

export interface TimelineEntry {
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; `--MM-DD` where the year is not known. */
  readonly iso: string;
  /** The date in the text's words. */
  readonly written: string;
  readonly certainty: Certainty;
  /** The sentence that tells it; `n` counts from 1 in the timeline. */
  readonly citation: Citation;
}

/** 15日前: a deadline, not the day of something. */
const DEADLINE = /^(?:之|以)?[前后内]/u;
const DATED = /^(?:\d{4}|--\d{2}-\d{2})/u;

/** Articles that are looked through before others have their turn. */
const AT_ONCE = 20;

/**
 * The dated sentences about a subject; no entries where the corpus does not mention it. A subject may stand in every
 * article, so that questions are let in between.
 */
export async function timelineOf(
  subject: string,
  index: CorpusIndex,
  articles: readonly Article[] = index.articles,
): Promise<Timeline> {
  const gathering = gather(subject, index, articles);
  let step = gathering.next();
  while (step.done !== true) {
    await others();
    step = gathering.next();
  }
  const { entries, undated } = step.value;
  // One by one: what quotes the same as another stays with its own date.
  const cited = entries.flatMap(({ proof, ...entry }) =>
    citationsOf([proof], [], 1).map((citation) => ({ ...entry, citation })),
  );
  return {
    subject,
    undated,
    entries: cited.map(({ iso, written, certainty, alsoIn, citation }, i): TimelineEntry => {
      const others = alsoIn.map(({ article, paragraph }) => ({ article, paragraph: paragraph.number }));
      return { iso, written, certainty, citation: { ...citation, n: i + 1, alsoIn: others } };
    }),
  };
}

/** The same, not cited yet. */
export function timelineProofs(
  subject: string,
  index: CorpusIndex,
  articles: readonly Article[],
): readonly DatedProof[] {
  const gathering = gather(subject, index, articles);
  let step = gathering.next();
  while (step.done !== true) step = gathering.next();
  return step.value.entries;
}

interface Gathered {
  readonly entries: readonly DatedProof[];
  readonly undated: number;
}

/** Pauses where something else may be done. */
function* gather(
  subject: string,
  index: CorpusIndex,
  articles: readonly Article[],
): Generator<undefined, Gathered> {
  const mentioned = mentionsOf(subjectOf(subject, index), index, articles);
  const entries: DatedProof[] = [];
  let undated = 0;
  for (const [place, mentions] of mentioned.entries()) {
    if (place % AT_ONCE === AT_ONCE - 1) yield;
    const dated = datedIn(mentions, index);
    entries.push(...dated);
    if (dated.length === 0) undated++;
  }
  const ordered = entries
    .map((entry) => ({ entry, order: orderOf(entry.iso) }))
    .sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0));
  yield;
  return { entries: onceEach(ordered.map(({ entry }) => entry)), undated };
}

/** Each sentence by its own date, else the first of its scene by the scene's, else by the article's. */
function datedIn({ article, proofs }: Mentions, index: CorpusIndex): readonly DatedProof[] {
  const outline = outlineOf(article, index.knowledge);
  const { lines } = outline;
  const told = new Set<Scene | null>();
  const found: DatedProof[] = [];
  for (const proof of proofs()) {
    const line = lineOf(proof, lines);
    const scene = line?.scene ?? null;
    const own = line === null ? null : dateIn(line);
    if (own === null && told.has(scene)) continue;
    const date = own ?? (line === null ? null : dateOfScene(line, outline)) ?? dateOfArticle(article);
    if (date?.iso == null || !DATED.test(date.iso)) continue;
    told.add(scene);
    const { text, certainty } = date;
    found.push({
      iso: date.iso.slice(0, 10),
      written: text,
      certainty,
      proof,
      line,
      digest: isDigest(outline),
      alsoIn: [],
    });
  }
  return found;
}

function lineOf({ paragraph, ranges: [range] }: Proof, lines: readonly Line[]): Line | null {
  return (
    lines.find(
      (line) => line.paragraph === paragraph && line.range[0] < range[1] && range[0] < line.range[1],
    ) ?? null
  );
}

/** The first date of a line that tells when, not by when. */
function dateIn({ paragraph, range }: Line): DatedMention | null {
  return (
    paragraph.dates.find(
      ({ at, text, iso }) =>
        at >= range[0] &&
        at < range[1] &&
        iso !== null &&
        DATED.test(iso) &&
        !DEADLINE.test(paragraph.text.slice(at + text.length)),
    ) ?? null
  );
}

/** The date of the sentence that opens the scene, or the one that the scene takes over from another or from the article. */
function dateOfScene({ scene, paragraph }: Line, outline: Outline): DatedMention | null {
  const { article, lines } = outline;
  const opening = lines.find((line) => line.scene === scene);
  // What a digest says between two events is of no day.
  if (isDigest(outline) && opening?.paragraph !== paragraph) return null;
  const own = opening === undefined ? null : dateIn(opening);
  if (own !== null) return own;
  const [iso] = scene.dates;
  if (iso === undefined || !DATED.test(iso)) return null;
  if (article.happened?.iso?.slice(0, 10) === iso) return article.happened;
  const written = article.paragraphs.flatMap(({ dates }) => dates).find((date) => date.iso === iso);
  return { iso, text: written?.text ?? iso, certainty: 'inferred' };
}

/** What an article of one day does not date happened on that day, or when it was published; that is inferred. */
function dateOfArticle({ happened, published, paragraphs }: Article): DatedMention | null {
  const days = new Set(
    paragraphs.flatMap(({ dates }) => dates.flatMap(({ iso }) => iso?.slice(0, 10) ?? [])),
  );
  if (days.size > 1) return null;
  const date = [happened, published].find((one) => one?.iso != null && DATED.test(one.iso));
  return date === undefined || date === null ? null : { ...date, certainty: 'inferred' };
}

/** Dates without a year come last, in the order of the calendar. */
function orderOf(iso: string): string {
  return iso.startsWith('-') ? `9999${iso}` : iso;
}
