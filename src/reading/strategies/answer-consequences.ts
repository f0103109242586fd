/** Answers what follows from something: 对瞒报的,依法处理 for 瞒报有什么后果. */
import type { Span } from '../../corpus/article.js';
import type { CorpusKnowledge, Hit } from '../../retrieval/passage.js';
import type { Question } from '../../retrieval/question.js';
import { linesIn } from '../facts/lines-in.js';
import type { Line } from '../facts/scenes.js';
import type { Answered } from '../finding.js';
import { coverage, pairShare, topicConcepts } from '../matching/coverage.js';
import type { SceneFit } from '../matching/scene-fit.js';
import { linesSpoken } from './asked-speech.js';

const ASKS_CONSEQUENCE =
  /(?:什么|啥|何种|哪些|怎样的|怎么样的)(?:样的)?(?:法律)?(?:后果|处罚|惩罚|处分|责任|代价|下场)|(?:后果|处罚|处分|责任)(?:是|有)(?:什么|哪些)|(?:怎么|咋|如何|怎样)(?:处理|处罚|处分|惩罚|惩处|追责|问责|追究|处置)|会(?:被)?(?:怎么样|怎样|咋样|如何|怎么办)|怎么办(?=[?？]|$)|\bwhat (?:[a-z]+ )?(?:consequences?|penalt(?:y|ies)|punishments?|sanctions?)\b|\bwhat (?:will|would|happens?|is to)[^?]{0,12} happen|\bwhat happens to\b|\bhow (?:will|would|should|are|is|were|must)\b[^?]{3,100}\b(?:dealt with|punished|handled|held (?:responsible|accountable)|penali[sz]ed|sanctioned|treated)\b/u;
/** What somebody has to bear. */
const CONSEQUENCE =
  /追责|问责|追究|查处|查办|惩处|处罚|处理|处分|罚款|罚[\d一二三四五六七八九十百千万]|取消[\p{Script=Han}]{0,4}资格|通报|开除|停[职业课]|赔偿|拘留|刑事|从[严重快]|没收|清退|扣[分除罚]|责令|不予|禁止/u;
/** 凡…的, 对…的: who has to bear it ends with 的 and a comma. */
const CONDITION_END = /的[,，]/gu;
const READ_PASSAGES = 4;
const LEAST_SHARE = 0.35;
const CERTAINTY = 0.75;
/** Words of the consequence itself are no part of what leads to it. */
const OWN_WORDS =
  /^(?:后果|处罚|惩罚|处分|责任|代价|下场|处理|惩处|追责|问责|追究|处置|承担|要承担|面临|受到|造成|导致|法律|怎么办|consequences?|penalt\w*|punish\w*|sanction\w*|follow|happens?|dealt|handled|held|face|result\w*|according)$/iu;

interface Found {
  readonly line: Line;
  readonly consequence: Span;
  readonly share: number;
}

/** The consequence behind the condition that the question describes best, or null when none is asked or told. */
export function answerConsequence(
  question: Question,
  hits: readonly Hit[],
  fits: readonly SceneFit[],
  knowledge: CorpusKnowledge,
): Answered | null {
  if (!ASKS_CONSEQUENCE.test(question.folded)) return null;
  const topic = topicConcepts(question).filter(
    ({ surface }) =>
      !OWN_WORDS.test(surface) &&
      !question.constraints.some((one) => one.surface.toLowerCase().includes(surface.toLowerCase())),
  );
  const near = hits.slice(0, READ_PASSAGES).flatMap((hit) => linesIn(hit, knowledge));
  const [best] = [...new Set([...linesSpoken(question, fits), ...near])]
    .flatMap(consequencesIn)
    .map(({ line, condition, consequence }): Found => {
      const words = coverage(topic, condition);
      const share = question.core === '' ? words : (words + pairShare(question.core, condition)) / 2;
      return { line, consequence, share: Math.max(share, words - (1 - LEAST_SHARE) / 2) };
    })
    .filter(({ share }) => share >= LEAST_SHARE)
    .sort((a, b) => b.share - a.share);
  if (best === undefined) return null;
  const { line, consequence, share } = best;
  return {
    status: 'answered',
    answer: line.paragraph.text.slice(...consequence),
    note: null,
    proofs: [
      { article: line.article, paragraph: line.paragraph, ranges: [line.range], highlights: [consequence] },
    ],
    certainty: CERTAINTY,
    fit: share,
  };
}

/** Every condition of a line with what follows from it, up to its semicolon or end. */
function consequencesIn(
  line: Line,
): readonly { readonly line: Line; readonly condition: string; readonly consequence: Span }[] {
  const sentence = line.folded.slice(...line.range);
  return [...sentence.matchAll(CONDITION_END)].flatMap((match) => {
    const from = match.index + match[0].length;
    const rest = sentence.slice(from);
    const stop = rest.search(/[;；。!！]/u);
    const told = stop < 0 ? rest : rest.slice(0, stop);
    if (!CONSEQUENCE.test(told) || /的[,，]/u.test(told)) return [];
    const start = line.range[0] + from;
    return [{ line, condition: sentence.slice(0, from), consequence: [start, start + told.length] as const }];
  });
}
