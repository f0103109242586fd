/** Cardinal numbers in Chinese texts, with their units. */
import { HAN_NUMERAL, parseNumeral } from './numeral-grammar.js';

export interface NumberMention {
  readonly value: number;
  /** The upper end of a range (3至5 → 5), else null. */
  readonly upper: number | null;
  readonly start: number;
  /** After the numeral and a following 多, 余, 来; before the unit. */
  readonly end: number;
  /** Measure word, currency or % right after, '' if none. */
  readonly unit: string;
  /** 约, 近, 超过 before or 多, 余 after. */
  readonly approximate: boolean;
}

const UNITS = (
  '平方公里 平方千米 平方米 平方英里 立方米 万千瓦 千瓦时 千瓦 公里 千米 厘米 毫米 英里 英尺 英寸 海里 公顷 公斤 千克 毫克 ' +
  '微米 纳米 小时 分钟 个月 星期 个小时 世纪 年代 人次 人民币 美元 欧元 英镑 日元 港元 港币 台币 新台币 卢布 法郎 马克 澳元 加元 韩元 ' +
  '公元 百分点 个百分点 摄氏度 米 克 吨 升 毫升 亩 里 尺 寸 斤 两 元 块 角 分 秒 天 日 年 月 周 岁 届 次 回 遍 趟 场 轮 ' +
  '个 名 位 人 例 项 条 款 章 节 篇 部 本 册 卷 张 幅 封 件 份 套 台 架 辆 艘 列 班 架次 座 栋 幢 间 所 家 户 口 层 楼 ' +
  '种 类 样 批 组 队 支 只 头 匹 棵 株 朵 颗 粒 枚 发 把 根 块 片 面 门 道 处 点 倍 成 折 度 级 号 路 站 等 票 字 句 词 ' +
  '首 曲 集 期 代 世 任 国 省 市 县 区 镇 乡 村 州 字节 兆瓦 瓦 伏 赫兹 马力 节 桶 箱 袋 瓶 杯 剂 针 床 张床 名额 席 步 圈 局 球 分球'
).split(' ');
const UNIT = [...new Set(UNITS)].sort((a, b) => b.length - a.length).join('|');
const ARABIC = '[0-9]{1,3}(?:,[0-9]{3})+(?:\\.[0-9]+)?|[0-9]+(?:\\.[0-9]+)?';
const NUMERAL = `(?:(?:${ARABIC})[ ]?[十百千万亿]{0,3}|[${HAN_NUMERAL}]+(?:点[〇零一二三四五六七八九]+[万亿]{0,2})?)`;
/** What a number begins with: a place of the text that has none of it is passed over at one look. */
const BEGINS = `(?=[0-9${HAN_NUMERAL}约近超逾大将至不百])`;
const NUMBER = new RegExp(
  `${BEGINS}(约|近|超过?|逾|大约|将近|至少|不足)?(?:(百分之|[${HAN_NUMERAL}]{1,4}分之)?(${NUMERAL})(?:([%‰])?[至到~～\\-–—](${NUMERAL}))?)(多|余|来|几)?([%‰]| ?(?:${UNIT}))?`,
  'gu',
);

/** 分之 before the numeral makes it a fraction; 百分之 a percentage. */
function mentionedValue(prefix: string, numeral: string): number | null {
  return parseNumeral(prefix === '百分之' ? numeral : prefix + numeral);
}

const FORMAL_DIGIT = /^[壹贰叁肆伍陆柒捌玖]$/;

/** A Han numeral of one character without a unit is mostly part of a word (统一, 一起), a formal one a surname (陆). */
function isPartOfWord(prefix: string, numeral: string, unit: string, before: string): boolean {
  if (prefix !== '' || /[0-9]/.test(numeral)) return false;
  if (numeral.length === 1 && (unit === '' || FORMAL_DIGIT.test(numeral))) return true;
  return (numeral === '一' && unit === '步' && before === '进') || (numeral === '十' && unit === '分');
}

/** 23–16 is a score, 0371-65866 a telephone number: two numbers, no range. */
function isRange(from: string, to: string): boolean {
  const lower = parseNumeral(from);
  const upper = parseNumeral(to);
  return lower !== null && upper !== null && lower < upper && !/^0\d/.test(from);
}

/**
 * Every number of a folded Chinese text with its unit, in order. Ordinals (第…) are left out; dates are not: their
 * numbers carry the unit 年, 月, 日.
 */
export function findNumbers(folded: string): NumberMention[] {
  const found: NumberMention[] = [];
  for (const match of folded.matchAll(NUMBER)) {
    const [whole, about = '', prefix = '', numeral = '', , to, more = '', mark = ''] = match;
    const start = match.index + about.length;
    const unit = prefix === '百分之' ? '%' : mark.trim();
    if (/第 ?$/.test(folded.slice(Math.max(0, start - 2), start))) continue;
    if (isPartOfWord(prefix, numeral, unit, folded.charAt(start - 1))) continue;
    const value = mentionedValue(prefix, numeral.trim());
    if (value === null) continue;
    const end = match.index + whole.length - mark.length;
    const approximate = about !== '' || more !== '';
    if (to === undefined || isRange(numeral, to)) {
      found.push({ value, upper: to === undefined ? null : parseNumeral(to), start, end, unit, approximate });
      continue;
    }
    const second = end - more.length - to.length;
    found.push({
      value,
      upper: null,
      start,
      end: start + prefix.length + numeral.length,
      unit: '',
      approximate,
    });
    found.push({ value: parseNumeral(to) ?? 0, upper: null, start: second, end, unit, approximate });
  }
  return found;
}
