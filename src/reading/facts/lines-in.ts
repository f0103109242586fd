import type { CorpusKnowledge, Hit } from '../../retrieval/passage.js';
import { outlineOf } from './outline.js';
import type { Line } from './scenes.js';

/** The lines of an article that a passage of it holds, in order. */
export function linesIn({ passage }: Pick<Hit, 'passage'>, knowledge: CorpusKnowledge): readonly Line[] {
  const { article, paragraph, range } = passage;
  return outlineOf(article, knowledge).lines.filter(
    (line) =>
      line.paragraph.number === paragraph.number && line.range[0] < range[1] && range[0] < line.range[1],
  );
}
