import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { followUp } from '../../../src/reading/conversation/follow-up.js';
import type { Turn } from '../../../src/reading/turn.js';
import { corpusOf } from '../corpus.js';

const SAMPLES = new URL('../../../corpus/', import.meta.url);
const { ask, index } = corpusOf(
  Object.fromEntries(
    readdirSync(SAMPLES)
      .filter((name) => name !== 'README.md' && name !== 'LICENSE')
      .map((name) => [name, readFileSync(new URL(name, SAMPLES), 'utf8')]),
  ),
);

/** Asks one question after the other, each with what was said before it. */
async function talk(questions: readonly string[]): Promise<readonly (string | null)[]> {
  const turns: Turn[] = [];
  for (const asked of questions) {
    const { question } = followUp(asked, turns, index);
    const { answer, citations } = await ask(question);
    turns.push({ question, answer, articles: citations.map(({ article }) => article.id) });
  }
  return turns.map(({ answer }) => answer);
}

describe('whole conversations', () => {
  test('in Chinese', async () => {
    const answers = await talk([
      '第十四次专题会议谁主持？',
      '那省长呢？',
      '第七次呢？',
      '什么时候开的？',
      '谁作了具体部署？',
      '他是什么职务？',
    ]);
    expect(answers).toEqual([
      '楼阳生',
      '王凯',
      '王凯',
      expect.stringContaining('11月7日'),
      '王凯',
      expect.stringMatching(/省长$/u),
    ]);
  });

  test('in English', async () => {
    const answers = await talk([
      'Who chaired the 7th special meeting?',
      'and the 14th?',
      'When was it held?',
      'Who made specific arrangements?',
    ]);
    expect(answers).toEqual(['楼阳生', '楼阳生', '3月21日', '王凯']);
  });

  test('about a place', async () => {
    const answers = await talk(['新乡市市长是谁？', '那市委书记呢？', '郑州呢？']);
    expect(answers).toEqual(['魏建平', '李卫东', '安偉']);
  });
});
