/** Answers what a page says of itself: its copyright notice and its foot, which cleaning took out of the article. */
import type { Article } from '../../corpus/article.js';
import { fold } from '../../language/script.js';
import type { CorpusKnowledge, Hit } from '../../retrieval/passage.js';
import type { Concept, Question } from '../../retrieval/question.js';
import { droppedLines } from '../facts/credit-lines.js';
import type { Finding } from '../finding.js';
import { headOf } from '../matching/conditions.js';
import { coverage, pairShare } from '../matching/coverage.js';
import { articlesOf } from '../matching/scene-fit.js';
import { answerGeneral } from './answer-general.js';

/** What cleaning calls such lines. */
const NOTICES: ReadonlySet<string> = new Set(['copyright-notice', 'footer']);
/** Words for the place of a notice: they stand in none. */
const OF_PAGE =
  /^(?:网页|页面|页脚|页|底部|下方|下面|末尾|声明|按照|根据|写明|标注|要求|之内|以内|内容|稿件|文章|谁|哪家|机构|单位|公司|网站|问题|copyright|notice|footer|page|bottom|statement)$/iu;
/** Of the question, all notices of a page together must carry this much, and the line itself this much. */
const LEAST_TOGETHER = 0.6;
const LEAST_LINE = 0.34;
/** A passage of the text that carries nearly as much is what is meant. */
const AHEAD = 0.2;
/** Of lines that have the same words the one that has them side by side. */
const PAIRS = 0.3;
/** Lines that carry nearly as much as the best are read too: so many. */
const CLOSE = 0.25;
const MOST_LINES = 4;
/** The number of a line is no answer. */
const ITEM_NUMBER = /^\d{1,2}$/u;

interface Notice {
  readonly hit: Hit;
  readonly share: number;
}

/**
 * The finding from the notices of the best passages' pages, or null where none carries the question, or where a passage
 * does so nearly as well. Chinese questions only: the English lexicon is cut to the words of the texts.
 */
export function answerNotice(
  question: Question,
  hits: readonly Hit[],
  knowledge: CorpusKnowledge,
): Finding | null {
  if (question.language === 'en') return null;
  const topic = question.concepts.filter(({ surface }) => !OF_PAGE.test(surface));
  if (topic.length === 0) return null;
  const notices = articlesOf(hits)
    .flatMap((article) => noticesOf(article, question, topic))
    .sort((a, b) => b.share - a.share);
  const [best] = notices;
  if (best === undefined) return null;
  const told = Math.max(
    0,
    ...hits.map(({ passage }) => coverage(topic, `${headOf(passage.article)}\n${passage.folded}`)),
  );
  if (best.share < told + AHEAD) return null;
  const near = notices.filter(({ share }) => share >= best.share - CLOSE).slice(0, MOST_LINES);
  const found = near
    .map(({ hit }) => answerGeneral(question, [hit], null, knowledge))
    .filter((one) => one?.status !== 'answered' || !ITEM_NUMBER.test(one.answer));
  // A heading over the notices has as much of the question as the line that answers it.
  const answered = found.find((one) => one?.status === 'answered') ?? found[0] ?? null;
  return answered?.status === 'no-answer' ? (answered.instead ?? null) : answered;
}

function noticesOf(article: Article, question: Question, topic: readonly Concept[]): readonly Notice[] {
  const lines = droppedLines(article, NOTICES);
  if (lines.length === 0) return [];
  const together = coverage(topic, fold(lines.map(({ text }) => text).join('\n')));
  if (together < LEAST_TOGETHER) return [];
  return lines.flatMap((paragraph): Notice[] => {
    const folded = fold(paragraph.text);
    const own = coverage(topic, folded);
    if (own < LEAST_LINE) return [];
    const passage = { article, paragraph, range: [0, paragraph.text.length] as const, folded };
    const share = (2 * own + together) / 3 + PAIRS * pairShare(question.core, folded);
    return [{ hit: { passage, score: own, alsoIn: [] }, share }];
  });
}
