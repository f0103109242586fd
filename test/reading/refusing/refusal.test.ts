import { beforeAll, describe, expect, it } from 'vitest';
import { answerFrom } from '../../../src/library.js';
import type { CorpusIndex } from '../../../src/retrieval/corpus-index.js';
import { indexOf, NEWS } from '../../retrieval/small-index.js';

let index: CorpusIndex;

beforeAll(async () => {
  index = await indexOf({
    ...NEWS,
    'hotel.txt': '云岭宾馆装修完成\n\n云岭宾馆的装修已经完成，共有客房八十间。',
    'hotline.txt': '云岭县开通旅游热线\n\n游客的咨询电话是三二一〇〇，节假日也有人接听。',
  });
});

describe('a refusal', () => {
  it('names the words that stand nowhere first, as they were typed', async () => {
    const { status, note } = await answerFrom(index, '清河水庫的量子望遠鏡是誰設計的？');
    expect(status).toBe('no-answer');
    expect(note).toMatch(/「量子(?:望遠鏡)?」/u);
    expect(note).not.toContain('清河');
  });

  it('names the foreign name that an English question is about', async () => {
    const { status, note } = await answerFrom(index, 'When was the Ombrovian Library opened?');
    expect(status).toBe('no-answer');
    expect(note).toContain('Ombrovian');
  });

  it('takes Chinese for no name that the articles must have', async () => {
    const { note } = await answerFrom(index, 'Which Chinese county will open two primary schools?');
    expect(note ?? '').not.toContain('Chinese');
  });

  it('takes no verb for a part of the attribute that is asked for', async () => {
    const { note } = await answerFrom(index, '沈若兰负责修缮的桥叫什么名字？');
    expect(note ?? '').not.toContain('桥叫');
  });

  it('names a play for which the articles only have a village', async () => {
    const village = await indexOf({
      ...NEWS,
      'village.txt': '清河村的故事\n\n这个小村庄有两百户人家，村庄里有一所小学。',
    });
    const { status, note } = await answerFrom(village, 'Who wrote Hamlet?');
    expect(status).toBe('no-answer');
    expect(note).toContain('Hamlet');
  });

  it('is given when another thing has the number that is asked for', async () => {
    const { status, note } = await answerFrom(index, '云岭宾馆的电话是多少？');
    expect(status).toBe('no-answer');
    expect(note).toContain('电话');
  });

  it.each(['云岭宾馆共有多少间客房？', '咨询电话是多少？', '石门古桥有几个桥孔？'])(
    'is not given where the thing itself has it: %s',
    async (question) => {
      const { status } = await answerFrom(index, question);
      expect(status).not.toBe('no-answer');
    },
  );
});
