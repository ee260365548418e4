import { PermissionFlagsBits } from 'discord.js';
import type { FakeDiscord, Person } from '../../fakes/fake-discord.ts';
import type { SeenAnswer } from '../../fakes/fake-discord-interactions.ts';
import type { StoredChannel } from '../../fakes/fake-discord-store.ts';

type Seen = (answer: SeenAnswer) => boolean;

export interface PersonAtDiscord {
  give(command: string, options?: Readonly<Record<string, string>>, isSeen?: Seen): Promise<SeenAnswer>;
  type(command: string, option: string, typed: string): Promise<SeenAnswer>;
  press(customId: string, isSeen?: Seen): Promise<SeenAnswer>;
  select(customId: string, value: string): Promise<SeenAnswer>;
  fillIn(customId: string, answers: Readonly<Record<string, string>>): Promise<SeenAnswer>;
  useMenu(name: string, message: { readonly id: string; readonly content: string }): Promise<SeenAnswer>;
}

const { ManageChannels, MentionEveryone, SendMessages } = PermissionFlagsBits;

interface PersonOptions {
  /** Without one in a direct message. */
  readonly channel?: StoredChannel;
  /** Has the right to manage channels. */
  readonly isManager?: boolean;
  /** Has the right to mention roles. */
  readonly mayMention?: boolean;
}

/** Somebody who types and presses. */
export function personAt(
  fake: Pick<FakeDiscord, 'interact'>,
  { channel, isManager = false, mayMention = false }: PersonOptions = {},
): PersonAtDiscord {
  const person: Person = {
    ...(channel && { channel }),
    permissions: SendMessages | (isManager ? ManageChannels : 0n) | (mayMention ? MentionEveryone : 0n),
  };
  const message = {
    id: '600000000000000001',
    content: '',
    embeds: [],
    attachments: [],
    mentions: [],
    mention_roles: [],
  };
  const pressed = {
    ...message,
    flags: 1 << 15,
    channel_id: channel?.id ?? '1',
    timestamp: '2024-01-01T00:00:00Z',
    author: { id: '1', username: 'kurzwelle' },
  };
  const command = (name: string, options: readonly object[], type: number) => ({
    type,
    data: { id: '500000000000000001', name, type: 1, options },
  });
  return {
    give: (name, options = {}, isSeen) =>
      fake.interact(
        command(
          name,
          Object.entries(options).map(([option, value]) => ({ name: option, type: 3, value })),
          2,
        ),
        person,
        isSeen,
      ),
    type: (name, option, typed) =>
      fake.interact(command(name, [{ name: option, type: 3, value: typed, focused: true }], 4), person),
    press: (custom_id, isSeen) =>
      fake.interact({ type: 3, data: { custom_id, component_type: 2 }, message: pressed }, person, isSeen),
    select: (custom_id, value) =>
      fake.interact({ type: 3, data: { custom_id, component_type: 3, values: [value] }, message: pressed }, person),
    fillIn: (custom_id, answers) =>
      fake.interact(
        {
          type: 5,
          data: {
            custom_id,
            components: Object.entries(answers).map(([name, value]) => ({
              type: 18,
              component: { type: 4, custom_id: name, value },
            })),
          },
        },
        person,
      ),
    useMenu: (name, target) =>
      fake.interact(
        {
          type: 2,
          data: {
            id: '500000000000000002',
            name,
            type: 3,
            target_id: target.id,
            resolved: { messages: { [target.id]: target } },
          },
        },
        person,
      ),
  };
}
