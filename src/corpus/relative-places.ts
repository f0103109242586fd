import { fold } from '../language/script.js';
import type { PlaceReference } from './article.js';
import { citiesBeginningWith, type Region, regionsIn } from './regions.js';

/** 我市, 全省, 本县 and the like, not inside other words (完全省去, 安全市场). */
const RELATIVE = /(?<![安完健齐周双两])(?:我|本|全)(省|市|县|区|自治区|州)(?![场面级份略心])/g;
/** What a text must hold before it is worth a closer look; both scripts. */
const MAY_BE_RELATIVE = /[我本全](?:[省市县縣区區州]|自治)/;
const DATELINE_PLACE =
  /^(?:【[^】]{1,20}】 {0,2})?(?:本报|[\p{Script=Han}]{1,8}?[社网报台])([\p{Script=Han}]{2,8}?)\d{1,2}(?:月\d{1,2})?日(?:电|讯|消息)/u;
const NAMED_COUNTY = /[\p{Script=Han}]{1,4}?(?:县|区|州|旗)/u;
/** One character and 报: the press of a city by its short name. */
const SHORT_PRESS = /^([\p{Script=Han}])报/u;
/** How often a text must name a city, and with what share of all cities, to be a local one of that city. */
const LOCAL_MENTIONS = 2;
const LOCAL_SHARE = 0.7;

/** What is known of an article's home. Folded or not; outlets in the order of their weight. */
export interface PlaceEvidence {
  /** The first paragraph, which may begin with a dateline. */
  readonly lead: string;
  /** Of the article with its titles. */
  readonly text: string;
  /** Source, reporters' outlet, author. */
  readonly outlets: readonly string[];
  /** Folded names of the regions in the whole file: its articles mostly come from one place. */
  readonly fileRegions: () => ReadonlySet<string>;
}

/** The place in a dateline: 新华社郑州1月9日电. */
function datelinePlace(paragraph: string): string | null {
  return DATELINE_PLACE.exec(fold(paragraph.slice(0, 60)))?.[1] ?? null;
}

const fullName = (region: Region): string => `${region.name}${region.ending}`;

/** What a region is at the level that the relative word names: 新乡 as 省 is 河南省, as 市 新乡市. */
function atLevel(region: Region, level: string): string | null {
  if (level === '市') return region.level === 'city' ? fullName(region) : null;
  if (level === '省') return region.province.endsWith('省') ? region.province : null;
  if (level === '自治区') return region.province.endsWith('自治区') ? region.province : null;
  return null;
}

/** The names of the regions in a text, folded. */
export function regionNamesIn(text: string): ReadonlySet<string> {
  return new Set(regionsIn(fold(text)).map((region) => region.name));
}

function fromDateline(lead: string, level: string): string | null {
  const place = datelinePlace(lead);
  const region = place === null ? undefined : regionsIn(place)[0];
  return region === undefined ? null : atLevel(region, level);
}

/** The city of 郑报: the only one that begins so, or the only such one that the file names. */
function cityOfShortPress(outlet: string, fileRegions: ReadonlySet<string>): Region | null {
  const character = SHORT_PRESS.exec(outlet)?.[1];
  if (character === undefined) return null;
  const cities = citiesBeginningWith(character);
  const named = cities.filter((city) => fileRegions.has(city.name));
  const [city, other] = named.length > 0 ? named : cities;
  return city !== undefined && other === undefined ? city : null;
}

function fromOutlet(outlet: string, level: string, fileRegions: () => ReadonlySet<string>): string | null {
  if (level === '县' || level === '区' || level === '州') {
    const county = NAMED_COUNTY.exec(outlet)?.[0];
    return county?.endsWith(level) && county.length > 2 ? county : null;
  }
  const region = regionsIn(outlet)[0] ?? cityOfShortPress(outlet, fileRegions());
  return region === null ? null : atLevel(region, level);
}

/** The one place of the level that the text is about, if it names one far more than others. */
function fromText(text: string, level: string): string | null {
  const counts = new Map<string, number>();
  const regions = regionsIn(text).filter((region) => (level === '市' ? region.level === 'city' : true));
  for (const region of regions) {
    const name = atLevel(region, level);
    if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return best !== undefined && best[1] >= LOCAL_MENTIONS && best[1] >= all * LOCAL_SHARE ? best[0] : null;
}

/**
 * What the relative places of an article stand for: resolved by its dateline, inferred from its outlet or, failing that,
 * from the place that it names most. Words that nothing explains are left out.
 */
export function relativePlaces(evidence: PlaceEvidence): readonly PlaceReference[] {
  if (!MAY_BE_RELATIVE.test(evidence.text)) return [];
  const text = fold(evidence.text);
  const words = new Map<string, string>();
  for (const match of text.matchAll(RELATIVE)) {
    if (!words.has(match[0])) words.set(match[0], match[1] ?? '');
  }
  return [...words].flatMap(([word, level]): PlaceReference[] => {
    const stated = fromDateline(evidence.lead, level);
    if (stated !== null) return [{ word, place: stated, certainty: 'resolved' }];
    for (const outlet of evidence.outlets) {
      const place = fromOutlet(fold(outlet), level, evidence.fileRegions);
      if (place !== null) return [{ word, place, certainty: 'inferred' }];
    }
    const place = fromText(text, level);
    return place === null ? [] : [{ word, place, certainty: 'inferred' }];
  });
}
