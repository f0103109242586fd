/**
 * What readers of English need beside Chinese words: how names and places are read, and what offices mean. Answers keep
 * the words of the text; this stands beside them.
 */
import { isForeignName } from '../language/foreign-names.js';
import { looksLikePersonName } from '../language/names.js';
import { type OfficeNames, officeName } from '../language/office-names.js';
import { findOffices } from '../language/offices.js';
import { displayPinyin, pinyinOf } from '../language/pinyin.js';
import { CHINESE_PLACES } from '../language/place-list.js';
import { findPlaces } from '../language/places.js';
import { fold } from '../language/script.js';
import type { AnswerKind } from '../retrieval/question.js';
import type { Answer, ArticleCitation, Gloss } from './answer.js';

type Read = Pick<Answer, 'answer'> & { readonly citations: readonly ArticleCitation[] };

const LONGEST_NAME = 4;
/** More words than these of one answer are not explained. */
const MOST_GLOSSES = 40;
const HAN = /^\p{Script=Han}+$/u;

/** What kinds of places are called, by the last character. A city needs no word. */
const PLACE_KINDS: Readonly<Record<string, string>> = {
  省: ' Province',
  市: '',
  县: ' County',
  区: ' District',
  镇: ' Town',
  乡: ' Township',
  村: ' Village',
};
/** Spellings that are not the pinyin. */
const ESTABLISHED: Readonly<Record<string, string>> = {
  陕西: 'Shaanxi',
  内蒙古: 'Inner Mongolia',
  西藏: 'Tibet',
  香港: 'Hong Kong',
  澳门: 'Macao',
  台湾: 'Taiwan',
  台北: 'Taipei',
  高雄: 'Kaohsiung',
  哈尔滨: 'Harbin',
  乌鲁木齐: 'Urumqi',
  呼和浩特: 'Hohhot',
  拉萨: 'Lhasa',
};

/** The items of an answer that is a list (`甲、乙、丙`), or the answer itself. */
const itemsOf = (answer: string): readonly string[] =>
  answer
    .split('、')
    .map((item) => item.trim())
    .filter((item) => item !== '');

function oneWord(han: string): string {
  const word = pinyinOf(han).join('').replaceAll('v', 'ü');
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** How a folded place name is written in English; null for what is no Chinese place, or of no known kind. */
export function placeReading(folded: string): string | null {
  const kind = PLACE_KINDS[folded.slice(-1)];
  const stem = kind === undefined ? folded : folded.slice(0, -1);
  const established = ESTABLISHED[stem];
  if (established !== undefined) return established + (kind ?? '');
  // 州 is part of a city's name: 郑州, 禹州.
  const isName = kind !== undefined || CHINESE_PLACES.has(folded) || folded.endsWith('州');
  return isName && stem !== '' && HAN.test(stem) ? oneWord(stem) + (kind ?? '') : null;
}

/** 紫荆山南路666号: name, compass, kind, number. */
const STREET = /^(\p{Script=Han}{2,6}?)([东南西北中]?)(路|大街|街|大道|巷)(?:(\d+)号)?$/u;
const COMPASS: Readonly<Record<string, string>> = {
  东: ' East',
  南: ' South',
  西: ' West',
  北: ' North',
  中: ' Middle',
};
const STREET_KINDS: Readonly<Record<string, string>> = {
  路: ' Road',
  街: ' Street',
  大街: ' Street',
  大道: ' Avenue',
  巷: ' Lane',
};

/** How a folded street name is written in English, with its number; null for what is none. */
export function streetReading(folded: string): string | null {
  const [, stem, compass = '', kind = '', number] = STREET.exec(folded) ?? [];
  if (stem === undefined) return null;
  const name = oneWord(stem) + (COMPASS[compass] ?? '') + (STREET_KINDS[kind] ?? '');
  return number === undefined ? name : `${name} ${number}`;
}

/** Person names that stand in a folded text, the longest at each place. */
function personsIn(folded: string, persons: ReadonlySet<string>): readonly string[] {
  const found: string[] = [];
  for (let start = 0; start < folded.length; ) {
    let length = Math.min(LONGEST_NAME, folded.length - start);
    while (length > 1 && !persons.has(folded.slice(start, start + length))) length -= 1;
    if (length > 1) found.push(folded.slice(start, start + length));
    start += Math.max(1, length);
  }
  return found;
}

/** The office that stands right before a name somewhere in the texts, in English. */
function officeOf(person: string, texts: readonly string[], names: OfficeNames): string | null {
  for (const text of texts) {
    const offices = findOffices(text);
    for (let at = text.indexOf(person); at >= 0; at = text.indexOf(person, at + 1)) {
      const office = offices.find(({ end }) => end === at);
      if (office !== undefined) return officeName(office.office, names);
    }
  }
  return null;
}

/** The cited paragraphs, then the other paragraphs of the cited articles, folded. */
function textsBehind({ citations }: Read): readonly string[] {
  const cited = citations.map(({ article, paragraph }) => article.paragraphs[paragraph - 1]?.text ?? '');
  const articles = new Set(citations.map(({ article }) => article));
  const others = [...articles].flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text));
  return [...new Set([...cited, ...others])].map(fold);
}

