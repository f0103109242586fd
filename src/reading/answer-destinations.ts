/** Answers where somebody went: what stands behind 来到, 前往, 先到…再到, and the place behind 调研, 调度. */
import type { Span } from '../corpus/article.js';
import { findPlaces } from '../language/names.js';
import type { CorpusKnowledge } from '../retrieval/passage.js';
import type { Question } from '../retrieval/question.js';
import { coverage, topicConcepts } from './coverage.js';
import type { Answered } from './finding.js';
import type { SceneFit } from './scene-fit.js';
import type { Line } from './scenes.js';

const ASKS_GOING =
  /去|到|来|看|调研|检查|视察|考察|走访|调度|督导|\b(?:go|went|visit\w*|inspect\w*|tour\w*)\b/u;
/** A verb of going and what follows up to the purpose or the end of the clause. */
const GOES =
  /(?:先后来到|来到|前往|走进|走访了?|深入|赶赴|奔赴|赴|先到|再到|又到|还到|后到|到了?|去了?)([\p{Script=Han}\d0-9a-z、“”]{2,40}?)(?=等处|等地|[,，。;；]|$|检查|调研|查看|看望|看(?!守)|督导|视察|考察|实地|深入|进行|开展|详细|现场|与|召开|主持|参加|出席)/gu;
/** Acts that take their place as an object. */
const ACTS_ON = /(?:视频)?(?:调度|调研|视察|考察|检查|督导|走访)(?:了)?/gu;
/** What 到 also goes with, without going anywhere. */
const NOWHERE = /^(?:位|岗|人|责任|底|户|最|目前|今|现在|实处|极限|问题|成|家|期|部分|一线$|重点)/u;
/** From here on somebody says what is to be done; nobody goes anywhere. */
const SPEECH = /(?:指出|强调|要求|表示|叮嘱|嘱咐|说)[,，:：]?/u;
/** 哪个机场: the kind of place that the answer must name. */
const ASKED_KIND =
  /哪(?:个|家|座|所)(市|县|区|省|机场|酒店|宾馆|医院|学校|大学|公司|企业|村|社区|工地|车站|火车站|港口|工厂|园区)/u;
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
  if (question.kind !== 'place' || person?.type !== 'person' || !ASKS_GOING.test(question.folded))
    return null;
  const topic = topicConcepts(question);
  const found = fits.flatMap(({ outline, scene, lines }): Going[] =>
    lines.flatMap((line): Going[] => {
      if (actorOf(line, outline.lines) !== person.name) return [];
      const spans = destinations(line, question, knowledge);
      const text = `${scene.opening}\n${line.folded.slice(...line.range)}`;
      return spans.length === 0 ? [] : [{ line, spans, share: coverage(topic, text) + spans.length / 100 }];
    }),
  );
  const [best] = found.filter(({ share }) => share >= LEAST_COVERAGE).sort((a, b) => b.share - a.share);
  if (best === undefined) return null;
  const { line } = best;
  const spans = question.plural ? best.spans : best.spans.slice(0, 1);
  return {
    status: 'answered',
    answer: spans.map((span) => line.paragraph.text.slice(...span)).join('、'),
    note: null,
    proofs: [{ article: line.article, paragraph: line.paragraph, ranges: [line.range], highlights: spans }],
    certainty: FULL_KNOWLEDGE,
    fit: Math.min(1, best.share),
  };
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
  const acted = [...sentence.matchAll(ACTS_ON)].flatMap((match): Span[] => {
    const at = match.index + match[0].length;
    const length = placeLength(sentence.slice(at, at + 12), knowledge);
    return length === 0 ? [] : [[range[0] + at, range[0] + at + length]];
  });
  const all = /调度/u.test(question.folded) ? [...acted, ...gone] : [...gone, ...acted];
  const kind = ASKED_KIND.exec(question.folded)?.[1] ?? '';
  return all.filter((span) => {
    const text = folded.slice(...span);
    return text.includes(kind) && !question.folded.includes(text);
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
