/** Answers where a meeting was held: 主会场设在…, 在…召开; a video meeting has its form for an answer. */
import type { Span } from '../../corpus/article.js';
import { findPlaces } from '../../language/names.js';
import type { Question } from '../../retrieval/question.js';
import { labelledPlace } from '../facts/labels.js';
import type { Line } from '../facts/scenes.js';
import type { Answered } from '../finding.js';
import { headOf } from '../matching/conditions.js';
import { coverage, topicConcepts } from '../matching/coverage.js';
import { meetingNames } from '../matching/meeting-names.js';
import type { SceneFit } from '../matching/scene-fit.js';
import { heldByVideo } from '../notes/notes.js';
import { saysOtherwise, saysSo } from '../notes/role-notes.js';

const ASKS_VENUE =
  /会场|会议.*(?:哪|何处|何地)|(?:哪里?|哪儿|何处|何地|什么地方|哪个地方)(?:召开|举行|举办|开会|开的?)|\b(?:venue|where (?:was|were|did) .*(?:held|meet|take place))\b/u;
/** What somebody says at the meeting is not of its venue. */
const IS_SAID = /(?:强调|指出|要求|提出|表示|认为|说|讲)(?!话)[^?？]*(?:哪|何处|何地|什么地方)/u;
const ASKS_FORM =
  /(?:以|用|采[取用]|通过)?(?:什么|哪种|何种)(?:样的)?(?:形式|方式)(?:召开|举行|举办|开|进行)/u;
const ASKS_WHETHER_FORM = /视频|线上|线下|网络|现场|远程|面对面/u;
const ASKS_WHICH_VENUE = /(?:哪(?:一)?个|什么)(?:主|分)?会场|which venue/u;
const VENUE_NAME = /(?:在|于|到)([\p{Script=Han}]{0,6}?(?:主会场|主场|分会场))/u;
/** 各县设分会场: who has a venue of his own. */
const HAVE_BRANCHES = /([^,，。;；!?！？]{2,40}?)(?:均|都|分别|也|同时)?(?:设|设立|设有|设置)(?:了)?分会场/gu;
const BRANCH = /分会场|branch|parallel|satellite/u;
/** Where something was set up; which venue stands before it. */
const SET_UP =
  /(主会场|主场|分会场|会场|会议地点|会议)?(?:设[在于到]|设立[在于]|安排在|就设在)([^,，。;；!?！？]{2,40})/gu;
/** 地点在…: of what its sentence speaks of; of the one before, when it begins the sentence. */
const PLACE_IS = /地点(?:就)?(?:设|定|选|安排)?[在于为是]([^,，。;；!?！？]{2,40})/u;
/** What is asked of the event, not which event. */
const HOLDING = /^(?:举行|举办|召开|开|开会|进行|地点|地方|会场)$/u;
/** Of the topic, so much must stand there. */
const LEAST_TOPIC = 0.5;
const HELD_AT =
  /(?:^|[^现存所])(?:在|于)([^,，。;；!?！？在]{2,24}?)(?:隆重|如期|正式|顺利)?(?:召开|举行|举办|开幕|开会)/gu;
const BY_VIDEO =
  /(?:以|用|采[取用])((?:电视电话|视频|网络|线上|远程)(?:会议)?(?:的)?(?:形式|方式)?)(?:召开|举行|开)?/u;
/** What buildings and rooms end with. */
const ROOM = /[厅楼堂馆院室场店心宾所园区局校营站]$/u;
/** Times and ways stand after 在 too. */
const NO_PLACE = /[年月日时期间]$|上午|下午|会议(?![室厅中])|情况|背景|形势|基础/u;
/** Scenes this far behind the best are of another meeting. */
const MARGIN = 0.3;

interface Venue {
  readonly line: Line;
  readonly span: Span;
  readonly worth: number;
}

/** The place in the scenes that meet the question, or null when none is given or asked for. */
export function answerVenue(question: Question, fits: readonly SceneFit[]): Answered | null {
  const { kind, folded, language } = question;
  const special = venueOfPerson(question, fits) ?? formOf(question, fits);
  if (special !== null) return special;
  if (kind !== 'place' || !ASKS_VENUE.test(folded) || IS_SAID.test(folded)) return null;
  const best = fits[0]?.score ?? 0;
  const names = meetingNames(question);
  const near = fits.filter((fit) => fit.score >= best - MARGIN && isNamed(names, fit));
  const found = near.flatMap((fit) =>
    fit.lines.flatMap((line, i) =>
      [...venuesIn(line, BRANCH.test(folded)), ...placeSaidOf(question, line, fit.lines[i - 1])].map(
        (venue) => ({
          venue,
          fit,
        }),
      ),
    ),
  );
  const [top] = found.sort((a, b) => b.venue.worth + b.fit.score - a.venue.worth - a.fit.score);
  if (top === undefined) return null;
  const { line, span, worth } = top.venue;
  return {
    status: 'answered',
    answer: line.paragraph.text.slice(...span),
    note: worth === 0 ? heldByVideo(language) : null,
    proofs: [{ article: line.article, paragraph: line.paragraph, ranges: [line.range], highlights: [span] }],
    certainty: worth === 0 ? 0.6 : 0.85,
    fit: Math.min(1, top.fit.coverage + 0.3),
  };
}

