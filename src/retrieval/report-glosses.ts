/**
 * More English words and phrases, with what bulletins, minutes, match reports and the news of clubs, villages and schools
 * say for them: to be left over is 结余, the acceptance of a building 验收. Written as everyday-glosses.ts is.
 */
export const REPORT_GLOSSES = `
lead|led|head up|spearhead: 牵头 率领 带领 带队 组长 领导 负责
leader of the team|team leader|group leader: 组长 队长 领队
tall|height: 高 通高 身高 高度
pavilion: 阁 亭 展馆 馆
first built|originally built|date back|date from: 始建 始建于 建于
come first|finish first|first place|took first place: 第一名 冠军 夺冠 折桂
come second|finish second|took second place: 第二名 第二 亚军
come third|finish third|took third place: 第三名 第三 季军
pre-service|pre-job|before starting work|induction: 岗前 岗前培训 入职
training session|training course|training: 培训 训练
train: 培训 训练 列车 火车
second half: 下半年 下半场
first half: 上半年 上半场
half-year|half year|mid-year: 半年 上半年 年中
output|yield|production: 产量 产 减产 生产
crop failure|reduced output|drop in output: 减产 歉收
shrimp|crayfish|prawn: 虾 小龙虾
field|fields: 田 虾田 农田 场
cut off|turned off|go without water: 停水 停止 断水 暂停
water truck|water tanker|water wagon: 送水车 水车
store water|stock up|stockpile: 储水 储备 囤 储存
litre|litres|liter|liters: 升
take at a time|per visit|each time: 每次 一次
dine-in service|eat in|eating in: 堂食
photographer|photographers: 摄影 摄影家 摄影师
photographers' association|photographers association: 摄影家协会 摄影协会
photograph|photographs|photo|photos|picture|pictures|took the photos: 摄影 照片 影像 摄 图
association: 协会 学会 联合会 商会
council|council meeting: 理事会 议事会 委员会
residents' council|residents council: 议事会 居民议事会 业委会
cooperative|co-op|coop: 合作社 合作 社
club: 俱乐部 协会 社团 会
society: 协会 学会 社会 社
chairperson|chairwoman|chairman: 主席 理事长 会长 董事长 主任 主持人
dividend|dividends|share out|payout: 分红 红利 分
surplus: 盈余 结余
shareholder|shareholders: 股东 入股 社员
credit line|line of credit|credit: 授信 贷款 信贷
lend|lent: 贷款 借 授信
annual interest rate|interest rate: 年利率 利率
rural commercial bank: 农商银行 农商行 农村商业银行
bank: 银行 农商银行 信用社
term of the loan|loan term: 期限
cold storage|cold store|refrigerated warehouse: 冷链仓库 冷库 冷链
warehouse: 仓库 仓 库房 仓储
warehouse management|warehouse system|warehouse management system: 总仓制 仓储管理 仓 仓库
incoming goods|inbound goods|imported goods|goods from abroad: 进口 入境物品 货物 进口货物 物品
incoming passengers|inbound passengers|arriving passengers: 入境人员 入境航班 旅客
inbound flights|incoming flights: 入境航班 航班
goods|cargo|freight: 货物 物品 货 物资
smooth traffic|traffic flow|keep traffic moving: 交通通畅 交通 畅通 通畅 保畅通
checks|check: 查验 检查 核查 查 核验
check one by one|go through one by one|one by one: 逐项 逐一 逐个 排查
conceal|hide|cover up|withhold: 瞒报 隐瞒 谎报 隐匿
deliberately|intentionally|on purpose: 故意 蓄意 有意
refuse to cooperate|uncooperative|not cooperate: 拒不配合 不配合
refuse|refused|decline to: 拒绝 拒不 不予
cooperate: 配合 协作 合作
habit|habits: 习惯
hand washing|wash hands|wash their hands: 勤洗手 洗手
running normally|run normally|normal operation|keep running|kept running: 正常运转 正常运行 运转 运行
visiting rules|visiting hours|visiting time|visiting: 探视 探访 参观
companion|escort|accompany|accompanied: 陪同 陪护 陪伴
sell|sold|selling|sale|sales: 销售 出售 卖
copyrighted: 版权 自有版权 著作权
content: 内容 信息
exclusive|exclusively|sole: 独家
run by|operated by|operate|operates|operator: 经营 运营 主办 管理 承办
website|web site|site: 网站 本网 官网
portal|online portal: 门户网站 网站
licence holder|authorised|authorized|authorization|authorisation: 授权 被授权
without permission|unauthorised|unauthorized: 未经授权 未经 擅自 违规
reprint|reproduce|republish: 转载 摘编 复制
infringe|infringement|infringer: 侵权 侵犯
short-term|short term|near-term|near term|immediate: 近期 短期
long-term|long term: 长期 长远
sports event|sporting event|sports meeting|sports meet|sports day: 运动会 赛事 比赛 冬奥会
winter olympics|winter games: 冬奥会 冬奥
win the contest|come out on top: 夺冠 获胜
entrance|entrances|gate: 入口 门口 大门 出入 进出 口
law package|laws: 法 条例 法律
law|act|statute: 法 法律 条例
based on|base on: 按照 依据 根据 依托 基于
rely on|relying on|draw on: 依托 依靠 借助
campaign|drive: 活动 行动 专项行动
province-wide|provincewide: 全省
city-wide|citywide: 全市
nationwide|nation-wide: 全国
prepare for|get ready|get ready for|preparing|preparation|preparations: 筹备 准备 备战 做好
upcoming|forthcoming|about to open|approaching|coming up: 即将 临近 到来 将 筹备
draw near|drawing near|close at hand: 临近 即将
speed up|accelerate|quicken: 加快 加速 提速
postal|mail|post: 邮件 邮政 邮
imported: 进口 入境 输入
smuggled|smuggle: 走私
disinfected|disinfecting|disinfectant|sanitise|sanitize: 消毒 消杀
tested|testing|test everyone|mass test: 核酸检测 检测 筛查
operating procedure|operating procedures|procedures|procedure: 操作规程 规程 流程 程序
working method|work method|method of working: 工作法 方法 方式
working style|work style: 作风 工作作风
inspection method|method of inspection: 工作法 检查 方法 方式
stick to|adhere to|keep to: 坚持 遵守 恪守
abide by|comply with|observe: 遵守 执行 严格
standard|standards: 标准 规范
responsibilities|duties: 责任 职责
tracing measures|contact-tracing measures|tracing: 流调 追踪 溯源
reserve of|in reserve: 储备
beds|bed: 床位 床 张
rooms|room: 房间 室 间
floor|storey|story|stories|floors: 层 楼
wife of|son|daughter: 儿子 女儿 子女 妻子
grandson|granddaughter: 孙子 孙女
carer|carers|caregiver|caregivers|nursing staff: 护理员 护工 陪护
nursing work|nursing: 护理 护理工作
care home|nursing home|old people's home|retirement home: 养老院 护理院 敬老院 养老机构
dementia: 失智 痴呆
relatives|family members|families|relative: 家属 亲属 家人
get in|let in|be admitted|gain entry: 进入 入内 入场 探视 进
admission requirements|requirements for entry: 条件 要求
show|present: 出示 展示 查验
hide a fall|fall over|falls: 跌倒 摔倒
canteen|cafeteria|dining hall: 食堂 餐厅
meal|meals|food: 伙食 餐 用餐 饭
medicine|medicines|drug|drugs|medication: 药品 药物 药
managed|manage|management of: 管理
suggestion|suggestions|recommendation|recommendations: 建议 意见
propose|proposed|put forward: 提出 建议 提议 倡议
proposal: 提议 建议 方案 提案 议案
opinion|opinions|advice: 意见 建议
companionship: 陪伴
dredge|dredged|dredging: 清淤 疏浚
silt|sludge|mud: 淤泥 泥浆 泥
riverbed|riverbank: 河道 河床 河岸
river: 河 江 河道 溪
fertilizer|fertiliser: 肥料 化肥 肥
dump rubbish|dumping|dump|fly-tipping: 偷倒 倾倒 乱倒 垃圾
in secret|secretly: 偷 暗中 私 私自
patrol|guard: 巡查 巡护 护 巡逻 队
river patrol|river guard|river guards: 护河队 护河员 河长
allowance a month|monthly allowance: 补贴 每月
hike|hiking|walk|walking event: 徒步 健步走 登山
bridge closed|closed to traffic: 封闭 禁止通行 封
diversion|alternative route|take instead: 绕行 改道
supervise|supervised|supervising|supervision: 监管 监督 督查 督导 监理
supervising company|supervision company: 监理单位 监理
design company|designed by|design institute: 设计单位 设计
builder company|building company|works company|carry out the works|carrying out the work: 施工单位 承建 施工
carry out|carried out|carrying out: 落实 执行 实施 开展 承建 施工
contracted|contractors: 承建 施工 承包
ground-breaking ceremony|groundbreaking ceremony|groundbreaking: 开工仪式 奠基 开工
completion|complete|completed|finish|finished: 完工 竣工 完成 建成
acceptance|acceptance check|acceptance inspection: 验收
acceptance team|acceptance group: 验收组
slalom|giant slalom: 大回转 回转
ski|skiing|skier|skiers: 滑雪 滑雪场 选手 雪
ski gear|ski equipment|skis: 雪具 滑雪
snowboard|snowboarding: 单板 滑雪
gear|equipment: 器材 装备 设备 用具
helmet|helmets: 头盔
slope|slopes|ski run|piste: 雪道
rent|rental|hire out: 租 租赁 租用 租金
men's|mens: 男子 男
women's|womens|ladies: 女子 女
team event: 团体赛 团体
final|finals: 决赛 总决赛
semi-final|semifinal: 半决赛
local|locals: 本地 当地
coaches: 教练 执教
runner up|runners-up: 亚军 第二名
declare open|declared open|declare the opening|opened the games|opened the competition: 宣布开赛 宣布 开幕 开赛
secret of success|secret to success: 秘诀 成功
occupancy|occupancy rate: 入住率
tourists|tourist|holidaymakers: 游客
tourist numbers|number of tourists|visitor numbers: 游客 人次 接待
growth in|year on year|year-on-year|over last year: 同比 增长 同期 比去年 比上年
overturn|overturned|capsize|capsized|tip over: 侧翻 翻 倾覆
fall into the water|fell into the water|fall in the water|fell overboard: 落水
rowers|paddlers|oarsmen|rower|paddler: 桨手 队员
dot the eyes|dotted the eyes|eye-dotting|dotting: 点睛
dragon boat race|dragon boat races|boat race|boat races|regatta: 龙舟 龙舟赛 赛
race|races|racing: 赛 比赛 赛事 竞赛
invitational|invitational tournament|invitational race: 邀请赛
open tournament|open championship: 公开赛
metre|meter|metres|meters: 米
kilometre|kilometer|kilometres|kilometers|km: 公里 千米
metric ton|tonne|tonnes|tons: 吨
degree|degrees: 度 ℃ 摄氏度
team|squad|side: 队 代表队 队伍 组
high jump|high-jump: 跳高
long jump|long-jump: 跳远
jump|jumped: 跳
relay|relay race: 接力
tug-of-war|tug of war: 拔河
opening speech|opening remarks|opening address|speech at the opening: 开幕词 致辞 致词 致开幕词
closing speech|closing remarks|closing address: 闭幕词 总结讲话 总结
welcome speech|welcoming speech|welcome address: 欢迎辞 欢迎词 致辞
gave a speech|made a speech|deliver a speech|delivered a speech|give a speech: 致辞 讲话 致词 发表讲话
essay|essays|composition: 征文 作文 文章
words long|word limit|number of words: 字数 字
hand in by|submit by|submission deadline|submit|submitted|submission: 提交 交至 报送 截止 交
entries|entry|submissions: 作品 参赛作品 幅 篇
collection of works|call for entries: 征集 征稿
exhibition theme|photo exhibition|photography exhibition: 影展 摄影展 展览
approve|approved|adopt|adopted|pass|passed: 通过 审议通过 批准
reject|rejected|not approved|turn down|turned down|voted down: 未获通过 未通过 否决 拒绝 驳回
put to a vote|put to the vote: 表决 投票
in favour of|in favor of: 赞成 同意
written consent|consent in writing: 书面同意
consent|agreement of: 同意 书面同意
lapse|void|null and void|invalid: 作废 无效 失效
share of the cost|split the cost|contribute to the cost: 分摊 均摊 承担
total cost|total price|cost in total|overall cost: 总造价 总投资 造价 总价 费用
construction cost: 造价 工程款
total investment: 总投资 投资
public revenue|public income|common income: 公共收益
bike shed|bicycle shed|shed: 车棚
charging port|charging ports|charger sockets: 充电端口 充电口 充电 端口
childcare|day care|daycare|childcare class|summer camp: 托管 托管班 托育 夏令营
venue not found|no venue: 场地
reason given|given reason: 理由 原因
health reasons|ill health|poor health: 身体原因 健康 因病
adviser to|consultant: 顾问
drone|drones|aerial camera: 无人机 航拍器 航拍
purchase|bought|buy|buying: 购买 购置 采购 购
lease|leasing: 租赁 租
financial report|finances|financial statement|financial situation|accounts: 财务 财务情况 账目 收支
income|earnings: 收入 营收
expenditure|spending|expense|expenses: 支出 开支 费用
balance|left over|remain|money left|left in the account: 结余 余额 剩余 账面
fee a year|yearly fee|membership dues|dues: 会费 年费
exempt|waive|waived|pay nothing: 免交 免收 免 免费
add to|co-opt|co-opted|added: 增补 新增 增加
council member|board member: 理事
board: 董事会 理事会
standing director: 常务理事
secretary of the association: 秘书长
work report|activity report: 工作报告 报告 汇报
half-year work report|annual report|yearly report: 年度报告 工作报告 报告
report on|reported on|give a report|gave a report|briefed|brief: 汇报 通报 报告 作报告 介绍
decisions|decision: 决定 决议 事项
implementation|carried out decisions: 落实 办理 执行
previous meeting|last meeting: 上次 上次会议 前次
proposal to buy: 提议 购置
hand out|distribute|distributed|give out: 发放 分发 派发 发
present awards|presented awards|presented prizes|hand out prizes|award ceremony|awarded prizes: 颁奖
read out|read aloud: 宣读
thank|thanked|thanks: 感谢 致谢
remind|reminded: 提醒 提示
announce|announced: 宣布 公布 发布 宣读
reveal|revealed|disclose: 透露 披露
promise|promised|pledge|pledged: 承诺 答应 保证
reply|replied|respond|response|answered: 答复 回应 回复 答
raise a problem|raise the issue|raised the question|raised concerns: 提出
worry|concern|concerned about|concerns: 担心 关切 问题
fire safety|fire prevention|fire control: 消防 防火
fire drill|drill|drills|exercise: 演练 演习
rating|star rating|grading|assessment|evaluation: 评定 评估 评级 考核
volunteer association: 志愿者协会
foundation|charity foundation|charitable foundation: 基金会
charity federation|charity association: 慈善总会 慈善会
fund the project|paid for by|financed by|finance|financed|bankroll: 资助 出资 经费 提供
night reading|evening reading: 夜读 阅读
reader|readers|reciter: 读者 讲读员
firefly: 萤火虫
travel allowance|transport allowance|transport subsidy|travel subsidy: 交通补贴 补贴
interviewer|examiner|examiners|interviewers|judge|judges|jury: 考官 评委 裁判
lecturer|speaker|give the lecture|gave the lecture|give the talk|give training: 主讲 主讲人 讲师
rain delay|in case of rain|if it rains|bad weather: 雨 顺延 天气 如遇
rainy|rains: 雨 降雨
heat|hot weather|high temperature|high temperatures|heatwave: 高温
storm|rainstorm|downpour: 暴雨 风暴
water quality: 水质
tap|taps: 水龙头
hot water: 热水
pipe|pipes|pipeline|water main|main: 管道 管网 管线
yellow water|discoloured water|discolored water: 水黄 发黄
area|areas|scope: 范围 区域 片区 地段
areas affected|affected areas|affected: 影响 范围 涉及
neighbourhoods|neighborhoods|neighbourhood|neighborhood: 小区 社区
high-rise: 高层
site manager|person in charge on site: 现场负责人
laboratory|lab: 化验室 实验室
rare find|find|found: 发现
inscription|inscribed: 题记 铭文 墨书
beam|beams: 梁 梁架
pillar|pillars|column|columns: 柱 木柱
roof: 屋顶 顶 阁顶
collapsed|collapse|cave in: 坍塌 倒塌 塌
dynasty|reign: 年间 朝 代
overhaul|major repair|major overhaul: 大修 修缮 维修
ancient building|ancient architecture|historic building: 古建筑 古建
cultural relics bureau|cultural heritage bureau|heritage bureau: 文物局 文物
relics protection|heritage protection|cultural relics protection centre|cultural relics protection center: 文物保护
limit visitors|visitor limit|daily limit|cap on visitors: 限流 不超过 单日 人数
per day limit|a day at most|in a day|a day: 每天 每日 单日 一天
permanent exhibition|display: 陈列 展示 展览
opening plan: 开放方案
imperial examination|imperial examinations: 科举
window|windows: 窗 窗扇
first sign up|first to sign up|sign up first: 第一个报名 报名
old party member|veteran party member: 老党员
veteran: 老兵 退役 老
retired teacher|retired teachers: 退休教师
village party|village party branch: 村党支部
party branch secretary|village party secretary: 党支部书记 村支书 支部书记
deputy head of the county|deputy county head: 副县长
town head|head of the town|township head|mayor of the town: 镇长 乡长
civil affairs|civil affairs bureau|civil affairs department: 民政局 民政
public health: 公共卫生 卫生
sports bureau|sports authority|sports administration: 体育局 体育中心
tourism bureau|culture and tourism|tourism: 文旅局 旅游 文旅
federation of literary and art circles|literary federation|literary and art circles: 文联
water company|water supply company|waterworks: 供水公司 供水有限公司 自来水公司 水务
power company|electricity company|power supply company: 供电公司 电力公司
credit|credits: 授信 学分 贷款
emergency shelter: 避难所 安置点
grain|rice: 稻 大米 粮食 水稻
jin: 斤
subsidised|subsidized: 补贴 补助
poor household|poor households|lifted out of poverty: 脱贫户 贫困户
villagers|farmers|farmer: 村民 农户 农民 社员
demonstration cooperative|model cooperative: 示范社
honour|honor|title awarded|honorary title: 称号 荣誉
electric tricycle|tricycle: 三轮车 电动三轮车
car|cars: 汽车 轿车 车
ambulance|ambulances: 救护车
helicopter: 直升机
slightly injured|minor injuries|slight injury: 轻伤 擦伤
graze|scratch|scratches: 擦伤
rescue team|rescue squad: 救援队
entry fee|participation fee: 报名费 参赛费
organising committee|organizing committee: 组委会
organised by|organized by|organise|organize|organised|organized: 主办 组织 承办 举办
co-organised|co-organized|co-organizer|co-host: 协办 承办 联合主办
title sponsorship|sponsors: 冠名 赞助
last time|last|most recently: 上一次 上次 最近一次
event|events: 活动 赛事
economic and trade|trade and economic: 经贸
lay out|laid out|laid down: 部署 提出 安排 明确
hospital|hospitals|medical institution: 医院 医疗机构 卫生院
truly|really must|absolutely must: 确需 确有必要
seize|seized|confiscate|confiscated: 扣押 缴获 查获 没收
sleep: 睡眠 睡觉
heaviest|heaviest rainfall|maximum rainfall: 最大 最大降雨 最强
tractor road|farm track|farm road: 机耕路
pave|paved|paving|hardened: 硬化 铺设
take over|takes over|succeed as: 接任 接替 继任 接管
guild: 公会
maintenance|server maintenance: 维护 停服 检修
delay: 暂缓 延迟 推迟 顺延 延期
give a present|gifted|presented with: 赠送 回赠 赠
present to: 赠送 颁发
notebook|notebooks|notes: 笔记 笔记本
eulogy|memorial speech: 悼词
victim|victims: 受害人 受害 失主
stolen money|lost money|swindled: 骗走 转走 被骗 诈骗
recovered|recover: 追回 康复 恢复
retired head|former head: 原站长 原局长 原
absent|on leave: 缺席 请假 因公
leave of absence: 请假
flood preparation|flood preparations|flood readiness: 防汛备汛 备汛 防汛
revenue growth|growth rate|rate of growth: 同比增长 增长 增幅
budget revenue|fiscal revenue: 预算收入 财政收入
construction start|start of works|works begin|construction begin: 动工 开工
workers|worker|staffing: 人 工人 员工
production line|production lines: 生产线
research centre|research center|r&d centre|r&d center: 研发中心
wage|wages|salary|monthly pay: 工资 月薪 收入
rubbish sorting|waste sorting|garbage sorting: 垃圾分类
receipt|receipts|invoice|invoices: 票 票据 发票
land compensation: 补偿 青苗费
hurt slightly|lightly injured: 轻伤
direct cause|cause of the accident: 直接原因 原因 起因
short circuit: 短路
disinfected each day|times a day: 每日 每天
report back|report by: 报 上报 报送
key evidence: 关键证据
bus routes|bus services|bus service: 公交 路
expressway|motorway: 高速
snow depth|depth of snow|deep snow: 积雪 积雪深度 深度
flash photography|flash: 闪光灯
graduate|graduates: 毕业生 毕业 应届
bond|guarantee|guarantor: 担保 保证
warning line|alert level: 警戒 警戒水位
resident|residents: 居民 住户 村民 里民 入住
monthly activity|regular activity|regular activities: 例行活动 活动 每月
lunch price: 午餐 供餐
recognised|recognized|honoured|honored: 表彰 授予 获评
`;
