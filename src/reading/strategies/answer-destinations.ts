/** Answers where somebody went: what stands behind 来到, 前往, 先到…再到, and the place behind 调研, 调度. */
import type { Span } from '../../corpus/article.js';
import { findPlaces } from '../../language/names.js';
import type { CorpusKnowledge } from '../../retrieval/passage.js';
import type { Question } from '../../retrieval/question.js';
import type { Line } from '../facts/scenes.js';
import type { Answered } from '../finding.js';
import { coverage, topicConcepts } from '../matching/coverage.js';
import type { SceneFit } from '../matching/scene-fit.js';

const ASKS_GOING =
  /去|到|来|看|跑|走|转|调研|检查|视察|考察|走访|调度|督导|研判|会商|慰问|\b(?:go|went|visit\w*|inspect\w*|tour\w*|stop\w*|direct(?:s|ed)?|dispatch\w*|check\w*|call\w* (?:at|in|on))\b/u;
/** A verb of going and what follows up to the purpose or the end of the clause. */
const GOES =
  /(?:先后来到|来到|前往|走进|走访了?|深入|赶赴|奔赴|赴|先到|再到|又到|还到|后到|到了?|去了?)([\p{Script=Han}\d0-9a-z、“”]{2,40}?)(?=等处|等地|[,，。;；]|$|检查|调研|查看|看望|看(?!守)|督导|视察|考察|实地|深入|进行|开展|详细|现场|与|召开|主持|参加|出席)/gu;
/** Acts that take their place as an object. */
const ACTS_ON = /(?:视频)?(?:调度|调研|视察|考察|检查|督导|走访)(?:了)?/gu;
/** What 到 also goes with, without going anywhere. */
const NOWHERE =
  /^(?:位|岗|人|责任|底|户|最|目前|今|现在|实处|极限|问题|成|家|期|部分|一线$|重点|开展|排查|推进|学习|贯彻|研究|实施|落实|细致|扎实|持续|溯源|解决)/u;
/** From here on somebody says what is to be done; nobody goes anywhere. */
const SPEECH = /(?:指出|强调|要求|表示|叮嘱|嘱咐|说)[,，:：]?/u;
/** 哪个机场: the kind of place that the answer must name. */
const ASKED_KIND = /哪(?:一|几)?(?:个|家|座|所|处|些)([\p{Script=Han}]{1,8}?)(?=$|[?？的了呀啊,，])/u;
const NO_KIND = /^(?:地方|地点|位置|场所|单位|点|点位|地|方|处|市|县|区|城市)$/u;
/** The same in English: its Chinese is looked up among the question's concepts. */
const ENGLISH_KIND =
  /\b(?:which|what) (?!(?:places?|locations?|spots?|sites?|areas?|parts?|two|three|four)\b)(?:[a-z]+ )??([a-z]+(?: site)?)(?= (?:did|was|were|does|has|had)\b)|\bname of the ([a-z]+)(?= (?:that |which |where )?[a-z]+ [a-z]+)/u;
const LEAST_GLOSS = 0.4;
/** At a site, doing what visitors do: 在柳溪水厂,详细查看…. */
const AT_SITE =
  /(?:^|[,，。;；])在([^,，。;；:：]{3,24}?)[,，](?=[^,，。;；]{0,14}(?:查看|察看|询问|了解|检查|看望|听取|观看|观摩|慰问|参观|走访|座谈|调研))/gu;
/** 跑了哪几个点, 去了哪几家: stops of a tour, all of them. */
const ASKS_STOPS = /(?:去|到|跑|走|看|转)(?:了|过)?哪(?:几|些)(?:个|家|处|所)?/u;
const MOST_STOPS = 5;
const LEAST_COVERAGE = 0.45;
const FULL_KNOWLEDGE = 0.8;

interface Going {
  readonly line: Line;
  readonly spans: readonly Span[];
  readonly share: number;
}

/** The places that the asked person went to (all of the best sentence's when many are asked), or null. */
export function answerDestination(
  question: Question,
  fits: readonly SceneFit[],
  knowledge: CorpusKnowledge,
): Answered | null {
  const person = question.constraints.find(({ type }) => type === 'person');
  const isPlace =
    question.kind === 'place' || kindsOf(question).length > 0 || ASKS_STOPS.test(question.folded);
  if (!isPlace || person?.type !== 'person' || !ASKS_GOING.test(question.folded)) return null;
  const topic = topicConcepts(question);
  const found = fits.flatMap(({ outline, scene, lines }): Going[] =>
    lines.flatMap((line): Going[] => {
      if (actorOf(line, outline.lines) !== person.name || isSpoken(line, outline)) return [];
      const spans = destinations(line, question, knowledge);
      const text = `${scene.opening}\n${line.folded.slice(...line.range)}`;
      return spans.length === 0 ? [] : [{ line, spans, share: coverage(topic, text) + spans.length / 100 }];
    }),
  );
  const [best] = found.filter(({ share }) => share >= LEAST_COVERAGE).sort((a, b) => b.share - a.share);
  if (best === undefined) return null;
  const plural = question.plural || ASKS_STOPS.test(question.folded);
  const goings = plural
    ? found.filter(({ line }) => line === best.line || line.scene === best.line.scene)
    : [best];
  const stops = goings
    .slice(0, MOST_STOPS)
    .map(({ line, spans }) => ({ line, spans: plural ? spans : spans.slice(0, 1) }));
  return {
    status: 'answered',
    answer: stops
      .flatMap(({ line, spans }) => spans.map((span) => line.paragraph.text.slice(...span)))
      .join('、'),
    note: null,
    proofs: stops.map(({ line, spans }) => ({
      article: line.article,
      paragraph: line.paragraph,
      ranges: [line.range],
      highlights: spans,
    })),
    certainty: FULL_KNOWLEDGE,
    fit: Math.min(1, best.share),
  };
}

