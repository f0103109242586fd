/** Caveats and reasons of refusals, in the language of the question. */
import type { Language, Role } from '../retrieval/question.js';

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

function pick(language: Language, hans: string, hant: string, en: string): string {
  if (language === 'en') return en;
  return language === 'zh-Hant' ? hant : hans;
}

function roleName(role: Role, language: Language): string {
  const [hans, hant, en] = ROLE_NAMES[role];
  return pick(language, hans, hant, en);
}

function listed(items: readonly string[], language: Language): string {
  return items.join(language === 'en' ? ', ' : '、');
}

/** "no article mentions 第二十次专题会议; there are 第七次, 第十四次". */
export function noSuchOrdinal(surface: string, present: readonly string[], language: Language): string {
  const there = listed(present, language);
  if (present.length === 0)
    return pick(
      language,
      `没有文章提到${surface}。`,
      `沒有文章提到${surface}。`,
      `No article mentions ${surface}.`,
    );
  return pick(
    language,
    `没有文章提到${surface}；有的是${there}。`,
    `沒有文章提到${surface}；有的是${there}。`,
    `No article mentions ${surface}; there are ${there}.`,
  );
}

/** Nothing of that name, date or place is in any article. */
export function noMention(surface: string, language: Language): string {
  return pick(
    language,
    `没有文章提到“${surface}”。`,
    `沒有文章提到「${surface}」。`,
    `No article mentions “${surface}”.`,
  );
}

/** Each condition is met somewhere, but not all in one place. */
export function notTogether(surfaces: readonly string[], language: Language): string {
  const quoted = surfaces.map((surface) => pick(language, `“${surface}”`, `「${surface}」`, `“${surface}”`));
  return pick(
    language,
    `没有文章同时讲到${listed(quoted, language)}。`,
    `沒有文章同時講到${listed(quoted, language)}。`,
    `No article says this of ${quoted.join(' and ')} together.`,
  );
}

/** The event is there, the day is not: which days are. */
export function noSuchDate(surface: string, present: readonly string[], language: Language): string {
  const there = listed(present, language);
  if (present.length === 0) return noMention(surface, language);
  return pick(
    language,
    `没有文章讲到${surface}的这件事；文中的日期是${there}。`,
    `沒有文章講到${surface}的這件事；文中的日期是${there}。`,
    `No article reports this for ${surface}; the dates given are ${there}.`,
  );
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

/** The place of an office was inferred from the article's outlet or other signs, not read beside it. */
export function placeInferred(place: string, language: Language): string {
  return pick(
    language,
    `“${place}”是按文章的来源或上下文推断的。`,
    `「${place}」是按文章的來源或上下文推斷的。`,
    `That this is ${place} is inferred from the article's outlet or context.`,
  );
}

/** A set phrase occurs, its items don't. */
export function itemsNotListed(phrase: string, language: Language): string {
  return pick(
    language,
    `文章提到“${phrase}”，但没有列出具体内容。`,
    `文章提到「${phrase}」，但沒有列出具體內容。`,
    `The articles mention “${phrase}” but don't list what it comprises.`,
  );
}

/** The list in the text says itself that it is not whole. */
export function listIsOpen(language: Language): string {
  return pick(
    language,
    '原文的名单以“等”结尾，未必齐全。',
    '原文的名單以「等」結尾，未必齊全。',
    'The list in the text ends with 等 (and others): it may not be complete.',
  );
}

/** A name in the list is lost in the text. */
export function nameIsLost(language: Language): string {
  return pick(
    language,
    '原文这里有一个名字缺损。',
    '原文這裡有一個名字缺損。',
    'One name is lost in the text at this place.',
  );
}

/** A number that stands nowhere as such. */
export function counted(language: Language): string {
  return pick(
    language,
    '这个数是按原文所列数出来的。',
    '這個數是按原文所列數出來的。',
    'Counted from the list in the text.',
  );
}

/** Articles give different answers. */
export function articlesDisagree(
  versions: readonly { readonly answer: string; readonly source: string }[],
  language: Language,
): string {
  const said = versions.map(({ answer, source }) =>
    pick(language, `${answer}（${source}）`, `${answer}（${source}）`, `${answer} (${source})`),
  );
  return pick(
    language,
    `各篇文章说法不一：${said.join('；')}。`,
    `各篇文章說法不一：${said.join('；')}。`,
    `The articles disagree: ${said.join('; ')}.`,
  );
}

/** Too little of the question stands together anywhere. */
export function notCovered(words: readonly string[], language: Language): string {
  const quoted = listed(
    words.map((word) => pick(language, `“${word}”`, `「${word}」`, `“${word}”`)),
    language,
  );
  if (words.length === 0)
    return pick(language, '文章没有讲到这个问题。', '文章沒有講到這個問題。', 'The articles don’t say.');
  return pick(
    language,
    `文章没有讲到：找不到${quoted}。`,
    `文章沒有講到：找不到${quoted}。`,
    `The articles don’t say: nothing there speaks of ${quoted}.`,
  );
}

/** The topic is there, a fact of the asked kind is not. */
export function factNotGiven(language: Language): string {
  return pick(
    language,
    '文章讲到了相关内容，但没有给出这一点。',
    '文章講到了相關內容，但沒有給出這一點。',
    'The articles touch on this but don’t give the fact asked for.',
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

/** A meeting by video is held at no one place. */
export function heldByVideo(language: Language): string {
  return pick(
    language,
    '文章只写了会议的形式，没有写主会场在哪里。',
    '文章只寫了會議的形式，沒有寫主會場在哪裡。',
    'The text gives only the form of the meeting, not where its main venue was.',
  );
}
