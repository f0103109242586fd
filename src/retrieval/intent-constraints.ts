/** The hard conditions of a question: ordinals, dates, places and persons that must hold where its answer stands. */
import { findDates, findEnglishDates } from '../language/dates.js';
import { findPlaces, looksLikePersonName } from '../language/names.js';
import { findEnglishOrdinals, findOrdinals, parseNumeral } from '../language/numerals.js';
import { KNOWN_PLACES } from '../language/place-list.js';
import { fold } from '../language/script.js';
import { wordClass } from '../language/tokenizer.js';
import { englishMeetingAfter } from './intent-lexicon.js';
import { mayBePinyin, type NamesBySound, nameSpelled, namesBySound, soundsChinese } from './intent-sound.js';
import type { Constraint } from './question.js';
import { isTornFromWords } from './torn-names.js';

/** What the corpus knows by name; all folded. */
export interface KnownNames {
  readonly persons: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
}

/** Places that go without their ending in any corpus. */
const KNOWN: ReadonlySet<string> = new Set(KNOWN_PLACES);
const LONGEST_NAME = 12;
/** An ordinal's noun ends with its meeting: 次会议, whatever place follows. */
const MEETING = /^.{1,8}?(?:会议|大会|全会|例会|会(?![议商谈]))/u;
/** 8月4号晚上省委, 昨天下午市委: no place ends in a time of day. */
const TIME_WORDS =
  /(?:当|今|昨|前|明|后|每)(?:天|日|晚|年|早)|[早晚中]上|[上下]午|中午|凌晨|傍晚|清晨|深夜|夜里|[年月周]?(?:初|底|末)(?=[省市县区])|[上本这下]个?[周月]|去年|最近|近期|日前|刚刚|[上这那下]次|那时/gu;
/** Characters of an ordinal's noun, as findOrdinals gives them. */
const LONGEST_NOUN = 8;
/** Kinds of dates that name a day, month or year by themselves. */
const CALENDAR = new Set(['absolute', 'month-day', 'day', 'year', 'year-month']);
/** 10月的调度会: a month says which meeting is meant; of other things it may be just a time of year. */
const OF_MEETING =
  /^(?:份|里|那次|那场)?(?:的|省|市|县|区|召开|开|举行)[\p{Script=Han}]{0,10}会(?!员|展|费|馆)/u;
/** 洛阳市长, 开封市委: the place stands before the office without its own suffix, at the start or after a word that ends. */
const SEAT =
  /(?:^|[的是由问任、,，\s])([\p{Script=Han}]{2,3}?)(?=市长|省长|县长|区长|市委|省委|县委|区委|市政府|省政府|分会场|主会场)/gu;
/** 竹林区柏荫里的: a village or neighbourhood behind the district that it lies in. */
const WITHIN =
  /(?<=[区县市镇乡])(\p{Script=Han}{2,3}(?:里|村|社区|屯|庄))(?=的|[,，、]|在|谁|什么|哪|[里村]长|[村居]民|办公|居委|村委)/gu;
/** 梧桐里社区…: a neighbourhood at the head of the question. */
const NEIGHBOURHOOD = /^(\p{Script=Han}{1,3}(?:里|坊|巷|弄|湾|塘|园|桥|街|庄|苑)社区)/gu;
/** Words that no place name holds. */
const NO_PLACE = /[谁位哪个否没设任全各我副的原在去到了于由是把为从向对和与持]|^[省市县区]|城市|本市|本省/u;
/** 张建国强调了什么, 王建军主持: what follows a name directly when its bearer acts. */
const ACTS =
  '(?:在|于|就|对)?(?:主持|出席|列席|参加|讲|强调|指出|要求|说|表示|提出|汇报|通报|部署|调研|检查|什么时候|何时|哪[天年月日里儿次]|担任|任什么|是谁|是什么|去|到|来|第|当)|在|于';
const ACTORS = [3, 2, 4].map(
  (length) => new RegExp(`(?:^|[的是由,，、\\s问])([\\p{Script=Han}]{${length}})(?=${ACTS})`, 'gu'),
);
/** 钱放 of 钱放到哪里, 车费交 of 车费交到哪里: a thing and what is done with it, before where it goes. */
const ENDS_IN_DEED = /[放交拿送搬运寄带退还走跑转移投存扔丢卖捐花用住站坐停挂贴摆借拉装堆埋藏通流飞飘]$/u;
const WHERE_TO = /^(?:到|去|在|来|于)/u;
/** 14次专题会议: an ordinal whose 第 is left out, not a count (开了3次会议). */
const BARE_ORDINAL =
  /(?<![第了共过这那前后上下几每\d一二两三四五六七八九十])(\d{1,3}|[一二三四五六七八九十]{1,3})次(?=[^,，。?？]{0,8}会)(?!.{0,12}分别)/u;
