/** What happened when: dated sentences about a person, a meeting, a place or a phrase. */
import type { Article, Certainty, DatedMention } from '../corpus/article.js';
import type { CorpusIndex } from '../retrieval/corpus-index.js';
import type { Citation } from './answer.js';
import { type Mentions, mentionsOf, subjectOf } from './archive/subject.js';
import { citationsOf } from './citations.js';
import { sameOrdinal } from './conditions.js';
import { isDigest } from './digest.js';
import type { Proof } from './finding.js';
import { type Outline, outlineOf } from './outline.js';
import type { Line, Scene } from './scenes.js';
import { datesAgree } from './scenes.js';

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

/** An entry before it is cited. */
export interface DatedProof {
  readonly iso: string;
  readonly written: string;
  readonly certainty: Certainty;
  readonly proof: Proof;
  readonly line: Line | null;
  /** The article tells of many days. */
  readonly digest: boolean;
  readonly alsoIn: readonly Proof[];
}

/** Two sentences of one day tell the same when they share this much of the shorter one's pairs of characters. */
const SAME_TELLING = 0.5;
/** 15日前: a deadline, not the day of something. */
const DEADLINE = /^(?:之|以)?[前后内]/u;
const DATED = /^(?:\d{4}|--\d{2}-\d{2})/u;

/** The dated sentences about a subject; no entries where the corpus does not mention it. */
export function timelineOf(
  subject: string,
  index: CorpusIndex,
  articles: readonly Article[] = index.articles,
): Timeline {
  const { entries, undated } = gather(subject, index, articles);
  const cited = citationsOf(
    entries.map(({ proof }) => proof),
    [],
    entries.length,
  );
  return {
    subject,
    undated,
    entries: entries.flatMap(({ iso, written, certainty, alsoIn }, i): TimelineEntry[] => {
      const citation = cited[i];
      const others = alsoIn.map(({ article, paragraph }) => ({ article, paragraph: paragraph.number }));
      return citation === undefined
        ? []
        : [{ iso, written, certainty, citation: { ...citation, alsoIn: others } }];
    }),
  };
}

/** The same, not cited yet. */
export function timelineProofs(
  subject: string,
  index: CorpusIndex,
  articles: readonly Article[],
): readonly DatedProof[] {
  return gather(subject, index, articles).entries;
}

function gather(
  subject: string,
  index: CorpusIndex,
  articles: readonly Article[],
): { readonly entries: readonly DatedProof[]; readonly undated: number } {
  const mentioned = mentionsOf(subjectOf(subject, index), index, articles);
  const dated = mentioned.map((mentions) => datedIn(mentions, index));
  const entries = dated.flat().sort((a, b) => orderOf(a.iso).localeCompare(orderOf(b.iso)));
  return { entries: onceEach(entries), undated: dated.filter((found) => found.length === 0).length };
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

/** The same event once: the fullest date and the longest telling of it stay. */
function onceEach(entries: readonly DatedProof[]): readonly DatedProof[] {
  const kept: DatedProof[] = [];
  for (const entry of entries) {
    const at = kept.findIndex((one) => sameEvent(one, entry));
    const one = kept[at];
    if (one === undefined) kept.push(entry);
    else kept[at] = merged(one, entry);
  }
  return kept;
}

function merged(one: DatedProof, other: DatedProof): DatedProof {
  const [main, also] = fullness(other) > fullness(one) ? [other, one] : [one, other];
  const articles = new Set([main.proof.article]);
  const alsoIn = [also.proof, ...one.alsoIn, ...other.alsoIn].filter(
    ({ article }) => !articles.has(article) && articles.add(article),
  );
  const [date] = [one, other].sort((a, b) => knownness(b) - knownness(a));
  const { iso, written, certainty } = date ?? main;
  return { ...main, iso, written, certainty, alsoIn };
}

/** Of two datings the one with the year, then the one that the text states. */
function knownness({ iso, certainty }: DatedProof): number {
  return (iso.startsWith('-') ? 0 : 3) + (certainty === 'stated' ? 2 : certainty === 'resolved' ? 1 : 0);
}

/** A report of the day counts more than a digest of many, one that is dated by the text itself more than another, then the longer one. */
function fullness({ certainty, proof, digest }: DatedProof): number {
  return (
    (digest ? 0 : 2000) + (certainty === 'inferred' ? 0 : 1000) + proof.ranges[0][1] - proof.ranges[0][0]
  );
}

/** Another article's report of the same day: of the same numbered meeting, of the same people, or in much the same words. */
function sameEvent(one: DatedProof, other: DatedProof): boolean {
  if (one.proof.article === other.proof.article || !datesAgree(one.iso, other.iso)) return false;
  const numbers = other.line?.scene.ordinals ?? [];
  if (one.line?.scene.ordinals.some((a) => numbers.some((b) => sameOrdinal(a, b)))) return true;
  const [here, there] = [namesIn(one), namesIn(other)];
  const shared = [...here].filter((name) => there.has(name)).length;
  if (shared > 1 && shared * 2 >= Math.min(here.size, there.size)) return true;
  return sharedPairs(textOf(one.proof), textOf(other.proof)) >= SAME_TELLING;
}

function namesIn({ line }: DatedProof): ReadonlySet<string> {
  return new Set(line?.groups.flatMap(({ members }) => members.map(({ name }) => name)) ?? []);
}

function textOf({ paragraph, ranges: [range] }: Proof): string {
  return paragraph.text.slice(...range);
}

/** Share of the shorter text's pairs of characters that the other has. */
function sharedPairs(one: string, other: string): number {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < long.length; i++) pairs.add(long.slice(i, i + 2));
  let shared = 0;
  for (let i = 0; i + 1 < short.length; i++) if (pairs.has(short.slice(i, i + 2))) shared++;
  return short.length < 2 ? 0 : shared / (short.length - 1);
}
