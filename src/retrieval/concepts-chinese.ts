/** A Chinese question's content words as concepts. */
import { looksLikePersonName } from '../language/names.js';
import { chineseNumeral } from '../language/numeral-words.js';
import { SYNONYM_WEIGHT, synonymsOf } from '../language/synonyms.js';
import type { Tokenizer } from '../language/tokenizer.js';
import { isSmall } from './corpus-size.js';
import { cutAnew } from './cut-anew.js';
import { documentFrequency } from './frequencies.js';
import type { NearWords } from './lexicons-of-corpus.js';
import type { Concept, ConceptKind, Variant } from './question.js';
import { idf, type TermStatistics } from './term-statistics.js';
import type { TextCounts } from './text-counts.js';

/** Words that carry no content, alone or between content words. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  `的 了 在 是 和 与 及 或 于 对 为 被 把 将 从 到 由 以 向 并 而 也 都 就 还 又 很 最 更 其 之 中 上 下 里 内 外 前 后 时 地 得 着 过 有 个 这 那
  这个 那个 这些 那些 此 该 他 她 它 他们 她们 它们 我 我们 你 你们 自己 什么 哪 哪个 哪些 哪里 哪儿 哪位 谁 何 如何 怎么 怎样 怎么样 多少 几 几个
  多 吗 呢 吧 啊 请 请问 请教 听说 据说 是否 是不是 有没有 可以 能 能够 会 要 可 被称 不 没 没有 所 等 等等 及其 以及 因为 所以 因此 但 但是 如果 则 当 曾 曾经 已 已经
  正在 首先 率先 最先 先 一 一个 一种 一些 种 位 名 次 第 年 月 日 号 进行 通过 根据 关于 对于 由于 其中 之一 之间 之前 之后 以前 以后 方面 情况 问题 人 事 者 说 称 叫 做 作 使 让 给 用
  哪种 哪项 哪家 不是 不能 不得 干 或者 还是 时候 一下 一起 到底 究竟 一共 总共 跟 要是 假如 万一 里面 那天 那次 那场 那条 那篇`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Characters that segmentation joins to a neighbour though they are words of their own. */
const PARTICLES = '要作做了的是在有会上与和被把将对次';
const CONTENT = /[\p{L}\p{N}]/u;
/** An ordinal in digits, with or without 第: 第14次, 14次. */
const DIGIT_ORDINAL = /第?(?<![\d.])(\d{1,2})([次届])(?=[\p{Script=Han}\s]|$)/gu;
const NUMBER = /^[\d.,%]+$|^[〇零一二三四五六七八九十百千万亿两]{2,}$/u;

/** 几头, 两颗: how many of what follows. */
const COUNT =
  /^[几两][个位名次条点家种件届轮批场台辆座所类颗头只艘棵匹株枝朵幅张本部支根块片双套间栋天年周岁]$/u;

/** Behind 3月21日 a word begins. */
const DAY_END = /(?<=\d[日号])(?=\p{Script=Han})/gu;

/** How much the nearest of near words counts beside the literal word; others less, down to nothing at LEAST_NEAR. */
const NEAR_WEIGHT = 0.8;
const LEAST_NEAR = 0.45;

interface Counts {
  readonly statistics: TermStatistics;
  readonly texts: TextCounts;
  readonly nearWords: NearWords;
}

/** The concepts of a stripped, folded question (`Intent.core`), in order, each once. */
export function chineseConcepts(
  core: string,
  tokenizer: Tokenizer,
  names: ReadonlySet<string>,
  counts: Counts,
): Concept[] {
  const ordinals = [...core.matchAll(DIGIT_ORDINAL)].map(([surface, digits = '', measure = '']) => ({
    surface,
    ways: [`第${chineseNumeral(Number(digits))}${measure}`, `第${digits}${measure}`],
  }));
  const rest = core.replace(DIGIT_ORDINAL, ' ').replace(DAY_END, ' ');
  const words = cutAnew(
    tokenizer.words(rest).map((word) => withoutParticle(word, counts)),
    counts.statistics.passages,
    counts.texts.count,
  );
  const telling = new Set(
    words.filter((word) => CONTENT.test(word) && !STOP_WORDS.has(word) && !COUNT.test(word)),
  );
  return [
    ...ordinals.map(({ surface, ways }) => concept(surface, 'word', ways, counts)),
    ...[...telling].map((word) => {
      const kind: ConceptKind = names.has(word) ? 'name' : NUMBER.test(word) ? 'number' : 'word';
      return concept(word, kind, [word], counts);
    }),
  ];
}

