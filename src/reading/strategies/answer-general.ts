/** Answers from the sentences that carry a question best, of the passages that may answer it. */
import { fold } from '../../language/script.js';
import { isSmall } from '../../retrieval/corpus-size.js';
import { headingOf } from '../../retrieval/headings.js';
import type { CorpusKnowledge, Hit } from '../../retrieval/passage.js';
import type { Question } from '../../retrieval/question.js';
import { outlineOf } from '../facts/outline.js';
import type { Finding } from '../finding.js';
import { headOf } from '../matching/conditions.js';
import { beyondNames, coverage } from '../matching/coverage.js';
import type { SceneFit } from '../matching/scene-fit.js';
import { asksUnit, measuredNumbers } from '../passages/asked-number.js';
import { answerFromPassage } from '../passages/passage-answer.js';

/** Passages read closely. */
const READ_PASSAGES = 8;
/** A passage this much better covered than the first may overtake it; at less, the ranker knew better. */
const OVERTAKING = 0.35;
/** A passage that has the names alone gives way to one that has so much of what is asked of them. */
const NOTHING = 0.1;
const SOMETHING = 0.35;
/** Where the best passage has no answer of the asked kind, passages covered nearly as well are tried: so many. */
const CLOSE = 0.05;
const SECOND_LOOKS = 2;
/** English words cover a Chinese passage faintly, and 周一休息 has little of its question, so that more may be it. */
const CLOSE_ENGLISH = 0.3;
const LEAST_OF_BEST = 0.4;
const SECOND_LOOKS_ENGLISH = 4;

/** 三个一批 inside an English question. */
const HAN_TERM = /^[\p{Script=Han}]{3,}$/u;

interface Reading {
  readonly hit: Hit;
  readonly share: number;
}

/** The finding from the best passages. `fits` limit them to the scenes that meet the question's conditions; null for no limit. */
export function answerGeneral(
  question: Question,
  hits: readonly Hit[],
  fits: readonly SceneFit[] | null,
  knowledge: CorpusKnowledge,
): Finding | null {
  const concepts = fits === null ? question.concepts : beyondNames(question);
  const inScope = hits.filter((hit) => fits === null || inScenes(hit, fits, knowledge));
  const spoken = inScope.filter((hit) => isSpokenByAsked(question, hit, knowledge));
  const quoting = inScope.filter((hit) => hasTerm(question, hit));
  const readings = (quoting.length > 0 ? quoting : spoken.length > 0 ? spoken : inScope)
    .slice(0, READ_PASSAGES)
    .filter(({ passage }) => passage.folded.trim() !== '' && saysMore(question, passage.folded))
    .map((hit): Reading => ({ hit, share: coverage(concepts, contextOf(hit)) }));
  const [first] = readings;
  if (first === undefined) return null;
  const rest = beyondNames(question).filter(({ kind }) => question.language !== 'en' || kind !== 'name');
  const told = ({ hit }: Reading) => coverage(rest, contextOf(hit));
  const isOfNothing = rest.length > 0 && rest.length < concepts.length && told(first) < NOTHING;
  const most = readings.reduce(
    (top, one) =>
      one.share > top.share + OVERTAKING || (top === first && isOfNothing && told(one) >= SOMETHING)
        ? one
        : top,
    first,
  );
  const best =
    question.kind === 'reason'
      ? reasoned(most, readings)
      : question.kind === 'number' && question.language !== 'en' && isSmall(knowledge.passages)
        ? measured(question, most, readings)
        : most;
  const isFaint = question.language === 'en' || (question.kind === 'time' && asksUnit(question));
  const least = isFaint
    ? Math.max(best.share - CLOSE_ENGLISH, best.share * LEAST_OF_BEST)
    : best.share - CLOSE;
  const close = readings
    .filter((one) => one !== best && one.share >= least)
    .sort((a, b) => Number(isOfSame(b, best)) - Number(isOfSame(a, best)))
    .slice(0, isFaint ? SECOND_LOOKS_ENGLISH : SECOND_LOOKS);
  let finding: Finding | null = null;
  for (const reading of [best, ...close]) {
    const one = answerFromPassage(question, reading.hit, reading.share, knowledge);
    if (one.status === 'answered') return one;
    finding ??= one;
  }
  return finding;
}

/** What says why. */
const REASON =
  /因[为此]?|由于|所以|导致|原因|为了|使得|缘于|出于|以免|否则|怕|不然|会[\p{Script=Han}]{1,4}[。;；]/u;
/** A passage that gives a reason may carry so much less of the question than the best, which gives none. */
const REASONED_SHARE = 0.6;

/** The best passage, or one nearly as good that gives a reason where it gives none. */
function reasoned(best: Reading, readings: readonly Reading[]): Reading {
  if (REASON.test(best.hit.passage.folded)) return best;
  return (
    readings.find(
      (one) =>
        one.share >= REASONED_SHARE * best.share &&
        isOfSame(one, best) &&
        REASON.test(one.hit.passage.folded),
    ) ?? best
  );
}

