/** Questions about two things at once: asked apart, answered side by side. */
import type { Span } from '../../corpus/article.js';
import type { Constraint, Question } from '../../retrieval/question.js';

/** One aspect, asked of both sides. */
export interface Aspect {
  /** Null where the question has one aspect only. */
  readonly label: string | null;
  readonly questions: readonly [string, string];
}

export interface Comparison {
  /** The two sides as typed. */
  readonly sides: readonly [string, string];
  readonly aspects: readonly Aspect[];
  /** Two meetings are what the question is about, whatever is known of them; other pairs may be its content. */
  readonly meetings: boolean;
}

const JOINT = /^(?:会议)?(?:、|和|与|跟|及|以及|同)$/u;
const ENGLISH_JOINT = /^,? (?:and|or|versus|vs\.?|from|than)(?: (?:of|in|at|for))?(?: the)? $/iu;
const EACH = /分别|各自|各(?=[有是由在])/gu;
const COMPARED =
  /(?:都)?(?:有(?:什么|哪些|何|没有)?|是否|是不是)?(?:不同|区别|差别|差异|异同|变化|一样|相同)(?:之处|的地方|点)?(?:是什么|在哪里?|有哪些)?(?:吗)?/u;
const ENGLISH_EACH = /\brespectively\b|\beach\b/iu;
const ENGLISH_COMPARED = /\bdiffer(?:s|ence|ences|ent)?\b|\bcompare[sd]?\b|\bcomparison\b/iu;
/** What is asked of each of two meetings: how it is called in a question, its label, and the question. */
const ASPECTS: readonly (readonly [
  asked: RegExp,
  label: readonly [hans: string, hant: string, en: string],
  chinese: string,
  english: string,
])[] = [
  [
    /时间|日期|什么时候|\b(?:date|day|time)s?\b/u,
    ['时间', '時間', 'When'],
    '什么时候召开？',
    'When was $ held?',
  ],
  [/主持|\bchair/u, ['主持', '主持', 'Chair'], '谁主持？', 'Who chaired $?'],
  [
    /部署|安排|arrange|deploy/u,
    ['部署', '部署', 'Arrangements'],
    '谁作具体部署？',
    'Who made specific arrangements at $?',
  ],
  [/列席|\bs(?:at|it)\b|sitting in/u, ['列席', '列席', 'Sat in'], '谁列席？', 'Who sat in on $?'],
  [/出席|参加|attend/u, ['出席', '出席', 'Attended'], '谁出席？', 'Who attended $?'],
  [/汇报|\breport/u, ['汇报', '匯報', 'Reported'], '谁汇报？', 'Who reported at $?'],
  [
    /会场|地点|哪里|地方|venue|place|where/u,
    ['主会场', '主會場', 'Main venue'],
    '的主会场设在哪里？',
    'Where was the main venue of $?',
  ],
  [
    /要求|强调|内容|重点|demand|stress|content/u,
    ['要求', '要求', 'Demands'],
    '强调了什么？',
    'What was stressed at $?',
  ],
];
/** Without an aspect of its own a comparison takes these. */
const USUAL = 4;

/** The comparison that a question asks for, or null. */
export function comparisonOf(question: Question): Comparison | null {
  return question.language === 'en' ? englishComparison(question) : chineseComparison(question);
}

