import { fold } from '../language/script.js';

const SEPARATED = /(?:(?<! ) +)?[|>»›·•] *|(?<! ) +[-–—/] +/;
/** Items of a navigation line; fewer may be a title with a bar in it. */
const FEWEST_ITEMS = 4;
const LONGEST_ITEM = 12;
const LONGEST_NAVIGATION = 400;
/** A row of a Markdown table, whose bars stand at both ends. */
const TABLE_ROW = /^\s*\|.*\|\s*$/;

const BREADCRUMB =
  /^(?:当前(?:位置|栏目)|您?(?:现在|当前)?的?位置|您在这里)\s*(?:[:>»›/\- ]|$)|^(?:网站)?首页(?=.{0,60}$)/;
/** 某某晚报 > 副刊 > 人物: where a page stands, by arrows alone. */
const ARROW = /[>»›]/;
const FEWEST_STEPS = 3;
const LONGEST_STEP = 20;
/** One button; lines of several are cut at their blanks. */
const TOOL =
  /^[【[(]?(?:打印(?:本页|此页|文章)?|关闭(?:窗口|本页)?|返回(?:首页|顶部|列表|上一页)?|收藏(?:本页|本文)?|分享(?:到.{0,20})?|复制链接|字号|字体|大中小|纠错|我要纠错|评论|我要评论|点赞|举报|扫一扫.{0,20}|扫码.{0,20}|上一页|下一页|查看全文|阅读全文|展开全文|点击(?:查看|进入|下载|收听|播放).{0,12}|加载中.{0,6}|正在加载.{0,6}|登录|注册|手机版|移动版|无障碍|繁体|简体|[大中小])[】\])]?$/;
const LONGEST_TOOLS = 60;
const RELATED =
  /^[【[(]?(?:相关(?:阅读|新闻|文章|报道|链接|推荐|专题|稿件|附件下载)|推荐阅读|延伸阅读|热门(?:新闻|推荐|文章|排行)?|猜你喜欢|更多(?:新闻|精彩|内容|阅读).{0,6}|上一篇|下一篇|上一条|下一条|往期.{0,6}|精彩推荐|最新(?:新闻|文章|消息)|新闻排行.{0,4}|频道推荐|为您推荐)[】\])]?\s*(?:$|:)/;
/** Words of the foot of a site. */
const FOOT_WORDS =
  /关于我们|关于本[站网]|网站简介|网站介绍|联系我们|联系方式|联系方法|招聘信息|人才招聘|加入我们|广告服务|广告合作|广告刊登|版权声明|法律声明|免责声明|隐私(?:政策|保护|声明)|网站地图|站点地图|友情链接|意见反馈|用户反馈|旧版回顾|新闻地图|举报电话|违法和?不良信息|设为首页|加入收藏|网站声明|服务条款|帮助中心|投稿邮箱|报社简介|本网介绍|网上有害信息/g;
const FOOT_SIGN =
  /©|版权所有|copyright|all rights reserved|icp备|icp证|公网安备|网安备|增值电信|信息网络传播视听节目许可|互联网新闻信息服务许可|广播电视节目制作|网络文化经营许可|技术支持|主办单位|承办单位|建议使用.{0,20}浏览器|网站标识码/;
const LONGEST_FOOT_LINE = 160;

/** Headings of a notice about copyright: 版权声明, 免责声明, …版权与信息产品内容销售的声明. */
const NOTICE_HEADING =
  /^[【[(]?(?:.{0,16}(?:版权|著作权|免责|转载|侵权|法律).{0,16}(?:声明|说明|须知|公告)|(?:郑重|特别|重要)?声明|免责条款|版权信息)[】\])]?:?$/;
const NOTICE_WORDS: readonly RegExp[] = [
  /版权|著作权/,
  /转载|摘编/,
  /授权|许可/,
  /侵权|侵犯/,
  /本[网站报社刊台]|本公众号|本平台|我[们网站]/,
  /免责|法律责任|不承担|概不负责/,
  /注明(?:来源|出处|“来源)|来源[:“]/,
  /不代表.{0,12}(?:观点|立场)|赞同其?观点/,
  /删除|联系我们|与.{0,6}联系/,
  /市场经营|内容销售/,
];
/** Self-references without which a paragraph on copyright may be news. */
const SELF =
  /本[网站报社刊台]|本公众号|本平台|凡.{0,12}注明|如有侵权|联系(?:我们|删除)|(?:请|须|应)注明(?:来源|出处)|^版权声明|^免责声明/;
const ENOUGH_NOTICE_WORDS = 3;

/** A line of names of pages: 要闻 | 原创 | 文旅 | 金融, or where the page stands in its site. */
export function isNavigation(text: string): boolean {
  if (text.length > LONGEST_NAVIGATION) return false;
  const folded = fold(text);
  if (folded.includes('。') || TABLE_ROW.test(folded)) return false;
  if (BREADCRUMB.test(folded)) return true;
  const steps = folded.split(ARROW).map((step) => step.trim());
  const areSteps = steps.every((step) => /^\p{L}[^,。:!?]*$/u.test(step) && step.length <= LONGEST_STEP);
  if (steps.length >= FEWEST_STEPS && areSteps) return true;
  const items = folded.split(SEPARATED).filter((item) => item.trim() !== '');
  return (
    items.length >= FEWEST_ITEMS &&
    items.every((item) => item.trim().length <= LONGEST_ITEM) &&
    !/\d{4}年/.test(folded)
  );
}

/** A button of the page: 打印, 关闭窗口, 字号 大 中 小. */
export function isPageTool(text: string): boolean {
  if (text.length > LONGEST_TOOLS) return false;
  return fold(text)
    .split(/[\s:|]+/)
    .filter((word) => word !== '')
    .every((word) => TOOL.test(word));
}

/** The heading over links to other articles. */
export function isRelatedHeading(text: string): boolean {
  return RELATED.test(fold(text).trim());
}

/** A line that stands only at the foot of a site. */
export function isFooter(text: string): boolean {
  if (text.length > LONGEST_FOOT_LINE) return false;
  const folded = fold(text);
  if (folded.includes('。')) return false;
  if (FOOT_SIGN.test(folded)) return true;
  return new Set(folded.match(FOOT_WORDS) ?? []).size >= 2 || /^关于(?:我们)?$/.test(folded.trim());
}

/** The heading of a notice on who may copy what. */
export function isNoticeHeading(text: string): boolean {
  return text.length <= 40 && NOTICE_HEADING.test(fold(text).trim());
}

/** How many different words of copyright notices a paragraph holds. */
export function noticeWords(text: string): number {
  const folded = fold(text);
  return NOTICE_WORDS.filter((word) => word.test(folded)).length;
}

/** A paragraph that is a notice even without a heading: it speaks of itself and of copying. */
export function isNotice(text: string): boolean {
  return noticeWords(text) >= ENOUGH_NOTICE_WORDS && SELF.test(fold(text));
}
