/** Where an article's credits stand: in lines that cleaning took out of its paragraphs, or in its text. */
import type { Article, Paragraph, Span } from '../../corpus/article.js';
import type { Proof } from '../finding.js';
import type { Outline } from './outline.js';

const CREDITS: ReadonlySet<string> = new Set(['credit']);

/** Proofs of some values of an article's credits, one a line; where none stands in it, the opening of the article. */
export function creditProofs(values: readonly string[], { article, lines }: Outline): readonly Proof[] {
  const found = values.flatMap((value) => proofOf(value, article) ?? []);
  const proofs = found
    .filter((one, i) => found.findIndex((other) => other.paragraph.text === one.paragraph.text) === i)
    .map((one) => ({
      ...one,
      highlights: found
        .filter(({ paragraph }) => paragraph.text === one.paragraph.text)
        .flatMap(({ highlights }) => highlights),
    }));
  const [opening] = lines;
  if (proofs.length > 0 || opening === undefined) return proofs;
  return [{ article, paragraph: opening.paragraph, ranges: [opening.range], highlights: [] }];
}

function proofOf(value: string, article: Article): Proof | null {
  for (const paragraph of droppedLines(article, CREDITS)) {
    const at = paragraph.text.indexOf(value);
    if (at >= 0)
      return {
        article,
        paragraph,
        ranges: [[0, paragraph.text.length]],
        highlights: [[at, at + value.length]],
      };
  }
  for (const paragraph of article.paragraphs) {
    const at = paragraph.text.indexOf(value);
    const span: Span = [at, at + value.length];
    if (at >= 0) return { article, paragraph, ranges: [sentenceAround(paragraph, span)], highlights: [span] };
  }
  return null;
}

/** The lines that cleaning took out by some rules, as far as they can be cited. They count as the paragraph that they stand nearest to: the first, or below the text the last. */
export function droppedLines(article: Article, rules: ReadonlySet<string>): readonly Paragraph[] {
  const dropped = article.dropped.filter(({ rule }) => rules.has(rule));
  if (dropped.length === 0) return [];
  const { paragraphs } = article;
  const start = paragraphs[0]?.runs[0]?.raw ?? 0;
  return dropped.flatMap(({ text, span, runs }): Paragraph[] => {
    const number = span[0] < start ? 1 : paragraphs.length;
    return runs === undefined ? [] : [{ number, text, runs, dates: [], reporters: [], damaged: false }];
  });
}

function sentenceAround({ text }: Paragraph, [start, end]: Span): Span {
  const from = text.slice(0, start).search(/[^。!?！？]*$/u);
  const stop = text.slice(end).search(/[。!?！？]/u);
  return [from, stop < 0 ? text.length : end + stop + 1];
}
