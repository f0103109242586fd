/**
 * Writes what every character folds to and which characters tell a script (`src/language/script-tables.json`), from
 * OpenCC's tables and Unicode's: computing them takes longer than answering a question.
 * Usage: npx tsx bench/script-tables.ts
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Converter } from 'opencc-js/t2cn';
import type { ScriptTables } from '../src/language/script.js';

const FILE = fileURLToPath(new URL('../src/language/script-tables.json', import.meta.url));
const LAST_CODE_POINT = 0x10ffff;
const FIRST_HAN = 0x2e80;
const LAST_HAN = 0xfaff;
const FIRST_SURROGATE = 0xd800;
const LAST_SURROGATE = 0xdfff;

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

/** Simplified forms that are also ordinary traditional characters, so they say nothing of the script. */
const BOTH_SCRIPTS = new Set(
  '万与丑丰个了云仆余借克党几出划别制千占卜卷厂只台叶后向吁听周咸困回团复夸姜家宁岳巨布干并幸广庄弥异当征御志恒愿才扎托扣折拐捻据挂挨摆摇斗旋昆暗曲札术朱朴杆杠杰松板极果柜栗桧欲污沈沾泛注洼涂涌淀游漓灶炼烟熏犹猫症痴皂着瞒碱秋种稀窑笋筑签系累纤耻胄胜胡脏腊腌致舍芸苏苹药蒙蔑虫虱蚕蜡蝎衔表触谷赞赶踊辟达迹适郁酸采里鉴钟铲锈镰闲防阴隶雇霉面须风饥饰骂鳄黑黄默',
);
/** Traditional forms that ordinary simplified texts use too (乾隆, 瞭望, 慰藉, 名著, 於 as a surname, 王昇). */
const KEPT_IN_SIMPLIFIED = new Set('乾瞭藉著於昇甯祇徵麽剋蹠鮀璿夥妳');

function foldCharacter(character: string): string {
  const same = SAME_PUNCTUATION[character];
  if (same !== undefined) return same;
  const steps = [(s: string) => s.normalize('NFKC'), toSimplified, (s: string) => s.toLowerCase()];
  return steps.reduce((current, step) => {
    const next = step(current);
    return next.length === current.length ? next : current;
  }, character);
}

/** The tables as OpenCC and this Node's Unicode have them. */
export function computeScriptTables(): ScriptTables {
  let folded = '';
  for (let code = 0; code <= LAST_CODE_POINT; code++) {
    if (code >= FIRST_SURROGATE && code <= LAST_SURROGATE) continue;
    const character = String.fromCodePoint(code);
    const target = foldCharacter(character);
    if (target !== character) folded += character + target;
  }
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
  return { folded, traditional: [...traditional].join(''), simplified: [...simplified].join('') };
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(FILE, `${JSON.stringify(computeScriptTables(), null, 2)}\n`);
