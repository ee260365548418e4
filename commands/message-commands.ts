import { readActors } from '../src/actors/read-actors.ts';
import { answerMessage } from '../src/answers/answer-message.ts';
import { questionLanguage } from '../src/answers/question/question-language.ts';
import { profileActor } from '../src/answers/who/profile-actor.ts';
import { resolveName } from '../src/answers/who/resolve-name.ts';
import type { Article } from '../src/articles/article.ts';
import type { MessageCommandCall } from '../src/chat/chat.ts';
import type { Message } from '../src/chat/message.ts';
import { linksIn } from '../src/services/article-of-link.ts';
import { splitSentences } from '../src/text/sentences.ts';
import { UserError } from '../src/user-error.ts';
import type { Catalog } from '../src/wording/catalog.ts';
import type { CommandServices } from './define-command.ts';
import { whosWhoOfArticles } from './whos-who.ts';
import { whosWhoMessage } from './whos-who-message.ts';

interface MessageRequest {
  /** What the message says: anybody's words, links included. */
  readonly text: string;
  readonly services: CommandServices;
  readonly say: Catalog;
}

const mostNames = 8;
/** More is no longer a topic. */
const topicLength = 200;

/** What can be asked of a message that somebody wrote. */
export const messageCommands: Readonly<
  Record<MessageCommandCall['command'], (request: MessageRequest) => Promise<Message>>
> = {
  async who({ text, services, say }) {
    const [article] = await linkedArticles(text, services);
    if (article) return whosWhoOfArticles(article.headline, [article], { services, say });
    const people = await peopleIn(withoutLinks(text), services);
    if (people.length > 0) return whosWhoMessage({ title: say.answer.inThisMessage, people }, say);
    const hasLinks = linksIn(text).length > 0;
    throw new UserError(({ refusals }) => (hasLinks ? refusals.nobodyLinked : refusals.nobodyNamed));
  },

  async background({ text, services, say }) {
    const [article] = await linkedArticles(text, services);
    const storyId = article && (await services.archive.storyOf(article.id));
    const topic = storyId === undefined ? (article?.headline ?? topicOf(text)) : String(storyId);
    if (topic === '') throw new UserError(({ refusals }) => refusals.noTopic);
    return answerMessage(await services.answers.background(topic, say.locale), say.locale);
  },
};

async function linkedArticles(text: string, { articleOf }: CommandServices): Promise<readonly Article[]> {
  const found = await Promise.all(linksIn(text).map((link) => articleOf(link)));
  return found.flatMap((article) => article ?? []);
}

/** Those whom a text names and the archive knows, in the order of the text. A name that may be two is left out rather than guessed. */
async function peopleIn(text: string, { archive }: CommandServices) {
  const language = questionLanguage(text);
  const sentences = splitSentences(text, language).map((sentence, index) => ({
    text: sentence.text,
    index,
    role: 'body' as const,
    block: 0,
  }));
  const { actors } = readActors({ headline: '', language, sentences });
  const found = new Map<number, Awaited<ReturnType<typeof profileActor>>>();
  for (const { name, aliases } of actors.slice(0, mostNames * 2)) {
    for (const spelling of [name, ...aliases]) {
      const resolved = await resolveName(spelling, archive);
      if (resolved.kind !== 'actor' || resolved.isNear) continue;
      found.set(resolved.actor.id, await profileActor(resolved.actor, archive));
      break;
    }
  }
  return [...found.values()].slice(0, mostNames);
}

/** A message's first line that has words. */
function topicOf(text: string): string {
  const lines = withoutLinks(text).split('\n');
  const [line = ''] = lines.filter((each) => /\p{L}{2}/u.test(each));
  return line.trim().slice(0, topicLength);
}

/** An address of a DW article has its headline in it. */
function withoutLinks(text: string): string {
  return text.replaceAll(/https?:\/\/\S+/gu, (link) => {
    const slug = /\/([^/]+)\/(?:a|live|g|video|audio)-\d+/u.exec(link)?.[1];
    return slug === undefined ? ' ' : slug.replaceAll('-', ' ');
  });
}
