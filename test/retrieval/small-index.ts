import type { Article } from '../../src/corpus/article.js';
import { readArticles } from '../../src/corpus/read.js';
import { fold } from '../../src/language/script.js';
import { readWholeLexicons } from '../../src/library.js';
import { assemble, buildParts, type IndexParts } from '../../src/retrieval/build-index.js';
import type { CorpusIndex } from '../../src/retrieval/corpus-index.js';
import type { Passage } from '../../src/retrieval/passage.js';

/** Articles of texts, a file each; the first line is a title when it looks like one. */
export function articlesOf(files: Readonly<Record<string, string>>): readonly Article[] {
  return Object.entries(files).flatMap(
    ([file, text]) => readArticles({ file, bytes: new TextEncoder().encode(text) }).articles,
  );
}

/** The parts of an index over invented texts. */
export async function partsOf(files: Readonly<Record<string, string>>): Promise<IndexParts> {
  return buildParts(articlesOf(files), await readWholeLexicons());
}

/** An index over invented texts. */
export async function indexOf(files: Readonly<Record<string, string>>): Promise<CorpusIndex> {
  return assemble(await partsOf(files));
}

/** A passage that is a whole paragraph of its own article. */
export function passageOf(text: string, id = 'a'): Passage {
  const [article] = articlesOf({ [`${id}.jsonl`]: JSON.stringify({ id, title: '', text }) });
  const paragraph = article?.paragraphs[0];
  if (article === undefined || paragraph === undefined) throw new Error('no paragraph');
  return { article, paragraph, range: [0, paragraph.text.length], folded: fold(paragraph.text) };
}

/** Invented news of an invented county. */
export const NEWS = {
  'dam.txt': `清河水库竣工

5月2日，清河水库竣工仪式在云岭县举行。县委书记林远山主持了竣工仪式，县长周青出席并讲话。

水库总库容为三百万立方米，可灌溉农田八万亩。`,
  'bridge.txt': `石门古桥修缮完成

石门古桥的修缮历时两年，由工程师沈若兰负责。桥长四十二米，有五个桥孔。`,
  'school.txt': `云岭县新建两所小学

云岭县教育局局长白知秋说，两所小学将于9月1日开学，可容纳学生一千二百人。`,
  'visitor.txt': `外国专家考察清河水库

荷兰水利专家约翰·史密斯考察了清河水库，称赞大坝的设计。`,
} as const;
