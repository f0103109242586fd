import { expect, it } from 'vitest';
import { analyse } from '../../src/retrieval/analysis.js';
import { CandidateGroups } from '../../src/retrieval/candidate-groups.js';
import { FEATURES, featuresOf } from '../../src/retrieval/features.js';
import { prepareQuestion } from '../../src/retrieval/scan.js';
import { indexOf, NEWS } from './small-index.js';

it('lends a passage what others of its article have of the question, and nothing of other articles', async () => {
  const index = await indexOf(NEWS);
  const prepared = prepareQuestion(analyse('清河古桥', index), index.statistics);
  const groups = new CandidateGroups(prepared);
  const look = (group: string, folded: string) => {
    const seen = { folded, title: '', heading: '', position: 1, engineShare: 1, engineRank: 0 };
    const features = featuresOf(prepared, seen);
    groups.add(group);
    return { group, features };
  };
  const [river, bridge, alone] = [look('a', '清河很长。'), look('a', '古桥很老。'), look('b', '古桥很老。')];
  for (const { group, features } of [river, bridge, alone]) groups.lend(group, features);
  const termsGroup = ({ features }: typeof river) => features[FEATURES.indexOf('termsGroup')] ?? 0;
  const conceptsGroup = ({ features }: typeof river) => features[FEATURES.indexOf('conceptsGroup')] ?? 0;
  expect(conceptsGroup(river)).toBeCloseTo(1);
  expect(termsGroup(bridge)).toBe(termsGroup(river));
  expect(termsGroup(alone)).toBeLessThan(termsGroup(bridge));
  expect(conceptsGroup(alone)).toBeLessThan(1);
});
