/** Places that a question names and no text has: a town that everybody knows, a village by its ending, a sight. */
import { pinyinKey } from '../../language/pinyin.js';
import { CHINESE_PLACES, KNOWN_PLACES } from '../../language/place-list.js';
import { fold } from '../../language/script.js';
import { wordClass } from '../../language/tokenizer.js';
import { soundsChinese } from '../../retrieval/intent-sound.js';
import type { CorpusKnowledge, Hit } from '../../retrieval/passage.js';
import type { Question } from '../../retrieval/question.js';

/** What may stand before the body or place that a question is about. */
export const ASKING = /^(?:请问|想问一?下|谁是|在|去年|今年|当时)+/u;
/** Towns that go without their ending in any text. */
export const TOWNS: ReadonlySet<string> = new Set(KNOWN_PLACES);
/** 东坳村的…: a village or the like at the head of a question. */
const VILLAGE =
  /^((\p{Script=Han}{2,4}?)(?:[村镇乡县]|社区|小区|街道))(?=的|[今去本]年|\p{Script=Han}*(?:是|有|在))/u;
const NO_NAME = /[我本全各那这哪该某你咱他她每个几多少在是有没不了新老下上次一]/u;
/** 黄鹤楼, 西湖: what names of sights end in. */
const SIGHT = /^\p{Script=Han}{2,4}[楼阁寺塔山湖河江峡宫殿陵城桥关岛]$/u;
const CAPITALISED = /(?<![\p{L}’'-])\p{Lu}\p{Ll}{4,}(?![\p{L}’'-])/gu;
/** Tongshan County, Lishui town: by its own word a place. */
const CALLED_TOWN =
  /(?<![\p{L}’'-])(\p{Lu}\p{Ll}{3,}) (?:[Tt]own(?:ship)?|[Cc]ounty|[Vv]illage|[Dd]istrict|[Cc]ity)\b/gu;

/** The place of a question that no text of the corpus names, as the question has it; else null. */
export function placeNowhere(
  question: Question,
  hits: readonly Hit[],
  knowledge: CorpusKnowledge,
): string | null {
  return question.language === 'en'
    ? townNowhere(question, hits, knowledge)
    : nameNowhere(question, knowledge);
}

/** A town that everybody knows, a village by its ending or a sight, that no text has. */
function nameNowhere({ concepts, folded }: Question, { count }: CorpusKnowledge): string | null {
  const [, village = '', stem = ''] = VILLAGE.exec(folded.replace(ASKING, '')) ?? [];
  if (village !== '' && !NO_NAME.test(stem) && count(stem) === 0) return village;
  const name = concepts.find(
    ({ surface, frequency }) =>
      frequency === 0 &&
      (TOWNS.has(surface) || (SIGHT.test(surface) && wordClass(surface) === 'name')) &&
      count(surface) === 0,
  );
  return name?.surface ?? null;
}

/** Pinyin of the towns that everybody knows; made with the first English question of a small corpus. */
let townsBySound: ReadonlyMap<string, readonly string[]> | null = null;

function townsSpelled(latin: string): readonly string[] {
  if (townsBySound === null) {
    const towns = new Map<string, string[]>();
    for (const town of CHINESE_PLACES) {
      const key = pinyinKey(town);
      towns.set(key, [...(towns.get(key) ?? []), town]);
    }
    townsBySound = towns;
  }
  return townsBySound.get(latin.toLowerCase()) ?? [];
}

/** A Chinese town that an English question spells and no text has, nor any other name that is spelled so. */
function townNowhere(
  { text }: Question,
  hits: readonly Hit[],
  { count, places, persons }: CorpusKnowledge,
): string | null {
  const names = () => [
    ...places,
    ...persons,
    ...hits.map(({ passage }) => fold(passage.article.title ?? '')),
  ];
  const isKnown = (word: string) => names().some((name) => pinyinKey(name).includes(word.toLowerCase()));
  for (const [word] of text.matchAll(CAPITALISED)) {
    const towns = townsSpelled(word);
    if (towns.length > 0 && towns.every((town) => count(town) === 0) && !isKnown(word)) return word;
  }
  for (const [surface, word = ''] of text.matchAll(CALLED_TOWN))
    if (soundsChinese(word) && !isKnown(word)) return surface;
  return null;
}
