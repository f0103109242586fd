/** Questions about the archive itself: how many articles, which mention something, the latest one, what happened when. */

/** What is asked of the archive. `subject` is as typed, without quotes; null where the whole archive is meant. */
export type ArchiveQuestion =
  | { readonly asks: 'count' | 'list'; readonly subject: string | null }
  | { readonly asks: 'latest' | 'earliest'; readonly subject: string | null }
  | { readonly asks: 'by' | 'count-by'; readonly subject: string }
  | { readonly asks: 'timeline'; readonly subject: string };

/** A way to ask, on the folded text without its closing marks. The whole question must match: an article of a law, or an article that somebody reads, is none of the archive's. */
interface Way {
  readonly asks: ArchiveQuestion['asks'];
  readonly pattern: RegExp;
}

const PIECE = '(?:文章|稿子|稿件|报道|新闻|文档|资料|材料)';
const ARTICLE = `(?:篇${PIECE}?|个?(?:文章|稿子|稿件|报道))`;
const WHERE =
  '(?:(?:现在|目前|这里|库里|库中|资料库|文库|语料库?|档案|你们?|你这里|本库|样本库)(?:里面?|中|内)?)?(?:一共|总共|共|都)?';
const HOW_MANY = '(?:多少|几)';
const WHICH = '(?:哪些|哪几|哪|什么)';
const TELLS =
  '(?:都|曾|还)?(?:提到|提及|讲到|说到|谈到|写到|写了|讲了|出现|涉及|含有|包含|报道|报道了|介绍|引用|关于)(?:了|过)?';
const SUBJECT = '(?<subject>.{2,40}?)';
const ENGLISH_PIECE = '(?:articles?|reports?|stor(?:y|ies)|documents?|texts?|news items?|pieces)';
const ENGLISH_TELLS =
  '(?:mentions?|mentioned|talks? about|(?:is|are|was|were) about|discuss(?:es)?|refers? to|contains?|speaks? of|covers?|deals? with|reports? on|describes?)';
const ENGLISH_SUBJECT = '(?<subject>.{2,60}?)';
const THERE =
  '(?: (?:are there|do you have|have you got|are indexed|exist|in (?:the|this) (?:archive|corpus|library|collection|index)|in total|altogether|here|now))*';

