/** Answers where (or which) a site is, from the proper name in front of it: 在柳溪泵站… for 泵站在哪里. */
import type { Span } from '../../corpus/article.js';
import { fold } from '../../language/script.js';
import type { CorpusKnowledge, Hit } from '../../retrieval/passage.js';
import type { Question } from '../../retrieval/question.js';
import { linesIn } from '../facts/lines-in.js';
import type { Line } from '../facts/scenes.js';
import type { Answered } from '../finding.js';
import { coverage, topicConcepts } from '../matching/coverage.js';

/** X在哪里, X是哪个: what stands before is the site. */
const ASKS_SITE = /^(.{2,40}?)(?:在|位于|设在|建在|叫|是)(?:哪|什么|啥|何处)/u;
/** What a site is at the end of its description. */
const SITE = /(?:[点站厂场馆院校区园所楼店桥港城村镇局室库中心工地基地])$/u;
/** A name begins behind one of these, or with its clause. */
const BEFORE_NAME = /(?:^|[,，。;；:：、!?！？\s]|在|到|赴|往|进|于|由|从|是)$/u;
/** Words that no proper name holds. */
const NO_NAME =
  /[的和与及或要把被将从向为是有做办建设增加强化抓紧好全各本该此这那些个批新旧所已正再并都也应须须尽快速]|符合|储备|严格|一[个批]|第[一二三四五六七八九十]/u;
const LEAST_HEAD = 3;
const LONGEST_HEAD = 8;
const LONGEST_NAME = 8;
const READ_PASSAGES = 8;
/** A proper name stands in few passages. */
const RARE = 5;
/** 新建的 X: building goes on where it is named. */
const BUILDING: readonly [asked: RegExp, said: RegExp] = [
  /新建|在建|修建|正在建|建设/u,
  /建设|在建|新建|施工|工地|开工|修建/u,
];
const BUILT = 0.4;

interface Site {
  readonly line: Line;
  readonly name: Span;
  readonly score: number;
}

/** The proper name of the asked site, or null when the question asks for none or no passage names one. */
export function answerSite(
  question: Question,
  hits: readonly Hit[],
  knowledge: CorpusKnowledge,
): Answered | null {
  const thing = question.language === 'en' ? undefined : ASKS_SITE.exec(question.folded)?.[1];
  if (thing === undefined || !SITE.test(thing)) return null;
  const read = hits.slice(0, READ_PASSAGES);
  const head = headOf(thing, read);
  if (head === null) return null;
  const lines = read.flatMap((hit) => linesIn(hit, knowledge));
  const [best] = [...new Set(lines)]
    .flatMap((line, rank) => sitesIn(line, head, question, knowledge, rank / Math.max(1, lines.length)))
    .sort((a, b) => b.score - a.score);
  if (best === undefined) return null;
  const { line, name } = best;
  return {
    status: 'answered',
    answer: line.paragraph.text.slice(...name),
    note: null,
    proofs: [{ article: line.article, paragraph: line.paragraph, ranges: [line.range], highlights: [name] }],
    certainty: 0.7,
    fit: Math.min(1, best.score),
  };
}

/** The longest end of the description that the passages have. */
function headOf(description: string, hits: readonly Hit[]): string | null {
  const thing = description.slice(description.lastIndexOf('的') + 1);
  for (let length = Math.min(LONGEST_HEAD, thing.length); length >= LEAST_HEAD; length--) {
    const head = thing.slice(-length);
    if (/^[\p{Script=Han}]+$/u.test(head) && hits.some(({ passage }) => passage.folded.includes(head)))
      return head;
  }
  return null;
}

function sitesIn(
  line: Line,
  head: string,
  question: Question,
  knowledge: CorpusKnowledge,
  cost: number,
): readonly Site[] {
  const found: Site[] = [];
  const { folded, range } = line;
  for (let at = folded.indexOf(head, range[0]); at >= 0 && at < range[1]; at = folded.indexOf(head, at + 1)) {
    const name = nameBefore(folded, range[0], at);
    if (name === null) continue;
    const text = folded.slice(...name);
    const rare =
      knowledge.count(text) <= RARE && !question.folded.includes(text) && !knowledge.persons.has(text);
    if (!rare) continue;
    const sentence = folded.slice(...range);
    const built = BUILDING[0].test(question.folded) && BUILDING[1].test(sentence) ? BUILT : 0;
    found.push({
      line,
      name,
      score:
        coverage(topicConcepts(question), `${fold(line.article.title ?? '')}\n${sentence}`) +
        built -
        cost / 10,
    });
  }
  return found;
}

/** Two to eight characters between a boundary and the site. */
function nameBefore(folded: string, from: number, site: number): Span | null {
  for (let length = 2; length <= LONGEST_NAME && site - length >= from; length++) {
    const start = site - length;
    if (NO_NAME.test(folded.charAt(start))) return null;
    if (!BEFORE_NAME.test(folded.slice(Math.max(from, start - 1), start))) continue;
    const name = folded.slice(start, site);
    return /^[\p{Script=Han}a-z0-9]+$/u.test(name) && !NO_NAME.test(name) && !/[在于到]$/u.test(name)
      ? [start, site]
      : null;
  }
  return null;
}
