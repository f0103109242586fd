import { simplifiedChinese as moderation } from './moderation/zh-CN.js';
import type { DateParts, Texts } from './texts.js';

const count = (value: number): string => value.toLocaleString('en-US');

function date({ year, month, day }: DateParts): string {
  return [
    year === null ? '' : `${year}年`,
    month === null ? '' : `${month}月`,
    day === null ? '' : `${day}日`,
  ].join('');
}

/** Texts in simplified Chinese. */
export const simplifiedChinese: Texts = {
  commands: {
    ask: {
      name: '提问',
      description: '向文章提问，答案附上原文依据',
      options: {
        question: { name: '问题', description: '您的问题，中文或英文均可' },
        private: { name: '仅自己可见', description: '答案只给您自己看' },
      },
    },
    sources: { name: '来源', description: '列出答案所依据的文章', options: {} },
    help: { name: '帮助', description: '这个机器人能做什么、怎么提问', options: {} },
    reindex: { name: '重建索引', description: '重新读取文章并更新索引（管理人员）', options: {} },
  },
  answer: {
    passagesOnly: '没有现成的短答案，相关原文如下',
    notFound: '文章里没有答案',
    noReason: '已收录的文章没有提到这个问题的答案。',
    note: (note) => `说明：${note}`,
    items: (items) => `共 ${count(items)} 项`,
    moreCitations: (more) => `另有 ${count(more)} 条依据未列出`,
  },
  article: {
    paragraph: (number) => `第 ${number} 段`,
    date,
    inferred: (text) => `${text}（推断）`,
    happened: (text) => `事发 ${text}`,
    alsoIn: (places) => `又见：${places}`,
  },
  sources: {
    heading: (articles) => `已收录 ${count(articles)} 篇文章`,
    none: '还没有收录文章。管理人员可以把文章放进语料文件夹，再运行 /重建索引。',
    year: (year) => `${year} 年`,
    undated: '日期不详',
    paragraphs: (paragraphs) => `${count(paragraphs)} 段`,
    more: (more, byYear) => `还有 ${count(more)} 篇：${byYear}`,
  },
  reindex: {
    running: '正在更新索引……',
    phase: { reading: '正在读取文章', indexing: '正在建立索引', saving: '正在保存' },
    filesRead: (read, total) => `已读文件：${count(read)} / ${count(total)}`,
    passagesIndexed: (passages) => `已索引段落：${count(passages)}`,
    seconds: (seconds) => `${seconds.toFixed(1)} 秒`,
    done: '索引已更新',
    totals: (articles, passages, seconds) =>
      `${count(articles)} 篇文章 · ${count(passages)} 个段落 · ${seconds.toFixed(1)} 秒`,
    unchanged: '与上次相比没有变化。',
    added: '新增',
    changed: '更改',
    removed: '移除',
    warnings: (warnings) => `${count(warnings)} 条提示`,
    unreadable: (files) => `${count(files)} 个文件已跳过`,
    more: (more) => `另有 ${count(more)} 项`,
    failed: '索引更新失败',
    stillAnswering: '原来的索引继续回答问题。',
    alreadyRunning: '索引正在更新中，同一时间只能进行一次。',
  },
  refusal: {
    'not-in-a-server': '此操作只能在机器人的主服务器里进行，不能在私信里进行。',
    'home-not-set':
      '这个机器人加入了多个服务器，但没有指定主服务器，因此谁也不能更改文章。请机器人的维护者设置 HOME_GUILD_IDS。',
    'other-server': '只有机器人主服务器的管理人员可以进行此操作。',
    'not-a-moderator': '只有管理人员可以进行此操作：需要“管理服务器”权限或管理身份组。',
  },
  help: {
    heading: '向文章提问',
    what: '我根据这里收录的文章回答问题，每个答案都附上一字不差的原文依据。',
    how: '中文、英文都可以问；文章里没有的，我会如实说没有，不会猜测。',
    ways: [
      '`/提问` 回答问题；选“仅自己可见”则只有您自己看得到答案',
      '`/来源` 列出收录的文章',
      '`/重建索引` 重新读取文章（主服务器的管理人员）',
      '也可以直接给我发私信，或在频道里提及我并写上问题',
    ],
  },
  failure: {
    late: (seconds) => `这个问题超过 ${seconds} 秒还没有结果，我不再等待。请稍后再问一次。`,
    broken: (reference) =>
      `我这边出了问题，没能回答。请再试一次；如果仍然不行，请把这个编号告诉机器人的维护者：${reference}`,
    tooLong: (limit) => `问题太长了，请不要超过 ${count(limit)} 个字符。`,
    noQuestion: '请在提及我的同时写上问题，例如：会议是谁主持的？更多说明见 /帮助。',
    unknownCommand: '我已经不认识这个命令了。请重新载入 Discord 再试。',
    unknownControl: '这个按钮来自我的旧版本，已经不起作用。请重新提问。',
    stopping: '我正在重新启动，请一分钟后再问。',
  },
  moderation,
};
