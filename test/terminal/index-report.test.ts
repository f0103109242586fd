import { afterEach, describe, expect, it, vi } from 'vitest';
import { listed } from '../../src/library/listed.js';
import type { ReindexReport } from '../../src/library.js';
import { progressBar, reportText } from '../../src/terminal/index-report.js';

const REPORT: ReindexReport = {
  articles: 3,
  passages: 12,
  added: listed(['a.txt', 'b.txt']),
  changed: listed(['c.txt']),
  removed: listed<string>([]),
  warnings: listed<never>([]),
  unreadable: listed<never>([]),
  droppedByRule: {},
  seconds: 1.25,
  saved: true,
};

afterEach(() => vi.restoreAllMocks());

describe('reportText', () => {
  it('is two lines when there is nothing to tell', () => {
    expect(reportText(REPORT)).toMatch(
      /^3 articles, 12 passages in 1\.[23] s\nadded 2, changed 1, removed 0$/u,
    );
  });

  it('lists the cleaning rules, the busiest first', () => {
    const text = reportText({ ...REPORT, droppedByRule: { footer: 2, navigation: 7 } });
    expect(text.split('\n').slice(-2)).toEqual(['  navigation: 7', '  footer: 2']);
  });

  it('says of every skipped file why, and of every other what was odd', () => {
    const text = reportText({
      ...REPORT,
      unreadable: listed([{ file: 'x.bin', code: 'binary', reason: 'The file is no text.' }]),
      warnings: listed([{ file: 'a.txt', message: 'paragraph 2 has lost characters' }]),
    });
    expect(text).toContain('Skipped files:\n  x.bin: The file is no text. (binary)');
    expect(text).toContain('Warnings:\n  a.txt: paragraph 2 has lost characters');
  });

  it('counts the warnings that it was not told', () => {
    const warnings = listed(
      ['a.txt', 'b.txt', 'c.txt'].map((file) => ({ file, message: 'odd' })),
      1,
    );
    expect(reportText({ ...REPORT, warnings })).toMatch(/Warnings:\n {2}a\.txt: odd\n {2}and 2 more$/u);
  });
});

describe('progressBar', () => {
  it('writes nothing where standard error is no terminal, and may be stopped twice', () => {
    const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const bar = progressBar();
    bar.update({ phase: 'reading', filesRead: 1, filesTotal: 2, passagesIndexed: 0, seconds: 0.1 });
    bar.stop();
    bar.stop();
    expect(write).not.toHaveBeenCalled();
  });
});
