import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { followUp } from '../../../src/reading/conversation/follow-up.js';
import type { Turn } from '../../../src/reading/turn.js';
import { corpusOf } from '../corpus.js';

const THIRD = `青湖市河长制工作第三次联席会议召开

2023-04-12 来源: 青湖日报

4月11日,青湖市召开河长制工作第三次联席会议。市委书记林海东出席并讲话,市长周明远作具体部署,市政协主席苏文静列席。

高建国、沈若兰、许志强在主会场出席。林海东强调,治水要坚持“三个不放松”。

周明远说,要管住源头。
`;
const SECOND = `青湖市河长制工作第二次联席会议召开

2022-10-09 来源: 青湖日报

10月8日,青湖市召开河长制工作第二次联席会议。市委书记林海东主持并讲话,市长陈立群作具体部署。
`;
const SAMPLES = new URL('../../../corpus/', import.meta.url);
const samples = Object.fromEntries(
  readdirSync(SAMPLES)
    .filter((name) => name !== 'README.md' && name !== 'LICENSE')
    .map((name) => [name, readFileSync(new URL(name, SAMPLES), 'utf8')]),
);
const invented = corpusOf({ 'third.txt': THIRD, 'second.txt': SECOND });
const sample = corpusOf(samples);

function turn(question: string, answer: string | null = null): Turn {
  return { question, answer, articles: [] };
}

type Row = readonly [
  earlier: readonly (readonly [question: string, answer: string | null])[],
  asked: string,
  alone: string,
  about: string,
];

const CHAIRED = ['第三次联席会议谁主持？', '林海东'] as const;
const ATTENDED = ['第三次联席会议谁在主会场出席？', '高建国、沈若兰、许志强'] as const;
const SECRETARY = ['青湖市委书记是谁？', '林海东'] as const;
const SAID = ['林海东在第三次联席会议上强调了什么？', null] as const;
const ENGLISH = ['Who chaired the third joint meeting?', '林海东'] as const;
const MAYOR = ['Who is the mayor of Qinghu?', '周明远'] as const;

