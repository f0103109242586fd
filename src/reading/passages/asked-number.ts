/** Numbers by the very measure that the question asks for: 多少小时 → 24小时, 第几次 → 第五次, 几项 → 十三项. */
import type { Span } from '../../corpus/article.js';
import type { Question } from '../../retrieval/question.js';
import { ASKS_CLOCK } from '../strategies/answer-dates.js';

const NUMERAL =
  '[\\d〇零一二两三四五六七八九十百千万亿半数][\\d.,〇零一二两三四五六七八九十百千万亿余多]{0,11}\\s?';
const AFTER = '(?:以内|之内|以上|以下|左右|内)?';
/** 3日内有效 is three days, 3日 is a date. */
const DAYS = '(?:天|个?工作日|日(?=[以之]?内|有效|左右|以上|完成|时间))';
const DURATION = `(?:个)?(?:小时|分钟|秒钟?|${DAYS}|个月|星期|周|年)`;
/** 得了第几名: what a prize is called. */
const PLACED = '[特一二三四]等奖|优秀奖|优胜奖|鼓励奖|冠军|亚军|季军|[金银铜][牌奖]|头名|榜首';
/** 第几次, 第几届. */
const ASKS_ORDINAL = /第几([\p{Script=Han}])/u;
/** 多少小时, 几个环节, 多少万人次: the measure and, behind a plain one, the thing. */
const ASKS_MEASURE =
  /(?:多少|几)(?:万|亿|千|百)?((?:个)?(?:小时|分钟|人次|个月|平方公里|平方米|公里|千米|美元|万元|亿元)|[票户个名位项次条点种件天年岁元吨米亩张例届度%周轮批家所座台辆套间层口倍号桌本棵幅](?:[\p{Script=Han}]{1,2}(?=[?？被要进逐]|$))?)/u;
const ASKS_DURATION = /多长时间|多久|how long/u;
const WEIGHT = '(?:千克|公斤|毫克|克|吨|斤|磅)';
/** 1米38 is one length. */
const LENGTH_CHINESE =
  '(?:公里|千米|厘米|毫米|海里|华里|英里|英寸|英尺|公尺|公分|米(?:\\d{1,2}(?!\\d))?|里|尺|丈|寸)';
/** 多重, 多高, 多大: what its unit may be. */
const DIMENSIONS: readonly (readonly [asked: RegExp, unit: string])[] = [
  [/多重/u, WEIGHT],
  [/多大(?:年纪|岁数|年龄)/u, '\\s?周?岁'],
  [/多(?:长(?!时间|期)|高|宽|厚|深|远)(?!的?程度)/u, LENGTH_CHINESE],
  [
    /多大(?!年|岁|的?(?:程度|力度|压力|影响))/u,
    '\\s?(?:周?岁|平方(?:公里|千米|米|呎|尺)|亩|公顷|坪|英寸|寸|[kmgt]b|兆|级)',
  ],
  [/(?:追|施|喷|撒|兑|加|产)(?:了|过)?多少(?!钱|人|个|户|家|次|天|年|亩|块|元)/u, `(?:${WEIGHT}|毫升|升)`],
  [/多少度|几度/u, '\\s?(?:摄氏度|℃|°c|度)'],
];
const ASKS_PEOPLE = /(?:多少|几)(?:个|位|名)?人(?![次民均才])/u;
/** Patients are counted as cases: 治愈6000例 for 治愈了多少人. */
const ASKS_PATIENTS = /确诊|疑似|治愈|出院|病例|患者|感染|重症|病亡|手术/u;
const PATIENTS_COUNTED = /^(?:多少人|几个人)$/u;
const CASES = '(?:多|余)?例(?![如外行会子])';
const COUNTED_PEOPLE = '(?:多|余|来|几)?(?:个)?(?:人(?!次|民|均|份)|名(?!额|字|单|称)|位(?!置|于))';
/** 收多少, 涨到多少: a sum, though nothing says money. */
const ASKS_SUM = /(?:收|交|付|罚|赔|退|卖|缴|欠|租|涨到|降到|调到)(?:了|过)?多少[?？]?$/u;
/** 多少钱, 多少奖金, 多少租房补贴. */
const ASKS_MONEY =
  /多少(?:钱|[\p{Script=Han}]{0,4}(?:奖金|资金|基金|保证金|现金|款项?|贷款|捐款|罚款|补贴|补助|津贴|奖励|费用?|工资|薪水|经费|租金|押金|赔偿))(?!的?(?:人|家|户|种|项|企业|单位))/u;
