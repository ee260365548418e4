import type { Form } from '../src/chat/message.ts';
import { describeDays, listed } from '../src/subscriptions/parse-days.ts';
import type { Subscription } from '../src/subscriptions/subscription.ts';
import { lengthChoices } from './brief.ts';

/** Five fields: more do not fit into a form of Discord. */
export function editForm({ id, interest, as, schedule, length, maxStories }: Subscription): Form {
  const times = `${describeDays(schedule.days)} at ${listed(schedule.times)}`;
  return {
    action: 'edit-subscription',
    reference: String(id),
    title: `Subscription ${id}`,
    submitLabel: 'Save',
    fields: [
      {
        name: 'interest',
        label: 'Interest',
        value: interest,
        required: true,
        hint: 'Topic, words, actor:, story:, region:, language:, with AND, OR, NOT',
        completes: { command: 'subscribe', option: 'interest' },
      },
      {
        name: 'times',
        label: 'When',
        value: { digest: times, both: `${times} and alerts`, alerts: 'alerts' }[as],
        required: true,
        hint: 'weekdays at 08:00; weekdays at 08:00 and alerts; alerts',
        completes: { command: 'subscribe', option: 'times' },
      },
      {
        name: 'zone',
        label: 'Time zone',
        value: schedule.zone,
        required: true,
        hint: 'City or IANA zone',
        completes: { command: 'subscribe', option: 'zone' },
      },
      { name: 'length', label: 'Length', value: length, choices: lengthChoices },
      { name: 'stories', label: 'Stories at most', value: String(maxStories), hint: '1 to 20' },
    ],
  };
}

export function pauseForm({ id, interest }: Subscription): Form {
  return {
    action: 'pause-subscription',
    reference: String(id),
    title: `Pause ${id}: ${interest}`.slice(0, 45),
    submitLabel: 'Pause',
    fields: [
      { name: 'until', label: 'Until', hint: 'A day such as 2026-12-24, 3d or monday; empty: until you resume it' },
    ],
  };
}

/** How posts look, where the platform and the bot's rights allow it. */
export function lookForm({ id, mention, look = {} }: Subscription): Form {
  const { name = '', pictureUrl = '', color = '' } = look;
  return {
    action: 'look-of-subscription',
    reference: String(id),
    title: `Look of subscription ${id}`,
    submitLabel: 'Save',
    fields: [
      { name: 'mention', label: 'Mention', value: mention ?? '', hint: 'Id of one role or user group; empty: nobody' },
      { name: 'name', label: 'Name', value: name, hint: "Who posts; empty: the bot's own" },
      { name: 'picture', label: 'Picture', value: pictureUrl, hint: 'https:// address of an avatar' },
      { name: 'color', label: 'Color', value: color, hint: "Such as #05b2fc; empty: the topic's" },
    ],
  };
}
