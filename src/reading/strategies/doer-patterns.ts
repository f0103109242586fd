/** How Chinese questions ask who does something and how texts say it: 由…写, 是…修好的, 管服装的是…, 记录:…. Folded text. */
import { synonymsOf } from '../../language/synonyms.js';
import type { Mark } from './marked-statements.js';

/** Who is asked for: the doer of a verb, the bearer of a part (裁判, 会长), or whom something goes to or comes from. */
export interface AskedDoer {
  readonly kind: 'verb' | 'part' | 'whom';
  /** What the texts may say for it, the best first: verbs, names of the part, prepositions. */
  readonly words: readonly string[];
  /** Labels behind which he is named: 记录 for 会议记录是谁写的. */
  readonly labels: readonly string[];
}

const WHO =
  '(?:谁|哪(?:一)?[个位名](?:副|代)?(?:省长|市长|县长|区长|书记|局长|校长|院长|主任|委员|队长|组长|老师|医生|队员|球员|选手)|哪(?:一)?[位名](?:[\\p{Script=Han}]{0,2}(?:人|同志))?|哪(?:一)?个(?:人|单位|部门|机构|公司)|什么人|何人)';
const END = '(?:的|了|过|呢|啊|呀|吗|来着)*[?？]*$';
const BEFORE_VERB =
  '(?:来|去|负责|具体|最先|首先|先|第一个|在|会|要|能|可以|想要?|帮(?:[他她它忙])?|一直|亲自|率先|给(?:大家|我们|\\p{Script=Han}{2,6}(?=\\p{Script=Han}{2})))*';
/** 是谁修好的, 归谁管, 由谁去买. */
const ASKS_VERB = new RegExp(
  `(?<thing>[\\p{Script=Han}]{0,12}?)(?:是|由|归|被|都|让|,|^)?${WHO}${BEFORE_VERB}(?<verb>[\\p{Script=Han}]{1,12}?)${END}`,
  'u',
);
const ASKS_PART = new RegExp(
  `(?<part>[\\p{Script=Han}]{2,14}?)(?:现在|目前|如今)?(?:(?:是|为|由)(?:${WHO})(?:担任|来当|当|做|来做)?|(?:是)?叫(?:什么|啥)(?:名字?)?|姓什么)${END}`,
  'u',
);
const WHO_IS = new RegExp(`^${WHO}是(?<part>[^?？]{2,20}?)${END}`, 'u');
const ASKS_WHOM = new RegExp(
  `(?<prep>留给|送给|捐给|交给|传给|卖给|借给|归给|给了?|归了?|找|向|跟|和|问|师从)(?:了)?${WHO}(?<verb>[\\p{Script=Han}]{0,6}?)${END}`,
  'u',
);
/** Whose work it is stands behind what it is called: 记录:某某. */
const MAKES = /^[写做拍画编译校记录绘撰摄整设起弹配拟]/u;

/** Prefixes of a part that texts leave out: 现任会长. */
const NOW = /^(?:现任|现在的?|目前的?|本届|新任|今年的?)/u;
const LONGEST_PART = 4;
const SHORTEST = 2;
const LONGEST_VERB = 2;

/** 谁请假了,干什么去了: more is asked of the same person. */
export const AFTERTHOUGHT =
  /[,，](?:又|都|是)?(?:为什么|为何|因为?什么|干什么|做什么|去哪|怎么)[\p{Script=Han}]{0,6}[?？]*$/u;

/** Who is asked for in a folded Chinese question, or null. */
export function askedDoer(question: string): AskedDoer | null {
  const folded = question.replace(AFTERTHOUGHT, '');
  const whom = ASKS_WHOM.exec(folded)?.groups;
  if (whom !== undefined && !/^[管做来办]/u.test(whom.verb ?? ''))
    return { kind: 'whom', words: prepositionsFor(whom.prep ?? '', whom.verb ?? ''), labels: [] };
  const is = WHO_IS.exec(folded)?.groups?.part ?? ASKS_PART.exec(folded)?.groups?.part;
  if (is !== undefined) return partOf(is);
  const { verb, thing = '' } = ASKS_VERB.exec(folded)?.groups ?? {};
  if (verb === undefined || /^[是的]/u.test(verb)) return null;
  const called = thing.replace(/(?:都|就)?[是由]$/u, '').slice(-SHORTEST);
  const labels = MAKES.test(verb) && called.length === SHORTEST ? [called] : [];
  return { kind: 'verb', words: verbsOf(verb), labels };
}

/** 共享屋现任会长 is 会长 there: the ends of what is asked for, the longest first. */
function partOf(text: string): AskedDoer | null {
  const part = text.slice(text.lastIndexOf('的') + 1).replace(NOW, '');
  const last = part.slice(-LONGEST_PART);
  const words = [part, last, part.slice(-SHORTEST - 1), part.slice(-SHORTEST)].filter(
    (word, i, all) => word.length >= SHORTEST && all.indexOf(word) === i,
  );
  return words.length === 0 ? null : { kind: 'part', words, labels: [] };
}

