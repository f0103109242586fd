/** A Chinese question's content words as concepts. */
import { SYNONYM_WEIGHT, synonymsOf } from '../language/synonyms.js';
import type { Tokenizer } from '../language/tokenizer.js';
import { documentFrequency } from './frequencies.js';
import type { Concept, ConceptKind } from './question.js';
import { idf, type TermStatistics } from './term-statistics.js';
import type { TextCounts } from './text-counts.js';

/** Words that carry no content, alone or between content words. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  `的 了 在 是 和 与 及 或 于 对 为 被 把 将 从 到 由 以 向 并 而 也 都 就 还 又 很 最 更 其 之 中 上 下 里 内 外 前 后 时 地 得 着 过 有 个 这 那
  这个 那个 这些 那些 此 该 他 她 它 他们 她们 它们 我 我们 你 你们 自己 什么 哪 哪个 哪些 哪里 哪儿 哪位 谁 何 如何 怎么 怎样 怎么样 多少 几 几个
  多 吗 呢 吧 啊 请 请问 请教 听说 据说 是否 是不是 有没有 可以 能 能够 会 要 可 被称 不 没 没有 所 等 等等 及其 以及 因为 所以 因此 但 但是 如果 则 当 曾 曾经 已 已经
  正在 首先 率先 最先 先 一 一个 一种 一些 种 位 名 次 第 年 月 日 号 进行 通过 根据 关于 对于 由于 其中 之一 之间 之前 之后 以前 以后 方面 情况 问题 人 事 者 说 称 叫 做 作 使 让 给 用`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

const CONTENT = /[\p{L}\p{N}]/u;
const NUMBER = /^[\d.,%]+$|^[〇零一二三四五六七八九十百千万亿两]{2,}$/u;

/** The concepts of a stripped, folded question (`Intent.core`), in order, each once. */
export function chineseConcepts(
  core: string,
  tokenizer: Tokenizer,
  names: ReadonlySet<string>,
  counts: { readonly statistics: TermStatistics; readonly texts: TextCounts },
): Concept[] {
  const words = new Set(tokenizer.words(core).filter((word) => CONTENT.test(word) && !STOP_WORDS.has(word)));
  return [...words].map((word) => {
    const variants = [
      { text: word, weight: 1 },
      ...synonymsOf(word).map((text) => ({ text, weight: SYNONYM_WEIGHT })),
    ];
    const frequency = Math.max(
      ...variants.map(({ text, weight }) => weight * documentFrequency(text, counts)),
    );
    const kind: ConceptKind = names.has(word) ? 'name' : NUMBER.test(word) ? 'number' : 'word';
    return {
      surface: word,
      kind,
      variants,
      frequency,
      idf: idf(documentFrequency(word, counts), counts.statistics.passages),
    };
  });
}
