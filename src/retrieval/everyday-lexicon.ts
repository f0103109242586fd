/**
 * English words of everyday questions with what notices, reports and recipes say for them: to go on sale is 开售, a
 * deadline 截止. They stand beside the lexicon's own glosses, which were learnt from other texts. Chinese is folded.
 */
import type { Gloss } from '../language/lexicon.js';

const ENTRIES = `
go on sale|on sale|release date: 开售 发售 上市 开卖 开始销售
come out: 推出 发布 上市
sign up|register|registration|enroll: 报名 登记 注册
senior|seniors|elderly|pensioner|pensioners: 老人 老年人 长者
adult|adults: 成人 成年人
child|kid|kids: 儿童 孩子 小孩
monthly card|monthly pass|monthly ticket: 月卡 月票
annual pass|annual card|yearly card|season ticket: 年卡 年票
day ticket|one-day ticket|day pass: 单日票 一日票
weekday|weekdays: 平日 工作日
weekend|weekends: 周末 双休日 节假日
round trip|return ticket: 往返
one-way|single ticket: 单程 单次票
locker|lockers: 储物柜 柜子
ferry|boat: 轮渡 渡轮 船 航程
link|links: 环节
supermarket|supermarkets: 超市 商超
kettle: 水壶 电水壶 热水壶
recall|recalled|recalls: 召回
complaint|complaints: 投诉
pagoda|tower: 塔
music festival: 音乐节
director: 总监 主任 导演 馆长
laboratory test|lab test|inspection: 检测 化验
compensation for damages: 赔偿
wife: 妻子 爱人 夫人 太太
deadline: 截止 截至 之前
opening hours|open hours: 开放时间 营业时间 开馆
opening time: 开放 开馆 开门 营业
closed|shut|close: 关闭 闭馆 封闭 停业 关门 休馆
closing time: 关门 闭馆 打烊
open|reopen: 开放 开馆 营业 启用 恢复
free of charge|for free|free: 免费
ticket price|ticket|admission|entrance fee: 票价 门票 全票 购票
discount: 优惠 折扣 半价 打折
refund: 退款 退票 退费 退还
deposit: 押金 定金
phone number|telephone number|contact number|hotline|telephone: 电话 热线
contact person|contact: 联系人 联系
address: 地址 地点
bring|bring along|carry: 携带 自备 带
allowed|permitted|allow: 允许 可以 不得 禁止
forbidden|banned|prohibited: 禁止 不得 严禁
cancelled|canceled|cancel: 取消 停办
postponed|postpone|delayed: 顺延 延期 推迟 改期
take place|held|hold: 举行 举办 召开 在
shuttle bus|shuttle: 摆渡 接驳 班车 专线
bus route|bus line: 公交 线路 专线
timetable|schedule: 时刻表 安排 班次
detour|bypass: 绕行 绕道
speed limit: 限速
toll station|toll gate: 收费站
traffic accident|accident: 事故 车祸
injured|hurt: 受伤 轻伤 重伤 伤
killed|died|dead|die|pass away|passed away: 死亡 遇难 身亡 去世 逝世 病逝 丧生
born: 出生 生于
married|marry|husband|wife|spouse: 结婚 妻子 丈夫 夫人 嫁 娶
grandmother|grandma: 外婆 奶奶 祖母 姥姥
grandfather|grandpa: 外公 爷爷 祖父 姥爷
hometown|come from|native of: 家乡 籍贯 人
doctorate|phd|doctoral degree: 博士
graduate|graduated: 毕业
retire|retired: 退休
career: 生涯 从事
champion|championship|won the title: 冠军 夺冠
runner-up|second place: 亚军 第二名
third place|third-place: 季军 第三名
first prize: 一等奖 头奖
prize money: 奖金
final score|score: 比分 比 战胜 击败
coach|head coach: 教练 主帅
captain: 队长
spectators|audience|attendance: 观众 人次
mvp|most valuable player: 最有价值球员
exhibition|exhibit: 展览 展 特展 展出
exhibits|items on display: 展品 文物 展出
curator|curated|curate: 策展人 策展
lecture|talk: 讲座 演讲
workshop: 工作坊 体验
organizer|organiser|host: 主办 承办 举办
sponsor|sponsored: 赞助 冠名
volunteer|volunteers: 志愿者
soak|soaked: 泡 浸泡 浸
steam|steamed: 蒸
boil|boiled|simmer: 煮 炖
fry|fried|deep-fry: 炸 煎 炒
bake|baked|roast: 烤 烘
marinate: 腌 腌制
ingredient|ingredients: 材料 食材 用料 配料
pork|pork belly: 猪肉 五花肉 肉
soy sauce: 酱油 老抽 生抽
servings|serves|portions: 人份
cost|costs|spend|spent: 费用 花费 耗资 投资 造价 成本
price|priced|sell for: 售价 价格 票价 元
pay|paid: 支付 缴纳 交 收费 费用 元
fund|funded|funding: 资助 出资 经费 资金 投资
contractor|construction company|built by: 施工 承建
repair|repaired|renovation|renovated|refurbish: 维修 修缮 改造 整修 翻新
weigh|weight: 重 重量
sold out: 售罄 卖完
color|colour|colors|colours: 颜色 配色 色
battery: 电池
screen|display: 屏幕 显示
charger: 充电器
overseas|abroad: 海外 国外
employee|employees|staff|workers: 员工 职工 工作人员
revenue|turnover: 营收 收入 营业额
profit|net profit: 利润 净利润 盈利
layoff|layoffs|laid off: 裁员
founder|founded: 创始人 创办 成立
sentenced|sentence: 判处 有期徒刑 判决
defendant|accused: 被告 被告人
plaintiff: 原告
suspect: 嫌疑人
arrested|arrest: 抓获 逮捕 拘留
fine|fined: 罚款
compensation|compensate: 赔偿
court: 法院
typhoon: 台风
rainfall|rain: 降雨 雨 大雨
snowfall|snow: 降雪 雪 大雪
temperature: 气温 温度
power cut|blackout|power outage: 停电
water cut|water outage: 停水
lost and found: 失物招领
reward: 奖励 酬谢 悬赏
pupil|pupils|schoolchildren: 学生 小学生
principal|headmaster|headteacher: 校长
school bus: 校车
school trip|field trip: 研学 春游 秋游
grade|grades: 年级
return|back: 返回 返校 回
gather|assemble|meet up|meeting point: 集合
lunch: 午餐 午饭
parking|car park|parking lot: 停车 停车场
library card: 借书证 读者证
borrow|loan: 借 借阅
overdue: 逾期
membership fee|annual fee: 会费 年费
member|members|membership: 会员 成员
researcher|scientist: 研究人员 研究员 科学家
first author|lead author: 第一作者
journal: 期刊 杂志
published|publish: 发表 出版
discover|discovered: 发现
species: 物种 新种 种
sample|samples|specimen|specimens: 样本 标本
january: 1月 一月
february: 2月 二月
april: 4月 四月
june: 6月 六月
july: 7月 七月
august: 8月 八月
september: 9月 九月
october: 10月 十月
november: 11月 十一月
december: 12月 十二月
`;
const WEIGHT = 0.9;

const TABLE: ReadonlyMap<string, readonly Gloss[]> = new Map(
  ENTRIES.trim()
    .split('\n')
    .flatMap((line) => {
      const [english = '', chinese = ''] = line.split(': ');
      const glosses = chinese.split(' ').map((word) => ({ word, weight: WEIGHT }));
      return english.split('|').map((entry) => [entry, glosses] as const);
    }),
);

/** What everyday texts say for an English word or phrase in lower case; empty when the table does not know it. */
export function everydayGlosses(entry: string): readonly Gloss[] {
  return TABLE.get(entry) ?? [];
}