/** 多久一次, 多久检修一次: how often. */
const ASKS_RHYTHM =
  /多久(?:[\p{Script=Han}]{0,4}一[次班趟回]|[\p{Script=Han}]{1,4}(?<![再首初下上本依层多屡])次)/u;
const RHYTHM = `每(?:隔)?(?:${NUMERAL})?(?:个)?(?:小时|分钟|天|日|周|星期|月|季度|年|半年)|间隔(?:由${NUMERAL}(?:小时|分钟|天))?(?:调整|缩短|延长|改|增加)?[为到至]?${NUMERAL}(?:小时|分钟|天)`;
/** How many links (环节): a thing given in Chinese inside an English question. */
const ENGLISH_THING = /how many [^?]{0,40}?[(（]?([\p{Script=Han}]{2,6})[)）]?/u;

/** What is asked without its unit. */
const MONEY =
  '(?:百|千)?[万亿]?(?:余|多)?(?:美|欧|日|港|新台)?(?:[元圆镑]|[美欧]分|便士|卢[布比]|法郎|块(?!(?!钱|[的一每到左起多要就])\\p{Script=Han}))';
/** A sum with its sign: $500, ￥30万. */
const SUM = '[$¥€£]\\s?\\d(?:[\\d.,]*\\d)?[万亿]?';
const LENGTH = '(?:公里|千米|厘米|毫米|海里|英里|英寸|英尺|米|里)';
const PAID =
  '(?:cost|pay|paid|charge[ds]?|spen[dt]|worth|price|tickets?|fees?|fares?|fund(?:s|ing)?|invest(?:ed|ment)?|budget|prize|fine[ds]?|salary|rent|raised?|contributions?|premiums?|payments?|dues|tolls?|rewards?|donations?|surplus|balance|expens(?:es?|ive)|revenue|donated?|earn(?:ed)?|owed?|tuition|deposit|money|bonus)';
const ENGLISH_COUNTED =
  /\bhow many (?:[a-z-]+ ){0,2}?([a-z-]+)(?= (?:was|were|is|are|did|does|do|has|have|had|will|can|could|would|in|on|at|of|came|come|live|work|took|take)\b|[?]|$)/u;
/** The same before any deed: how many athletes competed. */
const ENGLISH_COUNTED_OF_DEED = /\bhow many (?:[a-z-]+ ){0,2}?([a-z-]+)(?= [a-z]{3,}ed\b)/u;
const ASKS_PERSONS = /\bhow many (?:people|persons|attendees|participants)\b/u;
/** Fainter glosses are other senses. */
const SURELY_SAID = 0.4;
/** What the lists of everyday words give each of their glosses. */
const LISTED = 0.9;
const CLASSIFIER =
  '(?:个|名|位|家|座|辆|台|只|条|本|部|场|项|件|套|颗|枚|瓣|头|艘|棵|块|张|种|所|间|人|尾|起|宗|次|组|支|队|户|顶|道|根|幅|面|片|株|册|笔|期|届|批|门|盏|朵|粒|桶|箱|袋|瓶|盒|包|枝|幢|栋|架|口|扇|把|桌|席|例)?';
