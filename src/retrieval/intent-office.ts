/** The office that a Chinese question asks for. */
import { findOffices } from '../language/names.js';
import { maskQuotes } from './intent-chinese.js';

/** Asked for a person's post itself. */
const ASKS_POST =
  /(?:什么|啥|何|哪个|哪些)(?:职务|职位|官职|身份|头衔|职|官|岗位)|(?:职务|职位|头衔|身份)(?:是|有)/u;
/** What may stand in an office's name before its title: 省教育厅, 郑州大学党委, 市新冠肺炎疫情应急处置联合指挥部. */
const BOUNDARY =
  /[^\p{Script=Han}a-z0-9“”"·+]|[那这](?=[个位名])|个|该|会议|会上|大会|座谈会|调度会|次会|谁|是|由|在|的|了|哪|位|名|问|请|任|当(?!地)|担|主持|出席|列席|和|与|及|去|到|叫|因|而|被|将|(?<=会议?)[上中]/gu;
/** 省卫健委的副主任: the institution may be joined to its office by 的. */
const POSSESSIVE =
  /([\p{Script=Han}]{0,30}(?:部|委|厅|局|院|大学|学院|中心|公司|集团|政协|人大|办公室|委员会|协会))的$/u;
/** 组长会议, 主任办公会: part of a meeting's name, not an office asked for. */
const MEETING_FOLLOWS = /^(?:办公|联席|扩大)?(?:会议|会|办公室|制|团|大会|席)/u;
/** What follows an office that is asked for: 省长是谁, 省长叫什么, or nothing. */
const ASKED_BY_AFTER =
  /^(?:$|[?？呀啊呢]|(?:现在|目前|分别|又|都)?(?:(?:是|由|为)(?![男女什怎否不])|叫|谁|姓|哪)|的?(?:名字|姓名))/u;
/** What stands before one: 谁是省长, 哪位副市长. */
const ASKED_BY_BEFORE = /(?:谁|何人|哪一?位|哪名|哪个人)(?:是|任|担任|当|出任|做|为)?$/u;
/** An office that begins the question and acts: 省政协主席列席了哪个会. */
const ACTS = /^(?:主持|出席|列席|参加|作|部署|通报|汇报|讲话|调研|检查|视察|在|于)/u;
/** 哪位市领导 asks for persons of a rank, not for the holder of one office. */
const GENERIC = /^(?:市|省|县|区)?(?:领导|负责人|负责同志|委员|代表|成员|人员|专家)$/u;

/**
 * The folded office with its institution (市长, 省教育厅二级巡视员) that a folded Chinese question asks for, 职务 when it
 * asks for a person's post, or null. An office that stands beside a known person is his address, not what is asked.
 */
export function chineseOffice(folded: string, persons: readonly string[]): string | null {
  const masked = maskQuotes(folded);
  if (ASKS_POST.test(masked)) return '职务';
  const asked = findOffices(masked).filter(({ start, end }) => {
    const after = masked.slice(end);
    return (
      !MEETING_FOLLOWS.test(after) &&
      !persons.some((name) => after.startsWith(name) || masked.slice(0, start).endsWith(name))
    );
  });
  const last = asked.at(-1);
  if (last === undefined) return null;
  const office = withInstitution(masked, last.start, last.end);
  const before = masked.slice(0, last.end - office.length);
  const after = masked.slice(last.end);
  const isAsked =
    ASKED_BY_AFTER.test(after) || ASKED_BY_BEFORE.test(before) || (before === '' && ACTS.test(after));
  return GENERIC.test(office) || !isAsked ? null : office;
}

/** The office from its institution's first character on. */
function withInstitution(masked: string, start: number, end: number): string {
  const possessive = POSSESSIVE.exec(masked.slice(0, start))?.[1];
  if (possessive !== undefined) return trimmed(possessive) + masked.slice(start, end);
  return trimmed(masked.slice(0, end), start);
}

/** What follows the last boundary before `until`. */
function trimmed(text: string, until = text.length): string {
  let from = 0;
  for (const boundary of text.slice(0, until).matchAll(BOUNDARY)) from = boundary.index + boundary[0].length;
  return text.slice(from).trim();
}
