/** Answers what something is to be done to or by: the object behind the very verb that the question has, in the clause that speaks of the same. */
import type { Span } from '../../corpus/article.js';
import { wordClass } from '../../language/tokenizer.js';
import { questionPhrase } from '../../retrieval/intent-chinese.js';
import type { CorpusKnowledge, Hit } from '../../retrieval/passage.js';
import type { Question } from '../../retrieval/question.js';
import { linesIn } from '../facts/lines-in.js';
import type { Line } from '../facts/scenes.js';
import type { Answered } from '../finding.js';
import { beyondNames, coverage, pairShare } from '../matching/coverage.js';
import type { SceneFit } from '../matching/scene-fit.js';
import { linesSpoken } from './asked-speech.js';

/** 严格落实|哪种制度, 防止|什么: the verb right before the question phrase. */
const HAN_END = /\p{Script=Han}{2,4}$/u;
const PREPOSITION = /(按照?|根据|依据|依照|依托|通过|围绕)$/u;
/** What is said, meant or named stands behind many verbs in other ways. */
const NO_VERB =
  /(?:强调|指出|要求|提出|表示|认为|提到|叮嘱|部署|安排|汇报|通报|介绍|说|讲|是|叫|为|在|有|做|干|作|哪|了|的|到|去|来|用)$/u;
