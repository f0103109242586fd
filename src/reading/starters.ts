/** Questions to begin with: made from a corpus's facts, and tried on it. */
import { setImmediate as others } from 'node:timers/promises';
import type { Article } from '../corpus/article.js';
import { chineseNumeral } from '../language/numeral-words.js';
import { fold, toTraditional } from '../language/script.js';
import type { CorpusIndex } from '../retrieval/corpus-index.js';
import type { Language, Role } from '../retrieval/question.js';
import type { Answer } from './answer.js';
import { englishNameOf, englishOrdinal } from './conversation/bridging.js';
import { ROLE_WORDS, whoOf } from './conversation/question-words.js';
import { holdersIn } from './facts/holders.js';
import { parseOffice } from './facts/offices.js';
import { type Outline, outlineOf } from './facts/outline.js';

/** At most three questions a language; fewer where the corpus answers fewer well. */
export type Starters = Readonly<Record<Language, readonly string[]>>;

type Asked = Pick<Answer, 'status' | 'confidence' | 'answer'>;

/** A question in both languages; null where English has no plain way to ask it. */
interface Idea {
  /** Of each theme one question is taken, as long as there are enough themes. */
  readonly theme: 'role' | 'date' | 'holder' | 'said' | 'mentions' | 'latest';
  readonly chinese: string;
  readonly english: string | null;
}

const WANTED = 3;
const CONFIDENT = 0.7;
/** The newest articles make the questions, and of each theme no more are tried. */
const READ_ARTICLES = 200;
const TRIED = 6;
const STARTER_ROLES: ReadonlySet<Role> = new Set<Role>(['chair', 'deploy', 'sit-in', 'attend']);
const MEETING = /^[次届](?=.*会)/u;
const LONGEST_OFFICE = 12;
const PLACED = /[省市县区州]/u;

/**
 * Makes the starters of a corpus, at index time. `ask` answers over the same index; only questions that it answers
 * with high confidence are kept, in English only those that it answers as in Chinese. It takes seconds, in which others'
 * questions are let in.
 */
export async function startersOf(
  index: CorpusIndex,
  ask: (question: string) => Promise<Asked>,
): Promise<Starters> {
  const ideas = await ideasOf(index);
  const hans: string[] = [];
  const en: string[] = [];
  for (const theme of THEMES) {
    if (hans.length >= WANTED && en.length >= WANTED) break;
    await tryTheme(ideas.filter((idea) => idea.theme === theme).slice(0, TRIED), ask, hans, en);
  }
  const chinese = hans.slice(0, WANTED);
  return {
    'zh-Hans': chinese,
    'zh-Hant': await Promise.all(chinese.map(toTraditional)),
    en: en.slice(0, WANTED),
  };
}

/** The liveliest first; the last two work on any corpus. */
const THEMES: readonly Idea['theme'][] = ['role', 'holder', 'date', 'said', 'mentions', 'latest'];

/** Adds the first idea of a theme that is answered well, in Chinese and, where that is so, in English. */
async function tryTheme(
  ideas: readonly Idea[],
  ask: (question: string) => Promise<Asked>,
  hans: string[],
  en: string[],
): Promise<void> {
  let [foundChinese, foundEnglish] = [hans.length >= WANTED, en.length >= WANTED];
  for (const { chinese, english } of ideas) {
    if (foundChinese && foundEnglish) return;
    await others();
    const told = await ask(chinese);
    if (!isGood(told)) continue;
    if (!foundChinese) hans.push(chinese);
    foundChinese = true;
    if (foundEnglish || english === null) continue;
    await others();
    const translated = await ask(english);
    if (!isGood(translated) || translated.answer !== told.answer) continue;
    en.push(english);
    foundEnglish = true;
  }
}

function isGood({ status, confidence, answer }: Asked): boolean {
  return status === 'answered' && confidence >= CONFIDENT && answer !== null;
}

