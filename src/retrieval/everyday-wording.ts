/** Everyday wording of Chinese questions (叫啥, 咋开的, 14次会 主持) in the plain words that the rules of this room know. */
import { chineseKind } from './intent-chinese.js';
import { apply, type Rule, rule, type Wording, wordingOf } from './wording-rules.js';

const STOP = '(?=[?？!！。.\\s]*$)';
const MEETING = '(?:会议?|大会|全会|常委会|调度会|座谈会|推进会|例会|专题会)';
const STORY = '(?:报道|新闻|消息|稿子|稿件|文章|通稿|通讯)';
const GREETING =
  '大家好|各位|大佬们?|同学们|朋友们|你好|您好|哈喽|哈罗|嗨|哎|诶|欸|喂|嘿|那个|话说|对了|打扰了?';
const PLEASE =
  '(?:(?:顺便|弱弱|悄悄|冒昧)?(?:地|的)?问一?[下句声个事儿]*|求问|求助|求解|想请教|请教|请问|有(?:没有)?人?谁?知道|谁知道|你们?知道|知不知道|' +
  '(?:能不能|能|可以|可否)?(?:帮忙|帮我|麻烦)(?:查|看|找|问)?(?:一下|下|看)?|我?想(?:了解|知道|问问?)一?下?|(?:能不能|能|可以|可否)?告诉我一?下?|给我(?:说|讲|查|看|列)(?:一?[下说讲查看]|出)?)';

/** Each in one way only, one after the other: 哈哈哈 in every possible way would take for ever. */
const PARTICLE = '(?:呀|呐|哈|哦|噢|捏|咧|来着|的说|呗|嘞|哇|啦|[~～]|(?<!h)h{2,}(?!h)|233+(?!3))';

