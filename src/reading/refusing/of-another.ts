/**
 * Whether a small corpus's answer is of something else than what is asked: another's coach, a place where nothing is
 * bought, a price of no such group. Chinese questions; all texts are folded.
 */
import { fold } from '../../language/script.js';
import { synonymsOf } from '../../language/synonyms.js';
import { isSmall } from '../../retrieval/corpus-size.js';
import type { CorpusKnowledge, Hit } from '../../retrieval/passage.js';
import type { Question } from '../../retrieval/question.js';
import type { Finding, Proof } from '../finding.js';
import { headOf } from '../matching/conditions.js';
import { factNotGiven } from '../notes/notes.js';

const PARTS =
  '董事长|理事长|总经理|总裁|行长|厂长|所长|科长|处长|股长|守门员|领队|主席|校长|园长|院长|局长|总教练|主教练|教练|主裁判|裁判|队长|班长|班主任|会长|团长|村长|镇长|站长|馆长|秘书|司机|保姆|房东|店长|老板|店主|邻居|同桌|室友|师父|师傅|徒弟|妻子|老婆|太太|丈夫|老公|父亲|爸爸|母亲|妈妈|儿子|女儿|哥哥|弟弟|姐姐|妹妹|孙子|孙女|老师|经理|主任|主编|经纪人|律师|医生|赞助商|主持人|作者';
const WHO_IS = '(?:现在|目前)?(?:是谁|叫什么|叫啥|是哪(?:一)?[位个]|姓什么|的?名字(?:是|叫)?什么|是什么人)';
/** 石梁一中的教练是谁: whose part is asked for. */
const ASKS_PART = new RegExp(`(?<owner>[\\p{Script=Han}\\p{N}·《》]{2,14})的(?<part>${PARTS})${WHO_IS}`, 'u');
/** 谁是石梁一中的教练. */
const ASKS_PART_FIRST = new RegExp(
  `谁是(?<owner>[\\p{Script=Han}\\p{N}·《》]{2,14})的(?<part>${PARTS})[?？]?$`,
  'u',
);

/** 在哪里买的, 跟谁借的: the deed that the answer must tell of. */
const ASKS_BY_DEED =
  /(?:在|到|从|跟|向|找|问|是)(?:哪(?:里|儿|家|个店|个地方)?|谁|什么地方)(?:那里|那儿|家|手里|手上)?(?<deed>购买|生产|制造|印刷|毕业|认识|结婚|[买卖借租订捡偷领])(?:到|来|了|过|的)*[?？]*$/u;

/** 学生年费, 老人票价: for whom the price is asked. */
const GROUP =
  '学生|儿童|小孩|孩子|老人|长者|老年人|成人|军人|残疾人|教师|老师|会员|团体|家庭|情侣|女生|男生|外地人|本地人|新人|职工|居民|业主';
const PRICE = '票价?|门票|年费|会费|月费|费用?|价格|押金|报名费|收费|租金|优惠|折扣';
const ASKS_FOR_GROUP = new RegExp(
  `(?<group>${GROUP})(?:的)?(?:${PRICE})|(?:对|给)?(?<who>${GROUP})(?:要|得|是)?(?:交|付|收|买|花)?(?:多少钱|免费|半价|打[几]?折|有优惠)`,
  'u',
);

/** What kind of thing is asked for, with what says one. */
const VALUES: readonly (readonly [asked: RegExp, said: RegExp])[] = [
  [
    /(?:什么|哪种|啥)(?:颜色|色)/u,
    /[红黄蓝绿白黑紫灰粉橙棕青银金褐][\p{Script=Han}]{0,2}色|[\p{Script=Han}]色|[红黄蓝绿白黑紫灰粉橙]/u,
  ],
  [
    /(?:电话|手机号?|热线)(?:号码?)?(?:是|为)?(?:多少|几号|什么)/u,
    /[\d〇零一二三四五六七八九][\d〇零一二三四五六七八九 -]{2,}/u,
  ],
  [
    /有?多长(?!时间|期)[?？]*$/u,
    /[\d一二三四五六七八九十百千万]\s?(?:米|公里|千米|里|厘米|毫米|尺|丈|寸|海里|公分|小时|分钟|秒|天|个?月|年|页|字|集)/u,
  ],
  [/多重[?？]*$/u, /[\d一二三四五六七八九十百千万]\s?(?:多|余)?(?:千克|公斤|毫克|克|吨|斤|磅|两)/u],
  [
    /天气(?:是|怎么样|如何|好不好|怎样|情况)|(?:什么|啥)天气/u,
    /晴|雨|雪|阴天|阴转|多云|雾|大风|刮风|台风|[度℃]|天气/u,
  ],
  [
    /(?:什么|啥|哪种)(?:病|疾病|毛病)/u,
    /(?:癌|症|炎|衰竭|梗死|梗塞|心梗|脑梗|瘤|出血|中风|糖尿病|心脏病|高血压|肺病|肝病|肾病|胃病|白血病|骨折|感冒|肺结核|尘肺)/u,
  ],
];

