/** `stamp` is 时间 or 日期 without more: a time of publication only when it looks like one, else what a notice announces. */
type Label =
  | 'source'
  | 'author'
  | 'reporters'
  | 'editors'
  | 'published'
  | 'stamp'
  | 'url'
  | 'originalTitle'
  | 'other';

/** Labels on the folded layer. Longer ones stand first where one begins with another. */
const LABELS: readonly (readonly [Label, string])[] = [
  ['source', '文章来源|信息来源|新闻来源|稿件来源|内容来源|来源|来 源|稿源|出处'],
  ['editors', '责任编辑|值班编辑|执行编辑|本期编辑|网络编辑|新媒体编辑|文字编辑|编辑|责编|编 辑'],
  ['author', '作者|作 者|撰文|撰稿'],
  ['reporters', '本报记者|本网记者|文字记者|记者|通讯员|采写'],
  [
    'published',
    '发布时间|发布日期|更新日期|发表时间|发表日期|刊发时间|发稿时间|更新时间|成文日期|印发日期|发布于',
  ],
  ['stamp', '时间|日期'],
  ['originalTitle', '原标题|原题|原文标题'],
  ['url', '原文链接|本文链接|文章链接|原文地址|链接|网址'],
  [
    'other',
    '点击次数|点击数|点击量|点击|浏览次数|浏览量|浏览|阅读次数|阅读量|阅读数|阅读|访问量|访问次数|评论数|评论|人气|字号|字体|分享到|分享|收藏|打印|审核|校对|监制|终审|审签|主编|编审|统筹|制作|值班主任|值班总监|视觉|美编|版式|二审|三审|初审|复审|栏目|分类|标签|关键词|供稿|拍照|录入|排版|制图|字数|文号|索引号|发布机构|主题分类',
  ],
];
const KIND_OF: ReadonlyMap<string, Label> = new Map(
  LABELS.flatMap(([kind, words]) => words.split('|').map((word): [string, Label] => [word, kind])),
);
/** Behind another word these are parts of that word: 会议时间, 资金来源. */
const NOT_BEHIND_A_WORD =
  '(?<!\\p{Script=Han})(?=时间|日期|链接|网址|浏览|阅读|评论|栏目|分类|标签|字体|统筹|制作)|(?<!资金|经费|数据|图片|资料|消息|财源|收入)(?!时间|日期|链接|网址|浏览|阅读|评论|栏目|分类|标签|字体|统筹|制作)';
const LABEL = new RegExp(
  `(?:${NOT_BEHIND_A_WORD})(${[...KIND_OF.keys()].sort((a, b) => b.length - a.length).join('|')}) {0,3}(?::|(?<=(?:^|[ |])\\S{1,6} {0,3})[|丨/]) {0,3}`,
  'gu',
);
/** Where a value ends though no label follows. */
const VALUE_END = / {2,}|\t|[|]| (?=收藏|分享|打印|字号|字体|评论|我要|微信|微博|\[|【)/;

/** A labelled part of a line. */
export interface Field {
  readonly label: Label;
  readonly value: string;
}

/** Cuts a line at its labels: `来源: 河南日报编辑: 张雨晴` holds two fields. `folded` is `text` on the folded layer. */
export function fieldsOf(
  text: string,
  folded: string,
): { readonly fields: readonly Field[]; readonly before: string } {
  const labels = Array.from(folded.matchAll(LABEL));
  const fields = labels.map((match, i): Field => {
    const start = match.index + match[0].length;
    const end = labels[i + 1]?.index ?? text.length;
    const label = KIND_OF.get(match[1] ?? '') ?? 'other';
    const value = folded.slice(start, end);
    const cutAt = label === 'originalTitle' ? -1 : value.search(VALUE_END);
    return { label, value: text.slice(start, cutAt < 0 ? end : start + cutAt).trim() };
  });
  return { fields, before: text.slice(0, labels[0]?.index ?? text.length) };
}
