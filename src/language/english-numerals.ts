/** Ordinals and numbers in English: 14th, fourteenth, twenty-first, No. 7; 505 million, twenty-three, 1,234.5. */

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ORDINAL_ONES =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(
    ' ',
  );
const SCALES: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};

const CARDINALS: ReadonlyMap<string, number> = new Map([
  ...ONES.map((word, i): [string, number] => [word, i]),
  ...TENS.map((word, i): [string, number] => [word, (i + 2) * 10]),
]);
const ORDINALS: ReadonlyMap<string, number> = new Map([
  ...ORDINAL_ONES.map((word, i): [string, number] => [word, i]),
  ...TENS.map((word, i): [string, number] => [word.replace(/y$/, 'ieth'), (i + 2) * 10]),
  ['hundredth', 100],
  ['thousandth', 1000],
]);

const ORDINAL_WORD = [...ORDINALS.keys()].join('|');
const TENS_WORD = TENS.join('|');
const ENGLISH_ORDINAL = new RegExp(
  `(?<![\\p{L}\\d.,-])(?:(\\d{1,6})(?:st|nd|rd|th)|(?:(${TENS_WORD})[- ])?(${ORDINAL_WORD})|(?:no\\.?|number|nr\\.?|#) ?(\\d{1,6}))(?![\\p{L}\\d])`,
  'giu',
);

/** Every ordinal of an English text, in order; values count from 1. */
export function findEnglishOrdinals(text: string): { value: number; start: number; end: number }[] {
  const found: { value: number; start: number; end: number }[] = [];
  for (const match of text.matchAll(ENGLISH_ORDINAL)) {
    const [whole, digits, tens = '', word = '', numbered] = match;
    const spelled = (CARDINALS.get(tens.toLowerCase()) ?? 0) + (ORDINALS.get(word.toLowerCase()) ?? 0);
    const value = digits === undefined && numbered === undefined ? spelled : Number(digits ?? numbered);
    found.push({ value, start: match.index, end: match.index + whole.length });
  }
  return found;
}

const SCALE_WORD = Object.keys(SCALES).join('|');
const CARDINAL_WORD = [...CARDINALS.keys(), ...Object.keys(SCALES)]
  .sort((a, b) => b.length - a.length)
  .join('|');
const ENGLISH_NUMBER = new RegExp(
  `(?<![\\p{L}\\d.,])(?:((?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?)(?: ?(${SCALE_WORD}))?|((?:${CARDINAL_WORD})(?:(?:[- ]| and )(?:${CARDINAL_WORD}))*))(?![\\p{L}\\d])( ?%| ?percent| per cent)?`,
  'giu',
);

function spelledValue(text: string): number {
  let total = 0;
  let section = 0;
  for (const word of text.toLowerCase().split(/[^a-z]+/)) {
    const scale = SCALES[word];
    if (scale === undefined) section += CARDINALS.get(word) ?? 0;
    else if (scale === 100) section = (section || 1) * 100;
    else {
      total += (section || 1) * scale;
      section = 0;
    }
  }
  return total + section;
}

/** Every cardinal number of an English text, in order; `unit` is `%` or ''. */
export function findEnglishNumbers(
  text: string,
): { value: number; start: number; end: number; unit: string }[] {
  const found: { value: number; start: number; end: number; unit: string }[] = [];
  for (const match of text.matchAll(ENGLISH_NUMBER)) {
    const [whole, digits, scale = '', words = '', percent = ''] = match;
    const plain = digits === undefined ? spelledValue(words) : Number(digits.replaceAll(',', ''));
    const value = Number((plain * (SCALES[scale.toLowerCase()] ?? 1)).toPrecision(15));
    const end = match.index + whole.length - percent.length;
    found.push({ value, start: match.index, end, unit: percent === '' ? '' : '%' });
  }
  return found;
}
