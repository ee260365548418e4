import type { StorySummary } from '../src/answers/archive.ts';
import type { Asker } from '../src/chat/chat.ts';
import type { ActionItem, Message, MessageBlock, Span } from '../src/chat/message.ts';
import { context, heading, paragraph, words } from '../src/chat/write.ts';
import type { Subscription } from '../src/subscriptions/subscription.ts';
import { type CommandServices, defineCommand } from './define-command.ts';
import { describeSubscription } from './subscribe.ts';

export const subscriptions = defineCommand({
  name: 'subscriptions',
  description: "This channel's subscriptions: last and next run, pause, edit, preview, send now, move, remove",
  example: 'subscriptions',
  options: {},
  async run(_options, { asker, services }) {
    return subscriptionsMessage(asker, services);
  },
});

/** More subscriptions than these have their buttons behind a select: platforms limit the buttons of a message. */
const withButtons = 3;

/** The panel: every subscription of the channel, with buttons or a select to open one. */
export async function subscriptionsMessage(asker: Asker, services: CommandServices): Promise<Message> {
  const list = await services.subscriptions.ofChannel(asker);
  const muted = mutedBlocks(await services.mutes.of(asker));
  if (list.length === 0) {
    return {
      summary: 'This channel has no subscriptions',
      blocks: [
        paragraph('This channel has no subscriptions yet.'),
        context('Start one with ', words('/subscribe', 'code'), '.'),
        ...muted,
      ],
    };
  }
  const hasButtons = list.length <= withButtons;
  const blocks: MessageBlock[] = [heading("This channel's subscriptions")];
  for (const subscription of list) {
    blocks.push(...(await lines(subscription, services)));
    if (hasButtons) blocks.push(buttons(subscription));
  }
  if (!hasButtons) blocks.push({ kind: 'actions', items: [select(list)] });
  blocks.push(...muted);
  return { summary: `${list.length} ${list.length === 1 ? 'subscription' : 'subscriptions'} of this channel`, blocks };
}

/** One subscription with its buttons. */
export async function subscriptionMessage(subscription: Subscription, services: CommandServices): Promise<Message> {
  return {
    summary: `Subscription ${subscription.id}: ${subscription.interest}`,
    blocks: [...(await lines(subscription, services)), buttons(subscription)],
  };
}

async function lines(subscription: Subscription, services: CommandServices): Promise<MessageBlock[]> {
  const { id, interest, schedule, state, reason, pausedUntil } = subscription;
  const last = await services.subscriptions.lastSent(id);
  const storyId = /^story:(\d+)$/u.exec(interest)?.[1];
  const story = storyId === undefined ? undefined : await services.archive.findStory(Number(storyId));
  const next = services.subscriptions.next(subscription);
  const time = (at: Temporal.Instant, precision: 'minute' | 'day' = 'minute'): Span => ({
    kind: 'time',
    at: at.toString(),
    zone: schedule.zone,
    precision,
  });
  return [
    heading(`${id}  ${interest}${state === 'active' ? '' : ` (${state})`}`, 2),
    ...(story ? [paragraph(words(story.title, 'strong'))] : []),
    paragraph(describeSubscription(subscription)),
    ...styleLine(subscription),
    ...(pausedUntil ? [paragraph('Paused until ', time(pausedUntil, 'day'), '; goes on by itself.')] : []),
    ...(state === 'suspended' && reason
      ? [paragraph(`${reason}. Nothing is lost: it goes on by itself when the cause is mended, or when you resume it.`)]
      : []),
    context(
      last ? 'Last: ' : 'Last: none yet',
      ...(last ? [time(last)] : []),
      ...(next ? [' · Next: ', time(next)] : []),
    ),
  ];
}

/** Whom its posts mention, and how their sender looks. */
function styleLine({ mention, look }: Subscription): MessageBlock[] {
  const parts = [
    mention && `mentions ${mention}`,
    look?.name && `posts as ${look.name}`,
    look?.pictureUrl && 'with its own picture',
    look?.color && `in ${look.color}`,
  ].filter(Boolean);
  return parts.length > 0 ? [context(`Look: ${parts.join(', ')}`)] : [];
}

function buttons({ id, state }: Subscription): MessageBlock {
  const value = String(id);
  const button = (label: string, action: string, tone?: 'primary' | 'danger'): ActionItem => ({
    kind: 'button',
    label,
    action,
    value,
    ...(tone ? { tone } : {}),
  });
  return {
    kind: 'actions',
    items: [
      button('Preview', 'preview-subscription'),
      ...(state === 'active'
        ? [button('Send now', 'send-subscription'), button('Pause', 'pause-subscription')]
        : [button('Resume', 'resume-subscription', 'primary')]),
      button('Edit', 'edit-subscription'),
      button('Look', 'look-of-subscription'),
      button('Move', 'move-subscription'),
      button('Remove', 'remove-subscription', 'danger'),
    ],
  };
}

function select(list: readonly Subscription[]): ActionItem {
  const options = list.map(({ id, interest, state }) => ({
    label: `${id}  ${interest}${state === 'active' ? '' : ` (${state})`}`,
    value: String(id),
  }));
  return { kind: 'select', label: 'Open one', action: 'open-subscription', options };
}

/** The stories that the channel muted, to be unmuted. */
function mutedBlocks(stories: readonly StorySummary[]): MessageBlock[] {
  if (stories.length === 0) return [];
  const options = stories.map(({ id, title }) => ({ label: title, value: String(id) }));
  return [
    context(`Muted: ${stories.map(({ title }) => title).join(' · ')}`),
    { kind: 'actions', items: [{ kind: 'select', label: 'Unmute a story', action: 'unmute-story', options }] },
  ];
}
