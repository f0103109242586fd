/** Answers from what a notice says under the label or heading that the question names: 报名要带哪些材料 → 【所需材料】…. */
import type { Span } from '../../corpus/article.js';
import { fold } from '../../language/script.js';
import { synonymsOf } from '../../language/synonyms.js';
import { isSmall } from '../../retrieval/corpus-size.js';
import type { CorpusKnowledge, Hit, Passage } from '../../retrieval/passage.js';
import type { AnswerKind, Question } from '../../retrieval/question.js';
import { type Field, type FieldValue, fieldsIn } from '../facts/fields.js';
import type { Answered, Proof } from '../finding.js';
import { headOf } from '../matching/conditions.js';
import { coverage, topicConcepts } from '../matching/coverage.js';
import { measuredNumbers } from '../passages/asked-number.js';
import { aptness } from '../passages/which-number.js';

/** Articles whose fields are looked at: those of the best hits. */
const READ_HITS = 6;
const MOST_ARTICLES = 3;
/** A longer article is no notice. */
const LONGEST_ARTICLE = 60;
/** Of the label so much must be asked for, and of the rest of the question so much stand in the article. */
const LEAST_LABEL = 0.5;
const LEAST_ARTICLE = 0.6;
/** A character that label and question share by itself counts half of one in a shared pair. */
const LONE = 0.5;
/** Who may not do what is asked is said in a clause of its own, few of whose words are asked. */
const FORBIDDEN = 0.75;
const ARTICLE_COST = 0.08;
const CERTAINTY = 0.8;
/** A list of more lines, or a longer one, is shown no more. */
const MOST_LINES = 8;
const LONGEST_ANSWER = 160;
/** Said in every label. */
const BETWEEN = /[及和与的或、\s]|如下|以下|要求|相关|有关/gu;

/** What labels call that which a kind of question asks for. */
const CALLED: Partial<Readonly<Record<AnswerKind, string>>> = {
  time: '时间 日期 期限 截止',
  place: '地点 地址 位置 场所',
};
const PEOPLE_CALLED = '人数 名额 计划';
const MONEY_CALLED = '费用 收费标准 价格 金额 票价';
const ASKS_PEOPLE = /(?:多少|几)(?:个|名|位)?(?:人|名|学生|志愿者|员工|选手|学员)|几[名位]/u;
const ASKS_MONEY = /多少钱|什么价|费用|收费/u;
/** What is asked for by its own noun: 哪些材料, 什么条件. */
const ASKED_NOUN =
  /(?:哪(?:些|几[个种项类位名样]?|[一二两三四五六七八九十][个种项类位名条点样])|什么样?的?|啥)(?:的)?([\p{Script=Han}]{1,4}?)(?=[?？来要有能可不会参呢啊呀得在没]|$)/u;
/** Nouns that name no more than the question word. */
const EMPTY_NOUN = /^(?:人|时候|时间|地方|意思|样|名字|事|东西|要求)$/u;
/** 在哪条路上: a place by its kind. */
const ASKS_ROAD = /在哪(?:一)?(?:条|个|栋|幢|座|层)?(?:路|街|巷|胡同|小区|楼|村|镇|号)/u;
const NOT_ALLOWED = /(?:不能|不可以?|不得|不让|不许|不准|不予)/u;
const FORBIDS = /不得|不能|不可|不予|不许|不准|禁止|不宜|不适合|不接受/u;
const MOMENT =
  /\d\s*[年月日号点时:：]|[上下]午|[早晚]上|周[一二三四五六日末]|星期|全天|长期|即日|每[日天周月年]/u;

/** What of a label says its kind; the rest says what of: 报名, 园. */
const OF_KIND =
  /时间|日期|期限|截止|地点|地址|位置|场所|人数|名额|计划|费用|收费|标准|价格|金额|票价|[址点期]$/gu;
