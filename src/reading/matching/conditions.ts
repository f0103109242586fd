/** Which scenes satisfy a question's hard conditions, and which condition it is that none satisfies. */
import type { Article } from '../../corpus/article.js';
import { datesAgree } from '../../language/calendar.js';
import { findDates } from '../../language/dates.js';
import { findOrdinals } from '../../language/numerals.js';
import { fold } from '../../language/script.js';
import type { CorpusKnowledge, Hit } from '../../retrieval/passage.js';
import { foldedTitle } from '../../retrieval/passages.js';
import type { Constraint, Question } from '../../retrieval/question.js';
import type { Outline } from '../facts/outline.js';
import type { Line, Scene } from '../facts/scenes.js';

export type Ordinal = Extract<Constraint, { type: 'ordinal' }>;

/** Who acts in a scene without being named there meets it as well as one who is named, or nearly so. */
const ACTS_UNNAMED = 0.9;
const OF_STORY = /稿|文章|报道|新闻|消息|[这那]篇|编辑|责编|\b(?:article|story|report|editor)\b/u;
/** A site that somebody visits is named where he does, a town maybe at the head of the report. */
const SITE =
  /(?:机场|酒店|宾馆|医院|学校|大学|车站|工地|隔离点|社区|公司|工厂|水厂|园区|港区|指挥部|小区|商场|超市|码头)$/u;
const PLACE_SUFFIX = /(?:特别行政区|自治区|自治州|省|市|县|区)$/u;

/** A place without its suffix, when what is left still is a name. */
export function barePlace(name: string): string {
  const bare = name.replace(PLACE_SUFFIX, '');
  return bare.length > 1 ? bare : name;
}

/** Titles, outlet and resolved places of an article, folded: where a place may be named beside the text. */
export function headOf(article: Article): string {
  const places = article.places.map(({ place }) => place);
  const beside = fold([article.source, ...places].filter((part) => part !== null).join('\n'));
  return `${foldedTitle(article)}\n${beside}`;
}

/** How well a scene meets a condition: 1 by what it is about, 0.5 by what it mentions, 0 not at all. */
export function meets(
  constraint: Constraint,
  scene: Scene,
  lines: readonly Line[],
  outline: Outline,
): number {
  switch (constraint.type) {
    case 'ordinal':
      if (scene.ordinals.some((one) => sameOrdinal(constraint, one))) return 1;
      return textsOf(lines).some((text) => findOrdinals(text).some((one) => sameOrdinal(constraint, one)))
        ? 0.5
        : 0;
    case 'date':
      return dateMet(constraint.iso, scene, lines, outline.article);
    case 'place': {
      const bare = barePlace(constraint.name);
      if (scene.opening.includes(bare)) return 1;
      if (textsOf(lines).some((text) => text.includes(bare))) return 0.9;
      if (SITE.test(bare)) return 0;
      if (headOf(outline.article).includes(bare) || placeInArticle(outline, bare)) return 0.6;
      return isAbbreviated(outline, bare) ? 0.5 : 0;
    }
    case 'person':
      if (textsOf(lines).some((text) => text.includes(constraint.name))) return 1;
      if (actsIn(scene, outline, constraint.name)) return ACTS_UNNAMED;
      return headOf(outline.article).includes(constraint.name) ? 0.5 : 0;
  }
}

/** Whether somebody has a part in a scene, though the sentence may leave his name to the one before: 随后出席…. */
function actsIn(scene: Scene, { statements }: Outline, name: string): boolean {
  return statements.some(
    ({ line, people }) =>
      line.scene === scene && people?.members.some((member) => member.name === name) === true,
  );
}

function dateMet(iso: string, scene: Scene, lines: readonly Line[], article: Article): number {
  const day = iso.slice(0, 10);
  if (scene.dates.some((date) => datesAgree(day, date))) return 1;
  const anchors = [article.happened, article.published].flatMap((date) =>
    date?.iso == null ? [] : [date.iso.slice(0, 10)],
  );
  if (/^\d{4}(?:-\d{2})?$/u.test(day) && anchors.some((anchor) => datesAgree(day, anchor))) return 0.8;
  const mentioned = lines.some(({ paragraph, range }) =>
    paragraph.dates.some(
      ({ iso: known, at }) =>
        known !== null &&
        at >= range[0] &&
        at < range[1] &&
        isAsExact(known, day) &&
        datesAgree(day, known.slice(0, 10)),
    ),
  );
  const written = lines.some(
    ({ paragraph, folded, range }) =>
      paragraph.dates.length === 0 &&
      findDates(folded.slice(...range)).some(
        ({ iso: known }) => known !== null && isAsExact(known, day) && datesAgree(day, known),
      ),
  );
  return mentioned || written ? 0.5 : 0;
}

