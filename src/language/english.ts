/** English words of a question: tokens, base forms, and the words that carry no content. */

/** Words that say nothing of what a passage must hold. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a an the of in on at to is was were are be been being am do did does done what who whom whose when where which how why
  many much and or for by with from as that this these those it its his hers her their theirs they them he him she than
  then there into onto has have had having not no can could would should will shall may might must about after before
  during between if also both each other others else some any most more name named called call term type kind sort one ones
  you i we us our your my me someone something somebody anybody anyone everyone besides another please tell give list
  say said does so such just only very too out up over under again ever whether while because according`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

const IRREGULAR: ReadonlyMap<string, string> = new Map(
  `was:be won:win began:begin begun:begin made:make held:hold took:take taken:take gave:give given:give wrote:write
  written:write led:lead left:leave lost:lose found:find built:build fought:fight died:die born:bear said:say went:go
  came:come became:become saw:see seen:see knew:know known:know got:get met:meet sent:send paid:pay sold:sell told:tell
  children:child men:man women:woman feet:foot teeth:tooth better:good best:good worse:bad worst:bad chose:choose
  chosen:choose broke:break broken:break grew:grow grown:grow drew:draw drawn:draw fell:fall fallen:fall felt:feel
  kept:keep spent:spend spoke:speak spoken:speak taught:teach thought:think brought:bring bought:buy caught:catch
  sat:sit ran:run stood:stand understood:understand rose:rise risen:rise threw:throw thrown:throw wore:wear worn:wear
  swore:swear sworn:swear stole:steal stolen:steal froze:freeze frozen:freeze drove:drive driven:drive rode:ride
  flew:fly flown:fly shot:shoot struck:strike stuck:stick sought:seek bound:bind dealt:deal meant:mean lent:lend
  shook:shake shaken:shake sang:sing sung:sing sank:sink sunk:sink swam:swim woke:wake lay:lie hid:hide hidden:hide
  bore:bear fed:feed fled:flee forgot:forget forgave:forgive mice:mouse geese:goose crises:crisis theses:thesis
  analyses:analysis criteria:criterion phenomena:phenomenon media:medium data:datum bacteria:bacterium`
    .split(/\s+/)
    .filter((pair) => pair !== '')
    .map((pair) => {
      const colon = pair.indexOf(':');
      return [pair.slice(0, colon), pair.slice(colon + 1)] as const;
    }),
);

/** Endings and what may stand in their place, tried in order. */
const ENDINGS: readonly (readonly [ending: string, ...replacements: string[]])[] = [
  ["'s", ''],
  ['ies', 'y'],
  ['ied', 'y'],
  ['es', '', 'e'],
  ['s', ''],
  ['ed', '', 'e'],
  ['ing', '', 'e'],
  ['er', '', 'e'],
  ['est', '', 'e'],
  ['ly', ''],
];

/** The word itself and every base form it may have, likeliest first: `cities` → cities, city, citi, cities. */
export function baseForms(word: string): readonly string[] {
  const forms = new Set([word]);
  const irregular = IRREGULAR.get(word);
  if (irregular !== undefined) forms.add(irregular);
  for (const [ending, ...replacements] of ENDINGS) {
    if (!word.endsWith(ending) || word.length - ending.length < 2 || word.endsWith('ss')) continue;
    const stem = word.slice(0, -ending.length);
    for (const replacement of replacements) forms.add(stem + replacement);
    if (/([b-df-hj-np-tv-z])\1$/.test(stem)) forms.add(stem.slice(0, -1));
  }
  return [...forms];
}

/** A word or number of an English text. */
export interface EnglishToken {
  /** As written, without a possessive ending. */
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  /** Written with a capital though it does not start the sentence. */
  readonly capital: boolean;
}

/** Words, names with a number in them (N5, 5G), numbers. */
const TOKEN = /\p{L}+\d[\p{L}\d]*|\d+\p{Lu}[\p{Lu}\d]*|\p{L}[\p{L}\p{M}'’-]*|\d[\d,.]*\d|\d/gu;
const POSSESSIVE = /['’]s?$/u;

/** Words and numbers of an English text in order. Diacritics stay in `text` and are gone from `lower`. */
export function englishTokens(text: string): readonly EnglishToken[] {
  return [...text.matchAll(TOKEN)].map((match) => {
    const word = match[0].replace(POSSESSIVE, '');
    return {
      text: word,
      lower: word.normalize('NFD').replace(/\p{M}/gu, '').replace(/’/gu, "'").toLowerCase(),
      start: match.index,
      capital: /^\p{Lu}/u.test(word) && match.index > 0,
    };
  });
}