/** Words with where they stand, as folded, each with what is known of it. */
function found(
  text: string,
  isAnswer: boolean,
  persons: ReadonlySet<string>,
  behind: readonly string[],
  names: OfficeNames,
): readonly Gloss[] {
  const folded = fold(text);
  const inScript = (word: string): string => {
    const at = folded.indexOf(word);
    return text.slice(at, at + word.length);
  };
  const whole = isAnswer && looksLikePersonName(folded) ? [folded] : [];
  const people = [...new Set([...whole, ...personsIn(folded, persons)])]
    .filter((name) => !isForeignName(name) && HAN.test(name))
    .map((name) => ({
      text: inScript(name),
      reading: displayPinyin(name),
      meaning: officeOf(name, behind, names),
    }));
  const places = findPlaces(folded)
    .filter(({ sure }) => sure)
    .map(({ name }) => ({ text: inScript(name), reading: placeReading(name), meaning: null }));
  const street = isAnswer ? streetReading(folded) : null;
  const streets = street === null ? [] : [{ text, reading: street, meaning: null }];
  const office = isAnswer ? officeName(folded, names) : null;
  const offices = office === null ? [] : [{ text, reading: null, meaning: office }];
  return [...offices, ...streets, ...places, ...people].filter(
    ({ reading, meaning }) => reading !== null || meaning !== null,
  );
}

/** What readers of English need beside the words of an answer and its quotes, each word once. */
export function glossesOf(answer: Read, persons: ReadonlySet<string>, names: OfficeNames): readonly Gloss[] {
  const behind = textsBehind(answer);
  const glosses = [
    ...itemsOf(answer.answer ?? '').flatMap((item) => found(item, true, persons, behind, names)),
    ...answer.citations.flatMap(({ quote }) => found(quote, false, persons, behind, names)),
  ];
  const byText = new Map<string, Gloss>();
  for (const gloss of glosses) if (!byText.has(gloss.text)) byText.set(gloss.text, gloss);
  return [...byText.values()].slice(0, MOST_GLOSSES);
}

/** What the items of an answer that is a list are, where all are alike; null otherwise. */
export function kindOfItems(
  answer: Read,
  kind: AnswerKind,
  persons: ReadonlySet<string>,
): 'people' | 'places' | null {
  const items = itemsOf(answer.answer ?? '').map(fold);
  if (items.length < 2) return null;
  const isPerson = (item: string) => persons.has(item) || (kind === 'person' && looksLikePersonName(item));
  if (items.every(isPerson)) return 'people';
  const isPlace = (item: string) =>
    findPlaces(item).some(({ start, end }) => start === 0 && end === item.length);
  return items.every(isPlace) ? 'places' : null;
}
