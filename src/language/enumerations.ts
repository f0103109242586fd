/** Which stretches of a text are items of an enumeration. */

export interface EnumerationItem {
  /** As written: 一要, 二是, (三), 4., ⑤, 第六, 其一. */
  readonly marker: string;
  readonly start: number;
  readonly end: number;
}

const CHINESE_ORDER = '一二三四五六七八九十'.split('');
/** Ways to number items; the order of the groups is the style. Circled numbers need no border before them. */
const STYLES = [
  '(?<a>[一二三四五六七八九十]{1,3})(?:要|是|须|应|需|则|、|[,，](?!\\d))',
  '[（(](?<b>[一二三四五六七八九十]{1,3}|\\d{1,2})[)）]、?',
  '(?<c>\\d{1,2})(?:[.．、](?!\\d)|[)）])',
  '第(?<d>[一二三四五六七八九十]{1,3})[,，、:：]',
  '其(?<e>[一二三四五六七八九十])[,，、是:：]',
];
const MARKER = new RegExp(`(?<=^|[\\s。！？；!?;:：，,、”"’）)])(?:${STYLES.join('|')})|(?<f>[①-⑳])`, 'gu');

interface Marker {
  readonly style: string;
  readonly value: number;
  readonly text: string;
  readonly at: number;
}

function orderOf(numeral: string): number {
  if (/^\d+$/.test(numeral)) return Number(numeral);
  const circled = numeral.codePointAt(0) ?? 0;
  if (circled >= 0x2460 && circled <= 0x2473) return circled - 0x2460 + 1;
  const [first = '', second = '', third = ''] = numeral;
  const digit = (character: string) => CHINESE_ORDER.indexOf(character) + 1;
  if (numeral.length === 1) return digit(first);
  if (first === '十') return 10 + digit(second);
  return second === '十' ? digit(first) * 10 + digit(third) : 0;
}

function findMarkers(text: string): Marker[] {
  const markers: Marker[] = [];
  for (const match of text.matchAll(MARKER)) {
    const [marker] = match;
    const [style = '', numeral = ''] =
      Object.entries(match.groups ?? {}).find(([, group]) => group !== undefined) ?? [];
    const tail = style === 'a' ? marker.slice(numeral.length) : '';
    const value = orderOf(numeral);
    if (value > 0) markers.push({ style: style + tail, value, text: marker, at: match.index });
  }
  return markers;
}

/** The longest runs of one style that count up by one; of several styles the one with the most items, then the earliest. */
function longestSequence(markers: readonly Marker[]): readonly Marker[] {
  const sequences = new Map<string, Marker[][]>();
  for (const marker of markers) {
    const ofStyle = sequences.get(marker.style) ?? [];
    sequences.set(marker.style, ofStyle);
    const last = ofStyle.at(-1);
    if (last !== undefined && last.at(-1)?.value === marker.value - 1) last.push(marker);
    else ofStyle.push([marker]);
  }
  const all = [...sequences.values()].flat();
  all.sort((a, b) => b.length - a.length || (a[0]?.at ?? 0) - (b[0]?.at ?? 0));
  return all[0] ?? [];
}

/**
 * The items of the enumeration in a text: 一要…二要…, 一是…二是…, (一)…(二)…, 1.…2.…, ①②, 第一，第二，. They count up by
 * one, in one style. Each runs to the next marker, the last to the end of its line. A single marker counts only at the
 * very start of the text (a paragraph that holds one item).
 */
export function findEnumeration(text: string): readonly EnumerationItem[] {
  const sequence = longestSequence(findMarkers(text));
  const [first] = sequence;
  if (first === undefined || (sequence.length === 1 && text.slice(0, first.at).trim() !== '')) return [];
  return sequence.map((marker, i) => {
    const next = sequence[i + 1]?.at;
    const line = text.indexOf('\n', marker.at);
    return { marker: marker.text, start: marker.at, end: next ?? (line < 0 ? text.length : line) };
  });
}

/** What ends an item that no other follows. */
const LAST_END = /[。！!？?\n]/u;

/**
 * The items of the enumeration that a text begins with, whatever other ones it has: (1)…;(2)…;(3)…。 They count up from
 * one, in one style; the last runs to the end of its sentence. None where the text begins otherwise.
 */
export function enumerationFrom(text: string): readonly EnumerationItem[] {
  const markers = findMarkers(text);
  const [first] = markers;
  if (first === undefined || first.value !== 1 || text.slice(0, first.at).trim() !== '') return [];
  const sequence = [first];
  for (const marker of markers)
    if (marker.style === first.style && marker.value === sequence.length + 1) sequence.push(marker);
  return sequence.map((marker, i) => {
    const next = sequence[i + 1]?.at;
    const stop = text.slice(marker.at).search(LAST_END);
    return {
      marker: marker.text,
      start: marker.at,
      end: next ?? (stop < 0 ? text.length : marker.at + stop),
    };
  });
}
