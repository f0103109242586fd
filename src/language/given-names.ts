/** Which characters given names are made of. */
import { characterTable, isHanUnit } from './character-table.js';

/** Characters that are common in given names and don't begin or end the words around them. */
const LIKELY =
  '伟刚勇毅俊峰强军平保东文辉力明永健世广志义兴良海山仁波宁贵福生龙元全国胜学祥才发武新利清飞彬富顺信子杰涛昌成康星光天达安岩中茂进林坚彪博诚先敬震振壮思群豪心邦承乐绍功松善厚庆磊民友裕河哲江超浩' +
  '亮政谦亨奇固轮翰朗伯宏言若鸣朋斌梁栋维启克伦翔旭鹏泽晨辰士建家致树炎德时泰盛雄琛钧冠策腾楠榕风航弘秀娟英华慧巧美娜静淑惠珠翠雅芝玉萍红娥玲芬芳燕彩春菊兰凤洁梅琳素云莲真环雪荣爱妹霞香月莺媛艳瑞' +
  '凡佳嘉琼勤珍贞莉桂娣叶璧璐娅琦晶妍茜秋珊莎锦黛青倩婷姣婉娴瑾颖露瑶怡婵雁蓓仪荷丹蓉眉君琴蕊薇菁梦岚苑筠柔竹霭凝晓欢霄枫芸菲寒欣滢伊亚宜可姬舒影荔枝丽阳立正万千百大少长方运通道理开卫铁钢金银宝根' +
  '柱土水火木石田野夏冬朝晋汉唐宋京津豫湘鄂鲁粤川宪法治敏慎恭谨温孝忠廉耀煌炜烨煜焕灿炳烈然熙照昭昱昊晖晗晟曦曙晔景智晴雨雷霖霆虹霜冰凌洋湖浪澜源泉溪澄淳渊淼深泳浚洪润泓沛汝池沐沁洲洛涵淇潇潮瀚瀛' +
  '灏森桐柏柳桦梓棋槐楷模桥本权材柯栩桃棣楚樱王珏珂珉班琪琨琬琰瑜璇璋璞璟瑛玮玥珺钦铭锋锐锡镇钟钰铎铮鑫锴镜钊铨键翼羽翎翀鸿鹤鸥鸾虎骏驰骁骥马牛诗谊谋诺训竞章童竣笑笛简紫蓝黄彤朱墨一二三四五六九十' +
  '州城疆域坤培基垚增圣太夫央奎奋奕宇宗官定实审宣容宽宾密寅寿尚尧尔尹展岐岗岭岳峥峻崇嵘嵩巍工巨帅帆师常年幸应廷延彦彭征律微忆念恒恩恺悦情慈懿战抗拓拥拯捷数斐施旗旦早昂旻仕仙仲伍优传伶佐佑侠修倚儒' +
  '兆典冀冕准凯创初劲励劼勋勐匡北升卓协南卿双叔古右咏咸喆喜嗣社祖祺禄禹禾秉科程稳穆空端笃篪粹精系纪纯纲纶绪绮继续绣绵缨缪耕聪肃育臣艺芃芮苏苗苹茗茵荃荟莹萌营萱萧葆葵蔚薪薛蕾藩蘅虞衍衡裳西观觉誉谱' +
  '豹象贡贤赞赟越跃轩辅载轶辽迅远迪逸遥遂遵邑邵郁郎钱铜镛闯闽陆陈陵隆隽霁韬韵项顾颂颜飒飘馨骅鲲鳌麒麟默黎鼎齐乃乔书井亦亭付令休佟侃傅允党兵农冉净刘劳印卉厉叙台吉吏吕吟周哈唯商坡堂夕妮姝姿娇婧嫣媚' +
  '存孙孟季守小尤尼屏岑峡峦崎巳帝希庄庚庭廖弟张彰徐御徽忍忱怀恂悟惟慕慷扬抒挺挥掌揚摩攀敖斗斯旋旺昀易映昶普晏暄暖暢曼曾朔望村果枚查标校格栗案桑桓检榆榜槿橙欧步殊段毓毛汀汇沂沈沙沿泊浦淘淮添渔游湛' +
  '湜滋滔满漫潘潭澍激濂灵炅炫炽烁焱焰熠爽牧特猛率玄玖玫玺珩琢琮瑚瑰璨瓒甘甜甫甲申男疏登白皎皓盈盖知矗矢砚硕碧磐祁祎祝神祯禅秦秩稀竑竟箫篁篱米粟索累纳纹纫绅织绢绥绫绿缔缙罗羿翊翌翘耘耿聆胤胥臻舜舟' +
  '艾节芊芦芷花苒茅茹草荆荐莅莘菀萃葛蒂蒙蓬蔓蕙薏藻蝶衣袁裔解谅谷贝赐赛赤赫趣踪蹈轲辕辞迈迎迦逊逢逵郑酉鉴铃铠锁镕闰闲闵阁阔陶集雍雯霏音韶颉饶馥骄骐高魁鱼鸢鹃鹰麦靖剑复佩冲济举昆益杨业戈之丁尉魏吴' +
  '任卢艺';

/** Characters that no given name holds: particles, pronouns, measure words, words of offices and bodies. */
const NEVER =
  '的了们在是不我你他她它这那哪谁什么怎吗呢吧啊把被将对给从由与及或但却都就还只些个位届项次说讲做称市县区省镇局厅部委厂所院校党' +
  '疫病毒染感控防检测隔离该此其每某各另并且因所等着过很最太更再已曾没未无非否要应须该请让使令叫向往至到即虽而' +
  '年月日时分秒点号第两几多少半亿份件条款岁件者性化式型型类种样般度率量额值段期届副总处科股组队班所室站台网报刊';

/** Characters that a given name may begin with or hold, but that end one so seldom that the next word begins with them. */
const NEVER_LAST =
  '作主出指调表来前去回发任当获率带参列视部通汇研检督慰走会见担深先亲反随分还又以于为就曾听提介写认要谈宣主上下里外间后内';

/** Ordinary words of such characters: 高中, 石大学 are no names. */
const NO_GIVEN_NAMES = new Set(
  '女士 师傅 老师 夫人 教授 医生 一职 大学 小学 中学 高中 初中 学生 学士 宣传 工程 先生 小姐 太太 农村 农业 工业 商业 发展 开展 建立 成立 中心 中央 国家 政策 法律 定义 水域 太守 太子 国王 天子 公主 将军 王子 大臣 大夫 尚书 皇帝 丞相 世纪 之一 之中 之后 之前 全国 全省 全市 学校 学者 工作 工人 业务 事业 美国 英国 法国 德国 中国 东北 西北 西南 东南 南部 北部'.split(
    ' ',
  ),
);

const likely = characterTable(LIKELY);
const never = characterTable(NEVER);
const neverLast = characterTable(NEVER_LAST);

/** `likely` when every character is usual in given names, `no` when one never is; one or two folded characters. */
export function givenNameLikelihood(given: string): 'likely' | 'possible' | 'no' {
  if (given.length < 1 || given.length > 2) return 'no';
  let all = true;
  for (let i = 0; i < given.length; i++) {
    const unit = given.charCodeAt(i);
    if (never.has(unit) || !isHanUnit(unit)) return 'no';
    all &&= likely.has(unit);
  }
  if (neverLast.has(given.charCodeAt(given.length - 1)) || NO_GIVEN_NAMES.has(given)) return 'no';
  return all ? 'likely' : 'possible';
}
