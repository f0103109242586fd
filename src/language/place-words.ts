/** The characters around and inside place names that tell them from other words. */

/** Characters before which a place name cannot have begun: the words that lead to it. */
export const BEFORE_PLACE =
  '的了在是于到从赴往驻至来抵经由位为和与及或对向将把被给让使以因若但却也都就还只而并则又且其该此这那某每各全我本你他她它们今原现称叫任入出回去离进返自沿近即如有无不非没未已曾多数几第个名条座所等时年月日号内外间后前中里上下被';
/** Of these the ones that no place name begins with; after a hard border they are left out of the name. */
export const LEADS_TO_PLACE =
  '的了在是于到从赴往驻至抵经由为与及或对将把被给让使以因若但却也都就还只而并则又且属有之其称叫任入出回去离返自即如无代令';
/** The last character before the ending in words that end like places and are none: 城市, 社区, 道路. */
export const GENERIC: Readonly<Record<string, string>> = {
  市: '城省县都超股楼车菜房入上门夜集闹牛熊债汇跳好',
  区: '城郊社小地园山灾疫辖校厂病战景特片街分选教军库牧林矿湖盆禁盲误考控闭管范险点雷雨时音温热寒海专整行住宅居商业游工核心储存缓冲安置隔离候休息服务接诊流域界级等旧老大中自治贸税保护监责县乡镇发开',
  镇: '城乡古小重村坐集冰市',
  乡: '城下家故山水同思异他返还老镇外侨',
  村: '农乡山小荒新渔驻进出入',
  省: '外入出跨行多两三数',
  县: '市外郡州郊知',
  路: '道公铁马通线思出退后小大走上一铺养陆水网电半绕带引迷问岔赶赛',
  岛: '半孤群列荒小离海登环',
  旗: '红国军锦升战党挂举大降',
  州: '九神',
  街: '大小上逛临沿当',
  新区: '',
};
/** Characters of verbs and abstractions that make no name. */
export const NOT_IN_STEM =
  /[届事染委各全每某本我该此其他它所你着个些那两几数把严加强格落实控管治提供操纵推动促进善待保障关闭建设立划定重点主要整个快速增调充分实防疫情该这那些什么哪谁很最更太可会能应须请并且按照根据通过鼓励支持要求确认发现使用利用统一分别成员以及包括返豫涉驻访视察]/u;
/** What turns an ending into the beginning of another word: 市场, 区别, 镇压. */
export const NOT_AFTER: Readonly<Record<string, string>> = {
  市: '场民值面况售容占盈集井',
  区: '别分间块域隔划',
  县: '级',
  镇: '压定静痛',
  乡: '村镇亲音愁下',
  村: '民庄子落寨',
  省: '略钱心事悟察却去下',
  路: '线径过途程人口面由段况边灯障标',
  州: '长',
  旗: '下帜舰号子袍手',
  岛: '屿国上',
};
