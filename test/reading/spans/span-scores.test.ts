import { describe, expect, it } from 'vitest';
import { fold } from '../../../src/language/script.js';
import { weighSentences } from '../../../src/reading/passages/sentences.js';
import { findCandidates } from '../../../src/reading/spans/candidates.js';
import { likelySentences } from '../../../src/reading/spans/extract.js';
import { setScene } from '../../../src/reading/spans/scene.js';
import { spanFeatures } from '../../../src/reading/spans/span-features.js';
import { fittedWeightsFor } from '../../../src/reading/spans/span-model.js';
import { scoreOf, scoresOf } from '../../../src/reading/spans/span-scores.js';
import type { AnswerKind } from '../../../src/retrieval/question.js';
import { chineseQuestion, knowledgeOf } from '../asking.js';

const knowledge = knowledgeOf({ persons: ['方启文', '顾长风'], places: ['临河县', '松江'] });
const TEXT =
  '新桥由顾长风设计，全长约八百米，宽12米。桥名“望江”取自《渡口旧事》(1931年刊)；方启文、顾长风于2018年5月在临河县为它剪彩。至少47人参加，历时3天。';

describe('the scores of candidates, added up by word', () => {
  it.each<[string, AnswerKind, string[]]>([
    ['新桥由谁设计？', 'person', ['新桥', '设计']],
    ['新桥是哪一年剪彩的？', 'time', ['新桥', '剪彩']],
    ['新桥全长多少米？', 'number', ['新桥', '全长']],
    ['剪彩在哪里举行？', 'place', ['剪彩', '举行']],
    ['桥名取自哪本书？', 'which', ['桥名', '取自']],
  ])('are those of their features: %s', (text, kind, words) => {
    const question = chineseQuestion(text, kind, words);
    const folded = fold(TEXT);
    const weighed = weighSentences(question, folded, null, knowledge);
    const sentences = likelySentences(weighed, [0, folded.length]);
    const spans = sentences.map(({ span }) => span);
    const found = findCandidates(folded, spans, knowledge);
    const scene = setScene(question, folded, sentences, weighed.evidence, found, knowledge);
    const weights = fittedWeightsFor(question);
    const scores = scoresOf(scene, found.candidates, weights);
    expect(scores.length).toBeGreaterThan(30);
    found.candidates.forEach((candidate, i) => {
      expect(scores[i]).toBeCloseTo(scoreOf(spanFeatures(scene, candidate), weights), 9);
    });
  });
});
