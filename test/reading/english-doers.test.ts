import { describe, expect, test } from 'vitest';
import { corpusOf } from './corpus.js';

const FAREWELL = `送别老校长

9月3日，追悼会在芦湾小学操场举行，县教育局原局长万青禾主持，蓝小满宣读悼词，三百多名学生前来送行。

学生们把他用过的算盘交给了村史馆。
`;
const PACT = `两院签约

5月6日，两家医院签署《远程会诊协议》，我院由副院长尉迟岚签字。签约仪式在门诊楼三层会议室举行。
`;
const FLOOD = `汛情快报

7月3日15时，副县长祁晚舟在松塘乡政府召开现场会，要求两个村的群众不得返家。

全县9个乡镇受灾。最大安置点设在汛水县第二中学，安置群众612人。柏岭镇降雨最多。
`;
const FRAUD = `警情通报

主犯易某2月1日在云麓火车南站落网。1月29日，专案组在邻省抓获嫌疑人7名。
`;
const { ask } = corpusOf({
  'farewell.txt': FAREWELL,
  '霞坡市第三医院_新闻.txt': PACT,
  'flood.txt': FLOOD,
  'fraud.txt': FRAUD,
});

describe('who did it, in English', () => {
  test.each([
    ['Who read the eulogy at the memorial meeting?', '蓝小满'],
    ['Who signed the agreement on behalf of the hospital?', '尉迟岚'],
  ])('%s is the one whom the words mark, not the clause', async (question, name) => {
    const { answer } = await ask(question);
    expect(answer).toContain(name);
    expect(answer?.length).toBeLessThan(8);
  });
});

describe('where, in English', () => {
  test('is the marked place of what was done', async () => {
    expect((await ask('Where was the main culprit of the fraud caught?')).answer).toBe('云麓火车南站');
  });

  test('is the marked place of what stands there', async () => {
    expect((await ask('Where is the biggest shelter?')).answer).toBe('汛水县第二中学');
  });
});

describe('places in English questions', () => {
  test('one that only the name of a file has is known', async () => {
    expect((await ask('Who signed the agreement at the Xiapo hospital?')).answer).toContain('尉迟岚');
  });

  test('a town that the texts have is a condition, and another town’s meeting no answer', async () => {
    const { status } = await ask('Which deputy county head held the meeting at the Bailing town government?');
    expect(status).toBe('no-answer');
  });

  test('a city in small letters that no text has is refused', async () => {
    const { status, note } = await ask('Who chaired the on-site meeting of Ruichang city?');
    expect(status).toBe('no-answer');
    expect(note).toContain('Ruichang');
  });
});