/** In the order in which they are applied. */
const RULES: readonly Rule[] = [
  // What carries no question: pictures, greetings, thanks, particles.
  rule('[\\p{Extended_Pictographic}\\u{FE0F}\\u{200D}]', ''),
  rule('([?？!！])[?？!！]+', '$1'),
  rule(`^(?:(?:${GREETING})[,，!！~～\\s]+)+`, ''),
  rule(`^(?:${PLEASE}[,，:：\\s]*)+`, ''),
  rule(
    '(?<=(?:几|多少)[\\p{Script=Han}]{1,14})[?？,，]\\s*(?:分别|都)(?:是|有)(?:谁|哪几?[个些]?|什么)?(?=[?？\\s]*$)',
    '，是哪些',
  ),
  rule(
    `(?<![,，。\\s])[,，。\\s]*(?:谢谢(?:大家|啦|了|你们?|您)?|多谢|感谢|谢了|求告知|求解答?|求科普|在线等[\\p{Script=Han}]{0,4}|(?<!急)急+|有(?:没有)?人知道[吗嘛么]?|有谁知道[吗嘛么]?|谁知道|告诉我一?下?|给我(?:看看|说说|列一?下)?一?下?|来一?份)${STOP}`,
    '',
  ),
  rule(`(?<!${PARTICLE})(?:${PARTICLE})+${STOP}`, ''),
  rule(`嘛${STOP}`, '吗'),
  rule(`(?<![什怎那这多])么${STOP}`, '吗'),
  // Spoken and dialect words.
  rule('有木有', '有没有'),
  rule('神马', '什么'),
  rule('肿么', '怎么'),
  rule('(?:哪旮旯|哪疙瘩|哪嘎达|哪块儿|啥地方|什么地儿)', '哪里'),
  rule('(?:啥时候|啥时间|啥时|多咱|什么时侯|嘛时候)', '什么时候'),
  rule('(?:干啥|干嘛|弄啥|做啥|整啥)(?!的)', '做什么'),
  rule('啥', '什么'),
  rule('咋样', '怎么样'),
  rule('咋', '怎么'),
  // 出席没出席, 去没去: whether.
  rule('(?!有)([\\p{Script=Han}]{1,2})没\\1(?:过|了)?', '是否$1'),
  rule('(?:负责|主抓|分管)(?:的是)?什么(?=[?？\\s]*$)', '做了什么'),
  rule('跑(?:到|去)?了?(?=哪)', '去了'),
  // 去了哪些地方看了: where somebody went.
  rule(
    '(?<=去了哪(?:[些里儿]|几个|一?个)[\\p{Script=Han}]{0,4})(?:看了?|转了?|走了?|检查|调研)(?:一?[看圈遍下]|看)?(?=[?？\\s]*$)',
    '',
  ),
  // 听取汇报之后,他当日还去了哪里: what came before tells no more than 还.
  rule('^[^,，?？第\\d]{4,30}(?:之后|以后|后)[,，](?=[^?？]{2,20}(?:还|又|接着|随后|当日|当天|当晚))', ''),
  // 堂食恢复了吗,何某怎么说的: whether, by his words.
  rule(
    '^(.{3,40}?)(?:了)?[吗嘛么][?？,，\\s]+([\\p{Script=Han}\\d]{2,14}?)(?:是)?(?:怎么|怎样|如何)(?:说|讲|表示|回答|表态|要求)(?:了|过)?的?(?=[?？\\s]*$)',
    '$2说$1吗',
  ),
  // 应当如何抓落实,作了怎样的表述: how it was put is asked once.
  rule(
    '(?<=(?:如何|怎么|怎样|什么|哪些|谁|多少)[^,，]{0,16})[,，](?:又|还|并)?(?:作|做|给)(?:了|出了?|过)?(?:怎样|怎么样|什么样|什么|何种|如何)的?(?:表述|说明|规定|要求|阐述|回答|解释)(?=[?？\\s]*$)',
    '',
  ),
  rule('(?<!(?:个|没|名|多少|几))死(?:了)?人(?:了)?(?=[吗没?？]|$)', '有人员伤亡'),
  rule(
    `(?<=[厅局委部院办处校司团学会区县市])派(?:了|出|的|来的?)*(?:是)?(?:谁|什么人|哪[位些]人?)(?:来|去|到场|参会)?(?:了|的)?${STOP}`,
    '谁参加',
  ),
  rule('(?:线上|远程)调度', '视频调度'),
  rule('省里(?=[\\p{Script=Han}]{0,6}(?:开会|会))', '省委'),
  rule('(?:是)?谁讲的话', '谁讲话'),
  rule('(?:能|可以?|够)(?:同时)?(?:坐|站|塞)(?:得)?下?(?=多少(?:个)?人|几个人)', '容纳'),
  rule('(?<=在(?:哪里|哪儿|什么地方))(?:比(?:赛)?|搞)的?(?=[?？\\s]*$)', '举行'),
  // Verbs that were taken apart: 发的言, 汇的报, 分了多少红, 放几天假.
  rule('分(?:了|过|到)?(?:多少|几)(?:钱)?的?红(?![包色旗酒军薯豆])', '分红多少钱'),
  rule('(?<=[放请休])(?:了|过)?((?:多少|几)(?:天|个月|周|个星期))的?假', '假$1'),
  rule(
    '^哪(?:一)?[位个名]([\\p{Script=Han}]{2,10}?)(?:是)?来自([\\p{Script=Han}]{2,14}?)(?:的)?(?=[?？\\s]*$)',
    '$2的$1是谁',
  ),
  rule('发的言', '发言'),
  rule('汇的报', '汇报'),
  rule('致的[辞词]', '致辞'),
  rule('(?:承担|扮演|担任|充当|担当)(?:了|的|过)?(?:是)?(?:一个)?什么(?:样的)?角色', '做了什么'),
  // The post of somebody.
  rule(
    `(?:到底|究竟)?是?(?:干什么的|做什么的|做什么工作的?|什么来头|什么级别|什么人物|什么官儿?|多大的?官|哪儿的官)${STOP}`,
    '是什么职务',
  ),
  rule(`在哪(?:一)?(?:个|家)?(?:单位|部门|机构|地方|里|儿)(?:工作|上班|任职|当官)${STOP}`, '是什么职务'),
  rule(
    `(?:是|来自|属于)(?:哪|什么)(?:一)?(?:个|家)?(?:单位|部门|机构)(?:的(?:人|领导|干部)?)?${STOP}`,
    '是什么职务',
  ),
  rule(`是(?:几|多少)级(?:调研员|巡视员|主任科员|职员|法官|检察官)${STOP}`, '是什么职务'),
  rule('(?<=[\\p{Script=Han}])一把手', '书记'),
  // Pointing at what the question names anyway.
  rule('([日号])(?:那|这|当)(?:一)?天(?:的|里)?', '$1'),
  rule(`(?:的)?(?:那|这)(?:一)?(?:个|次|场|回|趟|届)(?=${MEETING}|[\\p{Script=Han}]{0,8}${MEETING})`, ''),
  rule(`(?:的)?(?:那|这)(?:一)?(?:条|篇|则|份|个)(?=${STORY})`, '的'),
  rule(`(?:的)?(?:那|这)(?:一)?(?:条|篇|则)(?=[\\s,，的]|编辑|责|记者|谁|来|是|什么)`, '的文章'),
  rule('(?:一共|总共|共计|拢共|总计|统共)(?!产)', ''),
  rule('里[面头边]', ' '),
  rule('的时候', '时'),
  rule(
    '(?<=\\p{Script=Han})走(?:了)?(?:时|那年|的那年)(?=[\\p{Script=Han}]{0,3}(?:多大|几岁|多少岁|年纪|岁数))',
    '去世时',
  ),
  // One of two: of the time or of the form of a meeting.
  rule(
    '是?在?(?:白天|上午|早上|早晨|中午|下午|傍晚|晚上|夜里)(?:开|召开|举行)?的?还是在?(?:白天|上午|早上|中午|下午|傍晚|晚上|夜里)(?:开|召开|举行)?的?',
    '是什么时候召开的',
  ),
  rule(
    '(?:是|以)?(?:线上|线下|视频|网络|现场|面对面)(?:会议?|形式|方式)?(?:开|召开|举行)?的?还是(?:线上|线下|视频|网络|现场|面对面)(?:会议?|形式|方式)?(?:开|召开|举行)?的?',
    '以什么形式召开',
  ),
  rule(
    '(.{2,}?)(?:的)?(?:是|究竟是)?(?:省委|市委)?(?:书记|省长|市长|县长|主席)还是(?:省委|市委)?(?:书记|省长|市长|县长|主席)(?=[?？\\s]*$)',
    '$1是谁',
  ),
  rule(
    '(去|看|到|走访|调研|检查|查看|考察)(?:了|过)?的(?:那|这)?(?:一)?(?:个|家|所|座)?([\\p{Script=Han}]{2,6}?)(?:是)?叫(?:什么|做什么)(?:名字?)?(?=[?？\\s]*$)',
    '$1了哪个$2',
  ),
  rule('(?:是|在|为)?在?(\\d{4})年还是(\\d{4})年', '是哪一年'),
  rule('是?(?:出席|主持|列席|参加|部署)还是(?:出席|主持|列席|参加|部署)(?:了)?', '做了什么'),
  rule('在(?:主会场|主场|分会场)还是在?(?:主会场|主场|分会场)', '在哪个会场'),
  rule(
    '(主持|出席|列席|参加)(?:了)?的(?:那)?(?:个|场|次)?会议?(?:是)?叫什么(?:名字?|会议?)?',
    '$1了哪个会议',
  ),
  rule(
    `(?:跟|和|与|同)([\\p{Script=Han}]{2,4}?)(?:一起|一同|一道|共同)(.{2,20}?)(?:的)?(?:还)?(?:都)?有(?:谁|哪些人)${STOP}`,
    '除了$1，$2还有谁',
  ),
  // Meetings and their people.
  rule(`(${MEETING})上?的?主持(?:人|者)(?:是谁|是|是哪位|是哪个|叫什么(?:名字)?|为谁)?${STOP}`, '$1谁主持'),
  rule('谁(?:召集|牵头)?开的会(?!议)', '谁主持会议'),
  rule('(参会|与会|到会|出席|列席|参加|到场|在场)(?:会议)?的?(?:人员|领导|嘉宾|同志|人)?的?名单', '$1的有谁'),
  rule('(?<![带迎传送引换寄运招拿捎起出回过])来(?:了|的)(?:都)?(?:是|有)?(?=哪[些几]|几|多少)', '参会的有'),
  rule(`(?:都)?(?:有)?谁(?:都)?(?:来|到)(?:了|场|会)?的?${STOP}`, '参会的有谁'),
];
/** 那 typed for 哪, where nothing else asks. */
const THERE_FOR_WHERE: readonly Rule[] = [
  rule(`(在|去了?|到了?)那(?:里|儿)?${STOP}`, '$1哪里'),
  rule('那(?=[些位几年天个])', '哪'),
];

