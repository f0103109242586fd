/** An article as the reader sees it: its lines, who did what, and who speaks where. */
import type { Article } from '../../corpus/article.js';
import type { PersonMention } from './people.js';
import { findStatements, type Statement } from './roles.js';
import { type Line, linesOf } from './scenes.js';

export interface Outline {
  readonly article: Article;
  readonly lines: readonly Line[];
  readonly statements: readonly Statement[];
  /** Who speaks each line, by index of `lines`; null where nobody is known to. */
  readonly speakers: readonly (Speaker | null)[];
}

export interface Speaker {
  readonly person: PersonMention;
  /** The line that names the speaker. */
  readonly line: Line;
}

/** Verbs that begin a speech, at most a few words behind the speaker's name. */
const SAYS =
  /^(?:还|又|也|随后|最后|会后|反复|再三|一再|特别|着重)?(?:在[^,，。]{0,12})?(?:就[^,，。]{0,24})?(?:对[^,，。]{0,16})?(?:还|又|也)?(?:强调|指出|要求|表示|说|讲|叮嘱|嘱咐|认为|提出|判断|给出|作|做|从|把|谈|反复叮嘱|一再嘱咐|主持|部署|介绍|称|问|提)/u;
const SAYS_LATER = /[,，;；](?:并|同时|还|又)?(?:要求|叮嘱|嘱咐|强调|指出)/u;
const HE_SAYS = /^[他她](?:还|又|也|同时)?(?:强调|指出|要求|表示|说|叮嘱|嘱咐|认为|提出)/u;
/** The meeting itself, or the reporter, speaks here: whoever spoke before is done. */
const NOBODY = /^(?:会议|会上|全会|大会|据|又讯|另讯|本报讯|截至|记者|本文|这篇)/u;

/** Reads an article. `persons` are the corpus's folded person names. */
export function outlineArticle(article: Article, persons: ReadonlySet<string>): Outline {
  const lines = linesOf(article, persons);
  return { article, lines, statements: findStatements(lines), speakers: speakersOf(lines) };
}

/** A speech goes on, also over paragraph breaks, until somebody else speaks or another scene begins. */
function speakersOf(lines: readonly Line[]): readonly (Speaker | null)[] {
  let current: Speaker | null = null;
  let scene = -1;
  return lines.map((line, i) => {
    if (line.scene.index !== scene) current = null;
    scene = line.scene.index;
    const sentence = line.folded.slice(...line.range);
    if (NOBODY.test(sentence)) current = null;
    const person = line.groups
      .filter(({ members }) => members.length === 1)
      .flatMap(({ members }) => members)
      .find(({ end }) => SAYS.test(line.folded.slice(end, line.range[1])));
    if (person !== undefined) current = { person, line };
    else if (HE_SAYS.test(sentence)) current = lastNamed(lines, i) ?? current;
    else if (!NOBODY.test(sentence)) return saysLater(line) ?? current;
    return current;
  });
}

/** Somebody who acts first and demands later in the sentence: 某某详细了解进展,要求加快进度. */
function saysLater(line: Line): Speaker | null {
  const sentence = line.folded.slice(...line.range);
  const at = SAYS_LATER.exec(sentence)?.index ?? -1;
  const [single, ...more] = line.groups.filter(({ members }) => members.length === 1);
  const person = single?.members[0];
  if (at < 0 || person === undefined || more.length > 0) return null;
  return person.end - line.range[0] <= at ? { person, line } : null;
}

/** Whom 他 and 她 stand for: the last that is named alone in the paragraph before. */
function lastNamed(lines: readonly Line[], at: number): Speaker | null {
  for (let i = at - 1; i >= 0 && lines[i]?.paragraph === lines[at]?.paragraph; i--) {
    const line = lines[i];
    const person = line?.groups.findLast(({ members }) => members.length === 1)?.members[0];
    if (line !== undefined && person !== undefined) return { person, line };
  }
  return null;
}