/** A passage with a number of the asked measure may carry so much less of the question than the best, which has none. */
const MEASURED_SHARE = 0.45;

/** The best passage, or another of its article that counts the very thing where it has no number of the asked measure. */
function measured(question: Question, best: Reading, readings: readonly Reading[]): Reading {
  const told = ({ hit: { passage } }: Reading) =>
    measuredNumbers(question, passage.folded, [0, passage.folded.length]).some(
      ([start]) => !BOUNDED.test(passage.folded.slice(Math.max(0, start - 3), start)),
    );
  if (told(best) || /多久|多长时间/u.test(question.folded)) return best;
  const named = [
    ...question.concepts.filter(({ kind }) => kind === 'name').map(({ surface }) => surface),
    ...question.constraints.map(({ surface }) => surface),
  ].filter((name) => best.hit.passage.folded.includes(name));
  return (
    readings.find(
      (one) =>
        isOfSame(one, best) &&
        one.share >= MEASURED_SHARE * best.share &&
        named.every((name) => contextOf(one.hit).includes(name)) &&
        told(one),
    ) ?? best
  );
}

/** 不足3人的: a condition, no count. */
const BOUNDED = /不足|不满|少于|超过|多于|达到|满$/u;

/** Kinds that take some words to answer. */
const IN_WORDS: ReadonlySet<string> = new Set(['reason', 'manner', 'statement']);
/** Characters that a passage must have beyond those of the question. */
const LEAST_NEW = 7;

/** The day under a notice. */
const DATELINE = /^[\s\d年月日号.,:/-]+$/u;

/** 本期主菜：酒酿羊肉 repeats what a question for its reason names, and says nothing of it. */
function saysMore({ kind, folded }: Question, text: string): boolean {
  if (kind !== 'time' && DATELINE.test(text)) return false;
  if (!IN_WORDS.has(kind)) return true;
  let more = 0;
  for (const one of new Set(text)) {
    if (!folded.includes(one) && /[\p{L}\p{N}]/u.test(one)) more++;
    if (more >= LEAST_NEW) return true;
  }
  return false;
}

function isOfSame(a: Reading, b: Reading): boolean {
  return a.hit.passage.article === b.hit.passage.article;
}

/** The hits that hold a line of one of the scenes; all of them where there is no such limit. */
export function hitsIn(
  scoped: readonly SceneFit[] | null,
  hits: readonly Hit[],
  knowledge: CorpusKnowledge,
): readonly Hit[] {
  return scoped === null ? hits : hits.filter((hit) => inScenes(hit, scoped, knowledge));
}

/** Whether a passage holds a line of one of the scenes. */
function inScenes({ passage }: Hit, fits: readonly SceneFit[], knowledge: CorpusKnowledge): boolean {
  const ofArticle = fits.filter((fit) => fit.outline.article === passage.article);
  if (ofArticle.length === 0) return false;
  const outline = outlineOf(passage.article, knowledge);
  return ofArticle.some(
    (fit) =>
      fit.outline === outline &&
      fit.lines.some(
        ({ paragraph, range }) =>
          paragraph.number === passage.paragraph.number &&
          range[0] < passage.range[1] &&
          passage.range[0] < range[1],
      ),
  );
}

/** Whether a passage has the Chinese term that an English question gives. */
function hasTerm({ language, concepts }: Question, { passage }: Hit): boolean {
  if (language !== 'en') return false;
  const terms = concepts.filter(({ surface }) => HAN_TERM.test(surface));
  return terms.length > 0 && terms.every(({ surface }) => passage.folded.includes(fold(surface)));
}

const SAYS =
  /强调|指出|要求|表示|认为|提出|说|讲|给出|\b(?:say|said|demand|want|require|ask|stress|emphasi[sz]e|call)/u;

/** Whether the person whose words are asked for speaks in the passage. */
function isSpokenByAsked(question: Question, { passage }: Hit, knowledge: CorpusKnowledge): boolean {
  const person = question.constraints.find(({ type }) => type === 'person');
  if (person?.type !== 'person' || !SAYS.test(question.folded)) return false;
  const { lines, speakers } = outlineOf(passage.article, knowledge);
  return lines.some(
    ({ paragraph, range }, i) =>
      speakers[i]?.person.name === person.name &&
      paragraph.number === passage.paragraph.number &&
      range[0] < passage.range[1] &&
      passage.range[0] < range[1],
  );
}

/** The passage with what is told of its article beside the text, and its headings, folded. */
function contextOf({ passage }: Hit): string {
  return `${headOf(passage.article)}\n${headingOf(passage)}\n${passage.folded}`;
}
