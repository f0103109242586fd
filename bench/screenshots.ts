/** Takes the pictures of docs/ from the playground, over the sample articles: `npm run screenshots`. */
import { mkdir, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { openStage, type Stage, type Visit } from '../test/playground/stage.js';

const FOLDER = fileURLToPath(new URL('../docs/playground', import.meta.url));
const WIDE = { width: 1080, height: 720 };
const NARROW = { width: 360, height: 720 };
const TALL = { width: 1080, height: 960 };

type Taker = (stage: Stage) => Promise<void>;

/** A visit in a language, in a channel that nobody has written in. */
async function visitIn(
  stage: Stage,
  locale: 'zh-CN' | 'zh-TW' | 'en-US',
  options: Parameters<Stage['visit']>[0] = {},
): Promise<Visit> {
  const visit = await stage.visit({ viewport: WIDE, locale, colorScheme: 'dark', ...options });
  await visit.page.locator('.starter, .message').first().waitFor();
  return visit;
}

/** Takes the picture of the end of the messages; without the focus, or with it where it belongs to the picture. */
async function take(visit: Visit, name: string, focus: 'without' | 'with' = 'without'): Promise<void> {
  const { page } = visit;
  await page.mouse.move(0, 0);
  if (focus === 'without') await page.evaluate('document.activeElement?.blur()');
  await page.evaluate("document.querySelector('.scroll').scrollTop = 1e9");
  const path = `${FOLDER}/${name}.png`;
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
  process.stdout.write(`${name}.png ${Math.round((await stat(path)).size / 1_024)} kB\n`);
  await visit.close();
}

const TAKERS: Readonly<Record<string, Taker>> = {
  async welcome(stage) {
    await take(await visitIn(stage, 'en-US'), 'welcome');
  },
  async 'answer-zh'(stage) {
    const visit = await visitIn(stage, 'zh-CN');
    await visit.call('ask', '第十四次专题会议由谁主持？');
    await take(visit, 'answer-zh');
  },
  async 'answer-en'(stage) {
    const visit = await visitIn(stage, 'en-US');
    await visit.call('ask', 'Who chaired the 14th meeting?');
    await take(visit, 'answer-en');
  },
  async refusal(stage) {
    const visit = await visitIn(stage, 'zh-CN');
    await visit.call('ask', '第二十次专题会议谁主持？');
    await take(visit, 'refusal');
  },
  async 'refusal-en'(stage) {
    const visit = await visitIn(stage, 'en-US');
    await visit.call('ask', 'Who chaired the 21st special meeting?');
    await take(visit, 'refusal-en');
  },
  async list(stage) {
    const visit = await visitIn(stage, 'zh-TW');
    await visit.call('ask', '新鄉的調度會，出席的市領導都有誰？');
    await take(visit, 'list');
  },
  async passages(stage) {
    const visit = await visitIn(stage, 'en-US');
    const answer = await visit.call('ask', 'When was the seventh special meeting held?');
    const before = await visit.count();
    await answer.getByRole('button', { name: /passages/u }).click();
    await visit.page.waitForTimeout(1_500);
    if ((await visit.count()) > before) await visit.answer(before);
    await take(visit, 'passages');
  },
  async source(stage) {
    const visit = await visitIn(stage, 'zh-CN');
    const answer = await visit.call('ask', '第七次专题会议是哪天召开的？');
    const before = await visit.count();
    await answer.getByRole('button', { name: /核对原文/u }).click();
    await visit.answer(before);
    await take(visit, 'source');
  },
  async conversation(stage) {
    const visit = await visitIn(stage, 'zh-CN', { viewport: TALL });
    await visit.go('Wenju');
    await visit.say('第七次专题会议由谁主持？');
    await visit.say('那第十四次呢？');
    await take(visit, 'conversation');
  },
  async sources(stage) {
    const visit = await visitIn(stage, 'zh-CN', { viewport: TALL });
    await visit.call('sources');
    await take(visit, 'sources');
  },
  async timeline(stage) {
    const visit = await visitIn(stage, 'zh-CN');
    await visit.call('timeline', '楼阳生');
    await take(visit, 'timeline');
  },
  async 'read-en'(stage) {
    const visit = await visitIn(stage, 'en-US');
    await visit.call('read', '王凯在第七次专题会议上的八项安排');
    await take(visit, 'read-en');
  },
  async help(stage) {
    const visit = await visitIn(stage, 'en-US');
    await visit.call('help');
    await take(visit, 'help');
  },
  async composer(stage) {
    const visit = await visitIn(stage, 'en-US');
    await visit.type('/');
    await visit.page.locator('.popup-line').first().waitFor();
    await take(visit, 'composer', 'with');
  },
  async reindex(stage) {
    const visit = await visitIn(stage, 'en-US');
    await visit.become('Moderator');
    const answer = await visit.call('reindex');
    await answer.getByText(/\d+ articles/u).waitFor();
    await take(visit, 'reindex');
  },
  async 'corpus-add'(stage) {
    const visit = await visitIn(stage, 'zh-CN');
    const { page } = visit;
    await page.getByLabel('管理员', { exact: true }).check();
    const before = await visit.count();
    await visit.type('/corpus add ');
    await page
      .locator('.file-option input')
      .first()
      .setInputFiles({
        name: '青禾市防汛会议.txt',
        mimeType: 'text/plain',
        buffer: Buffer.from(
          '青禾市召开第三次防汛会议\n\n2021-07-05 来源：青禾日报\n\n7月4日，市长林远山主持召开第三次防汛会议，听取各县区汇报。\n\n会议要求，各县区在汛期前完成堤坝检查。\n\n责任编辑：周晓梅',
        ),
      });
    await page.getByText('青禾市防汛会议.txt').waitFor();
    await page.getByRole('button', { name: '发送' }).click();
    await visit.answer(before);
    await take(visit, 'corpus-add');
  },
  async refused(stage) {
    const visit = await visitIn(stage, 'en-US');
    await visit.call('reindex');
    await take(visit, 'refused');
  },
  async narrow(stage) {
    const visit = await visitIn(stage, 'zh-CN', { viewport: NARROW, deviceScaleFactor: 2 });
    await visit.call('ask', '第七次专题会议由谁主持？');
    await take(visit, 'narrow');
  },
  async light(stage) {
    const visit = await visitIn(stage, 'en-US', { colorScheme: 'light' });
    await visit.call('ask', 'Who is the mayor of Xinxiang?');
    await take(visit, 'light');
  },
  async inspector(stage) {
    const visit = await visitIn(stage, 'en-US', { viewport: { width: 1280, height: 720 } });
    const { page } = visit;
    await visit.call('ask', '第七次专题会议是哪天召开的？');
    await page.getByRole('button', { name: /Inspector/u }).click();
    await page.locator('.journal-line summary', { hasText: 'INTERACTION_CREATE' }).first().click();
    await take(visit, 'inspector');
  },
};

await mkdir(FOLDER, { recursive: true });
const wanted = process.argv.slice(2);
const failed: string[] = [];
for (const [name, taker] of Object.entries(TAKERS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  // A playground of its own for each picture: nothing of the one before is on it.
  const stage = await openStage();
  try {
    await taker(stage);
  } catch (error) {
    failed.push(name);
    process.stderr.write(`${name}: ${error instanceof Error ? error.message : String(error)}\n`);
  } finally {
    await stage.close();
  }
}
if (failed.length > 0) process.exitCode = 1;
