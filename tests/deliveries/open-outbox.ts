import type { Chat } from '../../src/chat/chat.ts';
import { createOutbox, type Outbox } from '../../src/deliveries/outbox.ts';
import { silentLog } from '../../src/runtime/log.ts';
import { isDatabaseOutage } from '../../src/storage/database-trouble.ts';
import { createOutboxStorage } from '../../src/storage/deliveries/outbox.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { emptyBriefing } from '../fakes/empty-briefing.ts';
import type { VirtualTime } from '../fakes/virtual-time.ts';

interface Parts {
  readonly storage: Storage;
  readonly chat: Chat;
  readonly time: VirtualTime;
  /** What befalls the composing of a briefing. */
  readonly onCompose?: () => void;
}

/** An outbox in virtual time whose briefings tell nothing but that they came. */
export function openOutbox({ storage, chat, time, onCompose }: Parts): Outbox {
  return createOutbox({
    storage: createOutboxStorage(storage),
    chats: [chat],
    compose: async (subscription, delivery) => {
      onCompose?.();
      return emptyBriefing(subscription, delivery);
    },
    isOutage: isDatabaseOutage,
    tell: () => ({ summary: 'News', blocks: [] }),
    clock: time.clock,
    timer: time,
    log: silentLog,
  });
}