/** 去清溪水厂调研时: the very site that somebody was at. */
const SITE_VISITED =
  /[去到在来]([\p{Script=Han}]{0,8}?(?:机场|酒店|宾馆|医院|学校|大学|车站|工地|隔离点|社区|公司|工厂|水厂|园区|港区|指挥部|小区|商场|超市|码头))(?=调研|检查|视察|考察|走访|督导|看望|慰问|参观)/gu;
/** 第26次政府常务会: texts say whose meeting it is before its number. */
const BODY_INSIDE = /(?<=^[次届])(?:[省市县区镇乡]?(?:人民)?政府|[省市县区]委)(?=\p{Script=Han}{0,4}会)/u;
/** A stretch of Chinese in an English question. */
const HAN_RUN = /\p{Script=Han}[\p{Script=Han}\d]*/gu;
/** Words of Latin letters that begin with a capital, one or two in a row. */
const CAPITALS = /\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+){0,2}/gu;
/** The fourth demand is a point of a speech, not a meeting. */
const POINT_AFTER = /^\s+(?:[a-z]+ )?(?:point|measure|item|requirement|task|demand|arrangement|aspect)\b/iu;
const PLACE_BEFORE =
  /\b(?:mayor|governor|secretary|chief|head|city|province|county|district|town|venue|in|at|from|to|near|around|leaders?|officials?|government) (?:of |in |for )?(?:the )?$/iu;
/** Luoyang city, the Shuangxi town government. */
const PLACE_AFTER = /^ (?:city|province|county|district|town|township|village|prefecture)\b/u;

/** Conditions of a folded Chinese question. Offsets are not kept: the surface tells. */
export function chineseConstraints(folded: string, names: KnownNames): readonly Constraint[] {
  const ordinals = ordinalConstraints(folded);
  const known = knownIn(folded, names.persons);
  const persons = known.filter(
    (person) =>
      !isTornFromWords(folded, person) ||
      known.some(({ start, end }) => end === person.start || start === person.end),
  );
  const places = outside(knownIn(folded, names.places), persons);
  const more = outside([...unknownPlaces(withoutTimes(folded)), ...places], persons);
  const found = [
    ...ordinals,
    ...dateConstraints(folded, findDates(folded)),
    ...longest([...places, ...more].map((place) => withoutSeat(folded, place))).map(
      ({ name }): Constraint => ({ type: 'place', name, surface: name }),
    ),
    ...persons.map(({ name }): Constraint => ({ type: 'person', name, surface: name })),
    ...latinNames(folded, namesBySound(names)),
  ];
  if (persons.length > 0) return [...found, ...sitesVisited(folded, found)];
  if (found.some(({ type }) => type === 'person')) return found;
  return [...found, ...unknownPersons(folded, more)];
}

/** Conditions of an English question; names are matched by pinyin against the corpus's. */
export function englishConstraints(text: string, sounds: NamesBySound): readonly Constraint[] {
  const ordinals = findEnglishOrdinals(text)
    .filter(({ start, end }) => !isDatePart(text, start, end) && !POINT_AFTER.test(text.slice(end)))
    .map(
      ({ value, start, end }): Constraint => ({
        type: 'ordinal',
        value,
        noun: `次${englishMeetingAfter(text.slice(end).toLowerCase())}`,
        surface: text.slice(start, end),
      }),
    )
    .filter((constraint) => constraint.type === 'ordinal' && constraint.noun.length > 1);
  const names = englishNames(text, sounds);
  return [
    ...ordinals,
    ...ordinalsInChinese(text),
    ...dateConstraints(text, findEnglishDates(text)),
    ...names,
    ...(names.length > 0 ? [] : smallNames(text, sounds)),
  ];
}

/** Chinese ordinals inside an English question: Who chaired 市政府第26次常务会议? */
function ordinalsInChinese(text: string): readonly Constraint[] {
  return [...fold(text).matchAll(HAN_RUN)].flatMap(([run]) =>
    ordinalConstraints(run).filter((one) => one.type === 'ordinal' && one.noun.includes('会')),
  );
}

function sitesVisited(folded: string, known: readonly Constraint[]): readonly Constraint[] {
  return [...folded.matchAll(SITE_VISITED)].flatMap((match): Constraint[] => {
    const name = match[1] ?? '';
    const isNew = name.length > 1 && !known.some(({ surface }) => surface === name);
    return isNew ? [{ type: 'place', name, surface: name }] : [];
  });
}