const WROTE = '(?:采写|撰写|报道|写)';
const CHINESE: readonly Way[] = [
  way('by', `${WHERE}(?:有)?${WHICH}${ARTICLE}(?:是)?(?:转载自|转自|来自|来源于|来源是|出自)${SUBJECT}`),
  way('by', `${WHERE}(?:有)?${WHICH}${ARTICLE}(?:是)?由?${SUBJECT}(?:采写|撰写|写|报道|发布|发表|刊登)的`),
  way('by', `${WHERE}(?:有)?${WHICH}${ARTICLE}的?(?:责任)?(?:编辑|责编|记者|作者)是${SUBJECT}`),
  way('count-by', `(?:记者|编辑|通讯员)?${SUBJECT}(?:一共|总共|都)?${WROTE}(?:了|过)?${HOW_MANY}${ARTICLE}`),
  way('by', `${SUBJECT}(?:一共|都)?${WROTE}(?:了|过)?${WHICH}(?:几)?${ARTICLE}`),
  way(
    'by',
    `${SUBJECT}(?:一共|都)?(?:采写|撰写|写)(?:了|过)?(?:的)?(?:文章|稿子|稿件|报道)(?:都)?(?:有|是)?${WHICH}(?:几)?篇?`,
  ),
  way('by', `(?:记者|编辑|通讯员)?${SUBJECT}(?:一共|都)?${WROTE}的(?:是)?${WHICH}(?:几)?${ARTICLE}`),
  way('by', `(?:记者|编辑|通讯员)?${SUBJECT}是${WHICH}(?:几)?${ARTICLE}的(?:责任)?(?:编辑|责编|记者|作者)`),
  way(
    'latest',
    `${WHERE}(?:最新|最近|最晚)(?:的|发布的|发表的)?(?:一|那)?${ARTICLE}(?:文章)?(?:是|叫)?(?:什么|哪一?篇|哪个)?(?:标题|题目)?`,
  ),
  way(
    'earliest',
    `${WHERE}(?:最早|最旧|最老)(?:的|发布的|发表的)?(?:一|那)?${ARTICLE}(?:文章)?(?:是|叫)?(?:什么|哪一?篇|哪个)?(?:标题|题目)?`,
  ),
  way(
    'latest',
    `(?:最新|最近|最晚)(?:的)?一?篇?(?:${TELLS}|有关)${SUBJECT}的?(?:文章|稿子|报道|新闻)(?:是)?(?:什么|哪一?篇|哪个)?`,
  ),
  way(
    'earliest',
    `(?:最早|最旧)(?:的)?一?篇?(?:${TELLS}|有关)${SUBJECT}的?(?:文章|稿子|报道|新闻)(?:是)?(?:什么|哪一?篇|哪个)?`,
  ),
  way(
    'latest',
    `(?:${TELLS}|有关)${SUBJECT}的?(?:最新|最近)的?一?篇?(?:文章|稿子|报道|新闻)(?:是)?(?:什么|哪一?篇|哪个)?`,
  ),
  way(
    'earliest',
    `(?:${TELLS}|有关)${SUBJECT}的?最早的?一?篇?(?:文章|稿子|报道|新闻)(?:是)?(?:什么|哪一?篇|哪个)?`,
  ),
  way('count', `(?:${TELLS}|有关)${SUBJECT}的?${ARTICLE.replace('篇', '')}(?:一共|总共)?有${HOW_MANY}篇?`),
  way('list', `(?:${TELLS}|有关)${SUBJECT}的?(?:文章|稿子|稿件|报道|新闻)(?:都)?(?:有|是)${WHICH}(?:篇)?`),
  way('count', `${WHERE}(?:有|收录了?|收了?|索引了?|存了?)?${HOW_MANY}${ARTICLE}(?:在(?:库|这里))?`),
  way('list', `${WHERE}(?:有|收录了?|收了?)${WHICH}${ARTICLE}`),
  way('count', `${WHERE}(?:有)?${HOW_MANY}${ARTICLE}(?:里面?|中)?${TELLS}(?:了|过)?${SUBJECT}`),
  way('list', `${WHERE}(?:有)?${WHICH}${ARTICLE}(?:里面?|中)?(?:${TELLS}|里?有)(?:了|过)?${SUBJECT}`),
  way('count', `${SUBJECT}(?:一共|总共)?出现在(?:了)?${HOW_MANY}${ARTICLE}(?:里面?|中)?`),
  way(
    'count',
    `${SUBJECT}(?:在|被)?(?:一共|总共)?(?:在)?${HOW_MANY}${ARTICLE}(?:里面?|中)?(?:被)?(?:都)?(?:出现|提到|提及|讲到|报道)(?:了|过)?`,
  ),
  way(
    'list',
    `${SUBJECT}(?:都|分别)?(?:出现在|在|被)(?:了)?${WHICH}${ARTICLE}(?:里面?|中)?(?:都|被)?(?:出现|提到|提及|讲到|报道)?(?:了|过)?`,
  ),
  way(
    'timeline',
    `${SUBJECT}的?(?:时间线|时间轴|大事记|年表|来龙去脉|(?:事情|事件|整个|全部)?(?:的)?经过)(?:是(?:什么|怎样的?|怎么样的?))?`,
  ),
];
const ENGLISH: readonly Way[] = [
  way(
    'by',
    `(?:which|what) ${ENGLISH_PIECE} (?:(?:is|are|was|were) (?:taken |reprinted |written |reported )?(?:from|by)|comes? from) ${ENGLISH_SUBJECT}`,
  ),
  way('by', `(?:which|what) ${ENGLISH_PIECE} did ${ENGLISH_SUBJECT} (?:write|report|publish)`),
  way('count', `how many ${ENGLISH_PIECE}${THERE}`),
  way(
    'list',
    `(?:what|which) ${ENGLISH_PIECE}(?: (?:are there|do you have|are indexed|are in (?:the|this) (?:archive|corpus|library|collection|index)))`,
  ),
  way('count', `how many ${ENGLISH_PIECE} ${ENGLISH_TELLS} ${ENGLISH_SUBJECT}`),
  way(
    'list',
    `(?:which|what|list (?:all |the )*|name (?:all |the )*) ?${ENGLISH_PIECE} (?:that )?${ENGLISH_TELLS} ${ENGLISH_SUBJECT}`,
  ),
  way(
    'count',
    `in how many ${ENGLISH_PIECE} (?:does|do|is|are) ${ENGLISH_SUBJECT} (?:appear|occur|mentioned|discussed)`,
  ),
  way(
    'list',
    `in (?:which|what) ${ENGLISH_PIECE} (?:does|do|is|are) ${ENGLISH_SUBJECT} (?:appear|occur|mentioned|discussed)`,
  ),
  way(
    'latest',
    `(?:what|which) (?:is|was) the (?:latest|newest|most recent|last) ${ENGLISH_PIECE}(?: (?:about|on|mentioning|that mentions|covering) ${ENGLISH_SUBJECT})?`,
  ),
  way(
    'earliest',
    `(?:what|which) (?:is|was) the (?:earliest|oldest|first) ${ENGLISH_PIECE}(?: (?:about|on|mentioning|that mentions|covering) ${ENGLISH_SUBJECT})?`,
  ),
  way(
    'timeline',
    `(?:(?:show|give|what is|what's)(?: me)? )?(?:a |the )?(?:timeline|chronology) (?:of|for|about) ${ENGLISH_SUBJECT}`,
  ),
];

