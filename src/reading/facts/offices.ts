/** Offices as phrases: finding them beside a name, and telling whether a given one is the one asked for. */
import { findOffices } from '../../language/names.js';

/** What stands before a title and changes it: 副市长 is no 市长. */
const MODIFIER = /(?:第一|常务|副|代理|代|原|前任|前|名誉|执行|一级|二级|三级|四级)+$/u;
/** Modifiers under which the title is still held: an acting mayor answers "who is the mayor". */
const STILL_HELD = /^(?:代理|代|第一|)$/u;
/** 二级巡视员 is a 巡视员. */
const GRADE = /^[一二三四]级$/u;
/** Heads that English does not tell apart: director, head, chief. */
const DIRECTORS = /^(?:主任|局长|厅长|部长|院长|处长|所长|负责人)$/u;
const RANK_NOUN = /(?:领导|同志|领导同志|专家|代表|负责人|记者|通讯员|委员|成员)$/u;
/** Words of a clause; no office holds them. */
const NOT_IN_OFFICE = /的|有(?!限)|是|主持|出席|列席|参加|通报|汇报|讲话|指出|强调|要求|来到|到(?!位)/u;
const LONGEST_PHRASE = 40;

export interface Office {
  /** Title without modifiers: 市长, 书记, 巡视员. */
  readonly head: string;
  /** 副, 常务副, 二级, or ''. */
  readonly modifier: string;
  /** What stands before: 省教育厅, 市委, 郑州大学党委, or ''. */
  readonly institution: string;
}

/** Takes an office phrase (folded, ending with its title) apart, or null when it does not end with a title. */
export function parseOffice(phrase: string): Office | null {
  const last = findOffices(phrase).at(-1);
  if (last === undefined || last.end !== phrase.length) return null;
  const head = headOf(phrase);
  const before = phrase.slice(0, phrase.length - head.length);
  const modifier = MODIFIER.exec(before)?.[0] ?? '';
  return { head, modifier, institution: before.slice(0, before.length - modifier.length) };
}

/** Longest titles first; the head is what is left when institution and modifiers are off. */
const HEAD =
  /(?:总书记|书记|秘书长|总理|总统|国务卿|首相|主席|省长|市长|县长|区长|州长|镇长|乡长|村长|主任|部长|厅长|局长|司长|处长|科长|院长|校长|行长|会长|理事长|董事长|总经理|经理|总裁|指挥长|组长|队长|司令员|司令|政委|常委|委员|代表|发言人|巡视员|调研员|检察长|审判长|关长|站长|馆长|所长|台长|社长|总编辑|主编|编辑|记者|教授|顾问|教练|院士|大使|议员|国王|皇帝|大臣|主管|总监|秘书|干事|[\p{Script=Han}]长|[\p{Script=Han}]{2})$/u;

function headOf(phrase: string): string {
  return HEAD.exec(phrase)?.[0] ?? phrase;
}

/** Whether a phrase is a run of offices or ranks (市领导; 郑州大学党委副书记、副校长???), so that names around it belong together. */
export function isOfficeRun(text: string): boolean {
  if (text.length > LONGEST_PHRASE * 3) return false;
  return text.split(/[、,，\s]+/u).every((piece) => {
    const bare = piece.replace(/[?？□�]+$/u, '');
    if (bare === '') return true;
    if (bare.length > LONGEST_PHRASE || NOT_IN_OFFICE.test(bare)) return false;
    return RANK_NOUN.test(bare) || findOffices(bare).at(-1)?.end === bare.length;
  });
}

export interface OfficeMatch {
  /** 0..1: how surely the given office is the asked one, its place left aside. */
  readonly certainty: number;
}

/**
 * Whether a given office phrase is the asked one: same head and modifier, and the asked institution inside the given
 * one, abbreviations included. `loose` lets English heads (director) stand for any head of an institution.
 */
export function matchOffice(asked: Office, given: Office, loose: boolean): OfficeMatch | null {
  const sameHead =
    asked.head === given.head || (loose && DIRECTORS.test(asked.head) && DIRECTORS.test(given.head));
  if (!sameHead || !sameModifier(asked.modifier, given.modifier)) return null;
  if (asked.institution === '') return { certainty: given.institution === '' ? 1 : 0.8 };
  return institutionWithin(asked.institution, given.institution) ? { certainty: 1 } : null;
}

function sameModifier(asked: string, given: string): boolean {
  if (asked === given) return true;
  if (asked === '') return STILL_HELD.test(given) || GRADE.test(given);
  return asked === '副' && given === '常务副';
}

/** Institution words of both, level and place words left aside: 省卫健委 ~ 河南省卫生健康委员会. */
function institutionWithin(asked: string, given: string): boolean {
  if (given.includes(asked) || (given !== '' && asked.endsWith(given))) return true;
  const bareAsked = asked.replace(/^[\p{Script=Han}]{2,4}(?=[省市县区])/u, '');
  if (given.includes(bareAsked)) return true;
  const [short, long] = bareAsked.length <= given.length ? [bareAsked, given] : [given, bareAsked];
  return (
    short.length >= 3 &&
    short.charAt(0) === long.charAt(0) &&
    isSubsequence(short, long) &&
    sameKind(short, long)
  );
}

/** An abbreviation ends as its long form does, up to the 员会 that 委 leaves out. */
function sameKind(short: string, long: string): boolean {
  return long.replace(/员会$/u, '').endsWith(short.slice(-1));
}

function isSubsequence(short: string, long: string): boolean {
  let at = 0;
  for (const character of long) if (character === short.charAt(at)) at++;
  return at === short.length;
}

/** Level of government that an office belongs to, which ties it to a place: 市长 and 市委书记 to a city. */
export function levelOf(office: Office): '省' | '市' | '县' | '区' | null {
  const own = /^([省市县区])长$/u.exec(office.head)?.[1];
  const found = own ?? /(?:^|[\p{Script=Han}])([省市县区])/u.exec(office.institution)?.[1];
  return found === '省' || found === '市' || found === '县' || found === '区' ? found : null;
}
