/** How plain facts are asked and how texts state them: where a thing lies, how long it is, what it is called, its score. */

/** A kind of fact. All patterns are for folded Chinese text; the answer is the group `answer`. */
export interface FactPattern {
  readonly kind: 'place' | 'measure' | 'name' | 'score' | 'origin' | 'label' | 'time' | 'doer' | 'payer';
  /** The question; group `thing` is what the fact is asked of. */
  readonly asked: RegExp;
  /** The statements, for a thing without its modifiers and for what the question says in its group `act`. */
  readonly said: (thing: string, act: string) => readonly RegExp[];
  /** Words of the question that are the fact, not its topic. */
  readonly words: RegExp;
}

const NUMERAL =
  '(?:[\\d〇零一二两三四五六七八九十百千万亿半][\\d.,〇零一二两三四五六七八九十百千万亿余多]{0,11})';
const APPROXIMATELY = '(?:大?约|为|达|是|有|近|逾|超过|共|仅|只有){0,2}';
const END = '(?:大约|大概|到底|究竟|一共|总共)?[?？呢呀啊]*$';
const THING = '(?<thing>[^,，]{2,24}?)';
/** Behind a name of one to twelve characters. */
const PLACE = '(?<answer>[^,，。;；:：!！?？\\n()（）]{2,30})';
const LENGTHS = '(?:公里|千米|厘米|毫米|华里|海里|英里|米|里)';
const WEIGHTS = '(?:千克|公斤|毫克|克|吨|斤|磅)';
const AREAS = '(?:平方公里|平方千米|平方米|公顷|亩)';

/** 多长, 多重, …: what the text calls the dimension, and its units. */
const DIMENSIONS: readonly (readonly [asked: string, named: string, units: string])[] = [
  ['多长(?!时间)', '(?:全|总|体|身)?长(?:度)?', LENGTHS],
  ['多重', '(?:净|体|总|毛)?重(?:量)?', WEIGHTS],
  ['多高', '(?:总|身|全)?高(?:度)?', LENGTHS],
  ['多宽', '(?:全|总)?宽(?:度)?', LENGTHS],
  ['多厚', '厚(?:度)?', LENGTHS],
  ['多深', '(?:水)?深(?:度)?', LENGTHS],
  ['(?:面积)?多大(?!年|岁)', '(?:面积|占地(?:面积)?)', AREAS],
];

/** Who pays, and how that is said. */
const PAYER = '[^,，。;；:：!！?？\\n由]{2,30}';
const PAYS = '(?:出资|承担|负担|支付|投资|资助|赞助|捐资|捐助|列支|解决|买单|埋单|垫付|支出)';

const CLOCK = '\\s?\\d{1,2}\\s?(?:[:：]\\d{2}|[时点](?:\\s?\\d{1,2}\\s?分|半|整)?)';
const DAY = '(?:\\d{4}年)?(?:\\d{1,2}月)?\\d{1,2}[日号](?:[(（][^)）]{1,6}[)）])?';
const PART = '(?:凌晨|清晨|早上|早晨|早|上午|中午|下午|傍晚|晚上|晚间|晚|夜间)';
const MOMENT = `(?:${DAY}${PART}?(?:${CLOCK})?|${PART}?${CLOCK}|\\d{4}年(?:\\d{1,2}月)?(?:底|初|中旬|上旬|下旬)?)(?:[至到—~-](?:${DAY}|${CLOCK}))?`;
const HOURS = `(?:${DAY})?${PART}?${CLOCK}`;
const WHEN = '(?:什么时候|什么时间|何时|哪天|哪一天|几号|几月几[日号]|哪年|哪一年|何年|哪日)';
/** What takes place at the time of its announcement. */
const HELD = /^(?:开始|举行|召开|举办|进行|开讲)$/u;

/** 1968年生 for 出生. */
const BORN = /^(?:出生|诞生)$/u;

function momentsOf(act: string, moment: string): readonly RegExp[] {
  return [
    new RegExp(
      `${escaped(act)}(?:的)?(?:时间|日期|日)?(?:不变[,，])?(?:仍旧?|还是|依旧|则|改|调整)?(?:[:：]|定于|为|是|于|在)\\s*(?<answer>${moment})`,
      'u',
    ),
    new RegExp(`(?<answer>${moment})(?:[^,，。;；:：\\d]{0,20}?)${escaped(act)}`, 'u'),
    ...(BORN.test(act) ? [new RegExp(`(?<answer>${moment})(?:出)?生(?:于|[,，。;；)）])`, 'u')] : []),
    ...(HELD.test(act) ? [/^\s*(?:时间|日期)[:：]\s*(?<answer>[^\n。;；]{2,40})/u] : []),
  ];
}

