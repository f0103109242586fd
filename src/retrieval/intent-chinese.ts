/** What a Chinese question asks for: the kind of answer, and the question phrases that say nothing of the subject. */

import type { Span } from '../corpus/article.js';
import type { AnswerKind, Role } from './question.js';

/** A question phrase (folded text) and the answer that it asks for. The first that matches decides. */
interface Phrase {
  readonly kind: AnswerKind;
  readonly plural: boolean;
  readonly pattern: RegExp;
}

const PEOPLE =
  '人|几?位|领导|市领导|省领导|负责人|负责同志|干部|同志|人员|人物|代表|嘉宾|专家|记者|成员|官员|委员';
/** 哪三个, 哪两位: a number of things is asked for by name. */
const SOME = '(?:[二两三四五六七八九十几\\d]|十[一二三四五六七八九]|[二三]十[一二三四五六七八九]?)';
const SAYING =
  '强调|指出|要求|提出|表示|说|讲|谈|认为|提到|部署|安排|汇报|通报|介绍|作出|做出|(?<![当看称视用写])作|做';

/** In the order in which they are tried: the narrow before the wide. */
const PHRASES: readonly Phrase[] = [
  phrase(
    'person',
    true,
    `(?:都?有)?哪(?:些|几个|几位|几名|${SOME}[位名个](?:的)?)(?:${PEOPLE})|哪${SOME}[位名]|都?有谁|都是谁|(?:都有)?谁和谁|都谁`,
  ),
  phrase(
    'person',
    true,
    '(?<=领导|人员|干部|同志|人|嘉宾|专家|代表|成员)(?:都|分别)?(?:有|是)(?:哪些|哪几[个位名]?)',
  ),
  phrase('time', true, '哪些(?:天|年|时候|日子|日期)|哪几(?:天|年|月|次日期)'),
  phrase('place', true, `哪(?:些|几个|${SOME}个)(?:地方|地点|场所|城市|位置|点位)`),
  phrase('which', false, '谁(?=[\\p{Script=Han}]{1,6}的(?:原则|机制|制度|规定))'),
  phrase(
    'person',
    false,
    '哪(?:一)?[个位名](?:副|代)?(?:省长|市长|县长|区长|镇长|乡长|书记|局长|厅长|处长|科长|校长|院长|主任|委员|队长|组长|站长|馆长|老师|医生|队员|球员|选手|学生|教练)|(?:分别)?(?:是|由|为)?谁|何人|哪(?:一)?个(?:市|省|县)?(?:人|领导|负责人|同志|干部|记者|编辑)|哪(?:一)?[位名]|什么人|姓甚名谁|姓什么',
  ),
  phrase(
    'time',
    false,
    '(?:最[晚早迟])?什么(?:时候|时间|日期|日子|年份|年代|时刻)|啥(?:时候|时间)|何[时日年月](?!代)|几时|多会儿|多早|' +
      '哪(?:一)?个?(?:天|日|年|月|月份|星期|周|时候|世纪|年代|时间|时段|朝代)|(?:星期|周|礼拜)几|几月几[号日]|几[月日](?!常)|几号(?!楼|线|球衣|车|门|馆|机|桌|房|病房|院|台|厅|文件|选手|队员|仓|井|坑|水|泵)|' +
      '(?<![了讲说提出求作做哪第])几点(?!要求|意见|建议|看法|体会|希望|期望|内容|措施|想法|原因|理由|工作|共识|指示|说明|注意|提示|启示|经验|承诺|主张|安排|部署|变化|区别|不同|好处|作用|任务|倡议|规定|问题|感受|收获|教训|成绩|是|为|[,，、和])|的?(?:日期|(?<!长)时间|年份)(?:(?:是|为)(?:多少|几|哪)?)?(?=$|[?？])',
  ),
  phrase(
    'number',
    false,
    '第几|几[楼层](?=[?？召开举]|$)|百分之几|多久|多长时间|多[大高长远重快宽深厚](?!的?(?:程度上|力度))|(?:每|一)[餐桌张份人位个次节天晚件台套斤瓶间]?多少块?钱|多少块?钱(?:一(?:个?(?:月|小时|钟头|学期|星期)|[餐桌张份人位个次节天晚件台套斤瓶间年周场趟晚])了?(?=$|[?？]))?|多少(?:(?:[个种件套辆本支块栋张间条斤]|年(?![代级份轻龄])|天(?![然气])|次(?![数品])|位(?!置)|台(?!阶)|家(?![庭长具])|名(?![额字单])|只(?!有))(?=[\\p{Script=Han}]))?|占比',
  ),
  phrase(
    'statement',
    false,
    '有(?:些|过)?什么(?:样的)?(?:具体|新的?)?(?=要求|意见|指示|看法|建议|批示|表态)',
  ),
  phrase(
    'statement',
    true,
    `(?:${SAYING})(?:了|过|的|出)?(?:的是)?(?:哪些|哪几)(?:点|个|项|条|方面|内容|事|意见|要求|工作|措施)*`,
  ),
  phrase(
    'number',
    false,
    `(?<!哪)几号(?=楼|线|球衣|车|门|馆|机|桌|房|病房|院|台|厅|选手|队员|仓|井|坑|泵)|(?<!哪)几(?:[个名位项次条点家种件届轮批场台辆座所类份句票支只栋桌户勺张道颗粒碗瓶趟本双片根折克斤站班](?=[\\p{Script=Han}])|(?=[个名位人项次条点家种件天年月日周届轮批场台辆座所类方大倍成万亿千百十岁小分层份句要票支只栋桌户]))`,
  ),
  phrase(
    'reason',
    false,
    '(?<![视称认誉])为什么|因为?(?:什么|啥)(?!时)|为何|为啥|干嘛|干吗|凭(?:什么|啥)|缘何|因何|何以|什么原因|(?:的)?原因(?:是|有|在于)?(?:什么|哪些|啥)?|怎么会',
  ),
  phrase(
    'place',
    false,
    '(?:在|位于|于|到|去|从|来自|自|(?<=\\p{Script=Han}{2})上(?=哪))?(?:哪里|哪儿|哪处|何处|何地)|(?:在|位于|到|去)哪(?=$|[?？呀啊呢的召开举建设])|' +
      '哪(?:一)?个?座?(?:地方|城市|省份?|市|县|区|州|国家?|镇|乡|村|岛|地区|地点|位置|大洲|洲|港口?|机场|街道)|' +
      '什么(?:地方|地点|位置|城市|国家)|啥地方|(?<=地点|地址|位置)(?:是|在|为)(?:什么|哪)?(?=$|[?？])|(?<=地点|地址)(?=$|[?？])',
  ),
  phrase(
    'which',
    false,
    '(?:以|用|通过|采取|采用)什么(?:形式|方式)|什么(?:职务|职位|官职|身份|头衔|官)|(?:任|当)什么',
  ),
  phrase(
    'manner',
    false,
    '(?<=\\p{Script=Han}{2})(?<!应该|应当)(?:怎么|咋)(?:办|算|弄|处理|回事)(?=[?？了呢啊呀]|$)|(?<=\\p{Script=Han}{2})(?<!应该|应当)(?:怎么|咋)办|如何|怎么样?|怎样|咋样?|什么(?:办法|手段|途径)',
  ),
  phrase('statement', false, `(?:${SAYING})(?:了|过|的|出)?(?:些|的是)?(?:什么|啥)`),
  phrase(
    'definition',
    false,
    '(?:指的|指)?是?指?什么意思|是什么意思|啥意思|何谓|何为|什么叫|什么是|(?:指的)?是指?什么(?=$|[?？呢呀啊])|指什么|指的是|是啥',
  ),
  phrase(
    'list',
    true,
    `(?:是|指)?哪${SOME}(?:方面|[个项条点种方类](?:方面)?)|哪${SOME}(?=[\\p{Script=Han}])`,
  ),
  phrase('which', false, '(?:是)?叫(?:什么|啥|做什么)(?:名字|名)?|名字是什么'),
  phrase(
    'list',
    true,
    '(?:都|分别)?(?:有|包括|包含|是|指)?(?:哪些|哪几)(?:方面|[个项条点种方类]?(?:方面)?)|(?:都|分别)(?:有|是|指|包括)(?:什么|啥)|(?:包括|包含)(?:了)?(?:什么|啥)|列出|列举',
  ),
  phrase(
    'which',
    false,
    '(?:是)?哪(?:一)?(?:部(?!分)|[个家种项届次场条本所类只款支把座])?|(?:是)?(?:什么|何种|何|啥)(?:样的?)?',
  ),
  phrase('person', true, '(?:人员|领导|嘉宾|代表)?名单(?!制)'),
  phrase(
    'person',
    true,
    `(?<=出席|列席|参加|参会|到会|与会)(?:会议|活动)?的?(?:市领导|省领导|县领导|领导|人员|嘉宾|代表)(?=$|[?？])`,
  ),
  phrase(
    'yes-no',
    false,
    '是否|是不是|有没有|有无|能否|可否|(\\p{Script=Han})不\\1|吗(?=$|[?？])|对吗|(?<=[了过])没有?(?=\\s*(?:$|[?？]))',
  ),
];

