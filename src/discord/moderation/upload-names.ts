/** Names of files that moderators add: they become `uploads/NAME`, stand in messages, and come from outside. */

/** Kinds of files that can be read, by the ending of their name. */
const UPLOAD_ENDINGS: readonly string[] = ['txt', 'md', 'html', 'jsonl', 'pdf', 'docx'];

/** Other spellings of these endings. */
const SAME_ENDING: Readonly<Record<string, string>> = {
  htm: 'html',
  markdown: 'md',
  text: 'txt',
  ndjson: 'jsonl',
};
/** In UTF-16 code units, the ending counted; no file system takes less than 255 bytes, which 80 Han characters need. */
const MAX_NAME = 80;
const NAMELESS = 'article';
// Path separators and what Windows and shells keep for themselves; control characters, and marks that hide or reorder.
const FORBIDDEN = /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Co}\p{Cn}\u2028\u2029]+/gu;
const LONE_SURROGATES = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
/** Names that Windows gives to devices. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/iu;

/** The ending of a name when files of this kind can be read, else null. */
export function uploadEnding(name: string): string | null {
  const ending = /\.([^.]{1,10})$/u.exec(name.trim())?.[1]?.toLowerCase() ?? '';
  const usual = SAME_ENDING[ending] ?? ending;
  return UPLOAD_ENDINGS.includes(usual) ? usual : null;
}

/**
 * A name that is safe as a file's name, in a message and as part of an article's place: no path, nothing invisible, no
 * device, of bounded length, with the usual ending of its kind. Null when files of this kind cannot be read. `title` is
 * the name that its sender sees where Discord has made another one of it (it keeps only plain Latin letters).
 */
export function uploadName(name: string, title: string | null): string | null {
  const ending = uploadEnding(name);
  if (ending === null) return null;
  const room = MAX_NAME - ending.length - 1;
  const stem = [title ?? '', name.replace(/\.[^.]*$/u, '')]
    .map((given) => safeStem(given, room))
    .find((s) => s !== '');
  return `${stem ?? NAMELESS}.${ending}`;
}

function safeStem(given: string, room: number): string {
  const plain = given
    .replace(LONE_SURROGATES, '')
    .normalize('NFC')
    .replace(FORBIDDEN, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[. ]+/u, '');
  const cut = [...plain].reduce((kept, one) => (kept.length + one.length > room ? kept : kept + one), '');
  const stem = cut.replace(/[. ]+$/u, '');
  return DEVICE.test(stem) ? `_${stem}`.slice(0, room) : stem;
}

/** The name itself, or with a number behind it when it is taken: two files added together must not replace each other. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  const dot = name.lastIndexOf('.');
  for (let number = 2; ; number += 1) {
    const numbered = `${name.slice(0, dot)} (${number})${name.slice(dot)}`;
    if (!taken.has(numbered)) return numbered;
  }
}
