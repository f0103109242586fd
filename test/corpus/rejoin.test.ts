import { describe, expect, it } from 'vitest';
import { readFixture, readText, texts } from './fixtures.js';

const LEAD = '本报讯(记者 张三)4月2日,县里召开会议,安排修路的事,县长出席并讲话。';

function paragraphsAfterLead(text: string): readonly string[] {
  return texts(readText(`${LEAD}\n\n${text}`)).slice(1);
}

describe('rejoined', () => {
  it('leaves rows of a table and dividing lines alone', () => {
    const rows = [
      '| 5月3日 | 讲座:运河的老照片 | 一楼东侧报告厅旁边的小会议室 | 90人 |',
      '| 5月9日 | 手工:剪纸 | 二楼 | 20人 |',
    ];
    expect(paragraphsAfterLead(rows.join('\n'))).toEqual(rows);
  });

  it.each([
    ['a word broken by a column', '凡是不登记的都要改。同时持\n\n续加大宣传,让大家都知道。', 1],
    ['a clause that ends with a comma', '路要修到村口,再从村口修到,\n\n每一家的门前。', 1],
    ['a line that begins with a comma', '学深悟透防汛政策。要学\n\n,要用,要讲给大家听。', 1],
    ['a line that begins in the middle of brackets', '重点查看(含新到的\n\n旅客、船员)的处置流程。', 1],
    [
      'lines of one width',
      '路从东边的山口进来绕过水库和林场然后\n一直往西走到河边再沿着河往北去到了村\n口的老树下面停住那里有一座石桥和一间\n磨坊磨坊旁边就是学校。',
      1,
    ],
    [
      'a single break inside a long sentence',
      '他们在山上住了三十年,种了三千亩树,修了二十里路,带出了一百多个徒弟,政\n府给了他们一块匾。',
      1,
    ],
  ])('joins %s', (_, text, count) => {
    expect(paragraphsAfterLead(text)).toHaveLength(count);
  });

  it.each([
    ['a heading inside the text', '落实责任\n\n各村要有人管,有人看,有人记。', 2],
    ['a heading behind a full stop', '各村要有人管。\n\n加强领导\n\n县里要有人查。', 3],
    ['items', '一要管住源头\n\n二要修好路面\n\n三要种树。', 3],
    ['numbered items', '1.管住源头，不放过一处\n2.修好路面，不留下一坑', 2],
    ['speakers', '问：路什么时候修好，大家都在等\n答：年底以前，请大家放心', 2],
    ['verse', '床前明月光，\n疑是地上霜。\n举头望明月，\n低头思故乡。', 4],
    ['a list of names', '王大山\n李小河\n张小溪\n赵大江', 4],
    [
      'an indented line among others',
      '路要修到村口再到每一家的门前,这是去年就定下来的事,今年一定要办完\n　　县长说,年底以前修好。',
      2,
    ],
    ['the date at the end', '年底以前修好。\n某县人民政府\n2022年1月9日', 3],
    ['a colon', '会议决定，成立下列工作组，分头负责各项工作，每周碰头一次：\n第一组，修路。', 2],
  ])('keeps apart %s', (_, text, count) => {
    expect(paragraphsAfterLead(text)).toHaveLength(count);
  });

  it('joins a speech that was broken inside its list to the paragraph with its speaker', () => {
    const [article] = readFixture('local.txt').articles;
    expect(texts(article)[1]).toMatch(/^魏平强调.*三是要护群众、保安全。在转移的时候.*四是要守纪律/);
    expect(texts(article)[2]).toMatch(/^县长何山强调/);
  });

  it('does not join a speech to the next speaker, whatever numbers follow', () => {
    const text = '魏平强调,一是要快。二是要准。\n\n何山强调,各村要听指挥。三是要稳。';
    expect(paragraphsAfterLead(text)).toHaveLength(2);
  });

  it('keeps a space between words of Latin letters', () => {
    const english =
      'The committee met on Tuesday and agreed to publish the complete list of\nmembers, which had been kept secret.';
    expect(texts(readText(`${english} ${english}`))[0]).toContain('list of\nmembers');
  });
});
