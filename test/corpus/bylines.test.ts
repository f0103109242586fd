import { describe, expect, it } from 'vitest';
import { headByline, lineByline, tailByline } from '../../src/corpus/bylines.js';

describe('bylines', () => {
  it.each([
    ['本报讯(蓝湾晚报记者江小舟 贺兰)4月2日，', ['江小舟', '贺兰'], '蓝湾晚报'],
    ['蓝湾网讯 （记者 江小舟、贺兰 通讯员 罗平）4月2日，', ['江小舟', '贺兰', '罗平'], null],
    ['本报讯(首席记者 罗 平)昨日，', ['罗平'], null],
    ['新华社某地2月8日电（记者 阿依努尔）', ['阿依努尔'], null],
    ['本報訊（記者 羅平）昨日，', ['羅平'], null],
  ])('reads the credit at the head of %s', (text, reporters, outlet) => {
    expect(headByline(text)).toEqual({ reporters, outlet });
  });

  it.each(['他说(笑)今天开会。', '会议(第三次)在某地召开，记者到场。', '记者(下同)问他。'])(
    'sees none at the head of %s',
    (text) => {
      expect(headByline(text)).toBeNull();
    },
  );

  it('reads the credit at the end', () => {
    expect(tailByline('迈好第一步。(嘉兴示例报记者\u00a0冯小满\u00a0马可)')).toEqual({
      reporters: ['冯小满', '马可'],
      outlet: '嘉兴示例报',
    });
  });

  it('does not take a sentence about reporters for a credit', () => {
    expect(tailByline('(据《某报》2022年1月报道改写,原报道记者为廖小亮、苏洪)')).toBeNull();
  });

  it.each([
    ['本报记者 张三 李四', ['张三', '李四']],
    ['文/张三', ['张三']],
    ['（记者 王小五）', ['王小五']],
  ])('reads the line %s', (line, reporters) => {
    expect(lineByline(line)?.reporters).toEqual(reporters);
  });

  it.each(['记者在现场看到，工人们正在清淤', '文化节开幕', '记者会将于明天举行'])(
    'reads no byline in %s',
    (line) => {
      expect(lineByline(line)).toBeNull();
    },
  );
});
