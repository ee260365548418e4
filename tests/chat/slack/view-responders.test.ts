import { expect, it } from 'vitest';
import { createSubmitResponder, type SubmitResponderOptions } from '../../../src/chat/slack/view-responders.ts';
import { silentLog } from '../../../src/runtime/log.ts';
import { eventually } from '../../fakes/eventually.ts';

it('goes on where the connection is gone just when Slack is to be told to wait', async () => {
  const warned: unknown[] = [];
  const shown: unknown[] = [];
  const channel = { platform: 'slack', workspaceId: 'T1', channelId: 'C1' } as const;
  const caller = { channel, userId: 'U1', userName: 'ada', mayManage: true, locale: 'en' };
  const responder = createSubmitResponder({
    caller: Promise.resolve(caller),
    ack: () => Promise.reject(new Error('no connection')),
    api: { call: async () => void shown.push('view') },
    naming: { slashCommand: '/dw', names: ['who'] },
    log: { ...silentLog, warn: (facts: unknown) => void warned.push(facts) },
    viewId: 'V1',
    fields: ['interest'],
    patienceMs: 1,
  } as unknown as SubmitResponderOptions);

  // Vitest fails a test of which a rejection is left alone.
  await eventually(() => expect(warned).toHaveLength(1));
  await responder.respond({ summary: 'Done.', blocks: [] }, { onlyCaller: true });

  expect(shown).toEqual(['view']);
});