const INVENTED: readonly Row[] = [
  // Another of its like.
  [[CHAIRED], '第二次呢？', '第二次联席会议谁主持？', '谁主持'],
  [[CHAIRED], '那第二次呢', '第二次联席会议谁主持？', '谁主持'],
  [[CHAIRED], '第二次会议呢？', '第二次联席会议谁主持？', '谁主持'],
  [[CHAIRED], '第二次？', '第二次联席会议谁主持？', '谁主持'],
  [[CHAIRED], '第二次常委会呢？', '第二次常委会谁主持？', '谁主持'],
  [[CHAIRED], '10月8日呢？', '10月8日的会议谁主持？', '谁主持'],
  [[['4月11日的会议谁主持？', '林海东']], '10月8日呢？', '10月8日的会议谁主持？', '的会议谁主持'],
  [[['4月11日的会议谁主持？', '林海东']], '第二次呢？', '第二次的会议谁主持？', '的会议谁主持'],
  [[CHAIRED], '那市长呢？', '第三次联席会议的市长是谁？', '第三次联席会议'],
  [[SECRETARY], '那市长呢？', '青湖市长是谁？', '青湖'],
  [[SECRETARY], '省长呢？', '省长是谁？', '是谁'],
  [[SECRETARY], '那云湾呢？', '云湾市委书记是谁？', '市委书记是谁'],
  [[SAID], '那周明远呢？', '周明远在第三次联席会议上强调了什么？', '在第三次联席会议上强调了什么'],
  [[CHAIRED], '周明远呢？', '第三次联席会议上周明远做了什么？', '第三次联席会议'],
  [[CHAIRED], '那列席的呢？', '第三次联席会议谁列席？', '第三次联席会议'],
  [[['“三个不放松”是什么？', null]], '四个目标呢？', '四个目标是什么？', '是什么'],
  [[['林海东提了哪三点要求？', null]], '第二点呢？', '林海东提的第二点要求是什么？', '林海东提了要求'],
  // The rest.
  [[CHAIRED], '还有谁？', '除了林海东，第三次联席会议还有谁出席？', '第三次联席会议'],
  [[CHAIRED], '还有谁列席？', '除了林海东，第三次联席会议还有谁列席？', '第三次联席会议'],
  [[ATTENDED], '还有呢？', '除了高建国、沈若兰、许志强，第三次联席会议还有谁出席？', '第三次联席会议'],
  [[ATTENDED], '其他人呢？', '除了高建国、沈若兰、许志强，第三次联席会议还有谁出席？', '第三次联席会议'],
  [[['石桥是谁修的？', '林大木']], '还有谁？', '除了林大木，石桥还有谁修的？', '石桥修的'],
  [[['周明远强调了哪些要求？', null]], '还有哪些？', '周明远还强调了哪些要求？', '周明远'],
  // Another question about the same.
  [[CHAIRED], '什么时候？', '第三次联席会议什么时候召开？', '第三次联席会议'],
  [[CHAIRED], '什么时候开的？', '第三次联席会议什么时候开的？', '第三次联席会议'],
  [[CHAIRED], '在哪里？', '第三次联席会议在哪里召开？', '第三次联席会议'],
  [[CHAIRED], '会议在哪里开的？', '第三次联席会议在哪里开的？', '第三次联席会议'],
  [[CHAIRED], '谁列席？', '第三次联席会议谁列席？', '第三次联席会议'],
  [[CHAIRED], '谁出席了会议？', '第三次联席会议谁出席了会议？', '第三次联席会议'],
  [[CHAIRED], '有多少人出席？', '第三次联席会议有多少人出席？', '第三次联席会议'],
  [[CHAIRED], '都强调了什么？', '第三次联席会议上林海东都强调了什么？', '第三次联席会议、林海东'],
  [[CHAIRED], '会上谁作了部署？', '第三次联席会议上谁作了部署？', '第三次联席会议'],
  [[CHAIRED], '那主会场在哪里？', '第三次联席会议主会场在哪里？', '第三次联席会议'],
  [[['石桥是谁修的？', '林大木']], '什么时候？', '石桥什么时候修的？', '石桥…修的'],
  [[['谁修了石桥？', '林大木']], '为什么？', '林大木为什么修了石桥？', '林大木修了石桥'],
  [[['白鹭湿地的面积是多少？', '三公顷']], '在哪里？', '白鹭湿地在哪里？', '白鹭湿地'],
  // Pronouns.
  [[CHAIRED], '他还说了什么？', '第三次联席会议上林海东还说了什么？', '第三次联席会议、林海东'],
  [[CHAIRED], '他是什么职务？', '林海东是什么职务？', '林海东'],
  [[SAID], '他还要求什么？', '第三次联席会议上林海东还要求什么？', '第三次联席会议、林海东'],
  [[SECRETARY], '他什么时候去了柳溪泵站？', '林海东什么时候去了柳溪泵站？', '林海东'],
  [[ATTENDED], '他们是什么职务？', '高建国、沈若兰、许志强是什么职务？', '高建国、沈若兰、许志强'],
  [[CHAIRED], '那次会议上谁列席？', '第三次联席会议上谁列席？', '第三次联席会议'],
  [[CHAIRED], '谁列席了这次会议？', '谁列席了第三次联席会议？', '第三次联席会议'],
  [[CHAIRED], '周明远在那次会议上做了什么？', '周明远在第三次联席会议上做了什么？', '第三次联席会议'],
  [[['云湾大学在哪里？', '云湾']], '它有多少学生？', '云湾大学有多少学生？', '云湾大学'],
  [
    [['苏文静列席了哪次会议？', '河长制工作第三次联席会议']],
    '那次会议谁主持？',
    '河长制工作第三次联席会议谁主持？',
    '河长制工作第三次联席会议',
  ],
  [[CHAIRED], '哪些文章提到他？', '哪些文章提到林海东？', '林海东'],
  // The meeting was named a turn before the last.
  [[CHAIRED, SECRETARY], '那次会议谁列席？', '第三次联席会议谁列席？', '第三次联席会议'],
  // A chain: every turn stands alone already.
  [
    [CHAIRED, ['第二次联席会议谁主持？', '林海东']],
    '谁作具体部署？',
    '第二次联席会议谁作具体部署？',
    '第二次联席会议',
  ],
  // English.
  [[ENGLISH], 'and the second?', 'Who chaired the 2nd joint meeting?', 'Who chaired the…joint meeting'],
  [[ENGLISH], 'What about the 2nd?', 'Who chaired the 2nd joint meeting?', 'Who chaired the…joint meeting'],
  [
    [ENGLISH],
    'Who else?',
    'Besides Lin Haidong, who else attended the third joint meeting?',
    'the third joint meeting',
  ],
  [
    [ENGLISH],
    'What else did he say?',
    'What else did Lin Haidong say at the third joint meeting?',
    'the third joint meeting, Lin Haidong',
  ],
  [[ENGLISH], 'When?', 'When was the third joint meeting held?', 'the third joint meeting'],
  [[ENGLISH], 'And where was it held?', 'Where was the third joint meeting held?', 'the third joint meeting'],
  [[ENGLISH], 'Who sat in?', 'Who sat in on the third joint meeting?', 'the third joint meeting'],
  [
    [ENGLISH],
    'Who sat in on that meeting?',
    'Who sat in on the third joint meeting?',
    'the third joint meeting',
  ],
  [
    [ENGLISH],
    'What about Zhou Mingyuan?',
    'What did Zhou Mingyuan do at the third joint meeting?',
    'the third joint meeting',
  ],
  [[MAYOR], 'and the party secretary?', 'Who is the party secretary of Qinghu?', 'Who is the…of Qinghu'],
  [[MAYOR], 'What is his position?', "What is Zhou Mingyuan's position?", 'Zhou Mingyuan'],
  [[MAYOR], 'What about Yunwan?', 'Who is the mayor of Yunwan?', 'Who is the mayor of'],
  [
    [['Where is Yunwan University?', null]],
    'How many students does it have?',
    'How many students does Yunwan University have?',
    'Yunwan University',
  ],
  [
    [['Who built the Stone Bridge?', '林大木']],
    'When?',
    'When was it that Lin Damu built the Stone Bridge?',
    'built the Stone Bridge',
  ],
  // From one language to the other.
  [[CHAIRED], 'and the second?', '第2次联席会议谁主持？', '谁主持'],
  [
    [CHAIRED],
    'What else did he say?',
    'What else did Lin Haidong say at the 3rd meeting?',
    'the 3rd meeting, Lin Haidong',
  ],
  [[SECRETARY], 'and the mayor?', '青湖市长是谁？', '青湖'],
  [[ENGLISH], '那第二次呢？', 'Who chaired the 2nd joint meeting?', 'Who chaired the…joint meeting'],
  [[ENGLISH], '他还说了什么？', '第三次联席会议上林海东还说了什么？', '第三次联席会议、林海东'],
];

