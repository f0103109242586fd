/** The features of a short answer's candidates: their names, their values and their place in the weights. */

import type { AnswerKind } from '../../retrieval/question.js';

/** Features with a number, and where one value ends and the next begins. */
const KNOTS = {
  length: [1, 2, 3, 4, 5, 6, 8, 10, 13, 17, 22, 30, 40],
  words: [1, 2, 3, 4, 6, 8, 11],
  /** Question words in the candidate itself, by weight; then as pairs of characters, then as characters. */
  asked: [0, 0.02, 0.05, 0.1, 0.2, 0.35, 0.5],
  askedPairs: [0, 0.1, 0.2, 0.35, 0.5, 0.7, 0.9],
  askedCharacters: [0, 0.15, 0.3, 0.45, 0.6, 0.8],
  /** Question words around it, by weight and nearness. */
  near: [0.005, 0.01, 0.02, 0.03, 0.05, 0.08, 0.12],
  nearBefore: [0, 0.005, 0.015, 0.03, 0.06, 0.1],
  nearAfter: [0, 0.005, 0.015, 0.03, 0.06, 0.1],
  /** Characters to the nearest question word. */
  gapBefore: [0, 1, 2, 4, 8, 15, 30],
  gapAfter: [0, 1, 2, 4, 8, 15, 30],
  /** Share of the question's words in its clause and sentence, and the lead over the other ones. */
  clause: [0.05, 0.15, 0.25, 0.4, 0.55, 0.75],
  clauseLead: [-0.5, -0.3, -0.1, 0, 0.1, 0.3, 0.5],
  sentence: [0.1, 0.25, 0.4, 0.55, 0.7, 0.85],
  sentenceLead: [-0.5, -0.3, -0.1, 0, 0.1, 0.3, 0.5],
  around: [0.1, 0.25, 0.4, 0.55, 0.7, 0.85],
  /** Characters that stand before it as before the question's blank, one by one and anywhere near; the same after. */
  before: [0, 1, 2, 3, 5],
  after: [0, 1, 2, 3, 5],
  beforeAny: [0, 1, 2, 3],
  afterAny: [0, 1, 2, 3],
  place: [0.15, 0.3, 0.5, 0.7, 0.85],
  /** The chance of its sentence, by the model of sentences. */
  chance: [0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9],
  /** Candidates are fewer in a short text. */
  sentences: [1, 2, 3],
} as const;

/** Words right before a candidate that say what it is. */
export const LEFT_WORDS: readonly string[] =
  '在 于 由 被 是 为 即 有 达 共 约 至 到 自 从 的 和 与 、 了 向 对 以 叫 称为 名为 成 “ 《 ( 将 等 据 说 称 让 把 给 位于 来自 担任 任 获 超过 成为 包括 造成 导致 第 每 至少 近 大约 超 逾 最 — - · 当地 时间 又称 也 曾 并 因 位 名 而 及 或 年 当选 现任 其中 目前 分别'.split(
    ' ',
  );
/** Words right after a candidate. */
export const RIGHT_WORDS: readonly string[] =
  '的 了 在 于 是 为 和 与 、 等 ” 》 ) 人 时 后 前 间 由 被 将 也 就 都 ( 所 担任 表示 成立 出生 开始 说 宣布 以来 左右 以上 里 中 内 上 举行 召开 发生 多 余 年 月 日 - — · 至 到 及 或 之间 附近 一带 称 认为 当选 下 有 以 对 因 而 以下 期间 起 之后 之前 先生 博士 教授'.split(
    ' ',
  );
/** First words of a candidate that say what it is. */
export const OPENING_WORDS: readonly string[] =
  '约 大约 近 至少 超过 逾 超 每 共 当地 当地时间 自 从 于 在 因 以 向 第 前 后 首 最 位于 多 最多 目前 公元 公元前 年 上午 下午 晚 大 一 该 当时 中国 美国 日本 英国 法国 德国 俄罗斯 不 无'.split(
    ' ',
  );
