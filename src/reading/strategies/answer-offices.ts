/** Answers who holds an office of a place or body, and which office a person holds. */

import { englishOffice } from '../../retrieval/intent-english.js';
import type { CorpusKnowledge, Hit } from '../../retrieval/passage.js';
import type { Concept, Question } from '../../retrieval/question.js';
import { type Holder, holdersIn } from '../facts/holders.js';
import { placeAgreement } from '../facts/office-places.js';
import { matchOffice, type Office, parseOffice } from '../facts/offices.js';
import { type Outline, outlineOf } from '../facts/outline.js';
import type { Finding, Proof } from '../finding.js';
import { barePlace, headOf } from '../matching/conditions.js';
import { beyondNames, coverage, topicConcepts } from '../matching/coverage.js';
import { articlesOf } from '../matching/scene-fit.js';
import { dayOf, sourceOf } from '../notes/dating.js';
import { articlesDisagree, nameIsLost, placeInferred } from '../notes/notes.js';
import { officeNotHeld } from '../notes/role-notes.js';

/** A holder of the asked office, with how surely its place is the asked one. */
interface Match {
  readonly holder: Holder;
  readonly office: number;
  readonly place: number;
  readonly rank: number;
}

/** From here on the place counts as read beside the office; below, as inferred from the article. */
const STATED_PLACE = 0.85;
/** Words of being and naming. */
const IS = /^(?:担任|叫|名字|现在|目前|现任|位|哪位|出任|分别)$/u;
/** Of what the question says beside the office, the paragraph must carry this much. */
const LEAST_CONTEXT = 0.5;
/** The same of an English question, whose words a Chinese text carries more faintly. */
const LEAST_CONTEXT_ENGLISH = 0.2;
/** Fainter glosses are other senses. */
const LIKELY_GLOSS = 0.4;
/** What a rank step costs beside office and place certainty. */
const RANK_COST = 0.01;
/** How surely an office without its body is one of the body that the report opens with. */
const OWN_BODY = 0.75;
const BODY_ACTS =
  /(?:^|[,，日午晚讯)）\s])([\p{Script=Han}]{2,20}?(?:医院|学校|中学|小学|大学|学院|集团|公司|法院|检察院|银行|委员会|局|厅|村|社区|街道|镇|乡|协会|研究院|研究所))(?:党委|党组)?(?:召开|举行|举办|组织|开展|在)/u;
const PARTY = /(?:党委|党组|党总支|党支部)$/u;
const SHORTEST_BODY = 2;
/** A refusal names at most so many others who hold such an office. */
const MOST_OTHERS = 5;

/** The finding for "who is the 市长 of …", or null when the question's office cannot be read. */
export function answerHolder(
  question: Question,
  hits: readonly Hit[],
  knowledge: CorpusKnowledge,
): Finding | null {
  if (question.office === null || isLatin(hits)) return null;
  const place = question.constraints.find(({ type }) => type === 'place');
  const placeName = place?.type === 'place' ? place.name : null;
  const asked = askedOffice(question.office, placeName);
  if (asked === null) return null;
  const outlines = articlesOf(hits).map((article) => outlineOf(article, knowledge));
  const rest = beyondOffice(question);
  const holders = outlines.flatMap((outline, rank) =>
    outline.lines.flatMap((line) => holdersIn(line).map((holder) => ({ holder, outline, rank }))),
  );
  const ofOffice = holders.flatMap(({ holder, outline, rank }): Match[] => {
    const office = Math.max(
      officeAgreement(asked, holder, question.language === 'en'),
      OWN_BODY * Number(isOfOwnBody(asked, holder)),
    );
    if (office === 0 || isOfAnother(question, holder)) return [];
    const context = coverage(rest, `${headOf(outline.article)}\n${holder.line.folded}`);
    if (context < (question.language === 'en' ? LEAST_CONTEXT_ENGLISH : LEAST_CONTEXT)) return [];
    return [
      {
        holder,
        office: office * context,
        place: placeAgreement(placeName, asked, holder, outline, knowledge),
        rank,
      },
    ];
  });
  const matches = ofOffice
    .filter(({ place: agreement }) => agreement > 0)
    .sort((a, b) => value(b) - value(a));
  const [top] = matches;
  if (top === undefined)
    return rest.length > 0 && !(question.language === 'en' && placeName !== null && ofOffice.length > 0)
      ? null
      : refuse(question, asked, placeName, ofOffice, outlines);
  return answer(question, matches, top, placeName);
}

