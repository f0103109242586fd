/** Figures as a table for people. */
import type { Reliability } from './reliability.js';
import type { Evaluation, Scores } from './scores.js';

interface Column {
  readonly head: string;
  readonly cell: (scores: Scores) => string;
}

const COLUMNS: readonly Column[] = [
  { head: 'questions', cell: ({ questions }) => String(questions) },
  { head: 'R@1', cell: ({ recallAt1 }) => percent(recallAt1) },
  { head: 'R@5', cell: ({ recallAt5 }) => percent(recallAt5) },
  { head: 'MRR@10', cell: ({ mrrAt10 }) => percent(mrrAt10) },
  { head: 'cited', cell: ({ firstCitationRight }) => percent(firstCitationRight) },
  { head: 'quote', cell: ({ quoteHasAnswer }) => percent(quoteHasAnswer) },
  { head: 'length', cell: ({ quoteLength }) => (quoteLength === null ? '–' : quoteLength.toFixed(0)) },
  { head: 'short', cell: ({ shortContained }) => percent(shortContained) },
  { head: 'exact', cell: ({ shortExact }) => percent(shortExact) },
  { head: 'of', cell: ({ shortAsked }) => String(shortAsked) },
  { head: 'wrongly refused', cell: ({ wronglyRefused }) => percent(wronglyRefused) },
  { head: 'refused', cell: ({ refusalRecall }) => percent(refusalRecall) },
  { head: 'of', cell: ({ unanswerable }) => String(unanswerable) },
  { head: 'p50 ms', cell: ({ p50 }) => milliseconds(p50) },
  { head: 'p99 ms', cell: ({ p99 }) => milliseconds(p99) },
];

const LEGEND = `R@1, R@5, MRR@10: the right passage among the first. cited: the first citation is of a right article.
quote: the first citation's quote holds the answer; length: its mean characters. short, exact: the short answer holds,
is the expected one (who, when, where, how many: at most 60 characters; lists: every item). refused: of the questions
that the articles do not answer. All but lengths, counts and times in %.`;

/** The whole report: figures by language and set, refusals, reliability of the confidence. */
export function evaluationText({ all, byLanguage, bySet, reliability }: Evaluation): string {
  const languages = Object.entries(byLanguage);
  const rows: readonly (readonly [string, Scores])[] = [
    ['all', all],
    ...(languages.length > 1 ? languages : []),
    ...Object.entries(bySet),
  ];
  const cells = [
    ['', ...COLUMNS.map(({ head }) => head)],
    ...rows.map(([name, scores]) => [name, ...COLUMNS.map(({ cell }) => cell(scores))]),
  ];
  return [
    table(cells),
    '',
    LEGEND,
    '',
    `Refusals: ${all.refused} of ${all.questions}; precision ${percent(all.refusalPrecision)}, recall ${percent(all.refusalRecall)}.`,
    ...Object.entries(reliability).flatMap(([status, bins]) => ['', ...reliabilityLines(status, bins)]),
  ].join('\n');
}

function reliabilityLines(status: string, { count, bins, sure, calibrationError }: Reliability): string[] {
  if (count === 0) return [`Confidence of "${status}": no such answer that can be judged.`];
  const filled = bins.filter((bin) => bin.count > 0);
  const rows = filled.map((bin) => [
    `${bin.from.toFixed(1)}–${bin.to.toFixed(1)}`,
    String(bin.count),
    percent(bin.confidence),
    percent(bin.accuracy),
  ]);
  return [
    `Confidence of "${status}": ${count} judged, expected calibration error ${percent(calibrationError)} %`,
    table([['confidence', 'answers', 'mean', 'right'], ...rows]),
    `confidence from 0.8: ${sure.count}, of them right ${percent(sure.accuracy)}`,
  ];
}

/** Cells in columns: the first to the left, the others to the right. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** A share as per cent with one decimal. */
export function percent(share: number | null): string {
  return share === null ? '–' : (100 * share).toFixed(1);
}

function milliseconds(value: number | null): string {
  return value === null ? '–' : value.toFixed(1);
}
