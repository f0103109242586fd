/** Chinese surnames, as folded. */

/** Surnames that are written with one character; the common ones of the mainland first, then the rest of 百家姓 in use. */
const SINGLE =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于余蒋蔡杜叶程苏魏吕丁任沈姚卢姜崔钟锺谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱丘江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤' +
  '温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷曲盛翁冉骆蓝路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫' +
  '费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支' +
  '卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由蒿虎禄弓东闾牧逄邴苍郏郗郇璩咸酆须缑';

/** Surnames of two characters. */
export const COMPOUND_SURNAMES =
  '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 夏侯 长孙 宇文 端木 独孤 南宫 西门 申屠 太史 轩辕 百里 呼延 东郭 拓跋 公冶 澹台 濮阳 淳于 单于 钟离 闻人 鲜于 赫连 万俟 司空 仲孙 完颜 耶律 纳兰'.split(
    ' ',
  );

const SINGLE_SET = new Set(SINGLE);
const COMPOUND_SET = new Set(COMPOUND_SURNAMES);

/** Whether the folded characters are a Chinese surname, single (楼) or compound (欧阳). */
export function isSurname(chars: string): boolean {
  return SINGLE_SET.has(chars) || COMPOUND_SET.has(chars);
}

/** How many characters of a folded text that starts with a name are its surname: 2, 1 or 0 for none. */
export function surnameLength(folded: string): 0 | 1 | 2 {
  if (COMPOUND_SET.has(folded.slice(0, 2))) return 2;
  return SINGLE_SET.has(folded.charAt(0)) ? 1 : 0;
}
