/** The door of the outside message components: those that are used, in the colours of this page. */
import '@skyra/discord-components-core/discord-action-row.js';
import '@skyra/discord-components-core/discord-embed-description.js';
import '@skyra/discord-components-core/discord-embed-fields.js';
import '@skyra/discord-components-core/discord-embed-footer.js';
import '@skyra/discord-components-core/discord-embed-field.js';
import '@skyra/discord-components-core/discord-messages.js';
import '@skyra/discord-components-core/discord-spoiler.js';
import { DiscordAuthorInfo } from '@skyra/discord-components-core/discord-author-info.js';
import { DiscordEmbed } from '@skyra/discord-components-core/discord-embed.js';
import { DiscordMention } from '@skyra/discord-components-core/discord-mention.js';
import { DiscordMessage } from '@skyra/discord-components-core/discord-message.js';
import { DiscordReply } from '@skyra/discord-components-core/discord-reply.js';
import { css } from 'lit';

/** Page variables reach into shadow roots; these rules stand after the components' own. */
DiscordMessage.elementStyles.push(css`
  :host {
    padding-right: 16px;
    font-family: inherit;
    color: var(--text);
  }
  :host(:hover) { background: none; }
  .discord-message-content { min-width: 0; line-height: 1.45; }
  .discord-message-timestamp { color: var(--faint) !important; margin-left: 4px; }
  .discord-author-avatar img { cursor: default; }
  .discord-message-markup { line-height: 1.45; }
  @media (max-width: 600px) {
    .discord-author-avatar { margin-right: 10px; min-width: 32px; }
    .discord-author-avatar img { width: 32px; height: 32px; }
  }
`);
DiscordAuthorInfo.elementStyles.push(css`
  :host .discord-author-username { color: var(--strong); font-weight: 600; }
  :host .discord-author-username:hover { text-decoration: none; cursor: default; }
  :host .discord-application-tag { margin-left: 6px; }
`);
DiscordEmbed.elementStyles.push(css`
  :host { color: var(--text); font-size: 0.9375rem; line-height: 1.5; margin: 4px 0; max-width: 640px; }
  :host .discord-embed-root { flex: 0 1 auto; }
  :host .discord-embed-wrapper,
  :host([light-theme]) .discord-embed-wrapper {
    background: var(--card);
    border: 1px solid var(--line);
    border-left: 0;
    max-width: 620px;
    border-radius: 0 6px 6px 0;
  }
  :host .discord-embed-wrapper .discord-embed-grid { padding: 0.5rem 1rem 0.9rem 0.85rem; min-width: 0; }
  :host .discord-left-border { border-radius: 6px 0 0 6px; }
`);
DiscordReply.elementStyles.push(css`
  :host { font-family: inherit; color: var(--faint); margin-left: 56px; min-width: 0; }
  .discord-replied-message-username { color: var(--text); font-weight: 600; }
  .discord-replied-message-content { cursor: default; overflow: hidden; text-overflow: ellipsis; }
  @media (max-width: 600px) { :host { margin-left: 42px; } }
`);
DiscordMention.elementStyles.push(css`
  :host,
  :host([light-theme]) { color: var(--mention); background: var(--mention-back); }
  :host(:hover),
  :host([light-theme]:hover) { color: var(--mention); background: var(--mention-back); }
`);
