import type { ActorKind } from '../src/actors/actor.ts';
import type { Caller } from '../src/chat/chat.ts';
import type { Message } from '../src/chat/message.ts';
import type { LinePlace } from '../src/intents/line.ts';
import { fold, termOf } from '../src/text/terms.ts';
import type { Catalog } from '../src/wording/catalog.ts';
import type { CommandServices } from './define-command.ts';

/** A line that somebody typed in words of their own. */
export interface LineRequest {
  readonly text: string;
  readonly place: LinePlace;
  readonly caller: Caller;
  readonly services: CommandServices;
  readonly say: Catalog;
  /** The command that it is by the strict syntax, a question to the archive at least. */
  readonly asTyped?: { readonly command: string; readonly options: Readonly<Record<string, string>> };
  /** What is wrong with it as a command. */
  readonly problem?: string;
  /** Where it was typed, if it is for another channel. */
  readonly askedIn?: string;
}

/** What a line comes to: a command with its options, or something of its own. */
export type LineOutcome =
  | { readonly kind: 'command'; readonly command: string; readonly options: Readonly<Record<string, string>> }
  | { readonly kind: 'answer'; readonly managesChannel: boolean; run(): Promise<Message> };

/** How far news is looked for: the last week, then the last month. */
const daysBack = [7, 30] as const;

/**
 * The interest of a line that wants news: as it was read where it is a topic, a region, or anything else that the last month has news of, else its words
 * one by one; undefined where nothing has these either.
 */
export async function interestWithNews(
  interest: string,
  { caller, services, say }: LineRequest,
): Promise<string | undefined> {
  const isKnown = /:|\b(?:AND|OR|NOT)\b/u.test(interest) || services.topics.some(({ id }) => id === interest);
  if (isKnown) return interest;
  const { language } = await services.settings.of(caller.channel);
  const words = interest.replaceAll('"', '').split(/\s+/u);
  const content = words.filter((word) => termOf(word, say.locale) !== undefined);
  const wordings = words.length > 1 && content.length > 0 ? [interest, content.join(' AND ')] : [interest];
  for (const days of daysBack) {
    const found = await services.briefings.firstWithNews(wordings, language, days);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whoever of these kinds the archive knows by these words alone: a name, a surname, or an acronym. */
async function actorNamed(
  name: string,
  kinds: readonly ActorKind[],
  { archive }: CommandServices,
): Promise<string | undefined> {
  const isSame = (other: string) => fold(other) === fold(name) || fold(other).endsWith(` ${fold(name)}`);
  const found = (await archive.findActors(name)).find((one) => kinds.includes(one.kind) && isSame(one.name));
  return found?.name;
}

/** A person whom the archive knows by these words alone is meant, not the words. */
export async function namedActor(interest: string, services: CommandServices): Promise<string> {
  const name = interest.replace(/^actor:/u, '').replaceAll('"', '');
  const isTopic = services.topics.some(({ id }) => id === name);
  if (/\b(?:AND|OR|NOT)\b|:/u.test(name) || isTopic || name === 'everything') return interest;
  const found = await actorNamed(name, ['person'], services);
  return found === undefined ? interest : `actor:"${found}"`;
}

/** A story by its number in the last briefing, or by its id where it was typed as one; undefined where neither names any. */
export async function storyMeant(interest: string | undefined, request: LineRequest): Promise<LineOutcome | undefined> {
  const { caller, services, asTyped } = request;
  const [, number] = /^story:(\d+)$/u.exec(interest ?? '') ?? [];
  const shown =
    number === undefined ? undefined : (await services.briefings.shownTo(caller))?.stories[Number(number) - 1]?.storyId;
  const isId = number !== undefined && asTyped?.command === 'story';
  const story = shown ?? (isId ? number : undefined);
  return story === undefined ? undefined : { kind: 'command', command: 'story', options: { story } };
}

/** More words than these are a sentence. */
const mostBareWords = 4;

/** A name or a few words without a verb: who that is, else the news of the last month on it; undefined where there is none. */
export async function bareWords(request: LineRequest): Promise<LineOutcome | undefined> {
  const { text, services, problem, asTyped } = request;
  const words = text.trim().replace(/^\//u, '');
  const isBare = /^[^/:]+$/u.test(words) && words.split(/\s+/u).length <= mostBareWords;
  if (problem !== undefined || !isBare || (asTyped && asTyped.command !== 'ask')) return undefined;
  const actor = await actorNamed(words, ['person', 'organization'], services);
  if (actor !== undefined) return { kind: 'command', command: 'who', options: { actor } };
  const interest = await interestWithNews(/\s/u.test(words) ? `"${words.replaceAll('"', '')}"` : words, request);
  return interest === undefined ? undefined : { kind: 'command', command: 'brief', options: { interest } };
}

/** No name has this many words: "the first woman to coach ..." is a question about somebody. */
const mostWordsOfName = 3;

/** Whether words may be a name: few of them, or those of somebody whom the archive knows. */
export async function isAName(words: string | undefined, { archive }: CommandServices): Promise<boolean> {
  if (words === undefined || words.trim().split(/\s+/u).length <= mostWordsOfName) return true;
  return (await archive.findActors(words)).length > 0;
}

/** "/why Flood kills nine in Sarwana", with words of a title, and not "why did the river flood Sarwana". */
export async function isWhyCommand({ asTyped: typed, services, caller }: LineRequest): Promise<boolean> {
  const { article } = typed?.command === 'why' ? typed.options : {};
  return article !== undefined && services.explains(article, { caller });
}

/** "Who Park Jin", and not "who won the vote". */
export async function isWhoCommand({ asTyped: typed, services }: LineRequest): Promise<boolean> {
  if (typed?.command !== 'who' || typed.options.actor === undefined) return false;
  return (await services.archive.findActors(typed.options.actor)).length > 0;
}
