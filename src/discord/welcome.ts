/** What the bot says of itself, with questions to begin with as buttons that ask them. */
import type { Language } from '../retrieval/question.js';
import { answerIn } from './asking.js';
import type { Services } from './command.js';
import type { ComponentHandler } from './component.js';
import { CONTROL_LIMITS, type Row } from './controls.js';
import { customId, wholeNumber } from './custom-id.js';
import type { Reply } from './limits.js';
import { describeError, type Logger } from './logger.js';
import { renderHelp, renderNotice } from './rendering/notice.js';
import type { Locale, Texts } from './texts/texts.js';

const STARTER = 'starter';
const MOST_STARTERS = 3;
/** Of a greeting; longer messages are questions. */
const LONGEST_GREETING = 24;
const GREETING =
  /^(?:hi|hey|hello|hallo|help|start|test|ping|good (?:morning|afternoon|evening)|你好|您好|妳好|嗨|哈[喽囉啰]|在吗|在嗎|早上好|晚上好|早安|午安|晚安|帮助|幫助|说明|說明|测试|測試|怎么用|怎麼用|你是谁|你是誰)[\s!！.。,，~～?？👋]*$/iu;

const LANGUAGE_OF: Readonly<Record<Locale, Language>> = {
  'en-US': 'en',
  'zh-CN': 'zh-Hans',
  'zh-TW': 'zh-Hant',
};
const LANGUAGES: ReadonlySet<string> = new Set(Object.values(LANGUAGE_OF));
const isLanguage = (text: string): text is Language => LANGUAGES.has(text);

/** Whether a message only says hello, or asks what the bot is. */
export function isGreeting(text: string): boolean {
  return text.length <= LONGEST_GREETING && GREETING.test(text.trim());
}

/** Questions that the corpus answers; none when they cannot be had, for help without them is still help. */
async function startersFor(
  language: Language,
  services: Services,
  logger: Logger,
): Promise<readonly string[]> {
  try {
    return (await services.library.starters(language)).slice(0, MOST_STARTERS);
  } catch (error) {
    logger.warn({ error: describeError(error) }, 'There are no questions to begin with');
    return [];
  }
}

/** What the bot does, how to ask it, and questions to begin with. */
export async function welcome(texts: Texts, services: Services, logger: Logger): Promise<Reply> {
  const language = LANGUAGE_OF[texts.locale];
  const starters = await startersFor(language, services, logger);
  const rows: readonly Row[] = starters.map((label, index) => [
    { id: customId(STARTER, language, index), label, style: 'primary' },
  ]);
  return { ...renderHelp(texts, starters.length > 0), rows };
}

/** The question on a button: what the button says, or where that is cut, the starter of that place. */
async function questionOf(
  label: string | null,
  [language = '', index]: readonly string[],
  services: Services,
  logger: Logger,
): Promise<string | null> {
  if (label !== null && label.length < CONTROL_LIMITS.buttonLabel) return label;
  const starters = isLanguage(language) ? await startersFor(language, services, logger) : [];
  return starters[wholeNumber(index) ?? MOST_STARTERS] ?? null;
}

/** Asks the question on the button: for all where all see the button, in private below a private message. */
export const starter: ComponentHandler = {
  prefix: STARTER,
  async press(press) {
    const { args, label, logger, message, services, texts } = press;
    const question = await questionOf(label, args, services, logger);
    if (question === null) {
      await press.tell(renderNotice(texts.failure.unknownControl, 'neutral'));
      return;
    }
    const audience = message?.ephemeral === true ? 'asker' : 'everyone';
    await answerIn(press, { question, way: 'starter', audience, context: 'nothing' });
  },
};