/** A concept with the `ways` to write it, all as good, and with words that mean the same or nearly so. */
function concept(surface: string, kind: ConceptKind, written: readonly string[], counts: Counts): Concept {
  const ways = [...written, ...inFull(surface, counts)];
  return conceptOf(surface, kind, ways, counts);
}

/** 龙舟赛 asked, 龙舟邀请赛 written: what stands in the full name of an event that people call by its first and last part. */
const EVENT_KINDS: Readonly<Record<string, readonly string[]>> = {
  赛: '邀请 公开 锦标 联 大 大奖 友谊 挑战 团体 争霸 选拔 表演 对抗 擂台 接力 总决 趣味 积分 精英 杯'.split(
    ' ',
  ),
  展: '览 作品 主题 成果 精品 艺术 文物 书画 联 摄影 图片 专题 特'.split(' '),
  节: '文化 美食 艺术 旅游 嘉年华 购物 采摘'.split(' '),
  会: '大 运动 交流 展览 表彰 座谈 音乐 演唱 报告'.split(' '),
};
/** 展览 ends in what stands between for others. */
const TAILED = /^(?:览|杯)$/u;
const SHORT_EVENT = /^(?<of>\p{Script=Han}{2,5})(?<kind>[赛展节会])$/u;

/** The full names by which a small corpus has an event that it does not call as the question does. */
function inFull(surface: string, counts: Counts): readonly string[] {
  const { of, kind } = SHORT_EVENT.exec(surface)?.groups ?? {};
  const { passages } = counts.statistics;
  if (of === undefined || kind === undefined || !isSmall(passages)) return [];
  if (documentFrequency(surface, counts) > 0 || documentFrequency(of, counts) === 0) return [];
  const names = (EVENT_KINDS[kind] ?? []).map((between) =>
    TAILED.test(between) ? `${of}${kind === '展' ? kind : ''}${between}` : `${of}${between}${kind}`,
  );
  return names.filter((name) => documentFrequency(name, counts) > 0);
}

/** A concept of which all `ways` to write it are known. */
function conceptOf(surface: string, kind: ConceptKind, ways: readonly string[], counts: Counts): Concept {
  const same = ways.flatMap((way) => [
    { text: way, weight: 1 },
    ...synonymsOf(way).map((text) => ({ text, weight: SYNONYM_WEIGHT })),
  ]);
  const known = new Set(same.map(({ text }) => text));
  const written = Math.max(...ways.map((way) => documentFrequency(way, counts)));
  // A small corpus that has the word itself means another thing by another word.
  const isSaid = written > 0 && isSmall(counts.statistics.passages);
  const near = kind === 'word' && !isSaid ? ways.flatMap((way) => nearVariants(way, counts)) : [];
  const variants = [...same, ...near.filter(({ text }) => !known.has(text))];
  const frequency = Math.max(...variants.map(({ text, weight }) => weight * documentFrequency(text, counts)));
  // A word that the corpus lacks is as telling as what stands there for it.
  const rarity = idf(written > 0 ? written : frequency, counts.statistics.passages);
  return { surface, kind, variants, frequency, idf: rarity };
}

/** A meeting is of its kind: 联席会议 is no 会议 of any other. */
const MEETING = /会议?$/u;

function nearVariants(word: string, { nearWords }: Counts): Variant[] {
  if (MEETING.test(word)) return [];
  return nearWords(word)
    .filter((near) => near.weight > LEAST_NEAR && !word.includes(near.word))
    .map(({ word: text, weight }) => ({
      text,
      weight: (NEAR_WEIGHT * (weight - LEAST_NEAR)) / (1 - LEAST_NEAR),
      isNear: true,
    }));
}

/**
 * What no text has with a character that is of every question, and some text has without it: 货 of 货要, 狮群 of 狮群里. Of a
 * pair that no text has, the character that is not of every question is meant.
 */
function withoutParticle(word: string, counts: Counts): string {
  if (!/^\p{Script=Han}{2,}$/u.test(word) || documentFrequency(word, counts) > 0) return word;
  const rests = [
    { particle: word.slice(-1), rest: word.slice(0, -1) },
    { particle: word.slice(0, 1), rest: word.slice(1) },
  ].filter(({ particle }) => PARTICLES.includes(particle) || STOP_WORDS.has(particle));
  if (word.length === 2) {
    const [pair, other] = rests.filter(({ particle }) => PARTICLES.includes(particle));
    return pair === undefined || other !== undefined ? word : pair.rest;
  }
  // 林远中 is nobody of whom the text has a part.
  if (looksLikePersonName(word)) return word;
  const written = rests.find(({ rest }) => documentFrequency(rest, counts) > 0);
  return written?.rest ?? (word.length === 3 && word.endsWith('要') ? word.slice(0, -1) : word);
}
