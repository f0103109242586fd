import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { startersOf } from '../../src/reading/starters.js';
import { corpusOf } from './corpus.js';

const SAMPLES = new URL('../../corpus/', import.meta.url);
const sample = corpusOf(
  Object.fromEntries(
    readdirSync(SAMPLES)
      .filter((name) => name !== 'README.md' && name !== 'LICENSE')
      .map((name) => [name, readFileSync(new URL(name, SAMPLES), 'utf8')]),
  ),
);

describe('questions to begin with', async () => {
  const starters = await startersOf(sample.index, sample.ask);

  test('are three in each language, each on something else', () => {
    for (const language of ['zh-Hans', 'zh-Hant', 'en'] as const) {
      expect(starters[language]).toHaveLength(3);
      expect(new Set(starters[language]).size).toBe(3);
    }
  });

  test('are answered', async () => {
    for (const question of [...starters['zh-Hans'], ...starters['zh-Hant'], ...starters.en]) {
      const answer = await sample.ask(question);
      expect({ question, status: answer.status }).toEqual({ question, status: 'answered' });
      expect(answer.citations.length).toBeGreaterThan(0);
    }
  });

  test('in traditional script are the same questions', () => {
    expect(starters['zh-Hant'].join()).toMatch(/[誰麼會時]/u);
  });

  test('come from any corpus, also one without meetings', async () => {
    const stories = corpusOf({
      'bridge.txt': '石桥\n\n2020-03-02 来源: 青湖日报\n\n2020年3月1日,林大木修好了石桥。\n',
    });
    const { 'zh-Hans': chinese } = await startersOf(stories.index, stories.ask);
    expect(chinese).toContain('最新的一篇文章是什么？');
  });

  test('are none for an empty corpus', async () => {
    const empty = corpusOf({});
    expect(await startersOf(empty.index, empty.ask)).toEqual({ 'zh-Hans': [], 'zh-Hant': [], en: [] });
  });
});