async function ideasOf(index: CorpusIndex): Promise<readonly Idea[]> {
  const newest: Outline[] = [];
  for (const article of newestOf(index.articles)) {
    newest.push(outlineOf(article, index.knowledge));
    await others();
  }
  return unique([
    ...newest.flatMap(meetingIdeas),
    ...newest.flatMap(holderIdeas),
    ...newest.flatMap(speechIdeas),
    ...mentionIdeas(newest),
    { theme: 'latest', chinese: '最新的一篇文章是什么？', english: 'What is the latest article?' },
  ]);
}

function newestOf(articles: readonly Article[]): readonly Article[] {
  const dated = articles.map((article) => ({ article, day: dayOf(article) }));
  return dated
    .sort((a, b) => b.day.localeCompare(a.day))
    .slice(0, READ_ARTICLES)
    .map(({ article }) => article);
}

function dayOf({ happened, published }: Article): string {
  const iso = happened?.iso ?? published?.iso ?? '';
  return iso.startsWith('-') ? '' : iso;
}

/** Who chaired the n-th meeting, and when it was held. */
function meetingIdeas({ statements }: Outline): readonly Idea[] {
  return statements.flatMap(({ line, roles, people }): Idea[] => {
    const meeting = line.scene.ordinals.find(({ noun }) => MEETING.test(noun));
    const role = roles.find((one) => STARTER_ROLES.has(one));
    if (meeting === undefined || role === undefined || people === null) return [];
    const name = numbered(meeting);
    const english = `the ${englishOrdinal(meeting.value)} meeting`;
    return [
      { theme: 'role', chinese: `${name}谁${ROLE_WORDS[role]}？`, english: `${whoOf(role)} ${english}?` },
      { theme: 'date', chinese: `${name}是什么时候召开的？`, english: `When was ${english} held?` },
    ];
  });
}

/** 第七次专题会议. */
function numbered({ value, noun }: { readonly value: number; readonly noun: string }): string {
  return `第${value < 100 ? chineseNumeral(value) : value}${noun}`;
}

/** Who the holder is of an office that says of where it is. */
function holderIdeas({ lines }: Outline): readonly Idea[] {
  return lines.flatMap((line) =>
    holdersIn(line).flatMap(({ office }): Idea[] => {
      const title = line.folded.slice(...office);
      const parsed = parseOffice(title);
      const plain = title.length <= LONGEST_OFFICE && /^\p{Script=Han}+$/u.test(title);
      if (parsed === null || !plain || parsed.institution.length < 2 || !PLACED.test(parsed.institution))
        return [];
      return [{ theme: 'holder', chinese: `${title}是谁？`, english: null }];
    }),
  );
}

/** What the speaker of a numbered meeting stressed. */
function speechIdeas({ lines, speakers }: Outline): readonly Idea[] {
  return lines.flatMap((line, i): Idea[] => {
    const speaker = speakers[i];
    const meeting = line.scene.ordinals.find(({ noun }) => MEETING.test(noun));
    if (speaker == null || meeting === undefined || speaker.line !== line) return [];
    const { name } = speaker.person;
    return [
      {
        theme: 'said',
        chinese: `${name}在${numbered(meeting)}上强调了什么？`,
        english: `What did ${englishNameOf(name)} stress at the ${englishOrdinal(meeting.value)} meeting?`,
      },
    ];
  });
}

/** Which articles mention the people that most of them mention. */
function mentionIdeas(outlines: readonly Outline[]): readonly Idea[] {
  const counts = new Map<string, number>();
  for (const { lines } of outlines) {
    const names = new Set(
      lines.flatMap(({ groups }) => groups.flatMap(({ members }) => members.map(({ name }) => name))),
    );
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, TRIED)
    .map(([name]) => ({
      theme: 'mentions',
      chinese: `哪些文章提到${fold(name)}？`,
      english: `Which articles mention ${englishNameOf(name)}?`,
    }));
}

function unique(ideas: readonly Idea[]): readonly Idea[] {
  const seen = new Set<string>();
  return ideas.filter(({ chinese }) => !seen.has(chinese) && seen.add(chinese));
}