/** What stands alone beside a subject, and the question that it means. */
const KEYWORDS: readonly (readonly [keyword: string, asked: string, attached: boolean])[] = [
  ['主持人?', '谁主持', true],
  ['列席(?:人员|领导)?', '列席的有谁', true],
  ['(?:出席|参会|与会)(?:人员|领导|名单|人)?', '参会的有谁', true],
  ['名单|人员', '参会的有谁', false],
  ['汇报', '谁汇报', false],
  ['通报', '谁通报', false],
  ['(?:召开|开会|举行|会议)?(?:时间|日期)', '什么时候召开', false],
  ['(?:召开|会议|举办)?地点|会场', '在哪里召开', false],
  ['职务|职位|身份|头衔|官职', '是什么职务', true],
  ['记者|作者', '的记者是谁', false],
  ['责编|责任编辑', '的责编是谁', true],
  ['编辑', '的编辑是谁', true],
  ['来源|出处', '的来源是什么', false],
  ['人数', '有多少人', false],
  ['原因', '是什么原因', false],
  ['名字|姓名', '是谁', false],
  ['(?:的|稿件|稿子|报道|新闻|消息|文章)的?(?:记者|作者)', '的文章的记者是谁', true],
];
const TERSE = KEYWORDS.map(([keyword, asked, attached]) => ({
  after: rule(
    `^(.{2,30}?)${attached ? '' : '[\\s,，:：]'}[\\s,，:：的]*(?:${keyword})[\\s?？。]*$`,
    `$1${asked}`,
  ),
  before: rule(`^(?:${keyword})[\\s,，:：]+(?=[^\\s,，:：])(.{2,30}?)[\\s?？。]*$`, `$1${asked}`),
}));
/** 第三次会议汇报的城市, 讲话的人, 林远山的六点要求: what is asked for, without a question word. */
const NAMED_ONLY: readonly Rule[] = [
  rule(
    '^(.{2,30}?)(汇报|出席|列席|参加|通报|发言|参会)的(城市|市|县|区|单位|部门|科室|学校|企业)[\\s?？]*$',
    '$1哪些$3$2',
  ),
  rule(
    '^(.{2,30}?)[\\s,，]*(主持|讲话|列席|出席|部署|汇报|通报|参会)的(?:人|领导)(?:是|有)?[\\s?？]*$',
    '$1谁$2',
  ),
  rule(
    '^(.{2,12}?)(?:讲|提|提出|说)?的([一二三四五六七八九十两]{1,3}(?:点|条|项|个方面)(?:要求|意见|措施|工作|内容)?)[\\s?？]*$',
    '$1提出了哪$2',
  ),
];
/** 老秦的转会费, 会员年费: a sum is asked for. */
const SUM_ONLY = rule(
  '^(.{2,24}?(?:费|费用|价格|票价|售价|押金|奖金|预算|工资|薪水|租金|学费|报价|造价))[\\s?？]*$',
  '$1是多少钱',
);
/** 林远山 第五: a point of a speech. */
const POINT = rule(
  '^(.{2,20}?)[\\s,，]+(第[一二三四五六七八九十]{1,3})(?:点|条|项)?[\\s?？]*$',
  '$1$2点讲了什么',
);
/** 常委会第三项工作: one of the points. */
const NUMBERED_POINT = rule(
  '^(.{2,24}?)(第(?:[一二三四五六七八九十]{1,3}|\\d{1,2})[点条项])(?:工作|要求|任务|内容|措施|部署)?[\\s?？]*$',
  '$1$2是什么',
);
/** 市长 新乡: the office before its place. */
const OFFICE_FIRST = rule(
  '^([\\p{Script=Han}]{0,6}(?:书记|省长|市长|县长|区长|镇长|乡长|村长|校长|院长|主席|主任|局长|厅长|部长))\\s+([\\p{Script=Han}]{2,12}?)[\\s?？]*$',
  '$2$1是谁',
);
const YES_NO = /[吗?？]\s*$|是否|是不是|有没有/u;

