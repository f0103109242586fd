/** A corpus of openings, each chaired by somebody else, so that every question has one right answer. */

const PLACES = ['清河', '石门', '白沙', '松岭', '云台', '柳溪', '竹山', '南浦', '北川', '东湖'];
const KINDS = ['水库', '剧院', '机场', '码头', '电站', '书院'];
const FAMILIES = ['林', '周', '沈', '何', '陈', '李', '赵', '吴', '郑', '孙'];
const GIVEN = ['远山', '若兰', '知远', '明达', '建平', '晓峰'];

export interface Opening {
  readonly file: string;
  readonly text: string;
  readonly question: string;
  /** Who chaired it. */
  readonly answer: string;
}

export const openings: readonly Opening[] = PLACES.flatMap((place, i) =>
  KINDS.map((kind, j) => {
    const what = `${place}${kind}`;
    const answer = `${FAMILIES[i]}${GIVEN[j]}`;
    return {
      file: `opening-${i}-${j}.txt`,
      text: `${what}竣工\n\n5月${i + j + 1}日，${what}竣工仪式在云岭县举行。${answer}主持了竣工仪式。`,
      question: `谁主持了${what}的竣工仪式？`,
      answer,
    };
  }),
);

/** The openings by file name. */
export function openingFiles(): Readonly<Record<string, string>> {
  return Object.fromEntries(openings.map(({ file, text }) => [file, text]));
}

/** Articles of no interest, as a .jsonl: enough of them take more than one request to index. */
export function fillers(count: number): string {
  return Array.from({ length: count }, (_, i) => {
    const text = `第${i}号仓库的存货清单第${i}页，`.repeat(30);
    return `${JSON.stringify({ id: `filler-${i}`, title: `第${i}号清单`, text })}\n`;
  }).join('');
}
