import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CHROMIUM, WHY_SKIPPED } from './browser.js';
import { openStage, type Stage, type Visit } from './stage.js';

/** An article whose text is full of what must never become part of the page. */
const HOSTILE = `<img src=x onerror=alert(1)>安全须知

2021-06-01

石桥镇在6月1日贴出《<script>alert("镇")</script>安全须知》。镇长卢正平宣布，[点这里](javascript:alert(2)) **不是** 链接，<img src=x onerror="document.title='坏'"> 也不是图片。
`;

/** What is run in the browser. */
const WATCH_LAST_EMBED = `
  window.seen = [];
  new MutationObserver(() => {
    window.seen.push([...document.querySelectorAll('.log discord-embed')].at(-1)?.textContent);
  }).observe(document.querySelector('.log'), { childList: true, subtree: true, characterData: true });
`;
const NAME_OF_FOCUSED = `(() => {
  const focused = document.activeElement;
  return (focused.ariaLabel ?? focused.labels?.[0]?.textContent ?? focused.textContent).trim();
})()`;
const OVERFLOW = `(() => {
  const ends = [...document.querySelectorAll('main *')].map((one) => one.getBoundingClientRect().right);
  return Math.max(...ends) - window.innerWidth;
})()`;

let stage: Stage;
let visit: Visit;

const described = describe.skipIf(CHROMIUM === null);

