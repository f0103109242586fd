import { describe, expect, it } from 'vitest';
import { findDates } from '../../src/language/dates.js';
import { mineNames } from '../../src/language/names.js';
import { findNumbers, findOrdinals } from '../../src/language/numerals.js';
import { fold } from '../../src/language/script.js';
import { findEnumeration, splitSentences } from '../../src/language/sentences.js';

/** Texts that make careless patterns run for minutes. */
const HOSTILE = [
  '张',
  '、',
  '阿·',
  '阿',
  '一',
  '1',
  '2年',
  '(一)',
  '“',
  '《',
  '(',
  '新县',
  '公司',
  '召开大学',
  '1,111',
  '2021年8月',
  '1:1',
  ' ',
  '记者 ',
  '三分之',
  '万',
  'A.',
  '3-',
  '上午',
  '市长',
  '约',
  '第',
  '百分之',
  '…',
  '.',
];
const LENGTH = 100_000;
/** Processor time for one reader on one text; quadratic behaviour takes a hundred times as long. */
const MOST_MILLISECONDS = 2_000;

const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  fold,
  findDates,
  findNumbers,
  findOrdinals,
  splitSentences,
  findEnumeration,
  mineNames: (text) => mineNames([text]),
};

describe.each(Object.entries(READERS))('%s', (_, read) => {
  it.each(HOSTILE)('stays fast on a text of nothing but %s', (unit) => {
    const text = unit.repeat(Math.ceil(LENGTH / unit.length));
    const before = process.cpuUsage();
    read(text);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(MOST_MILLISECONDS);
  });
});
