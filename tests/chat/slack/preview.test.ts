import { expect, it, onTestFinished } from 'vitest';
import type { Message } from '../../../src/chat/message.ts';
import { createSlackPreview } from '../../../src/chat/slack/preview.ts';
import { createSlackChat } from '../../../src/chat/slack/slack-chat.ts';
import { silentLog } from '../../../src/runtime/log.ts';
import { appToken, botToken, FakeSlack } from '../../fakes/fake-slack.ts';
import { briefing, hostile, profile, text } from '../local/sample-messages.ts';
import { commands } from '../local/sample-service.ts';

const channel = { platform: 'slack', workspaceId: 'T1', channelId: 'C1' } as const;
const preview = createSlackPreview({ slashCommand: '/dw', names: commands.map(({ name }) => name) });
const long: Message = {
  summary: 'Long',
  blocks: Array.from({ length: 300 }, (_, index) => ({
    kind: 'paragraph',
    spans: [text(`Sentence ${index} is told by the honorable council of Sarwana that day.`)],
  })),
};

/** What Slack was sent, without what only it gives. */
async function sentFor(message: Message, deliveryId: string) {
  const slack = new FakeSlack();
  await slack.start();
  onTestFinished(() => slack.stop());
  slack.channels.set('C1', { members: ['U1'] });
  const transport = { kind: 'socket', appToken } as const;
  const chat = createSlackChat({ botToken, transport, commands, slackApiUrl: slack.apiUrl, log: silentLog });
  await chat.post(channel, message, { deliveryId });
  return slack.messages.map(({ text: line, blocks }) => ({ text: line, blocks }));
}

it.each(Object.entries({ briefing, profile, hostile, long }))('is what would be posted: %s', async (_, message) => {
  const { messages } = preview(message, { deliveryId: 'd1' });
  expect(messages.map((body) => ({ text: Reflect.get(body, 'text'), blocks: Reflect.get(body, 'blocks') }))).toEqual(
    await sentFor(message, 'd1'),
  );
  expect(messages[0]).toMatchObject({
    unfurl_links: false,
    metadata: { event_type: 'kurzwelle_delivery', event_payload: { delivery_id: 'd1' } },
  });
});

it('goes on in the thread, and names what only Slack knows by a stand-in', () => {
  const picture = { kind: 'picture', name: 'chart.png', pngBase64: 'iVBO', alt: 'Mentions' } as const;
  const { messages, pictures } = preview({ summary: 'Two', blocks: [picture, ...long.blocks] });
  expect(messages.length).toBeGreaterThan(1);
  expect(messages[1]).toMatchObject({ thread_ts: expect.any(String) });
  expect(pictures).toEqual({ F0PICTURE1: 'iVBO' });
  expect(JSON.stringify(messages[0])).toContain('"slack_file":{"id":"F0PICTURE1"}');
});

it('names commands as they are typed in Slack', () => {
  const message = { summary: 'Hint', blocks: [{ kind: 'context', spans: [text('/why 1')] }] } as const;
  expect(JSON.stringify(preview(message).messages)).toContain('/dw why 1');
});