/** Whether the best passage is an English text, in which no Chinese office is to be found. */
function isLatin([best]: readonly Hit[]): boolean {
  return best !== undefined && !/\p{Script=Han}{2}/u.test(best.passage.folded);
}

/** What the question says beside office and place: 任命于哪个委员会的主任 is no plain question for a 主任. */
function beyondOffice(question: Question): readonly Concept[] {
  if (question.language === 'en') return beyondEnglishOffice(question);
  const named = question.constraints.map(({ surface }) => surface).join(' ');
  const office = question.office ?? '';
  return topicConcepts(question).filter(
    ({ surface }) => !office.includes(surface) && !named.includes(surface) && !IS.test(surface),
  );
}

/** Words of an English question for an office and its holder that tell nothing apart. */
const OF_OFFICE =
  /\b(?:current|currently|present|now|new|newly|serving|acting|former|name|names|holds?|held|post|position|office|official|title|serves?|served|in charge|heads?|leads?|person|people|man|woman|city|province|county|district|town|provincial|municipal|committee|party|government|hospital|school|university|college|company|department|commission|bureau|association|group|institute|headquarters)\b/u;
/** Two words that no office has, or a name, tell of one deed of its holder. */
const TELLING_WORDS = 2;

/** What an English question says beside the office and its place, where it is enough to tell of what the holder did. */
function beyondEnglishOffice(question: Question): readonly Concept[] {
  const office = question.office ?? '';
  const rest = beyondNames(question).filter(
    ({ surface, variants, frequency }) =>
      frequency > 0 &&
      !OF_OFFICE.test(surface.toLowerCase()) &&
      !variants.some(
        ({ text, weight }) => weight >= LIKELY_GLOSS && text.length > 1 && office.includes(text),
      ) &&
      !isTitle(surface, office),
  );
  return rest.length >= TELLING_WORDS ? rest : [];
}

/** Whether a word is the English of the office, or part of it. */
function isTitle(surface: string, office: string): boolean {
  const title = englishOffice(surface, null);
  return title !== null && (office.includes(title) || title.includes(office));
}

/** A team, firm or school in front of an office. */
const BODY_BEFORE = /(\p{Script=Han}{2,10}(?:队|公司|集团|大学|学院|医院|银行|协会))/u;
const BEFORE = 12;

/** Whether the office is said to be of a body that none of an English question's names can mean: the Tigers are no 海燕队. */
function isOfAnother(
  { language, concepts, constraints }: Question,
  { line, office: [start, end] }: Holder,
): boolean {
  const body = BODY_BEFORE.exec(line.folded.slice(Math.max(line.range[0], start - BEFORE), end))?.[1];
  const named = constraints.map(({ surface }) => surface.toLowerCase()).join(' ');
  const names = concepts.filter(
    ({ kind, surface }) => kind === 'name' && !named.includes(surface.toLowerCase()),
  );
  return (
    language === 'en' &&
    body !== undefined &&
    names.length > 0 &&
    names.every((name) => coverage([name], body) === 0)
  );
}

/** The office without the place that the question gives apart: 郑州市市长 → 市长. */
function askedOffice(office: string, place: string | null): Office | null {
  if (place !== null) {
    for (const prefix of [place, barePlace(place)]) {
      const rest = office.startsWith(prefix) ? office.slice(prefix.length) : '';
      const parsed = rest.length > 1 ? parseOffice(rest) : null;
      if (parsed !== null) return parsed;
    }
  }
  return parseOffice(office);
}

function value({ office, place, rank }: Match): number {
  return office + place - RANK_COST * rank;
}

/** The institution may stand before an earlier office of the same run: 郑州大学党委副书记、副校长. */
function officeAgreement(asked: Office, { line, office, run }: Holder, loose: boolean): number {
  const given = parseOffice(line.folded.slice(...office));
  if (given === null) return 0;
  const direct = matchOffice(asked, given, loose);
  if (direct !== null) return direct.certainty;
  const institution = line.folded
    .slice(run[0], office[1] - given.head.length - given.modifier.length)
    .replace(/、/gu, '');
  return given.institution === '' && matchOffice(asked, { ...given, institution }, loose) !== null ? 0.8 : 0;
}

