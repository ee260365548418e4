import type { APIMessage, APIMessageApplicationCommandInteractionData } from 'discord.js';
import type { Asker } from '../chat.ts';
import { messageCommands } from './application-commands.ts';
import { readCustomId } from './custom-id.ts';
import type { Arrival } from './read-interaction.ts';

const longestTopic = 200;

/**
 * What a message's menu asks for. Of our own messages the first story is meant, by the reference its buttons carry; of others their words,
 * where an address of an article counts as the words in it.
 */
export function readMessageCommand(data: APIMessageApplicationCommandInteractionData, asker: Asker): Arrival {
  const message = data.resolved.messages[data.target_id];
  if (!message) return { kind: 'unknown' };
  const channel = { ...asker.channel, messageId: message.id };
  const isWho = data.name === messageCommands.whoIsInThis;
  const action = isWho ? 'whos-who' : 'background';
  const reference = referencesIn(message).find((each) => each.action === action);
  if (reference) return { kind: 'action', call: { asker, ...reference, post: channel } };
  // Background answers who takes part, too.
  return { kind: 'command', call: { asker, command: 'background', options: { topic: topicOf(message) } } };
}

interface AnyComponent {
  readonly custom_id?: string;
  readonly content?: string;
  readonly components?: readonly AnyComponent[];
}

function allIn(message: APIMessage): readonly AnyComponent[] {
  const withInner = (component: AnyComponent): AnyComponent[] => [
    component,
    ...(component.components ?? []).flatMap(withInner),
  ];
  return ((message.components ?? []) as readonly AnyComponent[]).flatMap(withInner);
}

function referencesIn(message: APIMessage) {
  return allIn(message).flatMap(({ custom_id: id }) => (id === undefined ? [] : (readCustomId(id) ?? [])));
}

function topicOf(message: APIMessage): string {
  const embeds = (message.embeds ?? []).map(({ title, description }) => title ?? description ?? '');
  const texts = [message.content, ...embeds, ...allIn(message).map(({ content }) => content ?? '')];
  const text = texts.find((each) => each.trim() !== '') ?? '';
  return text
    .replace(/<?https?:\/\/[^\s<>]*?\/([^\s/<>]+)\/a-\d+[^\s<>]*>?/gu, (_address, slug: string) =>
      slug.replaceAll('-', ' '),
    )
    .replace(/[*_~`|>#\\]/gu, '')
    .trim()
    .slice(0, longestTopic);
}
