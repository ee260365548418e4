import { createLocalChat } from '../../src/chat/local/local-chat.ts';
import { createNewsroomOutbox } from '../../src/services/outbox.ts';
import { FakeClock } from '../../tests/fakes/fake-clock.ts';
import { openService, type Service } from './open-service.ts';
import type { SoakOrder } from './soak-service.ts';

const subscriber = {
  channel: { platform: 'local', workspaceId: 'local', channelId: 'newsroom' },
  userId: 'u1',
  userName: 'Reader',
  mayManage: true,
  locale: 'en',
} as const;

process.once('message', (order: SoakOrder) => {
  void serve(order);
});

/** Polls and delivers until it is killed or the simulated time is over; says where it is, so that the next one goes on from there. */
async function serve({ start, hours, ...order }: SoakOrder): Promise<void> {
  const clock = new FakeClock(start);
  const end = clock.now().add({ hours });
  const service = await openService({ ...order, clock });
  await subscribeOnce(service);
  const chat = createLocalChat({ posts: service.newsroom.storage.localPosts, clock, channels: [{ id: 'newsroom' }] });
  const outbox = createNewsroomOutbox(service.newsroom, [chat]);
  process.send?.({ now: clock.now().toString() });
  while (Temporal.Instant.compare(clock.now(), end) < 0) {
    await Promise.all([service.poller.pollDue(), outbox.tick()]);
    clock.advance({ minutes: 20 });
    process.send?.({ now: clock.now().toString() });
  }
  await outbox.stop();
  await service.stop();
  process.disconnect?.();
}

async function subscribeOnce({ newsroom: { services } }: Service): Promise<void> {
  const { subscriptions } = services;
  if ((await subscriptions.ofChannel(subscriber)).length > 0) return;
  await subscriptions.add(subscriber, {
    interest: 'everything',
    times: '02:00, 04:00, 06:00, 08:00, 10:00, 12:00, 14:00, 16:00, 18:00, 20:00, 22:00',
    zone: 'UTC',
  });
}
