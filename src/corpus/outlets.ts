import { fold } from '../language/script.js';

/** Names of those who publish: 新乡日报, 新华社, 河南省卫健委网站, 郑报全媒体. */
const OUTLET_END =
  /(?:日报|晚报|早报|晨报|商报|快报|周报|时报|导报|学报|党报|都市报|青年报|机关报|报|周刊|杂志|期刊|通讯社|社|新闻网|在线|热线|政务网|门户网|网站|网|电视台|广播电台|电台|卫视|广播|频道|台|客户端|公众号|视频号|微博|微信|头条号|新闻|媒体|全媒体|融媒体?|融媒体中心|传媒|发布|资讯|快讯|新媒体|编辑部|办公室|办公厅|宣传部|新闻办|卫健委|卫生健康委员?会?|委员会|人民政府|政府|厅|局|部|院|大学|学院|集团|协会|公司|中心)$/;
/** Words that go before 记者 without being part of an outlet's name. */
const RANK = '首席|见习|实习|特派|特约';
const OWN = '本[报网台刊社站]|我[报网台刊社]';
/** A place ends where the next word begins: where it could also go on, there would be too many ways to read a line. */
const NO_OUTLET = new RegExp(`^(?:${OWN}|${RANK}|驻(?:(?!驻|${OWN}|${RANK}).){1,8})+$`, 'u');
const QUALIFIER = `${RANK}|前方|高级|主任|资深`;
const QUALIFIED = new RegExp(
  `^(.{0,30}?)(?:${QUALIFIER}|驻(?:(?!驻|站|${QUALIFIER})\\p{Script=Han}){1,6}站?)*$`,
  'su',
);
const LONGEST_OUTLET = 24;

/** Whether a short folded text is the name of an outlet or an authority that publishes. */
export function isOutlet(folded: string): boolean {
  return (
    folded.length >= 2 &&
    folded.length <= LONGEST_OUTLET &&
    OUTLET_END.test(folded) &&
    !NO_OUTLET.test(folded)
  );
}

/** What stands before 记者, without 本报, 首席 and the like; null when nothing is left. */
export function outletBefore(folded: string): string | null {
  const name = QUALIFIED.exec(folded.replace(/^[\s/|、,]+/, ''))?.[1]?.trim() ?? '';
  return name.length < 2 || name.length > LONGEST_OUTLET || NO_OUTLET.test(name) ? null : name;
}

/** 新乡网讯, 新华社郑州1月9日电, 河南省卫健委网站消息，据路透社报道，: how a text names its source. */
const TEXT_SOURCES: readonly RegExp[] = [
  /^(?:【[^】]{1,20}】 {0,2})?([\p{Script=Han}a-z0-9]{2,14}?[网报台社端])讯(?=[ (:,])/u,
  /^(?:【[^】]{1,20}】 {0,2})?([\p{Script=Han}]{2,6}?[社网报])[\p{Script=Han}]{0,10}?\d{1,2}(?:月\d{1,2})?日(?:电|讯|消息)/u,
  /^(?:据)?([\p{Script=Han}a-z0-9·]{2,16}?)(?:消息|报道|公布|通报)[,:]/u,
];

/** The outlet that the first words of a text give as its source, in the text's own script, or null. */
export function sourceInText(paragraph: string): string | null {
  const head = fold(paragraph.slice(0, 60));
  for (const pattern of TEXT_SOURCES) {
    const match = pattern.exec(head);
    const name = match?.[1];
    if (match === null || name === undefined || !isOutlet(name)) continue;
    const start = head.indexOf(name, match.index);
    return paragraph.slice(start, start + name.length);
  }
  return null;
}
