/**
 * What frames a question in a test of reading and asks for nothing: 根据这段话, 以下哪一项, according to the passage, which of
 * the following. No text says these words, so that a question that keeps them seems to ask for more than there is.
 */
import { apply, type Rule, rule, wordingOf } from './wording-rules.js';

const TEXT = '(?:文章|文字|短文|文段|段落|材料|报道|资料|选文|原文|课文|文本|段话|文中)';
const THIS = '(?:以上|上述|上面|上|以下|下面|给出的|所给的?|这一?|那|该|本|此|篇|段|则|份)';
const FOLLOWING = '(?:以下|下列|下面|下述)';
const CHOICE = '(?:哪一?[项个种条点句]|哪些|何者)';
const STATEMENT = '(?:说法|描述|表述|陈述|叙述|观点|理解|结论|介绍)';
const TRUE =
  '(?:不|并非|最)?(?:正确|错误|准确|属实|真实|恰当|成立|有误|对|符合(?:事实|原文|文意|文章(?:内容)?)?)';
const END = '[?？。.\\s]*$';

/** In the order in which they are applied; of folded Chinese. */
const CHINESE: readonly Rule[] = [
  rule(
    `(?:^|(?<=[,，]))(?:请)?(?:根据|依据|依照|按照|从|据|结合|阅读)${THIS}{0,3}${TEXT}(?:的)?(?:主要)?(?:内容|信息|描述|叙述|所述|中|里)*(?:来看|可知|可以知道|可以看出|回答)?(?:[,，:：]|(?=${FOLLOWING}|哪|什么|谁))`,
    '',
  ),
  // 根据第三次会议的报道,…: whose report it is says which is meant.
  rule(
    `^(?:请)?(?:根据|依据|按照|据|结合|阅读)([^,，。?？]{2,24}?)的?(?:文章|报道|消息|稿件|新闻|通稿)(?:中的?内容)?[,，:：]`,
    '$1,',
  ),
  // 作者提到庙会上有什么: of the author alone; 作者提到的三种茶 are whatever the text names.
  rule(
    `^(?:${THIS}{0,2}(?:${TEXT})(?:的)?)?作者(?:提到|指出|认为|讲到|说到|介绍)(?:过|了|说)?[,，]?(?!的|了?(?:什么|哪|谁))`,
    '',
  ),
  // 这段讲配眼镜的文字指出,…: what it is about says which is meant.
  rule(
    `^(?:这|那|该|本|此)(?:一?[篇段则份])?(?:讲|说|谈|写|介绍|关于|讲述|描写)([^,，。?？]{2,16}?)的${TEXT}(?:中|里)?(?:指出|提到|认为|讲到|说到|说|介绍|表明)?(?:过|了)?[,，:：]`,
    '$1,',
  ),
  rule(`(?:文章|短文|文段|材料|文)[中里](?:所)?(?:提到|提及|讲到|说到|描述|列举)(?:过|了)?的`, ''),
  // 以下关于山洞的说法哪一项正确: whatever is told of it.
  rule(
    `^(?:${FOLLOWING})?(?:${CHOICE})?(?:是)?(?:${FOLLOWING})?(?:有关|关于|对于|对)(.{2,40}?)的${STATEMENT}[中里]?[,，]?(?:${FOLLOWING})?(?:有)?(?:${CHOICE})?(?:是|为)?${TRUE}的?(?:是|有)?(?:${FOLLOWING})?(?:${CHOICE})?${END}`,
    '$1是怎样的？',
  ),
  rule(
    `^(?:${FOLLOWING})?${CHOICE}(?:最|不)?(?:符合|能够?(?:体现|说明|反映|概括|描述))(.{4,40}?)${END}`,
    '$1是什么？',
  ),
  rule(`${FOLLOWING}的?(?=${CHOICE}|哪|什么)`, ''),
];

const PASSAGE = '(?:passage|text|article|paragraph|excerpt|reading|author|report|story|source)s?';
const ENGLISH: readonly (readonly [pattern: RegExp, plain: string])[] = [
  [
    new RegExp(
      `^\\s*(?:according to|based on|per|judging by|from|in)\\s+(?:the|this)\\s+(?:information\\s+(?:given\\s+)?in\\s+(?:the|this)\\s+)?${PASSAGE},?\\s+(?=\\w)`,
      'iu',
    ),
    '',
  ],
  [
    new RegExp(
      `,?\\s+(?:according to|based on|(?:as\\s+)?(?:mentioned|described|stated|discussed|given|listed)\\s+in|in)\\s+(?:the|this)\\s+${PASSAGE}(?=\\s*[?.,]|\\s*$)`,
      'iu',
    ),
    '',
  ],
  // The passage on the old mill says the same as the old mill.
  [
    new RegExp(
      `^\\s*(?:according to|based on|in|from)\\s+(?:the|this)\\s+${PASSAGE}\\s+(?:on|about|of|describing|discussing|concerning|regarding)\\s+([^,?]{3,80}),\\s+([^?]{8,}?)\\s*\\?*\\s*$`,
      'iu',
    ),
    '$2, regarding $1?',
  ],
  // Whatever is told of it.
  [
    /^\s*which (?:one )?of the following (?:statements? )?(?:(?:about|regarding|concerning|on) (?<about>.{2,80}?) )?(?:is|are|was|were)(?: not|n't)? (?:true|correct|accurate|false|incorrect|untrue)(?: (?:of|about|regarding|concerning|for) (?<of>.{2,80}?))?\s*\?*\s*$/iu,
    'What is said about $<about>$<of>?',
  ],
  [
    /^\s*which statements? (?:about|regarding|concerning|on) (.{2,80}?) (?:is|are)(?: not|n't)? (?:true|correct|accurate|false|incorrect|untrue)\s*\?*\s*$/iu,
    'What is said about $1?',
  ],
  [/\bwhich (?:one )?of the following (?=\w)/giu, 'What '],
];

/** A Chinese question without its frame, in its own script. */
export function withoutChineseFrame(typed: string): string {
  const plain = CHINESE.reduce(apply, wordingOf(typed)).typed.trim();
  return plain === '' ? typed : plain;
}

/** An English question without its frame. */
export function withoutEnglishFrame(typed: string): string {
  const plain = ENGLISH.reduce((text, [pattern, words]) => text.replace(pattern, words), typed).trim();
  return plain === '' ? typed : plain;
}
