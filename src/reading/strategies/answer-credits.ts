/** Answers who edited an article, where it comes from and when it was published: from its credit lines. */
import type { Article } from '../../corpus/article.js';
import { isOutlet } from '../../corpus/outlets.js';
import { looksLikePersonName } from '../../language/names.js';
import { fold } from '../../language/script.js';
import type { CorpusKnowledge, Hit } from '../../retrieval/passage.js';
import type { Question } from '../../retrieval/question.js';
import { creditProofs } from '../facts/credit-lines.js';
import { type Outline, outlineOf } from '../facts/outline.js';
import type { Answered, Finding } from '../finding.js';
import { headOf } from '../matching/conditions.js';
import { coverage, pairShare, topicConcepts } from '../matching/coverage.js';
import { articlesOf, type SceneFit } from '../matching/scene-fit.js';
import { sourceOf } from '../notes/dating.js';
import { type Credit, creditNotGiven } from '../notes/notes.js';

const STORY = '(?:报道|新闻|消息|稿子|稿件|文章|通稿|通讯|文|稿|篇)';
/** What else stands before a name under a story. */
const OTHER_LABELS = '供稿|撰稿|撰文|校对|审核|审校|审签|监制|统筹|排版|录入|制图|初审|复审|终审|拍照|通讯员';
/** A credit with how it is asked for, what it is called, and its values. */
interface CreditAsked {
  readonly asked: RegExp;
  readonly called: Credit;
  readonly valuesIn: (article: Article, asked: string) => readonly string[];
}

const CREDITS: readonly CreditAsked[] = [
  {
    asked:
      /责编|责任编辑|(?<!总)编辑(?=[是叫为和、]|都?有?谁|$|[?？])|谁(?:是)?(?:责任)?编辑|谁编(?:辑|发)|哪(?:一)?[位个名]编辑|编辑编的|\beditors?\b|who edited/u,
    called: '编辑',
    valuesIn: editorsOf,
  },
  {
    asked:
      /(?:照片|图片|图)(?:是)?(?:由)?(?:谁|哪位)|谁(?:拍|摄)|摄影(?:师|者|记者)?(?:是|[?？]|$)|photograph(?:er|ed by)|who took the (?:photo|picture)/u,
    called: '摄影',
    valuesIn: photographersOf,
  },
  {
    asked: new RegExp(
      `(?:${STORY}的?(?:最早|最初|首先|原来|到底)?(?:是)?(?:来源|出处|出自|来自|源自|转自|转载自|(?:最早|首先)?(?:是)?(?:哪家|哪个|什么)(?:报纸|报社|媒体|网站|平台)))|(?:来源|出处)(?:于|自|是)?(?:什么|哪|何)|^.{2,24}(?:的)?(?:来源|出处)[?？]?$|\\bsource of (?:the|this) [^?]{0,60}(?:article|story|report|news)|where (?:does|did|do|is|was) (?:the|this) [^?]{0,60}(?:article|story|report|news)[^?]{0,60} (?:come|taken|reprinted|from)|(?:which|what) (?:newspaper|paper|outlet|media|website|news site|site) (?:first |originally )?(?:published|reported|is|was|ran|carried|posted|released|put out|did [^?]{2,60} (?:come|taken) from)`,
      'u',
    ),
    called: '来源',
    valuesIn: publishersOf,
  },
  {
    asked: new RegExp(
      `${STORY}的?(?:标题|题目|名字)|(?:标题|题目)(?:是|叫)?什么|\\b(?:title|headline) of (?:the|this) [^?]*(?:article|story|report|news)`,
      'u',
    ),
    called: '标题',
    valuesIn: ({ title }) => (title === null ? [] : [title]),
  },
  {
    asked: new RegExp(
      `${STORY}?(?:是)?(?:什么时候|何时|哪天|哪一天|几点(?:几分)?|几号|几月几[日号]|哪年)(?:发布|发表|刊发|刊登|发出|上网|见报|推送|登|发(?![生现展起热挥言]))|(?:发布|发表|刊发|刊登)(?:于|在)(?:什么时候|何时|哪天|几号|几点)|(?:发布|发表|刊发|刊登|发稿|见报)(?:的)?(?:时间|日期)|when was (?:the|this) [^?]{0,60}(?:article|story|report|news|piece)[^?]{0,60} (?:published|posted|released)|publication (?:date|time)|(?:what|which) (?:exact )?(?:date|day|time) [^?]{0,80}\\b(?:article|story|report|news|piece)\\b[^?]{0,60}\\b(?:appear(?:ed)?|published|posted|released|(?:go|went|put) online|come out|came out)\\b|when did [^?]{2,80}\\b(?:article|story|report|piece)\\b[^?]{0,60}\\b(?:appear|go online|come out)\\b|when did [^?]{2,40} (?:publish|post|release)`,
      'u',
    ),
    called: '发布时间',
    valuesIn: ({ published }) => (published === null ? [] : [published.text]),
  },
  {
    asked: new RegExp(
      `(?:谁|哪(?:一)?个(?:单位|部门|人|机构)|哪(?:一)?[位家名])(?:负责)?(?:${OTHER_LABELS})(?:的|了)?[?？]*$|(?:${OTHER_LABELS})(?:的)?(?:人|者|员|单位)?(?:是|由|为)?(?:谁|哪(?:一)?[个位家名])`,
      'u',
    ),
    called: '署名',
    valuesIn: labelled,
  },
];
/** A question of a story's credits names the story, or says what only a newsroom does; the source of a river is another thing. */
const OF_STORY =
  /报道|新闻|消息|稿|文章|通讯|[这那本此原]篇|[本此原]文|责编|编辑|摄影|照片|图片|谁(?:拍|摄)|供稿|撰稿|撰文|校对|审核|审校|审签|监制|终审|刊发|刊登|发稿|见报|上网|推送|story|article|report|news|photo|editor|outlet|website|publication/u;
