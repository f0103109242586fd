/** Chinese surnames, as folded. */
import { characterTable } from './character-table.js';

/** Surnames that a name may be recognised by in running text. */
const USUAL =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘余蒋蔡杜叶程苏魏吕丁任沈姚卢姜崔钟锺谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱丘江尹薛闫阎段雷侯龙史陶黎贺顾' +
  '毛郝龚邵万钱严覃武戴莫孔向汤康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞柳祝宁尚符舒阮柯纪梅童凌毕单季裴霍涂苗谷曲盛翁冉骆蓝路游辛靳柴蒙鲍华喻祁蒲习滕屈饶牟尤司卓' +
  '吉缪麦褚娄窦戚景费晏席柏瞿桂闵苟邬卞姬佟臧栾隋刁巫寇甄仲虞敖佘查邝匡鞠荆郁储栗燕楚鄢劳谌奚冼蔺楼郜阚屠练禹漆巴卿扈晁浦鹿辜裘戎揭冶冀蒿荀贲钮糜隗钭郦郤濮庾訾蒯竺莘汲宓芈仉郄笪佴茆麴谯庹侴鄞赖';

/** Surnames that are mostly other words (时, 党, 单): a name only where an office or a list says so. */
const UNUSUAL =
  '房解艾阳时穆农古简车项连芦岑党宫卜冷卫米宗应边师仇商沙荣桑郎丛巩明池麻苑迟官封谈惠乐胥南班原皮粟盘闻位厉伊仝区海花权强帅豆朴盖廉井祖丰支国狄平计索宣晋初门云容敬来芮普阙戈伏薄邸雍羊' +
  '阿乌母亓修邰赫杭宿鲜逯隆茹诺慕玉银亢嵇公哈湛宾勾茅利於呼居干尉元檀衣阴昝智幸奉衡富尧闭虎禄弓东闾牧逄邴苍郏郗郇璩咸酆须缑包左甘成管温于洪常危凤诸滑松束韶印怀籍贡扶堵宰寿宦慎巢益桓蔚蓟全鄂羿双满';

/** Surnames of two characters. */
const COMPOUND_SURNAMES =
  '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 夏侯 长孙 宇文 端木 独孤 南宫 西门 申屠 太史 轩辕 百里 呼延 东郭 拓跋 公冶 澹台 濮阳 淳于 单于 钟离 闻人 鲜于 赫连 万俟 司空 仲孙 完颜 耶律 纳兰'.split(
    ' ',
  );

const usual = characterTable(USUAL);
const single = characterTable(USUAL, UNUSUAL);
const COMPOUND_SET = new Set(COMPOUND_SURNAMES);

const compoundStart = characterTable(...COMPOUND_SURNAMES.map((surname) => surname.charAt(0)));

/** How many characters of the surname of a name that would start at `at` of a folded text: 2, 1, or 0 for none. */
export function surnameLengthAt(folded: string, at: number): 0 | 1 | 2 {
  const unit = folded.charCodeAt(at);
  if (compoundStart.has(unit) && COMPOUND_SET.has(folded.slice(at, at + 2))) return 2;
  return single.has(unit) ? 1 : 0;
}

/** Whether the folded characters are a Chinese surname, single (楼) or compound (欧阳). */
export function isSurname(chars: string): boolean {
  return chars.length > 0 && surnameLengthAt(chars, 0) === chars.length;
}

/** Whether a surname is common as one and rare as another word, so that less evidence makes a name. */
export function isUsualSurname(chars: string): boolean {
  return chars.length === 1 ? usual.has(chars.charCodeAt(0)) : COMPOUND_SET.has(chars);
}
