/** Numbers and ordinals in Chinese and English texts, in every writing. */
export { findEnglishNumbers, findEnglishOrdinals } from './english-numerals.js';
export { findNumbers, type NumberMention } from './numbers.js';
export { parseNumeral } from './numeral-grammar.js';
export { findOrdinals } from './ordinals.js';
