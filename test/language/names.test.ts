import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findOffices,
  findPlaces,
  isSurname,
  looksLikePersonName,
  mineNames,
} from '../../src/language/names.js';
import { fold } from '../../src/language/script.js';

const SEEDS = '../shared/seeds';

const personsOf = (...texts: string[]) => mineNames(texts.map(fold)).persons;

describe('what a name can be', () => {
  it.each(['沈若兰', '林则徐', '郭沫若', '王凯', '欧阳文静', '米基·史密斯'])('%s', (name) => {
    expect(looksLikePersonName(name)).toBe(true);
  });

  it.each(['高度', '王的', '于是', '周市长', '陈年'])('not %s', (word) => {
    expect(looksLikePersonName(word)).toBe(false);
  });
});

describe('person names', () => {
  it.each([
    ['省委书记林远航出席并讲话', ['林远航']],
    ['省长苏明作具体部署。', ['苏明']],
    ['市疫情防控指挥部指挥长安澜深入社区', ['安澜']],
    ['林远航指出,要抓好落实。', ['林远航']],
    ['孙立刚、陈越、曲晓丽、费文斌在主会场出席。', ['孙立刚', '曲晓丽', '费文斌', '陈越']],
    ['市领导周国强、吕庭芳、路平等参加会议。', ['吕庭芳', '周国强', '路平']],
    ['本报讯(本报记者 廖晓亮 苏海峰)', ['廖晓亮', '苏海峰']],
    ['编辑: 张雨荷责编: 石敏', ['张雨荷', '石敏']],
    ['落实李克明总理批示和孙春梅副总理要求', ['孙春梅', '李克明']],
    ['省教育厅二级巡视员刘文亚,省公安厅二级巡视员邓辉', ['刘文亚', '邓辉']],
    ['市長何勁松作具體部署。', ['何劲松']],
    ['市粮食局局长荀志宏主持会议，副局长洪一鸣作说明。', ['洪一鸣', '荀志宏']],
    ['王季文(1906年生)是学者。', ['王季文']],
    ['演员米基·史密斯曾到访', ['米基·史密斯']],
    ['总理安娜·贝克尔说', ['安娜·贝克尔']],
    ['总统奥巴斯说,', ['奥巴斯']],
    ['欧阳文静主持会议。', ['欧阳文静']],
    ['由村委会主任罗志强负责施工', ['罗志强']],
    ['队长马志远主罚点球命中', ['马志远']],
    ['会计罗玉兰通报收支,主裁判为吴海涛。', ['吴海涛', '罗玉兰']],
    ['会议选举高敏芝为独立董事', ['高敏芝']],
    ['主教练石磊表示', ['石磊']],
  ])('%s', (text, names) => {
    expect(personsOf(text)).toEqual(names);
  });

  it.each([
    '市长高度重视疫情防控',
    '主任安排部署明年工作',
    '书记方向明确,局长高兴地说',
    '居民安全保障到位,学生成绩提高',
    '会议指出,要加强管理、封控、常态防控、平安建设。',
    '方面表示,时间紧迫。',
    '高速公路、公共交通、方舱医院、石油管道参加演练',
    '全面、安全、严格、明确',
    '党中央强调,全国要统一行动。',
  ])('none in %s', (text) => {
    expect(personsOf(text)).toEqual([]);
  });

  it('does not depend on the order of the texts', () => {
    const texts = ['省长苏明出席。', '孙立刚、陈越、曲晓丽出席。', '林远航指出,要快。', '郑州市金水区'];
    const mined = JSON.stringify(mineNames(texts));
    fc.assert(
      fc.property(fc.shuffledSubarray(texts, { minLength: texts.length }), (shuffled) => {
        expect(JSON.stringify(mineNames(shuffled))).toBe(mined);
      }),
    );
  });

  it.skipIf(!existsSync(SEEDS))('finds the people of real articles (needs ../shared/seeds)', () => {
    const texts = readdirSync(SEEDS).flatMap((file) =>
      fold(readFileSync(join(SEEDS, file), 'utf8').replace(/\([\p{Script=Latin} ]+\)/gu, '')).split('\n'),
    );
    const { persons } = mineNames(texts);
    expect(persons.length).toBeGreaterThanOrEqual(47);
    expect(persons.length).toBeLessThanOrEqual(60);
  });
});

describe('looksLikePersonName', () => {
  it.each(['林远航', '苏明', '欧阳文静', '米基·史密斯'])('%s does', (text) => {
    expect(looksLikePersonName(text)).toBe(true);
  });
  it.each(['会议', '指出', '林', '林远航主持', '疫情防控', ''])('%s does not', (text) => {
    expect(looksLikePersonName(text)).toBe(false);
  });
  it.each([
    ['楼', true],
    ['欧阳', true],
    ['会', false],
    ['', false],
    ['王李', false],
  ])('isSurname(%s) is %s', (chars, expected) => {
    expect(isSurname(chars)).toBe(expected);
  });
});

describe('findPlaces', () => {
  it.each([
    ['郑州新建的隔离点在哪里', ['郑州']],
    ['河南省郑州市金水区纬五路1号', ['河南省', '郑州市', '金水区', '纬五路']],
    ['来到航空港区调研', ['航空港区']],
    ['在中原区', ['中原区']],
    ['由中牟县和新密市汇报', ['中牟县', '新密市']],
    ['位于新郑国际机场', ['新郑国际机场']],
    ['法国和德国', ['法国', '德国']],
  ])('%s', (text, names) => {
    expect(findPlaces(text).map((place) => place.name)).toEqual(names);
  });

  it.each(['全省各市', '推动市场发展', '在哪个市召开', '社区和小区', '道路交通', '区别对待'])(
    'finds none in %s',
    (text) => {
      expect(findPlaces(text)).toEqual([]);
    },
  );

  it('gives every place at its offsets, in order', () => {
    const text = '从河南省到金水区,再到法国';
    for (const { name, start, end } of findPlaces(text)) expect(text.slice(start, end)).toBe(name);
  });
});

describe('findOffices', () => {
  it.each([
    ['省委常委、市委书记、指挥长林远航', ['省委常委', '市委书记', '指挥长']],
    ['常务副市长苏明', ['常务副市长']],
    ['省教育厅二级巡视员', ['二级巡视员']],
    ['市监委代主任', ['市监委代主任']],
  ])('%s', (text, offices) => {
    expect(findOffices(text).map((mention) => mention.office)).toEqual(offices);
  });
});

describe('organisations', () => {
  it.each([
    ['据河南日报报道', '河南日报'],
    ['毕业于郑州大学。', '郑州大学'],
    ['市疫情防控指挥部召开会议', '市疫情防控指挥部'],
  ])('%s', (text, name) => {
    expect(mineNames([text, text]).organizations).toContain(name);
  });
});