described(`the playground's page${WHY_SKIPPED}`, () => {
  beforeAll(async () => {
    stage = await openStage({ 'hostile.txt': HOSTILE });
  }, 90_000);

  afterAll(() => stage?.close());

  beforeEach(async () => {
    visit = await stage.visit();
  });

  afterEach(async () => {
    await visit.close();
    expect(stage.troubles).toEqual([]);
  });

  describe('to a newcomer', () => {
    it('says in two sentences what to do, with three questions to press', async () => {
      const { page } = visit;
      await visit.go('archive');
      expect(await page.locator('.welcome p').allTextContents()).toEqual([
        'Ask about the articles with /ask, or mention @Wenju.',
        'Every answer quotes the passage that proves it.',
      ]);
      expect(await page.locator('.starter').count()).toBe(3);
    });

    it('answers a question that was pressed', async () => {
      await visit.go('archive');
      await visit.page.locator('.starter').first().click();
      const answer = await visit.answer(0);
      expect(await answer.textContent()).toContain('[1]');
    });

    it('speaks the language that is chosen, and calls commands by their names in it', async () => {
      const { page } = visit;
      await page.getByLabel('繁體中文').check();
      await page.locator('#composer-text').fill('/');
      expect(await page.locator('html').getAttribute('lang')).toBe('zh-TW');
      expect(await page.locator('.popup-label').first().textContent()).toMatch(/^\/\p{Script=Han}+$/u);
      expect(await page.getByRole('heading', { name: '文字頻道' }).count()).toBe(1);
    });
  });

  describe('answers', () => {
    it('shows the answer in large type, with the passage that proves it', async () => {
      const answer = await visit.call('ask', '第七次专题会议是哪天召开的？');
      expect(await answer.locator('.h2').textContent()).toBe('2021年11月7日');
      expect(await answer.locator('blockquote').first().textContent()).toContain('11月7日');
      expect(await answer.locator('.used').textContent()).toContain('/ask');
    });

    it('pages through the passages, there and back', async () => {
      const answer = await visit.call('ask', '第七次专题会议由谁主持？');
      await answer.getByRole('button', { name: /其他段落/u }).click();
      const pages = visit.page.locator('article.message').last();
      await pages
        .getByText(/^1 ?\/ ?\d+$/u)
        .first()
        .waitFor();
      const first = await pages.locator('.embed').last().textContent();
      await pages
        .getByRole('button', { name: /下一|▶/u })
        .first()
        .click();
      await pages
        .getByText(/^2 ?\/ ?\d+$/u)
        .first()
        .waitFor();
      expect(await pages.locator('.embed').last().textContent()).not.toBe(first);
      await pages
        .getByRole('button', { name: /上一|◀/u })
        .first()
        .click();
      await pages
        .getByText(/^1 ?\/ ?\d+$/u)
        .first()
        .waitFor();
      expect(await pages.locator('.embed').last().textContent()).toBe(first);
    });

    it('shows what only one person may see to that person alone, until it is dismissed', async () => {
      const { page } = visit;
      const answer = await visit.call('ask', '第七次专题会议由谁主持？');
      const before = await visit.count();
      await answer.getByRole('button', { name: /核对原文/u }).click();
      const checked = await visit.answer(before);
      expect(await checked.textContent()).toContain('Only you can see this');
      await visit.become('Moderator');
      expect(await page.getByText('Only you can see this').count()).toBe(0);
      await visit.become('Member');
      const shown = await page.getByText('Only you can see this').count();
      await page.getByRole('button', { name: 'Dismiss message' }).last().click();
      expect(await page.getByText('Only you can see this').count()).toBe(shown - 1);
    });

    it('suggests titles while an option is typed', async () => {
      const { page } = visit;
      await page.locator('#composer-text').fill('/read ');
      await page.locator('#option-article').fill('专题会议');
      const option = page.getByRole('option').first();
      await option.waitFor();
      expect(await option.textContent()).toContain('专题会议');
      await option.click();
      await page.getByRole('button', { name: 'Send' }).click();
      const title = (await page.locator('article.message').last().textContent()) ?? '';
      expect(title).toContain('/read');
    });

    it('answers a mention, and a reply that leans on the answer', async () => {
      const { page } = visit;
      await visit.go('questions');
      const answer = await visit.say('@Wenju 第七次专题会议由谁主持？');
      expect(await answer.textContent()).toContain('楼阳生');
      await answer.getByRole('button', { name: 'Reply' }).click();
      const next = await visit.say('那第十四次呢？');
      expect(await next.locator('discord-reply').count()).toBe(1);
      expect(await next.textContent()).toContain('第十四次');
      expect(await page.locator('.reply-bar').count()).toBe(0);
    });

    it('asks about a message from its menu', async () => {
      const { page } = visit;
      await visit.go('archive');
      await page.locator('#composer-text').fill('我想知道第七次专题会议由谁主持');
      await page.keyboard.press('Enter');
      const written = page.locator('article.message').last();
      await written.getByText('我想知道').waitFor();
      const before = await visit.count();
      await written.getByRole('button', { name: 'More' }).click();
      await page.getByRole('menuitem', { name: /Ask about this/u }).click();
      expect(await (await visit.answer(before)).textContent()).toContain('楼阳生');
    });

    it('follows up in a direct message', async () => {
      await visit.go('Wenju');
      await visit.say('第七次专题会议由谁主持？');
      const next = await visit.say('那第十四次呢？');
      expect(await next.textContent()).toContain('第十四次');
    });

    it('follows up by a form', async () => {
      const { page } = visit;
      const answer = await visit.call('ask', '第七次专题会议由谁主持？');
      const before = await visit.count();
      await answer.getByRole('button', { name: /追问/u }).click();
      await page.getByRole('dialog').getByRole('textbox').fill('那第十四次呢？');
      await page.getByRole('button', { name: 'Submit' }).click();
      expect(await (await visit.answer(before)).textContent()).toContain('第十四次');
      expect(await page.getByRole('dialog').count()).toBe(0);
    });
  });

  describe('for moderators', () => {
    it('refuses /reindex to a member', async () => {
      const answer = await visit.call('reindex');
      expect(await answer.textContent()).toContain('Only you can see this');
      expect(await answer.textContent()).not.toMatch(/\d+ articles/u);
    });

    it('shows the progress of a moderator’s /reindex, then its report', async () => {
      const { page } = visit;
      await visit.become('Moderator');
      await page.evaluate(WATCH_LAST_EMBED);
      const answer = await visit.call('reindex');
      await answer.getByText(/\d+ articles/u).waitFor({ timeout: 90_000 });
      expect(await page.evaluate('new Set(window.seen).size')).toBeGreaterThan(1);
    }, 120_000);

    it('adds an article that answers at once, and takes it out again', async () => {
      const { page } = visit;
      await visit.become('Moderator');
      const before = await visit.count();
      await page.locator('#composer-text').fill('/corpus add ');
      await page
        .locator('.file-option input')
        .first()
        .setInputFiles({
          name: '青禾.txt',
          mimeType: 'text/plain',
          buffer: Buffer.from(
            '青禾市召开第三次防汛会议\n\n2021-07-05 来源：青禾日报\n\n7月4日，市长林远山主持召开青禾市第三次防汛会议。\n\n会议要求各县区在汛期前完成堤坝检查。',
          ),
        });
      await page.getByText('青禾.txt').waitFor();
      await page.getByRole('button', { name: 'Send' }).click();
      const draft = await visit.answer(before);
      expect(await draft.textContent()).toContain('市长林远山主持召开');
      await draft.getByRole('button', { name: 'Keep' }).click();
      await draft.getByText('Kept').waitFor();
      const answer = await visit.call('ask', '青禾市第三次防汛会议由谁主持？');
      expect(await answer.locator('.h2').textContent()).toBe('林远山');
      const removed = await visit.call('corpus remove', '青禾市召开第三次防汛会议');
      await removed.getByRole('button', { name: 'Remove', exact: true }).click();
      await removed.getByText('Removed: 青禾市召开第三次防汛会议').waitFor();
      const after = await visit.call('ask', '青禾市第三次防汛会议由谁主持？');
      expect(await after.textContent()).not.toContain('林远山');
    });
  });

  describe('by keyboard alone', () => {
    it('completes a command, fills it in and sends it', async () => {
      const { page } = visit;
      await visit.go('general');
      const before = await visit.count();
      await page.keyboard.type('/as');
      expect(await page.locator('.popup-line.active').textContent()).toContain('/ask');
      await page.keyboard.press('Enter');
      await page.locator('#option-question:focus').waitFor();
      await page.keyboard.type('第七次专题会议由谁主持？');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.locator('.popup-title', { hasText: 'Optional' }).waitFor();
      const label = page.locator('.popup-line.active .popup-label');
      while ((await label.textContent()) !== 'private') await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.locator('#option-private:focus').waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      expect(await page.locator('#option-private').inputValue()).toBe('True');
      await page.keyboard.press('Enter');
      const answer = await visit.answer(before);
      expect(await answer.textContent()).toContain('楼阳生');
      expect(await answer.textContent()).toContain('Only you can see this');
    });

    it('leaves a command by Escape and by Backspace', async () => {
      const { page } = visit;
      await page.locator('#composer-text').fill('/ask ');
      await page.locator('#option-question:focus').waitFor();
      await page.keyboard.press('Backspace');
      await page.locator('#composer-text:focus').waitFor();
      await page.keyboard.press('Enter');
      await page.locator('#option-question:focus').waitFor();
      await page.keyboard.press('Escape');
      await page.locator('#composer-text:focus').waitFor();
      expect(await page.locator('#composer-text').inputValue()).toBe('');
    });

    it('asks for a required option that is empty', async () => {
      const { page } = visit;
      await page.locator('#composer-text').fill('/ask ');
      await page.locator('#option-question:focus').waitFor();
      await page.keyboard.press('Enter');
      expect(await page.locator('.popup-title').textContent()).toContain('This option is required.');
      expect(await page.locator('.call').count()).toBe(1);
    });

    it('reaches every control by Tab, each with a name', async () => {
      const { page } = visit;
      await visit.become('Moderator');
      await visit.go('Wenju');
      await page.locator('.starter').first().waitFor();
      await page.evaluate('document.activeElement?.blur()');
      const names = new Set<string>();
      for (let step = 0; step < 40; step += 1) {
        await page.keyboard.press('Tab');
        const name = await page.evaluate<string>(NAME_OF_FOCUSED);
        names.add(name);
      }
      for (const wanted of [
        'archive',
        'Wenju',
        'Member',
        'English',
        'Dark',
        'Attach a file',
        'Send',
        'Messages',
      ])
        expect([...names].some((name) => name.includes(wanted))).toBe(true);
      expect([...names].some((name) => name.includes('Inspector'))).toBe(true);
    });

    it('uses the menu of a message and closes it by Escape', async () => {
      const { page } = visit;
      await visit.call('ask', '第七次专题会议由谁主持？');
      await page.locator('article.message').last().getByRole('button', { name: 'More' }).focus();
      await page.keyboard.press('Enter');
      await page.locator('[role="menuitem"]:focus').waitFor();
      await page.keyboard.press('Escape');
      expect(await page.getByRole('menu').count()).toBe(0);
      await page.locator('button.more:focus').waitFor();
    });

    it('chooses from a select menu', async () => {
      const { page } = visit;
      const answer = await visit.call('sources');
      const before = await answer.textContent();
      const select = answer.getByRole('combobox').first();
      await select.focus();
      await page.keyboard.press('ArrowDown');
      expect(await select.getAttribute('aria-expanded')).toBe('true');
      await page.keyboard.press('Escape');
      expect(await select.getAttribute('aria-expanded')).toBe('false');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await expect.poll(() => answer.textContent(), { timeout: 20_000 }).not.toBe(before);
      expect(await page.getByRole('listbox').count()).toBe(0);
    });
  });

  describe('in any window', () => {
    it('fits a window of 360 px, with the channels behind a button', async () => {
      const narrow = await stage.visit({ viewport: { width: 360, height: 640 } });
      const { page } = narrow;
      await narrow.call('ask', '第七次专题会议由谁主持？');
      const overflow = await page.evaluate<number>(OVERFLOW);
      expect(overflow).toBeLessThanOrEqual(0);
      expect(await page.locator('.sidebar').isVisible()).toBe(false);
      await page.getByRole('button', { name: 'Open channels and settings' }).click();
      await page.getByRole('button', { name: 'archive', exact: true }).click();
      expect(await page.locator('.top h2').textContent()).toContain('archive');
      expect(await page.locator('.sidebar').isVisible()).toBe(false);
      await narrow.close();
    });

    it.each(['dark', 'light'] as const)('takes the system’s %s colours', async (colorScheme) => {
      const other = await stage.visit({ colorScheme });
      expect(await other.page.locator('html').getAttribute('data-theme')).toBe(colorScheme);
      await other.close();
    });

    it('keeps the colours that were chosen', async () => {
      const { page } = visit;
      await page.getByLabel('Light').check();
      await page.reload();
      expect(await page.locator('html').getAttribute('data-theme')).toBe('light');
    });
  });

  describe('as a debugging tool', () => {
    it('lists requests and events as JSON, and filters them', async () => {
      const { page } = visit;
      await visit.call('ask', '第七次专题会议由谁主持？');
      await page.getByRole('button', { name: /Inspector/u }).click();
      await page.getByRole('searchbox').fill('INTERACTION_CREATE');
      const line = page.locator('.journal-line', { hasText: 'INTERACTION_CREATE' }).first();
      await line.locator('summary').click();
      const opened = page.locator('.journal-line[open] pre').first();
      // The text is filled in once the line is open.
      await expect.poll(() => opened.textContent()).not.toBe('');
      const json = await opened.textContent();
      expect(JSON.parse(json ?? '')).toMatchObject({
        event: 'INTERACTION_CREATE',
        data: { data: { name: 'ask' } },
      });
      await page.getByRole('searchbox').fill('');
      await page.getByRole('button', { name: 'Requests', exact: true }).click();
      const title = () => page.locator('.journal-title').first().textContent();
      await expect.poll(title).toMatch(/^(POST|PATCH|GET|PUT|DELETE) /u);
      await page.keyboard.press('Escape');
      await expect.poll(() => page.getByRole('complementary').count()).toBe(0);
    });

    it('has nothing to tell that Discord would not take', () => {
      expect(stage.violations).toEqual([]);
    });
  });

  describe('with articles that attack it', () => {
    it('shows mark-up of an article as text', async () => {
      const { page } = visit;
      const answer = await visit.call('ask', '石桥镇镇长是谁？');
      expect(await answer.textContent()).toContain('卢正平');
      await visit.call('read', '安全须知');
      expect(await page.locator('article img[src="x"], article script').count()).toBe(0);
      expect(await page.locator('article a[href^="javascript:"]').count()).toBe(0);
      expect(await page.title()).not.toBe('坏');
    });

    it('shows mark-up of a message as text', async () => {
      const { page } = visit;
      await visit.go('archive');
      await page
        .locator('#composer-text')
        .fill('<b onclick=alert(1)>x</b> [y](javascript:alert(1)) <script>z</script>');
      await page.keyboard.press('Enter');
      const written = page.locator('article.message').last();
      await written.getByText('<b onclick=alert(1)>x</b>').waitFor();
      expect(await written.locator('a, b[onclick], script').count()).toBe(0);
    });
  });
});
