import { chatContract } from '../../contracts/chat-contract.ts';
import { shownText, startDiscord } from './discord-service.ts';

chatContract('the Discord chat', async () => {
  const { fake, chat, newsroom, desk, refTo } = await startDiscord();
  return {
    chat,
    channel: refTo(newsroom.id),
    otherChannel: refTo(desk.id),
    lostChannel: refTo('100000000000000009'),
    texts: async ({ channelId }) => fake.store.everyIn(channelId).map(shownText),
  };
});
