import type { StorySummary } from '../src/answers/archive.ts';
import { profileActor } from '../src/answers/profile-actor.ts';
import type { Message } from '../src/chat/message.ts';
import type { CommandServices } from './define-command.ts';
import { whosWhoMessage } from './whos-who-message.ts';

const listedActors = 8;

/** Who a story's articles name most, with the newest role the archive gives. */
export async function whosWhoOfStory(story: StorySummary, services: CommandServices): Promise<Message> {
  const articles = await services.archive.listArticles({ storyId: story.id });
  return whosWhoOfArticles(story.title, articles, services);
}

/** The same of any articles. */
export async function whosWhoOfArticles(
  title: string,
  articles: readonly { readonly id: string; readonly language: string }[],
  { archive }: CommandServices,
): Promise<Message> {
  const ids = articles.map(({ id }) => id);
  const found = await archive.actorsIn(ids, listedActors);
  const people = await Promise.all(
    found.map(async ({ actor, articles: count }) => ({ ...(await profileActor(actor, archive)), articleCount: count })),
  );
  return whosWhoMessage({ title, people, articles: ids.length, language: articles[0]?.language ?? 'en' });
}
