import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../src/discord/limits.js';
import { renderFailure, renderProgress, renderReport } from '../../../src/discord/rendering/reindex.js';
import { TEXTS } from '../../../src/discord/texts/locale.js';
import { listed } from '../../../src/library/listed.js';
import type { ReindexReport } from '../../../src/library.js';

const NONE = listed<never>([]);
const english = TEXTS['en-US'];

function report(changes: Partial<ReindexReport> = {}): ReindexReport {
  return {
    articles: 12,
    passages: 245,
    added: listed(['a.txt', 'b.md']),
    changed: NONE,
    removed: listed(['old_1.txt']),
    warnings: listed([{ file: 'b.md', message: 'no date found' }]),
    unreadable: listed([{ file: 'c.bin', code: 'binary', reason: 'c.bin is not a text' }]),
    droppedByRule: {},
    seconds: 3.21,
    saved: true,
    ...changes,
  };
}

const description = (reply: ReturnType<typeof renderReport>): string => reply.cards?.[0]?.description ?? '';

describe('renderProgress', () => {
  it('shows files read, passages indexed and seconds', () => {
    const progress = {
      phase: 'reading',
      filesRead: 3,
      filesTotal: 12,
      passagesIndexed: 40,
      seconds: 1.25,
    } as const;
    expect(description(renderProgress(progress, english))).toBe(
      [
        '### Renewing the index …',
        '▰▰▰▱▱▱▱▱▱▱▱▱ Reading the articles',
        '- Files read: 3 of 12',
        '- Passages indexed: 40',
        '- 1.3 s',
      ].join('\n'),
    );
  });

  it('stands before the first report and for an empty folder too', () => {
    const empty = { phase: 'saving', filesRead: 0, filesTotal: 0, passagesIndexed: 0, seconds: 0 } as const;
    expect(description(renderProgress(null, english))).toBe('### Renewing the index …');
    expect(description(renderProgress(empty, english))).toContain('▱▱▱▱▱▱▱▱▱▱▱▱ Saving');
  });
});

describe('renderReport', () => {
  it('ends with what was added, changed and removed, and the warnings of each file', () => {
    expect(description(renderReport(report(), english))).toBe(
      [
        '## The index is renewed',
        '12 articles · 245 passages · 3.2 s',
        '',
        '**Added 2**  a.txt · b.md',
        '**Removed 1**  old\\_1.txt',
        '',
        '**1 file skipped**',
        '- c.bin — c.bin is not a text',
        '',
        '**1 warning**',
        '- b.md — no date found',
      ].join('\n'),
    );
  });

  it('says when nothing changed', () => {
    const unchanged = report({ added: NONE, removed: NONE, warnings: NONE, unreadable: NONE });
    expect(description(renderReport(unchanged, english))).toMatch(
      /\nNothing has changed since the last time\.$/,
    );
  });

  it.each([
    ['en-US', 'could not be saved'],
    ['zh-CN', '未能保存'],
    ['zh-TW', '未能儲存'],
  ] as const)('says in %s when the index could not be saved', (locale, words) => {
    expect(description(renderReport(report({ saved: false }), TEXTS[locale]))).toContain(words);
    expect(description(renderReport(report(), TEXTS[locale]))).not.toContain(words);
  });

  it('stays within the limit with hundreds of changes and warnings, and counts what it leaves out', () => {
    const names = Array.from({ length: 300 }, (_, index) => `${'*'.repeat(80)}${index}.txt`);
    const files = listed(names);
    const warnings = listed(names.map((file) => ({ file, message: '_'.repeat(400) })));
    const unreadable = listed(names.map((file) => ({ file, code: 'empty', reason: '|'.repeat(400) })));
    const shown = description(
      renderReport(report({ added: files, changed: files, removed: files, warnings, unreadable }), english),
    );
    expect(shown.length).toBeLessThanOrEqual(LIMITS.embedDescription);
    expect(shown).toMatch(
      /\*\*300 files skipped\*\*\n- [\s\S]*and 29\d more[\s\S]*\*\*300 warnings\*\*\n- [\s\S]*and 29\d more$/,
    );
  });
});

describe('renderFailure', () => {
  it('says why, and that the old index goes on answering', () => {
    expect(description(renderFailure('corpus: no such folder', english))).toBe(
      '### The index could not be renewed\ncorpus: no such folder\n\nThe old index goes on answering questions.',
    );
  });
});
