import type { StorySummary } from '../src/answers/archive.ts';
import type { Caller } from '../src/chat/chat.ts';
import type { CommandContext } from '../src/chat/command.ts';
import type { ActionItem, Message, MessageBlock, Span } from '../src/chat/message.ts';
import { context, heading, paragraph, words } from '../src/chat/write.ts';
import type { Subscription } from '../src/subscriptions/subscription.ts';
import type { Catalog } from '../src/wording/catalog.ts';
import { en } from '../src/wording/en/index.ts';
import { capitalized } from '../src/wording/formats.ts';
import { reasonWords } from '../src/wording/reason.ts';
import { type CommandServices, defineCommand } from './define-command.ts';
import { firstSteps } from './greeting.ts';
import { nameInterest } from './name-interest.ts';
import { describeSubscription } from './subscribe.ts';
import { sendToMeButton } from './subscribe-in-place.ts';

type ReplyContext = Pick<CommandContext<CommandServices>, 'services' | 'say'>;

export const subscriptions = defineCommand({
  name: 'subscriptions',
  description: en.commands.subscriptions.description,
  example: 'subscriptions',
  takesChannel: true,
  options: {},
  async run(_options, { caller, services, say }) {
    return subscriptionsMessage(caller, { services, say });
  },
});

/** With more subscriptions than this, a select replaces the buttons: platforms limit the buttons of a message. */
const withButtons = 3;

/** The panel: every subscription of the channel, with buttons or a select to open one. */
export async function subscriptionsMessage(caller: Caller, reply: ReplyContext): Promise<Message> {
  const { services, say } = reply;
  const texts = say.subscription;
  const list = await services.subscriptions.ofChannel(caller);
  const muted = mutedBlocks(await services.mutes.of(caller), say);
  const none = caller.isAlone ? texts.noneYours : texts.none;
  if (list.length === 0)
    return {
      summary: none,
      blocks: [paragraph(none), firstSteps(say), context(texts.startWith), ...muted],
    };
  const hasButtons = list.length <= withButtons;
  const blocks: MessageBlock[] = [heading(caller.isAlone ? texts.yours : texts.ofChannel)];
  // Above the list, of which a small view shows the beginning.
  if (!hasButtons) blocks.push({ kind: 'actions', items: [select(list, reply)] });
  for (const subscription of list) {
    blocks.push(...(await lines(subscription, reply)));
    if (hasButtons) blocks.push(caller.mayManage ? buttons(subscription, say) : ownButtons(subscription, caller, say));
  }
  blocks.push(...muted);
  return { summary: texts.count(list.length), blocks };
}

/** One subscription with its buttons. */
export async function subscriptionMessage(subscription: Subscription, reply: ReplyContext): Promise<Message> {
  const { id, interest } = subscription;
  const { services, say } = reply;
  return {
    summary: say.subscription.title(String(id), nameInterest(interest, services, say)),
    blocks: [...(await lines(subscription, reply)), buttons(subscription, say)],
  };
}

async function lines(subscription: Subscription, { services, say }: ReplyContext): Promise<MessageBlock[]> {
  const { id, interest, schedule, state, reason, pausedUntil } = subscription;
  const texts = say.subscription;
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
    heading(lineOf(subscription, { services, say }), 2),
    ...(story ? [paragraph(words(story.title, 'strong'))] : []),
    paragraph(describeSubscription(subscription, say)),
    ...styleLine(subscription, say),
    ...(pausedUntil ? [paragraph(`${texts.pausedUntil} `, time(pausedUntil, 'day'))] : []),
    ...(state === 'suspended' && reason
      ? [paragraph(capitalized(texts.suspended(reasonWords(reason, say)), say))]
      : []),
    context(
      `${texts.last}${say.colon}`,
      ...(last ? [time(last)] : [texts.noneYet]),
      ...(next ? [` · ${texts.next}${say.colon}`, time(next)] : []),
    ),
  ];
}

/** "3  asia (paused)" */
function lineOf({ id, interest, state }: Subscription, { services, say }: ReplyContext): string {
  const texts = say.subscription;
  return `${id}  ${nameInterest(interest, services, say)}${state === 'active' ? '' : ` (${texts.states[state]})`}`;
}

/** Whom its posts mention, and the appearance of their sender. */
function styleLine({ mention, look }: Subscription, { subscription: texts, colon, comma }: Catalog): MessageBlock[] {
  const parts = [
    mention && texts.mentions(mention),
    look?.name && texts.postsAs(look.name),
    look?.pictureUrl && texts.ownPicture,
    look?.color && texts.inColor(look.color),
    look?.publish !== undefined && (look.publish ? texts.publishes : texts.staysUnpublished),
  ].filter(Boolean);
  return parts.length > 0 ? [context(`${texts.lookIs}${colon}${parts.join(comma)}`)] : [];
}

function buttons({ id, state, channel, look }: Subscription, { subscription: texts }: Catalog): MessageBlock {
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
      button(texts.preview, 'preview-subscription'),
      ...(state === 'active'
        ? [button(texts.sendNow, 'send-subscription'), button(texts.pause, 'pause-subscription')]
        : [button(texts.resume, 'resume-subscription', 'primary')]),
      button(texts.edit, 'edit-subscription'),
      button(texts.look, 'look-of-subscription'),
      // Direct messages have no threads.
      ...(channel.platform === 'discord' && channel.workspaceId !== '@me'
        ? [button(look?.storyThreads ? texts.joinStories : texts.splitStories, 'threads-of-subscription')]
        : []),
      button(texts.move, 'move-subscription'),
      button(texts.remove, 'remove-subscription', 'danger'),
    ],
  };
}

/** For who may look at the channel's subscriptions, not change them. */
function ownButtons({ id }: Subscription, caller: Caller, say: Catalog): MessageBlock {
  const value = String(id);
  const preview: ActionItem = {
    kind: 'button',
    label: say.subscription.preview,
    action: 'preview-subscription',
    value,
  };
  return { kind: 'actions', items: [preview, ...sendToMeButton(value, caller, say)] };
}

function select(list: readonly Subscription[], reply: ReplyContext): ActionItem {
  const options = list.map((subscription) => ({
    label: lineOf(subscription, reply),
    value: String(subscription.id),
  }));
  return { kind: 'select', label: reply.say.subscription.openOne, action: 'open-subscription', options };
}

/** The stories that the channel muted, with a way to unmute them. */
function mutedBlocks(stories: readonly StorySummary[], { subscription: texts, colon }: Catalog): MessageBlock[] {
  if (stories.length === 0) return [];
  const options = stories.map(({ id, title }) => ({ label: title, value: String(id) }));
  return [
    context(`${texts.muted}${colon}${stories.map(({ title }) => title).join(' · ')}`),
    { kind: 'actions', items: [{ kind: 'select', label: texts.unmuteStory, action: 'unmute-story', options }] },
  ];
}
