import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { answerTo, buildTown, controlsOf, type Town, textOf } from './town.js';

/** How often the bot goes through all faults: `npm run soak -- --rounds N`; vitest.config.ts leaves it out else. */
const ROUNDS = Number(process.env.WENJU_ROUNDS ?? 1);
const ROUND_TIMEOUT_MS = 180_000;
/** Discord's times, about 150 times as fast. */
const TIMES = { heartbeatMs: 270, resumeMs: 1_200, tokenMs: 5_000, acknowledgeMs: 3_000 } as const;
/** What five minutes are then. */
const FIVE_MINUTES_MS = 2_000;
/** How much later than the last moment something comes that is late. */
const LATE_MS = 300;
const QUESTIONS_BETWEEN = 20;
const PATIENCE_MS = 30_000;
/** A conversation partner is answered within this, or asks again. */
const ASK_AGAIN_MS = 1_000;
/** How much larger the heap may be after all rounds than after the first. */
const MOST_GROWTH = 1.25;

/** The requests by which people are answered. */
const ANSWERS = /^(?:POST \/(?:channels|interactions)|PATCH \/webhooks)/u;

type Fault = (town: Town) => void | Promise<void>;

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const FAULTS: Readonly<Record<string, Fault>> = {
  'the gateway drops': ({ loopback }) => loopback.faults.dropGateway(),
  'the gateway asks to reconnect': ({ loopback }) => loopback.faults.reconnect(),
  'the session is invalid': ({ loopback }) => loopback.faults.invalidSession(),
  'the session is invalid and can be resumed': ({ loopback }) => loopback.faults.invalidSession(true),
  'the session is forgotten': ({ loopback }) => {
    loopback.faults.forgetSessions();
    loopback.faults.dropGateway();
  },
  'the connection is a zombie': ({ loopback }) => loopback.faults.zombie(),
  'the gateway is down for five minutes': async ({ loopback }) => {
    loopback.faults.gatewayDown(true);
    await wait(FIVE_MINUTES_MS);
    loopback.faults.gatewayDown(false);
  },
  'REST says 429 with Retry-After': ({ loopback }) => loopback.faults.rateLimit(ANSWERS, 3, 0.3),
  'REST says 429 without Retry-After': ({ loopback }) => loopback.faults.rateLimit(ANSWERS, 3, null),
  'REST says 500': ({ loopback }) => loopback.faults.failRest(ANSWERS, 3, 500),
  'REST cuts the connection': ({ loopback }) => loopback.faults.dropRest(ANSWERS, 2),
  'an answer comes after its token has died': async ({ home, library, loopback, member }) => {
    const { ask } = library;
    library.ask = async (question) => {
      await wait(TIMES.tokenMs + LATE_MS);
      return ask(question);
    };
    loopback.command({ user: member, guild: home, name: 'ask', options: { question: '谁主持？' } });
    await wait(TIMES.tokenMs + 2 * LATE_MS);
    library.ask = ask;
  },
  'interactions come twice': ({ loopback }) => loopback.faults.repeatInteractions(QUESTIONS_BETWEEN),
};

/** Asks until an answer comes; people do. Milliseconds that it took. */
async function recovery({ loopback, member }: Town): Promise<number> {
  const started = performance.now();
  while (performance.now() - started < PATIENCE_MS) {
    const question = await loopback.say({ user: member, dm: true, content: '谁主持？' });
    const reply = await loopback.waitForMessage(answerTo(question), ASK_AGAIN_MS).catch(() => null);
    if (reply !== null) return performance.now() - started;
  }
  throw new Error(`no answer within ${PATIENCE_MS} ms`);
}

/** A few questions of people in the server, each of which must be answered, and a button that must do something. */
async function talk({ home, loopback, member }: Town): Promise<void> {
  const ask = () =>
    loopback.command({ user: member, guild: home, name: 'ask', options: { question: '谁主持？' } });
  const answers = await Promise.all(Array.from({ length: QUESTIONS_BETWEEN }, () => ask().answered()));
  for (const answer of answers) expect(textOf(answer)).toContain('林远山');
  const [answer] = answers;
  const [control] = controlsOf(answer ?? null);
  if (answer !== undefined && control !== undefined) await loopback.click(answer, control, member).response;
}

function heapMb(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed / 1_000_000;
}

it(
  'a bot that lives through every fault again and again comes back each time and keeps its size',
  async () => {
    const town = await buildTown({ ...TIMES, journalEntries: 500, messagesPerChannel: 50 });
    const bot = await town.start({ rates: { asker: [], server: [], acts: [] } });
    const times = new Map<string, number[]>();
    const heaps: number[] = [];
    try {
      for (let round = 1; round <= ROUNDS; round += 1) {
        for (const [name, fault] of Object.entries(FAULTS)) {
          await fault(town);
          times.set(name, [...(times.get(name) ?? []), await recovery(town)]);
          town.loopback.faults.clear();
          await talk(town).catch((cause: unknown) => {
            throw new Error(`not every question was answered after ${name}`, { cause });
          });
          await expect.poll(() => bot.health().healthy, { timeout: PATIENCE_MS }).toBe(true);
          // A log that is kept would grow, and nothing else of the bot's may.
          (town.logger.entries as object[]).length = 0;
        }
        heaps.push(heapMb());
      }
      expect(town.loopback.sessions).toHaveLength(1);
      expect(town.loopback.violations).toEqual([]);
      for (const [name, all] of times) {
        const sorted = [...all].sort((a, b) => a - b);
        const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
        console.log(`${name}: median ${median.toFixed(0)} ms, longest ${sorted.at(-1)?.toFixed(0)} ms`);
      }
      console.log(`heap after each round, MB: ${heaps.map((mb) => mb.toFixed(1)).join(' ')}`);
      const [first = 0] = heaps;
      expect(heaps.at(-1) ?? 0).toBeLessThan(first * MOST_GROWTH);
    } finally {
      await town.close();
    }
  },
  ROUND_TIMEOUT_MS * ROUNDS,
);