/** English questions for a measure, with what its number must be followed by. */
const ENGLISH_MEASURES: readonly (readonly [asked: RegExp, unit: string])[] = [
  [
    new RegExp(
      `\\bhow much\\b[^?]*\\b${PAID}\\b|\\bwhat (?:will|did|does|do|would|must|has|have) .{1,60}(?<!\\bbe )\\b(?:spend|spent|cost|pay|paid|earn)\\b(?! for\\b| by\\b| with\\b)|\\bwhat (?:is|was|are|were) the [^?]*\\b(?:price|cost|fee|fare|budget|salary|fine|rent|tuition|deposit|contribution|premium)s?\\b|\\bwhat (?:[a-z-]+ ){0,2}(?:deposit|fee|price|fine|fare|rent|salary|budget)s? (?:is|are|was|were|do|does|did|must|will|should)\\b`,
      'u',
    ),
    MONEY,
  ],
  [
    /\bwhat percent|\bpercentage\b|\bwhat (?:share|proportion|fraction|majority)\b/u,
    '(?:%|个百分点|成|分之[〇零一二两三四五六七八九十百千万\\d]{1,4})',
  ],
  [/\bhow old\b/u, '(?:周)?岁'],
  [/\bhow heavy\b|\bhow much [^?]*\bweigh/u, '(?:千克|公斤|毫克|克|吨|斤|磅)'],
  [
    /\bhow (?:tall|high|wide|deep|thick|far)\b|\bhow long (?:is|was) (?:the|this|that|its?)\b[^?]{0,40}\b(?:bridge|road|river|tunnel|wall|line|route|trail|street|ship|boat|railway|path|body|snake|fish|scroll)(?: (?:in|on|of|at|near|between|from|to|over|across|along|through)\b[^?]{0,60})?\??$/u,
    LENGTH,
  ],
  [/\bspeed limit\b|\bhow fast\b/u, '(?:公里|千米|km|米)(?:/|每)?(?:小?时|h|秒)?'],
  [/\bhow many times\b/u, '(?:次|趟|回)'],
];

/** Units that a text may also leave to be understood. */
const ENGLISH_UNITS: typeof ENGLISH_MEASURES = [
  ...(
    [
      ['hours?', '(?:个)?小时'],
      ['minutes?', '分钟'],
      ['seconds?', '秒'],
      ['(?:calendar |working |business )?days?', DAYS],
      ['weeks?', '(?:周|个?星期)'],
      ['months?', '个月'],
      ['years?', '(?:周?年|载)'],
      ['yuan|rmb', MONEY],
      ['(?:kilomet(?:er|re)s|km)', '(?:公里|千米)'],
      ['lit(?:er|re)s?', '(?:公?升|立升)'],
      ['votes?', '票'],
      ['mu', '亩'],
      ['(?:metric )?(?:tons?|tonnes?)', '吨'],
      ['degrees?', '(?:度|℃|摄氏度)'],
      ['words|characters', '(?:个)?(?:字|词)'],
      ['storeys|stor(?:e?y|ies)|floors', '层'],
    ] as const
  ).map(([noun, unit]) => [new RegExp(`\\bhow many (?:more )?(?:${noun})\\b`, 'u'), unit] as const),
];

/** Which edition: 第五次. */
const ENGLISH_ORDINAL = /\b(?:which|what) (?:edition|session|round)\b/u;

/** Whether the question asks which one in a row something is. */
export function asksOrdinal({ folded, language }: Question): boolean {
  return folded.includes('第几') || (language === 'en' && ENGLISH_ORDINAL.test(folded));
}

/** On which day of the week: 星期几, 周几. */
const ASKS_WEEKDAY =
  /(?:星期|周|礼拜)几|what day of the week|(?:which|what) days? of the week|on (?:which|what) days?\b/u;
const WEEKDAYS = '每?(?:周|星期|礼拜)[一二三四五六日天末](?:[、至到~-](?:周|星期|礼拜)?[一二三四五六日天])*';

const CLOCK_ONE =
  '(?:凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚间|夜里|早|晚)?\\s?(?:\\d{1,2}[:：]\\d{2}|(?:\\d{1,2}\\s?|(?<!第)[一二三四五六七八九十]{1,3})[时点](?![间候期代要意建])(?:钟|半|整|[一二三]刻|\\s?(?:\\d{1,2}\\s?|[一二三四五六七八九十]{1,3})分?)?)(?!小时)';
const CLOCK_TIME = `${CLOCK_ONE}(?:\\s?[至到~—–-]+\\s?${CLOCK_ONE})?`;

/** 从哪天到哪天: both ends of a period. */
const ASKS_PERIOD =
  /(?:哪(?:一)?天|几号|几月几[日号]|什么时候)[\p{Script=Han}]{0,3}到(?:哪|几(?!点)|什么)|\bfrom (?:which|what) (?:day|date)\b|\bfrom when (?:to|until|till)\b/u;
