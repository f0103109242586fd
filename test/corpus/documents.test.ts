import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/corpus/article.js';
import { documentKind } from '../../src/corpus/document-kind.js';
import { readDocument } from '../../src/corpus/documents.js';
import { rawSpans, rawTextOf } from '../../src/corpus/offsets.js';
import { documentOf, docxOf, zipOf } from './docx-builder.js';
import { pdfOf, type TextAt, typeset } from './pdf-builder.js';

const OPENING =
  '5月2日，清河水库竣工仪式在云岭县举行。县委书记林远山主持了竣工仪式，县长周青出席并讲话，全县各乡镇的代表和建设者共三百多人参加了当天上午的仪式。';
const SIZE =
  '水库总库容为三百万立方米，可灌溉农田八万亩，工程历时三年零两个月，由县水利局负责建设，今后还将兴建一座小型水电站，为周围的村庄供电。';
const SPEECH = '县长周青说，水库建成后，清河两岸的农田再也不怕旱了。';

const read = async (file: string, bytes: Uint8Array) => (await readDocument({ file, bytes })).articles;

async function paragraphs(file: string, bytes: Uint8Array): Promise<readonly string[]> {
  return (await read(file, bytes)).flatMap((article) => article.paragraphs.map(({ text }) => text));
}

/** Every paragraph is what its spans of the kept text say. */
function expectOffsets(article: Article, bytes: Uint8Array): void {
  const raw = rawTextOf({ file: article.file, bytes }, article);
  for (const paragraph of article.paragraphs) {
    const slices = rawSpans(paragraph, [0, paragraph.text.length]).map((span) => raw.slice(...span));
    expect(slices.join('')).toBe(paragraph.text);
  }
  for (const { text, span } of article.dropped) expect(raw.slice(...span)).toContain(text);
}

/** A page with the book's name above and its number below. */
const page = (number: number, lines: readonly TextAt[]): TextAt[] => [
  { text: '云岭县志·第一编', y: 40 },
  ...lines,
  { text: `— ${number} —`, x: 290, y: 810 },
];

describe('a PDF', () => {
  const title: TextAt = { text: '清河水库竣工', x: 200, y: 80, size: 22 };

  it('gives its title and its paragraphs, lines joined', async () => {
    const bytes = pdfOf([[title, ...typeset([OPENING, SIZE])]]);
    const [article] = await read('dam.pdf', bytes);
    expect(article).toMatchObject({ id: 'dam.pdf', format: 'pdf', title: '清河水库竣工' });
    expect(article?.paragraphs.map(({ text }) => text)).toEqual([OPENING, SIZE]);
    if (article !== undefined) expectOffsets(article, bytes);
  });

  it('joins a paragraph that goes on on the next page, without header, footer and page number', async () => {
    const half = 40;
    const bytes = pdfOf([
      page(1, [title, ...typeset([OPENING, SIZE.slice(0, half)])]),
      page(
        2,
        typeset([`  ${SIZE.slice(half)}`, SPEECH], 36, 80).map((line, i) =>
          i === 0 ? { ...line, x: 48 } : line,
        ),
      ),
      page(3, typeset([SPEECH], 36, 80)),
    ]);
    const [article] = await read('dam.pdf', bytes);
    expect(article?.paragraphs.map(({ text }) => text)).toEqual([OPENING, SIZE, SPEECH, SPEECH]);
    const rules = article?.dropped.map(({ rule }) => rule) ?? [];
    expect(rules.filter((rule) => rule === 'page-header')).toHaveLength(3);
    expect(rules.filter((rule) => rule === 'page-number')).toHaveLength(3);
    if (article !== undefined) expectOffsets(article, bytes);
  });

  it('keeps a line at the top of two pages only: that may be a headline', async () => {
    const bytes = pdfOf(
      [1, 2, 3, 4].map((number) => [
        { text: number < 3 ? '竣工仪式记' : `第${number}章记`, y: 60 },
        ...typeset([OPENING]),
      ]),
    );
    const dropped = (await read('dam.pdf', bytes)).flatMap((article) => article.dropped);
    expect(dropped.filter(({ rule }) => rule === 'page-header')).toEqual([]);
  });

  it('keeps the words of other scripts apart where a line breaks', async () => {
    const lines: TextAt[] = [
      'The reservoir was finished',
      'on the second of May,',
      'and the county was glad.',
    ].map((text, i) => ({ text, x: 72, y: 120 + 18 * i }));
    expect(await paragraphs('dam.pdf', pdfOf([lines]))).toEqual([
      'The reservoir was finished on the second of May, and the county was glad.',
    ]);
  });

  it('parts paragraphs by a gap', async () => {
    const lines = [OPENING.slice(0, 30), SIZE.slice(0, 30)].map((text, i) => ({
      text: `${text}。`,
      y: 120 + 60 * i,
    }));
    const more = [
      ...lines,
      { text: '第三段的第一行字一直写到这里为止，', y: 240 },
      { text: '第三段的第二行。', y: 258 },
    ];
    expect(await paragraphs('dam.pdf', pdfOf([more]))).toEqual([
      `${OPENING.slice(0, 30)}。`,
      `${SIZE.slice(0, 30)}。`,
      '第三段的第一行字一直写到这里为止，第三段的第二行。',
    ]);
  });

  it.each([
    ['pictures without text', pdfOf([[], []]), 'scanned'],
    ['page numbers alone', pdfOf([page(1, []).slice(2), page(2, []).slice(2)]), 'scanned'],
    ['a cut file', pdfOf([[title, ...typeset([OPENING])]]).subarray(0, 300), 'damaged'],
    ['nothing after its first bytes', Buffer.from('%PDF-1.7\n'), 'damaged'],
    ['more pages than any article has', pdfOf(Array.from({ length: 1001 }, () => [])), 'too-large'],
  ])('with %s is reported', async (_, bytes, code) => {
    await expect(read('odd.pdf', bytes)).rejects.toMatchObject({ name: 'UnreadableFileError', code });
  });

  it('never ends otherwise than with articles or a report, whatever is broken in it', async () => {
    const whole = pdfOf([[title, ...typeset([OPENING])]]);
    const breaks = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(breaks, async (list) => {
        const bytes = Uint8Array.from(whole);
        for (const [at, value] of list) bytes[at] = value;
        bytes.set(Buffer.from('%PDF-'));
        await read('broken.pdf', bytes).catch((error: unknown) => {
          expect(error).toMatchObject({ name: 'UnreadableFileError' });
        });
      }),
      { numRuns: 40 },
    );
  });
});