/** Words of the credit itself and of stories at large: no part of what the story is about. */
const CREDIT_WORDS =
  /^(?:照片|图片|拍|摄影|摄|.{0,3}编辑?|责编|责任|(?:.{0,2}来源)|出处|来自|出自|自|早|最早|首先|发布|发表|刊发|刊登|见报|上网|发|报纸|报社|媒体|网站|平台|点|几点|.{0,2}报道|.{0,2}新闻|.?消息|稿.?|.?文章|文|篇|editors?|edited|edit|source|newspaper|outlet|website|published|posted|article|story|report|news|publication|appear|appeared|online|date|day|time|comes?|piece|taken|reprinted|title|headline|标题|题目)$/iu;
/** Of what the question says of the story, the article must carry this much. */
const LEAST_TOPIC = 0.3;
/** Articles of so little less are described as well; the one with the credit is meant. */
const AS_WELL = 0.05;
/** 国际在线 is more than 国际 and 线 apart: what the question's pairs of characters are worth beside its words. */
const SIDE_BY_SIDE = 0.3;
const CERTAINTY = 0.85;
const REFUSAL_CERTAINTY = 0.85;
const PHOTOGRAPHER =
  /(?:摄影(?:记者|报道)?|图\/文|图片|配图)[:：\s/]*([\p{Script=Han}]{2,4})(?=[\s)）、,，]|$)|(?:^|[\s(（])([\p{Script=Han}]{2,4})\s*(?:摄|\/摄)(?=[\s)）。]|$)/u;
const MAIN_EDITOR = /责编|责任编辑/u;
const PLAIN_EDITOR = /(?<!责任)编辑/u;

/** The asked credit of the article that the question describes, a refusal where it has none, or null when none is asked. */
export function answerCredits(
  question: Question,
  hits: readonly Hit[],
  scoped: readonly SceneFit[] | null,
  knowledge: CorpusKnowledge,
): Finding | null {
  const credit = CREDITS.find(({ asked }) => asked.test(question.folded));
  if (credit === undefined || !OF_STORY.test(question.folded)) return null;
  const stories = storiesOf(question, hits, scoped, knowledge);
  const most = stories[0]?.share ?? 0;
  const told = stories.filter(
    ({ outline, share }) =>
      share >= most - AS_WELL && credit.valuesIn(outline.article, question.folded).length > 0,
  );
  const best = told[0] ?? stories[0];
  if (best === undefined || best.share < LEAST_TOPIC) return null;
  const { article } = best.outline;
  const values = credit.valuesIn(article, question.folded);
  if (values.length > 0) return answered(values, best.outline, best.share);
  if (credit.called === '署名') return null;
  return {
    status: 'no-answer',
    note: creditNotGiven(credit.called, article.title ?? sourceOf(article), question.language),
    certainty: REFUSAL_CERTAINTY,
  };
}

/** 哪家网站发的: whoever put it out, not whom it has it from. */
const ASKS_PUBLISHER =
  /(?:哪|什么)(?:一)?[家个]?(?:报纸?|报社|媒体|网站|平台|公众号)(?:上)?(?:首?发|刊登?|登|推|转|放)/u;