/** 院长 in a report that opens with 某某医院召开: the office is one of the body that the report is about. */
function isOfOwnBody(asked: Office, { line, office }: Holder): boolean {
  const given = parseOffice(line.folded.slice(...office));
  const body = BODY_ACTS.exec(line.scene.opening)?.[1];
  if (given === null || body === undefined || asked.institution === '') return false;
  const named = asked.institution.replace(PARTY, '');
  const bare = given.institution.replace(PARTY, '');
  const isOwn = bare === '' || body.endsWith(bare) || named.endsWith(bare);
  const same = matchOffice({ ...asked, institution: '' }, { ...given, institution: '' }, false);
  return isOwn && same !== null && named !== '' && isAbbreviationOf(named, body);
}

/** 平泽县法院 of 平泽县人民法院: its characters in their order, the last ones alike. */
function isAbbreviationOf(short: string, long: string): boolean {
  let at = 0;
  for (const character of long) if (character === short.charAt(at)) at++;
  return at === short.length && short.length >= SHORTEST_BODY && short.slice(-1) === long.slice(-1);
}

function answer(question: Question, matches: readonly Match[], top: Match, place: string | null): Finding {
  const nameOf = ({ holder }: Match) =>
    holder.line.paragraph.text.slice(holder.person.start, holder.person.end);
  const certain = matches.filter((one) => value(one) >= value(top) - 0.35);
  const rivals =
    place === null
      ? []
      : firstByName(certain).filter(({ holder }) => holder.person.name !== top.holder.person.name);
  const versions = [top, ...rivals].sort((a, b) =>
    dayOf(b.holder.line.article).localeCompare(dayOf(a.holder.line.article)),
  );
  const notes: string[] = [];
  if (rivals.length > 0)
    notes.push(
      articlesDisagree(
        versions.map((one) => ({ answer: nameOf(one), source: sourceOf(one.holder.line.article) })),
        question.language,
      ),
    );
  if (place !== null && top.place < STATED_PLACE && rivals.length === 0)
    notes.push(placeInferred(placeSurface(question, place), question.language));
  const same = matches.filter(({ holder }) => holder.person.name === top.holder.person.name);
  return {
    status: 'answered',
    answer: versions.map(nameOf).join('、'),
    note: notes.join(' ') || null,
    proofs: firstByArticle(rivals.length > 0 ? versions : same).map(({ holder }) => proofOf(holder)),
    certainty: 0.7 * top.office + 0.3 * top.place - (rivals.length > 0 ? 0.2 : 0),
    fit: 1,
  };
}

function placeSurface(question: Question, place: string): string {
  return question.language === 'en'
    ? (question.constraints.find(({ type }) => type === 'place')?.surface ?? place)
    : place;
}

function firstByName(matches: readonly Match[]): readonly Match[] {
  return matches.filter(
    (one, i) => matches.findIndex((other) => other.holder.person.name === one.holder.person.name) === i,
  );
}

function firstByArticle(matches: readonly Match[]): readonly Match[] {
  return matches.filter(
    (one, i) => matches.findIndex((other) => other.holder.line.article === one.holder.line.article) === i,
  );
}

function proofOf({ line, person }: Holder): Proof {
  return {
    article: line.article,
    paragraph: line.paragraph,
    ranges: [line.range],
    highlights: [[person.start, person.end]],
  };
}

function refuse(
  question: Question,
  asked: Office,
  place: string | null,
  others: readonly Match[],
  outlines: readonly Outline[],
): Finding {
  const lost = outlines.some(({ lines }) =>
    lines.some(({ folded }) => new RegExp(`${asked.modifier}${asked.head}[?？□�]{2}`, 'u').test(folded)),
  );
  const said = [
    ...new Set(
      others.map(({ holder: { line, person, office } }) =>
        line.paragraph.text.slice(Math.min(office[0], person.start), Math.max(person.end, office[1])),
      ),
    ),
  ];
  const shown = place === null ? null : placeSurface(question, place);
  const note = officeNotHeld(
    question.office ?? asked.head,
    shown,
    said.slice(0, MOST_OTHERS),
    question.language,
  );
  return {
    status: 'no-answer',
    note: lost ? `${note} ${nameIsLost(question.language)}` : note,
    certainty: 0.9,
  };
}
