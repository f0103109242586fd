import { expect, test } from 'vitest';
import { corpusOf } from '../corpus.js';

const MATCH = `望湖队点球取胜 夺得市职工足球联赛冠军
2023-09-17 望湖晚报

祝海峰以11球获得最佳射手，蓝天宇当选最佳门将，化工队队长隋远获得最有价值球员。

凤栖花园业主大会上，滕飞（72票）、鲍国强（70票）、卞秋萍（66票）当选为委员；随后委员推选滕飞为业主委员会主任，卞秋萍为副主任。
`;
const corpus = corpusOf({ 'match.txt': MATCH });

test.each([
  ['谁是最有价值球员？', '隋远'],
  ['业主大会谁当选业委会主任？', '滕飞'],
])('%s → %s alone of several names', async (question, name) => {
  expect((await corpus.ask(question)).answer).toBe(name);
});
