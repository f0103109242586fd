/**
 * English words of everyday questions with what notices, reports, minutes and recipes say for them: to go on sale is
 * 开售, a deadline 截止. A line an entry: English words or phrases in lower case and base form, `|` between them, then
 * `: ` and the Chinese, folded.
 */
export const EVERYDAY_GLOSSES = `
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
complaint|complaints|complain|complained: 投诉
pagoda|tower: 塔
music festival: 音乐节
director: 总监 主任 导演 馆长
laboratory test|lab test|inspection: 检测 化验
compensation for damages|compensation|compensate: 赔偿
wife: 妻子 爱人 夫人 太太 结婚 丈夫 嫁 娶
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
married|marry|husband|spouse: 结婚 妻子 丈夫 夫人 嫁 娶
grandmother|grandma: 外婆 奶奶 祖母 姥姥
grandfather|grandpa: 外公 爷爷 祖父 姥爷
hometown|come from|native of: 家乡 籍贯 人
doctorate|phd|doctoral degree: 博士
graduate|graduated: 毕业
retire|retired: 退休
career: 生涯 从事
win|winner|champion|championship|won the title: 冠军 夺冠
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
sponsor|main sponsor|title sponsor: 赞助 冠名 赞助商
sponsored: 赞助 冠名
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
borrow: 借 借阅
loan: 借 借阅 贷款 借款
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
move house|move home|move in|move into|moving day: 入住 搬家 搬进 迁入 乔迁
move out|vacate: 搬出 迁出 腾空
relocate|relocation|move to|moving to: 搬迁 迁至 搬到 迁到 迁往 迁入
flat|apartment: 房子 公寓 住房 老房 户 套
sqm|sq m|square metre|square meter: 平方米 平米 平方 平
landlord|landlady: 房东
tenant|tenants: 租客 租户 承租人 房客
homeowner|flat owner|property owner: 业主 房主
owner: 业主 房主 主人 车主 失主 店主
owners' committee|homeowners' association|owners committee|homeowners committee: 业委会 业主委员会
property management|property manager|management company: 物业
housing estate|residential estate|residential compound|residential complex|estate|compound: 小区 家园 花园 苑
interior designer|designer: 设计师
builder|construction crew|construction team|building crew: 施工队 工队
renovation work|start of construction|break ground|broke ground: 开工 动工 施工
wall: 墙
kitchen: 厨房
bathroom: 卫生间 浴室
bedroom: 卧室
living room: 客厅
balcony: 阳台
hallway|entryway|entrance hall: 玄关 走廊 门厅
countertop|worktop: 台面
floor tile|tiles|tile: 瓷砖 地砖
waterproofing|waterproof|waterproof rating: 防水
socket|sockets|power outlet|outlets: 插座
leak|leaked|leakage: 漏水 渗漏 漏
dishwasher: 洗碗机
washing machine: 洗衣机
lift|elevator: 电梯
parking space|parking spot|parking bay: 车位 停车位
charging pile|charging station|charging point: 充电桩 充电站
repair fund|maintenance fund: 维修资金 维修基金
regret: 后悔 遗憾 抱歉
worth it|best value: 值 划算
brand: 品牌 牌子
budget: 预算
overrun|over budget: 超支
full marathon|full race|marathon distance: 全程 全马
half marathon|half race: 半程 半马
fun run|health run: 健康跑 欢乐跑
start line|starting line|starting point|start point: 起点 起跑 出发点 出发
finish line|finishing line|end point|terminus: 终点
aid station|water station|refreshment station|supply station: 补给站 补给点
cut-off time|cutoff time|time limit: 关门时间 限时 时限
runner|runners: 跑者 选手
athlete|athletes|contestant|contestants|competitor|competitors|entrant|entrants: 选手 运动员 参赛
course record|race record: 赛会纪录 纪录
break the record|broke the record|set a record: 打破 刷新 纪录
bib|bib number: 号码布 号码
referee: 裁判
substitute|replacement player: 替补
transfer fee: 转会费
goal|goals: 进球 球 目标
home game|home match: 主场
away game|away match: 客场
temple: 观 庙 寺 道观 寺庙
temple fair: 庙会
fair: 庙会 集市 展会 博览会
incense|incense stick|joss stick: 香 清香 香火
abbot: 住持 方丈
lantern|lanterns: 灯笼 花灯
stall|stalls|booth|booths|booth number: 摊位 展位 摊
vendor|vendors|stallholder: 摊主 商户 商贩
procession|parade: 巡游 游行
opera: 戏 剧 戏曲
troupe: 剧团
visitor|visitors: 游客 观众 访客 参观者 来宾 人次
lost child|missing child: 走失
first aid|medical point|medical station|first aid station: 医疗点 急救 救护
next meeting|next session: 下次 下一次 下届 下期
next edition|next year's edition: 明年 下届 下一届
pencilled in|penciled in|tentatively scheduled|tentatively set: 暂定 拟 初定
scheduled|slated|planned for|set for: 定于 拟 预计 计划 安排
customer|client|clients: 客户 顾客
biggest|largest: 最大 最多
outage|downtime: 故障 中断 宕机 停机
bring down|go down|crash|broke down|break down: 故障 宕机 中断 崩溃 瘫痪 坏
server: 服务器
bug: 缺陷 错误 漏洞
release|released|launch|launched|roll out|unveil: 发布 上线 推出 发售
version: 版本 版
take offline|shut down|discontinued|phase out: 下线 停用 停止 停产
work from home|remote work|working from home: 居家办公 远程办公
pay rise|pay raise|salary review|raise: 调薪 涨薪 加薪
team building|team-building|team-building trip|company outing: 团建
office move|new office|move office: 搬 办公室
trade fair|trade show|expo: 展会 展览会 博览会 展
share option|share options|stock option|stock options: 期权
hiring freeze|stop hiring|hiring: 招聘
new hire|new hires|new colleague|new joiner: 新同事 新员工 入职
intern|internship: 实习生 实习
resign|resigned|resignation|step down|stepped down: 辞去 辞职 卸任
appoint|appointed|named as: 任命 聘任 任 增补 当选
elect|elected|by-election: 选举 补选 当选 推选
expert group|panel of experts|expert panel: 专家组
investor|lead investor|led the round: 投资方 领投 投资
letter of intent|term sheet: 意向书
funding round|financing round: 融资 轮
minutes taker|note taker|took the minutes|take the minutes: 记录
all-hands|all-hands meeting|all hands meeting|company meeting|staff meeting: 全员会 全员大会 员工大会
annual party|annual dinner|annual gala|year-end party|new year party: 年会
party: 聚会 晚会 派对 年会
newcomer|rookie|best newcomer: 新人
take home|walk away with: 获得 夺得 奖品 摘得
prize|award|awarded: 奖 奖品 奖项 奖励 授予
thesis|dissertation: 论文 学位论文
thesis defence|thesis defense|viva|defend his thesis|defend her thesis: 答辩
doctoral student|phd student|phd candidate: 博士生 博士
master's student|masters student: 硕士生 硕士
postdoc|postdoctoral: 博士后
supervisor|advisor|adviser: 导师
paper|papers: 论文 文章
patent|patents: 专利
clinical trial|clinical trials: 临床试验
patients: 患者 病人
clean room|cleanroom: 洁净间 洁净室
hotplate|hot plate: 加热台 电炉
left on|leave on|forgot to turn off: 忘记关 未关 忘关
damage|damaged: 损失 损坏 破损
turn off|switch off: 关闭 关掉
switch on|turn on: 打开 开启
accuracy: 准确率 精度
scholarship: 奖学金
recruit|recruiting|recruited: 招募 招聘 招收 招生
applicant|applicants: 申请人 报名者 考生
application deadline|apply by: 截止 报名截止
resume|cv: 简历
interview: 面试 采访
written test|written exam: 笔试
pass mark|cut-off score: 分数线
reading room|study room: 自修室 阅览室
library book|books: 图书 书 册
renew|renewal: 续借 续期 续签 续
overdue fee|overdue fine|late fee|late fine: 逾期费 滞纳金
pet|pets: 宠物 猫 狗
dog|dogs: 狗 犬 宠物
cat|cats: 猫 宠物
guide dog: 导盲犬
open its doors|open to the public: 开放 开馆 开门
grand opening|opening day: 开业 开馆 开放
meet the author|reading event|book signing: 见面会 签售 读者
picture book: 绘本
underground garage|underground car park|basement car park: 地下车库 地下停车场
air conditioner|air conditioning: 空调
fishing ban|closed season for fishing: 禁渔
water use|water consumption: 用水
drought: 旱 干旱
flood|flooding: 洪水 洪涝 内涝
reservoir level|water level: 水位
pilot|pilot project|pilot site: 试点
river basin|basin: 流域
monitoring section|monitoring station|monitoring point: 监测断面 监测站 监测点
pump station|pumping station: 泵站
sewage plant|sewage treatment plant|wastewater plant: 污水处理厂
phase one|first phase: 一期
phase two|second phase: 二期
phase three|third phase: 三期
people's congress: 人大
deputies|deputy proposals: 代表
vote|voted|votes: 票 表决 投票
abstain|abstained|abstention|abstentions: 弃权
vote against|voted against|votes against: 反对
draft|draft regulation: 草案
regulation|regulations|rules: 规定 条例 办法 规则
take effect|come into force|came into force|enter into force|into effect: 施行 生效 实施 起施行
public comment|public consultation|comments from the public: 征求意见
final accounts: 决算
kindergarten|kindergartens|nursery: 幼儿园
subsidy|allowance: 补贴 补助 津贴
fraud|scam|telecom fraud: 诈骗 骗
old trees|ancient trees: 古树
transplant|transplanted: 移植
landslide|collapse: 塌方 滑坡 坍塌
rectification: 整改
satisfaction survey|satisfaction rating: 满意度
graduate from|alma mater: 毕业 母校
supplier: 供应商 供货
competitor company|rival: 竞争对手 对手
insurance: 保险
medical insurance|health insurance: 医保 医疗保险
vaccine|vaccination|vaccinated: 疫苗 接种
check-up|physical exam|medical check-up: 体检
outpatient|clinic: 门诊
appointment|booking|reservation|book a slot|make an appointment: 预约 预订
specialist: 专家 专科
ward: 病房 病区
blood donation|donate blood: 献血
donate|donated|donation|donations: 捐款 捐赠 捐 善款
charity: 慈善 公益
fundraising|raise money|raised: 募集 筹款 筹
scarf: 围巾
umbrella: 雨伞 伞
wallet|purse: 钱包
keys|key: 钥匙
claim|claimed|collect: 认领 领取 领
hand in|handed in|turned in|turn in: 上交 交到 送到 交
found by|finder: 拾 捡
surveillance|cctv: 监控
trail|hiking trail: 步道 路线 线路
summit|peak: 山顶 顶峰 主峰
elevation|altitude: 海拔
climb|ascent: 爬升 登山 攀
campsite|camping|camp: 露营 营地
tent: 帐篷
carpool: 拼车
itinerary: 行程
leader of the hike|trip leader|hike leader: 领队
downhill|descend: 下山 下撤
changelog|release notes: 更新日志 更新
crash on startup|startup: 启动
sync|synchronization|synchronisation: 同步
password: 密码
account: 账号 账户 帐号
notification|notifications: 通知 提醒
dark mode: 深色模式 夜间模式
export|exported: 导出 出口
open day|open house: 开放日
volunteer hours|service hours: 服务时长 志愿时长 工时
obituary: 讣告
funeral|memorial service|farewell ceremony: 告别 追悼 葬礼 遗体
survived by|survive: 遗属 子女 留下
village committee: 村委会
irrigation canal|canal|ditch: 水渠 渠 沟渠
premium|contribution: 缴费 保费
household|households: 户
plot|acre|acres|mu: 亩
harvest: 收成 采收 收割 丰收
seedling|seedlings: 苗
school trip cost|trip fee: 费用
parent|parents: 家长 父母
homeroom teacher|class teacher|form teacher: 班主任
packed lunch|lunch box: 盒饭 便当 午餐
permission slip|consent form: 回执 同意书
wind force|wind speed: 风力 风速
landfall|make landfall|made landfall: 登陆
warning level|alert level|warning signal|alert: 预警 警报
evacuate|evacuated|evacuation: 转移 撤离 疏散
shelter|shelters: 避难 安置点 避险
relief goods|supplies: 物资
suspend|suspended|suspension: 停 暂停 停运 停课
resume service|resumed: 恢复
warranty|guarantee period: 保修 质保
battery life|run time|runtime: 续航
pre-order|preorder: 预售 预订 预购
limited edition: 限量
accessory|accessories: 配件 附件
lumen|lumens|brightness: 流明 亮度
swimming pool|pool: 游泳馆 泳池 游泳池 池
swimming cap: 泳帽
swimming lesson|swimming class|swimming course: 游泳课 培训班 游泳班
lifeguard|lifeguards: 救生员
deep-water certificate|deep water test: 深水证 深水
changing room|locker room: 更衣室
coach licence|coaching: 教练
top scorer|leading scorer: 射手 得分王 得分
league table|standings: 积分榜 积分 排名
red card: 红牌
yellow card: 黄牌
penalty: 点球 罚
tie|draw|drew: 平局 战平 平
injury|injured player: 受伤 伤病 伤
dropout|drop out|withdrew|withdraw: 退出 退赛
disqualified|disqualify|ban|suspended for: 取消 禁赛
museum: 博物馆
gallery|exhibition hall: 展厅 展馆 美术馆
audio guide: 语音导览 导览
guided tour|tour guide: 导览 讲解 导游
artifact|artefact|relic|relics: 文物
restore|restored|restoration: 修复 修缮
donor: 捐赠者 捐赠人
painter|artist: 画家 艺术家
sculptor|sculpture: 雕塑
calligrapher|calligraphy: 书法
craftsman|craftsmen|artisan|artisans: 工匠 匠人 师傅 传承人 艺人
apprentice: 徒弟 学徒
inheritor: 传承人
tea: 茶
flour: 面粉
sugar: 糖
oven: 烤箱
pan|wok: 锅
recipe: 食谱 做法 配方
chef|cook: 厨师 主厨 大厨
signature dish: 招牌菜 主菜 特色菜
menu: 菜单
seats|seating|capacity: 座位 容纳 座
fully booked: 满 约满 订满
queue|line up|wait: 排队 等候 等待
waiting time: 等候 等待
first train|first bus: 首班
last train|last bus: 末班
every how many minutes|interval: 间隔 一班 每隔
stop|bus stop: 站 站点 公交站
metro|subway|underground line: 地铁
high-speed rail|bullet train: 高铁
bike|bicycle|bikes: 自行车 单车
e-bike|electric bike|electric scooter: 电动车 电动自行车
road works|roadworks: 施工
one-way traffic: 单行
demolish|demolished|tear down|torn down|knock down|knocked down: 拆除 拆 打掉 推倒
clock tower: 钟楼
bell: 钟
bridge: 桥
well: 井
shop|store: 店 商店 门店
chain store|branch: 分店 门店
bakery: 面包店 烘焙
bookshop|bookstore: 书店
cinema|movie theater|movie theatre: 影院 电影院
screening|screenings: 放映 场
director of the film|filmmaker: 导演
actor|actress|lead actor|leading role|starring: 主演 演员
script|screenwriter: 编剧 剧本
album: 专辑
band: 乐队
concert: 音乐会 演唱会
singer: 歌手
choir: 合唱团
festival: 节 艺术节 节日
opening ceremony: 开幕式 开幕
closing ceremony: 闭幕式 闭幕
ribbon cutting: 剪彩
certificate: 证书
expired|expire|expiry: 过期 到期
valid|validity: 有效
id card|identity card: 身份证
household registration: 户口 户籍
bank card: 银行卡
cash: 现金
instalment|installment|instalments|installments: 分期
interest rate: 利率
mortgage: 房贷 按揭
auction: 拍卖
tender|bid|bidding: 招标 投标 中标
winning bidder: 中标
contract: 合同
sue|sued|lawsuit: 起诉 诉讼 告
verdict|ruling|ruled: 判决 裁定
stolen|theft|steal: 盗窃 被盗 偷
police|police officer: 警方 民警 派出所
witness|witnesses: 目击者 证人
fire|blaze: 火灾 起火 大火
firefighter|firefighters: 消防员 消防
cause of the fire: 起火原因
rescue|rescued|save his life|saved: 救 获救 救援
drown|drowned: 溺水 溺亡
telescope: 望远镜
satellite: 卫星
observatory: 天文台
panda: 熊猫
bird|birds: 鸟
nest: 巢
egg|eggs: 蛋 卵
spotted|sighted|sighting: 发现 观测 目击
endangered: 濒危
wetland: 湿地
national park|nature reserve: 保护区 国家公园
rubbish|garbage|trash|waste: 垃圾
recycling|recycle|recycled: 回收
noise: 噪声 噪音
fee per month|monthly fee: 每月 月费
hourly rate|per hour: 每小时
per person|each person|per head: 每人 人均
per day|daily: 每天 每日
times a week|weekly: 每周
once a month|monthly: 每月
twice: 两次 两回
double|doubled: 翻倍 翻番 倍
halve|halved: 减半
drop|decline|fell|decrease: 下降 减少 降
grow|growth|rise|increase: 增长 增加 上升 提高
percent|percentage: 百分 % 占比
average: 平均
maximum|at most|up to: 最多 最高 不超过
minimum|at least: 最少 至少 最低
ahead of schedule: 提前
behind schedule|late: 晚 延误 推迟
spare time|hobby|hobbies: 爱好 业余
nickname|nicknamed: 绰号 外号 人称
slogan|motto|theme: 主题 口号
logo|mascot: 标志 吉祥物 会徽
colour of the vest|vest: 马甲 背心
uniform: 制服 校服
souvenir|gift: 纪念品 礼品 礼物
towel: 毛巾
medal|medals: 奖牌 金牌
trophy: 奖杯
as soon as possible|asap|without delay: 尽快 尽早 早日 抓紧 立即
right away|immediately|at once: 立即 立刻 马上 即刻
on time|in time: 按时 准时 及时
in charge of|responsible for|in charge: 负责 分管 主管
due to|owing to: 因 由于 因为
instead of|in place of: 代替 改为 替
in total|altogether|in all: 共 总共 合计
so far|to date|up to now: 目前 至今 截至 已
per month|each month: 每月
games|olympic games: 运动会 奥运会 奥运
put off|shelve|hold over: 暂缓 推迟 延期 缓议
draft rule|draft rules: 草案 办法 征求意见稿
ringleader|mastermind|main culprit|principal offender: 主犯 头目 首犯 主谋
grand prize|top prize: 头奖 大奖 一等奖 特等奖
lucky draw|raffle|prize draw: 摸彩 抽奖 摇奖
mid autumn|mid autumn festival|mid-autumn|moon festival: 中秋 中秋节
dragon boat|dragon boat festival: 端午 端午节
lantern festival: 元宵 元宵节
tomb sweeping|tomb-sweeping|qingming festival: 清明 清明节
spring festival|lunar new year|chinese new year: 春节 过年
flu shot|flu jab|flu vaccine: 流感疫苗 疫苗 接种
get vaccinated|jab|booster shot: 接种 疫苗
take minutes|keep the minutes|minute taker: 记录 记录人 会议记录
minutes of the meeting|meeting minutes: 会议纪要 纪要 会议记录
sign on behalf of|on behalf of: 代表 代
birding|birdwatching|bird watching|bird-watching: 观鸟
customer service|customer-service: 客服
fake|pose as|impersonate|impersonation: 冒充 假冒 伪造 假
go out|outing|excursion: 外出 活动 出行
isolate at home|home isolation|isolating at home: 居家隔离 居家
leave the city|leave town: 离开 离
ordinary people|ordinary citizens|common people: 群众 人员 市民 居民 百姓
confirmed cases|confirmed case: 确诊 病例
be held accountable|held accountable|accountability: 追责 问责 追究
careless|negligent|sloppy: 不力 不实 不到位 疏忽 马虎
slow: 迟缓 缓慢 不迅速 不及时
party congress: 党代会 代表大会
copyright: 版权 著作权
correspondent|correspondents: 记者 通讯员
appear online|posted online|put online: 发布 发表 刊发 刊登
unannounced check|unannounced checks|spot check|surprise inspection: 暗访 抽查 突击检查 明察暗访
double as: 兼任 兼
school bus attendant|bus attendant: 照管员 随车照管
evacuee|evacuees: 转移群众 安置群众 群众
evacuation centre|evacuation center: 安置点 避难 收容
phase ii: 二期
phase i: 一期
in hand|under way|underway: 正在 在建 进行
sworn in|take the oath: 宣誓
unveiling: 揭牌 揭幕
cut the ribbon: 剪彩
cheer up|encourage: 鼓励 勉励
dismiss|dismissed|sack|fire from: 免职 免去 撤职 开除
hire|hired: 聘任 聘请 聘 招聘 录用
promote|promoted: 晋升 提拔 升任
nominate|nominated|nomination: 提名 推荐
election: 选举 当选 推选 选
opposing vote: 反对 反对票
vote in favour|vote in favor|in favour|in favor: 同意 赞成 赞成票
quorum: 法定人数 出席
adjourn|adjourned: 休会 散会
second hand|second-hand|used: 二手 旧
out of order|broken down: 故障 损坏 停用
water supply suspended: 停水 断水
tow away|towed: 拖走 拖离 拖移
no show|no-show: 缺席 未到 爽约
first come first served|first-come: 先到先得
dress code|wear: 着装 穿 佩戴
look after|take care of: 照顾 照管 照看 看护
drop off: 交 送 投放 递交
pick up: 领取 取 接
fill in|fill out: 填写 填
call off|called off: 取消
get on|board: 上车 乘 登
get off: 下车
set up|established: 设立 成立 建立 开设
lay down|laid down: 规定 提出 明确
carry out|carried out: 落实 执行 实施 开展
hand over|handed over: 移交 交付 转交 交给
set off|depart|departure: 出发 启程 发车
run out|used up: 用完 耗尽
turn out|turnout: 到场 出席 参加
lower: 降低 下调
go up: 上涨 上调 提高
keepsake|memento: 纪念品
scattered|scatter: 撒 撒入
`;
