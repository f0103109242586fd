import { describe, expect, test } from 'vitest';
import { corpusOf } from './corpus.js';

const HARBOUR = `临江市召开港口安全生产第六次联席会议
2023-05-18 09:12:40来源: 临江日报编辑: 苏小棠责编: 韩雪梅

本报讯(临江日报记者 秦朗)5月17日晚,临江市委召开港口安全生产第六次联席会议。市委书记沈国梁主持并讲话,市长何明远作具体部署,市政协主席吴建军列席。市领导高志强、方雨晴出席会议。

沈国梁强调,要把隐患排查前移到码头、前置到货船,对起重机、传送带、配电房等重点设备逐台检查。凡因履职不力、整改不到位,造成安全事故的,严肃追责问责。对故意隐瞒隐患、拒不整改的,依法处理。防汛期间,要引导职工保持良好作业习惯,戴安全帽、系安全带、穿救生衣。临江市要尽快启用新的应急医院。

何明远就港口整治作出安排。要加快恢复轮渡航线,执行“双人双锁”和各项管理措施。外来货车的要严格落实“五查一验”和各项检查制度。值班人员要24小时在岗。

当日,沈国梁先后来到望江路88号、北滩码头等处,与港务专家现场研判险情。

会议通报港口安全情况,石桥县汇报相关情况。

会议以视频会议形式召开。

又讯 5月17日晚,第六次联席会议渡口分会场上,副市长罗新宇汇报轮渡安全工作。5月16日,罗新宇前往东风渡口,现场会商险情,检查渡船。罗新宇要求,要开展“护渡百日”行动,守牢堤岸防线、码头防线、航道防线,筹备好第三次“渡船比武”活动。

临江新闻网版权声明

1、“临江新闻网”由临江市广播电视台主办,临江云帆网络有限公司独家负责网站运营。

2、如因作品版权问题需要与本网联系的,请在作品刊登之日起15日内进行。
`;
const CLINIC = `石桥县召开社区门诊建设推进会

石桥县5月20日讯 县长郭晓峰主持召开社区门诊建设推进会,听取进度汇报。会议研究部署了四项工作。一要选好地点。二要配齐设备。三要培训医生。四要公开收费。下次推进会定于6月8日在柳溪镇召开,由副县长陈丽娟主持。
`;
const corpus = corpusOf({ 'harbour.txt': HARBOUR, 'clinic.txt': CLINIC });

function answers(...cases: readonly (readonly [string, RegExp])[]): void {
  test.each(cases)('%s → %s', async (question, answer) => {
    const found = await corpus.ask(question);
    expect(`${found.status} ${found.answer}`).toMatch(answer);
  });
}

function refuses(...questions: readonly string[]): void {
  test.each(questions)('%s is refused', async (question) => {
    expect((await corpus.ask(question)).status).toBe('no-answer');
  });
}

describe('the next meeting', () => {
  answers(
    ['石桥县下次推进会什么时候开', /6月8日/u],
    ['社区门诊建设下一次推进会由谁主持', /陈丽娟/u],
    ['下一次社区门诊推进会在哪里召开', /柳溪镇/u],
    ['石桥县下次推进会什么时候开、由谁主持？', /^(?!.*郭晓峰).*(?:6月8日|陈丽娟)/u],
  );
  refuses(
    '下次港口安全联席会议什么时候开',
    '下一次联席会议由谁主持',
    '下一届港口安全联席会议谁列席',
    'When is the next joint meeting on port safety?',
    'Who will chair the next joint meeting on port safety?',
  );
});

describe('surname and office', () => {
  answers(
    ['何市长作了什么部署', /何明远|轮渡/u],
    ['沈书记去了哪里', /望江路88号/u],
    ['吴主席列席了什么会', /联席会议/u],
    ['郭县长主持了什么会', /推进会/u],
    ['Where did Secretary Shen go?', /望江路88号/u],
    ['What meeting did County Head Guo chair?', /推进会/u],
  );
});

