import { describe, expect, it } from 'vitest';
import {
  findTransliterations,
  similarity,
  skeletonOfHan,
  skeletonOfLatin,
} from '../../src/language/transliteration.js';

const sounds = (latin: string, han: string) => similarity(skeletonOfLatin(latin), skeletonOfHan(han));

describe('transliteration', () => {
  it.each([
    ['Smith', '史密斯'],
    ['Mickey', '米基'],
    ['Obama', '奥巴马'],
    ['Washington', '华盛顿'],
    ['Müller', '米勒'],
    ['Philip', '菲利普'],
  ])('%s sounds like %s', (latin, han) => {
    expect(sounds(latin, han)).toBeGreaterThanOrEqual(0.65);
  });

  it.each([
    ['Smith', '奥巴马'],
    ['Washington', '米勒'],
    ['', '米勒'],
    ['Smith', ''],
  ])('%s does not sound like %s', (latin, han) => {
    expect(sounds(latin, han)).toBeLessThan(0.65);
  });

  it('finds a name inside a longer run', () => {
    expect(sounds('Smith', '米基·史密斯')).toBe(1);
  });

  it('finds the parts of dotted names and long runs at their places', () => {
    const text = '演员米基·史密斯和大卫·贝克汉姆去了卡萨布兰卡。';
    const found = findTransliterations(text);
    expect(found.map((run) => run.text)).toEqual(['米基', '史密斯', '大卫', '贝克汉姆', '卡萨布兰卡']);
    expect(found.every((run) => text.slice(run.start, run.end) === run.text)).toBe(true);
  });
});
