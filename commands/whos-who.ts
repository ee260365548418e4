import type { ActorProfile, StorySummary } from '../src/answers/archive.ts';
import { profileActor } from '../src/answers/who/profile-actor.ts';
import type { CommandContext } from '../src/chat/command.ts';
import type { Message } from '../src/chat/message.ts';
import type { CommandServices } from './define-command.ts';
import { whosWhoMessage } from './whos-who-message.ts';

type ReplyContext = Pick<CommandContext<CommandServices>, 'services' | 'say'>;

const readActors = 24;
const listedActors = 8;

/** The actors that a story's articles name most, each with its newest role in the archive. */
export async function whosWhoOfStory(story: StorySummary, reply: ReplyContext): Promise<Message> {
  const articles = await reply.services.archive.listArticles({ storyId: story.id });
  return whosWhoOfArticles(story.title, articles, reply);
}

/** The same for any articles. */
export async function whosWhoOfArticles(
  title: string,
  articles: readonly { readonly id: string }[],
  { services: { archive }, say }: ReplyContext,
): Promise<Message> {
  const ids = articles.map(({ id }) => id);
  const found = (await archive.actorsIn(ids, readActors)).toSorted(placesLast).slice(0, listedActors);
  const people = await Promise.all(
    found.map(async ({ actor, articles: count }) => ({ ...(await profileActor(actor, archive)), articleCount: count })),
  );
  return whosWhoMessage({ title, people, articles: ids.length }, say);
}

/** Actors before places; otherwise by number of mentions. */
function placesLast(one: { readonly actor: ActorProfile }, other: { readonly actor: ActorProfile }): number {
  return Number(one.actor.kind === 'place') - Number(other.actor.kind === 'place');
}