function dateConstraints(text: string, dates: ReturnType<typeof findDates>): readonly Constraint[] {
  return dates.flatMap(({ iso, kind, text: surface, end }): Constraint[] => {
    const tells = CALENDAR.has(kind) || (kind === 'month' && OF_MEETING.test(text.slice(end)));
    return iso !== null && tells ? [{ type: 'date', iso, surface }] : [];
  });
}

/** 10th of May is a date, not the tenth of something. */
function isDatePart(text: string, start: number, end: number): boolean {
  return findEnglishDates(text).some((date) => date.start <= start && end <= date.end);
}

function ordinalConstraints(folded: string): readonly Constraint[] {
  const found = findOrdinals(folded).map(({ value, noun, start }): Constraint => {
    const kind = untilVerb(noun);
    const at = folded.indexOf(noun, start);
    const surface = folded.slice(start, at + kind.length);
    return { type: 'ordinal', value, noun: kind.replace(BODY_INSIDE, ''), surface };
  });
  const bare = found.length > 0 ? null : BARE_ORDINAL.exec(folded);
  const value = parseNumeral(bare?.[1] ?? '');
  if (bare === null || value === null) return found;
  const noun = untilVerb(folded.slice(bare.index + (bare[1] ?? '').length).slice(0, LONGEST_NOUN));
  return [{ type: 'ordinal', value, noun, surface: `${bare[1]}${noun}` }];
}

/** The noun of an ordinal, without what the question says of it. */
function untilVerb(noun: string): string {
  const stop = noun.search(
    /[^\p{Script=Han}]|[是谁由在的有上中主出列什何哪几召开讲说提汇通作做分那]|部署|安排|参加/u,
  );
  const said = stop < 0 ? noun : noun.slice(0, stop);
  const kind = MEETING.exec(said)?.[0];
  return kind ?? said;
}

/** Known names in Latin letters inside a Chinese question: wei jianping 是什么职务. */
function latinNames(folded: string, sounds: NamesBySound): readonly Constraint[] {
  return [...folded.matchAll(/[a-z]+(?: [a-z]+)?/gu)].flatMap((match): Constraint[] => {
    const known = nameSpelled(match[0], sounds);
    return known === null ? [] : [{ ...known, surface: match[0] }];
  });
}

