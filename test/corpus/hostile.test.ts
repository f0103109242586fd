/** Texts that were made to keep their reader busy: each takes hours where a pattern takes more than linear time. */
import { describe, expect, it } from 'vitest';
import { readArticles } from '../../src/corpus/read.js';

const LONG = 1_000_000;

function read(file: string, text: string) {
  return readArticles({ file, bytes: new TextEncoder().encode(text) }).articles;
}

describe('a hostile text is read in no time', () => {
  it.each([
    ['a byline of many posts', 'a.txt', `清河水库竣工\n\n(${'驻'.repeat(60)}a记者林一)仪式举行。`],
    ['a byline of many ranks', 'a.txt', `清河水库竣工\n\n${'首席'.repeat(LONG / 2)}a记者林一\n\n仪式举行。`],
    ['a heading of blanks', 'a.md', `# 清河${' '.repeat(LONG)}x\n\n仪式举行。`],
    ['a heading of tabs and signs', 'a.md', `# 清河${'\t#'.repeat(LONG / 2)}x\n\n仪式举行。`],
    ['a line that breaks without end', 'a.md', `# 清河\n\n仪式${' '.repeat(LONG)}举行。`],
    ['a rule of a table that is none', 'a.md', `# 清河\n\n${'\t'.repeat(LONG)}x\n\n仪式举行。`],
    ['a fence that is none', 'a.md', `---${' '.repeat(LONG)}x\n清河\n\n仪式举行。`],
    ['a title of blanks', 'a.html', `<!doctype html><title>清河${' '.repeat(LONG)}x</title><p>仪式举行。`],
    ['a title in brackets', 'a.txt', `来源:${'）'.repeat(LONG)}x\n清河水库竣工\n\n仪式举行。`],
  ])('%s', (_, file, text) => {
    expect(
      read(file, text)
        .flatMap(({ paragraphs }) => paragraphs.map((one) => one.text))
        .join(),
    ).toContain('举行');
  });
});