/** Politeness and particles that carry nothing. */
const FILLER =
  /^(?:请问|请教一?下?|求问|有人知道|有谁知道|谁知道|大家知道|话说|听说|据说|请|问一下|想问一下|我想知道|我想问|想知道|告诉我|请告诉我|麻烦|帮我|帮忙|想问下|问下|查一下|查查|查|说说|介绍一下|列出|列举|你知道|最晚|最早|最迟|到底|究竟|具体)+[,,:： ]*|(?:来着|[吗呢呀啊吧嘛])?[?？!！。.\s]*$/gu;

/** 能带手机吗: what asks whether something may or must be. */
const MAY =
  /^(?:能|可以|可|会|要|得|需要|必须|应该)(?=[\p{Script=Han}])(?!议|见|闻|员|计|场|堂|力|源|量|谈|长|费|[上后前中里])/u;

/** Roles in the order of preference: who 主持并讲话 is asked as the chair. */
const ROLES: readonly (readonly [Role, RegExp])[] = [
  ['chair', /主持/u],
  ['attend-and-speak', /出席(?:了)?(?:[^,，。]{0,16}?)并(?:作|做|发表)?(?:了)?(?:重要)?(?:讲话|致辞|发言)/u],
  ['sit-in', /列席|旁听/u],
  ['attend', /出席|到会|与会|到场|参会|在场/u],
  ['notify', /通报/u],
  ['report', /汇报/u],
  ['deploy', /(?:作|做|作出|做出|作了|做了)[^,，。]{0,6}(?:部署|安排)|部署|安排/u],
  ['take-part', /参加|参与/u],
  ['speak', /讲话|讲的话|讲了话|发言|致辞|发表/u],
  [
    'inspect',
    /调研|检查|督导|督查|视察|考察|走访|暗访|调度(?!会)|看望|去了|去过|去的(?!是)|到过|看了|去[^,，。]{1,12}看/u,
  ],
];

