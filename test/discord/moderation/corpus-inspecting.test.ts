import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildCouncil, type Council, controlsOf, shelf, wordsOf } from './council.js';

let council: Council;

beforeEach(async () => {
  council = await buildCouncil();
});

afterEach(async () => {
  expect(council.loopback.violations).toEqual([]);
  await council.close();
});

function inspect(article: string) {
  const { moderator: user, home: guild } = council;
  return council.loopback.command({
    user,
    guild,
    name: 'corpus',
    subcommand: 'inspect',
    options: { article },
  });
}

describe('/corpus inspect', () => {
  it('shows what is known, the paragraphs, and what was left out by which rule', async () => {
    await council.start();
    const run = inspect('青河大桥通车');
    const words = wordsOf(await run.answered());
    expect(words).toContain('## 青河大桥通车');
    expect(words).toContain('**File**: bridge.txt (from the corpus folder)');
    expect(words).toContain('**Source**: 青河日报');
    expect(words).toContain('**Published**: 5 July 2021');
    expect(words).toContain('-# ¶ 1\n7月4日，青河大桥正式通车');
    expect(words).toContain('-# ¶ 2\n大桥全长两千一百米');
    expect(words).toContain('- **title** — 青河大桥通车');
    expect(words).toMatch(/\*\*SHA-256\*\*: [0-9a-f]{64}/);
    expect(run.ephemeral).toBe(true);
    expect(await council.store.audit.last(council.home.id, 1)).toMatchObject([{ act: 'corpus-inspect' }]);
  });

  it('turns the pages of a long article, which all keep to the limits, and shows every paragraph', async () => {
    const paragraphs = Array.from(
      { length: 60 },
      (_, index) => `第${index}段：${'*_`[链接](https://evil.example) @everyone '.repeat(20)}。`,
    );
    Object.assign(
      council.library,
      shelf(council.store, { 'long.txt': `很长的文章\n${paragraphs.join('\n')}` }),
    );
    await council.start();
    let message = await inspect('很长的文章').answered();
    const seen = [wordsOf(message)];
    for (;;) {
      const next = controlsOf(message)[1];
      if (next === undefined || next.disabled) break;
      const before = seen.at(-1);
      const run = council.loopback.click(message, next.customId, council.moderator);
      message = await run.until((one) => wordsOf(one) !== before);
      seen.push(wordsOf(message));
    }
    expect(seen.length).toBeGreaterThan(5);
    for (const [index] of paragraphs.entries()) expect(seen.join('\n')).toContain(`第${index}段`);
    expect(seen.at(-1)).toContain(`Page ${seen.length} of ${seen.length}`);
  });

  it('finds one of 200 articles with the longest names, within the limits', async () => {
    const rows = Array.from({ length: 200 }, (_, index) => ({
      id: `${'号'.repeat(120)}${index}`,
      title: `${'题'.repeat(300)}${index}`,
      source: '报'.repeat(300),
      date: '2021-07-05',
      text: '正文一段，足够长。',
    }));
    const folder = { [`${'长'.repeat(80)}.jsonl`]: rows.map((row) => JSON.stringify(row)).join('\n') };
    Object.assign(council.library, shelf(council.store, folder));
    await council.start();
    const { moderator: user, home: guild, loopback } = council;
    const typed = { user, guild, name: 'corpus', subcommand: 'inspect', options: { article: '题' } };
    const choices = await loopback.autocomplete({ ...typed, focused: 'article' });
    expect(choices).toHaveLength(25);
    const words = wordsOf(await inspect(String(choices[24]?.value)).answered());
    expect(words).toContain('正文一段，足够长。');
  });

  it('says so when the article has gone since', async () => {
    Object.assign(
      council.library,
      shelf(council.store, { 'long.txt': `很长的文章\n${'一段。'.repeat(200)}\n`.repeat(30) }),
    );
    await council.start();
    const message = await inspect('很长的文章').answered();
    council.library.article = () => Promise.resolve(null);
    const run = council.loopback.click(message, controlsOf(message)[1]?.customId ?? '', council.moderator);
    expect(wordsOf(await run.until((one) => wordsOf(one).includes('no longer')))).toContain(
      'This article is no longer there.',
    );
  });
});
