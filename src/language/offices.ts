/** Words for offices, and where they stand in a folded text. */

/** Bodies that a following office belongs to when it is written without a space: 省委 + 书记. */
const BODIES =
  '省委 市委 县委 区委 镇委 乡党委 党委 党组 党总支 党支部 支部 村支部 村党支部 州委 盟委 旗委 团委 纪委 市纪委 省纪委 监委 省监委 市监委 工委 政协 省政协 市政协 县政协 区政协 人大 省人大 市人大 人大常委会 省人大常委会 市人大常委会 政府 省政府 市政府 县政府 区政府 中央 国家 国务院 军委 中央军委 指挥部'.split(
    ' ',
  );

/** Heads of offices; a modifier (副, 常务副, 代) may stand before them. */
const HEADS =
  '总书记 书记 主席 委员长 总理 省长 市长 县长 区长 镇长 乡长 村长 州长 盟长 旗长 总统 首相 部长 厅长 局长 处长 科长 司长 署长 主任 常委 委员 秘书长 秘书 院长 校长 所长 馆长 站长 台长 社长 会长 理事长 董事长 总经理 经理 总裁 总监 行长 队长 组长 班长 团长 师长 军长 舰长 船长 机长 司令员 司令 政委 参谋长 指挥长 指挥官 总指挥 检察长 法官 大使 公使 总领事 领事 发言人 巡视员 调研员 督察长 督学 顾问 教授 研究员 院士 博士 医生 医师 护士长 护士 工程师 总工程师 教练 主教练 主编 总编辑 总干事 干事 主管 议长 议员 参议员 众议员 国王 女王 皇帝 天皇 教皇 主教 大主教 首席执行官 创始人 负责人 代表 专员 委员会主任 庭长 校监 园长 厂长 场长 矿长 店长 社长 院士 政治部主任 参事 掌门人 总督 都督 巡抚 知府 知县 大臣 外长 防长 财长 酋长'.split(
    ' ',
  );

const MODIFIERS =
  '常务副 第一副 执行副 高级副 副 代 代理 第一 名誉 执行 首席 总 原 前 前任 时任 现任 候任 一级 二级 三级 四级 正 荣誉 终身 助理 高级 客座 特命全权 党组 党委 兼'.split(
    ' ',
  );

/** Every office word that is known without its body and modifier, longest first. */
export const OFFICES: readonly string[] = [...new Set(HEADS)].sort(
  (a, b) => b.length - a.length || (a < b ? -1 : 1),
);

const alternatives = (words: readonly string[]) => [...words].sort((a, b) => b.length - a.length).join('|');
const OFFICE = new RegExp(
  `(?:(?:${alternatives(BODIES)})(?:${alternatives(MODIFIERS)})?|(?:${alternatives(MODIFIERS)}))?(?:${OFFICES.join('|')})`,
  'gu',
);

/** The offices that a folded text names, with body and modifier: 省委书记, 常务副市长, 二级巡视员; in order. */
export function findOffices(folded: string): { office: string; start: number; end: number }[] {
  return Array.from(folded.matchAll(OFFICE), (match) => ({
    office: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}
