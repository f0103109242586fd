/** How dates are written in Chinese: one rule a way of writing, each a linear pattern and its reading. */
import { type CalendarDate, isoOf } from './calendar.js';
import type { DateKind, DateReading, DateRule } from './date-rules.js';
import { parseNumeral } from './numerals.js';

const HAN_DIGIT = '一二三四五六七八九十廿卅';
const TWO = `(?:[0-9]{1,2}|[${HAN_DIGIT}]{1,3})`;
const FOUR = '(?:[0-9]{4}|[一二三四五六七八九〇零○]{4})';
const MONTH = `(?<month>${TWO}|正|冬|腊) ?月(?:份(?!额))?`;
const PART = `凌晨|清晨|早晨|早上|上午|中午|正午|午间|下午|午后|傍晚|晚上|晚间|深夜|午夜|夜间|夜里|[晚夜晨早](?![${HAN_DIGIT}年期已来些点起])`;
const CLOCK = `(?<hour>${TWO}) ?(?:(?:时(?![间期代任常候段])|点(?!多|半钟)钟?)(?: ?(?<minute>${TWO}) ?分|(?<half>半))?|:(?<clockMinute>[0-5][0-9])(?::(?<second>[0-5][0-9]))?)`;
const TIME = `(?: ?(?<part>${PART}))?(?:[ ,]{0,2}${CLOCK})?`;
const SEASON = '初|底|末|中期|年初|年中|年底|年末|上半年|下半年|春季?|夏季?|秋季?|冬季?|第?[一二三四1-4]季度';

/** First year of each era, minus one: year n of the era is base + n. Spelled as folded (乾隆 is 干隆). */
const ERAS: Readonly<Record<string, number>> = {
  民国: 1911,
  中华民国: 1911,
  明治: 1867,
  大正: 1911,
  昭和: 1925,
  平成: 1988,
  令和: 2018,
  洪武: 1367,
  建文: 1398,
  永乐: 1402,
  宣德: 1425,
  正统: 1435,
  景泰: 1449,
  成化: 1464,
  弘治: 1487,
  正德: 1505,
  嘉靖: 1521,
  隆庆: 1566,
  万历: 1572,
  天启: 1620,
  崇祯: 1627,
  顺治: 1643,
  康熙: 1661,
  雍正: 1722,
  干隆: 1735,
  嘉庆: 1795,
  道光: 1820,
  咸丰: 1850,
  同治: 1861,
  光绪: 1874,
  宣统: 1908,
};
const ERA = Object.keys(ERAS)
  .sort((a, b) => b.length - a.length)
  .join('|');
/** Eras that count months by the moon: only their years have a date in our calendar. */
const SOLAR_ERA = /国$|治$|正$|和$|平成$/;
const YEAR = `(?:(?<era>${ERA}) ?(?<eraYear>${TWO}|元|[0-9]{3}) ?年|(?<bce>公元前|西元前|纪元前|(?<![\\p{Script=Han}0-9])前) ?(?<bceYear>[0-9]{1,4}|[${HAN_DIGIT}百千零〇]{1,8}) ?年|(?:公元|西元) ?(?<ceYear>[0-9]{1,4}|[${HAN_DIGIT}百千零〇]{1,8}) ?年|(?<![0-9.,])(?<year>${FOUR}) ?年)`;
/** What makes a number of years a span and no year: 3000年历史, 200年来. */
const SPAN = '历史|的历史|来(?!到|自|源)|间(?!接)|以上|之久';
const NOT_A_SPAN = `(?!${SPAN}|级|会|制)`;

const MONTH_NAMES: Readonly<Record<string, number>> = { 正: 1, 冬: 11, 腊: 12 };

function number(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (text === '元') return 1;
  return MONTH_NAMES[text] ?? parseNumeral(text);
}

type Groups = Readonly<Record<string, string | undefined>>;

function yearOf({ era, eraYear, bceYear, ceYear, year }: Groups): number | null {
  if (era !== undefined) return (ERAS[era] ?? 0) + (number(eraYear) ?? 0);
  const before = number(bceYear);
  return before === null ? number(ceYear ?? year) : -before;
}