const DAY = '(?:\\d{4}年)?(?:\\d{1,2}月)?\\d{1,2}[日号]';
const PERIOD = `${DAY}(?:[(（][^)）]{1,6}[)）])?(?:起)?\\s?[至到~—–-]{1,2}\\s?${DAY}`;

/** What a number must look like to be the asked one, or null where the question does not say its measure. */
function patternFor({ kind, folded, language, concepts }: Question): RegExp | null {
  if (kind === 'time' && ASKS_WEEKDAY.test(folded)) return new RegExp(WEEKDAYS, 'gu');
  if (kind === 'time' && ASKS_PERIOD.test(folded)) return new RegExp(PERIOD, 'gu');
  if (kind === 'time' && ASKS_CLOCK.test(folded)) return new RegExp(CLOCK_TIME, 'gu');
  if (kind !== 'number') return null;
  if (language === 'en' && ENGLISH_ORDINAL.test(folded))
    return new RegExp(`第${NUMERAL}(?:次|届|期|版|轮|季)`, 'gu');
  const unit = language === 'en' ? englishUnit(folded) : null;
  if (unit !== null) {
    const number = `(?:${NUMERAL}[-~—–至到])?${NUMERAL}${unit}${AFTER}`;
    return new RegExp(unit === MONEY ? `${SUM}|${number}` : number, 'gu');
  }
  const loose = language === 'en' ? ENGLISH_UNITS.find(([asked]) => asked.test(folded))?.[1] : undefined;
  if (loose !== undefined) return new RegExp(`${NUMERAL}${loose}${AFTER}`, 'gu');
  const counted =
    language === 'en'
      ? (englishCounted(folded, concepts) ?? englishCounted(folded, concepts, ENGLISH_COUNTED_OF_DEED))
      : null;
  if (counted !== null) return counted;
  const ordinal = ASKS_ORDINAL.exec(folded)?.[1];
  if (ordinal === '名' && language !== 'en') return new RegExp(`第${NUMERAL}名?|${PLACED}`, 'gu');
  if (ordinal !== undefined) return new RegExp(`第${NUMERAL}${ordinal}`, 'gu');
  if (ASKS_MONEY.test(folded) || ASKS_SUM.test(folded)) return new RegExp(`${SUM}|${NUMERAL}${MONEY}`, 'gu');
  if (ASKS_RHYTHM.test(folded)) return new RegExp(RHYTHM, 'gu');
  const dimension = DIMENSIONS.find(([asked]) => asked.test(folded))?.[1];
  if (dimension !== undefined) return new RegExp(`${NUMERAL}${dimension}${AFTER}`, 'gu');
  if (ASKS_DURATION.test(folded)) return new RegExp(`${NUMERAL}${DURATION}${AFTER}`, 'gu');
  const thing = ENGLISH_THING.exec(folded)?.[1];
  if (thing !== undefined) return new RegExp(`${NUMERAL}[个项名位次条种]?${thing}`, 'gu');
  if (language !== 'en' && ASKS_PEOPLE.test(folded)) {
    const counted = ASKS_PATIENTS.test(folded) ? `(?:${COUNTED_PEOPLE}|${CASES})` : COUNTED_PEOPLE;
    return new RegExp(`${NUMERAL}${counted}`, 'gu');
  }
  const measure = ASKS_MEASURE.exec(folded)?.[1];
  if (measure === undefined) return null;
  if (measure === '天') return new RegExp(`${NUMERAL}${DAYS}${AFTER}`, 'gu');
  const alike = language === 'en' ? undefined : COUNTED_ALIKE[measure.charAt(0)];
  if (alike !== undefined) return new RegExp(`${NUMERAL}${alike}(?:${measure.slice(1)})?${AFTER}`, 'gu');
  const lead = measure.startsWith('个') && measure.length > 1 ? `个?${measure.slice(1)}` : measure;
  return new RegExp(`${NUMERAL}${lead}${AFTER}`, 'gu');
}

/** What is asked with one measure word may be written with another: 多少本书 → 3100多册. */
const COUNTED_ALIKE: Readonly<Record<string, string>> = {
  本: '[本册]',
  辆: '[辆台]',
  幅: '[幅件张]',
  棵: '[棵株]',
};