/** 8月6日那篇稿子: the day on which one of the articles came out, where the question is about a story and not what it tells. */
export function isDayOfStory(question: Question, condition: Constraint, hits: readonly Hit[]): boolean {
  return (
    condition.type === 'date' &&
    OF_STORY.test(question.folded) &&
    hits.some(({ passage }) => {
      const day = passage.article.published?.iso?.slice(0, 10);
      return day !== undefined && datesAgree(condition.iso, day);
    })
  );
}

/** A year (今年) does not meet the condition of one of its days. */
function isAsExact(known: string, asked: string): boolean {
  const tellsDay = (iso: string) => iso.startsWith('-') || iso.length >= 'YYYY-MM-DD'.length;
  return tellsDay(known) || !tellsDay(asked);
}

/** Whether an article speaks of a place by its first character (郑报, 返郑), in the outlet's name or after a verb of travel. */
export function isAbbreviated({ article, lines }: Outline, bare: string): boolean {
  const short = bare.charAt(0);
  if (bare.length > 2 || short === '') return false;
  if (fold(article.source ?? '').startsWith(`${short}报`)) return true;
  const travel = new RegExp(`[返来入离抵赴][)）]?${short}`, 'u');
  return lines.some(({ folded }) => travel.test(folded));
}

function placeInArticle(outline: Outline, bare: string): boolean {
  return outline.lines.some(({ folded }) => folded.includes(bare));
}

function textsOf(lines: readonly Line[]): readonly string[] {
  return lines.map(({ folded, range }) => folded.slice(...range));
}

const MEETS_AS_BODY =
  /^(?:业委会|业主委员会|居委会|村委会|理事会|董事会|监事会|家委会|组委会|管委会|筹委会|委员会|小组|村民小组|代会|院务会|校务会|常务会|常委会|股东会|股东大会)(?:会议?)?$/u;
/** 会议决议公告 is of a meeting, 会议室 is not. */
const MEETING_OF_BODY = /^(?:全体)?(?:会议(?!室)|会$)/u;

/** Meetings that are told apart by what they are about, not by a body of their own. */
const KIND_OF_MEETING = /^(?:专题|工作|调度|推进|座谈|现场|培训|动员|研讨|协调|部署|交流|总结|宣讲)会$/u;

/** Same number, and nouns that can name the same thing: 次会议 and 次专题会议. */
export function sameOrdinal(
  asked: { readonly value: number; readonly noun: string },
  given: { readonly value: number; readonly noun: string },
): boolean {
  return asked.value === given.value && sameSeries(asked.noun, given.noun);
}

/** Whether two ordinal nouns can belong to one series: 次会议 with 次专题会议, not with 次全会. */
function sameSeries(asked: string, given: string): boolean {
  const [a, b] = [shortened(asked.slice(1)), shortened(given.slice(1))];
  if (asked.charAt(0) !== given.charAt(0) || a === '') return asked.charAt(0) === given.charAt(0);
  if (b.startsWith(a) || (b !== '' && a.startsWith(b))) return true;
  const kind = /(?:会议|会|全会|大会|活动)$/u.exec(a)?.[0];
  const rest = kind === undefined ? a : a.slice(0, a.length - kind.length);
  if (rest !== '' && b.includes(rest)) return true;
  // 第七次秋粮收购调度会 asked, 秋粮收购第七次调度会 written: what it is about may stand before the number.
  const [askedKind, givenKind] = [a, b].map((noun) => noun.replace(/会议?$/u, '会'));
  if (KIND_OF_MEETING.test(givenKind ?? '') && askedKind?.endsWith(givenKind ?? '') === true) return true;
  // 第16次业委会会议 asked, 业委会第16次会议 written: the body may stand before the number.
  if (MEETS_AS_BODY.test(a) && MEETING_OF_BODY.test(b)) return true;
  // A plain 会 or 会议 is any meeting: 调度会, 全会, 专题会议.
  return kind !== undefined && rest === '' && b.includes(kind.startsWith('会') ? '会' : kind);
}

/** 全体会议 and 全会 are one, so are 教职工代表大会 and 教代会; which meeting of its 届 is a number of its own. */
function shortened(noun: string): string {
  return noun
    .replace(/^[\d一二三四五六七八九十]{1,3}次/u, '')
    .replace(/全体会议?/u, '全会')
    .replace(/(?:教职工|职工|党员|党|人民|团员|妇女|学生|会员|业主)?代表大会|[教职党人团妇学]代会/u, '代会');
}

/** Of these ordinals those of the asked series, as written, each once, ascending. */
export function seriesAmong(
  asked: Ordinal,
  ordinals: CorpusKnowledge['ordinals'],
): readonly { readonly value: number; readonly text: string }[] {
  const found = new Map<number, string>();
  for (const { value, noun, text } of ordinals) {
    if (!sameSeries(asked.noun, noun)) continue;
    const known = found.get(value);
    if (known === undefined || text.length < known.length) found.set(value, text);
  }
  return [...found].map(([value, text]) => ({ value, text })).sort((a, b) => a.value - b.value);
}
