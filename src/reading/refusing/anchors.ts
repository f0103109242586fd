/**
 * Short questions in everyday words: 西塔是被谁烧的 shares but one word with its passage, which says 毁于大火. That one
 * word is rare in any Chinese, and no other name or thing of the question is missing, so the passage is about it.
 */
import { generalIdf, wordClass } from '../../language/tokenizer.js';
import { headingOf } from '../../retrieval/headings.js';
import type { CorpusKnowledge, Hit } from '../../retrieval/passage.js';
import { foldedTitle } from '../../retrieval/passages.js';
import type { Concept, Question } from '../../retrieval/question.js';
import { pairShare, presence } from '../matching/coverage.js';
import type { SceneFit } from '../matching/scene-fit.js';

/** Words of everyday texts (电话, 学生) are below this idf of general Chinese, names of things (水温, 押金) above. */
const RARE = 8;
/** In larger corpora a rare word stands somewhere by accident: there it speaks for nothing. */
const SMALL_CORPUS = 300;
/** From here on a word stands in a text, if only by another word for it. */
const STANDS = 0.5;
/** An article of at most so many passages is read as one. */
const SHORT_ARTICLE = 16;
/** Of one character, or of these classes, a word may be said in many ways. */
const THINGS: ReadonlySet<string> = new Set(['name', 'noun', 'unknown', 'foreign', 'number']);

/** Whether the best passage of a Chinese question has a rare word of it, and its article every thing that it names. */
export function isAnchored(
  { language }: Question,
  topic: readonly Concept[],
  hits: readonly Hit[],
  knowledge: CorpusKnowledge,
): boolean {
  const [best] = hits;
  if (language === 'en' || best === undefined || knowledge.passages > SMALL_CORPUS) return false;
  const { passage } = best;
  const { article } = passage;
  const titles = foldedTitle(article);
  const near = `${headingOf(passage)}\n${passage.folded}`;
  const all = knowledge.articlePassages(article.id);
  const whole = [titles, near, ...(all.length <= SHORT_ARTICLE ? all.map(({ folded }) => folded) : [])].join(
    '\n',
  );
  const anchored = topic.some((word) => isRare(word) && presence(word, near) > STANDS);
  return anchored && topic.every((word) => !isThing(word) || presence(word, whole) > STANDS);
}

/** Questions of so many characters beside those that any question has, and the share of them, by rarity, that must stand in one passage. */
const LEAST_CHARACTERS = 4;
const LEAST_SHARE = 0.6;
const READ_HITS = 3;
/** Characters of any question: they tell nothing apart. */
const ANYWHERE =
  /[的了在是和与对为被把到也都就还很最更其之中上下里有个这那得着过会要可不没所等能去来人做什么怎多少几哪谁时候吗呢年月日第]/gu;

/**
 * Whether a passage of a small corpus has most characters of a Chinese question, though other words: 擅自离队 for
 * 私自离开队伍. Words that are said otherwise mostly share a character; other matters share few.
 */
export function isSpelledOut(
  { language, core }: Question,
  hits: readonly Hit[],
  { passages, count }: CorpusKnowledge,
): boolean {
  if (language === 'en' || passages > SMALL_CORPUS) return false;
  const characters = [...new Set(core.replace(ANYWHERE, ''))].filter((one) => /\p{Script=Han}/u.test(one));
  if (characters.length < LEAST_CHARACTERS) return false;
  const weights = characters.map((one) => Math.log((passages + 1) / (count(one) + 0.5)));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return hits.slice(0, READ_HITS).some(({ passage }) => {
    const text = `${foldedTitle(passage.article)}\n${headingOf(passage)}\n${passage.folded}`;
    const there = weights.reduce(
      (sum, weight, i) => sum + (text.includes(characters[i] ?? '') ? weight : 0),
      0,
    );
    return there >= LEAST_SHARE * all;
  });
}

/** A line with so many of the question's pairs of characters, beside its names and days, says what it asks about. */
const SAID = 0.75;
const SHORTEST_SAID = 4;
/** 有没有说可以…: who said it, and that it may be so, is asked, not said. */
const SAYING =
  /(?:说|讲|谈|提)(?:到|了|过|的)?(?:是)?|强调|指出|要求|提出|表示|认为|可以|能够|应该|应当|必须|需要|允许|有没有|是否|是不是/gu;

/** Whether a line of the scenes that meet the question's conditions says nearly word for word what a Chinese question asks about. */
export function isSaidIn({ language, core, constraints }: Question, scope: readonly SceneFit[]): boolean {
  if (language === 'en') return false;
  const said = constraints
    .reduce((text, { surface }) => text.replace(surface, ' '), core)
    .replace(SAYING, ' ')
    .trim();
  if (said.length < SHORTEST_SAID) return false;
  return scope.some(({ lines }) =>
    lines.some(({ folded, range }) => pairShare(said, folded.slice(...range)) >= SAID),
  );
}

function isRare({ surface }: Concept): boolean {
  if (surface.length < 2) return false;
  return (generalIdf(surface) ?? 0) >= RARE;
}

function isThing({ surface }: Concept): boolean {
  return surface.length > 1 && THINGS.has(wordClass(surface));
}

/** A person whom so few passages name is meant by a question that spells the name. */
const FEW_PASSAGES = 5;

/** Whether the best passage of an English question names a person whom the question spells in full and few others name. */
export function isOfPerson(
  { language, constraints }: Question,
  [best]: readonly Hit[],
  { count }: CorpusKnowledge,
): boolean {
  return (
    language === 'en' &&
    best !== undefined &&
    constraints.some(
      (one) =>
        one.type === 'person' && best.passage.folded.includes(one.name) && count(one.name) <= FEW_PASSAGES,
    )
  );
}