/** Whether a scene or its article names the kinds of meeting that the question names. */
function isNamed(names: readonly (readonly string[])[], { scene, outline }: SceneFit): boolean {
  const text = `${headOf(outline.article)}\n${scene.opening}`;
  return names.every((ways) => ways.some((way) => text.includes(way)));
}

/** In what form a meeting was held, or whether it was held in the form that the question says. */
function formOf(question: Question, fits: readonly SceneFit[]): Answered | null {
  const { folded, kind, language } = question;
  const asksWhether = kind === 'yes-no' && ASKS_WHETHER_FORM.test(folded);
  if (!asksWhether && !ASKS_FORM.test(folded)) return null;
  const best = fits[0]?.score ?? 0;
  for (const { lines, score, coverage: fit } of fits) {
    if (score < best - MARGIN) return null;
    for (const line of lines) {
      const video = BY_VIDEO.exec(line.folded.slice(...line.range));
      const form = video?.[1] ?? '';
      if (video === null || form === '') continue;
      const start = line.range[0] + video.index + video[0].indexOf(form);
      const span: Span = [start, start + form.length];
      const answer = line.paragraph.text.slice(...span);
      const isSo = !/线下|现场|面对面/u.test(folded);
      return {
        status: 'answered',
        answer,
        note: asksWhether ? (isSo ? saysSo(language) : saysOtherwise(answer, language)) : null,
        proofs: [
          { article: line.article, paragraph: line.paragraph, ranges: [line.range], highlights: [span] },
        ],
        certainty: 0.85,
        fit,
      };
    }
  }
  return null;
}

/** At which venue of a meeting somebody was. */
function venueOfPerson({ folded, constraints }: Question, fits: readonly SceneFit[]): Answered | null {
  const person = constraints.find(({ type }) => type === 'person');
  if (person?.type !== 'person' || !ASKS_WHICH_VENUE.test(folded)) return null;
  const there = fits.flatMap(({ statements, coverage }) =>
    statements
      .filter(({ venue, people }) => venue !== '' && people?.members.some(({ name }) => name === person.name))
      .map(({ line }) => ({ line, fit: coverage, found: VENUE_NAME.exec(line.folded.slice(...line.range)) })),
  );
  const [best] = there;
  const name = best?.found?.[1];
  if (best === undefined || best.found === null || name === undefined) return null;
  const { line, found, fit } = best;
  const start = line.range[0] + found.index + found[0].length - name.length;
  const span: Span = [start, start + name.length];
  return {
    status: 'answered',
    answer: line.paragraph.text.slice(...span),
    note: null,
    proofs: [{ article: line.article, paragraph: line.paragraph, ranges: [line.range], highlights: [span] }],
    certainty: 0.85,
    fit,
  };
}

/** Places of a line, each with what it is worth; 0 for a meeting that was held by video, at no one place. */
function venuesIn({ folded, range, ...line }: Line, branch: boolean): readonly Venue[] {
  const sentence = folded.slice(...range);
  const own: Line = { folded, range, ...line };
  const at = (index: number, text: string): Span => [range[0] + index, range[0] + index + text.length];
  const labelled = branch ? null : labelledPlace(own);
  if (labelled !== null) return [{ line: own, span: labelled, worth: 2 }];
  const hosts = [...sentence.matchAll(HAVE_BRANCHES)].map(
    (match): Venue => ({ line: own, span: at(match.index, match[1] ?? ''), worth: 2 }),
  );
  if (branch && hosts.length > 0) return hosts;
  const setUp = [...sentence.matchAll(SET_UP)].flatMap((match): Venue[] => {
    const [whole, venue = '', place = ''] = match;
    if ((venue === '分会场') !== branch || (venue === '' && branch)) return [];
    return [{ line: own, span: at(match.index + whole.length - place.length, place), worth: 2 }];
  });
  const held = branch
    ? []
    : [...sentence.matchAll(HELD_AT)].flatMap((match): Venue[] => {
        const place = match[1] ?? '';
        if (NO_PLACE.test(place) || !(ROOM.test(place) || isPlace(place))) return [];
        return [{ line: own, span: at(match.index + match[0].indexOf(place), place), worth: 1 }];
      });
  const video = branch ? null : BY_VIDEO.exec(sentence);
  const form = video?.[1] ?? '';
  const byVideo: Venue[] =
    video === null || form === ''
      ? []
      : [{ line: own, span: at(video.index + video[0].indexOf(form), form), worth: 0 }];
  return [...setUp, ...held, ...byVideo];
}

/** The place that a sentence gives for what the question is about. */
function placeSaidOf(question: Question, line: Line, before: Line | undefined): readonly Venue[] {
  const sentence = line.folded.slice(...line.range);
  const said = PLACE_IS.exec(sentence);
  const place = said?.[1] ?? '';
  if (said === null) return [];
  const about = said.index === 0 && before !== undefined ? before.folded.slice(...before.range) : sentence;
  const topic = topicConcepts(question).filter(({ surface }) => !HOLDING.test(surface));
  if (coverage(topic, about) < LEAST_TOPIC) return [];
  const start = line.range[0] + said.index + said[0].length - place.length;
  return [{ line, span: [start, start + place.length], worth: 2 }];
}

function isPlace(text: string): boolean {
  return findPlaces(text).some(({ end }) => end === text.length);
}