describe('a Word file', () => {
  it('gives its title and its paragraphs, a row of a table as one', async () => {
    const bytes = docxOf([
      { heading: '清河水库竣工' },
      OPENING,
      {
        rows: [
          ['总库容', '三百万立方米'],
          ['灌溉面积', '八万亩'],
        ],
      },
      'A & B < C。',
    ]);
    const [article] = await read('dam.docx', bytes);
    expect(article).toMatchObject({ id: 'dam.docx', format: 'docx', title: '清河水库竣工' });
    expect(article?.paragraphs.map(({ text }) => text)).toEqual([
      OPENING,
      expect.stringMatching(/^总库容\s三百万立方米$/),
      expect.stringMatching(/^灌溉面积\s八万亩$/),
      'A & B < C。',
    ]);
    if (article !== undefined) expectOffsets(article, bytes);
  });

  it.each([
    ['without a text', docxOf(['', ' ']), 'no-text'],
    ['whose body is no XML', zipOf({ 'word/document.xml': '<w:document' }), 'damaged'],
    ['that is cut short', docxOf([OPENING]).subarray(0, 700), 'damaged'],
  ])('%s is reported', async (_, bytes, code) => {
    await expect(read('odd.docx', bytes)).rejects.toMatchObject({ name: 'UnreadableFileError', code });
  });

  it('that unpacks to more than any document holds is reported, whatever it says of its size', async () => {
    const huge = documentOf('<w:p/>'.repeat(4_000_000));
    const bytes = zipOf({ 'word/document.xml': huge }, { 'word/document.xml': 1000 });
    expect(bytes.length).toBeLessThan(200_000);
    await expect(read('bomb.docx', bytes)).rejects.toMatchObject({ code: 'too-large' });
  });

  it('whose parts are nested without end is reported', async () => {
    const deep = `${'<w:sdt><w:sdtContent>'.repeat(20_000)}${'</w:sdtContent></w:sdt>'.repeat(20_000)}`;
    const bytes = zipOf({ 'word/document.xml': documentOf(deep) });
    await expect(read('deep.docx', bytes)).rejects.toMatchObject({ name: 'UnreadableFileError' });
  });
});

describe('documentKind', () => {
  it.each([
    ['a PDF by its first bytes, whatever its name', { file: 'x.txt', bytes: pdfOf([[]]) }, 'pdf'],
    ['a Word file', { file: 'x', bytes: docxOf(['一']) }, 'docx'],
    ['no other archive', { file: 'x.docx', bytes: zipOf({ 'a.txt': 'a' }) }, null],
    ['no text', { file: 'x.pdf', bytes: Buffer.from('清河水库') }, null],
    ['nothing', { file: 'x.pdf', bytes: new Uint8Array() }, null],
    ['no packed bytes', { file: 'x.docx', bytes: deflateRawSync(Buffer.from('PK')) }, null],
  ])('knows %s', (_, raw, expected) => {
    expect(documentKind(raw)).toBe(expected);
  });
});