/** `HH:MM[:SS]`; 下午3点 is 15:00. Null without an hour, undefined when the hour is impossible. */
function timeOf({ part = '', hour, minute, half, clockMinute, second }: Groups): string | null | undefined {
  const stated = number(hour);
  if (stated === null) return null;
  const minutes = half === undefined ? (number(minute ?? clockMinute) ?? 0) : 30;
  if (stated > 24 || minutes > 59) return undefined;
  const afternoon = /下午|午后|傍晚|晚/.test(part) && stated < 12;
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(afternoon ? stated + 12 : stated)}:${two(minutes)}${second === undefined ? '' : `:${second}`}`;
}

function reading(
  kind: DateKind,
  date: CalendarDate,
  groups: Groups = {},
  until: string | null = null,
): DateReading | null {
  const iso = isoOf(date);
  const time = timeOf(groups);
  return iso === null || time === undefined ? null : { kind, iso, until, time };
}

function vague(kind: DateKind, iso: string | null = null, time: string | null = null): DateReading {
  return { kind, iso, until: null, time };
}

const none = { year: null, month: null, day: null } as const;

/** Year, month and day by numbers or year, month and day in words. */
const FULL_DATES: readonly DateRule[] = [
  {
    pattern: new RegExp(
      `${YEAR} ?${MONTH} ?(?<day>${TWO}|初${TWO}) ?[日号]?(?![0-9${HAN_DIGIT}])${TIME}`,
      'gu',
    ),
    read: (g) => {
      const year = yearOf(g);
      if (g.era !== undefined && !SOLAR_ERA.test(g.era)) return reading('year', { ...none, year });
      return reading('absolute', { year, month: number(g.month), day: number(g.day?.replace('初', '')) }, g);
    },
  },
  {
    pattern:
      /(?<![0-9.\-/])(?<year>[12][0-9]{3})(?<mark>[-/.])(?<month>[0-9]{1,2})\k<mark>(?<day>[0-9]{1,2})(?![0-9\-/]|\.[0-9])(?:[t ]{1,4}(?<hour>[0-9]{1,2}):(?<clockMinute>[0-5][0-9])(?::(?<second>[0-5][0-9]))?)?/giu,
    read: (g) => reading('absolute', { year: number(g.year), month: number(g.month), day: number(g.day) }, g),
  },
  {
    pattern: new RegExp(`${YEAR} ?${MONTH}(?:[初底末]|上旬|中旬|下旬|间)?(?! ?(?:[0-9]{1,2} ?[日号]))`, 'gu'),
    read: (g) => {
      const year = yearOf(g);
      if (g.era !== undefined && !SOLAR_ERA.test(g.era)) return reading('year', { ...none, year });
      return reading('year-month', { year, month: number(g.month), day: null });
    },
  },
  {
    pattern: /(?<![0-9.\-/])(?<year>[12][0-9]{3})[-/](?<month>0[1-9])(?![0-9\-/.]|赛季|年|学年|球季)/gu,
    read: (g) => reading('year-month', { year: number(g.year), month: number(g.month), day: null }),
  },
  {
    pattern: new RegExp(`${YEAR}(?:${SEASON})?(?! ?[${HAN_DIGIT}0-9]{1,2} ?月|代)${NOT_A_SPAN}`, 'gu'),
    read: (g) => reading('year', { ...none, year: yearOf(g) }),
  },
  {
    pattern: new RegExp(
      `(?<![0-9${HAN_DIGIT}百千万余多第.,\\-])(?<year>[1-9][0-9]{2}) ?年(?:${SEASON})?${NOT_A_SPAN}(?!前|后|内|代|的|时|左右|余|多|之)`,
      'gu',
    ),
    read: (g) => reading('year', { ...none, year: number(g.year) }),
  },
];

const RELATIVE_YEAR =
  '今年|去年|前年|明年|后年|同年|当年|本年度?|翌年|次年|隔年|(?<![史世])上年(?!龄|纪|轻)|该年|那年';
const RELATIVE_MONTH = '本月|上个?月|下个?月(?!台)|当月|同月|次月|翌月|该月';
const RELATIVE_DAY =
  '昨[天日晚夜晨]|今[天日晚夜晨早]|明[天日晚晨早]|前天晚?|前日(?!本)|后天|当[日天晚夜]|同[日天]|翌[日晨]|次[日晨]|隔[日天]|即日|日前|近日|日内|近期|连日来';
const WEEKDAY =
  '(?:本|上|下|这|上个|下个|这个)?(?:周|星期|礼拜)[一二三四五六日天](?![\\p{Script=Han}]{0,1}(?:年|岁|届))';

const PARTIAL_DATES: readonly DateRule[] = [
  {
    pattern: new RegExp(
      `(?<![0-9${HAN_DIGIT}])(?<day2>(?:农历|阴历|夏历|旧历)(?:闰?${MONTH})?(?:初?${TWO}[日]?|除夕)?|(?:正|腊)月(?:初[${HAN_DIGIT}]|[${HAN_DIGIT}]{1,3})?)`,
      'gu',
    ),
    read: (g) => ((g.day2?.length ?? 0) > 2 ? vague('month-day') : null),
  },
  {
    pattern: new RegExp(
      `(?:(?<relative>${RELATIVE_YEAR}) ?|(?<![0-9年.${HAN_DIGIT}]))${MONTH} ?(?<day>${TWO}) ?[日号](?!楼|线|院|机|馆)${TIME}`,
      'gu',
    ),
    read: (g) =>
      reading(
        g.relative === undefined ? 'month-day' : 'relative',
        { year: null, month: number(g.month), day: number(g.day) },
        g,
      ),
  },
  {
    pattern: new RegExp(`(?<relative>${RELATIVE_MONTH}) ?(?<day>${TWO}) ?[日号]${TIME}`, 'gu'),
    read: (g) => reading('relative', { ...none, day: number(g.day) }, g),
  },
  {
    pattern: new RegExp(
      `(?:(?<relative>${RELATIVE_YEAR}) ?|(?<![0-9年.第${HAN_DIGIT}]))${MONTH}(?:[初底末]|上旬|中旬|下旬)?(?! ?[0-9${HAN_DIGIT}]|刊|报|球|饼|子|台|色|来|薪|租)`,
      'gu',
    ),
    read: (g) =>
      reading(g.relative === undefined ? 'month' : 'relative', { ...none, month: number(g.month) }),
  },
  {
    pattern: new RegExp(
      `(?<![0-9年月第${HAN_DIGIT}.,:/\\-约近至到])(?<day>[0-9]{1,2}) ?日(?!内|间|游|均|元|本|报|军|语|后|以内|之内|照|程|夜|龄|制)${TIME}`,
      'gu',
    ),
    read: (g) => reading('day', { ...none, day: number(g.day) }, g),
  },
  {
    pattern:
      /(?<![0-9\-–./:])(?<month>0[1-9]|1[0-2])-(?<day>0[1-9]|[12][0-9]|3[01])(?![0-9\-–./:])(?:[ ]{1,4}(?<hour>[0-9]{1,2}):(?<clockMinute>[0-5][0-9])(?::(?<second>[0-5][0-9]))?)?/gu,
    read: (g) =>
      g.month?.startsWith('0') || g.hour !== undefined
        ? reading('month-day', { year: null, month: number(g.month), day: number(g.day) }, g)
        : null,
  },
];

const RELATIVE_DATES: readonly DateRule[] = [
  {
    pattern: new RegExp(`(?:${RELATIVE_DAY})(?!头条|美术|俄罗斯|股份)${TIME}`, 'gu'),
    read: (g) => withTime('relative', g),
  },
  { pattern: new RegExp(`(?:${RELATIVE_YEAR})(?:${SEASON})?`, 'gu'), read: () => vague('relative') },
  {
    pattern: new RegExp(`(?:${RELATIVE_MONTH})(?:[初底末]|上旬|中旬|下旬)?`, 'gu'),
    read: () => vague('relative'),
  },
  { pattern: new RegExp(`${WEEKDAY}${TIME}`, 'gu'), read: (g) => withTime('relative', g) },
];

function withTime(kind: DateKind, groups: Groups): DateReading | null {
  const time = timeOf(groups);
  return time === undefined ? null : vague(kind, null, time);
}

const CENTURY = `(?:(?<before>公元前|西元前|前)|公元)?(?<![0-9${HAN_DIGIT}])(?<century>${TWO}) ?世纪`;

const LONG_SPANS: readonly DateRule[] = [
  {
    pattern: new RegExp(
      `(?:${CENTURY} ?|(?<last>上世纪|上个世纪|本世纪))?(?<![0-9.,])(?<decade>[0-9]{4}|[0-9]{2}|[${HAN_DIGIT}]{2}) ?年代(?:初期?|中期?|末期?|后期|早期|前期|晚期)?`,
      'gu',
    ),
    read: (g) => vague('decade', decadeIso(g)),
  },
  {
    pattern: new RegExp(
      `${CENTURY}(?:初期?|中期|中叶|末期?|末叶|后期|早期|前期|晚期|上半叶|下半叶|前半叶|后半叶)?`,
      'gu',
    ),
    read: (g) => {
      const century = number(g.century);
      return century === null || g.before !== undefined
        ? vague('century')
        : vague('century', `${String(century - 1).padStart(2, '0')}XX`);
    },
  },
];

function decadeIso({ century, decade = '', last }: Groups): string | null {
  if (/^[0-9]{4}$/.test(decade)) return `${decade.slice(0, 3)}X`;
  const tens = (number(decade) ?? 0) / 10;
  const hundreds = last?.startsWith('上') ? 20 : last === undefined ? number(century) : 21;
  return hundreds === null || !Number.isInteger(tens) ? null : `${hundreds - 1}${tens}X`;
}

const COUNT = `(?<![0-9${HAN_DIGIT}第.])(?!(?:1[0-9]|20)[0-9]{2} ?年(?!${SPAN}))(?:[0-9]{1,9}(?:\\.[0-9]{1,9})?|[${HAN_DIGIT}两半百千数几]{1,5})(?: ?[多余几])?`;

const TIMES: readonly DateRule[] = [
  {
    pattern: new RegExp(
      `(?<part>${PART}) ?${CLOCK}|(?<![0-9:.])(?<part2>)(?<h>[01]?[0-9]|2[0-4]):(?<m>[0-5][0-9])(?::(?<s>[0-5][0-9]))?(?![0-9:.])|(?<![0-9:.第])(?<hourOnly>[0-9]{1,2}) ?时(?: ?(?<minuteOnly>[0-9]{1,2}) ?分)?(?![间期代任常候段])`,
      'gu',
    ),
    read: (g) => {
      const hour = g.hour ?? g.h ?? g.hourOnly;
      const time = timeOf({
        ...g,
        hour,
        clockMinute: g.clockMinute ?? g.m ?? g.minuteOnly,
        second: g.second ?? g.s,
      });
      return time === undefined || time === null ? null : vague('time-of-day', null, time);
    },
  },
  {
    pattern: new RegExp(
      `${COUNT} ?(?:个半?月|周年?|个?星期|个?小时|分钟|秒钟?|天(?!竺|津|河|山|主|文|下)|年半?|日(?=内|间|后|以内|之内))(?:以内|之内|内|以上|左右|之久|来|间|后)?`,
      'gu',
    ),
    read: () => vague('duration'),
  },
];

const RANGES: readonly DateRule[] = [
  {
    pattern: new RegExp(`(?<![0-9.,\\-])(?<year>${FOUR}) ?年? ?[-–—~至到] ?(?<untilYear>${FOUR}) ?年`, 'gu'),
    read: (g) => {
      const until = isoOf({ ...none, year: number(g.untilYear) });
      return until === null ? null : reading('range', { ...none, year: number(g.year) }, {}, until);
    },
  },
  {
    pattern: new RegExp(
      `(?:${YEAR} ?)?(?<![0-9${HAN_DIGIT}])${MONTH} ?(?<day>${TWO}) ?[日号]? ?[-–—~至到] ?(?<untilDay>${TWO}) ?[日号]`,
      'gu',
    ),
    read: (g) => {
      const date = { year: yearOf(g), month: number(g.month), day: number(g.day) };
      const until = isoOf({ ...date, day: number(g.untilDay) });
      return until === null ? null : reading('range', date, {}, until);
    },
  },
  {
    pattern: new RegExp(
      `(?<![0-9年月第.${HAN_DIGIT}])(?<month>[0-9]{1,2}) ?月? ?[-–—~至到] ?(?<untilMonth>[0-9]{1,2}) ?月(?![0-9 ])`,
      'gu',
    ),
    read: (g) => {
      const until = isoOf({ ...none, month: number(g.untilMonth) });
      return until === null ? null : reading('range', { ...none, month: number(g.month) }, {}, until);
    },
  },
];

/** In order of preference where two match the same stretch. */
export const CHINESE_DATE_RULES: readonly DateRule[] = [
  ...RANGES,
  ...FULL_DATES,
  ...PARTIAL_DATES,
  ...LONG_SPANS,
  ...RELATIVE_DATES,
  ...TIMES,
];
