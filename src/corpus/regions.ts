/** Provinces with their prefecture-level cities, in simplified script, for telling what 我市 and 全省 stand for. */

/** Province, its full name's ending, and its cities without 市 (自治州 and 地区 by the name that papers use). */
const TABLE: readonly (readonly [province: string, ending: string, cities: string])[] = [
  ['北京', '市', ''],
  ['天津', '市', ''],
  ['上海', '市', ''],
  ['重庆', '市', ''],
  ['河北', '省', '石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水'],
  ['山西', '省', '太原 大同 阳泉 长治 晋城 朔州 晋中 运城 忻州 临汾 吕梁'],
  ['内蒙古', '自治区', '呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯 呼伦贝尔 巴彦淖尔 乌兰察布'],
  ['辽宁', '省', '沈阳 大连 鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 朝阳 葫芦岛'],
  ['吉林', '省', '长春 吉林 四平 辽源 通化 白山 松原 白城'],
  ['黑龙江', '省', '哈尔滨 齐齐哈尔 鸡西 鹤岗 双鸭山 大庆 伊春 佳木斯 七台河 牡丹江 黑河 绥化'],
  ['江苏', '省', '南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁'],
  ['浙江', '省', '杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水'],
  ['安徽', '省', '合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳 宿州 六安 亳州 池州 宣城'],
  ['福建', '省', '福州 厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德'],
  ['江西', '省', '南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶'],
  ['山东', '省', '济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 菏泽'],
  [
    '河南',
    '省',
    '郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店 济源',
  ],
  ['湖北', '省', '武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 仙桃 潜江 天门'],
  ['湖南', '省', '长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底'],
  [
    '广东',
    '省',
    '广州 韶关 深圳 珠海 汕头 佛山 江门 湛江 茂名 肇庆 惠州 梅州 汕尾 河源 阳江 清远 东莞 中山 潮州 揭阳 云浮',
  ],
  ['广西', '自治区', '南宁 柳州 桂林 梧州 北海 防城港 钦州 贵港 玉林 百色 贺州 河池 来宾 崇左'],
  ['海南', '省', '海口 三亚 三沙 儋州'],
  [
    '四川',
    '省',
    '成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 广安 达州 雅安 巴中 资阳',
  ],
  ['贵州', '省', '贵阳 六盘水 遵义 安顺 毕节 铜仁'],
  ['云南', '省', '昆明 曲靖 玉溪 保山 昭通 丽江 普洱 临沧'],
  ['西藏', '自治区', '拉萨 日喀则 昌都 林芝 山南 那曲'],
  ['陕西', '省', '西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 安康 商洛'],
  ['甘肃', '省', '兰州 嘉峪关 金昌 白银 天水 武威 张掖 平凉 酒泉 庆阳 定西 陇南'],
  ['青海', '省', '西宁 海东'],
  ['宁夏', '自治区', '银川 石嘴山 吴忠 固原 中卫'],
  ['新疆', '自治区', '乌鲁木齐 克拉玛依 吐鲁番 哈密 石河子'],
  ['台湾', '省', '台北 新北 桃园 台中 台南 高雄 基隆 新竹 嘉义'],
];

export interface Region {
  /** 新乡, 河南. */
  readonly name: string;
  /** 市, 省, 自治区. */
  readonly ending: string;
  /** Full name of the province that it lies in; of a province its own. */
  readonly province: string;
  readonly level: 'province' | 'city';
}

const REGIONS: readonly Region[] = TABLE.flatMap(([province, ending, cities]): Region[] => [
  { name: province, ending, province: `${province}${ending}`, level: ending === '市' ? 'city' : 'province' },
  ...cities
    .split(' ')
    .filter((name) => name !== '' && name !== province)
    .map((name): Region => ({ name, ending: '市', province: `${province}${ending}`, level: 'city' })),
]);
const BY_NAME: ReadonlyMap<string, Region> = new Map(REGIONS.map((region) => [region.name, region]));
/** Streets are named after cities everywhere: 南阳路, 北京西路. */
const NO_STREET = '(?![东西南北中]?(?:路|街|大道|大街|胡同))';
const NAME = new RegExp(
  `(?:${[...BY_NAME.keys()].sort((a, b) => b.length - a.length).join('|')})${NO_STREET}`,
  'g',
);

/** The regions that a folded text names, in order, each as often as it stands there. */
export function regionsIn(folded: string): readonly Region[] {
  return Array.from(folded.matchAll(NAME)).flatMap((match) => BY_NAME.get(match[0]) ?? []);
}

/** The cities whose names begin with a character: 郑报 is of 郑州. */
export function citiesBeginningWith(character: string): readonly Region[] {
  return REGIONS.filter((region) => region.level === 'city' && region.name.startsWith(character));
}