const SAMPLE: readonly Row[] = [
  [
    [['第十四次专题会议谁主持？', '楼阳生']],
    '那省长呢？',
    '第十四次专题会议的省长是谁？',
    '第十四次专题会议',
  ],
  [[['河南省委书记是谁？', '楼阳生']], '那省长呢？', '河南省长是谁？', '河南'],
  [[['第十四次專題會議誰主持？', '楼阳生']], '第七次呢？', '第七次專題會議誰主持？', '誰主持'],
  [
    [['第十四次專題會議誰主持？', '楼阳生']],
    '他還說了什麼？',
    '第十四次專題會議上楼阳生還說了什麼？',
    '第十四次專題會議、楼阳生',
  ],
  [
    [['3月21日的会议谁作具体部署？', '王凯']],
    '11月7日呢？',
    '11月7日的会议谁作具体部署？',
    '的会议谁作具体部署',
  ],
  [
    [['Who chaired the 14th special meeting?', '楼阳生']],
    'and the 7th?',
    'Who chaired the 7th special meeting?',
    'Who chaired the…special meeting',
  ],
];

describe('a question that leans on earlier turns stands alone afterwards', () => {
  test.each(INVENTED)('%j + %s → %s', (earlier, asked, alone, about) => {
    const turns = earlier.map(([question, answer]) => turn(question, answer));
    expect(followUp(asked, turns, invented.index)).toEqual({ question: alone, about });
  });

  test.each(SAMPLE)('over the samples: %j + %s → %s', (earlier, asked, alone, about) => {
    const turns = earlier.map(([question, answer]) => turn(question, answer));
    expect(followUp(asked, turns, sample.index)).toEqual({ question: alone, about });
  });
});