describe('times and offices in the way', () => {
  answers(
    ['5月17号晚上那个市委联席会议,列席的是谁?', /吴建军/u],
    ['联席会议上作部署的那个市长叫什么', /何明远/u],
    ['主持联席会议的那位市委书记是谁', /沈国梁/u],
    ['Which mayor made the arrangements alongside Shen Guoliang?', /何明远/u],
    [
      'Which city leaders attended the joint meeting, besides the party secretary and the mayor?',
      /高志强、方雨晴/u,
    ],
    ['何明远要求恢复什么', /轮渡航线/u],
  );
});

describe('two questions in one', () => {
  answers(
    ['联席会议谁主持，谁列席？', /沈国梁；吴建军/u],
    ['列席联席会议的是谁，什么职务？', /吴建军；市政协主席/u],
    ['沈国梁要求把隐患排查前移到哪里、前置到哪里？', /码头.*货船/u],
    ['石桥县的推进会是什么时候开的，谁主持？', /5月20日；.*郭晓峰/u],
    ['Who sat in on the sixth joint meeting, and what post did that person hold?', /吴建军; 市政协主席/u],
    ['Who chaired the sixth joint meeting and who made the arrangements?', /沈国梁; 何明远/u],
  );
});

describe('what follows', () => {
  answers(
    ['造成安全事故要承担什么后果', /追责问责/u],
    ['整改不到位造成事故的会怎么样', /追责问责/u],
    ['故意隐瞒隐患怎么处理', /依法处理/u],
    ['拒不整改的怎么办', /依法处理/u],
  );
});

describe('what a page says of itself', () => {
  answers(
    ['“临江新闻网”由谁主办', /临江市广播电视台/u],
    ['临江新闻网由哪家公司独家负责运营', /云帆/u],
    ['按照网页下方的声明，因版权问题要在几天内与本网联系', /15日/u],
    ['临江新闻网的版权问题要在多少天之内联系？', /15日/u],
  );
  test('is quoted from the file', async () => {
    const [citation] = (await corpus.ask('“临江新闻网”由谁主办')).citations;
    expect(citation?.spans.map((span) => HARBOUR.slice(...span)).join('')).toBe(citation?.quote);
  });
  refuses('临江新闻网的总编辑是谁');
});

describe('who did what, otherwise said', () => {
  answers(
    ['谁在渡口分会场发的言', /罗新宇/u],
    ['石桥县在第六次联席会议上汇报了没有', /石桥县汇报/u],
    ['带队检查渡口的是谁', /罗新宇/u],
    ['哪位领导谈到了“护渡百日”', /罗新宇/u],
    ['罗新宇在哪里会商险情', /东风渡口/u],
    ['要守牢哪三条防线', /堤岸防线、码头防线、航道防线/u],
  );
  refuses('石桥县是谁在联席会议上汇报的', '罗新宇坐什么车去的东风渡口', '第三次“渡船比武”活动什么时候举行');
  test('that somebody went does not tell how, and no answer is made of it', async () => {
    const found = await corpus.ask('罗新宇是怎么去东风渡口的');
    expect(found).toMatchObject({ status: expect.not.stringMatching('^answered$'), answer: null });
    expect(found.note).not.toBeNull();
  });
});

describe('the very thing', () => {
  answers(
    ['外来货车要落实什么制度', /五查一验/u],
    ['要把哪类医院尽快启用', /answered/u],
    ['重点设备都有哪些', /起重机、传送带、配电房/u],
    ['会上说要引导职工养成哪些作业习惯', /戴安全帽、系安全带、穿救生衣/u],
    ['How many items of work did the clinic meeting study and deploy?', /4|四项/u],
  );
  refuses(
    '联席会议开了几个小时',
    '谁缺席了第六次联席会议',
    '联席会议在哪栋楼召开',
    '应急医院有多少间房',
    '新的应急医院叫什么名字',
    'What is the name of the new emergency hospital that Linjiang was told to open?',
  );
});
