import { traditionalChinese as moderation } from './moderation/zh-TW.js';
import type { DateParts, Texts } from './texts.js';

const count = (value: number): string => value.toLocaleString('en-US');

function date({ year, month, day }: DateParts): string {
  return [
    year === null ? '' : `${year}年`,
    month === null ? '' : `${month}月`,
    day === null ? '' : `${day}日`,
  ].join('');
}

/** Texts in traditional Chinese, in the words of Taiwan. */
export const traditionalChinese: Texts = {
  commands: {
    ask: {
      name: '提問',
      description: '向文章提問，答案附上原文依據',
      options: {
        question: { name: '問題', description: '您的問題，中文或英文皆可' },
        private: { name: '僅自己可見', description: '答案只給您自己看' },
      },
    },
    sources: { name: '來源', description: '列出答案所依據的文章', options: {} },
    help: { name: '說明', description: '這個機器人能做什麼、如何提問', options: {} },
    reindex: { name: '重建索引', description: '重新讀取文章並更新索引（管理人員）', options: {} },
  },
  answer: {
    passagesOnly: '沒有現成的短答案，相關原文如下',
    notFound: '文章裡沒有答案',
    noReason: '已收錄的文章沒有提到這個問題的答案。',
    note: (note) => `說明：${note}`,
    items: (items) => `共 ${count(items)} 項`,
    moreCitations: (more) => `另有 ${count(more)} 條依據未列出`,
  },
  article: {
    paragraph: (number) => `第 ${number} 段`,
    date,
    inferred: (text) => `${text}（推斷）`,
    happened: (text) => `事發 ${text}`,
    alsoIn: (places) => `又見：${places}`,
  },
  sources: {
    heading: (articles) => `已收錄 ${count(articles)} 篇文章`,
    none: '還沒有收錄文章。管理人員可以把文章放進語料資料夾，再執行 /重建索引。',
    year: (year) => `${year} 年`,
    undated: '日期不詳',
    paragraphs: (paragraphs) => `${count(paragraphs)} 段`,
    more: (more, byYear) => `還有 ${count(more)} 篇：${byYear}`,
  },
  reindex: {
    running: '正在更新索引……',
    phase: { reading: '正在讀取文章', indexing: '正在建立索引', saving: '正在儲存' },
    filesRead: (read, total) => `已讀檔案：${count(read)} / ${count(total)}`,
    passagesIndexed: (passages) => `已索引段落：${count(passages)}`,
    seconds: (seconds) => `${seconds.toFixed(1)} 秒`,
    done: '索引已更新',
    totals: (articles, passages, seconds) =>
      `${count(articles)} 篇文章 · ${count(passages)} 個段落 · ${seconds.toFixed(1)} 秒`,
    unchanged: '與上次相比沒有變化。',
    added: '新增',
    changed: '更改',
    removed: '移除',
    warnings: (warnings) => `${count(warnings)} 則提示`,
    unreadable: (files) => `${count(files)} 個檔案已略過`,
    more: (more) => `另有 ${count(more)} 項`,
    failed: '索引更新失敗',
    stillAnswering: '原來的索引繼續回答問題。',
    alreadyRunning: '索引正在更新中，同一時間只能進行一次。',
  },
  refusal: {
    'not-in-a-server': '此操作只能在機器人的主伺服器裡進行，不能在私訊裡進行。',
    'home-not-set':
      '這個機器人加入了多個伺服器，但沒有指定主伺服器，因此誰也不能更改文章。請機器人的維護者設定 HOME_GUILD_IDS。',
    'other-server': '只有機器人主伺服器的管理人員可以進行此操作。',
    'not-a-moderator': '只有管理人員可以進行此操作：需要「管理伺服器」權限或管理身分組。',
  },
  help: {
    heading: '向文章提問',
    what: '我根據這裡收錄的文章回答問題，每個答案都附上一字不差的原文依據。',
    how: '中文、英文都可以問；文章裡沒有的，我會如實說沒有，不會猜測。',
    ways: [
      '`/提問` 回答問題；選「僅自己可見」則只有您自己看得到答案',
      '`/來源` 列出收錄的文章',
      '`/重建索引` 重新讀取文章（主伺服器的管理人員）',
      '也可以直接傳私訊給我，或在頻道裡提及我並寫上問題',
    ],
  },
  failure: {
    late: (seconds) => `這個問題超過 ${seconds} 秒還沒有結果，我不再等待。請稍後再問一次。`,
    broken: (reference) =>
      `我這邊出了問題，沒能回答。請再試一次；如果仍然不行，請把這個編號告訴機器人的維護者：${reference}`,
    tooLong: (limit) => `問題太長了，請不要超過 ${count(limit)} 個字元。`,
    noQuestion: '請在提及我的同時寫上問題，例如：會議是誰主持的？更多說明見 /說明。',
    unknownCommand: '我已經不認識這個指令了。請重新載入 Discord 再試。',
    unknownControl: '這個按鈕來自我的舊版本，已經沒有作用。請重新提問。',
    stopping: '我正在重新啟動，請一分鐘後再問。',
  },
  moderation,
};