const POLITE =
  /^(?:请问|请|想问一?下?|我想(?:问|知道)|帮我(?:查|看|找)一?下?|查一?下|列出|please )[,，:：\s]*/iu;
const CLOSING = /(?:来着|[吗呢呀啊])?[\s?？!！。.]*$/u;
const QUOTES = /[“”"「」『』‘’《》]/gu;
/** A subject that asks is none: which articles mention who chaired… is another question. */
const NO_SUBJECT = /[谁哪]|什么|多少|^(?:的|了|它|他|她|这个?|那个?)$|\b(?:who|what|which|where)\b/iu;

function way(asks: Way['asks'], source: string): Way {
  return { asks, pattern: new RegExp(`^(?:${source})$`, 'iu') };
}

/** Every Chinese way has one of these: most questions have none, and need not be held against each way. */
const OF_ARCHIVE = /篇|文章|稿|报道|新闻|文档|资料|材料|有(?:多少|几)|时间[线轴]|大事记|年表|来龙去脉|经过/u;

/** What a question asks of the archive, or null. `asked` is folded when it is Chinese, as typed when it is English. */
export function archiveQuestion(asked: string, language: 'en' | 'zh'): ArchiveQuestion | null {
  const text = asked
    .replace(POLITE, '')
    .replace(CLOSING, '')
    .replace(/\s+/gu, language === 'en' ? ' ' : '');
  if (language !== 'en' && !OF_ARCHIVE.test(text)) return null;
  for (const { asks, pattern } of language === 'en' ? ENGLISH : CHINESE) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const subject = match.groups?.subject?.replace(QUOTES, '').trim() ?? null;
    if (subject !== null && (subject.length < 2 || NO_SUBJECT.test(subject))) return null;
    if (asks !== 'timeline' && asks !== 'by' && asks !== 'count-by') return { asks, subject };
    return subject === null ? null : { asks, subject };
  }
  return null;
}