/** What the kind of place that the answer must name may be called; nothing where the question leaves it open. */
function kindsOf({ folded, language, concepts }: Question): readonly string[] {
  if (language === 'en') {
    const kind = ENGLISH_KIND.exec(folded);
    const noun = kind?.[1] ?? kind?.[2];
    const glosses = concepts
      .filter(({ surface }) => noun !== undefined && surface.toLowerCase().endsWith(noun))
      .flatMap(({ variants }) => variants);
    const surest = Math.max(LEAST_GLOSS, ...glosses.map(({ weight }) => weight));
    return glosses.filter(({ weight }) => weight >= surest).map(({ text }) => text);
  }
  const kind = ASKED_KIND.exec(folded)?.[1] ?? '';
  return kind === '' || NO_KIND.test(kind) ? [] : [kind];
}

/** A line of a speech tells of no way that anybody went, unless it begins with its speaker. */
function isSpoken(line: Line, { lines, speakers }: SceneFit['outline']): boolean {
  const speaker = speakers[lines.indexOf(line)] ?? null;
  return speaker !== null && speaker.line !== line;
}

/** Who acts in a line: the last person named in it, or in the lines of its paragraph before. */
function actorOf(line: Line, lines: readonly Line[]): string | null {
  for (let i = lines.indexOf(line); i >= 0 && lines[i]?.paragraph === line.paragraph; i--) {
    const before = lines[i];
    const single =
      before === undefined ? undefined : before.groups.find(({ members }) => members.length === 1);
    const name = single?.members[0]?.name;
    if (name !== undefined) return name;
  }
  return null;
}

function destinations({ folded, range }: Line, question: Question, knowledge: CorpusKnowledge): Span[] {
  const whole = folded.slice(...range);
  const sentence = whole.slice(0, SPEECH.exec(whole)?.index ?? whole.length);
  const gone = [...sentence.matchAll(GOES)].flatMap((match): Span[] => {
    const text = match[1] ?? '';
    const from = match.index + match[0].length - text.length;
    return NOWHERE.test(text) ? [] : splitPlaces(text, range[0] + from);
  });
  const at = [...sentence.matchAll(AT_SITE)].flatMap((match): Span[] => {
    const text = match[1] ?? '';
    const from = match.index + match[0].length - 1 - text.length;
    return [[range[0] + from, range[0] + from + text.length]];
  });
  const acted = [...sentence.matchAll(ACTS_ON)].flatMap((match): Span[] => {
    const at = match.index + match[0].length;
    const length = placeLength(sentence.slice(at, at + 12), knowledge);
    return length === 0 ? [] : [[range[0] + at, range[0] + at + length]];
  });
  const visited = [...gone, ...at];
  const all = /调度/u.test(question.folded) ? [...acted, ...visited] : [...visited, ...acted];
  const kinds = kindsOf(question);
  return all.filter((span) => {
    const text = folded.slice(...span);
    const isKind = kinds.some(
      (kind) =>
        text.endsWith(kind) ||
        (question.language !== 'en' && (text.includes(kind) || text.endsWith(kind.slice(-1)))),
    );
    return (kinds.length === 0 || isKind) && !question.folded.includes(text);
  });
}

function splitPlaces(text: string, offset: number): Span[] {
  let at = offset;
  return text.split('、').flatMap((piece): Span[] => {
    const span: Span = [at, at + piece.length];
    at += piece.length + 1;
    return piece.length > 1 ? [span] : [];
  });
}

/** How long the place name at the start of a text is; 0 where none stands. */
function placeLength(text: string, knowledge: CorpusKnowledge): number {
  for (let length = Math.min(8, text.length); length > 1; length--) {
    if (knowledge.places.has(text.slice(0, length)))
      return /^[省市县区]/u.test(text.slice(length)) ? length + 1 : length;
  }
  const [place] = findPlaces(text);
  return place?.start === 0 ? place.end : 0;
}
