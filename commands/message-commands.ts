import { readActors } from '../src/actors/read-actors.ts';
import { answerMessage } from '../src/answers/answer-message.ts';
import { questionLanguage } from '../src/answers/question-language.ts';
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
  /** The text of the message: untrusted, links included. */
  readonly text: string;
  readonly services: CommandServices;
  readonly say: Catalog;
}

const mostNames = 8;
/** Longer texts are not a topic. */
const topicLength = 200;

/** The commands in the context menu of a message. */
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

/** Actors of the archive that a text names, in text order. An ambiguous name is left out rather than guessed. */
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

/** The first line of a message that contains words. */
function topicOf(text: string): string {
  const lines = withoutLinks(text).split('\n');
  const [line = ''] = lines.filter((each) => /\p{L}{2}/u.test(each));
  return line.trim().slice(0, topicLength);
}

/** The URL of a DW article contains its headline. */
function withoutLinks(text: string): string {
  return text.replaceAll(/https?:\/\/\S+/gu, (link) => {
    const slug = /\/([^/]+)\/(?:a|live|g|video|audio)-\d+/u.exec(link)?.[1];
    return slug === undefined ? ' ' : slug.replaceAll('-', ' ');
  });
}
