/** Chinese dates without a year, and relative ones. */
import type { DateKind, DateReading, DateRule } from './date-rules.js';
import {
  type Groups,
  HAN_DIGIT,
  MONTH,
  none,
  number,
  reading,
  SEASON,
  TIME,
  TWO,
  timeOf,
  vague,
} from './date-words.js';

const RELATIVE_YEAR =
  '今年|去年|前年|明年|后年|同年|当年|本年度?|翌年|次年|隔年|(?<![史世])上年(?!龄|纪|轻)|该年|那年';
const RELATIVE_MONTH = '本月|上个?月|下个?月(?!台)|当月|同月|次月|翌月|该月';
const RELATIVE_DAY =
  '昨[天日晚夜晨]|今[天日晚夜晨早]|明[天日晚晨早]|前天晚?|前日(?!本)|后天|当[日天晚夜]|同[日天]|翌[日晨]|次[日晨]|隔[日天]|即日|日前|近日|日内|近期|连日来';
/** What stands beside 3/19 where it is a day and no share: its weekday, a time, the edge of a table's cell. */
const OF_A_DAY = {
  before: '(?:周|星期|礼拜)[一二三四五六日天][ ,(（]{0,2}',
  behind:
    ' ?(?:[(（]?(?:周|星期|礼拜)[一二三四五六日天]|[(（][一二三四五六日天][)）]|凌晨|早上|上午|中午|下午|晚|[0-2]?[0-9]:[0-5][0-9]|\\|)',
} as const;
const WEEKDAY =
  '(?:本|上|下|这|上个|下个|这个)?(?:周|星期|礼拜)[一二三四五六日天](?![\\p{Script=Han}]{0,1}(?:年|岁|届))';

/** Month and day, month, day of the month, with or without a word like 去年 before them. */
export const PARTIAL_DATES: readonly DateRule[] = [
  {
    oneOf: ['历', '正月', '腊月'],
    pattern: new RegExp(
      `(?<![0-9${HAN_DIGIT}])(?<day2>(?:农历|阴历|夏历|旧历)(?:闰?${MONTH})?(?:初?${TWO}[日]?|除夕)?|(?:正|腊)月(?:初[${HAN_DIGIT}]|[${HAN_DIGIT}]{1,3})?)`,
      'gu',
    ),
    read: (g) => ((g.day2?.length ?? 0) > 2 ? vague('month-day') : null),
  },
  {
    needs: ['月'],
    pattern: new RegExp(
      `(?:(?<relative>${RELATIVE_YEAR}) ?|(?<![0-9年.${HAN_DIGIT}]))${MONTH} ?(?<day>${TWO}) ?(?:日|号(?!楼|线|院|机|馆))${TIME}`,
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
    needs: ['月'],
    pattern: new RegExp(`(?<relative>${RELATIVE_MONTH}) ?(?<day>${TWO}) ?[日号]${TIME}`, 'gu'),
    read: (g) => reading('relative', { ...none, day: number(g.day) }, g),
  },
  {
    needs: ['月'],
    pattern: new RegExp(
      `(?:(?<relative>${RELATIVE_YEAR}) ?|(?<![0-9年.第${HAN_DIGIT}]))${MONTH}(?:[初底末]|上旬|中旬|下旬)?(?! ?[0-9${HAN_DIGIT}]|刊|报|球|饼|子|台|色|来|薪|租)`,
      'gu',
    ),
    read: (g) =>
      reading(g.relative === undefined ? 'month' : 'relative', { ...none, month: number(g.month) }),
  },
  {
    needs: ['日'],
    pattern: new RegExp(
      `(?<![0-9年月第${HAN_DIGIT}.:/\\-约近至到]|[0-9],)(?<day>[0-9]{1,2}) ?日(?!内|间|游|均|元|本|报|军|语|后|以内|之内|照|程|夜|龄|制)${TIME}`,
      'gu',
    ),
    read: (g) => reading('day', { ...none, day: number(g.day) }, g),
  },
  {
    needs: ['/'],
    pattern: new RegExp(
      `(?<![0-9/.])(?:(?<=${OF_A_DAY.before})|(?=[0-9]{1,2}/[0-9]{1,2}${OF_A_DAY.behind}))(?<month>1[0-2]|0?[1-9])/(?<day>3[01]|[12][0-9]|0?[1-9])(?![0-9/.%])`,
      'gu',
    ),
    read: (g) => reading('month-day', { year: null, month: number(g.month), day: number(g.day) }, g),
  },
  {
    // “3·17”火灾, 5·12地震: an event by the name of its day.
    needs: ['·'],
    pattern:
      /(?<=[“"「『])(?<month>1[0-2]|0?[1-9])·(?<day>3[01]|[12][0-9]|0?[1-9])(?=[”"」』])|(?<![0-9·.])(?<month2>1[0-2]|[1-9])·(?<day2>3[01]|[12][0-9]|[1-9])(?=(?:特大|重大|较大)?\p{Script=Han}{0,4}(?:案|事故|火灾|地震|爆炸|事件))/gu,
    read: (g) =>
      reading(
        'month-day',
        { year: null, month: number(g.month ?? g.month2), day: number(g.day ?? g.day2) },
        g,
      ),
  },
  {
    needs: ['-'],
    pattern:
      /(?<![0-9\-–./:])(?<month>0[1-9]|1[0-2])-(?<day>0[1-9]|[12][0-9]|3[01])(?![0-9\-–./:])(?:[ ]{1,4}(?<hour>[0-9]{1,2}):(?<clockMinute>[0-5][0-9])(?::(?<second>[0-5][0-9]))?)?/gu,
    read: (g) =>
      g.month?.startsWith('0') || g.hour !== undefined
        ? reading('month-day', { year: null, month: number(g.month), day: number(g.day) }, g)
        : null,
  },
];

/** Words that name a day, month or year by its distance: 昨日, 本月, 同年, 周三. */
export const RELATIVE_DATES: readonly DateRule[] = [
  {
    oneOf: ['日', '天', '晚', '夜', '晨', '今早', '明早', '近期'],
    pattern: new RegExp(`(?:${RELATIVE_DAY})(?!头条|美术|俄罗斯|股份)${TIME}`, 'gu'),
    read: (g) => withTime('relative', g),
  },
  {
    needs: ['年'],
    pattern: new RegExp(`(?:${RELATIVE_YEAR})(?:${SEASON})?`, 'gu'),
    read: () => vague('relative'),
  },
  {
    needs: ['月'],
    pattern: new RegExp(`(?:${RELATIVE_MONTH})(?:[初底末]|上旬|中旬|下旬)?`, 'gu'),
    read: () => vague('relative'),
  },
  {
    oneOf: ['周', '星期', '礼拜'],
    pattern: new RegExp(`${WEEKDAY}${TIME}`, 'gu'),
    read: (g) => withTime('relative', g),
  },
];

function withTime(kind: DateKind, groups: Groups): DateReading | null {
  const time = timeOf(groups);
  return time === undefined ? null : vague(kind, null, time);
}