/** All facts that are read by patterns. */
export const FACT_PATTERNS: readonly FactPattern[] = [
  {
    kind: 'place',
    asked: new RegExp(
      `^${THING}的?(?:地址|位置)?(?:是)?(?:在|位于|坐落(?:在|于)|设在|建在)(?:哪里|哪儿|何处|何地|什么地方|哪个地方|哪)${END}`,
      'u',
    ),
    said: (thing) => [
      new RegExp(
        `${escaped(thing)}(?:分别|均|都|则|也|仍|将)?(?:位于|坐落(?:于|在)?|地处|设在|设于|(?:搬|迁)至)${PLACE}`,
        'u',
      ),
      new RegExp(
        `(?:^|[,，。;；在])(?<answer>[^,，。;；]{2,30}?)(?:分别|均|都)?(?:设|开设)(?:立|有|置)?了?${escaped(thing)}`,
        'u',
      ),
      new RegExp(
        `(?:位于|坐落(?:于|在)?|地处|设在|设于|(?:搬|迁)至|地(?:址|点)(?:设|定|选)?(?:为|是|在)?[:：]?)${PLACE}`,
        'u',
      ),
    ],
    words: /^(?:地址|位置|位于|坐落|设在|建在|在)$/u,
  },
  {
    kind: 'origin',
    asked: new RegExp(
      `^${THING}的?(?:是(?:哪里|哪儿|什么地方|何处|哪)的?人|(?:籍贯|祖籍|老家)(?:是|在)?(?:哪里|哪儿|哪|何处))${END}`,
      'u',
    ),
    said: () => [
      /(?:出生(?:于|在)|生于|籍贯[:：]?|原籍|祖籍)(?:[\d年月日]{0,11})(?<answer>\p{Script=Han}{2,12}?)(?=[一的][个户名座]?|[,，。;；、(（)）]|$)/u,
      /[,，(（](?<answer>\p{Script=Han}{2,8})人(?=[,，。;；)）])/u,
    ],
    words: /^(?:籍贯|祖籍|老家|里人|人)$/u,
  },
  {
    kind: 'score',
    asked:
      /^(?<thing>[^,，]{2,30}?)的?(?:最终|最后|总)?(?:(?:比分|赛果)(?:是|为)?(?:多少|几比几|什么)?|(?:是)?几比几)[?？呢]*$/u,
    said: () => [/(?<![\d:])(?<answer>\d{1,3}\s?[∶:比-]\s?\d{1,3})(?![\d:])/u],
    words: /^(?:比分|赛果|最终)$/u,
  },
  {
    kind: 'payer',
    asked: new RegExp(
      `^(?<thing>[^,，]{2,24}?)(?:的?(?:钱|费用|经费|资金|开支|花费|开销|成本))?(?:都|全|是|由|归){0,2}(?:谁|哪(?:一)?[个家](?:单位|公司|部门|企业|机构)?)(?:来)?(?:出(?:的)?[钱资]?|掏(?:的)?(?:钱|腰包)?|付(?:的)?[钱款]?|买(?:的)?单|埋单|投资|承担|负担|支付|资助|赞助)(?:的)?${END}`,
      'u',
    ),
    said: () => [
      new RegExp(`由(?<answer>${PAYER}?)(?:全额|全部|统一|共同|先行|无偿|独家|各自)?${PAYS}`, 'u'),
      new RegExp(
        `(?:经费|费用|资金|钱款?|开支|善款|款项)(?:全部|全都|均|主要|都|则)?(?:来自|来源于|出自|从|由)(?<answer>${PAYER}?)(?:中|里)?(?:列支|支出|承担|负担|解决|筹集|捐助|出)?(?=[,，。;；)）]|$)`,
        'u',
      ),
      new RegExp(
        `(?:^|[,，。;；、\\n])(?<answer>${PAYER}?)(?:全额|独家|无偿)?(?:出资|投资|捐资|资助|赞助)(?=[^,，。;；]{0,12}(?:元|建|修|改|装|购|办))`,
        'u',
      ),
    ],
    words:
      /^(?:钱|费用|经费|资金|开支|花费|开销|成本|出|出钱|出资|掏|掏钱|付|付钱|买单|埋单|投资|承担|负担|支付|资助|赞助)$/u,
  },
  {
    kind: 'name',
    asked: new RegExp(
      `^${THING}的?(?:(?:名字|名称|型号|代号)(?:是|叫)(?:什么|啥)|(?:是)?叫(?:什么|啥|做什么)(?:名字|名称|名)?)${END}`,
      'u',
    ),
    said: (thing) => [
      new RegExp(
        `${escaped(thing)}(?:名为|名叫|叫做|叫作|叫|命名为|取名)?[“"《「『](?<answer>[^“”"《》「」『』]{1,20})[”"》」』]`,
        'u',
      ),
      new RegExp(`${escaped(thing)}(?:名为|名叫|叫做|叫作|命名为|取名)(?<answer>[\\p{L}\\p{N}·]{1,16})`, 'u'),
    ],
    words: /^(?:名字|名称|型号|代号|叫)$/u,
  },
  {
    kind: 'label',
    asked: new RegExp(
      `^(?:${THING}的)?(?<act>(?!会议)[\\p{Script=Han}]{2,5}?)(?:是|为|有)?(?:什么|谁|多少|哪里|哪些)${END}`,
      'u',
    ),
    said: (_, act) => [new RegExp(`^[\\s•·]*${escaped(act)}[:：]\\s*(?<answer>[^\\n。;；]{1,60})`, 'u')],
    words: /^$/u,
  },
  {
    kind: 'time',
    asked: new RegExp(
      `^${THING.replace('{2,24}', '{0,24}')}(?:将|会|是|在)?几点(?:钟)?(?<act>[\\p{Script=Han}]{2})(?:的)?${END}`,
      'u',
    ),
    said: (_, act) => momentsOf(act, HOURS),
    words: /^几点$/u,
  },
  {
    kind: 'time',
    asked: new RegExp(
      `^${THING}(?:将|会|是|在)?${WHEN}(?:才|正式)?(?<act>(?!召开|举行|举办|主持|出席|汇报|通报|参加|调研|检查|视察|部署)[\\p{Script=Han}]{2})(?:的)?${END}`,
      'u',
    ),
    said: (_, act) => momentsOf(act, MOMENT),
    words: /^$/u,
  },
  {
    kind: 'time',
    asked: new RegExp(
      `^(?<thing>[^?？]{2,30}?)(?:会|要|将|是|被)?(?<act>改|推|顺延|延|推迟|延期|延后|挪|提前)(?:到|至|在|为)了?(?:${WHEN}|几点)(?:举行|进行|举办|开|施工|比|办)?(?:了)?${END}`,
      'u',
    ),
    said: () => [
      new RegExp(
        `(?:改|推|顺延|延|推迟|延期|延后|挪|提前|调整)(?:期)?(?:到|至|在|于|为)(?:了)?\\s*(?<answer>(?:每年)?\\d{1,2}月(?:的)?第[一二三四五]个(?:周|星期)[一二三四五六日末]|${MOMENT}|(?:下|次|本|这)(?:周|个?月|星期|礼拜)?[\\p{Script=Han}]{0,4}|[^,，。;；]{0,3}(?:日|天|周|月))`,
        'u',
      ),
    ],
    words: /^(?:改|改到|推|推到|推迟|延期|顺延|提前|挪到|延后)$/u,
  },
  {
    kind: 'doer',
    asked: new RegExp(
      `^(?:是)?谁(?:首先|率先|最先|第一个|先|现场)?(?<act>[\\p{Script=Han}]{2})(?:(?:了|过)(?<thing>[^,，]{2,16}?))?(?:的)?${END}`,
      'u',
    ),
    said: (_, act) => [
      new RegExp(
        `(?:^|[,，。;；\\s])(?<answer>\\p{Script=Han}{2,3})(?:随后|还|也|当场|现场)?${escaped(act)}`,
        'u',
      ),
    ],
    words: /^$/u,
  },
  ...DIMENSIONS.map(
    ([asked, named, units]): FactPattern => ({
      kind: 'measure',
      asked: new RegExp(
        `^${THING}(?:的?(?:长度|重量|高度|宽度|厚度|深度))?的?(?:有|是|达)?${asked}${END}`,
        'u',
      ),
      said: (thing) => [
        new RegExp(`${named}${APPROXIMATELY}(?<answer>${NUMERAL}${units})`, 'u'),
        new RegExp(`(?<answer>${NUMERAL}${units})的(?:[^,，。;；]{0,6})${escaped(thing)}`, 'u'),
      ],
      words: /^(?:有|全长|长度|重量|高度|宽度|厚度|深度|面积|长|重|高|宽|厚|深)$/u,
    }),
  ),
];

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&');
}
