/** The page's own words, in three locales; the bot's come from the bot. */
import type { PageLocale } from '../protocol.js';

/** Every text that the page itself shows. */
export interface PageTexts {
  readonly directMessages: string;
  readonly channels: string;
  readonly navigation: string;
  readonly openNavigation: string;
  readonly role: string;
  readonly member: string;
  readonly moderator: string;
  readonly language: string;
  readonly theme: string;
  readonly dark: string;
  readonly light: string;
  readonly inspector: string;
  readonly filter: string;
  readonly noEntries: string;
  readonly requests: string;
  readonly events: string;
  readonly all: string;
  readonly close: string;
  readonly messages: string;
  readonly welcomeChannel: (ask: string) => readonly [string, string];
  readonly welcomeDirect: readonly [string, string];
  readonly tryThese: string;
  readonly writeIn: (place: string) => string;
  readonly send: string;
  readonly attach: string;
  readonly remove: (name: string) => string;
  readonly commands: string;
  readonly choices: string;
  readonly people: string;
  readonly optional: (count: number) => string;
  readonly optionalTitle: string;
  readonly required: string;
  readonly chooseFile: string;
  readonly yes: string;
  readonly no: string;
  readonly searching: string;
  readonly noMatch: string;
  readonly used: string;
  readonly usedOnMessage: string;
  readonly thinking: (name: string) => string;
  readonly typing: (name: string) => string;
  readonly edited: string;
  readonly onlyYou: string;
  readonly dismiss: string;
  readonly reply: string;
  readonly replyingTo: (name: string) => string;
  readonly cancelReply: string;
  readonly more: string;
  readonly apps: string;
  readonly noApps: string;
  readonly deleted: string;
  readonly download: (name: string) => string;
  readonly silent: string;
  readonly refused: (why: string) => string;
  readonly offline: string;
  readonly submit: string;
  readonly cancel: string;
  readonly choose: string;
  readonly done: string;
  readonly app: string;
  readonly opensElsewhere: string;
  readonly playground: string;
  readonly spoiler: string;
}

const english: PageTexts = {
  directMessages: 'Direct messages',
  channels: 'Text channels',
  navigation: 'Channels and settings',
  openNavigation: 'Open channels and settings',
  role: 'You are',
  member: 'Member',
  moderator: 'Moderator',
  language: 'Language',
  theme: 'Theme',
  dark: 'Dark',
  light: 'Light',
  inspector: 'Inspector',
  filter: 'Filter',
  noEntries: 'Nothing fits the filter.',
  requests: 'Requests',
  events: 'Events',
  all: 'All',
  close: 'Close',
  messages: 'Messages',
  welcomeChannel: (ask) => [
    `Ask about the articles with ${ask}, or mention @Wenju.`,
    'Every answer quotes the passage that proves it.',
  ],
  welcomeDirect: [
    'Write your question to Wenju, in Chinese or English.',
    'Every answer quotes the passage that proves it.',
  ],
  tryThese: 'Try one of these',
  writeIn: (place) => `Message ${place}, or type / for commands`,
  send: 'Send',
  attach: 'Attach a file',
  remove: (name) => `Remove ${name}`,
  commands: 'Commands',
  choices: 'Choices',
  people: 'People',
  optional: (count) => `+${count} more`,
  optionalTitle: 'Optional',
  required: 'This option is required.',
  chooseFile: 'Choose a file',
  yes: 'True',
  no: 'False',
  searching: 'Searching…',
  noMatch: 'No matches',
  used: 'used',
  usedOnMessage: 'used',
  thinking: (name) => `${name} is thinking…`,
  typing: (name) => `${name} is typing…`,
  edited: '(edited)',
  onlyYou: 'Only you can see this',
  dismiss: 'Dismiss message',
  reply: 'Reply',
  replyingTo: (name) => `Replying to ${name}`,
  cancelReply: 'Do not reply',
  more: 'More',
  apps: 'Apps',
  noApps: 'No app offers anything here',
  deleted: 'Original message was deleted',
  download: (name) => `Download ${name}`,
  silent: 'The application did not respond',
  refused: (why) => `Discord would not send this: ${why}`,
  offline: 'The playground has stopped. Start it again; the page comes back by itself.',
  submit: 'Submit',
  cancel: 'Cancel',
  choose: 'Make a selection',
  done: 'Done',
  app: 'App',
  opensElsewhere: 'opens in a new tab',
  playground: 'A local Discord. Nothing leaves this machine.',
  spoiler: 'Show the spoiler',
};

