/** Foreign names by sound: the consonants of a transliteration (史密斯) beside those of the Latin name (Smith). */
import { pinyinOf } from './pinyin.js';

/** Characters that foreign names are written with. */
const NAME_CHARACTERS =
  '阿埃艾爱安昂奥澳巴白班邦保鲍贝本比彼毕宾波博伯勃布策查昌茨措达戴丹当道德登邓狄迪蒂第丁东杜敦顿多厄恩尔法凡范方菲费芬丰冯弗夫福富盖甘冈高戈哥格葛古瓜圭哈海汉豪赫黑亨洪侯胡华怀惠霍基吉季加贾简江杰捷金京久卡凯坎康考柯科可克肯孔库夸昆拉腊莱赖兰朗劳勒雷黎里理立利莉丽连良廖列林刘留龙卢鲁路吕伦罗洛马玛迈麦曼芒毛茅梅门蒙孟米密敏明摩莫默姆木穆拿那娜纳奈南内嫩尼年涅宁牛纽农努诺欧帕派潘庞佩彭皮平珀普其齐奇恰钱强乔切钦琴青琼丘曲屈让热仁日荣儒瑞若撒萨塞赛三桑瑟森莎沙山珊尚绍舍申生圣施什诗石史士寿舒朔斯思丝松苏孙索塔台泰坦谭汤唐陶特滕提田铁廷通图吐托陀瓦娃万旺威韦为维魏温文翁沃乌武伍西希锡席夏香向肖歇谢辛新欣星兴休修许雪逊雅亚扬杨姚耶叶伊依以易意因英永尤于约云扎泽曾詹珍芝治朱卓兹子宗祖佐';
/** Further ones that are too common elsewhere to mark a name without a dot. */
const BESIDE_A_DOT =
  '翰廉都大卫卜根妮琳得汗罕烈隆露佛柏素蕾汀义斐墨伽察娅世禄代津契吾拜志居坚缪略彻蓬培荷楚浦棍杯奎济赞颂堪芭朵喀仑梭茜薇荣耐耳茵芙黛娃瑙瑜婕涅缇妲弥蜜孔蒙曼道雨彭伍嘉国儿薛历破丹仁辟穷梯迦宋';
const plainRun = new RegExp(`[${NAME_CHARACTERS}]{2,}`, 'gu');
const dottedRun = new RegExp(
  `[${NAME_CHARACTERS}${BESIDE_A_DOT}]{1,10}(?:·[${NAME_CHARACTERS}${BESIDE_A_DOT}]{1,10})+`,
  'gu',
);

