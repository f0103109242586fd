import { expect, test } from 'vitest';
import { isTornFromWords } from '../../src/retrieval/torn-names.js';

function isTorn(text: string, name: string): boolean {
  const start = text.indexOf(name);
  return isTornFromWords(text, { start, end: start + name.length });
}

test.each([
  ['这位国王希望改变什么', '王希'],
  ['由于机车在战时有用', '于机车'],
  ['甘地学说的名称是什么', '甘地学'],
])('in %s, %s is no name', (text, name) => {
  expect(isTorn(text, name)).toBe(true);
});

test.each([
  ['记者李明天在哪', '李明'],
  ['省长张强调研了哪里', '张强'],
  ['市长魏建平出席了会议', '魏建平'],
  ['主任任建国出席了什么', '任建国'],
  ['王建国际会议上说了什么', '王建国'],
  ['林海东', '林海东'],
])('in %s, %s may be a name', (text, name) => {
  expect(isTorn(text, name)).toBe(false);
});