/** Of that the question must have so much; of who is counted, which is said in many ways (招募, 招聘), less. */
const LEAST_ACT = 0.5;
const LEAST_COUNTED = 0.25;
/** A label that says no kind (小班, 停水范围) must be named as it is. */
const ALL_ASKED = 0.9;

const WEEKDAY = /(?:周|星期|礼拜)[一二三四五六日天末]/u;
const DATE = /[\d\s年月日.:：-]{6,}/gu;

interface Found {
  readonly field: Field;
  readonly score: number;
}

/** What stands under the asked label; null where no label of a small corpus's notice is asked for. */
export function answerField(
  question: Question,
  hits: readonly Hit[],
  knowledge: CorpusKnowledge,
): Answered | null {
  if (question.language === 'en' || !isSmall(knowledge.passages)) return null;
  const wanted = wantedOf(question);
  if (wanted === null) return null;
  const found = articlesOf(hits).flatMap((id, order): readonly Found[] => {
    const passages = knowledge.articlePassages(id);
    if (passages.length > LONGEST_ARTICLE) return [];
    return fieldsIn(passages)
      .map((field) => ({ field, score: scoreOf(question, wanted, field, passages) - order * ARTICLE_COST }))
      .filter(({ score }) => score >= LEAST_LABEL);
  });
  for (const { field, score } of found.sort((a, b) => b.score - a.score)) {
    const answer = wanted.isList ? listed(field) : single(question, field);
    if (answer !== null) return { ...answer, certainty: CERTAINTY, fit: Math.min(1, score) };
  }
  return null;
}

/** Kinds that may ask for the lines under a heading by its noun alone: 报名什么条件. */
const NAMING: ReadonlySet<AnswerKind> = new Set(['list', 'which', 'other', 'definition']);

function leastAct({ kind }: Question): number {
  return kind === 'number' ? LEAST_COUNTED : LEAST_ACT;
}

interface Wanted {
  /** What the label may be called by, beside the question's own words. */
  readonly called: string;
  /** The noun that is asked for, empty where there is none. */
  readonly noun: string;
  readonly isList: boolean;
}

function wantedOf({ kind, folded, plural, role }: Question): Wanted | null {
  const noun = ASKED_NOUN.exec(folded)?.[1] ?? '';
  const named = EMPTY_NOUN.test(noun) ? '' : noun;
  if (kind === 'time' && !plural) return { called: CALLED.time ?? '', noun: '', isList: false };
  if (kind === 'place' || (kind === 'which' && ASKS_ROAD.test(folded)))
    return { called: CALLED.place ?? '', noun: '', isList: false };
  if (kind === 'number') {
    const called = ASKS_PEOPLE.test(folded) ? PEOPLE_CALLED : ASKS_MONEY.test(folded) ? MONEY_CALLED : '';
    return called === '' ? null : { called, noun: '', isList: false };
  }
  const isList = (plural && role === null) || (named !== '' && NAMING.has(kind));
  return isList && (named !== '' || NOT_ALLOWED.test(folded))
    ? { called: '', noun: named, isList: true }
    : null;
}

function articlesOf(hits: readonly Hit[]): readonly string[] {
  const ids = hits.slice(0, READ_HITS).map(({ passage }) => passage.article.id);
  return [...new Set(ids)].slice(0, MOST_ARTICLES);
}

