/** Place names: how they end, and where they stand in a folded text. */

/** Endings of place names, longest first. */
export const PLACE_SUFFIXES: readonly string[] =
  '特别行政区 自治区 自治州 自治县 示范区 开发区 高新区 街道 省 市 县 区 州 盟 旗 镇 乡 村 路 街 巷 岛 山 河 湖 江 港 国'.split(
    ' ',
  );

const SUFFIX = '特别行政区|自治区|自治州|自治县|示范区|开发区|高新区|街道|省|市|县|区|镇|乡|村';
const PLACE = new RegExp(
  `(?<=^|[^\\p{Script=Han}]|[在到于从赴往驻至来抵经由位])([\\p{Script=Han}]{2,6}?(?:${SUFFIX}))(?:([\\p{Script=Han}]{2,5}?(?:市|县|区|镇|乡|街道|村)))?`,
  'gu',
);

/** The places that a folded text names, in order. */
export function findPlaces(folded: string): { name: string; start: number; end: number }[] {
  return Array.from(folded.matchAll(PLACE), (match) => ({
    name: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}