/** The finding, or a refusal where what it proves is not of what the question asks. */
export function unlessOfAnother(
  question: Question,
  finding: Finding,
  hits: readonly Hit[],
  knowledge: CorpusKnowledge,
): Finding {
  if (question.language === 'en' || finding.status === 'no-answer' || !isSmall(knowledge.passages))
    return finding;
  const [proof] = finding.proofs;
  if (proof === undefined) return finding;
  return isOfAnotherPart(question.folded, proof, hits, knowledge) ||
    lacksDeed(question.folded, proof) ||
    lacksGroup(question.folded, finding.proofs, hits) ||
    lacksValue(question.folded, finding.proofs)
    ? { status: 'no-answer', note: factNotGiven(question.language), certainty: 0.75 }
    : finding;
}

/** The part is not spoken of there, its owner is known and stands elsewhere, or is said there without a name. */
function isOfAnotherPart(
  folded: string,
  { article, paragraph, ranges }: Proof,
  hits: readonly Hit[],
  knowledge: CorpusKnowledge,
): boolean {
  const { owner = '', part = '' } = (ASKS_PART.exec(folded) ?? ASKS_PART_FIRST.exec(folded))?.groups ?? {};
  if (part === '') return false;
  const text = fold(paragraph.text);
  const around = `${headOf(article)}\n${text}`;
  const isNamed = (way: string) => new RegExp(`(?<!副)${way}`, 'u').test(around);
  if (!waysOf(part).some((way) => way.length > 1 && isNamed(way))) return true;
  if (owner.length > 2 && knowledge.count(owner) > 0 && !around.includes(owner)) return true;
  const quoted = ranges.map((range) => text.slice(...range)).join('\n');
  const isSaid = (one: string) => one.includes(`${owner}${part}`) || one.includes(`${owner}的${part}`);
  return !isSaid(quoted) && hits.some(({ passage }) => isSaid(passage.folded));
}

function lacksDeed(folded: string, { paragraph, ranges }: Proof): boolean {
  const deed = ASKS_BY_DEED.exec(folded)?.groups?.deed;
  if (deed === undefined) return false;
  const quoted = fold(ranges.map((range) => paragraph.text.slice(...range)).join('\n'));
  return !waysOf(deed).some((way) => quoted.includes(way));
}

/** Nothing in the proofs, their titles or the passages that hold them speaks of the group. */
function lacksGroup(folded: string, proofs: readonly Proof[], hits: readonly Hit[]): boolean {
  const groups = ASKS_FOR_GROUP.exec(folded)?.groups;
  const group = groups?.group ?? groups?.who;
  if (group === undefined) return false;
  const articles = new Set(proofs.map(({ article }) => article));
  const texts = hits
    .filter(({ passage }) => articles.has(passage.article))
    .map(({ passage }) => passage.folded);
  const all = [
    ...texts,
    ...proofs.map(({ article, paragraph }) => `${headOf(article)}\n${fold(paragraph.text)}`),
  ];
  return !waysOf(group).some((way) => way.length > 1 && all.some((text) => text.includes(way)));
}

function lacksValue(folded: string, proofs: readonly Proof[]): boolean {
  const said = VALUES.find(([asked]) => asked.test(folded))?.[1];
  return said !== undefined && !proofs.some(({ paragraph }) => said.test(fold(paragraph.text)));
}

function waysOf(word: string): readonly string[] {
  return [word, ...synonymsOf(word)];
}
