import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildCouncil, type Council, controlsOf, type Message, shelf, wordsOf } from './council.js';

let council: Council;

beforeEach(async () => {
  council = await buildCouncil();
});

afterEach(async () => {
  expect(council.loopback.violations).toEqual([]);
  await council.close();
});

/** Everything that Discord would make something of. */
const EVIL =
  '@everyone @here <@123456789012345678> <@&123456789012345678> <#123456789012345678> </ask:123456789012345678> <:x:123456789012345678> <t:0:R> **b** _i_ ~~s~~ ||p|| `c` ```x``` [link](https://evil.example) https://evil.example # h\n> q\n- l \\* \u202egnp.exe';

/** What stands outside of escapes and would ping, link or format. */
function live(text: string): readonly string[] {
  const bare = text.replace(/\\./gsu, '');
  return [
    ...bare.matchAll(/@(?:everyone|here)/gu),
    ...bare.matchAll(/<[@#:/t][^>]*>/gu),
    ...bare.matchAll(/\[[^\]]*\]\(/gu),
    ...bare.matchAll(/https?:\/\//gu),
    ...bare.matchAll(/~~|\|\||`|\u202e/gu),
  ].map(([found]) => found);
}

/** The own formatting of the bot in these messages: nothing that `live` looks for, but commands in backquotes. */
const OWN = /`wenju [a-z]+(?: --corpus)?`|\*\*|`wenju`/gu;

function expectHarmless(message: Message, allowed: readonly string[] = []): void {
  const words = wordsOf(message).replace(OWN, '');
  expect(live(words).filter((found) => !allowed.includes(found))).toEqual([]);
  expect(message.mentions).toEqual([]);
  expect(message.mention_everyone).toBe(false);
}

const call = (name: string, more: Readonly<Record<string, unknown>> = {}) =>
  council.loopback.command({ user: council.moderator, guild: council.home, name, ...more });

describe('foreign text in messages for moderators', () => {
  it('does nothing from an article that is added, nor from the name of its file', async () => {
    await council.start();
    const row = {
      id: EVIL.slice(0, 90),
      title: EVIL,
      text: `${EVIL}\n${EVIL}`,
      source: EVIL,
      author: EVIL,
      url: 'javascript:alert(1)',
    };
    const html = `<html><title>x</title><body><script>alert(1)</script><p>${'正文'.repeat(60)} ${EVIL.replaceAll('<', '&lt;')}</p></body></html>`;
    const files = {
      file: { name: `${EVIL.slice(0, 60)}.jsonl`, bytes: Buffer.from(JSON.stringify(row)) },
      file2: { name: '../../**evil** @everyone.html', bytes: Buffer.from(html) },
      file3: { name: 'evil.exe', bytes: Buffer.from(EVIL) },
    };
    const message = await call('corpus', { subcommand: 'add', options: files }).answered();
    expectHarmless(message);
    expect(wordsOf(message)).not.toContain('alert(1)</script>');
    const keep = controlsOf(message)[0]?.customId ?? '';
    const run = council.loopback.click(message, keep, council.moderator);
    expectHarmless(await run.until((one) => wordsOf(one).includes('files kept')));
    for (const { name } of await council.store.uploads.list()) expect(name).not.toMatch(/[/\\<>:*|?"\p{C}]/u);
  });

  it.each(['inspect', 'remove'])('does nothing from an article under /corpus %s', async (subcommand) => {
    const row = {
      id: EVIL,
      title: EVIL,
      text: `${EVIL}\n${EVIL}`,
      source: EVIL,
      author: EVIL,
      url: 'https://example.org/a',
    };
    Object.assign(council.library, shelf(council.store, { [`${EVIL}.jsonl`]: JSON.stringify(row) }));
    await council.start();
    const message = await call('corpus', { subcommand, options: { article: EVIL.slice(0, 20) } }).answered();
    // The title is a link to the article's own address, and there is no other.
    const found = live(wordsOf(message));
    expect(found).toHaveLength(2);
    expect(found[0]).toMatch(/^\[.*\]\($/u);
    expect(found[1]).toBe('https://');
    expect(wordsOf(message)).toContain('](https://example.org/a)');
    expect(message.mentions).toEqual([]);
  });

  it('does nothing from a question among the gaps', async () => {
    await council.start();
    const gap = {
      guildId: council.home.id,
      question: EVIL,
      language: 'en',
      reason: EVIL,
      at: council.now,
    } as const;
    await council.store.gaps.record(gap);
    expectHarmless(await call('gaps').answered());
  });

  it('does nothing from the record of acts', async () => {
    await council.start();
    const entry = { guildId: council.home.id, userId: EVIL, act: EVIL, detail: EVIL, at: council.now };
    await council.store.audit.append(entry);
    const seconds = Math.floor(council.now / 1_000);
    expectHarmless(await call('audit').answered(), [`<t:${seconds}:f>`]);
  });

  it('does nothing from what is typed for an article', async () => {
    await council.start();
    const options = { article: EVIL.slice(0, 100) };
    expectHarmless(await call('corpus', { subcommand: 'remove', options }).answered());
  });

  it('does nothing from the reason of a failure', async () => {
    await council.start();
    council.library.reindex = () => Promise.reject(new Error(EVIL));
    const run = call('reindex');
    expectHarmless(await run.until((one) => wordsOf(one).includes('could not be renewed')));
  });

  it('executes nothing in front matter, templates or archives', async () => {
    await council.start();
    const scripts = [
      '---js\nglobalThis.owned = true\n---\n正文一段，足够长。',
      `正文 $\{globalThis.owned=true} {{owned}} <%= owned %>。`,
    ];
    for (const [index, text] of scripts.entries()) {
      const options = { file: { name: `s${index}.md`, bytes: Buffer.from(text) } };
      await call('corpus', { subcommand: 'add', options }).answered();
    }
    expect('owned' in globalThis).toBe(false);
  });
});