interface Named {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Every longest known name in the text, left to right. */
function knownIn(folded: string, known: ReadonlySet<string>): Named[] {
  const found: Named[] = [];
  for (let start = 0; start < folded.length; ) {
    let length = Math.min(LONGEST_NAME, folded.length - start);
    while (length > 1 && !known.has(folded.slice(start, start + length))) length--;
    if (length > 1) found.push({ name: folded.slice(start, start + length), start, end: start + length });
    start += Math.max(1, length);
  }
  return found;
}

/** The question with blanks for its dates and times, offsets kept. */
function withoutTimes(folded: string): string {
  const blank = (text: string) => ' '.repeat(text.length);
  return findDates(folded)
    .reduce(
      (text, { start, end }) => text.slice(0, start) + blank(text.slice(start, end)) + text.slice(end),
      folded,
    )
    .replace(TIME_WORDS, blank);
}

function unknownPlaces(folded: string): Named[] {
  const suffixed = findPlaces(folded).filter(
    ({ name }) => (/[省市县区州镇乡]$/u.test(name) && !isVerb(name.slice(0, -1))) || KNOWN.has(name),
  );
  const seats = [...folded.matchAll(SEAT)].flatMap((match) => {
    const name = match[1] ?? '';
    const start = match.index + match[0].length - name.length;
    return isPlainWord(name) ? [] : [{ name, start, end: start + name.length }];
  });
  const within = [...folded.matchAll(WITHIN), ...folded.matchAll(NEIGHBOURHOOD)].map(
    ({ 1: name = '', index }) => ({
      name,
      start: index,
      end: index + name.length,
    }),
  );
  return [...suffixed, ...seats, ...within].filter(({ name }) => !NO_PLACE.test(name));
}

function unknownPersons(folded: string, places: readonly Named[]): readonly Constraint[] {
  for (const pattern of ACTORS) {
    for (const match of folded.matchAll(pattern)) {
      const name = match[1] ?? '';
      const start = match.index + match[0].length - name.length;
      const end = start + name.length;
      const taken = places.some((place) => place.start < end && start < place.end);
      const isDeed = ENDS_IN_DEED.test(name) && WHERE_TO.test(folded.slice(end));
      const isName =
        looksLikePersonName(name) &&
        !/[省市县委会]|[赛展节杯奖课]$/u.test(name) &&
        !isPlainWord(name) &&
        !isDeed;
      if (!taken && isName && !isTornFromWords(folded, { start, end }))
        return [{ type: 'person', name, surface: name }];
    }
  }
  return [];
}

/** 文章 begins with a surname and is no name, 报道 of 报道省委会议 no place. */
function isPlainWord(word: string): boolean {
  const kind = wordClass(word);
  return kind === 'noun' || kind === 'verb' || kind === 'other';
}

/** 报道省委…: what stands before the body is done with it. */
function isVerb(word: string): boolean {
  return !KNOWN.has(word) && wordClass(word) === 'verb';
}

/** 青湖市长, 洛阳市委: the 市 belongs to the office. */
function withoutSeat(folded: string, place: Named): Named {
  const seated =
    place.name.length > 2 && /[省市县区]$/u.test(place.name) && /[长委政]/u.test(folded.charAt(place.end));
  return seated ? { ...place, name: place.name.slice(0, -1), end: place.end - 1 } : place;
}

/** Those that no other found name overlaps. */
function outside(found: readonly Named[], taken: readonly Named[]): Named[] {
  return found.filter(({ start, end }) => !taken.some((other) => other.start < end && start < other.end));
}

/** Of overlapping names the longest, each name once. */
function longest(found: readonly Named[]): readonly Named[] {
  const kept: Named[] = [];
  for (const one of [...found].sort((a, b) => b.end - b.start - (a.end - a.start))) {
    if (!kept.some((other) => (other.start < one.end && one.start < other.end) || other.name === one.name))
      kept.push(one);
  }
  return kept.sort((a, b) => a.start - b.start);
}

function englishNames(text: string, sounds: NamesBySound): readonly Constraint[] {
  const found: Constraint[] = [];
  for (const match of text.matchAll(CAPITALS)) {
    const before = text.slice(0, match.index);
    const after = text.slice(match.index + match[0].length);
    found.push(...namesOf(match[0].split(/\s+/u), [before, after], sounds));
  }
  return found;
}

/** Known persons typed in small letters, as two or three words: what did lin haidong say. */
function smallNames(text: string, sounds: NamesBySound): readonly Constraint[] {
  const words = [...text.matchAll(/[a-z]+/gu)];
  return words.flatMap((word, i): Constraint[] => {
    for (const next of [words[i + 2], words[i + 1]]) {
      if (next === undefined) continue;
      const surface = text.slice(word.index, next.index + next[0].length);
      if (!/^[a-z ]+$/u.test(surface) || !mayBePinyin(surface)) continue;
      const known = nameSpelled(surface, sounds);
      if (known?.type === 'person') return [{ ...known, surface }];
    }
    return [];
  });
}

/** The names that a run of capitalised words spells: the longest first, then what is left of it. */
function namesOf(
  words: readonly string[],
  [before, after]: readonly [before: string, after: string],
  sounds: NamesBySound,
): readonly Constraint[] {
  for (let length = words.length; length > 0; length--) {
    for (let at = 0; at + length <= words.length; at++) {
      const surface = words
        .slice(at, at + length)
        .join(' ')
        .replace(/['’]s$/u, '');
      const known = nameSpelled(surface, sounds);
      if (known === null) continue;
      return [
        ...namesOf(words.slice(0, at), [before, ''], sounds),
        { ...known, surface },
        ...namesOf(words.slice(at + length), [before, after], sounds),
      ];
    }
  }
  return unknownEnglish(words, [before, after]);
}

/** A name that sounds Chinese but that no article has: it must be refused, not overlooked. */
function unknownEnglish(
  words: readonly string[],
  [before, after]: readonly [before: string, after: string],
): readonly Constraint[] {
  const surface = words.join(' ').replace(/['’]s$/u, '');
  const plain = surface.replace(/ (?:City|Province|County|District)$/u, '');
  // Sun and Hao are English and a greeting, Sun Hao is a name, if the corpus has it.
  const maySound = words.length === 2 && surface === plain && mayBePinyin(surface.toLowerCase());
  if (!soundsChinese(plain))
    return maySound ? [{ type: 'person', name: surface.toLowerCase(), surface }] : [];
  const isPlace = PLACE_BEFORE.test(before) || PLACE_AFTER.test(after);
  if (plain !== surface || (!plain.includes(' ') && isPlace))
    return [{ type: 'place', name: plain.toLowerCase(), surface }];
  return plain.includes(' ') ? [{ type: 'person', name: plain.toLowerCase(), surface }] : [];
}
