import { setTimeout } from 'node:timers/promises';
import type { ChatHandlers } from '../../src/chat/chat.ts';
import { type Payload, textOf, withInner } from '../chat/discord/payload-problems.ts';
import { type Twin, type TwinAnswer, type TwinMessage, twinChannel } from './twin.ts';

/** What a person saw of one thing they did. */
export interface Seen {
  /** What was posted or changed in the channel. */
  readonly messages: readonly TwinMessage[];
  readonly text: string;
  readonly onlyCaller: boolean;
  /** Labels and custom ids, in order. */
  readonly buttons: readonly { readonly label: string; readonly customId: string }[];
  readonly modal?: Payload & { readonly custom_id: string; readonly title: string };
  readonly choices?: readonly { readonly name: string; readonly value: string }[];
}

const kinds = { command: 2, component: 3, completion: 4, form: 5 } as const;

/** Somebody at the twin who gives commands, presses, selects, fills in and types, and reads what comes of it. */
export async function personAtTwin(twin: Twin, idle: () => Promise<void>) {
  const userId = (await twin.getFirstNonBotUserId()) ?? '';
  const channel = twin.channel(twinChannel);
  const read = async () => new Map((await channel.getMessages()).map((message) => [message.id, message]));

  async function act(type: number, data: Record<string, unknown>, messageId?: string): Promise<Seen> {
    const before = await read();
    const pressed = messageId === undefined ? {} : { messageId };
    const { id: interactionId } = await twin.simulateInteraction({
      type,
      channelId: twinChannel,
      userId,
      data,
      ...pressed,
    });
    await channel.waitForInteractionAck({ interactionId });
    await idle();
    const answer = await channel.getInteractionResponse(interactionId);
    return seen(answer, before, await read());
  }

  const option = (name: string, value: string) => ({ name, type: 3, value });
  return {
    give: (name: string, options: Readonly<Record<string, string>> = {}) =>
      act(kinds.command, {
        id: '1',
        name,
        type: 1,
        options: Object.entries(options).map(([key, value]) => option(key, value)),
      }),
    useMenu: (name: string, message: TwinMessage) =>
      act(kinds.command, {
        id: '2',
        name,
        type: 3,
        target_id: message.id,
        resolved: { messages: { [message.id]: message } },
      }),
    press: (customId: string, on: TwinMessage) =>
      act(kinds.component, { custom_id: customId, component_type: 2 }, on.id),
    select: (customId: string, value: string, on: TwinMessage) =>
      act(kinds.component, { custom_id: customId, component_type: 3, values: [value] }, on.id),
    fillIn: (customId: string, answers: Readonly<Record<string, string>>) =>
      act(kinds.form, { custom_id: customId, components: Object.entries(answers).map(filledIn) }),
    type: (command: string, name: string, typed: string) =>
      act(kinds.completion, { id: '1', name: command, type: 1, options: [{ ...option(name, typed), focused: true }] }),
    /** Writes to the bot, and waits for its first reply. */
    say: async (content: string) => {
      const before = await read();
      await twin.simulateUserMessage({ channelId: twinChannel, userId, content });
      let after = await read();
      while (after.size < before.size + 2) {
        await setTimeout(20);
        after = await read();
      }
      await idle();
      return seen(
        null,
        new Map([...after].filter(([, { author }]) => author.id === userId).concat([...before])),
        await read(),
      );
    },
    write: async (content: string) => twin.simulateUserMessage({ channelId: twinChannel, userId, content }),
  };
}

function filledIn([name, value]: [string, string]) {
  return { type: 18, component: { type: 4, custom_id: name, value } };
}

function seen(
  answer: TwinAnswer | null,
  before: ReadonlyMap<string, TwinMessage>,
  after: ReadonlyMap<string, TwinMessage>,
): Seen {
  const messages = [...after.values()].filter(
    (message) => JSON.stringify(before.get(message.id)) !== JSON.stringify(message),
  );
  const data = answer?.data ? JSON.parse(answer.data) : undefined;
  const components = messages.flatMap((message) => ((message as Payload).components ?? []).flatMap(withInner));
  return {
    messages,
    // An answer that was waited for is for who the sign of waiting was for.
    onlyCaller: isEphemeral(answer?.type === 5 ? data : undefined) || messages.every(isEphemeral),
    text: messages.map((message) => textOf(message as Payload)).join('\n'),
    buttons: components.flatMap(({ custom_id: customId, label = '(select)' }) =>
      customId === undefined ? [] : [{ label, customId }],
    ),
    ...(answer?.type === 9 && { modal: data }),
    ...(answer?.type === 8 && { choices: data.choices }),
  };
}

function isEphemeral(message: { readonly flags?: number } | undefined): boolean {
  return ((message?.flags ?? 0) & 64) !== 0;
}

/** The handlers, and a promise for when none of them has work in hand. */
export function watchingWork(handlers: ChatHandlers): { handlers: ChatHandlers; idle: () => Promise<void> } {
  let inHand = 0;
  const watched =
    <Call, Other extends readonly unknown[]>(work: (call: Call, ...others: Other) => Promise<void>) =>
    async (call: Call, ...others: Other) => {
      inHand += 1;
      try {
        await work(call, ...others);
      } finally {
        inHand -= 1;
      }
    };
  return {
    handlers: {
      ...handlers,
      onCommand: watched(handlers.onCommand),
      onAction: watched(handlers.onAction),
      onForm: watched(handlers.onForm),
      ...(handlers.onMessageCommand && { onMessageCommand: watched(handlers.onMessageCommand) }),
    },
    async idle() {
      while (inHand > 0) await setTimeout(5);
    },
  };
}
