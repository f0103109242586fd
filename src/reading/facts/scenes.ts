/**
 * What an article reports, cut into scenes: a meeting, a visit, a speech. A statement belongs to the scene it stands
 * in, so that who chaired the 14th meeting is never answered from a paragraph about another one.
 */
import type { Article, Paragraph, Span } from '../../corpus/article.js';
import { findDates } from '../../language/dates.js';
import { findOrdinals } from '../../language/numerals.js';
import { fold } from '../../language/script.js';
import { splitSentences } from '../../language/sentences.js';
import { groupsIn, type PeopleGroup } from './people.js';

/** A sentence with its place. */
export interface Line {
  readonly article: Article;
  readonly paragraph: Paragraph;
  /** The whole paragraph on the folded layer. */
  readonly folded: string;
  /** The sentence in the paragraph, outer spaces left out. */
  readonly range: Span;
  readonly scene: Scene;
  /** The persons that it names. */
  readonly groups: readonly PeopleGroup[];
}

export interface Scene {
  /** Counts from 0 in the article. */
  readonly index: number;
  /** Counts from 0: the article itself, then every 又讯. */
  readonly part: number;
  /** The folded sentence that opens the scene. */
  readonly opening: string;
  /** What the scene is the n-th of, from its opening, and for the article's main scene from its titles. */
  readonly ordinals: readonly { readonly value: number; readonly noun: string }[];
  /** Dates of the opening (`YYYY-MM-DD`, `--MM-DD`, `---DD`), the anchor's year filled in where it is known. */
  readonly dates: readonly string[];
}

/** Begins a report of its own inside an article. */
const PART_OPENING = /^\s*(?:又讯|另讯|另悉|另据|本报讯)/u;
/** Something that happens and can be dated. */
const ACT =
  /召开|举行|开会|会议开|主持|出席|调研|检查|督导|来到|前往|调度|走访|看望|部署|汇报|日(?:晚|上午|下午)?(?:就[^,，。]{0,20})?开/u;
/** A time by reference to the scene before: the same day, another act. */
const SAME_DAY =
  /^(?:在)?(?:当日|当天|当晚|同日|同一天|这天|随后|会前|会后|会议结束后|接着|此后|之后|次日|翌日|开会(?:那天|当天))/u;
/** Back from a side scene to the meeting that the part is about. */
const BACK_TO_MAIN = /^(?:会议|会上|全会|大会|本次会议)/u;
/** 1. 会议召开时间:…: minutes that are a form tell of the one meeting of their title. */
const FORM_LINE =
  /^[\d一二三四五六七八九十.、()（） ]{0,6}[\p{Script=Han} ]{0,8}(?:时 {0,4}间|日 {0,4}期|地 {0,4}点)[\p{Script=Han}]{0,4}[:：]/u;
/** How far into its sentence a date or an ordinal may stand to open a scene. */
const OPENING_REACH = 40;
/** Whoever speaks does not report: dates in a speech open nothing. */
const SPEECH = /强调|指出|要求|表示|说|认为|提出/u;

/** The lines of an article in order, each with its scene and persons. `persons` are the corpus's folded person names. */
export function linesOf(article: Article, persons: ReadonlySet<string>): readonly Line[] {
  const lines: Line[] = [];
  const stage: Stage = { index: 0, part: 0, main: null, current: null };
  for (const paragraph of article.paragraphs) {
    const folded = fold(paragraph.text);
    if (PART_OPENING.test(folded) && lines.length > 0)
      Object.assign(stage, { part: stage.part + 1, main: null });
    for (const range of trimmed(folded)) {
      lines.push({
        article,
        paragraph,
        folded,
        range,
        scene: advance(stage, article, paragraph, folded, range),
        groups: groupsIn(folded, range, persons),
      });
    }
    if (stage.current !== null && SAME_DAY.test(stage.current.opening)) stage.current = stage.main;
  }
  return lines;
}

/** Where the walk through an article stands. */
interface Stage {
  index: number;
  part: number;
  /** The scene that the part is about. */
  main: Scene | null;
  current: Scene | null;
}

function advance(stage: Stage, article: Article, paragraph: Paragraph, folded: string, range: Span): Scene {
  const sentence = folded.slice(...range);
  const { main, current } = stage;
  if (main !== null && current !== null && !opens(sentence, current)) {
    const apart = SAME_DAY.test(current.opening) && !current.opening.includes('会');
    if ((range[0] === 0 || apart) && BACK_TO_MAIN.test(sentence)) stage.current = main;
    return stage.current ?? current;
  }
  const scene = sceneOf(article, paragraph, sentence, range, stage);
  stage.index++;
  stage.current = scene;
  stage.main ??= scene;
  return scene;
}

/** Sentences without outer spaces; one that begins with a comma goes on with the one before (a name lost as ???). */
function trimmed(folded: string): readonly Span[] {
  const sentences: [number, number][] = [];
  for (const [start, end] of splitSentences(folded)) {
    const last = sentences.at(-1);
    if (last !== undefined && /^[,，、]/u.test(folded.charAt(start))) last[1] = end;
    else sentences.push([start, end]);
  }
  return sentences.flatMap(([start, end]): Span[] => {
    const text = folded.slice(start, end);
    const from = start + text.length - text.trimStart().length;
    const to = start + text.trimEnd().length;
    return to > from ? [[from, to]] : [];
  });
}

