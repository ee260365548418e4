import { revisedAt } from '../src/articles/article.ts';
import type { ChannelRef, LinkCall } from '../src/chat/chat.ts';
import type { Message } from '../src/chat/message.ts';
import { linksIn } from '../src/services/article-of-link.ts';
import { wordingFor } from '../src/wording/wording-for.ts';
import type { CommandServices } from './define-command.ts';

/** A posted link in one line: its article's first sentence, quoted, with source and date. Only for channels that opted in. */
export async function unfurl({ channel, url }: LinkCall, services: CommandServices): Promise<Message | undefined> {
  const settings = await services.settings.of(channel);
  if (!settings.unfurls) return undefined;
  return describeLink(url, settings, services);
}

/** What the archive has of the first link in a text that is archived; undefined if none is. */
export async function describeLinked(
  text: string,
  channel: ChannelRef,
  services: CommandServices,
): Promise<Message | undefined> {
  const settings = await services.settings.of(channel);
  for (const link of linksIn(text)) {
    const message = await describeLink(link, settings, services);
    if (message) return message;
  }
  return undefined;
}

/** What the archive has of a link, in one line with buttons for its story; undefined for what is not archived. */
async function describeLink(
  url: string,
  settings: { readonly language: string; readonly zone: string },
  services: CommandServices,
): Promise<Message | undefined> {
  const article = await services.articleOf(url);
  const [lead] = article?.sentences ?? [];
  if (!article || !lead) return undefined;
  const storyId = await services.archive.storyOf(article.id);
  const at = revisedAt(article).toString();
  const host = new URL(article.url).hostname.replace(/^www\./u, '');
  const value = String(storyId);
  const say = wordingFor(settings.language, article.language).answer;
  return {
    summary: `${article.headline}: ${lead.text}`,
    blocks: [
      {
        kind: 'paragraph',
        spans: [
          { kind: 'quoted', text: lead.text },
          { kind: 'text', text: '  ' },
          { kind: 'link', text: host, url: article.url },
          { kind: 'text', text: ', ' },
          { kind: 'time', at, zone: settings.zone, precision: 'day' },
        ],
      },
      ...(storyId === undefined
        ? []
        : [
            {
              kind: 'actions' as const,
              items: [
                { kind: 'button' as const, label: say.background, action: 'background', value },
                { kind: 'button' as const, label: say.whosWho, action: 'whos-who', value },
              ],
            },
          ]),
    ],
  };
}
