import { describe, expect, test } from 'vitest';
import { corpusOf } from './corpus.js';

const CARD = `临溪镇社区食堂用餐卡办理须知
2023-03-05 临溪镇便民服务中心

为方便居民用餐，临溪镇社区食堂自3月15日起试行用餐卡。

一、办理条件。符合下列条件之一的居民可以申请办理：（一）年满六十五周岁的老人；（二）持残疾证的居民；（三）独居的孕妇。

二、所需材料
办理用餐卡需携带以下材料：
1.本人身份证原件；
2.一寸照片两张；
3.户口簿复印件。

三、有下列情形之一的，食堂可以停用其用餐卡：（1）转借他人使用；（2）连续三个月未充值；（3）提供虚假材料。

四、停水停电等突发情况下，食堂将采取以下应急措施：一是启用备用电源；二是由镇食品厂配送盒饭；三是对行动不便的老人送餐上门。
`;
const WALK = `青石湾健步走活动报名公告
2024-04-02 青石湾街道办事处

青石湾街道定于4月20日举办第六届环湖健步走活动，全程8公里，报名费20元。

报名须知：
（1）年龄在12岁以上、65岁以下；
（2）无心脏病、高血压等不宜剧烈运动的疾病；
（3）未成年人须由监护人陪同。

奖励办法：完成全程的参加者可获得以下奖品：①纪念毛巾一条；②保温杯一个；③抽奖券一张。

咨询热线：0551-6300218，联系人：梅小姐。
`;
const corpus = corpusOf({ 'card.txt': CARD, 'walk.txt': WALK });

describe('a list that a line announces', () => {
  test.each([
    ['哪些人可以办社区食堂的用餐卡？', '年满六十五周岁的老人、持残疾证的居民、独居的孕妇'],
    ['办理用餐卡要带哪些材料？', '本人身份证原件、一寸照片两张、户口簿复印件'],
    ['办用餐卡需要什么材料？', '本人身份证原件、一寸照片两张、户口簿复印件'],
    ['什么情况下用餐卡会被停用？', '转借他人使用、连续三个月未充值、提供虚假材料'],
    ['停水停电时食堂会采取哪些应急措施？', '启用备用电源、由镇食品厂配送盒饭、对行动不便的老人送餐上门'],
    [
      '健步走报名有什么条件？',
      '年龄在12岁以上、65岁以下；无心脏病、高血压等不宜剧烈运动的疾病；未成年人须由监护人陪同',
    ],
    ['走完全程能拿到哪些奖品？', '纪念毛巾一条、保温杯一个、抽奖券一张'],
    ['What documents are needed to get a meal card?', '本人身份证原件、一寸照片两张、户口簿复印件'],
    ['Which cases lead to the meal card being suspended?', '转借他人使用、连续三个月未充值、提供虚假材料'],
    ['What prizes do finishers of the walk get?', '纪念毛巾一条、保温杯一个、抽奖券一张'],
  ])('%s → %s', async (question, answer) => {
    const found = await corpus.ask(question);
    expect(found.answer).toBe(answer);
    expect(found.citations[0]?.quote).toContain(answer.split(/[、；]/u)[0]);
  });

  test.each(['游泳比赛报名有哪些条件？', '健步走的联系人是谁？', '健步走全程多长？'])(
    '%s asks for none of them',
    async (question) => {
      const { answer } = await corpus.ask(question);
      expect(answer ?? '').not.toMatch(/[、；]/u);
    },
  );
});
