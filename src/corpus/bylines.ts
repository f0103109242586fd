import { fold } from '../language/script.js';
import { isOutlet, outletBefore } from './outlets.js';

/** Who wrote a piece, as its credit in parentheses or its byline says. */
export interface Byline {
  readonly reporters: readonly string[];
  /** The outlet that the credit names before 记者, in the text's own script. */
  readonly outlet: string | null;
}

const ROLE = /(?:记者|通讯员|特派员|特约撰稿人?|撰稿人?|实习生|供稿|采写):?/g;
const HAS_ROLE = /记者|通讯员|供稿|撰稿|采写/;
const NAME = /^[\p{Script=Han}]{2,4}$|^[\p{Script=Han}]{1,8}(?:·[\p{Script=Han}]{1,8}){1,3}$/u;
const ONE_CHARACTER = /^\p{Script=Han}$/u;
const TOKEN = /[^\s,、;/|&和]+/g;
/** Words of a credit that are shaped like names. */
const NO_NAME =
  /^(?:文[字图]?|图片?|摄影?|摄影报道|报道|整理|通讯员?|本报讯|综合|编辑|责编|统筹|制图|视频|实习|见习|特约)$/;
const SENTENCE_PART = /[,。;:《》、]|原报道/;
/** How far into a paragraph, and how far from its end, a credit in parentheses may stand. */
const HEAD_REACH = 60;
const TAIL_REACH = 80;
const HEAD_CREDIT = /[(]([^()]{2,70})[)]/g;
const TAIL_CREDIT = /[([【]([^()[\]【】]{2,70})[)\]】]\s*$/;
const WHOLE_BYLINE =
  /^(?:[\p{Script=Han}A-Za-z]{0,12}(?:记者|通讯员)\s*(?:[:/|丨]\s*)?|文\s*[:/|丨]\s*)\p{Script=Han}/u;

/** Names that stand one after another; 张　昕 with a blank inside is one name, and the first word that is none ends them. */
export function namesIn(text: string): readonly string[] {
  const names: string[] = [];
  const tokens = Array.from(fold(text).matchAll(TOKEN), (match) =>
    text.slice(match.index, match.index + match[0].length),
  );
  for (let i = 0; i < tokens.length; i++) {
    let token = tokens[i] ?? '';
    const next = tokens[i + 1] ?? '';
    if (ONE_CHARACTER.test(token) && ONE_CHARACTER.test(next)) {
      token += next;
      i += 1;
    }
    const folded = fold(token);
    if (!NAME.test(folded) || NO_NAME.test(folded) || isOutlet(folded)) break;
    names.push(token);
  }
  return names;
}

/** Reads `河南日报记者 冯芸 马涛`, `记者 张三 通讯员 李四`; null when the text is no such credit. */
function readByline(text: string): Byline | null {
  const folded = fold(text);
  const roles = Array.from(folded.matchAll(ROLE));
  const first = roles[0];
  // A sentence about reporters (据某报报道改写，原报道记者为…) is no credit.
  if (first === undefined || SENTENCE_PART.test(folded.slice(0, first.index))) return null;
  const reporters = roles.flatMap((role, i) =>
    namesIn(text.slice(role.index + role[0].length, roles[i + 1]?.index ?? text.length)),
  );
  if (reporters.length === 0) return null;
  const outlet = outletBefore(folded.slice(0, first.index));
  const written =
    outlet === null ? null : text.slice(folded.indexOf(outlet), folded.indexOf(outlet) + outlet.length);
  return { reporters: [...new Set(reporters)], outlet: written };
}

/** The credit in parentheses at the head of a paragraph: `本报讯(河南日报记者李铮 冯芸)…`. */
export function headByline(paragraph: string): Byline | null {
  const head = fold(paragraph.slice(0, HEAD_REACH + TAIL_REACH));
  for (const match of head.matchAll(HEAD_CREDIT)) {
    if (match.index > HEAD_REACH) return null;
    if (HAS_ROLE.test(match[1] ?? ''))
      return readByline(paragraph.slice(match.index + 1, match.index + match[0].length - 1));
  }
  return null;
}

/** The credit in brackets at the end of a paragraph: `…新气象。(河南日报记者 冯芸 马涛)`. */
export function tailByline(paragraph: string): Byline | null {
  const from = Math.max(0, paragraph.length - TAIL_REACH);
  const match = TAIL_CREDIT.exec(fold(paragraph.slice(from)));
  if (match === null || !HAS_ROLE.test(match[1] ?? '')) return null;
  const start = from + match.index + match[0].indexOf(match[1] ?? '');
  return readByline(paragraph.slice(start, start + (match[1] ?? '').length));
}

/** A line that is nothing but a byline: `本报记者 张三 李四`, `文/张三`, `(记者 王五)`. */
export function lineByline(line: string): Byline | null {
  const bare = line.replace(/^[(（[【]|[)）\]】]$/g, '');
  const folded = fold(bare);
  if (folded.length > TAIL_REACH || /[。!?;]/.test(folded) || !WHOLE_BYLINE.test(folded)) return null;
  if (folded.startsWith('文')) {
    const names = namesIn(bare.replace(/^文\s*[:：/|丨／｜]\s*/, ''));
    return names.length === 0 ? null : { reporters: names, outlet: null };
  }
  const byline = readByline(bare);
  // A sentence that merely begins with 记者 holds much more than names.
  const named = byline?.reporters.join('').length ?? 0;
  return byline !== null && named * 4 >= folded.length ? byline : null;
}
