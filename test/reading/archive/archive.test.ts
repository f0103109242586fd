import { describe, expect, test } from 'vitest';
import { archiveQuestion } from '../../../src/reading/archive/archive-question.js';
import { timelineOf } from '../../../src/reading/timeline/timeline.js';
import { corpusOf } from '../corpus.js';

const THIRD = `青湖市河长制工作第三次联席会议召开

2023-04-12 来源: 青湖日报

4月11日,青湖市召开河长制工作第三次联席会议。市委书记林海东主持并讲话,市长周明远作具体部署,市政协主席苏文静列席。

高建国、许志强在主会场出席。林海东强调,治水要坚持“三个不放松”。
`;
const SECOND = `青湖市河长制工作第二次联席会议召开

2022-10-09 来源: 青湖日报

10月8日,青湖市召开河长制工作第二次联席会议。市委书记林海东主持并讲话,市长陈立群作具体部署,高建国出席会议。

会议重申了“三个不放松”。
`;
const VISIT = `林海东调研柳溪泵站

2023-06-02 来源: 青湖日报

6月1日,林海东来到柳溪泵站,检查防汛准备。
`;
const SECOND_AGAIN = `林海东主持第二次联席会议

2022-10-10 来源: 湖畔晚报

10月8日,第二次联席会议召开,林海东主持并讲话,市长陈立群作具体部署。
`;
const UNDATED = `石桥的故事

石桥是林大木修的,至今还在用。
`;
const { articles, ask, index } = corpusOf({
  'third.txt': THIRD,
  'second.txt': SECOND,
  'visit.txt': VISIT,
  'second-again.txt': SECOND_AGAIN,
  'bridge.txt': UNDATED,
});
const titleOf = (citation: { readonly article: { readonly title: string | null } }) => citation.article.title;

describe('questions about the archive', () => {
  test.each([
    ['有多少篇文章？', '5篇', '共5篇。'],
    ['一共收录了几篇报道？', '5篇', '共5篇。'],
    ['有几篇文章提到林海东？', '4篇', '共4篇。'],
    ['How many articles are there?', '5', '5 articles.'],
    ['How many articles mention Lin Haidong?', '4', '4 articles.'],
    ['柳溪泵站出现在几篇文章里？', '1篇', '共1篇。'],
  ])('%s → %s', async (question, answer, note) => {
    const found = await ask(question);
    expect(found).toMatchObject({ status: 'answered', answer, note });
    expect(found.citations).toHaveLength(Math.min(5, Number.parseInt(answer, 10)));
  });

  test.each(['哪些文章提到三个不放松？', '“三个不放松”出现在哪些文章里？', '提到三个不放松的文章有哪些？'])(
    '%s names each article and cites its sentence',
    async (question) => {
      const found = await ask(question);
      expect(found.answer).toBe('青湖市河长制工作第三次联席会议召开、青湖市河长制工作第二次联席会议召开');
      expect(found.citations.map(titleOf)).toEqual(found.answer?.split('、'));
      for (const { quote } of found.citations) expect(quote).toContain('三个不放松');
    },
  );

  test('an English phrase is looked for in its translation', async () => {
    const found = await ask('Which articles mention Zhou Mingyuan?');
    expect(found.citations.map(titleOf)).toEqual(['青湖市河长制工作第三次联席会议召开']);
    expect(found.citations[0]?.quote).toContain('周明远');
  });

  test.each([
    ['最新一篇是什么？', '林海东调研柳溪泵站'],
    ['最新的文章是哪一篇？', '林海东调研柳溪泵站'],
    ['关于苏文静的最新一篇报道是什么？', '青湖市河长制工作第三次联席会议召开'],
    ['What is the latest article?', '林海东调研柳溪泵站'],
    ['What is the latest article about Su Wenjing?', '青湖市河长制工作第三次联席会议召开'],
  ])('%s → %s', async (question, answer) => {
    expect(await ask(question)).toMatchObject({ status: 'answered', answer });
  });

  test('the first ones share their day, and the undated article is counted', async () => {
    const found = await ask('最早的一篇文章是哪篇？');
    expect(found.citations.map(titleOf).sort()).toEqual([
      '林海东主持第二次联席会议',
      '青湖市河长制工作第二次联席会议召开',
    ]);
    expect(found.note).toContain('另有1篇没有日期');
  });

  test('what no article mentions is refused by its name', async () => {
    expect(await ask('哪些文章提到四个目标？')).toMatchObject({
      status: 'no-answer',
      note: '没有文章提到“四个目标”。',
    });
  });

  test.each([
    '第三条规定是什么？',
    '条例第三条写了什么？',
    '这篇文章的作者是谁？',
    '文章第二段讲了什么？',
    '哪篇文章写得最好？',
    '最新的防汛数据是多少？',
    '最近的会议是什么时候？',
    '条例有多少条？',
    '宪法有几章几条？',
    '文章里提到的三个不放松是什么？',
    '谁写了这篇报道？',
    '记者报道了什么？',
    '林海东在哪些会议上讲话？',
    '哪些文章提到谁主持会议？',
    '有多少份材料被退回？',
  ])('%s is none of them', (question) => {
    expect(archiveQuestion(question.replace('？', '?'), 'zh')).toBeNull();
  });

  test.each([
    'Which article of the law forbids it?',
    'What does article 3 say?',
    'How many articles does the law have?',
    'Who wrote the latest report on rivers?',
    'Which articles did the committee strike out?',
  ])('%s is none of them', (question) => {
    expect(archiveQuestion(question, 'en')).toBeNull();
  });
});