const OBJECT = /^[“"「『]?[^,，。;；:：!?！？]{2,40}/u;
/** 按照“某条例”要求,… ends with its object. */
const AFTER_OBJECT = /(?:的)?(?:要求|规定|原则)?$/u;
const SEGMENT = /[^。;；!?！？]+/gu;
/** 当作 and 作为 say the same. */
const AS = ['当作', '作为', '当成', '看作', '看成', '视为', '视作', '定位为', '比作', '称作'];
const TAKEN_AS = new RegExp(`^(?:${AS.join('|')})$`, 'u');
const QUOTE_MARK = /[“”"「」]/gu;
/** 把机场看作防控中的什么: what the thing is taken for, which a text may also say by 机场是…. */
const TAKES =
  /[把将](?<thing>[\p{Script=Han}“”"「」]{2,12}?)(?<verb>当作|作为|当成|看作|看成|视为|视作|定位为|比作|称作)[^,，?？]{0,12}?(?:什么|哪|何)/u;
const ASKS_THING: ReadonlySet<string> = new Set(['which', 'definition', 'list', 'place']);
const READ_PASSAGES = 3;
const LEAST_SHARE = 0.45;
const CERTAINTY = 0.7;
const OWN_CLAUSE = 0.3;

interface Found {
  readonly line: Line;
  readonly object: Span;
  /** All that the verb has in the same stretch: 围绕甲,围绕乙,围绕丙. */
  readonly alike: readonly Span[];
  readonly share: number;
  /** The share, and more where the verb's own clause speaks of what is asked. */
  readonly near: number;
}

/** The object of the question's verb where the text says the most of the rest, or null. Chinese questions only. */
export function answerObject(
  question: Question,
  hits: readonly Hit[],
  fits: readonly SceneFit[],
  knowledge: CorpusKnowledge,
): Answered | null {
  const { kind, language, folded } = question;
  if (language === 'en' || !ASKS_THING.has(kind)) return null;
  const asked = phraseAsked(question);
  const taken = TAKES.exec(folded)?.groups;
  const verbs =
    taken !== undefined
      ? [taken.verb ?? '', `${(taken.thing ?? '').replace(QUOTE_MARK, '')}是`]
      : asked === null
        ? []
        : verbsBefore(folded.slice(0, asked[0] + goal(folded.slice(asked[0]))));
  if (verbs.length === 0 || (kind === 'place' && !verbs[0]?.endsWith('到'))) return null;
  const near = hits.slice(0, READ_PASSAGES).flatMap((hit) => linesIn(hit, knowledge));
  const lines = [...new Set([...linesSpoken(question, fits), ...near])];
  const best = verbs.flatMap((verb) => bestObject(question, lines, verb) ?? [])[0];
  if (best === undefined) return null;
  const { line, share } = best;
  const objects = question.plural ? best.alike : [best.object];
  return {
    status: 'answered',
    answer: objects.map((object) => line.paragraph.text.slice(...object)).join('、'),
    note: null,
    proofs: [{ article: line.article, paragraph: line.paragraph, ranges: [line.range], highlights: objects }],
    certainty: CERTAINTY,
    fit: share,
  };
}

/** The object of one verb in the line that says the most of what else the question has. */
function bestObject(question: Question, lines: readonly Line[], verb: string): Found | undefined {
  const rest = withoutConditions(question).replace(verb, ' ');
  const topic = beyondNames(question).filter(({ surface }) => rest.includes(surface));
  return lines
    .flatMap((line) =>
      waysOf(verb)
        .flatMap((way) => objectsIn(line, way))
        .map(({ object, segment, clause }, _, all): Found => {
          const alike = all.filter((one) => one.segment === segment).map((one) => one.object);
          const share = (coverage(topic, segment) + pairShare(rest, segment)) / 2;
          return { line, object, alike, share, near: share + OWN_CLAUSE * coverage(topic, clause) };
        }),
    )
    .filter(
      ({ line, object, share }) =>
        share >= LEAST_SHARE && !question.folded.includes(line.folded.slice(...object)),
    )
    .sort((a, b) => b.near - a.near)[0];
}

/** Who says it says nothing of what. */
const SAYING = /强调|指出|要求|提出|表示|认为|(?:应当|应该|必须)/gu;

/** The stripped question without the conditions that it names, which no clause repeats. */
function withoutConditions({ core, constraints }: Question): string {
  return constraints
    .reduce((text, { surface }) => text.replace(surface.toLowerCase(), ' '), core)
    .replace(SAYING, ' ');
}

/** The object of the question's verb within a stretch of a line's paragraph, or null when the question has no such verb or the stretch lacks it. */
export function objectWithin(question: Question, line: Line, range: Span): Span | null {
  const { folded } = question;
  const asked = phraseAsked(question);
  const verbs = asked === null ? [] : verbsBefore(folded.slice(0, asked[0]));
  const [found] = verbs.flatMap(waysOf).flatMap((way) => objectsIn({ ...line, range }, way));
  return found?.object ?? null;
}

/** Where a Chinese question asks, its persons' names apart. */
function phraseAsked({ folded, language, constraints }: Question): Span | null {
  const names = constraints.flatMap(({ type, surface }) => (type === 'person' ? [surface] : []));
  return language === 'en' ? null : questionPhrase(folded, names);
}

/** The 到 of 前移到哪 belongs to the verb, though it asks too. */
function goal(asked: string): number {
  return asked.startsWith('到') ? 1 : 0;
}

function waysOf(verb: string): readonly string[] {
  const bare = verb.replace(/^[把将要应就得会]+/u, '');
  // 要把哪类… has no verb in front of what it asks for.
  return TAKEN_AS.test(bare) ? AS : bare === '' ? [] : [bare];
}

/** Whether the question asks by what or after what something is done: 依托哪个活动, 按什么. */
export function asksByWhat(question: Question): boolean {
  const { folded } = question;
  const asked = phraseAsked(question);
  return asked !== null && PREPOSITION.test(folded.slice(0, asked[0]));
}

/** What may be the verb at the end of a text, the longest first: of 第三点要求破解 it is the last two characters. */
function verbsBefore(before: string): readonly string[] {
  const preposition = PREPOSITION.exec(before)?.[1];
  if (preposition !== undefined) return [preposition];
  const han = HAN_END.exec(before)?.[0] ?? '';
  return [4, 3, 2]
    .filter((length) => length <= han.length)
    .map((length) => han.slice(-length))
    .filter(isVerb);
}

function isVerb(word: string): boolean {
  const kind = wordClass(word.slice(-2));
  return !NO_VERB.test(word) && kind !== 'noun' && kind !== 'name';
}

/** The objects of a verb in a line, each with the stretch of the line, up to its semicolons, that it stands in. */
function objectsIn(
  { folded, range }: Line,
  verb: string,
): readonly { readonly object: Span; readonly segment: string; readonly clause: string }[] {
  const sentence = folded.slice(...range);
  return [...sentence.matchAll(SEGMENT)].flatMap((match) => {
    const segment = match[0];
    const places: { object: Span; segment: string; clause: string }[] = [];
    for (let at = segment.indexOf(verb); at >= 0; at = segment.indexOf(verb, at + 1)) {
      const from = at + verb.length;
      const lead = /^照/u.test(segment.slice(from)) && verb === '按' ? 1 : 0;
      const text = (OBJECT.exec(segment.slice(from + lead))?.[0] ?? '').replace(AFTER_OBJECT, '');
      const start = range[0] + match.index + from + lead;
      if (text !== '') {
        const clause = segment.slice(segment.lastIndexOf(',', at) + 1, at);
        places.push({ object: [start, start + text.length], segment, clause });
      }
    }
    return places;
  });
}
