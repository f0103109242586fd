/** Notes about who did what and who holds an office, in the language of the question. */
import type { Language, Role } from '../../retrieval/question.js';
import { listed, pick } from './note-language.js';

const ROLE_NAMES: Readonly<Record<Role, readonly [hans: string, hant: string, en: string]>> = {
  chair: ['主持', '主持', '主持 (chaired)'],
  attend: ['出席', '出席', '出席 (attended)'],
  'attend-and-speak': ['出席并讲话', '出席並講話', '出席并讲话 (attended and spoke)'],
  'sit-in': ['列席', '列席', '列席 (sat in)'],
  deploy: ['作具体部署', '作具體部署', '作具体部署 (made specific arrangements)'],
  notify: ['通报', '通報', '通报 (gave a briefing)'],
  report: ['汇报', '匯報', '汇报 (reported)'],
  'take-part': ['参加', '參加', '参加 (took part)'],
  speak: ['讲话', '講話', '讲话 (spoke)'],
  inspect: ['调研或检查', '調研或檢查', '调研/检查 (inspected)'],
};

/** Said of one person or body: 楼阳生 出席并讲话. */
export interface Part {
  readonly who: string;
  readonly role: Role;
}

function roleName(role: Role, language: Language): string {
  const [hans, hant, en] = ROLE_NAMES[role];
  return pick(language, hans, hant, en);
}

/** The asked role is nobody's in the text; who did what is. */
export function roleNotStated(role: Role, parts: readonly Part[], language: Language): string {
  const asked = roleName(role, language);
  const said = parts.map(
    ({ who, role: given }) => `${who}${language === 'en' ? ' ' : ''}${roleName(given, language)}`,
  );
  if (said.length === 0)
    return pick(
      language,
      `文章没有说谁${asked}。`,
      `文章沒有說誰${asked}。`,
      `The articles don't say who ${asked}.`,
    );
  return pick(
    language,
    `文章没有说谁${asked}；文中写的是：${said.join('，')}。`,
    `文章沒有說誰${asked}；文中寫的是：${said.join('，')}。`,
    `The articles don't say who ${asked}; they say: ${said.join('; ')}.`,
  );
}

/** Beside those whom the question leaves out the text names nobody in the role. */
export function nobodyElse(role: Role, language: Language): string {
  const asked = roleName(role, language);
  return pick(
    language,
    `除此之外，文章没有写还有谁${asked}。`,
    `除此之外，文章沒有寫還有誰${asked}。`,
    `The articles name nobody else who ${asked}.`,
  );
}

/** The nearest role stands in for the asked one. */
export function roleStandsIn(asked: Role, given: Role, language: Language): string {
  const [a, g] = [roleName(asked, language), roleName(given, language)];
  return pick(
    language,
    `文中写的是“${g}”，没有写“${a}”。`,
    `文中寫的是「${g}」，沒有寫「${a}」。`,
    `The text says ${g}, not ${a}.`,
  );
}

/** Nobody holds the asked office in the articles; these hold one of that name. */
export function officeNotHeld(
  office: string,
  place: string | null,
  holders: readonly string[],
  language: Language,
): string {
  const asked =
    place === null || office.includes(place)
      ? office
      : pick(language, `${place}的${office}`, `${place}的${office}`, `${office} of ${place}`);
  const there = listed(holders, language);
  if (holders.length === 0)
    return pick(
      language,
      `文章没有说${asked}是谁。`,
      `文章沒有說${asked}是誰。`,
      `The articles don't say who is ${asked}.`,
    );
  return pick(
    language,
    `文章没有说${asked}是谁；文中有${there}。`,
    `文章沒有說${asked}是誰；文中有${there}。`,
    `The articles don't say who is ${asked}; they name ${there}.`,
  );
}

/** A yes-no question: the text says just that. */
export function saysSo(language: Language): string {
  return pick(language, '是：文章就是这样写的。', '是：文章就是這樣寫的。', 'Yes: the text says so.');
}

/** A yes-no question: the text names somebody else. */
export function saysOtherwise(others: string, language: Language): string {
  return pick(
    language,
    `文章没有这样写；写的是${others}。`,
    `文章沒有這樣寫；寫的是${others}。`,
    `The text does not say so; it names ${others}.`,
  );
}

/** The text names the person's part, and no words of his. */
export function saidNothing({ who, role }: Part, language: Language): string {
  const part = roleName(role, language);
  return pick(
    language,
    `文章没有写${who}说了什么；文中写的是：${who}${part}。`,
    `文章沒有寫${who}說了什麼；文中寫的是：${who}${part}。`,
    `The articles don't say what ${who} said; they say: ${who} ${part}.`,
  );
}