/** After one of these follows what was said; roles in there are content. */
const SAID = /(?:强调|指出|要求|提出|表示|认为|叮嘱|提到|称|说)(?!了?(?:什么|哪|啥|几))/u;
/** 听取…汇报 is the listener's act; a 通报批评 is no notice to a meeting. */
const NOT_THE_ACT =
  /听取[^,，。]{0,30}?汇报|通报批评|部署会|调度会|汇报会|通报会|检查组|督导组|调研组|督查组|督查室/gu;
/** Quoted words are named, not meant: 「谁举办谁负责」 asks for nobody. */
const QUOTED = /[“”"「」『』‘’《》](?:[^“”"「」『』‘’《》]{0,60})[“”"「」『』‘’《》]/gu;

/** 出席完组长会议之后,…: when it was, not what is asked. */
const BEFOREHAND = /^[^,，?？]*(?:之后|以后|之前|以前|期间|结束后)[,，](?=.{4})/u;

/** Stands for a character of a name: in a private area of Unicode, so in no question. */
const NAME_MARK = '\uE000';
/** What somebody says about something: 某某对堂食有什么要求. */
const ABOUT = /(?<=\uE000)(?:对于?|就|关于|针对)/gu;
/** 某某说流调要…: the verb would be taken for a part of the word behind it. */
const SAYS = /(?<=\uE000)(?:说|讲|谈)(?![话到过了的法起明清什啥])/gu;
/** 那次会上说要…: a meeting says no more than that it is the one. */
const MEETING_SAYS =
  /(?<=会)(?:议)?(?:上|里|中)?(?:还|又|也)?(?:说|讲|谈|提|要求|强调|指出|提出|提到)(?:了|过|到|的)?(?:要|是)?(?=[\p{Script=Han}]{2})(?![话法明清什啥])/gu;
const MASKED = /\uE000+/gu;

function phrase(kind: AnswerKind, plural: boolean, source: string): Phrase {
  return { kind, plural, pattern: new RegExp(source, 'u') };
}

/** The folded question with every quoted stretch blanked out, offsets kept. */
export function maskQuotes(folded: string): string {
  return folded.replace(QUOTED, (quoted) => ' '.repeat(quoted.length));
}

/** Kind of answer and whether all items are asked for, of a folded Chinese question. */
export function chineseKind(folded: string): { readonly kind: AnswerKind; readonly plural: boolean } {
  const masked = maskQuotes(folded);
  const found = PHRASES.find(({ pattern }) => pattern.test(masked));
  if (found === undefined)
    return { kind: /名单|清单/u.test(masked) ? 'list' : 'other', plural: /名单|清单/u.test(masked) };
  const plural = found.plural || (found.kind === 'person' && /分别|都(?=是|由|有)|哪几|名单/u.test(masked));
  return { kind: found.kind, plural };
}

/**
 * Where the phrase stands that asks (谁, 什么时候, 强调了哪些) in a folded Chinese question, or null. `names` are no part
 * of it, though one may begin like a question (何雄).
 */
export function questionPhrase(folded: string, names: readonly string[] = []): Span | null {
  const masked = maskQuotes(maskNames(folded, names));
  for (const { pattern } of PHRASES) {
    const found = pattern.exec(masked);
    if (found !== null && found[0] !== '') return [found.index, found.index + found[0].length];
  }
  return null;
}

/** The part in a meeting that a folded Chinese question asks about, or null. */
export function chineseRole(folded: string): Role | null {
  const masked = maskQuotes(folded).replace(NOT_THE_ACT, (text) => ' '.repeat(text.length));
  const said = SAID.exec(masked);
  const asked = said === null ? masked : masked.slice(0, said.index);
  const scope = asked.replace(BEFOREHAND, '');
  return ROLES.find(([, pattern]) => pattern.test(scope))?.[0] ?? null;
}

/**
 * The folded question without question phrases, politeness and particles: what it is about. `names` stay whole, though
 * one may begin like a question (何雄, 查全).
 */
export function chineseCore(folded: string, names: readonly string[] = []): string {
  return inNames(folded, names, coreOf);
}

/** The folded question with every name replaced by characters that are part of no phrase, offsets kept. */
export function maskNames(folded: string, names: readonly string[]): string {
  return names.reduce((text, name) => text.replaceAll(name, NAME_MARK.repeat(name.length)), folded);
}

/** Runs `change` over the masked question and puts the names back, which it must keep in order. */
function inNames(folded: string, names: readonly string[], change: (masked: string) => string): string {
  const masked = maskNames(folded, names);
  const hidden = [...masked.matchAll(MASKED)].map(({ index, 0: run }) =>
    folded.slice(index, index + run.length),
  );
  return change(masked).replace(MASKED, () => hidden.shift() ?? '');
}

/** A word that only tied the question phrase to what stands before it: 桥有 of 桥有多宽; no part of 只有, 还是, 认为. */
const LINKS =
  /(?<=[\p{Script=Han}\p{L}\p{N}])(?:(?<![只所没拥国享含特具私公占持专独保留原])有|(?<![只还总不可但要就若于])是)(?= |$)/gu;

function coreOf(folded: string): string {
  let core = folded.replace(FILLER, '').replace(FILLER, '').replace(MAY, '');
  const masked = maskQuotes(core);
  const cuts = PHRASES.flatMap(({ pattern }) => {
    const found = pattern.exec(masked);
    return found === null || found[0] === '' ? [] : [cutOf(found)];
  }).sort((a, b) => b[0] - a[0]);
  for (const [start, end] of cuts) core = core.slice(0, start) + ' '.repeat(end - start) + core.slice(end);
  return core
    .replace(ABOUT, ' ')
    .replace(SAYS, ' ')
    .replace(MEETING_SAYS, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(LINKS, '')
    .replace(/^(?:的|是|有|都) ?| ?(?:的|是|有|都|了|为|叫)$/gu, '')
    .trim();
}

/** 贵不贵: the word is content, unless it only asks (会不会, 是不是). */
const EITHER_WAY = /^(?![是会能对可要])(\p{Script=Han})不\1$/u;

/** What of a phrase is cut: the verb of 强调了什么, one of 贵不贵, and the noun of 哪个机场 are content and stay. */
function cutOf(found: RegExpExecArray): readonly [number, number] {
  const verb =
    new RegExp(`^(?!作|做)(?:${SAYING})`, 'u').exec(found[0])?.[0] ?? EITHER_WAY.exec(found[0])?.[1] ?? '';
  const asking = /^.*?(?:哪(?:一)?[个座家所]|什么)(?=[\p{Script=Han}])/u.exec(found[0])?.[0] ?? '';
  const specific = asking !== '' && !GENERIC_NOUN.test(found[0].slice(asking.length));
  return [found.index + verb.length, found.index + (specific ? asking.length : found[0].length)];
}

/** Nouns that ask for no more than the question word: 哪个地方 is 哪里. */
const GENERIC_NOUN = /^(?:地方|地点|位置|时候|时间|日期|日子|人|意思|原因|样)/u;
