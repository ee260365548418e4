import type { APIMessage, APIMessageApplicationCommandInteractionData } from 'discord.js';
import type { Asker } from '../chat.ts';
import { messageCommands } from './application-commands.ts';
import { readCustomId } from './custom-id.ts';
import type { Arrival } from './read-interaction.ts';

/** Discord lets people write no more in one message. */
const longestText = 4_000;

/** What a message's menu asks for. Of our own messages the first story is meant, by the reference its buttons carry; of others their words. */
export function readMessageCommand(data: APIMessageApplicationCommandInteractionData, asker: Asker): Arrival {
  const message = data.resolved.messages[data.target_id];
  if (!message) return { kind: 'unknown' };
  const channel = { ...asker.channel, messageId: message.id };
  const isWho = data.name === messageCommands.who;
  const action = isWho ? 'whos-who' : 'background';
  const reference = referencesIn(message).find((each) => each.action === action);
  if (reference) return { kind: 'action', call: { asker, ...reference, post: channel } };
  return { kind: 'message-command', call: { asker, command: isWho ? 'who' : 'background', text: textOf(message) } };
}

interface AnyComponent {
  readonly custom_id?: string;
  readonly content?: string;
  readonly components?: readonly (AnyComponent | null)[] | null;
}

function allIn(message: APIMessage): readonly AnyComponent[] {
  const withInner = (component: AnyComponent | null): AnyComponent[] =>
    component ? [component, ...(component.components ?? []).flatMap(withInner)] : [];
  return ((message.components ?? []) as readonly AnyComponent[]).flatMap(withInner);
}

function referencesIn(message: APIMessage) {
  return allIn(message).flatMap(({ custom_id: id }) => (id === undefined ? [] : (readCustomId(id) ?? [])));
}

/** All words of a message, its embeds included; addresses stay, marks of Markdown go. */
function textOf(message: APIMessage): string {
  const embeds = (message.embeds ?? []).flatMap(({ title = '', description = '', url = '' }) => [
    title,
    description,
    url,
  ]);
  const texts = [message.content ?? '', ...allIn(message).map(({ content }) => content ?? ''), ...embeds];
  return texts
    .filter((text) => text.trim() !== '')
    .join('\n')
    .replace(/\[([^\]]*)\]\(<?(https?:[^\s<>)]+)>?\)/gu, '$1 $2')
    .replace(/<(?:[@#:]|a:|t:)[^>]*>/gu, ' ')
    .replace(/<(https?:[^\s<>]+)>/gu, '$1')
    .replace(/\*\*|~~|\|\||__|[`\\]|^(?:>>>|>|#{1,3}|-#)\s/gmu, '')
    .trim()
    .slice(0, longestText);
}