const simplified: PageTexts = {
  directMessages: '私信',
  channels: '文字频道',
  navigation: '频道与设置',
  openNavigation: '打开频道与设置',
  role: '身份',
  member: '成员',
  moderator: '管理员',
  language: '语言',
  theme: '主题',
  dark: '深色',
  light: '浅色',
  inspector: '检查器',
  filter: '筛选',
  noEntries: '没有符合筛选条件的记录。',
  requests: '请求',
  events: '事件',
  all: '全部',
  close: '关闭',
  messages: '消息',
  welcomeChannel: (ask) => [`用 ${ask} 问文章里的事，或者提及 @Wenju。`, '每个回答都引出证明它的原文。'],
  welcomeDirect: ['直接把问题写给 Wenju，中文英文都可以。', '每个回答都引出证明它的原文。'],
  tryThese: '试试这些问题',
  writeIn: (place) => `发消息到 ${place}，输入 / 使用命令`,
  send: '发送',
  attach: '添加文件',
  remove: (name) => `移除 ${name}`,
  commands: '命令',
  choices: '选项',
  people: '成员',
  optional: (count) => `还有 ${count} 项`,
  optionalTitle: '可选项',
  required: '此项必填。',
  chooseFile: '选择文件',
  yes: '是',
  no: '否',
  searching: '正在查找…',
  noMatch: '没有匹配项',
  used: '使用了',
  usedOnMessage: '使用了',
  thinking: (name) => `${name} 正在思考…`,
  typing: (name) => `${name} 正在输入…`,
  edited: '（已编辑）',
  onlyYou: '只有你能看到',
  dismiss: '关闭此消息',
  reply: '回复',
  replyingTo: (name) => `正在回复 ${name}`,
  cancelReply: '取消回复',
  more: '更多',
  apps: '应用',
  noApps: '这里没有可用的应用',
  deleted: '原消息已删除',
  download: (name) => `下载 ${name}`,
  silent: '应用没有响应',
  refused: (why) => `Discord 不会发送：${why}`,
  offline: '试用环境已停止。重新启动后，页面会自动恢复。',
  submit: '提交',
  cancel: '取消',
  choose: '请选择',
  done: '完成',
  app: '应用',
  opensElsewhere: '在新标签页打开',
  playground: '本机上的 Discord，任何内容都不会离开这台电脑。',
  spoiler: '显示隐藏内容',
};

const traditional: PageTexts = {
  directMessages: '私人訊息',
  channels: '文字頻道',
  navigation: '頻道與設定',
  openNavigation: '開啟頻道與設定',
  role: '身分',
  member: '成員',
  moderator: '管理員',
  language: '語言',
  theme: '主題',
  dark: '深色',
  light: '淺色',
  inspector: '檢查器',
  filter: '篩選',
  noEntries: '沒有符合篩選條件的紀錄。',
  requests: '請求',
  events: '事件',
  all: '全部',
  close: '關閉',
  messages: '訊息',
  welcomeChannel: (ask) => [`用 ${ask} 問文章裡的事，或者提及 @Wenju。`, '每個回答都引出證明它的原文。'],
  welcomeDirect: ['直接把問題寫給 Wenju，中文英文都可以。', '每個回答都引出證明它的原文。'],
  tryThese: '試試這些問題',
  writeIn: (place) => `傳訊息到 ${place}，輸入 / 使用指令`,
  send: '傳送',
  attach: '附加檔案',
  remove: (name) => `移除 ${name}`,
  commands: '指令',
  choices: '選項',
  people: '成員',
  optional: (count) => `還有 ${count} 項`,
  optionalTitle: '選填',
  required: '此項必填。',
  chooseFile: '選擇檔案',
  yes: '是',
  no: '否',
  searching: '正在尋找…',
  noMatch: '沒有相符的項目',
  used: '使用了',
  usedOnMessage: '使用了',
  thinking: (name) => `${name} 正在思考…`,
  typing: (name) => `${name} 正在輸入…`,
  edited: '（已編輯）',
  onlyYou: '只有你看得到',
  dismiss: '關閉此訊息',
  reply: '回覆',
  replyingTo: (name) => `正在回覆 ${name}`,
  cancelReply: '取消回覆',
  more: '更多',
  apps: '應用程式',
  noApps: '這裡沒有可用的應用程式',
  deleted: '原訊息已刪除',
  download: (name) => `下載 ${name}`,
  silent: '應用程式沒有回應',
  refused: (why) => `Discord 不會傳送：${why}`,
  offline: '試用環境已停止。重新啟動後，頁面會自動恢復。',
  submit: '送出',
  cancel: '取消',
  choose: '請選擇',
  done: '完成',
  app: '應用程式',
  opensElsewhere: '在新分頁開啟',
  playground: '本機上的 Discord，任何內容都不會離開這部電腦。',
  spoiler: '顯示隱藏內容',
};

/** The locales with the names that the switch shows. */
export const LOCALES: readonly (readonly [locale: PageLocale, name: string])[] = [
  ['zh-CN', '简体中文'],
  ['zh-TW', '繁體中文'],
  ['en-US', 'English'],
];

const TEXTS: Readonly<Record<PageLocale, PageTexts>> = {
  'en-US': english,
  'zh-CN': simplified,
  'zh-TW': traditional,
};

/** The texts of a locale. */
export function textsOf(locale: PageLocale): PageTexts {
  return TEXTS[locale];
}

/** The locale that fits a browser's languages best. */
export function preferredLocale(languages: readonly string[]): PageLocale {
  const first = languages.find((language) => /^(?:zh|en)/iu.test(language)) ?? 'en';
  if (!/^zh/iu.test(first)) return 'en-US';
  return /hant|tw|hk|mo/iu.test(first) ? 'zh-TW' : 'zh-CN';
}
