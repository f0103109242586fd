import { styleText } from 'node:util';
import type { Finding } from './finding.js';

const MARKS = { good: '✓', notice: '!', bad: '✗' } as const;
const COLOURS = { good: 'green', notice: 'yellow', bad: 'red' } as const;

/** Findings as a table for people; `rich` with colours. Names of servers may hold anything: no line break or control code passes. */
export function findingsText(findings: readonly Finding[], { rich }: { readonly rich: boolean }): string {
  const width = Math.max(0, ...findings.map(({ check }) => check.length));
  const margin = ' '.repeat(width + 4);
  const lines = findings.flatMap(({ check, verdict, says, mend }) => {
    const mark = rich ? styleText(COLOURS[verdict], MARKS[verdict]) : MARKS[verdict];
    const line = `${mark} ${check.padEnd(width)}  ${plain(says)}`;
    return mend === null ? [line] : [line, `${margin}→ ${plain(mend)}`];
  });
  return [...lines, '', summary(findings)].join('\n');
}

function summary(findings: readonly Finding[]): string {
  const bad = findings.filter(({ verdict }) => verdict === 'bad').length;
  const notices = findings.filter(({ verdict }) => verdict === 'notice').length;
  if (bad > 0) return `${bad} of ${findings.length} checks failed.`;
  return notices > 0 ? `Nothing fails; ${notices} to look at.` : 'Everything is in order.';
}

const plain = (text: string): string => text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ');

/** Findings for programs: these fields and no others. */
export function findingsJson(findings: readonly Finding[]): string {
  return JSON.stringify({ ok: isFine(findings), findings }, null, 2);
}

/** Whether nothing fails. */
export function isFine(findings: readonly Finding[]): boolean {
  return findings.every(({ verdict }) => verdict !== 'bad');
}
