import type { Caller } from '../src/chat/chat.ts';
import { choiceIn } from '../src/chat/command.ts';
import type { Form, FormField } from '../src/chat/message.ts';
import { daysInWords, firstHour, type Weekday } from '../src/subscriptions/schedule.ts';
import type { Subscription } from '../src/subscriptions/subscription.ts';
import type { Catalog } from '../src/wording/catalog.ts';
import { listed } from '../src/wording/formats.ts';
import { lengthChoices } from './brief.ts';

/** Five fields, the maximum of a Discord form. */
export function editForm({ id, interest, as, schedule, length, maxStories }: Subscription, say: Catalog): Form {
  const words = say.subscription.form;
  return {
    action: 'edit-subscription',
    reference: String(id),
    title: words.title(String(id)),
    submitLabel: words.save,
    fields: [
      {
        name: 'interest',
        label: words.interest,
        value: interest,
        required: true,
        hint: words.interestHint,
        completes: { command: 'subscribe', option: 'interest' },
      },
      {
        name: 'times',
        label: words.when,
        value: typedWhen({ as, ...schedule }, say),
        required: true,
        hint: whenHint(say),
        completes: { command: 'subscribe', option: 'times' },
      },
      {
        name: 'zone',
        label: words.zone,
        value: schedule.zone,
        required: true,
        hint: words.zoneHint,
        completes: { command: 'subscribe', option: 'zone' },
      },
      { name: 'length', label: words.length, value: length, choices: lengthChoices.map(choiceIn(say)) },
      { name: 'stories', label: words.most, value: String(maxStories), hint: words.mostHint },
    ],
  };
}

/** The schedule of a subscription, as text that `parseWhen` understands in every interface language. */
function typedWhen(
  { as, days, times }: Pick<Subscription, 'as'> & Pick<Subscription['schedule'], 'days' | 'times'>,
  say: Catalog,
): string {
  const { form, andAlerts } = say.subscription;
  if (as === 'alerts') return form.alerts;
  const when = form.daysAt(daysInWords(days, say), listed(times, say), firstHour(times));
  return as === 'both' ? andAlerts(when) : when;
}

/** An example of briefings with alerts, and of alerts alone. */
function whenHint(say: Catalog): string {
  const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5];
  const example = (as: 'both' | 'alerts') => typedWhen({ as, days: weekdays, times: ['08:00'] }, say);
  return say.subscription.form.whenHint(example('both'), example('alerts'));
}

/** The end of a pause; empty for a pause until somebody resumes it. */
export function pauseForm({ id, interest }: Subscription, say: Catalog): Form {
  const words = say.subscription.form;
  return {
    action: 'pause-subscription',
    reference: String(id),
    title: words.pauseTitle(String(id), interest).slice(0, 45),
    submitLabel: say.subscription.pause,
    fields: [{ name: 'until', label: words.until, hint: words.untilHint }],
  };
}

/** The appearance of posts, as far as the platform and the bot's rights allow. */
export function lookForm({ id, channel, mention, look = {} }: Subscription, say: Catalog, { hasLooks }: Caller): Form {
  const { name = '', pictureUrl = '', color = '', publish } = look;
  const words = say.subscription.form;
  return {
    action: 'look-of-subscription',
    reference: String(id),
    title: words.lookTitle(String(id)),
    submitLabel: words.save,
    fields: [
      {
        name: 'mention',
        label: words.mention,
        value: mention ?? '',
        hint: words.mentionHint,
        picks: 'role',
      },
      ...(hasLooks === false
        ? []
        : [
            { name: 'name', label: words.name, value: name, hint: words.nameHint },
            { name: 'picture', label: words.picture, value: pictureUrl, hint: words.pictureHint },
          ]),
      // Messages of Slack have no color.
      ...(channel.platform === 'slack'
        ? []
        : [{ name: 'color', label: words.color, value: color, hint: words.colorHint }]),
      ...(channel.platform === 'discord' ? [publishField(publish, say)] : []),
    ],
  };
}

/** Nothing chosen leaves it to the operator's setting. */
function publishField(publish: boolean | undefined, { commands, subscription: { form } }: Catalog): FormField {
  const { on, off } = commands.choices;
  return {
    name: 'publish',
    label: form.publish,
    hint: form.publishHint,
    ...(publish !== undefined && { value: publish ? 'on' : 'off' }),
    choices: [
      { label: on, value: 'on' },
      { label: off, value: 'off' },
    ],
  };
}

/** The channel that it moves to, where the platform lets people pick one. */
export function moveForm({ id }: Subscription, say: Catalog): Form {
  const { canMove, move, form } = say.subscription;
  return {
    action: 'move-subscription',
    reference: String(id),
    title: canMove(String(id)),
    submitLabel: move,
    fields: [{ name: 'channel', label: form.channel, hint: form.channelHint, required: true, picks: 'channel' }],
  };
}