/** Endings of answers. */
export const ENDINGS: readonly string[] =
  '年 月 日 号 世纪 人 名 个 国 市 省 县 区 州 镇 村 岛 山 大学 学校 公司 集团 组织 政府 军 队 部 局 会 院 党 族 教 语 家 长 王 者 员 们 地区 附近 境内 期间 时期 朝 代 初 末 后 前 % 岁 次 元 米 里 种 座 等 》 ” 时 分 天 周 小时 分钟 公里 千米 平方 吨 度 倍 层 条 间 多 以上 左右 之间 中心 医院 机场 海 河 湖 洋 半岛 地 街 路 寺 宫 站 室 馆 场 边 内 外 上 下 中 东部 西部 南部 北部 总统 总理 皇帝 首相 主席 家族 博士 教授 学家 兵 军队 组 派 帝 公 侯 爵 夫人 父 母 子 女'.split(
    ' ',
  );

/** Of a neighbouring word: 0 a clause's edge, 1 a word of the question, 2 another word, then the words above. */
export const FIRST_WORD_SLOT = 3;
/** 0 nowhere, 1 inside, 2–6 before and 7–11 after by distance, 12 there is no such concept. */
const CONCEPT_SLOTS = 13;

/** 0 no mentions; else by how the candidate stands to them, twice: there are several, there is one. */
const MENTION_SLOTS = 15;

/** Kinds of questions, for what holds for one of them only. */
export const KINDS: readonly AnswerKind[] = [
  'person',
  'time',
  'place',
  'number',
  'which',
  'definition',
  'yes-no',
  'other',
];

/** Features with one of so many values. */
const SLOT_COUNTS = {
  left: LEFT_WORDS.length + FIRST_WORD_SLOT,
  right: RIGHT_WORDS.length + FIRST_WORD_SLOT,
  ending: ENDINGS.length + 1,
  date: 6,
  number: 6,
  unit: 4,
  head: 5,
  calendar: 4,
  person: 4,
  known: 4,
  shape: 6,
  list: 3,
  order: 4,
  opening: OPENING_WORDS.length + FIRST_WORD_SLOT,
  clauses: 4,
  mention: MENTION_SLOTS,
  weightiest: CONCEPT_SLOTS,
  second: CONCEPT_SLOTS,
  bracket: 5,
  approximate: 4,
  kind: KINDS.length,
  english: 2,
  form: 8,
  conceptBefore: CONCEPT_SLOTS,
  conceptAfter: CONCEPT_SLOTS,
} as const;

const NUMBER_FEATURES = Object.values(KNOTS);
const SLOT_FEATURES = Object.values(SLOT_COUNTS);

/** How many features a candidate has at once. */
export const ACTIVE_FEATURES = NUMBER_FEATURES.length + SLOT_FEATURES.length;

type Places<Name extends string> = Readonly<Record<Name, number>>;

function placesOf<Name extends string>(named: Readonly<Record<Name, unknown>>, first: number): Places<Name> {
  return Object.fromEntries(Object.keys(named).map((name, i) => [name, first + i])) as Record<Name, number>;
}

/** The place of each feature among a candidate's, first those with a number, then those with a slot. */
export const NUMBERS = placesOf(KNOTS, 0);
export const SLOTS = placesOf(SLOT_COUNTS, NUMBER_FEATURES.length);

/** Where the values of each feature begin, in the order above, and then how many there are in all. */
function layOut(): Uint16Array {
  const sizes = [...NUMBER_FEATURES.map(({ length }) => length + 1), ...SLOT_FEATURES];
  const starts = new Uint16Array(sizes.length + 1);
  sizes.forEach((size, i) => {
    starts[i + 1] = (starts[i] ?? 0) + size;
  });
  return starts;
}

const STARTS = layOut();
/** How many features there are in all. */
export const FEATURE_COUNT = STARTS[ACTIVE_FEATURES] ?? 0;

/** The active feature of a number at one of NUMBERS: its bin. */
export function numberFeature(place: number, value: number): number {
  const knots: readonly number[] = NUMBER_FEATURES[place] ?? [];
  let bin = 0;
  while (bin < knots.length && value > (knots[bin] ?? 0)) bin++;
  return (STARTS[place] ?? 0) + bin;
}

/** The active feature of a slot at one of SLOTS; slots that there are not count as the last. */
export function slotFeature(place: number, slot: number): number {
  return Math.min((STARTS[place] ?? 0) + slot, (STARTS[place + 1] ?? 0) - 1);
}