/** 修好 is said as 修好, 修 or by another word for it. */
function verbsOf(verb: string): readonly string[] {
  const bare = verb.replace(/[了过着]/gu, '');
  const short = bare.slice(0, LONGEST_VERB);
  const first = bare.slice(0, 1);
  const others = [...synonymsOf(short), ...synonymsOf(first)].filter((word) => word.length === LONGEST_VERB);
  return [short, first, ...others].filter((one, i, all) => all.indexOf(one) === i);
}

const GIVING = ['留给', '送给', '捐给', '交给', '传给', '卖给', '归', '给'];
const LEARNING = ['师从', '跟着', '跟', '向', '随'];

function prepositionsFor(prep: string, verb: string): readonly string[] {
  const bare = prep.replace(/了$/u, '');
  if (/给$|^归/u.test(bare)) return [bare, ...GIVING];
  return /^[学拜]/u.test(verb) ? LEARNING : [bare];
}

const CLAUSE = '[^,，。;；:：!！?？\\n]';
/** What stands for the doer, before it is judged. */
const DOER = `(?<answer>${CLAUSE}{2,22}?)`;
const LAST = `(?<answer>${CLAUSE}{2,18})`;
const STOP = '(?=[,，。;；!！\\n]|$)';
/** Behind the name of a part, maybe an office and a blank before the person: 负责人:工程部经理 某某. */
const LABELLED =
  '[:：]\\s*(?:[^\\s,，。;；:：]{2,16}\\s+(?=\\p{Script=Han}{2,4}(?:[\\s,，。;；、(（]|$)))?(?<answer>[^\\s,，。;；:：]{2,16})';
const BEFORE_LABEL = '(?:^|[\\s、,，;；])[\\p{Script=Han}]{0,4}';
const ADVERB = `(?:也|还|就|随后|负责|来|亲自|曾经?|已经?|先|现场|[要想]|作|出(?:过)?${CLAUSE}{0,6}|[作做](?:了|过)?${CLAUSE}{1,10}|用${CLAUSE}{1,8}|给${CLAUSE}{1,6}|把${CLAUSE}{1,10}|帮${CLAUSE}{1,6}){0,2}`;

/** A mark of which nothing but the doer can be meant, one that is common, and the mere order of words. */
const SURE = 0.2;
const FAIR = 0.3;
const LOOSE = 0.45;

/** The marks of folded sentences with the doer as their answer, the surest first. */
export function saysDoer({ kind, words, labels }: AskedDoer): readonly Mark[] {
  const said = (build: (word: string) => readonly (readonly [leastNear: number, source: string])[]) =>
    words.flatMap((word) =>
      build(escaped(word)).map(([leastNear, source]) => ({ leastNear, pattern: new RegExp(source, 'u') })),
    );
  if (kind === 'whom')
    return said((word) => [
      [FAIR, `${word}(?:了)?${LAST}${STOP}`],
      [FAIR, `${word}(?:了)?${DOER}(?:登记|报名|联系|学|买|借|领|交|要|问|办)`],
    ]);
  if (kind === 'part')
    return said((word) => [
      [FAIR, `${word}(?:就|便|仍|还)?(?:是|为|叫)${LAST}${STOP}`],
      [FAIR, `${word}(?:则|仍)?由${DOER}(?:担任|来?当|出任|兼)`],
      [SURE, `${BEFORE_LABEL}${word}${LABELLED}`],
      [
        FAIR,
        `${word} {0,2}(?<answer>\\p{Script=Han}{2,4}?)(?=[,，。;；、!！()（）\\n]|$|今年|告诉|介绍|表示|透露|宣布|说)`,
      ],
      [FAIR, `(?:^|[,，。;；、])${DOER}(?:担任|来?当|出任|兼任|任|是)(?:了)?${CLAUSE}{0,8}${word}`],
    ]);
  return [
    ...labels.map((label) => ({
      leastNear: SURE,
      pattern: new RegExp(`${BEFORE_LABEL}${escaped(label)}${LABELLED}`, 'u'),
    })),
    ...said((word) => [
      [SURE, `由${DOER}(?:负责|来|去|帮忙|作|具体)*${word}`],
      [FAIR, `(?:^|[,，。;；])[^,，。;；]{0,20}?是${DOER}${word}${CLAUSE}{0,6}的`],
      [FAIR, `${word}${CLAUSE}{0,8}的(?:人)?(?:就)?是${LAST}${STOP}`],
      [SURE, `${BEFORE_LABEL}${word}[\\p{Script=Han}]?${LABELLED}`],
      [FAIR, `(?:被|经|请)${DOER}${word}`],
      [LOOSE, `(?:^|[,，。;；、])${DOER}${ADVERB}${word}`],
    ]),
  ];
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&');
}
