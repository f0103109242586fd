import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../src/language/script.js';
import {
  rankSentences,
  type SentenceChoice,
  weighSentences,
} from '../../../src/reading/passages/sentences.js';
import type { Question } from '../../../src/retrieval/question.js';
import { chineseQuestion, englishQuestion, knowledgeOf } from '../asking.js';

const knowledge = knowledgeOf();

function choicesOf(question: Question, text: string, title: string | null): readonly SentenceChoice[] {
  const { evidence, chances } = weighSentences(question, fold(text), title, knowledge);
  return rankSentences(evidence, chances);
}

function quoteOf(question: Question, text: string, title: string | null = null): string {
  const [best] = choicesOf(question, text, title);
  return best === undefined ? '' : text.slice(...best.range);
}

const museum =
  '青溪博物馆是临河县的一座地方博物馆，收藏陶器和农具。馆舍由旧粮仓改建而成，占地三千平方米。' +
  '1987年秋天开放，首任馆长是方启文。每逢周一闭馆。节假日另行通知。';

describe('sentence choice', () => {
  it('prefers the sentence with the answer to the one that introduces the topic of the title', () => {
    const question = chineseQuestion('青溪博物馆的首任馆长是谁？', 'person', [
      '青溪',
      '博物馆',
      '首任',
      '馆长',
    ]);
    expect(quoteOf(question, museum, '青溪博物馆')).toContain('方启文');
  });

  it('finds the sentence by a date when the question asks when', () => {
    const text =
      '白沙渡口历史悠久，两岸往来频繁。渡口的石阶早已残破。渡口于1931年3月重修。如今渡口仍在使用。';
    const question = chineseQuestion('白沙渡口何时重建？', 'time', ['白沙', '渡口', '重建']);
    expect(quoteOf(question, text, '白沙渡口')).toContain('1931年3月');
  });

  it('finds the sentence of an English question by its Chinese variants', () => {
    const question = englishQuestion('Who was the first director of the museum?', 'person', {
      first: ['首任', '第一'],
      director: ['馆长', '主任'],
      museum: ['博物馆'],
    });
    expect(quoteOf(question, museum)).toContain('方启文');
  });

  it('takes what follows a question in the text, not the question', () => {
    const text =
      '二、渔船年检主要包括哪些项目？ 答：船体、轮机和救生设备三项。费用由船东承担。三、谁可以代办？ 答：持证的代理人。';
    const question = chineseQuestion('渔船年检包括哪些项目？', 'list', ['渔船', '年检', '包括', '项目']);
    expect(quoteOf(question, text)).toContain('救生设备');
    const last = '渔船年检主要包括哪些项目？';
    expect(quoteOf(question, last)).toBe(last);
  });

  it('gives the range in the original text of traditional script', () => {
    const text = '舊橋早已拆除。新橋由顧長風設計，全長八百米。橋頭立有石碑。';
    const question = chineseQuestion('新桥由谁设计？', 'person', ['新桥', '设计']);
    expect(quoteOf(question, text)).toContain('顧長風');
  });

  it('cuts at the markers of an enumeration inside one long sentence', () => {
    const items = [
      '一要摸清底数，逐户登记',
      '二要备足物资，口罩不少于两万只',
      '三要值班值守，电话二十四小时畅通',
    ];
    const text = `会议提出三点要求，${items.join('，')}。`;
    const question = chineseQuestion('口罩要备多少只？', 'number', ['口罩', '备']);
    const quote = quoteOf(question, text);
    expect(quote).toContain('两万只');
    expect(quote.length).toBeLessThan(text.length);
  });

  it('has no choice for an empty text', () => {
    expect(choicesOf(chineseQuestion('谁？', 'person', []), '', null)).toEqual([]);
  });

  it('always gives one or two neighbouring sentences inside the text, best first', () => {
    const sentence = fc
      .stringMatching(/^[天地玄黄宇宙洪荒日月盈昃0-9，、]{1,20}$/)
      .map((words) => `${words}。`);
    const words = fc.array(fc.stringMatching(/^[天地玄黄宇宙]{1,2}$/), { maxLength: 4 });
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 8 }), words, (sentences, asked) => {
        const text = sentences.join('');
        const choices = choicesOf(chineseQuestion('什么？', 'which', asked), text, '天地');
        expect(choices.length).toBeGreaterThan(0);
        choices.forEach(({ range, score, coverage }, i) => {
          const stops = text.slice(...range).match(/。/g) ?? [];
          expect(range[0]).toBeGreaterThanOrEqual(0);
          expect(range[1]).toBeLessThanOrEqual(text.length);
          expect(stops.length).toBeLessThanOrEqual(2);
          expect(coverage).toBeGreaterThanOrEqual(0);
          expect(coverage).toBeLessThanOrEqual(1);
          if (i > 0) expect(score).toBeLessThanOrEqual(choices[i - 1]?.score ?? 0);
        });
      }),
    );
  });
});
