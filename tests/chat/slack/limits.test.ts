import { expect, it } from 'vitest';
import { limits } from '../../../src/chat/slack/limits.ts';

// https://docs.slack.dev/reference/block-kit: Slack has no document for machines that says so.
it('has the numbers of the guides', () => {
  expect(limits).toMatchObject({
    message: { blocks: 50 },
    view: { blocks: 100, title: 24, button: 24, metadata: 3_000 },
    header: { text: 150 },
    section: { text: 3_000, fields: 10, fieldText: 2_000 },
    context: { elements: 10 },
    actions: { elements: 25 },
    button: { text: 75, value: 2_000, url: 3_000 },
    select: { options: 100, placeholder: 150 },
    option: { text: 75, value: 150, description: 75 },
    id: 255,
    responseUrl: { uses: 5, milliseconds: 1_800_000 },
    acknowledgeMs: 3_000,
  });
  // Slack takes 40,000 of a new message, but of one that is edited 4,000, and any may be.
  expect(limits.message.updateText).toBeLessThanOrEqual(4_000);
});
