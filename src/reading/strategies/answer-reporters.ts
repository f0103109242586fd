/** Answers who reported a story, from the credit in the text: (本报记者 …), 原报道记者为…. */

import type { Span } from '../../corpus/article.js';
import { looksLikePersonName } from '../../language/names.js';
import type { CorpusKnowledge, Hit } from '../../retrieval/passage.js';
import type { Question } from '../../retrieval/question.js';
import { creditProofs } from '../facts/credit-lines.js';
import { type Outline, outlineOf } from '../facts/outline.js';
import type { Line } from '../facts/scenes.js';
import type { Answered, Finding } from '../finding.js';
import { headOf } from '../matching/conditions.js';
import { coverage, topicConcepts } from '../matching/coverage.js';
import { articlesOf, type SceneFit } from '../matching/scene-fit.js';
import { sourceOf } from '../notes/dating.js';
import { creditNotGiven } from '../notes/notes.js';

const ASKS_REPORTER =
  /记者|通讯员|(?:谁|哪(?:一)?位|哪个人?)(?:写|采写|撰写|报道)|(?:和|跟|与)谁(?:一起|共同|合作|合)?(?:写|采写|报道|署名)|reporters?\b|journalists?\b|correspondents?\b|\bby-?line\b|who (?:wrote|reported) (?:the|this)|who (?:wrote|reported|penned|authored|filed|covered) [^?]{0,60}\b(?:piece|article|story|report|news|item|post|bulletin|write-?up)\b/u;
const CREDIT = /(?:记者|通讯员)(?:是|为|:|：)?\s*([^)）。;；\d]{2,40})/gu;
/** 记者 甲 通讯员 乙. */
const ROLE = /^(?:通讯员|记者|摄影|实习生)$/u;
const LEAST_COVERAGE = 0.3;
/** What a story says at its head tells best what it is about. */
const OPENING_WEIGHT = 0.5;
const CERTAINTY = 0.85;
/** Words about reporting say nothing of the story. */
const REPORTING =
  /^(?:记者|通讯员|起|.{0,2}报道|写.?|采写|撰写|稿子|稿件|.{0,3}稿|报纸|报社|媒体|人物|.?文章|新闻|消息|[这那哪一]?篇|reporters?|journalists?|correspondents?|wrote|reported|penned|authored|filed|covered|credited?|by-?lines?|named|names?|end|piece|item|post|bulletin|write-?up|story|article|news|report)$/iu;

/** The reporters of the story that the question describes, or null when it asks for none or the text credits nobody. */
export function answerReporters(
  question: Question,
  hits: readonly Hit[],
  scoped: readonly SceneFit[] | null,
  knowledge: CorpusKnowledge,
): Finding | null {
  const asksPerson = question.kind === 'person' || /哪(?:几)?[个位名]?记者/u.test(question.folded);
  if (!asksPerson || !ASKS_REPORTER.test(question.folded)) return null;
  const topic = topicConcepts(question).filter(({ surface }) => !REPORTING.test(surface));
  const meeting = new Set(scoped?.map(({ outline }) => outline.article));
  const stories = articlesOf(hits)
    .filter((article) => scoped === null || meeting.has(article))
    .map((article) => outlineOf(article, knowledge))
    .map((outline) => ({
      outline,
      share: coverage(topic, textOf(outline)),
      headed: coverage(topic, `${headOf(outline.article)}\n${outline.lines[0]?.scene.opening ?? ''}`),
    }))
    .filter(({ share }) => share >= LEAST_COVERAGE)
    .sort((a, b) => b.share + b.headed * OPENING_WEIGHT - a.share - a.headed * OPENING_WEIGHT);
  for (const { outline, share } of stories) {
    const found = byText(question, outline, topic, share) ?? byCreditLine(outline, share);
    if (found !== null) return withOutlet(question, outline, found);
  }
  const [best] = stories;
  if (best === undefined || scoped === null) return null;
  const { article } = best.outline;
  const note = creditNotGiven('记者', article.title ?? sourceOf(article), question.language);
  return { status: 'no-answer', note, certainty: CERTAINTY };
}

/** Reporters whom a line of the text names, but the question does not. */
function byText(
  { folded }: Question,
  outline: Outline,
  topic: Question['concepts'],
  fit: number,
): Answered | null {
  const found = creditsOf(outline, topic);
  if (found === null) return null;
  const { line } = found;
  const names = found.names.filter((span) => !folded.includes(line.folded.slice(...span)));
  if (names.length === 0) return null;
  return {
    status: 'answered',
    answer: names.map((span) => line.paragraph.text.slice(...span)).join('、'),
    note: null,
    proofs: [
      { article: outline.article, paragraph: line.paragraph, ranges: [line.range], highlights: names },
    ],
    certainty: CERTAINTY,
    fit,
  };
}

/** Reporters whom only a line above or below the text names. */
function byCreditLine(outline: Outline, fit: number): Answered | null {
  const { reporters } = outline.article;
  if (reporters.length === 0) return null;
  const proofs = creditProofs(reporters, outline);
  return { status: 'answered', answer: reporters.join('、'), note: null, proofs, certainty: CERTAINTY, fit };
}

/** 哪家报纸的哪位记者: the outlet as well. */
const ASKS_OUTLET = /(?:哪|什么)(?:一)?[家个份]?(?:报纸?|报社|媒体|网站|电视台|杂志|单位)的/u;

function withOutlet({ folded }: Question, { article: { source } }: Outline, found: Answered): Answered {
  return source === null || !ASKS_OUTLET.test(folded)
    ? found
    : { ...found, answer: `${source}、${found.answer}` };
}

function textOf({ article, lines }: Outline): string {
  return `${headOf(article)}\n${lines.map(({ folded, range }) => folded.slice(...range)).join('\n')}`;
}

/** The credit of the part that carries most of the topic. */
function creditsOf(
  outline: Outline,
  topic: Question['concepts'],
): { readonly line: Line; readonly names: readonly Span[] } | null {
  const credits = outline.lines.flatMap((line) => {
    const names = namesIn(line);
    return names.length === 0 ? [] : [{ line, names, share: coverage(topic, line.folded) }];
  });
  return credits.sort((a, b) => b.share - a.share)[0] ?? null;
}

function namesIn({ folded, range }: Line): readonly Span[] {
  const sentence = folded.slice(...range);
  return [...sentence.matchAll(CREDIT)].flatMap((credit) => {
    const list = credit[1] ?? '';
    const from = range[0] + credit.index + credit[0].length - list.length;
    return [...list.matchAll(/[^\s、,，和]+/gu)]
      .filter(([name]) => looksLikePersonName(name) && !ROLE.test(name))
      .map(([name], i, all): Span => {
        const at = from + (all[i]?.index ?? 0);
        return [at, at + name.length];
      });
  });
}
