import { stringify } from 'yaml';
import type { ChannelSettings } from '../../subscriptions/channel-settings.ts';
import type { PostStyle } from '../../subscriptions/parse-look.ts';
import { formatQuiet } from '../../subscriptions/parse-quiet.ts';
import { describeDays, listed } from '../../subscriptions/parse-when.ts';
import type { Subscription } from '../../subscriptions/subscription.ts';

/** All subscriptions as YAML that people can read and edit. What trouble suspended is written as active: another start finds out itself. */
export function formatSubscriptions(
  channels: readonly {
    readonly settings: ChannelSettings;
    readonly muted?: readonly string[];
    readonly subscriptions: readonly Subscription[];
  }[],
): string {
  return stringify({
    channels: channels.flatMap(({ settings, subscriptions, muted = [] }) => {
      const [first] = subscriptions;
      if (!first) return [];
      const { platform, workspaceId, channelId } = first.channel;
      const quiet = settings.quiet ? { quiet: formatQuiet(settings.quiet) } : {};
      const { zone, language } = settings;
      const unfurl = settings.unfurls ? { unfurl: true } : {};
      const listing = subscriptions.map(formatOne);
      return {
        platform,
        workspace: workspaceId,
        channel: channelId,
        zone,
        language,
        ...quiet,
        ...unfurl,
        ...(muted.length > 0 ? { muted } : {}),
        subscriptions: listing,
      };
    }),
  });
}

function formatOne({ interest, schedule, language, length, maxStories, ...rest }: Subscription) {
  return {
    interest,
    when: `${describeDays(schedule.days)} at ${listed(schedule.times)}`,
    zone: schedule.zone,
    ...(rest.as === 'digest' ? {} : { as: rest.as }),
    language,
    length,
    stories: maxStories,
    ...(rest.mention === undefined ? {} : { mention: rest.mention }),
    ...(rest.look ? { look: formatLook(rest.look) } : {}),
    ...(rest.state === 'paused' ? { paused: true } : {}),
    ...(rest.pausedUntil ? { pausedUntil: rest.pausedUntil.toString() } : {}),
    toldUntil: rest.windowStart.toString(),
    createdBy: rest.createdBy,
  };
}

function formatLook({ name, pictureUrl, color }: NonNullable<PostStyle['look']>) {
  return { ...(name && { name }), ...(pictureUrl && { picture: pictureUrl }), ...(color && { color }) };
}
