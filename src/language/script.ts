/**
 * Script folding: the layer on which texts and questions are compared. Folding maps every character by itself,
 * whatever stands beside it, so `fold(a + b)` is `fold(a) + fold(b)`: a question's words fold as they fold inside any
 * text, and names cannot drift apart (王乾 is the same in both scripts, though OpenCC's phrase rules would keep one 乾
 * and change another). Only for comparing; what is shown is always the original.
 */
import { Converter } from 'opencc-js/t2cn';

const BMP_SIZE = 0x10000;
const FIRST_HAN = 0x2e80;
const LAST_HAN = 0xfaff;
const FIRST_SURROGATE = 0xd800;
const LAST_HIGH_SURROGATE = 0xdbff;
const LAST_SURROGATE = 0xdfff;
/** How many code units are turned into a string at once; more would overflow the argument stack. */
const CHUNK = 8192;

/** Punctuation that NFKC leaves apart though it says the same: one quotation mark, one middle dot. */
const SAME_PUNCTUATION: Readonly<Record<string, string>> = {
  '「': '“',
  '」': '”',
  '『': '‘',
  '』': '’',
  '｢': '“',
  '｣': '”',
  '〝': '“',
  '〞': '”',
  '・': '·',
  '･': '·',
  '‧': '·',
  '•': '·',
  '∙': '·',
  '⋅': '·',
};

const toSimplified = Converter({ from: 't', to: 'cn' });

function foldCharacter(character: string): string {
  const same = SAME_PUNCTUATION[character];
  if (same !== undefined) return same;
  const steps = [(s: string) => s.normalize('NFKC'), toSimplified, (s: string) => s.toLowerCase()];
  return steps.reduce((current, step) => {
    const next = step(current);
    return next.length === current.length ? next : current;
  }, character);
}

/** What every code unit folds to; a surrogate folds to itself here. */
const foldedUnit: Uint16Array = buildTable();

function buildTable(): Uint16Array {
  const table = new Uint16Array(BMP_SIZE);
  for (let unit = 0; unit < BMP_SIZE; unit++) {
    const surrogate = unit >= FIRST_SURROGATE && unit <= LAST_SURROGATE;
    table[unit] = surrogate ? unit : foldCharacter(String.fromCharCode(unit)).charCodeAt(0);
  }
  return table;
}

const foldedPairs = new Map<string, string>();

function foldPair(pair: string): string {
  const known = foldedPairs.get(pair);
  if (known !== undefined) return known;
  const folded = foldCharacter(pair);
  foldedPairs.set(pair, folded);
  return folded;
}

/**
 * NFKC, traditional → simplified and lower case, character by character; the result has the same UTF-16 length, a
 * character whose folded form has another length stays as it is. Full-width ，：；！？（）％ and digits become ASCII,
 * 。、《》 stay, 「」『』 become “”‘’, every middle dot becomes ·, a no-break or ideographic space becomes a space.
 */
export function fold(text: string): string {
  const units = new Uint16Array(text.length);
  let pairs = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    units[i] = foldedUnit[unit] ?? unit;
    pairs ||= unit >= FIRST_SURROGATE && unit <= LAST_HIGH_SURROGATE;
  }
  let folded = '';
  for (let at = 0; at < units.length; at += CHUNK) {
    folded += String.fromCharCode(...units.subarray(at, at + CHUNK));
  }
  return pairs ? folded.replace(/[\u{10000}-\u{10ffff}]/gu, foldPair) : folded;
}