/** Keywords in English: lin haidong position. */
const ENGLISH_POST =
  /^\s*([a-z]+(?:[ '-][a-z]+){0,3}?)(?:['’]s)?[ ,:]+(?:position|post|job|job title|title|office)\s*[?.]*\s*$/iu;

/** What working method (a slogan of four characters) …: says how the answer looks, nothing of what it is about. */
const ENGLISH_ASIDE =
  /(?<=\S) \((?:an? |the |list |name |in |give |e\.?g\.? |i\.?e\.? )[\w ,.'’-]{2,60}\)/giu;

/** What people put around a question in a chat. */
const ENGLISH_CHAT =
  /^(?:(?:hey|hi|hello|so|ok(?:ay)?|um+|uh+|well|btw|by the way|quick question|just wondering|sorry|please|pls|plz)(?: (?:guys|all|everyone|there))?[,:!. ]+)+(?=\w)|[,.]? (?:btw|by the way|lol|pls|plz|please|thanks|thank you|thx|tho|though|again|folks|guys|anyone(?: know)?)(?=\s*[?!.]*$)/giu;

/** An English question in full: keywords as the question that they mean. */
export function fullEnglish(typed: string): string {
  return typed
    .replace(ENGLISH_CHAT, '')
    .replace(ENGLISH_ASIDE, '')
    .replace(ENGLISH_POST, "What is $1's position?");
}

/** 应“筑牢”什么, “紧紧围绕”哪三个方面: a quoted verb whose object is asked for. A quoted number (“三查”) is a term. */
const QUOTED_VERB =
  /[“"「『]([^“”"「」『』\s一二两三四五六七八九十百\d][^“”"「」『』\s]{0,5})[”"」』](?=(?:了|着)?(?:什么|啥|哪|谁|多少))/gu;

/** A Chinese question in plain words, in its own script. Quoted words stay as they are, and so does a plain question. */
export function plainWording(typed: string): string {
  const plain = RULES.reduce(apply, wordingOf(typed.replace(QUOTED_VERB, ' $1')));
  const asked = asksNothing(plain) ? THERE_FOR_WHERE.reduce(apply, plain) : plain;
  const spelled = asksNothing(asked) && !YES_NO.test(asked.folded) ? spelledOut(asked) : asked;
  return spelled.typed.trim() === '' ? typed : spelled.typed.trim();
}

function asksNothing({ folded }: Wording): boolean {
  return chineseKind(folded).kind === 'other' || /名单[\s?？]*$|^名单/u.test(folded);
}

/** Keywords (14次会 主持) as the question that they mean. */
function spelledOut(wording: Wording): Wording {
  for (const { after, before } of TERSE)
    for (const way of [after, before]) {
      const spelled = apply(wording, way);
      if (spelled !== wording) return spelled;
    }
  return [...NAMED_ONLY, SUM_ONLY, POINT, NUMBERED_POINT, OFFICE_FIRST].reduce(apply, wording);
}
