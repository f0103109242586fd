/** Answers what else: the items that stand in one list with what the question gives, 甲、乙还有什么. */
import type { Span } from '../../corpus/article.js';
import type { CorpusKnowledge, Hit } from '../../retrieval/passage.js';
import type { Question } from '../../retrieval/question.js';
import { outlineOf } from '../facts/outline.js';
import type { Line } from '../facts/scenes.js';
import type { Answered } from '../finding.js';
import { articlesOf } from '../matching/scene-fit.js';

const ASKS_ELSE =
  /([\p{Script=Han}]{2,12})(?:之外|以外)?[,，、]?(?:和|跟|与|及)?(?:另外)?还(?:有|要|得|需要?)(?:什么|哪些|哪[几个一二三四五六七八九十]|啥)/u;
/** Names are told otherwise: who else came is of a meeting. */
const OF_PEOPLE = /谁|[位名]|领导|人员|人(?:$|[?？])/u;
const CLAUSE_END = /[,，。;；:：!?！？]/u;
const SHORTEST_ITEM = 2;
/** 码头等险工险段: the last item ends before 等. */
const REST = /等.*$/u;
const CERTAINTY = 0.7;

/** The other items of the list in which the question's last item stands, or null when no text lists it. */
export function answerBeside(
  { folded, language }: Question,
  hits: readonly Hit[],
  knowledge: CorpusKnowledge,
): Answered | null {
  const given = language === 'en' || OF_PEOPLE.test(folded) ? undefined : ASKS_ELSE.exec(folded)?.[1];
  if (given === undefined) return null;
  const lines = articlesOf(hits).flatMap((article) => outlineOf(article, knowledge).lines);
  for (let length = given.length; length >= SHORTEST_ITEM; length--) {
    const item = given.slice(-length);
    for (const line of lines) {
      const others = beside(line, item).filter((span) => !isGiven(folded, line.folded.slice(...span)));
      if (others.length === 0) continue;
      return {
        status: 'answered',
        answer: others.map((span) => line.paragraph.text.slice(...span)).join('、'),
        note: null,
        proofs: [
          { article: line.article, paragraph: line.paragraph, ranges: [line.range], highlights: others },
        ],
        certainty: CERTAINTY,
        fit: 1,
      };
    }
  }
  return null;
}

/** Whether the question has an item already, which a verb of one character may lead into: 对水闸. */
function isGiven(folded: string, piece: string): boolean {
  return folded.includes(piece) || folded.includes(piece.slice(1));
}

/** The pieces between 、 of the clause around an item that is one of them, or their end. */
function beside({ folded, range }: Line, item: string): readonly Span[] {
  const at = folded.indexOf(item, range[0]);
  if (at < 0 || at >= range[1]) return [];
  let [start, end] = [at, at + item.length];
  while (start > range[0] && !CLAUSE_END.test(folded.charAt(start - 1))) start--;
  while (end < range[1] && !CLAUSE_END.test(folded.charAt(end))) end++;
  let from = start;
  const pieces = folded
    .slice(start, end)
    .split('、')
    .map((piece): Span => {
      const span: Span = [from, from + piece.replace(REST, '').length];
      from += piece.length + 1;
      return span;
    });
  const own = pieces.find(([left, right]) => left <= at && at + item.length === right);
  return pieces.length < 2 || own === undefined ? [] : pieces.filter((span) => span !== own);
}
