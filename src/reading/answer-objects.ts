/** Answers what something is to be done to or by: the object behind the very verb that the question has, in the clause that speaks of the same. */
import type { Span } from '../corpus/article.js';
import { wordClass } from '../language/tokenizer.js';
import { questionPhrase } from '../retrieval/intent-chinese.js';
import type { CorpusKnowledge, Hit } from '../retrieval/passage.js';
import type { Question } from '../retrieval/question.js';
import { linesSpoken } from './asked-speech.js';
import { beyondNames, coverage, pairShare } from './coverage.js';
import type { Answered } from './finding.js';
import { outlineOf } from './outline.js';
import type { SceneFit } from './scene-fit.js';
import type { Line } from './scenes.js';

/** 严格落实|哪种制度, 防止|什么: the verb right before the question phrase. */
const VERB = /(?:要|应|应当|必须|得|会|能|了|来|去|以|为了|[，,。])?([\p{Script=Han}]{2,4})$/u;
const PREPOSITION = /(按照?|根据|依据|依照|依托|通过|围绕)$/u;
/** What is said, meant or named stands behind many verbs in other ways. */
const NO_VERB =
  /(?:强调|指出|要求|提出|表示|认为|提到|叮嘱|部署|安排|汇报|通报|介绍|说|讲|是|叫|为|在|有|做|干|作|哪|了|的|到|去|来|用)$/u;
const OBJECT = /^[“"「『]?[^,，。;；:：!?！？]{2,40}/u;
/** 按照“某条例”要求,… ends with its object. */
const AFTER_OBJECT = /(?:的)?(?:要求|规定|原则)?$/u;
const SEGMENT = /[^。;；!?！？]+/gu;
/** 当作 and 作为 say the same. */
const AS = ['当作', '作为', '当成', '看作', '视为', '视作'];
const TAKEN_AS = /^(?:当作|作为|当成|看作|视为|视作)$/u;
const ASKS_THING: ReadonlySet<string> = new Set(['which', 'definition', 'list', 'place']);
const READ_PASSAGES = 3;
const LEAST_SHARE = 0.45;
const CERTAINTY = 0.7;

interface Found {
  readonly line: Line;
  readonly object: Span;
  readonly share: number;
}

/** The object of the question's verb where the text says the most of the rest, or null. Chinese questions only. */
export function answerObject(
  question: Question,
  hits: readonly Hit[],
  fits: readonly SceneFit[],
  knowledge: CorpusKnowledge,
): Answered | null {
  const { kind, language, folded, core } = question;
  if (language === 'en' || !ASKS_THING.has(kind)) return null;
  const asked = questionPhrase(folded);
  const verb = asked === null ? null : verbBefore(folded.slice(0, asked[0] + goal(folded.slice(asked[0]))));
  if (verb === null || (kind === 'place' && !verb.endsWith('到'))) return null;
  const near = hits
    .slice(0, READ_PASSAGES)
    .flatMap(({ passage }) =>
      outlineOf(passage.article, knowledge).lines.filter(
        ({ paragraph, range }) =>
          paragraph === passage.paragraph && range[0] < passage.range[1] && passage.range[0] < range[1],
      ),
    );
  const topic = beyondNames(question).filter(({ surface }) => !verb.includes(surface));
  const rest = core.replace(verb, ' ');
  const found = [...new Set([...linesSpoken(question, fits), ...near])].flatMap((line) =>
    waysOf(verb)
      .flatMap((way) => objectsIn(line, way))
      .map(({ object, segment }): Found => {
        const share = (coverage(topic, segment) + pairShare(rest, segment)) / 2;
        return { line, object, share };
      }),
  );
  const [best] = found
    .filter(
      ({ line, object, share }) => share >= LEAST_SHARE && !folded.includes(line.folded.slice(...object)),
    )
    .sort((a, b) => b.share - a.share);
  if (best === undefined) return null;
  const { line, object, share } = best;
  return {
    status: 'answered',
    answer: line.paragraph.text.slice(...object),
    note: null,
    proofs: [
      { article: line.article, paragraph: line.paragraph, ranges: [line.range], highlights: [object] },
    ],
    certainty: CERTAINTY,
    fit: share,
  };
}

/** The 到 of 前移到哪 belongs to the verb, though it asks too. */
function goal(asked: string): number {
  return asked.startsWith('到') ? 1 : 0;
}

function waysOf(verb: string): readonly string[] {
  const bare = verb.replace(/^[把将要应就得会]+/u, '');
  return TAKEN_AS.test(bare) ? AS : [bare];
}

/** Whether the question asks by what or after what something is done: 依托哪个活动, 按什么. */
export function asksByWhat({ folded, language }: Question): boolean {
  const asked = language === 'en' ? null : questionPhrase(folded);
  return asked !== null && PREPOSITION.test(folded.slice(0, asked[0]));
}

function verbBefore(before: string): string | null {
  const preposition = PREPOSITION.exec(before)?.[1];
  if (preposition !== undefined) return preposition;
  const verb = VERB.exec(before)?.[1];
  if (verb === undefined || NO_VERB.test(verb)) return null;
  const kind = wordClass(verb.slice(-2));
  return kind === 'noun' || kind === 'name' ? null : verb;
}

/** The objects of a verb in a line, each with the stretch of the line, up to its semicolons, that it stands in. */
function objectsIn(
  { folded, range }: Line,
  verb: string,
): readonly { readonly object: Span; readonly segment: string }[] {
  const sentence = folded.slice(...range);
  return [...sentence.matchAll(SEGMENT)].flatMap((match) => {
    const segment = match[0];
    const places: { object: Span; segment: string }[] = [];
    for (let at = segment.indexOf(verb); at >= 0; at = segment.indexOf(verb, at + 1)) {
      const from = at + verb.length;
      const lead = /^照/u.test(segment.slice(from)) && verb === '按' ? 1 : 0;
      const text = (OBJECT.exec(segment.slice(from + lead))?.[0] ?? '').replace(AFTER_OBJECT, '');
      const start = range[0] + match.index + from + lead;
      if (text !== '') places.push({ object: [start, start + text.length], segment });
    }
    return places;
  });
}
