/** The only door to prom-client: what the bot does, as figures. No label names a person, a server or a question. */
import { AggregatorRegistry, Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Observer } from '../discord/observer.js';
import { type Condition, searches } from './condition.js';
import type { Figures } from './figures.js';

/** Seconds: a search takes milliseconds; past 3 s an answer is late in Discord's eyes. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10, 30];
const MS = 1000;

/** The figures of one process. */
export interface Metrics {
  /** To be handed to the bot. */
  readonly observer: Observer;
  /** What happened here so far. */
  figures(): Promise<Figures>;
}

/** Figures that begin at zero. The process's own (memory, event loop) are among them, under its name. */
export function createMetrics(name: string): Metrics {
  const own = new Registry();
  own.setDefaultLabels({ process: name });
  collectDefaultMetrics({ register: own });
  const registry = new Registry();
  const registers = [registry];
  const questions = new Counter({
    name: 'wenju_questions_total',
    help: 'Questions by the way they came and what became of them.',
    labelNames: ['way', 'status'],
    registers,
  });
  const answerSeconds = new Histogram({
    name: 'wenju_answer_seconds',
    help: 'Time from a question to its answer by the library.',
    labelNames: ['status'],
    buckets: SECONDS,
    registers,
  });
  const handledSeconds = new Histogram({
    name: 'wenju_handled_seconds',
    help: 'Time that dealing with an interaction or a message took, replies to Discord included.',
    labelNames: ['kind', 'name'],
    buckets: SECONDS,
    registers,
  });
  const errors = new Counter({
    name: 'wenju_errors_total',
    help: 'Errors and warnings in the log, by code or name.',
    labelNames: ['code'],
    registers,
  });
  return {
    observer: {
      question: ({ way, status, ms }) => {
        questions.inc({ way, status });
        answerSeconds.observe({ status }, ms / MS);
      },
      handled: ({ kind, name, ms }) => handledSeconds.observe({ kind, name }, ms / MS),
      failure: (code) => errors.inc({ code }),
    },
    figures: async () => [...(await registry.getMetricsAsJSON()), ...(await own.getMetricsAsJSON())],
  };
}

/** What Prometheus calls the format of `metricsText`. */
export const CONTENT_TYPE = Registry.PROMETHEUS_CONTENT_TYPE;

/** The figures of all processes together in the text format of Prometheus, with the condition of this moment. */
export async function metricsText(figures: readonly Figures[], condition: Condition): Promise<string> {
  const now = new Registry();
  conditionGauges([now])(condition);
  const sums = AggregatorRegistry.aggregate(figures.map((one) => [...one]));
  return `${await sums.metrics()}${await now.metrics()}`;
}

/** Gauges that are set when somebody looks. */
function conditionGauges(registers: Registry[]): (condition: Condition) => void {
  const gauge = (name: string, help: string, labelNames: readonly string[] = []): Gauge =>
    new Gauge({ name, help, labelNames: [...labelNames], registers });
  const shardUp = gauge('wenju_gateway_shard_up', 'Whether a gateway connection lives.', ['shard', 'status']);
  const heartbeat = gauge('wenju_gateway_heartbeat_age_seconds', 'Age of the last answered heartbeat.', [
    'shard',
  ]);
  const gateway = gauge('wenju_gateway_up', 'Whether every gateway connection lives.');
  const guilds = gauge('wenju_guilds', 'Servers that the bot is in.');
  const underWay = gauge('wenju_under_way', 'Interactions and messages that are being dealt with.');
  const store = gauge('wenju_store_up', 'Whether the store answers.');
  const index = gauge('wenju_index_up', 'Whether the index answers.');
  const engine = gauge('wenju_search_engine_up', 'Whether all articles can be searched.', ['state']);
  const articles = gauge('wenju_index_articles', 'Articles in the index.');
  const passages = gauge('wenju_index_passages', 'Passages in the index.');
  const age = gauge('wenju_index_age_seconds', 'Time since the index last changed.');
  return ({ bot, isStoreUp, index: state }) => {
    for (const { id, status, heartbeatAge } of bot?.shards ?? []) {
      shardUp.set({ shard: id, status }, status === 'Ready' ? 1 : 0);
      if (heartbeatAge !== null) heartbeat.set({ shard: id }, heartbeatAge / MS);
    }
    gateway.set(bot?.healthy === true ? 1 : 0);
    guilds.set(bot?.guilds ?? 0);
    underWay.set(bot?.underWay ?? 0);
    store.set(isStoreUp ? 1 : 0);
    index.set(state === null ? 0 : 1);
    if (state !== null) engine.set({ state: state.engine ?? 'embedded' }, searches(state) ? 1 : 0);
    articles.set(state?.articles ?? 0);
    passages.set(state?.passages ?? 0);
    age.set(state === null ? 0 : (Date.now() - state.changedAt) / MS);
  };
}