/** How many countries: 12个国家, 国家12个, by the Chinese words that the noun surely has. */
function englishCounted(
  asked: string,
  concepts: Question['concepts'],
  asks = ENGLISH_COUNTED,
): RegExp | null {
  if (ASKS_PERSONS.test(asked)) return new RegExp(`${NUMERAL}(?:人次|人|名|位)`, 'gu');
  const noun = asks.exec(asked.replace(/["“”'‘’]/gu, ''))?.[1];
  const said = concepts
    .filter(({ surface }) => noun !== undefined && ` ${surface.toLowerCase()}`.endsWith(` ${noun}`))
    .flatMap(({ variants }) => variants.filter(({ weight }) => weight >= SURELY_SAID))
    .map(({ text }) => text)
    .filter((text) => /^\p{Script=Han}+$/u.test(text));
  if (said.length === 0) return null;
  const thing = `(?:${said.sort((a, b) => b.length - a.length).join('|')})`;
  return new RegExp(
    `${NUMERAL}${CLASSIFIER}${thing}|(?<=${thing}\\s?(?:共|约|共有|达|有|仅|只有|仅有|共计|为|近|超过?)?)(?!一[共致直般起定旦])${NUMERAL}(?!分之)${CLASSIFIER}`,
    'gu',
  );
}

/** Whether an English question counts things that the texts have a word for, so that a passage without their number does not tell it. */
export function countsKnownThing({ kind, language, folded, concepts }: Question): boolean {
  // A gloss of our own lists is one way to say it among others.
  const sure = concepts.map((concept) => ({
    ...concept,
    variants: concept.variants.filter(({ weight }) => weight !== LISTED),
  }));
  return kind === 'number' && language === 'en' && englishCounted(folded, sure) !== null;
}

function englishUnit(folded: string): string | null {
  return ENGLISH_MEASURES.find(([asked]) => asked.test(folded))?.[1] ?? null;
}

const NUMBER = new RegExp(NUMERAL, 'gu');
/** How far behind its number a unit may end: 24个小时, 8,646平方英里. */
const LONGEST_UNIT = 5;

/** Units that a number cannot do without; 个 and 次 a text may leave out. */
const STRICT =
  /多长时间|多久|how long|第几|(?:多少|几)(?:万|亿|千|百)?(?:个)?(?:小时|分钟|人次|平方|公里|千米|美元|万元|亿元|元|岁|天|月|年|吨|米|亩|例|张|周|度|户|票|%)|多少钱|几[楼层]|多少人(?![次民均才])|几个人|多大(?:年纪|岁数|年龄)|多大了?(?=[?？]?$)|多重|(?<![效频速功汇利])率(?:是|为|有|达到?|能达到?)?(?:了)?多少/u;

/** Whether the question says a unit that its number must carry, so that another number is no answer. */
export function asksUnit(question: Question): boolean {
  const { kind, folded, language } = question;
  if (kind === 'time') return [ASKS_WEEKDAY, ASKS_CLOCK, ASKS_PERIOD].some((asks) => asks.test(folded));
  return kind === 'number' && (STRICT.test(folded) || (language === 'en' && englishUnit(folded) !== null));
}

const PEOPLE_UNIT = /人(?!次|均|民)|名(?!额|字|单|为)|位(?!于|置|列)/u;
const UNITS: ReadonlyMap<string, RegExp> = new Map([
  ['多少人', PEOPLE_UNIT],
  ['几楼', /[楼层]/u],
  ['几层', /[楼层]/u],
  ...['几天', '多少天'].map((asked) => [asked, new RegExp(DAYS, 'u')] as const),
  ['几个人', PEOPLE_UNIT],
  ['多少钱', /[元圆块镑币]|[美欧]分|便士|卢[布比]|法郎|dollar/u],
  ['多大', /岁/u],
  ['多大了', /岁/u],
  ['多重', /克|斤|吨|磅/u],
  ['多少度', /[度℃]|°c/u],
  ...['多大年纪', '多大岁数', '多大年龄'].map((asked) => [asked, /岁/u] as const),
]);
const DURATION_UNIT = /[年月日天周时分秒]/u;
const ORDINAL = /第|首|初|最[后末]/u;

/** Whether a stretch has a number that the question lacks, with the unit that it asks for; for those that ask for one. */
export function carriesUnit({ folded, language, kind }: Question, stretch: string): boolean {
  if (ASKS_WEEKDAY.test(folded)) return new RegExp(WEEKDAYS, 'u').test(stretch);
  if (kind === 'time') return new RegExp(ASKS_PERIOD.test(folded) ? PERIOD : CLOCK_TIME, 'u').test(stretch);
  const english = language === 'en' ? englishUnit(folded) : null;
  const isSum = ASKS_MONEY.test(folded) || english === MONEY;
  if (isSum && new RegExp(SUM, 'u').test(stretch)) return true;
  if (english !== null) return new RegExp(NUMERAL + english, 'u').test(stretch);
  const unit = STRICT.exec(folded)?.[0] ?? '';
  if (unit.startsWith('第')) return ORDINAL.test(stretch);
  if (unit.startsWith('率')) return /[%％‰]|分之|成(?!为|了|立|员|果|功)/u.test(stretch);
  if (ASKS_RHYTHM.test(folded)) return new RegExp(RHYTHM, 'u').test(stretch);
  const isOfPatients = PATIENTS_COUNTED.test(unit) && ASKS_PATIENTS.test(folded);
  if (isOfPatients && new RegExp(NUMERAL + CASES, 'u').test(stretch)) return true;
  const wanted = ASKS_DURATION.test(unit) ? DURATION_UNIT : (UNITS.get(unit) ?? unit.slice(-1));
  return [...stretch.matchAll(NUMBER)].some(({ index, 0: number }) => {
    const after = stretch.slice(index + number.length, index + number.length + LONGEST_UNIT);
    const counted = typeof wanted === 'string' ? after.includes(wanted) : wanted.test(after);
    if (ASKS_DURATION.test(unit) && isDatePart(number, after)) return false;
    return counted && stretch.charAt(index - 1) !== '第' && !folded.includes(number + after.slice(0, 1));
  });
}

/** 8月, 4日, 2021年: of a date, no duration. */
function isDatePart(number: string, after: string): boolean {
  return /^[月日号]/u.test(after) || (/^\d{4}$/u.test(number) && after.startsWith('年'));
}

const DIMENSION_REACH = 4;
/** 身高不到1米 tells no depth. */
const DIMENSION_WORDS: readonly (readonly [asks: RegExp, word: string])[] = [
  [/多深|how deep/u, '深'],
  [/多高|how (?:tall|high)/u, '高'],
  [/多宽|how wide/u, '宽'],
  [/多厚|how thick/u, '厚'],
];

function isOtherDimension(asked: string, before: string): boolean {
  const word = DIMENSION_WORDS.find(([asks]) => asks.test(asked))?.[1];
  const said = /[深高宽厚长重](?=[^深高宽厚长重]*$)/u.exec(before)?.[0];
  return word !== undefined && said !== undefined && said !== word;
}

/** The numbers of the asked measure in a stretch of a folded paragraph, in order; dates don't count. */
export function measuredNumbers(question: Question, folded: string, range: Span): readonly Span[] {
  const pattern = patternFor(question);
  if (pattern === null) return [];
  return [...folded.slice(...range).matchAll(pattern)].flatMap((match): Span[] => {
    const start = range[0] + match.index;
    const end = start + match[0].length;
    const dated = /年$/u.test(match[0]) && /^\d{4}/u.test(match[0]);
    const before = folded.slice(Math.max(range[0], start - DIMENSION_REACH), start);
    return dated || isOtherDimension(question.folded, before) || folded.charAt(start - 1) === '第'
      ? []
      : [[start, end]];
  });
}

/** Whether a depth, height, width or thickness is asked for, and a folded stretch has none. */
export function lacksDimension(question: Question, folded: string, range: Span): boolean {
  return (
    question.kind === 'number' &&
    DIMENSION_WORDS.some(([asks]) => asks.test(question.folded)) &&
    measuredNumbers(question, folded, range).length === 0
  );
}
