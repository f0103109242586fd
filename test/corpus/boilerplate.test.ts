import { describe, expect, it } from 'vitest';
import {
  isFooter,
  isNavigation,
  isNotice,
  isNoticeHeading,
  isPageTool,
  isRelatedHeading,
} from '../../src/corpus/boilerplate.js';

describe('boilerplate', () => {
  it.each([
    [isNavigation, '要闻   |   城市   |   Hello,蓝湾   |   文旅'],
    [isNavigation, '当前位置：首页 > 新闻 > 正文'],
    [isNavigation, '首页新闻视频'],
    [isPageTool, '打印 关闭窗口'],
    [isPageTool, '字号：大 中 小'],
    [isFooter, '网站简介 - 联系方法 - 招聘信息'],
    [isFooter, '©1999-2022 某某公司提供技术支持'],
    [isFooter, '浙ICP备12345678号'],
    [isRelatedHeading, '相关阅读'],
    [isRelatedHeading, '上一篇：另一条新闻'],
    [isNoticeHeading, '示例门户版权与信息使用的声明'],
    [isNoticeHeading, '免责声明：'],
    [isNotice, '凡本网注明来源的作品，版权均属本网，未经授权不得转载。'],
  ])('%o holds for %s', (rule, line) => {
    expect(rule(line)).toBe(true);
  });

  it.each([
    [isNavigation, '把苇荡还给水鸟 | 把岸线还给市民'],
    [isNavigation, '孙一、陈二、曲三、费四在主场出席。'],
    [isPageTool, '打印机坏了'],
    [isFooter, '会议要求做好网站简介和联系方法的更新。版权所有者说，技术支持要跟上。'],
    [isRelatedHeading, '相关报道说，水位已经下降'],
    [isNoticeHeading, '市政府发表声明要求各区做好防汛工作并在三天之内报出方案'],
    [isNotice, '法院认为，被告未经授权转载他人作品，侵犯著作权，应当承担法律责任。'],
  ])('%o does not hold for %s', (rule, line) => {
    expect(rule(line)).toBe(false);
  });
});
