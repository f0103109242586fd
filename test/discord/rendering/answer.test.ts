import { describe, expect, it } from 'vitest';
import { bounded, LIMITS } from '../../../src/discord/limits.js';
import { renderAnswer } from '../../../src/discord/rendering/answer.js';
import type { Answer } from '../../../src/reading/answer.js';
import { answer, article, citation } from '../samples.js';

function description(shown: Answer): string {
  return renderAnswer(shown, { showQuestion: false }).cards?.[0]?.description ?? '';
}

describe('renderAnswer', () => {
  it('gives the short answer first, then the citation with the answer in bold', () => {
    expect(description(answer())).toBe(
      [
        '## 林远山',
        '',
        '**[1]** [青河市召开第三次防汛会议](https://example.org/qinghe/3)',
        '-# 青河日报 · 2021年7月5日 · 第 2 段',
        '> 7月4日，市长**林远山**主持召开第三次防汛会议。',
      ].join('\n'),
    );
  });

  it('sets the words of the answer in bold also where the reading did not mark them', () => {
    const unmarked = citation({ quote: '会上，林远山讲话。', highlights: [] });
    expect(description(answer({ citations: [unmarked] }))).toContain('> 会上，**林远山**讲话。');
  });

  it('says under an answer of little confidence that the quotes decide', () => {
    const shown = description(answer({ confidence: 0.3, note: 'n' }));
    expect(shown.split('\n').slice(0, 3)).toEqual([
      '## 林远山',
      '-# 说明：n',
      '-# 把握不大，请以下面的原文为准。',
    ]);
    expect(description(answer({ confidence: 0.5 }))).not.toContain('把握不大');
  });

  it('sets the caveat in small type under the answer', () => {
    const shown = description(answer({ note: '原文写的是出席并讲话。' }));
    expect(shown.split('\n').slice(0, 2)).toEqual(['## 林远山', '-# 说明：原文写的是出席并讲话。']);
  });

  it.each([
    ['en', '5 July 2021 · ¶ 2', '-# Note: n'],
    ['zh-Hans', '2021年7月5日 · 第 2 段', '-# 说明：n'],
    ['zh-Hant', '2021年7月5日 · 第 2 段', '-# 說明：n'],
  ] as const)('frames an answer to a question in %s in that language', (language, line, note) => {
    const shown = description(answer({ language, note: 'n' }));
    expect(shown).toContain(`-# 青河日报 · ${line}`);
    expect(shown).toContain(note);
  });

  it('gives the reason of a refusal and no citation', () => {
    const refusal = answer({ status: 'no-answer', answer: null, note: '没有第二十次会议。', citations: [] });
    expect(description(refusal)).toBe('### 文章里没有答案\n没有第二十次会议。');
  });

  it('says so when there is evidence but no short answer', () => {
    expect(description(answer({ status: 'passages', answer: null, language: 'en' }))).toMatch(
      /^### No short answer, but these passages speak of it\n\n\*\*\[1\]\*\* /,
    );
  });

  it('sets a list as a list with its count', () => {
    expect(description(answer({ answer: '林远山、苏禾、陈一舟' })).split('\n\n')[0]).toBe(
      '## 共 3 项\n- 林远山\n- 苏禾\n- 陈一舟',
    );
  });

  it('counts people as people, also those of a long list', () => {
    const people = answer({ answer: '林远山、苏禾、陈一舟', itemsAre: 'people', language: 'en' });
    expect(description(people).split('\n')[0]).toBe('## 3 people');
    const many = Array.from({ length: 18 }, (_, index) => `委员${index}`).join('、');
    const [head, names] = description(answer({ answer: many, itemsAre: 'people' })).split('\n');
    expect(head).toBe('## 共 18 人');
    expect(names).toBe(many);
  });

  it('sets explained items below each other, also eighteen of them', () => {
    const names = Array.from({ length: 18 }, (_, index) => `委员${index}`);
    const glosses = names.map((text) => ({ text, reading: 'Wei Yuan', meaning: null }));
    const people = answer({
      answer: names.join('、'),
      itemsAre: 'people',
      language: 'en',
      glosses,
      citations: [],
    });
    expect(description(people).match(/^- 委员\d+ \(Wei Yuan\)$/gmu)).toHaveLength(18);
  });

  it('keeps the proof in sight below a list of 200 long names', () => {
    const names = Array.from({ length: 200 }, (_, index) => `${'很长的名字'.repeat(10)}${index}`).join('、');
    expect(description(answer({ answer: names, itemsAre: 'people' }))).toMatch(/…\n\n\*\*\[1\]\*\* /);
  });

  it('explains the words of the answer and of each quote once to readers of English', () => {
    const glosses = [
      { text: '林远山', reading: 'Lin Yuanshan', meaning: 'mayor' },
      { text: '青河市', reading: 'Qinghe', meaning: null },
    ];
    const citations = [
      citation({ quote: '青河市市长林远山主持会议。', highlights: [] }),
      citation({ n: 2, quote: '青河市下雨。', highlights: [] }),
    ];
    const shown = description(answer({ language: 'en', glosses, citations }));
    expect(shown).toMatch(/^## 林远山 \(Lin Yuanshan, mayor\)\n/);
    expect(shown).toContain('> 青河市市长**林远山**主持会议。\n-# 青河市 Qinghe');
    expect(shown.match(/Qinghe/g)).toHaveLength(1);
  });

  it('says what was carried over, which articles were asked, and how many undated ones were left out', () => {
    const shown = renderAnswer(answer({ about: '第三次防汛会议', undated: 2, language: 'en' }), {
      showQuestion: false,
      filter: { source: '青河日报', since: '2021-07', until: '2022' },
    });
    expect(shown.cards?.[0]?.description.split('\n').slice(0, 3)).toEqual([
      '-# ↪ about 第三次防汛会议',
      '## 林远山',
      '-# Only from 青河日报 · since July 2021 · until 2022 · 2 undated articles left out',
    ]);
  });

  it('quotes the message that was asked about, without its marks', () => {
    const quoted = { text: '**谁** 主持\n# 会议？', url: 'https://discord.com/channels/1/2/3' };
    const shown = renderAnswer(answer(), { showQuestion: false, quoted });
    expect(shown.cards?.[0]?.description.split('\n').slice(0, 2)).toEqual([
      '-# [就这条消息提问](https://discord.com/channels/1/2/3)',
      '> \\*\\*谁\\*\\* 主持 # 会议？',
    ]);
  });

  it.each([
    ['a sentence with a pause mark', '会议要求，各区、各街道、各部门立即行动。', '## '],
    ['a sentence of 100 characters', '防'.repeat(100), '### '],
    ['a passage of 200 characters', '防'.repeat(200), '**'],
  ])('does not set %s as a list but in fitting type', (_, text, mark) => {
    expect(description(answer({ answer: text })).startsWith(mark + text.slice(0, 3))).toBe(true);
  });

  it('leaves out what is not known of an article', () => {
    const bare = article({ title: null, source: null, url: null, published: null });
    expect(description(answer({ citations: [citation({ article: bare })] }))).toContain(
      '**[1]** qinghe.txt\n-# 第 2 段\n',
    );
  });

  it.each([
    [
      'an inferred date of publication',
      { published: { text: '', iso: '2021-07', certainty: 'inferred' } },
      '2021年7月（推断）',
    ],
    [
      'the date of the event',
      { published: null, happened: { text: '', iso: '--07-04', certainty: 'stated' } },
      '所述日期 7月4日',
    ],
    [
      'a time of day',
      { published: { text: '', iso: '2021-08-06T08:56:09+08:00', certainty: 'stated' } },
      '2021年8月6日',
    ],
  ] as const)('shows %s', (_, changes, shown) => {
    expect(description(answer({ citations: [citation({ article: article(changes) })] }))).toContain(
      ` · ${shown} · `,
    );
  });

  it('names where else the story stands', () => {
    const alsoIn = [{ article: article({ title: '晚报', url: null }), paragraph: 4 }];
    expect(description(answer({ citations: [citation({ alsoIn })] }))).toMatch(/\n-# 又见：晚报 第 4 段$/);
  });

  it('shows the question only where it is not seen beside the answer', () => {
    expect(renderAnswer(answer(), { showQuestion: true }).cards?.[0]?.title).toBe('第三次防汛会议谁主持？');
    expect(renderAnswer(answer(), { showQuestion: false }).cards?.[0]?.title).toBeUndefined();
  });

  it('counts the citations that it does not show', () => {
    const citations = Array.from({ length: 9 }, (_, index) => citation({ n: index + 1 }));
    expect(description(answer({ citations }))).toMatch(/\*\*\[5\]\*\*[\s\S]*\n\n-# 另有 4 条依据未列出$/);
  });

  it('stays within the limits for paragraphs of 3,000 characters and titles full of marks, with the answer in sight', () => {
    const quote = `${'*_`'.repeat(900)}林远山${'|~[<'.repeat(200)}`;
    const title = '**@everyone** [点我](https://evil.example) <@1> '.repeat(30);
    const long = citation({
      quote,
      highlights: [[2_700, 2_703]],
      article: article({ title, source: title }),
    });
    const shown = answer({
      question: title.repeat(2),
      note: title,
      citations: Array.from({ length: 8 }, (_, index) => ({ ...long, n: index + 1, alsoIn: [{ ...long }] })),
    });
    const reply = renderAnswer(shown, { showQuestion: true });
    const message = bounded(reply);
    expect(message.embeds[0]).toMatchObject({
      title: reply.cards?.[0]?.title,
      description: reply.cards?.[0]?.description,
    });
    expect(message.embeds[0]?.description?.length).toBeLessThanOrEqual(LIMITS.embedDescription);
    expect(message.embeds[0]?.description).toContain('**林远山**');
    expect(JSON.stringify(message.embeds)).not.toMatch(/@everyone|(?<!\\)<@1>/);
  });
});
