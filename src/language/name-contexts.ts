/** Words beside which person names stand in Chinese texts, as folded. */
import { characterTable, isHanUnit } from './character-table.js';
import { OFFICES } from './offices.js';

/** What stands right before a possible name. */
export type LeftContext = 'office' | 'edge' | 'link' | 'none';
/** What follows it. `act` only people do; a `particle` may follow any word. */
export type RightContext = 'act' | 'title' | 'life' | 'edge' | 'particle' | 'none';

/** Beside the offices: callings and kin that a name follows without a comma. */
const CALLINGS =
  '会计 出纳 干部 技术员 文书 裁判长 厨师长 护理员 领队 辅导员 策展人 传承人 讲解员 讲师 主讲人 药师 技师 农技员 网格员 楼长 发起人 召集人 护林员 管理员 评委 股长 科员 馆员 列车长 教师 老师 理事 监事 前锋 中锋 后卫 门将 主裁判 裁判 主帅 主教练 记录人 消防员 护士长 选举 补选 推选 任命 聘任 提名 记者 通讯员 特约记者 首席记者 摄影师 摄影 编辑 责编 责任编辑 编审 校对 作者 编剧 制片人 主持人 联系人 负责人 市领导 省领导 县领导 区领导 领导 领导人 导演 作家 诗人 词人 画家 书法家 歌手 歌星 演员 影星 音乐家 作曲家 数学家 物理学家 化学家 科学家 历史学家 哲学家 思想家 政治家 军事家 建筑师 设计师 企业家 将军 大将 上将 中将 少将 大校 上校 中校 烈士 英雄 先烈 名将 大将军 宰相 丞相 太守 刺史 节度使 皇后 太子 亲王 市民 村民 居民 学生 同学 选手 球员 队员 队友 后卫 前锋 门将 中锋 患者 志愿者 被告人 犯罪嫌疑人 嫌疑人 妻子 丈夫 父亲 母亲 儿子 长子 次子 三子 女儿 长女 哥哥 弟弟 姐姐 妹妹 弟子 学者 教授 先生 女士 同志 得主 冠军 女星 男星 球星 巨星 明星 前妻 母后 之子 之女 王妃 名叫 本名 原名 笔名 艺名 化名'.split(
    ' ',
  );

/** What only a person (or a body that is no surname) does: verbs of speech and of the news about meetings and visits. */
const ACTS =
  '指出 强调 表示 主持 出席 列席 要求 认为 介绍 说道 说 称 透露 告诉 宣布 提出 提到 坦言 回忆 解释 呼吁 补充 直言 写道 回应 叮嘱 谈到 致辞 致词 发言 讲话 提醒 感慨 建议 参加 陪同 来到 前往 深入 带队 率队 调研 检查 督导 视察 走访 慰问 会见 会谈 作 就任 担任 出任 接任 兼任 当选 率领 率 带领 听取 部署 通报 汇报 反复 先后 分别 随后 最后 着重 特别 亲自 主动 视频 安排 传达 领学 宣读 签署 代表 饰演 主演 执导 逝世 去世 病逝 出生 毕业 考入 曾任 现任 历任 获得 获 被捕 辞职 夺得 击败 领衔 责编 强忍 坚持 热情 详细 实地 一行 等人 等 还 也 又 曾 受'.split(
    ' ',
  );

/** Titles that follow the name. */
const TITLES =
  '总书记 总理 副总理 主席 副主席 总统 副总统 首相 同志 先生 女士 小姐 教授 副教授 博士 院士 老师 师傅 医生 将军 大使 部长 副部长 省长 副省长 市长 副市长 书记 副书记 县长 局长 主任 副主任 院长 校长 会长 董事长 总经理 夫妇 夫人 本人 委员长 司令 司令员 元帅 导演 记者 队长 警官 法官 律师 议员'.split(
    ' ',
  );

/** One-character words that may follow a name and seldom belong to one. */
const PARTICLES = characterTable(
  '的在就与和及对向为是将被从到由于以并则因等也还又曾已同让请把给任获称说这所之',
);
/** One-character words after which a name may begin. */
const LINKS = characterTable('由与和及被对向将请让给同跟是即如因从随的以派经据为');

/** Between an office and its holder: 主裁判为…, 馆长是…. */
const IS = characterTable('为是由');

const LONGEST_WORD = 5;
/** Joins the parts of a foreign name: no border. */
const MIDDLE_DOT = '·';
/** A bracket with a year, right after the name: (1900年…, (生于1900年. */
const LIFE = /^\([^)\d]{0,12}\d/;
const LONGEST_LIFE = 14;
const before = new Set([...OFFICES, ...CALLINGS]);
const lastOfBefore = characterTable(...[...before].map((word) => word.slice(-1)));
const after = new Map<string, RightContext>([
  ...TITLES.map((word): [string, RightContext] => [word, 'title']),
  ...ACTS.map((word): [string, RightContext] => [word, 'act']),
]);
const firstOfAfter = characterTable(...[...after.keys()].map((word) => word.charAt(0)));

/** Whether the word that ends at `at` names an office or a calling. */
export function officeEndsAt(folded: string, at: number): boolean {
  if (!lastOfBefore.has(folded.charCodeAt(at - 1))) return false;
  for (let length = 2; length <= LONGEST_WORD; length++) {
    if (before.has(folded.slice(Math.max(0, at - length), at))) return true;
  }
  return false;
}

/** What stands before offset `at` of a folded text; a label's colon or one space between office and name is passed over. */
export function leftContext(folded: string, at: number): LeftContext {
  if (at === 0) return 'edge';
  if (isHanUnit(folded.charCodeAt(at - 1))) {
    if (officeEndsAt(folded, at)) return 'office';
    if (IS.has(folded.charCodeAt(at - 1)) && officeEndsAt(folded, at - 1)) return 'office';
    return LINKS.has(folded.charCodeAt(at - 1)) ? 'link' : 'none';
  }
  let end = at - 1;
  if (folded.charAt(end) === MIDDLE_DOT) return 'none';
  if (!/[ :]/.test(folded.charAt(end))) return 'edge';
  if (end > 0 && /[ :]/.test(folded.charAt(end - 1))) end--;
  return officeEndsAt(folded, end) ? 'office' : 'edge';
}

/** What stands at offset `at` of a folded text, right after a possible name. */
export function rightContext(folded: string, at: number): RightContext {
  if (at >= folded.length) return 'edge';
  const next = folded.charCodeAt(at);
  if (folded.charAt(at) === MIDDLE_DOT) return 'none';
  if (!isHanUnit(next)) return LIFE.test(folded.slice(at, at + LONGEST_LIFE)) ? 'life' : 'edge';
  if (firstOfAfter.has(next)) {
    for (let length = LONGEST_WORD; length >= 1; length--) {
      const kind = after.get(folded.slice(at, at + length));
      if (kind !== undefined) return kind;
    }
  }
  return PARTICLES.has(next) ? 'particle' : 'none';
}
