import { describe, expect, it } from 'vitest';
import { readCredits } from '../../src/corpus/credits.js';

describe('readCredits', () => {
  it('cuts fields that run together at their labels', () => {
    expect(readCredits('2023-05-16 10:20:30来源: 嘉兴示例报编辑: 方小雨责编: 石静')).toMatchObject({
      source: '嘉兴示例报',
      editors: ['方小雨', '石静'],
      reporters: [],
      published: { text: '2023-05-16 10:20:30', iso: '2023-05-16T10:20:30+08:00', certainty: 'stated' },
    });
  });

  it.each([
    ['2022-06-10 09:52:40 来源: 湖州示例报 评论:0 点击:\u00a0 收藏', { source: '湖州示例报' }],
    ['來源：海島日報　責任編輯：林小滿', { source: '海島日報', editors: ['林小滿'] }],
    ['作者：叶青 | 来源：海岛志', { author: '叶青', source: '海岛志' }],
    ['来源｜海岛志', { source: '海岛志' }],
    ['【责任编辑:王小元】', { editors: ['王小元'] }],
    ['原文链接：https://example.org/a?b=1', { url: 'https://example.org/a?b=1' }],
    ['原标题：老街座谈会召开 钟文主持', { originalTitle: '老街座谈会召开 钟文主持' }],
    ['2023年5月16日 嘉兴示例报', { source: '嘉兴示例报' }],
    ['来源：《海岛志》', { source: '海岛志' }],
    ['2024-05-17 来源：海岛区融媒体中心 记者 简思远', { source: '海岛区融媒体中心', reporters: ['简思远'] }],
  ])('reads %s', (line, expected) => {
    expect(readCredits(line)).toMatchObject(expected);
  });

  it.each([
    '凡本网注明“来源:XXX(非示例门户)”的作品,均转载自其它媒体。',
    '会议时间：2022年1月9日上午9时',
    '时间：2022年1月9日上午9时',
    '资金来源：财政拨款',
    '河南:三项措施守护老街 让手艺人留得下来',
    '编辑部的故事',
    '2022年1月9日，我市召开防汛工作会议，市长主持。',
  ])('takes %s for no credit', (line) => {
    expect(readCredits(line)).toBeNull();
  });
});
