/** Organisations by how their names end: 郑州大学, 河南日报社, 卫生健康委员会. */
import { characterTable, isHanUnit } from './character-table.js';
import { findPlaces } from './places.js';

const SUFFIXES =
  '委员会 指挥部 领导小组 管理局 公安局 教育局 财政局 商务局 民政局 统计局 卫健委 发改委 纪委监委 人民政府 人民法院 检察院 集团 有限公司 公司 大学 学院 中学 小学 医院 银行 协会 学会 联合会 基金会 研究院 研究所 日报社 日报 晚报 电视台 广播电台 博物馆 图书馆 美术馆 出版社 俱乐部 总局 总公司 联盟 交易所 法院 通讯社 实验室'.split(
    ' ',
  );
/** A name runs back to one of these, or to anything but Han characters. */
const BORDER = characterTable(
  '的了在是于到从由为与和及或对将把被给让使向往至以因若但却也都就还只而且其该此这那某每各全我本你他她它今原现称叫任入出回去离进返自即如有无不非没未已曾多数几第个名所等时年月日间后前并使据经获加称是名则兼有支可或且其家座间旗下',
);
const LONGEST_STEM = 14;
const SHORTEST_STEM = 2;
/** Stems that only describe: 综合大学, 定点医院. */
const GENERIC_STEM =
  /(?:定点|方舱|综合|重点|一所|所属|上市|著名|国立|省级|市级|当地|地方|文科|理科|私立|公立|技术|管理|文理|分|子|总|母|本|大型|小型|唱片|电影|地产|保险|商业|投资|股份|工程|管理|专门|相关|有关|有限|股份有限)$/;
/** Verbs and the like inside a stem: the name begins after the last of them. */
const LEADING_WORDS =
  /^.*(?:创办|创立|成立|设立|建立|组建|加入|考入|就读|毕业|任教|执教|收购|进入|报考|担任|访问|参观|位于|包括|以及|来自|先后|之后|随后|前往|通过|要求|根据|按照|关于|隶属|改组|改名|更名|合并|出任|领导|主持|召开|贯彻|落实|支持|推动|促进|重建|附属|妻子|母亲|父亲|弟弟|宣布|接受|反对|争夺|仿照|启动|鼓励|指导|利用|免除|建议|批准|注明|综合|随着|作为|取得|接掌|商议|转投)/u;

const ENDS = new RegExp(`(?:${[...SUFFIXES].sort((a, b) => b.length - a.length).join('|')})`, 'gu');

export interface OrganizationMention {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** False where the name's beginning was only guessed from the word before it. */
  readonly sure: boolean;
}

/** Where the stem that ends at `stemEnd` begins, or -1 when no border is near; never before `border`. */
function stemStart(folded: string, stemEnd: number, border: number): number {
  for (let start = stemEnd; start > Math.max(border, stemEnd - LONGEST_STEM); start--) {
    const unit = folded.charCodeAt(start - 1);
    if (!isHanUnit(unit) || BORDER.has(unit)) return start;
  }
  return stemEnd - LONGEST_STEM <= border ? border : -1;
}

/** The organisations that a folded text names, in order, without overlaps. */
export function findOrganizations(folded: string): OrganizationMention[] {
  const found: OrganizationMention[] = [];
  let border = 0;
  for (const match of folded.matchAll(ENDS)) {
    const [suffix] = match;
    const end = match.index + suffix.length;
    let start = stemStart(folded, match.index, border);
    const verb = start < 0 ? null : LEADING_WORDS.exec(folded.slice(start, match.index));
    if (verb !== null) start += verb[0].length;
    const stem = start < 0 ? '' : folded.slice(start, match.index);
    if (stem.length < SHORTEST_STEM || (GENERIC_STEM.test(stem) && findPlaces(stem).length === 0)) continue;
    found.push({
      name: stem + suffix,
      start,
      end,
      sure: start === 0 || !isHanUnit(folded.charCodeAt(start - 1)),
    });
    border = end;
  }
  return found;
}
