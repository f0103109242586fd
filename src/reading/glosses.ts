/**
 * What readers of English need beside Chinese words: how names and places are read, and what offices mean. Answers keep
 * the words of the text; this stands beside them.
 */
import { findOffices } from '../language/offices.js';
import { looksLikePersonName } from '../language/names.js';
import { findPlaces } from '../language/places.js';
import { displayPinyin, pinyinOf } from '../language/pinyin.js';
import { fold } from '../language/script.js';

/** A word of an answer or of its quotes, in the script of the text. */
export interface Gloss {
  readonly text: string;
  /** In Latin letters: Lou Yangsheng, Fengqiu County. Null for what is no name. */
  readonly reading: string | null;
  /** In English: provincial party secretary. Null when it is not known. */
  readonly meaning: string | null;
}