/** Whether a sentence leaves the current scene: it dates an act of its own. */
function opens(sentence: string, current: Scene | null): boolean {
  const head = sentence.slice(0, OPENING_REACH);
  const said = SPEECH.exec(sentence)?.index ?? Number.POSITIVE_INFINITY;
  if (SAME_DAY.test(sentence)) return ACT.test(sentence);
  const act = ACT.exec(sentence)?.index ?? -1;
  if (act < 0 || act > said) return false;
  const dated = findDates(head).some((date) => date.start < said && isCalendar(date.kind) && tellsDay(date));
  const ordinals = ordinalsOf(head);
  const news = ordinals.some((one) => !current?.ordinals.some((known) => known.value === one.value));
  if (dated && current?.dates.length === 0 && FORM_LINE.test(sentence)) return news && ordinals.length > 0;
  if (dated) return ordinals.length === 0 || news || datesDiffer(sentence, current);
  return news && ordinals.length > 0;
}

/** 昨日 and 日前 tell a day; 近期 and 春节期间 don't. */
function tellsDay({ kind, text }: { readonly kind: string; readonly text: string }): boolean {
  return kind !== 'relative' || /[日天晚]/u.test(text);
}

function isCalendar(kind: string): boolean {
  return kind === 'absolute' || kind === 'month-day' || kind === 'day' || kind === 'relative';
}

function datesDiffer(sentence: string, current: Scene | null): boolean {
  const isos = findDates(sentence.slice(0, OPENING_REACH)).flatMap(({ iso }) => (iso === null ? [] : [iso]));
  return (
    isos.length > 0 &&
    !isos.some((iso) => current?.dates.some((known) => known.endsWith(iso.replace(/^-+/u, ''))))
  );
}

function ordinalsOf(text: string): Scene['ordinals'] {
  return findOrdinals(text)
    .filter(({ noun }) => isEventNoun(noun))
    .map(({ value, noun }) => ({ value, noun }));
}

/** 〔2024〕第9次: a line under the title that numbers the minutes of a body. */
const NUMBERED_ALONE =
  /^[〔[(]?(?:\d{4}年?)?[〕\])]?\s?[〔[(]?第(?:\d{1,3}|[一二三四五六七八九十]{1,4})次[〕\])]?$/u;
const MINUTES_OF = /(\p{Script=Han}{1,6}会)(?:议|会议)?(?:纪要|记录|公报|简报|通报|决议)/u;

/** What an article is the n-th of by its titles; a number on a line of its own counts the meetings that the others name. */
function ordinalsOfTitles(titles: readonly string[]): Scene['ordinals'] {
  const body = titles.map((title) => MINUTES_OF.exec(title)?.[1]).find((found) => found !== undefined);
  return titles.flatMap((title) => {
    const found = ordinalsOf(title);
    return body !== undefined && NUMBERED_ALONE.test(title.trim())
      ? found.map(({ value }) => ({ value, noun: `次${body}` }))
      : found;
  });
}

/** 次专题会议, 届全会: things that happen, not 第一时间 or 第二种. */
export function isEventNoun(noun: string): boolean {
  return /^[次届期轮场]/u.test(noun) || /会议|全会|大会|例会|论坛|峰会/u.test(noun);
}

function sceneOf(article: Article, paragraph: Paragraph, sentence: string, range: Span, stage: Stage): Scene {
  const { index, part } = stage;
  const own = ordinalsOf(sentence);
  const titles = index === 0 ? [article.title, ...article.subtitles] : [];
  const fromTitles = ordinalsOfTitles(titles.flatMap((title) => (title === null ? [] : [fold(title)])));
  const dates = datesIn(paragraph, sentence, range);
  const sameDay = stage.main !== null && SAME_DAY.test(sentence) && !/^(?:在)?(?:次日|翌日)/u.test(sentence);
  const happened = index === 0 && article.happened?.iso != null ? [article.happened.iso.slice(0, 10)] : [];
  const inherited = sameDay ? (stage.current?.dates ?? []) : happened;
  return {
    index,
    part,
    opening: sentence,
    ordinals: own.length > 0 ? own : fromTitles,
    dates: dates.length > 0 ? dates : inherited,
  };
}

/** Dates as the corpus resolved them, where it did; else as the sentence writes them. */
function datesIn(paragraph: Paragraph, sentence: string, range: Span): readonly string[] {
  const resolved = paragraph.dates.filter(({ at }) => at >= range[0] && at < range[1]);
  if (resolved.length > 0) return resolved.flatMap(({ iso }) => (iso === null ? [] : [iso.slice(0, 10)]));
  return findDates(sentence).flatMap(({ iso, kind }) => (iso !== null && isCalendar(kind) ? [iso] : []));
}
