import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commands, components } from '../../../commands/index.js';
import { readArticles, UnreadableFileError } from '../../../src/corpus/read.js';
import { type Bot, startBot } from '../../../src/discord/bot.js';
import type { BotSettings } from '../../../src/discord/settings.js';
import { summaryOf, textOf, UPLOADS } from '../../../src/library/articles.js';
import { listed } from '../../../src/library/listed.js';
import { previewOf, previewOfUnreadable } from '../../../src/library/preview.js';
import type { Library } from '../../../src/library.js';
import {
  type Loopback,
  type LoopbackOptions,
  startLoopback,
} from '../../../src/playground/loopback/server.js';
import type { Guild, User } from '../../../src/playground/loopback/world.js';
import { openStore, type Store } from '../../../src/store/store.js';
import {
  catalogueOver,
  type LibraryDouble,
  libraryDouble,
  REPORT,
  recordingLogger,
} from '../library-double.js';

export type Message = Awaited<ReturnType<Loopback['say']>>;

/** Articles of the corpus folder by their file, for the shelf. */
const FOLDER: Readonly<Record<string, string>> = {
  'bridge.txt':
    '青河大桥通车\n青河日报 2021-07-05\n7月4日，青河大桥正式通车，市长林远山出席通车仪式并讲话。\n大桥全长两千一百米，工程历时三年。',
  'museum.txt': '青河博物馆开馆\n青河日报 2022-03-01\n3月1日，青河博物馆正式开馆，馆长周若水介绍了馆藏。',
};

/** A local Discord with a home server and another one, a real store in a folder of its own, and a bot. */
export interface Council {
  readonly loopback: Loopback;
  readonly home: Guild;
  readonly member: User;
  readonly moderator: User;
  readonly other: Guild;
  /** Manages the other server, and is no member of the home server. */
  readonly stranger: User;
  readonly store: Store;
  readonly library: LibraryDouble;
  readonly logger: ReturnType<typeof recordingLogger>;
  /** The time that the bot sees; tests move it. */
  now: number;
  start(settings?: Partial<BotSettings>): Promise<Bot>;
  close(): Promise<void>;
}

const isUploaded = ({ file }: { readonly file: string }): boolean => file.startsWith(UPLOADS);

/** A library without an index: it reads a fixed folder and the store's uploads as the real one does. */
export function shelf(store: Store, folder: Readonly<Record<string, string>> = FOLDER): LibraryDouble {
  const read = (file: string, bytes: Uint8Array) => readArticles({ file, bytes });
  const all = async () => {
    const hidden = new Set(await store.uploads.hidden());
    const uploads = await Promise.all(
      (await store.uploads.list()).map(async ({ name }) => ({
        file: `${UPLOADS}${name}`,
        bytes: (await store.uploads.bytes(name)) ?? new Uint8Array(),
      })),
    );
    const files = Object.entries(folder).map(([file, text]) => ({ file, bytes: Buffer.from(text) }));
    return [...files, ...uploads]
      .flatMap(({ file, bytes }) => read(file, bytes).articles)
      .filter(({ id }) => !hidden.has(id));
  };
  const report = async () => ({
    ...REPORT,
    articles: (await all()).length,
    added: listed<string>([]),
    changed: listed<string>([]),
    removed: listed<string>([]),
  });
  const library: Partial<Library> = {
    ...catalogueOver(async () => (await all()).map((article) => summaryOf(article, isUploaded(article)))),
    article: async (id) => {
      const found = (await all()).find((article) => article.id === id);
      return found === undefined ? null : textOf(found, isUploaded(found));
    },
    preview: async (name, bytes) => {
      const file = `${UPLOADS}${name}`;
      try {
        const { articles, warnings } = read(file, bytes);
        return previewOf(articles, warnings);
      } catch (error) {
        if (!(error instanceof UnreadableFileError)) throw error;
        return previewOfUnreadable({ file, code: error.code, reason: error.reason });
      }
    },
    idsIn: async (name, bytes, among) => {
      const ids = new Set(read(`${UPLOADS}${name}`, bytes).articles.map(({ id }) => id));
      return among.filter((id) => ids.has(id));
    },
    refresh: report,
    reindex: report,
  };
  return { ...libraryDouble(), ...library };
}

/** Builds a council without a running bot. */
export async function buildCouncil(options: LoopbackOptions = {}): Promise<Council> {
  const dataDir = await mkdtemp(join(tmpdir(), 'council-'));
  const store = await openStore({ dataDir });
  const loopback = await startLoopback(options);
  const home = loopback.world.addGuild({ name: 'Qinghe' });
  const other = loopback.world.addGuild({ name: 'Elsewhere' });
  const logger = recordingLogger();
  const bots: Bot[] = [];
  const council: Council = {
    loopback,
    home,
    other,
    member: loopback.world.addMember(home, { name: 'Su He', locale: 'zh-CN' }),
    moderator: loopback.world.addMember(home, { name: 'Chen', permissions: ['ManageGuild'] }),
    stranger: loopback.world.addMember(other, { name: 'Stranger', permissions: ['ManageGuild'] }),
    store,
    library: shelf(store),
    logger,
    now: Date.now(),
    async start(settings = {}) {
      const bot = await startBot({
        settings: { token: loopback.token, apiBase: loopback.api, homeGuildIds: [home.id], ...settings },
        library: council.library,
        store,
        commands,
        components,
        logger,
        clock: () => council.now,
      });
      bots.push(bot);
      return bot;
    },
    async close() {
      await Promise.all(bots.map((bot) => bot.stop()));
      await loopback.close();
      await store.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
  return council;
}

/** The texts of a message's embeds, and what stands above and below them. */
export function wordsOf(message: Message | null): string {
  const embeds = message?.embeds ?? [];
  const texts = embeds.flatMap(({ title, description, footer }) => [title, description, footer?.text]);
  return [message?.content, ...texts].filter((text) => text !== undefined && text !== '').join('\n');
}

/** A button or a menu of a message. */
export interface Control {
  readonly customId: string;
  readonly label: string;
  readonly disabled: boolean;
}

/** All controls of a message, in order. */
export function controlsOf(message: Message | null): readonly Control[] {
  return (message?.components ?? []).flatMap((row) =>
    'components' in row
      ? row.components.flatMap((control) =>
          'custom_id' in control && control.custom_id !== undefined
            ? [
                {
                  customId: control.custom_id,
                  label:
                    ('label' in control ? control.label : undefined) ??
                    ('emoji' in control ? control.emoji?.name : undefined) ??
                    '',
                  disabled: 'disabled' in control && control.disabled === true,
                },
              ]
            : [],
        )
      : [],
  );
}

/** The id of the control that is labelled so. */
export function controlId(message: Message | null, label: string): string {
  const found = controlsOf(message).find((control) => control.label === label);
  if (found === undefined)
    throw new Error(`no control ${label} among ${JSON.stringify(controlsOf(message))}`);
  return found.customId;
}