/** Simplified forms that are also ordinary traditional characters, so they say nothing of the script. */
const BOTH_SCRIPTS = new Set(
  '万与丑丰个了云仆余借克党几出划别制千占卜卷厂只台叶后向吁听周咸困回团复夸姜家宁岳巨布干并幸广庄弥异当征御志恒愿才扎托扣折拐捻据挂挨摆摇斗旋昆暗曲札术朱朴杆杠杰松板极果柜栗桧欲污沈沾泛注洼涂涌淀游漓灶炼烟熏犹猫症痴皂着瞒碱秋种稀窑笋筑签系累纤耻胄胜胡脏腊腌致舍芸苏苹药蒙蔑虫虱蚕蜡蝎衔表触谷赞赶踊辟达迹适郁酸采里鉴钟铲锈镰闲防阴隶雇霉面须风饥饰骂鳄黑黄默',
);
/** Traditional forms that ordinary simplified texts use too (乾隆, 瞭望, 慰藉, 名著, 於 as a surname, 王昇). */
const KEPT_IN_SIMPLIFIED = new Set('乾瞭藉著於昇甯祇徵麽剋蹠鮀璿夥妳');

const [traditionalOnly, simplifiedOnly] = scriptSets();

function scriptSets(): [traditional: ReadonlySet<string>, simplified: ReadonlySet<string>] {
  const traditional = new Set<string>();
  const simplified = new Set<string>();
  for (let unit = FIRST_HAN; unit <= LAST_HAN; unit++) {
    const character = String.fromCharCode(unit);
    const target = toSimplified(character);
    if (target === character) continue;
    if (!KEPT_IN_SIMPLIFIED.has(character)) traditional.add(character);
    if (target.length === 1 && !BOTH_SCRIPTS.has(target)) simplified.add(target);
  }
  for (const character of traditional) simplified.delete(character);
  return [traditional, simplified];
}

/** A name copied from the other script must not turn the question: in 楼阳生是誰 the one 誰 tells. */
const TRADITIONAL_WEIGHT = 2;

const HAN = /[\p{Script=Han}〇]/gu;
const LATIN_WORD = /[\p{Script=Latin}][\p{Script=Latin}'’-]*/gu;
const CHINESE_QUESTION = /[谁誰哪几幾吗嗎呢何]|什么|什麼|甚麼|甚么|多少|怎|是否|为啥|請問|请问|介[绍紹]/u;
const ENGLISH_QUESTION =
  /(?<![\p{L}\d])(?:[Ww]h(?:o|om|ose|at|en|ere|ich|y)|[Hh]ow|[Ii]s|[Aa]re|[Ww]as|[Ww]ere|[Dd]id|[Dd]o|[Dd]oes|[Cc]an|[Hh]as|[Hh]ave|[Ll]ist|[Nn]ame|[Tt]ell|[Ee]xplain|[Dd]escribe|[Ss]how|[Gg]ive|in|of|the)(?![\p{L}\d])/u;

/**
 * The language of a question or text. Chinese with Latin names in it is Chinese; an English question about a Chinese
 * name is English; Chinese is traditional when traditional characters outweigh simplified ones. Without any letter: zh-Hans.
 */
export function detectLanguage(text: string): 'en' | 'zh-Hans' | 'zh-Hant' {
  const han = text.match(HAN) ?? [];
  const words = text.match(LATIN_WORD)?.length ?? 0;
  if (han.length === 0) return words > 0 ? 'en' : 'zh-Hans';
  if (words > 1 && !CHINESE_QUESTION.test(text) && ENGLISH_QUESTION.test(text)) return 'en';
  let traditional = 0;
  let simplified = 0;
  for (const character of han) {
    if (traditionalOnly.has(character)) traditional++;
    else if (simplifiedOnly.has(character)) simplified++;
  }
  return traditional > 0 && traditional * TRADITIONAL_WEIGHT >= simplified ? 'zh-Hant' : 'zh-Hans';
}

/**
 * Simplified text in traditional characters, as they are used in general. For showing what the bot itself says; its
 * table is large and read when it is first needed.
 */
export async function toTraditional(text: string): Promise<string> {
  const { Converter: converterTo } = await import('opencc-js/cn2t');
  return converterTo({ from: 'cn', to: 't' })(text);
}
