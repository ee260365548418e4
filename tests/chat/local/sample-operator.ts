import type { OperatorSource } from '../../../src/chat/local/api-routes.ts';
import type { OperatorView } from '../../../src/services/operator-view.ts';
import { UserError } from '../../../src/user-error.ts';
import { paragraph, text } from './sample-messages.ts';

const at = (iso: string) => Temporal.Instant.from(iso);
const now = at('2024-03-05T08:00:00Z');
const hostile = '<img src=x onerror="document.title=\'owned\'"><script>document.title = "owned"</script>';
const channel = { platform: 'discord', workspaceId: '1', channelId: '424242' } as const;

/** Every state that there is, with hostile text in each field that comes from elsewhere. */
export const operatorView: OperatorView = {
  now,
  zone: 'Europe/Berlin',
  startedAt: at('2024-03-04T06:30:00Z'),
  articles: 12_410,
  reports: [
    {
      statement: 'dw:7@1.2',
      what: hostile,
      line: hostile,
      url: 'https://www.dw.com/a-7',
      channel: { platform: 'local', workspaceId: 'w', channelId: hostile },
      at: Temporal.Instant.from('2024-03-05T07:00:00Z'),
    },
  ],
  topics: [
    { id: 'asia', name: 'Asia', words: ['far east'], isOwn: true },
    { id: 'world', name: 'World', words: [], isOwn: false },
  ],
  recalls: [{ id: 'dw:7', headline: hostile, line: hostile, note: hostile, at: '2024-03-05T07:00:00Z' }],
  feeds: [
    {
      id: 'rss-en-top',
      name: 'Top stories',
      url: 'https://rss.example/top',
      ...{ language: 'en', topics: ['world'], isOwn: true },
      health: 'ok',
      notes: [],
      interval: 'every 15 min: 40 new entries a day',
      lastSuccessAt: at('2024-03-05T07:55:00Z'),
      nextPollAt: at('2024-03-05T08:10:00Z'),
    },
    {
      id: 'rss-de-all',
      name: `Alles ${hostile}`,
      url: 'javascript:alert(1)',
      ...{ language: 'de', topics: [], isOwn: false },
      health: 'failing',
      problem: `HTTP status 503 ${hostile}`,
      notes: ['moved to https://rss.example/neu; change its address in the configuration'],
      nextPollAt: at('2024-03-05T09:00:00Z'),
    },
  ],
  stories: [
    { id: 7, title: 'Neighbors settle quarrel over river', language: 'en', articles: 5, updatedAt: now },
    { id: 8, title: hostile, language: 'en', articles: 1, updatedAt: at('2024-03-05T01:00:00Z') },
  ],
  outbox: {
    counts: { sent: 41, dead: 1, suspended: 1, retrying: 1 },
    deliveries: (['dead', 'suspended', 'retrying', 'sent', 'missed'] as const).map((state, index) => ({
      id: `delivery-${index}`,
      subscriptionId: index + 1,
      slot: '2024-03-05T08:00',
      state,
      dueAt: at('2024-03-05T07:00:00Z'),
      attempts: index,
      isLate: false,
      channel,
      interest: index === 0 ? hostile : 'asia',
      isAlert: index === 3,
      ...(state === 'sent' ? { sentAt: at('2024-03-05T07:00:02Z') } : { reason: `Why it is ${state} ${hostile}` }),
      ...(state === 'retrying' ? { retryAt: at('2024-03-05T08:05:00Z') } : {}),
    })),
  },
  subscriptions: {
    total: 2,
    shown: [
      {
        ...{ id: 1, channel, interest: hostile, language: 'en', state: 'suspended', when: 'daily at 08:00 (Seoul)' },
        reason: 'I may not write in this channel: "Send Messages" is missing',
      },
      {
        ...{ id: 2, channel, interest: 'asia', language: 'en', state: 'active', when: 'weekdays at 17:00 (Seoul)' },
        next: at('2024-03-05T08:30:00Z'),
        lastSent: at('2024-03-04T08:30:01Z'),
      },
    ],
  },
};

export const sampleOperator: OperatorSource = {
  view: async () => operatorView,
  watch: () => () => undefined,
  act: async () => {},
  recall: async ({ of }) => {
    if (of === 'dw:9') throw new UserError(({ errors }) => errors.recallOf(of));
    return { posts: 3 };
  },
  search: async (words) => ({
    summary: `Search: ${words}`,
    blocks: [paragraph(text(`Found for ${words}: ${hostile}`))],
  }),
};
