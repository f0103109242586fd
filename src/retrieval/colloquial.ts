/** What spoken Chinese adds to a question and no text says: 那座桥总共得花多少钱 is about 桥 and 花. All texts are folded. */
import { synonymsOf } from '../language/synonyms.js';
import { generalIdf, type Tokenizer, wordClass } from '../language/tokenizer.js';

const CLASSIFIER = '[个座篇道次种部家本场条位名张份件套只台辆间所处项届批幅期层栋段句首支块趟班门回天年]';
/** 那座, 这篇, 一趟: they point at a thing or count it once. */
const POINTER = new RegExp(`^[这那该此某一]${CLASSIFIER}$`, 'u');
/** Said for stress or as a loose measure; a text has its own words for these. */
const LOOSE: ReadonlySet<string> = new Set(
  '打算 这回 最多 最少 至少 总共 一共 大概 大约 差不多 究竟 到底 其实 真的 一下 一下子 的时候 时候 现在 应该 还能 还会 还要 才能 得花 要花 出来 起来 原来 原先 如今 的话 去'.split(
    ' ',
  ),
);
/** In front of a verb of one character: 要出, 能带, 得花, 不去. */
const BEFORE_VERB = /^[要能得会可来去想该须不没][\p{Script=Han}]$/u;
/** Behind one: 发在, 用到. */
const AFTER_VERB = /^[\p{Script=Han}][在到给了过着]$/u;
/** A verb that the dictionary has with its preposition. */
const VERB_AT = /^(?![存所现正实潜内外自健好旨意])[\p{Script=Han}](?:在|给|到)$/u;

/** Whether a word only colours what is asked. */
export function isColloquial(word: string): boolean {
  return LOOSE.has(word) || POINTER.test(word) || isLooseVerb(word);
}

/** No dictionary has 要出: a helping verb and a verb that says too little by itself. */
function isLooseVerb(word: string): boolean {
  const isUnlisted = () => wordClass(word) === 'unknown';
  if (VERB_AT.test(word))
    return synonymsOf(word).length === 0 && (wordClass(word) === 'verb' || isUnlisted());
  return (BEFORE_VERB.test(word) || AFTER_VERB.test(word)) && isUnlisted();
}

/** 这道菜 is a dish, 年卡能停 is about stopping it. */
const POINTING = new RegExp(`[这那](?=${CLASSIFIER}[\\p{Script=Han}]{2}|道菜)${CLASSIFIER}`, 'gu');
const HELPING =
  /(?<=\p{Script=Han}{2})(?:可以|能够|(?<![功可智性职节不才效核产动机技])能|(?<![需主重只必想还摘纪])要(?![求点闻素害领件强]))(?=\p{Script=Han}{1,2}(?: |$))/gu;

/** Everyday verbs of one character, which the tokenizer takes for a part of the word behind or before them. */
const VERBS = '偷带收值买卖吃喝走住坐停修丢捡穿拿送借还付罚赔退种挖拆搬教学养管报打用放写画拍跑骑开关进出';
const VERB_AND_THING = new RegExp(`^(?:[${VERBS}]\\p{Script=Han}|\\p{Script=Han}{1,2}[${VERBS}])$`, 'u');
const VERB = new RegExp(`[${VERBS}]`, 'u');

/** 能带: the dictionary has it as a thing of physics. */
const HELPED_VERB = new RegExp(`^[能要得该想须可][${VERBS}]$`, 'u');

/** General Chinese has such a word hardly ever, or not at all: 带狗, 偷花; 出版 and 借阅 it has. */
const RARE = 11;

function isRareVerb(word: string): boolean {
  const kind = wordClass(word);
  return kind === 'unknown' || (kind === 'verb' && (generalIdf(word) ?? RARE) >= RARE);
}

/** 偷花 is no word but a verb and its thing: where no text has the two together, the thing is what is asked about. */
function withoutVerb(word: string, count: (text: string) => number): string {
  if (HELPED_VERB.test(word) && count(word) === 0) return ' ';
  if (!VERB_AND_THING.test(word) || !isRareVerb(word) || count(word) > 0) return word;
  return word.replace(VERB, ' ');
}

/** 会面时讨论, 物资不够时应: the time of something, which the tokenizer joins with a word beside it. */
const AT_THE_TIME =
  /(?<=\p{Script=Han}{2})(?<![小同及当平临按随暂实准定何工课战有一届这那此学旧古])时(?=[,， ]|应|该|会(?!议|场)|要|需|可|能|怎|如何|由|谁|哪|什|多少|$)/gu;
/** 监管委对消毒液: the tokenizer joins it with the word before. */
const TOWARDS = /(?<=\p{Script=Han}{2}[委局厅部院署办司])对(?=\p{Script=Han}{2})/gu;
/** 几天出报告 without its 几: the unit is no part of the next word. */
const UNIT_AND_VERB = /^[天年月周次]\p{Script=Han}$/u;
const TIME_OF_ACT = /^(\p{Script=Han}{2,3})时$/u;

/** What the tokenizer made one word of though it is two. */
function parted(word: string, place: number, words: readonly string[]): string {
  const isRare = () => wordClass(word) === 'unknown' || (generalIdf(word) ?? RARE) >= RARE;
  if (TIME_OF_ACT.test(word) && isRare()) return `${word.slice(0, -1)} `;
  const follows = words[place - 1]?.endsWith(' ') === true;
  return follows && UNIT_AND_VERB.test(word) && isRare() ? `${word.charAt(0)} ${word.slice(1)}` : word;
}

/** Said of anybody and anything: where no text has such a word, it names nothing that the texts would have to tell of. */
const EMPTY: ReadonlySet<string> = new Set(
  '老师傅 老人家 老先生 老太太 老爷子 老大爷 老伯 大爷 大妈 先生 女士 小姐 比较 合适 适合 东西 事情 功能 情形 人家 别人 现任 打算 准备 最好 顺便 拿来 用来 来看 来听 过来 过去 出去 回来 没来 这回 这次 上回 那边 这边 当中 大伙 咱们 干什么 怎么办 去了 吵架'.split(
    ' ',
  ),
);

/** The stripped question (`Intent.core`) with blanks for what only colours it; as it was when nothing else is left. `count` tells in how many passages a text stands. */
export function withoutColloquial(
  core: string,
  tokenizer: Tokenizer,
  count: (text: string) => number,
): string {
  const plain = tokenizer
    .words(core.replace(POINTING, ' ').replace(HELPING, ' ').replace(AT_THE_TIME, ' ').replace(TOWARDS, ' '))
    .map(parted)
    .map((word) =>
      isColloquial(word) || (EMPTY.has(word.trim()) && count(word.trim()) === 0)
        ? ' '
        : withoutVerb(word, count),
    )
    .map((word) => (isColloquial(word.trim()) ? ' ' : word))
    .join('')
    .replace(/\s+/gu, ' ')
    .trim();
  return plain === '' ? core : plain;
}
