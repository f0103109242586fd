/**
 * Script folding: the layer on which texts and questions are compared. Folding maps every character by itself,
 * whatever stands beside it, so `fold(a + b)` is `fold(a) + fold(b)`: a question's words fold as they fold inside any
 * text, and names cannot drift apart (王乾 is the same in both scripts, though OpenCC's phrase rules would keep one 乾
 * and change another). Only for comparing; what is shown is always the original.
 */
import tables from './script-tables.json' with { type: 'json' };

/** What bench/script-tables.ts computes of OpenCC's tables and Unicode's. */
export interface ScriptTables {
  /** Every character that folds to another one, each followed by that one; both have as many UTF-16 units. */
  readonly folded: string;
  /** Characters that only traditional texts have, and that only simplified ones have. */
  readonly traditional: string;
  readonly simplified: string;
}

const { folded: FOLDED, traditional: TRADITIONAL, simplified: SIMPLIFIED }: ScriptTables = tables;

const BMP_SIZE = 0x10000;
const FIRST_SURROGATE = 0xd800;
const LAST_HIGH_SURROGATE = 0xdbff;
/** How many code units are turned into a string at once. */
const CHUNK = 8192;
/** In UTF-16LE: a string made of bytes costs a tenth of one made of numbers. */
const bytes = Buffer.alloc(2 * CHUNK);

/** What every code unit folds to; a surrogate folds to itself here. */
const foldedUnit = Uint16Array.from({ length: BMP_SIZE }, (_, unit) => unit);
/** What characters of two units fold to, of those that fold to another one. */
const foldedPairs = new Map<string, string>();
readFolded();

function readFolded(): void {
  for (let at = 0; at < FOLDED.length; ) {
    const unit = FOLDED.charCodeAt(at);
    const length = isHighSurrogate(unit) ? 2 : 1;
    if (length === 1) foldedUnit[unit] = FOLDED.charCodeAt(at + 1);
    else foldedPairs.set(FOLDED.slice(at, at + 2), FOLDED.slice(at + 2, at + 4));
    at += 2 * length;
  }
}

function isHighSurrogate(unit: number): boolean {
  return unit >= FIRST_SURROGATE && unit <= LAST_HIGH_SURROGATE;
}

/**
 * NFKC, traditional → simplified and lower case, character by character; the result has the same UTF-16 length, a
 * character whose folded form has another length stays as it is. Full-width ，：；！？（）％ and digits become ASCII,
 * 。、《》 stay, 「」『』 become “”‘’, every middle dot becomes ·, a no-break or ideographic space becomes a space.
 */
export function fold(text: string): string {
  let pairs = false;
  let folded = '';
  for (let at = 0; at < text.length; at += CHUNK) {
    const end = Math.min(at + CHUNK, text.length);
    let filled = 0;
    for (let i = at; i < end; i++) {
      const unit = text.charCodeAt(i);
      const target = foldedUnit[unit] ?? unit;
      bytes[filled++] = target;
      bytes[filled++] = target >> 8;
      pairs ||= isHighSurrogate(unit);
    }
    folded += bytes.toString('utf16le', 0, filled);
  }
  return pairs ? folded.replace(/[\u{10000}-\u{10ffff}]/gu, (pair) => foldedPairs.get(pair) ?? pair) : folded;
}

const traditionalOnly: ReadonlySet<string> = new Set(TRADITIONAL);
const simplifiedOnly: ReadonlySet<string> = new Set(SIMPLIFIED);

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
