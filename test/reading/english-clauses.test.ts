import { describe, expect, test } from 'vitest';
import { corpusOf } from './corpus.js';

const RIVER = `朗溪村启动河道清淤 村民争当“护河员”
来源：桑梓镇融媒体中心　2022-11-09 10:22　记者：汪雨辰 通讯员：柳小满

11月6日，桑梓镇朗溪村河道清淤工程正式开工。桑梓镇镇长龚彦博、县水利局副局长黎海燕出席开工仪式并讲话，朗溪村党支部书记赖德厚主持仪式。

据黎海燕介绍，朗溪全长6.4公里，上一次清淤还是在1998年。此次工程采用“干塘清挖+生态护坡”的施工方法，计划清除淤泥3.2万立方米，总投资218万元，其中县财政出资150万元，其余由村集体和乡贤捐款解决。工程由桑梓镇水利站负责监管，县润泽水利工程公司承建，预计2023年3月底完工。

龚彦博要求，施工期间必须做到“三不准”：不准占用基本农田堆放淤泥，不准夜间十点后施工，不准向下游排放泥浆。淤泥必须先晾晒、再检测，检测合格的方可用作苗圃肥料。他说，对偷倒垃圾、私设排污口的，一律从严处罚，情节严重的移送公安机关。

村里还组建了一支26人的护河队，队员大多是退休教师和老党员，每人每月领取补贴200元。76岁的老党员祝满堂第一个报名。“小时候我们就在这条河里捉虾，希望孙子也能下河玩水。”他说。

因施工需要，村口石拱桥自11月10日起封闭，车辆请绕行县道X208线。12月18日，村里将举行首届“母亲河”徒步活动，欢迎各地游客参加。

责任编辑：孟夏
`;
const HOME = `德馨护理院召开第三季度家属座谈会
发布日期：2021-10-15　来源：德馨护理院办公室

10月13日下午，德馨护理院在三楼活动室召开第三季度家属座谈会。院长温佩琴主持会议，46位家属代表参加，区民政局养老服务科科长房建军到会听取意见。

护理部主任邢丽汇报了前三季度的护理工作：入住老人由年初的118位增加到137位，压疮发生率降至0.4%，未发生噎食事故。后勤主管丘志强汇报了食堂改造情况：新厨房已于9月20日启用，推行“一周一菜单、一人一餐卡”制度，伙食标准由每天28元提高到32元，提高部分由护理院承担。

家属代表陶敏提出三条建议：一是延长晚间探视时间，二是增设失智老人专区，三是公开药品管理流程。温佩琴当场答复：从11月1日起，探视时间延长至晚上8点，探视者须出示健康码和48小时内核酸阴性证明；失智老人专区明年二季度建成，设床位24张；药品实行“双人核对、专柜上锁”的管理办法。

温佩琴还强调，居家般的照护应当是“有声音、有气味、有笑脸”的。她要求全体护理员严格执行“两看一问”操作规程，即看皮肤、看饮食、问睡眠。对隐瞒老人跌倒事故的员工，一经查实，立即辞退。

房建军指出，护理院要做好冬季防火工作，每月开展一次消防演练，并抓紧准备年底的全市养老机构星级评定。

会议最后，志愿者协会副会长岑若琳宣布，“银龄陪伴”项目将于10月底启动，由区慈善基金会提供12万元经费。

（供稿：办公室 鲁晶晶）
`;
const SKI = `第四届雪岭城市滑雪公开赛落幕 本地选手首夺冠军
雪岭晚报　2024年1月22日　A06版　本报记者 邝思远 摄影 韦一帆

1月20日至21日，第四届雪岭城市滑雪公开赛在雪岭市白桦沟滑雪场举行，来自九个城市的212名选手参赛。开幕式上，雪岭市副市长苗青宣布开赛，市体育局局长段锋致辞，市体育总会主席倪国梁主持。

男子组大回转决赛中，本地选手佟大雷以1分08秒45夺冠，这是本地选手首次夺得该项冠军；来自寒川市的贺一鸣获得亚军，季军是去年的冠军郭小川。女子组冠军由19岁的大学生宁可儿获得。由于21日上午风力达到7级，原定的双板团体赛被取消。

佟大雷赛后说，成功的秘诀是“每天比别人多滑两趟”。他的教练是退役名将施明月。冠军可获得奖金2万元和奖杯一座，亚军1万元，季军5000元。本次比赛由市体育局主办，白桦沟滑雪场承办，北辰乳业冠名赞助。

市文旅局副局长尹春晓表示，比赛两天滑雪场接待游客1.4万人次，带动周边酒店入住率达到92%。她透露，市里正在筹备3月举行的首届国际冰雪摄影周，并争取第五届公开赛升级为全国积分赛。

为保障比赛安全，组委会设置了6个医疗点，配备救护车4辆。赛前，组委会对所有选手进行了装备检查，头盔不合格的一律不得上场。据统计，比赛期间共有3名选手轻微擦伤，均已在现场处理。

雪场负责人梁冰提醒，公众雪道每天9:00—16:30开放，成人票平日180元、周末240元，身高1.2米以下儿童免费。每位游客限租雪具一套，押金300元。咨询电话：0400-7712268。
`;

const { ask } = corpusOf({ 'river.txt': RIVER, 'home.txt': HOME, 'ski.txt': SKI });

describe('English questions that one clause answers', () => {
  test.each([
    ['What construction method is used for the dredging?', '干塘清挖'],
    ['What must be done with the silt before it is used as fertiliser?', '晾晒'],
    ['What operating procedure must the carers follow?', '两看一问'],
    ['What should a visitor show to get in?', '健康码'],
    ['How are medicines managed at the home?', '双人核对'],
    ['What upcoming assessment did Fang Jianjun ask the home to prepare for?', '星级评定'],
    ['What event will the village hold in December?', '首届“母亲河”徒步活动'],
    ['Which road should vehicles take while the bridge is closed?', 'X208'],
    ['Which organisation funds the companionship project?', '区慈善基金会'],
    ['Which city does He Yiming come from?', '寒川'],
    ['What did Tong Dalei call the secret of his success?', '每天比别人多滑两趟'],
  ])('%s → %s', async (question, expected) => {
    expect((await ask(question)).answer).toContain(expected);
  });

  test.each([
    ['What happens to staff who hide a fall?', '一经查实，立即辞退'],
    ['What happens to competitors whose helmets fail the check?', '不得上场'],
    ['What happens to people who dump rubbish in secret?', '从严处罚'],
  ])('what follows: %s → %s', async (question, expected) => {
    expect((await ask(question)).answer).toContain(expected);
  });

  test('all items of a list', async () => {
    const { answer } = await ask('What suggestions did the family representative Tao Min make?');
    for (const item of ['延长晚间探视时间', '增设失智老人专区', '公开药品管理流程'])
      expect(answer).toContain(item);
  });
});

describe('numbers, dates and persons by the clause around them', () => {
  test.each([
    ['How much prize money does the runner-up get?', '1万元'],
    ['How much is an adult ticket at the weekend?', '240元'],
    ['How much does the daily food allowance come to now?', '32元'],
    ['How much allowance does each river guard get a month?', '200元'],
    ['How many residents did the home have at the start of the year?', '118位'],
    ['When was the river last dredged?', '1998年'],
    ['Who was the first to sign up for the river patrol?', '祝满堂'],
    ["Who won the men's giant slalom?", '佟大雷'],
    ["Who coaches the men's champion?", '施明月'],
    ['Which civil affairs official came to listen?', '房建军'],
  ])('%s → %s', async (question, expected) => {
    expect((await ask(question)).answer).toContain(expected);
  });
});
