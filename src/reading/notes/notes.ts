/** Caveats and reasons of refusals, in the language of the question. */
import type { Language } from '../../retrieval/question.js';
import { listed, pick } from './note-language.js';

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

/** The thing is told, but of others than the one asked about. */
export function notOf(surface: string, language: Language): string {
  return pick(
    language,
    `文章没有讲到“${surface}”的这件事。`,
    `文章沒有講到「${surface}」的這件事。`,
    `The articles don’t tell this of “${surface}”.`,
  );
}

/** No report is of a meeting or visit at that place. */
export function noSuchMeeting(place: string, language: Language): string {
  return pick(
    language,
    `没有文章报道“${place}”的这次会议或活动。`,
    `沒有文章報道「${place}」的這次會議或活動。`,
    `No article reports such a meeting or visit of “${place}”.`,
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

/** A point is asked for that the enumeration does not reach. */
export function fewerPoints(points: number, language: Language): string {
  return pick(
    language,
    `文章只列出了${points}点。`,
    `文章只列出了${points}點。`,
    `The articles list only ${points} points.`,
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

/** Only what has been is told, not what comes next. */
export function notAnnounced(language: Language): string {
  return pick(
    language,
    '文章没有讲到下一次的情况。',
    '文章沒有講到下一次的情況。',
    'The articles don’t tell of the next one.',
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

/** A meeting by video is held at no one place. */
export function heldByVideo(language: Language): string {
  return pick(
    language,
    '文章只写了会议的形式，没有写主会场在哪里。',
    '文章只寫了會議的形式，沒有寫主會場在哪裡。',
    'The text gives only the form of the meeting, not where its main venue was.',
  );
}

/** What the credits of an article may lack, as notes call it. */
const CREDITS: Readonly<Record<Credit, readonly [hant: string, en: string]>> = {
  编辑: ['編輯', 'editor'],
  摄影: ['攝影', 'photographer'],
  记者: ['記者', 'reporter'],
  来源: ['來源', 'source'],
  发布时间: ['發布時間', 'time of publication'],
  标题: ['標題', 'title'],
  署名: ['署名', 'such credit'],
};

export type Credit = '编辑' | '摄影' | '记者' | '来源' | '发布时间' | '标题' | '署名';

/** The article names no such thing. */
export function creditNotGiven(credit: Credit, article: string, language: Language): string {
  const [hant, english] = CREDITS[credit];
  return pick(
    language,
    `“${article}”没有写明${credit}。`,
    `「${article}」沒有寫明${hant}。`,
    `“${article}” gives no ${english}.`,
  );
}

/** Only month and day stand in the report; the year is that of its publication. */
export function yearInferred(day: string, published: string | null, language: Language): string {
  if (published === null)
    return pick(
      language,
      `文中只写“${day}”，年份是推断的。`,
      `文中只寫「${day}」，年份是推斷的。`,
      `The text only says ${day}; the year is inferred.`,
    );
  return pick(
    language,
    `文中只写“${day}”，年份按发布时间“${published}”推断。`,
    `文中只寫「${day}」，年份按發布時間「${published}」推斷。`,
    `The text only says ${day}; the year follows from the time of publication, ${published}.`,
  );
}

/** Neither the report nor its credits give a year. */
export function noYear(day: string, language: Language): string {
  return pick(
    language,
    `文中只写“${day}”，没有写年份。`,
    `文中只寫「${day}」，沒有寫年份。`,
    `The text only says ${day} and gives no year.`,
  );
}

/** The report tells the day and no time by the clock. */
export function noClock(day: string, language: Language): string {
  return pick(
    language,
    `文中只写“${day}”，没有写几点。`,
    `文中只寫「${day}」，沒有寫幾點。`,
    `The text only says ${day} and gives no time of day.`,
  );
}

/** Somebody is named without any office. */
export function postNotGiven(name: string, language: Language): string {
  return pick(
    language,
    `文章没有写${name}的职务。`,
    `文章沒有寫${name}的職務。`,
    `The articles don't say which post ${name} holds.`,
  );
}