/** How much of a label is asked for, 0 where it is another's or the article is about something else. */
function scoreOf(question: Question, wanted: Wanted, field: Field, passages: readonly Passage[]): number {
  const label = field.label.replace(BETWEEN, '');
  if (!wanted.isList) {
    const act = label.replace(OF_KIND, '');
    const kinds = label.match(OF_KIND) ?? [];
    if (kinds.length > 0 && !kinds.some((one) => wanted.called.includes(one))) return 0;
    if (shared(act, question.folded) < (act === label ? ALL_ASKED : leastAct(question))) return 0;
  }
  const ways = wanted.noun === '' ? [] : [wanted.noun, ...synonymsOf(wanted.noun)];
  const isNamed = ways.some((way) => label.includes(way));
  if (wanted.isList && !isNamed && !(NOT_ALLOWED.test(question.folded) && FORBIDS.test(label))) return 0;
  if (wanted.isList && NOT_ALLOWED.test(question.folded) !== FORBIDS.test(label)) return 0;
  const isForbidden = wanted.isList && FORBIDS.test(label) && shared(label, question.folded) > 0;
  const share = isForbidden
    ? FORBIDDEN
    : shared(label, `${question.folded}\n${wanted.called}`) + (isNamed ? LONE : 0);
  const rest = topicConcepts(question).filter(
    ({ surface }) => surface.length > 1 && !label.includes(surface),
  );
  const [first] = passages;
  const all = [first === undefined ? '' : headOf(first.article), ...passages.map(({ folded }) => folded)];
  return coverage(rest, all.join('\n')) < LEAST_ARTICLE ? 0 : share;
}

/** Share of a label's characters that stand in a text, by pairs; by themselves they count less. */
function shared(label: string, text: string): number {
  if (label === '') return 0;
  let sum = 0;
  for (let i = 0; i < label.length; i++) {
    const inPair =
      (i > 0 && text.includes(label.slice(i - 1, i + 1))) ||
      (i + 1 < label.length && text.includes(label.slice(i, i + 2)));
    sum += inPair ? 1 : text.includes(label.charAt(i)) ? LONE : 0;
  }
  return sum / label.length;
}

type Shown = Pick<Answered, 'status' | 'answer' | 'note' | 'proofs'>;

/** All lines under a heading, or all that stands behind a label. */
function listed({ values }: Field): Shown | null {
  const lines = values.slice(0, MOST_LINES);
  const answer = lines.map(textOf).join(values.length > 1 ? '；' : '');
  if (answer === '' || (answer.length > LONGEST_ANSWER && values.length === 1)) return null;
  return { status: 'answered', answer, note: null, proofs: lines.map((one) => proofOf(one, one.span)) };
}

/** The first time, place or number of the asked kind that stands there. */
function single(question: Question, { values }: Field): Shown | null {
  for (const value of values) {
    const span = question.kind === 'number' ? numberIn(question, value) : stretchIn(question, value);
    if (span === null) continue;
    const answer = value.passage.paragraph.text.slice(...span);
    return { status: 'answered', answer, note: null, proofs: [proofOf(value, span)] };
  }
  return null;
}

function numberIn(question: Question, { passage, span }: FieldValue): Span | null {
  const folded = fold(passage.paragraph.text);
  const [best] = measuredNumbers(question, folded, span)
    .map((one) => ({ one, apt: aptness(question, folded, one, span) }))
    .sort((a, b) => b.apt - a.apt);
  return best?.one ?? null;
}

/** Up to the end of the clause that says when, of the sentence that says where. */
function stretchIn({ kind, plural, folded }: Question, { passage, span }: FieldValue): Span | null {
  const text = fold(passage.paragraph.text).slice(...span);
  const stop = text.search(kind === 'time' ? /[,，。;；]/u : /[。;；]/u);
  const end = stop < 0 ? text.length : stop;
  const stretch = text.slice(0, end);
  const day = WEEKDAY.exec(folded)?.[0];
  if (day !== undefined && !stretch.includes(day)) return null;
  const isSuited =
    kind === 'time'
      ? MOMENT.test(stretch)
      : /\p{Script=Han}{3}/u.test(stretch.replace(DATE, '')) && (plural || !/[,，].*[,，]/u.test(stretch));
  return isSuited && stretch.trim() !== '' ? [span[0], span[0] + end] : null;
}

function textOf({ passage, span }: FieldValue): string {
  return passage.paragraph.text.slice(...span);
}

function proofOf({ passage, quoted }: FieldValue, highlight: Span): Proof {
  const { article, paragraph } = passage;
  return { article, paragraph, ranges: [quoted], highlights: [highlight] };
}
