/** Who took which place in a contest: 甲队夺冠, 冠军由乙队夺得, 丙、丁分列第二、三名. All on folded text. */
import type { Span } from '../../corpus/article.js';
import { parseNumeral } from '../../language/numerals.js';

/** Somebody with a place; spans are in the text that was read. */
export interface Placing {
  /** 1 for the winner; 0 for a prize by its name. */
  readonly place: number;
  /** As written: 冠军, 第二名, 一等奖, 最佳女棋手. */
  readonly name: string;
  readonly who: Span;
}

const NUMERAL = '[一二三四五六七八九十\\d]{1,2}';
const PRIZE =
  '特等奖|[一二三]等奖|优秀奖|优胜奖|鼓励奖|组织奖|精神文明奖|[金银铜][奖牌]|[金银铜]质收藏|最佳[\\p{Script=Han}]{1,8}|优秀[\\p{Script=Han}]{2,8}|[“"][^“”"]{2,12}[”"](?:奖|称号)?';
const PLACE = `冠军|亚军|季军|殿军|第${NUMERAL}名?|${PRIZE}`;
/** Somebody, up to a mark or the verb. */
const WHO = '(?<who>[^,，。;；:：!！?？\\n]{2,24}?)';
const WINS = '(?:获得|夺得|荣获|摘得|赢得|拿下|捧得|斩获|取得|位列|名列|获|夺|得)';
const BORDER = '(?:^|[,，。;；!！?？\\n])';
/** 以2分11秒的成绩, 则: what stands between somebody and what he wins. */
const BY = '(?:则|也|再次|连续[\\p{Script=Han}\\d]{1,6}|分别)?(?:[以凭][^,，。;；]{1,20}?)?(?:则|再次)?';
const RULES: readonly RegExp[] = [
  // 500米决赛中,甲队以2分11秒37的成绩夺冠
  new RegExp(`${BORDER}(?:其中|最终|最后)?${WHO}${BY}(?<place>夺冠|夺魁|折桂|登顶|问鼎|称雄)`, 'gu'),
  // 甲队以12分的总积分获得冠军; 甲、乙分列第二、三名
  new RegExp(
    `${BORDER}(?:其中|最终|最后)?${WHO}${BY}(?:${WINS}|分列|分获|分别(?:获得?|位列|名列|夺得))(?:了)?(?:[^,，。;；、]{0,12}?)(?<place>(?:${PLACE})(?:(?:[、和与及至到~-]|以及)(?:${PLACE}|${NUMERAL}名?)){0,5})`,
    'gu',
  ),
  // 冠军由乙队夺得, 最佳棋手是某某
  new RegExp(
    `(?<place>${PLACE})(?:则|奖杯)?(?:由|是|为|归|被|颁给了?|授予了?|属于)${WHO}(?:${WINS}|摘走|所得|收入囊中|(?=[,，。;；\\n]|$))`,
    'gu',
  ),
  // 第一名汪某, 一等奖：甲、乙
  new RegExp(
    `(?:^|[,，。;；、\\s])(?<place>冠军|亚军|季军|第${NUMERAL}名|特等奖|[一二三]等奖|优秀奖|[金银铜][奖牌])(?:\\d{1,3}[名个人件幅]?)?\\s*(?:[:：]\\s*|(?:[(（][^()（）]{1,12}[)）])\\s*)?${WHO}(?=[,，。;；(（\\n]|$|亩产|获|以|为)`,
    'gu',
  ),
];
/** 夺冠 and the like. */
const CHAMPION = /^(?:夺冠|夺魁|折桂|登顶|问鼎|称雄|冠军|金[奖牌])$/u;
const BETWEEN = /[、和与及]|以及/u;

/** All placings in a text, in order of the rules. Where several share a clause, each has its own place. */
export function placingsIn(text: string): readonly Placing[] {
  return RULES.flatMap((rule) =>
    [...text.matchAll(rule)].flatMap((match): Placing[] => {
      const { who = '', place = '' } = match.groups ?? {};
      const start = match.index + match[0].indexOf(who, who === place ? 1 : 0);
      const people = parts(who, start);
      const places = placesIn(place);
      if (people.length > 1 && places.length === people.length)
        return people.map((span, i) => ({ ...(places[i] ?? { place: 0, name: place }), who: span }));
      const whole: Span = [start, start + who.length];
      return places.map((one) => ({ ...one, who: whole }));
    }),
  );
}

/** 甲、乙和丙 as its parts. */
function parts(text: string, from: number): readonly Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && !BETWEEN.test(text.charAt(at))) continue;
    if (at > start) spans.push([from + start, from + at]);
    start = at + 1;
  }
  return spans;
}

/** 第二、三名 as two places, 第四至第六名 as three. */
function placesIn(text: string): readonly Pick<Placing, 'place' | 'name'>[] {
  const range = new RegExp(`^第(${NUMERAL})[至到~-]第?(${NUMERAL})名?$`, 'u').exec(text);
  if (range !== null) {
    const [first, last] = [placeOf(`第${range[1]}名`), placeOf(`第${range[2]}名`)];
    const count = Math.max(0, Math.min(12, last - first + 1));
    return Array.from({ length: count }, (_, i) => ({ place: first + i, name: text }));
  }
  return text
    .split(/[、和与及]/u)
    .filter((one) => one !== '')
    .map((name) => ({ place: placeOf(name), name }));
}

/** 1 for 冠军 and 第一名, 0 for what is no place in a row. */
export function placeOf(name: string): number {
  if (CHAMPION.test(name)) return 1;
  if (/^(?:亚军|银[奖牌])$/u.test(name)) return 2;
  if (/^(?:季军|铜[奖牌])$/u.test(name)) return 3;
  if (name === '殿军') return 4;
  if (/等奖/u.test(name)) return 0;
  return parseNumeral(new RegExp(`^第?(${NUMERAL})名?$`, 'u').exec(name)?.[1] ?? '') ?? 0;
}
