import { describe, expect, test } from 'vitest';
import { corpusOf } from './corpus.js';

const corpus = corpusOf({
  'swim.md': `# 柳叶渡冬泳队招新

**队里有谁**
2011 年由退休船工崔大爷和药铺的小栾发起。现在的队长是开面馆的鲁姐，管救生衣的是码头的仇师傅，小栾管账。

**下水时间**
周三早上 6 点半到 7 点半，周日上午 9 点到 10 点。地点在老渡口西侧石阶，涨水停一天。

**年费**
一年 60 元，体检单交到码头值班室。
`,
  'minutes.txt': `石塘组村民小组会记录
主持：组长宗得水　记录：文书应小荷

一、组长传达防火通知，护林员娄大青作具体讲解。
二、修桥的工由篾匠单有根包，石料由应小荷去县城买，钱从山林承包费里出。
`,
  'council.txt': `望江里业委会召开第9次会议
6月2日，业委会副主任管若谷受主任凌达川委托，主持召开业委会第9次会议，研究电梯大修。

监督员蓝芳菲通报，5月共巡查14次。
撰稿：秘书组　审核：管若谷
`,
  'changes.md': `# 松针日记 更新日志

## 3.2.0（2024-04-02，代号“谷雨”）

- 移除：天气卡片。原因是接口停了。
- 变更：加密方式由 DES 换成 AES-256。

## 3.1.0（2024-01-15）

- 新增：语音日记，由网友“白薯”翻译成粤语。
`,
  'obituary.txt': `悼念木匠贺长林
家父贺长林，人称“贺一刨”，二〇二一年三月因肺炎在县医院病逝，享年八十一岁。

他十五岁学艺，师从邻村的岳师傅。那套刨子捐给镇文化馆，怀表留给孙女朵朵。

追思会定于三月九日上午在青石小学礼堂举行。
`,
});

describe('who does an everyday thing', () => {
  test.each([
    ['冬泳队现任队长是哪一位？', '鲁姐'],
    ['冬泳队的救生衣归谁管？', '仇师傅'],
    ['冬泳队是谁发起的？', '崔大爷'],
    ['修桥的石料由谁去买？', '应小荷'],
    ['石塘组会议记录是谁写的？', '应小荷'],
    ['语音日记是谁翻译成粤语的？', '白薯'],
    ['贺师傅跟谁学的手艺？', '岳师傅'],
    ['怀表给了谁？', '朵朵'],
    ['防火的事是谁具体讲解的？', '娄大青'],
    ['5月的巡查情况是谁通报的？', '蓝芳菲'],
  ])('%s → %s', async (question, answer) => {
    expect((await corpus.ask(question)).answer).toContain(answer);
  });

  test.each([
    ['第9次业委会会议是谁主持的？', '管若谷'],
    ['业委会第9次会议主任没来，谁主持？', '管若谷'],
  ])('who stands in for somebody: %s', async (question, answer) => {
    expect((await corpus.ask(question)).answer).toBe(answer);
  });

  test('by the label of a credit line', async () => {
    expect((await corpus.ask('望江里那篇稿子是谁审核的？')).answer).toBe('管若谷');
  });
});

describe('where an everyday thing is or goes', () => {
  test.each([
    ['冬泳在什么地方下水？', '老渡口西侧石阶'],
    ['体检单交到哪里去？', '码头值班室'],
    ['修桥的钱从哪儿出？', '山林承包费'],
    ['贺师傅的追思会在哪儿开？', '青石小学礼堂'],
    ['刨子最后归了哪里？', '镇文化馆'],
  ])('%s → %s', async (question, answer) => {
    expect((await corpus.ask(question)).answer).toContain(answer);
  });
});

describe('measures and sections', () => {
  test.each([
    ['冬泳队周日几点到几点下水？', '9 点到 10 点'],
    ['贺长林走的时候多大岁数？', '八十一'],
    ['从3.2.0起改用哪种加密方式？', 'AES-256'],
    ['3.2.0 把什么功能拿掉了？', '天气卡片'],
  ])('%s → %s', async (question, answer) => {
    expect((await corpus.ask(question)).answer).toContain(answer);
  });
});

describe('of another than what is asked', () => {
  test.each([
    '鲁姐的徒弟叫什么？',
    '宗得水的妻子是谁？',
    '刨子是在哪里买的？',
    '学生的年费是多少钱？',
    '小栾得的是什么病？',
    '救生衣是什么颜色的？',
  ])('%s is refused', async (question) => {
    expect((await corpus.ask(question)).status).toBe('no-answer');
  });

  test('what is told is answered', async () => {
    expect((await corpus.ask('贺长林得的是什么病？')).answer).toContain('肺炎');
    expect((await corpus.ask('贺长林的孙女叫什么？')).answer).toContain('朵朵');
  });
});

describe('what stands over a line', () => {
  test.each([
    ['哪个版本移除了天气卡片？', '3.2.0'],
    ['语音日记是什么时候上线的？', '2024-01-15'],
  ])('%s → %s', async (question, answer) => {
    expect((await corpus.ask(question)).answer).toBe(answer);
  });
});

describe('lines of a form and numbered lines', () => {
  const forms = corpusOf({
    'parents.md': `# 榆钱小学第7次家长委员会纪要

时间：2024年5月9日19:00
地点：三楼阅览室
主持：管若谷
记录：应小荷

**水费怎么分**
校外水站由物业出钱检修，缺的由班费补。下次会议时间：6月12日。
`,
    'reading.txt': `芦花读书角书目

第一场 9月14日 《雪岭》 领读：气象站的老裴
第二场 9月28日 《渡船》 领读：裁缝小闵
第三场 10月12日 《伞匠》 领读：尚未确定
第四场 10月26日 《无岸》 领读：医生卓然
`,
    'notice.txt': `白鹭号观鸟船停航启事

白鹭号观鸟船因年检停航，检修由顺风船厂承担，预算九万元，由区林业站列支。
团体改期请打码头值班电话。
`,
  });

  test.each([
    ['家长委员会是在哪里开的？', '三楼阅览室'],
    ['家委会第7次会议谁主持？', '管若谷'],
    ['《渡船》由谁领读？', '小闵'],
    ['白鹭号检修的钱从哪里来？', '区林业站'],
    ['下次家长委员会什么时候开？', '6月12日'],
  ])('%s → %s', async (question, answer) => {
    expect((await forms.ask(question)).answer).toContain(answer);
  });

  test.each(['码头值班电话是多少？', '白鹭号有多长？', '《雪岭》的作者是谁？'])(
    '%s is refused',
    async (question) => {
      expect((await forms.ask(question)).status).toBe('no-answer');
    },
  );
});
