import type { Asker } from '../../chat/chat.ts';
import type { LocalChat } from '../../chat/local/local-chat.ts';
import type { Newsroom } from '../../services/newsroom.ts';
import { zone } from './demo-config.ts';
import { step } from './say.ts';

/** The demo's channels, each with what is said of its subscription. */
export const channels = [
  { id: 'newsroom', purpose: 'Everything, daily at 08:00 in Berlin' },
  { id: 'asia-desk', purpose: 'Asia, daily at 08:00 in Seoul' },
  { id: 'deutsch', purpose: 'Alles auf Deutsch, täglich um 08:00' },
];

/** Subscribes each channel as its purpose says. */
export async function subscribeChannels({ services }: Newsroom, chat: LocalChat): Promise<void> {
  const asker = (channelId: string): Asker => {
    const channel = chat.channel(channelId);
    if (!channel) throw new Error(`No channel ${channelId} in the demo`);
    return { channel, userId: 'demo', userName: 'Demo', mayManage: true, locale: 'en' };
  };
  await services.subscriptions.add(asker('newsroom'), { interest: 'everything', times: '08:00', zone });
  await services.subscriptions.add(asker('asia-desk'), { interest: 'asia', times: '08:00', zone: 'Asia/Seoul' });
  await services.subscriptions.add(asker('deutsch'), { interest: 'everything', times: '08:00', zone, language: 'de' });
  for (const [index, { id, purpose }] of channels.entries())
    step(index === 0 ? 'Channels' : '', `${nameOf({ channelId: id })}${purpose}`);
}

/** As wide as the longest, so that what follows stands in a column. */
export function nameOf({ channelId }: { readonly channelId: string }): string {
  return `#${channelId}`.padEnd(Math.max(...channels.map(({ id }) => id.length)) + 3);
}