/** Where it comes from; a publisher that the page names apart from that, where the question asks who put it out. */
function publishersOf({ source, author }: Article, asked: string): readonly string[] {
  const publisher = author !== null && isOutlet(fold(author)) ? author : null;
  const named = ASKS_PUBLISHER.test(asked) ? (publisher ?? source) : (source ?? publisher);
  return named === null ? [] : [named];
}

/** The editors by the asked label: 责编 is one of them where the article tells them apart. */
function editorsOf(article: Article, asked: string): readonly string[] {
  const [main, plain] = [MAIN_EDITOR.test(asked), PLAIN_EDITOR.test(asked)];
  if (main === plain) return article.editors;
  const labelled = article.editors.filter((name) =>
    article.dropped.some(({ text }) =>
      (main ? MAIN_EDITOR : PLAIN_EDITOR).test(labelBefore(fold(text), fold(name))),
    ),
  );
  return labelled.length > 0 ? labelled : article.editors;
}

/** Names behind 摄影 or 摄, in the text or its credit lines. */
function photographersOf({ paragraphs, dropped }: Article): readonly string[] {
  const texts = [...paragraphs.map(({ text }) => text), ...dropped.map(({ text }) => text)];
  return texts.flatMap((text) => {
    const folded = fold(text);
    const credit = PHOTOGRAPHER.exec(folded);
    const name = credit?.[1] ?? credit?.[2];
    if (credit === null || name === undefined || !looksLikePersonName(name)) return [];
    const at = credit.index + credit[0].indexOf(name);
    return [text.slice(at, at + name.length)];
  });
}

/** What stands behind the very label that is asked for, in the article's credit lines. */
function labelled({ dropped, paragraphs }: Article, asked: string): readonly string[] {
  const label = new RegExp(OTHER_LABELS, 'u').exec(asked)?.[0];
  if (label === undefined) return [];
  const named = new RegExp(`${label}(?:人|单位)?\\s{0,2}[:：]\\s{0,2}([^\\s:：|｜/、，,。]{2,20})`, 'u');
  const lines = [...dropped.map(({ text }) => text), ...paragraphs.map(({ text }) => text)];
  return lines.flatMap((text) => {
    const folded = fold(text);
    const found = named.exec(folded);
    const value = found?.[1];
    if (found === null || value === undefined) return [];
    const at = found.index + found[0].length - value.length;
    return [text.slice(at, at + value.length)];
  });
}

/** The word before a name's colon. */
function labelBefore(text: string, name: string): string {
  const at = text.indexOf(name);
  return at < 0 ? '' : (/(\p{Script=Han}{2,4})\s*[:：][^:：]*$/u.exec(text.slice(0, at))?.[1] ?? '');
}

/** The articles that may be meant: of the scenes that meet the question's conditions, where it sets any, the best described first. */
function storiesOf(
  question: Question,
  hits: readonly Hit[],
  scoped: readonly SceneFit[] | null,
  knowledge: CorpusKnowledge,
): readonly { readonly outline: Outline; readonly share: number }[] {
  const topic = topicConcepts(question).filter(({ surface }) => !CREDIT_WORDS.test(surface));
  const meeting = new Set(scoped?.map(({ outline }) => outline.article));
  return articlesOf(hits)
    .filter((article) => scoped === null || meeting.has(article))
    .map((article) => outlineOf(article, knowledge))
    .map((outline) => {
      const text = textOf(outline);
      return { outline, share: coverage(topic, text) + SIDE_BY_SIDE * pairShare(question.core, text) };
    })
    .sort((a, b) => b.share - a.share);
}

/** What the story is told by: its text, and where it is credited to. */
function textOf({ article, lines }: Outline): string {
  const told = lines.map(({ folded, range }) => folded.slice(...range));
  const credits = article.dropped.flatMap(({ rule, text }) => (rule === 'credit' ? [fold(text)] : []));
  const site =
    article.dropped.find(({ rule }) => rule === 'copyright-notice' || rule === 'footer')?.text ?? '';
  return [headOf(article), fold(article.author ?? ''), ...credits, fold(site), ...told].join('\n');
}

function answered(values: readonly string[], outline: Outline, fit: number): Answered | null {
  const proofs = creditProofs(values, outline);
  return proofs.length === 0
    ? null
    : { status: 'answered', answer: values.join('、'), note: null, proofs, certainty: CERTAINTY, fit };
}