function chineseComparison({ folded, text, constraints, language }: Question): Comparison | null {
  const body = folded.replace(/[\s?？。!！]+$/u, '');
  const compared = COMPARED.exec(body);
  if (compared === null && body.search(EACH) < 0) return null;
  const pair = pairIn(body, constraints, JOINT);
  if (pair === null) return null;
  const [first, second] = pair;
  const [one, other] = [first, second].map(({ span }) => text.slice(...span));
  if (one === undefined || other === undefined) return null;
  const tail = first.constraint.type === 'ordinal' ? nounAfter(other, first, second) : '';
  const left = `${one}${tail}`;
  const before = text.slice(0, first.span[0]);
  const meetings = first.constraint.type === 'ordinal';
  const rest = compared === null ? '' : text.slice(second.span[1], compared.index);
  if (compared === null) {
    const after = text
      .slice(second.span[1], body.length)
      .replace(EACH, '')
      .replace(/(?:这)?两(?:次|场|个)(?:会议?)?/u, '');
    const questions = [`${before}${left}${after}？`, `${before}${other}${after}？`] as const;
    return { sides: [left, other], aspects: [{ label: null, questions }], meetings };
  }
  if (!meetings) return null;
  const whole = rest.replace(/^(?:这)?(?:两次|两场)?(?:会议?)?的?/u, '').replace(/(?:上|中|的)$/u, '');
  const asked = ASPECTS.filter(([pattern]) => pattern.test(whole));
  if (whole !== '' && asked.length === 0) return null;
  const named = asked.length > 0 ? asked : ASPECTS.slice(0, USUAL);
  return {
    sides: [left, other],
    meetings,
    aspects: named.map(([, labels, chinese]) => ({
      label: named.length === 1 ? null : labels[language === 'zh-Hant' ? 1 : 0],
      questions: [`${left}${chinese}`, `${other}${chinese}`],
    })),
  };
}

function englishComparison({ text, folded, constraints }: Question): Comparison | null {
  const compared = ENGLISH_COMPARED.test(text);
  if (!compared && !ENGLISH_EACH.test(text)) return null;
  const pair = pairIn(text, constraints, ENGLISH_JOINT);
  if (pair === null) return null;
  const [first, second] = pair;
  const [one, other] = [first, second].map(({ span }) => text.slice(...span));
  if (one === undefined || other === undefined) return null;
  const meetings = first.constraint.type === 'ordinal';
  if (compared) {
    if (!meetings) return null;
    const kind =
      /^(?: [\w-]+){0,4}? (?:meeting|session|conference)/iu.exec(text.slice(second.span[1]))?.[0] ??
      ' meeting';
    const sides = [`the ${one}${kind}`, `the ${other}${kind}`] as const;
    const asked = ASPECTS.filter(([pattern]) => pattern.test(folded));
    const named = asked.length > 0 ? asked : ASPECTS.slice(0, USUAL);
    return {
      sides,
      meetings,
      aspects: named.map(([, labels, , english]) => ({
        label: named.length === 1 ? null : labels[2],
        questions: [english.replace('$', sides[0]), english.replace('$', sides[1])],
      })),
    };
  }
  const before = text.slice(0, first.span[0]);
  const after = text
    .slice(second.span[1])
    .replace(/,? *\b(?:respectively|each)\b/iu, '')
    .replace(/\b(meeting|session|conference)s\b/iu, '$1');
  return {
    sides: [one, other],
    meetings,
    aspects: [{ label: null, questions: [`${before}${one}${after}`, `${before}${other}${after}`] }],
  };
}

interface Side {
  readonly constraint: Constraint;
  readonly span: Span;
}

/** The two conditions of one type that the question joins, and no third. */
function pairIn(
  text: string,
  constraints: readonly Constraint[],
  joint: RegExp,
): readonly [Side, Side] | null {
  const lower = text.toLowerCase();
  const sides = constraints
    .map((constraint): Side => {
      const at = lower.indexOf(constraint.surface.toLowerCase());
      return { constraint, span: [at, at + constraint.surface.length] };
    })
    .filter(({ span }) => span[0] >= 0)
    .sort((a, b) => a.span[0] - b.span[0]);
  const pairs = sides.flatMap((one, i): (readonly [Side, Side])[] => {
    const next = sides[i + 1];
    const joined = next !== undefined && joint.test(text.slice(one.span[1], next.span[0]));
    return joined && next.constraint.type === one.constraint.type ? [[one, next]] : [];
  });
  const [pair] = pairs;
  return pair === undefined || pairs.length > 1 ? null : pair;
}

/** 专题会议 of 第七次和第十四次专题会议, which the first leaves out. */
function nounAfter(other: string, first: Side, second: Side): string {
  if (first.constraint.type !== 'ordinal' || second.constraint.type !== 'ordinal') return '';
  const [own, noun] = [first.constraint.noun, second.constraint.noun];
  return own.length > 1 ? '' : other.slice(other.length - noun.length + own.length);
}
