/** What /read, /sources and /timeline do. */
import type { Call, Choice, Query } from '../command.js';
import { plainMarkdown } from '../markdown.js';
import { renderNotice } from '../rendering/notice.js';
import { suggestArticles } from './article-choice.js';
import { pageOfParagraph, pageReply } from './reading-pages.js';
import { EVERYTHING, sourceList } from './source-list.js';
import { plainSubject, timelinePage, wantedPage } from './timeline-pages.js';

/** What was typed is repeated up to here. */
const MAX_TYPED = 100;

/** Suggestions for the option that takes an article. */
export function suggestArticle({ services, typed }: Query): Promise<readonly Choice[]> {
  return suggestArticles(services.library, typed);
}

/** `/read`, after it was deferred. */
export async function readFor(call: Call): Promise<void> {
  const { services, texts } = call;
  const typed = call.text('article');
  const found = await services.library.find(typed);
  const article = found === null ? null : await services.library.article(found.id);
  if (article === null) {
    await call.reply(renderNotice(texts.reading.noSuchArticle(plainMarkdown(typed, MAX_TYPED)), 'neutral'));
    return;
  }
  const paragraph = call.integer('paragraph');
  const page = paragraph === null ? 1 : pageOfParagraph(article, paragraph);
  await call.reply(
    page === null
      ? renderNotice(texts.reading.noSuchParagraph(article.paragraphs.length), 'neutral')
      : pageReply(article, page, paragraph, texts),
  );
}

/** `/sources`, after it was deferred. */
export async function sourcesFor({ reply, services, texts }: Call): Promise<void> {
  await reply(sourceList(await services.library.browse(EVERYTHING), EVERYTHING, texts));
}

/** `/timeline`: for all, unless the server's moderators have set otherwise. */
export async function timelineFor(call: Call): Promise<void> {
  const { place, services, texts } = call;
  const { privateByDefault } = await services.guildSettings.of(place.guildId);
  await call.defer(privateByDefault ? 'asker' : 'everyone');
  const subject = plainSubject(call.text('subject'));
  await call.reply(timelinePage(await services.library.timeline(subject, wantedPage(1)), texts.locale));
}