describe('a question that stands by itself is left as it is', () => {
  const STANDALONE = [
    '第二次联席会议谁列席？',
    '10月8日的会议谁主持？',
    '青湖市市长是谁？',
    '周明远是谁？',
    '周明远？',
    '省长是谁？',
    '云湾那次会议谁主持？',
    '林海东主持的那次会议谁列席？',
    '3月2日那次会议谁主持？',
    '应该怎么办？',
    '该如何处理积水？',
    '那英是谁？',
    '那曲市在哪里？',
    '他信是哪国总理？',
    '维他命有什么用？',
    '其他城市有哪些措施？',
    '开了哪些会议？',
    '一共开了几次会？',
    '有多少篇文章？',
    '哪些文章提到四个目标？',
    '最新一篇是什么？',
    '林海东来柳溪泵站那天还去了哪里？',
    '周明远说他要做什么？',
    '市长说他们要做什么？',
    '苏轼和他的弟弟是谁？',
    '这次疫情从哪里开始？',
    '当天气变冷时怎么办？',
    '第三条是什么？',
    '三个不放松是什么？',
    '你是谁？',
    '谢谢',
    '有几个分会场？',
    '白鹭湿地在哪里？',
    '为什么要治水？',
    'Who chaired the second joint meeting?',
    'Who else attended the second joint meeting?',
    'Who is the mayor of Qinghu?',
    'Who was the governor?',
    'Zhou Mingyuan',
    'How long does it take to build a bridge?',
    'Is it true that the mayor resigned?',
    'What did Zhou Mingyuan say he would do?',
    'How did the residents protect their homes?',
    'When was the Stone Bridge built?',
    'What measures are there?',
    'How many articles are there?',
    'Which university has its origins in a school of law?',
    'How was it decided who would speak?',
    '当地时间5日晚发生了什么？',
    '云湾大学迁址后，该校长是谁？',
    'hello',
    'thanks!',
  ];

  test.each(STANDALONE)('%s', (question) => {
    const turns = [turn(...SECRETARY), turn(...CHAIRED)];
    expect(followUp(question, turns, invented.index)).toEqual({ question, about: null });
  });

  test.each(['那省长呢？', '他还说了什么？', '还有谁？', 'Who else?', 'and the 7th?'])(
    'nothing was said before: %s',
    (question) => {
      expect(followUp(question, [], invented.index)).toEqual({ question, about: null });
    },
  );

  test.each(['他还说了什么？', '那次会议谁列席？', 'What else did he say?', 'Who attended that meeting?'])(
    'nothing that was said before can be meant: %s',
    (question) => {
      expect(followUp(question, [turn('柳溪泵站有几台水泵？', '三台')], invented.index)).toEqual({
        question,
        about: null,
      });
    },
  );
});
