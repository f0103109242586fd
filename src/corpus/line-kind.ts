import { fold } from '../language/script.js';

const FULL_STOP = /[。;]/;
const CLAUSE = /[,、]/g;
/** A line without a full stop is prose when it has this length and these clauses. */
const LONG_LINE = 40;
const SEVERAL_CLAUSES = 2;
const LATIN_LINE = 80;
const LONGEST_HEADLINE = 80;

/** 本报讯(记者 …), 新乡网讯 (…), 新华社郑州1月9日电: how an article begins. */
const DATELINE =
  /^(?:【[^】]{1,20}】 {0,2})?(?:(?:本[报网台刊社]|[\p{Script=Han}a-z]{2,12}?[网报台社])(?:[\p{Script=Han}]{0,6})讯(?=[ (:,])|[\p{Script=Han}]{2,8}讯(?= ?[(])|[\p{Script=Han}]{1,6}[社网报](?:[\p{Script=Han}]{1,10})?\d{1,2}(?:月\d{1,2})?日(?:电|讯|消息))/u;
/** 又讯( begins a further part of the article before it. */
const FURTHER = /^(?:又讯|另讯|又电|另据.{2,12}(?:讯|消息|报道)|相关链接讯)(?=[ (:,])/;
/** (1) （一） 一、 1. 第一, ①: how an item begins. */
const ITEM =
  /^(?:[(]?[一二三四五六七八九十]{1,3}[)、.]|[一二三四五六七八九十]{1,3}[是要则]|第[一二三四五六七八九十]{1,3}[,、章节条:]|第(?:[一二三四五六七八九十]{1,3}|\d{1,2})[场期讲站课轮季次天周回组站](?=[ :])|[(]?\d{1,2}[)、.](?!\d)|[①-⑳]|[•●■◆▲★◎○▪·-] ?\S)/;
/** 记者:, 问:, 答: — somebody speaks. */
const SPEAKER = /^(?:[\p{Script=Han}a-z]{1,8}|\p{Script=Han} {1,4}\p{Script=Han}):/u;

/** Whether a line is running text: it holds a full stop, or is long and has clauses. */
export function isProse(text: string): boolean {
  const folded = fold(text);
  if (FULL_STOP.test(folded)) return true;
  if (folded.length >= LONG_LINE && hasSeveralClauses(folded)) return !/^原标?题/.test(folded);
  return folded.length >= LATIN_LINE && /[a-z] ?[.,;]/.test(folded);
}

/** Counts no further than it must: a line may be a megabyte. */
function hasSeveralClauses(folded: string): boolean {
  let clauses = 0;
  for (const _ of folded.matchAll(CLAUSE)) if (++clauses >= SEVERAL_CLAUSES) return true;
  return false;
}

export function isDateline(text: string): boolean {
  return DATELINE.test(fold(text.slice(0, LONG_LINE)));
}

export function isFurtherPart(text: string): boolean {
  return FURTHER.test(fold(text.slice(0, LONG_LINE)));
}

export function isItem(text: string): boolean {
  return ITEM.test(fold(text.slice(0, 12)));
}

export function isSpeaker(text: string): boolean {
  return SPEAKER.test(fold(text.slice(0, 12)));
}

/** Whether a line may be a title: short, no full stop, and not the beginning of something. */
export function isHeadline(text: string): boolean {
  const folded = fold(text);
  return (
    folded.length >= 2 &&
    folded.length <= LONGEST_HEADLINE &&
    !FULL_STOP.test(folded) &&
    !/[,、:;(—-]$/.test(folded) &&
    /\p{L}/u.test(folded)
  );
}