export interface TransliterationMention {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function mentions(folded: string, pattern: RegExp, offset = 0): TransliterationMention[] {
  return Array.from(folded.matchAll(pattern), (match) => ({
    text: match[0],
    start: offset + match.index,
    end: offset + match.index + match[0].length,
  }));
}

/** The names with a dot between their parts, whole: 米基·史密斯; a word before or after may still cling to them. */
export function findDottedNames(folded: string): TransliterationMention[] {
  return folded.includes('·') ? mentions(folded, dottedRun) : [];
}

/**
 * The runs of a folded text that can be transliterated names, in order: each part of a name with dots, and every run of
 * two or more characters that such names are written with.
 */
export function findTransliterations(folded: string): TransliterationMention[] {
  // Lists of lists: one long text may hold more names than a call can have arguments.
  const found: TransliterationMention[][] = [];
  let at = 0;
  for (const name of findDottedNames(folded)) {
    found.push(
      mentions(folded.slice(at, name.start), plainRun, at),
      mentions(name.text, /[^·]+/gu, name.start),
    );
    at = name.end;
  }
  found.push(mentions(folded.slice(at), plainRun, at));
  return found.flat();
}

/** Initials in classes that transliterations confuse: b/p, d/t, l/r, g/k, z/s/sh, j/q/zh/ch. */
const INITIAL_CLASS = classes('bB pB mM fF dD tD nN lL gG kG hH jJ qJ xS zhJ chJ shS rL zS cS sS wW');

/** Reads `sound + class` pairs as a table; a sound without a class is silent. */
function classes(pairs: string): ReadonlyMap<string, string> {
  return new Map(pairs.split(' ').map((pair) => [pair.slice(0, -1), pair.slice(-1)]));
}

function skeletonOfSyllable(syllable: string): string {
  const [, initial = '', final = ''] = /^(zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(.*)$/.exec(syllable) ?? [];
  if (syllable === 'er') return 'L';
  return (INITIAL_CLASS.get(initial) ?? '') + (/ng?$/.test(final) ? 'N' : '');
}

const skeletons = new Map<string, string>();

/** The consonant classes of a Han transliteration: 史密斯 → SMS. Anything but Han is skipped. */
export function skeletonOfHan(text: string): string {
  let skeleton = '';
  for (const character of text) {
    let known = skeletons.get(character);
    if (known === undefined) {
      known = /\p{Script=Han}/u.test(character) ? skeletonOfSyllable(pinyinOf(character)[0] ?? '') : '';
      skeletons.set(character, known);
    }
    skeleton += known;
  }
  return skeleton;
}

/** Spellings that sound as one consonant; upper case is the class itself. */
const DIGRAPHS: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'],
  [/sch|sh/g, 'S'],
  [/tch|ch/g, 'J'],
  [/th/g, 'S'],
  [/ck/g, 'k'],
  [/qu/g, 'k'],
  [/x/g, 'ks'],
  [/c(?=[eiy])/g, 's'],
  [/ng/g, 'N'],
  [/(.)\1/g, '$1'],
  [/^wr/, 'r'],
  [/^kn/, 'n'],
  [/gh/g, ''],
];
const LETTER_CLASS = classes('bB pB mM fF vW dD tD nN lL rL gG kG cG qG hH jJ zS sS wW SS JJ NN');

/** The consonant classes of a Latin name: Smith → SMS. */
export function skeletonOfLatin(word: string): string {
  const plain = word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const sounded = DIGRAPHS.reduce((text, [spelling, sound]) => text.replace(spelling, sound), plain);
  return [...sounded].map((letter) => LETTER_CLASS.get(letter) ?? '').join('');
}

/** What leaving out an L (or r, often silent in transliteration) costs; any other edit costs 1. */
const LOST_L = 0.5;

/** Classes that stand for one another often: ki and gi are written 基 (J), v is 夫 (F), wa is 华 (H). */
const NEAR = ['GJ', 'JG', 'WF', 'FW', 'WH', 'HW'];
const NEAR_COST = 0.5;
const ASCII = 128;
/** What it costs to write one class (a row) for another, by their ASCII codes. */
const SUBSTITUTIONS = new Float64Array(ASCII * ASCII).fill(1);
for (let unit = 0; unit < ASCII; unit++) SUBSTITUTIONS[unit * ASCII + unit] = 0;
for (const pair of NEAR) SUBSTITUTIONS[pair.charCodeAt(0) * ASCII + pair.charCodeAt(1)] = NEAR_COST;
const L = 'L'.charCodeAt(0);

/** Room for two rows of edits: a word is held against thousands of names. */
let rows: readonly [Float64Array, Float64Array] = [new Float64Array(64), new Float64Array(64)];

function rowsOf(length: number): readonly [Float64Array, Float64Array] {
  if (rows[0].length < length) rows = [new Float64Array(2 * length), new Float64Array(2 * length)];
  return rows;
}

/**
 * How well skeleton `a` (of the Latin name) is found inside `b` (of the Han text): 1 minus the edits against the best
 * part of `b`, by the length of `a`; 0 when either is empty, and as soon as it cannot reach `atLeast` any more.
 */
export function similarity(a: string, b: string, atLeast = 0): number {
  if (a === '' || b === '') return 0;
  const affordable = (1 - atLeast) * a.length;
  let [previous, current] = rowsOf(b.length + 1);
  previous.fill(0, 0, b.length + 1);
  let cost = 0;
  let least = 0;
  for (let i = 0; i < a.length; i++) {
    const left = a.charCodeAt(i);
    const lost = left === L ? LOST_L : 1;
    cost += lost;
    current[0] = cost;
    least = cost;
    for (let j = 1; j <= b.length; j++) {
      const dropped = (previous[j] ?? 0) + lost;
      const added = (current[j - 1] ?? 0) + 1;
      const replaced = (previous[j - 1] ?? 0) + (SUBSTITUTIONS[left * ASCII + b.charCodeAt(j - 1)] ?? 1);
      const edits = Math.min(dropped, added, replaced);
      current[j] = edits;
      if (edits < least) least = edits;
    }
    if (least > affordable) return 0;
    [previous, current] = [current, previous];
  }
  return Math.max(0, 1 - least / a.length);
}
