/** The toneless syllables of Mandarin in Latin letters (ü as v), and how a word may be split into them. */

/** Finals by the initials that take them; the empty initial last. */
const TABLE = `
b a ai an ang ao ei en eng i ian iao ie in ing o u
p a ai an ang ao ei en eng i ian iao ie in ing o ou u
m a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u
f a an ang ei en eng o ou u
d a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo
t a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo
n a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan uo v ve
l a ai an ang ao e ei eng i ia ian iang iao ie in ing iu o ong ou u uan un uo v ve
g,k,h a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo
j,q,x i ia ian iang iao ie in ing iong iu u uan ue un
zh,ch,sh a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo
r an ang ao e en eng i ong ou u ua uan ui un uo
z,c,s a ai an ang ao e ei en eng i ong ou u uan ui un uo
y a an ang ao e i in ing o ong ou u uan ue un
w a ai an ang ei en eng o u
- a ai an ang ao e ei en eng er o ou
`;
const LONGEST = 6;
/** No name is longer. */
const MOST_SYLLABLES = 4;

const SYLLABLES: ReadonlySet<string> = new Set(
  TABLE.trim()
    .split('\n')
    .flatMap((line) => {
      const [initials = '', ...finals] = line.split(' ');
      return initials
        .split(',')
        .flatMap((initial) => finals.map((final) => `${initial.replace('-', '')}${final}`));
    }),
);

/** Every way to split lower-case letters into at most four syllables, `xian` as xian and xi an; none for other words. */
export function splitSyllables(letters: string): readonly (readonly string[])[] {
  return letters === '' ? [] : splitFrom(letters.replace(/ü/gu, 'v'), MOST_SYLLABLES);
}

function splitFrom(letters: string, most: number): readonly (readonly string[])[] {
  if (letters === '') return [[]];
  if (most === 0) return [];
  const found: (readonly string[])[] = [];
  for (let length = Math.min(LONGEST, letters.length); length > 0; length--) {
    const syllable = letters.slice(0, length);
    if (!SYLLABLES.has(syllable)) continue;
    for (const rest of splitFrom(letters.slice(length), most - 1)) found.push([syllable, ...rest]);
  }
  return found;
}
