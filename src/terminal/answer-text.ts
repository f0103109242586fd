/** An answer for a person at a terminal: the short answer, the caveat, the quotes with their places. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { styleText } from 'node:util';
import type { Answer, Citation } from '../reading/answer.js';
import type { Language } from '../retrieval/question.js';

const WORDS: Readonly<
  Record<Language, { readonly none: string; readonly passages: string; readonly also: string }>
> = {
  en: {
    none: 'The articles do not say.',
    passages: 'No short answer; these passages are about it:',
    also: 'also in',
  },
  'zh-Hans': { none: '文章里没有答案。', passages: '没有简短的答案，相关的段落如下：', also: '另见' },
  'zh-Hant': { none: '文章裡沒有答案。', passages: '沒有簡短的答案，相關的段落如下：', also: '另見' },
};

export interface TextOptions {
  /** Colours and clickable links; off when the output is piped or wants no colours. */
  readonly rich: boolean;
  /** The corpus folder, to link files. */
  readonly corpus: string;
}

/** The lines of an answer, joined. */
export function answerText(answer: Answer, options: TextOptions): string {
  const words = WORDS[answer.language];
  const headline =
    answer.status === 'no-answer'
      ? words.none
      : answer.status === 'passages'
        ? words.passages
        : (answer.answer ?? '');
  const lines = [
    paint('bold', onOneLine(headline), options),
    ...(answer.note === null ? [] : [paint('yellow', onOneLine(answer.note), options)]),
    ...answer.citations.flatMap((citation) => ['', ...citationLines(citation, words.also, options)]),
  ];
  return lines.join('\n');
}

function citationLines(citation: Citation, also: string, options: TextOptions): readonly string[] {
  const { n, article, paragraph, alsoIn } = citation;
  const about = [article.title, article.source, article.published?.iso?.slice(0, 10)].flatMap((part) =>
    part === null || part === undefined ? [] : [onOneLine(part)],
  );
  return [
    `[${n}] ${highlighted(citation, options)}`,
    paint('gray', `    ${[...about, `${link(article.file, options)} ¶${paragraph}`].join(' · ')}`, options),
    ...alsoIn.map((place) =>
      paint('gray', `    ${also} ${link(place.article.file, options)} ¶${place.paragraph}`, options),
    ),
  ];
}

/** The quote on one line (a quote's own line breaks are the source's), the answer in bold. */
function highlighted({ quote, highlights }: Citation, options: TextOptions): string {
  let text = '';
  let done = 0;
  for (const [start, end] of highlights) {
    text += onOneLine(quote.slice(done, start)) + paint('bold', onOneLine(quote.slice(start, end)), options);
    done = end;
  }
  return text + onOneLine(quote.slice(done));
}

/** White space with a line break or a tab is one blank; other control characters could command the terminal: they go. */
function onOneLine(text: string): string {
  return text.replace(/\s+/gu, (blanks) => (/[\n\t]/u.test(blanks) ? ' ' : blanks)).replace(/\p{Cc}/gu, '');
}

type Style = 'bold' | 'yellow' | 'gray';

function paint(style: Style, text: string, { rich }: TextOptions): string {
  return rich && text !== '' ? styleText(style, text, { validateStream: false }) : text;
}

/** A file's name that terminals open on a click (the OSC 8 escape). */
function link(file: string, { rich, corpus }: TextOptions): string {
  const shown = onOneLine(file);
  if (!rich) return shown;
  return `\u001b]8;;${pathToFileURL(resolve(corpus, file)).href}\u0007${shown}\u001b]8;;\u0007`;
}
