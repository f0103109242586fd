/** Who took part in both of two meetings, or in the one and not in the other: by the names that the texts give. */
import type { Article } from '../../corpus/article.js';
import { findEnglishOrdinals, findOrdinals } from '../../language/numerals.js';
import { fold } from '../../language/script.js';
import type { CorpusIndex } from '../../retrieval/corpus-index.js';
import { englishMeetingAfter } from '../../retrieval/intent-lexicon.js';
import type { Question, Role } from '../../retrieval/question.js';
import { outlineOf } from '../facts/outline.js';
import type { PersonMention } from '../facts/people.js';
import type { Statement } from '../facts/roles.js';
import { isEventNoun } from '../facts/scenes.js';
import type { Finding, Proof } from '../finding.js';
import { sameOrdinal } from '../matching/conditions.js';
import { noSuchOrdinal } from '../notes/notes.js';
import { byNamesInText, nobodyInBoth, nobodyOnlyIn } from './archive-notes.js';

interface Meeting {
  /** As typed. */
  readonly label: string;
  readonly value: number;
  readonly noun: string;
  readonly at: number;
}

/** Somebody with the statements that name him, in the order of the articles. */
type Participants = ReadonlyMap<string, { readonly person: PersonMention; readonly statement: Statement }>;

const PRESENT = '(?:主?会场|现场|出现|有谁|出席|参加|列席|到会|与会|在场|露面|讲话|发言|主持|汇报)';
const BOTH = new RegExp(
  `(?:都|均|同时|两次|两场|两个会).{0,12}${PRESENT}|${PRESENT}.{0,4}(?:了)?(?:这?两次|这?两场)|\\bboth\\b`,
  'u',
);
const NOT =
  /(?:但是?|却|而|,|，)?(?:没有?|未|不在?)(?:出席|参加|列席|到会|去|出现在|见于)?(?=.{0,4}第)|\b(?:but|and) not\b|\b(?:but|and) (?:did not|didn't|missed)\b|\bwithout\b/u;
/** Roles in which one is asked for who had just that part. */
const NARROW: ReadonlySet<Role | null> = new Set<Role | null>([
  'chair',
  'sit-in',
  'deploy',
  'notify',
  'report',
]);
const CERTAINTY = 0.85;
const MOST_PROOFS = 6;

/** The finding for a question about who was in two meetings, or null when it is none. */
export function answerAcrossMeetings(
  question: Question,
  index: CorpusIndex,
  articles: readonly Article[],
): Finding | null {
  const { folded, language, kind } = question;
  if (kind !== 'person' && kind !== 'list' && kind !== 'which') return null;
  const not = NOT.exec(folded);
  if (not === null && !BOTH.test(folded)) return null;
  const [one, other, ...more] = meetingsIn(question);
  if (one === undefined || other === undefined || more.length > 0) return null;
  if (not !== null && !(one.at < not.index && not.index < other.at)) return null;
  const wanted = NARROW.has(question.role) ? question.role : null;
  const venue = /主(?:会)?场|main venue/u.test(folded) ? '主会场' : null;
  const [here, there] = [one, other].map((meeting) => participants(meeting, wanted, venue, index, articles));
  if (here === undefined || there === undefined) return null;
  for (const [meeting, people] of [
    [one, here],
    [other, there],
  ] as const)
    if (people.size === 0)
      return { status: 'no-answer', note: noSuchOrdinal(meeting.label, [], language), certainty: 0.9 };
  const names = [...here.keys()].filter((name) => there.has(name) === (not === null));
  if (names.length === 0) {
    const note =
      not === null
        ? nobodyInBoth([one.label, other.label], language)
        : nobodyOnlyIn(one.label, other.label, language);
    return { status: 'no-answer', note, certainty: CERTAINTY };
  }
  const written = names.flatMap((name) => here.get(name) ?? []);
  return {
    status: 'answered',
    answer: written
      .map(({ person, statement }) => statement.line.paragraph.text.slice(person.start, person.end))
      .join('、'),
    note: byNamesInText(language),
    proofs: proofsOf(names, not === null ? [here, there] : [here]).slice(0, MOST_PROOFS),
    certainty: CERTAINTY,
    fit: 1,
    strategy: 'archive',
  };
}

/** The meetings that a question counts; one whose noun is left out is of the other's kind: 第七次和第十四次专题会议. */
function meetingsIn({ folded, text, language }: Question): readonly Meeting[] {
  const found =
    language === 'en'
      ? findEnglishOrdinals(text).map(({ value, start, end }) => ({
          value,
          noun: `次${englishMeetingAfter(text.slice(end).toLowerCase())}`,
          at: start,
          label: text.slice(start, end),
        }))
      : findOrdinals(folded)
          .filter(({ noun }) => isEventNoun(noun))
          .map(({ value, noun, start, end }) => ({
            value,
            noun: noun.replace(/(?:都|均|同时|两次).*$/u, ''),
            at: start,
            label: text.slice(start, end),
          }));
  const longest = found.reduce((noun, one) => (one.noun.length > noun.length ? one.noun : noun), '');
  return found.map((one) => {
    const noun = one.noun.length > 1 ? one.noun : longest;
    return { ...one, noun, label: language === 'en' ? `the ${one.label} meeting` : `${one.label}${noun}` };
  });
}

/** Who is named in the meeting's scenes, by folded name; `role` null for any part but an inspection, `venue` null for any. */
function participants(
  meeting: Meeting,
  role: Role | null,
  venue: string | null,
  index: CorpusIndex,
  articles: readonly Article[],
): Participants {
  const forms = index.knowledge.ordinals
    .filter((one) => sameOrdinal(meeting, one))
    .map(({ text }) => fold(text));
  const found = new Map<string, { person: PersonMention; statement: Statement }>();
  for (const article of articles) {
    if (!mentions(article, forms, index)) continue;
    for (const statement of outlineOf(article, index.knowledge).statements) {
      const { line, roles, people } = statement;
      if (people === null || !line.scene.ordinals.some((one) => sameOrdinal(meeting, one))) continue;
      if (venue !== null && statement.venue !== venue) continue;
      if (role === null ? roles.every((one) => one === 'inspect') : !roles.includes(role)) continue;
      for (const person of people.members)
        if (!found.has(person.name)) found.set(person.name, { person, statement });
    }
  }
  return found;
}

function mentions(article: Article, forms: readonly string[], index: CorpusIndex): boolean {
  const title = index.titleOf(article);
  return forms.some(
    (form) =>
      title.includes(form) ||
      index.knowledge.articlePassages(article.id).some(({ folded }) => folded.includes(form)),
  );
}

/** One proof a line, with all the asked names in it; of each meeting in turn. */
function proofsOf(names: readonly string[], meetings: readonly Participants[]): readonly Proof[] {
  const proofs: Proof[] = [];
  for (const people of meetings) {
    for (const name of names) {
      const entry = people.get(name);
      if (entry === undefined) continue;
      const { person, statement } = entry;
      const { article, paragraph, range } = statement.line;
      const start = Math.min(range[0], person.start);
      const same = proofs.findIndex((one) => one.paragraph === paragraph && one.ranges[0][0] === start);
      const known = proofs[same];
      if (known === undefined)
        proofs.push({
          article,
          paragraph,
          ranges: [[start, range[1]]],
          highlights: [[person.start, person.end]],
        });
      else proofs[same] = { ...known, highlights: [...known.highlights, [person.start, person.end]] };
    }
  }
  return proofs;
}