describe('two meetings', () => {
  test.each([
    ['第二次和第三次联席会议都出席的有谁？', '林海东、高建国'],
    ['第二次和第三次会议都参加的有哪些人？', '林海东、高建国'],
    ['Who attended both the second and the third joint meeting?', '林海东、高建国'],
    ['谁出席了第三次联席会议但没有出席第二次联席会议？', '周明远、苏文静、许志强'],
    ['Who attended the third joint meeting but not the second?', '周明远、苏文静、许志强'],
  ])('%s → %s', async (question, names) => {
    const found = await ask(question);
    expect(found.status).toBe('answered');
    expect(found.answer?.split('、').sort()).toEqual(names.split('、').sort());
    expect(found.citations.length).toBeGreaterThan(1);
  });

  test('the chair of each, side by side', async () => {
    const found = await ask('第二次和第三次联席会议分别由谁作具体部署？');
    expect(found).toMatchObject({
      status: 'answered',
      answer: '第二次联席会议：陈立群；第三次联席会议：周明远',
    });
    expect(found.citations).toHaveLength(2);
  });

  test('what differs between them, and what does not', async () => {
    const found = await ask('第二次和第三次联席会议有什么不同？');
    expect(found.status).toBe('answered');
    expect(found.answer).toContain('部署（第二次联席会议：陈立群；第三次联席会议：周明远）');
    expect(found.answer).toContain('主持（相同：林海东）');
  });

  test('when each of them was held', async () => {
    expect(await ask('第二次和第三次联席会议的时间有什么不同？')).toMatchObject({
      answer: '第二次联席会议：10月8日；第三次联席会议：4月11日',
    });
  });

  test('a question about one meeting stays one', async () => {
    expect(await ask('第三次联席会议谁主持？')).toMatchObject({ answer: '林海东' });
  });
});

describe('timelines', () => {
  test('tell of a person by date, each event once', async () => {
    const { entries, undated } = await timelineOf('林海东', index);
    expect(entries.map(({ iso, written, certainty }) => [iso, written, certainty])).toEqual([
      ['2022-10-08', '10月8日', 'resolved'],
      ['2023-04-11', '4月11日', 'resolved'],
      ['2023-06-01', '6月1日', 'resolved'],
    ]);
    expect(entries.map(({ citation }) => citation.n)).toEqual([1, 2, 3]);
    expect(entries[0]?.citation.alsoIn).toHaveLength(1);
    expect(undated).toBe(0);
  });

  test.each(['第三次联席会议', '三个不放松', '柳溪泵站', 'Lin Haidong'])(
    'of %s quote sentences',
    async (subject) => {
      const { entries } = await timelineOf(subject, index);
      expect(entries.length).toBeGreaterThan(0);
      for (const { citation } of entries) {
        const article = index.articles.find(({ id }) => id === citation.article.id);
        expect(article?.paragraphs[citation.paragraph - 1]?.text).toContain(citation.quote);
      }
    },
  );

  test('count what they cannot date', async () => {
    expect(await timelineOf('石桥', index)).toMatchObject({ entries: [], undated: 1 });
  });

  test('of something unknown are empty', async () => {
    expect(await timelineOf('火星', index)).toEqual({ subject: '火星', entries: [], undated: 0 });
  });

  test('may be asked for as a question', async () => {
    const found = await ask('林海东的时间线');
    expect(found).toMatchObject({ status: 'answered', note: '共3条。' });
    expect(found.citations).toHaveLength(3);
  });

  test('only of the articles that may answer', async () => {
    const [first] = articles;
    const { entries } = await timelineOf('林海东', index, first === undefined ? [] : [first]);
    expect(entries).toHaveLength(1);
  });
});
